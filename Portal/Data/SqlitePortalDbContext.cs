using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Portal.Data;

/// <summary>The kept things on SQLite, with migrations of their own.</summary>
public sealed class SqlitePortalDbContext(DbContextOptions<SqlitePortalDbContext> options, Guid accountId, bool acrossAccounts)
    : PortalDbContext(options, accountId, acrossAccounts)
{
    /// <inheritdoc />
    public override IAuditGuard AuditGuard => new SqliteAuditGuard(this);
}

/// <summary>For <c>dotnet ef migrations add</c> only: no account, no rows, no real file.</summary>
public sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqlitePortalDbContext>
{
    /// <inheritdoc />
    public SqlitePortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqlitePortalDbContext>().UseSqlite("Data Source=:memory:").Options, Guid.Empty, acrossAccounts: false);
}

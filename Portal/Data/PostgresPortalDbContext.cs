using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Portal.Data;

/// <summary>The kept things on PostgreSQL, with migrations of their own.</summary>
public sealed class PostgresPortalDbContext(DbContextOptions<PostgresPortalDbContext> options, Guid accountId, bool acrossAccounts)
    : PortalDbContext(options, accountId, acrossAccounts)
{
    /// <inheritdoc />
    public override IAuditGuard AuditGuard => new PostgresAuditGuard(this);

    /// <inheritdoc />
    /// <remarks>Texts are compared byte by byte, as SQLite does: an order must not depend on the locales of a machine.</remarks>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().UseCollation("C");
    }

    /// <inheritdoc />
    /// <remarks>A sequence leaves gaps where a transaction was taken back; numbers of entries have none, so that one that is cut out is missed.</remarks>
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<AuditEntry>().Property(entry => entry.Id).HasDefaultValueSql($"{PostgresAuditGuard.NextNumber}()");
    }
}

/// <summary>For <c>dotnet ef migrations add</c> only: no account, no rows, no real server.</summary>
public sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresPortalDbContext>
{
    /// <inheritdoc />
    public PostgresPortalDbContext CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresPortalDbContext>().UseNpgsql("Host=localhost").Options, Guid.Empty, acrossAccounts: false);
}

using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Data;
using Portal.Security;

namespace Portal.Operations;

/// <summary>Moves an installation from SQLite to PostgreSQL: all of it in one transaction, which is committed once every row was read again and is the same.</summary>
/// <remarks>Nobody writes to the old database meanwhile; it stays as it is.</remarks>
public sealed class MoveDatabase(PortalContexts from, IOptions<KeyManagementOptions> ring, Measures measures, TimeProvider clock)
{
    /// <summary>Moves everything.</summary>
    /// <param name="connectionString">The new database: empty, or new.</param>
    /// <param name="progress">Is told how much is done, from 0 to 1.</param>
    public async Task<Copied> MoveAsync(string connectionString, Action<double>? progress = null)
    {
        if (from.Engine.IsShared)
        {
            return new(0, 0, "The installation is on PostgreSQL already.");
        }

        // What it went on to write would be nowhere.
        if (await from.Engine.IsInUseAsync())
        {
            return new(0, 0, "The server is running, or something else has the database open. Stop it first.");
        }

        await using var engine = new PostgresEngine(Options.Create(new DatabaseOptions { Provider = nameof(DatabaseProvider.Postgres), ConnectionString = connectionString }));
        using var to = new PortalContexts(engine, new(), measures, clock);
        await to.MigrateAsync();
        return await from.WriteAcrossAccountsAsync(old => to.WriteAcrossAccountsAsync(@new => MoveAsync(old, @new, progress), keeps: moved => moved.Fault is null), keeps: _ => false);
    }

    private async Task<Copied> MoveAsync(PortalDbContext old, PortalDbContext @new, Action<double>? progress)
    {
        var moved = await CopyDatabase.RunAsync(old, @new, progress);
        if (moved.Fault is null)
        {
            await RingCopy.AddAsync(@new, ring.Value.XmlRepository!.GetAllElements());
            foreach (var account in await @new.Accounts.ToListAsync())
            {
                AuditLog.RecordCommand(@new, account.Id, AuditAction.DatabaseMoved, clock.GetUtcNow(), after: nameof(DatabaseProvider.Postgres));
            }
        }

        return moved;
    }
}

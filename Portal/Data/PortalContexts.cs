using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Options;

namespace Portal.Data;

/// <summary>The only way to the database: a context for one account, or one transaction that writes.</summary>
public sealed class PortalContexts : IDisposable
{
    private readonly DbContextOptions<SqlitePortalDbContext> options;
    private readonly AccountChanges feed;
    private readonly TimeProvider clock;

    // SQLite has one writer at a time; in line here is fair, its own busy loop is not.
    private readonly SemaphoreSlim writer = new(1, 1);

    public PortalContexts(IOptions<DatabaseOptions> database, DataDirectory directory, AccountChanges feed, TimeProvider clock)
    {
        ConnectionString = directory.ResolveSqlite(database.Value.ConnectionString);
        options = new DbContextOptionsBuilder<SqlitePortalDbContext>()
            .UseSqlite(ConnectionString)
            .AddInterceptors(new EachConnection())
            .ReplaceService<IModelCacheKeyFactory, PortalDbContext.ModelForEachView>()
            .Options;
        (this.feed, this.clock) = (feed, clock);
    }

    /// <summary>The connection string, with the file's full path.</summary>
    public string ConnectionString { get; }

    /// <summary>A context that sees the rows of one account and no others.</summary>
    public PortalDbContext For(Guid accountId) => new SqlitePortalDbContext(options, accountId, acrossAccounts: false);

    /// <summary>
    /// A context that sees the rows of every account. For what starts without an account: sign-in, workers, the command line.
    /// A test names the places that may call it.
    /// </summary>
    public PortalDbContext AcrossAccounts() => new SqlitePortalDbContext(options, Guid.Empty, acrossAccounts: true);

    /// <summary>Writes within one account: all of it, or nothing. Pages are told after the commit.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="work">What to do; it may save as often as it needs.</param>
    /// <param name="keeps">Whether a result is committed; without it every result is. An exception never is.</param>
    /// <param name="cancellationToken">Gives up before the work begins; work that has begun is finished.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row between reading and writing.</exception>
    public Task<T> WriteAsync<T>(
        Guid accountId, Func<PortalDbContext, Task<T>> work, Func<T, bool>? keeps = null, CancellationToken cancellationToken = default) =>
        WriteAsync(() => For(accountId), work, keeps, cancellationToken);

    /// <summary>Writes as <see cref="AcrossAccounts"/> sees.</summary>
    public Task<T> WriteAcrossAccountsAsync<T>(
        Func<PortalDbContext, Task<T>> work, Func<T, bool>? keeps = null, CancellationToken cancellationToken = default) =>
        WriteAsync(AcrossAccounts, work, keeps, cancellationToken);

    private async Task<T> WriteAsync<T>(
        Func<PortalDbContext> open, Func<PortalDbContext, Task<T>> work, Func<T, bool>? keeps, CancellationToken cancellationToken)
    {
        await writer.WaitAsync(cancellationToken);
        IReadOnlyList<AccountChange> announced;
        IReadOnlyList<Action> following;
        T result;
        try
        {
            await using var db = open();
            await using var transaction = await db.Database.BeginTransactionAsync(CancellationToken.None);
            result = await work(db);
            if (keeps is not null && !keeps(result))
            {
                return result;
            }

            // Saving sees what has to be announced.
            await db.SaveChangesAsync(CancellationToken.None);
            (announced, following) = (db.Announced, db.Following);
            db.Changes.AddRange(announced.Select(change => new ChangeRow
            {
                Node = feed.Node,
                AccountId = change.AccountId,
                OperatorId = change.OperatorId,
                Counts = change.Counts,
                At = clock.GetUtcNow(),
            }));
            await db.SaveChangesAsync(CancellationToken.None);
            await transaction.CommitAsync(CancellationToken.None);
        }
        finally
        {
            writer.Release();
        }

        foreach (var change in announced)
        {
            feed.Publish(change);
        }

        foreach (var act in following)
        {
            act();
        }

        return result;
    }

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();

    /// <summary>
    /// Durability and patience are settings of a connection in SQLite. FULL: an acknowledged commit survives a power failure.
    /// </summary>
    private sealed class EachConnection : DbConnectionInterceptor
    {
        private const string Pragmas = "PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA foreign_keys = ON;";

        public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
        {
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
        }

        public override async Task ConnectionOpenedAsync(
            DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }
}

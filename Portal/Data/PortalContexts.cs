using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>The only way to the database: a context for one account, or one transaction that writes.</summary>
public sealed class PortalContexts(DatabaseEngine engine, AccountChanges feed, Measures measures, TimeProvider clock) : IDisposable
{
    // In line here is fair; the busy loop of SQLite is not, and PostgreSQL would keep a connection for each who waits.
    private readonly SemaphoreSlim writer = new(1, 1);

    /// <summary>A database that is restarted is away for a moment: nobody who reads or writes need notice. Longer, and they are told.</summary>
    internal static readonly TimeSpan LongestAway = TimeSpan.FromSeconds(5);

    /// <summary>Until it is tried again.</summary>
    internal static readonly TimeSpan BetweenCalls = TimeSpan.FromMilliseconds(200);

    /// <summary>The engine, for what is done without a context.</summary>
    public DatabaseEngine Engine => engine;

    /// <summary>A context that sees the rows of one account and no others.</summary>
    public PortalDbContext For(Guid accountId) => engine.Open(accountId, acrossAccounts: false);

    /// <summary>
    /// A context that sees the rows of every account. For what starts without an account: sign-in, workers, the command line.
    /// A test names the places that may call it.
    /// </summary>
    public PortalDbContext AcrossAccounts() => engine.Open(Guid.Empty, acrossAccounts: true);

    /// <summary>Writes within one account: all of it, or nothing. Pages are told after the commit.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="work">What to do; it may save as often as it needs.</param>
    /// <param name="keeps">Whether a result is committed; without it every result is. An exception never is.</param>
    /// <param name="cancellationToken">Gives up before the work begins; work that has begun is finished.</param>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed a row between reading and writing.</exception>
    /// <exception cref="LostCommitException">Whether it was committed, nobody can tell.</exception>
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
        var asked = Stopwatch.GetTimestamp();
        await writer.WaitAsync(cancellationToken);
        IReadOnlyList<AccountChange> announced;
        IReadOnlyList<Action> following;
        T result;
        try
        {
            await using var db = await BeginAsync(open, asked);
            var begun = measures.Begun(asked);
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
            if (announced.Count > 0)
            {
                await engine.TellAsync(db);
            }

            try
            {
                await db.Database.CommitTransactionAsync(CancellationToken.None);
            }
            catch (Exception failure) when (engine.LeavesCommitUnknown(failure))
            {
                // Pages that look once too often harm nobody.
                Publish(announced);
                throw new LostCommitException(failure);
            }

            measures.Committed(db, begun);
        }
        finally
        {
            writer.Release();
        }

        Publish(announced);
        foreach (var act in following)
        {
            act();
        }

        return result;
    }

    // The turn to write, in a transaction. Connections that were kept are dead once the database was restarted; as nothing was asked of
    // it yet, that can be asked again.
    private async Task<PortalDbContext> BeginAsync(Func<PortalDbContext> open, long asked)
    {
        while (true)
        {
            var db = open();
            try
            {
                await db.Database.BeginTransactionAsync(CancellationToken.None);
                await engine.TakeTurnAsync(db);
                return db;
            }
            catch (Exception failure)
            {
                await db.DisposeAsync();
                if (failure is not DbException { IsTransient: true } || Stopwatch.GetElapsedTime(asked) > LongestAway)
                {
                    throw;
                }
            }

            await Task.Delay(BetweenCalls, CancellationToken.None);
        }
    }

    private void Publish(IReadOnlyList<AccountChange> announced)
    {
        foreach (var change in announced)
        {
            feed.Publish(change);
        }
    }

    /// <inheritdoc />
    public void Dispose() => writer.Dispose();
}

/// <summary>The database broke off while a transaction was being committed: whether it was, nobody can tell.</summary>
/// <param name="failure">How it broke off.</param>
public sealed class LostCommitException(Exception failure)
    : DbException("The database broke off during a commit; whether that was done is not known.", failure);

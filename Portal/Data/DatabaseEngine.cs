using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Data;

/// <summary>What one database engine does in its own way; all else is the same on each. Chosen once, by <c>Database:Provider</c>.</summary>
public abstract class DatabaseEngine : IAsyncDisposable
{
    /// <summary>What people call it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether several nodes share the database.</summary>
    public abstract bool IsShared { get; }

    /// <summary>The connection string in full, for a connection of one's own.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>A context; see <see cref="PortalContexts"/>, which alone makes them.</summary>
    public abstract PortalDbContext Open(Guid accountId, bool acrossAccounts);

    /// <summary>A connection of one's own, closed.</summary>
    public abstract DbConnection Connect();

    /// <summary>
    /// Waits, at the beginning of a transaction that writes, until no other process writes. So what was read in it still holds when
    /// it is committed, and rows that count up are committed in the order of their numbers.
    /// </summary>
    public abstract Task TakeTurnAsync(PortalDbContext db);

    /// <summary>Whether a commit that failed so may have been done all the same.</summary>
    public abstract bool LeavesCommitUnknown(Exception failure);

    /// <summary>
    /// Applies the migrations that are missing. Others who would do so at the same time wait; whoever was killed while migrating keeps nobody
    /// from it.
    /// </summary>
    public virtual Task MigrateAsync(PortalDbContext db, CancellationToken cancellationToken) => db.Database.MigrateAsync(cancellationToken);

    /// <summary>Begins a transaction that sees one moment of the whole database and keeps nobody from writing meanwhile.</summary>
    public abstract Task<IDbContextTransaction> SnapshotAsync(PortalDbContext db);

    /// <summary>Whether another program has the database open: a server, or another command.</summary>
    public abstract Task<bool> IsInUseAsync();

    /// <summary>Tells other processes, with the commit of the transaction, that there are changes to be read.</summary>
    public abstract Task TellAsync(PortalDbContext db);

    /// <summary>Listens for what other processes write.</summary>
    public abstract Task<ChangeSignal> ListenAsync(CancellationToken cancellationToken);

    /// <summary>Makes ready what a database of the present schema still needs.</summary>
    public abstract Task PrepareAsync(PortalDbContext db, CancellationToken cancellationToken);

    /// <summary>Gives a transaction that writes very many rows what makes it quick.</summary>
    public abstract Task PrepareForManyAsync(PortalDbContext db);

    /// <summary>Writes something that means nothing, in a transaction: its commit needs room, and a disk that takes it.</summary>
    public abstract Task WriteMarkAsync(PortalDbContext db);

    /// <summary>The time at the database; <see langword="null"/> where it has no clock of its own.</summary>
    public abstract Task<DateTimeOffset?> TimeAsync(PortalDbContext db, CancellationToken cancellationToken);

    /// <summary>What the engine itself finds wrong with what is stored, a line each.</summary>
    public abstract Task<IReadOnlyList<string>> FaultsAsync(PortalDbContext db, CancellationToken cancellationToken);

    /// <inheritdoc />
    public virtual ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}

/// <summary>Tells when another process may have written something.</summary>
public abstract class ChangeSignal : IAsyncDisposable
{
    /// <summary>Waits until something may have been written since the last call, or long enough that it is time to look.</summary>
    /// <exception cref="DbException">The database does not answer.</exception>
    public abstract Task WaitAsync(CancellationToken cancellationToken);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}

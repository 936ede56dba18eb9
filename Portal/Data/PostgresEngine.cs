using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Portal.Data;

/// <summary>PostgreSQL: one database that several nodes share.</summary>
public sealed class PostgresEngine : DatabaseEngine
{
    private const string Channel = "portal_changes";
    private const string Application = "Portal";

    // Of all the advisory locks in the database the one that is a turn to write. Any number does, as long as every node has the same.
    private const long TurnToWrite = 0x506F7274616C;

    // Connections of one node.
    private const int LongestPool = 40;

    private readonly NpgsqlDataSource source;
    private readonly DbContextOptions<PostgresPortalDbContext> options;

    public PostgresEngine(IOptions<DatabaseOptions> database)
    {
        // Named, or what is measured of it would carry the connection string.
        var builder = new NpgsqlDataSourceBuilder(Complete(database.Value.ConnectionString)) { Name = "portal" };
        source = builder.Build();
        ConnectionString = builder.ConnectionString;
        options = new DbContextOptionsBuilder<PostgresPortalDbContext>()
            .UseNpgsql(source, npgsql => npgsql.ExecutionStrategy(dependencies => new AskAgainStrategy(dependencies)))
            .ReplaceService<IModelCacheKeyFactory, PortalDbContext.ModelForEachView>()
            .Options;
    }

    /// <inheritdoc />
    public override string Name => "PostgreSQL";

    /// <inheritdoc />
    public override bool IsShared => true;

    /// <inheritdoc />
    public override string ConnectionString { get; }

    /// <inheritdoc />
    public override PortalDbContext Open(Guid accountId, bool acrossAccounts) => new PostgresPortalDbContext(options, accountId, acrossAccounts);

    /// <inheritdoc />
    public override DbConnection Connect() => source.CreateConnection();

    /// <inheritdoc />
    /// <remarks>The lock goes with the transaction, also when the node that has it is killed.</remarks>
    public override Task TakeTurnAsync(PortalDbContext db) => db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({TurnToWrite})");

    /// <inheritdoc />
    /// <remarks>
    /// A server that says no has not done it, unless it goes down with that, or says itself that it does not know
    /// (https://www.postgresql.org/docs/current/errcodes-appendix.html, class 08 and 40003).
    /// </remarks>
    public override bool LeavesCommitUnknown(Exception failure) => failure is PostgresException said
        ? said.InvariantSeverity is "FATAL" or "PANIC" || said.SqlState.StartsWith("08", StringComparison.Ordinal) || said.SqlState == PostgresErrorCodes.StatementCompletionUnknown
        : failure is NpgsqlException;

    /// <inheritdoc />
    public override Task<IDbContextTransaction> SnapshotAsync(PortalDbContext db) => db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);

    /// <inheritdoc />
    /// <remarks>Portal's own connections, at whichever node; those of this process are in one pool, which is emptied first.</remarks>
    public override async Task<bool> IsInUseAsync()
    {
        source.Clear();
        await using var look = source.CreateCommand(
            $"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND starts_with(application_name, '{Application}') AND pid <> pg_backend_pid()");

        // Those of a server that has just been stopped are there for a moment more.
        for (var tries = 0; tries < 10; tries++)
        {
            if ((long)(await look.ExecuteScalarAsync())! == 0)
            {
                return false;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        return true;
    }

    /// <inheritdoc />
    public override Task TellAsync(PortalDbContext db) => db.Database.ExecuteSqlRawAsync($"NOTIFY {Channel}");

    /// <inheritdoc />
    public override async Task<ChangeSignal> ListenAsync(CancellationToken cancellationToken)
    {
        var connection = await source.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var listen = new NpgsqlCommand($"LISTEN {Channel}", connection);
            await listen.ExecuteNonQueryAsync(cancellationToken);
            return new Notifications(connection);
        }
        catch
        {
            // A server that is still in recovery answers that it cannot: asked for again and again, that would empty the pool.
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public override Task PrepareAsync(PortalDbContext db, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public override Task PrepareForManyAsync(PortalDbContext db) => Task.CompletedTask;

    /// <inheritdoc />
    public override async Task WriteMarkAsync(PortalDbContext db)
    {
        // No row, but as an UPDATE it is refused where nothing may be written; and a number, which is written down.
        await db.MailDelivery.Where(row => row.Id < 0).ExecuteUpdateAsync(set => set.SetProperty(row => row.Fault, row => row.Fault));
        await db.Database.ExecuteSqlRawAsync("SELECT pg_logical_emit_message(true, 'portal', 'health')");
    }

    /// <inheritdoc />
    public override async Task<DateTimeOffset?> TimeAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        await db.Database.SqlQueryRaw<DateTime>("SELECT clock_timestamp() AS \"Value\"").SingleAsync(cancellationToken);

    /// <inheritdoc />
    /// <remarks>PostgreSQL looks after its pages itself: with checksums each is checked when it is read.</remarks>
    public override Task<IReadOnlyList<string>> FaultsAsync(PortalDbContext db, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await source.DisposeAsync();
        await base.DisposeAsync();
    }

    // What whoever runs the server has set stays.
    private static string Complete(string connectionString)
    {
        var complete = new NpgsqlConnectionStringBuilder(connectionString);

        // Nodes may be told apart by it, and a command knows all of them by how it begins.
        complete.ApplicationName = complete.ApplicationName is not { } given ? Application : given.StartsWith(Application, StringComparison.Ordinal) ? given : $"{Application} {given}";

        // Two nodes and what an administrator needs besides fit into the hundred that PostgreSQL allows by default.
        if (!new DbConnectionStringBuilder { ConnectionString = connectionString }.Keys.Cast<string>().Any(IsPoolSize))
        {
            complete.MaxPoolSize = LongestPool;
        }

        // A node that hangs in the middle of writing must not keep the others from it for ever.
        complete.Options ??= "-c idle_in_transaction_session_timeout=30s -c lock_timeout=30s";
        return complete.ToString();
    }

    private static bool IsPoolSize(string keyword) => keyword.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant() is "MAXIMUMPOOLSIZE" or "MAXPOOLSIZE";

    /// <summary>Is told of each commit that tells; looks by itself too, for what was told while the connection was broken.</summary>
    private sealed class Notifications(NpgsqlConnection connection) : ChangeSignal
    {
        private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

        // Seconds. A connection whose packets are dropped never says that it is gone.
        private const int LongestAnswer = 3;

        public override async Task WaitAsync(CancellationToken cancellationToken)
        {
            // A command of its own when nothing came: a connection that is gone is noticed by using it.
            if (!await connection.WaitAsync(Longest, cancellationToken))
            {
                await using var ask = new NpgsqlCommand("SELECT 1", connection) { CommandTimeout = LongestAnswer };
                await ask.ExecuteScalarAsync(cancellationToken);
            }
        }

        public override ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}

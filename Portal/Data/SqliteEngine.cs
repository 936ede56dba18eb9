using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;

namespace Portal.Data;

/// <summary>SQLite: one file in the data directory, for one machine.</summary>
public sealed class SqliteEngine : DatabaseEngine
{
    // EWOULDBLOCK of Linux and of macOS, ERROR_SHARING_VIOLATION of Windows. Anything else does not go away by waiting.
    private static readonly int[] IsOpenElsewhere = [11, 35, unchecked((int)0x80070020)];

    private readonly DbContextOptions<SqlitePortalDbContext> options;
    private readonly TimeProvider clock;

    public SqliteEngine(IOptions<DatabaseOptions> database, DataDirectory directory, TimeProvider clock)
    {
        ConnectionString = directory.ResolveSqlite(database.Value.ConnectionString);
        options = new DbContextOptionsBuilder<SqlitePortalDbContext>()
            .UseSqlite(ConnectionString)
            .AddInterceptors(new EachConnection())
            .ReplaceService<IModelCacheKeyFactory, PortalDbContext.ModelForEachView>()
            .Options;
        this.clock = clock;
    }

    /// <inheritdoc />
    public override string Name => "SQLite";

    /// <inheritdoc />
    public override bool IsShared => false;

    /// <inheritdoc />
    public override string ConnectionString { get; }

    /// <inheritdoc />
    public override PortalDbContext Open(Guid accountId, bool acrossAccounts) => new SqlitePortalDbContext(options, accountId, acrossAccounts);

    /// <inheritdoc />
    public override DbConnection Connect() => new SqliteConnection(ConnectionString);

    /// <inheritdoc />
    /// <remarks>The provider begins each transaction as one that writes (BEGIN IMMEDIATE), and SQLite has one at a time.</remarks>
    public override Task TakeTurnAsync(PortalDbContext db) => Task.CompletedTask;

    /// <inheritdoc />
    /// <remarks>Of what was written and not brought to the disk, nobody knows what the next one to open the file finds.</remarks>
    public override bool LeavesCommitUnknown(Exception failure) => failure is SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_IOERR };

    /// <inheritdoc />
    /// <remarks>
    /// The provider's lock is a row, which stays for ever when whoever made it is killed
    /// (https://learn.microsoft.com/ef/core/providers/sqlite/limitations#concurrent-migrations-protection). That of a file goes with the process.
    /// </remarks>
    public override async Task MigrateAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        await using var turn = await TurnToMigrateAsync($"{db.Database.GetDbConnection().DataSource}.migrating", cancellationToken);
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await base.MigrateAsync(db, cancellationToken);
    }

    private static async Task<FileStream> TurnToMigrateAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new(path, FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose);
            }
            catch (IOException busy) when (IsOpenElsewhere.Contains(busy.HResult))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
            }
        }
    }

    /// <inheritdoc />
    /// <remarks>With a write-ahead log whoever reads keeps the moment of the first reading.</remarks>
    public override async Task<IDbContextTransaction> SnapshotAsync(PortalDbContext db)
    {
        await db.Database.OpenConnectionAsync();
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.ExecuteSqlRawAsync("SELECT 1 FROM sqlite_master");
        return (await db.Database.UseTransactionAsync(transaction))!;
    }

    /// <inheritdoc />
    public override Task<bool> IsInUseAsync()
    {
        // Those of this process are in its pool.
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        using var alone = Alone(new SqliteConnectionStringBuilder(ConnectionString).DataSource);
        return Task.FromResult(alone is null);
    }

    /// <summary>
    /// A connection that keeps everybody else out until it is disposed; <see langword="null"/> while somebody has the database open. As long as
    /// nobody has, its write-ahead log can be folded into it.
    /// </summary>
    public static SqliteConnection? Alone(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ToString());
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA busy_timeout = 1000";
            command.ExecuteNonQuery();
            command.CommandText = "PRAGMA journal_mode = DELETE";
            if (command.ExecuteScalar() is not "delete")
            {
                connection.Dispose();
                return null;
            }

            command.CommandText = "BEGIN EXCLUSIVE";
            command.ExecuteNonQuery();
            return connection;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            connection.Dispose();
            return null;
        }
        catch (SqliteException)
        {
            // Broken: which is what a backup is for.
            return connection;
        }
    }

    /// <inheritdoc />
    /// <remarks>The file itself tells: <c>PRAGMA data_version</c>.</remarks>
    public override Task TellAsync(PortalDbContext db) => Task.CompletedTask;

    /// <inheritdoc />
    public override async Task<ChangeSignal> ListenAsync(CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(ConnectionString);
        await connection.OpenAsync(cancellationToken);
        return new DataVersion(connection, clock, await DataVersion.ReadAsync(connection, cancellationToken));
    }

    /// <inheritdoc />
    public override async Task PrepareAsync(PortalDbContext db, CancellationToken cancellationToken)
    {
        // Password hashes are for the program's own eyes, in a data directory that somebody else made too.
        var file = db.Database.GetDbConnection().DataSource;
        if (!OperatingSystem.IsWindows() && File.Exists(file))
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        // Readers do not wait for the writer. A property of the file, so once is enough.
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
    }

    /// <inheritdoc />
    /// <remarks>Rows go into the middle of a dozen indexes: with the usual two megabytes each page would be read and written again and again.</remarks>
    public override Task PrepareForManyAsync(PortalDbContext db) => db.Database.ExecuteSqlRawAsync("PRAGMA cache_size = -131072;");

    /// <inheritdoc />
    /// <remarks>A number of the file's own that nothing else uses; an UPDATE that changes nothing writes nothing.</remarks>
    public override Task WriteMarkAsync(PortalDbContext db) =>
        db.Database.ExecuteSqlRawAsync(string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {RandomNumberGenerator.GetInt32(int.MaxValue)}"));

    /// <inheritdoc />
    public override Task<DateTimeOffset?> TimeAsync(PortalDbContext db, CancellationToken cancellationToken) => Task.FromResult<DateTimeOffset?>(null);

    /// <inheritdoc />
    public override async Task<IReadOnlyList<string>> FaultsAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        [.. (await db.Database.SqlQueryRaw<string>("SELECT integrity_check AS Value FROM pragma_integrity_check").ToListAsync(cancellationToken)).Where(line => line != "ok")];

    /// <summary>Looks each second whether another connection has written.</summary>
    private sealed class DataVersion(SqliteConnection connection, TimeProvider clock, long seen) : ChangeSignal
    {
        private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

        private long seen = seen;

        public static async Task<long> ReadAsync(SqliteConnection connection, CancellationToken cancellationToken)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA data_version";
            return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
        }

        public override async Task WaitAsync(CancellationToken cancellationToken)
        {
            long version;
            do
            {
                // Not a periodic timer: what was slept through, on a machine that was suspended, needs one look and not one for each second.
                await Task.Delay(Period, clock, cancellationToken);
                version = await ReadAsync(connection, cancellationToken);
            }
            while (version == seen);
            seen = version;
        }

        public override ValueTask DisposeAsync() => connection.DisposeAsync();
    }

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

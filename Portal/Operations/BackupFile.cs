using System.Globalization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Security;

namespace Portal.Operations;

/// <summary>What a backup says of itself.</summary>
/// <param name="At">The moment that it holds.</param>
/// <param name="Engine">The engine of the installation.</param>
public sealed record BackupLabel(DateTimeOffset At, string Engine);

/// <summary>
/// A backup: one database of SQLite, whichever engine the installation is on, with every row and the ring of keys, which is encrypted.
/// The master key is not in it.
/// </summary>
internal sealed class BackupFile : IAsyncDisposable
{
    // PRAGMA application_id: tells a backup from any other file of SQLite. Never change.
    private const string Mark = "1346532657";
    private const string SetMark = $"PRAGMA application_id = {Mark}";

    private readonly SqliteEngine engine;
    private readonly MasterKey master;
    private readonly SealMemory memory;
    private readonly TimeProvider clock;

    /// <param name="path">Where it is, or will be.</param>
    /// <param name="master">The key under which its own keys have to open.</param>
    /// <param name="memory">What this node remembers of the record.</param>
    /// <param name="directory">The data directory.</param>
    /// <param name="measures">What is counted.</param>
    /// <param name="clock">The time.</param>
    public BackupFile(string path, MasterKey master, SealMemory memory, DataDirectory directory, Measures measures, TimeProvider clock)
    {
        Path = path;
        (this.master, this.memory, this.clock) = (master, memory, clock);

        // No pool: what is closed is closed, and the file can go where it belongs.
        var settings = new SqliteConnectionStringBuilder { DataSource = path, Pooling = false };
        engine = new(Options.Create(new DatabaseOptions { Provider = nameof(DatabaseProvider.Sqlite), ConnectionString = settings.ToString() }), directory, clock);
        Contexts = new(engine, new(), measures, clock);
    }

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>The way to its rows.</summary>
    public PortalContexts Contexts { get; }

    /// <summary>Makes a file for its owner's eyes only, where there is none.</summary>
    public static void Create(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
    }

    /// <summary>Reads what a file says of itself; <see langword="null"/> when it is no backup.</summary>
    public static BackupLabel? LabelOf(string path)
    {
        try
        {
            using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA application_id";
            if (Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) != Mark)
            {
                return null;
            }

            command.CommandText = "SELECT At, Engine FROM Backup";
            using var row = command.ExecuteReader();
            return row.Read() ? new(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)), row.GetString(1)) : null;
        }
        catch (SqliteException)
        {
            return null;
        }
    }

    /// <summary>Writes what it says of itself: that it is whole.</summary>
    public async Task LabelAsync(BackupLabel label)
    {
        await using var db = Contexts.AcrossAccounts();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE Backup (At INTEGER NOT NULL, Engine TEXT NOT NULL)");
        await db.Database.ExecuteSqlAsync($"INSERT INTO Backup VALUES ({label.At.ToUnixTimeMilliseconds()}, {label.Engine})");
        await db.Database.ExecuteSqlRawAsync(SetMark);
    }

    /// <summary>Makes it a database like any other.</summary>
    public async Task UnlabelAsync()
    {
        await using var db = Contexts.AcrossAccounts();
        await db.Database.ExecuteSqlRawAsync("DROP TABLE Backup; PRAGMA application_id = 0;");
    }

    /// <summary>Looks at all that is needed to go on from it: pages, keys and secrets. Answers what is wrong, a sentence each.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync()
    {
        await using var db = Contexts.AcrossAccounts();
        var faults = (await engine.FaultsAsync(db, CancellationToken.None)).Select(line => $"It is damaged: {line}").ToList();
        if (faults.Count > 0)
        {
            return faults;
        }

        await using var keys = Ring();
        var ring = keys.GetRequiredService<IKeyManager>().GetAllKeys();
        if (ring.Count == 0 && (await RingKeys.NeededAsync(db)).Count > 0)
        {
            return ["The ring of keys is not in it: no authenticator key could be read."];
        }

        if (!ring.All(RingKeys.Opens))
        {
            return [$"It was not made under the master key {master.FilePath}. Put the master key of that installation there first."];
        }

        var protection = new KeyProtection(keys.GetRequiredService<IDataProtectionProvider>(), NullLogger<KeyProtection>.Instance);
        var unreadable = 0;
        await foreach (var row in db.Authenticators.AsNoTracking().AsAsyncEnumerable())
        {
            unreadable += protection.TryUnprotect(row, out _) ? 0 : 1;
        }

        if (unreadable > 0)
        {
            faults.Add($"Authenticator keys that cannot be read, or belong to another operator: {unreadable}.");
        }

        var secrets = new ProviderSecrets(keys.GetRequiredService<IDataProtectionProvider>(), NullLogger<ProviderSecrets>.Instance);
        faults.AddRange((await db.SingleSignOns.AsNoTracking().Where(row => row.ProtectedSecret != null).ToListAsync())
            .Where(row => secrets.Open(row) is null).Select(row => $"The client secret of single sign-on {row.Name} cannot be read."));
        return faults;
    }

    /// <summary>Looks whether the record in it is as it was sealed. Answers what is wrong, a sentence each.</summary>
    public async Task<IReadOnlyList<string>> CheckRecordAsync()
    {
        SealReport record;
        try
        {
            record = await new AuditSeals(Contexts, master, memory, clock, NullLogger<AuditSeals>.Instance).CheckAsync();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return [$"The audit log could not be checked: {fault.Message}"];
        }

        var faults = new List<string>();
        if (record.FirstBroken is { } broken)
        {
            faults.Add($"The audit log is not as it was sealed: seal {broken.Number} does not hold.");
        }

        if (record.CutAtEnd is { } cut)
        {
            faults.Add($"Entries {cut.First} to {cut.Last} at the end of the audit log are missing.");
        }

        return faults;
    }

    /// <summary>Folds everything into the one file and puts it on the disk. Nothing can be read or written by this any more.</summary>
    public async Task CloseAsync()
    {
        await using (var db = Contexts.AcrossAccounts())
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE");
        }

        using var file = new FileStream(Path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Contexts.Dispose();
        await engine.DisposeAsync();
    }

    // Data protection over the ring that is in the file, and nothing else.
    private ServiceProvider Ring() => new ServiceCollection()
        .AddLogging()
        .AddSingleton(master)
        .AddDataProtection().SetApplicationName("Portal").DisableAutomaticKeyGeneration()
        .Services.Configure<KeyManagementOptions>(options => (options.XmlRepository, options.XmlEncryptor) = (new DatabaseKeyRing(Contexts), new MasterKeyXmlEncryptor(master)))
        .BuildServiceProvider();
}

using System.Collections.Concurrent;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>The database of a data directory: a new one, as the migrations leave it, and the same again after a restart.</summary>
internal static partial class TestDatabase
{
    private static readonly IReadOnlyDictionary<string, string> Embedded = new Dictionary<string, string>();
    private static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Databases = new();

    // One for all: nodes on one database share it.
    private static readonly Lazy<string> MasterKeyFile = new(OwnersFile.NewMasterKey);

    /// <summary>Answers the settings with which a program uses the database of its data directory.</summary>
    /// <param name="directory">The data directory.</param>
    /// <param name="isNew">Whether nothing is there yet; else a program brings its own database, or has.</param>
    /// <param name="engine">The engine; else that of the running test.</param>
    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(string directory, bool isNew, DatabaseProvider? engine = null)
    {
        if ((engine ?? Provider) == DatabaseProvider.Postgres)
        {
            return Settings(await Databases.GetOrAdd(directory, _ => new(PostgresCluster.CreateDatabaseAsync)).Value);
        }

        if (isNew)
        {
            Directory.CreateDirectory(directory);
            await EmptyDatabase.CopyToAsync(directory);
        }

        return Embedded;
    }

    /// <summary>The settings with which another program uses the same database.</summary>
    public static IReadOnlyDictionary<string, string> SettingsOf(DatabaseEngine engine) => engine is PostgresEngine
        ? Settings(engine.ConnectionString)
        : new Dictionary<string, string> { ["ConnectionStrings:Portal"] = engine.ConnectionString };

    /// <summary>The settings with which a program uses a database of PostgreSQL.</summary>
    public static IReadOnlyDictionary<string, string> Settings(string connectionString) => new Dictionary<string, string>
    {
        ["Database:Provider"] = nameof(DatabaseProvider.Postgres),
        ["ConnectionStrings:Portal"] = connectionString,
        ["Portal:MasterKeyFile"] = MasterKeyFile.Value,
    };
}

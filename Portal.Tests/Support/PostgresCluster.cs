using Npgsql;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>
/// The PostgreSQL of the run: started when the first test needs it. What is kept when it fails has a server of its own, which is slower.
/// </summary>
internal static class PostgresCluster
{
    private const string Template = "portal_empty";

    private static readonly Lazy<Task<PostgresServer>> Started = new(() => Task.Run(() => PostgresServer.StartAsync(isDurable: false)));
    private static readonly Lazy<Task> Migrated = new(() => Task.Run(MigrateAsync));

    /// <summary>A connection string for a database of the cluster.</summary>
    public static async Task<string> ConnectionStringAsync(string database) => (await Started.Value).ConnectionString(database);

    /// <summary>A new database, as the migrations leave it; answers its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        await Migrated.Value;
        return await CreateAsync(Template);
    }

    /// <summary>A new database with nothing in it; answers its connection string.</summary>
    public static Task<string> CreateEmptyAsync() => CreateAsync("template0");

    private static async Task<string> CreateAsync(string template)
    {
        var server = await Started.Value;
        return server.ConnectionString(await server.CreateDatabaseAsync(template));
    }

    private static async Task MigrateAsync()
    {
        var node = PortalServices.Create([.. TestDatabase.Settings(await CreateEmptyAsync()).Select(setting => (setting.Key, setting.Value))]);
        string name;
        await using (node)
        {
            await node.Contexts.MigrateAsync();
            name = new NpgsqlConnectionStringBuilder(node.Contexts.Engine.ConnectionString).Database!;
        }

        await (await Started.Value).ExecuteAsync($"ALTER DATABASE {name} RENAME TO {Template}");
    }
}

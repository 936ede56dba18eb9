using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>
/// A PostgreSQL of the run's own: started when the first test needs it, on loopback, and gone with the run, however that ends. It
/// does not wait for its disk; what is kept when a machine fails has tests of its own.
/// </summary>
internal static class PostgresCluster
{
    private const string Owner = "postgres";
    private const string Template = "portal_empty";
    private const string ServerPackage = "postgresql";

    // The server stays as long as its standard input is open: it ends with the run even when the run is killed.
    private const string UntilInputEnds =
        """
        "$1/postgres" -D "$2" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 -c max_connections=400 -c shared_buffers=64MB \
            -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c autovacuum=off >"$2.log" 2>&1 &
        cat >/dev/null
        kill -QUIT $!
        wait
        rm -rf "$2" "$2.log"
        """;

    private static readonly Lazy<Task<int>> Started = new(() => Task.Run(StartAsync));
    private static readonly Lazy<Task> Migrated = new(() => Task.Run(MigrateAsync));
    private static int made;

    /// <summary>A connection string for a database of the cluster.</summary>
    public static async Task<string> ConnectionStringAsync(string database) =>
        $"Host=127.0.0.1;Port={await Started.Value};Username={Owner};Database={database};Include Error Detail=true";

    /// <summary>A new database, as the migrations leave it; answers its connection string.</summary>
    public static async Task<string> CreateDatabaseAsync()
    {
        await Migrated.Value;
        return await CreateAsync($"TEMPLATE {Template}");
    }

    /// <summary>A new database with nothing in it; answers its connection string.</summary>
    public static Task<string> CreateEmptyAsync() => CreateAsync("TEMPLATE template0");

    private static async Task<string> CreateAsync(string from)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"portal_{Interlocked.Increment(ref made)}");
        await ExecuteAsync($"CREATE DATABASE {name} {from}");
        return await ConnectionStringAsync(name);
    }

    private static async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(await ConnectionStringAsync(Owner) + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
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

        await ExecuteAsync($"ALTER DATABASE {name} RENAME TO {Template}");
    }

    private static async Task<int> StartAsync()
    {
        var programs = await ProgramsAsync();
        var (directory, port) = (Directory.CreateTempSubdirectory("portal-postgres-").FullName, PortalApp.KnownPort());
        IReadOnlyList<string> asOwner = Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Owner}", $"--regid={Owner}", "--init-groups"] : ["env"];
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            await Command.RunAsync("chown", Owner, directory);
        }

        var data = Path.Combine(directory, "data");
        await Command.RunAsync(asOwner[0], [.. asOwner.Skip(1), Path.Combine(programs, "initdb"), "-D", data, "-U", Owner, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]);
        var start = new ProcessStartInfo(asOwner[0], [.. asOwner.Skip(1), "sh", "-c", UntilInputEnds, "sh", programs, data, port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            WorkingDirectory = directory,
        };
        var server = Process.Start(start)!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => server.StandardInput.Close();
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username={Owner};Database={Owner};Pooling=false");
        if (await Patience.UntilAsync(() => AnswerAsync(source)) is null)
        {
            throw new InvalidOperationException($"PostgreSQL did not start: {await File.ReadAllTextAsync($"{data}.log")}");
        }

        return port;
    }

    private static async Task<string?> AnswerAsync(NpgsqlDataSource source)
    {
        try
        {
            await using var connection = await source.OpenConnectionAsync();
            return connection.ServerVersion;
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }

    // Debian keeps the server's programs beside its version, away from PATH.
    private static async Task<string> ProgramsAsync()
    {
        if (Find() is { } there)
        {
            return there;
        }

        await DebianPackages.EnsureAsync(() => Find() is not null, "the server of PostgreSQL", ServerPackage);
        return Find()!;

        static string? Find() => Command.Find("postgres") is { } onPath
            ? Path.GetDirectoryName(onPath)
            : Directory.Exists("/usr/lib/postgresql")
                ? Directory.EnumerateFiles("/usr/lib/postgresql", "postgres", SearchOption.AllDirectories).Order().Select(Path.GetDirectoryName).LastOrDefault()
                : null;
    }
}

using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Portal.Tests.Support;

/// <summary>A PostgreSQL of one's own, from Debian's package: on loopback, gone when it is disposed and with the run, however that ends.</summary>
internal sealed class PostgresServer : IAsyncDisposable
{
    private const string Owner = "postgres";
    private const string Package = "postgresql";

    // The server stays as long as its standard input is open: it ends with the run even when the run is killed.
    private const string UntilInputEnds =
        """
        "$1/postgres" -D "$2" -p "$3" -k "$2" -c listen_addresses=127.0.0.1 -c max_connections=400 -c shared_buffers=64MB \
            -c "fsync=$4" -c "synchronous_commit=$4" -c "full_page_writes=$4" -c autovacuum=off >"$2.log" 2>&1 &
        cat >/dev/null
        server=$(head -n 1 "$2/postmaster.pid")
        kill -QUIT "$server"
        while kill -0 "$server" 2>/dev/null; do sleep 0.1; done
        cd / && rm -rf "${2%/*}"
        """;

    private readonly string programs;
    private readonly string data;
    private readonly int port;
    private readonly Process keeper;
    private int made;

    private PostgresServer(string programs, string data, int port, Process keeper) => (this.programs, this.data, this.port, this.keeper) = (programs, data, port, keeper);

    /// <summary>Starts one.</summary>
    /// <param name="isDurable">
    /// Whether it waits for its disk, so that what it said yes to is there after it has crashed. That makes it slower.
    /// </param>
    public static async Task<PostgresServer> StartAsync(bool isDurable)
    {
        var programs = await ProgramsAsync();
        var (directory, port) = (RunFolder.NewPlace("portal-postgres", onDisk: isDurable), PortalApp.KnownPort());
        if (Environment.IsPrivilegedProcess)
        {
            // PostgreSQL refuses to run as root.
            await Command.RunAsync("chown", Owner, directory);
        }

        var data = Path.Combine(directory, "data");
        await RunAsOwnerAsync(Path.Combine(programs, "initdb"), "-D", data, "-U", Owner, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        var command = AsOwner("sh", "-c", UntilInputEnds, "sh", programs, data, port.ToString(CultureInfo.InvariantCulture), isDurable ? "on" : "off");
        var keeper = Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, WorkingDirectory = directory })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => keeper.StandardInput.Close();
        var server = new PostgresServer(programs, data, port, keeper);
        return await server.AnswersAsync() ? server : throw new InvalidOperationException($"PostgreSQL did not start: {await File.ReadAllTextAsync($"{data}.log")}");
    }

    /// <summary>A connection string for one of its databases.</summary>
    public string ConnectionString(string database) => $"Host=127.0.0.1;Port={port};Username={Owner};Database={database};Include Error Detail=true";

    /// <summary>A new database; answers its name.</summary>
    /// <param name="template">What it is a copy of; <c>template0</c> has nothing in it.</param>
    public async Task<string> CreateDatabaseAsync(string template = "template0")
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"portal_{Interlocked.Increment(ref made)}");

        // Copied as files: a third cheaper than by way of the log, and there are many of them.
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return name;
    }

    /// <summary>Runs a command as the server's owner.</summary>
    public async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{ConnectionString(Owner)};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Restarts it, and comes back when it answers again.</summary>
    /// <param name="crashes">Whether it goes down as in a crash: in the middle of everything, without a word to anybody.</param>
    public async Task RestartAsync(bool crashes)
    {
        await RunAsOwnerAsync(Path.Combine(programs, "pg_ctl"), "restart", "--pgdata", data, "--mode", crashes ? "immediate" : "fast", "--wait", "--log", $"{data}.log");
        if (!await AnswersAsync())
        {
            throw new InvalidOperationException($"PostgreSQL did not come back: {await File.ReadAllTextAsync($"{data}.log")}");
        }
    }

    /// <summary>Makes it a standby that is still in recovery, as the other server is after a fail-over until it is promoted: it answers, and writes nothing.</summary>
    public async Task BecomeStandbyAsync()
    {
        await RunAsOwnerAsync("touch", Path.Combine(data, "standby.signal"));
        await RestartAsync(crashes: false);
    }

    /// <summary>Promotes it.</summary>
    public Task PromoteAsync() => ExecuteAsync("SELECT pg_promote()");

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        keeper.StandardInput.Close();
        await keeper.WaitForExitAsync();
    }

    private async Task<bool> AnswersAsync() => await Patience.UntilAsync(async () =>
    {
        try
        {
            await ExecuteAsync("SELECT 1");
            return "";
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }) is not null;

    private static Task<string> RunAsOwnerAsync(params string[] command)
    {
        var all = AsOwner(command);
        return Command.RunAsync(all[0], all[1..]);
    }

    private static string[] AsOwner(params string[] command) =>
        Environment.IsPrivilegedProcess ? ["setpriv", $"--reuid={Owner}", $"--regid={Owner}", "--init-groups", .. command] : command;

    // Debian keeps the server's programs beside its version, away from PATH.
    private static async Task<string> ProgramsAsync()
    {
        if (Find() is { } there)
        {
            return there;
        }

        await DebianPackages.EnsureAsync(() => Find() is not null, "the server of PostgreSQL", Package);
        return Find()!;

        static string? Find() => Command.Find("postgres") is { } onPath
            ? Path.GetDirectoryName(onPath)
            : Directory.Exists("/usr/lib/postgresql")
                ? Directory.EnumerateFiles("/usr/lib/postgresql", "postgres", SearchOption.AllDirectories).Order().Select(Path.GetDirectoryName).LastOrDefault()
                : null;
    }
}

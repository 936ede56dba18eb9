using System.Data.Common;
using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Operations;

/// <summary>A program that is killed while it makes the database its own, one that is older than its database, and one that may not write.</summary>
public sealed class MigrationFaultsTests(PublishedPortal portal) : IClassFixture<PublishedPortal>
{
    // How often it is cut off before it is done, and how many kills that may take: some come too late.
    private const int Cuts = 3;
    private const int MostKills = 15;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Killed_again_and_again_while_it_migrates_it_comes_up_at_last(DatabaseProvider engine)
    {
        var settings = await NewAsync(engine);
        var cut = 0;
        for (var kill = 0; kill < MostKills && cut < Cuts; kill++)
        {
            // In the middle of a migration, or, where each has a transaction of its own that is soon over, between two of them.
            var before = await AppliedAsync(engine, settings);
            using var process = portal.Start(settings);
            Assert.True(await Patience.UntilAsync(async () => await MigratesAsync(engine, settings, before) ? "" : null) is not null, "It never began to migrate.");
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
            if (await AppliedAsync(engine, settings) < MigrationsOf(engine))
            {
                cut++;
            }
            else
            {
                settings = await NewAsync(engine);
            }
        }

        Assert.Equal(Cuts, cut);
        await using var running = await portal.ServeAsync(settings);
        using var browser = new HttpBrowser(running.Address);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).Status);
        Assert.Equal(0, (await portal.RunAsync(settings, "", "check")).ExitCode);
    }

    [Fact]
    public async Task The_lock_of_one_that_was_killed_keeps_nobody_from_migrating()
    {
        await using var node = PortalServices.Create();
        await ExecuteAsync(node.Contexts.Engine.ConnectionString, """
            CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
            INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01 00:00:00');
            """);

        await node.Contexts.MigrateAsync(Cancellation).WaitAsync(Patience.Long, Cancellation);

        Assert.Equal("Example Company", (await node.AddAccountAsync()).Name);
        Assert.Empty(Directory.GetFiles(node.Directory, "*.migrating"));
    }

    [Fact]
    public async Task Two_programs_that_make_one_file_at_once_both_come_up()
    {
        await using var first = PortalServices.Create();
        await using var second = first.Another();

        await Task.WhenAll(Task.Run(() => first.Contexts.MigrateAsync(Cancellation)), Task.Run(() => second.Contexts.MigrateAsync(Cancellation)));

        Assert.Equal("Example Company", (await second.AddAccountAsync()).Name);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task An_older_program_leaves_a_newer_database_alone_and_says_which_it_is(DatabaseProvider engine)
    {
        var settings = await NewAsync(engine);
        await using (await portal.ServeAsync(settings))
        {
        }

        const string Newer = """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('20990101000000_Tomorrow', '99.0.0')""";
        await ExecuteAsync(engine, settings, Newer);

        var (exitCode, _, error) = await portal.RunAsync(settings, "");

        Assert.Equal(1, exitCode);
        Assert.Contains("The database was written by a newer Portal (it knows 20990101000000_Tomorrow). Start that one, or restore a backup.", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_directory_that_has_become_read_only_stops_the_start_with_a_sentence()
    {
        await using var disk = await SmallDisk.MountAsync();
        var settings = Settings(Path.Combine(disk.Path, "data"));
        await using (await portal.ServeAsync(settings))
        {
        }

        // Left by one that was killed: in nobody's way, and no reason to wait.
        await File.WriteAllTextAsync($"{FileOf(settings)}.migrating", "", Cancellation);
        await disk.MakeReadOnlyAsync();

        var (exitCode, _, error) = await portal.RunAsync(settings, "");

        Assert.Equal(1, exitCode);
        Assert.Equal($"Portal does not start:\n  - Read-only file system : '{FileOf(settings)}'\n", error);
    }

    private static async Task<Dictionary<string, string>> NewAsync(DatabaseProvider engine)
    {
        var settings = Settings(PublishedPortal.NewDataDirectory());
        if (engine == DatabaseProvider.Postgres)
        {
            foreach (var (path, value) in TestDatabase.Settings(await PostgresCluster.CreateEmptyAsync()))
            {
                settings[path.Replace(":", "__", StringComparison.Ordinal)] = value;
            }
        }

        return settings;
    }

    private static Dictionary<string, string> Settings(string dataDirectory) => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Portal__PublicUrl"] = "https://portal.example.com",
        ["Portal__DataDirectory"] = dataDirectory,
    };

    private static string FileOf(Dictionary<string, string> settings) => Path.Combine(settings["Portal__DataDirectory"], "portal.db");

    private static int MigrationsOf(DatabaseProvider engine)
    {
        using PortalDbContext db = engine == DatabaseProvider.Postgres ? new PostgresDesignTimeFactory().CreateDbContext([]) : new SqliteDesignTimeFactory().CreateDbContext([]);
        return db.Database.GetMigrations().Count();
    }

    private static async Task<bool> MigratesAsync(DatabaseProvider engine, Dictionary<string, string> settings, long before)
    {
        if (engine == DatabaseProvider.Sqlite)
        {
            return await AppliedAsync(engine, settings) > before;
        }

        await using var source = NpgsqlDataSource.Create($"{settings["ConnectionStrings__Portal"]};Pooling=false");
        await using var look = source.CreateCommand("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_xid IS NOT NULL");
        return (long)(await look.ExecuteScalarAsync(Cancellation))! > 0;
    }

    // None as long as nothing is there.
    private static async Task<long> AppliedAsync(DatabaseProvider engine, Dictionary<string, string> settings)
    {
        const string Count = """SELECT count(*) FROM "__EFMigrationsHistory" """;
        try
        {
            await using DbConnection connection = engine == DatabaseProvider.Sqlite
                ? new SqliteConnection($"Data Source={FileOf(settings)};Mode=ReadOnly;Pooling=false")
                : new NpgsqlConnection($"{settings["ConnectionStrings__Portal"]};Pooling=false");
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = Count;
            return Convert.ToInt64(await command.ExecuteScalarAsync(Cancellation), System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (DbException)
        {
            return 0;
        }
    }

    private static async Task ExecuteAsync(DatabaseProvider engine, Dictionary<string, string> settings, string sql)
    {
        if (engine == DatabaseProvider.Sqlite)
        {
            await ExecuteAsync($"Data Source={FileOf(settings)}", sql);
            return;
        }

        await using var source = NpgsqlDataSource.Create($"{settings["ConnectionStrings__Portal"]};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new SqliteConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}

using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Portal.Data;
using Portal.Domain;
using Portal.Operations;
using Portal.Security;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Operations;

/// <summary>A disk that is full under SQLite, and a PostgreSQL that has become read-only, as after a fail-over to a standby.</summary>
public sealed class NothingCanBeWrittenTests
{
    private const string Administrator = "gijs@example.com";

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Whoever_saves_is_told_so_nothing_is_half_done_pages_can_be_read_and_all_goes_on_without_a_restart(DatabaseProvider engine)
    {
        await using var storage = engine == DatabaseProvider.Sqlite ? await FullDisk.PrepareAsync() : await ReadOnlyDatabase.PrepareAsync();
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        var log = new RecordedLog();
        await using var app = new PortalApp(clock, settings: storage.Settings, dataDirectory: storage.DataDirectory, services: services => services.AddSingleton<ILoggerProvider>(log));
        using var gijs = await app.SignInAsync(Administrator, PortalApp.PhoneOf(Administrator));
        await using var page = new CircuitClient(app.BaseAddress, gijs.Cookies);
        await page.OpenAsync("/account/settings");
        await page.WaitForTextAsync("operators, each counted once");
        var chosen = page.Elements.Any(element => element["id"] == "default-Required" && element["checked"] is not null) ? "default-Optional" : "default-Required";
        using var bram = app.NewBrowser();
        bram.Headers.AcceptLanguage.ParseAdd("nl");
        var before = await StateAsync(app);
        await storage.StopAsync();

        // Long enough that being seen would have to be written down.
        clock.Advance(TimeSpan.FromMinutes(1));
        await page.ChangeAsync(element => element["id"] == chosen, "on");
        await page.WaitForTextAsync("Something went wrong here and nothing was changed. Try again in a moment.");
        var refused = await TypePasswordAsync(bram);

        Assert.Equal(HttpStatusCode.InternalServerError, refused.Status);
        Assert.Contains("Hier ging iets mis", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await gijs.GetAsync("/me")).Status);
        Assert.Equal(HttpStatusCode.OK, (await gijs.GetAsync("/operators")).Status);
        Assert.Equal(HealthStatus.Unhealthy, (await new DatabaseProbe(app.Contexts).LookAsync(CancellationToken.None)).Status);
        Assert.Equal(before, await StateAsync(app));
        Assert.Single(log.Lines, line => line.StartsWith("AccountDefaultChanged by operator", StringComparison.Ordinal) && line.Contains("was not saved", StringComparison.Ordinal));
        Assert.Single(log.Lines, line => line.StartsWith("An unhandled exception", StringComparison.Ordinal));

        await storage.GoOnAsync();
        await page.ChangeAsync(element => element["id"] == chosen, "on");
        await page.WaitForTextAsync("Saved");
        Assert.NotEqual(HttpStatusCode.InternalServerError, (await TypePasswordAsync(bram)).Status);
        await app.Services.GetRequiredService<AuditSeals>().SealAsync(CancellationToken.None);
        Assert.Null((await app.Services.GetRequiredService<AuditSeals>().CheckAsync()).FirstBroken);
    }

    private static async Task<HttpAnswer> TypePasswordAsync(HttpBrowser bram) => await bram.SubmitAsync(
        await bram.GetAsync("/sign-in"), "form[action='/sign-in']", ("email", "bram@example.com"), ("password", DemoPeople.Password));

    private static async Task<(TwoFactorPolicy Default, int Entries, int Sessions, int Mails)> StateAsync(PortalApp app)
    {
        await using var db = app.Contexts.AcrossAccounts();
        return ((await db.Accounts.SingleAsync()).DefaultPolicy, await db.AuditEntries.CountAsync(), await db.Sessions.CountAsync(), await db.Mails.CountAsync());
    }

    private abstract class Storage : IAsyncDisposable
    {
        public abstract IReadOnlyDictionary<string, string> Settings { get; }

        public abstract string DataDirectory { get; }

        public abstract Task StopAsync();

        public abstract Task GoOnAsync();

        public abstract ValueTask DisposeAsync();
    }

    private sealed class FullDisk(SmallDisk disk) : Storage
    {
        public override IReadOnlyDictionary<string, string> Settings { get; } = new Dictionary<string, string>
        {
            ["Database:Provider"] = nameof(DatabaseProvider.Sqlite),
            ["ConnectionStrings:Portal"] = "Data Source=portal.db",
        };

        public override string DataDirectory => Path.Combine(disk.Path, "data");

        public static async Task<Storage> PrepareAsync() => new FullDisk(await SmallDisk.MountAsync());

        public override async Task StopAsync()
        {
            // What the write-ahead log has taken of the disk before could be written to once more.
            await using var connection = new SqliteConnection($"Data Source={Path.Combine(DataDirectory, "portal.db")};Pooling=false");
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var fold = connection.CreateCommand();
            fold.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await fold.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            disk.Fill();
        }

        public override Task GoOnAsync()
        {
            disk.Free();
            return Task.CompletedTask;
        }

        public override ValueTask DisposeAsync() => disk.DisposeAsync();
    }

    private sealed class ReadOnlyDatabase(string connectionString) : Storage
    {
        public override IReadOnlyDictionary<string, string> Settings { get; } = TestDatabase.Settings(connectionString);

        public override string DataDirectory { get; } = PortalApp.NewDataDirectory();

        public static async Task<Storage> PrepareAsync() => new ReadOnlyDatabase(await PostgresCluster.CreateDatabaseAsync());

        public override Task StopAsync() => BecomeAsync("on");

        public override Task GoOnAsync() => BecomeAsync("off");

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private async Task BecomeAsync(string isReadOnly)
        {
            await using var source = NpgsqlDataSource.Create($"{connectionString};Pooling=false;Options=-c default_transaction_read_only=off");
            await using var set = source.CreateCommand(
                $"""
                ALTER DATABASE "{new NpgsqlConnectionStringBuilder(connectionString).Database}" SET default_transaction_read_only = {isReadOnly};
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid();
                """);
            await set.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }
}

using System.Net;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Operations;

/// <summary>The program as whoever runs the server meets it: published, started from anywhere, configured by environment.</summary>
public class ProgramTests(PublishedPortal portal) : IClassFixture<PublishedPortal>
{
    [Fact]
    public async Task A_bad_setting_stops_the_start_with_every_fault_named()
    {
        var (exitCode, _, error) = await portal.RunAsync(
            new Dictionary<string, string>
            {
                ["Urls"] = "nonsense",
                ["Portal__PublicUrl"] = "http://portal.example.com/path",
                ["Portal__Issuer"] = "A:B",
                ["Portal__DataDirectory"] = " ",
                ["Portal__TrustedProxies"] = "10.0.0.5, someone",
                ["Portal__InstallationAdministrators"] = "ada@example.com, ada",
                ["Session__Idle"] = "soon",
                ["Database__Provider"] = "Oracle",
                ["Mail__Transport"] = "Pigeon",
                ["Mail__PickupDirectory"] = " ",
                ["Mail__From"] = "Portal <portal@example.com>",
                ["Mail__Smtp__Port"] = "smtp",
                ["Mail__Smtp__Security"] = "Some",
                ["Mail__Smtp__UserName"] = "portal",
                ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "collector",
                ["OTEL_EXPORTER_OTLP_LOGS_ENDPOINT"] = "tcp://localhost:4317",
                ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/json",
            },
            input: "");

        Assert.Equal(1, exitCode);
        Assert.All(
            [
                "Urls", "Portal:PublicUrl", "Portal:Issuer", "Portal:DataDirectory", "\"someone\"", "Portal:InstallationAdministrators", "Session:Idle", "Database:Provider",
                "Mail:Transport", "Mail:PickupDirectory", "Mail:From", "Mail:Smtp:Port", "Mail:Smtp:Security", "Mail:Smtp:Password",
                "OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_LOGS_ENDPOINT", "OTEL_EXPORTER_OTLP_PROTOCOL",
            ],
            named => Assert.Contains(named, error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://portal.example.com", "https://")]
    [InlineData("https://portal.example.com/portal", "without a path")]
    public async Task Outside_Development_an_address_that_people_must_not_use_stops_the_start(string publicUrl, string said)
    {
        var (exitCode, _, error) = await portal.RunAsync(Production(PublishedPortal.NewDataDirectory(), publicUrl), input: "");

        Assert.Equal(1, exitCode);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_folder_serves_pages_and_files_from_anywhere_and_shows_no_demo()
    {
        await using var running = await portal.ServeAsync(Production(PublishedPortal.NewDataDirectory()));
        using var browser = new HttpBrowser(running.Address);

        var page = await browser.GetAsync("/sign-in");
        var style = await browser.GetAsync("/css/base.css");
        var script = await browser.GetAsync("/_framework/blazor.web.js");
        var mud = await browser.GetAsync("/_content/MudBlazor/MudBlazor.min.css");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Demo", page.Body, StringComparison.Ordinal);
        Assert.All([style, script, mud], file => Assert.True(file.Status == HttpStatusCode.OK && file.Body.Length > 1000));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).Status);
    }

    [Theory]
    [InlineData("127.0.0.1", "portal.example.com")]
    [InlineData("", "portal.example.com")]
    [InlineData("127.0.0.1", "localhost:5080")]
    public async Task Behind_a_TLS_proxy_pages_and_cookies_are_those_of_TLS_whether_it_is_named_and_keeps_the_host_or_not(string trustedProxies, string host)
    {
        var settings = new Dictionary<string, string>(Production(PublishedPortal.NewDataDirectory())) { ["Portal__TrustedProxies"] = trustedProxies };
        await using var running = await portal.ServeAsync(settings);
        using var proxy = new HttpBrowser(running.Address);
        proxy.Headers.Host = host;
        proxy.Headers.Add("X-Forwarded-Proto", "https");
        proxy.Headers.Add("X-Forwarded-For", "192.0.2.1");

        var page = await proxy.GetAsync("/sign-in");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.True(page.Headers.ContainsKey("Strict-Transport-Security"));
        Assert.All(page.SetCookies, cookie => Assert.True(
            cookie.StartsWith("__Host-", StringComparison.Ordinal) && cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase), cookie));
        Assert.NotEmpty(page.SetCookies);
    }

    [Fact]
    public async Task The_command_line_makes_the_first_administrator_and_the_account_and_the_address_that_the_log_shows_is_closed()
    {
        var settings = Production(PublishedPortal.NewDataDirectory());
        await using var running = await portal.ServeAsync(settings);
        using var browser = new HttpBrowser(running.Address) { IsBehindProxy = true };
        const string begins = "https://portal.example.com/setup?token=";
        var printed = (await running.WaitForLineAsync(begins)).Trim();
        var logged = await running.WaitForLineAsync(begins);
        Assert.EndsWith($" {printed}", logged, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await browser.VisitAsync(new Uri(printed).PathAndQuery)).Status);

        var made = await CreateAsync(settings, "Four words make one");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/setup")).Status);
        var again = await CreateAsync(settings, "Four words make one");
        var check = await portal.RunAsync(settings, "", "check");

        Assert.Equal(0, made.ExitCode);
        Assert.Contains("Noor administers the new account Voorbeeld BV", made.Output, StringComparison.Ordinal);
        Assert.Equal(1, again.ExitCode);
        Assert.Contains("already", again.Error, StringComparison.Ordinal);
        Assert.Equal(0, check.ExitCode);

        // The server that is up seals them within some seconds: by now, or not yet.
        Assert.Matches("Audit log: (nothing is sealed yet; 2 entries wait|2 entries are sealed)", check.Output);
    }

    [Theory]
    [InlineData("short", "at least 12")]
    [InlineData("passwordpassword", "Too easy")]
    [InlineData("noor@example.com", "Too easy")]
    public async Task The_command_line_refuses_a_bad_password(string password, string said)
    {
        var (exitCode, _, error) = await CreateAsync(Production(PublishedPortal.NewDataDirectory()), password);

        Assert.Equal(1, exitCode);
        Assert.Contains(said, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_master_key_the_program_refuses_to_start()
    {
        var data = PublishedPortal.NewDataDirectory();
        await using (var running = await portal.ServeAsync(Production(data)))
        {
            using var browser = new HttpBrowser(running.Address);
            await browser.GetAsync("/sign-in");
        }

        File.Delete(Path.Combine(data, "master.key"));
        var (exitCode, _, error) = await portal.RunAsync(Production(data), "");

        Assert.Equal(1, exitCode);
        Assert.Contains("master key", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Without_the_key_ring_of_what_is_encrypted_the_program_refuses_to_start_and_makes_no_other(DatabaseProvider engine)
    {
        var settings = Production(PublishedPortal.NewDataDirectory());
        if (engine == DatabaseProvider.Postgres)
        {
            foreach (var (path, value) in TestDatabase.Settings(await PostgresCluster.CreateEmptyAsync()))
            {
                settings[path.Replace(":", "__", StringComparison.Ordinal)] = value;
            }
        }

        Assert.Equal(0, (await portal.RunAsync(settings, "", "seed-operators", "--count", "20", "--account", "Trial")).ExitCode);
        var ring = Path.Combine(settings["Portal__DataDirectory"], "keys");
        if (engine == DatabaseProvider.Postgres)
        {
            await using var source = NpgsqlDataSource.Create(settings["ConnectionStrings__Portal"]);
            await using var lose = source.CreateCommand("""DELETE FROM "KeyRing" """);
            Assert.NotEqual(0, await lose.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }
        else
        {
            Directory.Delete(ring, recursive: true);
        }

        await RefusesAsync();
        var check = await portal.RunAsync(settings, "", "check");
        Assert.Equal(1, check.ExitCode);
        Assert.Contains(" cannot be read: that operator cannot sign in. ", check.Error, StringComparison.Ordinal);
        await RefusesAsync();

        async Task RefusesAsync()
        {
            var (exitCode, _, error) = await portal.RunAsync(settings, "");
            Assert.Equal(1, exitCode);
            Assert.Contains($"The key ring in {(engine == DatabaseProvider.Postgres ? "PostgreSQL" : ring)} is gone.", error, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_another_master_key_the_program_refuses_to_start()
    {
        var data = PublishedPortal.NewDataDirectory();
        await using (var running = await portal.ServeAsync(Production(data)))
        {
            using var browser = new HttpBrowser(running.Address);
            await browser.GetAsync("/sign-in");
        }

        await File.WriteAllTextAsync(Path.Combine(data, "master.key"), Convert.ToBase64String(new byte[32]), TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await portal.RunAsync(Production(data), "", "check");

        Assert.Equal(1, exitCode);
        Assert.Contains("is not the one that sealed", error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_master_key_that_others_can_read_stops_the_start()
    {
        var data = PublishedPortal.NewDataDirectory();
        await portal.RunAsync(Production(data), "", "check");
        await Command.RunAsync("chmod", "644", Path.Combine(data, "master.key"));

        var (exitCode, _, error) = await portal.RunAsync(Production(data), "", "check");

        Assert.Equal(1, exitCode);
        Assert.Contains("chmod 600", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_command_line_changes_reaches_open_pages_of_a_server_that_runs()
    {
        var data = PublishedPortal.NewDataDirectory();
        await using var app = new PortalApp(dataDirectory: data);
        var carla = await app.FindAsync("carla@example.com");
        using var open = app.Services.GetRequiredService<AccountChanges>().Subscribe(carla.AccountId);
        await using var page = new CircuitClient(app.BaseAddress, (await app.SignInAsync("carla@example.com", PortalApp.PhoneOf("carla@example.com"))).Cookies);
        await page.OpenAsync("/me");

        var (exitCode, output, _) = await portal.RunAsync(Production(data), "", "reset-two-factor", "--email", "carla@example.com", "--reason", "lost");

        Assert.Equal(0, exitCode);
        Assert.Contains("sessions ended: 1", output, StringComparison.Ordinal);
        Assert.Contains(new AccountChange(carla.AccountId, carla.Id), (await open.NextAsync())!);
        await page.WaitForTextAsync("An administrator has reset your two-factor authentication");
        Assert.Null((await app.FindAsync("carla@example.com")).Authenticator);
    }

    [Fact]
    public async Task The_command_line_prints_one_set_up_link_that_works()
    {
        var data = PublishedPortal.NewDataDirectory();
        await using var app = new PortalApp(dataDirectory: data);

        var printed = await portal.RunAsync(Production(data), "", "set-up-link", "--email", "bram@example.com");
        var refused = await portal.RunAsync(Production(data), "", "set-up-link", "--email", "carla@example.com");
        var nobody = await portal.RunAsync(Production(data), "", "set-up-link", "--email", "nobody@example.com");

        Assert.Equal((0, 1, 1), (printed.ExitCode, refused.ExitCode, nobody.ExitCode));
        Assert.StartsWith("https://portal.example.com/link/", printed.Output, StringComparison.Ordinal);
        using var browser = app.NewBrowser();
        var page = await browser.VisitAsync(new Uri(printed.Output.Trim()).PathAndQuery);
        Assert.Contains("This link was sent to you.", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_leaves_no_account_without_an_administrator_who_gets_in()
    {
        var data = PublishedPortal.NewDataDirectory();
        await using var app = new PortalApp(dataDirectory: data);
        await app.ChangeAsync("admin@example.com", ada => ada.State = OperatorState.Deactivated);
        await app.ChangeAsync("gijs@example.com", gijs => gijs.PolicyOverride = TwoFactorPolicy.Required);

        var reset = await portal.RunAsync(Production(data), "", "reset-two-factor", "--email", "gijs@example.com");

        Assert.Contains("Gijs's own setting is Optional now", reset.Output, StringComparison.Ordinal);
        using var gijs = await app.SignInAsync("gijs@example.com");

        await app.ChangeAsync("gijs@example.com", gijs => gijs.PolicyOverride = TwoFactorPolicy.Required);
        await app.Contexts.WriteAcrossAccountsAsync(async db =>
        {
            (await db.Accounts.SingleAsync()).DefaultPolicy = TwoFactorPolicy.Required;
            return 0;
        });
        var made = await portal.RunAsync(
            Production(data), "Four words make one\n", "create-administrator", "--account", "Example Company", "--name", "Noor", "--email", "noor@example.com");

        Assert.Contains("Noor's own setting is Optional now", made.Output, StringComparison.Ordinal);
        using var noor = await app.SignInAsync("noor@example.com", password: "Four words make one");
        Assert.Equal(TwoFactorPolicy.Required, (await app.FindAsync("gijs@example.com")).PolicyOverride);
    }

    [Fact]
    public async Task The_command_line_says_what_it_cannot_reset()
    {
        var settings = Production(PublishedPortal.NewDataDirectory());
        await CreateAsync(settings, "Four words make one");

        var nobody = await portal.RunAsync(settings, "", "reset-two-factor", "--email", "nobody@example.com");
        var nothing = await portal.RunAsync(settings, "", "reset-two-factor", "--email", "noor@example.com");

        Assert.Equal((1, 1), (nobody.ExitCode, nothing.ExitCode));
        Assert.Contains("There is no operator", nobody.Error, StringComparison.Ordinal);
        Assert.Contains("nothing set up", nothing.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_line_adds_operators_who_are_made_up_and_the_check_finds_nothing_wrong()
    {
        var settings = Production(PublishedPortal.NewDataDirectory());

        var nowhere = await portal.RunAsync(settings, "", "seed-operators", "--count", "300");
        var seeded = await portal.RunAsync(settings, "", "seed-operators", "--count", "300", "--account", "Voorbeeld BV");
        var check = await portal.RunAsync(settings, "", "check");

        Assert.Equal((1, 0, 0), (nowhere.ExitCode, seeded.ExitCode, check.ExitCode));
        Assert.Contains("--account", nowhere.Error, StringComparison.Ordinal);
        Assert.Contains("100 %", seeded.Output, StringComparison.Ordinal);
        Assert.Contains("Added to the new account Voorbeeld BV: 300 operators. They have no password: nobody can sign in as them.", seeded.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_says_in_plain_words_that_the_end_of_the_log_is_gone_and_how_a_restored_backup_is_accepted()
    {
        var data = PublishedPortal.NewDataDirectory();
        var settings = Production(data);
        await CreateAsync(settings, "Four words make one");
        var memory = Path.Combine(data, "last-seal");
        await using (var running = await portal.ServeAsync(settings))
        {
            Assert.NotNull(await Patience.UntilAsync(() => Task.FromResult(File.Exists(memory) ? memory : null)));
        }

        Assert.Equal(0, (await portal.RunAsync(settings, "", "check")).ExitCode);
        await using (var file = new SqliteConnection($"Data Source={Path.Combine(data, "portal.db")}"))
        {
            await file.OpenAsync(TestContext.Current.CancellationToken);
            await using var older = file.CreateCommand();

            // As a backup of before the first seal would have it.
            older.CommandText =
                """
                CREATE TEMP TABLE kept AS SELECT sql FROM sqlite_master WHERE name = 'AuditSeals_NoDelete';
                DROP TRIGGER AuditSeals_NoDelete;
                DELETE FROM AuditSeals;
                SELECT sql FROM kept;
                """;
            var trigger = (string)(await older.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
            older.CommandText = trigger;
            await older.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var missed = await portal.RunAsync(settings, "", "check");
        Assert.Equal(1, missed.ExitCode);
        Assert.Matches("Audit log: seal 1 of [-0-9: ]+Z, the last that this server remembers, is no longer in the database", missed.Error);
        Assert.Contains($"If it was you who restored it, delete {memory}:", missed.Error, StringComparison.Ordinal);

        File.Delete(memory);
        Assert.Equal(0, (await portal.RunAsync(settings, "", "check")).ExitCode);
    }

    [Fact]
    public async Task A_backup_is_written_while_the_server_runs_and_restored_once_it_is_stopped_and_a_kill_in_the_middle_of_either_leaves_what_was_there()
    {
        var settings = Production(PublishedPortal.NewDataDirectory());
        var backups = Path.Combine(settings["Portal__DataDirectory"], "backups");
        var database = Path.Combine(settings["Portal__DataDirectory"], "portal.db");
        string written;
        await using (await portal.ServeAsync(settings))
        {
            Assert.Equal(0, (await CreateAsync(settings, "Four words make one")).ExitCode);
            Assert.Equal(0, (await portal.RunAsync(settings, "", "seed-operators", "--count", "3000")).ExitCode);

            // Killed while it writes: what bears the name of a backup is whole.
            await KilledAsync(settings, () => IsThereAsync(backups, "unfinished-backup-*"), "backup");
            Assert.Empty(Directory.GetFiles(backups, "*.db"));
            var backup = await portal.RunAsync(settings, "", "backup");
            Assert.True(backup.ExitCode == 0, backup.Error);
            written = Assert.Single(Directory.GetFiles(backups, "*.db"));
            Assert.Contains(written, backup.Output, StringComparison.Ordinal);

            var refused = await portal.RunAsync(settings, "", "restore", "--from", written);
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("The server is running", refused.Error, StringComparison.Ordinal);
        }

        await KilledAsync(settings, () => IsThereAsync(settings["Portal__DataDirectory"], "restoring-*"), "restore", "--from", written);
        Assert.Equal(0, (await portal.RunAsync(settings, "", "check")).ExitCode);

        var restored = await portal.RunAsync(settings, "", "restore", "--from", written);
        Assert.True(restored.ExitCode == 0, restored.Error);
        Assert.Contains("Restored what was there at", restored.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await portal.RunAsync(settings, "", "check")).ExitCode);
        Assert.Empty(Directory.GetFiles(settings["Portal__DataDirectory"], "restoring-*"));
        Assert.Single(Directory.GetFiles(settings["Portal__DataDirectory"], "portal.db-before-*"));
        Assert.True(OwnersFile.Is(database));
        await using var again = await portal.ServeAsync(settings);
        using var browser = new HttpBrowser(again.Address);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).Status);

        static Task<bool> IsThereAsync(string folder, string file) => Task.FromResult(Directory.Exists(folder) && Directory.GetFiles(folder, file).Length > 0);
    }

    [Fact]
    public async Task An_installation_is_moved_to_PostgreSQL_and_given_a_new_master_key_though_killed_in_the_middle_of_that()
    {
        var settings = Production(PublishedPortal.NewDataDirectory());
        var master = Path.Combine(settings["Portal__DataDirectory"], "master.key");
        var to = await PostgresCluster.CreateEmptyAsync();
        var seeded = await portal.RunAsync(settings, "", "seed-operators", "--count", "1000", "--account", "Trial");
        Assert.True(seeded.ExitCode == 0, seeded.Error);

        var moved = await portal.RunAsync(settings, "", "move-database", "--to", to);

        Assert.True(moved.ExitCode == 0, moved.Error);
        Assert.Contains("Set Database:Provider to Postgres", moved.Output, StringComparison.Ordinal);
        settings["Portal__MasterKeyFile"] = master;
        settings["Database__Provider"] = nameof(DatabaseProvider.Postgres);
        settings["ConnectionStrings__Portal"] = to;

        // Killed when the former master key has just become a former one.
        await KilledAsync(settings, async () => (await File.ReadAllLinesAsync(master)).Length == 2, "rotate-key");
        var check = await portal.RunAsync(settings, "", "check");
        Assert.True(check.ExitCode == 0, check.Error);
        var rotated = await portal.RunAsync(settings, "", "rotate-key");
        Assert.True(rotated.ExitCode == 0, rotated.Error);
        Assert.Equal(3, (await File.ReadAllLinesAsync(master)).Length);
    }

    private async Task KilledAsync(Dictionary<string, string> settings, Func<Task<bool>> isInTheMiddle, params string[] command)
    {
        using var process = portal.Start(settings, command);
        Assert.NotNull(await Patience.UntilAsync(async () => await isInTheMiddle() ? "" : null));
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, process.ExitCode);
    }

    private static Dictionary<string, string> Production(string data, string publicUrl = "https://portal.example.com") => new()
    {
        ["Urls"] = "http://127.0.0.1:0",
        ["Portal__PublicUrl"] = publicUrl,
        ["Portal__DataDirectory"] = data,
    };

    private Task<(int ExitCode, string Output, string Error)> CreateAsync(Dictionary<string, string> settings, string password) => portal.RunAsync(
        settings, $"{password}\n", "create-administrator", "--account", "Voorbeeld BV", "--name", "Noor", "--email", "noor@example.com");
}

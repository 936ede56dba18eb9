using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Npgsql;
using Portal.Data;
using Portal.Mail;
using Portal.Operations;
using Portal.Security;
using Portal.Shell;
using Portal.Tests.Support;
using Portal.Texts;
using Finding = Portal.Operations.Finding;

namespace Portal.Tests.Operations;

/// <summary>Each probe while all is well, and with what it looks at really broken.</summary>
[OnEachDatabase]
public sealed class HealthProbesTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_database_reads_and_writes()
    {
        await using var node = await PortalServices.CreateAsync();

        Assert.Equal(HealthStatus.Healthy, (await LookAsync(new DatabaseProbe(node.Contexts))).Status);
    }

    [Fact]
    public async Task A_database_that_only_answers_questions_is_broken()
    {
        await using var node = await PortalServices.CreateAsync();
        var engine = node.Contexts.Engine;
        if (engine.IsShared)
        {
            await using var connection = engine.Connect();
            await connection.OpenAsync(Cancellation);
            await using var command = connection.CreateCommand();
            command.CommandText = $"ALTER DATABASE \"{connection.Database}\" SET default_transaction_read_only = on";
            await command.ExecuteNonQueryAsync(Cancellation);
        }

        var settings = TestDatabase.SettingsOf(engine).ToDictionary();
        if (!engine.IsShared)
        {
            settings["ConnectionStrings:Portal"] += ";Mode=ReadOnly";
        }

        await using var reader = PortalServices.Create([.. settings.Select(setting => (setting.Key, setting.Value))]);

        var found = await LookAsync(new DatabaseProbe(reader.Contexts));

        Assert.Equal(HealthStatus.Unhealthy, found.Status);
        Assert.Matches("read-?only", found.Says());
        Assert.Equal(Words.HealthDatabaseFailsRemedy, found.Remedy!());
    }

    [Fact]
    public async Task A_database_that_a_newer_program_has_changed_is_told()
    {
        await using var node = await PortalServices.CreateAsync();
        await using (var db = node.Contexts.AcrossAccounts())
        {
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion") VALUES ('99990101000000_Newer', '99.0.0')""", Cancellation);
        }

        var found = await LookAsync(new DatabaseProbe(node.Contexts));

        Assert.Equal(HealthStatus.Degraded, found.Status);
        Assert.Equal(Words.HealthDatabaseIsOfAnotherRemedy, found.Remedy!());
    }

    [Fact]
    public async Task A_database_that_is_gone_is_broken()
    {
        await using var node = await PortalServices.CreateAsync();
        var engine = node.Contexts.Engine;
        if (engine.IsShared)
        {
            var there = new NpgsqlConnectionStringBuilder(engine.ConnectionString);
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(engine.ConnectionString) { Database = "postgres", Pooling = false });
            await using var drop = source.CreateCommand($"DROP DATABASE \"{there.Database}\" WITH (FORCE)");
            await drop.ExecuteNonQueryAsync(Cancellation);
        }
        else
        {
            SqliteConnection.ClearAllPools();
            await File.WriteAllTextAsync(new SqliteConnectionStringBuilder(engine.ConnectionString).DataSource, new string('x', 4096), Cancellation);
        }

        Assert.Equal(HealthStatus.Unhealthy, (await LookAsync(new DatabaseProbe(node.Contexts))).Status);
    }

    [Fact]
    public async Task While_somebody_writes_for_long_the_database_is_busy_and_not_broken()
    {
        await using var node = await PortalServices.CreateAsync();
        await using var other = PortalServices.Create([.. TestDatabase.SettingsOf(node.Contexts.Engine).Select(setting => (setting.Key, setting.Value))]);
        var writes = new TaskCompletionSource();
        var ends = new TaskCompletionSource();
        var writing = other.Contexts.WriteAcrossAccountsAsync(async _ =>
        {
            writes.SetResult();
            await ends.Task;
            return 0;
        });
        await writes.Task;

        var found = await LookAsync(new DatabaseProbe(node.Contexts));
        var hopeless = await LookAsync(new DatabaseProbe(node.Contexts) { LongestBusy = TimeSpan.FromSeconds(2) });
        ends.SetResult();
        await writing;
        Assert.Equal((HealthStatus.Unhealthy, Words.HealthDatabaseIsBusyRemedy), (hopeless.Status, hopeless.Remedy!()));

        Assert.Equal(HealthStatus.Degraded, found.Status);
        Assert.Equal(Words.HealthDatabaseIsBusyRemedy, found.Remedy!());
    }

    [Fact]
    public async Task The_key_ring_opens_and_one_that_is_lost_is_told_while_this_node_still_has_it()
    {
        await using var node = await PortalServices.CreateAsync();
        var probe = new KeyRingProbe(node.Get<IDataProtectionProvider>(), node.Get<IKeyManager>(), node.Get<MasterKey>(), node.Get<DataDirectory>(), node.Contexts);
        Assert.Equal(HealthStatus.Healthy, (await LookAsync(probe)).Status);

        if (node.Contexts.Engine.IsShared)
        {
            await node.Contexts.WriteAcrossAccountsAsync(db => db.KeyRing.ExecuteDeleteAsync(Cancellation));
        }
        else
        {
            Directory.Delete(MasterKey.RingPath(node.Get<DataDirectory>()), recursive: true);
        }

        var found = await LookAsync(probe);
        Assert.Equal((HealthStatus.Degraded, Words.HealthKeyRingIsLostRemedy), (found.Status, found.Remedy!()));
    }

    [Fact]
    public async Task A_ring_that_lacks_a_key_which_an_authenticator_needs_is_told()
    {
        await using var node = await PortalServices.CreateAsync();
        var account = await node.AddAccountAsync();
        await node.AddAuthenticatorAsync(await node.AddOperatorAsync(account, "Anna"));
        await node.AddAuthenticatorAsync(await node.AddOperatorAsync(account, "Bram"));
        var probe = new KeyRingProbe(node.Get<IDataProtectionProvider>(), node.Get<IKeyManager>(), node.Get<MasterKey>(), node.Get<DataDirectory>(), node.Contexts);
        Assert.Equal(HealthStatus.Healthy, (await LookAsync(probe)).Status);
        await ExchangeAsync(node);

        var found = await LookAsync(probe);

        Assert.Equal((HealthStatus.Degraded, Words.HealthKeysAreMissingRemedy), (found.Status, found.Remedy!()));
    }

    [Fact]
    public async Task A_ring_that_is_read_anew_while_it_is_looked_at_opens()
    {
        await using var node = await PortalServices.CreateAsync();
        var protection = node.Get<IDataProtectionProvider>();
        var former = protection.IdInUse();
        await ExchangeAsync(node);
        var exchanged = new BetweenHalves(protection, () => SpinWait.SpinUntil(() => protection.IdInUse() != former, Patience.Long));
        var probe = new KeyRingProbe(exchanged, node.Get<IKeyManager>(), node.Get<MasterKey>(), node.Get<DataDirectory>(), node.Contexts);

        var found = await LookAsync(probe);

        Assert.NotEqual(former, protection.IdInUse());
        Assert.Equal(HealthStatus.Healthy, found.Status);
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("empty")]
    [InlineData("another")]
    [InlineData("open to others")]
    [OnSqliteOnly("The master key of the other tests' databases is one file for all.")]
    public async Task A_master_key_with_which_the_next_start_would_fail_is_told_before_that(string what)
    {
        await using var node = await PortalServices.CreateAsync();
        var probe = new KeyRingProbe(node.Get<IDataProtectionProvider>(), node.Get<IKeyManager>(), node.Get<MasterKey>(), node.Get<DataDirectory>(), node.Contexts);
        Assert.Equal(HealthStatus.Healthy, (await LookAsync(probe)).Status);
        var file = node.Get<MasterKey>().FilePath;
        switch (what)
        {
            case "gone":
                File.Delete(file);
                break;
            case "empty":
                await File.WriteAllTextAsync(file, "", Cancellation);
                break;
            case "another":
                File.Copy(OwnersFile.NewMasterKey(), file, overwrite: true);
                break;
            default:
                await Command.RunAsync("chmod", "644", file);
                break;
        }

        var found = await LookAsync(probe);

        Assert.Equal((HealthStatus.Degraded, Words.HealthMasterKeyIsUnfitRemedy), (found.Status, found.Remedy!()));
        Assert.Contains(file, found.Fault!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, true, HealthStatus.Healthy)]
    [InlineData(0, null, HealthStatus.Healthy)]
    [InlineData(0, false, HealthStatus.Degraded)]
    public async Task The_clock_is_as_the_system_says(int secondsOff, bool? isKept, HealthStatus expected) =>
        Assert.Equal(expected, await ClockAsync(secondsOff, isKept));

    [Theory]
    [InlineData(-10, HealthStatus.Degraded)]
    [InlineData(10, HealthStatus.Degraded)]
    [InlineData(-45, HealthStatus.Unhealthy)]
    [InlineData(3600, HealthStatus.Unhealthy)]
    public async Task A_clock_that_differs_from_that_of_a_database_that_has_one_is_told(int secondsOff, HealthStatus expected)
    {
        await using var node = await PortalServices.CreateAsync();

        Assert.Equal(node.Contexts.Engine.IsShared ? expected : HealthStatus.Healthy, await ClockAsync(secondsOff, isKept: true));
    }

    [Fact]
    [OnSqliteOnly("It asks no database.")]
    public async Task Linux_says_whether_its_clock_is_kept_right() => Assert.Equal(OperatingSystem.IsLinux(), (await new SystemClock(TimeProvider.System).IsSynchronizedAsync(Cancellation)).HasValue);

    [Fact]
    [OnSqliteOnly("It asks no database.")]
    public async Task Where_the_kernel_must_not_be_asked_the_service_for_time_and_date_says_the_same()
    {
        await using var bus = await TimeServiceBus.StartAsync();
        Assert.Null(await SystemClock.OfServiceAsync($"unix:path={RunFolder.NewPath()}", Cancellation));

        var said = await SystemClock.OfServiceAsync(bus.Address, Cancellation);

        Assert.NotNull(said);
        Assert.Equal(SystemClock.OfKernel(), said);
    }

    [Theory]
    [InlineData(DiskProbe.None - 1, HealthStatus.Unhealthy)]
    [InlineData(DiskProbe.None, HealthStatus.Degraded)]
    [InlineData(DiskProbe.Little - 1, HealthStatus.Degraded)]
    [InlineData(DiskProbe.Little, HealthStatus.Healthy)]
    [OnSqliteOnly("It asks no database.")]
    public async Task Little_room_is_told_before_there_is_none(long free, HealthStatus expected)
    {
        await using var node = await PortalServices.CreateAsync();

        var found = await LookAsync(new DiskProbe(node.Get<DataDirectory>(), node.Contexts) { FreeBytes = _ => free });

        Assert.Equal(expected, found.Status);
        Assert.Contains($"{free / (1024 * 1024)} MB", found.Says(), StringComparison.Ordinal);
    }

    [Fact]
    [OnSqliteOnly("It asks no database.")]
    public async Task The_room_is_that_of_the_data_directory()
    {
        await using var node = await PortalServices.CreateAsync();

        var found = await LookAsync(new DiskProbe(node.Get<DataDirectory>(), node.Contexts));

        Assert.Contains(node.Directory, found.Says(), StringComparison.Ordinal);
        Assert.DoesNotContain(" 0 MB", found.Says(), StringComparison.Ordinal);
    }

    [Fact]
    [OnSqliteOnly("It asks no database.")]
    public async Task A_public_address_where_nobody_or_somebody_else_answers_is_told()
    {
        await using var stranger = await TinySite.StartAsync(app => app.MapGet("/health/live", () => "Healthy"));
        await using var silent = await TinySite.StartAsync(app => app.MapGet("/health/live", (HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted)));

        Assert.Matches("cannot be reached from here", (await AddressAsync($"http://127.0.0.1:{PortalApp.KnownPort()}")).Says());
        Assert.Matches("cannot be reached from here", (await AddressAsync("http://portal.invalid")).Says());
        Assert.Matches("something else answers, with 200", (await AddressAsync(stranger.Address.ToString().TrimEnd('/'))).Says());
        Assert.Matches("did not answer", (await AddressAsync(silent.Address.ToString().TrimEnd('/'))).Says());

        static async Task<Finding> AddressAsync(string address)
        {
            await using var node = await PortalServices.CreateAsync();
            var found = await LookAsync(new PublicAddressProbe(Options.Create(new PortalOptions { PublicUrl = address }), node.Get<InstallationProof>(), TimeProvider.System));
            Assert.Equal((HealthStatus.Degraded, Words.HealthAddressRemedy), (found.Status, found.Remedy!()));
            return found;
        }
    }

    [Theory]
    [InlineData(13, HealthStatus.Degraded)]
    [InlineData(15, HealthStatus.Healthy)]
    [OnSqliteOnly("It asks no database.")]
    public async Task A_certificate_that_ends_soon_is_told_before_it_has(int days, HealthStatus expected)
    {
        await using var node = await PortalServices.CreateAsync();
        var proof = node.Get<InstallationProof>();
        using var certificate = LocalCertificate.Create(DateTimeOffset.UtcNow.AddDays(days).AddHours(1));
        await using var site = await TinySite.StartAsync(
            app => app.MapGet("/health/live", (HttpContext context) => context.Response.Headers[InstallationProof.Header] = proof.CodeFor(context.Request.Headers[InstallationProof.Header].ToString())),
            certificate: certificate);
        var options = Options.Create(new PortalOptions { PublicUrl = site.Address.ToString().TrimEnd('/') });

        var found = await LookAsync(new PublicAddressProbe(options, proof, TimeProvider.System) { Trusts = shown => shown.Thumbprint == certificate.Thumbprint });
        var distrusted = await LookAsync(new PublicAddressProbe(options, proof, TimeProvider.System));

        Assert.Equal(expected, found.Status);
        Assert.Equal(expected == HealthStatus.Healthy ? Words.HealthAddressIsOurs(options.Value.PublicUrl) : Words.HealthCertificateEnds(options.Value.PublicUrl, days), found.Says());
        Assert.Equal((HealthStatus.Degraded, Words.HealthAddressRemedy), (distrusted.Status, distrusted.Remedy!()));
    }

    [Fact]
    [OnSqliteOnly("It asks no database.")]
    public async Task Proxies_are_named_or_told_of()
    {
        var address = IPAddress.Parse("192.0.2.7");
        await using var node = await PortalServices.CreateAsync();
        var sightings = new ProxySightings(node.Clock);
        var probe = new ProxyProbe(sightings, node.Get<IOptions<PortalOptions>>());
        Assert.Equal(Words.HealthNobodyCame, (await LookAsync(probe)).Says());

        Assert.False(sightings.Note(address, isNamed: false, isForwarded: false));
        Assert.Equal((HealthStatus.Degraded, Words.HealthProxyIsSilent), await SaysAsync());
        Assert.False(sightings.Note(address, isNamed: true, isForwarded: true));
        Assert.Equal((HealthStatus.Healthy, Words.HealthProxyIsNamed), await SaysAsync());
        Assert.True(sightings.Note(address, isNamed: false, isForwarded: true));
        Assert.False(sightings.Note(address, isNamed: false, isForwarded: true));
        Assert.Equal((HealthStatus.Degraded, Words.HealthProxyIsNotNamed("192.0.2.7")), await SaysAsync());

        // A proxy is heard of again and again; a stranger who came once is forgotten.
        node.Clock.Advance(ProxySightings.Lapse / 2);
        Assert.False(sightings.Note(address, isNamed: false, isForwarded: true));
        node.Clock.Advance(ProxySightings.Lapse / 2);
        Assert.Equal((HealthStatus.Degraded, Words.HealthProxyIsNotNamed("192.0.2.7")), await SaysAsync());
        node.Clock.Advance(ProxySightings.Lapse / 2);
        Assert.Equal((HealthStatus.Healthy, Words.HealthProxyIsNamed), await SaysAsync());

        async Task<(HealthStatus Status, string Says)> SaysAsync() => await LookAsync(probe) is var found ? (found.Status, found.Says()) : default;
    }

    [Fact]
    public async Task Mail_that_goes_nowhere_is_told()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var deaf = ((IPEndPoint)listener.LocalEndpoint).Port;
        await using var folder = await PortalServices.CreateAsync();
        await using var down = await WithServerAsync(PortalApp.KnownPort());
        await using var hanging = await WithServerAsync(deaf);

        Assert.Equal(Words.HealthMailStaysHere, (await LookAsync(ProbeOf(folder))).Says());
        Assert.Matches("takes no mail: .*refused", (await LookAsync(ProbeOf(down))).Says());
        using var soon = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        Assert.Matches("did not answer in time", (await ProbeOf(hanging).LookAsync(soon.Token)).Says());
    }

    [Fact]
    public async Task Mail_that_is_taken_is_well_until_one_waits_for_long()
    {
        await using var sink = new SmtpSink();
        await using var node = await PortalServices.CreateAsync(sink.Settings);
        Assert.Equal(HealthStatus.Healthy, (await LookAsync(ProbeOf(node))).Status);

        var account = await node.AddAccountAsync();
        var anna = await node.AddOperatorAsync(account, "Anna");
        await node.Contexts.WriteAsync(account.Id, db =>
        {
            node.Get<Outbox>().Queue(db, account, anna, new SecurityNotice(NoticeKind.TwoFactorSetUp, node.Clock.GetUtcNow()));
            return Task.FromResult(0);
        });
        node.Clock.Advance(MailProbe.LongestWait);
        Assert.Equal(HealthStatus.Healthy, (await LookAsync(ProbeOf(node))).Status);
        node.Clock.Advance(TimeSpan.FromMinutes(1));

        var found = await LookAsync(ProbeOf(node));

        Assert.Equal((HealthStatus.Degraded, Words.HealthMailWaitsRemedy), (found.Status, found.Remedy!()));
        Assert.Contains("16 minutes", found.Says(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("451 Try again later", "minutes")]
    [InlineData("550 Relaying denied", "refused some for good: .*Relaying denied")]
    public async Task A_server_that_answers_and_takes_no_mail_is_told(string refusal, string said)
    {
        await using var sink = new SmtpSink { Refusal = _ => refusal };
        await using var node = await PortalServices.CreateAsync(sink.Settings);
        var account = await node.AddAccountAsync();
        var anna = await node.AddOperatorAsync(account, "Anna");
        await node.Contexts.WriteAsync(account.Id, db =>
        {
            node.Get<Outbox>().Queue(db, account, anna, new SecurityNotice(NoticeKind.TwoFactorSetUp, node.Clock.GetUtcNow()));
            return Task.FromResult(0);
        });
        using var worker = node.Create<MailWorker>();
        for (var minute = 0; minute < 20; minute++)
        {
            await worker.SendDueAsync(Cancellation);
            node.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        await worker.SendDueAsync(Cancellation);

        var found = await LookAsync(ProbeOf(node));
        Assert.Equal((HealthStatus.Degraded, Words.HealthMailWaitsRemedy), (found.Status, found.Remedy!()));
        Assert.Matches(said, found.Says());
    }

    private static MailProbe ProbeOf(PortalServices node) => new(node.Get<IOptions<MailOptions>>(), node.Get<NewSmtpClient>(), node.Contexts, node.Clock);

    private static Task<PortalServices> WithServerAsync(int port) => PortalServices.CreateAsync(
        ("Mail:Transport", "Smtp"), ("Mail:Smtp:Host", "127.0.0.1"), ("Mail:Smtp:Port", $"{port}"), ("Mail:Smtp:Security", "None"));

    private static async Task<HealthStatus> ClockAsync(int secondsOff, bool? isKept)
    {
        await using var node = await PortalServices.CreateAsync();
        node.Clock.AdjustTime(DateTimeOffset.UtcNow.AddSeconds(secondsOff));
        return (await LookAsync(new ClockProbe(node.Contexts, node.Clock) { IsKeptAsync = _ => Task.FromResult(isKept) })).Status;
    }

    // A new key for the one in use, which data protection takes up at some time after that, in the background.
    private static async Task ExchangeAsync(PortalServices node)
    {
        var needed = node.Get<IDataProtectionProvider>().IdInUse();
        node.Get<IKeyManager>().CreateNewKey(node.Clock.GetUtcNow(), node.Clock.GetUtcNow().AddDays(90));
        if (node.Contexts.Engine.IsShared)
        {
            var all = node.Get<IOptions<KeyManagementOptions>>().Value.XmlRepository!.GetAllElements();
            Assert.Equal(2, all.Count);
            await node.Contexts.WriteAcrossAccountsAsync(db => db.KeyRing.Where(row => row.Xml.Contains(needed.ToString())).ExecuteDeleteAsync(Cancellation));
        }
        else
        {
            File.Delete(Assert.Single(Directory.GetFiles(MasterKey.RingPath(node.Get<DataDirectory>())), file => file.Contains(needed.ToString(), StringComparison.Ordinal)));
        }
    }

    private static Task<Finding> LookAsync(Probe probe) => probe.LookAsync(Cancellation);

    /// <summary>Data protection that does something between encrypting and whatever comes next.</summary>
    private sealed class BetweenHalves(IDataProtectionProvider real, Action between) : IDataProtectionProvider, IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new BetweenHalves(real.CreateProtector(purpose), between);

        public byte[] Protect(byte[] plaintext)
        {
            var done = ((IDataProtector)real).Protect(plaintext);
            between();
            return done;
        }

        public byte[] Unprotect(byte[] protectedData) => ((IDataProtector)real).Unprotect(protectedData);
    }
}

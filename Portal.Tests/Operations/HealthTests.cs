using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Portal.Operations;
using Portal.Security;
using Portal.Tests.Support;
using Portal.Texts;
using Finding = Portal.Operations.Finding;

namespace Portal.Tests.Operations;

/// <summary>What machines are told, and who sees the reasons.</summary>
public sealed class HealthTests
{
    private static readonly Dictionary<string, string> Named = new() { ["Portal:InstallationAdministrators"] = "Admin@example.com, anna@example.com" };

    [Fact]
    public async Task Live_and_ready_say_a_word_and_no_reason()
    {
        await using var app = new PortalApp();
        using var anybody = app.NewBrowser();

        Assert.Equal((HttpStatusCode.OK, "Healthy"), Word(await anybody.GetAsync("/health/live")));
        await BecomesHealthyAsync(anybody);
    }

    [Theory]
    [InlineData(HealthStatus.Unhealthy, true, HttpStatusCode.ServiceUnavailable, "Unhealthy")]
    [InlineData(HealthStatus.Degraded, true, HttpStatusCode.OK, "Degraded")]
    [InlineData(HealthStatus.Unhealthy, false, HttpStatusCode.OK, "Healthy")]
    public async Task Ready_is_as_what_the_node_cannot_serve_without_and_live_whatever_is_broken(HealthStatus status, bool keepsFromServing, HttpStatusCode code, string word)
    {
        await using var app = new PortalApp(services: services => services.RemoveAll<Probe>()
            .AddSingleton<Probe>(new Pretended(HealthStatus.Healthy, keepsFromServing: true))
            .AddSingleton<Probe>(new Pretended(status, keepsFromServing)));
        using var anybody = app.NewBrowser();

        Assert.Equal((code, word), Word(await anybody.GetAsync("/health/ready")));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), Word(await anybody.GetAsync("/health/live")));
    }

    [Fact]
    public async Task With_mail_down_it_is_ready_and_without_its_database_it_is_not()
    {
        await using var app = new PortalApp(settings: new Dictionary<string, string>
        {
            ["Mail:Transport"] = "Smtp",
            ["Mail:Smtp:Host"] = "127.0.0.1",
            ["Mail:Smtp:Port"] = $"{PortalApp.KnownPort()}",
            ["Mail:Smtp:Security"] = "None",
        });
        using var anybody = app.NewBrowser();
        await BecomesHealthyAsync(anybody);

        await app.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"MailDelivery\" RENAME TO \"Elsewhere\""));

        Assert.NotNull(await Patience.UntilAsync(async () => await anybody.GetAsync("/health/ready") is { Status: HttpStatusCode.ServiceUnavailable } answer ? answer : null));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), Word(await anybody.GetAsync("/health/live")));
        await app.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync("ALTER TABLE \"Elsewhere\" RENAME TO \"MailDelivery\""));
        Assert.NotNull(await Patience.UntilAsync(async () => await anybody.GetAsync("/health/ready") is { Status: HttpStatusCode.OK } answer ? answer : null));
    }

    [Fact]
    public async Task The_installation_finds_itself_by_its_public_address()
    {
        var port = PortalApp.KnownPort();
        await using var app = new PortalApp(port: port, settings: new Dictionary<string, string> { ["Portal:PublicUrl"] = $"http://127.0.0.1:{port}" });
        var probe = app.Services.GetServices<Probe>().OfType<PublicAddressProbe>().Single();

        var found = await probe.LookAsync(TestContext.Current.CancellationToken);

        Assert.Equal((HealthStatus.Healthy, Words.HealthAddressIsOurs($"http://127.0.0.1:{port}")), (found.Status, found.Says()));
        using var anybody = app.NewBrowser();
        anybody.Headers.Add(InstallationProof.Header, new string('x', 65));
        Assert.False((await anybody.GetAsync("/health/live")).Headers.ContainsKey(InstallationProof.Header));
    }

    [Fact]
    public async Task However_many_ask_each_thing_is_looked_at_once_in_a_while()
    {
        var pretended = new Pretended(HealthStatus.Healthy, keepsFromServing: true);
        var clock = Person();
        using var health = HealthOf(pretended, clock);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => health.LookAsync(pretended)));
        Assert.Equal(1, pretended.Looks);
        clock.Advance(Portal.Operations.Health.Fresh);
        await health.LookAsync(pretended);

        Assert.Equal(2, pretended.Looks);
    }

    [Fact]
    public async Task What_does_not_answer_or_fails_is_broken_and_told_once_in_the_log_until_it_is_well_again()
    {
        using var log = new RecordedLog();
        var pretended = new Pretended(HealthStatus.Healthy, keepsFromServing: true) { Hangs = true };
        var clock = Person();
        using var health = HealthOf(pretended, clock, log);
        var looking = health.LookAsync(pretended);
        Assert.NotNull(await Patience.UntilAsync(() => Task.FromResult(pretended.Looks == 1 ? "" : null)));
        clock.Advance(Portal.Operations.Health.Limit);

        Assert.Equal(Words.HealthNoAnswer(10), (await looking).Finding.Says());
        pretended.Hangs = false;
        pretended.Throws = true;
        Assert.Equal("Out of order", (await AgainAsync()).Says());
        Assert.Single(log.Lines, line => line.Contains("Pretended", StringComparison.Ordinal));
        pretended.Throws = false;
        Assert.Equal(HealthStatus.Healthy, (await AgainAsync()).Status);
        Assert.Single(log.Lines, line => line.Contains("Pretended is well again", StringComparison.Ordinal));

        async Task<Finding> AgainAsync()
        {
            clock.Advance(Portal.Operations.Health.Fresh);
            return (await health.LookAsync(pretended)).Finding;
        }
    }

    [Fact]
    public async Task The_page_is_there_for_those_whom_the_settings_name_and_for_nobody_else()
    {
        await using var app = new PortalApp(settings: Named);
        var ada = await app.SignInAsync("admin@example.com");
        var gijs = await app.SignInAsync("gijs@example.com", PortalApp.PhoneOf("gijs@example.com"));
        using var stranger = app.NewBrowser();

        var page = await ada.GetAsync("/installation");
        Assert.Contains(Words.HealthOfInstallation, page.Text, StringComparison.Ordinal);
        Assert.Contains(Words.HealthKeyRing, page.Text, StringComparison.Ordinal);
        var elsewhere = await gijs.GetAsync("/installation");
        Assert.Contains(Words.NothingHere, elsewhere.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Words.HealthOfInstallation, elsewhere.Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await stranger.GetAsync("/installation")).Location?.AbsolutePath);
    }

    [Fact]
    public async Task An_address_counts_only_once_it_is_proved()
    {
        await using var app = new PortalApp(settings: Named);
        var anna = await app.SignInAsync("anna@example.com");
        Assert.Contains(Words.HealthOfInstallation, (await anna.GetAsync("/me")).Text, StringComparison.Ordinal);

        await app.ChangeAsync("anna@example.com", row => row.EmailConfirmed = false);

        var again = await app.SignInAsync("anna@example.com");
        Assert.DoesNotContain(Words.HealthOfInstallation, (await again.GetAsync("/me")).Text, StringComparison.Ordinal);
        Assert.Contains(Words.NothingHere, (await again.GetAsync("/installation")).Text, StringComparison.Ordinal);
        var administrators = app.Services.GetRequiredService<InstallationAdministrators>();
        Assert.False(administrators.Include("anna@example.com", isProved: false));
        Assert.True(administrators.Include("ANNA@example.com", isProved: true));
        Assert.False(administrators.Include("bram@example.com", isProved: true));
    }

    // A machine that is busy with other tests may be slow at first, which is said as well.
    private static async Task BecomesHealthyAsync(HttpBrowser anybody) =>
        Assert.NotNull(await Patience.UntilAsync(async () => Word(await anybody.GetAsync("/health/ready")) == (HttpStatusCode.OK, "Healthy") ? "" : null));

    private static (HttpStatusCode Status, string Word) Word(HttpAnswer answer) => (answer.Status, answer.Body);

    private static FakeTimeProvider Person() => new(DateTimeOffset.UtcNow);

    private static Health HealthOf(Probe probe, TimeProvider clock, ILoggerProvider? log = null)
    {
        var services = new ServiceCollection().AddMetrics().AddLogging(logging => { if (log is not null) { logging.AddProvider(log); } }).BuildServiceProvider();
        return new([probe], services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), clock, services.GetRequiredService<ILogger<Health>>());
    }

    private sealed class Pretended(HealthStatus status, bool keepsFromServing) : Probe
    {
        private int looks;

        public int Looks => looks;

        public bool Hangs { get; set; }

        public bool Throws { get; set; }

        public override string Id => "pretended";

        public override string Name => "Pretended";

        public override bool KeepsFromServing => keepsFromServing;

        public override async Task<Finding> LookAsync(CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref looks);
            if (Hangs)
            {
                await Task.Delay(Timeout.Infinite, CancellationToken.None);
            }

            return Throws ? throw new InvalidOperationException("Out of order") : new(status, () => "It is so.", () => "Nothing helps.");
        }
    }
}

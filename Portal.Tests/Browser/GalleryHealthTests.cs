using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Operations;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;
using Finding = Portal.Operations.Finding;

namespace Portal.Tests.Browser;

/// <summary>The health of the installation, in each of its states.</summary>
public sealed class GalleryHealthTests(BrowserFixture browsers)
{
    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task The_installation(string language, bool dark, bool phone)
    {
        var port = PortalApp.KnownPort();
        var pretended = new Pretended();
        await using var app = new PortalApp(
            port: port,
            settings: new Dictionary<string, string> { ["Portal:InstallationAdministrators"] = "admin@example.com", ["Portal:PublicUrl"] = $"http://127.0.0.1:{port}" },
            services: services => services.AddSingleton<Probe>(pretended));
        await using var ada = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await ada.ArriveAsync("admin@example.com");

        // While one of them is still being looked at; the others are there.
        await ada.VisitAsync("/installation");
        await Expect(ada.Heading(() => Words.HealthOfInstallation)).ToBeVisibleAsync();
        var lines = ada.Page.Locator("main").GetByRole(AriaRole.Listitem);
        await Expect(lines.Filter(new() { HasText = ada.Say(() => Words.HealthMailStaysHere) })).ToContainTextAsync(ada.Say(() => Words.HealthMailStaysHereRemedy));
        await Expect(lines.Filter(new() { HasText = ada.Say(() => Words.HealthKeyRingOpens(1)) })).ToBeVisibleAsync();
        await ada.SeeAsync("installation-checking");

        pretended.Answer.SetResult(Finding.Well(() => Words.HealthNobodyCame));
        await Expect(ada.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = ada.Say(() => Words.HealthCheckedAt("")).Split(' ')[0] })).ToBeVisibleAsync();
        await ada.SeeAsync("installation");

        // All that can be wrong, one after the other: words that are long, and icons that differ without colour.
        foreach (var finding in new[]
        {
            Finding.Broken(() => Words.HealthDatabaseFails("PostgreSQL", "Connection refused"), () => Words.HealthDatabaseFailsRemedy),
            Finding.Attention(() => Words.HealthProxyIsNotNamed("2001:db8:85a3:8d3:1319:8a2e:370:7348"), () => Words.HealthProxyIsNotNamedRemedy),
        })
        {
            pretended.Answer = new();
            pretended.Answer.SetResult(finding);
            await Expect(ada.Button(() => Words.HealthCheckAgain)).ToBeEnabledAsync();
            Assert.NotNull(await Patience.UntilAsync(async () =>
            {
                await ada.Button(() => Words.HealthCheckAgain).ClickAsync();
                await Expect(ada.Button(() => Words.HealthCheckAgain)).ToBeEnabledAsync();
                return await lines.Filter(new() { HasText = ada.Say(finding.Remedy!) }).CountAsync() > 0 ? "" : null;
            }));
            await ada.SeeAsync($"installation-{finding.Status}");
        }

        // Whoever is named no longer has nothing here any more.
        await app.ChangeAsync("admin@example.com", row => row.EmailConfirmed = false);
        await ada.VisitAsync("/installation");
        await Expect(ada.Heading(() => Words.NothingHere)).ToBeVisibleAsync();
        ada.AssertQuiet();
    }

    private sealed class Pretended : Probe
    {
        public TaskCompletionSource<Finding> Answer { get; set; } = new();

        public override string Id => "pretended";

        public override string Name => Words.SingleSignOn;

        public override Task<Finding> LookAsync(CancellationToken cancellationToken) => Answer.Task;
    }
}

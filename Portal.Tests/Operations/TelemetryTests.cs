using System.Net;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Operations;

/// <summary>What the program tells those who watch it, by OTLP, and what it does not.</summary>
public class TelemetryTests(PublishedPortal portal) : IClassFixture<PublishedPortal>
{
    [Fact]
    public async Task Metrics_traces_and_logs_go_where_the_setting_says_without_a_link_code_password_or_cookie()
    {
        await using var collector = await Collector.StartAsync();
        var settings = collector.Settings;
        await using var running = await ServeAsync(settings);
        var address = running.Address;
        using var carla = new HttpBrowser(address);
        var code = await SignCarlaInAsync(carla);
        await using (var page = new CircuitClient(address, carla.Cookies))
        {
            await page.OpenAsync("/me");
        }

        using var bram = new HttpBrowser(address);
        await TypePasswordAsync(bram, "bram@example.com", "Another-Pass-2026");
        await TypePasswordAsync(bram, "bram@example.com", DemoPeople.Password);
        var link = (await new Mailbox(Path.Combine(settings["Portal__DataDirectory"], "mail")).WaitAsync("bram@example.com")).Link.AbsolutePath;
        Assert.Equal(HttpStatusCode.OK, (await bram.VisitAsync(link)).Status);
        await bram.GetAsync($"/sign-in?returnUrl={Uri.EscapeDataString(link)}");
        await bram.GetAsync("/health/ready");

        await collector.WaitAsync("metrics", "portal.audit.entries");
        await collector.WaitAsync("metrics", "SignedIn");
        await collector.WaitAsync("metrics", "SignInRefused");
        await collector.WaitAsync("metrics", "portal.health");
        await collector.WaitAsync("metrics", "key_ring");
        await collector.WaitAsync("metrics", "portal.write.wait");
        await collector.WaitAsync("metrics", "portal.write.duration");
        await collector.WaitAsync("metrics", "http.server.request.duration");
        await collector.WaitAsync("metrics", "aspnetcore.components.circuit.active");
        await collector.WaitAsync("metrics", "dotnet.gc.heap.total_allocated");
        await collector.WaitAsync("metrics", "/link/{token}");
        await collector.WaitAsync("traces", "/sign-in/code");
        await collector.WaitAsync("traces", "/link/{token}");
        await collector.WaitAsync("logs", "Now listening on");
        Assert.All(collector.Signals, signal => Assert.True(collector.Has(signal, "service.name") && collector.Has(signal, "portal"), signal));

        var secrets = new List<string> { link["/link/".Length..], DemoPeople.Password, "Another-Pass-2026", code, PortalApp.PhoneOf("carla@example.com").Key };
        secrets.AddRange(carla.Cookies.GetAllCookies().Concat(bram.Cookies.GetAllCookies()).Select(cookie => cookie.Value).Where(value => value.Length > 5));
        Assert.True(secrets.Count > 8, "There were no cookies.");
        Assert.All(secrets, secret => Assert.All(collector.Signals, signal => Assert.False(collector.Has(signal, secret), $"The {signal} hold a secret.")));
    }

    [Fact]
    public async Task A_signal_with_no_address_stays_at_home()
    {
        await using var collector = await Collector.StartAsync();
        var settings = collector.Settings;
        settings["OTEL_EXPORTER_OTLP_METRICS_ENDPOINT"] = $"{settings["OTEL_EXPORTER_OTLP_ENDPOINT"]}v1/metrics";
        settings.Remove("OTEL_EXPORTER_OTLP_ENDPOINT");
        await using var running = await ServeAsync(settings);
        using var carla = new HttpBrowser(running.Address);
        await SignCarlaInAsync(carla);

        await collector.WaitAsync("metrics", "SignedIn");

        Assert.Equal(["metrics"], collector.Signals);
    }

    [Fact]
    public async Task Without_an_address_nothing_is_gathered()
    {
        await using var app = new PortalApp();

        Assert.Null(app.Services.GetService<MeterProvider>());
        Assert.Null(app.Services.GetService<TracerProvider>());
    }

    [Fact]
    public async Task A_collector_that_is_not_there_keeps_nobody_from_signing_in()
    {
        var settings = new Dictionary<string, string> { ["OTEL_EXPORTER_OTLP_ENDPOINT"] = $"http://127.0.0.1:{PortalApp.KnownPort()}", ["OTEL_METRIC_EXPORT_INTERVAL"] = "100" };
        await using var app = new PortalApp(settings: settings);

        var carla = await app.SignInAsync("carla@example.com", PortalApp.PhoneOf("carla@example.com"));

        Assert.Equal(HttpStatusCode.OK, (await carla.GetAsync("/me")).Status);
    }

    // A process of its own: in that of the tests, the other installations and the client would be listened to as well, and a figure
    // that two of them count goes silent when either ends.
    private async Task<RunningPortal> ServeAsync(Dictionary<string, string> settings)
    {
        settings["ASPNETCORE_ENVIRONMENT"] = "Development";
        settings["Urls"] = settings["Portal__PublicUrl"] = $"http://localhost:{PortalApp.KnownPort()}";
        settings["Portal__DataDirectory"] = PublishedPortal.NewDataDirectory();
        return await portal.ServeAsync(settings);
    }

    private static async Task<string> SignCarlaInAsync(HttpBrowser carla)
    {
        var code = await PortalApp.PhoneOf("carla@example.com").CodeAsync(DateTimeOffset.UtcNow);
        await TypePasswordAsync(carla, "carla@example.com", DemoPeople.Password);
        await carla.SubmitAsync(await carla.GetAsync("/sign-in/code"), "form[action='/sign-in/code']", ("code", code));
        return code;
    }

    private static async Task TypePasswordAsync(HttpBrowser browser, string email, string password) =>
        await browser.SubmitAsync(await browser.GetAsync("/sign-in"), "form[action='/sign-in']", ("email", email), ("password", password));
}

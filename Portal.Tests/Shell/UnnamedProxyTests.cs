using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Tests.Support;

namespace Portal.Tests.Shell;

public sealed class UnnamedProxyTests
{
    [Theory]
    [InlineData("", true, 1)]
    [InlineData("10.0.0.0/24", true, 1)]
    [InlineData("127.0.0.1", true, 0)]
    [InlineData("", false, 0)]
    public async Task A_proxy_that_is_not_named_is_warned_of_once(string trusted, bool forwards, int warnings)
    {
        using var log = new RecordedLog();
        await using var app = new PortalApp(
            settings: new Dictionary<string, string> { ["Portal:TrustedProxies"] = trusted },
            services: services => services.AddLogging(logging => logging.AddProvider(log)));
        using var browser = app.NewBrowser();
        if (forwards)
        {
            browser.Headers.Add("X-Forwarded-For", "198.51.100.7");
        }

        await browser.GetAsync("/sign-in");
        await browser.GetAsync("/sign-in");

        Assert.Equal(warnings, log.Lines.Count(line => line.StartsWith("A request from 127.0.0.1 carries X-Forwarded-For", StringComparison.Ordinal)));
    }
}

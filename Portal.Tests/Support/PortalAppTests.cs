using System.Net;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Support;

/// <summary>The program as tests start it.</summary>
public class PortalAppTests
{
    [Fact]
    public async Task It_serves_on_a_real_port_with_a_database_of_its_own()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));
        await using var app = new PortalApp(clock);
        using var browser = app.NewBrowser();

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/css/base.css")).Status);
        Assert.Equal(clock.GetUtcNow(), (await app.FindAsync("admin@example.com")).CreatedAt);
        Assert.Equal("New", (await app.AddOperatorAsync("New", "new@example.com")).Name);
    }
}

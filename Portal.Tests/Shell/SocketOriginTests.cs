using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Shell;

/// <summary>Only Portal's own pages can open a circuit: browsers send cookies along from everybody's.</summary>
public sealed class SocketOriginTests
{
    [Theory]
    [InlineData("https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:5080", HttpStatusCode.OK)]
    public async Task A_circuit_is_opened_for_Portals_own_pages_alone(string origin, HttpStatusCode expected)
    {
        await using var app = new PortalApp();
        using var client = new HttpClient { BaseAddress = app.BaseAddress };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/_blazor/negotiate?negotiateVersion=1") { Content = new StringContent("") };
        request.Headers.Add("Origin", origin);

        Assert.Equal(expected, (await client.SendAsync(request)).StatusCode);
    }
}

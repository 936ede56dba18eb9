using Microsoft.Playwright;

namespace Portal.Tests.Browser;

/// <summary>The line of a page's circuit, which a test can drop once or cut for good.</summary>
internal sealed class Connection(IPage page)
{
    private IWebSocketRoute? open;
    private bool isCut;

    /// <summary>Puts a hand on the line of a page that is not open yet.</summary>
    internal static async Task<Connection> OfAsync(IPage page)
    {
        var line = new Connection(page);
        await page.RouteWebSocketAsync("**", line.Route);
        return line;
    }

    /// <summary>Drops it; the page may connect again.</summary>
    internal Task DropAsync() => open!.CloseAsync();

    /// <summary>Cuts it for good.</summary>
    internal async Task CutAsync()
    {
        isCut = true;

        // Without sockets it would go on by plain requests.
        await page.RouteAsync("**/_blazor**", request => request.AbortAsync());
        await page.RouteAsync("**/_blazor/**", request => request.AbortAsync());
        await DropAsync();
    }

    private void Route(IWebSocketRoute route)
    {
        if (isCut)
        {
            _ = route.CloseAsync();
            return;
        }

        open = route;
        route.ConnectToServer();
    }
}

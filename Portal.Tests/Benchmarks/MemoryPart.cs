using System.Net;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>What one more open page costs the server in managed memory.</summary>
public static class MemoryPart
{
    private const int Pages = 100;
    private const int WarmUpPages = 20;
    private const int Runs = 3;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var mine = await MeasureAsync(Served.Portal, site => site.SignInAsync("admin@example.com"));
        var bare = await MeasureAsync(Served.MudBlazor, _ => Task.FromResult(new CookieContainer()));
        return
        [
            new(
                "memory of an open operator page",
                Figure.Of(mine.Median, "0", "KiB"),
                mine.Spread("0"),
                $"{Figure.Of(bare.Median, "0", "KiB")} ({bare.Spread("0")}), MudBlazor's providers, a field and a button",
                Figure.RatioOf(mine.Median, bare.Median)),
        ];
    }

    private static async Task<Samples> MeasureAsync(string which, Func<ServedProcess, Task<CookieContainer>> signIn)
    {
        await using var site = await ServedProcess.StartAsync(which);
        var cookies = await signIn(site);
        await LeaveAsync(await OpenAsync(site, cookies, WarmUpPages));
        var each = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var before = await site.MemoryAsync();
            var pages = await OpenAsync(site, cookies, Pages);
            each.Add((await site.MemoryAsync() - before) / 1024.0 / Pages);
            await LeaveAsync(pages);
        }

        return new(each);
    }

    private static async Task<List<CircuitClient>> OpenAsync(ServedProcess site, CookieContainer cookies, int count)
    {
        var pages = new List<CircuitClient>();
        for (var i = 0; i < count; i++)
        {
            var page = new CircuitClient(site.Address, cookies);
            await page.OpenAsync(site.Page);
            pages.Add(page);
        }

        return pages;
    }

    private static async Task LeaveAsync(List<CircuitClient> pages)
    {
        foreach (var page in pages)
        {
            await page.LeaveAsync();
            await page.DisposeAsync();
        }
    }
}

using System.Diagnostics;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>From the click on a setting until other open pages have it: one other page, then a hundred.</summary>
public static class ClickPart
{
    private const string Page = "/account/settings";
    private const string Administrator = "gijs@example.com";
    private const int WarmUp = 10;
    private const int Clicks = 60;
    private const int Many = Served.Administrators;

    // A choice that has just become the chosen one arrives with this class.
    private const string Chosen = "choice on";

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var site = await ServedProcess.StartAsync(Served.Portal);
        await using var clicker = new CircuitClient(
            site.Address, await site.SignInAsync(Administrator, DemoPeople.All.Single(person => person.Email == Administrator).Key));
        await clicker.OpenAsync(Page);

        var pages = new List<CircuitClient> { await OpenAsync(site, 0) };
        var (one, _) = await MeasureAsync(clicker, pages);
        while (pages.Count < Many)
        {
            pages.Add(await OpenAsync(site, pages.Count));
        }

        var (each, last) = await MeasureAsync(clicker, pages);
        foreach (var page in pages)
        {
            await page.DisposeAsync();
        }

        return
        [
            new("click until one other page shows it, p50", Figure.Of(one.Median, "0.0", "ms"), one.Spread("0.0"), "–", "–"),
            new("  p95", Figure.Of(one.Percentile(95), "0.0", "ms"), "", "–", "–"),
            new($"with {Many} other pages: any of them, p50", Figure.Of(each.Median, "0.0", "ms"), each.Spread("0.0"), Against(one, 50), Figure.RatioOf(each.Median, one.Median)),
            new("  p95", Figure.Of(each.Percentile(95), "0.0", "ms"), "", Against(one, 95), Figure.RatioOf(each.Percentile(95), one.Percentile(95))),
            new($"with {Many} other pages: the last one, p50", Figure.Of(last.Median, "0.0", "ms"), last.Spread("0.0"), Against(one, 50), Figure.RatioOf(last.Median, one.Median)),
            new("  p95", Figure.Of(last.Percentile(95), "0.0", "ms"), "", Against(one, 95), Figure.RatioOf(last.Percentile(95), one.Percentile(95))),
        ];
    }

    private static string Against(Samples one, int percentile) => $"{Figure.Of(one.Percentile(percentile), "0.0", "ms")}, with one";

    private static async Task<CircuitClient> OpenAsync(ServedProcess site, int number)
    {
        var page = new CircuitClient(site.Address, await site.SignInAsync(Served.EmailOf(number)));
        await page.OpenAsync(Page);
        await page.WaitForTextAsync("operators, each counted once");
        return page;
    }

    private static async Task<(Samples Each, Samples Last)> MeasureAsync(CircuitClient clicker, List<CircuitClient> pages)
    {
        var (each, last) = (new List<double>(), new List<double>());
        for (var click = 0; click < WarmUp + Clicks; click++)
        {
            var next = IsChosen(clicker, "default-Required") ? "default-Optional" : "default-Required";
            var waiting = pages.Select(page => page.NextBatchWithAsync(Chosen)).ToList();
            var start = Stopwatch.GetTimestamp();
            var clicking = clicker.ChangeAsync(element => element["id"] == next, "on");
            var batches = await Task.WhenAll(waiting);
            await clicking;

            // While a click is being saved the next one would be passed over.
            await clicker.WaitUntilAsync(() => IsChosen(clicker, next) && clicker.Text.Contains("Undo", StringComparison.Ordinal), "what was saved");

            // Outside the time that counts: what arrived is what was clicked.
            Assert.All(pages, page => Assert.True(IsChosen(page, next)));
            if (click >= WarmUp)
            {
                var times = batches.Select(batch => Stopwatch.GetElapsedTime(start, batch.ArrivedAt).TotalMilliseconds).ToList();
                each.AddRange(times);
                last.Add(times.Max());
            }
        }

        return (new(each), new(last));
    }

    private static bool IsChosen(CircuitClient page, string id) => page.Elements.Single(element => element["id"] == id).Attributes.ContainsKey("checked");
}

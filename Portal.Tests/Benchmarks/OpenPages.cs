using System.Diagnostics;
using System.Globalization;
using System.Net;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>One node with very many open pages: what each costs in memory and, while nothing happens, in time of the processor; and a click that all of them show.</summary>
public static class OpenPages
{
    /// <summary>The argument that asks for it; how many pages comes after it.</summary>
    public const string Command = "--pages";

    private const string Page = "/account/settings";
    private const string Administrator = "gijs@example.com";
    private const int Steps = 4;
    private const int Clicks = 5;
    private const int AtOnce = 4;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(20);

    /// <summary>Measures with so many pages, and on the way there.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync(int count)
    {
        await using var site = await ServedProcess.StartAsync(Served.Portal);
        await using var clicker = new CircuitClient(site.Address, await site.SignInAsync(Administrator, DemoPeople.All.Single(person => person.Email == Administrator).Key));
        await clicker.OpenAsync(Page);
        var people = new List<CookieContainer>();
        for (var number = 0; number < Served.Administrators; number++)
        {
            people.Add(await site.SignInAsync(Served.EmailOf(number)));
        }

        var (managed, whole) = (await site.MemoryAsync(), site.WorkingSet);
        var figures = new List<Figure>();
        var pages = new List<CircuitClient>();
        var first = 0.0;
        for (var step = 1; step <= Steps; step++)
        {
            var opening = Stopwatch.GetTimestamp();
            var from = pages.Count;
            var added = new CircuitClient[(count * step / Steps) - from];
            await Parallel.ForAsync(0, added.Length, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            {
                added[number] = new(site.Address, people[(from + number) % people.Count]);
                await added[number].OpenAsync(Page);
                await added[number].WaitForTextAsync("operators, each counted once");
            });
            pages.AddRange(added);
            var opened = added.Length / Stopwatch.GetElapsedTime(opening).TotalSeconds;

            var busy = site.ProcessorTime;
            await Task.Delay(Idle);
            var idle = (site.ProcessorTime - busy) / Idle;
            var all = new List<double>();
            for (var click = 0; click < Clicks; click++)
            {
                all.Add(await ClickAsync(clicker, pages));
            }

            var last = new Samples(all);
            first = step == 1 ? last.Median : first;
            var n = pages.Count.ToString("N0", CultureInfo.InvariantCulture);
            figures.AddRange(
            [
                new($"{n} open pages: each opened, with the server's and the client's work", Figure.Of(opened, "0", "/s"), "", "–", "–"),
                new("  memory of the process for each", Figure.Of((site.WorkingSet - whole) / 1024.0 / pages.Count, "0", "KiB"), "", $"{Figure.Of((await site.MemoryAsync() - managed) / 1024.0 / pages.Count, "0", "KiB")} in objects", "–"),
                new("  processor while nothing happens", Figure.Of(100 * idle, "0.0", "% of a core"), "", "–", "–"),
                new("  a click until the last of them shows it", Figure.Of(last.Median, "0", "ms"), last.Spread("0"), $"{Figure.Of(first, "0", "ms")}, with {(count / Steps).ToString("N0", CultureInfo.InvariantCulture)}", Figure.RatioOf(last.Median, first)),
            ]);
        }

        return figures;
    }

    private static async Task<double> ClickAsync(CircuitClient clicker, List<CircuitClient> pages)
    {
        var next = IsChosen(clicker, "default-Required") ? "default-Optional" : "default-Required";
        var shown = pages.Select(page => page.WaitUntilAsync(() => IsChosen(page, next), "what was clicked")).ToList();
        var began = Stopwatch.GetTimestamp();
        await clicker.ChangeAsync(element => element["id"] == next, "on");
        await Task.WhenAll(shown);
        var took = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        await clicker.WaitUntilAsync(() => IsChosen(clicker, next) && clicker.Text.Contains("Undo", StringComparison.Ordinal), "what was saved");
        return took;
    }

    private static bool IsChosen(CircuitClient page, string id) => page.Elements.Single(element => element["id"] == id).Attributes.ContainsKey("checked");
}

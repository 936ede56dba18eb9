using System.Diagnostics;

namespace Portal.Tests.Benchmarks;

/// <summary>From the start of the process to the first sign-in page, beside the least that ASP.NET Core can be.</summary>
public static class StartPart
{
    private const int Runs = 5;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var portal = await Published.PortalAsync();
        using var bare = await Published.BareAsync();
        var (mine, least, ratios) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            // The first makes the database, and brings both programs' files into memory.
            var (my, its) = (await MeasureAsync(portal), await MeasureAsync(bare));
            if (run > 0)
            {
                mine.Add(my);
                least.Add(its);
                ratios.Add(my / its);
            }
        }

        var (starts, bareStarts, ratio) = (new Samples(mine), new Samples(least), new Samples(ratios));
        return
        [
            new(
                "start of the process to the first sign-in page",
                Figure.Of(starts.Median, "0", "ms"),
                starts.Spread("0"),
                $"{Figure.Of(bareStarts.Median, "0", "ms")} ({bareStarts.Spread("0")}), three lines of ASP.NET Core",
                $"{ratio.Median:0.00} ({ratio.Spread("0.00")})"),
        ];
    }

    private static async Task<double> MeasureAsync(Published program)
    {
        using var handler = new SocketsHttpHandler { UseProxy = false };
        using var client = new HttpClient(handler);
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        var start = Stopwatch.GetTimestamp();
        await using var running = await program.StartAsync();
        using var answer = await client.GetAsync(new Uri(running.Address, "/sign-in"));
        await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}

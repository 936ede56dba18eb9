using System.Globalization;
using System.Runtime.InteropServices;

namespace Portal.Tests.Benchmarks;

/// <summary>Measures Portal end to end, beside a peer or a limit in the same run, and prints one table.</summary>
public static class Suite
{
    private static readonly (string Name, Func<Task<IReadOnlyList<Figure>>> Run)[] Parts =
    [
        ("sign-in", SignInPart.RunAsync),
        ("enumeration", EnumerationPart.RunAsync),
        ("click", ClickPart.RunAsync),
        ("memory", MemoryPart.RunAsync),
        ("weight", WeightPart.RunAsync),
        ("start", StartPart.RunAsync),
        ("writers", WritersPart.RunAsync),
        ("nodes", NodesPart.RunAsync),
        ("thousands", ThousandsPart.RunAsync),
    ];

    /// <summary>Runs the parts that are named, or all of them.</summary>
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case [Served.Command, var site]:
                await Served.RunAsync(site);
                return 0;
            case [Micro.Command, .. var rest]:
                Micro.Run(rest);
                return 0;
        }

        if (args is [Kills.Command, var times] && int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var kills))
        {
            return await Kills.RunAsync(kills);
        }

        if (args is [OpenPages.Command, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var pages))
        {
            Figure.Print(await OpenPages.RunAsync(pages));
            return 0;
        }

        if (args is [ThousandsPart.Million])
        {
            Figure.Print(await ThousandsPart.RunWithMillionAsync());
            return 0;
        }

        var unknown = args.Except(Parts.Select(part => part.Name)).ToList();
        if (unknown.Count > 0)
        {
            await Console.Error.WriteLineAsync($"No such part: {string.Join(", ", unknown)}. There are {string.Join(", ", Parts.Select(part => part.Name))}, and {Micro.Command}.");
            return 1;
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, which client and server share."));
        if (BusyWith() is { } load)
        {
            Console.WriteLine($"Load before the first figure: {load} (more than 0.5 or so means that others run here, and that the figures are noise).");
        }

        // Portal greets on the console; the table is to stand alone.
        var output = Console.Out;
        Console.SetOut(Console.Error);
        var figures = new List<Figure>();
        var failed = false;
        foreach (var (name, run) in Parts.Where(part => args.Length == 0 || args.Contains(part.Name)))
        {
            await Console.Error.WriteLineAsync($"Measuring {name} …");
            try
            {
                figures.AddRange(await run());
            }
            catch (Exception failure) when (failure is not OutOfMemoryException)
            {
                // The other figures are worth having, and what was started is ended on the way here.
                await Console.Error.WriteLineAsync($"{name} was not measured: {failure}");
                failed = true;
            }
        }

        Console.SetOut(output);
        Console.WriteLine();
        Figure.Print(figures);
        foreach (var figure in figures.Where(figure => figure.IsPast))
        {
            Console.WriteLine($"Past its limit: {figure.Name.Trim()}, {figure.Value}.");
            failed = true;
        }

        return failed ? 1 : 0;
    }

    // The average of the last minute.
    private static string? BusyWith() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : null;
}

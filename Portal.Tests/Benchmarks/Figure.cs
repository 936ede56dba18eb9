using System.Globalization;

namespace Portal.Tests.Benchmarks;

/// <summary>One line of the table: what was measured, and what it was measured against in the same run.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">The figure with its unit.</param>
/// <param name="Spread">How far single runs differed.</param>
/// <param name="Against">The peer measured beside it, or the limit that was set for it.</param>
/// <param name="Ratio">The figure divided by the other.</param>
public sealed record Figure(string Name, string Value, string Spread, string Against, string Ratio)
{
    /// <summary>Whether it is past the limit that was set for it.</summary>
    public bool IsPast { get; init; }

    /// <summary>A figure that has a limit.</summary>
    public static Figure Within(string name, double value, double limit, Func<double, string> show, string spread = "") =>
        new(name, show(value), spread, $"{show(limit)} at most", RatioOf(value, limit)) { IsPast = value > limit };

    /// <summary>A number as the table shows it.</summary>
    public static string Of(double value, string format, string unit) =>
        $"{value.ToString(format, CultureInfo.InvariantCulture)} {unit}";

    /// <summary>A ratio as the table shows it.</summary>
    public static string RatioOf(double value, double other) => (value / other).ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Prints figures as one table.</summary>
    public static void Print(IReadOnlyList<Figure> figures)
    {
        string[] heads = ["figure", "measured", "spread", "peer or limit", "ratio"];
        string[][] lines = [heads, .. figures.Select(figure => new[] { figure.Name, figure.Value, figure.Spread, figure.Against, figure.Ratio })];
        var widths = heads.Select((_, column) => lines.Max(line => line[column].Length)).ToArray();
        for (var i = 0; i < lines.Length; i++)
        {
            Console.WriteLine($"| {string.Join(" | ", lines[i].Select((cell, column) => cell.PadRight(widths[column])))} |");
            if (i == 0)
            {
                Console.WriteLine($"|{string.Join("|", widths.Select(width => new string('-', width + 2)))}|");
            }
        }
    }
}

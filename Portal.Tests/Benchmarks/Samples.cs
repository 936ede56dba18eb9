using System.Globalization;

namespace Portal.Tests.Benchmarks;

/// <summary>Numbers that were measured, in any unit.</summary>
public sealed class Samples(IEnumerable<double> values)
{
    private readonly double[] sorted = [.. values.Order()];

    /// <summary>How many there are.</summary>
    public int Count => sorted.Length;

    /// <summary>The one in the middle.</summary>
    public double Median => Percentile(50);

    /// <summary>The one that so many percent do not exceed.</summary>
    public double Percentile(int percent) => sorted[Math.Clamp((int)Math.Ceiling(percent / 100.0 * sorted.Length) - 1, 0, sorted.Length - 1)];

    /// <summary>Smallest and largest.</summary>
    public string Spread(string format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{sorted[0].ToString(format, CultureInfo.InvariantCulture)}–{sorted[^1].ToString(format, CultureInfo.InvariantCulture)}");
}

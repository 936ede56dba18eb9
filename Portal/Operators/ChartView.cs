using System.Globalization;
using Portal.Texts;

namespace Portal.Operators;

/// <summary>The numbers at the side of a chart: from nothing to a round number that is not below the largest.</summary>
/// <param name="Ticks">They, from below.</param>
public sealed record ChartScale(IReadOnlyList<int> Ticks)
{
    private const int MostSteps = 4;

    /// <summary>The uppermost.</summary>
    public int Top => Ticks[^1];

    /// <summary>The scale for numbers up to the largest. Steps are 1, 2, 2.5 or 5, times a power of ten, and whole.</summary>
    public static ChartScale For(int largest)
    {
        var step = Steps().First(step => step * MostSteps >= largest);
        var count = Math.Max(1, (int)((largest + step - 1) / step));
        return new([.. Enumerable.Range(0, count + 1).Select(number => (int)(number * step))]);
    }

    private static IEnumerable<long> Steps()
    {
        for (var power = 1L; ; power *= 10)
        {
            yield return power;
            yield return 2 * power;
            if (power >= 10)
            {
                yield return 25 * power / 10;
            }

            yield return 5 * power;
        }
    }
}

/// <summary>One bar.</summary>
/// <param name="X">Its left side.</param>
/// <param name="Width">Its width.</param>
/// <param name="Middle">Its middle.</param>
/// <param name="End">Its right side.</param>
/// <param name="Parts">What it consists of, from below: how it is drawn, its upper side, its height.</param>
/// <param name="Label">The words below it; those of the last one end where it does.</param>
/// <param name="Inside">The number in its lowest part.</param>
/// <param name="IsNow">Whether it is the last one.</param>
public sealed record ChartBar(
    string X, string Width, string Middle, string End, IReadOnlyList<(string Css, double Top, double Height)> Parts, string? Label, string? Inside, bool IsNow);

/// <summary>Where everything stands in a chart of so many weeks. A week without a record has its place and no bar.</summary>
public sealed class ChartView
{
    /// <summary>The height of it all, and of the line on which the bars stand.</summary>
    public const int Height = 222;

    /// <summary>As <see cref="Height"/>.</summary>
    public const double Base = 194;

    private const double Above = 14;

    // With fewer, each bar would be as broad as a wall.
    private const int FewestSlots = 8;
    private const double BarPart = .66;

    // What is there is seen, however little of the whole it is.
    private const double Least = 2;
    private const double RoomForNumber = 24;

    // How many bars have words below them, the last one left aside.
    private const int Labels = 4;

    private readonly DateOnly end;
    private readonly int slots;
    private readonly bool isNarrow;

    /// <param name="weeks">The weeks, in order; the last one is now.</param>
    /// <param name="most">How many weeks there is room for.</param>
    /// <param name="isNarrow">Whether it is for where there is little room.</param>
    public ChartView(IReadOnlyList<CoverageWeek> weeks, int most, bool isNarrow)
    {
        this.isNarrow = isNarrow;
        end = weeks[^1].Monday;
        Weeks = [.. weeks.Where(week => Before(week) < most)];
        slots = Math.Clamp(Before(Weeks[0]) + 1, FewestSlots, most);
        Scale = ChartScale.For(Weeks.Max(week => week.Total));
    }

    /// <summary>What it is called.</summary>
    public string Css => isNarrow ? "narrow" : "roomy";

    /// <summary>The weeks that are shown.</summary>
    public IReadOnlyList<CoverageWeek> Weeks { get; }

    public ChartScale Scale { get; }

    /// <summary>The name of the hatching: one for each picture, since a picture that is not shown lends nothing.</summary>
    public string Hatch => $"hatch-{Css}";

    /// <summary>The room that the numbers at the side need.</summary>
    public string Style => string.Create(CultureInfo.InvariantCulture, $"--side:{16 + (7 * Words.Number(Scale.Top).Length)}px");

    public IEnumerable<ChartBar> Bars => Weeks.Select(week => BarOf(week, week == Weeks[^1]));

    /// <summary>How far down a number stands.</summary>
    public double HeightAt(double number) => Base - ((Base - Above) * number / Scale.Top);

    /// <summary>A length as SVG has it.</summary>
    public static string Pixels(double length) => length.ToString("0.##", CultureInfo.InvariantCulture);

    private ChartBar BarOf(CoverageWeek week, bool isNow)
    {
        var slot = slots - 1 - Before(week);
        var parts = PartsOf(week).ToList();
        return new(
            Percent((slot + ((1 - BarPart) / 2)) / slots),
            Percent(BarPart / slots),
            Percent((slot + .5) / slots),
            Percent((slot + ((1 + BarPart) / 2)) / slots),
            parts,
            isNow ? Words.AtPresent : HasLabel(week) ? When.DayInChart(week.Day) : null,
            isNow && parts is [("active", _, >= RoomForNumber), ..] && Words.Number(week.Active).Length <= RoomInside ? Words.Number(week.Active) : null,
            isNow);
    }

    // Digits that go into a bar at the width at which it is narrowest.
    private int RoomInside => (isNarrow, slots) switch
    {
        (false, <= 12) => 3,
        (true, FewestSlots) => 2,
        _ => 1,
    };

    private IEnumerable<(string Css, double Top, double Height)> PartsOf(CoverageWeek week)
    {
        var below = Base;
        foreach (var (css, number) in new[] { ("active", week.Active), ("due", week.SetUpDue), ("alone", week.PasswordAlone) })
        {
            if (number > 0)
            {
                var height = Math.Max(Least, Base - HeightAt(number));
                below -= height;
                yield return (css, below, height);
            }
        }
    }

    // The first one, and others at even distances as long as they do not come near the last, which is now.
    private bool HasLabel(CoverageWeek week)
    {
        var least = isNarrow ? 2 : 1;
        var first = Before(Weeks[0]);
        var step = Math.Max(least, (int)Math.Ceiling((first + 1.0) / Labels));
        var fromFirst = first - Before(week);
        return fromFirst % step == 0 && (Before(week) > least || first <= least);
    }

    private int Before(CoverageWeek week) => (end.DayNumber - week.Monday.DayNumber) / 7;

    private static string Percent(double part) => $"{(part * 100).ToString("0.###", CultureInfo.InvariantCulture)}%";
}

using System.Net;
using Microsoft.AspNetCore.Components;
using Portal.Texts;

namespace Portal.Operators;

/// <summary>The chart of how far operators are covered.</summary>
public partial class CoverageChart
{
    private const int FewWeeks = 12;

    /// <summary>The weeks that there is a number of, in order; the last one is now.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<CoverageWeek> Weeks { get; set; }

    private IEnumerable<ChartView> Views => [new(Weeks, CoverageHistory.MostWeeks, isNarrow: false), new(Weeks, FewWeeks, isNarrow: true)];

    private static string Summary(ChartView view)
    {
        var (first, now) = (view.Weeks[0], view.Weeks[^1]);
        return Words.CoverageSummary(When.DayInYear(first.Day), first.Active, first.Total, now.Active, now.Total, now.SetUpDue);
    }

    // In Razor the name of this element means something else.
    private static MarkupString Label(string x, double y, string anchor, string words, string? css = null) =>
        new($"""<text class="{css}" x="{x}" y="{ChartView.Pixels(y)}" text-anchor="{anchor}">{WebUtility.HtmlEncode(words)}</text>""");
}

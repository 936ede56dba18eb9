using Bunit;
using Portal.Data;
using Portal.Operators;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>Coverage over time: the chart, its table, and what is said before there is one.</summary>
public sealed class CoverageChartTests : ExampleCompany
{
    // A Tuesday.
    private static readonly DateOnly Today = new(2026, 11, 24);

    /// <summary>The largest number, and what stands at the side.</summary>
    public static TheoryData<int, int[]> Scales => new()
    {
        { 0, [0, 1] },
        { 1, [0, 1] },
        { 2, [0, 1, 2] },
        { 7, [0, 2, 4, 6, 8] },
        { 15, [0, 5, 10, 15] },
        { 17, [0, 5, 10, 15, 20] },
        { 90, [0, 25, 50, 75, 100] },
        { 99_731, [0, 25_000, 50_000, 75_000, 100_000] },
        { 1_000_001, [0, 500_000, 1_000_000, 1_500_000] },
    };

    [Theory]
    [MemberData(nameof(Scales))]
    public void The_numbers_at_the_side_are_round_and_few(int largest, int[] ticks) => Assert.Equal(ticks, ChartScale.For(largest).Ticks);

    [Fact]
    public async Task Before_there_is_a_week_it_says_since_when_it_is_recorded_and_when_the_chart_begins()
    {
        await AddAsync((Today.AddDays(-6), 1, 0, 3));
        await using var tab = await OpenAsync(Gijs);

        var page = tab.Render<OverviewPage>();

        page.Shows("Recorded since 18 November. The chart begins on 25 November, when there is a week to show.");
        Assert.Empty(page.FindAll("svg.chart"));
        Assert.False(HasButton(page, "As a table"));
    }

    [Fact]
    public async Task Each_bar_is_the_last_recorded_day_of_its_week_the_last_one_is_now_and_the_table_has_the_same_numbers()
    {
        await AddAsync(
            (new(2026, 10, 26), 9, 9, 9),
            (new(2026, 11, 1), 1, 0, 2),
            (new(2026, 11, 11), 1, 1, 2),
            (new(2026, 11, 23), 8, 8, 8));
        await using var tab = await OpenAsync(Gijs);

        var page = tab.Render<OverviewPage>();

        // Of the weeks from 2 and from 16 November nothing was recorded.
        var roomy = page.WaitForElement("svg.chart.roomy");
        Assert.Equal(
            "Operators who sign in with a password, week by week: 1 of 3 active on 1 November, 2 of 4 now; 0 with set-up due now.",
            roomy.GetAttribute("aria-label"));
        Assert.Equal(3, roomy.QuerySelectorAll("rect.active").Length);
        Assert.Single(roomy.QuerySelectorAll("rect.due"));
        Assert.Equal(3, roomy.QuerySelectorAll("rect.alone").Length);
        Assert.Equal(["0", "1", "2", "3", "4", "1 Nov", "11 Nov", "now", "2"], roomy.QuerySelectorAll("text").Select(text => text.TextContent));

        // Each of the two has its place, and no bar.
        var places = roomy.QuerySelectorAll("rect.alone").Select(bar => double.Parse(bar.GetAttribute("x")![..^1], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.Equal(25, places[1] - places[0], 0.01);
        Assert.Equal(25, places[2] - places[1], 0.01);

        await Button(page, "As a table").ClickAsync(new());

        Assert.Empty(page.FindAll("svg.chart"));
        Assert.Equal(
            ["Now 2 0 2 4", "11 Nov 2026 1 1 2 4", "1 Nov 2026 1 0 2 3"],
            page.FindAll(".weeks tbody tr").Select(row => string.Join(' ', row.Children.Select(cell => cell.TextContent.Normal()))));
        Assert.Equal("Operators who sign in with a password, week by week", page.Find(".weeks caption").TextContent);
        Assert.True(HasButton(page, "As a chart"));
    }

    [Fact]
    public async Task Now_follows_at_once()
    {
        await AddAsync((Today.AddDays(-7), 1, 0, 3));
        await using var tab = await OpenAsync(Gijs);
        var page = tab.Render<OverviewPage>();

        await Node.AddAuthenticatorAsync(Anna);

        page.WaitForAssertion(() => Assert.Contains("3 of 4 now", page.Find("svg.chart.roomy").GetAttribute("aria-label"), StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("Active 3", page.FindAll(".dist a").Select(row => row.TextContent.Normal())));
    }

    [Fact]
    public void A_year_of_weeks_is_shown_as_half_a_one_and_where_there_is_little_room_as_twelve()
    {
        CoverageWeek[] weeks = [.. Enumerable.Range(0, 52).Reverse().Select(ago => new CoverageWeek(Today.AddDays(-7 * ago), 60_000, 1, 39_999))];

        var (roomy, narrow) = (new ChartView(weeks, CoverageHistory.MostWeeks, isNarrow: false), new ChartView(weeks, 12, isNarrow: true));

        Assert.Equal((26, 12), (roomy.Bars.Count(), narrow.Bars.Count()));
        Assert.Equal(["2 Jun", "21 Jul", "8 Sep", "27 Oct", "now"], roomy.Bars.Select(bar => bar.Label).OfType<string>());
        Assert.Equal(["8 Sep", "29 Sep", "20 Oct", "now"], narrow.Bars.Select(bar => bar.Label).OfType<string>());

        // One in a hundred thousand is seen all the same, and nothing sticks out above.
        Assert.All(roomy.Bars, bar => Assert.Equal(["active", "due", "alone"], bar.Parts.Select(part => part.Css)));
        Assert.All(roomy.Bars.SelectMany(bar => bar.Parts), part => Assert.True(part is { Height: >= 2, Top: > 8 }));
    }

    private Task<int> AddAsync(params (DateOnly Day, int Active, int Due, int Alone)[] days) => Node.Contexts.WriteAsync(Account.Id, db =>
    {
        db.CoverageDays.AddRange(days.Select(day => new CoverageDay { AccountId = Account.Id, Day = day.Day, Active = day.Active, SetUpDue = day.Due, NotSetUp = day.Alone }));
        return Task.FromResult(0);
    });
}

using System.Globalization;

namespace Portal.Texts;

/// <summary>Dates and times as people say them, in their language. All take instants that are already local.</summary>
public static class When
{
    /// <summary>The time of day: 10:42.</summary>
    public static string Time(DateTimeOffset local) => local.ToString("t", CultureInfo.CurrentCulture);

    /// <summary>The day without the year, for what is read days later too: "Monday 23 November".</summary>
    public static string Day(DateTimeOffset local) => Languages.Current is "de"
        ? $"{Format(local, "dddd")}, {DayOf(local, "MMMM")}"
        : $"{Format(local, "dddd")} {DayOf(local, "MMMM")}";

    /// <summary>Day and time: Monday 23 November, 10:42.</summary>
    public static string DayAndTime(DateTimeOffset local) => At(Day(local), Time(local));

    /// <summary>Yesterday, today and tomorrow by name, else the date: "today, 10:42", "20 Nov, 11:30", "3 Jan 2025, 09:00".</summary>
    public static string Moment(DateTimeOffset local, DateTimeOffset localNow)
    {
        var time = Time(local);
        return (localNow.Date - local.Date).Days switch
        {
            0 => Words.TodayAt(time),
            1 => Words.YesterdayAt(time),
            -1 => Words.TomorrowAt(time),
            _ => At(DayOf(local, local.Year == localNow.Year ? "MMM" : "MMM yyyy"), time),
        };
    }

    /// <summary>A moment that is to come, time first: "11:12 today", "10:52 tomorrow", "10:52 on 26 Nov".</summary>
    public static string Until(DateTimeOffset local, DateTimeOffset localNow)
    {
        var time = Time(local);
        return (local.Date - localNow.Date).Days switch
        {
            0 => Words.UntilToday(time),
            1 => Words.UntilTomorrow(time),
            _ => Words.UntilDay(time, DayOf(local, "MMM")),
        };
    }

    /// <summary>The whole date and the time, for what is read much later: "23 November 2026, 10:46".</summary>
    public static string Full(DateTimeOffset local) => At(DayOf(local, "MMMM yyyy"), Time(local));

    /// <summary>As <see cref="Full"/>, to the second: "23 November 2026, 10:46:05".</summary>
    public static string Exact(DateTimeOffset local) => At(DayOf(local, "MMMM yyyy"), local.ToString("T", CultureInfo.CurrentCulture));

    /// <summary>A day as short as can be, for a chart: "23 Nov".</summary>
    public static string DayInChart(DateOnly day) => DayOf(AtMidnight(day), "MMM");

    /// <summary>A day without the year: "23 November".</summary>
    public static string DayInYear(DateOnly day) => DayOf(AtMidnight(day), "MMMM");

    /// <summary>The whole date, for a table: "23 Nov 2026".</summary>
    public static string Date(DateOnly day) => DayOf(AtMidnight(day), "MMM yyyy");

    /// <summary>As <see cref="Moment"/>, at the beginning of a cell or a sentence.</summary>
    public static string MomentCapital(DateTimeOffset local, DateTimeOffset localNow) => Capital(Moment(local, localNow));

    /// <summary>A text as it stands at the beginning of a cell or a sentence.</summary>
    public static string Capital(string text) => char.ToUpper(text[0], CultureInfo.CurrentCulture) + text[1..];

    private static DateTimeOffset AtMidnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static string At(string day, string time) => Languages.Current is "nl" ? $"{day} om {time}" : $"{day}, {time}";

    /// <summary>A day before its month, as each language numbers it: 23 Nov, 23. Nov., 1er nov.</summary>
    /// <remarks>Day and month in one format: beside a day some languages write a month's name otherwise.</remarks>
    private static string DayOf(DateTimeOffset local, string month) => (Languages.Current, local.Day) switch
    {
        ("de", _) => Format(local, $"d. {month}"),
        ("fr", 1) => $"1er {Format(local, month)}",
        _ => Format(local, $"d {month}"),
    };

    private static string Format(DateTimeOffset local, string format) => local.ToString(format, CultureInfo.CurrentCulture);
}

using System.Globalization;

namespace Portal.Texts;

/// <summary>Dates and times as people say them, in their language. All take instants that are already local.</summary>
public static class When
{
    /// <summary>The time of day: 10:42.</summary>
    public static string Time(DateTimeOffset local) => local.ToString("t", CultureInfo.CurrentCulture);

    /// <summary>Today and yesterday by name, else the date: "today, 10:42", "20 Nov, 11:30", "3 Jan 2025, 09:00".</summary>
    public static string Moment(DateTimeOffset local, DateTimeOffset localNow)
    {
        var time = Time(local);
        return (localNow.Date - local.Date).Days switch
        {
            0 => Words.TodayAt(time),
            1 => Words.YesterdayAt(time),
            _ => $"{local.ToString(local.Year == localNow.Year ? "d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture)}, {time}",
        };
    }

    /// <summary>The whole date and the time, for what is read much later: "23 November 2026, 10:46".</summary>
    public static string Full(DateTimeOffset local) => $"{local.ToString("d MMMM yyyy", CultureInfo.CurrentCulture)}, {Time(local)}";

    /// <summary>As <see cref="Moment"/>, at the beginning of a cell or a sentence.</summary>
    public static string MomentCapital(DateTimeOffset local, DateTimeOffset localNow)
    {
        var moment = Moment(local, localNow);
        return char.ToUpper(moment[0], CultureInfo.CurrentCulture) + moment[1..];
    }
}

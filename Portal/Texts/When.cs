using System.Globalization;

namespace Portal.Texts;

/// <summary>Dates and times as people say them, in their language. All take instants that are already local.</summary>
public static class When
{
    /// <summary>The time of day: 10:42.</summary>
    public static string Time(DateTimeOffset local) => local.ToString("t", CultureInfo.CurrentCulture);

    /// <summary>Yesterday, today and tomorrow by name, else the date: "today, 10:42", "20 Nov, 11:30", "3 Jan 2025, 09:00".</summary>
    public static string Moment(DateTimeOffset local, DateTimeOffset localNow)
    {
        var time = Time(local);
        return (localNow.Date - local.Date).Days switch
        {
            0 => Words.TodayAt(time),
            1 => Words.YesterdayAt(time),
            -1 => Words.TomorrowAt(time),
            _ => $"{local.ToString(local.Year == localNow.Year ? "d MMM" : "d MMM yyyy", CultureInfo.CurrentCulture)}, {time}",
        };
    }

    /// <summary>As <see cref="Moment"/>, at the beginning of a cell or a sentence.</summary>
    public static string MomentCapital(DateTimeOffset local, DateTimeOffset localNow)
    {
        var moment = Moment(local, localNow);
        return char.ToUpper(moment[0], CultureInfo.CurrentCulture) + moment[1..];
    }
}

namespace Portal.Domain;

/// <summary>Where a day begins and ends as people of a time zone have it.</summary>
public static class DayEnd
{
    /// <summary>The instant at which the day of <paramref name="now"/> is over there: the first one of the next day.</summary>
    public static DateTimeOffset Of(DateTimeOffset now, TimeZoneInfo zone) => Of(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).Date), zone);

    /// <summary>The instant at which a day is over there.</summary>
    public static DateTimeOffset Of(DateOnly day, TimeZoneInfo zone) => StartOf(day.AddDays(1), zone);

    /// <summary>The first instant of a day there.</summary>
    public static DateTimeOffset StartOf(DateOnly day, TimeZoneInfo zone)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);

        // Where clocks are put forward at midnight, the next day begins later.
        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        // Where they are put back over midnight, there are two of it: the day ends with the first one.
        var offset = zone.IsAmbiguousTime(midnight) ? zone.GetAmbiguousTimeOffsets(midnight).Max() : zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUniversalTime();
    }

    /// <summary>The day whose end an instant is there; of an instant within a day, that day.</summary>
    public static DateOnly LastDay(DateTimeOffset end, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(end.AddMilliseconds(-1), zone).DateTime);
}

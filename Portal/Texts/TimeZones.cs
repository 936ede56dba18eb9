namespace Portal.Texts;

/// <summary>The time zones that can be chosen, by their IANA names.</summary>
public static class TimeZones
{
    /// <summary>Places by region, as people know them; without historical and technical names.</summary>
    public static IReadOnlyList<string> All { get; } = [.. TimeZoneInfo.GetSystemTimeZones()
        .Select(zone => zone.Id)
        .Where(id => id == "UTC" || (id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
        .Order(StringComparer.Ordinal)];

    /// <summary>Whether <paramref name="timeZone"/> is one of <see cref="All"/>.</summary>
    public static bool Knows(string? timeZone) => timeZone is not null && All.Contains(timeZone);
}

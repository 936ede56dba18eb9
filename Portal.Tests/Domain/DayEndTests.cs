using System.Globalization;
using Portal.Domain;

namespace Portal.Tests.Domain;

public class DayEndTests
{
    [Theory]
    [InlineData("Europe/Amsterdam", "2026-11-24T09:15:00Z", "2026-11-24T23:00:00Z")]
    [InlineData("Europe/Amsterdam", "2026-11-24T22:59:59Z", "2026-11-24T23:00:00Z")]
    [InlineData("Europe/Amsterdam", "2026-11-24T23:00:00Z", "2026-11-25T23:00:00Z")]
    [InlineData("UTC", "2026-12-31T12:00:00Z", "2027-01-01T00:00:00Z")]
    [InlineData("Pacific/Auckland", "2026-11-24T09:15:00Z", "2026-11-24T11:00:00Z")]
    [InlineData("Europe/Amsterdam", "2026-10-25T08:00:00Z", "2026-10-25T23:00:00Z")] // Clocks were put back: the day has 25 hours.
    [InlineData("Africa/Cairo", "2024-04-25T10:00:00Z", "2024-04-25T22:00:00Z")] // Put forward at midnight: the next day begins at one o'clock.
    public void A_day_ends_where_the_next_one_begins_there(string zone, string now, string end) => Assert.Equal(
        DateTimeOffset.Parse(end, CultureInfo.InvariantCulture),
        DayEnd.Of(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture), TimeZoneInfo.FindSystemTimeZoneById(zone)));

    [Theory]
    [InlineData("Europe/Amsterdam", "2026-12-14", "2026-12-14T23:00:00Z")]
    [InlineData("Europe/Amsterdam", "2027-07-01", "2027-07-01T22:00:00Z")]
    [InlineData("Europe/Amsterdam", "2027-03-27", "2027-03-27T23:00:00Z")] // The last day of winter time,
    [InlineData("Europe/Amsterdam", "2027-03-28", "2027-03-28T22:00:00Z")] // and the one of 23 hours.
    [InlineData("Pacific/Auckland", "2026-12-14", "2026-12-14T11:00:00Z")]
    [InlineData("Africa/Cairo", "2024-04-25", "2024-04-25T22:00:00Z")]
    [InlineData("America/Havana", "2026-10-31", "2026-11-01T04:00:00Z")] // Put back at one o'clock to midnight, which is there twice: the day ends with the first.
    public void The_end_of_a_day_is_the_last_day_of_its_end(string zone, string day, string end)
    {
        var (there, expected) = (TimeZoneInfo.FindSystemTimeZoneById(zone), DateTimeOffset.Parse(end, CultureInfo.InvariantCulture));

        Assert.Equal(expected, DayEnd.Of(DateOnly.Parse(day, CultureInfo.InvariantCulture), there));
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), DayEnd.LastDay(expected, there));
    }
}

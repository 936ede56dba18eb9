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
}

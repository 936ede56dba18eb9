using Portal.Tests.Support;
using Portal.Texts;

namespace Portal.Tests.Texts;

public sealed class WhenTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.FromHours(1));

    [Theory]
    [InlineData("en", "Monday 23 November, 10:42", "23 November 2026, 10:42")]
    [InlineData("nl", "maandag 23 november om 10:42", "23 november 2026 om 10:42")]
    [InlineData("de", "Montag, 23. November, 10:42", "23. November 2026, 10:42")]
    [InlineData("fr", "lundi 23 novembre, 10:42", "23 novembre 2026, 10:42")]
    public void A_date_is_written_as_its_language_writes_it(string language, string dayAndTime, string full)
    {
        var at = Now.AddMinutes(-78);

        Assert.Equal(dayAndTime, Speaking.In(language, () => When.DayAndTime(at)));
        Assert.Equal(full, Speaking.In(language, () => When.Full(at)));
    }

    [Theory]
    [InlineData("en", "today, 10:42", "yesterday, 10:42", "1 Nov, 10:42", "3 Jan 2025, 10:42")]
    [InlineData("nl", "vandaag om 10:42", "gisteren om 10:42", "1 nov om 10:42", "3 jan 2025 om 10:42")]
    [InlineData("de", "heute, 10:42", "gestern, 10:42", "1. Nov., 10:42", "3. Jan. 2025, 10:42")]
    [InlineData("fr", "aujourd'hui, 10:42", "hier, 10:42", "1er nov., 10:42", "3 janv. 2025, 10:42")]
    public void A_moment_is_named_by_its_nearness(string language, string today, string yesterday, string thisYear, string before)
    {
        string Moment(DateTimeOffset at) => Speaking.In(language, () => When.Moment(at, Now));

        Assert.Equal(today, Moment(Now.AddMinutes(-78)));
        Assert.Equal(yesterday, Moment(Now.AddDays(-1).AddMinutes(-78)));
        Assert.Equal(thisYear, Moment(Now.AddDays(-22).AddMinutes(-78)));
        Assert.Equal(before, Moment(new DateTimeOffset(2025, 1, 3, 10, 42, 0, TimeSpan.FromHours(1))));
    }

    [Theory]
    [InlineData("en", "18:00 today", "18:00 on 26 Nov")]
    [InlineData("nl", "vandaag om 18:00", "26 nov om 18:00")]
    [InlineData("de", "heute, 18:00 Uhr", "26. Nov., 18:00 Uhr")]
    [InlineData("fr", "aujourd'hui à 18:00", "le 26 nov. à 18:00")]
    public void An_end_that_is_to_come_is_named_as_people_say_it(string language, string today, string later)
    {
        Assert.Equal(today, Speaking.In(language, () => When.Until(Now.AddHours(6), Now)));
        Assert.Equal(later, Speaking.In(language, () => When.Until(Now.AddDays(3).AddHours(6), Now)));
    }
}

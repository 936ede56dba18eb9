using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>When an override lapses, and what holds again then, in words.</summary>
public static class OverrideEnd
{
    /// <summary>As a sentence that says what holds again; <see langword="null"/> when it has no end.</summary>
    public static string? Then(OperatorSnapshot who, AccountSnapshot account, DateTimeOffset now) =>
        who.OverrideUntil is { } until ? Words.LapsesThen(LastMinute(until, account, now), who.OverrideAfter, account.Default) : null;

    // The last minute in which it holds: "today, 23:59" is read right at once, "tomorrow, 00:00" is not.
    private static string LastMinute(DateTimeOffset until, AccountSnapshot account, DateTimeOffset now) =>
        When.Moment(account.Local(until.AddMinutes(-1)), account.Local(now));
}

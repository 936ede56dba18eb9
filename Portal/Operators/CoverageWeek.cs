using Portal.Data;
using Portal.Domain;

namespace Portal.Operators;

/// <summary>How far those who sign in with a password were covered: one bar of the chart, and one row of its table.</summary>
/// <param name="Day">The day of which it tells: the last one of its week that was recorded.</param>
/// <param name="Active">Asked for a code.</param>
/// <param name="SetUpDue">Set-up due.</param>
/// <param name="PasswordAlone">Neither: not set up, paused, or disabled.</param>
public sealed record CoverageWeek(DateOnly Day, int Active, int SetUpDue, int PasswordAlone)
{
    /// <summary>Everybody who signs in with a password.</summary>
    public int Total => Active + SetUpDue + PasswordAlone;

    /// <summary>The Monday of its week.</summary>
    public DateOnly Monday => MondayOf(Day);

    /// <summary>What was recorded of a day.</summary>
    public static CoverageWeek Of(CoverageDay day) => new(day.Day, day.Active, day.SetUpDue, day.NotSetUp + day.Paused + day.Disabled);

    /// <summary>What is true now.</summary>
    /// <param name="today">The day where the account is.</param>
    /// <param name="statuses">How many operators have each status.</param>
    public static CoverageWeek Now(DateOnly today, IReadOnlyDictionary<TwoFactorStatus, int> statuses)
    {
        var day = new CoverageDay { Day = today };
        CoverageRecord.Count(day, statuses);
        return Of(day);
    }

    /// <summary>The Monday of the week of a day.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Operators;

/// <summary>What was recorded of the weeks before this one. A week of which nothing was recorded is not in it.</summary>
/// <param name="Since">The first day that was recorded, as far as the chart goes back; <see langword="null"/> for none.</param>
/// <param name="Weeks">The weeks, in order.</param>
public sealed record RecordedCoverage(DateOnly? Since, IReadOnlyList<CoverageWeek> Weeks)
{
    /// <summary>What whoever may not see it sees.</summary>
    public static RecordedCoverage None { get; } = new(null, []);

    /// <summary>The day on which there is a week of records, and with it a chart.</summary>
    /// <param name="today">The day where the account is.</param>
    public DateOnly BeginsOn(DateOnly today) => (Since ?? today).AddDays(7);
}

/// <summary>Reads what was recorded, for account administrators; for everybody else there is nothing.</summary>
public sealed class CoverageHistory(PortalContexts contexts, Sessions sessions)
{
    /// <summary>The weeks that the chart shows, this one included.</summary>
    public const int MostWeeks = 26;

    /// <summary>Reads the weeks before the one of a day.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="today">The day where the account is.</param>
    public async Task<RecordedCoverage> ReadAsync(Actor actor, DateOnly today)
    {
        var monday = CoverageWeek.MondayOf(today);
        var from = monday.AddDays(-7 * (MostWeeks - 1));
        await using var db = contexts.For(actor.AccountId);
        if (!await sessions.IsAdministratorAsync(db, actor))
        {
            return RecordedCoverage.None;
        }

        var days = await db.CoverageDays.AsNoTracking().Where(day => day.Day >= from && day.Day <= today).OrderBy(day => day.Day).ToListAsync();
        return new(
            days.Count == 0 ? null : days[0].Day,
            [.. days.Select(CoverageWeek.Of).Where(day => day.Day < monday).GroupBy(day => day.Monday).Select(week => week.Last())]);
    }
}

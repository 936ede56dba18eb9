using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>
/// Records for every account how many operators have each status, each day where the account is: what stands there when the day
/// is over is what was true last. A day on which the program does not run has no record, and nothing is made up for it.
/// </summary>
public sealed class CoverageRecord(PortalContexts contexts, Snapshooter snapshooter, TimeProvider clock, ILogger<CoverageRecord> log) : BackgroundService
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    // After a midnight, so that it is the next day by any reckoning; and after a failure, before it is tried again.
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(1);

    /// <summary>Records every account once; answers how many rows were written. What stands there already is not written again.</summary>
    public async Task<int> RecordAsync(CancellationToken cancellationToken)
    {
        var written = 0;
        foreach (var accountId in await AccountsAsync(cancellationToken))
        {
            try
            {
                written += await RecordAsync(accountId, cancellationToken) ? 1 : 0;
            }
            catch (Exception failure) when (!failure.IsStop(cancellationToken))
            {
                // The others are recorded all the same.
                log.LogError(failure, "How far the operators of account {AccountId} are covered could not be recorded", accountId);
            }
        }

        return written;
    }

    /// <summary>How long until it records again: an hour at most, and never past a midnight where some account is.</summary>
    public async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.AcrossAccounts();
        var zones = await db.Accounts.Select(account => account.TimeZone).Distinct().ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return zones
            .Select(zone => DayEnd.Of(now, TimeZoneInfo.FindSystemTimeZoneById(zone)) - now + AfterMidnight)
            .Append(Longest)
            .Min();
    }

    /// <summary>Fills the numbers of a day in.</summary>
    internal static void Count(CoverageDay day, IReadOnlyDictionary<TwoFactorStatus, int> statuses)
    {
        int Of(TwoFactorStatus status) => statuses.GetValueOrDefault(status);
        day.Active = Of(TwoFactorStatus.Active);
        day.SetUpDue = Of(TwoFactorStatus.SetUpDue) + Of(TwoFactorStatus.SetUpDueWithPassword);
        day.NotSetUp = Of(TwoFactorStatus.NotSetUp);
        day.Paused = Of(TwoFactorStatus.Paused);
        day.Disabled = Of(TwoFactorStatus.Disabled);
        day.SingleSignOn = Of(TwoFactorStatus.HandledBySingleSignOn);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = AfterFailure;
            try
            {
                await RecordAsync(stoppingToken);
                wait = await UntilNextAsync(stoppingToken);
            }
            catch (Exception failure) when (!failure.IsStop(stoppingToken))
            {
                log.LogError(failure, "How far operators are covered could not be recorded; trying again in {Seconds} s", AfterFailure.TotalSeconds);
            }

            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    private async Task<bool> RecordAsync(Guid accountId, CancellationToken cancellationToken)
    {
        if (await snapshooter.AccountAsync(accountId) is not { } account)
        {
            return false;
        }

        var today = DateOnly.FromDateTime(account.Local(clock.GetUtcNow()).DateTime);
        await using (var look = contexts.For(accountId))
        {
            // Looked at without a transaction first: most of the time it stands there already.
            if (await look.CoverageDays.SingleOrDefaultAsync(row => row.Day == today, cancellationToken) is { } known)
            {
                Count(known, account.Statuses);
                if (!look.ChangeTracker.HasChanges())
                {
                    return false;
                }
            }
        }

        return await contexts.WriteAsync(
            accountId,
            async db =>
            {
                // Read anew: another node may have begun the day meanwhile.
                var day = await db.CoverageDays.SingleOrDefaultAsync(row => row.Day == today, CancellationToken.None);
                if (day is null)
                {
                    day = new CoverageDay { AccountId = accountId, Day = today };
                    db.CoverageDays.Add(day);
                }

                Count(day, account.Statuses);
                return await db.SaveChangesAsync(CancellationToken.None) > 0;
            },
            cancellationToken: cancellationToken);
    }

    private async Task<List<Guid>> AccountsAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.AcrossAccounts();
        return await db.Accounts.Select(account => account.Id).ToListAsync(cancellationToken);
    }
}

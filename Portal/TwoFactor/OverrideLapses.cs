using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;

namespace Portal.TwoFactor;

/// <summary>
/// Makes overrides plain that have lapsed: what was to hold again becomes the override, it is written down, and open pages follow.
/// The rule does not wait for it: whoever asks it takes the override that holds at that instant.
/// </summary>
public sealed class OverrideLapses(PortalContexts contexts, TimeProvider clock, ILogger<OverrideLapses> log) : BackgroundService
{
    // Ends are known beforehand, so it wakes at the moment; one that was set for the next few seconds is found within these.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private const int AtOnce = 200;

    // After a failure, and for the end that comes between two looks.
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(1);

    /// <summary>Looks once, for every account; answers how many had lapsed.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        // Looked for without a transaction first: there hardly ever is one.
        var now = clock.GetUtcNow();
        await using var look = contexts.AcrossAccounts();
        if (!await look.Operators.AnyAsync(person => person.PolicyOverrideUntil <= now, cancellationToken))
        {
            return 0;
        }

        var (all, some) = (0, 0);
        do
        {
            some = await EndSomeAsync(now, cancellationToken);
            all += some;
        }
        while (some == AtOnce);
        return all;
    }

    // Not all in one transaction: after a bulk job there may be thousands, and sign-ins wait for it.
    private Task<int> EndSomeAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
        contexts.WriteAcrossAccountsAsync(
            async db =>
            {
                var lapsed = await db.Operators.Where(person => person.PolicyOverrideUntil <= now).OrderBy(person => person.PolicyOverrideUntil).ThenBy(person => person.Id)
                    .Take(AtOnce).ToListAsync(CancellationToken.None);
                foreach (var who in lapsed)
                {
                    AuditLog.RecordProgram(
                        db, who.AccountId, AuditAction.OverrideLapsed, now, who, who.PolicyOverride?.ToString(), who.PolicyOverrideAfter?.ToString());
                    db.Announce(who.AccountId, who.Id);

                    // Of the moment at which it lapsed, by whoever said so: that is since when the other holds.
                    who.SetOverride(who.PolicyOverrideAfter, who.PolicyOverrideUntil!.Value, who.PolicyOverrideChangedById);
                }

                return lapsed.Count;
            },
            cancellationToken: cancellationToken);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = Shortest;
            try
            {
                await LookAsync(stoppingToken);
                wait = await UntilNextAsync(stoppingToken);
            }
            catch (Exception failure) when (!failure.IsStop(stoppingToken))
            {
                log.LogError(failure, "Overrides that have lapsed could not be looked for; trying again in {Seconds} s", Shortest.TotalSeconds);
            }

            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    private async Task<TimeSpan> UntilNextAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.AcrossAccounts();
        var next = await db.Operators.MinAsync(person => person.PolicyOverrideUntil, cancellationToken) - clock.GetUtcNow();
        return next < Shortest ? Shortest : next < Longest ? next.Value : Longest;
    }
}

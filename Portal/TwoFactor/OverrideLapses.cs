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
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);

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

        return await contexts.WriteAcrossAccountsAsync(
            async db =>
            {
                var lapsed = await db.Operators.Where(person => person.PolicyOverrideUntil <= now).ToListAsync(CancellationToken.None);
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
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Overrides that have lapsed could not be looked for; trying again in {Seconds} s", Period.TotalSeconds);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}

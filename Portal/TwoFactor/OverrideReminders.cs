using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;

namespace Portal.TwoFactor;

/// <summary>
/// Tells by mail that an own setting is about to lapse, three days before: the administrator who set it, and the operator. Each
/// end is told once, whatever restarts in between.
/// </summary>
public sealed class OverrideReminders(PortalContexts contexts, Outbox outbox, TimeProvider clock, ILogger<OverrideReminders> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    // Whoever says "until tonight" needs no reminder.
    private static readonly TimeSpan ShortestAhead = TimeSpan.FromDays(1);

    // What may still be put back is not told yet.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(15);

    private const int AtOnce = 200;

    /// <summary>Looks once, for every account; answers of how many ends was told.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        // Looked for without a transaction first: there hardly ever is one.
        var now = clock.GetUtcNow();
        await using var look = contexts.AcrossAccounts();
        var due = (await Ending(look, now)
            .Select(person => new { person.Id, person.PolicyOverrideUntil, person.PolicyOverrideChangedAt })
            .ToListAsync(cancellationToken))
            .Where(person => IsSetLongBefore(person.PolicyOverrideUntil!.Value, person.PolicyOverrideChangedAt))
            .Select(person => person.Id).ToList();
        if (due.Count == 0)
        {
            return 0;
        }

        // Not all in one transaction: after a bulk job there may be thousands, and sign-ins wait for it.
        var told = 0;
        foreach (var some in due.Chunk(AtOnce))
        {
            told += await TellSomeAsync(some, now, cancellationToken);
        }

        return told;
    }

    private Task<int> TellSomeAsync(Guid[] some, DateTimeOffset now, CancellationToken cancellationToken) =>
        contexts.WriteAcrossAccountsAsync(
            async db =>
            {
                // Asked again: another process may have told of it in between.
                var people = (await Ending(db, now).Where(person => some.Contains(person.Id)).Include(person => person.Authenticator).ToListAsync(CancellationToken.None))
                    .Where(person => IsSetLongBefore(person.PolicyOverrideUntil!.Value, person.PolicyOverrideChangedAt)).ToList();
                foreach (var who in people)
                {
                    await TellAsync(db, who, now);
                }

                return people.Count;
            },
            cancellationToken: cancellationToken);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!failure.IsStop(stoppingToken))
            {
                log.LogError(failure, "Overrides that are about to lapse could not be looked for; trying again in {Seconds} s", Period.TotalSeconds);
            }

            await Task.Delay(Period, clock, stoppingToken);
        }
    }

    // Whoever may not sign in, or not with a password, has no setting that could end for them.
    private static IQueryable<Operator> Ending(PortalDbContext db, DateTimeOffset now)
    {
        var (soon, settled) = (now + OperatorFilter.Soon, now - Settled);
        return db.Operators
            .Where(person => person.PolicyOverrideUntil > now && person.PolicyOverrideUntil <= soon)
            .Where(person => person.PolicyOverrideToldUntil == null || person.PolicyOverrideToldUntil != person.PolicyOverrideUntil)
            .Where(person => person.PolicyOverrideChangedAt == null || person.PolicyOverrideChangedAt <= settled)
            .Where(person => person.State != OperatorState.Deactivated && person.LoginOptions != LoginOptions.SingleSignOn && person.PolicyOverride != null);
    }

    private static bool IsSetLongBefore(DateTimeOffset until, DateTimeOffset? changedAt) => changedAt is null || until - changedAt >= ShortestAhead;

    private async Task TellAsync(PortalDbContext db, Operator who, DateTimeOffset now)
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == who.AccountId);
        var (own, until) = (who.PolicyOverride!.Value, who.PolicyOverrideUntil!.Value);
        var then = EffectiveTwoFactor.For(account.DefaultPolicy, who.PolicyOverrideAfter, who.LoginOptions, who.Authenticator is not null);
        var letter = new OverrideEndLetter(null, null, own, until, then.Setting!.Value, then.AfterPassword, null);
        var administrators = await db.Operators
            .Where(person => person.AccountId == who.AccountId && person.Role == OperatorRole.Administrator && person.State == OperatorState.Active)
            .ToListAsync();
        var setBy = administrators.Where(person => person.Id == who.PolicyOverrideChangedById).ToList();
        foreach (var administrator in (setBy.Count > 0 ? setBy : administrators).Where(person => person.Id != who.Id))
        {
            outbox.Queue(db, account, administrator, letter with { About = who.Name, OperatorId = who.Id, Reason = who.PolicyOverrideReason });
        }

        // Whoever has not accepted yet has no page to look at.
        if (who.State == OperatorState.Active)
        {
            outbox.Queue(db, account, who, letter);
        }

        AuditLog.RecordProgram(
            db, who.AccountId, AuditAction.OverrideEndTold, now, who, TwoFactorSettings.Described(own, until), who.PolicyOverrideAfter?.ToString(), who.PolicyOverrideReason);
        db.Announce(who.AccountId, who.Id);
        who.PolicyOverrideToldUntil = until;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;

namespace Portal.TwoFactor;

/// <summary>One's own recovery codes: made anew, and said to be kept.</summary>
public sealed class OwnRecoveryCodes(Gestures gestures, PortalContexts contexts, RecoveryCodes recoveryCodes, Notices notices, TimeProvider clock)
{
    /// <summary>Makes ten new codes, which void those there were. Asks for proof.</summary>
    /// <returns>The codes, to be shown once and kept nowhere.</returns>
    public async Task<Outcome<RecoveryCodeSet>> RenewAsync(Actor actor)
    {
        // Hashing takes its time and comes before the transaction that writes; who may not act makes nobody wait for it.
        if ((await PerformAsync(actor, _ => Task.FromResult<Outcome<Nothing>>(default(Nothing)))).Refused is { } no)
        {
            return no;
        }

        var made = await recoveryCodes.MakeAsync();
        return await PerformAsync<RecoveryCodeSet>(actor, async gesture =>
        {
            await RecoveryCodes.GiveAsync(gesture.Db, gesture.Self.Authenticator!, made);
            gesture.Record(AuditAction.RecoveryCodesMade);
            notices.Tell(gesture, NoticeKind.RecoveryCodesMade);
            return made;
        });
    }

    /// <summary>Notes that the operator keeps the codes that were shown. Refused once others have taken their place.</summary>
    public Task<Outcome<Nothing>> SavedAsync(Actor actor, RecoveryCodeSet shown) => actor.LinkId is not null
        ? SavedByLinkAsync(actor, shown)
        : gestures.PerformAsync<Nothing>(actor, AuditAction.RecoveryCodesSaved, Grant.OwnerOnly, null, gesture =>
            Task.FromResult(Note(gesture.Db, actor, gesture.Self, shown, gesture.Now)));

    // The link is spent by the code that made these codes, so it can carry no act any more; who shows them has just been given them.
    private Task<Outcome<Nothing>> SavedByLinkAsync(Actor actor, RecoveryCodeSet shown) => contexts.WriteAsync(actor.AccountId, async db =>
    {
        var self = await db.Operators.Include(person => person.Authenticator).SingleAsync(person => person.Id == actor.OperatorId);
        return Note(db, actor, self, shown, clock.GetUtcNow());
    });

    private static Outcome<Nothing> Note(PortalDbContext db, Actor actor, Operator self, RecoveryCodeSet shown, DateTimeOffset now)
    {
        if (self.Authenticator is not { } authenticator || !RecoveryCodes.IsOf(authenticator, shown))
        {
            return Refusal.ChangedMeanwhile;
        }

        if (authenticator.RecoveryCodesSavedAt is null)
        {
            authenticator.RecoveryCodesSavedAt = now;
            AuditLog.Record(db, actor, self.Name, AuditAction.RecoveryCodesSaved, now, self);
            db.Announce(actor.AccountId, self.Id);
        }

        return default(Nothing);
    }

    // While no code is ever asked for, the password alone proves: whoever has no more than that must not be able to lay codes by.
    private Task<Outcome<T>> PerformAsync<T>(Actor actor, Func<Gesture, Task<Outcome<T>>> act) =>
        gestures.PerformAsync<T>(actor, AuditAction.RecoveryCodesMade, Grant.OwnerOnly, null, async gesture =>
            gesture.Self.Authenticator is null ? Refusal.NothingSetUp
            : !gesture.Effective.AllowsSetUp ? Refusal.NotUnderThisSetting
            : !gesture.IsProven ? Refusal.ProofNeeded
            : await act(gesture));
}

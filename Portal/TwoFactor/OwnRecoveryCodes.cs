using Portal.Audit;
using Portal.Domain;
using Portal.Security;

namespace Portal.TwoFactor;

/// <summary>One's own recovery codes: made anew, and said to be kept.</summary>
public sealed class OwnRecoveryCodes(Gestures gestures, RecoveryCodes recoveryCodes)
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
            return made;
        });
    }

    /// <summary>Notes that the operator keeps the codes that were shown. Refused once others have taken their place.</summary>
    public Task<Outcome<Nothing>> SavedAsync(Actor actor, RecoveryCodeSet shown) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.RecoveryCodesSaved, Grant.OwnerOnly, null, gesture =>
        {
            if (gesture.Self.Authenticator is not { } authenticator || !RecoveryCodes.IsOf(authenticator, shown))
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.ChangedMeanwhile);
            }

            if (authenticator.RecoveryCodesSavedAt is null)
            {
                authenticator.RecoveryCodesSavedAt = gesture.Now;
                gesture.Record(AuditAction.RecoveryCodesSaved);
            }

            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });

    // While no code is ever asked for, the password alone proves: whoever has no more than that must not be able to lay codes by.
    private Task<Outcome<T>> PerformAsync<T>(Actor actor, Func<Gesture, Task<Outcome<T>>> act) =>
        gestures.PerformAsync<T>(actor, AuditAction.RecoveryCodesMade, Grant.OwnerOnly, null, async gesture =>
            gesture.Self.Authenticator is null ? Refusal.NothingSetUp
            : !gesture.Effective.AllowsSetUp ? Refusal.NotUnderThisSetting
            : !gesture.IsProven ? Refusal.ProofNeeded
            : await act(gesture));
}

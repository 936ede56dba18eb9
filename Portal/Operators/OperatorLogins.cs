using Microsoft.EntityFrameworkCore;
using Portal.Accounts;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>What a change of login options brought about.</summary>
/// <param name="Erased">Whether authenticator, recovery codes or password were there and are gone.</param>
/// <param name="PasswordMail">Whether a mail with a link to choose a password is on its way.</param>
public sealed record LoginOptionsReport(bool Erased, bool PasswordMail);

/// <summary>How an operator may sign in: password, single sign-on, or both.</summary>
public sealed class OperatorLogins(Gestures gestures, TwoFactorEnrollments enrollments, OneTimeLinks links, Outbox outbox, Notices notices, ProviderHealth health)
{
    /// <summary>Sets an operator's login options. Asks for proof. Sessions go on: it holds from the next sign-in on.</summary>
    /// <param name="actor">The administrator.</param>
    /// <param name="operatorId">Whose.</param>
    /// <param name="options">The ways that are open from now on.</param>
    public async Task<Outcome<LoginOptionsReport>> SetAsync(Actor actor, Guid operatorId, LoginOptions options)
    {
        // Asked now, before the transaction: nobody is moved on the word of a minute ago. A bulk job asks for all of its own.
        if (options.HasFlag(LoginOptions.SingleSignOn) && actor.Turn is null)
        {
            await health.LookAsync(actor);
        }

        return await gestures.PerformAsync<LoginOptionsReport>(actor, AuditAction.LoginOptionsChanged, Grant.Administrators, operatorId, async gesture =>
        {
            var who = gesture.Subject;
            if (!Enum.IsDefined(options))
            {
                return Refusal.Invalid;
            }

            if (who.LoginOptions == options)
            {
                return Refusal.AlreadySo;
            }

            if (options.HasFlag(LoginOptions.SingleSignOn) && !await gesture.Db.SingleSignOns.AnyAsync(row => row.IsOn))
            {
                return Refusal.SingleSignOnIsOff;
            }

            return gesture.IsProven ? await SaveAsync(gesture, options) : Refusal.ProofNeeded;
        });
    }

    /// <summary>Releases an operator from the identity at the provider: the next one with the verified address is bound anew.</summary>
    public Task<Outcome<Nothing>> ReleaseAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.IdentityReleased, Grant.Administrators, operatorId, gesture =>
        {
            var who = gesture.Subject;
            if (who.SsoSubject is null)
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.AlreadySo);
            }

            if (!gesture.IsProven)
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.ProofNeeded);
            }

            gesture.Record(AuditAction.IdentityReleased, before: $"{who.SsoSubject} at {who.SsoIssuer}");
            notices.TellReleased(gesture, who);
            who.Release();
            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });

    private async Task<LoginOptionsReport> SaveAsync(Gesture gesture, LoginOptions options)
    {
        var (db, who, before) = (gesture.Db, gesture.Subject, gesture.Subject.LoginOptions);
        gesture.Record(AuditAction.LoginOptionsChanged, before: before.ToString(), after: options.ToString());
        notices.Tell(gesture, NoticeKind.LoginOptionsChanged, before.ToString(), options.ToString());
        who.LoginOptions = options;
        if (!options.HasFlag(LoginOptions.SingleSignOn) && who.SsoSubject is not null)
        {
            gesture.Record(AuditAction.IdentityReleased, before: $"{who.SsoSubject} at {who.SsoIssuer}");
            who.Release();
        }

        var erased = options == LoginOptions.SingleSignOn && await EraseAsync(gesture);
        var choosesPassword = options.HasFlag(LoginOptions.Password) && who is { PasswordHash: null, State: OperatorState.Active };
        if (choosesPassword)
        {
            // A mail that still waits would carry a link that no longer works.
            await outbox.CancelAsync(db, who.Id, ChoosePasswordLetter.Name);
            await outbox.CancelAsync(db, who.Id, PasswordLetter.Name);
            var link = await links.AddAsync(db, who, LinkPurpose.PasswordReset, OneTimeLinks.PasswordLife, gesture.Self.Id);
            outbox.Queue(db, gesture.Account, who, new ChoosePasswordLetter(gesture.Self.Name), link);
        }

        return new(erased, choosesPassword);
    }

    // Everything of the password route goes: what is kept nowhere cannot come back, or be found.
    private async Task<bool> EraseAsync(Gesture gesture)
    {
        var (db, who) = (gesture.Db, gesture.Subject);
        var hadSomething = who.PasswordHash is not null || who.Authenticator is not null;
        if (who.Authenticator is not null)
        {
            gesture.Record(AuditAction.TwoFactorReset, reason: nameof(LoginOptions.SingleSignOn));
        }

        await enrollments.EraseAsync(db, who);
        who.PasswordHash = null;
        await links.VoidAsync(db, who.Id, LinkPurpose.PasswordReset);
        await links.VoidAsync(db, who.Id, LinkPurpose.CodeUnlock);
        foreach (var kind in new[] { SetUpLetter.Name, PasswordLetter.Name, ChoosePasswordLetter.Name, UnlockLetter.Name })
        {
            await outbox.CancelAsync(db, who.Id, kind);
        }

        await HelpRequests.CloseAsync(db, who.Id, HelpAnswer.Dismissed, gesture.Self.Id, gesture.Now);
        return hadSomething;
    }
}

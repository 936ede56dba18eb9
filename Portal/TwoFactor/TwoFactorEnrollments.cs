using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;

namespace Portal.TwoFactor;

/// <summary>A key that waits for its code, with where the wizard stands.</summary>
/// <param name="Id">Which pending key; another id is another key.</param>
/// <param name="Key">The key itself. Never into the page's state that is handed to the browser.</param>
/// <param name="EndsAt">When it can no longer be proven.</param>
/// <param name="Session">Where the wizard stands.</param>
/// <param name="Replaces">Whether an authenticator is in use until this one is proven.</param>
public sealed record PendingEnrollment(Guid Id, AuthenticatorKey Key, DateTimeOffset EndsAt, EnrollmentSession Session, bool Replaces);

/// <summary>What the code in the wizard led to.</summary>
public abstract record FinishAnswer
{
    private FinishAnswer() { }

    /// <summary>Active from this moment on.</summary>
    /// <param name="SessionsEnded">How many other sessions of the operator ended.</param>
    /// <param name="RecoveryCodes">The recovery codes that go with the new key, to be shown once and kept nowhere.</param>
    /// <param name="Ticket">Opens the session, where a link carried the act and there is none yet.</param>
    public sealed record Active(int SessionsEnded, RecoveryCodeSet RecoveryCodes, SecretToken? Ticket = null) : FinishAnswer;

    /// <summary>Wrong or malformed; the key is kept.</summary>
    /// <param name="ClockDrift">How far the phone's clock is ahead (positive) or behind (negative), where that is the cause.</param>
    public sealed record Wrong(TimeSpan? ClockDrift) : FinishAnswer;

    /// <summary>The pending key is over or was cancelled: start again.</summary>
    public sealed record TimeIsUp : FinishAnswer;

    /// <summary>It may not be set up now.</summary>
    public sealed record Refused(Refusal Why) : FinishAnswer;
}

/// <summary>What a reset erased.</summary>
/// <param name="At">When.</param>
/// <param name="RecoveryCodes">How many unused recovery codes went with the key.</param>
/// <param name="SessionsEnded">How many sessions of the operator ended.</param>
/// <param name="Then">What holds for the operator now.</param>
public sealed record ResetReport(DateTimeOffset At, int RecoveryCodes, int SessionsEnded, EffectiveTwoFactor Then)
{
    /// <summary>The browsers of those sessions, as they name themselves.</summary>
    public IReadOnlyList<string> UserAgents { get; init; } = [];
}

/// <summary>Setting two-factor authentication up, replacing it, stopping it, and resetting it for somebody else.</summary>
public sealed class TwoFactorEnrollments(
    Gestures gestures,
    PortalContexts contexts,
    Sessions sessions,
    OneTimeLinks links,
    SignInTickets tickets,
    SetUpLinks setUpLinks,
    Notices notices,
    KeyProtection protection,
    RecoveryCodes recoveryCodes,
    TimeProvider clock)
{
    /// <summary>The pending key of the actor, if one is waiting; opens nothing and changes nothing.</summary>
    public async Task<PendingEnrollment?> FindAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        return await FindAsync(db, actor);
    }

    /// <summary>Whether the actor left a pending key behind that can no longer be proven.</summary>
    public async Task<bool> IsOverAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        return await db.PendingKeys.AnyAsync(pending => pending.OperatorId == actor.OperatorId && pending.LinkId == actor.LinkId) && await FindAsync(db, actor) is null;
    }

    /// <summary>Opens the wizard: with the key that is waiting, or else with a new one. In a session it asks for proof.</summary>
    public Task<Outcome<PendingEnrollment>> StartAsync(Actor actor) =>
        gestures.PerformAsync<PendingEnrollment>(actor, AuditAction.TwoFactorSetUp, Grant.Enrollee, null, async gesture =>
        {
            if (!gesture.Effective.AllowsSetUp)
            {
                return Refusal.NotUnderThisSetting;
            }

            // A new key needs it too: whoever found an old page open would else tie the operator to a phone of theirs (ASVS 5.0, 7.5.1).
            // One that waits already is shown again without, after a reload or a lost connection.
            var waiting = await FindAsync(gesture.Db, actor);
            if (gesture.Link is null && !gesture.IsProven && (waiting is null || gesture.Self.Authenticator is not null))
            {
                return Refusal.ProofNeeded;
            }

            return waiting ?? await AddAsync(gesture);
        });

    /// <summary>Notes where the wizard stands, for a reload or a second tab.</summary>
    public Task<Outcome<Nothing>> MoveAsync(Actor actor, Guid pendingId, EnrollmentSession to) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.TwoFactorSetUp, Grant.Enrollee, null, async gesture =>
        {
            if (to.Step == EnrollmentStep.Finished)
            {
                return Refusal.Invalid;
            }

            await gesture.Db.PendingKeys
                .Where(pending => pending.Id == pendingId && pending.OperatorId == actor.OperatorId)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(pending => pending.Step, to.Step)
                    .SetProperty(pending => pending.Face, to.Face));
            return default(Nothing);
        });

    /// <summary>Discards the pending key, in every tab and on every device.</summary>
    public Task<Outcome<Nothing>> CancelAsync(Actor actor, Guid pendingId) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.TwoFactorSetUp, Grant.Enrollee, null, async gesture =>
        {
            await gesture.Db.PendingKeys.Where(pending => pending.Id == pendingId && pending.OperatorId == actor.OperatorId).ExecuteDeleteAsync();
            gesture.Db.Announce(actor.AccountId, actor.OperatorId);
            return default(Nothing);
        });

    /// <summary>Takes the code that proves the key. When it is right, the key is the operator's authenticator from that moment on.</summary>
    public async Task<FinishAnswer> FinishAsync(Actor actor, Guid pendingId, string? input)
    {
        // Made before anything is written, since hashing them takes its time; and only for a code that looks right already.
        var made = await IsRightAsync(actor, pendingId, input) ? await recoveryCodes.MakeAsync() : null;
        FinishAnswer? answer = null;
        var outcome = await gestures.PerformAsync<FinishAnswer>(actor, AuditAction.TwoFactorSetUp, Grant.Enrollee, null, async gesture =>
        {
            if (!gesture.Effective.AllowsSetUp)
            {
                return Refusal.NotUnderThisSetting;
            }

            var pending = await FindAsync(gesture.Db, actor);
            if (pending?.Id != pendingId)
            {
                answer = new FinishAnswer.TimeIsUp();
                return Refusal.Invalid;
            }

            // The wizard may have been left open beyond the proof; the old key must not go without one.
            if (gesture.Self.Authenticator is not null && !gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            if (!OneTimeCode.TryParse(input, out var code) || TotpVerifier.Match(pending!.Key, code, gesture.Now) is not { } step || made is null)
            {
                answer = new FinishAnswer.Wrong(code is null ? null : TotpVerifier.ClockDrift(pending!.Key, code, gesture.Now));
                return Refusal.Invalid;
            }

            return await ActivateAsync(gesture, pending, step, made);
        });
        return outcome.Value ?? answer ?? new FinishAnswer.Refused(outcome.Refused!.Value);
    }

    /// <summary>Stops using two-factor authentication, where the setting leaves the choice.</summary>
    public Task<Outcome<Nothing>> StopAsync(Actor actor) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.TwoFactorStopped, Grant.OwnerOnly, null, async gesture =>
        {
            if (gesture.Self.Authenticator is null)
            {
                return Refusal.NothingSetUp;
            }

            if (gesture.Effective.Setting != TwoFactorPolicy.Optional)
            {
                return Refusal.NotUnderThisSetting;
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            await EraseAsync(gesture.Db, gesture.Self);
            await HelpRequests.CloseAsync(gesture.Db, gesture.Self.Id, HelpAnswer.Dismissed, gesture.Self.Id, gesture.Now);
            gesture.Record(AuditAction.TwoFactorStopped);
            notices.Tell(gesture, NoticeKind.TwoFactorStopped);
            return default(Nothing);
        });

    /// <summary>Erases another operator's authenticator and ends their sessions; the setting then applies from scratch.</summary>
    /// <param name="actor">The administrator.</param>
    /// <param name="operatorId">Whose. Oneself is refused: one's own key is replaced instead, so that there is no gap.</param>
    /// <param name="reason">For the record; may be empty.</param>
    /// <param name="sendsLink">Whether a link to set it up again goes out with it, where the setting allows set-up.</param>
    public Task<Outcome<ResetReport>> ResetAsync(Actor actor, Guid operatorId, string? reason, bool sendsLink = false) =>
        gestures.PerformAsync<ResetReport>(actor, AuditAction.TwoFactorReset, Grant.Administrators, operatorId, async gesture =>
        {
            if (gesture.IsOnSelf)
            {
                return Refusal.NotAllowed;
            }

            if (!Entry.TryReason(reason, out var tidyReason))
            {
                return Refusal.Invalid;
            }

            if (gesture.Subject.Authenticator is null)
            {
                return Refusal.NothingSetUp;
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            var left = await RecoveryCodes.LeftAsync(gesture.Db, operatorId);
            var userAgents = await sessions.UserAgentsAsync(gesture.Db, gesture.Subject.Id);
            await HelpRequests.AnswerAsync(gesture, HelpAnswer.Reset);
            var ended = await ResetAsync(gesture.Db, gesture.Subject, gesture.Now);
            gesture.Record(AuditAction.TwoFactorReset, reason: tidyReason);
            notices.Tell(gesture, NoticeKind.TwoFactorReset);
            var then = EffectiveAfterReset(gesture);
            if (sendsLink && then.AllowsSetUp && gesture.Subject.MaySignInWithPassword)
            {
                await setUpLinks.SendAsync(gesture);
            }

            return new ResetReport(gesture.Now, left, ended, then) { UserAgents = userAgents };
        });

    /// <summary>Resets an operator from the command line, in a transaction of the caller's; answers how many sessions ended.</summary>
    public async Task<int> ResetAsync(PortalDbContext db, Operator who, DateTimeOffset now)
    {
        await EraseAsync(db, who);
        if (await HelpRequests.CloseAsync(db, who.Id, HelpAnswer.Reset, byId: null, now) > 0)
        {
            AuditLog.RecordCommand(db, who.AccountId, AuditAction.HelpAnswered, now, who, after: nameof(HelpAnswer.Reset));
        }

        who.CodeTriesForgivenAt = now;
        return await sessions.EndAllAsync(db, who.Id, SessionEnd.Reset);
    }

    private static EffectiveTwoFactor EffectiveAfterReset(Gesture gesture) => EffectiveTwoFactor.For(
        gesture.Account.DefaultPolicy, gesture.Subject.OverrideAt(gesture.Now), gesture.Subject.LoginOptions, isSetUp: false);

    /// <summary>Erases within the acting transaction whatever an operator has set up, or begun to.</summary>
    /// <remarks>A new stamp ends every sign-in that waits for a code of the erased key. Recovery codes go with their authenticator.</remarks>
    public async Task EraseAsync(PortalDbContext db, Operator who)
    {
        await links.VoidAsync(db, who.Id, LinkPurpose.SetUp);
        await db.PendingKeys.Where(pending => pending.OperatorId == who.Id).ExecuteDeleteAsync();
        if (who.Authenticator is { } authenticator)
        {
            db.Authenticators.Remove(authenticator);
        }

        who.SecurityStamp = Guid.NewGuid().ToString("N");
    }

    private async Task<bool> IsRightAsync(Actor actor, Guid pendingId, string? input) =>
        OneTimeCode.TryParse(input, out var code)
        && await FindAsync(actor) is { } pending && pending.Id == pendingId
        && TotpVerifier.Match(pending.Key, code, clock.GetUtcNow()) is not null;

    private async Task<FinishAnswer> ActivateAsync(Gesture gesture, PendingEnrollment pending, long step, RecoveryCodeSet codes)
    {
        var (db, self) = (gesture.Db, gesture.Self);
        var replaces = self.Authenticator is not null;
        if (replaces)
        {
            db.Authenticators.Remove(self.Authenticator!);

            // One authenticator for an operator: the old row goes before the new one comes.
            await db.SaveChangesAsync();
        }

        var id = Guid.CreateVersion7();
        self.KeyGeneration++;
        self.SecurityStamp = Guid.NewGuid().ToString("N");
        var authenticator = new Authenticator
        {
            Id = id,
            AccountId = self.AccountId,
            OperatorId = self.Id,
            ProtectedKey = protection.Protect(self.AccountId, self.Id, id, self.KeyGeneration, pending.Key),
            Generation = self.KeyGeneration,
            LastAcceptedTimeStep = step,
            ConfirmedAt = gesture.Now,
        };
        db.Authenticators.Add(authenticator);
        await RecoveryCodes.GiveAsync(db, authenticator, codes);
        await db.PendingKeys.Where(row => row.OperatorId == self.Id).ExecuteDeleteAsync();
        var ended = await sessions.EndAllAsync(db, self.Id, SessionEnd.SetUpElsewhere, except: gesture.Session?.Id);
        if (gesture.Session is { } session)
        {
            (session.ProvenAt, session.ProvenByCode) = (gesture.Now, true);
        }

        await HelpRequests.CloseAsync(db, self.Id, HelpAnswer.Dismissed, self.Id, gesture.Now);
        var ticket = gesture.Link is { } link ? await CompleteAsync(gesture, link) : null;
        await links.VoidAsync(db, self.Id, LinkPurpose.SetUp);
        gesture.Record(replaces ? AuditAction.TwoFactorReplaced : AuditAction.TwoFactorSetUp);
        gesture.Record(AuditAction.RecoveryCodesMade);
        notices.Tell(gesture, replaces ? NoticeKind.TwoFactorReplaced : NoticeKind.TwoFactorSetUp);
        return new FinishAnswer.Active(ended, codes, ticket);
    }

    // What the link was for is done: whoever was invited has joined, and may be signed in without another code.
    private async Task<SecretToken> CompleteAsync(Gesture gesture, OneTimeLink link)
    {
        await links.SpendAsync(gesture.Db, link.Id);
        if (link.Purpose == LinkPurpose.Invitation)
        {
            gesture.Self.State = OperatorState.Active;
            gesture.Self.EmailConfirmed |= await OneTimeLinks.WasMailedAsync(gesture.Db, link);
            gesture.Record(AuditAction.InvitationAccepted);
        }

        return tickets.Add(gesture.Db, gesture.Self, link.Id);
    }

    // A key that was shown in a session is not shown by a link, nor the other way round: whoever knew no more than a password could
    // otherwise look at it first and keep it.
    private async Task<PendingEnrollment?> FindAsync(PortalDbContext db, Actor actor)
    {
        var operatorId = actor.OperatorId;
        var row = await db.PendingKeys.AsNoTracking().SingleOrDefaultAsync(pending => pending.OperatorId == operatorId && pending.LinkId == actor.LinkId);
        if (row is null || row.CreatedAt + EnrollmentSession.Life <= clock.GetUtcNow() || !protection.TryUnprotect(row, out var key))
        {
            return null;
        }

        var endsAt = row.CreatedAt + EnrollmentSession.Life;
        if (actor.LinkId is { } linkId)
        {
            var open = db.Links.Where(links.Alive()).Where(row => row.Id == linkId
                && db.Operators.Any(person => person.Id == row.OperatorId && person.SecurityStamp == actor.LinkStamp));
            if (await open.SingleOrDefaultAsync() is not { } link)
            {
                return null;
            }

            endsAt = link.ExpiresAt < endsAt ? link.ExpiresAt.Value : endsAt;
        }

        var replaces = await db.Authenticators.AnyAsync(authenticator => authenticator.OperatorId == operatorId);
        return new(row.Id, key, endsAt, new(row.Step, row.Face), replaces);
    }

    private async Task<PendingEnrollment> AddAsync(Gesture gesture)
    {
        var key = AuthenticatorKey.Create();
        var id = Guid.CreateVersion7();
        await gesture.Db.PendingKeys.Where(pending => pending.OperatorId == gesture.Self.Id).ExecuteDeleteAsync();
        gesture.Db.PendingKeys.Add(new()
        {
            Id = id,
            AccountId = gesture.Account.Id,
            OperatorId = gesture.Self.Id,
            ProtectedKey = protection.ProtectPending(gesture.Account.Id, gesture.Self.Id, id, key),
            CreatedAt = gesture.Now,
            LinkId = gesture.Link?.Id,
        });
        gesture.Db.Announce(gesture.Account.Id, gesture.Self.Id);
        return new(id, key, gesture.Now + EnrollmentSession.Life, EnrollmentSession.Start, gesture.Self.Authenticator is not null);
    }
}

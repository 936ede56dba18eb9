using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>What a person is asked for as proof.</summary>
public enum ProofFactor
{
    /// <summary>The code of the authenticator that is set up, or a recovery code that goes with it.</summary>
    Code,

    /// <summary>The password, where no code is ever asked for.</summary>
    Password,

    /// <summary>Another sign-in at the provider: of whoever came by single sign-on, or has no other way.</summary>
    Provider,

    /// <summary>Nothing yet: the operator came by single sign-on, may no longer, and has not chosen a password.</summary>
    NotYet,
}

/// <summary>What came of an answer to a request for proof.</summary>
public enum ProofAnswer
{
    /// <summary>Proven, for 15 minutes.</summary>
    Proven,

    /// <summary>Wrong, used or malformed.</summary>
    Wrong,

    /// <summary>Wrong too often: the session is over.</summary>
    SessionIsOver,

    /// <summary>Too many wrong codes in a year: where only a password was shown, no code is looked at.</summary>
    GuessingIsOver,
}

/// <summary>Proof that it is still the operator who sits there, for acts that weaken or erase (OWASP ASVS 5.0, 7.5.1, 7.5.3).</summary>
public sealed class RecentProof(
    PortalContexts contexts, Sessions sessions, SecondFactors secondFactors, ProviderIdentities identities, IPasswordHasher<Operator> hasher, TimeProvider clock)
{
    /// <summary>How long a proof holds.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Answers in a row before the session ends.</summary>
    public const int Tries = 5;

    /// <summary>The factor that counts as proof for the actor now; <see langword="null"/> when the session is over.</summary>
    public async Task<ProofFactor?> FactorAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        var self = await db.Operators.AsNoTracking().Include(person => person.Authenticator)
            .SingleOrDefaultAsync(person => person.Id == actor.OperatorId && person.State == OperatorState.Active);
        var session = await db.Sessions.AsNoTracking().Where(sessions.Alive()).SingleOrDefaultAsync(row => row.Id == actor.SessionId);
        return self is null || session is null ? null : await FactorForAsync(db, await db.Accounts.AsNoTracking().SingleAsync(), self, session, clock.GetUtcNow());
    }

    /// <summary>Takes an answer. Each is counted and committed before it is looked at.</summary>
    public async Task<ProofAnswer> AnswerAsync(Actor actor, string? input)
    {
        if (await ReserveAsync(actor) is { } no)
        {
            return no;
        }

        var presented = await PresentAsync(actor, input);
        return await contexts.WriteAsync(actor.AccountId, async db =>
        {
            var now = clock.GetUtcNow();
            var self = await db.Operators.Include(person => person.Authenticator).SingleAsync(person => person.Id == actor.OperatorId);
            var session = await db.Sessions.SingleAsync(row => row.Id == actor.SessionId);
            var account = await db.Accounts.SingleAsync();
            var factor = await FactorForAsync(db, account, self, session, now);
            if (await IsRightAsync(db, self, actor, factor, presented))
            {
                session.ProvenAt = now;
                (session.ProvenByCode, session.ProvenAtProvider) = (factor == ProofFactor.Code, false);
                session.ProofTries = 0;
                session.CodeProofTries = session.ProvenByCode ? 0 : session.CodeProofTries;
                AuditLog.Record(db, actor, self.Name, AuditAction.ProofGiven, now, self);
                return ProofAnswer.Proven;
            }

            AuditLog.Record(db, actor, self.Name, AuditAction.ProofRefused, now, self, refused: "Wrong");
            if (session.ProofTries < Tries)
            {
                return ProofAnswer.Wrong;
            }

            await sessions.EndAsync(db, session.Id, SessionEnd.WrongProof);
            AuditLog.Record(db, actor, self.Name, AuditAction.SessionEnded, now, self, before: session.Address, reason: nameof(SessionEnd.WrongProof));
            db.Announce(actor.AccountId, actor.OperatorId);
            return ProofAnswer.SessionIsOver;
        });
    }

    /// <summary>Takes the word of the account's provider, to which the person was sent for it, that it is still the same one.</summary>
    /// <param name="actor">Whose session sent them.</param>
    /// <param name="errand">What they were sent for.</param>
    /// <param name="identity">Who came back.</param>
    /// <param name="client">From where.</param>
    /// <returns><see langword="null"/> when it is proven; else why it is not.</returns>
    public Task<IdentityRefusal?> AnswerProviderAsync(Actor actor, ProviderErrand errand, ProviderIdentity identity, Client client) =>
        contexts.WriteAsync<IdentityRefusal?>(actor.AccountId, async db =>
        {
            var now = clock.GetUtcNow();
            var session = await db.Sessions.Where(sessions.Alive()).SingleOrDefaultAsync(row => row.Id == actor.SessionId && row.OperatorId == actor.OperatorId);
            var settings = await db.SingleSignOns.SingleOrDefaultAsync();
            if (session is null || settings is not { IsOn: true } || settings.Generation != errand.Generation)
            {
                return IdentityRefusal.TurnedOff;
            }

            var self = await db.Operators.Include(person => person.Authenticator).SingleAsync(person => person.Id == actor.OperatorId);
            var owner = await ProviderIdentities.FindAsync(db, settings, identity);
            if (owner.Refused is not null || owner.Who?.Id != self.Id)
            {
                var why = owner.Refused is IdentityRefusal.NoEmail or IdentityRefusal.EmailNotVerified ? owner.Refused.Value : IdentityRefusal.AnotherIdentity;
                AuditLog.Record(db, actor, self.Name, AuditAction.ProofRefused, now, self, refused: why.ToString());
                return why;
            }

            ProviderIdentities.NoteThatItWorks(db, settings, now);
            await identities.BindAsync(db, settings, self, identity, client, now);
            (session.ProvenAt, session.ProvenByCode, session.ProvenAtProvider) = (now, false, true);
            (session.ProofTries, session.LastSeenAt) = (0, now);
            AuditLog.Record(db, actor, self.Name, AuditAction.ProofGiven, now, self, after: nameof(SignInMethod.SingleSignOn));
            return null;
        });

    /// <summary>Whether the actor has given a proof that still holds.</summary>
    public async Task<bool> HoldsAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        var self = await db.Operators.AsNoTracking().Include(person => person.Authenticator).SingleOrDefaultAsync(person => person.Id == actor.OperatorId);
        var session = await db.Sessions.AsNoTracking().Where(sessions.Alive()).SingleOrDefaultAsync(row => row.Id == actor.SessionId);
        return self is not null && session is not null
            && await HoldsAsync(db, await db.Accounts.AsNoTracking().SingleAsync(), self, session, clock.GetUtcNow());
    }

    /// <summary>Whether the session's proof is recent, and was given with the factor that counts.</summary>
    internal static async Task<bool> HoldsAsync(PortalDbContext db, Account account, Operator self, Session session, DateTimeOffset now) =>
        now - session.ProvenAt <= Life && await FactorForAsync(db, account, self, session, now) switch
        {
            ProofFactor.Code => session.ProvenByCode,
            ProofFactor.Provider => session.ProvenAtProvider,
            ProofFactor.Password or ProofFactor.NotYet => true,
        };

    /// <summary>What the rule says of an operator whose authenticator was read along.</summary>
    internal static EffectiveTwoFactor EffectiveOf(Account account, Operator who, DateTimeOffset now) =>
        EffectiveTwoFactor.For(account.DefaultPolicy, who.OverrideAt(now), who.LoginOptions, who.Authenticator is not null);

    // Whoever knows the password can open sessions without a code while the setting asks for none, and guess in them later: those
    // share the year's tries. A session in which the phone was shown is not kept from showing it again by the guesses of others.
    private Task<ProofAnswer?> ReserveAsync(Actor actor) => contexts.WriteAsync<ProofAnswer?>(actor.AccountId, async db =>
    {
        var session = await db.Sessions.Where(sessions.Alive())
            .SingleOrDefaultAsync(row => row.Id == actor.SessionId && row.OperatorId == actor.OperatorId && row.ProofTries < Tries);
        if (session is null)
        {
            return ProofAnswer.SessionIsOver;
        }

        var self = await db.Operators.Include(person => person.Authenticator).SingleAsync(person => person.Id == actor.OperatorId);
        var now = clock.GetUtcNow();
        var asksForCode = await FactorForAsync(db, await db.Accounts.SingleAsync(), self, session, now) == ProofFactor.Code;
        if (asksForCode && !session.ProvenByCode && await CodeBudget.UsedUpAsync(db, self, now))
        {
            return ProofAnswer.GuessingIsOver;
        }

        session.ProofTries++;
        session.CodeProofTries += asksForCode ? 1 : 0;
        return null;
    });

    // Whoever may use a password too is not kept from acting by a provider that is off, or gone.
    private static async Task<ProofFactor> FactorForAsync(PortalDbContext db, Account account, Operator self, Session session, DateTimeOffset now) => self switch
    {
        { LoginOptions: LoginOptions.SingleSignOn } => ProofFactor.Provider,
        { LoginOptions: LoginOptions.Both } when session.Method == SignInMethod.SingleSignOn && await db.SingleSignOns.AnyAsync(row => row.AccountId == self.AccountId && row.IsOn && row.Fault == null) => ProofFactor.Provider,
        _ when EffectiveOf(account, self, now).AfterPassword == AfterPassword.AsksForCode => ProofFactor.Code,
        { PasswordHash: null } => ProofFactor.NotYet,
        _ => ProofFactor.Password,
    };

    // Hashing takes its time, so it comes before the transaction that writes; that then looks whether it was the password that still is.
    private async Task<Presented> PresentAsync(Actor actor, string? input)
    {
        await using var db = contexts.For(actor.AccountId);
        var self = await db.Operators.AsNoTracking().Include(person => person.Authenticator).SingleAsync(person => person.Id == actor.OperatorId);
        var session = await db.Sessions.AsNoTracking().SingleAsync(row => row.Id == actor.SessionId);
        if (await FactorForAsync(db, await db.Accounts.AsNoTracking().SingleAsync(), self, session, clock.GetUtcNow()) == ProofFactor.Code)
        {
            return new(await secondFactors.PresentAsync(db, actor.OperatorId, input), VerifiedHash: null);
        }

        var isRight = self.PasswordHash is not null && input is { Length: > 0 and <= PasswordRules.Longest }
            && hasher.VerifyHashedPassword(self, self.PasswordHash, input) != PasswordVerificationResult.Failed;
        return new(Factor: null, isRight ? self.PasswordHash : null);
    }

    private async Task<bool> IsRightAsync(PortalDbContext db, Operator self, Actor actor, ProofFactor factor, Presented presented) => factor switch
    {
        ProofFactor.Code => presented.Factor is { } code && await secondFactors.SpendAsync(db, self, actor, code) is not null,
        ProofFactor.Password => presented.VerifiedHash is { } verified && verified == self.PasswordHash,
        ProofFactor.Provider or ProofFactor.NotYet => false,
    };

    private sealed record Presented(PresentedFactor? Factor, string? VerifiedHash)
    {
        public override string ToString() => "Presented(secret)";
    }
}

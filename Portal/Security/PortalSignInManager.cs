using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>What the right or wrong password led to.</summary>
public abstract record PasswordAnswer
{
    private PasswordAnswer() { }

    /// <summary>The session is open, its cookie written.</summary>
    public sealed record SignedIn : PasswordAnswer;

    /// <summary>A code comes next; the pre-code cookie is written.</summary>
    public sealed record CodeNext : PasswordAnswer;

    /// <summary>Set-up comes first, and no session.</summary>
    /// <param name="AccountId">The account.</param>
    /// <param name="OperatorId">Whose password was right.</param>
    /// <param name="SecurityStamp">The operator's security stamp at the time.</param>
    public sealed record SetUpFirst(Guid AccountId, Guid OperatorId, string SecurityStamp) : PasswordAnswer;

    /// <summary>Address or password is wrong, or there is no such operator: one answer for all.</summary>
    public sealed record Wrong : PasswordAnswer;

    /// <summary>Too many tries; nothing was looked at.</summary>
    /// <param name="For">How long to wait.</param>
    public sealed record Wait(TimeSpan For) : PasswordAnswer;
}

/// <summary>What a code led to.</summary>
public enum CodeAnswer
{
    /// <summary>The session is open, its cookie written.</summary>
    SignedIn,

    /// <summary>Wrong, used or malformed: one answer for all.</summary>
    Wrong,

    /// <summary>The ten minutes or the five tries are over, or something changed: the password comes first again.</summary>
    StartAgain,

    /// <summary>Too many wrong codes in a year: a code alone no longer opens.</summary>
    GuessingIsOver,
}

/// <summary>What single sign-on led to.</summary>
/// <param name="Refused">Why there is no session; <see langword="null"/> when it is open, its cookie written.</param>
/// <param name="Email">The address that the provider named.</param>
public sealed record SingleSignOnOutcome(IdentityRefusal? Refused, string? Email);

/// <summary>A sign-in that waits for its code.</summary>
/// <param name="Email">Whose it is.</param>
/// <param name="GuessingIsOver">Whether a code alone no longer opens.</param>
public sealed record WaitingSignIn(string Email, bool GuessingIsOver);

/// <summary>Sign-in: where the rule meets ASP.NET Core Identity. The one place that opens sessions.</summary>
/// <remarks>
/// Identity's own second factor keeps keys in the clear, takes a used code again and asks only those who have set it up, so that
/// Required with nothing set up would sign in. Here what follows the password is the rule's answer and nothing else.
/// </remarks>
public sealed class PortalSignInManager(
    UserManager<Operator> userManager,
    IHttpContextAccessor contextAccessor,
    IUserClaimsPrincipalFactory<Operator> claimsFactory,
    IOptions<IdentityOptions> identityOptions,
    ILogger<SignInManager<Operator>> logger,
    IAuthenticationSchemeProvider schemes,
    IUserConfirmation<Operator> confirmation,
    PortalContexts contexts,
    Sessions sessions,
    OneTimeLinks links,
    PendingSignIns pendingSignIns,
    SignInTickets tickets,
    LinkCookies linkCookies,
    PasswordBudget passwordBudget,
    SecondFactors secondFactors,
    ProviderIdentities identities,
    DecoyPassword decoy,
    TimeProvider clock)
    : SignInManager<Operator>(userManager, contextAccessor, claimsFactory, identityOptions, logger, schemes, confirmation)
{
    private static readonly SignInResult SetUpFirst = new SetUpFirstResult();

    private string? returnUrl;

    /// <summary>Answers an address and a password. What an outsider can learn is the same for a known and an unknown address.</summary>
    /// <param name="email">As typed.</param>
    /// <param name="password">As typed.</param>
    /// <param name="thenTo">The local address to go to once signed in.</param>
    public async Task<PasswordAnswer> AnswerPasswordAsync(string email, string password, string? thenTo)
    {
        var normalized = UserManager.NormalizeEmail(email);
        var client = Client.Of(Context);
        if (await passwordBudget.ReserveAsync(normalized, client.Prefix, Context.RequestAborted) is { } wait)
        {
            return new PasswordAnswer.Wait(wait);
        }

        returnUrl = thenTo;
        var who = await UserManager.FindByEmailAsync(email);
        if (who is null || !await CanSignInAsync(who) || who.PasswordHash is null)
        {
            decoy.Check(password);
            await RefuseAsync(who, client);
            return new PasswordAnswer.Wrong();
        }

        var result = await PasswordSignInAsync(who, password, isPersistent: false, lockoutOnFailure: false);
        if (result is { Succeeded: false, RequiresTwoFactor: false })
        {
            await RefuseAsync(who, client);
        }

        return AnswerOf(result, who);
    }

    /// <summary>Goes on after a password that was chosen just now, by a link: what follows is what the rule says, as after any right password.</summary>
    public async Task<PasswordAnswer> GoOnAfterNewPasswordAsync(Operator who) => AnswerOf(await SignInOrTwoFactorAsync(who, isPersistent: false), who);

    /// <summary>Answers the password that a link asks for in a browser that has not given it.</summary>
    /// <returns>Whether it was right, which this browser remembers; or how long to wait first.</returns>
    public async Task<(bool IsRight, TimeSpan? Wait)> AnswerPasswordForLinkAsync(OneTimeLink link, string password)
    {
        var (who, wait) = await CheckPasswordAsync(link.OperatorId, password);
        if (who is not null)
        {
            linkCookies.Prove(Context, link, who);
        }

        return (who is not null, wait);
    }

    /// <summary>Lets codes be looked at again, by the link that precedes them after too many wrong ones: in the sign-in that waits in this browser.</summary>
    /// <returns>Whether one did.</returns>
    public Task<bool> UnlockAsync(OneTimeLink link) => contexts.WriteAcrossAccountsAsync(async db =>
    {
        if (await pendingSignIns.FindAsync(db, Context) is not var (pending, who) || who.Id != link.OperatorId || !await links.SpendAsync(db, link.Id))
        {
            return false;
        }

        pending.UnlockedAt = clock.GetUtcNow();
        RecordDoneAt(db, who, AuditAction.CodeUnlocked);
        return true;
    });

    /// <summary>As <see cref="UnlockAsync(OneTimeLink)"/>, in a browser in which no sign-in waits: the password begins one.</summary>
    /// <returns>Whether the password was right, and the link still worked; or how long to wait first.</returns>
    public async Task<(bool IsRight, TimeSpan? Wait)> UnlockAsync(OneTimeLink link, string password)
    {
        var (checkedWho, wait) = await CheckPasswordAsync(link.OperatorId, password);
        if (checkedWho is null)
        {
            return (false, wait);
        }

        var token = await contexts.WriteAcrossAccountsAsync(async db =>
        {
            var who = await db.Operators.SingleAsync(person => person.Id == link.OperatorId);
            if (who.SecurityStamp != checkedWho.SecurityStamp || !await links.SpendAsync(db, link.Id))
            {
                return null;
            }

            RecordDoneAt(db, who, AuditAction.CodeUnlocked);
            return pendingSignIns.Add(db, who, returnUrl: null, unlockedAt: clock.GetUtcNow());
        });
        if (token is not null)
        {
            pendingSignIns.Remember(Context, token);
        }

        return (token is not null, null);
    }

    /// <summary>Opens the session of whoever has just completed a flow by a link on a page that is alive.</summary>
    /// <param name="ticket">What that page was handed.</param>
    /// <returns>Whether the session is open, its cookie written.</returns>
    public async Task<bool> RedeemAsync(string ticket)
    {
        if (linkCookies.Proven(Context) is not { } proven)
        {
            return false;
        }

        var client = Client.Of(Context);
        var token = await contexts.WriteAcrossAccountsAsync(async db =>
        {
            if (await tickets.RedeemAsync(db, ticket, proven.LinkId) is not { } who)
            {
                return null;
            }

            await EndFormerAsync(db);
            return OpenSession(db, who, SignInMethod.PasswordAndCode, client);
        });
        if (token is null)
        {
            return false;
        }

        linkCookies.Forget(Context);
        pendingSignIns.Forget(Context);
        await SessionCookie.WriteAsync(Context, token);
        return true;
    }

    /// <summary>Opens the session of whoever came back from the account's provider. No code is asked for on this way.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="errand">What the person was sent for.</param>
    /// <param name="identity">Who it is, by the word of the provider.</param>
    public async Task<SingleSignOnOutcome> AnswerProviderAsync(Guid accountId, ProviderErrand errand, ProviderIdentity identity)
    {
        var client = Client.Of(Context);
        var now = clock.GetUtcNow();
        SecretToken? token = null;

        // Committed whatever comes of it: what is refused is written down.
        var refused = await contexts.WriteAcrossAccountsAsync<IdentityRefusal?>(async db =>
        {
            var settings = await db.SingleSignOns.SingleOrDefaultAsync(row => row.AccountId == accountId);
            if (settings is not { IsOn: true } || settings.Generation != errand.Generation)
            {
                AuditLog.RecordVisitor(db, accountId, identity.Email, client.Address, client.UserAgent, AuditAction.SignInRefused, now, null, nameof(IdentityRefusal.TurnedOff));
                return IdentityRefusal.TurnedOff;
            }

            ProviderIdentities.NoteThatItWorks(db, settings, now);
            var owner = await ProviderIdentities.FindAsync(db, settings, identity);
            if (await OwnerRefusalAsync(db, owner) is { } why)
            {
                AuditLog.RecordVisitor(db, accountId, identity.Email, client.Address, client.UserAgent, AuditAction.SignInRefused, now, owner.Who, why.ToString());
                return why;
            }

            await identities.BindAsync(db, settings, owner.Who!, identity, client, now);
            await EndFormerAsync(db);
            token = OpenSession(db, owner.Who!, SignInMethod.SingleSignOn, client, ProvenAtOf(identity, now));
            return null;
        });
        if (token is not null)
        {
            pendingSignIns.Forget(Context);
            linkCookies.Forget(Context);
            await SessionCookie.WriteAsync(Context, token);
        }

        return new(refused, identity.Email);
    }

    /// <summary>The sign-in of this browser that waits for a code; <see langword="null"/> when there is none.</summary>
    public async Task<WaitingSignIn?> WaitingAsync()
    {
        await using var db = contexts.AcrossAccounts();
        if (await pendingSignIns.FindAsync(db, Context) is not var (pending, who) || pending.CodeTries >= CodeBudget.ForOneSignIn)
        {
            return null;
        }

        return new(who.Email!, await CodeBudget.NeedsLinkAsync(db, pending, who, clock.GetUtcNow()));
    }

    /// <summary>Whose sign-in waits in this browser; <see langword="null"/> when none does.</summary>
    public async Task<(Guid AccountId, Guid OperatorId)?> WhoseWaitsAsync()
    {
        await using var db = contexts.AcrossAccounts();
        return await pendingSignIns.FindAsync(db, Context) is var (_, who) ? (who.AccountId, who.Id) : null;
    }

    /// <summary>Answers the code, or the recovery code, of the sign-in that waits in this browser.</summary>
    /// <returns>The answer, and the local address to go to once signed in.</returns>
    public async Task<(CodeAnswer Answer, string? ThenTo)> AnswerCodeAsync(string? input)
    {
        var now = clock.GetUtcNow();

        // Counted and committed before it is looked at: a cancelled request or a restart forgets no try.
        var reserved = await contexts.WriteAcrossAccountsAsync<CodeTry?>(async db => await pendingSignIns.FindAsync(db, Context) is var (pending, who)
            ? SecondFactors.CanBe(input) ? await CodeBudget.ReserveAsync(db, pending, who, now) : null
            : CodeTry.SignInIsOver);
        switch (reserved)
        {
            case CodeTry.SignInIsOver:
                pendingSignIns.Forget(Context);
                return (CodeAnswer.StartAgain, null);
            case CodeTry.GuessingIsOver:
                return (CodeAnswer.GuessingIsOver, null);
            case null:
                return (CodeAnswer.Wrong, null);
            case CodeTry.Reserved:
                break;
        }

        var client = Client.Of(Context);
        var presented = await PresentAsync(input);
        var opened = await contexts.WriteAcrossAccountsAsync<Opened?>(
            async db =>
            {
                if (presented is null || await pendingSignIns.FindAsync(db, Context) is not var (pending, who)
                    || await secondFactors.SpendAsync(db, who, client.ActorOf(who), presented) is not { } method)
                {
                    return null;
                }

                pending.CompletedAt = now;
                await EndFormerAsync(db);
                return new(OpenSession(db, who, method, client), pending.ReturnUrl);
            },
            keeps: result => result is not null);
        if (opened is null)
        {
            await contexts.WriteAcrossAccountsAsync(async db =>
            {
                if (await pendingSignIns.FindAsync(db, Context) is var (_, who))
                {
                    RecordAt(db, who, AuditAction.CodeRefused, client);
                }

                return default(Nothing);
            });
            return (CodeAnswer.Wrong, null);
        }

        pendingSignIns.Forget(Context);
        await SessionCookie.WriteAsync(Context, opened.Token);
        return (CodeAnswer.SignedIn, opened.ReturnUrl);
    }

    private async Task<PresentedFactor?> PresentAsync(string? input)
    {
        await using var db = contexts.AcrossAccounts();
        return await pendingSignIns.FindAsync(db, Context) is var (_, who) ? await secondFactors.PresentAsync(db, who.Id, input) : null;
    }

    /// <summary>Ends this browser's session and forgets its cookies.</summary>
    public override async Task SignOutAsync()
    {
        if (SessionCookie.ActorOf(Context.User) is { } actor)
        {
            await contexts.WriteAsync(actor.AccountId, async db =>
            {
                var who = await db.Operators.SingleAsync(person => person.Id == actor.OperatorId);
                await sessions.EndAsync(db, actor.SessionId, SessionEnd.SignedOut);
                AuditLog.Record(db, actor, who.Name, AuditAction.SignedOut, clock.GetUtcNow(), who);
                db.Announce(actor.AccountId, actor.OperatorId);
                return default(Nothing);
            });
        }

        pendingSignIns.Forget(Context);
        await Context.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Only an active operator with a password route gets as far as the password.</summary>
    public override Task<bool> CanSignInAsync(Operator user) =>
        Task.FromResult(user.MaySignInWithPassword);

    /// <summary>After the right password: what the rule says, read anew inside the transaction that acts on it.</summary>
    protected override async Task<SignInResult> SignInOrTwoFactorAsync(
        Operator user, bool isPersistent, string? loginProvider = null, bool bypassTwoFactor = false)
    {
        var client = Client.Of(Context);
        var (result, token) = await contexts.WriteAcrossAccountsAsync(async db =>
        {
            var who = await db.Operators.Include(person => person.Authenticator).SingleAsync(person => person.Id == user.Id);
            var accountDefault = await db.Accounts.Where(account => account.Id == who.AccountId).Select(account => account.DefaultPolicy).SingleAsync();

            // What was checked is what was read before: a password that was changed meanwhile opens nothing any more.
            if (who.SecurityStamp != user.SecurityStamp || !await CanSignInAsync(who))
            {
                return (SignInResult.NotAllowed, null);
            }

            await passwordBudget.ForgetAsync(db, who.NormalizedEmail!, client.Prefix);
            var effective = EffectiveTwoFactor.For(accountDefault, who.OverrideAt(clock.GetUtcNow()), who.LoginOptions, who.Authenticator is not null);
            switch (effective.AfterPassword)
            {
                case AfterPassword.SignedIn:
                    await EndFormerAsync(db);
                    return (SignInResult.Success, OpenSession(db, who, SignInMethod.Password, client));
                case AfterPassword.AsksForCode:
                    return (SignInResult.TwoFactorRequired, pendingSignIns.Add(db, who, returnUrl));
                case AfterPassword.SetUpFirst:
                    RecordAt(db, who, AuditAction.SignInRefused, client, "SetUpFirst");
                    return (SetUpFirst, (SecretToken?)null);
                case AfterPassword.NotOffered:
                default:
                    return (SignInResult.NotAllowed, null);
            }
        });

        if (result.Succeeded)
        {
            pendingSignIns.Forget(Context);
            await SessionCookie.WriteAsync(Context, token!);
        }
        else if (token is not null)
        {
            pendingSignIns.Remember(Context, token);
        }

        return result;
    }

    private async Task<(Operator? Who, TimeSpan? Wait)> CheckPasswordAsync(Guid operatorId, string password)
    {
        var who = (await UserManager.FindByIdAsync(operatorId.ToString()))!;
        var client = Client.Of(Context);
        if (await passwordBudget.ReserveAsync(who.NormalizedEmail!, client.Prefix, Context.RequestAborted) is { } wait)
        {
            return (null, wait);
        }

        if (!who.MaySignInWithPassword || !await UserManager.CheckPasswordAsync(who, password))
        {
            await RefuseAsync(who, client);
            return (null, null);
        }

        await contexts.WriteAcrossAccountsAsync(async db =>
        {
            await passwordBudget.ForgetAsync(db, who.NormalizedEmail!, client.Prefix);
            return default(Nothing);
        });
        return (who, null);
    }

    // Whoever is invited accepts by it, as long as the invitation works.
    private async Task<IdentityRefusal?> OwnerRefusalAsync(PortalDbContext db, IdentityOwner owner)
    {
        if (owner is not { Refused: null, Who: { State: OperatorState.Invited } invited })
        {
            return owner.Refused;
        }

        var invitation = await db.Links.Where(links.Alive())
            .Where(link => link.OperatorId == invited.Id && link.Purpose == LinkPurpose.Invitation).Select(link => (Guid?)link.Id).FirstOrDefaultAsync();
        if (invitation is null || !await links.SpendAsync(db, invitation.Value))
        {
            return IdentityRefusal.InvitationIsOver;
        }

        // A password that somebody chose by the link before is not this person's.
        (invited.PasswordHash, invited.SecurityStamp) = (null, Guid.NewGuid().ToString("N"));
        invited.State = OperatorState.Active;
        invited.Language = Texts.Languages.Current;
        await db.PendingKeys.Where(pending => pending.OperatorId == invited.Id).ExecuteDeleteAsync();
        RecordDoneAt(db, invited, AuditAction.InvitationAccepted);
        return null;
    }

    // What the provider does not date proves nothing later on: the first act that asks for a proof asks the provider again.
    private static DateTimeOffset ProvenAtOf(ProviderIdentity identity, DateTimeOffset now) =>
        identity.Age is { } age ? now - age : DateTimeOffset.UnixEpoch;

    private void RecordDoneAt(PortalDbContext db, Operator who, AuditAction action)
    {
        AuditLog.Record(db, Client.Of(Context).ActorOf(who), who.Name, action, clock.GetUtcNow(), who);
        db.Announce(who.AccountId, who.Id);
    }

    private static PasswordAnswer AnswerOf(SignInResult result, Operator who) => result switch
    {
        { Succeeded: true } => new PasswordAnswer.SignedIn(),
        SetUpFirstResult => new PasswordAnswer.SetUpFirst(who.AccountId, who.Id, who.SecurityStamp!),
        { RequiresTwoFactor: true } => new PasswordAnswer.CodeNext(),
        _ => new PasswordAnswer.Wrong(),
    };

    private SecretToken OpenSession(PortalDbContext db, Operator who, SignInMethod method, Client client, DateTimeOffset? provenAt = null)
    {
        var now = clock.GetUtcNow();
        var (session, token) = sessions.Open(db, who, method, client, provenAt);
        who.LastSignInAt = now;
        who.LastSignInWith = method;
        AuditLog.Record(db, ActorIn(session, client), who.Name, AuditAction.SignedIn, now, who, after: method.ToString());
        return token;
    }

    // Whoever signs in where somebody is signed in takes that session's place, whatever account it was of; its pages close.
    private async Task EndFormerAsync(PortalDbContext db)
    {
        if (SessionCookie.ActorOf(Context.User) is { } former)
        {
            await sessions.EndAsync(db, former.SessionId, SessionEnd.Replaced);
            db.Announce(former.AccountId, former.OperatorId);
        }
    }

    // Known or unknown, the same work: one transaction is written either way.
    private Task<Nothing> RefuseAsync(Operator? who, Client client)
    {
        if (who is not null)
        {
            return contexts.WriteAcrossAccountsAsync(db =>
            {
                RecordAt(db, who, AuditAction.SignInRefused, client, "Password");
                return Task.FromResult(default(Nothing));
            });
        }

        return contexts.WriteAcrossAccountsAsync(async db =>
        {
            await passwordBudget.NoteAsync(db, client.Prefix);
            return default(Nothing);
        });
    }

    private void RecordAt(PortalDbContext db, Operator who, AuditAction action, Client client, string? why = null) => AuditLog.Record(
        db, client.ActorOf(who), who.Name, action, clock.GetUtcNow(), who, refused: why ?? "Wrong");

    private static Actor ActorIn(Session session, Client client) =>
        new(session.OperatorId, session.AccountId, session.Id, client.Address, client.UserAgent);

    private sealed record Opened(SecretToken Token, string? ReturnUrl);

    private sealed class SetUpFirstResult : SignInResult
    {
        public SetUpFirstResult() => RequiresTwoFactor = true;
    }
}

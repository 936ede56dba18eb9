using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;

namespace Portal.Accounts;

/// <summary>Single sign-on of an account: where its provider is, and whether operators may sign in there.</summary>
/// <remarks>
/// Everything here asks for a recent proof: whoever says which provider is believed says who comes in. The client secret is
/// written and never read back.
/// </remarks>
public sealed class SingleSignOnSettings(Gestures gestures, ProviderSecrets secrets, Notices notices, IHostEnvironment environment)
{
    /// <summary>Sets the name that people type to find it.</summary>
    public Task<Outcome<Nothing>> SetNameAsync(Actor actor, string? input) => ChangeAsync(actor, async (gesture, settings) =>
    {
        if (!SignInName.TryParse(input, out var name))
        {
            return Refusal.Invalid;
        }

        if (await gesture.Db.IsSignInNameTakenAsync(name, gesture.Account.Id))
        {
            return Refusal.SignInNameTaken;
        }

        var before = settings.Name;
        settings.Name = name;
        return new Change(SsoFields.Name, before, name, IsAnotherProvider: false);
    });

    /// <summary>Sets the issuer.</summary>
    public Task<Outcome<Nothing>> SetIssuerAsync(Actor actor, string? input) => ChangeAsync(actor, (_, settings) =>
    {
        if (!ProviderEntry.TryIssuer(input, environment.IsDevelopment(), out var issuer))
        {
            return Refused(Refusal.Invalid);
        }

        var before = settings.Issuer;
        settings.Issuer = issuer;
        return Done(new(SsoFields.Issuer, before, issuer));
    });

    /// <summary>Sets the client id.</summary>
    public Task<Outcome<Nothing>> SetClientIdAsync(Actor actor, string? input) => ChangeAsync(actor, (_, settings) =>
    {
        if (!ProviderEntry.TryCredential(input, out var clientId))
        {
            return Refused(Refusal.Invalid);
        }

        var before = settings.ClientId;
        settings.ClientId = clientId;
        return Done(new(SsoFields.ClientId, before, clientId));
    });

    /// <summary>Sets the client secret. Left empty it stays as it is.</summary>
    public Task<Outcome<Nothing>> SetSecretAsync(Actor actor, string? input) => ChangeAsync(actor, (gesture, settings) =>
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            return Done(Change.None(SsoFields.Secret));
        }

        if (!ProviderEntry.TryCredential(input, out var secret))
        {
            return Refused(Refusal.Invalid);
        }

        var had = settings.ProtectedSecret is not null;
        settings.ProtectedSecret = secrets.Protect(gesture.Account.Id, secret);
        return Done(new(SsoFields.Secret, had ? "set" : "none", "set anew"));
    });

    /// <summary>Takes the client secret away: a client without one is known by PKCE alone.</summary>
    public Task<Outcome<Nothing>> RemoveSecretAsync(Actor actor) => ChangeAsync(actor, (_, settings) =>
    {
        var had = settings.ProtectedSecret is not null;
        settings.ProtectedSecret = null;
        return Done(had ? new(SsoFields.Secret, "set", "none") : Change.None(SsoFields.Secret));
    });

    /// <summary>Sets the scopes.</summary>
    public Task<Outcome<Nothing>> SetScopesAsync(Actor actor, string? input) => ChangeAsync(actor, (_, settings) =>
    {
        if (!ProviderEntry.TryScopes(input, out var scopes))
        {
            return Refused(Refusal.Invalid);
        }

        var before = settings.Scopes;
        settings.Scopes = scopes;
        return Done(new(SsoFields.Scopes, before, scopes));
    });

    /// <summary>Sets whether an address counts of which the provider does not say whether it is verified.</summary>
    public Task<Outcome<Nothing>> SetTrustAsync(Actor actor, bool trusts) => ChangeAsync(actor, (_, settings) =>
    {
        var before = settings.TrustsUnmarkedEmail;
        settings.TrustsUnmarkedEmail = trusts;
        return Done(new(SsoFields.Unmarked, before.ToString(), trusts.ToString(), IsAnotherProvider: false));
    });

    /// <summary>Lets operators sign in by it. It has to have worked under the settings as they are.</summary>
    public Task<Outcome<Nothing>> TurnOnAsync(Actor actor) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.SingleSignOnTurnedOn, Grant.Administrators, null, async gesture =>
        {
            var settings = await gesture.Db.SingleSignOns.SingleOrDefaultAsync();
            if (settings is not { IsComplete: true, WorkedAt: not null })
            {
                return Refusal.SingleSignOnNotTested;
            }

            if (settings.IsOn)
            {
                return Refusal.AlreadySo;
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            settings.IsOn = true;
            gesture.Record(AuditAction.SingleSignOnTurnedOn, onAccount: true, after: settings.Issuer);
            await notices.TellAdministratorsAsync(gesture, NoticeKind.SingleSignOnTurnedOn, after: settings.Issuer);
            return default(Nothing);
        });

    /// <summary>Lets nobody sign in by it any more. Sessions go on; new operators begin with a password.</summary>
    public Task<Outcome<Nothing>> TurnOffAsync(Actor actor) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.SingleSignOnTurnedOff, Grant.Administrators, null, async gesture =>
        {
            if (await gesture.Db.SingleSignOns.SingleOrDefaultAsync(row => row.IsOn) is not { } settings)
            {
                return Refusal.AlreadySo;
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            if (gesture.Account.DefaultLoginOptions != LoginOptions.Password)
            {
                gesture.Record(AuditAction.DefaultLoginOptionsChanged, onAccount: true, before: gesture.Account.DefaultLoginOptions.ToString(), after: nameof(LoginOptions.Password));
            }

            TurnOff(settings, gesture.Account);
            gesture.Record(AuditAction.SingleSignOnTurnedOff, onAccount: true, before: settings.Issuer);
            await notices.TellAdministratorsAsync(gesture, NoticeKind.SingleSignOnTurnedOff, before: settings.Issuer);
            return default(Nothing);
        });

    /// <summary>Turns it off within a transaction of the caller's.</summary>
    public static void TurnOff(SingleSignOn settings, Account account)
    {
        if (settings.Fault is not null)
        {
            // What was broken when it was turned off has to be seen to work before it is on again.
            settings.WorkedAt = null;
        }

        settings.IsOn = false;
        settings.NoteFault(null, null, null);
        account.DefaultLoginOptions = LoginOptions.Password;
    }

    /// <summary>Releases every operator who is bound to another provider than the present one; answers how many.</summary>
    public Task<Outcome<int>> ReleaseAsync(Actor actor) =>
        gestures.PerformAsync<int>(actor, AuditAction.IdentityReleased, Grant.Administrators, null, async gesture =>
        {
            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            var settings = await gesture.Db.SingleSignOns.SingleOrDefaultAsync();
            var bound = await gesture.Db.Operators.Where(person => person.SsoIssuer != null).ToListAsync();
            bound.RemoveAll(person => settings is not null && person.IsBoundTo(settings));
            foreach (var who in bound)
            {
                AuditLog.Record(gesture.Db, actor, gesture.Self.Name, AuditAction.IdentityReleased, gesture.Now, who, before: $"{who.SsoSubject} at {who.SsoIssuer}");
                gesture.Db.Announce(gesture.Account.Id, who.Id);
                notices.TellReleased(gesture, who);
                who.Release();
            }

            return bound.Count;
        });

    /// <summary>Begins a test sign-in; answers the settings that are tested.</summary>
    public Task<Outcome<SingleSignOn>> BeginTestAsync(Actor actor) =>
        gestures.PerformAsync<SingleSignOn>(actor, AuditAction.SingleSignOnTested, Grant.Administrators, null, async gesture =>
            await gesture.Db.SingleSignOns.AsNoTracking().SingleOrDefaultAsync() is { IsComplete: true } settings ? settings : Refusal.Invalid);

    /// <summary>Keeps what a test sign-in has shown, for every administrator to see.</summary>
    /// <param name="actor">Who tested.</param>
    /// <param name="answer">What came back.</param>
    public Task<Outcome<Nothing>> NoteTestAsync(Actor actor, ProviderAnswer answer) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.SingleSignOnTested, Grant.Administrators, null, async gesture =>
        {
            if (await gesture.Db.SingleSignOns.SingleOrDefaultAsync() is not { } settings || answer.Errand is { } errand && errand.Generation != settings.Generation)
            {
                return Refusal.ChangedMeanwhile;
            }

            var emailFault = answer.Identity is { } identity ? ProviderIdentities.EmailFaultOf(settings, identity) : null;
            (settings.TestedAt, settings.TestedById) = (gesture.Now, gesture.Self.Id);
            (settings.TestFault, settings.TestDetail) = (answer.Fault?.What ?? emailFault, answer.Fault?.Detail);
            (settings.TestEmail, settings.TestSubject) = (answer.Identity?.Email, answer.Identity?.Subject);
            settings.TestLacksAuthTime = answer.Identity is { AuthenticatedAt: null };
            if (settings.TestFault is null)
            {
                settings.WorkedAt = gesture.Now;
                settings.NoteFault(null, null, null);
            }
            else if (!settings.IsOn)
            {
                settings.WorkedAt = null;
            }

            gesture.Record(AuditAction.SingleSignOnTested, onAccount: true, after: settings.TestFault?.ToString() ?? settings.TestEmail);
            return default(Nothing);
        });

    private Task<Outcome<Nothing>> ChangeAsync(Actor actor, Func<Gesture, SingleSignOn, Task<Outcome<Change>>> change) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.SingleSignOnChanged, Grant.Administrators, null, async gesture =>
        {
            var settings = await gesture.Db.SingleSignOns.SingleOrDefaultAsync();
            if (settings is null)
            {
                settings = new() { AccountId = gesture.Account.Id };
                gesture.Db.SingleSignOns.Add(settings);
            }

            var outcome = await change(gesture, settings);
            if (outcome.Refused is { } why)
            {
                return why;
            }

            var what = outcome.Value!;
            if (what.Before == what.After)
            {
                return default(Nothing);
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            if (what.IsAnotherProvider)
            {
                StartAnew(settings);
            }

            gesture.Record(AuditAction.SingleSignOnChanged, onAccount: true, before: $"{what.Field}: {what.Before}", after: $"{what.Field}: {what.After}");
            if (settings.IsOn)
            {
                await notices.TellAdministratorsAsync(gesture, NoticeKind.SingleSignOnChanged, after: what.Field);
            }

            return default(Nothing);
        });

    // Nobody has come back under these settings yet: what is known of the former ones says nothing of them.
    private static void StartAnew(SingleSignOn settings)
    {
        settings.Generation++;
        settings.WorkedAt = null;
        settings.NoteFault(null, null, null);
        (settings.TestedAt, settings.TestedById, settings.TestFault) = (null, null, null);
        (settings.TestDetail, settings.TestEmail, settings.TestSubject) = (null, null, null);
    }

    private static Task<Outcome<Change>> Done(Change change) => Task.FromResult<Outcome<Change>>(change);

    private static Task<Outcome<Change>> Refused(Refusal why) => Task.FromResult<Outcome<Change>>(why);

    /// <param name="Field">What was changed, for the record.</param>
    /// <param name="Before">The value before; of the secret never.</param>
    /// <param name="After">The value after; of the secret never.</param>
    /// <param name="IsAnotherProvider">Whether what worked before says nothing of it.</param>
    private sealed record Change(string Field, string? Before, string? After, bool IsAnotherProvider = true)
    {
        /// <summary>Nothing was changed.</summary>
        public static Change None(string field) => new(field, null, null);
    }
}

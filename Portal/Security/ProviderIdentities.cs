using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Why nobody here is the one who came back from the provider.</summary>
public enum IdentityRefusal
{
    /// <summary>The provider names no address, and the identity is bound to nobody.</summary>
    NoEmail,

    /// <summary>The address is not verified.</summary>
    EmailNotVerified,

    /// <summary>Nobody of the account with this address may sign in by single sign-on.</summary>
    NobodyHere,

    /// <summary>The operator with this address signs in with another identity.</summary>
    AnotherIdentity,

    /// <summary>The operator was invited, and the invitation is over.</summary>
    InvitationIsOver,

    /// <summary>Single sign-on was turned off, or set up anew, meanwhile.</summary>
    TurnedOff,
}

/// <summary>Whose identity came back from the provider.</summary>
/// <param name="Who">The operator; <see langword="null"/> when it is nobody's.</param>
/// <param name="Refused">Why it is nobody's.</param>
public readonly record struct IdentityOwner(Operator? Who, IdentityRefusal? Refused);

/// <summary>Tells the operator, within the transaction that binds, that an identity at the provider is theirs from now on. Mail, which comes later in the order, does.</summary>
/// <param name="db">The acting transaction's context.</param>
/// <param name="who">Whose.</param>
/// <param name="client">From where.</param>
public delegate Task IdentityBound(PortalDbContext db, Operator who, Client client);

/// <summary>Finds the operator to whom an identity at the account's provider belongs.</summary>
/// <remarks>
/// The first time by the verified address, which binds the operator to issuer and subject; from then on by these alone: an address
/// can be given to somebody else at the provider, a subject never is (OpenID Connect Core 1.0 §5.7).
/// </remarks>
public sealed class ProviderIdentities(IdentityBound bound)
{
    private static readonly TimeSpan NotedEvery = TimeSpan.FromHours(1);

    /// <summary>What is wrong with the address that an identity carries; <see langword="null"/> for nothing.</summary>
    public static SingleSignOnFault? EmailFaultOf(SingleSignOn settings, ProviderIdentity identity) => identity switch
    {
        { Email: null or "" } => SingleSignOnFault.NoEmail,
        { IsEmailVerified: true } => null,
        { IsEmailVerified: null } when settings.TrustsUnmarkedEmail => null,
        _ => SingleSignOnFault.EmailNotVerified,
    };

    /// <summary>Finds the operator within the acting transaction. No operator is made by it, and none bound: see <see cref="BindAsync"/>.</summary>
    /// <param name="db">The acting transaction's context; it may see the rows of other accounts.</param>
    /// <param name="settings">The account's provider, read in the same transaction.</param>
    /// <param name="identity">Who came back.</param>
    public static async Task<IdentityOwner> FindAsync(PortalDbContext db, SingleSignOn settings, ProviderIdentity identity)
    {
        var people = db.Operators.Include(person => person.Authenticator).Where(person => person.AccountId == settings.AccountId);
        if (await people.SingleOrDefaultAsync(person => person.SsoIssuer == identity.Issuer && person.SsoSubject == identity.Subject) is { } known)
        {
            return known.MaySignInBySingleSignOn ? new(known, null) : new(known, IdentityRefusal.NobodyHere);
        }

        if (EmailFaultOf(settings, identity) is { } fault)
        {
            return new(null, fault == SingleSignOnFault.NoEmail ? IdentityRefusal.NoEmail : IdentityRefusal.EmailNotVerified);
        }

        var normalized = identity.Email!.ToUpperInvariant();
        var who = await people.SingleOrDefaultAsync(person => person.NormalizedEmail == normalized);
        return who switch
        {
            null or { MaySignInBySingleSignOn: false } => new(who, IdentityRefusal.NobodyHere),

            // Other letters than a to z that fold to the same are another mailbox.
            _ when !IsSameAddress(identity.Email!, who.Email!) => new(null, IdentityRefusal.NobodyHere),
            { SsoSubject: not null } => new(who, IdentityRefusal.AnotherIdentity),
            _ => new(who, null),
        };
    }

    /// <summary>Notes within the acting transaction that somebody came back under these settings. Seldom written: that it still works is no news.</summary>
    public static void NoteThatItWorks(PortalDbContext db, SingleSignOn settings, DateTimeOffset now)
    {
        if (settings.Fault is not null || settings.WorkedAt is null)
        {
            db.Announce(settings.AccountId, null);
        }

        if (settings.Fault is not null || !(settings.WorkedAt > now - NotedEvery))
        {
            settings.WorkedAt = now;
            settings.NoteFault(null, null, null);
        }
    }

    /// <summary>Binds an operator to an identity within the acting transaction, unless it is bound already, and tells the operator.</summary>
    public async Task BindAsync(PortalDbContext db, SingleSignOn settings, Operator who, ProviderIdentity identity, Client client, DateTimeOffset now)
    {
        var isFirst = who.SsoSubject is null;
        if (who.IsBoundTo(settings))
        {
            return;
        }

        who.Bind(identity.Issuer, settings.ClientId!, identity.Subject, now);
        db.Announce(who.AccountId, who.Id);
        if (isFirst)
        {
            AuditLog.Record(db, client.ActorOf(who), who.Name, AuditAction.IdentityBound, now, who, after: $"{identity.Subject} at {identity.Issuer}");
            await bound(db, who, client);
        }
    }

    private static bool IsSameAddress(string one, string other) =>
        one.Length == other.Length && one.Zip(other).All(pair => IsSameLetter(pair.First, pair.Second));

    private static bool IsSameLetter(char one, char other) =>
        one == other || (char.IsAscii(one) && char.IsAscii(other) && char.ToLowerInvariant(one) == char.ToLowerInvariant(other));
}

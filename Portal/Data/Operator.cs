using Microsoft.AspNetCore.Identity;
using Portal.Domain;

namespace Portal.Data;

/// <summary>A person who signs in. Belongs to exactly one account; the e-mail address is unique in the installation.</summary>
public sealed class Operator : IdentityUser<Guid>, IAccountOwned, IVersioned
{
    public Operator()
    {
        Id = Guid.CreateVersion7();
        SecurityStamp = Guid.NewGuid().ToString("N");
    }

    public Guid AccountId { get; init; }

    public required string Name { get; set; }

    /// <summary>Name and address as the list sorts and searches them; kept by the context whenever either changes.</summary>
    public string SearchKey { get; set; } = "";

    public OperatorRole Role { get; set; } = OperatorRole.Basic;

    public OperatorState State { get; set; } = OperatorState.Active;

    public LoginOptions LoginOptions { get; set; } = LoginOptions.Password;

    /// <summary>The issuer of the identity that the operator signs in with by single sign-on; <see langword="null"/> before the first time.</summary>
    public string? SsoIssuer { get; private set; }

    /// <summary>The client under which the subject was named: some providers name a person otherwise to each (OpenID Connect Core 1.0 §8).</summary>
    public string? SsoClientId { get; private set; }

    /// <summary>The subject at <see cref="SsoIssuer"/>: what names the person there, whatever the address.</summary>
    public string? SsoSubject { get; private set; }

    /// <summary>When the operator was bound to that identity.</summary>
    public DateTimeOffset? SsoBoundAt { get; private set; }

    /// <summary>The operator's own two-factor authentication setting; <see langword="null"/> when the account default holds.</summary>
    public TwoFactorPolicy? PolicyOverride { get; set; }

    /// <summary>When <see cref="PolicyOverride"/> was last changed; <see langword="null"/> as long as it never was.</summary>
    public DateTimeOffset? PolicyOverrideChangedAt { get; set; }

    /// <summary>By whom; <see langword="null"/> for the command line.</summary>
    public Guid? PolicyOverrideChangedById { get; set; }

    /// <summary>When the override lapses; <see langword="null"/> when it has no end.</summary>
    public DateTimeOffset? PolicyOverrideUntil { get; set; }

    /// <summary>The own setting that holds again once the override has lapsed; <see langword="null"/> for none.</summary>
    public TwoFactorPolicy? PolicyOverrideAfter { get; set; }

    /// <summary>Why there is an override, in an administrator's words; <see langword="null"/> when nobody said.</summary>
    public string? PolicyOverrideReason { get; set; }

    /// <summary>The end of which its administrators were reminded; another end is told anew.</summary>
    public DateTimeOffset? PolicyOverrideToldUntil { get; set; }

    /// <summary>The language that the operator chose (ISO 639-1); <see langword="null"/> leaves it to browser and account.</summary>
    public string? Language { get; set; }

    public DateTimeOffset? LastSignInAt { get; set; }

    public SignInMethod? LastSignInWith { get; set; }

    /// <summary>How many keys the operator has had: each confirmed key is a generation of its own, and codes of others are void.</summary>
    public int KeyGeneration { get; set; }

    /// <summary>Wrong codes before this instant no longer count: an administrator or the command line has reset the operator.</summary>
    public DateTimeOffset? CodeTriesForgivenAt { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    public long Version { get; set; }

    /// <summary>The confirmed key, where there is one.</summary>
    public Authenticator? Authenticator { get; init; }

    /// <summary>Whether a password can lead to a session at all.</summary>
    public bool MaySignInWithPassword => State == OperatorState.Active && LoginOptions.HasFlag(LoginOptions.Password);

    /// <summary>Whether single sign-on can lead to a session at all, now or once the invitation is accepted by it.</summary>
    public bool MaySignInBySingleSignOn => State != OperatorState.Deactivated && LoginOptions.HasFlag(LoginOptions.SingleSignOn);

    /// <summary>Whether the operator has signed in at a provider as it is set up now.</summary>
    public bool IsBoundTo(SingleSignOn provider) => SsoIssuer is not null && SsoIssuer == provider.Issuer && SsoClientId == provider.ClientId;

    /// <summary>Binds the operator to an identity at a provider: from now on this one signs in, and no other with the same address.</summary>
    public void Bind(string issuer, string clientId, string subject, DateTimeOffset at) =>
        (SsoIssuer, SsoClientId, SsoSubject, SsoBoundAt) = (issuer, clientId, subject, at);

    /// <summary>Releases the operator: the next identity with the operator's verified address is bound anew.</summary>
    public void Release() => (SsoIssuer, SsoClientId, SsoSubject, SsoBoundAt) = (null, null, null, null);

    /// <summary>The override that holds at an instant: one that has lapsed no longer does.</summary>
    public TwoFactorPolicy? OverrideAt(DateTimeOffset now) => PolicyOverrideUntil <= now ? PolicyOverrideAfter : PolicyOverride;

    /// <summary>The own setting that lasts: of an override with an end, what holds again afterwards.</summary>
    public TwoFactorPolicy? LastingOverride => PolicyOverrideUntil is null ? PolicyOverride : PolicyOverrideAfter;

    /// <summary>Sets the override, or ends it (<see langword="null"/>). The end and the reason that the former one had go with it.</summary>
    /// <param name="policy">The new own setting.</param>
    /// <param name="at">When it is changed.</param>
    /// <param name="byId">By whom; <see langword="null"/> for the command line.</param>
    /// <param name="until">When it lapses; <see langword="null"/> for no end.</param>
    /// <param name="after">What holds again once it has lapsed.</param>
    public void SetOverride(TwoFactorPolicy? policy, DateTimeOffset at, Guid? byId, DateTimeOffset? until = null, TwoFactorPolicy? after = null)
    {
        (PolicyOverride, PolicyOverrideChangedAt, PolicyOverrideChangedById) = (policy, at, byId);
        (PolicyOverrideUntil, PolicyOverrideAfter) = (until, until is null ? null : after);
        (PolicyOverrideReason, PolicyOverrideToldUntil) = (null, null);
    }
}

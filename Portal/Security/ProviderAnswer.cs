using Portal.Domain;

namespace Portal.Security;

/// <summary>What somebody is sent to the provider for.</summary>
public enum ProviderPurpose
{
    /// <summary>To sign in.</summary>
    SignIn,

    /// <summary>To see whether the settings work.</summary>
    Test,

    /// <summary>To show once more that it is the same person.</summary>
    Proof,
}

/// <summary>An errand to the provider. It travels there and back, sealed.</summary>
/// <param name="Purpose">What for.</param>
/// <param name="Generation">The settings under which it was sent.</param>
/// <param name="StartedAt">When.</param>
/// <param name="ReturnUrl">The local address to go to afterwards.</param>
/// <param name="SessionId">The session that sent it, where one did: in any other it is worth nothing.</param>
public sealed record ProviderErrand(
    ProviderPurpose Purpose, int Generation, DateTimeOffset StartedAt, string? ReturnUrl = null, Guid? SessionId = null);

/// <summary>Who came back, by the word of the provider.</summary>
/// <param name="Issuer">The provider.</param>
/// <param name="Subject">What names the person there, for good.</param>
/// <param name="Email">The person's address, which may change.</param>
/// <param name="IsEmailVerified">Whether the provider has verified it; <see langword="null"/> when it does not say.</param>
/// <param name="AuthenticatedAt">When the person last showed who they are, by the provider's clock; <see langword="null"/> when it does not say.</param>
/// <param name="IssuedAt">When the provider said all this, by the same clock.</param>
public sealed record ProviderIdentity(
    string Issuer, string Subject, string? Email, bool? IsEmailVerified, DateTimeOffset? AuthenticatedAt, DateTimeOffset IssuedAt)
{
    private static readonly TimeSpan Rounding = TimeSpan.FromSeconds(1);

    /// <summary>
    /// How long ago the person had shown who they are when the provider spoke: both by its own clock, so that ours does not matter.
    /// <see langword="null"/> when it does not say, or names an instant that had not come yet.
    /// </summary>
    public TimeSpan? Age => IssuedAt - AuthenticatedAt is { } age && age >= -Rounding ? age : null;
}

/// <summary>What is wrong between Portal and the provider.</summary>
/// <param name="What">What it is.</param>
/// <param name="Detail">A value that goes with it: the issuer as the provider calls itself, minutes, an error code.</param>
public sealed record ProviderFault(SingleSignOnFault What, string? Detail = null);

/// <summary>What came back from the provider.</summary>
/// <param name="Errand">What was asked; <see langword="null"/> when nothing was, in this browser.</param>
/// <param name="Identity">Who it is; <see langword="null"/> when something is wrong.</param>
/// <param name="Fault">What is wrong; <see langword="null"/> when nothing is.</param>
public sealed record ProviderAnswer(ProviderErrand? Errand, ProviderIdentity? Identity, ProviderFault? Fault);

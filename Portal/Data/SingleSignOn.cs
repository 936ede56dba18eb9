using Portal.Domain;

namespace Portal.Data;

/// <summary>The account's own OpenID Connect provider. The row exists once somebody has begun to set it up.</summary>
public sealed class SingleSignOn : IAccountOwned, IVersioned
{
    /// <summary>What is asked of the provider unless somebody says otherwise.</summary>
    public const string UsualScopes = "openid email profile";

    public Guid AccountId { get; init; }

    /// <summary>The name that people type to find it; unique in the installation.</summary>
    public string? Name { get; set; }

    /// <summary>The issuer exactly as the provider calls itself.</summary>
    public string? Issuer { get; set; }

    public string? ClientId { get; set; }

    /// <summary>The client secret, encrypted; <see langword="null"/> for a client without one.</summary>
    public byte[]? ProtectedSecret { get; set; }

    /// <summary>Scopes, separated by spaces; <c>openid</c> is among them.</summary>
    public string Scopes { get; set; } = UsualScopes;

    /// <summary>Whether an address counts of which the provider does not say whether it is verified. One that it says is not never does.</summary>
    public bool TrustsUnmarkedEmail { get; set; }

    /// <summary>Whether operators may sign in by it.</summary>
    public bool IsOn { get; set; }

    /// <summary>Counts the changes of what decides where and as what one signs in: what was asked of the provider before one is over.</summary>
    public int Generation { get; set; }

    /// <summary>The last time somebody came back from the provider under the settings as they are; <see langword="null"/> for nobody yet.</summary>
    public DateTimeOffset? WorkedAt { get; set; }

    /// <summary>What is wrong with the provider now; <see langword="null"/> as far as is known nothing.</summary>
    public SingleSignOnFault? Fault { get; private set; }

    /// <summary>A value that goes with <see cref="Fault"/>: the issuer as the provider calls itself, minutes, an error code.</summary>
    public string? FaultDetail { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset? FaultSince { get; private set; }

    /// <summary>The last test sign-in under the settings as they are.</summary>
    public DateTimeOffset? TestedAt { get; set; }

    /// <summary>Who made it.</summary>
    public Guid? TestedById { get; set; }

    /// <summary>What was wrong then; <see langword="null"/> for nothing.</summary>
    public SingleSignOnFault? TestFault { get; set; }

    /// <summary>A value that goes with <see cref="TestFault"/>: the issuer as the provider calls itself, minutes, an error code.</summary>
    public string? TestDetail { get; set; }

    /// <summary>Whether the provider did not say when the person had signed in, so that nobody could prove anything there.</summary>
    public bool TestLacksAuthTime { get; set; }

    /// <summary>The address that the provider named.</summary>
    public string? TestEmail { get; set; }

    /// <summary>The subject that the provider named.</summary>
    public string? TestSubject { get; set; }

    public long Version { get; set; }

    /// <summary>Whether there is enough to go to the provider with.</summary>
    public bool IsComplete => Name is not null && Issuer is not null && ClientId is not null;

    /// <summary>Whether it leads people in: it is on, somebody came back under these settings, and nothing is known to be wrong since.</summary>
    public bool Works => IsOn && WorkedAt is not null && Fault is null;

    /// <summary>Notes what is wrong with the provider, or that nothing is known to be.</summary>
    public void NoteFault(SingleSignOnFault? fault, string? detail, DateTimeOffset? since) => (Fault, FaultDetail, FaultSince) = (fault, detail, since);
}

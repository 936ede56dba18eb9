namespace Portal.Data;

/// <summary>A sign-in whose password was right and whose second factor is still open. It opens nothing.</summary>
public sealed class PendingSignIn : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid OperatorId { get; init; }

    /// <summary>SHA-256 of the token in the browser's pre-code cookie.</summary>
    public required byte[] TokenHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The operator's security stamp at the time: a change of password, authenticator or state ends this sign-in.</summary>
    public required string SecurityStamp { get; init; }

    /// <summary>Codes tried, right or wrong; each is counted before it is looked at.</summary>
    public int CodeTries { get; set; }

    /// <summary>When the right code came. Tries of a sign-in that succeeded do not count against the operator.</summary>
    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>The local address to go to afterwards.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>When a mailed link preceded the code: codes are looked at although too many were wrong in a year.</summary>
    public DateTimeOffset? UnlockedAt { get; set; }
}

/// <summary>Wrong passwords from one network for one address that was typed, whether or not it belongs to anybody.</summary>
public sealed class PasswordTries
{
    /// <summary>SHA-256 of the normalised e-mail address and the network, or of the address alone for all networks together.</summary>
    public required byte[] Id { get; init; }

    /// <summary>Passwords tried since the last right one, or since a day of quiet.</summary>
    public int Count { get; set; }

    public DateTimeOffset LastAt { get; set; }

    /// <summary>No password is looked at before this instant.</summary>
    public DateTimeOffset NotBefore { get; set; }
}

using Portal.Domain;

namespace Portal.Data;

/// <summary>Why a session is over. The numbers are stored: never renumber.</summary>
public enum SessionEnd
{
    /// <summary>The operator signed out.</summary>
    SignedOut = 1,

    /// <summary>Two-factor authentication of the operator was reset.</summary>
    Reset = 2,

    /// <summary>The operator set up two-factor authentication in another session.</summary>
    SetUpElsewhere = 3,

    /// <summary>The operator was deactivated.</summary>
    Deactivated = 4,

    /// <summary>A new sign-in in the same browser took its place.</summary>
    Replaced = 5,

    /// <summary>Too many wrong answers to a request for proof.</summary>
    WrongProof = 6,

    /// <summary>The password was changed, or chosen anew.</summary>
    PasswordChanged = 7,

    /// <summary>The e-mail address was changed.</summary>
    EmailChanged = 8,

    /// <summary>The operator ended it from another session.</summary>
    EndedElsewhere = 9,

    /// <summary>An administrator ended it.</summary>
    EndedByAdministrator = 10,
}

/// <summary>One browser that is signed in. The cookie carries only a token that leads here.</summary>
public sealed class Session : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid OperatorId { get; init; }

    /// <summary>SHA-256 of the token in the cookie.</summary>
    public required byte[] TokenHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The last time a person did something in it.</summary>
    public DateTimeOffset LastSeenAt { get; set; }

    /// <summary>When it is over whatever happens.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    public SessionEnd? EndedBecause { get; set; }

    public required string Address { get; init; }

    /// <summary>The network the address belongs to: the address itself, for IPv6 its /64.</summary>
    public required string AddressPrefix { get; init; }

    public required string UserAgent { get; init; }

    public SignInMethod Method { get; init; }

    /// <summary>The last time the person proved to be the operator.</summary>
    public DateTimeOffset ProvenAt { get; set; }

    /// <summary>Whether that proof was a code, or a recovery code.</summary>
    public bool ProvenByCode { get; set; }

    /// <summary>Whether that proof was given at the provider of single sign-on. Neither this nor a code: it was the password.</summary>
    public bool ProvenAtProvider { get; set; }

    /// <summary>Answers to requests for proof since the last right one, of whatever kind.</summary>
    public int ProofTries { get; set; }

    /// <summary>Those of them that were codes: these count towards the operator's wrong codes of the year, passwords do not.</summary>
    public int CodeProofTries { get; set; }
}

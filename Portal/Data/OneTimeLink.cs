using Portal.Domain;

namespace Portal.Data;

/// <summary>A link that is mailed, or handed over, to one operator for one purpose. Its token is kept nowhere: it is derived anew.</summary>
public sealed class OneTimeLink : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid OperatorId { get; init; }

    public LinkPurpose Purpose { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] TokenHash { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>How long it works once it has left the house, in minutes.</summary>
    public int LifeMinutes { get; init; }

    /// <summary>When it stops working; <see langword="null"/> until it was first handed to the transport or to a person.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }

    /// <summary>The administrator who sent it; <see langword="null"/> when it came of the operator's own act, or from the command line.</summary>
    public Guid? CreatedById { get; init; }

    /// <summary>Whether the password is asked for in every browser, since nobody proved it before the link was made.</summary>
    public bool AlwaysAsksForPassword { get; init; }

    /// <summary>The address that it confirms, of a link that changes one.</summary>
    public string? NewEmail { get; init; }

    /// <summary>When it did what it is for.</summary>
    public DateTimeOffset? SpentAt { get; set; }

    /// <summary>When a newer one took its place, or what it was for went away.</summary>
    public DateTimeOffset? VoidedAt { get; set; }
}

/// <summary>Opens one session, for the page that has just completed a flow: a page that is alive cannot write a cookie itself.</summary>
public sealed class SignInTicket : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid OperatorId { get; init; }

    /// <summary>The link whose flow was completed; only the browser that holds its proof can use the ticket.</summary>
    public Guid LinkId { get; init; }

    /// <summary>SHA-256 of the token.</summary>
    public required byte[] TokenHash { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The operator's security stamp at the time: a reset or a new password ends the ticket.</summary>
    public required string SecurityStamp { get; init; }

    public DateTimeOffset? RedeemedAt { get; set; }
}

namespace Portal.Data;

/// <summary>A mail that waits, is on its way, was sent or was set aside. Queued in the transaction of what it reports.</summary>
public sealed class MailMessage : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    /// <summary>The operator it is for.</summary>
    public Guid OperatorId { get; init; }

    /// <summary>The link that it carries; the token is derived when the mail is written, never kept.</summary>
    public Guid? LinkId { get; init; }

    /// <summary>What kind of letter it is, for lists and for taking one back.</summary>
    public required string Kind { get; init; }

    /// <summary>The letter as JSON, without a secret.</summary>
    public required string Letter { get; init; }

    /// <summary>The address at the time of queueing: a notice to a former address goes there.</summary>
    public required string ToAddress { get; init; }

    public required string ToName { get; init; }

    /// <summary>The receiver's language (ISO 639-1).</summary>
    public required string Language { get; init; }

    /// <summary>The Message-ID (RFC 5322 §3.6.4), the same at every attempt.</summary>
    public required string MessageId { get; init; }

    public DateTimeOffset QueuedAt { get; init; }

    /// <summary>Not sent before this instant: what can be undone waits, and what failed waits longer each time.</summary>
    public DateTimeOffset NotBefore { get; set; }

    /// <summary>The worker that has taken it gives it back by then, dead or alive.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Attempts that the receiver's server refused.</summary>
    public int Attempts { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>When it was given up, after failing again and again.</summary>
    public DateTimeOffset? SetAsideAt { get; set; }

    /// <summary>When it was taken back before it was sent.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>What the last failure said, shortened.</summary>
    public string? LastFault { get; set; }
}

/// <summary>Whether mail is being delivered: one row for the installation, kept by the worker that sends.</summary>
public sealed class MailDelivery
{
    /// <summary>The id of the one row.</summary>
    public const int TheOne = 1;

    public int Id { get; init; } = TheOne;

    /// <summary>Whether mail reaches receivers: by SMTP that works. A pickup folder is not delivery.</summary>
    public bool IsDelivered { get; set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; set; }

    /// <summary>What is wrong, shortened; <see langword="null"/> for a pickup folder and when all is well.</summary>
    public string? Fault { get; set; }
}

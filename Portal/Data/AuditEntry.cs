namespace Portal.Data;

/// <summary>One line of the record. Written in the transaction of what it reports, and never changed: a trigger refuses.</summary>
public sealed class AuditEntry : IAccountOwned
{
    /// <summary>Ascending in the order of the commits, and never given twice: what was cut out leaves a gap.</summary>
    public long Id { get; init; }

    public Guid AccountId { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What was done: a name of <c>AuditAction</c>, stored as text so that it can be read without the program.</summary>
    public required string Action { get; init; }

    /// <summary>Why nothing was changed: a name of <c>Refusal</c>; <see langword="null"/> when it was done.</summary>
    public string? Refused { get; init; }

    /// <summary>The operator who acted; <see langword="null"/> for the command line or somebody unknown.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The actor's name at the time.</summary>
    public required string ActorName { get; init; }

    public Guid? SessionId { get; init; }

    /// <summary>The operator it was done to, where there is one.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The subject's name at the time.</summary>
    public string? SubjectName { get; init; }

    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>In the actor's own words, or the name of a reason that was offered; before it the bulk job, where it was part of one (<c>BulkReference</c>).</summary>
    public string? Reason { get; init; }

    public required string Address { get; init; }

    public required string UserAgent { get; init; }
}

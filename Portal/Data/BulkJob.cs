using Portal.Domain;

namespace Portal.Data;

/// <summary>What a bulk job does to each of its operators. The numbers are stored: never renumber.</summary>
public enum BulkKind
{
    SendSetUpLink = 1,

    SetOverride = 2,

    EndOverride = 3,

    SetLoginOptions = 4,

    Reset = 5,

    Deactivate = 6,
}

/// <summary>Where one operator of a bulk job stands. The numbers are stored: never renumber.</summary>
public enum BulkItemState
{
    /// <summary>Not begun: nothing has happened to the operator.</summary>
    Waiting = 1,

    /// <summary>Done, in the transaction of the act itself.</summary>
    Done = 2,

    /// <summary>Refused when its turn came; nothing was changed.</summary>
    Refused = 3,

    /// <summary>The job was cancelled, or stopped, before its turn.</summary>
    Untouched = 4,
}

/// <summary>One act on many operators, as an administrator confirmed it. It goes on where it stood after a restart.</summary>
public sealed class BulkJob : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public BulkKind Kind { get; init; }

    /// <summary>The administrator who confirmed it.</summary>
    public Guid ById { get; init; }

    /// <summary>Their name at the time.</summary>
    public required string ByName { get; init; }

    /// <summary>Their security stamp at the time: a reset, a new password or a deactivation stops the job.</summary>
    public required string ByStamp { get; init; }

    /// <summary>The session in which it was confirmed.</summary>
    public Guid SessionId { get; init; }

    public required string Address { get; init; }

    public required string UserAgent { get; init; }

    /// <summary>The own setting to give, of <see cref="BulkKind.SetOverride"/>.</summary>
    public TwoFactorPolicy? Setting { get; init; }

    /// <summary>When that lapses; <see langword="null"/> for no end.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The login options to give, of <see cref="BulkKind.SetLoginOptions"/>.</summary>
    public LoginOptions? LoginOptions { get; init; }

    /// <summary>Why, in the administrator's words; <see langword="null"/> when nothing was said.</summary>
    public string? Reason { get; init; }

    /// <summary>Whether a reset sends the set-up link besides.</summary>
    public bool SendsLink { get; init; }

    /// <summary>Whether whoever confirmed it had given a recent proof: what asks for one is refused at each turn without.</summary>
    public bool IsProven { get; init; }

    /// <summary>How many operators it is for; none while it is being prepared.</summary>
    public int Total { get; set; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When all its operators were there and it began; <see langword="null"/> while it is being prepared.</summary>
    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>When somebody cancelled what was left.</summary>
    public DateTimeOffset? CancelledAt { get; set; }

    /// <summary>When nothing was left to do.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    /// <summary>Why it ended before its end: a name of <c>Refusal</c>; <see langword="null"/> when it did not, or was cancelled.</summary>
    public string? StoppedBecause { get; set; }
}

/// <summary>One operator of a bulk job.</summary>
public sealed class BulkItem : IAccountOwned
{
    public Guid JobId { get; init; }

    /// <summary>The place in the list that was confirmed, from 1.</summary>
    public int Position { get; init; }

    public Guid AccountId { get; init; }

    public Guid OperatorId { get; init; }

    /// <summary>The operator's name when it was confirmed.</summary>
    public required string Name { get; init; }

    public BulkItemState State { get; set; } = BulkItemState.Waiting;

    /// <summary>Why it was refused: a name of <c>Refusal</c>.</summary>
    public string? Refused { get; set; }

    public DateTimeOffset? At { get; set; }
}

namespace Portal.Data;

/// <summary>What a commit changed, told to every page that shows it.</summary>
/// <param name="AccountId">The account in which something changed.</param>
/// <param name="OperatorId">The operator concerned; <see langword="null"/> when it is the account itself.</param>
/// <param name="Counts">
/// Whether a number of operators may be another now. A sign-in, a proof or a mail changes what is shown of somebody, and no number.
/// </param>
public sealed record AccountChange(Guid AccountId, Guid? OperatorId, bool Counts = false);

/// <summary>A change as a row, for other processes on the same database (the command line, other nodes).</summary>
public sealed class ChangeRow
{
    /// <summary>Ascending in the order of the commits.</summary>
    public long Id { get; init; }

    /// <summary>The process that made the change, and has told its own pages already.</summary>
    public Guid Node { get; init; }

    public Guid AccountId { get; init; }

    public Guid? OperatorId { get; init; }

    /// <summary>See <see cref="AccountChange"/>.</summary>
    public bool Counts { get; init; }

    public DateTimeOffset At { get; init; }
}

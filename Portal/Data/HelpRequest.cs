namespace Portal.Data;

/// <summary>What an administrator did about a request for help. The numbers are stored: never renumber.</summary>
public enum HelpAnswer
{
    /// <summary>Two-factor authentication was reset.</summary>
    Reset = 1,

    /// <summary>No code is asked for until the end of the day.</summary>
    NoCodeUntilTonight = 2,

    /// <summary>It was not them, or they no longer need it.</summary>
    Dismissed = 3,
}

/// <summary>Somebody at the code page who has no phone and asks the administrators for help.</summary>
public sealed class HelpRequest : IAccountOwned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid AccountId { get; init; }

    public Guid OperatorId { get; init; }

    /// <summary>Two words that both sides can compare by telephone.</summary>
    public required string Phrase { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ExpiresAt { get; init; }

    public DateTimeOffset? AnsweredAt { get; set; }

    public Guid? AnsweredById { get; set; }

    public HelpAnswer? Answer { get; set; }

    public required string Address { get; init; }

    public required string UserAgent { get; init; }
}

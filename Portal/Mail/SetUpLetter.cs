namespace Portal.Mail;

/// <summary>The link with which an operator sets two-factor authentication up.</summary>
/// <param name="RequiredSince">Since when it is required; <see langword="null"/> when it is not known or not required.</param>
/// <param name="RequiredBy">By whom.</param>
/// <param name="SignedInAt">When the right password was given; <see langword="null"/> when somebody sent the link.</param>
/// <param name="Browser">The browser in which it was given.</param>
/// <param name="SentBy">The administrator who sent the link.</param>
public sealed record SetUpLetter(
    DateTimeOffset? RequiredSince, string? RequiredBy, DateTimeOffset? SignedInAt, string? Browser, string? SentBy) : Letter
{
    /// <summary>The stored name.</summary>
    public const string Name = "set-up";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope) => throw new NotSupportedException();
}

using Portal.Texts;

namespace Portal.Mail;

/// <summary>The link with which an operator who had none chooses a password: an administrator has opened that way.</summary>
/// <param name="By">The administrator, by name.</param>
public sealed record ChoosePasswordLetter(string By) : Letter
{
    /// <summary>The stored name.</summary>
    public const string Name = "choose-password";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope) => new(
        Words.ChoosePasswordMailSubject(envelope.AccountName),
        Words.ChoosePasswordMailLead(By, envelope.AccountName),
        envelope.LinkEndsAt is { } end ? [new(Words.MailWorksUntil, When.DayAndTime(end))] : [],
        envelope.Link is null ? null : new(Words.ChooseNewPassword, envelope.Link),
        [Words.ChoosePasswordMailLater]);
}

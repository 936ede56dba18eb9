using Portal.Texts;

namespace Portal.Mail;

/// <summary>The link with which an operator who forgot the password chooses another.</summary>
/// <param name="AskedAt">When somebody asked for it.</param>
/// <param name="Browser">With which browser, as it names itself.</param>
/// <param name="Address">From which network address.</param>
public sealed record PasswordLetter(DateTimeOffset AskedAt, string Browser, string Address) : Letter
{
    /// <summary>The stored name.</summary>
    public const string Name = "password";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope)
    {
        List<LetterFact> facts =
        [
            new(Words.Account, envelope.AccountName),
            new(Words.MailAsked, When.DayAndTime(envelope.Local(AskedAt))),
            new(Words.MailBrowser, Browsers.NameOf(Browser)),
            new(Words.MailNetworkAddress, Address),
        ];
        if (envelope.LinkEndsAt is { } end)
        {
            facts.Add(new(Words.MailWorksUntil, When.DayAndTime(end)));
        }

        return new(
            Words.PasswordMailSubject(envelope.AccountName),
            Words.PasswordMailLead,
            facts,
            envelope.Link is null ? null : new(Words.ChooseNewPassword, envelope.Link),
            [Words.PasswordMailNotYou]);
    }
}

using Portal.Texts;

namespace Portal.Mail;

/// <summary>The link that precedes a code, after too many wrong ones in a year.</summary>
/// <param name="AskedAt">When somebody who gave the right password asked for it.</param>
/// <param name="Browser">With which browser, as it names itself.</param>
/// <param name="Address">From which network address.</param>
public sealed record UnlockLetter(DateTimeOffset AskedAt, string Browser, string Address) : Letter
{
    /// <summary>The stored name.</summary>
    public const string Name = "unlock";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope)
    {
        List<LetterFact> facts =
        [
            new(Words.Account, envelope.AccountName),
            new(Words.MailSignedIn, When.DayAndTime(envelope.Local(AskedAt))),
            new(Words.MailBrowser, Browsers.NameOf(Browser)),
            new(Words.MailNetworkAddress, Address),
        ];
        if (envelope.LinkEndsAt is { } end)
        {
            facts.Add(new(Words.MailWorksUntil, When.DayAndTime(end)));
        }

        return new(
            Words.UnlockMailSubject(envelope.AccountName),
            Words.UnlockMailLead,
            facts,
            envelope.Link is null ? null : new(Words.UnlockGoOn, envelope.Link),
            [],
            new(Words.SetUpMailNotYou, new(envelope.PublicUrl, "/forgot-password")));
    }
}

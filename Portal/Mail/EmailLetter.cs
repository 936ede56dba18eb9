using Portal.Texts;

namespace Portal.Mail;

/// <summary>To a new address: the link that confirms it.</summary>
/// <param name="Former">The address that it takes the place of.</param>
/// <param name="AskedAt">When it was asked for.</param>
public sealed record EmailLetter(string Former, DateTimeOffset AskedAt) : Letter
{
    /// <summary>The stored name.</summary>
    public const string Name = "email";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope)
    {
        List<LetterFact> facts =
        [
            new(Words.Account, envelope.AccountName),
            new(Words.MailFormerAddress, Former),
            new(Words.MailAsked, When.DayAndTime(envelope.Local(AskedAt))),
        ];
        if (envelope.LinkEndsAt is { } end)
        {
            facts.Add(new(Words.MailWorksUntil, When.DayAndTime(end)));
        }

        return new(
            Words.EmailMailSubject(envelope.AccountName),
            Words.EmailMailLead,
            facts,
            envelope.Link is null ? null : new(Words.ConfirmAddress, envelope.Link),
            [Words.EmailMailNotYou]);
    }
}

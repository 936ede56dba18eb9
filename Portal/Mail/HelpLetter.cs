using Portal.Texts;

namespace Portal.Mail;

/// <summary>To an account administrator: somebody without a phone asks for help.</summary>
/// <param name="AskedBy">Who asks.</param>
/// <param name="Phrase">The two words that both sides compare by telephone.</param>
/// <param name="At">When it was asked.</param>
/// <param name="Until">Until when it can be answered.</param>
/// <param name="Browser">The browser it was asked from, as it names itself.</param>
/// <param name="Address">Its network address.</param>
public sealed record HelpLetter(string AskedBy, string Phrase, DateTimeOffset At, DateTimeOffset Until, string Browser, string Address) : Letter
{
    /// <summary>The stored name.</summary>
    public const string Name = "help";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope) => new(
        Words.AsksForHelp(AskedBy),
        Words.HelpMailLead(AskedBy),
        [
            new(Words.TheTwoWords, Phrase),
            new(Words.HelpMailWhen, When.DayAndTime(envelope.Local(At))),
            new(Words.HelpMailBrowser, Words.BrowserAt(Browsers.NameOf(Browser), Address)),
            new(Words.HelpMailUntil, When.DayAndTime(envelope.Local(Until))),
        ],
        new(Words.HelpMailAction, new(envelope.PublicUrl, "/overview")),
        [Words.HelpMailNotThem(AskedBy)]);
}

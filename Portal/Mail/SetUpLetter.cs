using Portal.Audit;
using Portal.Texts;

namespace Portal.Mail;

/// <summary>The link with which an operator sets two-factor authentication up.</summary>
/// <param name="RequiredSince">Since when it is required; <see langword="null"/> when it is not known or not required.</param>
/// <param name="RequiredBy">By whom.</param>
/// <param name="SignedInAt">When the right password was given; <see langword="null"/> when somebody sent the link.</param>
/// <param name="Browser">The browser in which it was given, as it names itself.</param>
/// <param name="SentBy">The administrator who sent the link.</param>
public sealed record SetUpLetter(
    DateTimeOffset? RequiredSince, string? RequiredBy, DateTimeOffset? SignedInAt, string? Browser, string? SentBy) : Letter
{
    /// <summary>The stored name.</summary>
    public const string Name = "set-up";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope)
    {
        var sentBy = SentBy == AuditLog.CommandLine ? Words.TheCommandLine : SentBy;
        var facts = new List<LetterFact> { new(Words.Account, envelope.AccountName) };
        if (RequiredSince is { } since)
        {
            var day = When.Day(envelope.Local(since));
            facts.Add(new(Words.MailReason, RequiredBy is null
                ? Words.RequiredSince(day)
                : Words.RequiredSinceBy(day, RequiredBy == AuditLog.CommandLine ? Words.TheCommandLine : RequiredBy)));
        }

        if (SignedInAt is { } signedIn)
        {
            facts.Add(new(Words.MailSignedIn, When.DayAndTime(envelope.Local(signedIn))));
            facts.Add(new(Words.MailBrowser, Browsers.NameOf(Browser)));
        }

        if (sentBy is not null)
        {
            facts.Add(new(Words.MailSentBy, sentBy));
        }

        if (envelope.LinkEndsAt is { } end)
        {
            facts.Add(new(Words.MailWorksUntil, When.DayAndTime(end)));
        }

        return new(
            Words.SetUpMailSubject(envelope.AccountName),
            sentBy is null ? Words.SetUpMailLead : Words.SetUpMailSentLead(Capital(sentBy)),
            facts,
            envelope.Link is null ? null : new(Words.SetUpNow, envelope.Link),
            sentBy is null ? [Words.SetUpMailAnyBrowser] : [Words.SetUpMailSentLife, Words.MailAskAdministrator(envelope.AccountName)],
            sentBy is null ? new(Words.SetUpMailNotYou, new(envelope.PublicUrl, "/forgot-password")) : null);
    }

    private static string Capital(string name) => name.Length == 0 ? name : char.ToUpper(name[0], System.Globalization.CultureInfo.CurrentCulture) + name[1..];
}

using System.Text.Json.Serialization;
using Portal.Domain;
using Portal.Texts;

namespace Portal.Mail;

/// <summary>An own setting is about to lapse: to the administrator who set it, and to the operator.</summary>
/// <param name="About">Whose setting it is; <see langword="null"/> for the receiver's.</param>
/// <param name="OperatorId">Whose page to open; <see langword="null"/> for the receiver's own.</param>
/// <param name="Own">The setting that lapses.</param>
/// <param name="Until">When.</param>
/// <param name="Then">What holds then.</param>
/// <param name="Next">What a sign-in with a password leads to then.</param>
/// <param name="Reason">Why it was set, in an administrator's words; for administrators alone.</param>
public sealed record OverrideEndLetter(
    string? About,
    Guid? OperatorId,
    [property: JsonConverter(typeof(JsonStringEnumConverter<TwoFactorPolicy>))] TwoFactorPolicy Own,
    DateTimeOffset Until,
    [property: JsonConverter(typeof(JsonStringEnumConverter<TwoFactorPolicy>))] TwoFactorPolicy Then,
    [property: JsonConverter(typeof(JsonStringEnumConverter<AfterPassword>))] AfterPassword Next,
    string? Reason) : Letter
{
    /// <summary>The stored name.</summary>
    public const string Name = "override-end";

    /// <inheritdoc />
    public override string Kind => Name;

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope)
    {
        // The last minute in which it holds: midnight of the next day is read wrong.
        var when = When.Full(envelope.Local(Until.AddMinutes(-1)));
        var facts = new List<LetterFact> { new(Words.Account, envelope.AccountName), new(Words.MailUntil, when) };
        if (!string.IsNullOrEmpty(Reason))
        {
            facts.Add(new(Words.MailReason, Reason));
        }

        return new(
            Words.OverrideEnding(About),
            Words.OverrideEndingLead(About, Own, when, Then, Next),
            facts,
            new(Words.MailOpenPortal, new(envelope.PublicUrl, OperatorId is { } id ? $"/operators/{id}" : "/me")),
            []);
    }
}

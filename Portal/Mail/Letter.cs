using System.Text.Json.Serialization;

namespace Portal.Mail;

/// <summary>What a mail says. Kept as JSON from queueing to sending, so it holds facts and never a secret.</summary>
/// <remarks>Each letter is a record of its own; its words come from <c>Texts</c> when it is written, in the receiver's language.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "letter")]
[JsonDerivedType(typeof(InvitationLetter), InvitationLetter.Name)]
[JsonDerivedType(typeof(SetUpLetter), SetUpLetter.Name)]
public abstract record Letter
{
    /// <summary>What kind of letter it is: a name that is stored, so never renamed.</summary>
    [JsonIgnore]
    public abstract string Kind { get; }

    /// <summary>The letter in the language at hand.</summary>
    /// <param name="envelope">What is known only when it is written: the receiver, the link, the time zone.</param>
    public abstract LetterContent Write(Envelope envelope);
}

/// <summary>What is known of a letter only when it is written.</summary>
/// <param name="ToName">The receiver.</param>
/// <param name="AccountName">The account.</param>
/// <param name="PublicUrl">Where the portal is.</param>
/// <param name="Link">The one-time link that it carries.</param>
/// <param name="LinkEndsAt">When that stops working, in the account's time zone.</param>
/// <param name="Local">An instant as people of the account see it.</param>
public sealed record Envelope(
    string ToName, string AccountName, Uri PublicUrl, Uri? Link, DateTimeOffset? LinkEndsAt, Func<DateTimeOffset, DateTimeOffset> Local);

/// <summary>A letter in words; written as HTML and as text from this one source, so that the two never differ.</summary>
/// <param name="Subject">The subject, which is also the heading.</param>
/// <param name="Lead">What it is about, in a sentence or two.</param>
/// <param name="Facts">Facts with their labels: when, where, who.</param>
/// <param name="Action">The one thing to do.</param>
/// <param name="Closing">What else there is to say, a paragraph each.</param>
/// <param name="SecondAction">What to do if it was not the receiver.</param>
public sealed record LetterContent(
    string Subject,
    string Lead,
    IReadOnlyList<LetterFact> Facts,
    LetterAction? Action,
    IReadOnlyList<string> Closing,
    LetterAction? SecondAction = null);

/// <summary>A fact with its label.</summary>
public sealed record LetterFact(string Label, string Value);

/// <summary>Something to do, by opening an address.</summary>
public sealed record LetterAction(string Label, Uri Address);

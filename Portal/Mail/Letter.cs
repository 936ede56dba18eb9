using System.Text.Json.Serialization;

namespace Portal.Mail;

/// <summary>What a mail says. Kept as JSON from queueing to sending, so it holds facts and never a secret.</summary>
/// <remarks>Each letter is a record of its own; its words come from <c>Texts</c> when it is written, in the receiver's language.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "letter")]
[JsonDerivedType(typeof(HelpLetter), HelpLetter.Name)]
[JsonDerivedType(typeof(InvitationLetter), InvitationLetter.Name)]
[JsonDerivedType(typeof(SetUpLetter), SetUpLetter.Name)]
[JsonDerivedType(typeof(PasswordLetter), PasswordLetter.Name)]
[JsonDerivedType(typeof(ChoosePasswordLetter), ChoosePasswordLetter.Name)]
[JsonDerivedType(typeof(EmailLetter), EmailLetter.Name)]
[JsonDerivedType(typeof(UnlockLetter), UnlockLetter.Name)]
[JsonDerivedType(typeof(OverrideEndLetter), OverrideEndLetter.Name)]
[JsonDerivedType(typeof(SecurityNotice), SecurityNotice.Name)]
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

using Portal.Texts;

namespace Portal.Mail;

/// <summary>Kinds of mail in words.</summary>
public static class MailKinds
{
    /// <summary>What a stored kind is about: "link to set up two-factor authentication".</summary>
    public static string NameOf(string? kind) => kind switch
    {
        SetUpLetter.Name => Words.MailKindSetUp,
        InvitationLetter.Name => Words.MailKindInvitation,
        PasswordLetter.Name => Words.MailKindPassword,
        ChoosePasswordLetter.Name => Words.MailKindPassword,
        EmailLetter.Name => Words.MailKindEmail,
        UnlockLetter.Name => Words.MailKindUnlock,
        HelpLetter.Name => Words.MailKindHelp,
        OverrideEndLetter.Name => Words.MailKindOverrideEnd,
        { } when kind.StartsWith($"{SecurityNotice.Name}:", StringComparison.Ordinal) => Words.MailKindNotice,
        _ => Words.MailKindOther,
    };
}

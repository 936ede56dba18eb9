using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Accounts;

/// <summary>The words for what the record says. What it holds that nobody has words for is shown as it stands.</summary>
public static class AuditWords
{
    private const string Until = " until ";

    /// <summary>Every action, as the filter groups them.</summary>
    public static IReadOnlyList<(Func<string> Name, AuditAction[] Actions)> Groups { get; } =
    [
        (() => Words.AuditGroupSignIn,
        [
            AuditAction.SignedIn, AuditAction.SignedOut, AuditAction.SignInRefused, AuditAction.CodeRefused, AuditAction.CodeUnlockSent, AuditAction.CodeUnlocked,
            AuditAction.ProofGiven, AuditAction.ProofRefused, AuditAction.SessionEnded, AuditAction.SessionsEnded, AuditAction.HelpAsked, AuditAction.HelpAnswered,
        ]),
        (() => Words.TwoFactorAuthentication,
        [
            AuditAction.AccountDefaultChanged, AuditAction.OverrideChanged, AuditAction.OverrideLapsed, AuditAction.OverrideEndTold, AuditAction.TwoFactorSetUp,
            AuditAction.TwoFactorReplaced, AuditAction.TwoFactorReset, AuditAction.TwoFactorStopped, AuditAction.RecoveryCodesMade, AuditAction.RecoveryCodesSaved,
            AuditAction.RecoveryCodeUsed,
        ]),
        (() => Words.Operators,
        [
            AuditAction.OperatorCreated, AuditAction.OperatorInvited, AuditAction.InvitationResent, AuditAction.InvitationRevoked, AuditAction.InvitationAccepted,
            AuditAction.OperatorRenamed, AuditAction.EmailChangeAsked, AuditAction.EmailChanged, AuditAction.PasswordChanged, AuditAction.PasswordReset,
            AuditAction.OperatorLanguageChanged, AuditAction.OperatorRoleChanged, AuditAction.LoginOptionsChanged, AuditAction.OperatorDeactivated,
            AuditAction.OperatorReactivated, AuditAction.OperatorDeleted,
        ]),
        (() => Words.Account,
        [
            AuditAction.AccountCreated, AuditAction.AccountRenamed, AuditAction.AccountLanguageChanged, AuditAction.AccountTimeZoneChanged,
            AuditAction.DefaultLoginOptionsChanged,
        ]),
        (() => Words.SingleSignOn,
        [
            AuditAction.SingleSignOnChanged, AuditAction.SingleSignOnTested, AuditAction.SingleSignOnTurnedOn, AuditAction.SingleSignOnTurnedOff,
            AuditAction.IdentityBound, AuditAction.IdentityReleased,
        ]),
        (() => Words.AuditGroupMail,
        [
            AuditAction.SetUpLinkSent, AuditAction.PasswordLinkSent, AuditAction.LinkHandedOver, AuditAction.MailSent, AuditAction.MailSetAside,
        ]),
        (() => Words.AuditGroupBulk,
        [
            AuditAction.BulkStarted, AuditAction.BulkCancelled, AuditAction.BulkFinished, AuditAction.OperatorsExported, AuditAction.AuditExported, AuditAction.OperatorsSeeded, AuditAction.DatabaseMoved, AuditAction.BackupRestored, AuditAction.MasterKeyRotated,
        ]),
    ];

    /// <summary>What was done, or tried.</summary>
    public static string Of(AuditAction action) => action switch
    {
        AuditAction.AccountCreated => Words.DidAccountCreated,
        AuditAction.AccountRenamed => Words.DidAccountRenamed,
        AuditAction.AccountLanguageChanged => Words.DidAccountLanguageChanged,
        AuditAction.AccountTimeZoneChanged => Words.DidAccountTimeZoneChanged,
        AuditAction.AccountDefaultChanged => Words.DidAccountDefaultChanged,
        AuditAction.OperatorCreated => Words.DidOperatorCreated,
        AuditAction.OperatorRenamed => Words.DidOperatorRenamed,
        AuditAction.OperatorLanguageChanged => Words.DidOperatorLanguageChanged,
        AuditAction.OperatorRoleChanged => Words.DidOperatorRoleChanged,
        AuditAction.OperatorDeactivated => Words.DidOperatorDeactivated,
        AuditAction.OperatorReactivated => Words.DidOperatorReactivated,
        AuditAction.OverrideChanged => Words.DidOverrideChanged,
        AuditAction.TwoFactorSetUp => Words.DidTwoFactorSetUp,
        AuditAction.TwoFactorReplaced => Words.DidTwoFactorReplaced,
        AuditAction.TwoFactorReset => Words.AuditHelpReset,
        AuditAction.TwoFactorStopped => Words.DidTwoFactorStopped,
        AuditAction.SignedIn => Words.DidSignedIn,
        AuditAction.SignedOut => Words.DidSignedOut,
        AuditAction.SignInRefused => Words.DidSignInRefused,
        AuditAction.CodeRefused => Words.DidCodeRefused,
        AuditAction.ProofGiven => Words.DidProofGiven,
        AuditAction.ProofRefused => Words.DidProofRefused,
        AuditAction.OperatorInvited => Words.DidOperatorInvited,
        AuditAction.InvitationResent => Words.DidInvitationResent,
        AuditAction.InvitationRevoked => Words.DidInvitationRevoked,
        AuditAction.InvitationAccepted => Words.DidInvitationAccepted,
        AuditAction.SetUpLinkSent => Words.DidSetUpLinkSent,
        AuditAction.LinkHandedOver => Words.DidLinkHandedOver,
        AuditAction.PasswordLinkSent => Words.DidPasswordLinkSent,
        AuditAction.PasswordReset => Words.DidPasswordReset,
        AuditAction.PasswordChanged => Words.DidPasswordChanged,
        AuditAction.EmailChangeAsked => Words.DidEmailChangeAsked,
        AuditAction.EmailChanged => Words.DidEmailChanged,
        AuditAction.RecoveryCodesMade => Words.DidRecoveryCodesMade,
        AuditAction.RecoveryCodesSaved => Words.DidRecoveryCodesSaved,
        AuditAction.RecoveryCodeUsed => Words.DidRecoveryCodeUsed,
        AuditAction.CodeUnlockSent => Words.DidCodeUnlockSent,
        AuditAction.CodeUnlocked => Words.DidCodeUnlocked,
        AuditAction.HelpAsked => Words.DidHelpAsked,
        AuditAction.HelpAnswered => Words.DidHelpAnswered,
        AuditAction.OverrideLapsed => Words.DidOverrideLapsed,
        AuditAction.SessionEnded => Words.DidSessionEnded,
        AuditAction.SessionsEnded => Words.DidSessionsEnded,
        AuditAction.MailSetAside => Words.DidMailSetAside,
        AuditAction.LoginOptionsChanged => Words.DidLoginOptionsChanged,
        AuditAction.DefaultLoginOptionsChanged => Words.DidDefaultLoginOptionsChanged,
        AuditAction.SingleSignOnChanged => Words.DidSingleSignOnChanged,
        AuditAction.SingleSignOnTurnedOn => Words.DidSingleSignOnTurnedOn,
        AuditAction.SingleSignOnTurnedOff => Words.DidSingleSignOnTurnedOff,
        AuditAction.SingleSignOnTested => Words.DidSingleSignOnTested,
        AuditAction.IdentityBound => Words.DidIdentityBound,
        AuditAction.IdentityReleased => Words.DidIdentityReleased,
        AuditAction.OperatorDeleted => Words.DidOperatorDeleted,
        AuditAction.OperatorsSeeded => Words.DidOperatorsSeeded,
        AuditAction.DatabaseMoved => Words.DidDatabaseMoved,
        AuditAction.BackupRestored => Words.DidBackupRestored,
        AuditAction.MasterKeyRotated => Words.DidMasterKeyRotated,
        AuditAction.OperatorsExported => Words.DidOperatorsExported,
        AuditAction.AuditExported => Words.DidAuditExported,
        AuditAction.MailSent => Words.DidMailSent,
        AuditAction.OverrideEndTold => Words.DidOverrideEndTold,
        AuditAction.BulkStarted => Words.DidBulkStarted,
        AuditAction.BulkCancelled => Words.DidBulkCancelled,
        AuditAction.BulkFinished => Words.DidBulkFinished,
    };

    /// <summary>What an entry says was done, or tried.</summary>
    public static string What(AuditEntry entry) => ActionOf(entry) is { } action ? Of(action) : entry.Action;

    /// <summary>Who an entry says did it.</summary>
    public static string Who(AuditEntry entry) => entry switch
    {
        { ActorId: null, ActorName: AuditLog.CommandLine } => When.Capital(Words.TheCommandLine),
        { ActorName: "" } => Words.AuditNobodyKnown,
        _ => entry.ActorName,
    };

    /// <summary>Whom it was done to, where that is another.</summary>
    public static string? Whom(AuditEntry entry) => entry.SubjectId is { } id && id == entry.ActorId ? null : entry.SubjectName;

    /// <summary>Why it was not done; <see langword="null"/> when it was.</summary>
    public static string? WhyNot(AuditEntry entry) => entry.Refused switch
    {
        null => null,
        "Wrong" => Words.AuditWrong,
        "Password" => Words.AuditWrongPassword,
        "SetUpFirst" => Words.AuditSetUpFirst,
        nameof(IdentityRefusal.NoEmail) => Words.AuditNoEmail,
        nameof(IdentityRefusal.EmailNotVerified) => Words.AuditEmailNotVerified,
        nameof(IdentityRefusal.NobodyHere) => Words.AuditNobodyHere,
        nameof(IdentityRefusal.AnotherIdentity) => Words.AuditAnotherIdentity,
        nameof(IdentityRefusal.InvitationIsOver) => Words.AuditInvitationOver,
        nameof(IdentityRefusal.TurnedOff) => Words.AuditSsoWasOff,
        var why => Known<Refusal>(why, RefusalWords.Of, out var words) ? words : why,
    };

    /// <summary>Why it was done, where somebody said.</summary>
    public static string? Reason(AuditEntry entry) => (entry.Action, BulkReference.Read(entry.Reason).Reason) switch
    {
        (_, null or "") => null,
        (nameof(AuditAction.MailSetAside), var fault) => MailFault.InWords(fault),
        (nameof(AuditAction.BulkFinished), var refusal) when Known<Refusal>(refusal, RefusalWords.Of, out var words) => words,
        (nameof(AuditAction.SessionEnded), nameof(SessionEnd.WrongProof)) => Words.AuditTooManyWrong,
        (nameof(AuditAction.TwoFactorReset), nameof(LoginOptions.SingleSignOn)) => Words.AuditSsoOnly,
        (nameof(AuditAction.TwoFactorReset), "LostPhone") => Words.ReasonLostPhone,
        (nameof(AuditAction.TwoFactorReset), "NewPhone") => Words.ReasonNewPhone,
        (nameof(AuditAction.TwoFactorReset), "BrokenPhone") => Words.ReasonBrokenPhone,
        (nameof(AuditAction.TwoFactorReset), "Other") => Words.ReasonOther,
        (_, var own) => own,
    };

    /// <summary>The change in one line; <see langword="null"/> when nothing changed a value.</summary>
    public static string? Change(AuditEntry entry, AccountSnapshot account) => (Before(entry, account), After(entry, account)) switch
    {
        ({ } before, { } after) => Words.AuditFromTo(before, after),
        (null, var after) => after,
        (var before, null) => before,
    };

    /// <summary>The value before.</summary>
    public static string? Before(AuditEntry entry, AccountSnapshot account) => ValueOf(entry, entry.Before, account);

    /// <summary>The value after.</summary>
    public static string? After(AuditEntry entry, AccountSnapshot account) => ValueOf(entry, entry.After, account);

    private static AuditAction? ActionOf(AuditEntry entry) => Enum.TryParse<AuditAction>(entry.Action, out var action) && Enum.IsDefined(action) ? action : null;

    // Without an override the account default holds; elsewhere nothing is nothing.
    private static string? ValueOf(AuditEntry entry, string? stored, AccountSnapshot account) => (ActionOf(entry), stored) switch
    {
        (AuditAction.OverrideChanged or AuditAction.OverrideLapsed, null) when entry.Refused is null => Words.AccountDefault,
        (_, null or "") => null,
        (AuditAction.AccountDefaultChanged or AuditAction.OverrideChanged or AuditAction.OverrideLapsed or AuditAction.OverrideEndTold, _) => Policy(stored, account),
        (AuditAction.OperatorRoleChanged or AuditAction.OperatorCreated or AuditAction.OperatorInvited, _) => Known<OperatorRole>(stored, Words.Of, out var role) ? role : stored,
        (AuditAction.LoginOptionsChanged or AuditAction.DefaultLoginOptionsChanged, _) => Known<LoginOptions>(stored, Words.Of, out var options) ? options : stored,
        (AuditAction.OperatorDeactivated or AuditAction.OperatorReactivated, _) => Known<OperatorState>(stored, Words.Of, out var state) ? state : stored,
        (AuditAction.SignedIn or AuditAction.ProofGiven, _) => Known<SignInMethod>(stored, Words.Of, out var method) ? method : stored,
        (AuditAction.LinkHandedOver, _) => Known<LinkPurpose>(stored, Of, out var purpose) ? purpose : stored,
        (AuditAction.HelpAnswered, _) => Known<HelpAnswer>(stored, Of, out var answer) ? answer : stored,
        (AuditAction.AccountLanguageChanged or AuditAction.OperatorLanguageChanged, _) => Languages.All.GetValueOrDefault(stored, stored),
        (AuditAction.AccountTimeZoneChanged, _) => stored.Replace('_', ' '),
        (AuditAction.MailSent or AuditAction.MailSetAside, _) => MailKinds.NameOf(stored),
        (AuditAction.SingleSignOnTested, _) => Known<SingleSignOnFault>(stored, fault => ProviderWords.ForAdministrators(fault), out var fault) ? fault : stored,
        (AuditAction.SingleSignOnChanged, _) => Field(stored),
        _ => stored,
    };

    private static string Policy(string stored, AccountSnapshot account)
    {
        var at = stored.IndexOf(Until, StringComparison.Ordinal);
        if (!Known<TwoFactorPolicy>(at < 0 ? stored : stored[..at], Words.Of, out var policy))
        {
            return stored;
        }

        return at < 0 ? policy
            : DateTimeOffset.TryParse(stored[(at + Until.Length)..], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var end)
                ? Words.AuditUntil(policy, When.Full(account.Local(end)))
                : stored;
    }

    // "issuer: https://…", with the name of the field in the reader's language.
    private static string Field(string stored) =>
        stored.Split(": ", 2) is [var field, var value] ? $"{Words.WithColon(SecurityNotice.SsoField(field) ?? field)} {(value.Length > 0 ? value : "–")}" : stored;

    private static string Of(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.Invitation => Words.MailKindInvitation,
        LinkPurpose.SetUp => Words.MailKindSetUp,
        LinkPurpose.PasswordReset => Words.MailKindPassword,
        LinkPurpose.EmailChange => Words.MailKindEmail,
        LinkPurpose.CodeUnlock => Words.MailKindUnlock,
    };

    private static string Of(HelpAnswer answer) => answer switch
    {
        HelpAnswer.Reset => Words.AuditHelpReset,
        HelpAnswer.NoCodeUntilTonight => Words.NoCodeUntilTonight,
        HelpAnswer.Dismissed => Words.AuditHelpDismissed,
    };

    private static bool Known<T>(string stored, Func<T, string> words, [NotNullWhen(true)] out string? said)
        where T : struct, Enum
    {
        // Names only: a number would be taken too.
        said = Enum.TryParse<T>(stored, out var value) && Enum.IsDefined(value) && value.ToString() == stored ? words(value) : null;
        return said is not null;
    }
}

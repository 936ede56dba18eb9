using System.Text.Json.Serialization;
using Portal.Audit;
using Portal.Domain;
using Portal.Texts;

namespace Portal.Mail;

/// <summary>What a notice tells. The names are stored: never rename.</summary>
public enum NoticeKind
{
    /// <summary>The first authenticator was set up.</summary>
    TwoFactorSetUp,

    /// <summary>A new key took the place of the former one.</summary>
    TwoFactorReplaced,

    /// <summary>Somebody else erased authenticator and recovery codes.</summary>
    TwoFactorReset,

    /// <summary>The operator erased them.</summary>
    TwoFactorStopped,

    /// <summary>The operator's own setting changed: values are names of <see cref="TwoFactorPolicy"/>, none is the account default.</summary>
    OverrideChanged,

    /// <summary>The account default became weaker; to its administrators. Values are names of <see cref="TwoFactorPolicy"/>.</summary>
    AccountDefaultWeakened,

    /// <summary>The password was changed or chosen anew.</summary>
    PasswordChanged,

    /// <summary>A change of the e-mail address was asked for, and waits to be confirmed; to the one that holds. Values are the addresses.</summary>
    EmailChangeAsked,

    /// <summary>The e-mail address was changed; to the former one too. Values are the addresses.</summary>
    EmailChanged,

    /// <summary>New recovery codes were made.</summary>
    RecoveryCodesMade,

    /// <summary>A recovery code was used.</summary>
    RecoveryCodeUsed,

    /// <summary>The role was changed: values are names of <see cref="OperatorRole"/>.</summary>
    RoleChanged,

    /// <summary>The operator may no longer sign in.</summary>
    Deactivated,

    /// <summary>The operator may sign in again.</summary>
    Reactivated,

    /// <summary>How the operator may sign in was changed: values are names of <see cref="LoginOptions"/>.</summary>
    LoginOptionsChanged,

    /// <summary>An identity at the provider of single sign-on signs in as the operator from now on.</summary>
    IdentityBound,

    /// <summary>The operator was released from that identity.</summary>
    IdentityReleased,

    /// <summary>Single sign-on was set up otherwise while it is on; to the account's administrators. The value after names the field.</summary>
    SingleSignOnChanged,

    /// <summary>Single sign-on was turned on; to the account's administrators. The value is the issuer.</summary>
    SingleSignOnTurnedOn,

    /// <summary>Single sign-on was turned off; to the account's administrators. The value is the issuer.</summary>
    SingleSignOnTurnedOff,

    /// <summary>A mail to somebody was given up; to the account's other administrators.</summary>
    MailSetAside,
}

/// <summary>A change that concerns somebody's security, told to whom it concerns (OWASP ASVS 5.0, 6.3.7).</summary>
/// <param name="What">What happened.</param>
/// <param name="At">When.</param>
/// <param name="By">Who did it; <see langword="null"/> for the receiver, <see cref="AuditLog.CommandLine"/> for the command line.</param>
/// <param name="Address">The network address from which it was done.</param>
/// <param name="UserAgent">The browser with which it was done, as it names itself.</param>
/// <param name="Before">The value before, as it is stored.</param>
/// <param name="After">The value after, as it is stored.</param>
/// <param name="About">Of a mail that was given up: for whom it was.</param>
/// <param name="Until">When what holds now lapses by itself.</param>
/// <param name="BeforeUntil">When what held before would have lapsed.</param>
/// <param name="Reason">Of a mail that was given up: why. Else the reason that somebody gave.</param>
public sealed record SecurityNotice(
    [property: JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))] NoticeKind What,
    DateTimeOffset At,
    string? By = null,
    string? Address = null,
    string? UserAgent = null,
    string? Before = null,
    string? After = null,
    string? About = null,
    string? Reason = null,
    DateTimeOffset? Until = null,
    DateTimeOffset? BeforeUntil = null) : Letter
{
    /// <summary>The stored name of all of them.</summary>
    public const string Name = "notice";

    private bool IsByReceiver => By is null;

    private bool IsAboutSso => What is NoticeKind.SingleSignOnChanged or NoticeKind.SingleSignOnTurnedOn or NoticeKind.SingleSignOnTurnedOff;

    /// <inheritdoc />
    public override string Kind => KindOf(What);

    /// <summary>The kind of one sort of notice, so that a notice of what was undone can be taken back alone.</summary>
    public static string KindOf(NoticeKind what) => $"{Name}:{what}";

    /// <inheritdoc />
    public override LetterContent Write(Envelope envelope)
    {
        var (subject, lead) = Told(envelope.AccountName);
        var (closing, second) = IfNotExpected(envelope);
        return new(subject, lead, Facts(envelope), Action(envelope.PublicUrl), closing, second);
    }

    private (string Subject, string Lead) Told(string account) => What switch
    {
        NoticeKind.TwoFactorSetUp => (Words.NoticeTwoFactorSetUp, Words.NoticeTwoFactorSetUpLead(account)),
        NoticeKind.TwoFactorReplaced => (Words.NoticeTwoFactorReplaced, Words.NoticeTwoFactorReplacedLead(account)),
        NoticeKind.TwoFactorReset => (Words.NoticeTwoFactorReset, Words.NoticeTwoFactorResetLead(account)),
        NoticeKind.TwoFactorStopped => (Words.NoticeTwoFactorStopped, Words.NoticeTwoFactorStoppedLead(account)),
        NoticeKind.OverrideChanged => (Words.NoticeOverrideChanged, Words.NoticeOverrideChangedLead(account)),
        NoticeKind.AccountDefaultWeakened => (Words.NoticeAccountDefaultWeakened(account), Words.NoticeAccountDefaultWeakenedLead(account)),
        NoticeKind.PasswordChanged => (Words.NoticePasswordChanged, Words.NoticePasswordChangedLead(account)),
        NoticeKind.EmailChangeAsked => (Words.NoticeEmailChangeAsked, Words.NoticeEmailChangeAskedLead(account)),
        NoticeKind.EmailChanged => (Words.NoticeEmailChanged, Words.NoticeEmailChangedLead(account)),
        NoticeKind.RecoveryCodesMade => (Words.NoticeRecoveryCodesMade, Words.NoticeRecoveryCodesMadeLead(account)),
        NoticeKind.RecoveryCodeUsed => (Words.NoticeRecoveryCodeUsed, Words.NoticeRecoveryCodeUsedLead(account)),
        NoticeKind.RoleChanged => (Words.NoticeRoleChanged, Words.NoticeRoleChangedLead(account)),
        NoticeKind.Deactivated => (Words.NoticeDeactivated(account), Words.NoticeDeactivatedLead(account)),
        NoticeKind.Reactivated => (Words.NoticeReactivated(account), Words.NoticeReactivatedLead(account)),
        NoticeKind.LoginOptionsChanged => (Words.NoticeLoginOptionsChanged, Words.NoticeLoginOptionsChangedLead(account)),
        NoticeKind.IdentityBound => (Words.NoticeIdentityBound, Words.NoticeIdentityBoundLead(account)),
        NoticeKind.IdentityReleased => (Words.NoticeIdentityReleased, Words.NoticeIdentityReleasedLead(account)),
        NoticeKind.SingleSignOnChanged => (Words.NoticeSsoChanged(account), Words.NoticeSsoChangedLead(account)),
        NoticeKind.SingleSignOnTurnedOn => (Words.NoticeSsoOn(account), Words.NoticeSsoOnLead(account)),
        NoticeKind.SingleSignOnTurnedOff => (Words.NoticeSsoOff(account), Words.NoticeSsoOffLead(account)),
        NoticeKind.MailSetAside => (Words.NoticeMailSetAside, Words.NoticeMailSetAsideLead(account)),
    };

    private List<LetterFact> Facts(Envelope envelope)
    {
        var facts = new List<LetterFact> { new(Words.Account, envelope.AccountName) };
        if (What == NoticeKind.MailSetAside)
        {
            Add(facts, Words.MailFor, About);
            Add(facts, Words.MailWhat, MailKinds.NameOf(Before));
        }
        else if (IsAboutSso)
        {
            Add(facts, What == NoticeKind.SingleSignOnChanged ? Words.NoticeSsoField : Words.SsoIssuer, What == NoticeKind.SingleSignOnChanged ? SsoField(After) : After ?? Before);
        }
        else if (Before is not null || After is not null)
        {
            Add(facts, Words.MailBefore, BeforeUntil is { } former && Enum.TryParse<TwoFactorPolicy>(Before, out var own) ? Words.HoldsUntil(own, LastMinute(former)) : Value(Before));
            Add(facts, Words.MailAfter, Value(After));
        }

        Add(facts, Words.MailUntil, Until is { } end ? LastMinute(end) : BeforeUntil is not null && After is not null ? Words.MailNoEnd : null);
        Add(facts, Words.MailWhen, When.DayAndTime(envelope.Local(At)));
        if (What != NoticeKind.MailSetAside)
        {
            Add(facts, Words.MailBy, IsByReceiver ? Words.MailByYou : By == AuditLog.CommandLine ? Words.TheCommandLine : By);
        }

        Add(facts, Words.MailReason, What == NoticeKind.MailSetAside ? MailFault.InWords(Reason) : Reason);
        Add(facts, Words.MailBrowser, string.IsNullOrEmpty(UserAgent) ? null : Browsers.NameOf(UserAgent));
        Add(facts, Words.MailNetworkAddress, Address);
        return facts;

        // The last one in which it holds: midnight of the next day is read wrong. With the year, since it may be far away.
        string LastMinute(DateTimeOffset end) => When.Full(envelope.Local(end.AddMinutes(-1)));
    }

    private static void Add(List<LetterFact> facts, string label, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            facts.Add(new(label, value));
        }
    }

    /// <summary>What people call a setting of single sign-on, by the name that is stored.</summary>
    public static string? SsoField(string? stored) => stored switch
    {
        SsoFields.Name => Words.SsoName,
        SsoFields.Issuer => Words.SsoIssuer,
        SsoFields.ClientId => Words.SsoClientId,
        SsoFields.Secret => Words.SsoSecret,
        SsoFields.Scopes => Words.SsoScopes,
        SsoFields.Unmarked => Words.SsoUnmarked,
        _ => stored,
    };

    private string? Value(string? stored) => What switch
    {
        NoticeKind.OverrideChanged when stored is null => Words.AccountDefault,
        NoticeKind.OverrideChanged or NoticeKind.AccountDefaultWeakened when Enum.TryParse<TwoFactorPolicy>(stored, out var policy) => Words.Of(policy),
        NoticeKind.LoginOptionsChanged when Enum.TryParse<LoginOptions>(stored, out var options) => Words.Of(options),
        NoticeKind.RoleChanged when Enum.TryParse<OperatorRole>(stored, out var role) => Words.Of(role),
        _ => stored,
    };

    private LetterAction? Action(Uri portal) => What switch
    {
        NoticeKind.Deactivated => null,
        NoticeKind.AccountDefaultWeakened => new(Words.AccountSettings, new(portal, "/account/settings")),
        _ when IsAboutSso => new(Words.SingleSignOn, new(portal, "/account/sso")),
        NoticeKind.MailSetAside => new(Words.Operators, new(portal, "/operators")),
        _ => new(Words.MailOpenPortal, portal),
    };

    // By the receiver's own hand, or by somebody who passes for the receiver: then the password is known. After a change of the
    // address the former one opens nothing any more, so only another person can help.
    private (IReadOnlyList<string> Closing, LetterAction? Second) IfNotExpected(Envelope envelope) => (What, By) switch
    {
        (NoticeKind.MailSetAside, _) => ([], null),
        (NoticeKind.EmailChanged or NoticeKind.LoginOptionsChanged or NoticeKind.IdentityBound, null) => ([Words.MailNotYouAdministrator(envelope.AccountName)], null),
        (_, null) when IsAboutSso => ([Words.MailNotYouAdministrator(envelope.AccountName)], null),
        (_, null) => ([], new(Words.MailNotYouPassword, new(envelope.PublicUrl, "/forgot-password"))),
        (_, AuditLog.CommandLine) => ([Words.MailAskServer], null),
        (_, { } who) => ([Words.MailAskWhoActed(who)], null),
    };
}

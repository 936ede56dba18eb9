using Portal.Domain;

namespace Portal.TwoFactor;

/// <summary>Who changed a setting, and when.</summary>
/// <param name="At">When.</param>
/// <param name="ById">Who; <see langword="null"/> for the command line.</param>
/// <param name="ByName">The name of who it was, as it is now.</param>
public sealed record SettingChange(DateTimeOffset At, Guid? ById, string? ByName);

/// <summary>What pages show of an account, at one moment; whether mail reaches its receivers, or a folder of the server alone, is part of it.</summary>
/// <remarks><c>Statuses</c>: how many operators that are not deactivated have each status; one that nobody has is not in it.</remarks>
public sealed record AccountSnapshot(
    Guid Id,
    string Name,
    string Language,
    string TimeZone,
    TwoFactorPolicy Default,
    SettingChange? DefaultChanged,
    OperatorCounts Counts,
    IReadOnlyDictionary<TwoFactorStatus, int> Statuses,
    bool MailIsDelivered,
    string? MailFault,
    bool MailGoesToFolder,
    LoginOptions DefaultLoginOptions = LoginOptions.Password,
    SingleSignOnSnapshot? SingleSignOn = null)
{
    /// <summary>Whether mail is known not to reach its receivers.</summary>
    public bool MailIsDown => MailGoesToFolder || MailFault is not null;

    /// <summary>Whether operators may sign in by single sign-on.</summary>
    public bool HasSingleSignOn => SingleSignOn is { IsOn: true };

    /// <summary>An instant as people of the account see it.</summary>
    public DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(TimeZone));
}

/// <summary>What pages show of an account's single sign-on; the client secret is not among it.</summary>
/// <remarks>
/// <c>WorkedAt</c>: the last time somebody came back under the settings as they are. <c>Only</c> and <c>Besides</c>: how many
/// operators sign in by nothing else, and how many may use a password too. <c>BoundElsewhere</c>: how many are bound to another
/// issuer, and cannot sign in by it until they are released.
/// </remarks>
public sealed record SingleSignOnSnapshot(
    string? Name,
    string? Issuer,
    string? ClientId,
    bool HasSecret,
    string Scopes,
    bool TrustsUnmarkedEmail,
    bool IsComplete,
    bool IsOn,
    DateTimeOffset? WorkedAt,
    SingleSignOnFault? Fault,
    string? FaultDetail,
    DateTimeOffset? FaultSince,
    TestSnapshot? Test,
    int Only,
    int Besides,
    int BoundElsewhere);

/// <summary>What the last test sign-in has shown.</summary>
/// <param name="At">When.</param>
/// <param name="ByName">Who tested; <see langword="null"/> when they are gone.</param>
/// <param name="Fault">What was wrong; <see langword="null"/> for nothing.</param>
/// <param name="Detail">A value that goes with it.</param>
/// <param name="Email">The address that the provider named.</param>
/// <param name="Subject">The subject that it named.</param>
/// <param name="LacksAuthTime">Whether it did not say when the person had signed in.</param>
public sealed record TestSnapshot(DateTimeOffset At, string? ByName, SingleSignOnFault? Fault, string? Detail, string? Email, string? Subject, bool LacksAuthTime);

/// <summary>What pages show of an operator, at one moment.</summary>
/// <remarks>
/// <c>Override</c> is the one that holds at that moment; <c>OverrideUntil</c> when it lapses, and <c>OverrideAfter</c> the own
/// setting that holds again then; <c>OverrideReason</c> why there is one. Pages are told when it has lapsed. <c>BoundAt</c>: since when the operator signs in with one
/// identity at the provider of single sign-on; <c>IsBoundElsewhere</c> when that is not the account's present one. <c>IsEmailProved</c>:
/// whether the address is known to be the operator's.
/// </remarks>
public sealed record OperatorSnapshot(
    Guid Id,
    string Name,
    string Email,
    OperatorRole Role,
    OperatorState State,
    LoginOptions LoginOptions,
    TwoFactorPolicy? Override,
    SettingChange? OverrideChanged,
    DateTimeOffset? SetUpAt,
    DateTimeOffset? LastSignInAt,
    SignInMethod? LastSignInWith,
    string? Language,
    bool HasPendingKey,
    bool HadKey = false,
    bool HasSavedRecoveryCodes = false,
    int RecoveryCodesLeft = 0,
    DateTimeOffset? OverrideUntil = null,
    TwoFactorPolicy? OverrideAfter = null,
    InvitationSnapshot? Invitation = null,
    DateTimeOffset? BoundAt = null,
    bool IsBoundElsewhere = false,
    bool HasPassword = true,
    string? OverrideReason = null,
    bool IsEmailProved = false)
{
    /// <summary>Whether there is an authenticator.</summary>
    public bool IsSetUp => SetUpAt is not null;

    /// <summary>What the rule says under an account default.</summary>
    public EffectiveTwoFactor Under(TwoFactorPolicy accountDefault) => EffectiveTwoFactor.For(accountDefault, Override, LoginOptions, IsSetUp);
}

/// <summary>The newest invitation of somebody who has not accepted.</summary>
/// <param name="At">When it was made.</param>
/// <param name="ByName">Who invites; <see langword="null"/> when they are gone.</param>
/// <param name="EndsAt">When its link stops working; <see langword="null"/> until it was sent.</param>
/// <param name="IsVoid">Whether the link works no longer since the address was corrected.</param>
/// <param name="Mail">The mail that carries it; <see langword="null"/> when it was handed over.</param>
public sealed record InvitationSnapshot(DateTimeOffset At, string? ByName, DateTimeOffset? EndsAt, bool IsVoid, InvitationMail? Mail)
{
    /// <summary>Whether its link works.</summary>
    public bool WorksAt(DateTimeOffset now) => !IsVoid && (EndsAt is null || EndsAt > now);
}

/// <summary>Where the mail of an invitation stands.</summary>
/// <param name="SentAt">When it was sent; <see langword="null"/> as long as it waits.</param>
/// <param name="HasFailed">Whether it was given up.</param>
public sealed record InvitationMail(DateTimeOffset? SentAt, bool HasFailed);

namespace Portal.Domain;

/// <summary>Where an effective setting comes from.</summary>
public enum TwoFactorOrigin
{
    /// <summary>The account default.</summary>
    Account,

    /// <summary>The operator's own setting, an override.</summary>
    Operator,

    /// <summary>No setting applies: the operator signs in by single sign-on only.</summary>
    SingleSignOn,
}

/// <summary>What the effective setting means for one operator now.</summary>
public enum TwoFactorStatus
{
    /// <summary>A code is asked for at each sign-in.</summary>
    Active,

    /// <summary>Nothing is set up and it is required: set-up comes before the next session.</summary>
    SetUpDue,

    /// <summary>As <see cref="SetUpDue"/>, for an operator to whom single sign-on stays open.</summary>
    SetUpDueWithPassword,

    /// <summary>Nothing is set up and nobody asks for it.</summary>
    NotSetUp,

    /// <summary>A key is kept and never asked for.</summary>
    Paused,

    /// <summary>Switched off, and nothing is set up.</summary>
    Disabled,

    /// <summary>The provider of single sign-on decides.</summary>
    HandledBySingleSignOn,
}

/// <summary>What follows the right password.</summary>
public enum AfterPassword
{
    /// <summary>The session.</summary>
    SignedIn,

    /// <summary>The code page, and no session before the right code.</summary>
    AsksForCode,

    /// <summary>Set-up first: no session before two-factor authentication is set up.</summary>
    SetUpFirst,

    /// <summary>Nothing: this operator has no password route.</summary>
    NotOffered,
}

/// <summary>The rule: which setting holds for one operator, why, what it means, and what sign-in does about it.</summary>
/// <param name="Setting">The setting in effect; <see langword="null"/> when none applies (single sign-on only).</param>
/// <param name="Origin">Where <paramref name="Setting"/> comes from.</param>
/// <param name="Status">What it means for the operator.</param>
/// <param name="AfterPassword">What the next sign-in with the right password leads to.</param>
/// <remarks>
/// Every page, every number and sign-in itself ask this one function, and nothing stores its answer, so that a change of
/// the account default is one row written, whatever the number of operators.
/// </remarks>
public sealed record EffectiveTwoFactor(
    TwoFactorPolicy? Setting,
    TwoFactorOrigin Origin,
    TwoFactorStatus Status,
    AfterPassword AfterPassword)
{
    /// <summary>Decides for one operator. Total: every combination has an answer.</summary>
    /// <param name="accountDefault">The account's setting.</param>
    /// <param name="policyOverride">The operator's own setting, or <see langword="null"/> when the default holds.</param>
    /// <param name="loginOptions">The ways by which the operator may sign in.</param>
    /// <param name="isSetUp">Whether the operator has a confirmed authenticator.</param>
    public static EffectiveTwoFactor For(
        TwoFactorPolicy accountDefault,
        TwoFactorPolicy? policyOverride,
        LoginOptions loginOptions,
        bool isSetUp)
    {
        if (loginOptions == LoginOptions.SingleSignOn)
        {
            return new(null, TwoFactorOrigin.SingleSignOn, TwoFactorStatus.HandledBySingleSignOn, AfterPassword.NotOffered);
        }

        // Disabled for the whole account wins over every override: those are kept, and hold again afterwards.
        var (setting, origin) = (accountDefault, policyOverride) switch
        {
            (TwoFactorPolicy.Disabled, _) => (TwoFactorPolicy.Disabled, TwoFactorOrigin.Account),
            (_, { } own) => (own, TwoFactorOrigin.Operator),
            _ => (accountDefault, TwoFactorOrigin.Account),
        };

        var (status, next) = (setting, isSetUp) switch
        {
            (TwoFactorPolicy.Disabled, false) => (TwoFactorStatus.Disabled, AfterPassword.SignedIn),
            (TwoFactorPolicy.Disabled, true) => (TwoFactorStatus.Paused, AfterPassword.SignedIn),
            (TwoFactorPolicy.Optional, false) => (TwoFactorStatus.NotSetUp, AfterPassword.SignedIn),
            (TwoFactorPolicy.Required, false) => (SetUpDueFor(loginOptions), AfterPassword.SetUpFirst),
            (TwoFactorPolicy.Optional or TwoFactorPolicy.Required, true) => (TwoFactorStatus.Active, AfterPassword.AsksForCode),
        };

        return new(setting, origin, status, next);
    }

    /// <summary>Whether the wizard is open to the operator: only where a code would ever be asked for.</summary>
    public bool AllowsSetUp => Setting is TwoFactorPolicy.Required or TwoFactorPolicy.Optional;

    private static TwoFactorStatus SetUpDueFor(LoginOptions loginOptions) =>
        loginOptions.HasFlag(LoginOptions.SingleSignOn) ? TwoFactorStatus.SetUpDueWithPassword : TwoFactorStatus.SetUpDue;
}

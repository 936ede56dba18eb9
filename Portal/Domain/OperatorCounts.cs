namespace Portal.Domain;

/// <summary>The operators of an account that are not deactivated, each in exactly one cell.</summary>
/// <param name="SingleSignOn">By single sign-on only, whatever else is true of them.</param>
/// <param name="OwnInvited">With an own setting, invited.</param>
/// <param name="OwnSetUp">With an own setting, active, with an authenticator.</param>
/// <param name="OwnNothing">With an own setting, active, with nothing set up.</param>
/// <param name="Invited">Without an own setting, invited.</param>
/// <param name="SetUp">Without an own setting, active, with an authenticator.</param>
/// <param name="Nothing">Without an own setting, active, with nothing set up.</param>
public sealed record OperatorCounts(
    int SingleSignOn, int OwnInvited, int OwnSetUp, int OwnNothing, int Invited, int SetUp, int Nothing)
{
    /// <summary>All of them.</summary>
    public int Total => SingleSignOn + OwnInvited + OwnSetUp + OwnNothing + Invited + SetUp + Nothing;

    /// <summary>What an account default would mean for them, each counted once.</summary>
    public Impact Under(TwoFactorPolicy accountDefault) => accountDefault switch
    {
        // Own settings are not in effect under Disabled: those operators count where they then are.
        TwoFactorPolicy.Disabled => new(
            NotSetUp: Nothing + OwnNothing,
            SetUp: SetUp + OwnSetUp,
            OwnSetting: 0,
            Invited: Invited + OwnInvited,
            SingleSignOn: SingleSignOn),
        TwoFactorPolicy.Required or TwoFactorPolicy.Optional => new(
            NotSetUp: Nothing,
            SetUp: SetUp,
            OwnSetting: OwnInvited + OwnSetUp + OwnNothing,
            Invited: Invited,
            SingleSignOn: SingleSignOn),
    };
}

/// <summary>What one value of the account default means, in numbers of operators that add up to all of them.</summary>
/// <param name="NotSetUp">Nothing set up: set-up due under Required, free to choose under Optional, nobody asks under Disabled.</param>
/// <param name="SetUp">Authenticator set up: ready under Required and Optional, paused under Disabled.</param>
/// <param name="OwnSetting">With an own setting that is in effect under this value.</param>
/// <param name="Invited">Invited.</param>
/// <param name="SingleSignOn">By single sign-on only.</param>
public sealed record Impact(int NotSetUp, int SetUp, int OwnSetting, int Invited, int SingleSignOn);

/// <summary>Which of the five numbers.</summary>
public enum ImpactPart
{
    /// <summary>Nothing set up.</summary>
    NotSetUp,

    /// <summary>Authenticator set up.</summary>
    SetUp,

    /// <summary>With an own setting that is in effect.</summary>
    OwnSetting,

    /// <summary>Invited.</summary>
    Invited,

    /// <summary>By single sign-on only.</summary>
    SingleSignOn,
}

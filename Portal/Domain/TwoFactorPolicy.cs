namespace Portal.Domain;

/// <summary>The two-factor authentication setting of an account (its default) or of one operator (an override).</summary>
/// <remarks>The numbers are stored: never renumber.</remarks>
public enum TwoFactorPolicy
{
    /// <summary>Everyone signs in with password and code; who has nothing set up sets it up first.</summary>
    Required = 1,

    /// <summary>Each operator chooses; whoever has set it up is asked for a code.</summary>
    Optional = 2,

    /// <summary>Nobody is asked for a code; keys are kept.</summary>
    Disabled = 3,
}

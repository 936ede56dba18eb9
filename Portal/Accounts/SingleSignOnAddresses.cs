namespace Portal.Accounts;

/// <summary>Where single sign-on is set up, and tested.</summary>
public static class SingleSignOnAddresses
{
    /// <summary>The tab of the account settings.</summary>
    public const string Settings = "/account/sso";

    /// <summary>Where signing in begins; the sign-in name follows.</summary>
    public const string SignIn = "/sign-in/sso";

    /// <summary>Leads an administrator to the provider and back to <see cref="Settings"/>.</summary>
    public const string Test = "/account/sso/test";
}

namespace Portal.Accounts;

/// <summary>Where single sign-on is set up, and tested.</summary>
public static class SingleSignOnAddresses
{
    /// <summary>The tab of the account settings.</summary>
    public const string Settings = "/account/sso";

    /// <summary>Leads an administrator to the provider and back to <see cref="Settings"/>.</summary>
    public const string Test = "/account/sso/test";
}

namespace Portal.Domain;

/// <summary>Whether an administrator could sign in: what keeps an account from locking itself out.</summary>
public static class WayIn
{
    /// <summary>Whether the password route, or single sign-on that works, leads to a session.</summary>
    /// <param name="effective">What the rule says of the administrator.</param>
    /// <param name="loginOptions">The administrator's ways to sign in.</param>
    /// <param name="hasPassword">Whether the administrator has a password; one that is not chosen yet takes a mail.</param>
    /// <param name="mailIsDelivered">Whether set-up mail really reaches its receivers (a folder is not delivery).</param>
    /// <param name="singleSignOnWorks">Whether the account's provider is set up and answers, and knows this administrator.</param>
    public static bool Exists(
        EffectiveTwoFactor effective, LoginOptions loginOptions, bool hasPassword, bool mailIsDelivered, bool singleSignOnWorks) =>
        (singleSignOnWorks && loginOptions.HasFlag(LoginOptions.SingleSignOn))
        || effective.AfterPassword switch
        {
            AfterPassword.SignedIn or AfterPassword.AsksForCode => hasPassword || mailIsDelivered,
            AfterPassword.SetUpFirst => mailIsDelivered,
            AfterPassword.NotOffered => false,
        };
}

namespace Portal.Domain;

/// <summary>How an operator may sign in. At least one way is always set.</summary>
/// <remarks>The numbers are stored: never renumber.</remarks>
[Flags]
public enum LoginOptions
{
    /// <summary>E-mail address and password, and then what the two-factor rule asks.</summary>
    Password = 1,

    /// <summary>Single sign-on at the account's own provider, which is never followed by a code here.</summary>
    SingleSignOn = 2,

    /// <summary>Both ways; the password route is the one that the rule judges.</summary>
    Both = Password | SingleSignOn,
}

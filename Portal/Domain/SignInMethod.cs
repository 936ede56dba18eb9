namespace Portal.Domain;

/// <summary>What a session was opened with. The numbers are stored: never renumber.</summary>
public enum SignInMethod
{
    /// <summary>The password alone.</summary>
    Password = 1,

    /// <summary>Password and code.</summary>
    PasswordAndCode = 2,

    /// <summary>Single sign-on.</summary>
    SingleSignOn = 3,

    /// <summary>Password and recovery code: the phone was not at hand.</summary>
    PasswordAndRecoveryCode = 4,
}

namespace Portal.Domain;

/// <summary>What a one-time link is for. The numbers are stored: never renumber.</summary>
public enum LinkPurpose
{
    /// <summary>Joining an account: choosing a password, and setting two-factor authentication up where it is asked for.</summary>
    Invitation = 1,

    /// <summary>Setting two-factor authentication up.</summary>
    SetUp = 2,

    /// <summary>Choosing another password.</summary>
    PasswordReset = 3,

    /// <summary>Confirming a new e-mail address, which is where the link goes.</summary>
    EmailChange = 4,

    /// <summary>Being asked for a code again, after too many wrong ones in a year.</summary>
    CodeUnlock = 5,
}

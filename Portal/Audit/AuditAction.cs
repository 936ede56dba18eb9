namespace Portal.Audit;

/// <summary>What the record can say was done. The names are stored: never rename.</summary>
public enum AuditAction
{
    AccountCreated,
    AccountRenamed,
    AccountLanguageChanged,
    AccountTimeZoneChanged,
    AccountDefaultChanged,
    OperatorCreated,
    OperatorRenamed,
    OperatorLanguageChanged,
    OperatorRoleChanged,
    OperatorDeactivated,
    OperatorReactivated,
    OverrideChanged,
    TwoFactorSetUp,
    TwoFactorReplaced,
    TwoFactorReset,
    TwoFactorStopped,
    SignedIn,
    SignedOut,
    SignInRefused,
    CodeRefused,
    ProofGiven,
    ProofRefused,
}

namespace Portal.Domain;

/// <summary>What an operator may do in the account. The numbers are stored: never renumber.</summary>
public enum OperatorRole
{
    /// <summary>Every operator: only what is one's own. On screen: <em>Operator</em>.</summary>
    Basic = 1,

    /// <summary>Administers the account, its operators and all two-factor settings.</summary>
    Administrator = 2,
}

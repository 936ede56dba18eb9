namespace Portal.Domain;

/// <summary>Whether an operator can be here at all. The numbers are stored: never renumber.</summary>
public enum OperatorState
{
    /// <summary>Asked to join, has not accepted yet.</summary>
    Invited = 1,

    /// <summary>May sign in as the login options and the rule say.</summary>
    Active = 2,

    /// <summary>May not sign in; everything is kept.</summary>
    Deactivated = 3,
}

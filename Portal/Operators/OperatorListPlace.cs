using Portal.Accounts;

namespace Portal.Operators;

/// <summary>Where in the list of operators somebody last was, filter and order included: what leads back to it leads there. One for each circuit.</summary>
public sealed class OperatorListPlace
{
    /// <summary>The address of the list as it was.</summary>
    public string Address { get; set; } = OperatorAddresses.List;
}

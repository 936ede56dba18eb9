using Portal.Domain;

namespace Portal.Accounts;

/// <summary>Where lists of operators stand, for pages that only lead there.</summary>
public static class OperatorAddresses
{
    /// <summary>The page of the list.</summary>
    public const string List = "/operators";

    /// <summary>The page of the recent bulk jobs.</summary>
    public const string Jobs = $"{List}/jobs";

    /// <summary>What is asked of the list: which bulk work to begin with.</summary>
    public const string Act = "act";

    /// <summary>The page of a bulk job.</summary>
    public static string JobOf(Guid jobId) => $"{Jobs}/{jobId}";

    /// <summary>The list of those whom a filter leaves.</summary>
    public static string ListOf(OperatorFilter filter) => filter.IsEverybody ? List : $"{List}?{filter.ToQuery()}";

    /// <summary>The same, with the dialog that sends each of them the set-up link.</summary>
    public static string SendSetUpLinkTo(OperatorFilter filter) => $"{List}?{filter.ToQuery()}&{Act}={nameof(Data.BulkKind.SendSetUpLink)}";
}

using System.Web;
using Portal.Accounts;
using Portal.Domain;

namespace Portal.Operators;

/// <summary>What the list is sorted by.</summary>
public enum OperatorOrder
{
    Name,
    Email,
    Role,
    Status,
    Setting,
    LastSignIn,
}

/// <summary>One view of the list: what it is narrowed to, its order, and where in it. All of it stands in the address.</summary>
/// <param name="Filter">What it is narrowed to.</param>
/// <param name="Order">What it is sorted by.</param>
/// <param name="Descending">Whether the other way round.</param>
/// <param name="After">The operator after whom the page begins.</param>
/// <param name="Before">The operator before whom the page ends.</param>
/// <param name="AtEnd">Whether it is the last page.</param>
public sealed record OperatorListQuery(
    OperatorFilter Filter, OperatorOrder Order = OperatorOrder.Name, bool Descending = false, Guid? After = null, Guid? Before = null, bool AtEnd = false)
{
    /// <summary>The address of this view.</summary>
    public string Address => AddressOf(OperatorAddresses.List, [.. Parts()]);

    /// <summary>The address of the list of those whom a filter leaves.</summary>
    public static string AddressFor(OperatorFilter filter) => new OperatorListQuery(filter).Address;

    /// <summary>Reads the query of an address; what it does not know is left out.</summary>
    public static OperatorListQuery Parse(string query)
    {
        var values = HttpUtility.ParseQueryString(query);
        var sort = values["sort"] ?? "";
        var isKnown = Enum.GetNames<OperatorOrder>().Contains(sort.TrimStart('-'));
        return new(
            OperatorFilter.Parse(query),
            isKnown ? Enum.Parse<OperatorOrder>(sort.TrimStart('-')) : OperatorOrder.Name,
            isKnown && sort.StartsWith('-'),
            Guid.TryParseExact(values["after"], "D", out var after) ? after : null,
            Guid.TryParseExact(values["before"], "D", out var before) ? before : null,
            values["page"] == "last");
    }

    /// <summary>The same view from its beginning, otherwise narrowed.</summary>
    public OperatorListQuery With(OperatorFilter filter) => new(filter, Order, Descending);

    /// <summary>Sorted by a column: a first time upwards, then the other way round; what is newest comes first.</summary>
    public OperatorListQuery SortedBy(OperatorOrder order) =>
        new(Filter, order, order == Order ? !Descending : order == OperatorOrder.LastSignIn);

    /// <summary>The first page of this view.</summary>
    public OperatorListQuery First() => new(Filter, Order, Descending);

    /// <summary>The page that begins after an operator.</summary>
    public OperatorListQuery From(Guid operatorId) => First() with { After = operatorId };

    /// <summary>The page that ends before an operator.</summary>
    public OperatorListQuery To(Guid operatorId) => First() with { Before = operatorId };

    /// <summary>The last page.</summary>
    public OperatorListQuery Last() => First() with { AtEnd = true };

    /// <summary>An address with what is asked of it.</summary>
    public static string AddressOf(string page, params string[] parts)
    {
        var query = string.Join('&', parts.Where(part => part.Length > 0));
        return query.Length == 0 ? page : $"{page}?{query}";
    }

    private IEnumerable<string> Parts()
    {
        yield return Filter.ToQuery();
        yield return Order == OperatorOrder.Name && !Descending ? "" : $"sort={(Descending ? "-" : "")}{Order}";
        yield return After is { } after ? $"after={after}" : "";
        yield return Before is { } before ? $"before={before}" : "";
        yield return AtEnd ? "page=last" : "";
    }
}

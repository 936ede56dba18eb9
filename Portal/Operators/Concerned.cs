using Microsoft.EntityFrameworkCore;

namespace Portal.Operators;

/// <summary>Operators whom one line of the Overview is about.</summary>
/// <param name="Count">How many.</param>
/// <param name="Some">All of them, or a few of many; by name.</param>
public sealed record Concerned(int Count, IReadOnlyList<ConcernedOperator> Some)
{
    /// <summary>How many are named.</summary>
    public const int Most = 3;

    /// <summary>Nobody.</summary>
    public static Concerned Nobody { get; } = new(0, []);

    /// <summary>The one whom it is about; <see langword="null"/> when there are none, or several.</summary>
    public ConcernedOperator? TheOne => Count == 1 ? Some[0] : null;

    /// <summary>Those who are named, one after the other.</summary>
    public string Names => string.Join(", ", Some.Select(who => who.Name));

    /// <summary>How many are not named.</summary>
    public int More => Count - Some.Count;

    /// <summary>Reads a few, and counts only where there are more: of many nothing but a number is read.</summary>
    /// <remarks>
    /// Without an order: the database would take the index of names for it, and go through everybody to find three.
    /// </remarks>
    internal static async Task<Concerned> ReadAsync(IQueryable<ConcernedOperator> people)
    {
        var some = await people.Take(Most + 1).ToListAsync();
        var count = some.Count > Most ? await people.CountAsync() : some.Count;
        return new(count, [.. some.Take(Most).OrderBy(who => who.Name, StringComparer.CurrentCulture)]);
    }
}

/// <summary>One of them.</summary>
/// <param name="OperatorId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="At">When what it is about happens, or happened; <see langword="null"/> when there is no such moment.</param>
public sealed record ConcernedOperator(Guid OperatorId, string Name, DateTimeOffset? At);

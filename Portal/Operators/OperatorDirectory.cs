using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>One operator as the list shows them.</summary>
/// <remarks><c>Override</c> is the one that holds now. <c>HasInvitation</c>: whether an invitation that works is on its way.</remarks>
public sealed record OperatorRow(
    Guid Id,
    string Name,
    string Email,
    OperatorRole Role,
    OperatorState State,
    LoginOptions LoginOptions,
    TwoFactorPolicy? Override,
    bool IsSetUp,
    DateTimeOffset? LastSignInAt,
    bool HasInvitation)
{
    /// <summary>What the rule says under an account default.</summary>
    public EffectiveTwoFactor Under(TwoFactorPolicy accountDefault) => EffectiveTwoFactor.For(accountDefault, Override, LoginOptions, IsSetUp);
}

/// <summary>One page of the list.</summary>
/// <param name="Rows">Its operators, in order.</param>
/// <param name="Total">How many the filter leaves.</param>
/// <param name="Deactivated">How many it would leave of those who are deactivated.</param>
/// <param name="HasBefore">Whether there are some before.</param>
/// <param name="HasAfter">Whether there are some after.</param>
/// <param name="Edge">Where the page begins, or ends; <see langword="null"/> for the first and the last one.</param>
public sealed record OperatorList(IReadOnlyList<OperatorRow> Rows, int Total, int Deactivated, bool HasBefore, bool HasAfter, ListEdge? Edge = null)
{
    /// <summary>What whoever may not see it sees.</summary>
    public static OperatorList Empty { get; } = new([], 0, 0, false, false);
}

/// <summary>The operator at the edge of a page, by all that a list can be sorted by, as they were when the page was asked for.</summary>
public sealed record ListEdge(string SearchKey, string NormalizedEmail, DateTimeOffset? LastSignInAt, int Rank);

/// <summary>Reads the list of operators, a page at a time, for account administrators; everybody else gets an empty one.</summary>
/// <remarks>
/// A page is found by the operator at its edge (keyset), not by counting rows from the beginning, so that a page deep in a list
/// costs what the first does.
/// </remarks>
public sealed class OperatorDirectory(PortalContexts contexts, Sessions sessions, TimeProvider clock)
{
    /// <summary>Operators on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads one page.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="accountDefault">The account's default, which decides statuses and settings.</param>
    /// <param name="query">Which page of which view.</param>
    /// <param name="edge">The edge as it was when this page was read before: it stays where it is, whatever its operator does.</param>
    public async Task<OperatorList> ReadAsync(Actor actor, TwoFactorPolicy accountDefault, OperatorListQuery query, ListEdge? edge = null)
    {
        await using var db = contexts.For(actor.AccountId);
        if (!await sessions.IsAdministratorAsync(db, actor))
        {
            return OperatorList.Empty;
        }

        var now = clock.GetUtcNow();
        var matching = db.Matching(query.Filter, accountDefault, now);
        var rank = RankOf(query.Order, accountDefault, now);
        var anchor = (query.After ?? query.Before) is { } at ? edge ?? await AnchorAsync(db, at, rank) : null;
        var forward = anchor is null ? !query.AtEnd : query.After is not null;
        var rows = await RowsAsync(db, matching, query, rank, anchor, forward, now);

        // The edge of a shared address may be the last operator by now, or the first.
        if (rows.Count == 0 && anchor is not null)
        {
            (anchor, forward) = (null, true);
            rows = await RowsAsync(db, matching, query, rank, anchor, forward, now);
        }

        var goesOn = rows.Count > PageSize;
        var shown = rows.Take(PageSize);
        return new(
            [.. forward ? shown : shown.Reverse()],
            await matching.CountAsync(),
            await db.Matching(query.Filter with { State = OperatorState.Deactivated }, accountDefault, now).CountAsync(),
            HasBefore: forward ? anchor is not null : goesOn,
            HasAfter: forward ? goesOn : anchor is not null,
            anchor);
    }

    // From run to run until there is one row more than the page shows.
    private static async Task<List<OperatorRow>> RowsAsync(
        PortalDbContext db, IQueryable<Operator> matching, OperatorListQuery query, Expression<Func<Operator, int>>? rank, ListEdge? anchor, bool forward, DateTimeOffset now)
    {
        var runs = RunsOf(query.Order, query.Descending, rank);
        var ahead = (forward ? runs : runs.Reverse()).SkipWhile(run => anchor is not null && !run.Has(anchor)).ToList();
        var rows = new List<OperatorRow>();
        foreach (var run in ahead)
        {
            var beyond = anchor is not null && run == ahead[0] ? run.Beyond(matching, anchor, forward) : run.Narrow(matching);
            rows.AddRange(await Shown(db, run.Ordered(beyond, forward), now).Take(PageSize + 1 - rows.Count).ToListAsync());
            if (rows.Count > PageSize)
            {
                break;
            }
        }

        return rows;
    }

    private static IQueryable<OperatorRow> Shown(PortalDbContext db, IQueryable<Operator> people, DateTimeOffset now) => people.Select(person => new OperatorRow(
        person.Id,
        person.Name,
        person.Email!,
        person.Role,
        person.State,
        person.LoginOptions,
        person.PolicyOverrideUntil <= now ? person.PolicyOverrideAfter : person.PolicyOverride,
        person.Authenticator != null,
        person.LastSignInAt,
        person.State == OperatorState.Invited && db.Links.Any(link =>
            link.OperatorId == person.Id && link.Purpose == LinkPurpose.Invitation && link.VoidedAt == null && (link.ExpiresAt == null || link.ExpiresAt > now))));

    private static Task<ListEdge?> AnchorAsync(PortalDbContext db, Guid edge, Expression<Func<Operator, int>>? rank)
    {
        var person = db.Operators.Where(person => person.Id == edge);
        return rank is null
            ? person.Select(person => new ListEdge(person.SearchKey, person.NormalizedEmail!, person.LastSignInAt, 0)).SingleOrDefaultAsync()!
            : person.Select(WithRank(rank)).SingleOrDefaultAsync()!;
    }

    private static Expression<Func<Operator, ListEdge>> WithRank(Expression<Func<Operator, int>> rank)
    {
        var person = rank.Parameters[0];
        return Expression.Lambda<Func<Operator, ListEdge>>(
            Expression.New(
                typeof(ListEdge).GetConstructors().Single(made => made.GetParameters().Length == 4),
                Expression.Property(person, nameof(Operator.SearchKey)),
                Expression.Property(person, nameof(Operator.NormalizedEmail)),
                Expression.Property(person, nameof(Operator.LastSignInAt)),
                rank.Body),
            person);
    }

    // What has no column of its own is sorted by a number: what needs somebody first, and what is stricter first.
    private static Expression<Func<Operator, int>>? RankOf(OperatorOrder order, TwoFactorPolicy accountDefault, DateTimeOffset now) => order switch
    {
        OperatorOrder.Role => person => person.Role == OperatorRole.Administrator ? 0 : 1,
        OperatorOrder.Status => TwoFactorRule.Rank(accountDefault, now, effective => effective.Status switch
        {
            TwoFactorStatus.SetUpDue => 0,
            TwoFactorStatus.SetUpDueWithPassword => 1,
            TwoFactorStatus.NotSetUp => 2,
            TwoFactorStatus.Active => 3,
            TwoFactorStatus.Paused => 4,
            TwoFactorStatus.Disabled => 5,
            TwoFactorStatus.HandledBySingleSignOn => 6,
        }),
        OperatorOrder.Setting => TwoFactorRule.Rank(accountDefault, now, effective =>
            effective.Setting is { } setting ? ((int)setting * 2) + (effective.Origin == TwoFactorOrigin.Operator ? 0 : 1) : int.MaxValue),
        OperatorOrder.Name or OperatorOrder.Email or OperatorOrder.LastSignIn => null,
    };

    private static IReadOnlyList<Run> RunsOf(OperatorOrder order, bool descending, Expression<Func<Operator, int>>? rank) => order switch
    {
        OperatorOrder.Name => [new ByName(descending)],
        OperatorOrder.Email => [new ByEmail(descending)],
        OperatorOrder.LastSignIn => descending ? [new ByLastSignIn(descending), new NeverSignedIn()] : [new NeverSignedIn(), new ByLastSignIn(descending)],
        OperatorOrder.Role or OperatorOrder.Status or OperatorOrder.Setting => [new ByRank(rank!, descending)],
    };

    /// <summary>A stretch of the list that one index, or one sort, gives in order.</summary>
    private abstract record Run
    {
        public virtual bool Has(ListEdge anchor) => true;

        public virtual IQueryable<Operator> Narrow(IQueryable<Operator> people) => people;

        public abstract IQueryable<Operator> Beyond(IQueryable<Operator> people, ListEdge anchor, bool forward);

        public abstract IQueryable<Operator> Ordered(IQueryable<Operator> people, bool forward);
    }

    private sealed record ByName(bool Descending) : Run
    {
        public override IQueryable<Operator> Beyond(IQueryable<Operator> people, ListEdge anchor, bool forward) => forward != Descending
            ? people.Where(person => person.SearchKey!.CompareTo(anchor.SearchKey) > 0)
            : people.Where(person => person.SearchKey!.CompareTo(anchor.SearchKey) < 0);

        public override IQueryable<Operator> Ordered(IQueryable<Operator> people, bool forward) => forward != Descending
            ? people.OrderBy(person => person.SearchKey)
            : people.OrderByDescending(person => person.SearchKey);
    }

    private sealed record ByEmail(bool Descending) : Run
    {
        public override IQueryable<Operator> Beyond(IQueryable<Operator> people, ListEdge anchor, bool forward) => forward != Descending
            ? people.Where(person => person.NormalizedEmail!.CompareTo(anchor.NormalizedEmail) > 0)
            : people.Where(person => person.NormalizedEmail!.CompareTo(anchor.NormalizedEmail) < 0);

        public override IQueryable<Operator> Ordered(IQueryable<Operator> people, bool forward) => forward != Descending
            ? people.OrderBy(person => person.NormalizedEmail)
            : people.OrderByDescending(person => person.NormalizedEmail);
    }

    private sealed record ByLastSignIn(bool Descending) : Run
    {
        public override bool Has(ListEdge anchor) => anchor.LastSignInAt is not null;

        public override IQueryable<Operator> Narrow(IQueryable<Operator> people) => people.Where(person => person.LastSignInAt != null);

        // The bound stands by itself, so that the index leads to it; only those of the same millisecond are looked at besides.
        public override IQueryable<Operator> Beyond(IQueryable<Operator> people, ListEdge anchor, bool forward) => forward != Descending
            ? people.Where(person => person.LastSignInAt >= anchor.LastSignInAt && (person.LastSignInAt > anchor.LastSignInAt || person.SearchKey!.CompareTo(anchor.SearchKey) > 0))
            : people.Where(person => person.LastSignInAt <= anchor.LastSignInAt && (person.LastSignInAt < anchor.LastSignInAt || person.SearchKey!.CompareTo(anchor.SearchKey) < 0));

        public override IQueryable<Operator> Ordered(IQueryable<Operator> people, bool forward) => forward != Descending
            ? people.OrderBy(person => person.LastSignInAt).ThenBy(person => person.SearchKey)
            : people.OrderByDescending(person => person.LastSignInAt).ThenByDescending(person => person.SearchKey);
    }

    private sealed record NeverSignedIn : Run
    {
        public override bool Has(ListEdge anchor) => anchor.LastSignInAt is null;

        public override IQueryable<Operator> Narrow(IQueryable<Operator> people) => people.Where(person => person.LastSignInAt == null);

        public override IQueryable<Operator> Beyond(IQueryable<Operator> people, ListEdge anchor, bool forward) => new ByName(false).Beyond(Narrow(people), anchor, forward);

        public override IQueryable<Operator> Ordered(IQueryable<Operator> people, bool forward) => new ByName(false).Ordered(people, forward);
    }

    // Within one number always by name.
    private sealed record ByRank(Expression<Func<Operator, int>> Rank, bool Descending) : Run
    {
        public override IQueryable<Operator> Beyond(IQueryable<Operator> people, ListEdge anchor, bool forward)
        {
            var sameRank = Expression.Equal(Rank.Body, Expression.Constant(anchor.Rank));
            var furtherRank = forward != Descending
                ? Expression.GreaterThan(Rank.Body, Expression.Constant(anchor.Rank))
                : Expression.LessThan(Rank.Body, Expression.Constant(anchor.Rank));
            Expression<Func<Operator, bool>> furtherName = forward
                ? person => person.SearchKey!.CompareTo(anchor.SearchKey) > 0
                : person => person.SearchKey!.CompareTo(anchor.SearchKey) < 0;
            var body = Expression.OrElse(furtherRank, Expression.AndAlso(sameRank, Expression.Invoke(furtherName, Rank.Parameters[0])));
            return people.Where(Expression.Lambda<Func<Operator, bool>>(body, Rank.Parameters));
        }

        public override IQueryable<Operator> Ordered(IQueryable<Operator> people, bool forward)
        {
            var ranked = forward != Descending ? people.OrderBy(Rank) : people.OrderByDescending(Rank);
            return forward ? ranked.ThenBy(person => person.SearchKey) : ranked.ThenByDescending(person => person.SearchKey);
        }
    }
}

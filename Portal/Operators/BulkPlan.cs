using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>One act on many operators, as an administrator puts it together.</summary>
/// <param name="Kind">What is to be done.</param>
public sealed record BulkRequest(BulkKind Kind)
{
    /// <summary>The own setting to give, of <see cref="BulkKind.SetOverride"/>.</summary>
    public TwoFactorPolicy? Setting { get; init; }

    /// <summary>The last day of that, where the account is; <see langword="null"/> for no end.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>The login options to give, of <see cref="BulkKind.SetLoginOptions"/>.</summary>
    public LoginOptions? LoginOptions { get; init; }

    /// <summary>Why, of an override and a reset; may be empty.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Whether a reset sends the set-up link besides.</summary>
    public bool SendsLink { get; init; }

    /// <summary>The operators who were chosen one by one; <see langword="null"/> for all whom the filter leaves.</summary>
    public IReadOnlyList<Guid>? Chosen { get; init; }

    /// <summary>The filter, where nobody was chosen one by one.</summary>
    public OperatorFilter Filter { get; init; } = OperatorFilter.Everybody;

    /// <summary>
    /// Whether it asks for a recent proof. For some operators the act alone would not, but what stands there when their turn comes
    /// is not known beforehand.
    /// </summary>
    public bool AsksForProof => Kind switch
    {
        BulkKind.SendSetUpLink or BulkKind.Deactivate => false,
        // Required that ends may take the place of what would have held longer.
        BulkKind.SetOverride => Setting != TwoFactorPolicy.Required || LastDay is not null,
        BulkKind.EndOverride or BulkKind.SetLoginOptions or BulkKind.Reset => true,
    };

    /// <summary>Whether everything is there that the kind needs, and fits.</summary>
    /// <param name="today">The day where the account is.</param>
    public bool IsFit(DateOnly today) => Enum.IsDefined(Kind) && Entry.TryReason(Reason, out _) && Kind switch
    {
        BulkKind.SetOverride => Setting is { } setting && Enum.IsDefined(setting) && (LastDay is null || (LastDay >= today && LastDay <= today.AddYears(TwoFactorSettings.LongestOverrideYears))),
        BulkKind.SetLoginOptions => LoginOptions is { } options && Enum.IsDefined(options),
        BulkKind.SendSetUpLink or BulkKind.EndOverride or BulkKind.Reset or BulkKind.Deactivate => true,
    };
}

/// <summary>Why nothing would happen to an operator.</summary>
public enum BulkReason
{
    /// <summary>It is the administrator who asks.</summary>
    IsYou,

    /// <summary>Has not accepted the invitation.</summary>
    Invited,

    /// <summary>Is deactivated.</summary>
    Deactivated,

    /// <summary>Signs in by single sign-on only.</summary>
    SingleSignOnOnly,

    /// <summary>Has two-factor authentication set up.</summary>
    IsSetUp,

    /// <summary>The setting in effect is Disabled.</summary>
    SettingDisabled,

    /// <summary>A link was sent too recently, or too many today.</summary>
    TooSoon,

    /// <summary>What is wanted holds already.</summary>
    AlreadySo,

    /// <summary>Has no own setting.</summary>
    NoOwnSetting,

    /// <summary>Has no authenticator.</summary>
    NothingToErase,
}

/// <summary>Some operators: how many, and the first of them by name.</summary>
/// <param name="Count">How many.</param>
/// <param name="Names">The first names, at most <see cref="MostNames"/>.</param>
public sealed record BulkGroup(int Count, IReadOnlyList<string> Names)
{
    /// <summary>How many names are kept of a group.</summary>
    public const int MostNames = 50;
}

/// <summary>What a bulk job would do, as things stand: to whom, and to whom not and why.</summary>
/// <param name="Affected">To whom it would do something.</param>
/// <param name="Ids">All of them, in the order of the list.</param>
/// <param name="Others">The others, by reason.</param>
public sealed record BulkPlan(BulkGroup Affected, IReadOnlyList<Guid> Ids, IReadOnlyDictionary<BulkReason, BulkGroup> Others)
{
    // So few in one question that no engine has too many parameters.
    private const int AtOnce = 500;

    /// <summary>How many operators were meant.</summary>
    public int Total => Affected.Count + Others.Values.Sum(group => group.Count);

    /// <summary>Works it out. Rows are read one after another, and of those that are not shown only the ids are kept.</summary>
    /// <param name="db">A context of the account.</param>
    /// <param name="request">What is to be done, and to whom.</param>
    /// <param name="account">The account.</param>
    /// <param name="selfId">The administrator who asks.</param>
    /// <param name="now">The instant for which it is asked.</param>
    /// <param name="affected">Told of each operator to whom something would happen, in the order of the list.</param>
    internal static async Task<BulkPlan> MakeAsync(
        PortalDbContext db, BulkRequest request, Account account, Guid selfId, DateTimeOffset now, Action<Guid, string>? affected = null)
    {
        var until = request.LastDay is { } day ? DayEnd.Of(day, TimeZoneInfo.FindSystemTimeZoneById(account.TimeZone)) : (DateTimeOffset?)null;
        var resting = request.Kind == BulkKind.SendSetUpLink ? await RestingAsync(db, now) : [];
        var ids = new List<Guid>();
        var done = new Gathering();
        var others = new SortedDictionary<BulkReason, Gathering>();
        await foreach (var row in RowsAsync(db, request, account, now))
        {
            if (WhyNot(request, until, account, selfId, now, row, resting) is not { } why)
            {
                done.Add(row.Name);
                ids.Add(row.Id);
                affected?.Invoke(row.Id, row.Name);
                continue;
            }

            if (!others.TryGetValue(why, out var gathering))
            {
                others[why] = gathering = new();
            }

            gathering.Add(row.Name);
        }

        return new(done.Gathered, ids, others.ToDictionary(each => each.Key, each => each.Value.Gathered));
    }

    // The acts themselves decide once more, each at its turn; a test holds this against them for every combination.
    private static BulkReason? WhyNot(
        BulkRequest request, DateTimeOffset? until, Account account, Guid selfId, DateTimeOffset now, Row row, HashSet<Guid> resting) => request.Kind switch
        {
            BulkKind.SendSetUpLink =>
                row.Id == selfId ? BulkReason.IsYou
                : row.State == OperatorState.Invited ? BulkReason.Invited
                : row.State == OperatorState.Deactivated ? BulkReason.Deactivated
                : row.LoginOptions == LoginOptions.SingleSignOn ? BulkReason.SingleSignOnOnly
                : row.IsSetUp ? BulkReason.IsSetUp
                : !EffectiveTwoFactor.For(account.DefaultPolicy, row.OwnAt(now), row.LoginOptions, row.IsSetUp).AllowsSetUp ? BulkReason.SettingDisabled
                : resting.Contains(row.Id) ? BulkReason.TooSoon
                : null,
            BulkKind.SetOverride =>
                row.LoginOptions == LoginOptions.SingleSignOn ? BulkReason.SingleSignOnOnly
                : TwoFactorSettings.HoldsAlready(request.Setting, until, row.OwnAt(now), row.Lasting, row.Until) ? BulkReason.AlreadySo
                : null,
            BulkKind.EndOverride => row.OwnAt(now) is null && row.Lasting is null ? BulkReason.NoOwnSetting : null,
            BulkKind.SetLoginOptions => row.LoginOptions == request.LoginOptions ? BulkReason.AlreadySo : null,
            BulkKind.Reset => row.Id == selfId ? BulkReason.IsYou : row.IsSetUp ? null : BulkReason.NothingToErase,
            BulkKind.Deactivate =>
                row.Id == selfId ? BulkReason.IsYou
                : row.State == OperatorState.Invited ? BulkReason.Invited
                : row.State == OperatorState.Deactivated ? BulkReason.Deactivated
                : null,
        };

    private static async IAsyncEnumerable<Row> RowsAsync(PortalDbContext db, BulkRequest request, Account account, DateTimeOffset now)
    {
        if (request.Chosen is null)
        {
            await foreach (var row in Read(db.Matching(request.Filter, account.DefaultPolicy, now)).AsAsyncEnumerable())
            {
                yield return row;
            }

            yield break;
        }

        var chosen = new List<Row>();
        foreach (var some in request.Chosen.Distinct().Chunk(AtOnce))
        {
            chosen.AddRange(await Read(db.Operators.Where(person => some.Contains(person.Id))).ToListAsync());
        }

        foreach (var row in chosen.OrderBy(row => row.Key, StringComparer.Ordinal).ThenBy(row => row.Id))
        {
            yield return row;
        }
    }

    private static IQueryable<Row> Read(IQueryable<Operator> people) => people.AsNoTracking().OrderBy(person => person.SearchKey).ThenBy(person => person.Id)
        .Select(person => new Row(
            person.Id,
            person.Name,
            person.SearchKey,
            person.State,
            person.LoginOptions,
            person.PolicyOverride,
            person.PolicyOverrideUntil,
            person.PolicyOverrideAfter,
            person.Authenticator != null));

    // Whoever may be sent no further link yet: the same limits as of a single one.
    private static async Task<HashSet<Guid>> RestingAsync(PortalDbContext db, DateTimeOffset now)
    {
        var (dayAgo, pauseAgo) = (now.AddDays(-1), now - OneTimeLinks.Pause);
        var resting = await db.Links.Where(link => link.Purpose == LinkPurpose.SetUp && link.CreatedAt > dayAgo)
            .GroupBy(link => link.OperatorId)
            .Where(made => made.Count() >= OneTimeLinks.ForOneDay || made.Max(link => link.CreatedAt) > pauseAgo)
            .Select(made => made.Key)
            .ToListAsync();
        return [.. resting];
    }

    private sealed record Row(
        Guid Id,
        string Name,
        string Key,
        OperatorState State,
        LoginOptions LoginOptions,
        TwoFactorPolicy? Own,
        DateTimeOffset? Until,
        TwoFactorPolicy? After,
        bool IsSetUp)
    {
        public TwoFactorPolicy? Lasting => Until is null ? Own : After;

        public TwoFactorPolicy? OwnAt(DateTimeOffset now) => Until <= now ? After : Own;
    }

    private sealed class Gathering
    {
        private readonly List<string> names = [];
        private int count;

        public BulkGroup Gathered => new(count, names);

        public void Add(string name)
        {
            count++;
            if (names.Count < BulkGroup.MostNames)
            {
                names.Add(name);
            }
        }
    }
}

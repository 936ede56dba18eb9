using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>The list as the database pages, sorts, searches and filters it, against the same done to plain objects by the function itself.</summary>
[OnEachDatabase]
public sealed class OperatorDirectoryTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 15, 5, TimeSpan.Zero);

    private static readonly Dictionary<DatabaseProvider, (PortalServices Node, Account Account, Actor Actor, List<Operator> Everybody)> Made = [];
    private static readonly SemaphoreSlim Making = new(1, 1);

    private PortalServices node = null!;
    private Account account = null!;
    private Actor actor = null!;
    private List<Operator> everybody = [];

    private static readonly bool[] NoAndYes = [false, true];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The orders of the list.</summary>
    public static TheoryData<OperatorOrder, bool> Orders => [.. from order in Enum.GetValues<OperatorOrder>() from down in NoAndYes select (order, down)];

    /// <summary>The settings of an account.</summary>
    public static TheoryData<TwoFactorPolicy> Defaults => [.. Enum.GetValues<TwoFactorPolicy>()];

    // Read only, by every test: made once for each database.
    public async ValueTask InitializeAsync()
    {
        await Making.WaitAsync(Cancellation);
        try
        {
            if (!Made.TryGetValue(TestDatabase.Provider, out var made))
            {
                node = await PortalServices.CreateAsync();
                account = await node.AddAccountAsync();
                everybody = await MakeAsync();
                actor = await node.SignInAsync(everybody.First(who => who is { Role: OperatorRole.Administrator, State: OperatorState.Active }));
                Made[TestDatabase.Provider] = (node, account, actor, everybody);
            }
            else
            {
                (node, account, actor, everybody) = made;
            }
        }
        finally
        {
            Making.Release();
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [MemberData(nameof(Defaults))]
    public async Task Every_status_setting_and_origin_is_the_one_of_the_rule(TwoFactorPolicy accountDefault)
    {
        await using var db = node.Contexts.For(account.Id);
        foreach (var state in Enum.GetValues<OperatorState>())
        {
            foreach (var status in Enum.GetValues<TwoFactorStatus>())
            {
                await SameAsync(new() { State = state, Statuses = [status] }, who => Says(who).Status == status);
            }

            foreach (var setting in Enum.GetValues<TwoFactorPolicy>())
            {
                await SameAsync(new() { State = state, Setting = setting }, who => Says(who).Setting == setting);
            }

            foreach (var origin in Enum.GetValues<TwoFactorOrigin>())
            {
                await SameAsync(new() { State = state, Origin = origin }, who => Says(who).Origin == origin);
            }

            async Task SameAsync(OperatorFilter filter, Func<Operator, bool> isMeant) => Assert.Equal(
                everybody.Where(who => who.State == state && isMeant(who)).Select(who => who.Id).Order(),
                (await db.Matching(filter, accountDefault, Now).Select(who => who.Id).ToListAsync(Cancellation)).Order());
        }

        EffectiveTwoFactor Says(Operator who) => EffectiveTwoFactor.For(accountDefault, who.OverrideAt(Now), who.LoginOptions, who.Authenticator is not null);
    }

    [Fact]
    public async Task Whom_a_number_of_the_impact_counts_its_list_names()
    {
        await using var db = node.Contexts.For(account.Id);
        var counts = OperatorNumbers.Count(await OperatorNumbers.ReadAsync(db, Now));
        foreach (var under in Enum.GetValues<TwoFactorPolicy>())
        {
            var named = new List<Guid>();
            foreach (var part in Enum.GetValues<ImpactPart>())
            {
                var list = await db.Matching(new() { Impact = new(under, part) }, TwoFactorPolicy.Optional, Now).Select(who => who.Id).ToListAsync(Cancellation);
                Assert.Equal(NumberOf(counts.Under(under), part), list.Count);
                named.AddRange(list);
            }

            Assert.Equal(everybody.Where(who => who.State != OperatorState.Deactivated).Select(who => who.Id).Order(), named.Order());
        }
    }

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Page_by_page_everybody_comes_once_and_in_order_forwards_and_backwards(OperatorOrder order, bool down)
    {
        var query = new OperatorListQuery(OperatorFilter.Everybody, order, down);

        var forwards = await WalkAsync(query, (list, at) => list.HasAfter ? at.From(list.Rows[^1].Id) : null);
        var backwards = await WalkAsync(query.Last(), (list, at) => list.HasBefore ? at.To(list.Rows[0].Id) : null);

        var expected = Sorted(everybody.Where(who => who.State != OperatorState.Deactivated), order, down).Select(who => who.Name).ToList();
        Assert.Equal(expected, forwards.SelectMany(page => page));
        Assert.Equal(expected, Enumerable.Reverse(backwards).SelectMany(page => page));
        Assert.True(forwards.Count > 3);
    }

    [Theory]
    [InlineData("eva", "Éva Nagy")]
    [InlineData("NAGY", "Éva Nagy")]
    [InlineData("ﬁnn", "Finn")]
    [InlineData("o'brien", "Sinéad O'Brien")]
    [InlineData("sinead.o", "Sinéad O'Brien")]
    [InlineData("100%", "Off 100% Ltd")]
    [InlineData("Ελένη", "Ελένη Παπαδοπούλου")]
    [InlineData("ελενη", "Ελένη Παπαδοπούλου")]
    public async Task A_search_finds_a_part_of_the_name_or_the_address_whatever_case_and_accents(string typed, string name)
    {
        var list = await ReadAsync(new(new() { Search = typed }));

        Assert.Equal(name, Assert.Single(list.Rows).Name);
        Assert.Equal(1, list.Total);
    }

    [Theory]
    [InlineData("_")]
    [InlineData("%%")]
    [InlineData("' OR 1=1 --")]
    public async Task What_means_something_to_a_database_is_searched_for_as_it_is(string typed) =>
        Assert.Empty((await ReadAsync(new(new() { Search = typed }))).Rows);

    [Theory]
    [InlineData(LastSignInFilter.Last7Days)]
    [InlineData(LastSignInFilter.Over30Days)]
    [InlineData(LastSignInFilter.Over90Days)]
    [InlineData(LastSignInFilter.Never)]
    [InlineData(LastSignInFilter.InvitationExpired)]
    public async Task It_is_narrowed_to_a_last_sign_in(LastSignInFilter last)
    {
        await using var db = node.Contexts.For(account.Id);

        var found = await db.Matching(new() { LastSignIn = last }, TwoFactorPolicy.Optional, Now).Select(who => who.Id).ToListAsync(Cancellation);

        Assert.Equal(
            everybody.Where(who => who.State != OperatorState.Deactivated && last switch
            {
                LastSignInFilter.Last7Days => who.LastSignInAt >= Now.AddDays(-7),
                LastSignInFilter.Over30Days => who.LastSignInAt < Now.AddDays(-30),
                LastSignInFilter.Over90Days => who.LastSignInAt < Now.AddDays(-90),
                LastSignInFilter.Never => who.LastSignInAt is null && who.State == OperatorState.Active,
                _ => who.State == OperatorState.Invited,
            }).Select(who => who.Id).Order(),
            found.Order());
        Assert.NotEmpty(found);
    }

    [Fact]
    public async Task A_page_whose_edge_is_gone_is_the_first_one()
    {
        var gone = await ReadAsync(new(OperatorFilter.Everybody, After: Guid.NewGuid()));
        var beyond = await ReadAsync(new OperatorListQuery(OperatorFilter.Everybody).From(everybody.Where(who => who.State != OperatorState.Deactivated).MaxBy(who => who.SearchKey, StringComparer.Ordinal)!.Id));

        var first = await ReadAsync(new(OperatorFilter.Everybody));
        Assert.Equal(first.Rows, gone.Rows);
        Assert.Equal(first.Rows, beyond.Rows);
        Assert.False(beyond.HasBefore);
    }

    [Fact]
    public async Task A_page_keeps_its_place_whatever_the_operator_at_its_edge_does()
    {
        var first = await ReadAsync(new(OperatorFilter.Everybody));
        var query = new OperatorListQuery(OperatorFilter.Everybody).From(first.Rows[^1].Id);
        var second = await ReadAsync(query);

        // As if the operator at the edge had been renamed to the very end meanwhile: by its id alone the page would be the last one.
        var last = await ReadAsync(new OperatorListQuery(OperatorFilter.Everybody).Last());
        var moved = query with { After = last.Rows[^1].Id };

        Assert.Equal(second.Rows, (await node.Get<OperatorDirectory>().ReadAsync(actor, TwoFactorPolicy.Optional, moved, second.Edge)).Rows);
        Assert.NotEqual(second.Rows, (await ReadAsync(moved)).Rows);
    }

    [Fact]
    public async Task Another_account_has_a_list_of_its_own()
    {
        var other = await node.AddAccountAsync(name: "Other Company");

        var mona = await node.SignInAsync(await node.AddOperatorAsync(other, "Mona", OperatorRole.Administrator));

        Assert.Equal(["Mona"], (await node.Get<OperatorDirectory>().ReadAsync(mona, TwoFactorPolicy.Optional, new(OperatorFilter.Everybody))).Rows.Select(row => row.Name));
    }

    private async Task<OperatorList> ReadAsync(OperatorListQuery query) =>
        await node.Get<OperatorDirectory>().ReadAsync(actor, TwoFactorPolicy.Optional, query);

    private async Task<List<List<string>>> WalkAsync(OperatorListQuery from, Func<OperatorList, OperatorListQuery, OperatorListQuery?> next)
    {
        var pages = new List<List<string>>();
        for (var query = (OperatorListQuery?)from; query is not null;)
        {
            var list = await ReadAsync(query);
            pages.Add([.. list.Rows.Select(row => row.Name)]);
            query = next(list, query);
            Assert.True(pages.Count < 20, "It does not end.");
        }

        return pages;
    }

    private static IEnumerable<Operator> Sorted(IEnumerable<Operator> people, OperatorOrder order, bool down)
    {
        var byName = people.OrderBy(who => who.SearchKey, StringComparer.Ordinal).ToList();
        var (signedIn, never) = (byName.Where(who => who.LastSignInAt is not null), byName.Where(who => who.LastSignInAt is null));
        return (order, down) switch
        {
            (OperatorOrder.Name, false) => byName,
            (OperatorOrder.Name, true) => Enumerable.Reverse(byName),
            (OperatorOrder.Email, false) => byName.OrderBy(who => who.NormalizedEmail, StringComparer.Ordinal),
            (OperatorOrder.Email, true) => byName.OrderByDescending(who => who.NormalizedEmail, StringComparer.Ordinal),
            (OperatorOrder.LastSignIn, false) => never.Concat(signedIn.OrderBy(who => who.LastSignInAt).ThenBy(who => who.SearchKey, StringComparer.Ordinal)),
            (OperatorOrder.LastSignIn, true) => signedIn.OrderByDescending(who => who.LastSignInAt).ThenByDescending(who => who.SearchKey, StringComparer.Ordinal).Concat(never),
            (_, false) => byName.OrderBy(Rank),
            (_, true) => byName.OrderByDescending(Rank),
        };

        int Rank(Operator who)
        {
            var says = EffectiveTwoFactor.For(TwoFactorPolicy.Optional, who.OverrideAt(Now), who.LoginOptions, who.Authenticator is not null);
            return order switch
            {
                OperatorOrder.Role => -(int)who.Role,
                OperatorOrder.Status => Array.IndexOf(
                    [
                        TwoFactorStatus.SetUpDue, TwoFactorStatus.SetUpDueWithPassword, TwoFactorStatus.NotSetUp, TwoFactorStatus.Active,
                        TwoFactorStatus.Paused, TwoFactorStatus.Disabled, TwoFactorStatus.HandledBySingleSignOn,
                    ],
                    says.Status),
                _ => says.Setting is { } setting ? ((int)setting * 2) + (says.Origin == TwoFactorOrigin.Operator ? 0 : 1) : 99,
            };
        }
    }

    private static int NumberOf(Impact impact, ImpactPart part) => part switch
    {
        ImpactPart.NotSetUp => impact.NotSetUp,
        ImpactPart.SetUp => impact.SetUp,
        ImpactPart.OwnSetting => impact.OwnSetting,
        ImpactPart.Invited => impact.Invited,
        ImpactPart.SingleSignOn => impact.SingleSignOn,
    };

    // Every combination that the rule and the numbers tell apart, overrides that have lapsed or will lapse among them; and names to search for.
    private async Task<List<Operator>> MakeAsync()
    {
        var own = new (TwoFactorPolicy? Now, DateTimeOffset? Until, TwoFactorPolicy? After)[]
        {
            (null, null, null), (TwoFactorPolicy.Required, null, null), (TwoFactorPolicy.Optional, null, null), (TwoFactorPolicy.Disabled, null, null),
            (TwoFactorPolicy.Disabled, Now, null), (TwoFactorPolicy.Disabled, Now.AddMilliseconds(1), TwoFactorPolicy.Required), (TwoFactorPolicy.Optional, Now.AddDays(-1), TwoFactorPolicy.Required),
        };
        var names = new[] { "Éva Nagy", "Finn", "Sinéad O'Brien", "Off 100% Ltd", "Ελένη Παπαδοπούλου" };
        var random = new Random(7);
        await node.Contexts.WriteAsync(account.Id, db =>
        {
            var number = 0;
            foreach (var (policy, until, after) in own)
            {
                foreach (var login in Enum.GetValues<LoginOptions>())
                {
                    foreach (var state in Enum.GetValues<OperatorState>())
                    {
                        foreach (var isSetUp in NoAndYes.Concat(NoAndYes))
                        {
                            number++;
                            Add(db, $"Nr {number:D3} {(char)('A' + random.Next(26))}", $"{(char)('a' + random.Next(26))}{number}@example.com", random, who =>
                            {
                                (who.State, who.LoginOptions) = (state, login);
                                who.SetOverride(policy, Now.AddDays(-2), null, until, after);
                            }, isSetUp);
                        }
                    }
                }
            }

            foreach (var name in names)
            {
                Add(db, name, $"{(name.StartsWith("Sin", StringComparison.Ordinal) ? "sinead.o" : $"p{number++}")}@example.org", random, _ => { }, isSetUp: false);
            }

            return Task.FromResult(0);
        });
        return await node.ReadAsync(account.Id, db => db.Operators.AsNoTracking().Include(who => who.Authenticator).ToListAsync(Cancellation));
    }

    private void Add(PortalDbContext db, string name, string email, Random random, Action<Operator> change, bool isSetUp)
    {
        var who = NewOperators.Create(account.Id, name, email, random.Next(8) == 0 ? OperatorRole.Administrator : OperatorRole.Basic, Now);
        change(who);

        // Some at the very same moment, some never.
        who.LastSignInAt = who.State == OperatorState.Invited || random.Next(4) == 0 ? null : Now.AddDays(-random.Next(12) * 11);
        db.Operators.Add(who);
        if (isSetUp)
        {
            db.Authenticators.Add(new() { AccountId = account.Id, OperatorId = who.Id, ProtectedKey = [1], ConfirmedAt = Now });
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.TwoFactor;

/// <summary>Overrides with an end: what holds before it and after it, and who makes it plain.</summary>
[OnEachDatabase]
public sealed class OverrideLapseTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Tonight = new(2026, 11, 24, 23, 0, 0, TimeSpan.Zero);

    private PortalServices node = null!;
    private Account account = null!;
    private Operator ada = null!;
    private Operator anna = null!;

    private TwoFactorSettings Settings => node.Get<TwoFactorSettings>();

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        anna = await node.AddOperatorAsync(account, "Anna");
        await node.AddAuthenticatorAsync(anna);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task What_holds_changes_at_the_end_itself_before_anybody_makes_it_plain()
    {
        await ExemptAsync(anna, after: TwoFactorPolicy.Required);
        await AssertShownAsync(TwoFactorPolicy.Disabled, TwoFactorStatus.Paused, Tonight);

        node.Clock.Advance(Tonight - node.Clock.GetUtcNow());

        await AssertShownAsync(TwoFactorPolicy.Required, TwoFactorStatus.Active, until: null);
        var stored = await StoredAsync(anna);
        Assert.Equal((TwoFactorPolicy.Disabled, TwoFactorPolicy.Required), (stored.PolicyOverride, stored.OverrideAt(node.Clock.GetUtcNow())));
    }

    [Fact]
    public async Task Of_many_two_hundred_at_a_time_are_made_plain_and_others_write_in_between()
    {
        await ExemptManyAsync(450);
        node.Clock.Advance(Tonight - node.Clock.GetUtcNow());
        var looking = Task.Run(() => node.Get<OverrideLapses>().LookAsync(CancellationToken.None));

        var seen = new List<int>();
        while (!looking.IsCompleted)
        {
            seen.Add(await node.Contexts.WriteAsync(account.Id, db => db.AuditEntries.CountAsync(entry => entry.Action == "OverrideLapsed")));
        }

        Assert.Equal(450, await looking);
        Assert.All(seen, count => Assert.True(count is 0 or 200 or 400 or 450, $"{count}"));
        Assert.Contains(seen, count => count is 200 or 400);
        Assert.Equal(0, await node.ReadAsync(account.Id, db => db.Operators.CountAsync(person => person.PolicyOverride != null)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TwoFactorPolicy.Required)]
    public async Task Once_lapsed_it_is_made_plain_written_down_and_told(TwoFactorPolicy? after)
    {
        await ExemptAsync(anna, after);
        Assert.Equal(0, await node.Get<OverrideLapses>().LookAsync(CancellationToken.None));
        node.Clock.Advance(Tonight - node.Clock.GetUtcNow());
        var told = node.Get<AccountChanges>().CountOf(account.Id);

        Assert.Equal(1, await node.Get<OverrideLapses>().LookAsync(CancellationToken.None));

        var stored = await StoredAsync(anna);
        Assert.Equal((after, null, null, Tonight), (stored.PolicyOverride, stored.PolicyOverrideUntil, stored.PolicyOverrideAfter, stored.PolicyOverrideChangedAt));
        Assert.Equal(told + 1, node.Get<AccountChanges>().CountOf(account.Id));
        var entry = await node.ReadAsync(account.Id, db => db.AuditEntries.SingleAsync());
        Assert.Equal(
            ("OverrideLapsed", "Portal", "Anna", "Disabled", after?.ToString()),
            (entry.Action, entry.ActorName, entry.SubjectName, entry.Before, entry.After));
        Assert.Equal(0, await node.Get<OverrideLapses>().LookAsync(CancellationToken.None));
    }

    [Fact]
    public async Task It_is_noticed_by_itself()
    {
        await ExemptAsync(anna, after: null);
        using var told = node.Get<AccountChanges>().Subscribe(account.Id);
        var lapses = node.Get<OverrideLapses>();
        await lapses.StartAsync(TestContext.Current.CancellationToken);

        node.Clock.Advance(Tonight - node.Clock.GetUtcNow() + TimeSpan.FromSeconds(2));

        Assert.Equal(anna.Id, Assert.Single((await told.NextAsync())!).OperatorId);
        Assert.Null((await StoredAsync(anna)).PolicyOverride);
        await lapses.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Numbers_and_statuses_count_by_what_holds_now()
    {
        await ExemptAsync(anna, after: null);
        var before = (await node.Get<Snapshooter>().AccountAsync(account.Id))!;
        Assert.Equal((1, 0), (before.Counts.OwnSetUp, before.Counts.SetUp));
        Assert.Equal(1, before.Statuses[TwoFactorStatus.Paused]);

        node.Clock.Advance(Tonight - node.Clock.GetUtcNow());
        await node.Get<OverrideLapses>().LookAsync(CancellationToken.None);

        var after = (await node.Get<Snapshooter>().AccountAsync(account.Id))!;
        Assert.Equal((0, 1), (after.Counts.OwnSetUp, after.Counts.SetUp));
        Assert.Equal(1, after.Statuses[TwoFactorStatus.Active]);
        Assert.False(after.Statuses.ContainsKey(TwoFactorStatus.Paused));
    }

    [Theory]
    [InlineData(TwoFactorPolicy.Required)]
    [InlineData(TwoFactorPolicy.Disabled)]
    [InlineData(null)]
    public async Task Setting_or_ending_it_takes_the_end_along_and_Undo_puts_it_back(TwoFactorPolicy? policy)
    {
        await ExemptAsync(anna, after: TwoFactorPolicy.Optional);
        var actor = await node.SignInAsync(ada);

        var saved = (await Settings.SetOverrideAsync(actor, anna.Id, policy, null)).Value!;
        var changed = await StoredAsync(anna);
        Assert.Equal((policy, null, null), (changed.PolicyOverride, changed.PolicyOverrideUntil, changed.PolicyOverrideAfter));

        Assert.True((await Settings.UndoOverrideAsync(actor, anna.Id, saved)).IsDone);
        var undone = await StoredAsync(anna);
        Assert.Equal(
            (TwoFactorPolicy.Disabled, Tonight, TwoFactorPolicy.Optional), (undone.PolicyOverride, undone.PolicyOverrideUntil, undone.PolicyOverrideAfter));
    }

    [Theory]
    [InlineData(TwoFactorPolicy.Disabled, true)]
    [InlineData(null, true)]
    [InlineData(TwoFactorPolicy.Required, false)]
    public async Task To_make_lasting_what_would_have_lapsed_into_something_stricter_asks_for_proof(TwoFactorPolicy? policy, bool asks)
    {
        await ExemptAsync(anna, after: TwoFactorPolicy.Required);
        var actor = await node.SignInAsync(ada);
        node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));

        var outcome = await Settings.SetOverrideAsync(actor, anna.Id, policy, null);

        Assert.Equal(asks ? Refusal.ProofNeeded : null, outcome.Refused);
    }

    [Fact]
    public async Task Clicking_what_lasts_already_changes_nothing()
    {
        await node.ChangeAsync(anna, who => who.PolicyOverride = TwoFactorPolicy.Disabled);
        var actor = await node.SignInAsync(ada);

        Assert.Equal(Refusal.AlreadySo, (await Settings.SetOverrideAsync(actor, anna.Id, TwoFactorPolicy.Disabled, null)).Refused);
    }

    // Ada has nothing set up; until tonight she is exempt. Gijs is the only other administrator.
    [Theory]
    [InlineData(true, null, false)]
    [InlineData(true, TwoFactorPolicy.Required, true)]
    [InlineData(false, TwoFactorPolicy.Required, true)]
    public async Task An_administrator_who_is_let_in_only_until_tonight_is_no_way_in(bool isExempt, TwoFactorPolicy? after, bool refused)
    {
        var gijs = await node.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        await node.AddAuthenticatorAsync(gijs);
        await node.ChangeAsync(ada, who => who.PolicyOverride = after);
        if (isExempt)
        {
            await ExemptAsync(ada, after);
        }

        var outcome = await node.Get<Portal.Operators.OperatorDetails>().DeactivateAsync(await node.SignInAsync(ada), gijs.Id);

        Assert.Equal(refused ? Refusal.NoWayIn : null, outcome.Refused);
    }

    private Task<int> ExemptManyAsync(int many) => node.Contexts.WriteAsync(account.Id, db =>
    {
        db.Operators.AddRange(Enumerable.Range(0, many).Select(number =>
        {
            var who = NewOperators.Create(account.Id, $"Person {number}", $"{number}@example.com", OperatorRole.Basic, node.Clock.GetUtcNow());
            who.SetOverride(TwoFactorPolicy.Disabled, node.Clock.GetUtcNow(), ada.Id, Tonight);
            return who;
        }));
        return Task.FromResult(many);
    });

    private Task ExemptAsync(Operator whom, TwoFactorPolicy? after) => node.ChangeAsync(
        whom, who => (who.PolicyOverride, who.PolicyOverrideUntil, who.PolicyOverrideAfter) = (TwoFactorPolicy.Disabled, Tonight, after));

    private async Task AssertShownAsync(TwoFactorPolicy own, TwoFactorStatus status, DateTimeOffset? until)
    {
        var shown = (await node.Get<Snapshooter>().OperatorAsync(account.Id, anna.Id))!;
        Assert.Equal((own, status, until), (shown.Override, shown.Under(TwoFactorPolicy.Optional).Status, shown.OverrideUntil));
    }

    private Task<Operator> StoredAsync(Operator who) => node.ReadAsync(account.Id, db => db.Operators.SingleAsync(person => person.Id == who.Id));
}

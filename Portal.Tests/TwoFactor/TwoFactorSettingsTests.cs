using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.TwoFactor;

/// <summary>Administering the setting, at the service that every page goes through.</summary>
[OnEachDatabase]
public sealed class TwoFactorSettingsTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account account = null!;
    private Operator ada = null!;
    private Operator gijs = null!;
    private Operator anna = null!;

    private TwoFactorSettings Settings => node.Get<TwoFactorSettings>();

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        gijs = await node.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        anna = await node.AddOperatorAsync(account, "Anna");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Theory]
    [InlineData(TwoFactorPolicy.Required, null, TwoFactorPolicy.Required, false)]
    [InlineData(TwoFactorPolicy.Required, null, TwoFactorPolicy.Optional, true)]
    [InlineData(TwoFactorPolicy.Required, null, TwoFactorPolicy.Disabled, true)]
    [InlineData(TwoFactorPolicy.Optional, null, TwoFactorPolicy.Required, false)]
    [InlineData(TwoFactorPolicy.Optional, null, TwoFactorPolicy.Disabled, true)]
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Required, null, true)]
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Disabled, null, false)]
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Disabled, TwoFactorPolicy.Required, false)]
    [InlineData(TwoFactorPolicy.Disabled, TwoFactorPolicy.Required, TwoFactorPolicy.Optional, true)]
    [InlineData(TwoFactorPolicy.Disabled, TwoFactorPolicy.Required, null, true)]
    [InlineData(TwoFactorPolicy.Optional, null, TwoFactorPolicy.Optional, true)]
    [InlineData(TwoFactorPolicy.Disabled, null, TwoFactorPolicy.Disabled, true)]
    public async Task Weakening_an_override_asks_for_a_recent_proof_and_strengthening_does_not(
        TwoFactorPolicy accountDefault, TwoFactorPolicy? before, TwoFactorPolicy? after, bool asks)
    {
        await SetDefaultBehindAsync(accountDefault);
        await node.ChangeAsync(anna, who => who.PolicyOverride = before);
        await node.AddAuthenticatorAsync(gijs);
        var actor = await node.SignInAsync(ada);
        await node.ChangeAsync(ada, who => who.PolicyOverride = TwoFactorPolicy.Optional);
        node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));

        var outcome = await Settings.SetOverrideAsync(actor, anna.Id, after, null);

        Assert.Equal(asks ? Refusal.ProofNeeded : null, outcome.Refused);
        Assert.Equal(asks ? before : after, (await StoredAsync(anna)).PolicyOverride);
        if (asks)
        {
            Assert.Equal(ProofAnswer.Proven, await node.Get<RecentProof>().AnswerAsync(actor, PortalServices.Password));
            Assert.True((await Settings.SetOverrideAsync(actor, anna.Id, after, null)).IsDone);
        }
    }

    [Theory]
    [InlineData(10, null)]
    [InlineData(12, null)]
    [InlineData(13, Refusal.TooLate)]
    public async Task Undo_holds_for_ten_seconds_and_the_way_there(int seconds, Refusal? refused)
    {
        var actor = await node.SignInAsync(ada);
        var saved = (await Settings.SetOverrideAsync(actor, anna.Id, TwoFactorPolicy.Required, null)).Value!;
        node.Clock.Advance(TimeSpan.FromSeconds(seconds));

        var outcome = await Settings.UndoOverrideAsync(actor, anna.Id, saved);

        Assert.Equal(refused, outcome.Refused);
        Assert.Equal(refused is null ? null : TwoFactorPolicy.Required, (await StoredAsync(anna)).PolicyOverride);
    }

    [Fact]
    public async Task Undo_is_refused_after_somebody_elses_change_and_for_somebody_elses_change()
    {
        var (adas, gijss) = (await node.SignInAsync(ada), await node.SignInAsync(gijs));
        var saved = (await Settings.SetOverrideAsync(adas, anna.Id, TwoFactorPolicy.Required, null)).Value!;
        Assert.Equal(Refusal.ChangedMeanwhile, (await Settings.UndoOverrideAsync(gijss, anna.Id, saved)).Refused);

        Assert.True((await Settings.SetOverrideAsync(gijss, anna.Id, TwoFactorPolicy.Optional, saved.At)).IsDone);

        Assert.Equal(Refusal.ChangedMeanwhile, (await Settings.UndoOverrideAsync(adas, anna.Id, saved)).Refused);
        Assert.Equal(TwoFactorPolicy.Optional, (await StoredAsync(anna)).PolicyOverride);
    }

    [Fact]
    public async Task A_page_that_has_not_seen_the_last_change_overwrites_nothing()
    {
        var (adas, gijss) = (await node.SignInAsync(ada), await node.SignInAsync(gijs));
        Assert.True((await Settings.SetOverrideAsync(adas, anna.Id, TwoFactorPolicy.Required, null)).IsDone);

        var outcome = await Settings.SetOverrideAsync(gijss, anna.Id, TwoFactorPolicy.Disabled, null);

        Assert.Equal(Refusal.ChangedMeanwhile, outcome.Refused);
        Assert.Equal(TwoFactorPolicy.Required, (await StoredAsync(anna)).PolicyOverride);
    }

    [Fact]
    public async Task Of_two_administrators_on_one_operator_at_once_the_second_is_told()
    {
        var (adas, gijss) = (await node.SignInAsync(ada), await node.SignInAsync(gijs));

        var outcomes = await Task.WhenAll(
            Task.Run(() => Settings.SetOverrideAsync(adas, anna.Id, TwoFactorPolicy.Required, null)),
            Task.Run(() => Settings.SetOverrideAsync(gijss, anna.Id, TwoFactorPolicy.Disabled, null)));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Single(outcomes, outcome => outcome.Refused == Refusal.ChangedMeanwhile);
    }

    // Ada acts. What holds for her and for Gijs afterwards decides whether somebody can still get in.
    [Theory]
    [InlineData(null, false, null, false, TwoFactorPolicy.Required, Refusal.NoWayIn)]
    [InlineData(null, true, null, false, TwoFactorPolicy.Required, null)]
    [InlineData(null, false, null, true, TwoFactorPolicy.Required, null)]
    [InlineData(TwoFactorPolicy.Optional, false, null, false, TwoFactorPolicy.Required, null)]
    [InlineData(null, false, TwoFactorPolicy.Disabled, false, TwoFactorPolicy.Required, null)]
    [InlineData(TwoFactorPolicy.Required, false, TwoFactorPolicy.Required, false, TwoFactorPolicy.Required, null)]
    public async Task The_account_default_never_leaves_the_account_without_an_administrator_who_gets_in(
        TwoFactorPolicy? adasOwn, bool adaIsSetUp, TwoFactorPolicy? gijssOwn, bool gijsIsSetUp, TwoFactorPolicy clicked, Refusal? refused)
    {
        await node.ChangeAsync(ada, who => who.PolicyOverride = adasOwn);
        await node.ChangeAsync(gijs, who => who.PolicyOverride = gijssOwn);
        foreach (var who in new[] { (ada, adaIsSetUp), (gijs, gijsIsSetUp) }.Where(pair => pair.Item2))
        {
            await node.AddAuthenticatorAsync(who.Item1);
        }

        var outcome = await Settings.SetDefaultAsync(await node.SignInAsync(ada), clicked, null);

        // Where nobody had a way in before, as in the last line, nothing is taken away.
        Assert.Equal(refused, outcome.Refused);
    }

    [Fact]
    public async Task An_override_of_the_last_administrator_with_a_way_in_is_refused_too()
    {
        await node.ChangeAsync(gijs, who => who.PolicyOverride = TwoFactorPolicy.Required);

        var outcome = await Settings.SetOverrideAsync(await node.SignInAsync(ada), ada.Id, TwoFactorPolicy.Required, null);

        Assert.Equal(Refusal.NoWayIn, outcome.Refused);
        Assert.Null((await StoredAsync(ada)).PolicyOverride);
    }

    [Fact]
    public async Task Refusals_of_what_is_not_theirs_are_written_down_and_change_nothing()
    {
        var annas = await node.SignInAsync(anna);
        Assert.Equal(Refusal.NotAllowed, (await Settings.SetDefaultAsync(annas, TwoFactorPolicy.Disabled, null)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Settings.SetOverrideAsync(annas, anna.Id, TwoFactorPolicy.Disabled, null)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Settings.SetOverrideAsync(annas, ada.Id, TwoFactorPolicy.Disabled, null)).Refused);

        var entries = await node.ReadAsync(account.Id, db => db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync());
        Assert.Equal(
            [("AccountDefaultChanged", "Anna", null, "NotAllowed"), ("OverrideChanged", "Anna", "Anna", "NotAllowed"), ("OverrideChanged", "Anna", "Ada", "NotAllowed")],
            entries.Select(entry => (entry.Action, entry.ActorName, entry.SubjectName, entry.Refused)));
        Assert.Null((await StoredAsync(anna)).PolicyOverride);
        Assert.Null((await StoredAsync(ada)).PolicyOverride);
    }

    [Fact]
    public async Task A_session_that_is_over_changes_nothing()
    {
        var actor = await node.SignInAsync(ada);
        await node.Contexts.WriteAsync(account.Id, db => node.Get<Sessions>().EndAllAsync(db, ada.Id, SessionEnd.SignedOut));

        Assert.Equal(Refusal.SignedOut, (await Settings.SetOverrideAsync(actor, anna.Id, TwoFactorPolicy.Required, null)).Refused);
        Assert.Null((await StoredAsync(anna)).PolicyOverride);
    }

    [Fact]
    public async Task A_value_that_does_not_exist_is_refused()
    {
        var actor = await node.SignInAsync(ada);

        Assert.Equal(Refusal.Invalid, (await Settings.SetOverrideAsync(actor, anna.Id, (TwoFactorPolicy)4, null)).Refused);
        Assert.Equal(Refusal.Invalid, (await Settings.SetDefaultAsync(actor, 0, null)).Refused);
    }

    private Task<Operator> StoredAsync(Operator who) => node.ReadAsync(account.Id, db => db.Operators.SingleAsync(person => person.Id == who.Id));

    private Task<int> SetDefaultBehindAsync(TwoFactorPolicy policy) => node.Contexts.WriteAsync(account.Id, async db =>
    {
        (await db.Accounts.SingleAsync()).DefaultPolicy = policy;
        return 0;
    });
}

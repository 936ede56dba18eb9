using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.TwoFactor;

/// <summary>When an override ends and why there is one, at the service that the page goes through.</summary>
[OnEachDatabase]
public sealed class OverrideTermsTests : IAsyncLifetime
{
    private static readonly DateTimeOffset InThreeWeeks = new(2026, 12, 14, 23, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly ThatDay = new(2026, 12, 14);

    private PortalServices node = null!;
    private Account account = null!;
    private Operator ada = null!;
    private Operator gijs = null!;
    private Operator dirk = null!;

    private TwoFactorSettings Settings => node.Get<TwoFactorSettings>();

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        gijs = await node.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        dirk = await node.AddOperatorAsync(account, "Dirk", own: TwoFactorPolicy.Disabled);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Theory]
    [InlineData("Europe/Amsterdam", "2026-12-14", "2026-12-14T23:00:00Z")]
    [InlineData("Europe/Amsterdam", "2027-07-01", "2027-07-01T22:00:00Z")]
    [InlineData("Pacific/Auckland", "2026-12-14", "2026-12-14T11:00:00Z")]
    [InlineData("Africa/Cairo", "2027-04-29", "2027-04-29T22:00:00Z")]
    public async Task It_lapses_by_itself_when_its_last_day_is_over_where_the_account_is(string zone, string day, string end)
    {
        await ChangeAccountAsync(row => row.TimeZone = zone);
        var until = DateTimeOffset.Parse(end, CultureInfo.InvariantCulture);

        Assert.True((await SetAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture))).IsDone);

        node.Clock.Advance(until - node.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(1));
        Assert.Equal((TwoFactorPolicy.Disabled, until), await ShownAsync());
        node.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((null, null), await ShownAsync());
        Assert.Equal(1, await node.Get<OverrideLapses>().LookAsync(CancellationToken.None));
        var stored = await StoredAsync();
        Assert.Equal((null, null, null, null), (stored.PolicyOverride, stored.PolicyOverrideUntil, stored.PolicyOverrideAfter, stored.PolicyOverrideReason));
    }

    // It is a quarter past ten on 24 November 2026 where the account is.
    [Theory]
    [InlineData("2026-11-23", Refusal.Invalid)]
    [InlineData("2026-11-24", null)]
    [InlineData("2031-11-24", null)]
    [InlineData("2031-11-25", Refusal.Invalid)]
    [InlineData("9999-12-31", Refusal.Invalid)]
    public async Task The_last_day_is_today_or_later_and_at_most_five_years_ahead(string day, Refusal? refused) =>
        Assert.Equal(refused, (await SetAsync(DateOnly.Parse(day, CultureInfo.InvariantCulture))).Refused);

    [Theory]
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Disabled, null, null, 20, false)] // Shorter, of what asks for less than what follows.
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Disabled, 20, null, 10, false)]
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Disabled, 20, null, 30, true)] // Longer,
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Disabled, 20, null, null, true)] // and for good.
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Disabled, 20, TwoFactorPolicy.Required, 30, true)]
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Optional, 20, null, 30, true)] // The account may ask for more by then.
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Optional, 20, TwoFactorPolicy.Disabled, 30, false)]
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Required, null, null, 20, true)] // Shorter, of what asks for more.
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Required, 20, null, 10, true)]
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Required, 20, null, 30, false)]
    [InlineData(TwoFactorPolicy.Optional, TwoFactorPolicy.Required, 20, null, null, false)]
    [InlineData(TwoFactorPolicy.Required, TwoFactorPolicy.Required, null, null, 20, false)]
    [InlineData(TwoFactorPolicy.Required, TwoFactorPolicy.Required, 20, TwoFactorPolicy.Optional, 10, true)]
    public async Task Only_what_weakens_asks_for_a_recent_proof(
        TwoFactorPolicy accountDefault, TwoFactorPolicy own, int? formerDays, TwoFactorPolicy? after, int? days, bool asks)
    {
        await node.AddAuthenticatorAsync(gijs);
        await ChangeAccountAsync(row => row.DefaultPolicy = accountDefault);
        await node.ChangeAsync(dirk, who => (who.PolicyOverride, who.PolicyOverrideUntil, who.PolicyOverrideAfter) = (own, In(formerDays), after));
        var actor = await node.SignInAsync(ada);
        node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));

        var outcome = await Settings.SetOverrideTermsAsync(actor, dirk.Id, In(days) is { } end ? DayEnd.LastDay(end, Amsterdam) : null, "", null);

        Assert.Equal(asks ? Refusal.ProofNeeded : null, outcome.Refused);
        Assert.Equal(In(asks ? formerDays : days), (await StoredAsync()).PolicyOverrideUntil);
    }

    [Fact]
    public async Task A_reason_alone_asks_for_no_proof_moves_no_end_and_is_told_to_nobody()
    {
        var odd = InThreeWeeks.AddHours(-5);
        await node.ChangeAsync(dirk, who => who.PolicyOverrideUntil = odd);
        var actor = await node.SignInAsync(ada);
        node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));

        Assert.True((await Settings.SetOverrideTermsAsync(actor, dirk.Id, ThatDay, "  New phone ordered ", null)).IsDone);

        var stored = await StoredAsync();
        Assert.Equal(("New phone ordered", odd), (stored.PolicyOverrideReason, stored.PolicyOverrideUntil));
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task What_would_hold_again_is_kept_with_another_end_and_gone_once_it_lasts()
    {
        await node.ChangeAsync(dirk, who => (who.PolicyOverrideUntil, who.PolicyOverrideAfter) = (InThreeWeeks.AddDays(-7), TwoFactorPolicy.Required));

        await SetAsync(ThatDay);
        var longer = await StoredAsync();
        Assert.Equal((InThreeWeeks, TwoFactorPolicy.Required), (longer.PolicyOverrideUntil, longer.PolicyOverrideAfter));

        await SetAsync(null);
        var lasting = await StoredAsync();
        Assert.Equal((TwoFactorPolicy.Disabled, null, null), (lasting.PolicyOverride, lasting.PolicyOverrideUntil, lasting.PolicyOverrideAfter));

        await SetAsync(ThatDay);
        var again = await StoredAsync();
        Assert.Equal((InThreeWeeks, null), (again.PolicyOverrideUntil, again.PolicyOverrideAfter));
    }

    [Fact]
    public async Task It_is_written_down_and_told_with_its_end_and_Undo_puts_end_and_reason_back()
    {
        await node.ChangeAsync(dirk, who => (who.PolicyOverrideUntil, who.PolicyOverrideReason, who.PolicyOverrideToldUntil) = (InThreeWeeks.AddDays(-20), "Broken phone", InThreeWeeks.AddDays(-20)));
        var actor = await node.SignInAsync(ada);

        var saved = (await Settings.SetOverrideTermsAsync(actor, dirk.Id, ThatDay, "New phone ordered", null)).Value!;

        var entry = Assert.Single(await RecordAsync());
        Assert.Equal(
            ("OverrideChanged", "Ada", "Dirk", "Disabled until 2026-11-24T23:00:00.0000000+00:00", "Disabled until 2026-12-14T23:00:00.0000000+00:00", "New phone ordered"),
            (entry.Action, entry.ActorName, entry.SubjectName, entry.Before, entry.After, entry.Reason));
        var mail = Assert.Single(await MailsAsync());
        Assert.Equal((dirk.Id, "notice:OverrideChanged"), (mail.OperatorId, mail.Kind));
        var letter = (await node.Get<Portal.Mail.Letters>().WriteAsync(mail, account, link: null)).Text;
        Assert.Contains("Before: Disabled until 24 November 2026, 23:59", letter, StringComparison.Ordinal);
        Assert.Contains("Until: 14 December 2026, 23:59", letter, StringComparison.Ordinal);
        Assert.DoesNotContain("phone", letter, StringComparison.Ordinal);

        Assert.True((await Settings.UndoOverrideAsync(actor, dirk.Id, saved)).IsDone);

        var stored = await StoredAsync();
        Assert.Equal((InThreeWeeks.AddDays(-20), "Broken phone", InThreeWeeks.AddDays(-20)), (stored.PolicyOverrideUntil, stored.PolicyOverrideReason, stored.PolicyOverrideToldUntil));
        Assert.Empty(await MailsAsync());
    }

    [Fact]
    public async Task A_click_takes_end_and_reason_away_and_Undo_brings_them_back()
    {
        await SetAsync(ThatDay, "New phone ordered");
        var actor = await node.SignInAsync(ada);

        var saved = (await Settings.SetOverrideAsync(actor, dirk.Id, TwoFactorPolicy.Required, await StampAsync())).Value!;
        var clicked = await StoredAsync();
        Assert.Equal((TwoFactorPolicy.Required, null, null), (clicked.PolicyOverride, clicked.PolicyOverrideUntil, clicked.PolicyOverrideReason));

        Assert.True((await Settings.UndoOverrideAsync(actor, dirk.Id, saved)).IsDone);
        var undone = await StoredAsync();
        Assert.Equal((TwoFactorPolicy.Disabled, InThreeWeeks, "New phone ordered"), (undone.PolicyOverride, undone.PolicyOverrideUntil, undone.PolicyOverrideReason));
    }

    [Fact]
    public async Task An_exemption_that_ends_is_no_way_in()
    {
        await ChangeAccountAsync(row => row.DefaultPolicy = TwoFactorPolicy.Required);
        await node.ChangeAsync(ada, who => who.PolicyOverride = TwoFactorPolicy.Optional);

        var outcome = await Settings.SetOverrideTermsAsync(await node.SignInAsync(ada), ada.Id, ThatDay, "", null);

        Assert.Equal(Refusal.NoWayIn, outcome.Refused);
    }

    [Fact]
    public async Task What_has_changed_or_lapsed_meanwhile_is_not_overwritten()
    {
        var actor = await node.SignInAsync(ada);
        Assert.True((await Settings.SetOverrideTermsAsync(actor, dirk.Id, ThatDay, "", null)).IsDone);
        Assert.Equal(Refusal.ChangedMeanwhile, (await Settings.SetOverrideTermsAsync(await node.SignInAsync(gijs), dirk.Id, null, "mine", null)).Refused);

        node.Clock.Advance(InThreeWeeks - node.Clock.GetUtcNow());
        Assert.Equal(Refusal.ChangedMeanwhile, (await Settings.SetOverrideTermsAsync(await node.SignInAsync(ada), dirk.Id, null, "", await StampAsync())).Refused);
    }

    [Fact]
    public async Task Of_two_administrators_at_once_the_second_is_told()
    {
        var (adas, gijss) = (await node.SignInAsync(ada), await node.SignInAsync(gijs));

        var outcomes = await Task.WhenAll(
            Task.Run(() => Settings.SetOverrideTermsAsync(adas, dirk.Id, ThatDay, "hers", null)),
            Task.Run(() => Settings.SetOverrideTermsAsync(gijss, dirk.Id, ThatDay.AddDays(1), "his", null)));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Single(outcomes, outcome => outcome.Refused == Refusal.ChangedMeanwhile);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_of_the_account_may_and_what_does_not_fit_is_refused()
    {
        var elsewhere = await node.AddAccountAsync(name: "Elsewhere");
        var sven = await node.AddOperatorAsync(elsewhere, "Sven", OperatorRole.Administrator);

        Assert.Equal(Refusal.NotAllowed, (await Settings.SetOverrideTermsAsync(await node.SignInAsync(dirk), dirk.Id, null, "", null)).Refused);
        Assert.Equal(Refusal.NotFound, (await Settings.SetOverrideTermsAsync(await node.SignInAsync(sven), dirk.Id, ThatDay, "", null)).Refused);
        Assert.Equal(Refusal.Invalid, (await SetAsync(ThatDay, new string('x', Entry.LongestReason + 1))).Refused);
        Assert.Equal(Refusal.Invalid, (await SetAsync(ThatDay, "a\nb")).Refused);
        Assert.Equal(Refusal.AlreadySo, (await SetAsync(null)).Refused);
        Assert.Equal(Refusal.ChangedMeanwhile, (await Settings.SetOverrideTermsAsync(await node.SignInAsync(ada), gijs.Id, ThatDay, "", null)).Refused);
        Assert.Null((await StoredAsync()).PolicyOverrideUntil);
    }

    private static TimeZoneInfo Amsterdam => TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    private static DateTimeOffset? In(int? days) => days is { } number ? InThreeWeeks.AddDays(number - 20) : null;

    private async Task<Outcome<SavedSetting>> SetAsync(DateOnly? lastDay, string reason = "") =>
        await Settings.SetOverrideTermsAsync(await node.SignInAsync(ada), dirk.Id, lastDay, reason, await StampAsync());

    private async Task<DateTimeOffset?> StampAsync() => (await StoredAsync()).PolicyOverrideChangedAt;

    private async Task<(TwoFactorPolicy? Own, DateTimeOffset? Until)> ShownAsync()
    {
        var shown = (await node.Get<Snapshooter>().OperatorAsync(account.Id, dirk.Id))!;
        return (shown.Override, shown.OverrideUntil);
    }

    private Task<int> ChangeAccountAsync(Action<Account> change) => node.Contexts.WriteAsync(account.Id, async db =>
    {
        change(await db.Accounts.SingleAsync());
        return 0;
    });

    private Task<Operator> StoredAsync() => node.ReadAsync(account.Id, db => db.Operators.SingleAsync(person => person.Id == dirk.Id));

    private Task<List<AuditEntry>> RecordAsync() => node.ReadAsync(account.Id, db => db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync());

    private Task<List<MailMessage>> MailsAsync() => node.ReadAsync(account.Id, db => db.Mails.Where(mail => mail.CancelledAt == null).ToListAsync());
}

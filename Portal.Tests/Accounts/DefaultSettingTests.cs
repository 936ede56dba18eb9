using AngleSharp.Dom;
using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Accounts;

/// <summary>The account tab's setting, over the real services and a real SQLite.</summary>
[OnEachDatabase]
public sealed class DefaultSettingTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account account = null!;
    private Operator ada = null!;
    private Operator gijs = null!;
    private AuthenticatorKey gijsKey = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        gijs = await node.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        gijsKey = await node.AddAuthenticatorAsync(gijs);
        await node.AddOperatorAsync(account, "Anna");
        await node.AddOperatorAsync(account, "Dirk", own: TwoFactorPolicy.Disabled);
        await node.AddOperatorAsync(account, "Eva", login: LoginOptions.SingleSignOn);
        await node.AddOperatorAsync(account, "Finn", state: OperatorState.Invited);
        await node.AddOperatorAsync(account, "Weg", state: OperatorState.Deactivated);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task Each_value_says_before_anyone_clicks_what_it_would_mean_here_and_now()
    {
        await using var tab = await OpenAsync(ada);
        var page = tab.Render<DefaultSetting>();

        Assert.Equal(["2 set-up due at next sign-in", "1 ready", "1 own setting", "1 invited", "1 single sign-on"], ImpactOf(page, "Required"));
        Assert.Equal(["2 free to choose", "1 ready", "1 own setting", "1 invited", "1 single sign-on"], ImpactOf(page, "Optional"));
        Assert.Equal(["1 paused, key kept", "3 nothing set up", "0 own setting", "1 invited", "1 single sign-on"], ImpactOf(page, "Disabled"));
        Assert.Contains("6 operators, each counted once", page.Markup, StringComparison.Ordinal);
        Assert.Contains("Every operator, account administrators included, signs in with password and code.", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_saves_at_once_and_says_when_and_by_whom()
    {
        await using var tab = await OpenAsync(ada);
        var page = tab.Render<DefaultSetting>();

        await Radio(page, "Required").ChangeAsync(new() { Value = "on" });

        page.WaitForAssertion(() => Assert.Contains("Saved at 10:15 by you", StatusOf(page), StringComparison.Ordinal));
        Assert.Equal(TwoFactorPolicy.Required, await StoredAsync());
        Assert.True(Radio(page, "Required").HasAttribute("checked"));
    }

    [Fact]
    public async Task Undo_puts_it_back_and_is_there_for_ten_seconds()
    {
        await using var tab = await OpenAsync(ada);
        var page = tab.Render<DefaultSetting>();
        await Radio(page, "Required").ChangeAsync(new() { Value = "on" });
        page.WaitForAssertion(() => Assert.Contains("10 s", Undo(page)!.TextContent, StringComparison.Ordinal));

        await Undo(page)!.ClickAsync(new());

        page.WaitForAssertion(() => Assert.True(Radio(page, "Optional").HasAttribute("checked")));
        Assert.Equal(TwoFactorPolicy.Optional, await StoredAsync());
        Assert.Null(Undo(page));
    }

    [Fact]
    public async Task After_ten_seconds_Undo_goes_and_the_line_stays()
    {
        await using var tab = await OpenAsync(ada);
        var page = tab.Render<DefaultSetting>();
        await Radio(page, "Required").ChangeAsync(new() { Value = "on" });

        for (var second = 9; second >= 1; second--)
        {
            node.Clock.Advance(TimeSpan.FromSeconds(1));
            page.WaitForAssertion(() => Assert.Contains($"{second} s", Undo(page)!.TextContent, StringComparison.Ordinal));
        }

        node.Clock.Advance(TimeSpan.FromSeconds(1));
        page.WaitForAssertion(() => Assert.Null(Undo(page)));
        Assert.Contains("Saved at 10:15 by you", StatusOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undo_is_refused_if_it_changed_since()
    {
        await using var adas = await OpenAsync(ada);
        var page = adas.Render<DefaultSetting>();
        await Radio(page, "Required").ChangeAsync(new() { Value = "on" });
        var saved = await node.ReadAsync(account.Id, db => db.Accounts.SingleAsync());
        await using var his = await OpenAsync(gijs);
        await his.Renderer.Dispatcher.InvokeAsync(() => his.State.SetDefaultAsync(TwoFactorPolicy.Disabled));

        var outcome = await adas.Renderer.Dispatcher.InvokeAsync(
            () => adas.State.UndoDefaultAsync(new(TwoFactorPolicy.Optional, saved.DefaultPolicyChangedAt!.Value)));

        Assert.Equal(Portal.Security.Refusal.ChangedMeanwhile, outcome.Refused);
        Assert.Equal(TwoFactorPolicy.Disabled, await StoredAsync());
    }

    [Fact]
    public async Task Clicking_the_current_value_does_nothing()
    {
        await using var tab = await OpenAsync(ada);
        var page = tab.Render<DefaultSetting>();

        await Radio(page, "Optional").ChangeAsync(new() { Value = "on" });

        Assert.Equal("", StatusOf(page).Trim());
        Assert.Null((await node.ReadAsync(account.Id, db => db.Accounts.SingleAsync())).DefaultPolicyChangedAt);
        Assert.Empty(await node.ReadAsync(account.Id, db => db.AuditEntries.ToListAsync()));
    }

    [Fact]
    public async Task A_change_by_someone_else_appears_by_itself_and_says_who()
    {
        await using var adas = await OpenAsync(ada);
        var page = adas.Render<DefaultSetting>();
        await using var his = await OpenAsync(gijs);

        await his.Renderer.Dispatcher.InvokeAsync(() => his.State.SetDefaultAsync(TwoFactorPolicy.Required));

        page.WaitForAssertion(() => Assert.Contains("Changed at 10:15 by Gijs", StatusOf(page), StringComparison.Ordinal));
        Assert.True(Radio(page, "Required").HasAttribute("checked"));
        Assert.Null(Undo(page));
    }

    [Fact]
    public async Task A_change_that_the_page_has_not_shown_yet_is_never_overwritten()
    {
        await using var adas = await OpenAsync(ada);
        var stale = adas.State.Account.DefaultChanged?.At;
        await using var his = await OpenAsync(gijs);
        await his.Renderer.Dispatcher.InvokeAsync(() => his.State.SetDefaultAsync(TwoFactorPolicy.Required));

        var outcome = await node.Get<Portal.TwoFactor.TwoFactorSettings>().SetDefaultAsync(adas.State.Actor, TwoFactorPolicy.Disabled, stale);

        Assert.Equal(Portal.Security.Refusal.ChangedMeanwhile, outcome.Refused);
        Assert.Equal(TwoFactorPolicy.Required, await StoredAsync());
    }

    [Fact]
    public async Task Where_no_administrator_would_have_a_way_in_it_is_put_back_with_reason_and_remedy()
    {
        await node.ChangeAsync(gijs, person => person.State = OperatorState.Deactivated);
        await using var tab = await OpenAsync(ada);
        var page = tab.Render<DefaultSetting>();

        await Radio(page, "Required").ChangeAsync(new() { Value = "on" });

        page.WaitForAssertion(() => Assert.Contains("No administrator would have a way in", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Equal("Scan QR code", page.Find("[role=alert] button").TextContent.Trim());
        Assert.DoesNotContain("You have nothing set up yourself.", page.Markup, StringComparison.Ordinal);
        Assert.True(Radio(page, "Optional").HasAttribute("checked"));
        Assert.Equal(TwoFactorPolicy.Optional, await StoredAsync());
        var entry = Assert.Single(await node.ReadAsync(account.Id, db => db.AuditEntries.ToListAsync()));
        Assert.Equal("NoWayIn", entry.Refused);
    }

    [Fact]
    public async Task Towards_Disabled_a_proof_older_than_15_minutes_is_asked_for_anew_and_then_it_goes_on()
    {
        var actor = await node.SignInAsync(ada);
        await using var tab = await Tab.OpenAsync(node, actor);
        var dialogs = tab.RenderDialogs();
        var page = tab.Render<DefaultSetting>();
        node.Clock.Advance(TimeSpan.FromMinutes(16));

        var click = Radio(page, "Disabled").ChangeAsync(new() { Value = "on" });
        await dialogs.ProveAsync(PortalServices.Password);
        await click;

        page.WaitForAssertion(() => Assert.Contains("Saved at 10:31 by you", StatusOf(page), StringComparison.Ordinal));
        Assert.Equal(TwoFactorPolicy.Disabled, await StoredAsync());
    }

    [Fact]
    public async Task Who_closes_the_request_for_proof_changes_nothing()
    {
        var actor = await node.SignInAsync(ada);
        await using var tab = await Tab.OpenAsync(node, actor);
        var dialogs = tab.RenderDialogs();
        var page = tab.Render<DefaultSetting>();
        node.Clock.Advance(TimeSpan.FromMinutes(16));

        var click = Radio(page, "Disabled").ChangeAsync(new() { Value = "on" });
        await dialogs.PressAsync("Cancel");
        await click;

        page.WaitForAssertion(() => Assert.True(Radio(page, "Optional").HasAttribute("checked")));
        Assert.Equal(TwoFactorPolicy.Optional, await StoredAsync());
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task Required_warns_who_has_nothing_set_up_before_the_click_and_no_longer_once_the_banner_does()
    {
        await using var tab = await OpenAsync(ada);
        var page = tab.Render<DefaultSetting>();
        Assert.Contains("You have nothing set up yourself.", page.Markup, StringComparison.Ordinal);

        await Radio(page, "Required").ChangeAsync(new() { Value = "on" });

        page.WaitForAssertion(() => Assert.DoesNotContain("You have nothing set up yourself.", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_code_that_proves_is_spent_by_it()
    {
        var actor = await node.SignInAsync(gijs, SignInMethod.PasswordAndCode);
        var code = node.CodeOf(gijsKey);
        var proof = node.Get<Portal.Security.RecentProof>();

        Assert.Equal(Portal.Security.ProofAnswer.Proven, await proof.AnswerAsync(actor, code));
        Assert.Equal(Portal.Security.ProofAnswer.Wrong, await proof.AnswerAsync(actor, code));
    }

    private async Task<Tab> OpenAsync(Operator who) =>
        await Tab.OpenAsync(node, await node.SignInAsync(who, who == gijs ? SignInMethod.PasswordAndCode : SignInMethod.Password));

    private async Task<TwoFactorPolicy> StoredAsync() => (await node.ReadAsync(account.Id, db => db.Accounts.SingleAsync())).DefaultPolicy;

    private static IElement Radio(IRenderedComponent<DefaultSetting> page, string label) =>
        page.Find($"#{page.FindAll("label").Single(element => element.TextContent == label).GetAttribute("for")}");

    private static string StatusOf(IRenderedComponent<DefaultSetting> page) => page.Find("[role=status]").TextContent;

    private static IElement? Undo(IRenderedComponent<DefaultSetting> page) =>
        page.FindAll("button").SingleOrDefault(button => button.TextContent.StartsWith("Undo", StringComparison.Ordinal));

    private static string[] ImpactOf(IRenderedComponent<DefaultSetting> page, string label)
    {
        var choice = Radio(page, label).ParentElement!;
        return [.. choice.QuerySelectorAll("li").Select(item => string.Join(' ', item.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)))];
    }
}

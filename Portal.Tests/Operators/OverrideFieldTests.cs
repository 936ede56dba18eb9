using Bunit;
using Portal.Domain;
using Portal.Operators;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>The override on the operator page.</summary>
public sealed class OverrideFieldTests : ExampleCompany
{
    private const string Checkbox = "Override two-factor authentication settings";

    [Fact]
    public async Task Ticking_shows_the_three_values_with_the_one_that_holds_now_and_saves_nothing()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        Assert.Empty(page.FindAll("[role=radiogroup]"));
        Assert.Contains("Account default: Optional", RowOf(page, "Two-factor authentication setting"), StringComparison.Ordinal);

        await TickAsync(page, true);

        Assert.Equal(["Required", "Optional", "Disabled"], page.FindAll("[role=radiogroup] label").Select(label => label.TextContent.Trim()));
        Assert.Equal("Optional", Marked(page));
        Assert.Null((await StoredAsync(Anna)).PolicyOverrideChangedAt);
        Assert.Empty(await RecordAsync());
    }

    [Fact]
    public async Task Unticking_before_anything_was_clicked_saves_nothing_either()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await TickAsync(page, true);

        await TickAsync(page, false);

        Assert.Empty(page.FindAll("[role=radiogroup]"));
        Assert.Empty(await RecordAsync());
    }

    [Theory]
    [InlineData("Required", TwoFactorPolicy.Required)]
    [InlineData("Optional", TwoFactorPolicy.Optional)]
    [InlineData("Disabled", TwoFactorPolicy.Disabled)]
    public async Task A_click_saves_at_once_the_marked_value_too(string value, TwoFactorPolicy expected)
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await TickAsync(page, true);

        await ClickAsync(page, value);

        page.WaitForAssertion(() => Assert.Contains("Saved at 10:15 by you", TextOf(page), StringComparison.Ordinal));
        Assert.Equal(value, Marked(page));
        Assert.Equal(expected, (await StoredAsync(Anna)).PolicyOverride);
        var entry = Assert.Single(await RecordAsync());
        Assert.Equal(("OverrideChanged", "Ada", "Anna", null, value), (entry.Action, entry.ActorName, entry.SubjectName, entry.Before, entry.After));
    }

    [Fact]
    public async Task The_sentence_and_the_status_follow_the_click()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await TickAsync(page, true);

        await ClickAsync(page, "Required");

        page.WaitForAssertion(() => Assert.Contains(
            "Set-up due at next sign-in since today, 10:15 Required: Anna's own setting; the account default is Optional. "
                + "Anna signs in with a password and has nothing set up, so set-up starts at the next sign-in.",
            TextOf(page),
            StringComparison.Ordinal));
        Assert.Equal("Required:", page.FindAll("b").Single(bold => bold.TextContent.EndsWith(':')).TextContent);
    }

    [Fact]
    public async Task Clicking_the_current_value_does_nothing()
    {
        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Required);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);

        await ClickAsync(page, "Required");

        Assert.Empty(await RecordAsync());
        Assert.DoesNotContain("Saved", TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unticking_saves_no_override()
    {
        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Disabled);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        Assert.Equal("Disabled", Marked(page));

        await TickAsync(page, false);

        page.WaitForAssertion(() => Assert.Contains("Saved at 10:15 by you", TextOf(page), StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[role=radiogroup]"));
        Assert.Null((await StoredAsync(Anna)).PolicyOverride);
    }

    [Fact]
    public async Task Undo_puts_the_former_override_back_or_none()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await TickAsync(page, true);
        await ClickAsync(page, "Required");

        await page.WaitForElement("button.undo").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=radiogroup]")));
        Assert.Null((await StoredAsync(Anna)).PolicyOverride);
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.StartsWith("Undo", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_change_by_someone_else_appears_by_itself_and_says_who()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await using var his = await OpenAsync(Gijs);
        var hisPage = Show(his, Anna);

        await TickAsync(hisPage, true);
        await ClickAsync(hisPage, "Required");

        page.WaitForAssertion(() => Assert.Contains("Changed at 10:15 by Gijs", TextOf(page), StringComparison.Ordinal));
        Assert.Equal("Required", Marked(page));
        Assert.Contains("Required: Anna's own setting", TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_administrator_would_have_a_way_in_it_is_put_back_with_reason_and_remedy()
    {
        await Node.ChangeAsync(Gijs, who => who.State = OperatorState.Deactivated);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Ada);
        await TickAsync(page, true);

        await ClickAsync(page, "Required");

        page.WaitForAssertion(() => Assert.Contains(
            "Not saved. No administrator would have a way in", page.Find("[role=alert]").TextContent.Normal(), StringComparison.Ordinal));
        Assert.Equal("Scan QR code", page.Find("[role=alert] button").TextContent);
        Assert.Equal("Optional", Marked(page));
        Assert.Null((await StoredAsync(Ada)).PolicyOverride);
        Assert.Equal("NoWayIn", Assert.Single(await RecordAsync()).Refused);

        await page.Find("[role=alert] button").ClickAsync(new());
        Assert.Contains("set-up=open", tab.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Weakening_asks_for_a_proof_that_is_at_most_15_minutes_old_and_goes_on()
    {
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, Anna);
        await TickAsync(page, true);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var click = ClickAsync(page, "Disabled");
        await dialogs.ProveAsync(PortalServices.Password);
        await click;

        page.WaitForAssertion(() => Assert.Equal("Disabled", Marked(page)));
        Assert.Equal(TwoFactorPolicy.Disabled, (await StoredAsync(Anna)).PolicyOverride);
    }

    [Fact]
    public async Task Who_closes_the_request_for_proof_changes_nothing_and_is_told_nothing()
    {
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, Anna);
        await TickAsync(page, true);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var click = ClickAsync(page, "Disabled");
        await dialogs.PressAsync("Cancel");
        await click;

        page.WaitForAssertion(() => Assert.Equal("Optional", Marked(page)));
        Assert.Null((await StoredAsync(Anna)).PolicyOverride);
        Assert.Empty(page.FindAll("[role=alert]"));
    }

    [Fact]
    public async Task A_change_of_the_account_default_is_shown_at_once()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        Assert.Contains("Optional: the account default.", TextOf(page), StringComparison.Ordinal);
        await using var his = await OpenAsync(Gijs);

        await his.Renderer.Dispatcher.InvokeAsync(() => his.State.SetDefaultAsync(TwoFactorPolicy.Required));

        page.WaitForAssertion(() => Assert.Contains("Required: the account default.", TextOf(page), StringComparison.Ordinal));
        Assert.Contains("Account default: Required", TextOf(page), StringComparison.Ordinal);
        Assert.Contains("Set-up due at next sign-in since today, 10:15", TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_an_account_that_is_Disabled_an_override_is_kept_and_said_not_to_be_in_effect()
    {
        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Required);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);

        await tab.Renderer.Dispatcher.InvokeAsync(() => tab.State.SetDefaultAsync(TwoFactorPolicy.Disabled));

        page.WaitForAssertion(() => Assert.Contains("Not in effect: the account default is Disabled.", TextOf(page), StringComparison.Ordinal));
        Assert.Equal("Required", Marked(page));
        Assert.Equal(TwoFactorPolicy.Required, (await StoredAsync(Anna)).PolicyOverride);
    }

    [Fact]
    public async Task For_operators_by_single_sign_on_only_it_says_that_it_does_not_apply()
    {
        await Node.ChangeAsync(Anna, who => who.LoginOptions = LoginOptions.SingleSignOn);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);

        Assert.Contains("Does not apply: Anna signs in by single sign-on only.", TextOf(page), StringComparison.Ordinal);
        Assert.Empty(page.FindAll("input[type=checkbox]"));
    }

    [Fact]
    public async Task Who_is_no_administrator_sees_what_holds_and_no_override()
    {
        await using var tab = await OpenAsync(Anna);
        var page = Show(tab, (Guid?)null);

        Assert.Empty(page.FindAll("input[type=checkbox]"));
        Assert.Contains("Optional: the account default. You sign in with a password", TextOf(page), StringComparison.Ordinal);
    }

    private static Task TickAsync(IRenderedComponent<OperatorPage> page, bool value) => Labelled(page, Checkbox).ChangeAsync(new() { Value = value });

    private static Task ClickAsync(IRenderedComponent<OperatorPage> page, string value) => ChooseAsync(page, value);

    private static string Marked(IRenderedComponent<OperatorPage> page) =>
        page.FindAll("[role=radiogroup] label").Single(label => label.QuerySelector("input")!.HasAttribute("checked")).TextContent.Trim();
}

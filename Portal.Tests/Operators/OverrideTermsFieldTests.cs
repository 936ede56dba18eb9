using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Portal.Domain;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>End and reason of an override on the operator page, changed in place.</summary>
public sealed class OverrideTermsFieldTests : ExampleCompany
{
    private const string Change = "Change end and reason";
    private const string Setting = "Two-factor authentication setting";

    [Fact]
    public async Task They_stand_below_the_override_and_nowhere_without_one()
    {
        await using var tab = await OpenAsync(Ada);
        Assert.False(HasButton(Show(tab, Carla), Change));
        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Disabled);

        var page = Show(tab, Anna);

        Assert.Contains("EndsNever", RowOf(page, Setting), StringComparison.Ordinal);
        Assert.Contains("ReasonNone given", RowOf(page, Setting), StringComparison.Ordinal);
        await using var annas = await OpenAsync(Anna);
        Assert.False(HasButton(Show(annas, (Guid?)null), Change));
    }

    [Fact]
    public async Task Saved_they_show_at_once_here_and_on_every_open_page_and_Undo_puts_them_back()
    {
        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Disabled);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await using var his = await OpenAsync(Gijs);
        var hisPage = Show(his, Anna);
        await page.PressAsync(Change);
        Assert.Contains("It ends when that day is over (Europe/Amsterdam).", TextOf(page), StringComparison.Ordinal);

        await page.TypeAsync("Last day", "2026-12-14");
        await page.TypeAsync("Reason", "New phone ordered");
        await page.SubmitAsync();

        foreach (var shown in new[] { page, hisPage })
        {
            shown.Shows("14 Dec, 23:59 – then the account default holds");
            shown.Shows("New phone ordered");
        }

        page.Shows("Saved at 10:15 by you");
        hisPage.Shows("Changed at 10:15 by Ada");
        page.Shows("It holds until 14 Dec, 23:59; then the account default holds again, Optional.");
        Assert.Empty(page.FindAll("form"));
        var stored = await StoredAsync(Anna);
        Assert.Equal((new DateTimeOffset(2026, 12, 14, 23, 0, 0, TimeSpan.Zero), "New phone ordered"), (stored.PolicyOverrideUntil, stored.PolicyOverrideReason));

        await page.WaitForElement("button.undo").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("EndsNever", RowOf(page, Setting), StringComparison.Ordinal));
        hisPage.WaitForAssertion(() => Assert.Contains("ReasonNone given", RowOf(hisPage, Setting), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_form_opens_with_what_holds_Escape_leaves_it_and_an_empty_day_means_never()
    {
        await Node.ChangeAsync(Anna, who => (who.PolicyOverride, who.PolicyOverrideUntil, who.PolicyOverrideReason) =
            (TwoFactorPolicy.Required, new DateTimeOffset(2026, 12, 14, 23, 0, 0, TimeSpan.Zero), "Handles payments"));
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await page.PressAsync(Change);
        Assert.Equal(("2026-12-14", "Handles payments"), (page.Field("Last day").GetAttribute("value"), page.Field("Reason").GetAttribute("value")));
        await page.TypeAsync("Reason", "Something else");
        await page.OnAsync(() => page.Field("Reason"), field => field.TriggerEventAsync("onkeydown", new KeyboardEventArgs { Key = "Escape" }));
        Assert.Empty(page.FindAll("form"));

        await page.PressAsync(Change);
        await page.TypeAsync("Last day", "");
        await page.SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("EndsNever", RowOf(page, Setting), StringComparison.Ordinal));
        Assert.Equal((null, "Handles payments"), ((await StoredAsync(Anna)).PolicyOverrideUntil, (await StoredAsync(Anna)).PolicyOverrideReason));
    }

    [Theory]
    [InlineData("2026-11-23", "", "Choose a day from today on, at most 5 years ahead")]
    [InlineData("2031-11-25", "", "Choose a day from today on, at most 5 years ahead")]
    [InlineData("2026-12-14", "\u0007", "characters")]
    public async Task What_does_not_fit_is_said_beside_it_and_saves_nothing(string day, string reason, string said)
    {
        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Disabled);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await page.PressAsync(Change);
        await page.TypeAsync("Last day", day);
        await page.TypeAsync("Reason", $"So{reason}");

        await page.SubmitAsync();

        page.Shows(said);
        Assert.Equal(day, page.Field("Last day").GetAttribute("value"));
        Assert.Null((await StoredAsync(Anna)).PolicyOverrideUntil);
    }

    [Fact]
    public async Task What_weakens_asks_for_proof_and_whoever_closes_the_request_keeps_what_was_typed()
    {
        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Required);
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, Anna);
        await page.PressAsync(Change);
        await page.TypeAsync("Last day", "2026-12-14");
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var save = page.SubmitAsync();
        await dialogs.PressAsync("Cancel");
        await save;
        Assert.Equal("2026-12-14", page.Field("Last day").GetAttribute("value"));
        Assert.Empty(page.FindAll("[role=alert]"));

        save = page.SubmitAsync();
        await dialogs.ProveAsync(PortalServices.Password);
        await save;

        page.Shows("14 Dec, 23:59 – then the account default holds");
    }

    [Fact]
    public async Task What_another_has_changed_since_the_form_was_opened_is_not_overwritten()
    {
        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Disabled);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await page.PressAsync(Change);
        await page.TypeAsync("Reason", "New phone ordered");

        // The page follows what Gijs does; the form stays open on top of what stood there before.
        var gijs = await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode);
        Assert.True((await Node.Get<TwoFactorSettings>().SetOverrideTermsAsync(gijs, Anna.Id, new(2026, 12, 14), "Handles payments", null)).IsDone);
        page.Shows("Changed at 10:15 by Gijs");
        await page.SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Not saved.", page.Find("[role=alert]").TextContent.Normal(), StringComparison.Ordinal));
        var stored = await StoredAsync(Anna);
        Assert.Equal((new DateTimeOffset(2026, 12, 14, 23, 0, 0, TimeSpan.Zero), "Handles payments"), (stored.PolicyOverrideUntil, stored.PolicyOverrideReason));
    }

    [Fact]
    public async Task Where_no_way_in_would_be_left_the_field_says_so_and_nothing_is_changed()
    {
        await Node.ChangeAsync(Gijs, who => who.State = OperatorState.Deactivated);
        await Node.ChangeAsync(Ada, who => who.PolicyOverride = TwoFactorPolicy.Optional);
        await using var tab = await OpenAsync(Ada);
        await tab.Renderer.Dispatcher.InvokeAsync(() => tab.State.SetDefaultAsync(TwoFactorPolicy.Required));
        var page = Show(tab, Ada);
        await page.PressAsync(Change);
        await page.TypeAsync("Last day", "2026-12-14");

        await page.SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Not saved. No administrator would have a way in", page.Find("[role=alert]").TextContent.Normal(), StringComparison.Ordinal));
        Assert.Null((await StoredAsync(Ada)).PolicyOverrideUntil);
    }
}

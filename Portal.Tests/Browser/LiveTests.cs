using Microsoft.Playwright;
using Portal.Domain;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Everything live across browsers: what one changes, the others show without a reload, each in its own language. How soon is measured in Benchmarks.</summary>
public sealed class LiveTests(BrowserFixture browsers)
{
    [Fact]
    public async Task A_change_of_the_default_reaches_account_tab_operator_page_list_and_banner_in_each_ones_language()
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await using var gijs = await Person.OpenAsync(browsers, app, dutch: true);
        await using var anna = await Person.OpenAsync(browsers, app, dutch: true);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/account/settings");
        await gijs.ArriveAsync("gijs@example.com", PortalApp.PhoneOf("gijs@example.com"));
        await gijs.VisitAsync("/operators");
        await anna.ArriveAsync("anna@example.com");
        var gijsOnAnna = await gijs.Context.NewPageAsync();
        await gijsOnAnna.GotoAsync(new Uri(app.BaseAddress, $"/operators/{(await app.FindAsync("anna@example.com")).Id}").ToString());
        await gijsOnAnna.Locator("[data-ready=true]").WaitForAsync();
        var gijsOnTheTab = await gijs.Context.NewPageAsync();
        await gijsOnTheTab.GotoAsync(new Uri(app.BaseAddress, "/account/settings").ToString());
        await gijsOnTheTab.Locator("[data-ready=true]").WaitForAsync();

        await ada.Radio("Required", "Vereist").CheckAsync();
        await Expect(ada.Page.GetByText("Saved at")).ToBeVisibleAsync();

        // The tab says who; the operator page, the list and the banner say what it means.
        await Expect(gijsOnTheTab.GetByText("door Ada")).ToBeVisibleAsync();
        await Expect(gijsOnTheTab.GetByRole(AriaRole.Radio, new() { Name = "Vereist" })).ToBeCheckedAsync();
        await Expect(gijsOnAnna.GetByText("Instellen bij de volgende login").First).ToBeVisibleAsync();
        await Expect(gijs.Page.GetByRole(AriaRole.Row, new() { Name = "Anna" }).GetByText("Instellen bij de volgende login")).ToBeVisibleAsync();
        await Expect(anna.Page.GetByText("Tweefactorauthenticatie is nu vereist en u hebt niets ingesteld.")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText("Two-factor authentication is now required and you have nothing set up.")).ToBeVisibleAsync();

        // Ada's pages stay English, everybody else's Dutch.
        Assert.DoesNotContain("Opgeslagen", await ada.Page.InnerTextAsync("body"), StringComparison.Ordinal);
        Assert.DoesNotContain("Set-up due", await gijsOnAnna.InnerTextAsync("body"), StringComparison.Ordinal);
        await BrowserFixture.ShotAsync(gijsOnTheTab, "live-changed-by-ada-nl");
        await BrowserFixture.ShotAsync(anna.Page, "live-banner-nl");
        ada.AssertQuiet();
        gijs.AssertQuiet();
        anna.AssertQuiet();
    }

    [Fact]
    public async Task A_change_of_an_override_reaches_the_operators_own_page_and_the_numbers()
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await using var anna = await Person.OpenAsync(browsers, app, dutch: true);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/account/settings");
        await anna.ArriveAsync("anna@example.com");
        var onAnna = await ada.Context.NewPageAsync();
        await onAnna.GotoAsync(new Uri(app.BaseAddress, $"/operators/{(await app.FindAsync("anna@example.com")).Id}").ToString());
        await onAnna.Locator("[data-ready=true]").WaitForAsync();
        Assert.Equal(2, await ada.ImpactAsync("Required", "own setting"));

        await onAnna.GetByRole(AriaRole.Checkbox, new() { Name = "Override two-factor authentication settings" }).CheckAsync();
        await onAnna.GetByRole(AriaRole.Radio, new() { Name = "Required" }).ClickAsync();

        await Expect(anna.Page.GetByText("Tweefactorauthenticatie is nu vereist en u hebt niets ingesteld.")).ToBeVisibleAsync();
        await Expect(ada.Page.Locator(".choice").First.GetByText("3 own setting")).ToBeVisibleAsync();
        Assert.Equal(TwoFactorPolicy.Required, (await app.FindAsync("anna@example.com")).PolicyOverride);
    }

    [Fact]
    public async Task A_sign_in_shows_in_a_list_that_is_open_and_is_said_in_a_log_that_is_open()
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators");
        var log = await ada.Context.NewPageAsync();
        await log.GotoAsync(new Uri(app.BaseAddress, "/audit").ToString());
        await log.Locator("[data-ready=true]").WaitForAsync();
        var anna = ada.Page.GetByRole(AriaRole.Row, new() { Name = "Anna" });
        await Expect(anna.GetByText("Never signed in")).ToBeVisibleAsync();

        await app.SignInAsync("anna@example.com");

        await Expect(anna.GetByText("Today, ")).ToBeVisibleAsync();
        await Expect(log.GetByRole(AriaRole.Button, new() { Name = "1 new entry" })).ToBeVisibleAsync();
        ada.AssertQuiet();
    }

    [Fact]
    public async Task A_demotion_closes_administrators_pages_that_are_open()
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await using var gijs = await Person.OpenAsync(browsers, app);
        await gijs.ArriveAsync("gijs@example.com", PortalApp.PhoneOf("gijs@example.com"));
        await gijs.VisitAsync("/account/settings");
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync($"/operators/{(await app.FindAsync("gijs@example.com")).Id}");

        await ada.Button("Change role", "Rol wijzigen").ClickAsync();
        await ada.Page.GetByLabel("Role", new() { Exact = true }).SelectOptionAsync(new SelectOptionValue { Label = "Operator" });
        await ada.Button("Save", "Opslaan").ClickAsync();

        await Expect(gijs.Heading("This page is for account administrators", "")).ToBeVisibleAsync();
        await gijs.LookAsync("administrators-only");
    }
}

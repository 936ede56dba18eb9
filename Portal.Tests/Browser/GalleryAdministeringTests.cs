using Microsoft.Playwright;
using Portal.Domain;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Every page of an administrator, in each of its states.</summary>
public sealed class GalleryAdministeringTests(BrowserFixture browsers)
{
    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task The_account(string language, bool dark, bool phone)
    {
        var clock = Person.NewClock();
        await using var app = new PortalApp(clock);
        await using var ada = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await ada.ArriveAsync("admin@example.com");
        await Expect(ada.Heading(() => Words.Overview)).ToBeVisibleAsync();
        await ada.SeeAsync("overview");
        if (phone)
        {
            await ada.Button(() => Words.MainMenu).ClickAsync();
        }

        await ada.Page.Locator("#name-button").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();
        await ada.SeeAsync("name-menu");

        await ada.VisitAsync("/account/settings");
        await ada.SeeAsync("account-settings");
        await ada.Button(() => Words.ChangeOf(Words.AccountName)).ClickAsync();
        await ada.Field(() => Words.AccountName).FillAsync("");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Text(() => Words.NameFault(Entry.LongestName))).ToBeVisibleAsync();
        await ada.SeeAsync("account-settings-name-wrong");
        await ada.Field(() => Words.AccountName).FillAsync("Another Company");
        await LeaveAsync(ada);
        await Expect(ada.Heading(() => Words.LeaveQuestion)).ToBeVisibleAsync();
        await ada.SeeAsync("leave-unsaved");
        await ada.Button(() => Words.StayHere).ClickAsync();
        await ada.VisitAsync("/account/settings");

        await ada.Radio(() => Words.Required).CheckAsync();
        await Expect(ada.Page.Locator(".undo")).ToBeVisibleAsync();
        await ada.SeeAsync("account-settings-required");

        // Nobody but Ada is left, and she has nothing set up.
        await ada.Radio(() => Words.Optional).CheckAsync();
        await app.ChangeAsync("gijs@example.com", gijs => gijs.State = OperatorState.Deactivated);
        await ada.VisitAsync("/account/settings");
        await ada.Radio(() => Words.Required).ClickAsync();
        await Expect(ada.Text(() => Words.RefusedNoWayIn)).ToBeVisibleAsync();
        await ada.SeeAsync("account-settings-refused");
        clock.Advance(TimeSpan.FromMinutes(16));
        await ada.Radio(() => Words.Disabled).ClickAsync();
        await Expect(ada.Heading(() => Words.ProofTitle)).ToBeVisibleAsync();
        await ada.SeeAsync("proof-by-password");
        await ada.ProveAsync();
        await Expect(ada.Page.Locator(".undo")).ToBeVisibleAsync();
        await ada.SeeAsync("account-settings-disabled");

        await ada.VisitAsync("/operators/00000000-0000-0000-0000-000000000000");
        await Expect(ada.Heading(() => Words.NothingHere)).ToBeVisibleAsync();
        await ada.SeeAsync("nothing-here");
        clock.Advance(TimeSpan.FromMinutes(28));
        await Expect(ada.Page.GetByRole(AriaRole.Alertdialog)).ToBeVisibleAsync();
        await ada.SeeAsync("still-there");
        ada.AssertQuiet("404");
    }

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task What_needs_attention(string language, bool dark, bool phone)
    {
        var clock = Person.NewClock();
        await using var app = new PortalApp(clock);
        await using var gijs = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await using var carla = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await carla.SignInAsync("carla@example.com");
        await carla.GoAsync("/sign-in/help");
        await carla.Button(() => Words.AskForHelp).ClickAsync();
        await Expect(carla.Heading(() => Words.HelpAskedTitle)).ToBeVisibleAsync();
        await gijs.ArriveAsync("gijs@example.com", PortalApp.PhoneOf("gijs@example.com"));
        await Expect(gijs.Text(() => Words.AsksForHelp("Carla"))).ToBeVisibleAsync();
        await gijs.SeeAsync("overview-needs-attention");
        await gijs.Button(() => Words.AnswerOf("Carla")).ClickAsync();
        await Expect(gijs.Heading(() => Words.AnswerQuestion("Carla"))).ToBeVisibleAsync();
        await gijs.SeeAsync("answer");
        await gijs.Button(() => Words.NoCodeUntilTonight).ClickAsync();
        await Expect(gijs.Text(() => Words.AsksForHelp("Carla"))).ToBeHiddenAsync();
        await gijs.VisitAsync($"/operators/{(await app.FindAsync("carla@example.com")).Id}");
        await gijs.SeeAsync("operator-exempt-until-tonight");
        gijs.AssertQuiet();
    }

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task Coverage_and_all_that_can_need_attention(string language, bool dark, bool phone)
    {
        await using var app = new PortalApp(Person.NewClock());
        await using var gijs = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await gijs.ArriveAsync("gijs@example.com", PortalApp.PhoneOf("gijs@example.com"));
        await Overview.AddEverythingAsync(app);
        await gijs.VisitAsync("/overview");
        await Expect(gijs.Page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await gijs.SeeAsync("overview-everything");
        await gijs.Button(() => Words.AsTable).ClickAsync();
        await Expect(gijs.Page.GetByRole(AriaRole.Table)).ToBeVisibleAsync();
        await gijs.SeeAsync("overview-table");
        await Overview.SettleAsync(app);
        await gijs.VisitAsync("/overview");
        await Expect(gijs.Text(() => Words.NothingNeedsAttention)).ToBeVisibleAsync();
        await gijs.SeeAsync("overview-nothing");
        gijs.AssertQuiet();
    }

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task The_operators(string language, bool dark, bool phone)
    {
        await using var app = new PortalApp(Person.NewClock());
        await using var ada = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        var dialog = ada.Page.GetByRole(AriaRole.Dialog);
        ILocator InDialog(Func<string> words) => dialog.GetByRole(AriaRole.Button, new() { Name = ada.Say(words), Exact = true });
        async Task OpenAsync(string email) => await ada.VisitAsync($"/operators/{(await app.FindAsync(email)).Id}");
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators");
        await ada.SeeAsync("operators");

        await ada.Button(() => Words.AddOperator).ClickAsync();
        await InDialog(() => Words.SendInvitation).ClickAsync();
        await Expect(dialog.GetByText(ada.Say(() => Words.EnterTheirEmail))).ToBeVisibleAsync();
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = ada.Say(() => Words.OverrideTwoFactor) }).CheckAsync();
        await ada.SeeAsync("add-operator-empty");
        await dialog.GetByLabel(ada.Say(() => Words.Name), new() { Exact = true }).FillAsync("Noor");
        await dialog.GetByLabel(ada.Say(() => Words.Email), new() { Exact = true }).FillAsync("noor@example.com");
        await InDialog(() => Words.SendInvitation).ClickAsync();
        await Expect(ada.Heading(() => Words.InvitedDone("Noor"))).ToBeVisibleAsync();
        await ada.SeeAsync("add-operator-invited");
        await InDialog(() => Words.Done).ClickAsync();

        await OpenAsync("noor@example.com");
        await ada.SeeAsync("operator-invited");
        await ada.Button(() => Words.HandOverLink).ClickAsync();
        await Expect(InDialog(() => Words.HandOverLink)).ToBeVisibleAsync();
        await ada.SeeAsync("hand-over");
        await InDialog(() => Words.HandOverLink).ClickAsync();
        await Expect(ada.Heading(() => Words.HandOverTitle("Noor"))).ToBeVisibleAsync();
        await ada.SeeAsync("handed-over");
        await InDialog(() => Words.Done).ClickAsync();
        await ada.Button(() => Words.RevokeInvitation).ClickAsync();
        await Expect(ada.Heading(() => Words.RevokeQuestion("Noor"))).ToBeVisibleAsync();
        await ada.SeeAsync("revoke-invitation");
        await InDialog(() => Words.Cancel).ClickAsync();

        // Somebody with nothing, with an own setting, by single sign-on only, and with everything.
        await OpenAsync("anna@example.com");
        await ada.SeeAsync("operator-nothing-set-up");
        await ada.Page.GetByRole(AriaRole.Checkbox, new() { Name = ada.Say(() => Words.OverrideTwoFactor) }).CheckAsync();
        await ada.Radio(() => Words.Required).ClickAsync();
        await Expect(ada.Page.Locator(".undo")).ToBeVisibleAsync();
        await ada.Button(() => Words.SendSetUpLink).ClickAsync();
        await Expect(ada.Page.GetByText(ada.Say(() => Words.SetUpLinkMail("anna@example.com")))).ToBeVisibleAsync();
        await ada.SeeAsync("operator-own-setting");
        await ada.Button(() => Words.HandOverSetUpLink).ClickAsync();
        await Expect(ada.Page.Locator(".handed")).ToBeVisibleAsync();
        await ada.SeeAsync("operator-link-handed-over");
        await ada.Button(() => Words.ChangeOf(Words.OverrideTerms)).ClickAsync();
        await ada.Field(() => Words.OverrideLastDay).FillAsync(app.Now.AddDays(20).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await ada.Field(() => Words.Reason).FillAsync("Handles payments until the new year");
        await ada.SeeAsync("operator-override-terms");
        await ada.Button(() => Words.Save).ClickAsync();
        await Expect(ada.Field(() => Words.OverrideLastDay)).ToBeHiddenAsync();
        await ada.SeeAsync("operator-override-ends");
        await OpenAsync("eva@example.com");
        await ada.SeeAsync("operator-single-sign-on");
        await OpenAsync("carla@example.com");
        await ada.SeeAsync("operator-active");
        await ada.Button(() => Words.ChangeOf(Words.Role)).ClickAsync();
        await ada.SeeAsync("operator-role");
        await ada.Button(() => Words.Cancel).ClickAsync();
        await ada.Button(() => Words.Deactivate).ClickAsync();
        await Expect(InDialog(() => Words.Deactivate)).ToBeVisibleAsync();
        await ada.SeeAsync("deactivate");
        await InDialog(() => Words.Cancel).ClickAsync();
        await ada.Button(() => Words.ResetTwoFactor).ClickAsync();
        await Expect(ada.Heading(() => Words.ResetQuestion("Carla"))).ToBeVisibleAsync();
        await dialog.GetByText(ada.Say(() => Words.ReasonOther), new() { Exact = true }).ClickAsync();
        await ada.SeeAsync("reset");
        await InDialog(() => Words.ResetTwoFactor).ClickAsync();
        await Expect(InDialog(() => Words.Done)).ToBeVisibleAsync();
        await ada.SeeAsync("reset-done");
        await InDialog(() => Words.Done).ClickAsync();
        await ada.Button(() => Words.Deactivate).ClickAsync();
        await InDialog(() => Words.Deactivate).ClickAsync();
        await Expect(ada.Button(() => Words.Reactivate)).ToBeVisibleAsync();
        await ada.SeeAsync("operator-deactivated");
        await ada.Button(() => Words.DeleteOperator).ClickAsync();
        await Expect(ada.Heading(() => Words.DeleteQuestion("Carla"))).ToBeVisibleAsync();
        await ada.SeeAsync("delete-operator");
        await InDialog(() => Words.DeleteOperator).ClickAsync();
        await Expect(ada.Heading(() => Words.Operators)).ToBeVisibleAsync();
        ada.AssertQuiet();
    }

    // Whatever leads away from a page: on a phone the menu is behind a button.
    private static async Task LeaveAsync(Person who)
    {
        if (who.Look.Phone)
        {
            await who.Button(() => Words.MainMenu).ClickAsync();
        }

        await who.Page.GetByRole(AriaRole.Navigation, new() { Name = who.Say(() => Words.MainMenu) })
            .GetByRole(AriaRole.Link, new() { Name = who.Say(() => Words.Overview) }).ClickAsync();
    }
}

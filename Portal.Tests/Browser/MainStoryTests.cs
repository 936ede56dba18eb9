using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>
/// The main job, end to end, in a real browser with an authenticator that shares no code with Portal: an administrator requires
/// two-factor authentication, sets it up, signs in with its code, and resets an operator.
/// </summary>
public sealed class MainStoryTests(BrowserFixture browsers)
{
    [Theory]
    [InlineData("en", false, false)]
    [InlineData("nl-dark-phone", true, true)]
    public async Task An_administrator_requires_it_sets_it_up_signs_in_with_a_code_and_resets_an_operator(string name, bool dark, bool phone)
    {
        var clock = Person.NewClock();
        await using var app = new PortalApp(clock);
        await using var ada = await Person.OpenAsync(browsers, app, dutch: dark, dark, phone);
        Task<byte[]> Look(string screen) => ada.LookAsync($"story-{name}/{screen}");

        await ada.GoAsync("/");
        await Look("01-sign-in");
        await ada.ArriveAsync("admin@example.com");
        await Expect(ada.Heading("Overview", "Overzicht")).ToBeVisibleAsync();
        await Look("02-overview");
        await ada.VisitAsync("/operators");
        await Expect(ada.Heading("Operators", "Operators")).ToBeVisibleAsync();
        await Look("02-operators");

        // The account's setting: what it would mean, the click, what it means.
        await ada.VisitAsync("/account/settings");
        await Look("03-account-settings");
        var required = ada.Say("Required", "Vereist");
        Assert.Equal(2, await ada.ImpactAsync(required, ada.Say("set-up due", "instellen bij")));
        await ada.Radio("Required", "Vereist").CheckAsync();
        await Expect(ada.Page.GetByText(ada.Say("Saved at", "Opgeslagen om"))).ToBeVisibleAsync();
        await Expect(ada.Button("Scan QR code", "Scan de QR-code")).ToBeVisibleAsync();
        await Look("04-required");

        // Set-up, from the banner: the QR code is read from the screen.
        await ada.Button("Scan QR code", "Scan de QR-code").ClickAsync();
        await Expect(ada.Button("Next", "Volgende")).ToBeVisibleAsync();
        await Look("05-scan");
        var picture = ada.Page.GetByRole(AriaRole.Img);
        await picture.ScrollIntoViewIfNeededAsync();
        var scanned = PretendPhone.FromUri(await PretendPhone.ScanAsync(await BrowserFixture.ShotAsync(ada.Page, $"story-{name}/05-scan-qr")));
        Assert.Equal(("Portal", "admin@example.com", "SHA1", 6, 30), (scanned.Issuer, scanned.Account, scanned.Algorithm, scanned.Digits, scanned.Period));

        await ada.Link("Can't scan? Enter the key by hand", "Scannen lukt niet? Voer de sleutel handmatig in").ClickAsync();
        await Expect(ada.Page.GetByText(scanned.Key[..4], new() { Exact = true })).ToBeVisibleAsync();
        await Look("06-by-hand");
        await ada.Button("Next", "Volgende").ClickAsync();
        await ada.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(await scanned.CodeAsync(app.Now.AddMinutes(-4)));
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByText(ada.Say("about 4 minutes behind", "ongeveer 4 minuten achter"))).ToBeVisibleAsync();
        await Look("07-wrong-code");

        // A reload opens the wizard again at its step.
        await ada.Page.ReloadAsync();
        await ada.ReadyAsync();
        await ada.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(await scanned.CodeAsync(app.Now));
        await ada.Button("Finish", "Voltooien").ClickAsync();
        await Expect(ada.Heading("Two-factor authentication is active", "Tweefactorauthenticatie is actief")).ToBeVisibleAsync();
        await Look("08-finished");
        Assert.DoesNotContain(scanned.Key, await ada.Page.ContentAsync(), StringComparison.Ordinal);
        var recovery = await ada.Page.Locator(".rc li").AllInnerTextsAsync();
        await ada.Button("Done", "Klaar").ClickAsync();
        await Expect(ada.Page.GetByText(ada.Say("you have nothing set up", "u hebt niets ingesteld"))).ToBeHiddenAsync();

        // Nobody asked for a second code: the session goes on, and one's own page says Active.
        await ada.VisitAsync("/me");
        await Expect(ada.Page.GetByText(ada.Say("Active", "Actief"), new() { Exact = true })).ToBeVisibleAsync();
        await Look("09-user-settings");

        // From now on each sign-in needs a code, and each code works once.
        await SignOutAsync(ada, name, phone);
        await ada.SignInAsync("admin@example.com");
        await Expect(ada.Page.GetByLabel("Code", new() { Exact = true })).ToBeVisibleAsync();
        await Look("10-code");
        await ada.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(await scanned.CodeAsync(app.Now));
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByText(ada.Say("Wrong or already used. Wait for the next code.", "Onjuist of al gebruikt. Wacht op de volgende code."))).ToBeVisibleAsync();
        await Look("11-code-used");

        // Without the phone: a recovery code, each of which works once too.
        await ada.Page.GetByText(ada.Say("I don't have my phone", "Ik heb mijn telefoon niet")).ClickAsync();
        await ada.Page.GetByLabel(ada.Say("Recovery code", "Herstelcode"), new() { Exact = true }).FillAsync("3K7QP-XM4TD");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Page.GetByText(ada.Say("Try another recovery code.", "Probeer een andere herstelcode."))).ToBeVisibleAsync();
        await Look("11-recovery-code-wrong");
        await ada.Page.GetByLabel(ada.Say("Recovery code", "Herstelcode"), new() { Exact = true }).FillAsync(recovery[0].ToLowerInvariant());
        await ada.Button("Sign in with a recovery code", "Inloggen met een herstelcode").ClickAsync();
        await ada.ReadyAsync();
        await ada.VisitAsync("/me");
        await Expect(ada.Page.GetByText(ada.Say("Is the phone gone?", "Is de telefoon weg?"))).ToBeVisibleAsync();
        await Expect(ada.Page.GetByText(ada.Say("9 of 10 left.", "Nog 9 van 10 over."))).ToBeVisibleAsync();
        await Look("11-phone-gone");
        clock.Advance(TimeSpan.FromMinutes(16));
        await ada.Button("New codes", "Nieuwe codes").ClickAsync();
        await ada.Button("Use a recovery code", "Een herstelcode gebruiken").ClickAsync();
        await Expect(ada.Page.GetByLabel(ada.Say("Recovery code", "Herstelcode"), new() { Exact = true })).ToBeFocusedAsync();
        await Look("11-proof");
        await ada.Page.Keyboard.TypeAsync(recovery[1]);
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(ada.Heading("Your new recovery codes", "Uw nieuwe herstelcodes")).ToBeFocusedAsync();
        await Look("11-new-codes");
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.GetByText(ada.Say("Recovery codes are not saved", "De herstelcodes zijn niet bewaard"))).ToBeVisibleAsync();
        await Look("11-not-saved");
        clock.Advance(TimeSpan.FromSeconds(30));

        // Carla has lost her phone. She is signed in somewhere; that page closes within seconds.
        var carlasPhone = PortalApp.PhoneOf("carla@example.com");
        await using var carla = await Person.OpenAsync(browsers, app);
        await carla.ArriveAsync("carla@example.com", carlasPhone);
        await ada.VisitAsync("/operators");
        await ada.Page.GetByRole(AriaRole.Link).Filter(new() { HasText = "Carla", Visible = true }).First.ClickAsync();
        await Expect(ada.Heading("Carla", "Carla")).ToBeVisibleAsync();
        await Look("12-operator-page");
        await ada.Button("Reset two-factor authentication", "Tweefactorauthenticatie opnieuw instellen").ClickAsync();
        await Expect(ada.Heading("Erase Carla's key and recovery codes?", "Sleutel en herstelcodes van Carla wissen?")).ToBeVisibleAsync();
        await ada.Page.GetByText(ada.Say("Lost phone", "Telefoon kwijt"), new() { Exact = true }).ClickAsync();
        await Look("13-reset");
        await ada.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = ada.Say("Reset two-factor authentication", "Tweefactorauthenticatie opnieuw instellen") }).ClickAsync();
        await Expect(ada.Button("Done", "Klaar")).ToBeVisibleAsync();
        await Look("14-reset-done");
        await Expect(carla.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in\\?closed=Reset"));
        await Expect(carla.Page.GetByText("An administrator has reset your two-factor authentication")).ToBeVisibleAsync();

        // The old phone's codes no longer help, and under Required there is no session without set-up.
        clock.Advance(TimeSpan.FromSeconds(30));
        await carla.SignInAsync("carla@example.com");
        await Expect(carla.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in/set-up"));
        await Expect(carla.Heading("Check your e-mail", "Bekijk uw e-mail")).ToBeVisibleAsync();

        // It is written down: who, whom, when, why.
        await using var db = app.Contexts.AcrossAccounts();
        var entry = await db.AuditEntries.SingleAsync(row => row.Action == "TwoFactorReset");
        Assert.Equal(("Ada", "Carla", "LostPhone", (string?)null), (entry.ActorName, entry.SubjectName, entry.Reason, entry.Refused));

        ada.AssertQuiet("status of 400");
        carla.AssertQuiet();
    }

    private static async Task SignOutAsync(Person person, string story, bool phone)
    {
        if (phone)
        {
            await person.Button("Main menu", "Hoofdmenu").ClickAsync();
        }

        await person.Page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Ada" }).ClickAsync();
        await BrowserFixture.AssertAccessibleAsync(person.Page);
        await BrowserFixture.ShotAsync(person.Page, $"story-{story}/09-menu");
        await person.Page.GetByRole(AriaRole.Menuitem, new() { Name = person.Say("Sign out", "Uitloggen") }).ClickAsync();
        await Expect(person.Page.GetByLabel("E-mail")).ToBeVisibleAsync();
    }
}

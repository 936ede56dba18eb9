using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>An operator who must use two-factor authentication and has none sets it up by the link in a mail, on the phone alone.</summary>
public sealed class SetUpLinkStoryTests(BrowserFixture browsers)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("nl-dark", true)]
    public async Task By_the_mailed_link_on_a_phone_an_operator_copies_the_key_gives_the_code_and_is_signed_in(string name, bool dutchAndDark)
    {
        // In English over a real mail server, in Dutch over the pickup folder.
        await using var server = dutchAndDark ? null : await MailServer.StartAsync();
        await using var app = server?.NewApp() ?? new PortalApp();
        var mailbox = server?.Mailbox ?? Mailbox.Of(app);
        await app.ChangeAsync("bram@example.com", who => who.Language = dutchAndDark ? "nl" : "en");
        await using var desk = await Person.OpenAsync(browsers, app, dutch: dutchAndDark, dark: dutchAndDark);
        await using var bram = await Person.OpenAsync(browsers, app, dutch: dutchAndDark, dark: dutchAndDark, phone: true);
        Task<byte[]> Look(Person who, string screen) => who.LookAsync($"link-{name}/{screen}");

        // The right password: no session, but a mail, and a page that waits.
        await desk.SignInAsync("bram@example.com");
        await Expect(desk.Heading("Check your e-mail", "Bekijk uw e-mail")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText("b•••@example.com")).ToBeVisibleAsync();

        // A pickup folder is no delivery, and the page does not say that it were.
        await Expect(desk.Page.Locator("[data-state*=sent]")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText(dutchAndDark ? "Onderweg naar" : "Sent to")).ToBeVisibleAsync();
        await Look(desk, "01-waiting");

        // The link in the mail, opened in another browser, asks for the password there.
        var mail = await mailbox.WaitAsync("bram@example.com", bram.Say("Set up two-factor authentication", "Stel tweefactorauthenticatie in"));
        Assert.Contains("Example Company", mail.Text, StringComparison.Ordinal);
        await bram.GoAsync(mail.Link.PathAndQuery);
        await Expect(bram.Text("another browser than the one you signed in with", "in een andere browser geopend")).ToBeVisibleAsync();
        await Look(bram, "02-password");
        await bram.Page.GetByLabel(bram.Say("Password of b•••@example.com", "Wachtwoord van b•••@example.com")).FillAsync(Portal.SignIn.DemoPeople.Password);
        await bram.Page.Keyboard.PressAsync("Enter");

        // The wizard: copy the key, give the code.
        await Expect(bram.Button("Copy key", "Sleutel kopiëren")).ToBeVisibleAsync();
        await Look(bram, "03-scan");
        await bram.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        await bram.Button("Copy key", "Sleutel kopiëren").ClickAsync();
        await Expect(bram.Text("Copied", "Gekopieerd").First).ToBeVisibleAsync();
        var phone = PretendPhone.FromKey(await bram.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await bram.Button("Next", "Volgende").ClickAsync();
        await bram.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(await phone.CodeAsync(app.Now));
        await bram.Button("Finish", "Voltooien").ClickAsync();
        await Expect(bram.Heading("Two-factor authentication is active", "Tweefactorauthenticatie is actief")).ToBeVisibleAsync();
        await Look(bram, "04-finished");
        Assert.DoesNotContain(phone.Key, await bram.Page.ContentAsync(), StringComparison.Ordinal);

        // Done signs in, without another code; the page at the desk has noticed by itself.
        await bram.Button("Done", "Klaar").ClickAsync();
        await Expect(bram.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/me"));
        await bram.ReadyAsync();
        await Expect(bram.Page.GetByText(bram.Say("Active", "Actief"), new() { Exact = true })).ToBeVisibleAsync();
        await Look(bram, "05-own-page");
        await Expect(desk.Heading("Set-up is finished", "Het instellen is klaar")).ToBeVisibleAsync();
        await Look(desk, "06-finished-elsewhere");

        // A notice tells of it, and the link is used up.
        await mailbox.WaitAsync("bram@example.com", bram.Say("Two-factor authentication is active", "Tweefactorauthenticatie is actief"));
        await desk.GoAsync(mail.Link.PathAndQuery);
        await Expect(desk.Heading("This link has been used", "Deze link is al gebruikt")).ToBeVisibleAsync();
        await Look(desk, "07-used");
        bram.AssertQuiet();
        desk.AssertQuiet("status of 410");
    }

    [Fact]
    public async Task An_administrator_sends_a_link_or_hands_one_over()
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync($"/operators/{(await app.FindAsync("anna@example.com")).Id}");

        await ada.Button("Send set-up link", "Instellink sturen").ClickAsync();
        await Expect(ada.Page.GetByText("Set-up link to anna@example.com: written to the folder on the server today")).ToBeVisibleAsync();
        await ada.LookAsync("link-en/08-sent");
        await ada.Button("Hand over a link", "Link zelf overhandigen").ClickAsync();
        await Expect(ada.Page.GetByText("Give this link to Anna yourself.")).ToBeVisibleAsync();
        await ada.LookAsync("link-en/09-handed-over");
        ada.AssertQuiet();
    }
}

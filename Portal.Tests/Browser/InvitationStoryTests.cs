using Microsoft.Playwright;
using Portal.Domain;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>An invitation from the list of operators to the new operator's own page, in two browsers and two languages.</summary>
public sealed class InvitationStoryTests(BrowserFixture browsers)
{
    private const string Password = "vier woorden zijn genoeg";

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ada_invites_Noor_who_accepts_on_a_phone_sets_it_up_since_it_is_required_and_lands_on_her_own_page(bool dark)
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app, dark: dark);
        await using var noor = await Person.OpenAsync(browsers, app, dutch: true, dark: dark, phone: true);
        var look = dark ? "dark" : "light";
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators");

        // A name alone is not enough; then everything is.
        await ada.Button("Add operator", "").ClickAsync();
        var dialog = ada.Page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByLabel("Name")).ToBeFocusedAsync();
        await ada.Page.Keyboard.TypeAsync("Noor");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(dialog.GetByText("Type the e-mail address.")).ToBeVisibleAsync();
        await Expect(dialog.GetByLabel("E-mail")).ToBeFocusedAsync();
        await dialog.GetByLabel("E-mail").FillAsync("noor@example.com");
        await dialog.GetByRole(AriaRole.Checkbox, new() { Name = "Override two-factor authentication settings" }).CheckAsync();
        await dialog.GetByRole(AriaRole.Radio, new() { Name = "Required" }).CheckAsync();
        await ada.LookAsync($"invitation-{look}/1-add-operator");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Send invitation" }).ClickAsync();
        await Expect(ada.Heading("Noor is invited", "")).ToBeVisibleAsync();
        await ada.LookAsync($"invitation-{look}/2-invited");
        await ada.Button("Done", "").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Row, new() { Name = "Noor" }).GetByText("Invited")).ToBeVisibleAsync();
        await ada.LookAsync($"invitation-{look}/3-operators");
        await ada.Link("Noor", "").First.ClickAsync();
        await Expect(ada.Heading("Invitation", "")).ToBeVisibleAsync();
        await ada.LookAsync($"invitation-{look}/4-operator-page");

        // By hand instead: the link is shown once.
        await ada.Button("Hand over the link", "").ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hand over the link" }).ClickAsync();
        await Expect(ada.Heading("Hand this link to Noor", "")).ToBeVisibleAsync();
        await ada.LookAsync($"invitation-{look}/5-handed-over");
        var link = new Uri((await dialog.GetByRole(AriaRole.Group, new() { Name = "Link" }).InnerTextAsync()).Trim());
        await ada.Button("Done", "").ClickAsync();

        // Noor's browser asks for Dutch.
        await noor.GoAsync(link.PathAndQuery);
        await Expect(noor.Heading("", "Ada nodigt u uit voor Example Company")).ToBeVisibleAsync();
        await noor.LookAsync($"invitation-{look}/6-accept-nl-phone");
        await noor.Page.GetByLabel("Nieuw wachtwoord").FillAsync(Password);
        await noor.Page.GetByLabel("Nogmaals hetzelfde wachtwoord").FillAsync("iets anders dan dat");
        await noor.Button("", "Uitnodiging accepteren").ClickAsync();
        await Expect(noor.Page.GetByText("De twee zijn niet gelijk.")).ToBeVisibleAsync();
        await noor.LookAsync($"invitation-{look}/7-not-the-same-nl-phone");
        await noor.Page.GetByLabel("Nieuw wachtwoord").FillAsync(Password);
        await noor.Page.GetByLabel("Nogmaals hetzelfde wachtwoord").FillAsync(Password);
        await noor.Button("", "Uitnodiging accepteren").ClickAsync();

        // The wizard is part of it.
        var picture = noor.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Img);
        await Expect(picture).ToBeVisibleAsync();
        await noor.LookAsync($"invitation-{look}/8-wizard-nl-phone");
        await picture.ScrollIntoViewIfNeededAsync();
        var scanned = PretendPhone.FromUri(await PretendPhone.ScanAsync(await BrowserFixture.ShotAsync(noor.Page, $"invitation-{look}/8-wizard-qr")));
        Assert.Equal("noor@example.com", scanned.Account);
        await noor.Button("", "Volgende").ClickAsync();
        await noor.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(await scanned.CodeAsync(app.Now));
        await noor.Button("", "Voltooien").ClickAsync();
        await Expect(noor.Heading("", "Tweefactorauthenticatie is actief")).ToBeVisibleAsync();

        // Ada's page follows by itself.
        await Expect(ada.Heading("Invitation", "")).ToBeHiddenAsync();
        await Expect(ada.Button("Deactivate", "")).ToBeVisibleAsync();
        await noor.Button("", "Klaar").ClickAsync();
        await Expect(noor.Heading("", "Gebruikersinstellingen")).ToBeVisibleAsync();
        await noor.ReadyAsync();
        await noor.LookAsync($"invitation-{look}/9-own-page-nl-phone");
        var stored = await app.FindAsync("noor@example.com");
        Assert.Equal((OperatorState.Active, "nl"), (stored.State, stored.Language));
        Assert.NotNull(stored.Authenticator);
        ada.AssertQuiet();
        noor.AssertQuiet("status of 400");
    }

    [Fact]
    public async Task Under_Optional_set_up_is_offered_and_Not_now_leads_in()
    {
        // Over a real mail server: the demo account has invited Finn, and the link is the one in the mail.
        await using var server = await MailServer.StartAsync();
        await using var app = server.NewApp();
        await using var finn = await Person.OpenAsync(browsers, app);
        var mail = await server.Mailbox.WaitAsync("finn@example.com", "Ada invites you to Example Company");
        await finn.GoAsync(mail.Link.PathAndQuery);
        await finn.LookAsync("invitation-light/accept");
        await finn.Page.GetByLabel("New password").FillAsync(Password);
        await finn.Page.GetByLabel("The same password again").FillAsync(Password);
        await finn.Button("Accept the invitation", "").ClickAsync();
        await Expect(finn.Button("Not now", "")).ToBeVisibleAsync();
        await finn.LookAsync("invitation-light/offer");

        // Into the wizard and back: nothing is lost.
        await finn.Link("Scan QR code", "").ClickAsync();
        await Expect(finn.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await Expect(finn.Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Heading)).ToBeFocusedAsync();
        await finn.Page.Keyboard.PressAsync("Escape");
        await finn.Link("Not now", "").ClickAsync();
        await finn.Button("Not now", "").ClickAsync();

        await finn.ReadyAsync();
        await Expect(finn.Heading("User settings", "")).ToBeVisibleAsync();
        await finn.GoAsync(mail.Link.PathAndQuery);
        await Expect(finn.Heading("This invitation was accepted", "")).ToBeVisibleAsync();
        await finn.LookAsync("invitation-light/over");
        finn.AssertQuiet("status of 410");
    }
}

using Microsoft.Playwright;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>An operator forgets the password, chooses another by a mail, then changes password and address under User settings.</summary>
public sealed class PasswordStoryTests(BrowserFixture browsers)
{
    [Theory]
    [InlineData("en", false, false)]
    [InlineData("nl-dark-phone", true, true)]
    public async Task A_forgotten_password_a_changed_one_and_a_new_address(string name, bool dutchAndDark, bool onPhone)
    {
        const string First = "Four unrelated words";
        const string Second = "Other unrelated words";
        // In English over a real mail server, in Dutch over the pickup folder.
        await using var server = dutchAndDark ? null : await MailServer.StartAsync();
        await using var app = server?.NewApp() ?? new PortalApp();
        await using var anna = await Person.OpenAsync(browsers, app, dutch: dutchAndDark, dark: dutchAndDark, phone: onPhone);
        await app.ChangeAsync("anna@example.com", who => who.Language = dutchAndDark ? "nl" : "en");
        var mailbox = server?.Mailbox ?? Mailbox.Of(app);
        Task<byte[]> Look(string screen) => anna.LookAsync($"password-{name}/{screen}");
        ILocator Field(string english, string dutch) => anna.Page.GetByLabel(anna.Say(english, dutch), new() { Exact = true });

        // Forgotten: a link by mail, and a new password.
        await anna.GoAsync("/sign-in");
        await anna.Link("Forgotten your password?", "Wachtwoord vergeten?").ClickAsync();
        await Look("01-forgotten");
        await anna.Page.GetByLabel("E-mail").FillAsync("anna@example.com");
        await anna.Button("Send link", "Link sturen").ClickAsync();
        await Expect(anna.Heading("Check your e-mail", "Bekijk uw e-mail")).ToBeVisibleAsync();
        await Look("02-sent");
        var mail = await mailbox.WaitAsync("anna@example.com", anna.Say("Choose a new password", "Kies een nieuw wachtwoord"));
        await anna.GoAsync(mail.Link.PathAndQuery);
        await Field("New password", "Nieuw wachtwoord").FillAsync("short");
        await Field("The same password again", "Nogmaals hetzelfde wachtwoord").FillAsync("short");
        await anna.Button("Save password", "Wachtwoord opslaan").ClickAsync();
        await Expect(anna.Text("Too short", "Te kort")).ToBeVisibleAsync();
        await Look("03-too-short");
        await Field("New password", "Nieuw wachtwoord").FillAsync(First);
        await Field("The same password again", "Nogmaals hetzelfde wachtwoord").FillAsync(First);
        await anna.Button("Save password", "Wachtwoord opslaan").ClickAsync();
        await anna.ReadyAsync();
        await mailbox.WaitAsync("anna@example.com", anna.Say("Your password was changed", "Uw wachtwoord is gewijzigd"));

        // Changed under User settings.
        await anna.VisitAsync("/me");
        await anna.Button("Change password", "Wachtwoord wijzigen").ClickAsync();
        await Field("Current password", "Huidig wachtwoord").FillAsync("not the password");
        await Field("New password", "Nieuw wachtwoord").FillAsync(Second);
        await Field("The same password again", "Nogmaals hetzelfde wachtwoord").FillAsync(Second);
        await anna.Button("Save", "Opslaan").ClickAsync();
        await Expect(anna.Text("That password is not right.", "Dat wachtwoord klopt niet.")).ToBeVisibleAsync();
        await Look("04-not-right");
        await Field("Current password", "Huidig wachtwoord").FillAsync(First);
        await anna.Button("Save", "Opslaan").ClickAsync();
        await Expect(anna.Text("Changed at", "Gewijzigd om")).ToBeVisibleAsync();

        // A new address: it holds once the mail that went there confirms it.
        await anna.Button("Change e-mail", "E-mail wijzigen").ClickAsync();
        await Field("E-mail", "E-mail").FillAsync("anna@example.org");
        await anna.Page.Keyboard.PressAsync("Enter");
        await Expect(anna.Text("A link to confirm it is on its way to anna@example.org", "Een link om het te bevestigen is onderweg naar anna@example.org")).ToBeVisibleAsync();
        await Look("05-asked");
        var confirm = await mailbox.WaitAsync("anna@example.org", anna.Say("Confirm your new address", "Bevestig uw nieuwe adres"));
        await mailbox.WaitAsync("anna@example.com", anna.Say("A change of your e-mail address was asked for", "Er is gevraagd uw e-mailadres te wijzigen"));
        await anna.GoAsync(confirm.Link.PathAndQuery);
        await Look("06-confirm");
        await anna.Button("Confirm this address", "Dit adres bevestigen").ClickAsync();
        await Expect(anna.Heading("The new address holds", "Het nieuwe adres geldt")).ToBeVisibleAsync();
        await Look("07-confirmed");
        await mailbox.WaitAsync("anna@example.com", anna.Say("Your e-mail address was changed", "Uw e-mailadres is gewijzigd"));
        await anna.VisitAsync("/me");
        await Expect(anna.Page.GetByText("anna@example.org")).ToBeVisibleAsync();
        anna.AssertQuiet("status of 400");
    }
}

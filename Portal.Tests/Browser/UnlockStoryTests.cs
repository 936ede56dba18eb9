using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Somebody has guessed codes for a year: Carla still gets in, by a mailed link that precedes her code.</summary>
public sealed class UnlockStoryTests(BrowserFixture browsers)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("nl-dark-phone", true)]
    public async Task After_too_many_wrong_codes_a_mailed_link_precedes_the_code(string name, bool dutchDarkPhone)
    {
        await using var server = await MailServer.StartAsync();
        await using var app = server.NewApp(Person.NewClock());
        await app.ChangeAsync("carla@example.com", who => who.Language = dutchDarkPhone ? "nl" : "en");
        await app.GuessForAYearAsync("carla@example.com");
        await using var carla = await Person.OpenAsync(browsers, app, dutch: dutchDarkPhone, dark: dutchDarkPhone, phone: dutchDarkPhone);

        await carla.SignInAsync("carla@example.com");
        await Expect(carla.Heading("A code is not enough any more", "Een code is niet meer genoeg")).ToBeVisibleAsync();
        await carla.LookAsync($"unlock-{name}/01-not-enough");
        await carla.Button("Send link", "Link sturen").ClickAsync();
        await Expect(carla.Page.GetByText("c•••@example.com")).ToBeVisibleAsync();
        await carla.LookAsync($"unlock-{name}/02-sent");

        var mail = await server.Mailbox.WaitAsync("carla@example.com", carla.Say("Go on signing in", "Verder met inloggen"));
        await carla.GoAsync(mail.Link.PathAndQuery);
        await carla.LookAsync($"unlock-{name}/03-link");
        await carla.Button("Go on", "Verder").ClickAsync();
        await carla.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(await PortalApp.PhoneOf("carla@example.com").CodeAsync(app.Now));
        await carla.Page.Keyboard.PressAsync("Enter");
        await carla.ReadyAsync();
        await Expect(carla.Heading("User settings", "Gebruikersinstellingen")).ToBeVisibleAsync();
        carla.AssertQuiet();
    }
}

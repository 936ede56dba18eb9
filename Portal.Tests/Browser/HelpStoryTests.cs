using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>
/// A morning without a phone: Carla asks for help, Gijs compares two words and lets her in until tonight, she signs in with the
/// password alone, and the next morning the code is asked for again. Meanwhile she signs herself out elsewhere.
/// </summary>
public sealed partial class HelpStoryTests(BrowserFixture browsers)
{
    [Theory]
    [InlineData("en", false)]
    [InlineData("nl-phone", true)]
    public async Task Who_has_no_phone_asks_for_help_is_let_in_until_tonight_and_is_asked_for_the_code_in_the_morning(string name, bool phone)
    {
        var clock = Morning();
        await using var app = new PortalApp(clock);
        await using var carla = await Person.OpenAsync(browsers, app, dutch: phone, phone: phone);
        await using var gijs = await Person.OpenAsync(browsers, app, dutch: phone, phone: phone);
        Task<byte[]> Look(Person who, string screen) => who.LookAsync($"help-{name}/{screen}");

        // Gijs has the Overview open and nothing to do.
        await gijs.ArriveAsync("gijs@example.com", PortalApp.PhoneOf("gijs@example.com"));
        await Expect(gijs.Heading("Overview", "Overzicht")).ToBeVisibleAsync();
        await Look(gijs, "01-overview");

        // Carla gets as far as the code.
        await carla.SignInAsync("carla@example.com");
        await carla.Text("I don't have my phone", "Ik heb mijn telefoon niet").ClickAsync();
        await carla.Link("Ask for help", "Om hulp vragen").ClickAsync();
        await Expect(carla.Button("Ask for help", "Om hulp vragen")).ToBeVisibleAsync();
        await Look(carla, "02-no-phone");
        await carla.Button("Ask for help", "Om hulp vragen").ClickAsync();
        await Expect(carla.Heading("You have asked for help", "U hebt om hulp gevraagd")).ToBeVisibleAsync();
        await Look(carla, "03-asked");
        var phrase = await carla.Page.Locator(".phrase").InnerTextAsync();

        // It appears before Gijs by itself, with the same words; he answers.
        await Expect(gijs.Text("Carla asks for help", "Carla vraagt om hulp")).ToBeVisibleAsync();
        await Expect(gijs.Page.Locator(".phrase")).ToHaveTextAsync(phrase);
        await Look(gijs, "04-needs-attention");
        await gijs.Button("Answer Carla", "Verzoek van Carla beantwoorden").ClickAsync();
        await Expect(gijs.Button("No code until tonight", "Geen code tot vanavond")).ToBeVisibleAsync();
        await Look(gijs, "05-answer");
        await gijs.Button("No code until tonight", "Geen code tot vanavond").ClickAsync();
        await Expect(gijs.Text("Carla asks for help", "Carla vraagt om hulp")).ToBeHiddenAsync();
        await gijs.VisitAsync($"/operators/{(await app.FindAsync("carla@example.com")).Id}");
        await Expect(gijs.Page.GetByText(gijs.Say("Today, 23:59 – then the account default holds", "Vandaag om 23:59 – daarna geldt de accountstandaard"))).ToBeVisibleAsync();
        await Look(gijs, "06-until-tonight");

        // Carla signs in with the password alone, here and in another browser.
        await carla.Link("Answered? Sign in again", "Beantwoord? Log opnieuw in").ClickAsync();
        await carla.ArriveAsync("carla@example.com");
        await using var elsewhere = await Person.OpenAsync(browsers, app, dutch: phone);
        await elsewhere.ArriveAsync("carla@example.com");
        var signOut = carla.Button("Sign out: Chrome on Linux", "Uitloggen: Chrome op Linux");
        await signOut.ScrollIntoViewIfNeededAsync();
        await Look(carla, "07-signed-in");
        await signOut.ClickAsync();
        await Expect(elsewhere.Page).ToHaveURLAsync(ClosedElsewhere());
        await Expect(elsewhere.Text("You ended this session from another browser.", "U hebt deze sessie vanuit een andere browser beëindigd.")).ToBeVisibleAsync();
        await Expect(signOut).ToBeHiddenAsync();

        // Tonight it lapses, and every session of today is over: in the morning the code is asked for again.
        clock.Advance(TimeSpan.FromHours(14.5));
        await Expect(carla.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in\\?closed"));
        await carla.Context.ClearCookiesAsync();
        await carla.SignInAsync("carla@example.com");
        await Expect(carla.Heading("Enter the code", "Voer de code in")).ToBeVisibleAsync();
        await carla.Page.GetByLabel("Code", new() { Exact = true }).FillAsync(await PortalApp.PhoneOf("carla@example.com").CodeAsync(app.Now));
        await carla.Page.Keyboard.PressAsync("Enter");
        await carla.ReadyAsync();
        await Expect(carla.Page.GetByText(carla.Say("Active", "Actief"), new() { Exact = true })).ToBeVisibleAsync();

        carla.AssertQuiet();
        gijs.AssertQuiet();
        elsewhere.AssertQuiet();
    }

    // Half past nine of the day that the browser's own clock, by which cookies are dated, will have next in Amsterdam.
    private static FakeTimeProvider Morning()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        var local = TimeZoneInfo.ConvertTime(Person.NewClock().GetUtcNow(), zone);
        var morning = local.Date.AddDays(1).AddHours(9.5);
        return new(new DateTimeOffset(morning, zone.GetUtcOffset(morning)));
    }

    [GeneratedRegex("/sign-in\\?closed=EndedElsewhere")]
    private static partial Regex ClosedElsewhere();
}

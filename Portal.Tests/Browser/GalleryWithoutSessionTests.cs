using Microsoft.Playwright;
using Portal.Domain;
using Portal.SignIn;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Every page without a session, in each of its states.</summary>
public sealed class GalleryWithoutSessionTests(BrowserFixture browsers)
{
    private const string Password = "A long walk in spring";

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task Signing_in(string language, bool dark, bool phone)
    {
        await using var app = new PortalApp(Person.NewClock());
        await using var who = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await who.GoAsync("/sign-in");
        await who.SeeAsync("sign-in");
        await who.Button(() => Words.SignIn).ClickAsync();
        await Expect(who.Text(() => Words.EnterEmail)).ToBeVisibleAsync();
        await who.SeeAsync("sign-in-empty");
        await SignInAsync(who, "carla@example.com", "not the password");
        await Expect(who.Text(() => Words.SignInWrong)).ToBeVisibleAsync();
        await who.SeeAsync("sign-in-wrong");
        await who.GoAsync("/sign-in?closed=Reset&returnUrl=/me");
        await who.Page.Locator("summary").ClickAsync();
        await who.SeeAsync("sign-in-closed-by-reset");

        // The code, and what takes its place.
        await SignInAsync(who, "carla@example.com", DemoPeople.Password);
        await Expect(who.Heading(() => Words.CodeTitle)).ToBeVisibleAsync();
        await who.Text(() => Words.NoPhone).ClickAsync();
        await who.SeeAsync("code");
        await who.Field(() => Words.Code).FillAsync("000000");
        await who.Page.Keyboard.PressAsync("Enter");
        await Expect(who.Text(() => Words.CodeWrongOrUsed)).ToBeVisibleAsync();
        await who.SeeAsync("code-wrong");
        await who.Text(() => Words.NoPhone).ClickAsync();
        await who.Field(() => Words.RecoveryCode).FillAsync("3K7QP-XM4TD");
        await who.Page.Keyboard.PressAsync("Enter");
        await Expect(who.Text(() => Words.RecoveryCodeWrong)).ToBeVisibleAsync();
        await who.SeeAsync("code-recovery-wrong");
        await who.GoAsync("/sign-in/help");
        await who.SeeAsync("help");
        await who.Button(() => Words.AskForHelp).ClickAsync();
        await Expect(who.Heading(() => Words.HelpAskedTitle)).ToBeVisibleAsync();
        await who.SeeAsync("help-asked");

        await app.GuessForAYearAsync("carla@example.com");
        await SignInAsync(who, "carla@example.com", DemoPeople.Password);
        await Expect(who.Heading(() => Words.GuessingOverTitle)).ToBeVisibleAsync();
        await who.SeeAsync("guessing-over");
        await who.Button(() => Words.SendLink).ClickAsync();
        await Expect(who.Page.GetByText("c•••@example.com")).ToBeVisibleAsync();
        await who.SeeAsync("guessing-over-sent");
        await who.GoAsync(await app.LinkOfAsync("carla@example.com", LinkPurpose.CodeUnlock));
        await who.SeeAsync("guessing-over-link");

        await who.GoAsync("/nowhere");
        await who.SeeAsync("not-found");
        who.AssertQuiet("400", "404");
    }

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task Links(string language, bool dark, bool phone)
    {
        var clock = Person.NewClock();
        await using var app = new PortalApp(clock);
        await using var who = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await SignInAsync(who, "bram@example.com", DemoPeople.Password);
        await Expect(who.Heading(() => Words.CheckEmailTitle)).ToBeVisibleAsync();

        // The page loads itself anew when the mail goes out.
        await Expect(who.Page.Locator("[data-state*=sent]")).ToBeVisibleAsync();
        await who.SeeAsync("waiting");
        await using (var elsewhere = await Person.OpenAsync(browsers, app, new Look(language, dark, phone)))
        {
            await elsewhere.GoAsync(await app.LinkOfAsync("bram@example.com"));
            await elsewhere.SeeAsync("link-in-another-browser");
            await elsewhere.GoAsync("/link/none");
            await elsewhere.SeeAsync("link-unknown");
        }

        await who.GoAsync(await app.LinkOfAsync("bram@example.com"));
        await who.ReadyAsync();
        await Expect(who.Button(() => Words.Next)).ToBeVisibleAsync();
        await who.SeeAsync("link-wizard");
        await who.Page.Keyboard.PressAsync("Escape");
        await Expect(who.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await who.SeeAsync("link-cancelled");

        await who.GoAsync("/forgot-password");
        await who.SeeAsync("forgotten");
        await who.Field(() => Words.Email).FillAsync("anna@example.com");
        await who.Button(() => Words.SendLink).ClickAsync();
        await Expect(who.Heading(() => Words.CheckEmailTitle)).ToBeVisibleAsync();
        await who.SeeAsync("forgotten-sent");
        await who.GoAsync(await app.LinkOfAsync("anna@example.com", LinkPurpose.PasswordReset));
        await who.Field(() => Words.NewPassword).FillAsync("short");
        await who.Field(() => Words.NewPasswordAgain).FillAsync("other");
        await who.Button(() => Words.SavePassword).ClickAsync();
        await Expect(who.Page.Locator(".errline").First).ToBeVisibleAsync();
        await who.SeeAsync("choose-password-wrong");
        clock.Advance(TimeSpan.FromHours(2));
        await who.GoAsync(await app.LinkOfAsync("anna@example.com", LinkPurpose.PasswordReset));
        await who.SeeAsync("link-expired");

        var invitation = await app.LinkOfAsync("finn@example.com", LinkPurpose.Invitation);
        await who.GoAsync(invitation);
        await who.SeeAsync("invitation");
        await who.Field(() => Words.NewPassword).FillAsync(Password);
        await who.Field(() => Words.NewPasswordAgain).FillAsync(Password);
        await who.Button(() => Words.AcceptInvitation).ClickAsync();
        await Expect(who.Button(() => Words.NotNow)).ToBeVisibleAsync();
        await who.SeeAsync("invitation-offer");
        await who.Button(() => Words.NotNow).ClickAsync();
        await who.ReadyAsync();
        await who.GoAsync("/sign-out");
        await who.SeeAsync("sign-out");
        await who.GoAsync(invitation);
        await who.SeeAsync("invitation-used");
        who.AssertQuiet("400", "404", "410");
    }

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task First_set_up(string language, bool dark, bool phone)
    {
        await using var portal = new NewInstallation();
        await using var who = await Person.OpenAsync(browsers, portal.App, new Look(language, dark, phone));
        await who.GoAsync("/setup");
        await who.SeeAsync("set-up-closed");
        await who.GoAsync((await portal.LinkAsync()).PathAndQuery);
        await Expect(who.Field(() => Words.AccountName)).ToBeFocusedAsync();
        await Expect(who.Page).ToHaveURLAsync(new Uri(portal.App.BaseAddress, "/setup").ToString());
        await who.SeeAsync("set-up");

        await who.Field(() => Words.TimeZone).SelectOptionAsync("Europe/Amsterdam");
        await who.Field(() => Words.Email).FillAsync("noor@");
        await who.Field(() => Words.NewPassword).FillAsync("short");
        await who.Button(() => Words.CreateAccount).ClickAsync();
        await Expect(who.Page.Locator(".errline")).ToHaveCountAsync(4);
        await who.SeeAsync("set-up-wrong");
        who.AssertQuiet("400", "404");
    }

    private static async Task SignInAsync(Person who, string email, string password)
    {
        if (!new Uri(who.Page.Url).AbsolutePath.EndsWith("/sign-in", StringComparison.Ordinal))
        {
            await who.GoAsync("/sign-in");
        }

        await who.Field(() => Words.Email).FillAsync(email);
        await who.Field(() => Words.Password).FillAsync(password);
        await who.Button(() => Words.SignIn).ClickAsync();
    }
}

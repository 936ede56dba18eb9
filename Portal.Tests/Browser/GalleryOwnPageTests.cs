using Microsoft.Playwright;
using Portal.Domain;
using Portal.SignIn;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>One's own page and the wizard, in each of their states.</summary>
public sealed class GalleryOwnPageTests(BrowserFixture browsers)
{
    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task Setting_up(string language, bool dark, bool phone)
    {
        var clock = Person.NewClock();
        await using var app = new PortalApp(clock);
        await using var anna = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await anna.ArriveAsync("anna@example.com");
        await anna.SeeAsync("own-page-nothing-set-up");
        await anna.Button(() => Words.ScanQrCode).ClickAsync();
        await Expect(anna.Page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await anna.Text(() => Words.NoAppYet).ClickAsync();
        await anna.SeeAsync("wizard-scan");
        await anna.Link(() => Words.EnterKeyByHand).ClickAsync();
        await anna.Text(() => Words.KeyDetails).ClickAsync();
        var key = string.Concat(await anna.Page.GetByRole(AriaRole.Group, new() { Name = anna.Say(() => Words.KeyInGroups) }).Locator("span").AllTextContentsAsync());
        await anna.SeeAsync("wizard-by-hand");
        await anna.Button(() => Words.Next).ClickAsync();
        await anna.SeeAsync("wizard-code");
        var pretend = PretendPhone.FromKey(key);
        await anna.Field(() => Words.Code).FillAsync(await pretend.CodeAsync(app.Now.AddMinutes(-4)));
        await anna.Page.Keyboard.PressAsync("Enter");
        await Expect(anna.Text(() => Words.ClockBehind(4))).ToBeVisibleAsync();
        await anna.SeeAsync("wizard-clock");
        await anna.Field(() => Words.Code).FillAsync(await pretend.CodeAsync(app.Now));
        await anna.Page.Keyboard.PressAsync("Enter");
        await Expect(anna.Heading(() => Words.EnrollmentIsActive)).ToBeVisibleAsync();
        await anna.SeeAsync("wizard-finished");
        await anna.Page.Keyboard.PressAsync("Escape");
        await Expect(anna.Text(() => Words.CodesNotSaved)).ToBeVisibleAsync();
        await anna.SeeAsync("own-page-codes-not-saved");

        // A little later: everything that asks who sits there.
        clock.Advance(TimeSpan.FromMinutes(16));
        await anna.Button(() => Words.NewCodes).ClickAsync();
        await Expect(anna.Heading(() => Words.ProofTitle)).ToBeVisibleAsync();
        await anna.SeeAsync("proof-by-code");
        await anna.Button(() => Words.UseRecoveryCode).ClickAsync();
        await anna.SeeAsync("proof-by-recovery-code");
        await anna.Button(() => Words.UseAppCode).ClickAsync();
        await anna.Field(() => Words.Code).FillAsync(await pretend.CodeAsync(app.Now));
        await anna.Page.Keyboard.PressAsync("Enter");
        await Expect(anna.Heading(() => Words.NewCodesTitle)).ToBeVisibleAsync();
        await anna.SeeAsync("new-codes");
        await anna.Button(() => Words.Done).ClickAsync();
        await anna.Button(() => Words.StopTwoFactor).ClickAsync();
        await Expect(anna.Heading(() => Words.StopQuestion)).ToBeVisibleAsync();
        await anna.SeeAsync("stop");
        await anna.Button(() => Words.Cancel).ClickAsync();
        await Expect(anna.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await anna.Button(() => Words.ResetTwoFactor).ClickAsync();
        await Expect(anna.Heading(() => Words.EnrollmentTitleAgain)).ToBeVisibleAsync();
        await anna.SeeAsync("wizard-again");
        clock.Advance(TimeSpan.FromMinutes(12));
        await anna.Button(() => Words.StaySignedIn).ClickAsync();
        await Expect(anna.Page.GetByRole(AriaRole.Alertdialog)).ToHaveCountAsync(0);
        clock.Advance(TimeSpan.FromMinutes(19));
        await Expect(anna.Heading(() => Words.TimeIsUpTitle)).ToBeVisibleAsync();
        await anna.SeeAsync("wizard-time-is-up");
        anna.AssertQuiet();
    }

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task Password_and_address(string language, bool dark, bool phone)
    {
        await using var app = new PortalApp(Person.NewClock());
        await app.ChangeAsync("dirk@example.com", dirk => dirk.PolicyOverride = TwoFactorPolicy.Required);
        await using var bram = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await app.ChangeAsync("bram@example.com", who => who.PolicyOverride = null);
        await bram.ArriveAsync("bram@example.com");
        await app.ChangeAsync("bram@example.com", who => who.PolicyOverride = TwoFactorPolicy.Required);
        await bram.VisitAsync("/me");
        await Expect(bram.Text(() => Words.BannerFact)).ToBeVisibleAsync();
        await bram.SeeAsync("own-page-banner");
        await bram.Button(() => Words.ChangeOf(Words.Password)).ClickAsync();
        await bram.Field(() => Words.CurrentPassword).FillAsync(DemoPeople.Password);
        await bram.Field(() => Words.NewPassword).FillAsync("short");
        await bram.Field(() => Words.NewPasswordAgain).FillAsync("short");
        await bram.Page.Keyboard.PressAsync("Enter");
        await Expect(bram.Page.GetByRole(AriaRole.Dialog).Locator(".errline")).ToBeVisibleAsync();
        await bram.SeeAsync("password-too-short");
        await bram.Button(() => Words.Cancel).ClickAsync();
        await bram.Button(() => Words.ChangeOf(Words.Email)).ClickAsync();
        await bram.Field(() => Words.Email).FillAsync("bram@example.org");
        await bram.Page.Keyboard.PressAsync("Enter");
        await Expect(bram.Text(() => Words.ConfirmSentTo("bram@example.org"))).ToBeVisibleAsync();
        await bram.SeeAsync("own-page-address-asked");
        await bram.GoAsync(await app.LinkOfAsync("bram@example.com", LinkPurpose.EmailChange));
        await bram.SeeAsync("confirm-address");
        await bram.Button(() => Words.ConfirmAddress).ClickAsync();
        await Expect(bram.Heading(() => Words.AddressConfirmedTitle)).ToBeVisibleAsync();
        await bram.SeeAsync("address-confirmed");
        await bram.VisitAsync("/account/settings");
        await Expect(bram.Heading(() => Words.AdministratorsOnly)).ToBeVisibleAsync();
        await bram.SeeAsync("administrators-only");
        bram.AssertQuiet();
    }
}

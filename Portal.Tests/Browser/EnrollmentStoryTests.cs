using Microsoft.Playwright;
using Portal.Enrollment;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>The wizard in a real browser: what only a browser can show.</summary>
public sealed class EnrollmentStoryTests(BrowserFixture browser)
{
    private const string Title = "Set up two-factor authentication";

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public async Task Each_step_is_accessible_and_leads_to_an_authenticator(bool dark, bool phone)
    {
        // Time stands still: a step that ended between reading a code and giving it would make the phone half a minute slower.
        await using var app = new PortalApp(Person.NewClock());
        await using var context = await browser.NewContextAsync(dark: dark, phone: phone);
        var page = await OpenAsync(app, context);
        var look = (dark ? "dark" : "light") + (phone ? "-phone" : "");
        var wizard = page.GetByRole(AriaRole.Dialog, new() { Name = Title });
        var picture = wizard.GetByRole(AriaRole.Img, new() { Name = "QR code with the key for anna@example.com" });
        await Assertions.Expect(picture).ToBeVisibleAsync();
        await picture.ScrollIntoViewIfNeededAsync();
        var scanned = PretendPhone.FromUri(await PretendPhone.ScanAsync(await BrowserFixture.ShotAsync(page, $"wizard-scan-{look}")));
        await BrowserFixture.AssertAccessibleAsync(page);
        var box = (await picture.BoundingBoxAsync())!;
        Assert.Equal(4 * QrCode.Of(scanned.Address!.OriginalString).Size, box.Width);

        await wizard.GetByText("Can't scan? Enter the key by hand").ClickAsync();
        var byHand = wizard.GetByRole(AriaRole.Group, new() { Name = "Key in groups of four" });
        await byHand.WaitForAsync();
        var groups = await byHand.Locator("span").AllTextContentsAsync();
        Assert.Equal(scanned.Key, string.Concat(groups));
        await wizard.GetByText("Details").ClickAsync();
        await BrowserFixture.ShotAsync(page, $"wizard-manual-{look}");
        await BrowserFixture.AssertAccessibleAsync(page);

        await wizard.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        var code = wizard.GetByLabel("Code", new() { Exact = true }).And(wizard.GetByRole(AriaRole.Textbox));
        await Assertions.Expect(code).ToBeFocusedAsync();
        await code.FillAsync(await scanned.CodeAsync(app.Now.AddMinutes(-4)));
        await code.PressAsync("Enter");
        await Assertions.Expect(wizard.GetByText("Your phone's clock is about 4 minutes behind.")).ToBeVisibleAsync();
        await Assertions.Expect(code).ToBeFocusedAsync();
        await BrowserFixture.ShotAsync(page, $"wizard-wrong-{look}");
        await BrowserFixture.AssertAccessibleAsync(page);

        await code.FillAsync(await scanned.CodeAsync(app.Now));
        await code.PressAsync("Enter");
        var finished = page.GetByRole(AriaRole.Dialog, new() { Name = "Two-factor authentication is active" });
        await Assertions.Expect(finished).ToBeVisibleAsync();
        await BrowserFixture.ShotAsync(page, $"wizard-finished-{look}");
        await BrowserFixture.AssertAccessibleAsync(page);
        Assert.DoesNotContain(scanned.Key, await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("set-up", page.Url, StringComparison.Ordinal);

        // The ten codes, in a file and on paper; then Done, by the keyboard alone.
        var codes = await finished.Locator(".rc li").AllInnerTextsAsync();
        Assert.Equal(10, codes.Distinct().Count());
        var download = await page.RunAndWaitForDownloadAsync(() => finished.GetByRole(AriaRole.Button, new() { Name = "Download" }).PressAsync("Enter"));
        Assert.Equal("recovery-codes.txt", download.SuggestedFilename);
        var file = await File.ReadAllLinesAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
        Assert.Equal(["Recovery codes for Portal", "Example Company, anna@example.com"], file.Take(2));
        Assert.Equal(codes, file.Skip(4));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await BrowserFixture.ShotAsync(page, $"wizard-print-{look}");
        await Assertions.Expect(page.GetByText("Example Company, anna@example.com")).ToBeVisibleAsync();
        Assert.Equal(codes, await page.Locator("li:visible").AllInnerTextsAsync());
        Assert.Equal(0, await page.Locator("button:visible, a:visible, h1:visible, h2:visible, nav:visible").CountAsync());
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await finished.GetByRole(AriaRole.Button, new() { Name = "Print" }).FocusAsync();
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Login options for this operator" })).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByText("10 of 10 left.")).ToBeVisibleAsync();
        Assert.DoesNotContain(codes[0], await page.ContentAsync(), StringComparison.Ordinal);
        browser.AssertQuiet(context);
    }

    [Fact]
    public async Task The_focus_stays_inside_Escape_cancels_and_gives_it_back()
    {
        await using var app = new PortalApp();
        await using var context = await browser.NewContextAsync();
        var page = await OpenAsync(app, context);
        var wizard = page.GetByRole(AriaRole.Dialog, new() { Name = Title });
        await Assertions.Expect(wizard.GetByRole(AriaRole.Heading, new() { Name = Title })).ToBeFocusedAsync();

        for (var count = 0; count < 12; count++)
        {
            await page.Keyboard.PressAsync("Tab");
            await Assertions.Expect(wizard.Locator(":focus")).ToHaveCountAsync(1);
        }

        await page.Mouse.ClickAsync(5, 5);
        await Assertions.Expect(wizard).ToBeVisibleAsync();
        await Assertions.Expect(wizard).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Scan QR code" })).ToBeFocusedAsync();
        Assert.DoesNotContain("set-up", page.Url, StringComparison.Ordinal);
        browser.AssertQuiet(context);
    }

    [Fact]
    public async Task A_reload_opens_the_wizard_again_at_its_step()
    {
        await using var app = new PortalApp();
        await using var context = await browser.NewContextAsync();
        var page = await OpenAsync(app, context);
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Code" })).ToBeVisibleAsync();

        await page.ReloadAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Textbox, new() { Name = "Code" })).ToBeFocusedAsync();
        browser.AssertQuiet(context);
    }

    // Anna signs in with her password and opens the wizard from her own page.
    private static async Task<IPage> OpenAsync(PortalApp app, IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(app.BaseAddress, "/sign-in?returnUrl=/me").ToString());
        await page.GetByLabel("E-mail").FillAsync("anna@example.com");
        await page.GetByLabel("Password").FillAsync(DemoPeople.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await page.Locator("[data-ready=true]").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Scan QR code" }).ClickAsync();
        return page;
    }
}

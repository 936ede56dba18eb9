using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>The pages without a session as people see them.</summary>
public class SignInPagesTests(BrowserFixture browser)
{
    // On a bright desk the gallery looks at all of them.
    [Fact]
    public async Task Every_page_without_a_session_is_accessible_and_quiet_on_a_dark_phone()
    {
        const string name = "dutch-phone-dark";
        await using var app = new PortalApp();
        await using var context = await browser.NewContextAsync("nl-NL", dark: true, phone: true);
        var page = await context.NewPageAsync();

        await page.GotoAsync(new Uri(app.BaseAddress, "/sign-in").ToString());
        await LookAsync(page, $"sign-in/{name}");

        await FillAsync(page, "carla@example.com", "not the password", ".errline");
        await LookAsync(page, $"sign-in/{name}-wrong");

        await FillAsync(page, "carla@example.com", "Demo-Pass-2026", "#code");
        await LookAsync(page, $"sign-in/{name}-code");

        await page.Locator("#code").FillAsync("000000");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".errline").WaitForAsync();
        await LookAsync(page, $"sign-in/{name}-code-wrong");

        await page.Locator("summary").ClickAsync();
        await page.Locator("a[href='/sign-in/help']").ClickAsync();
        await LookAsync(page, $"sign-in/{name}-no-phone");

        await page.GotoAsync(new Uri(app.BaseAddress, "/sign-in").ToString());
        await FillAsync(page, "bram@example.com", "Demo-Pass-2026", ".olist");
        await LookAsync(page, $"sign-in/{name}-set-up");
        await using (var elsewhere = await browser.NewContextAsync("nl-NL", dark: true, phone: true))
        {
            var other = await elsewhere.NewPageAsync();
            await other.GotoAsync(new Uri(app.BaseAddress, await app.LinkOfAsync("bram@example.com")).ToString());
            await LookAsync(other, $"sign-in/{name}-link-password");
            await other.GotoAsync(new Uri(app.BaseAddress, "/link/none").ToString());
            await LookAsync(other, $"sign-in/{name}-link-unknown");
        }

        await page.GotoAsync(new Uri(app.BaseAddress, "/sign-in?closed=Reset&returnUrl=/me").ToString());
        await page.Locator("summary").ClickAsync();
        await LookAsync(page, $"sign-in/{name}-closed-keys");

        await page.GotoAsync(new Uri(app.BaseAddress, "/nowhere").ToString());
        await LookAsync(page, $"sign-in/{name}-not-found");

        browser.AssertQuiet(context, "400", "404");
    }

    [Fact]
    public async Task Everything_works_without_JavaScript()
    {
        await using var app = new PortalApp();
        await using var context = await browser.NewContextAsync(javaScript: false);
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(app.BaseAddress, "/sign-in?returnUrl=/home").ToString());

        await page.GetByRole(AriaRole.Button, new() { Name = "Nederlands" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Inloggen" }).WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await page.GetByLabel("E-mail").FillAsync("carla@example.com");
        await page.GetByLabel("Password").FillAsync("Demo-Pass-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByLabel("Code", new() { Exact = true }).FillAsync(await PortalApp.PhoneOf("carla@example.com").CodeAsync(app.Now));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains("/sign-in", StringComparison.Ordinal));
        await page.GotoAsync(new Uri(app.BaseAddress, "/sign-out").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();

        await page.GetByText("You signed out.").WaitForAsync();
    }

    private static async Task FillAsync(IPage page, string email, string password, string then)
    {
        await page.Locator("#email").FillAsync(email);
        await page.Locator("#password").FillAsync(password);
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(then).WaitForAsync();
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await BrowserFixture.ShotAsync(page, name);
        await BrowserFixture.AssertAccessibleAsync(page);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>Sessions as browsers hold them: opened by sign-in, ended by signing out or by the next one.</summary>
public class SessionTests
{
    private static readonly Dictionary<string, string> Https = new()
    {
        ["Portal:PublicUrl"] = "https://portal.example.com",
        ["Portal:TrustedProxies"] = "127.0.0.1",
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_sign_in_is_a_new_session_and_ends_the_one_before_it()
    {
        await using var app = new PortalApp();
        using var thief = app.NewBrowser();
        using var browser = app.NewBrowser();
        var form = await browser.GetAsync("/sign-in");
        await browser.SubmitAsync(form, Steps.PasswordForm, ("email", "anna@example.com"), ("password", "Demo-Pass-2026"));
        var first = browser.CookieOf(Steps.SessionCookie)!;

        // The page of before carries a token of nobody; it is fetched anew by whoever signs in where somebody is signed in.
        using var fresh = new HttpBrowser(app.BaseAddress, Copy(app, first));
        var token = await TokenAsync(fresh);
        var second = await fresh.PostAsync("/sign-in", ("__RequestVerificationToken", token), ("email", "dirk@example.com"), ("password", "Demo-Pass-2026"));

        Assert.Equal("/home", second.Location?.AbsolutePath);
        Assert.NotEqual(first, fresh.CookieOf(Steps.SessionCookie));
        Assert.False(await browser.IsSignedInAsync());
        Assert.True(await fresh.IsSignedInAsync());
        await using var db = app.Contexts.AcrossAccounts();
        var sessions = await db.Sessions.OrderBy(session => session.CreatedAt).ToListAsync(Cancellation);
        Assert.Equal([SessionEnd.Replaced, null], sessions.Select(session => session.EndedBecause));
    }

    [Fact]
    public async Task Signing_in_as_somebody_of_another_account_ends_the_session_before_it_and_closes_its_pages()
    {
        await using var app = new PortalApp();
        var other = await app.AddAccountAsync("Other Company");
        await app.AddOperatorAsync("Otto", "otto@example.net", accountId: other.Id);
        using var browser = await app.SignInAsync("anna@example.com");
        await using var page = new CircuitClient(app.BaseAddress, Copy(app, browser.CookieOf(Steps.SessionCookie)!));
        await page.OpenAsync("/me");

        var token = await TokenAsync(browser);
        var answer = await browser.PostAsync("/sign-in", ("__RequestVerificationToken", token), ("email", "otto@example.net"), ("password", "Demo-Pass-2026"));

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        await page.WaitForTextAsync("Somebody signed in");
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal([SessionEnd.Replaced, null], await db.Sessions.OrderBy(session => session.CreatedAt).Select(session => session.EndedBecause).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Signing_out_kills_copies_of_the_cookie()
    {
        await using var app = new PortalApp();
        using var browser = await app.SignInAsync("anna@example.com");
        using var thief = new HttpBrowser(app.BaseAddress, Copy(app, browser.CookieOf(Steps.SessionCookie)!));
        Assert.True(await thief.IsSignedInAsync());

        var answer = await browser.SubmitAsync(await browser.GetAsync("/sign-out"), "form[action='/sign-out']");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/sign-in?closed=SignedOut", answer.Location?.PathAndQuery);
        Assert.Contains("You signed out.", (await browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
        Assert.Null(browser.CookieOf(Steps.SessionCookie));
        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task Under_http_in_Development_cookies_are_plain_and_closed_to_scripts()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();
        var form = await browser.GetAsync("/sign-in");
        var waiting = await browser.PasswordAsync("carla@example.com");
        var signedIn = await browser.CodeAsync(await PortalApp.PhoneOf("carla@example.com").CodeAsync(app.Now));
        var language = await browser.SubmitAsync(await browser.GetAsync("/sign-out"), "form[action='/language']", new Dictionary<string, string>(), "button[value=nl]");

        AssertCookie(form, "Portal.Forgery", "httponly", "samesite=lax", "path=/");
        AssertCookie(waiting, "Portal.Pending", "httponly", "samesite=lax", "path=/", "max-age=600");
        AssertCookie(signedIn, "Portal.Session", "httponly", "samesite=lax", "path=/");
        AssertCookie(language, "portal-language", "httponly", "samesite=lax", "path=/", "max-age=31536000");
        Assert.DoesNotContain(new[] { form, waiting, signedIn, language }.SelectMany(answer => answer.SetCookies), cookie => cookie.Contains("secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Under_https_they_are_Secure_and_pinned_to_the_host()
    {
        await using var app = new PortalApp(settings: Https);
        using var browser = app.NewBrowser();
        browser.Headers.Add("X-Forwarded-Proto", "https");
        var page = await browser.GetAsync("/sign-in");
        var token = page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        // A Secure cookie does not go over plain HTTP by itself.
        browser.Headers.Add("Cookie", page.SetCookies.Single().Split(';')[0]);
        var signedIn = await browser.PostAsync("/sign-in", ("__RequestVerificationToken", token), ("email", "anna@example.com"), ("password", "Demo-Pass-2026"));
        var waiting = await browser.PostAsync("/sign-in", ("__RequestVerificationToken", token), ("email", "carla@example.com"), ("password", "Demo-Pass-2026"));
        var language = await browser.PostAsync("/language", ("__RequestVerificationToken", token), ("language", "nl"));

        AssertCookie(page, "__Host-Portal.Forgery", "httponly", "samesite=lax", "path=/", "secure");
        AssertCookie(signedIn, "__Host-Portal.Session", "httponly", "samesite=lax", "path=/", "secure");
        AssertCookie(waiting, "__Host-Portal.Pending", "httponly", "samesite=lax", "path=/", "secure");
        AssertCookie(language, "portal-language", "httponly", "samesite=lax", "path=/", "secure");
        Assert.DoesNotContain(new[] { page, signedIn, waiting }.SelectMany(answer => answer.SetCookies), cookie => cookie.Contains("domain=", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task After_sign_in_one_stays_inside_the_portal()
    {
        await using var app = new PortalApp();
        foreach (var (returnUrl, lands) in new[]
        {
            ("/me", "/me"),
            ("/operators?q=a%20b#top", "/operators?q=a%20b#top"),
            ("/näme", "/n%C3%A4me"),
            ("//evil.example", "/home"),
            ("/\\evil.example", "/home"),
            ("\\\\evil.example", "/home"),
            ("/.//evil.example", "/home"),
            ("/a/..//evil.example", "/home"),
            ("/\t/evil.example", "/home"),
            ("https://evil.example", "/home"),
            ("javascript:alert(1)", "/home"),
            ("evil", "/home"),
            ("", "/home"),
            ("/a\r\nSet-Cookie: x=y", "/home"),
        })
        {
            using var browser = app.NewBrowser();
            var page = $"/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}";

            Assert.Equal(lands, (await browser.PasswordAsync("anna@example.com", page: page)).Headers["Location"]);
            Assert.Equal(lands, (await browser.GetAsync(page)).Headers["Location"]);
            using var stranger = app.NewBrowser();
            var token = await TokenAsync(stranger);
            var forged = await stranger.PostAsync("/sign-in", ("__RequestVerificationToken", token), ("email", "anna@example.com"), ("password", "Demo-Pass-2026"), ("returnUrl", returnUrl), ("role", "Administrator"));
            Assert.Equal(lands, forged.Headers["Location"]);
        }
    }

    [Fact]
    public async Task The_language_is_kept_for_the_browser_and_for_the_operator()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();
        var page = await browser.GetAsync("/sign-in?returnUrl=%2Fme");

        var answer = await browser.SubmitAsync(page, "form[action='/language']", new Dictionary<string, string>(), "button[value=nl]");
        var dutch = await browser.FollowAsync(answer);

        Assert.Equal("/sign-in?returnUrl=%2Fme", answer.Location?.PathAndQuery);
        Assert.Equal("nl", dutch.Document.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Inloggen", dutch.Document.QuerySelector("h1")!.TextContent);
        Assert.Null((await app.FindAsync("anna@example.com")).Language);

        await browser.SubmitAsync(dutch, Steps.PasswordForm, ("email", "anna@example.com"), ("password", "Demo-Pass-2026"));
        await browser.SubmitAsync(await browser.GetAsync("/sign-out"), "form[action='/language']", new Dictionary<string, string>(), "button[value=nl]");
        Assert.Equal("nl", (await app.FindAsync("anna@example.com")).Language);
    }

    private static CookieContainer Copy(PortalApp app, string session)
    {
        var cookies = new CookieContainer();
        cookies.Add(app.BaseAddress, new Cookie(Steps.SessionCookie, session));
        return cookies;
    }

    private static async Task<string> TokenAsync(HttpBrowser browser) =>
        (await browser.GetAsync("/sign-out")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static void AssertCookie(HttpAnswer answer, string name, params string[] attributes)
    {
        var cookie = Assert.Single(answer.SetCookies, cookie => cookie.StartsWith($"{name}=", StringComparison.Ordinal) && !cookie.StartsWith($"{name}=;", StringComparison.Ordinal));
        var parts = cookie.ToLowerInvariant().Split("; ");
        Assert.All(attributes, attribute => Assert.Contains(attribute, parts));
    }
}

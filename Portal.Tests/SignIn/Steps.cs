using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>What people do on the pages without a session, one step at a time.</summary>
internal static partial class Steps
{
    public const string PasswordForm = "form[action='/sign-in']";
    public const string CodeForm = "form[action='/sign-in/code']";
    public const string SessionCookie = "Portal.Session";
    public const string PendingCookie = "Portal.Pending";

    private static readonly string[] Codes = ["111111", "222222", "333333", "444444"];

    /// <summary>A Monday morning.</summary>
    public static FakeTimeProvider Monday() => new(new DateTimeOffset(2026, 11, 23, 9, 0, 5, TimeSpan.Zero));

    public static async Task<HttpAnswer> PasswordAsync(this HttpBrowser browser, string email, string password = DemoPeople.Password, string page = "/sign-in") =>
        await browser.SubmitAsync(await browser.GetAsync(page), PasswordForm, ("email", email), ("password", password));

    public static async Task<HttpAnswer> CodeAsync(this HttpBrowser browser, string code) =>
        await browser.SubmitAsync(await browser.GetAsync("/sign-in/code"), CodeForm, ("code", code));

    /// <summary>Password and code in one go.</summary>
    public static async Task<HttpAnswer> SignInAsync(this HttpBrowser browser, string email, string code)
    {
        Assert.Equal("/sign-in/code", (await browser.PasswordAsync(email)).Location?.AbsolutePath);
        return await browser.CodeAsync(code);
    }

    /// <summary>Whether a session cookie is there that a page behind sign-in takes.</summary>
    public static async Task<bool> IsSignedInAsync(this HttpBrowser browser) =>
        (await browser.GetAsync("/sign-in")).Location?.AbsolutePath == "/home";

    public static string? CookieOf(this HttpBrowser browser, string name) => browser.Cookies.GetCookies(browser.BaseAddress)[name]?.Value;

    /// <summary>A code that is not the one given.</summary>
    public static string OtherThan(params string[] codes) => Codes.First(code => !codes.Contains(code));

    /// <summary>A page without what is random in it; the length of what was random stays.</summary>
    public static string Comparable(this HttpAnswer answer, string? email = null) => Token().Replace(
        email is null ? answer.Body : answer.Body.Replace(email, "ADDRESS", StringComparison.Ordinal), match => $"value=\"{match.Groups[1].Value.Length}\"");

    [GeneratedRegex("value=\"(CfDJ8[^\"]*)\"")]
    private static partial Regex Token();
}

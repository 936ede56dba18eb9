using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>The first step, over HTTP.</summary>
public class PasswordTests
{
    private static readonly Dictionary<string, string> BehindProxy = new() { ["Portal:TrustedProxies"] = "127.0.0.1" };

    [Fact]
    public async Task The_right_password_signs_in_where_no_code_is_asked_for()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();

        var answer = await browser.PasswordAsync("  ANNA@Example.com ");

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/home", answer.Location?.PathAndQuery);
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Disabled_with_a_key_signs_in_without_a_code()
    {
        await using var app = new PortalApp();
        await app.AddOperatorAsync("Paul", "paul@example.com", own: TwoFactorPolicy.Disabled, key: "KRUGKIDROVUWG2ZAMJZG653OEBTG66BA");
        using var browser = app.NewBrowser();

        Assert.Equal("/home", (await browser.PasswordAsync("paul@example.com")).Location?.PathAndQuery);
    }

    [Fact]
    public async Task Required_with_nothing_set_up_gets_a_page_that_waits_for_mail_and_no_session()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();

        var answer = await browser.PasswordAsync("bram@example.com");
        var page = await browser.FollowAsync(answer);

        Assert.Equal("/sign-in/set-up", answer.Location?.PathAndQuery);
        Assert.Null(browser.CookieOf(Steps.SessionCookie));
        Assert.Null(browser.CookieOf(Steps.PendingCookie));
        Assert.Contains("Check your e-mail", page.Text, StringComparison.Ordinal);
        using var stranger = app.NewBrowser();
        Assert.Equal("/sign-in", (await stranger.GetAsync("/sign-in/set-up")).Location?.PathAndQuery);
    }

    [Fact]
    public async Task Wrong_unknown_deactivated_and_single_sign_on_only_get_the_same_answer()
    {
        await using var app = new PortalApp();
        await app.AddOperatorAsync("Hugo", "hugo@example.com");
        await app.AddOperatorAsync("Karl", "karl@example.com", key: "KRUGKIDROVUWG2ZAMJZG653OEBTG66BA");
        await app.AddOperatorAsync("Sven", "sven@example.com", loginOptions: LoginOptions.SingleSignOn);
        await app.AddOperatorAsync("Dora", "dora@example.com");
        await app.ChangeAsync("dora@example.com", who => who.State = OperatorState.Deactivated);
        var answers = new List<string>();

        foreach (var (email, password) in new[]
        {
            ("hugo@example.com", "Not-The-Password"), ("nemo@example.com", "Not-The-Password"), ("nemo@example.com", DemoPeople.Password),
            ("sven@example.com", DemoPeople.Password), ("dora@example.com", DemoPeople.Password), ("karl@example.com", "Not-The-Password"),
        })
        {
            using var browser = app.NewBrowser();
            var answer = await browser.PasswordAsync(email, password);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("E-mail or password is wrong.", answer.Text, StringComparison.Ordinal);
            Assert.Equal(email, answer.Document.QuerySelector("#email")!.GetAttribute("value"));
            Assert.Equal("true", answer.Document.QuerySelector("#password")!.GetAttribute("aria-invalid"));
            Assert.Null(answer.Document.QuerySelector("#password")!.GetAttribute("value"));
            Assert.Null(browser.CookieOf(Steps.SessionCookie));
            answers.Add(string.Join('\n', answer.Headers.Keys.Order()) + answer.Comparable(email));
        }

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task What_cannot_be_right_is_said_and_not_counted()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();
        foreach (var (email, password, sentence) in new[]
        {
            ("", "x", "Type your e-mail address."),
            ("anna", "x", "Type one whole address"),
            ("anna@example.com\0", "x", "could not be read"),
            ("Anna <anna@example.com>", "x", "Type one whole address"),
            ("anna@example.com", "", "Type your password."),
            ("anna@example.com", "Demo-Pass-2026\0", "could not be read"),
        })
        {
            var answer = await browser.PasswordAsync(email, password);

            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
            Assert.DoesNotContain('\0', answer.Body);
        }

        await using var db = app.Contexts.AcrossAccounts();
        Assert.False(await db.PasswordTries.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Too_long_is_said_and_not_counted()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();

        Assert.Contains("more than 256 characters", (await browser.PasswordAsync("anna@example.com", new('x', 257))).Text, StringComparison.Ordinal);
        Assert.Contains("Type one whole address", (await browser.PasswordAsync(new string('x', 10_000) + "@example.com", "x")).Text, StringComparison.Ordinal);
        Assert.Contains("could not be read", (await browser.PasswordAsync("anna@example.com", new('x', 20_000))).Text, StringComparison.Ordinal);
        Assert.Contains("could not be read", (await browser.PasswordAsync("anna@example.com", new('x', 80_000))).Text, StringComparison.Ordinal);
        await using var db = app.Contexts.AcrossAccounts();
        Assert.False(await db.PasswordTries.AnyAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task From_the_fifth_failure_on_one_waits_longer_and_longer_and_a_known_address_no_longer_than_an_unknown()
    {
        foreach (var email in new[] { "anna@example.com", "nemo@example.com" })
        {
            var clock = Steps.Monday();
            await using var app = new PortalApp(clock);
            using var browser = app.NewBrowser();
            for (var failure = 1; failure <= 5; failure++)
            {
                Assert.Equal(HttpStatusCode.BadRequest, (await browser.PasswordAsync(email, "wrong")).Status);
            }

            foreach (var seconds in new[] { 1, 2, 4, 8, 16, 32, 60, 60 })
            {
                var answer = await browser.PasswordAsync(email, DemoPeople.Password);
                Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
                Assert.Equal($"{seconds}", answer.Headers["Retry-After"]);
                Assert.Contains(seconds == 1 ? "Wait 1 second," : $"Wait {seconds} seconds,", answer.Text, StringComparison.Ordinal);
                clock.Advance(TimeSpan.FromSeconds(seconds));
                Assert.Equal(HttpStatusCode.BadRequest, (await browser.PasswordAsync(email, "wrong")).Status);
            }
        }
    }

    [Fact]
    public async Task A_stranger_costs_the_owner_five_seconds_at_most_and_nothing_where_the_owner_has_been_before()
    {
        var clock = Steps.Monday();
        await using var app = new PortalApp(clock, settings: BehindProxy);
        using var home = From(app, "198.51.100.7");
        Assert.Equal("/home", (await home.PasswordAsync("anna@example.com")).Location?.AbsolutePath);
        for (var network = 1; network <= 40; network++)
        {
            using var stranger = From(app, $"203.0.113.{network}");
            var answer = await stranger.PasswordAsync("anna@example.com", "wrong");
            if (answer.Status == HttpStatusCode.TooManyRequests)
            {
                var wait = int.Parse(answer.Headers["Retry-After"], System.Globalization.CultureInfo.InvariantCulture);
                Assert.InRange(wait, 1, 5);
                clock.Advance(TimeSpan.FromSeconds(wait));
                await stranger.PasswordAsync("anna@example.com", "wrong");
            }
        }

        using var elsewhere = From(app, "192.0.2.1");
        Assert.Equal("5", (await elsewhere.PasswordAsync("anna@example.com")).Headers["Retry-After"]);
        using var again = From(app, "198.51.100.7");
        Assert.Equal("/home", (await again.PasswordAsync("anna@example.com")).Location?.AbsolutePath);
        clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("/home", (await elsewhere.PasswordAsync("anna@example.com")).Location?.AbsolutePath);
    }

    [Theory]
    [InlineData("198.51.100.7, 10.0.0.9")]
    [InlineData("203.0.113.66, 198.51.100.7, 10.0.0.9")]
    public async Task Through_a_chain_of_named_proxies_the_address_is_that_of_who_came_to_it(string forwarded)
    {
        await using var app = new PortalApp(settings: new Dictionary<string, string> { ["Portal:TrustedProxies"] = "127.0.0.1, 10.0.0.0/24" });
        using var browser = From(app, forwarded);
        Assert.Equal("/home", (await browser.PasswordAsync("anna@example.com")).Location?.AbsolutePath);

        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal("198.51.100.7", (await db.Sessions.SingleAsync(TestContext.Current.CancellationToken)).AddressPrefix);
    }

    [Fact]
    public async Task One_subscriber_of_IPv6_is_one_network()
    {
        await using var app = new PortalApp(Steps.Monday(), settings: BehindProxy);
        for (var host = 1; host <= 4; host++)
        {
            using var browser = From(app, $"2001:db8:1:2::{host}");
            await browser.PasswordAsync("anna@example.com", "wrong");
        }

        // The fifth from this network is still answered, the sixth waits; of another network's answer only the overall wait is heard.
        using var fifth = From(app, "2001:db8:1:2::5");
        Assert.Equal(HttpStatusCode.BadRequest, (await fifth.PasswordAsync("anna@example.com", "wrong")).Status);
        using var sixth = From(app, "2001:db8:1:2:ffff::1");
        Assert.Equal("1", (await sixth.PasswordAsync("anna@example.com", "wrong")).Headers["Retry-After"]);
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(2, await db.PasswordTries.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Without_a_trusted_proxy_nobody_is_believed_about_where_they_come_from()
    {
        await using var app = new PortalApp(Steps.Monday());
        for (var host = 1; host <= 5; host++)
        {
            using var stranger = From(app, $"203.0.113.{host}");
            await stranger.PasswordAsync("anna@example.com", "wrong");
        }

        using var browser = From(app, "203.0.113.6");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.PasswordAsync("anna@example.com", "wrong")).Status);
        await using var db = app.Contexts.AcrossAccounts();
        var addresses = await db.AuditEntries.Where(entry => entry.Refused != null).Select(entry => entry.Address).ToListAsync(TestContext.Current.CancellationToken);
        Assert.All(addresses, address => Assert.Equal("127.0.0.1", address));
    }

    [Fact]
    public async Task The_waiting_time_survives_a_restart()
    {
        var directory = PortalApp.NewDataDirectory();
        var clock = Steps.Monday();
        try
        {
            await using (var app = new PortalApp(clock, dataDirectory: directory))
            {
                using var browser = app.NewBrowser();
                for (var failure = 1; failure <= 5; failure++)
                {
                    await browser.PasswordAsync("anna@example.com", "wrong");
                }
            }

            await using var again = new PortalApp(clock, dataDirectory: directory);
            using var later = again.NewBrowser();
            Assert.Equal(HttpStatusCode.TooManyRequests, (await later.PasswordAsync("anna@example.com")).Status);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task The_page_says_why_one_is_there_again()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();

        Assert.Contains("An administrator has reset", (await browser.GetAsync("/sign-in?closed=Reset")).Text, StringComparison.Ordinal);
        Assert.Contains("nothing happened for a while", (await browser.GetAsync("/sign-in?closed=idle")).Text, StringComparison.Ordinal);
        Assert.Equal((await browser.GetAsync("/sign-in")).Comparable(), (await browser.GetAsync("/sign-in?closed=%3Cscript%3E")).Comparable());
    }

    [Fact]
    public async Task Demo_people_are_shown_in_Development_alone_with_what_holds_for_them_now()
    {
        await using (var app = new PortalApp())
        {
            using var browser = app.NewBrowser();
            Assert.Contains("Bram bram@example.com Override: Required Set-up due at next sign-in", (await browser.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
            await app.ChangeAsync("bram@example.com", who => who.PolicyOverride = TwoFactorPolicy.Disabled);
            Assert.Contains("Bram bram@example.com Override: Disabled Disabled", (await browser.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
            Assert.Contains("KRUG KIDR OVUW", (await browser.GetAsync("/sign-in")).Text, StringComparison.Ordinal);
        }

        await using var real = new PortalApp(environment: "Production", settings: Behind("https://portal.example.com"));
        using var visitor = real.NewBrowser();
        visitor.Headers.Add("X-Forwarded-Proto", "https");
        var page = await visitor.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("emo", page.Body, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Behind(string publicUrl) => new(BehindProxy) { ["Portal:PublicUrl"] = publicUrl };

    private static HttpBrowser From(PortalApp app, string address)
    {
        var browser = app.NewBrowser();
        browser.Headers.Add("X-Forwarded-For", address);
        return browser;
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.SignIn;

/// <summary>The second step, over HTTP.</summary>
public class CodeTests
{
    private const string Carla = "carla@example.com";
    private const string Refused = "Wrong or already used. Wait for the next code.";

    private readonly PretendPhone phone = PortalApp.PhoneOf(Carla);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_code_signs_in_and_leads_to_the_page_that_was_asked_for()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();

        var answer = await browser.PasswordAsync(Carla, page: "/sign-in?returnUrl=%2Fme%3Ftab%3Dactivity");
        Assert.Equal("/sign-in/code?returnUrl=%2Fme%3Ftab%3Dactivity", answer.Location?.PathAndQuery);
        Assert.Null(browser.CookieOf(Steps.SessionCookie));
        var page = await browser.FollowAsync(answer);
        Assert.Contains("the six digits under Portal, carla@example.com.", page.Text, StringComparison.Ordinal);
        var code = await phone.CodeAsync(app.Now);
        var signedIn = await browser.SubmitAsync(page, Steps.CodeForm, ("code", $" {code[..3]} {code[3..]} "));

        Assert.Equal(HttpStatusCode.SeeOther, signedIn.Status);
        Assert.Equal("/me?tab=activity", signedIn.Location?.PathAndQuery);
        Assert.Null(browser.CookieOf(Steps.PendingCookie));
        Assert.True(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Wrong_malformed_and_used_codes_get_one_answer()
    {
        var clock = Steps.Monday();
        await using var app = new PortalApp(clock);
        using var first = app.NewBrowser();
        var used = await phone.CodeAsync(app.Now);
        Assert.Equal("/home", (await first.SignInAsync(Carla, used)).Location?.AbsolutePath);
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla);
        var answers = new List<string>();

        foreach (var input in new[]
        {
            used, Steps.OtherThan(used), "", "12345", "1234567", new string('1', 10_000), "\0", $"{used}\0", "١٢٣٤٥٦", "１２３４５６", "-1", "abc", "<script>", "1e5",
        })
        {
            var answer = await browser.CodeAsync(input);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains(Refused, answer.Text, StringComparison.Ordinal);
            answers.Add(answer.Comparable(Carla));
        }

        Assert.Single(answers.Distinct());
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_code_counts_once_and_an_older_one_not_after_a_newer()
    {
        var clock = Steps.Monday();
        await using var app = new PortalApp(clock);
        var older = await phone.CodeAsync(app.Now);
        var newer = await phone.CodeAsync(app.Now.AddSeconds(30));
        using var first = app.NewBrowser();
        using var second = app.NewBrowser();

        Assert.Equal("/home", (await first.SignInAsync(Carla, newer)).Location?.AbsolutePath);

        Assert.Contains(Refused, (await second.SignInAsync(Carla, newer)).Text, StringComparison.Ordinal);
        Assert.Contains(Refused, (await second.CodeAsync(older)).Text, StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal("/home", (await second.CodeAsync(await phone.CodeAsync(app.Now))).Location?.AbsolutePath);
    }

    [Theory]
    [InlineData(-61, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(61, false)]
    public async Task A_phone_may_be_half_a_minute_off(int seconds, bool opens)
    {
        await using var app = new PortalApp(Steps.Monday());
        using var browser = app.NewBrowser();

        var answer = await browser.SignInAsync(Carla, await phone.CodeAsync(app.Now.AddSeconds(seconds)));

        Assert.Equal(opens, answer.Location?.AbsolutePath == "/home");
    }

    [Fact]
    public async Task Of_fifty_posts_at_once_with_one_code_exactly_one_opens_a_session()
    {
        await using var app = new PortalApp(Steps.Monday());
        var code = await phone.CodeAsync(app.Now);
        var browsers = Enumerable.Range(0, 50).Select(_ => app.NewBrowser()).ToList();
        foreach (var browser in browsers)
        {
            await browser.PasswordAsync(Carla);
        }

        var pages = await Task.WhenAll(browsers.Select(browser => browser.GetAsync("/sign-in/code")));
        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) => browser.SubmitAsync(page, Steps.CodeForm, ("code", code))));

        Assert.Single(answers, answer => answer.Location?.AbsolutePath == "/home");
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(1, await db.Sessions.CountAsync(Cancellation));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Fifty_posts_at_once_in_one_sign_in_try_five_codes()
    {
        await using var app = new PortalApp(Steps.Monday());
        var wrong = Steps.OtherThan(await CodesAroundAsync(app.Now));
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla);
        var page = await browser.GetAsync("/sign-in/code");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => browser.SubmitAsync(page, Steps.CodeForm, ("code", wrong))));

        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(5, (await db.PendingSignIns.SingleAsync(Cancellation)).CodeTries);
    }

    [Fact]
    public async Task The_code_of_somebody_else_is_wrong_in_ones_own_account_or_another()
    {
        await using var app = new PortalApp(Steps.Monday());
        var other = await app.AddAccountAsync("Another Company");
        await app.AddOperatorAsync("Zoë", "zoe@example.org", key: "NJ2W24DTEBXXMZLSEB2GQZJANRQXU6JA", accountId: other.Id);
        var theirs = await PortalApp.PhoneOf("gijs@example.com").CodeAsync(app.Now);
        using var browser = app.NewBrowser();

        Assert.Contains(Refused, (await browser.SignInAsync(Carla, theirs)).Text, StringComparison.Ordinal);

        // Two people with one key by chance: each code is still each one's own.
        using var gijs = app.NewBrowser();
        using var zoe = app.NewBrowser();
        Assert.Equal("/home", (await gijs.SignInAsync("gijs@example.com", theirs)).Location?.AbsolutePath);
        Assert.Equal("/home", (await zoe.SignInAsync("zoe@example.org", theirs)).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Five_wrong_codes_end_the_sign_in()
    {
        await using var app = new PortalApp(Steps.Monday());
        var right = await phone.CodeAsync(app.Now);
        var wrong = Steps.OtherThan(await CodesAroundAsync(app.Now));
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla, page: "/sign-in?returnUrl=%2Fme");
        var page = await browser.GetAsync("/sign-in/code?returnUrl=%2Fme");
        for (var failure = 1; failure <= 4; failure++)
        {
            Assert.Contains(Refused, (await browser.SubmitAsync(page, Steps.CodeForm, ("code", wrong))).Text, StringComparison.Ordinal);
        }

        var fifth = await browser.SubmitAsync(page, Steps.CodeForm, ("code", wrong));

        Assert.Equal("/sign-in?closed=late&returnUrl=%2Fme", fifth.Location?.PathAndQuery);
        Assert.Contains("This sign-in is over: it took too long, was used, or something was changed. Start again.", (await browser.FollowAsync(fifth)).Text, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await browser.SubmitAsync(page, Steps.CodeForm, ("code", right))).Location?.AbsolutePath);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Twenty_five_wrong_codes_in_a_year_end_guessing_and_neither_the_owner_nor_a_restart_gives_them_back()
    {
        var directory = PortalApp.NewDataDirectory();
        var clock = Steps.Monday();
        try
        {
            await using (var app = new PortalApp(clock, dataDirectory: directory))
            {
                for (var guess = 1; guess <= 24; guess++)
                {
                    using var guesser = app.NewBrowser();
                    await guesser.SignInAsync(Carla, Steps.OtherThan(await CodesAroundAsync(app.Now)));
                    Pass(TimeSpan.FromDays(1));
                }

                using var owner = app.NewBrowser();
                Assert.Equal("/home", (await owner.SignInAsync(Carla, await phone.CodeAsync(app.Now))).Location?.AbsolutePath);
            }

            await using var again = new PortalApp(clock, dataDirectory: directory);
            clock.Advance(TimeSpan.FromMinutes(1));
            using var last = again.NewBrowser();
            var answer = await last.SignInAsync(Carla, Steps.OtherThan(await CodesAroundAsync(again.Now)));
            Assert.Contains("A code is not enough any more", answer.Text, StringComparison.Ordinal);
            Assert.Empty(answer.Document.QuerySelectorAll(Steps.CodeForm));

            using var carla = again.NewBrowser();
            await carla.PasswordAsync(Carla);
            Assert.Contains("reset-two-factor", (await carla.GetAsync("/sign-in/code")).Text, StringComparison.Ordinal);
            var forms = await carla.GetAsync("/sign-in");
            var token = forms.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
            var forced = await carla.PostAsync("/sign-in/code", ("__RequestVerificationToken", token), ("code", await phone.CodeAsync(again.Now)));
            Assert.Contains("A code is not enough any more", forced.Text, StringComparison.Ordinal);
            Assert.False(await carla.IsSignedInAsync());

            // A year after the first of them one is free again.
            Pass(TimeSpan.FromDays(342));
            using var next = again.NewBrowser();
            Assert.Equal("/home", (await next.SignInAsync(Carla, await phone.CodeAsync(again.Now))).Location?.AbsolutePath);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }

        // Without the ticks on the way: whoever looks each second would look thirty million times.
        void Pass(TimeSpan time) => clock.AdjustTime(clock.GetUtcNow() + time);
    }

    [Fact]
    public async Task A_sign_in_waits_ten_minutes_and_not_longer_however_busy_it_is()
    {
        var clock = Steps.Monday();
        await using var app = new PortalApp(clock);
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla);
        clock.Advance(TimeSpan.FromSeconds(599));
        var page = await browser.GetAsync("/sign-in/code");
        Assert.Equal(HttpStatusCode.OK, page.Status);

        clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal("/sign-in?closed=late", (await browser.GetAsync("/sign-in/code")).Location?.PathAndQuery);
        Assert.Equal("/sign-in", (await browser.SubmitAsync(page, Steps.CodeForm, ("code", await phone.CodeAsync(app.Now)))).Location?.AbsolutePath);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("deactivated")]
    [InlineData("password changed")]
    [InlineData("single sign-on only")]
    public async Task A_sign_in_that_waits_is_dead_once_the_operator_has_changed(string how)
    {
        await using var app = new PortalApp(Steps.Monday());
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla);
        var page = await browser.GetAsync("/sign-in/code");

        await (how switch
        {
            "reset" => app.Contexts.WriteAcrossAccountsAsync(async db =>
            {
                var who = await db.Operators.Include(person => person.Authenticator).SingleAsync(person => person.Email == Carla);
                var service = (TwoFactorEnrollments)app.Services.GetService(typeof(TwoFactorEnrollments))!;
                return await service.ResetAsync(db, who, app.Now);
            }),
            "deactivated" => app.ChangeAsync(Carla, who => who.State = OperatorState.Deactivated),
            "password changed" => app.ChangeAsync(Carla, who => who.SecurityStamp = "another"),
            _ => app.ChangeAsync(Carla, who => who.LoginOptions = LoginOptions.SingleSignOn),
        });

        Assert.Equal("/sign-in", (await browser.SubmitAsync(page, Steps.CodeForm, ("code", await phone.CodeAsync(app.Now)))).Location?.AbsolutePath);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task A_key_that_cannot_be_read_refuses_and_is_never_taken_for_no_key()
    {
        await using var app = new PortalApp(Steps.Monday());
        await app.Contexts.WriteAcrossAccountsAsync(db => db.Authenticators
            .ExecuteUpdateAsync(set => set.SetProperty(authenticator => authenticator.ProtectedKey, new byte[] { 1, 2, 3 })));
        using var browser = app.NewBrowser();

        var answer = await browser.SignInAsync(Carla, await phone.CodeAsync(app.Now));

        Assert.Contains(Refused, answer.Text, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task The_pre_code_cookie_opens_nothing()
    {
        await using var app = new PortalApp(Steps.Monday());
        using var browser = app.NewBrowser();
        using var stranger = app.NewBrowser();
        await browser.PasswordAsync(Carla);
        Assert.NotNull(browser.CookieOf(Steps.PendingCookie));

        foreach (var path in Routes.ToGet(app))
        {
            var (waiting, nobody) = (await browser.GetAsync(path), await stranger.GetAsync(path));
            if (path is not ("/sign-in/code" or "/sign-in/help"))
            {
                Assert.Equal((path, nobody.Status, nobody.Location), (path, waiting.Status, waiting.Location));
            }

            Assert.DoesNotContain("data-ready", waiting.Body, StringComparison.Ordinal);
        }
    }

    private async Task<string[]> CodesAroundAsync(DateTimeOffset now) =>
        [await phone.CodeAsync(now.AddSeconds(-30)), await phone.CodeAsync(now), await phone.CodeAsync(now.AddSeconds(30))];
}

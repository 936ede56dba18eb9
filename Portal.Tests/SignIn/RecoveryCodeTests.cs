using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>Signing in without the phone, over HTTP.</summary>
public class RecoveryCodeTests
{
    private const string Carla = "carla@example.com";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("recovery")]
    [InlineData("code")]
    public async Task A_recovery_code_signs_in_from_either_field_and_the_session_says_so(string field)
    {
        await using var app = new PortalApp(Steps.Monday());
        var codes = await app.AddRecoveryCodesAsync(Carla);
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla, page: "/sign-in?returnUrl=%2Fme");
        var page = await browser.GetAsync("/sign-in/code");
        Assert.Contains("A recovery code works here too.", page.Text, StringComparison.Ordinal);

        var answer = await browser.SubmitAsync(page, Steps.CodeForm, (field, $" {codes[0].ToLowerInvariant().Replace('-', ' ')}"));

        Assert.Equal("/me", answer.Location?.AbsolutePath);
        var me = await browser.GetAsync("/me");
        Assert.Contains("Is the phone gone?", me.Text, StringComparison.Ordinal);
        Assert.Contains("9 of 10 left.", me.Text, StringComparison.Ordinal);
        await using var db = app.Contexts.AcrossAccounts();
        var session = await db.Sessions.SingleAsync(Cancellation);
        Assert.Equal((SignInMethod.PasswordAndRecoveryCode, true), (session.Method, session.ProvenByCode));
        var entry = await db.AuditEntries.SingleAsync(row => row.Action == "RecoveryCodeUsed", Cancellation);
        Assert.Equal(("Carla", "10", "9", (string?)null), (entry.ActorName, entry.Before, entry.After, entry.Refused));
        Assert.Equal("PasswordAndRecoveryCode", (await db.AuditEntries.SingleAsync(row => row.Action == "SignedIn", Cancellation)).After);
    }

    [Fact]
    public async Task Wrong_malformed_and_used_recovery_codes_get_one_answer()
    {
        await using var app = new PortalApp(Steps.Monday());
        var codes = await app.AddRecoveryCodesAsync(Carla);
        using var first = app.NewBrowser();
        await first.PasswordAsync(Carla);
        Assert.Equal("/home", (await RecoverAsync(first, codes[0])).Location?.AbsolutePath);
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla);
        var answers = new List<string>();

        foreach (var input in new[] { codes[0], RecoveryCode.Create().ToGroups(), "x", "3K7QP-XM4T0", new string('A', 10_000), "３K7QP-XM4TD", "<script>" })
        {
            var answer = await RecoverAsync(browser, input);
            Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
            Assert.Contains("Wrong or already used. Try another recovery code.", answer.Text, StringComparison.Ordinal);
            answers.Add(answer.Comparable(Carla));
        }

        Assert.Single(answers.Distinct());
        var unreadable = await RecoverAsync(browser, $"{codes[1]}\0");
        Assert.Equal(HttpStatusCode.BadRequest, unreadable.Status);
        Assert.Contains("Wrong or already used.", unreadable.Text, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal("/home", (await RecoverAsync(browser, codes[1])).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Fifty_posts_at_once_with_one_recovery_code_open_one_session()
    {
        await using var app = new PortalApp(Steps.Monday());
        var code = (await app.AddRecoveryCodesAsync(Carla))[0];
        var browsers = Enumerable.Range(0, 50).Select(_ => app.NewBrowser()).ToList();
        foreach (var browser in browsers)
        {
            await browser.PasswordAsync(Carla);
        }

        var pages = await Task.WhenAll(browsers.Select(browser => browser.GetAsync("/sign-in/code")));
        var answers = await Task.WhenAll(browsers.Zip(pages, (browser, page) => browser.SubmitAsync(page, Steps.CodeForm, ("recovery", code))));

        Assert.Single(answers, answer => answer.Location?.AbsolutePath == "/home");
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Five_wrong_codes_of_whichever_kind_end_the_sign_in_and_count_for_the_year()
    {
        var clock = Steps.Monday();
        await using var app = new PortalApp(clock);
        var codes = await app.AddRecoveryCodesAsync(Carla);
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla);
        var page = await browser.GetAsync("/sign-in/code");
        for (var failure = 1; failure <= 5; failure++)
        {
            await browser.SubmitAsync(page, Steps.CodeForm, (failure % 2 == 0 ? "recovery" : "code", RecoveryCode.Create().ToGroups()));
        }

        Assert.Equal("/sign-in", (await browser.SubmitAsync(page, Steps.CodeForm, ("recovery", codes[0]))).Location?.AbsolutePath);
        await using (var db = app.Contexts.AcrossAccounts())
        {
            Assert.Equal(5, (await db.PendingSignIns.SingleAsync(Cancellation)).CodeTries);
        }

        for (var guess = 6; guess <= 25; guess++)
        {
            using var guesser = app.NewBrowser();
            await guesser.PasswordAsync(Carla);
            await RecoverAsync(guesser, RecoveryCode.Create().ToGroups());
            clock.Advance(TimeSpan.FromDays(1));
        }

        using var last = app.NewBrowser();
        await last.PasswordAsync(Carla);
        var answer = await last.SubmitAsync(page, Steps.CodeForm, ("recovery", codes[0]));
        Assert.False(await last.IsSignedInAsync());
        Assert.Contains("A code is not enough any more", (await last.FollowAsync(answer)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_script_the_second_field_is_there_and_is_for_letters()
    {
        await using var app = new PortalApp(Steps.Monday());
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla);

        var page = await browser.GetAsync("/sign-in/code");

        var field = page.Document.QuerySelector("details input[name=recovery]")!;
        Assert.Equal(("off", null, null), (field.GetAttribute("autocomplete"), field.GetAttribute("inputmode"), field.GetAttribute("value")));
        Assert.Equal("Recovery code", page.Document.QuerySelector($"label[for={field.Id}]")!.TextContent);
        Assert.Equal("numeric", page.Document.QuerySelector("input[name=code]")!.GetAttribute("inputmode"));
    }

    private static async Task<HttpAnswer> RecoverAsync(HttpBrowser browser, string code) =>
        await browser.SubmitAsync(await browser.GetAsync("/sign-in/code"), Steps.CodeForm, ("recovery", code));
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.SignIn;

/// <summary>Without a phone, over HTTP and without JavaScript.</summary>
public class HelpTests
{
    private const string Carla = "carla@example.com";
    private const string HelpForm = "form[action='/sign-in/help']";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_the_right_password_there_is_nothing_to_see_or_to_ask()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();

        Assert.Equal("/sign-in?closed=late", (await browser.GetAsync("/sign-in/help")).Location?.PathAndQuery);
        var token = (await browser.GetAsync("/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await browser.PostAsync("/sign-in/help", ("__RequestVerificationToken", token));
        Assert.Equal("/sign-in?closed=late", answer.Location?.PathAndQuery);

        // The password of somebody who is asked for no code leads nowhere here either.
        using var annas = await app.SignInAsync("anna@example.com");
        Assert.Equal("/sign-in", (await annas.GetAsync("/sign-in/help")).Location?.AbsolutePath);
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(0, await db.HelpRequests.CountAsync(Cancellation));
    }

    [Fact]
    public async Task Another_site_cannot_ask()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla);

        var answer = await browser.PostAsync("/sign-in/help");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("This page was open too long. Try again.", answer.Text, StringComparison.Ordinal);
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(0, await db.HelpRequests.CountAsync(Cancellation));
    }

    [Fact]
    public async Task The_code_page_leads_to_help_whose_words_stay_the_same_in_every_browser()
    {
        await using var app = new PortalApp(Steps.Monday());
        using var browser = app.NewBrowser();
        var code = await browser.FollowAsync(await browser.PasswordAsync(Carla, page: "/sign-in?returnUrl=%2Fme"));
        var link = code.Document.QuerySelectorAll("a").Single(link => link.TextContent == "Ask for help").GetAttribute("href")!;
        Assert.Equal("/sign-in/help?returnUrl=%2Fme", link);

        var page = await browser.GetAsync(link);
        Assert.Contains("A recovery code, if you kept yours", page.Text, StringComparison.Ordinal);
        Assert.Contains("Whoever runs the server can always help, with the command reset-two-factor.", page.Text, StringComparison.Ordinal);
        var asked = await browser.SubmitAsync(page, HelpForm);
        Assert.Equal((HttpStatusCode.SeeOther, "/sign-in/help?returnUrl=%2Fme"), (asked.Status, asked.Location?.PathAndQuery));
        var open = await browser.FollowAsync(asked);
        Assert.Contains("Your request is good until tomorrow, 10:00.", open.Text, StringComparison.Ordinal);
        Assert.Contains("Let you in without a code until tonight", open.Text, StringComparison.Ordinal);
        Assert.Contains("Whoever runs the server can always help", open.Text, StringComparison.Ordinal);

        using var again = app.NewBrowser();
        await again.PasswordAsync(Carla);
        Assert.Equal(PhraseOn(open), PhraseOn(await again.GetAsync("/sign-in/help")));
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(["Ada", "Gijs"], await db.Mails.Where(mail => mail.Kind == "help").OrderBy(mail => mail.ToName).Select(mail => mail.ToName).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task In_Dutch_the_words_are_Dutch()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();
        browser.Headers.AcceptLanguage.ParseAdd("nl");
        await browser.PasswordAsync(Carla);

        var open = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/sign-in/help"), HelpForm));

        Assert.Contains("lees deze twee woorden voor", open.Text, StringComparison.Ordinal);
        Assert.All(PhraseOn(open).Split(' '), word => Assert.Contains(word, Portal.Texts.HelpPhrase.WordsOf("nl")));
    }

    [Fact]
    public async Task After_No_code_until_tonight_the_password_alone_signs_in_and_at_midnight_no_longer()
    {
        var clock = Steps.Monday();
        await using var app = new PortalApp(clock);
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Carla);
        await browser.SubmitAsync(await browser.GetAsync("/sign-in/help"), HelpForm);
        await LetInAsync(app);

        Assert.Contains("Sign in again: your password alone lets you in.", (await browser.GetAsync("/sign-in/help")).Text, StringComparison.Ordinal);
        Assert.Equal("/home", (await browser.PasswordAsync(Carla)).Location?.AbsolutePath);

        // 23:00 UTC is midnight in Amsterdam, where the account is.
        clock.Advance(new DateTimeOffset(2026, 11, 23, 22, 59, 59, TimeSpan.Zero) - clock.GetUtcNow());
        using var evening = app.NewBrowser();
        Assert.Equal("/home", (await evening.PasswordAsync(Carla)).Location?.AbsolutePath);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var night = app.NewBrowser();
        Assert.Equal("/sign-in/code", (await night.PasswordAsync(Carla)).Location?.AbsolutePath);
    }

    [Fact]
    public async Task The_only_administrator_is_told_honestly_that_nobody_can_answer()
    {
        await using var app = new PortalApp();
        await app.ChangeAsync("admin@example.com", ada => ada.State = OperatorState.Deactivated);
        using var browser = app.NewBrowser();
        await browser.PasswordAsync("gijs@example.com");

        var page = await browser.GetAsync("/sign-in/help");

        Assert.Contains("You are the only account administrator", page.Text, StringComparison.Ordinal);
        Assert.Contains("Whoever runs the server can always help", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("button.pri"));
    }

    private static string PhraseOn(HttpAnswer page) => Assert.Single(page.Document.QuerySelectorAll(".phrase")).TextContent;

    private static async Task LetInAsync(PortalApp app)
    {
        var (ada, help) = (await app.FindAsync("admin@example.com"), (HelpRequests)app.Services.GetService(typeof(HelpRequests))!);
        var sessions = (Sessions)app.Services.GetService(typeof(Sessions))!;
        var session = await app.Contexts.WriteAsync(ada.AccountId, db => Task.FromResult(
            sessions.Open(db, ada, SignInMethod.Password, new("192.0.2.10", "192.0.2.10", "Tests")).Session));
        var actor = new Actor(ada.Id, ada.AccountId, session.Id, session.Address, session.UserAgent);
        var request = Assert.Single(await help.WaitingAsync(actor));
        Assert.True((await help.LetInUntilTonightAsync(actor, request.OperatorId, request.Id)).IsDone);
    }
}

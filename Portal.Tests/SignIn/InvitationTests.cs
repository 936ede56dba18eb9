using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.SignIn;

/// <summary>Accepting an invitation, over HTTP: Finn of the demo account, under each setting.</summary>
public sealed class InvitationTests : IAsyncDisposable
{
    private const string Finn = "finn@example.com";
    private const string AcceptForm = "form[action='/link/accept']";
    private const string NotNowForm = "form[action='/link/not-now']";
    private const string Password = "four words are enough";

    private readonly FakeTimeProvider clock = Steps.Monday();
    private readonly PortalApp app;

    public InvitationTests() => app = new(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Invitations Invitations => app.Services.GetRequiredService<Invitations>();

    private TwoFactorEnrollments Enrollments => app.Services.GetRequiredService<TwoFactorEnrollments>();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task It_says_who_invites_whom_into_what_and_opening_changes_nothing()
    {
        var link = await LinkAsync();
        HttpAnswer? page = null;
        for (var scanner = 0; scanner < 5; scanner++)
        {
            using var robot = app.NewBrowser();
            page = await robot.VisitAsync(link);
        }

        Assert.Equal("/link", page!.Address.AbsolutePath);
        Assert.Equal("Ada invites you to Example Company", page.Document.QuerySelector("h1")!.TextContent);
        Assert.Contains("Finn", page.Text, StringComparison.Ordinal);
        Assert.Contains(Finn, page.Text, StringComparison.Ordinal);
        Assert.Contains("At least 12 characters", page.Text, StringComparison.Ordinal);
        Assert.Equal(["new-password", "new-password"], page.Document.QuerySelectorAll("input[type=password]").Select(field => field.GetAttribute("autocomplete")));
        var finn = await app.FindAsync(Finn);
        Assert.Equal((OperatorState.Invited, null), (finn.State, finn.PasswordHash));
    }

    [Fact]
    public async Task Under_Disabled_the_password_is_all_and_opens_the_session()
    {
        await SettingAsync(TwoFactorPolicy.Disabled);
        using var browser = app.NewBrowser();

        var answer = await ChooseAsync(browser, await LinkAsync());

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        await AssertJoinedAsync(browser);
    }

    [Fact]
    public async Task Under_Optional_set_up_is_offered_and_Not_now_opens_the_session()
    {
        using var browser = app.NewBrowser();

        var offer = await browser.FollowAsync(await ChooseAsync(browser, await LinkAsync()));

        Assert.Equal("/welcome/set-up?set-up=open", offer.Document.QuerySelectorAll("a").Single(link => link.TextContent.Trim() == "Scan QR code").GetAttribute("href"));
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(OperatorState.Invited, (await app.FindAsync(Finn)).State);
        Assert.Equal("/home", (await browser.SubmitAsync(offer, NotNowForm)).Location?.AbsolutePath);
        await AssertJoinedAsync(browser);
    }

    [Fact]
    public async Task Under_Optional_the_wizard_can_be_taken_and_its_end_joins_with_a_code_from_then_on()
    {
        using var browser = app.NewBrowser();
        await ChooseAsync(browser, await LinkAsync());

        await FinishWizardAsync(browser);

        await AssertJoinedAsync(browser);
        using var next = app.NewBrowser();
        Assert.Equal("/sign-in/code", (await next.PasswordAsync(Finn, Password)).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Under_Required_the_wizard_comes_first_and_cannot_be_skipped()
    {
        await SettingAsync(TwoFactorPolicy.Required);
        using var browser = app.NewBrowser();
        var link = await LinkAsync();

        var answer = await ChooseAsync(browser, link);

        Assert.Equal("/welcome/set-up", answer.Location?.AbsolutePath);
        Assert.Equal("/welcome/set-up", (await SendAsync(browser, "/link/not-now")).Location?.AbsolutePath);
        Assert.Equal("/welcome/set-up", (await browser.VisitAsync(link)).Address.AbsolutePath);
        foreach (var path in new[] { "/home", "/me", "/operators", "/sign-in/set-up" })
        {
            Assert.Equal("/sign-in", (await browser.VisitAsync(path)).Address.AbsolutePath);
        }

        await SendAsync(browser, "/link/finish", ("ticket", ""));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.PasswordAsync(Finn, Password)).Status);
        Assert.Equal(OperatorState.Invited, (await app.FindAsync(Finn)).State);

        await FinishWizardAsync(browser);

        await AssertJoinedAsync(browser);
        Assert.NotNull((await app.FindAsync(Finn)).Authenticator);
        Assert.Equal(0, await MailsAsync("set-up"));
    }

    [Fact]
    public async Task Not_now_leads_to_the_wizard_when_it_was_made_Required_meanwhile()
    {
        using var browser = app.NewBrowser();
        var offer = await browser.FollowAsync(await ChooseAsync(browser, await LinkAsync()));
        await SettingAsync(TwoFactorPolicy.Required);

        var answer = await browser.SubmitAsync(offer, NotNowForm);

        Assert.Equal("/welcome/set-up", answer.Location?.AbsolutePath);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(OperatorState.Invited, (await app.FindAsync(Finn)).State);
    }

    [Theory]
    [InlineData(TwoFactorPolicy.Optional, "Not now")]
    [InlineData(TwoFactorPolicy.Disabled, "Continue to Portal")]
    public async Task When_it_is_no_longer_Required_meanwhile_there_is_a_way_without_it(TwoFactorPolicy then, string button)
    {
        await SettingAsync(TwoFactorPolicy.Required);
        using var browser = app.NewBrowser();
        var link = await LinkAsync();
        await ChooseAsync(browser, link);
        await SettingAsync(then);

        Assert.Contains("href=\"/link\"", (await browser.GetAsync("/welcome/set-up")).Body, StringComparison.Ordinal);
        var page = await browser.VisitAsync("/link");
        Assert.Equal(button, page.Document.QuerySelector($"{NotNowForm} button")!.TextContent);
        Assert.Equal("/home", (await browser.SubmitAsync(page, NotNowForm)).Location?.AbsolutePath);
        await AssertJoinedAsync(browser);
    }

    [Fact]
    public async Task Another_browser_chooses_a_password_anew_and_the_one_before_is_over()
    {
        var link = await LinkAsync();
        using var first = app.NewBrowser();
        using var second = app.NewBrowser();
        var offer = await first.FollowAsync(await ChooseAsync(first, link, "the first of the passwords"));
        var actor = await LinkActorAsync();
        var shown = (await Enrollments.StartAsync(actor)).Value!;

        Assert.Single((await second.VisitAsync(link)).Document.QuerySelectorAll(AcceptForm));
        await second.FollowAsync(await ChooseAsync(second, link));

        Assert.Single((await first.FollowAsync(await first.SubmitAsync(offer, NotNowForm))).Document.QuerySelectorAll(AcceptForm));
        Assert.Null(await Enrollments.FindAsync(actor));
        Assert.Equal(Refusal.LinkIsOver, (await Enrollments.StartAsync(actor)).Refused);
        Assert.NotEqual(shown.Key, (await Enrollments.StartAsync(await LinkActorAsync())).Value!.Key);
        Assert.Equal("/home", (await second.SubmitAsync(await second.VisitAsync(link), NotNowForm)).Location?.AbsolutePath);
        await AssertJoinedAsync(second);
    }

    [Fact]
    public async Task Of_twenty_acceptances_at_once_one_joins_and_its_password_is_the_one()
    {
        await SettingAsync(TwoFactorPolicy.Disabled);
        var link = await LinkAsync();
        var browsers = Enumerable.Range(0, 20).Select(_ => app.NewBrowser()).ToList();
        var pages = await Task.WhenAll(browsers.Select(browser => browser.VisitAsync(link)));

        var answers = await Task.WhenAll(browsers.Select((browser, number) => SubmitAsync(browser, pages[number], $"{Password} {number}")));

        var winner = Assert.Single(Enumerable.Range(0, 20), number => answers[number].Location?.AbsolutePath == "/home");
        Assert.Equal(1, await SessionsAsync());
        using var next = app.NewBrowser();
        Assert.Equal("/home", (await next.PasswordAsync(Finn, $"{Password} {winner}")).Location?.AbsolutePath);
        Assert.All(browsers.Where((_, number) => number != winner), loser => Assert.Null(loser.CookieOf(Steps.SessionCookie)));
        browsers.ForEach(browser => browser.Dispose());
    }

    [Fact]
    public async Task Not_now_twenty_times_at_once_opens_one_session()
    {
        using var browser = app.NewBrowser();
        var offer = await browser.FollowAsync(await ChooseAsync(browser, await LinkAsync()));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => browser.SubmitAsync(offer, NotNowForm)));

        Assert.Equal(1, await SessionsAsync());
        Assert.Equal(OperatorState.Active, (await app.FindAsync(Finn)).State);
    }

    [Theory]
    [InlineData("expired", "This link has expired", "Ask Ada for another")]
    [InlineData("used", "This invitation was accepted", "Use Sign in")]
    [InlineData("replaced", "A newer link has been sent", "Only the newest one works")]
    [InlineData("replaced and used", "This invitation was accepted", "Use Sign in")]
    [InlineData("address corrected", "A newer link has been sent", "ask Ada for another")]
    [InlineData("revoked", "This invitation was revoked", "ask whoever invited you")]
    [InlineData("unknown", "This link is not known", "Part of the address may be missing")]
    public async Task A_link_that_no_longer_works_says_why_and_what_helps(string how, string title, string help)
    {
        var link = await LinkAsync();
        var (ada, finn) = (await ActorAsync("admin@example.com"), await app.FindAsync(Finn));
        using var accepting = app.NewBrowser();
        await SettingAsync(TwoFactorPolicy.Disabled);
        clock.Advance(TimeSpan.FromMinutes(1));
        switch (how)
        {
            case "expired":
                clock.Advance(TimeSpan.FromDays(21));
                break;
            case "used":
                await ChooseAsync(accepting, link);
                break;
            case "replaced":
                Assert.True((await Invitations.ResendAsync(ada, finn.Id)).IsDone);
                break;
            case "replaced and used":
                Assert.True((await Invitations.ResendAsync(ada, finn.Id)).IsDone);
                await ChooseAsync(accepting, await LinkAsync());
                break;
            case "address corrected":
                Assert.True((await Invitations.CorrectEmailAsync(ada, finn.Id, "finn.b@example.com")).IsDone);
                break;
            case "revoked":
                Assert.True((await Invitations.RevokeAsync(ada, finn.Id)).IsDone);
                break;
            case "unknown":
                link = link[..^5];
                break;
        }

        using var browser = app.NewBrowser();
        var page = await browser.VisitAsync(link);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains(title, page.Text, StringComparison.Ordinal);
        Assert.Contains(help, page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Gone, (await SendAsync(browser, "/link/accept", ("password", Password), ("again", Password))).Status);
    }

    [Fact]
    public async Task It_works_for_21_days_from_the_moment_it_left_the_house()
    {
        var link = await LinkAsync();
        clock.Advance(TimeSpan.FromDays(21) - TimeSpan.FromMinutes(1));
        using var browser = app.NewBrowser();
        var page = await browser.VisitAsync(link);
        Assert.Equal(HttpStatusCode.OK, page.Status);

        clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(HttpStatusCode.Gone, (await SubmitAsync(browser, page, Password)).Status);
        Assert.Null((await app.FindAsync(Finn)).PasswordHash);
    }

    [Theory]
    [InlineData("", "Choose a password.")]
    [InlineData("eleven char", "Too short")]
    [InlineData("password1234", "Too easy to guess")]
    [InlineData("finn@example.com", "Too easy to guess")]
    [InlineData("aaaaaaaaaaaaaaaaaa", "Too easy to guess")]
    [InlineData("four words\u0007 with a bell", "cannot be typed")]
    [InlineData("long", "Too long")]
    public async Task A_password_that_does_not_fit_gets_its_reason_under_the_field_and_changes_nothing(string password, string reason)
    {
        using var browser = app.NewBrowser();
        var page = await browser.VisitAsync(await LinkAsync());

        var answer = await SubmitAsync(browser, page, password == "long" ? new string('x', 10_000) : password);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(reason, answer.Document.QuerySelector("#password-fault")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(answer.Document.QuerySelectorAll("input[type=password]"), field => field.HasAttribute("value"));
        Assert.Null((await app.FindAsync(Finn)).PasswordHash);
    }

    [Fact]
    public async Task A_password_with_NUL_in_it_cannot_be_read_and_changes_nothing()
    {
        using var browser = app.NewBrowser();
        var page = await browser.VisitAsync(await LinkAsync());

        var answer = await SubmitAsync(browser, page, "four words\0 with a gap");

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("could not be read", answer.Text, StringComparison.Ordinal);
        Assert.Single(answer.Document.QuerySelectorAll(AcceptForm));
        Assert.Null((await app.FindAsync(Finn)).PasswordHash);
    }

    [Fact]
    public async Task The_second_time_must_be_the_same()
    {
        using var browser = app.NewBrowser();
        var page = await browser.VisitAsync(await LinkAsync());

        var answer = await browser.SubmitAsync(page, AcceptForm, ("password", Password), ("again", Password + "!"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("not the same", answer.Document.QuerySelector("#again-fault")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await app.FindAsync(Finn)).PasswordHash);
    }

    [Theory]
    [InlineData("пароль из четырёх слов")]
    [InlineData("密码需要十二个字以上才可以")]
    [InlineData("🦊🦊🐙🐙🦉🦉 and more")]
    public async Task A_password_of_any_script_is_taken(string password)
    {
        await SettingAsync(TwoFactorPolicy.Disabled);
        using var browser = app.NewBrowser();

        await ChooseAsync(browser, await LinkAsync(), password);

        using var next = app.NewBrowser();
        Assert.Equal("/home", (await next.PasswordAsync(Finn, password)).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Fields_that_the_form_does_not_have_do_nothing()
    {
        await SettingAsync(TwoFactorPolicy.Disabled);
        var before = await app.FindAsync(Finn);
        using var browser = app.NewBrowser();
        await browser.VisitAsync(await LinkAsync());

        await SendAsync(
            browser,
            "/link/accept",
            ("password", Password), ("again", Password), ("role", "Administrator"), ("Role", "1"), ("accountId", Guid.NewGuid().ToString()), ("email", "other@example.com"), ("name", "Other"));

        var after = await app.FindAsync(Finn);
        Assert.Equal((OperatorState.Active, OperatorRole.Basic, "Finn", Finn, before.AccountId), (after.State, after.Role, after.Name, after.Email, after.AccountId));
    }

    [Fact]
    public async Task The_session_of_somebody_else_in_the_same_browser_is_not_used_and_gives_way()
    {
        await SettingAsync(TwoFactorPolicy.Disabled);
        using var browser = await app.SignInAsync("anna@example.com");

        var answer = await ChooseAsync(browser, await LinkAsync());

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        var page = await browser.VisitAsync("/home");
        Assert.Contains("Finn", page.Text, StringComparison.Ordinal);
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(
            SessionEnd.Replaced,
            await db.Sessions.Where(session => db.Operators.Any(person => person.Id == session.OperatorId && person.Email == "anna@example.com"))
                .Select(session => session.EndedBecause).SingleAsync(Cancellation));
        Assert.Equal("Finn", await db.AuditEntries.Where(entry => entry.Action == "InvitationAccepted").Select(entry => entry.ActorName).SingleAsync(Cancellation));
    }

    [Theory]
    [InlineData(null, "nl", "Ada nodigt u uit voor Example Company", "nl")]
    [InlineData("nl-BE,nl;q=0.9", "en", "Ada nodigt u uit voor Example Company", "nl")]
    [InlineData("en-US", "nl", "Ada invites you to Example Company", "en")]
    [InlineData("pt-BR", "nl", "Ada nodigt u uit voor Example Company", "nl")]
    public async Task The_browser_has_the_language_and_else_the_invitation(string? browsers, string invitations, string title, string then)
    {
        await app.ChangeAsync(Finn, who => (who.Language, who.PolicyOverride) = (invitations, TwoFactorPolicy.Disabled));
        using var browser = app.NewBrowser();
        if (browsers is not null)
        {
            browser.Headers.AcceptLanguage.ParseAdd(browsers);
        }

        var page = await browser.VisitAsync(await LinkAsync());
        await SubmitAsync(browser, page, Password);

        Assert.Equal(title, page.Document.QuerySelector("h1")!.TextContent);
        Assert.Equal(then, (await app.FindAsync(Finn)).Language);
    }

    [Fact]
    public async Task A_form_that_was_open_too_long_is_answered_with_a_fresh_one()
    {
        using var browser = app.NewBrowser();
        await browser.VisitAsync(await LinkAsync());

        var answer = await browser.PostAsync("/link/accept", ("password", Password), ("again", Password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Single(answer.Document.QuerySelectorAll(AcceptForm));
        Assert.Contains("This page was open too long.", answer.Text, StringComparison.Ordinal);
        Assert.Null((await app.FindAsync(Finn)).PasswordHash);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_address_is_proved_by_an_invitation_that_came_by_mail_and_not_by_one_that_was_handed_over(bool byMail)
    {
        using var ada = await app.SignInAsync("admin@example.com");
        var invited = await app.Services.GetRequiredService<Invitations>().InviteAsync(
            await ActorAsync("admin@example.com"), new("Noor", "noor@example.com", OperatorRole.Basic, "en", TwoFactorPolicy.Disabled), byMail);
        Assert.True(invited.IsDone, $"{invited.Refused}");
        using var noor = app.NewBrowser();

        await ChooseAsync(noor, await app.LinkOfAsync("noor@example.com", LinkPurpose.Invitation));

        var row = await app.FindAsync("noor@example.com");
        Assert.Equal((OperatorState.Active, byMail), (row.State, row.EmailConfirmed));
    }

    private static Task<HttpAnswer> SubmitAsync(HttpBrowser browser, HttpAnswer page, string password) =>
        browser.SubmitAsync(page, AcceptForm, ("password", password), ("again", password));

    private static async Task<HttpAnswer> ChooseAsync(HttpBrowser browser, string link, string password = Password) =>
        await SubmitAsync(browser, await browser.VisitAsync(link), password);

    // A form of ours, with whatever fields somebody likes.
    private static async Task<HttpAnswer> SendAsync(HttpBrowser browser, string path, params (string Name, string Value)[] fields)
    {
        var token = (await browser.GetAsync("/sign-out")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync(path, [.. fields, ("__RequestVerificationToken", token)]);
    }

    private Task<string> LinkAsync() => app.LinkOfAsync(Finn, LinkPurpose.Invitation);

    private Task<int> SettingAsync(TwoFactorPolicy setting) => app.ChangeAsync(Finn, who => who.PolicyOverride = setting);

    private async Task<Actor> LinkActorAsync()
    {
        var finn = await app.FindAsync(Finn);
        await using var db = app.Contexts.AcrossAccounts();
        var link = await db.Links.Where(row => row.OperatorId == finn.Id).OrderByDescending(row => row.CreatedAt).FirstAsync(Cancellation);
        return new(finn.Id, finn.AccountId, Guid.Empty, "192.0.2.1", "Tests", link.Id, finn.SecurityStamp);
    }

    // The wizard by the services, as the page's circuit calls them; the form that it ends with by HTTP.
    private async Task FinishWizardAsync(HttpBrowser browser)
    {
        var actor = await LinkActorAsync();
        var started = (await Enrollments.StartAsync(actor)).Value!;
        var phone = PretendPhone.FromKey(started.Key.ToBase32());
        var finished = Assert.IsType<FinishAnswer.Active>(await Enrollments.FinishAsync(actor, started.Id, await phone.CodeAsync(app.Now)));
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal("/home", (await SendAsync(browser, "/link/finish", ("ticket", finished.Ticket!.Value))).Location?.AbsolutePath);
    }

    private async Task AssertJoinedAsync(HttpBrowser browser)
    {
        Assert.True(await browser.IsSignedInAsync());
        var finn = await app.FindAsync(Finn);
        Assert.Equal((OperatorState.Active, true), (finn.State, finn.EmailConfirmed));
        Assert.Equal(1, await SessionsAsync());
        await using var db = app.Contexts.AcrossAccounts();
        Assert.NotNull((await db.Links.SingleAsync(link => link.OperatorId == finn.Id, Cancellation)).SpentAt);
        var entry = await db.AuditEntries.Where(entry => entry.Action == "InvitationAccepted").SingleAsync(Cancellation);
        Assert.Equal(("Finn", "Finn"), (entry.ActorName, entry.SubjectName));
    }

    private Task<Actor> ActorAsync(string email) => app.Contexts.WriteAcrossAccountsAsync(async db =>
    {
        var who = await db.Operators.SingleAsync(person => person.Email == email);
        var (session, _) = app.Services.GetRequiredService<Sessions>().Open(db, who, SignInMethod.Password, new("192.0.2.1", "192.0.2.1", "Tests"));
        return new Actor(who.Id, who.AccountId, session.Id, "192.0.2.1", "Tests");
    });

    private async Task<int> SessionsAsync()
    {
        var finn = await app.FindAsync(Finn);
        await using var db = app.Contexts.AcrossAccounts();
        return await db.Sessions.CountAsync(session => session.OperatorId == finn.Id, Cancellation);
    }

    private async Task<int> MailsAsync(string kind)
    {
        await using var db = app.Contexts.AcrossAccounts();
        return await db.Mails.CountAsync(mail => mail.Kind == kind, Cancellation);
    }
}

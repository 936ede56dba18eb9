using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Domain;
using Portal.Security;
using Portal.SignIn;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.SignIn;

/// <summary>Links with which operators set two-factor authentication up: over HTTP, and by the circuit's own protocol.</summary>
public sealed class SetUpLinkTests : IAsyncDisposable
{
    private const string Bram = "bram@example.com";
    private const string LinkForm = "form[action='/link/password']";
    private const string AgainForm = "form[action='/sign-in/set-up']";

    private readonly FakeTimeProvider clock = Steps.Monday();
    private readonly PortalApp app;

    public SetUpLinkTests() => app = new(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task After_the_right_password_there_is_no_session_but_a_page_that_says_that_a_mail_is_on_its_way()
    {
        using var browser = app.NewBrowser();

        var answer = await browser.PasswordAsync(Bram);

        Assert.Equal("/sign-in/set-up", answer.Location?.AbsolutePath);
        var page = await browser.FollowAsync(answer);
        Assert.Contains("Check your e-mail", page.Text, StringComparison.Ordinal);
        Assert.Contains("b•••@example.com", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Bram, page.Body, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(1, await MailsAsync());
    }

    [Fact]
    public async Task Signing_in_again_sends_no_second_mail_while_the_last_link_has_ten_minutes_left()
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        await app.LinkOfAsync(Bram);
        clock.Advance(TimeSpan.FromMinutes(19));
        await browser.PasswordAsync(Bram);
        Assert.Equal(1, await MailsAsync());

        clock.Advance(TimeSpan.FromMinutes(2));
        await browser.PasswordAsync(Bram);

        Assert.Equal(2, await MailsAsync());
    }

    [Fact]
    public async Task Another_mail_can_be_asked_for_after_a_minute_and_ten_times_a_day()
    {
        using var browser = app.NewBrowser();
        var page = await browser.FollowAsync(await browser.PasswordAsync(Bram));
        Assert.True(page.Document.QuerySelector($"{AgainForm} button")!.HasAttribute("disabled"));
        await browser.SubmitAsync(page, AgainForm);
        Assert.Equal(1, await MailsAsync());

        for (var more = 0; more < 12; more++)
        {
            clock.Advance(TimeSpan.FromMinutes(1));
            await browser.SubmitAsync(await browser.GetAsync("/sign-in/set-up"), AgainForm);
        }

        Assert.Equal(10, await MailsAsync());
    }

    [Fact]
    public async Task The_browser_that_proved_the_password_goes_straight_on_and_another_one_is_asked_for_it()
    {
        using var proved = app.NewBrowser();
        await proved.PasswordAsync(Bram);
        var link = await app.LinkOfAsync(Bram);

        var straight = await proved.FollowAsync(await proved.GetAsync(link));
        using var other = app.NewBrowser();
        var asked = await other.FollowAsync(await other.GetAsync(link));
        var wrong = await other.SubmitAsync(asked, LinkForm, ("password", "Not-The-Password"));
        var right = await other.FollowAsync(await other.SubmitAsync(wrong, LinkForm, ("password", DemoPeople.Password)));

        Assert.Equal("/welcome/set-up", straight.Address.AbsolutePath);
        Assert.Contains("another browser than the one you signed in with", asked.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Contains("That password is not right.", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("/welcome/set-up", right.Address.AbsolutePath);
        Assert.False(await other.IsSignedInAsync());
    }

    [Fact]
    public async Task The_password_alone_opens_no_wizard_before_the_link_is_opened_in_that_browser()
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        await app.LinkOfAsync(Bram);

        var page = await browser.GetAsync("/welcome/set-up?set-up=open");

        Assert.Contains("This page no longer works", page.Text, StringComparison.Ordinal);
        await using var circuit = new CircuitClient(app.BaseAddress, browser.Cookies);
        await circuit.OpenAsync("/welcome/set-up?set-up=open");
        await circuit.WaitForTextAsync("This page no longer works");
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Empty(await db.PendingKeys.ToListAsync(Cancellation));
    }

    [Fact]
    public async Task After_a_link_was_handed_over_signing_in_still_mails_one_of_its_own()
    {
        var bram = await app.FindAsync(Bram);
        await app.Services.GetRequiredService<SetUpLinks>().HandOverAsync(await ActorAsync("admin@example.com"), bram.Id);
        clock.Advance(TimeSpan.FromMinutes(1));
        using var browser = app.NewBrowser();

        await browser.PasswordAsync(Bram);

        Assert.Equal(1, await MailsAsync());
        await browser.VisitAsync(await app.LinkOfAsync(Bram));
        Assert.Equal("/welcome/set-up", (await browser.VisitAsync("/link")).Address.AbsolutePath);
    }

    [Fact]
    public async Task The_token_leaves_the_address_at_once()
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);

        var answer = await browser.GetAsync(await app.LinkOfAsync(Bram));

        Assert.Equal(HttpStatusCode.SeeOther, answer.Status);
        Assert.Equal("/link", answer.Location?.PathAndQuery);
        Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
    }

    [Fact]
    public async Task Opened_by_five_scanners_first_a_link_still_works()
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        var link = await app.LinkOfAsync(Bram);
        for (var scanner = 0; scanner < 5; scanner++)
        {
            using var robot = app.NewBrowser();
            await robot.VisitAsync(link);
        }

        Assert.Equal("/welcome/set-up", (await browser.VisitAsync(link)).Address.AbsolutePath);
        Assert.Null((await app.FindAsync(Bram)).Authenticator);
    }

    [Theory]
    [InlineData("expired", "This link has expired", "a new link is then mailed to you")]
    [InlineData("used", "This link has been used", "Sign in with your password and a code")]
    [InlineData("replaced", "A newer link has been sent", "Only the newest one works")]
    [InlineData("unknown", "This link is not known", "Part of the address may be missing")]
    [InlineData("not asked for", "There is nothing to set up", "Sign in as usual")]
    public async Task A_link_that_no_longer_works_says_why_and_what_helps(string how, string title, string help)
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        var link = await app.LinkOfAsync(Bram);
        switch (how)
        {
            case "expired":
                clock.Advance(TimeSpan.FromMinutes(30));
                break;
            case "used":
                await SetUpAsync(browser, link);
                break;
            case "replaced":
                clock.Advance(TimeSpan.FromMinutes(1));
                await browser.SubmitAsync(await browser.GetAsync("/sign-in/set-up"), AgainForm);
                break;
            case "unknown":
                link = link[..^5];
                break;
            case "not asked for":
                await app.ChangeAsync(Bram, who => who.PolicyOverride = TwoFactorPolicy.Disabled);
                break;
        }

        using var stranger = app.NewBrowser();
        var page = await stranger.VisitAsync(link);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains(title, page.Text, StringComparison.Ordinal);
        Assert.Contains(help, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finishing_activates_signs_in_and_from_then_on_each_sign_in_asks_for_a_code()
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        var (phone, ticket) = await SetUpAsync(browser, await app.LinkOfAsync(Bram));
        Assert.False(await browser.IsSignedInAsync());

        var answer = await FinishAsync(browser, ticket);

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        Assert.True(await browser.IsSignedInAsync());
        using var next = app.NewBrowser();
        Assert.Equal("/sign-in/code", (await next.PasswordAsync(Bram)).Location?.AbsolutePath);
        Assert.Equal(HttpStatusCode.BadRequest, (await next.CodeAsync(await phone.CodeAsync(app.Now))).Status);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal("/home", (await next.CodeAsync(await phone.CodeAsync(app.Now))).Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_ticket_opens_one_session_in_the_browser_that_proved_the_password_and_in_no_other()
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        var link = await app.LinkOfAsync(Bram);
        using var thief = app.NewBrowser();
        await thief.PasswordAsync("carla@example.com");
        var (_, ticket) = await SetUpAsync(browser, link);

        var stolen = await FinishAsync(thief, ticket);
        var first = await FinishAsync(browser, ticket);
        using var copy = new HttpBrowser(app.BaseAddress, browser.Cookies);
        var second = await FinishAsync(copy, ticket);

        Assert.StartsWith("/sign-in", stolen.Location?.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("/home", first.Location?.AbsolutePath);
        Assert.StartsWith("/sign-in", second.Location?.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(1, await SessionsAsync());
    }

    [Fact]
    public async Task Somebody_else_who_gave_the_password_gets_nothing_from_a_set_up_finished_elsewhere()
    {
        using var owner = app.NewBrowser();
        using var guesser = app.NewBrowser();
        await guesser.PasswordAsync(Bram);
        await owner.PasswordAsync(Bram);
        await SetUpAsync(owner, await app.LinkOfAsync(Bram));

        var page = await guesser.VisitAsync("/sign-in/set-up");
        await FinishAsync(guesser, "");

        Assert.Contains("Set-up is finished", page.Text, StringComparison.Ordinal);
        Assert.False(await guesser.IsSignedInAsync());
        Assert.Equal(0, await SessionsAsync());
    }

    [Fact]
    public async Task Until_it_is_finished_the_same_link_can_be_opened_again_and_shows_the_same_key()
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        var link = await app.LinkOfAsync(Bram);

        var first = await KeyAsync(browser, link);
        var again = await KeyAsync(browser, link);

        Assert.Equal(first, again);
    }

    [Fact]
    public async Task Of_two_browsers_that_finish_at_once_with_one_code_one_is_told_yes()
    {
        using var one = app.NewBrowser();
        using var two = app.NewBrowser();
        await one.PasswordAsync(Bram);
        await two.PasswordAsync(Bram);
        await app.LinkOfAsync(Bram);
        var actor = await LinkActorAsync();
        var enrollments = app.Services.GetRequiredService<TwoFactorEnrollments>();
        var started = (await enrollments.StartAsync(actor)).Value!;
        var code = await PretendPhone.FromKey(started.Key.ToBase32()).CodeAsync(app.Now);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => enrollments.FinishAsync(actor, started.Id, code))));

        Assert.Single(answers, answer => answer is FinishAnswer.Active);
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal((1, 1), (await db.SignInTickets.CountAsync(Cancellation), await db.Authenticators.CountAsync(row => row.OperatorId == actor.OperatorId, Cancellation)));
    }

    [Fact]
    public async Task With_another_operators_session_in_the_browser_the_links_own_password_is_asked_for_and_the_new_session_takes_the_place()
    {
        using var browser = await app.SignInAsync("anna@example.com");
        using var proved = app.NewBrowser();
        await proved.PasswordAsync(Bram);
        var link = await app.LinkOfAsync(Bram);

        var asked = await browser.VisitAsync(link);
        Assert.NotNull(asked.Document.QuerySelector(LinkForm));
        await browser.SubmitAsync(asked, LinkForm, ("password", DemoPeople.Password));
        var (_, ticket) = await SetUpAsync(browser, link);
        await FinishAsync(browser, ticket);

        Assert.Equal(1, await SessionsAsync());
        var anna = await app.FindAsync("anna@example.com");
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(Portal.Data.SessionEnd.Replaced, await db.Sessions.Where(session => session.OperatorId == anna.Id).Select(session => session.EndedBecause).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task The_circuit_of_a_link_takes_steps_in_their_order_only_and_nothing_is_active_before_a_right_code()
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        await app.LinkOfAsync(Bram);
        var actor = await LinkActorAsync();
        var enrollments = app.Services.GetRequiredService<TwoFactorEnrollments>();

        Assert.IsType<FinishAnswer.TimeIsUp>(await enrollments.FinishAsync(actor, Guid.NewGuid(), "123456"));
        var started = (await enrollments.StartAsync(actor)).Value!;
        Assert.Equal(Refusal.Invalid, (await enrollments.MoveAsync(actor, started.Id, new(EnrollmentStep.Finished, EnrollmentStep.Scan))).Refused);
        Assert.IsType<FinishAnswer.Wrong>(await enrollments.FinishAsync(actor, started.Id, ""));
        await enrollments.CancelAsync(actor, started.Id);
        Assert.IsType<FinishAnswer.TimeIsUp>(await enrollments.FinishAsync(actor, started.Id, await PretendPhone.FromKey(started.Key.ToBase32()).CodeAsync(app.Now)));

        Assert.Null((await app.FindAsync(Bram)).Authenticator);
    }

    [Fact]
    public async Task A_key_that_was_shown_in_a_session_is_not_the_one_that_a_link_shows()
    {
        await app.ChangeAsync(Bram, who => who.PolicyOverride = TwoFactorPolicy.Optional);
        using var session = await app.SignInAsync(Bram);
        await using var open = new CircuitClient(app.BaseAddress, session.Cookies);
        var seen = await KeyOnAsync(open, "/me?set-up=open");
        await app.ChangeAsync(Bram, who => who.PolicyOverride = TwoFactorPolicy.Required);
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);

        Assert.NotEqual(seen, await KeyAsync(browser, await app.LinkOfAsync(Bram)));
    }

    [Fact]
    public async Task A_link_carries_set_up_and_no_other_act()
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        await app.LinkOfAsync(Bram);
        var bram = await app.FindAsync(Bram);
        await using var db = app.Contexts.AcrossAccounts();
        var link = await db.Links.SingleAsync(row => row.OperatorId == bram.Id, Cancellation);
        var actor = new Actor(bram.Id, bram.AccountId, Guid.Empty, "192.0.2.1", "Tests", link.Id, bram.SecurityStamp);
        var enrollments = app.Services.GetRequiredService<TwoFactorEnrollments>();

        Assert.Equal(Refusal.NotAllowed, (await enrollments.StopAsync(actor)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await app.Services.GetRequiredService<Portal.Operators.OperatorDetails>().RenameAsync(actor, bram.Id, "Other")).Refused);
        Assert.True((await enrollments.StartAsync(actor)).IsDone);
        Assert.Equal(Refusal.LinkIsOver, (await enrollments.StartAsync(actor with { LinkId = Guid.NewGuid() })).Refused);
        Assert.Equal(Refusal.LinkIsOver, (await enrollments.StartAsync(actor with { OperatorId = (await app.FindAsync("anna@example.com")).Id })).Refused);
    }

    [Fact]
    public async Task A_reset_voids_the_links_that_are_open()
    {
        var ada = await ActorAsync("admin@example.com");
        await app.ChangeAsync("carla@example.com", who => who.PolicyOverride = TwoFactorPolicy.Required);
        var carla = await app.FindAsync("carla@example.com");
        await app.Contexts.WriteAcrossAccountsAsync(db => app.Services.GetRequiredService<OneTimeLinks>().AddAsync(db, carla, LinkPurpose.SetUp, OneTimeLinks.SetUpLife));
        var link = await app.LinkOfAsync("carla@example.com");

        await app.Services.GetRequiredService<TwoFactorEnrollments>().ResetAsync(ada, carla.Id, "");

        using var browser = app.NewBrowser();
        Assert.Contains("A newer link has been sent", (await browser.VisitAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_an_administrator_sends_works_72_hours_and_always_asks_for_the_password()
    {
        var ada = await ActorAsync("admin@example.com");
        var bram = await app.FindAsync(Bram);
        Assert.True((await app.Services.GetRequiredService<SetUpLinks>().SendAsync(ada, bram.Id)).IsDone);
        Assert.Equal(Refusal.TooSoon, (await app.Services.GetRequiredService<SetUpLinks>().SendAsync(ada, bram.Id)).Refused);
        var link = await app.LinkOfAsync(Bram);
        clock.Advance(TimeSpan.FromHours(71));
        using var browser = app.NewBrowser();

        var asked = await browser.VisitAsync(link);
        var onward = await browser.FollowAsync(await browser.SubmitAsync(asked, LinkForm, ("password", DemoPeople.Password)));

        Assert.Contains("This link was sent to you.", asked.Text, StringComparison.Ordinal);
        Assert.Equal("/welcome/set-up", onward.Address.AbsolutePath);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Contains("This link has expired", (await browser.VisitAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_handed_over_asks_for_proof_and_is_written_down()
    {
        var ada = await ActorAsync("admin@example.com");
        var bram = await app.FindAsync(Bram);
        clock.Advance(TimeSpan.FromMinutes(16));
        var setUp = app.Services.GetRequiredService<SetUpLinks>();
        Assert.Equal(Refusal.ProofNeeded, (await setUp.HandOverAsync(ada, bram.Id)).Refused);
        await app.Services.GetRequiredService<RecentProof>().AnswerAsync(ada, DemoPeople.Password);

        var handed = await setUp.HandOverAsync(ada, bram.Id);

        using var browser = app.NewBrowser();
        Assert.Contains("This link was sent to you.", (await browser.VisitAsync(handed.Value!.PathAndQuery)).Text, StringComparison.Ordinal);
        await using var db = app.Contexts.AcrossAccounts();
        var entry = await db.AuditEntries.Where(entry => entry.Action == "LinkHandedOver").SingleAsync(Cancellation);
        Assert.Equal(("Ada", "Bram"), (entry.ActorName, entry.SubjectName));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    [InlineData("long")]
    [InlineData("密码")]
    public async Task A_password_that_is_none_gets_a_message_and_changes_nothing(string password)
    {
        using var browser = app.NewBrowser();
        await browser.PasswordAsync(Bram);
        using var other = app.NewBrowser();
        var page = await other.VisitAsync(await app.LinkOfAsync(Bram));

        var answer = await other.SubmitAsync(page, LinkForm, ("password", password == "long" ? new string('x', 10_000) : password));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Document.QuerySelector(".errline"));
    }

    private static async Task<string> KeyOnAsync(CircuitClient page, string path)
    {
        await page.OpenAsync(path);
        await page.WaitForTextAsync("Next");
        if (page.Text.Contains("Can't scan?", StringComparison.Ordinal))
        {
            await page.ClickAsync(element => element.Name == "a" && element.Text.Contains("by hand", StringComparison.Ordinal));
        }

        await page.WaitForTextAsync("Details");
        return Regex.Match(string.Concat(page.Text.Where(c => !char.IsWhiteSpace(c))), "[A-Z2-7]{32}").Value;
    }

    private static async Task<HttpAnswer> FinishAsync(HttpBrowser browser, string ticket)
    {
        var token = (await browser.GetAsync("/sign-out")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await browser.PostAsync("/link/finish", ("ticket", ticket), ("__RequestVerificationToken", token));
    }

    private async Task<string> KeyAsync(HttpBrowser browser, string link)
    {
        Assert.Equal("/welcome/set-up", (await browser.VisitAsync(link)).Address.AbsolutePath);
        await using var page = new CircuitClient(app.BaseAddress, browser.Cookies);
        return await KeyOnAsync(page, "/welcome/set-up?set-up=open");
    }

    // The wizard by the services, as the page's circuit calls them.
    private async Task<(PretendPhone Phone, string Ticket)> SetUpAsync(HttpBrowser browser, string link)
    {
        await browser.VisitAsync(link);
        var bram = await app.FindAsync(Bram);
        await using var db = app.Contexts.AcrossAccounts();
        var open = await db.Links.Where(row => row.OperatorId == bram.Id).OrderByDescending(row => row.CreatedAt).FirstAsync(Cancellation);
        var actor = new Actor(bram.Id, bram.AccountId, Guid.Empty, "192.0.2.1", "Tests", open.Id, bram.SecurityStamp);
        var enrollments = app.Services.GetRequiredService<TwoFactorEnrollments>();
        var started = (await enrollments.StartAsync(actor)).Value!;
        var phone = PretendPhone.FromKey(started.Key.ToBase32());
        var finished = await enrollments.FinishAsync(actor, started.Id, await phone.CodeAsync(app.Now));
        return (phone, Assert.IsType<FinishAnswer.Active>(finished).Ticket!.Value);
    }

    private async Task<Actor> LinkActorAsync()
    {
        var bram = await app.FindAsync(Bram);
        await using var db = app.Contexts.AcrossAccounts();
        var open = await db.Links.Where(row => row.OperatorId == bram.Id).OrderByDescending(row => row.CreatedAt).FirstAsync(Cancellation);
        return new(bram.Id, bram.AccountId, Guid.Empty, "192.0.2.1", "Tests", open.Id, bram.SecurityStamp);
    }

    private Task<Actor> ActorAsync(string email) => app.Contexts.WriteAcrossAccountsAsync(async db =>
    {
        var who = await db.Operators.SingleAsync(person => person.Email == email);
        var (session, _) = app.Services.GetRequiredService<Sessions>().Open(db, who, SignInMethod.Password, new("192.0.2.1", "192.0.2.1", "Tests"));
        return new Actor(who.Id, who.AccountId, session.Id, "192.0.2.1", "Tests");
    });

    private async Task<int> MailsAsync()
    {
        await using var db = app.Contexts.AcrossAccounts();
        return await db.Mails.CountAsync(mail => mail.Kind == "set-up", Cancellation);
    }

    private async Task<int> SessionsAsync()
    {
        var bram = await app.FindAsync(Bram);
        await using var db = app.Contexts.AcrossAccounts();
        return await db.Sessions.CountAsync(session => session.OperatorId == bram.Id, Cancellation);
    }
}

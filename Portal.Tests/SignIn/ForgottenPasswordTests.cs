using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>A forgotten password, over HTTP: the link, the new password, and the second factor that follows as always.</summary>
public sealed class ForgottenPasswordTests : IAsyncDisposable
{
    private const string Anna = "anna@example.com";
    private const string ForgotForm = "form[action='/forgot-password']";
    private const string NewForm = "form[action='/link/new-password']";
    private const string Chosen = "Four unrelated words";

    private readonly FakeTimeProvider clock = Steps.Monday();
    private readonly PortalApp app;

    public ForgottenPasswordTests() => app = new(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_known_and_an_unknown_address_get_the_same_answer_and_only_the_known_one_a_mail()
    {
        await app.AddOperatorAsync("Sven", "sven@example.com", loginOptions: LoginOptions.SingleSignOn);
        await app.ChangeAsync("dirk@example.com", who => who.State = OperatorState.Deactivated);
        var known = await AskAsync(Anna);

        foreach (var address in new[] { "nobody@example.com", "sven@example.com", "dirk@example.com" })
        {
            Assert.Equal(known.Comparable(Anna), (await AskAsync(address)).Comparable(address));
        }

        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal([Anna], await db.Mails.Where(mail => mail.Kind == "password").Select(mail => mail.ToAddress).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task The_mailed_link_leads_to_a_new_password_which_signs_in_and_ends_every_other_session()
    {
        using var open = await app.SignInAsync(Anna);
        await AskAsync(Anna);
        using var browser = app.NewBrowser();
        var page = await browser.VisitAsync(await app.LinkOfAsync(Anna, LinkPurpose.PasswordReset));

        var answer = await browser.SubmitAsync(page, NewForm, ("password", Chosen), ("again", Chosen));

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        Assert.True(await browser.IsSignedInAsync());
        Assert.False(await open.IsSignedInAsync());
        using var old = app.NewBrowser();
        Assert.Equal(HttpStatusCode.BadRequest, (await old.PasswordAsync(Anna)).Status);
        Assert.Equal("/home", (await old.PasswordAsync(Anna, Chosen)).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Whoever_is_asked_for_a_code_still_is()
    {
        const string Carla = "carla@example.com";
        var answer = await ChooseAsync(Carla);

        Assert.Equal("/sign-in/code", answer.Answer.Location?.AbsolutePath);
        Assert.False(await answer.Browser.IsSignedInAsync());
        Assert.Equal("/home", (await answer.Browser.CodeAsync(await PortalApp.PhoneOf(Carla).CodeAsync(app.Now))).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Whoever_must_set_up_goes_straight_to_the_wizard_without_a_further_mail()
    {
        var (browser, answer) = await ChooseAsync("bram@example.com");

        Assert.Equal("/welcome/set-up", answer.Location?.AbsolutePath);
        Assert.Contains("Example Company asks for two-factor authentication", (await browser.FollowAsync(answer)).Text, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedInAsync());
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(0, await db.Mails.CountAsync(mail => mail.Kind == "set-up", Cancellation));
    }

    [Fact]
    public async Task Of_twenty_at_once_one_chooses_the_password()
    {
        await AskAsync(Anna);
        var link = await app.LinkOfAsync(Anna, LinkPurpose.PasswordReset);
        var pages = new List<(HttpBrowser Browser, HttpAnswer Page)>();
        for (var one = 0; one < 20; one++)
        {
            var browser = app.NewBrowser();
            pages.Add((browser, await browser.VisitAsync(link)));
        }

        var answers = await Task.WhenAll(pages.Select((page, number) =>
            page.Browser.SubmitAsync(page.Page, NewForm, ("password", $"Password number {number}"), ("again", $"Password number {number}"))));

        Assert.Single(answers, answer => answer.Location?.AbsolutePath == "/home");
        Assert.All(answers.Where(answer => answer.Location?.AbsolutePath != "/home"), answer => Assert.Equal("/link", answer.Location?.AbsolutePath));
        pages.ForEach(page => page.Browser.Dispose());
    }

    [Fact]
    public async Task A_form_acts_on_the_link_that_its_page_showed_and_not_on_one_that_was_opened_since()
    {
        await AskAsync(Anna);
        await AskAsync("carla@example.com");
        using var browser = app.NewBrowser();
        var annas = await browser.VisitAsync(await app.LinkOfAsync(Anna, LinkPurpose.PasswordReset));
        await browser.VisitAsync(await app.LinkOfAsync("carla@example.com", LinkPurpose.PasswordReset));
        var before = (await app.FindAsync("carla@example.com")).PasswordHash;

        var answer = await browser.SubmitAsync(annas, NewForm, ("password", Chosen), ("again", Chosen));

        Assert.Equal("/link", answer.Location?.AbsolutePath);
        Assert.Equal(before, (await app.FindAsync("carla@example.com")).PasswordHash);
    }

    [Theory]
    [InlineData("", "", "Choose a password")]
    [InlineData("short", "short", "Too short")]
    [InlineData("passwordpassword", "passwordpassword", "Too easy")]
    [InlineData("anna@example.com", "anna@example.com", "Too easy")]
    [InlineData("Four unrelated words", "Four other words", "The two are not the same.")]
    [InlineData("long", "long", "Too long")]
    public async Task A_password_that_does_not_fit_is_refused_with_the_reason_and_the_link_still_works(string password, string repeat, string said)
    {
        await AskAsync(Anna);
        var link = await app.LinkOfAsync(Anna, LinkPurpose.PasswordReset);
        using var browser = app.NewBrowser();
        (password, repeat) = password == "long" ? (new string('x', 10_000), new string('x', 10_000)) : (password, repeat);

        var answer = await browser.SubmitAsync(await browser.VisitAsync(link), NewForm, ("password", password), ("again", repeat));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.NotNull((await browser.VisitAsync(link)).Document.QuerySelector(NewForm));
    }

    [Theory]
    [InlineData("expired", "This link has expired")]
    [InlineData("used", "This link has been used")]
    [InlineData("replaced", "A newer link has been sent")]
    [InlineData("deactivated", "A newer link has been sent")]
    public async Task A_link_that_no_longer_works_offers_another(string how, string title)
    {
        await AskAsync(Anna);
        var link = await app.LinkOfAsync(Anna, LinkPurpose.PasswordReset);
        using var browser = app.NewBrowser();
        switch (how)
        {
            case "expired":
                clock.Advance(TimeSpan.FromMinutes(60));
                break;
            case "used":
                await browser.SubmitAsync(await browser.VisitAsync(link), NewForm, ("password", Chosen), ("again", Chosen));
                break;
            case "replaced":
                clock.Advance(TimeSpan.FromMinutes(1));
                await AskAsync(Anna);
                break;
            case "deactivated":
                await app.ChangeAsync(Anna, who => who.State = OperatorState.Deactivated);
                break;
        }

        var page = await browser.VisitAsync(link);

        Assert.Equal(HttpStatusCode.Gone, page.Status);
        Assert.Contains(title, page.Text, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[href='/forgot-password']"));
    }

    [Fact]
    public async Task Looking_at_the_link_changes_nothing_and_a_link_of_another_kind_chooses_no_password()
    {
        await AskAsync(Anna);
        var link = await app.LinkOfAsync(Anna, LinkPurpose.PasswordReset);
        for (var scanner = 0; scanner < 5; scanner++)
        {
            using var robot = app.NewBrowser();
            await robot.VisitAsync(link);
        }

        using var browser = app.NewBrowser();
        Assert.NotNull((await browser.VisitAsync(link)).Document.QuerySelector(NewForm));
        using var other = app.NewBrowser();
        await other.PasswordAsync("bram@example.com");
        await other.VisitAsync(await app.LinkOfAsync("bram@example.com"));
        var token = (await other.GetAsync("/sign-out")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var answer = await other.PostAsync("/link/new-password", ("password", Chosen), ("again", Chosen), ("__RequestVerificationToken", token));

        Assert.Equal("/link", answer.Location?.AbsolutePath);
        Assert.Equal("/sign-in/set-up", (await other.PasswordAsync("bram@example.com")).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Links_are_mailed_once_a_minute_and_ten_times_a_day()
    {
        for (var minute = 0; minute < 15; minute++)
        {
            await AskAsync(Anna);
            await AskAsync(Anna);
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal(10, await db.Mails.CountAsync(mail => mail.Kind == "password", Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("anna")]
    [InlineData("a@b@c")]
    [InlineData("long")]
    public async Task An_address_that_is_none_gets_a_message(string email)
    {
        var answer = await AskAsync(email == "long" ? new string('x', 10_000) : email);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.NotNull(answer.Document.QuerySelector(".errline"));
    }

    private async Task<HttpAnswer> AskAsync(string email)
    {
        using var browser = app.NewBrowser();
        return await browser.SubmitAsync(await browser.GetAsync("/forgot-password"), ForgotForm, ("email", email));
    }

    private async Task<(HttpBrowser Browser, HttpAnswer Answer)> ChooseAsync(string email)
    {
        await AskAsync(email);
        var browser = app.NewBrowser();
        var page = await browser.VisitAsync(await app.LinkOfAsync(email, LinkPurpose.PasswordReset));
        return (browser, await browser.SubmitAsync(page, NewForm, ("password", Chosen), ("again", Chosen)));
    }
}

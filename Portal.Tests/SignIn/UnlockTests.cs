using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Domain;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>After too many wrong codes in a year a mailed link must precede the code: nobody is locked out, and guessing is over.</summary>
public sealed class UnlockTests : IAsyncDisposable
{
    private const string Carla = "carla@example.com";
    private const string SendForm = "form[action='/sign-in/unlock']";
    private const string GoOnForm = "form[action='/link/unlock']";

    private readonly FakeTimeProvider clock = Steps.Monday();
    private readonly PortalApp app;
    private readonly PretendPhone phone = PortalApp.PhoneOf(Carla);

    public UnlockTests() => app = new(clock);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task In_the_browser_that_gave_the_password_the_link_lets_a_code_count_again()
    {
        await UseUpAsync();
        using var browser = app.NewBrowser();
        var over = await browser.FollowAsync(await browser.PasswordAsync(Carla));
        Assert.Contains("A code is not enough any more", over.Text, StringComparison.Ordinal);

        var sent = await browser.SubmitAsync(over, SendForm);
        Assert.Contains("on its way to c•••@example.com", sent.Text, StringComparison.Ordinal);
        var page = await browser.VisitAsync(await app.LinkOfAsync(Carla, LinkPurpose.CodeUnlock));
        Assert.Null(page.Document.QuerySelector("input[type=password]"));
        var answer = await browser.SubmitAsync(page, GoOnForm);

        Assert.Equal("/sign-in/code", answer.Location?.AbsolutePath);
        Assert.Equal("/home", (await browser.CodeAsync(await phone.CodeAsync(app.Now))).Location?.AbsolutePath);
    }

    [Fact]
    public async Task In_another_browser_the_password_comes_first()
    {
        await UseUpAsync();
        using var browser = app.NewBrowser();
        await browser.SubmitAsync(await browser.FollowAsync(await browser.PasswordAsync(Carla)), SendForm);
        using var other = app.NewBrowser();
        var page = await other.VisitAsync(await app.LinkOfAsync(Carla, LinkPurpose.CodeUnlock));

        var wrong = await other.SubmitAsync(page, GoOnForm, ("password", "Not-The-Password"));
        var right = await other.SubmitAsync(wrong, GoOnForm, ("password", DemoPeople.Password));

        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        Assert.Equal("/sign-in/code", right.Location?.AbsolutePath);
        Assert.Equal("/home", (await other.CodeAsync(await phone.CodeAsync(app.Now))).Location?.AbsolutePath);
        Assert.Contains("A code is not enough any more", (await browser.GetAsync("/sign-in/code")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_lets_five_codes_count_and_works_once()
    {
        await UseUpAsync();
        using var browser = app.NewBrowser();
        await browser.SubmitAsync(await browser.FollowAsync(await browser.PasswordAsync(Carla)), SendForm);
        var link = await app.LinkOfAsync(Carla, LinkPurpose.CodeUnlock);
        await browser.SubmitAsync(await browser.VisitAsync(link), GoOnForm);
        var wrong = Steps.OtherThan(await phone.CodeAsync(app.Now));
        for (var more = 0; more < 4; more++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.CodeAsync(wrong)).Status);
        }

        Assert.StartsWith("/sign-in?closed", (await browser.CodeAsync(wrong)).Location?.PathAndQuery, StringComparison.Ordinal);
        var again = await browser.FollowAsync(await browser.PasswordAsync(Carla));
        Assert.Contains("A code is not enough any more", again.Text, StringComparison.Ordinal);
        Assert.Contains("This link has been used", (await browser.VisitAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_mailed_without_the_right_password_or_before_it_is_needed_nor_more_than_once_a_minute()
    {
        using var stranger = app.NewBrowser();
        var token = (await stranger.GetAsync("/sign-out")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.StartsWith("/sign-in", (await stranger.PostAsync("/sign-in/unlock", ("__RequestVerificationToken", token))).Location?.AbsolutePath, StringComparison.Ordinal);
        await stranger.PasswordAsync(Carla);
        await stranger.PostAsync("/sign-in/unlock", ("__RequestVerificationToken", token));
        Assert.Equal(0, await MailsAsync());

        await UseUpAsync();
        using var browser = app.NewBrowser();
        var over = await browser.FollowAsync(await browser.PasswordAsync(Carla));
        await browser.SubmitAsync(over, SendForm);
        await browser.SubmitAsync(over, SendForm);

        Assert.Equal(1, await MailsAsync());
    }

    // As if somebody who knows the password had guessed for a while.
    private Task<int> UseUpAsync() => app.GuessForAYearAsync(Carla);

    private async Task<int> MailsAsync()
    {
        await using var db = app.Contexts.AcrossAccounts();
        return await db.Mails.CountAsync(mail => mail.Kind == "unlock", Cancellation);
    }
}

using Bunit;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>The Overview: today's statuses, what needs attention, and answering a request for help.</summary>
public sealed class OverviewPageTests : ExampleCompany
{
    [Fact]
    public async Task It_counts_everybody_by_status_and_follows()
    {
        await Node.AddOperatorAsync(Account, "Eva", login: LoginOptions.SingleSignOn);
        await Node.AddOperatorAsync(Account, "Out", state: OperatorState.Deactivated);
        await using var tab = await OpenAsync(Ada);
        var page = tab.Render<OverviewPage>();

        Assert.Equal("Today, all 5 operators", page.Find("#today").TextContent);
        Assert.Equal(
            ["Active 2", "Set-up due at next sign-in 0", "Not set up 2", "Paused 0", "Disabled 0", "Handled by single sign-on 1"],
            page.FindAll(".dist a").Select(row => row.TextContent.Normal()));

        await Node.ChangeAsync(Anna, who => (who.PolicyOverride, who.LoginOptions) = (TwoFactorPolicy.Required, LoginOptions.Both));
        page.WaitForAssertion(() => Assert.Contains("Set-up due at next password sign-in 1", page.FindAll(".dist a").Select(row => row.TextContent.Normal())));
    }

    [Fact]
    public async Task When_nothing_needs_attention_it_says_so_and_a_request_appears_by_itself()
    {
        await using var tab = await OpenAsync(Gijs);
        var page = tab.Render<OverviewPage>();
        Assert.Contains("Nothing needs attention", TextOf(page), StringComparison.Ordinal);

        var phrase = await AskAsync();

        page.WaitForAssertion(() => Assert.Contains($"Carla asks for help No phone, since today, 10:15. Compare by telephone: {phrase}", TextOf(page), StringComparison.Ordinal));
        Assert.DoesNotContain("Nothing needs attention", TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_shows_mail_that_fails_invitations_that_are_over_and_what_oneself_lacks()
    {
        var finn = await Node.AddOperatorAsync(Account, "Finn", state: OperatorState.Invited);
        await Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            db.MailDelivery.Add(new() { IsDelivered = false, Since = Node.Clock.GetUtcNow() });
            var mail = Node.Get<Portal.Mail.Outbox>().Queue(db, Account, Anna, new Portal.Mail.SetUpLetter(null, null, null, null, null));
            mail.SetAsideAt = Node.Clock.GetUtcNow();
            var former = await Node.Get<OneTimeLinks>().AddAsync(db, finn, LinkPurpose.Invitation, OneTimeLinks.InvitationLife);
            Node.Get<OneTimeLinks>().HandOver(former);
            return 0;
        });
        await using var tab = await OpenAsync(Ada);
        var page = tab.Render<OverviewPage>();
        Assert.Equal(
            ["Set-up mail is not being delivered", "1 mail could not be delivered", "You have nothing set up"],
            page.FindAll(".todo .t").Select(item => item.TextContent));
        Assert.Contains("The last one to anna@example.com, given up today, 10:15.", TextOf(page), StringComparison.Ordinal);

        Node.Clock.Advance(OneTimeLinks.InvitationLife);
        await using var later = await OpenAsync(Ada);
        var then = later.Render<OverviewPage>();
        Assert.Equal(
            ["Set-up mail is not being delivered", "You have nothing set up", "Finn's invitation expired today, 10:15"],
            then.FindAll(".todo .t").Select(item => item.TextContent));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_sees_nothing_of_it()
    {
        var phrase = await AskAsync();
        await using var tab = await OpenAsync(Anna);

        var page = tab.Render<OverviewPage>();

        Assert.Contains("This page is for account administrators", TextOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain(phrase, page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_code_until_tonight_lets_them_in_and_the_request_vanishes_everywhere()
    {
        var phrase = await AskAsync();
        await using var gijss = await OpenAsync(Gijs);
        var gijssPage = gijss.Render<OverviewPage>();
        await using var tab = await OpenAsync(Ada);
        var (page, dialogs) = await OpenDialogAsync(tab);
        Assert.Equal("Carla has no phone and asks for help", dialogs.Find("h2").TextContent);
        Assert.Contains($"The two words {phrase} Asked Today, 10:15 From Firefox on Windows, 192.0.2.77", TextOf(dialogs), StringComparison.Ordinal);
        Assert.Contains("The password alone lets Carla in until today, 23:59.", TextOf(dialogs), StringComparison.Ordinal);

        await Button(dialogs, "No code until tonight").ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("h2")));
        page.WaitForAssertion(() => Assert.DoesNotContain("Carla asks for help", TextOf(page), StringComparison.Ordinal));
        gijssPage.WaitForAssertion(() => Assert.Contains("Nothing needs attention", TextOf(gijssPage), StringComparison.Ordinal));
        Assert.Equal(TwoFactorPolicy.Disabled, (await StoredAsync(Carla)).PolicyOverride);
    }

    [Fact]
    public async Task It_asks_for_a_proof_that_is_older_than_15_minutes_and_then_goes_on()
    {
        await AskAsync();
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var click = Button(dialogs, "No code until tonight").ClickAsync(new());
        dialogs.WaitForElement("input[type=password]").Input(PortalServices.Password);
        await dialogs.Find("form").SubmitAsync();
        await click;

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("h2")));
        Assert.Equal(TwoFactorPolicy.Disabled, (await StoredAsync(Carla)).PolicyOverride);
    }

    [Fact]
    public async Task Reset_opens_its_own_dialog_which_answers_the_request()
    {
        await AskAsync();
        await using var tab = await OpenAsync(Ada);
        var (page, dialogs) = await OpenDialogAsync(tab);

        await Button(dialogs, "Reset two-factor authentication").ClickAsync(new());
        dialogs.WaitForAssertion(() => Assert.Equal("Erase Carla's key and recovery codes?", dialogs.Find("h2").TextContent));
        await Button(dialogs, "Reset two-factor authentication").ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.True(HasButton(dialogs, "Done")));
        page.WaitForAssertion(() => Assert.DoesNotContain("Carla asks for help", TextOf(page), StringComparison.Ordinal));
        Assert.Null((await StoredAsync(Carla)).Authenticator);
    }

    [Fact]
    public async Task It_was_not_them_closes_it_and_changes_nothing_else()
    {
        await AskAsync();
        await using var tab = await OpenAsync(Ada);
        var (page, dialogs) = await OpenDialogAsync(tab);

        await Button(dialogs, "It was not them").ClickAsync(new());

        page.WaitForAssertion(() => Assert.DoesNotContain("Carla asks for help", TextOf(page), StringComparison.Ordinal));
        Assert.Null((await StoredAsync(Carla)).PolicyOverride);
        Assert.Equal(HelpAnswer.Dismissed, await Node.ReadAsync(Account.Id, db => db.HelpRequests.Select(request => request.Answer).SingleAsync()));
    }

    [Fact]
    public async Task Whoever_answers_what_was_answered_meanwhile_is_told_in_the_dialog()
    {
        await AskAsync();
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);
        var request = Assert.Single(await Node.Get<HelpRequests>().WaitingAsync(Account.Id));
        await Node.Get<HelpRequests>().DismissAsync(await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode), Carla.Id, request.Id);

        await Button(dialogs, "No code until tonight").ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.Contains("It has been answered, or its 24 hours are over.", TextOf(dialogs), StringComparison.Ordinal));
        Assert.Null((await StoredAsync(Carla)).PolicyOverride);
    }

    [Fact]
    public async Task The_operator_page_says_until_when_and_follows_when_it_lapses()
    {
        await AskAsync();
        var request = Assert.Single(await Node.Get<HelpRequests>().WaitingAsync(Account.Id));
        Assert.True((await Node.Get<HelpRequests>().LetInUntilTonightAsync(await Node.SignInAsync(Ada), Carla.Id, request.Id)).IsDone);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Carla);
        Assert.Contains("Today, 23:59 – then the account default holds", RowOf(page, "Two-factor authentication setting"), StringComparison.Ordinal);
        Assert.Contains(
            "Disabled: Carla's own setting; the account default is Optional. It holds until today, 23:59; then the account default holds again, Optional.",
            TextOf(page),
            StringComparison.Ordinal);

        // The session would be over by then, which is another matter.
        Node.Clock.Advance(new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero) - Node.Clock.GetUtcNow());
        Assert.Equal(1, await Node.Get<OverrideLapses>().LookAsync(CancellationToken.None));

        page.WaitForAssertion(() => Assert.Contains("Optional: the account default. Carla signs in with a password and has two-factor authentication set up", TextOf(page), StringComparison.Ordinal));
        Assert.DoesNotContain("Ends", RowOf(page, "Two-factor authentication setting"), StringComparison.Ordinal);
    }

    private async Task<string> AskAsync() => Assert.IsType<HelpStanding.Open>(await Node.Get<HelpRequests>().AskAsync(
        Account.Id, Carla.Id, new("192.0.2.77", "192.0.2.77", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"))).Phrase;

    private static async Task<(IRenderedComponent<OverviewPage> Page, IRenderedComponent<MudDialogProvider> Dialogs)> OpenDialogAsync(Tab tab)
    {
        var dialogs = tab.RenderDialogs();
        var page = tab.Render<OverviewPage>();
        await Button(page, "Answer Carla").ClickAsync(new());
        dialogs.WaitForElement("h2");
        return (page, dialogs);
    }
}

using Bunit;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>Inviting from the list, and the page of somebody who is invited.</summary>
public sealed class InvitationScreensTests : ExampleCompany
{
    private static readonly Invitee Noor = new("Noor", "noor@example.com", OperatorRole.Basic, "nl", null);

    [Fact]
    public async Task Add_operator_sends_an_invitation_and_the_list_shows_Invited()
    {
        await DeliverAsync();
        await using var tab = await OpenAsync(Ada);
        var (page, dialogs) = await OpenDialogAsync(tab);
        await TypeAsync(dialogs, "Noor", "noor@example.com");
        Labelled(dialogs, "Role").Change("Administrator");
        Labelled(dialogs, "Language of the mail").Change("nl");
        await Labelled(dialogs, "Override two-factor authentication settings").ChangeAsync(new() { Value = true });
        await Labelled(dialogs, "Required").ClickAsync(new());

        await dialogs.Find("form").SubmitAsync();

        dialogs.Shows("Noor is invited");
        dialogs.Shows("The mail to noor@example.com is on its way.");
        page.WaitForAssertion(() => Assert.Contains(
            "Noor|noor@example.com|Account administrator|Set-up due at next sign-in|Required, own|Invited", RowsOf(page)));
        Assert.Equal("nl", (await FindAsync("noor@example.com")).Language);
    }

    [Fact]
    public async Task While_mail_is_not_delivered_it_says_so_and_the_link_comes_first_shown_once()
    {
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);
        dialogs.Shows("This installation does not deliver mail");
        Assert.Equal("Without mail", dialogs.Find("button[type=submit]").TextContent);
        await TypeAsync(dialogs, "Noor", "noor@example.com");

        await dialogs.Find("form").SubmitAsync();

        dialogs.Shows("Hand this link to Noor");
        dialogs.Shows("https://portal.example.com/link/");
        dialogs.Shows("The link works until 15 December 2026, 10:15.");
        tab.Script.Setup<bool>("copy", _ => true).SetResult(true);
        await Button(dialogs, "Copy link").ClickAsync(new());
        dialogs.Shows("Copied");
        await Button(dialogs, "Done").ClickAsync(new());
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("h2")));
    }

    [Theory]
    [InlineData("", "noor@example.com", "Type a name of 1 to 100 characters")]
    [InlineData("long", "noor@example.com", "Type a name of 1 to 100 characters")]
    [InlineData("No\0or", "noor@example.com", "Type a name of 1 to 100 characters")]
    [InlineData("Noor", "", "Type the e-mail address.")]
    [InlineData("Noor", "noor", "Type one whole address")]
    [InlineData("Noor", "long", "Type one whole address")]
    [InlineData("Noor", "noor\0@example.com", "Type one whole address")]
    [InlineData("Noor", "carla@example.com", "Another operator has this address already.")]
    public async Task What_does_not_fit_is_said_under_its_field_and_nobody_is_invited(string name, string email, string fault)
    {
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);
        var tooLong = new string('x', 10_000);
        await TypeAsync(dialogs, name == "long" ? tooLong : name, email == "long" ? $"{tooLong}@example.com" : email);

        await dialogs.Find("form").SubmitAsync();

        dialogs.Shows(fault);
        Assert.Single(dialogs.FindAll("[aria-invalid=true]"));
        Assert.Equal(4, await Node.ReadAsync(Account.Id, db => db.Operators.CountAsync()));
    }

    [Fact]
    public async Task The_list_tells_invited_from_expired_and_from_who_never_signed_in()
    {
        var ada = await Node.SignInAsync(Ada);
        await Node.Get<Invitations>().InviteAsync(ada, Noor, byMail: false);
        Node.Clock.Advance(TimeSpan.FromDays(21));
        await Node.Get<Invitations>().InviteAsync(await Node.SignInAsync(Ada), Noor with { Name = "Oskar", Email = "oskar@example.com" }, byMail: true);
        await using var tab = await OpenAsync(Ada);

        var page = tab.Render<OperatorsPage>();
        page.WaitForElement("tbody tr");
        var rows = RowsOf(page);

        Assert.EndsWith("|Invitation expired", rows.Single(row => row.StartsWith("Noor", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.EndsWith("|Invited", rows.Single(row => row.StartsWith("Oskar", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.EndsWith("|Never signed in", rows.Single(row => row.StartsWith("Anna", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TwoFactorPolicy.Required, "Required: Noor's own setting; the account default is Optional. Noor has not accepted yet. Accepting asks for a password, and set-up is part of it.")]
    [InlineData(TwoFactorPolicy.Disabled, "Disabled: Noor's own setting; the account default is Optional. Noor has not accepted yet. Accepting asks for a password and nothing else.")]
    [InlineData(null, "Optional: the account default. Noor has not accepted yet. Accepting asks for a password and offers set-up.")]
    public async Task The_page_of_somebody_invited_says_where_invitation_and_mail_stand_and_what_accepting_asks(TwoFactorPolicy? own, string sentence)
    {
        var noor = await InviteAsync(Noor with { Override = own });
        await using var tab = await OpenAsync(Ada);

        var page = Show(tab, noor);

        Assert.Contains("Invited: by Ada, today, 10:15. The link works for 21 days from when the mail is sent.", TextOf(page), StringComparison.Ordinal);
        Assert.Contains("The mail waits to be sent.", TextOf(page), StringComparison.Ordinal);
        Assert.Contains(sentence, TextOf(page), StringComparison.Ordinal);
        Assert.False(HasButton(page, "Reset two-factor authentication"));
        Assert.False(HasButton(page, "Deactivate"));
        Assert.True(HasButton(page, "Change e-mail"));
    }

    [Fact]
    public async Task The_page_follows_the_mail_the_time_and_the_acceptance_by_itself()
    {
        var noor = await InviteAsync(Noor);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, noor);

        await SendAsync(noor, failed: true);
        page.Shows("The mail could not be delivered.");
        await SendAsync(noor, failed: false);
        page.Shows("The mail was sent today, 10:15.");
        page.Shows("The link works until 15 December 2026, 10:15.");

        await Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            (await db.Operators.SingleAsync(person => person.Id == noor)).State = OperatorState.Active;
            db.Announce(Account.Id, noor);
            return 0;
        });

        page.WaitForAssertion(() => Assert.Equal("Access Active Deactivate", RowOf(page, "Access")));
        page.ShowsNo("Resend invitation");
    }

    [Fact]
    public async Task An_invitation_that_expired_says_so_and_can_be_sent_again()
    {
        var noor = await InviteAsync(Noor);
        await SendAsync(noor, failed: false);
        Node.Clock.Advance(TimeSpan.FromDays(21));
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, noor);
        page.Shows("The link stopped working on 15 December 2026, 10:15.");
        Assert.EndsWith("Invitation expired", RowOf(page, "Last sign-in"), StringComparison.Ordinal);

        await Button(page, "Resend invitation").ClickAsync(new());

        page.Shows("A new invitation was made; the one before no longer works.");
        page.Shows("The link works for 21 days from when the mail is sent.");
        await Button(page, "Resend invitation").ClickAsync(new());
        page.Shows("The last link was made less than a minute ago");
    }

    [Fact]
    public async Task A_corrected_address_says_that_the_link_no_longer_works_and_offers_another()
    {
        var noor = await InviteAsync(Noor);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, noor);

        await Button(page, "Change e-mail").ClickAsync(new());
        page.Field("E-mail").Input("noor.b@example.com");
        await page.Find("form").SubmitAsync();

        page.Shows("The address was corrected, so the link that was made before no longer works.");
        page.Shows("Mails a new link to noor.b@example.com.");
    }

    [Fact]
    public async Task Handing_over_shows_another_link_once()
    {
        var noor = await InviteAsync(Noor);
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, noor);
        await Button(page, "Hand over the link").ClickAsync(new());
        dialogs.Shows("stops working at once");

        await Button(dialogs, "Hand over the link").ClickAsync(new());

        dialogs.Shows("https://portal.example.com/link/");
        page.Shows("The link was handed over without mail.");
        page.ShowsNo("https://portal.example.com/link/");
    }

    [Fact]
    public async Task Revoking_names_the_person_and_goes_back_to_the_list()
    {
        var noor = await InviteAsync(Noor);
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, noor);
        await Button(page, "Revoke invitation").ClickAsync(new());
        dialogs.Shows("Revoke the invitation of Noor?");

        await Button(dialogs, "Revoke invitation").ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("h2")));
        Assert.EndsWith("/operators", tab.Navigation.Uri, StringComparison.Ordinal);
        page.Shows("There is no such page");
    }

    [Fact]
    public async Task Revoking_somebody_who_accepted_meanwhile_is_refused_in_the_dialog()
    {
        var noor = await InviteAsync(Noor);
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, noor);
        await Button(page, "Revoke invitation").ClickAsync(new());
        dialogs.Shows("Revoke the invitation of Noor?");
        await Node.ChangeAsync(await FindAsync("noor@example.com"), who => who.State = OperatorState.Active);

        await Button(dialogs, "Revoke invitation").ClickAsync(new());

        dialogs.Shows("Not saved. It was changed meanwhile.");
        Assert.Equal(OperatorState.Active, (await FindAsync("noor@example.com")).State);
    }

    private static string[] RowsOf(IRenderedComponent<OperatorsPage> page) =>
        [.. page.FindAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent.Normal())))];

    private static async Task TypeAsync(IRenderedComponent<MudDialogProvider> dialogs, string name, string email)
    {
        await dialogs.Find("#invite-name").InputAsync(new() { Value = name });
        await dialogs.Find("#invite-email").InputAsync(new() { Value = email });
    }

    private static async Task<(IRenderedComponent<OperatorsPage> Page, IRenderedComponent<MudDialogProvider> Dialogs)> OpenDialogAsync(Tab tab)
    {
        var dialogs = tab.RenderDialogs();
        var page = tab.Render<OperatorsPage>();
        await Button(page, "Add operator").ClickAsync(new());
        dialogs.WaitForElement("#invite-name");
        return (page, dialogs);
    }

    private async Task<Guid> InviteAsync(Invitee invitee) => (await Node.Get<Invitations>().InviteAsync(await Node.SignInAsync(Ada), invitee, byMail: true)).Value!.OperatorId;

    // What the worker that sends does.
    private Task<int> SendAsync(Guid whose, bool failed) => Node.Contexts.WriteAsync(Account.Id, async db =>
    {
        var now = Node.Clock.GetUtcNow();
        var mail = await db.Mails.SingleAsync(row => row.OperatorId == whose);
        mail.SentAt = failed ? null : now;
        mail.SetAsideAt = failed ? now : null;
        Node.Get<OneTimeLinks>().HandOver(await db.Links.SingleAsync(row => row.Id == mail.LinkId));
        db.Announce(Account.Id, whose);
        return 0;
    });

    private Task<int> DeliverAsync() => Node.Contexts.WriteAcrossAccountsAsync(db =>
    {
        db.MailDelivery.Add(new() { IsDelivered = true });
        return Task.FromResult(0);
    });

    private Task<Operator> FindAsync(string email) => Node.ReadAsync(Account.Id, db => db.Operators.SingleAsync(person => person.Email == email));
}

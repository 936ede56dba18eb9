using Bunit;
using Microsoft.EntityFrameworkCore;
using MudBlazor;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>One's own password and address, and the address that an administrator corrects.</summary>
public sealed class PasswordAndAddressTests : ExampleCompany
{
    private const string Chosen = "Four unrelated words";

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_changes_ones_own_password_with_the_current_one_and_other_sessions_end()
    {
        var elsewhere = await Node.SignInAsync(Ada);
        await using var tab = await OpenAsync(Ada);
        var dialog = await OpenDialogAsync(tab);

        Type(dialog, "Current password", PortalServices.Password);
        Type(dialog, "New password", Chosen);
        Type(dialog, "The same password again", Chosen);
        await dialog.Find("form").SubmitAsync();

        dialog.WaitForAssertion(() => Assert.Empty(dialog.FindAll("form")));
        Assert.NotNull(await Node.Get<Sessions>().TimesAsync(tab.State.Actor));
        Assert.Equal(SessionEnd.PasswordChanged, await Node.Get<Sessions>().EndOfAsync(elsewhere));
        Assert.Equal(ProofAnswer.Proven, (await Node.Get<Passwords>().ChangeAsync(tab.State.Actor, Chosen, "Another four words")).Current);
        Assert.Equal(2, await Node.ReadAsync(Account.Id, db => db.Mails.CountAsync(mail => mail.Kind == "notice:PasswordChanged", Cancellation)));
    }

    [Theory]
    [InlineData("", Chosen, Chosen, "Type your password.")]
    [InlineData("Not-The-Password", Chosen, Chosen, "That password is not right.")]
    [InlineData(PortalServices.Password, "short", "short", "Too short")]
    [InlineData(PortalServices.Password, Chosen, "other", "The two are not the same.")]
    [InlineData(PortalServices.Password, "ada@example.com", "ada@example.com", "Too easy")]
    public async Task A_password_that_does_not_fit_is_refused_with_the_reason_and_nothing_changes(string now, string chosen, string repeat, string said)
    {
        await using var tab = await OpenAsync(Ada);
        var dialog = await OpenDialogAsync(tab);
        var before = (await StoredAsync(Ada)).PasswordHash;

        Type(dialog, "Current password", now);
        Type(dialog, "New password", chosen);
        Type(dialog, "The same password again", repeat);
        await dialog.Find("form").SubmitAsync();

        dialog.WaitForAssertion(() => Assert.Contains(said, TextOf(dialog), StringComparison.Ordinal));
        Assert.Equal(before, (await StoredAsync(Ada)).PasswordHash);
    }

    [Fact]
    public async Task Five_wrong_current_passwords_end_the_session()
    {
        var ada = await Node.SignInAsync(Ada);
        var passwords = Node.Get<Passwords>();
        for (var wrong = 0; wrong < 4; wrong++)
        {
            Assert.Equal(ProofAnswer.Wrong, (await passwords.ChangeAsync(ada, "Not-The-Password", Chosen)).Current);
        }

        Assert.Equal(ProofAnswer.SessionIsOver, (await passwords.ChangeAsync(ada, "Not-The-Password", Chosen)).Current);
        Assert.Equal(SessionEnd.WrongProof, await Node.Get<Sessions>().EndOfAsync(ada));
        Assert.Equal(ProofAnswer.SessionIsOver, (await passwords.ChangeAsync(ada, PortalServices.Password, Chosen)).Current);
    }

    [Fact]
    public async Task Knowing_the_password_refills_no_tries_of_codes_and_the_same_password_is_no_change()
    {
        var bram = await Node.AddOperatorAsync(Account, "Bram");
        var key = await Node.AddAuthenticatorAsync(bram);
        var session = await Node.SignInAsync(bram, SignInMethod.PasswordAndCode);
        var proof = Node.Get<RecentProof>();
        for (var wrong = 0; wrong < 4; wrong++)
        {
            Assert.Equal(ProofAnswer.Wrong, await proof.AnswerAsync(session, Node.WrongCodeFor(key)));
        }

        Assert.NotNull((await Node.Get<Passwords>().ChangeAsync(session, PortalServices.Password, PortalServices.Password)).New.Fault);
        Assert.NotNull((await Node.Get<Passwords>().ChangeAsync(session, PortalServices.Password, Chosen)).New.Who);

        Assert.Equal(ProofAnswer.SessionIsOver, await proof.AnswerAsync(session, Node.WrongCodeFor(key)));
    }

    [Fact]
    public async Task A_new_address_of_ones_own_holds_once_it_is_confirmed_and_the_former_one_is_told()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, (Guid?)null);
        await Button(page, "Change e-mail").ClickAsync(new());
        Labelled(page, "E-mail").Input("ada@example.org");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("A link to confirm it is on its way to ada@example.org", TextOf(page), StringComparison.Ordinal));
        Assert.Equal("ada@example.com", (await StoredAsync(Ada)).Email);
        Assert.Equal(
            ["ada@example.org email", "ada@example.com notice:EmailChangeAsked"],
            await Node.ReadAsync(Account.Id, db => db.Mails.OrderBy(mail => mail.Kind).Select(mail => mail.ToAddress + " " + mail.Kind).ToListAsync(Cancellation)));

        var elsewhere = await Node.SignInAsync(Ada);
        Assert.Null(await Node.Get<EmailAddresses>().ConfirmAsync(await OpenedAsync(), new("192.0.2.1", "192.0.2.1", "Tests"), tab.State.Actor.SessionId));

        Assert.Equal(("ada@example.org", "ADA@EXAMPLE.ORG"), ((await StoredAsync(Ada)).Email, (await StoredAsync(Ada)).NormalizedEmail));
        Assert.Equal(SessionEnd.EmailChanged, await Node.Get<Sessions>().EndOfAsync(elsewhere));
        Assert.NotNull(await Node.Get<Sessions>().TimesAsync(tab.State.Actor));
        Assert.Equal(1, await Node.ReadAsync(Account.Id, db => db.Mails.CountAsync(mail => mail.Kind == "notice:EmailChanged" && mail.ToAddress == "ada@example.com", Cancellation)));
        page.WaitForAssertion(() => Assert.Contains("ada@example.org", RowOf(page, "E-mail"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_new_address_that_somebody_takes_meanwhile_is_not_confirmed()
    {
        var ada = await Node.SignInAsync(Ada);
        await Node.Get<EmailAddresses>().AskAsync(ada, "new@example.com");
        await Node.AddOperatorAsync(await Node.AddAccountAsync(name: "Another Company"), "Noor", email: "new@example.com");

        Assert.Equal(Refusal.EmailTaken, await Node.Get<EmailAddresses>().ConfirmAsync(await OpenedAsync(), new("", "", ""), session: null));
        Assert.Equal("ada@example.com", (await StoredAsync(Ada)).Email);
    }

    [Fact]
    public async Task Asking_for_a_new_address_needs_proof_and_a_whole_address_and_has_a_limit()
    {
        var ada = await Node.SignInAsync(Ada);
        var addresses = Node.Get<EmailAddresses>();
        foreach (var bad in new[] { "", "ada", "a@b@c", "ada@exa\0mple.com", new string('x', 10_240), "Ada <ada@example.org>" })
        {
            Assert.Equal(Refusal.Invalid, (await addresses.AskAsync(ada, bad)).Refused);
        }

        Assert.Equal(Refusal.AlreadySo, (await addresses.AskAsync(ada, "ADA@example.com")).Refused);
        Assert.True((await addresses.AskAsync(ada, "ada@example.org")).IsDone);
        Assert.Equal(Refusal.TooSoon, (await addresses.AskAsync(ada, "ada@example.net")).Refused);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(Refusal.ProofNeeded, (await addresses.AskAsync(ada, "ada@example.net")).Refused);
    }

    [Fact]
    public async Task An_administrator_corrects_an_address_the_former_one_is_told_and_links_and_sessions_end()
    {
        var anna = await Node.SignInAsync(Anna);
        await Node.Contexts.WriteAsync(Account.Id, db => Node.Get<OneTimeLinks>().AddAsync(db, Anna, LinkPurpose.PasswordReset, OneTimeLinks.PasswordLife));
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);

        await Button(page, "Change e-mail").ClickAsync(new());
        Labelled(page, "E-mail").Input("gijs@example.com");
        await page.Find("form").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("Another operator has this address already.", TextOf(page), StringComparison.Ordinal));
        Labelled(page, "E-mail").Input("anna@example.org");
        await page.Find("form").SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("anna@example.org", RowOf(page, "E-mail"), StringComparison.Ordinal));
        Assert.Equal(SessionEnd.EmailChanged, await Node.Get<Sessions>().EndOfAsync(anna));
        Assert.NotNull(await Node.ReadAsync(Account.Id, db => db.Links.Select(link => link.VoidedAt).SingleAsync(Cancellation)));
        Assert.Equal(1, await Node.ReadAsync(Account.Id, db => db.Mails.CountAsync(mail => mail.Kind == "notice:EmailChanged" && mail.ToAddress == "anna@example.com", Cancellation)));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_corrects_an_address_and_no_one_ones_own()
    {
        var addresses = Node.Get<EmailAddresses>();
        var ada = await Node.SignInAsync(Ada);

        Assert.Equal(Refusal.NotAllowed, (await addresses.CorrectAsync(await Node.SignInAsync(Anna), Carla.Id, "x@example.com")).Refused);
        Assert.Equal(Refusal.NotAllowed, (await addresses.CorrectAsync(ada, Ada.Id, "x@example.com")).Refused);
        var stranger = await Node.AddOperatorAsync(await Node.AddAccountAsync(name: "Another Company"), "Noor");
        Assert.Equal(Refusal.NotFound, (await addresses.CorrectAsync(ada, stranger.Id, "x@example.com")).Refused);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(Refusal.ProofNeeded, (await addresses.CorrectAsync(ada, Anna.Id, "x@example.com")).Refused);
    }

    private static async Task<IRenderedComponent<MudDialogProvider>> OpenDialogAsync(Tab tab)
    {
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, (Guid?)null);
        await Button(page, "Change password").ClickAsync(new());
        dialogs.WaitForAssertion(() => Assert.NotEmpty(dialogs.FindAll("#password-new")));
        return dialogs;
    }

    private static void Type(IRenderedComponent<MudDialogProvider> dialog, string label, string text)
    {
        var id = dialog.FindAll("label").First(element => element.TextContent == label).GetAttribute("for");
        dialog.Find($"#{id}").Input(text);
    }

    private async Task<OpenedLink> OpenedAsync()
    {
        await using var db = Node.Contexts.AcrossAccounts();
        var link = await db.Links.SingleAsync(row => row.Purpose == LinkPurpose.EmailChange, Cancellation);
        return new(LinkStanding.Alive, link, await StoredAsync(Ada), Account, IsProven: false);
    }
}

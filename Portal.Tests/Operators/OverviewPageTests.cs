using System.Text.RegularExpressions;
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
public sealed partial class OverviewPageTests : ExampleCompany
{
    [Fact]
    public async Task It_counts_everybody_by_status_and_follows()
    {
        await Node.AddOperatorAsync(Account, "Eva", login: LoginOptions.SingleSignOn);
        await Node.AddOperatorAsync(Account, "Out", state: OperatorState.Deactivated);
        await using var tab = await OpenAsync(Ada);
        var page = tab.Render<OverviewPage>();
        Assert.Equal("2 of 4 operators who sign in with a password are asked for a code", page.Find(".coverage p").TextContent.Normal());

        Assert.Equal("Today, all 5 operators", page.Find("#today").TextContent);
        Assert.Equal(
            ["Active 2", "Set-up due at next sign-in 0", "Not set up 2", "Paused 0", "Disabled 0", "Handled by single sign-on 1"],
            page.FindAll(".dist a").Select(row => row.TextContent.Normal()));
        Assert.Equal(
            ["Active", "SetUpDue", "NotSetUp", "Paused", "Disabled", "HandledBySingleSignOn"],
            page.FindAll(".dist a").Select(row => row.GetAttribute("href")!.Replace("/operators?status=", "", StringComparison.Ordinal)));

        await Node.ChangeAsync(Anna, who => (who.PolicyOverride, who.LoginOptions) = (TwoFactorPolicy.Required, LoginOptions.Both));
        page.WaitForAssertion(() => Assert.Contains("Set-up due at next password sign-in 1", page.FindAll(".dist a").Select(row => row.TextContent.Normal())));
    }

    [Fact]
    public async Task When_nothing_needs_attention_it_says_so_and_a_request_appears_by_itself()
    {
        await Node.AddAuthenticatorAsync(Ada);
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
            ["Set-up mail is not being delivered", "Finn's invitation expired today, 10:15", "You have nothing set up"],
            then.FindAll(".todo .t").Select(item => item.TextContent));
    }

    [Fact]
    public async Task What_is_about_one_operator_names_them_and_leads_to_their_page()
    {
        var bram = await Node.AddOperatorAsync(Account, "Bram");
        await RequireAsync(bram);
        await LapseSoonAsync(Carla);
        var finn = await InviteAsync("Finn", OneTimeLinks.InvitationLife - TimeSpan.FromDays(2));
        var lotte = await InviteAsync("Lotte", OneTimeLinks.InvitationLife + TimeSpan.FromHours(1));
        var mees = await Node.AddOperatorAsync(Account, "Mees", state: OperatorState.Invited);
        await Node.ChangeAsync(mees, who => who.State = OperatorState.Deactivated);
        await using var tab = await OpenAsync(Gijs);

        var page = tab.Render<OverviewPage>();

        Assert.Equal(
            [
                ("Bram has set-up due Required by Ada, today, 10:15.", PageOf(bram)),
                ("Administrator Ada has nothing set up Whoever gets in as an administrator can switch the protection of everybody off.", PageOf(Ada)),
                ("Carla's own setting lapses tomorrow, 23:59", PageOf(Carla)),
                ("Finn's invitation expires 26 Nov, 10:15", PageOf(finn)),
                ("Lotte's invitation expired today, 09:15", PageOf(lotte)),
            ],
            Lines(page));

        Node.Clock.Advance(TimeSpan.FromDays(9));
        await using var later = await OpenAsync(Gijs);
        Assert.Contains(("Bram has had set-up due for 9 days Required by Ada, 24 Nov, 10:15.", PageOf(bram)), Lines(later.Render<OverviewPage>()));
    }

    [Fact]
    public async Task What_is_about_several_counts_them_and_leads_to_the_list_that_names_the_same()
    {
        await Node.AddAuthenticatorAsync(Anna);
        var admins = await ManyAsync("Admin", role: OperatorRole.Administrator);
        await Node.AddOperatorAsync(Account, "Exempt", OperatorRole.Administrator, TwoFactorPolicy.Disabled);
        await Node.AddOperatorAsync(Account, "Federated", OperatorRole.Administrator, login: LoginOptions.SingleSignOn);
        await Node.AddOperatorAsync(Account, "Coming", OperatorRole.Administrator, state: OperatorState.Invited, own: TwoFactorPolicy.Disabled);
        foreach (var who in await ManyAsync("Due"))
        {
            await RequireAsync(who);
        }

        foreach (var who in await ManyAsync("Exception", own: TwoFactorPolicy.Disabled))
        {
            await LapseSoonAsync(who);
        }

        foreach (var number in Enumerable.Range(1, 5))
        {
            await InviteAsync($"Ending{number}", OneTimeLinks.InvitationLife - TimeSpan.FromDays(1), TwoFactorPolicy.Disabled);
            await InviteAsync($"Over{number}", OneTimeLinks.InvitationLife + TimeSpan.FromDays(1), TwoFactorPolicy.Disabled);
        }

        await Node.ChangeAsync(admins[0], who => who.PolicyOverride = TwoFactorPolicy.Required);
        await using var tab = await OpenAsync(Gijs);

        var page = tab.Render<OverviewPage>();

        var lines = Lines(page).Where(line => line.Address?.StartsWith("/operators?", StringComparison.Ordinal) == true).ToList();
        var told = new List<int>();
        foreach (var (words, address) in lines)
        {
            var list = await Node.Get<OperatorDirectory>().ReadAsync(tab.State.Actor, TwoFactorPolicy.Optional, OperatorListQuery.Parse(new Uri(new Uri("http://localhost"), address!).Query));
            Assert.StartsWith($"{list.Total} ", words, StringComparison.Ordinal);
            told.Add(list.Total);
        }

        // Ada, and five besides; one of those has set-up due too; Coming's invitation was never sent, and no link works.
        Assert.Equal([6, 6, 5, 5, 6], told);
        Assert.Contains("6 administrators have nothing set up Ada, Admin1, Admin2 and 3 more", lines.Select(line => line.Words));
        Assert.Contains("5 own settings lapse within 3 days", lines[2].Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task However_much_there_is_it_stays_a_short_list()
    {
        foreach (var who in await ManyAsync("Asking"))
        {
            await Node.AddAuthenticatorAsync(who);
            await AskAsync(who);
        }

        await using var tab = await OpenAsync(Gijs);
        var page = tab.Render<OverviewPage>();

        Assert.Equal(
            ["Asking1 asks for help", "Asking2 asks for help", "Asking3 asks for help", "2 more ask for help"],
            page.FindAll(".todo .bad .t").Select(line => line.TextContent));
    }

    [Fact]
    public async Task The_only_administrator_who_can_sign_in_is_told_and_what_to_do_about_it()
    {
        // Whether Ada could: nothing set up, Required, and no mail that is delivered.
        await Node.ChangeAsync(Ada, who => who.PolicyOverride = TwoFactorPolicy.Required);
        await using var tab = await OpenAsync(Gijs);
        var page = tab.Render<OverviewPage>();
        Assert.Contains(
            ("You are the only administrator who can sign in If you lose your phone or your password, only whoever runs the server can help.", "/operators?role=Administrator"),
            Lines(page));

        // Without any other there is somebody to add.
        await Node.ChangeAsync(Ada, who => who.State = OperatorState.Deactivated);
        var dialogs = tab.RenderDialogs();
        page.WaitForAssertion(() => Assert.True(HasButton(page, "Add operator")));
        await Button(page, "Add operator").ClickAsync(new());
        dialogs.WaitForAssertion(() => Assert.Equal("Add operator", dialogs.Find("h2").TextContent));

        await Node.ChangeAsync(Ada, who => (who.State, who.PolicyOverride) = (OperatorState.Active, null));
        page.WaitForAssertion(() => Assert.DoesNotContain("You are the only administrator", TextOf(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Time_alone_brings_things_up()
    {
        await Node.AddAuthenticatorAsync(Ada);
        await InviteAsync("Finn", OneTimeLinks.InvitationLife - OperatorFilter.Soon - TimeSpan.FromMinutes(1));
        await using var tab = await OpenAsync(Gijs);
        var page = tab.Render<OverviewPage>();
        Assert.Contains("Nothing needs attention", TextOf(page), StringComparison.Ordinal);

        Node.Clock.Advance(TimeSpan.FromMinutes(1));

        page.WaitForAssertion(() => Assert.Contains("Finn's invitation expires", TextOf(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_or_no_longer_one_or_signed_out_reads_nothing_although_a_page_is_still_open()
    {
        await InviteAsync("Finn", OneTimeLinks.InvitationLife - TimeSpan.FromMinutes(1));
        await Node.Get<CoverageRecord>().RecordAsync(CancellationToken.None);
        var account = (await Node.Get<Snapshooter>().AccountAsync(Account.Id))!;
        var (anna, ada, gijs) = (await Node.SignInAsync(Anna), await Node.SignInAsync(Ada), await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode));
        await AssertReadsAsync(anna, reads: false);
        await AssertReadsAsync(ada, reads: true);
        await AssertReadsAsync(gijs, reads: true);

        await Node.ChangeAsync(Ada, who => who.Role = OperatorRole.Basic);
        await Node.Contexts.WriteAsync(Account.Id, db => Node.Get<Sessions>().EndAsync(db, gijs.SessionId, SessionEnd.SignedOut));

        await AssertReadsAsync(ada, reads: false);
        await AssertReadsAsync(gijs, reads: false);
        await AssertReadsAsync(await Node.SignInAsync(Gijs) with { OperatorId = Ada.Id }, reads: false);

        async Task AssertReadsAsync(Actor actor, bool reads)
        {
            Assert.Equal(reads ? 1 : 0, (await Node.Get<Attention>().ReadAsync(actor, account)).InvitationsEnding.Count);
            Assert.Equal(reads, (await Node.Get<CoverageHistory>().ReadAsync(actor, new(2026, 11, 24))).Since is not null);
            Assert.Equal(reads ? 5 : 0, (await Node.Get<OperatorDirectory>().ReadAsync(actor, TwoFactorPolicy.Optional, new(OperatorFilter.Everybody))).Total);
            Assert.Equal(reads, (await Node.Get<BulkJobs>().PlanAsync(actor, new(BulkKind.Deactivate))).IsDone);
        }
    }

    [Fact]
    public async Task What_the_overview_asks_takes_an_index_however_many_operators_there_are()
    {
        await InviteAsync("Finn", TimeSpan.FromMinutes(1));
        var account = (await Node.Get<Snapshooter>().AccountAsync(Account.Id))!;
        var gijs = await Node.SignInAsync(Gijs);
        using var asked = new Statements(Node.Contexts.Engine);
        await Node.Get<Attention>().ReadAsync(gijs, account);
        await Node.Get<CoverageHistory>().ReadAsync(gijs, new(2026, 11, 24));
        var statements = asked.All;
        Assert.True(statements.Count > 8, $"{statements.Count} statements.");

        await using var db = Node.Contexts.For(Account.Id);
        await db.Database.OpenConnectionAsync(Xunit.TestContext.Current.CancellationToken);
        foreach (var statement in statements)
        {
            await using var explain = db.Database.GetDbConnection().CreateCommand();
            explain.CommandText = $"EXPLAIN QUERY PLAN {statement.Sql}";
            foreach (var (name, value) in statement.Values)
            {
                var parameter = explain.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                explain.Parameters.Add(parameter);
            }

            await using var plan = await explain.ExecuteReaderAsync(Xunit.TestContext.Current.CancellationToken);
            while (await plan.ReadAsync(Xunit.TestContext.Current.CancellationToken))
            {
                var step = plan.GetString(3);

                // Not a whole table, and not a whole account: what leads there is more than its id.
                Assert.False(
                    (WholeTable().IsMatch(step) && !statement.Sql.Contains("MailDelivery", StringComparison.Ordinal))
                    || (step.Contains("IX_Operators_AccountId", StringComparison.Ordinal) && step.EndsWith("(AccountId=?)", StringComparison.Ordinal)),
                    $"{step}: {statement.Sql}");
            }
        }
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
        gijssPage.WaitForAssertion(() => Assert.DoesNotContain("Carla asks for help", TextOf(gijssPage), StringComparison.Ordinal));
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
        var request = Assert.Single(await Node.Get<HelpRequests>().WaitingAsync(await Node.SignInAsync(Ada)));
        await Node.Get<HelpRequests>().DismissAsync(await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode), Carla.Id, request.Id);

        await Button(dialogs, "No code until tonight").ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.Contains("It has been answered, or its 24 hours are over.", TextOf(dialogs), StringComparison.Ordinal));
        Assert.Null((await StoredAsync(Carla)).PolicyOverride);
    }

    [Fact]
    public async Task The_operator_page_says_until_when_and_follows_when_it_lapses()
    {
        await AskAsync();
        var request = Assert.Single(await Node.Get<HelpRequests>().WaitingAsync(await Node.SignInAsync(Ada)));
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

    private Task<string> AskAsync() => AskAsync(Carla);

    private async Task<string> AskAsync(Operator who) => Assert.IsType<HelpStanding.Open>(await Node.Get<HelpRequests>().AskAsync(
        Account.Id, who.Id, new("192.0.2.77", "192.0.2.77", "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0"))).Phrase;

    private async Task<List<Operator>> ManyAsync(string name, OperatorRole role = OperatorRole.Basic, TwoFactorPolicy? own = null)
    {
        var people = new List<Operator>();
        foreach (var number in Enumerable.Range(1, 5))
        {
            people.Add(await Node.AddOperatorAsync(Account, $"{name}{number}", role, own, hasPassword: role == OperatorRole.Administrator));
        }

        return people;
    }

    private Task RequireAsync(Operator whom) => Node.ChangeAsync(whom, who => who.SetOverride(TwoFactorPolicy.Required, Node.Clock.GetUtcNow(), Ada.Id));

    private Task LapseSoonAsync(Operator whom) => Node.ChangeAsync(whom, who => who.SetOverride(
        TwoFactorPolicy.Disabled, Node.Clock.GetUtcNow(), Ada.Id, until: new DateTimeOffset(2026, 11, 25, 22, 59, 0, TimeSpan.Zero)));

    // Somebody whose invitation left the house some time ago.
    private async Task<Operator> InviteAsync(string name, TimeSpan ago, TwoFactorPolicy? own = null)
    {
        var invited = await Node.AddOperatorAsync(Account, name, state: OperatorState.Invited, own: own);
        await Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            var link = await Node.Get<OneTimeLinks>().AddAsync(db, invited, LinkPurpose.Invitation, OneTimeLinks.InvitationLife);
            link.ExpiresAt = Node.Clock.GetUtcNow() - ago + OneTimeLinks.InvitationLife;
            return 0;
        });
        return invited;
    }

    private static string PageOf(Operator who) => $"/operators/{who.Id}";

    private static List<(string Words, string? Address)> Lines(IRenderedComponent<OverviewPage> page) =>
    [
        .. page.FindAll(".todo li").Select(line => (
            $"{line.QuerySelector(".t")!.TextContent} {line.QuerySelector(".d")?.TextContent}".Trim(), line.QuerySelector("a")?.GetAttribute("href"))),
    ];

    private static async Task<(IRenderedComponent<OverviewPage> Page, IRenderedComponent<MudDialogProvider> Dialogs)> OpenDialogAsync(Tab tab)
    {
        var dialogs = tab.RenderDialogs();
        var page = tab.Render<OverviewPage>();
        await Button(page, "Answer Carla").ClickAsync(new());
        dialogs.WaitForElement("h2");
        return (page, dialogs);
    }

    // Tables have names of one letter; what is made of them on the way has a number behind it.
    [GeneratedRegex("^SCAN [a-z]$")]
    private static partial Regex WholeTable();
}

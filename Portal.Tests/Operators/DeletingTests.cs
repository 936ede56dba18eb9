using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>Deleting an operator for good: what goes, what the record keeps, and who may.</summary>
[OnEachDatabase]
public sealed class DeletingTests : ExampleCompany
{
    /// <summary>Where an id stays, and why: the record; who acted, of what others still see; and who was in a bulk job, by the name they had.</summary>
    private static readonly string[] Kept =
    [
        "AuditEntries.SubjectId", "AuditEntries.ActorId", "BulkItems.OperatorId", "Changes.OperatorId",
        "Accounts.DefaultPolicyChangedById", "Operators.PolicyOverrideChangedById", "Links.CreatedById",
    ];

    private OperatorDetails Details => Node.Get<OperatorDetails>();

    [Fact]
    public async Task Nothing_is_left_in_any_table_but_the_record_and_who_did_what_to_others()
    {
        await LiveAsync();
        await Node.ChangeAsync(Carla, who => who.State = OperatorState.Deactivated);
        var before = await EveryValue.PlacesOfAsync(Node.Contexts, Carla.Id.ToString());
        Assert.All(
            ["Operators.Id", "Authenticators.OperatorId", "RecoveryCodes.OperatorId", "Sessions.OperatorId", "Links.OperatorId", "SignInTickets.OperatorId",
             "PendingKeys.OperatorId", "PendingSignIns.OperatorId", "HelpRequests.OperatorId", "Mails.OperatorId", .. Kept],
            place => Assert.Contains(place, before));

        Assert.True((await Details.DeleteAsync(await Node.SignInAsync(Ada), Carla.Id)).IsDone);

        Assert.Empty((await EveryValue.PlacesOfAsync(Node.Contexts, Carla.Id.ToString())).Except(Kept));
        var entry = (await RecordAsync())[^1];
        Assert.Equal(
            ("OperatorDeleted", "Ada", Carla.Id, "Carla", "Carla <carla@example.com>, Administrator"), (entry.Action, entry.ActorName, entry.SubjectId, entry.SubjectName, entry.Before));
        Assert.Equal("Carla", await Node.ReadAsync(Account.Id, db => db.BulkItems.Select(item => item.Name).SingleAsync()));
        Assert.Equal(0, await Node.ReadAsync(Account.Id, db => db.Mails.CountAsync(mail => mail.ToName == "Carla")));
    }

    [Fact]
    public async Task Only_whoever_was_deactivated_is_deleted_never_oneself_and_nobody_of_another_account()
    {
        var elsewhere = await Node.AddAccountAsync(name: "Elsewhere");
        var sven = await Node.AddOperatorAsync(elsewhere, "Sven", state: OperatorState.Deactivated);
        var noor = await Node.AddOperatorAsync(Account, "Noor", state: OperatorState.Invited);
        var ada = await Node.SignInAsync(Ada);

        Assert.Equal(Refusal.ChangedMeanwhile, (await Details.DeleteAsync(ada, Anna.Id)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Details.DeleteAsync(ada, Ada.Id)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Details.DeleteAsync(ada, noor.Id)).Refused);
        Assert.Equal(Refusal.NotFound, (await Details.DeleteAsync(ada, sven.Id)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Details.DeleteAsync(await Node.SignInAsync(Anna), Carla.Id)).Refused);
        Assert.NotNull(await Node.ReadAsync(elsewhere.Id, db => db.Operators.SingleOrDefaultAsync(person => person.Id == sven.Id)));
        Assert.Equal(5, await Node.ReadAsync(Account.Id, db => db.Operators.CountAsync()));
    }

    [Fact]
    public async Task The_last_administrator_who_gets_in_cannot_be_deleted_since_that_one_cannot_be_deactivated()
    {
        var ada = await Node.SignInAsync(Ada);
        await Node.ChangeAsync(Ada, who => who.PolicyOverride = TwoFactorPolicy.Required);

        Assert.Equal(Refusal.NoWayIn, (await Details.DeactivateAsync(ada, Gijs.Id)).Refused);
        Assert.Equal(Refusal.ChangedMeanwhile, (await Details.DeleteAsync(ada, Gijs.Id)).Refused);
    }

    [Fact]
    public async Task It_asks_for_a_recent_proof_says_what_goes_and_what_is_kept_and_leads_to_the_list()
    {
        await Node.Get<TwoFactorSettings>().SetOverrideAsync(await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode), Carla.Id, TwoFactorPolicy.Required, null);
        Assert.True((await Details.DeactivateAsync(await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode), Carla.Id)).IsDone);
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, Carla);
        Assert.False(HasButton(Show(tab, Anna), "Delete operator"));
        page = Show(tab, Carla);
        await page.PressAsync("Delete operator");
        dialogs.Shows("Delete Carla for good?");
        dialogs.Shows("The audit log keeps 3 entries with the name and, where it stood in them, the address; they cannot be changed.");
        dialogs.Shows("carla@example.com can be invited again, as a new operator.");
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var press = dialogs.OnAsync(() => dialogs.FindAll("button").Single(button => button.TextContent == "Delete operator"), button => button.ClickAsync());
        await dialogs.ProveAsync(PortalServices.Password);
        await press;

        Assert.EndsWith("/operators", tab.Navigation.Uri, StringComparison.Ordinal);
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("[role=dialog]")));
        Assert.Equal(3, (await RecordAsync()).Count(entry => entry.SubjectId == Carla.Id));
    }

    [Fact]
    public async Task Open_pages_of_others_show_that_nobody_is_there_and_a_change_that_the_deleted_one_made_says_so()
    {
        await using var his = await OpenAsync(Gijs);
        var hisPage = Show(his, Anna);
        var carlas = await Node.AddOperatorAsync(Account, "Cees", OperatorRole.Administrator);
        Assert.True((await Node.Get<TwoFactorSettings>().SetOverrideAsync(await Node.SignInAsync(carlas), Anna.Id, TwoFactorPolicy.Required, null)).IsDone);
        hisPage.Shows("Changed at 10:15 by Cees");
        var gone = Show(his, carlas);
        gone.Shows("Cees");

        var ada = await Node.SignInAsync(Ada);
        await Details.DeactivateAsync(ada, carlas.Id);
        Assert.True((await Details.DeleteAsync(ada, carlas.Id)).IsDone);

        gone.Shows("There is no such page");
        Assert.Equal(Refusal.NotFound, (await Details.RenameAsync(ada, carlas.Id, "Somebody")).Refused);
        var shown = (await Node.Get<Snapshooter>().OperatorAsync(Account.Id, Anna.Id))!;
        Assert.Equal((carlas.Id, null), (shown.OverrideChanged!.ById, shown.OverrideChanged.ByName));
    }

    [Fact]
    public async Task The_address_is_free_to_be_invited_again_as_somebody_new()
    {
        await Node.ChangeAsync(Carla, who => who.State = OperatorState.Deactivated);
        var ada = await Node.SignInAsync(Ada);
        Assert.Equal(Refusal.EmailTaken, (await InviteAsync(ada)).Refused);
        await Details.DeleteAsync(ada, Carla.Id);

        var again = (await InviteAsync(ada)).Value!;

        Assert.NotEqual(Carla.Id, again.OperatorId);
        Assert.Null(await Node.ReadAsync(Account.Id, db => db.Authenticators.SingleOrDefaultAsync(key => key.OperatorId == again.OperatorId)));
    }

    [Fact]
    public async Task Deleted_and_reactivated_at_once_one_of_the_two_is_told_that_the_other_was_first()
    {
        await Node.ChangeAsync(Carla, who => who.State = OperatorState.Deactivated);
        var (adas, gijss) = (await Node.SignInAsync(Ada), await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode));

        var deleting = Task.Run(() => Details.DeleteAsync(adas, Carla.Id));
        var reactivating = Task.Run(() => Details.ReactivateAsync(gijss, Carla.Id));
        var (deleted, reactivated) = (await deleting, await reactivating);

        var left = await Node.ReadAsync(Account.Id, db => db.Operators.SingleOrDefaultAsync(person => person.Id == Carla.Id));
        if (deleted.IsDone)
        {
            Assert.Equal((Refusal.NotFound, null), (reactivated.Refused, left));
        }
        else
        {
            Assert.Equal((Refusal.ChangedMeanwhile, null, OperatorState.Active), (deleted.Refused, reactivated.Refused, left!.State));
        }
    }

    private async Task<Outcome<Invited>> InviteAsync(Actor ada) =>
        await Node.Get<Invitations>().InviteAsync(ada, new("Carla", "Carla@example.com", OperatorRole.Basic, "en", null, LoginOptions.Password), byMail: true);

    // Everything that somebody can leave behind.
    private async Task LiveAsync()
    {
        await Node.ChangeAsync(Carla, who => who.Role = OperatorRole.Administrator);
        var actor = await Node.SignInAsync(Carla, SignInMethod.PasswordAndCode);
        await Node.AddRecoveryCodesAsync(Carla);
        await Node.Get<TwoFactorEnrollments>().StartAsync(actor);
        await Node.Get<TwoFactorSettings>().SetOverrideAsync(actor, Anna.Id, TwoFactorPolicy.Required, null);
        await Node.Get<TwoFactorSettings>().SetDefaultAsync(actor, TwoFactorPolicy.Required, null);
        await Node.Get<HelpRequests>().AskAsync(Account.Id, Carla.Id, new("192.0.2.77", "192.0.2.77", "Tests"));
        await Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            var who = await db.Operators.SingleAsync(person => person.Id == Carla.Id);
            var link = await Node.Get<OneTimeLinks>().AddAsync(db, who, LinkPurpose.PasswordReset, OneTimeLinks.PasswordLife);
            var sent = await Node.Get<OneTimeLinks>().AddAsync(db, await db.Operators.SingleAsync(person => person.Id == Anna.Id), LinkPurpose.SetUp, OneTimeLinks.SentSetUpLife, who.Id);
            Node.Get<SignInTickets>().Add(db, who, link.Id);
            Node.Get<Outbox>().Queue(db, await db.Accounts.SingleAsync(), who, new SecurityNotice(NoticeKind.PasswordChanged, Node.Clock.GetUtcNow()));
            db.PendingSignIns.Add(new() { AccountId = Account.Id, OperatorId = who.Id, TokenHash = [1], ExpiresAt = Node.Clock.GetUtcNow(), SecurityStamp = who.SecurityStamp! });
            var job = new BulkJob { AccountId = Account.Id, ByName = "Ada", ById = Ada.Id, ByStamp = "", Address = "", UserAgent = "" };
            db.BulkJobs.Add(job);
            db.BulkItems.Add(new() { JobId = job.Id, Position = 1, AccountId = Account.Id, OperatorId = who.Id, Name = who.Name });
            return sent.Id;
        });
    }
}

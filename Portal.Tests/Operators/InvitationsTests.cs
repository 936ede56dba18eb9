using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>Inviting, sending again, handing over and revoking, over the real services.</summary>
[OnEachDatabase]
public sealed class InvitationsTests : ExampleCompany
{
    private static readonly Invitee Noor = new("Noor", "noor@example.com", OperatorRole.Basic, "nl", null);

    private Invitations Invitations => Node.Get<Invitations>();

    [Fact]
    public async Task Inviting_makes_an_operator_who_is_invited_with_a_link_and_a_mail_and_a_plain_invitation_asks_for_no_proof()
    {
        var ada = await Node.SignInAsync(Ada);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var invited = await Invitations.InviteAsync(ada, Noor with { Name = "  Noor ", Override = TwoFactorPolicy.Required }, byMail: true);

        Assert.True(invited.IsDone);
        Assert.Null(invited.Value!.Link);
        var noor = await NoorAsync();
        Assert.Equal(
            ("Noor", "noor@example.com", OperatorRole.Basic, OperatorState.Invited, "nl", TwoFactorPolicy.Required, LoginOptions.Password),
            (noor.Name, noor.Email, noor.Role, noor.State, noor.Language, noor.PolicyOverride, noor.LoginOptions));
        Assert.Null(noor.PasswordHash);
        var (link, mail) = (Assert.Single(await LinksAsync(noor.Id)), Assert.Single(await MailsAsync(noor.Id)));
        Assert.Equal((LinkPurpose.Invitation, 21 * 24 * 60, Ada.Id, null), (link.Purpose, link.LifeMinutes, link.CreatedById, link.ExpiresAt));
        Assert.Equal((link.Id, "noor@example.com", "nl", "invitation"), (mail.LinkId, mail.ToAddress, mail.Language, mail.Kind));
        Assert.DoesNotContain(Node.Get<OneTimeLinks>().AddressOf(link.Id).Segments[^1], mail.Letter, StringComparison.Ordinal);
        Assert.Equal(
            [("OperatorInvited", "Ada", "Noor", "Basic"), ("OverrideChanged", "Ada", "Noor", "Required")],
            (await RecordAsync()).Select(entry => (entry.Action, entry.ActorName, entry.SubjectName!, entry.After!)).Order());
    }

    [Fact]
    public async Task Without_mail_the_link_is_answered_once_works_21_days_and_is_written_down()
    {
        var invited = (await Invitations.InviteAsync(await Node.SignInAsync(Ada), Noor, byMail: false)).Value!;

        Assert.StartsWith("https://portal.example.com/link/", invited.Link!.ToString(), StringComparison.Ordinal);
        Assert.Equal(Node.Clock.GetUtcNow().AddDays(21), invited.EndsAt);
        Assert.Empty(await MailsAsync(invited.OperatorId));
        Assert.Equal(["LinkHandedOver", "OperatorInvited"], (await RecordAsync()).Select(entry => entry.Action).Order());
    }

    [Theory]
    [InlineData("", "noor@example.com", "en")]
    [InlineData("No\0or", "noor@example.com", "en")]
    [InlineData("long", "noor@example.com", "en")]
    [InlineData("Noor", "", "en")]
    [InlineData("Noor", "noor", "en")]
    [InlineData("Noor", "noor@example.com\r\nBcc: eva@example.com", "en")]
    [InlineData("Noor", "noor\0@example.com", "en")]
    [InlineData("Noor", "long", "en")]
    [InlineData("Noor", "noor@example.com", "xx")]
    public async Task What_does_not_fit_is_refused_and_changes_nothing(string name, string email, string language)
    {
        var (longName, longEmail) = (new string('x', 10_000), $"{new string('x', 10_000)}@example.com");

        var outcome = await Invitations.InviteAsync(
            await Node.SignInAsync(Ada), new(name == "long" ? longName : name, email == "long" ? longEmail : email, OperatorRole.Basic, language, null), byMail: true);

        Assert.Equal(Refusal.Invalid, outcome.Refused);
        Assert.Equal(4, await Node.ReadAsync(Account.Id, db => db.Operators.CountAsync()));
    }

    [Fact]
    public async Task An_address_that_somebody_in_the_installation_has_is_refused_whoever_it_is()
    {
        var elsewhere = await Node.AddAccountAsync(name: "Elsewhere");
        await Node.AddOperatorAsync(elsewhere, "Dirk");
        var ada = await Node.SignInAsync(Ada);

        Assert.Equal(Refusal.EmailTaken, (await Invitations.InviteAsync(ada, Noor with { Email = "DIRK@example.com" }, byMail: true)).Refused);
        Assert.Equal(Refusal.EmailTaken, (await Invitations.InviteAsync(ada, Noor with { Email = "Anna@Example.com" }, byMail: true)).Refused);
        Assert.Equal(4, await Node.ReadAsync(Account.Id, db => db.Operators.CountAsync()));
    }

    [Theory]
    [InlineData("Zoë d'Août")]
    [InlineData("Ольга")]
    [InlineData("李小龍")]
    [InlineData("👩‍🚀 Eva")]
    public async Task Names_of_any_script_are_kept_as_they_are(string name)
    {
        Assert.True((await Invitations.InviteAsync(await Node.SignInAsync(Ada), Noor with { Name = name }, byMail: true)).IsDone);

        Assert.Equal("noor@example.com", (await NoorAsync(name)).Email);
    }

    [Fact]
    public async Task Resending_voids_the_former_link_and_its_mail_and_is_possible_once_a_minute_and_ten_times_a_day()
    {
        var ada = await Node.SignInAsync(Ada);
        var noor = (await Invitations.InviteAsync(ada, Noor, byMail: true)).Value!.OperatorId;
        Assert.Equal(Refusal.TooSoon, (await Invitations.ResendAsync(ada, noor)).Refused);

        for (var more = 0; more < 12; more++)
        {
            Node.Clock.Advance(TimeSpan.FromMinutes(1));
            await Invitations.ResendAsync(ada, noor);
        }

        var (links, mails) = (await LinksAsync(noor), await MailsAsync(noor));
        Assert.Equal((10, 1), (links.Count, links.Count(link => link.VoidedAt is null)));
        Assert.Equal((10, 1), (mails.Count, mails.Count(mail => mail.CancelledAt is null)));
        Assert.Equal(links.Single(link => link.VoidedAt is null).Id, mails.Single(mail => mail.CancelledAt is null).LinkId);
        Assert.Equal(9, (await RecordAsync()).Count(entry => entry.Action == "InvitationResent"));
    }

    [Fact]
    public async Task An_administrator_a_weaker_setting_and_a_link_to_hand_over_ask_for_proof()
    {
        var ada = await Node.SignInAsync(Ada);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(Refusal.ProofNeeded, (await Invitations.InviteAsync(ada, Noor with { Role = OperatorRole.Administrator }, byMail: true)).Refused);
        Assert.Equal(Refusal.ProofNeeded, (await Invitations.InviteAsync(ada, Noor with { Override = TwoFactorPolicy.Disabled }, byMail: true)).Refused);
        Assert.Equal(Refusal.ProofNeeded, (await Invitations.InviteAsync(ada, Noor, byMail: false)).Refused);
        Assert.False(await Node.ReadAsync(Account.Id, db => db.Operators.AnyAsync(person => person.Name == "Noor")));
    }

    [Fact]
    public async Task Handing_over_again_voids_the_former_link_and_asks_for_proof()
    {
        var ada = await Node.SignInAsync(Ada);
        var noor = (await Invitations.InviteAsync(ada, Noor, byMail: true)).Value!.OperatorId;
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(Refusal.ProofNeeded, (await Invitations.HandOverAsync(ada, noor)).Refused);
        await Node.Get<RecentProof>().AnswerAsync(ada, Portal.Tests.Support.PortalServices.Password);
        var handed = await Invitations.HandOverAsync(ada, noor);

        Assert.NotNull(handed.Value!.Link);
        Assert.Single(await LinksAsync(noor), link => link.VoidedAt is null && link.ExpiresAt is not null);
        Assert.NotNull(Assert.Single(await MailsAsync(noor)).CancelledAt);
        Assert.Equal("Noor", (await RecordAsync()).Single(entry => entry.Action == "LinkHandedOver").SubjectName);
    }

    [Fact]
    public async Task Correcting_the_address_voids_the_link_and_takes_the_mail_back()
    {
        var ada = await Node.SignInAsync(Ada);
        var noor = (await Invitations.InviteAsync(ada, Noor, byMail: true)).Value!.OperatorId;

        Assert.Equal(Refusal.Invalid, (await Invitations.CorrectEmailAsync(ada, noor, "no address\0")).Refused);
        Assert.Equal(Refusal.EmailTaken, (await Invitations.CorrectEmailAsync(ada, noor, "anna@example.com")).Refused);
        Assert.Null(Assert.Single(await LinksAsync(noor)).VoidedAt);
        Assert.True((await Invitations.CorrectEmailAsync(ada, noor, "noor.b@example.com")).IsDone);

        Assert.NotNull(Assert.Single(await LinksAsync(noor)).VoidedAt);
        Assert.NotNull(Assert.Single(await MailsAsync(noor)).CancelledAt);
        var stored = await NoorAsync("Noor");
        Assert.Equal(("noor.b@example.com", "NOOR.B@EXAMPLE.COM"), (stored.Email, stored.NormalizedEmail));
        Assert.Equal(Refusal.ChangedMeanwhile, (await Invitations.CorrectEmailAsync(ada, Anna.Id, "other@example.com")).Refused);
    }

    [Fact]
    public async Task Revoking_leaves_the_record_a_link_that_can_say_so_and_an_address_that_is_free()
    {
        var ada = await Node.SignInAsync(Ada);
        var noor = (await Invitations.InviteAsync(ada, Noor, byMail: true)).Value!.OperatorId;
        var id = Assert.Single(await LinksAsync(noor)).Id;

        Assert.True((await Invitations.RevokeAsync(ada, noor)).IsDone);

        Assert.False(await Node.ReadAsync(Account.Id, db => db.Operators.AnyAsync(person => person.Id == noor)));
        Assert.False(await Node.ReadAsync(Account.Id, db => db.Mails.AnyAsync()));
        var link = await Node.ReadAsync(Account.Id, db => db.Links.SingleAsync(row => row.Id == id));
        Assert.True(Invitations.IsRevoked(link));
        Assert.NotNull(link.VoidedAt);
        Assert.Equal(("Ada", "Noor"), (await RecordAsync()).Where(entry => entry.Action == "InvitationRevoked").Select(entry => (entry.ActorName, entry.SubjectName!)).Single());
        Assert.True((await Invitations.InviteAsync(ada, Noor, byMail: true)).IsDone);
    }

    [Fact]
    public async Task Whoever_has_accepted_can_no_longer_be_revoked_sent_or_handed_a_link()
    {
        var ada = await Node.SignInAsync(Ada);

        Assert.Equal(Refusal.ChangedMeanwhile, (await Invitations.RevokeAsync(ada, Anna.Id)).Refused);
        Assert.Equal(Refusal.ChangedMeanwhile, (await Invitations.ResendAsync(ada, Anna.Id)).Refused);
        Assert.Equal(Refusal.ChangedMeanwhile, (await Invitations.HandOverAsync(ada, Anna.Id)).Refused);
        Assert.Equal(OperatorState.Active, (await StoredAsync(Anna)).State);
    }

    [Fact]
    public async Task Whoever_is_invited_is_revoked_and_not_deactivated()
    {
        var ada = await Node.SignInAsync(Ada);
        var noor = (await Invitations.InviteAsync(ada, Noor, byMail: true)).Value!.OperatorId;

        Assert.Equal(Refusal.NotAllowed, (await Node.Get<OperatorDetails>().DeactivateAsync(ada, noor)).Refused);
        await Node.Get<OperatorDetails>().ReactivateAsync(ada, noor);

        Assert.Equal(OperatorState.Invited, (await NoorAsync()).State);
    }

    [Fact]
    public async Task Basic_operators_and_administrators_of_another_account_are_refused()
    {
        var noor = (await Invitations.InviteAsync(await Node.SignInAsync(Ada), Noor, byMail: true)).Value!.OperatorId;
        var elsewhere = await Node.AddAccountAsync(name: "Elsewhere");
        var other = await Node.SignInAsync(await Node.AddOperatorAsync(elsewhere, "Eva", OperatorRole.Administrator));
        foreach (var (actor, why) in new[] { (await Node.SignInAsync(Anna), Refusal.NotAllowed), (other, Refusal.NotFound) })
        {
            Assert.Equal(why, (await Invitations.ResendAsync(actor, noor)).Refused);
            Assert.Equal(why, (await Invitations.HandOverAsync(actor, noor)).Refused);
            Assert.Equal(why, (await Invitations.CorrectEmailAsync(actor, noor, "mine@example.com")).Refused);
            Assert.Equal(why, (await Invitations.RevokeAsync(actor, noor)).Refused);
        }

        Assert.Equal(Refusal.NotAllowed, (await Invitations.InviteAsync(await Node.SignInAsync(Anna), Noor with { Email = "more@example.com" }, byMail: true)).Refused);
        Assert.Null(Assert.Single(await LinksAsync(noor)).VoidedAt);
        Assert.Equal(4 + 1, (await RecordAsync()).Count(entry => entry.Refused == "NotAllowed"));
    }

    private Task<Operator> NoorAsync(string name = "Noor") => Node.ReadAsync(Account.Id, db => db.Operators.SingleAsync(person => person.Name == name));

    private Task<List<OneTimeLink>> LinksAsync(Guid whose) => Node.ReadAsync(Account.Id, db => db.Links.Where(link => link.OperatorId == whose).ToListAsync());

    private Task<List<MailMessage>> MailsAsync(Guid whose) => Node.ReadAsync(Account.Id, db => db.Mails.Where(mail => mail.OperatorId == whose).ToListAsync());
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.SignIn;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>Login options of an operator: what each change erases, keeps, tells and refuses.</summary>
[OnEachDatabase]
public sealed class OperatorLoginsTests : ExampleCompany
{
    // Nobody listens there: a provider that is on, has worked, and is dead now.
    private const string DeadIssuer = "https://127.0.0.1:1/";

    private static readonly Client Somewhere = new("192.0.2.77", "192.0.2.77", "Another browser");

    private OperatorLogins Logins => Node.Get<OperatorLogins>();

    [Theory]
    [InlineData(LoginOptions.Password, LoginOptions.SingleSignOn)]
    [InlineData(LoginOptions.Both, LoginOptions.SingleSignOn)]
    public async Task Single_sign_on_only_erases_authenticator_recovery_codes_and_password(LoginOptions from, LoginOptions to)
    {
        await ConnectAsync();
        await Node.ChangeAsync(Carla, who => who.LoginOptions = from);
        await Node.AddRecoveryCodesAsync(Carla);
        await Node.Get<TwoFactorEnrollments>().StartAsync(await Node.SignInAsync(Carla, SignInMethod.PasswordAndCode));
        Assert.True(await Node.ReadAsync(Account.Id, db => db.PendingKeys.AnyAsync()));

        var outcome = await Logins.SetAsync(await Node.SignInAsync(Ada), Carla.Id, to);

        Assert.Equal(new LoginOptionsReport(Erased: true, PasswordMail: false), outcome.Value);
        var stored = await StoredAsync(Carla);
        Assert.Equal((to, null, null), (stored.LoginOptions, stored.PasswordHash, stored.Authenticator));
        Assert.False(await Node.ReadAsync(Account.Id, db => db.RecoveryCodes.AnyAsync(code => code.OperatorId == Carla.Id)));
        Assert.False(await Node.ReadAsync(Account.Id, db => db.PendingKeys.AnyAsync()));
    }

    [Fact]
    public async Task Single_sign_on_only_voids_the_links_of_the_password_route_and_takes_their_mails_back()
    {
        await ConnectAsync();
        await Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            var (links, outbox) = (Node.Get<OneTimeLinks>(), Node.Get<Outbox>());
            var anna = await db.Operators.SingleAsync(person => person.Id == Anna.Id);
            var carla = await db.Operators.SingleAsync(person => person.Id == Carla.Id);
            var account = await db.Accounts.SingleAsync();
            outbox.Queue(db, account, anna, new SetUpLetter(null, null, null, null, "Ada"), await links.AddAsync(db, anna, LinkPurpose.SetUp, OneTimeLinks.SetUpLife));
            outbox.Queue(db, account, anna, new UnlockLetter(Node.Clock.GetUtcNow(), "Tests", "192.0.2.1"), await links.AddAsync(db, anna, LinkPurpose.CodeUnlock, OneTimeLinks.UnlockLife));
            await links.AddAsync(db, carla, LinkPurpose.SetUp, OneTimeLinks.SetUpLife);
            return 0;
        });
        await Node.Get<Passwords>().SendLinkAsync(Anna.Email!, Somewhere);
        Assert.Equal(3, (await WaitingAsync(Anna)).Count);

        Assert.True((await Logins.SetAsync(await Node.SignInAsync(Ada), Anna.Id, LoginOptions.SingleSignOn)).IsDone);

        var links = await Node.ReadAsync(Account.Id, db => db.Links.ToListAsync());
        Assert.All(links.Where(link => link.OperatorId == Anna.Id), link => Assert.NotNull(link.VoidedAt));
        Assert.Null(Assert.Single(links, link => link.OperatorId == Carla.Id).VoidedAt);
        Assert.Equal([SecurityNotice.KindOf(NoticeKind.LoginOptionsChanged)], (await WaitingAsync(Anna)).Select(mail => mail.Kind));
    }

    [Fact]
    public async Task Single_sign_on_only_ends_sign_ins_that_wait_for_a_code_and_closes_the_request_for_help()
    {
        await ConnectAsync();
        await Node.Get<HelpRequests>().AskAsync(Account.Id, Carla.Id, Somewhere);
        await Node.Get<HelpRequests>().AskAsync(Account.Id, Gijs.Id, Somewhere);
        var stamp = (await StoredAsync(Carla)).SecurityStamp;

        Assert.True((await Logins.SetAsync(await Node.SignInAsync(Ada), Carla.Id, LoginOptions.SingleSignOn)).IsDone);

        // A sign-in that waits carries the stamp that held when it began.
        Assert.NotEqual(stamp, (await StoredAsync(Carla)).SecurityStamp);
        var closed = await Node.ReadAsync(Account.Id, db => db.HelpRequests.SingleAsync(request => request.OperatorId == Carla.Id));
        Assert.Equal((HelpAnswer.Dismissed, Ada.Id), (closed.Answer, closed.AnsweredById));
        Assert.Null(await Node.ReadAsync(Account.Id, db => db.HelpRequests.Where(request => request.OperatorId == Gijs.Id).Select(request => request.AnsweredAt).SingleAsync()));
    }

    [Fact]
    public async Task An_administrator_who_moves_to_single_sign_on_still_gets_the_mails_in_which_others_ask_for_help()
    {
        await ConnectAsync();
        await Node.Get<HelpRequests>().AskAsync(Account.Id, Carla.Id, Somewhere);
        Assert.Contains(await WaitingAsync(Gijs), mail => mail.Kind == HelpLetter.Name);

        Assert.True((await Logins.SetAsync(await Node.SignInAsync(Ada), Gijs.Id, LoginOptions.SingleSignOn)).IsDone);

        Assert.Contains(await WaitingAsync(Gijs), mail => mail.Kind == HelpLetter.Name);
    }

    [Theory]
    [InlineData(LoginOptions.Password, LoginOptions.SingleSignOn)]
    [InlineData(LoginOptions.Password, LoginOptions.Both)]
    [InlineData(LoginOptions.SingleSignOn, LoginOptions.Password)]
    [InlineData(LoginOptions.SingleSignOn, LoginOptions.Both)]
    [InlineData(LoginOptions.Both, LoginOptions.Password)]
    [InlineData(LoginOptions.Both, LoginOptions.SingleSignOn)]
    public async Task Sessions_go_on_and_the_own_setting_is_kept_whatever_the_change(LoginOptions from, LoginOptions to)
    {
        await ConnectAsync();
        await Node.ChangeAsync(Anna, who => (who.LoginOptions, who.PolicyOverride) = (from, TwoFactorPolicy.Required));
        await Node.SignInAsync(Anna);
        await Node.SignInAsync(Anna, SignInMethod.SingleSignOn);

        Assert.True((await Logins.SetAsync(await Node.SignInAsync(Ada), Anna.Id, to)).IsDone);

        Assert.Equal(2, await SessionsOfAsync(Anna));
        var stored = await StoredAsync(Anna);
        Assert.Equal((to, TwoFactorPolicy.Required, OperatorState.Active), (stored.LoginOptions, stored.PolicyOverride, stored.State));
    }

    [Theory]
    [InlineData(LoginOptions.Password, LoginOptions.Both)]
    [InlineData(LoginOptions.Both, LoginOptions.Password)]
    public async Task As_long_as_a_password_is_allowed_password_authenticator_and_recovery_codes_are_kept(LoginOptions from, LoginOptions to)
    {
        await ConnectAsync();
        await Node.ChangeAsync(Carla, who => who.LoginOptions = from);
        await Node.AddRecoveryCodesAsync(Carla);
        await Node.Get<Passwords>().SendLinkAsync(Carla.Email!, Somewhere);
        var before = await StoredAsync(Carla);

        var outcome = await Logins.SetAsync(await Node.SignInAsync(Ada), Carla.Id, to);

        Assert.Equal(new LoginOptionsReport(Erased: false, PasswordMail: false), outcome.Value);
        var stored = await StoredAsync(Carla);
        Assert.Equal((before.PasswordHash, before.SecurityStamp, before.Authenticator!.Id), (stored.PasswordHash, stored.SecurityStamp, stored.Authenticator?.Id));
        Assert.NotEqual(0, await Node.ReadAsync(Account.Id, db => db.RecoveryCodes.CountAsync(code => code.OperatorId == Carla.Id)));
        Assert.Contains(await WaitingAsync(Carla), mail => mail.Kind == PasswordLetter.Name);
    }

    [Theory]
    [InlineData(LoginOptions.SingleSignOn, LoginOptions.Password, true)]
    [InlineData(LoginOptions.SingleSignOn, LoginOptions.Both, true)]
    [InlineData(LoginOptions.Both, LoginOptions.Password, true)]
    [InlineData(LoginOptions.Both, LoginOptions.SingleSignOn, false)]
    public async Task Whoever_has_no_password_gets_a_mail_to_choose_one_where_one_is_allowed(LoginOptions from, LoginOptions to, bool mails)
    {
        await ConnectAsync();
        var eva = await Node.AddOperatorAsync(Account, "Eva", login: from, hasPassword: false);

        var outcome = await Logins.SetAsync(await Node.SignInAsync(Ada), eva.Id, to);

        Assert.Equal(new LoginOptionsReport(Erased: false, PasswordMail: mails), outcome.Value);
        Assert.Null((await StoredAsync(eva)).PasswordHash);
        var waiting = (await WaitingAsync(eva)).Where(mail => mail.Kind == ChoosePasswordLetter.Name).ToList();
        var links = await Node.ReadAsync(Account.Id, db => db.Links.Where(link => link.OperatorId == eva.Id).ToListAsync());
        Assert.Equal((mails ? 1 : 0, mails ? 1 : 0), (waiting.Count, links.Count));
        Assert.All(links, link => Assert.Equal(
            (LinkPurpose.PasswordReset, 60, Ada.Id, waiting.Single().LinkId), (link.Purpose, link.LifeMinutes, link.CreatedById, (Guid?)link.Id)));
    }

    [Theory]
    [InlineData(OperatorState.Invited)]
    [InlineData(OperatorState.Deactivated)]
    public async Task Whoever_is_not_active_gets_no_mail_to_choose_a_password(OperatorState state)
    {
        await ConnectAsync();
        var eva = await Node.AddOperatorAsync(Account, "Eva", login: LoginOptions.SingleSignOn, state: state);

        var outcome = await Logins.SetAsync(await Node.SignInAsync(Ada), eva.Id, LoginOptions.Password);

        Assert.Equal(new LoginOptionsReport(Erased: false, PasswordMail: false), outcome.Value);
        Assert.False(await Node.ReadAsync(Account.Id, db => db.Links.AnyAsync()));
    }

    [Fact]
    public async Task An_invitation_goes_on_whatever_the_login_options_become()
    {
        await ConnectAsync();
        var ada = await Node.SignInAsync(Ada);
        var noor = (await Node.Get<Invitations>().InviteAsync(ada, new("Noor", "noor@example.com", OperatorRole.Basic, "nl", null), byMail: true)).Value!.OperatorId;

        Assert.True((await Logins.SetAsync(ada, noor, LoginOptions.SingleSignOn)).IsDone);
        Assert.True((await Logins.SetAsync(ada, noor, LoginOptions.Password)).IsDone);

        Assert.Null((await Node.ReadAsync(Account.Id, db => db.Links.SingleAsync(link => link.OperatorId == noor))).VoidedAt);
        Assert.Contains(await Node.ReadAsync(Account.Id, db => db.Mails.Where(mail => mail.OperatorId == noor && mail.CancelledAt == null).ToListAsync()), mail => mail.Kind == InvitationLetter.Name);
    }

    [Fact]
    public async Task Back_and_forth_only_the_newest_mail_to_choose_a_password_waits_and_its_link_works()
    {
        await ConnectAsync();
        var ada = await Node.SignInAsync(Ada);
        var eva = await Node.AddOperatorAsync(Account, "Eva", login: LoginOptions.SingleSignOn);
        await Logins.SetAsync(ada, eva.Id, LoginOptions.Password);
        await Logins.SetAsync(ada, eva.Id, LoginOptions.SingleSignOn);
        Assert.DoesNotContain(await WaitingAsync(eva), mail => mail.Kind == ChoosePasswordLetter.Name);

        await Logins.SetAsync(ada, eva.Id, LoginOptions.Password);

        await AssertOneMailWithALinkThatWorksAsync(eva);
    }

    [Fact]
    public async Task By_way_of_both_too_only_the_newest_mail_to_choose_a_password_waits()
    {
        await ConnectAsync();
        var ada = await Node.SignInAsync(Ada);
        var eva = await Node.AddOperatorAsync(Account, "Eva", login: LoginOptions.SingleSignOn);
        await Logins.SetAsync(ada, eva.Id, LoginOptions.Both);

        await Logins.SetAsync(ada, eva.Id, LoginOptions.Password);

        await AssertOneMailWithALinkThatWorksAsync(eva);
    }

    [Theory]
    [InlineData(LoginOptions.SingleSignOn, LoginOptions.Password, false)]
    [InlineData(LoginOptions.Both, LoginOptions.Password, false)]
    [InlineData(LoginOptions.SingleSignOn, LoginOptions.Both, true)]
    [InlineData(LoginOptions.Both, LoginOptions.SingleSignOn, true)]
    public async Task Whoever_may_no_longer_sign_in_by_it_is_released_from_the_identity_at_the_provider(LoginOptions from, LoginOptions to, bool bound)
    {
        await ConnectAsync();
        await Node.ChangeAsync(Anna, who => who.LoginOptions = from);
        await BindAsync(Anna);

        Assert.True((await Logins.SetAsync(await Node.SignInAsync(Ada), Anna.Id, to)).IsDone);

        var stored = await StoredAsync(Anna);
        Assert.Equal(bound ? (DeadIssuer, "subject-Anna") : (null, null), (stored.SsoIssuer, stored.SsoSubject));
        Assert.Equal(bound, stored.SsoBoundAt is not null);
    }

    [Fact]
    public async Task It_asks_for_a_recent_proof_and_changes_nothing_without()
    {
        await ConnectAsync();
        var ada = await Node.SignInAsync(Ada);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(Refusal.ProofNeeded, (await Logins.SetAsync(ada, Anna.Id, LoginOptions.SingleSignOn)).Refused);
        Assert.Equal(Refusal.ProofNeeded, (await Logins.SetAsync(ada, Anna.Id, LoginOptions.Both)).Refused);
        Assert.Equal(LoginOptions.Password, (await StoredAsync(Anna)).LoginOptions);
        Assert.Empty(await RecordAsync());

        await Node.Get<RecentProof>().AnswerAsync(ada, PortalServices.Password);
        Assert.True((await Logins.SetAsync(ada, Anna.Id, LoginOptions.Both)).IsDone);
    }

    [Fact]
    public async Task A_basic_operator_changes_nobodys_not_even_the_own_and_the_attempt_is_written_down()
    {
        await ConnectAsync();
        var anna = await Node.SignInAsync(Anna);

        Assert.Equal(Refusal.NotAllowed, (await Logins.SetAsync(anna, Carla.Id, LoginOptions.SingleSignOn)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Logins.SetAsync(anna, Anna.Id, LoginOptions.Both)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Logins.ReleaseAsync(anna, Anna.Id)).Refused);

        Assert.NotNull((await StoredAsync(Carla)).Authenticator);
        Assert.Equal(["NotAllowed", "NotAllowed", "NotAllowed"], (await RecordAsync()).Select(entry => entry.Refused!));
    }

    [Fact]
    public async Task An_operator_of_another_account_is_not_found()
    {
        await ConnectAsync();
        var elsewhere = await Node.AddAccountAsync(name: "Elsewhere");
        var sven = await Node.AddOperatorAsync(elsewhere, "Sven", login: LoginOptions.Both);
        await BindAsync(sven);
        var ada = await Node.SignInAsync(Ada);

        Assert.Equal(Refusal.NotFound, (await Logins.SetAsync(ada, sven.Id, LoginOptions.SingleSignOn)).Refused);
        Assert.Equal(Refusal.NotFound, (await Logins.ReleaseAsync(ada, sven.Id)).Refused);
        Assert.Equal(Refusal.NotFound, (await Logins.SetAsync(ada, Guid.NewGuid(), LoginOptions.Both)).Refused);

        var stored = await StoredAsync(sven);
        Assert.Equal((LoginOptions.Both, "subject-Sven"), (stored.LoginOptions, stored.SsoSubject));
        Assert.NotNull(stored.PasswordHash);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(-1)]
    public async Task Ways_that_there_are_none_of_are_refused(int options)
    {
        await ConnectAsync();

        Assert.Equal(Refusal.Invalid, (await Logins.SetAsync(await Node.SignInAsync(Ada), Anna.Id, (LoginOptions)options)).Refused);

        Assert.Equal(LoginOptions.Password, (await StoredAsync(Anna)).LoginOptions);
    }

    [Theory]
    [InlineData(LoginOptions.SingleSignOn)]
    [InlineData(LoginOptions.Both)]
    public async Task While_single_sign_on_is_off_nobody_is_moved_to_it_and_everybody_can_be_moved_away(LoginOptions options)
    {
        var ada = await Node.SignInAsync(Ada);
        Assert.Equal(Refusal.SingleSignOnIsOff, (await Logins.SetAsync(ada, Anna.Id, options)).Refused);
        await ConnectAsync(row => row.IsOn = false);
        Assert.Equal(Refusal.SingleSignOnIsOff, (await Logins.SetAsync(ada, Anna.Id, options)).Refused);
        var eva = await Node.AddOperatorAsync(Account, "Eva", login: options);

        Assert.True((await Logins.SetAsync(ada, eva.Id, LoginOptions.Password)).IsDone);
    }

    [Theory]
    [InlineData(LoginOptions.Password)]
    [InlineData(LoginOptions.SingleSignOn)]
    [InlineData(LoginOptions.Both)]
    public async Task What_holds_already_is_no_change(LoginOptions options)
    {
        await ConnectAsync();
        await Node.ChangeAsync(Anna, who => who.LoginOptions = options);

        Assert.Equal(Refusal.AlreadySo, (await Logins.SetAsync(await Node.SignInAsync(Ada), Anna.Id, options)).Refused);

        Assert.Empty(await RecordAsync());
        Assert.Empty(await WaitingAsync(Anna));
    }

    [Fact]
    public async Task The_operator_is_told_by_mail_and_the_change_is_written_down()
    {
        await ConnectAsync();

        await Logins.SetAsync(await Node.SignInAsync(Ada), Anna.Id, LoginOptions.SingleSignOn);

        var notice = (SecurityNotice)JsonSerializer.Deserialize<Letter>(Assert.Single(await WaitingAsync(Anna)).Letter)!;
        Assert.Equal(
            (NoticeKind.LoginOptionsChanged, "Ada", "Password", "SingleSignOn"), (notice.What, notice.By!, notice.Before!, notice.After!));
        Assert.Equal(
            ("LoginOptionsChanged", "Ada", "Anna", "Password", "SingleSignOn", null),
            (await RecordAsync()).Select(entry => (entry.Action, entry.ActorName, entry.SubjectName!, entry.Before!, entry.After!, entry.Refused)).Single());
    }

    [Fact]
    public async Task The_rule_holds_again_from_scratch_once_a_password_is_allowed_again()
    {
        await ConnectAsync();
        var ada = await Node.SignInAsync(Ada);
        await Logins.SetAsync(ada, Carla.Id, LoginOptions.SingleSignOn);
        var there = await StoredAsync(Carla);
        Assert.Equal(TwoFactorStatus.HandledBySingleSignOn, EffectiveTwoFactor.For(TwoFactorPolicy.Required, null, there.LoginOptions, there.Authenticator is not null).Status);

        await Logins.SetAsync(ada, Carla.Id, LoginOptions.Password);

        var back = await StoredAsync(Carla);
        Assert.Equal(TwoFactorStatus.SetUpDue, EffectiveTwoFactor.For(TwoFactorPolicy.Required, null, back.LoginOptions, back.Authenticator is not null).Status);
        await AssertOneMailWithALinkThatWorksAsync(Carla);
    }

    [Fact]
    public async Task The_last_administrator_is_not_moved_to_a_provider_that_is_dead_and_a_look_finds_that_out()
    {
        await ConnectAsync();
        await BindAsync(Ada);
        await DeactivateAsync(Gijs);

        Assert.Equal(Refusal.NoWayIn, (await Logins.SetAsync(await Node.SignInAsync(Ada), Ada.Id, LoginOptions.SingleSignOn)).Refused);

        var stored = await StoredAsync(Ada);
        Assert.Equal(LoginOptions.Password, stored.LoginOptions);
        Assert.NotNull(stored.PasswordHash);
        Assert.Equal(SingleSignOnFault.Unreachable, await Node.ReadAsync(Account.Id, db => db.SingleSignOns.Select(row => row.Fault).SingleAsync()));
        Assert.Equal(("LoginOptionsChanged", "NoWayIn", "Ada"), (await RecordAsync()).Select(entry => (entry.Action, entry.Refused!, entry.SubjectName!)).Single());
        Assert.Empty(await WaitingAsync(Ada));
    }

    [Fact]
    public async Task Another_administrator_with_a_way_in_is_enough()
    {
        await ConnectAsync();

        Assert.True((await Logins.SetAsync(await Node.SignInAsync(Ada), Ada.Id, LoginOptions.SingleSignOn)).IsDone);
    }

    [Fact]
    public async Task The_last_administrator_is_moved_only_to_a_provider_that_lives_and_knows_them()
    {
        await using var stage = await ProviderStage.StartAsync();
        var logins = stage.App.Services.GetRequiredService<OperatorLogins>();
        await stage.App.ChangeAsync("gijs@example.com", who => who.State = OperatorState.Deactivated);
        await stage.LetInAsync("admin@example.com");
        var ada = await stage.App.FindAsync("admin@example.com");
        using var byPassword = await stage.App.SignInAsync("admin@example.com");

        // The provider lives, but nobody knows yet whether it knows Ada.
        Assert.Equal(Refusal.NoWayIn, (await logins.SetAsync(await LastSessionAsync(stage), ada.Id, LoginOptions.SingleSignOn)).Refused);

        using var browser = stage.App.NewBrowser();
        await stage.SignInAsync(browser, "subject-ada");
        var actor = await LastSessionAsync(stage);
        await stage.Provider.StopAsync();
        Assert.Equal(Refusal.NoWayIn, (await logins.SetAsync(actor, ada.Id, LoginOptions.SingleSignOn)).Refused);
        Assert.Equal(SingleSignOnFault.Unreachable, (await stage.SettingsAsync()).Fault);
        Assert.NotNull((await stage.App.FindAsync("admin@example.com")).PasswordHash);

        await stage.Provider.StartAgainAsync();
        var done = await logins.SetAsync(actor, ada.Id, LoginOptions.SingleSignOn);

        Assert.Equal(new LoginOptionsReport(Erased: true, PasswordMail: false), done.Value);
        var stored = await stage.App.FindAsync("admin@example.com");
        Assert.Equal((LoginOptions.SingleSignOn, null), (stored.LoginOptions, stored.PasswordHash));
        using var again = stage.App.NewBrowser();
        Assert.Equal("/home", (await stage.SignInAsync(again, "subject-ada")).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Whoever_stands_at_the_code_page_when_moved_to_single_sign_on_gets_in_by_no_code_and_by_no_password_any_more()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var waiting = stage.App.NewBrowser();
        Assert.Equal("/sign-in/code", (await waiting.PasswordAsync("carla@example.com")).Location?.AbsolutePath);
        var page = await waiting.GetAsync("/sign-in/code");
        using var adas = await stage.App.SignInAsync("admin@example.com");
        var carla = await stage.App.FindAsync("carla@example.com");

        Assert.True((await stage.App.Services.GetRequiredService<OperatorLogins>().SetAsync(await LastSessionAsync(stage), carla.Id, LoginOptions.SingleSignOn)).IsDone);

        var code = await PortalApp.PhoneOf("carla@example.com").CodeAsync(stage.App.Now);
        Assert.NotEqual("/home", (await waiting.SubmitAsync(page, Steps.CodeForm, ("code", code))).Location?.AbsolutePath);
        Assert.False(await waiting.IsSignedInAsync());
        Assert.Null((await waiting.PasswordAsync("carla@example.com")).Location);
        stage.Provider.Add("subject-carla", "carla@example.com");
        Assert.Equal("/home", (await stage.SignInAsync(waiting, "subject-carla")).Location?.AbsolutePath);
    }

    [Fact]
    public async Task The_last_administrator_goes_back_to_a_password_only_while_the_mail_to_choose_one_is_delivered()
    {
        await ConnectAsync();
        await DeactivateAsync(Gijs);
        var ada = await AdaBySingleSignOnAloneAsync();

        Assert.Equal(Refusal.NoWayIn, (await Logins.SetAsync(ada, Ada.Id, LoginOptions.Password)).Refused);
        var stored = await StoredAsync(Ada);
        Assert.Equal((LoginOptions.SingleSignOn, "subject-Ada"), (stored.LoginOptions, stored.SsoSubject));
        Assert.Empty(await WaitingAsync(Ada));

        await Node.Get<DeliveryRecord>().NoteAsync(true, null);
        Assert.Equal(new LoginOptionsReport(Erased: false, PasswordMail: true), (await Logins.SetAsync(ada, Ada.Id, LoginOptions.Password)).Value);
    }

    [Fact]
    public async Task The_last_administrator_is_not_released_while_there_is_no_other_way_in()
    {
        await ConnectAsync();
        var ada = await AdaBySingleSignOnAloneAsync();
        await DeactivateAsync(Gijs);

        Assert.Equal(Refusal.NoWayIn, (await Logins.ReleaseAsync(ada, Ada.Id)).Refused);
        Assert.Equal("subject-Ada", (await StoredAsync(Ada)).SsoSubject);

        await Node.ChangeAsync(Gijs, who => who.State = OperatorState.Active);
        Assert.True((await Logins.ReleaseAsync(ada, Ada.Id)).IsDone);
        Assert.Equal(["NoWayIn", null], (await RecordAsync()).Where(entry => entry.Action == "IdentityReleased").Select(entry => entry.Refused));
    }

    [Fact]
    public async Task Releasing_asks_for_proof_is_written_down_and_has_nothing_to_do_for_whoever_is_not_bound()
    {
        await ConnectAsync();
        await Node.ChangeAsync(Anna, who => who.LoginOptions = LoginOptions.Both);
        var ada = await Node.SignInAsync(Ada);
        Assert.Equal(Refusal.AlreadySo, (await Logins.ReleaseAsync(ada, Anna.Id)).Refused);
        await BindAsync(Anna);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(Refusal.ProofNeeded, (await Logins.ReleaseAsync(ada, Anna.Id)).Refused);
        Assert.Equal("subject-Anna", (await StoredAsync(Anna)).SsoSubject);
        await Node.Get<RecentProof>().AnswerAsync(ada, PortalServices.Password);

        Assert.True((await Logins.ReleaseAsync(ada, Anna.Id)).IsDone);

        Assert.Null((await StoredAsync(Anna)).SsoSubject);
        Assert.Equal(
            ("Anna", $"subject-Anna at {DeadIssuer}"),
            (await RecordAsync()).Where(entry => entry.Action == "IdentityReleased").Select(entry => (entry.SubjectName!, entry.Before!)).Single());
    }

    [Theory]
    [InlineData(LoginOptions.SingleSignOn)]
    [InlineData(LoginOptions.Both)]
    public async Task Somebody_is_invited_to_single_sign_on_only_while_it_is_on(LoginOptions options)
    {
        var noor = new Invitee("Noor", "noor@example.com", OperatorRole.Basic, "nl", null, options);
        var ada = await Node.SignInAsync(Ada);
        Assert.Equal(Refusal.SingleSignOnIsOff, (await Node.Get<Invitations>().InviteAsync(ada, noor, byMail: true)).Refused);
        Assert.Equal(Refusal.Invalid, (await Node.Get<Invitations>().InviteAsync(ada, noor with { LoginOptions = (LoginOptions)4 }, byMail: true)).Refused);
        await ConnectAsync();

        Assert.True((await Node.Get<Invitations>().InviteAsync(ada, noor, byMail: true)).IsDone);

        Assert.Equal(options, await Node.ReadAsync(Account.Id, db => db.Operators.Where(person => person.Name == "Noor").Select(person => person.LoginOptions).SingleAsync()));
    }

    private static async Task<Actor> LastSessionAsync(ProviderStage stage)
    {
        await using var db = stage.App.Contexts.AcrossAccounts();
        var session = await db.Sessions.OrderByDescending(row => row.CreatedAt).FirstAsync();
        return new(session.OperatorId, session.AccountId, session.Id, session.Address, session.UserAgent);
    }

    private Task<int> ConnectAsync(Action<SingleSignOn>? change = null) => Node.Contexts.WriteAsync(Account.Id, db =>
    {
        var row = new SingleSignOn
        {
            AccountId = Account.Id,
            Name = "example-company",
            Issuer = DeadIssuer,
            ClientId = "portal",
            IsOn = true,
            WorkedAt = Node.Clock.GetUtcNow(),
        };
        change?.Invoke(row);
        db.SingleSignOns.Add(row);
        return Task.FromResult(0);
    });

    private Task BindAsync(Operator who) => Node.ChangeAsync(who, person => person.Bind(DeadIssuer, "portal", $"subject-{person.Name}", Node.Clock.GetUtcNow()));

    private Task DeactivateAsync(Operator who) => Node.ChangeAsync(who, person => person.State = OperatorState.Deactivated);

    private async Task<Actor> AdaBySingleSignOnAloneAsync()
    {
        await BindAsync(Ada);
        await Node.ChangeAsync(Ada, who => (who.LoginOptions, who.PasswordHash) = (LoginOptions.SingleSignOn, null));
        return await Node.SignInAsync(Ada, SignInMethod.SingleSignOn);
    }

    private Task<List<MailMessage>> WaitingAsync(Operator who) => Node.ReadAsync(Account.Id, db => db.Mails
        .Where(mail => mail.OperatorId == who.Id && mail.CancelledAt == null).OrderBy(mail => mail.QueuedAt).ToListAsync());

    private async Task AssertOneMailWithALinkThatWorksAsync(Operator who)
    {
        var mail = Assert.Single(await WaitingAsync(who), mail => mail.Kind == ChoosePasswordLetter.Name);
        var link = await Node.ReadAsync(Account.Id, db => db.Links.SingleAsync(row => row.Id == mail.LinkId));
        Assert.Equal(LinkStanding.Alive, Node.Get<OneTimeLinks>().StandingOf(link));
    }
}

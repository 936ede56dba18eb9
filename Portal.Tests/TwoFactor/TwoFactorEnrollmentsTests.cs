using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.TwoFactor;

[OnEachDatabase]
public sealed class TwoFactorEnrollmentsTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account account = null!;
    private Operator anna = null!;
    private Actor actor = null!;

    private TwoFactorEnrollments Enrollments => node.Get<TwoFactorEnrollments>();

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        anna = await node.AddOperatorAsync(account, "Anna");
        actor = await node.SignInAsync(anna);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task A_first_key_asks_for_proof_too_so_that_an_old_open_page_ties_nobody_to_a_strangers_phone()
    {
        var old = await node.SignInAsync(anna);
        node.Clock.Advance(TimeSpan.FromMinutes(16));

        Assert.Equal(Refusal.ProofNeeded, (await node.Get<TwoFactorEnrollments>().StartAsync(old)).Refused);
    }

    [Fact]
    public async Task There_is_one_pending_key_for_an_operator_however_often_the_wizard_opens()
    {
        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Enrollments.StartAsync(actor)));

        Assert.Single(started.Select(outcome => outcome.Value!.Key.ToBase32()).Distinct());
        Assert.Single(started.Select(outcome => outcome.Value!.Id).Distinct());
        Assert.Equal(1, await node.ReadAsync(account.Id, db => db.PendingKeys.CountAsync()));
    }

    [Theory]
    [InlineData(TwoFactorPolicy.Disabled, null, LoginOptions.Password)]
    [InlineData(TwoFactorPolicy.Disabled, TwoFactorPolicy.Required, LoginOptions.Password)]
    [InlineData(TwoFactorPolicy.Required, TwoFactorPolicy.Disabled, LoginOptions.Password)]
    [InlineData(TwoFactorPolicy.Required, null, LoginOptions.SingleSignOn)]
    public async Task Where_no_code_would_ever_be_asked_for_set_up_is_refused(TwoFactorPolicy accountDefault, TwoFactorPolicy? own, LoginOptions login)
    {
        var other = await node.AddAccountAsync(accountDefault, "Other Company");
        var eva = await node.AddOperatorAsync(other, "Eva", own: own, login: login);

        Assert.Equal(Refusal.NotUnderThisSetting, (await Enrollments.StartAsync(await node.SignInAsync(eva))).Refused);
        Assert.False(await node.ReadAsync(other.Id, db => db.PendingKeys.AnyAsync()));
    }

    [Fact]
    public async Task Nothing_is_active_before_a_code_has_proven_it_whatever_steps_are_skipped()
    {
        var pending = await StartAsync();

        await Enrollments.MoveAsync(actor, pending.Id, new(EnrollmentStep.Finished, EnrollmentStep.Scan));
        Assert.Equal(EnrollmentStep.Scan, (await Enrollments.FindAsync(actor))!.Session.Step);
        Assert.IsType<FinishAnswer.Wrong>(await Enrollments.FinishAsync(actor, pending.Id, node.WrongCodeFor(pending.Key)));
        Assert.IsType<FinishAnswer.Wrong>(await Enrollments.FinishAsync(actor, pending.Id, ""));
        Assert.IsType<FinishAnswer.Wrong>(await Enrollments.FinishAsync(actor, pending.Id, null));

        Assert.False(await IsSetUpAsync());
        Assert.NotNull(await Enrollments.FindAsync(actor));
    }

    [Fact]
    public async Task A_right_code_activates_and_the_record_says_so()
    {
        var pending = await StartAsync();

        Assert.Equal(0, Assert.IsType<FinishAnswer.Active>(await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key))).SessionsEnded);

        var row = await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync());
        Assert.Equal(TotpVerifier.StepAt(node.Clock.GetUtcNow()), row.LastAcceptedTimeStep);
        Assert.True(node.Get<KeyProtection>().TryUnprotect(row, out var kept));
        Assert.Equal(pending.Key.ToBase32(), kept.ToBase32());
        Assert.True(await node.ReadAsync(account.Id, db => db.AuditEntries.AnyAsync(entry =>
            entry.Action == nameof(AuditAction.TwoFactorSetUp) && entry.SubjectId == anna.Id && entry.Refused == null)));
        Assert.IsType<FinishAnswer.TimeIsUp>(await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key)));
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    [InlineData(-20)]
    [InlineData(20)]
    public async Task A_code_of_another_time_is_named_and_never_accepted(int steps)
    {
        var pending = await StartAsync();
        var away = TimeSpan.FromSeconds(30 * steps);

        Assert.Equal(new FinishAnswer.Wrong(away), await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key, away)));
        Assert.False(await IsSetUpAsync());
    }

    [Fact]
    public async Task A_pending_key_ends_thirty_minutes_after_it_was_made_whatever_was_done_with_it()
    {
        var pending = await StartAsync();
        await PassAsync(TimeSpan.FromMinutes(29));
        await Enrollments.MoveAsync(actor, pending.Id, EnrollmentSession.Start.Next());
        Assert.Equal(pending.Id, (await StartAsync()).Id);
        await PassAsync(TimeSpan.FromMinutes(1));

        Assert.Null(await Enrollments.FindAsync(actor));
        Assert.IsType<FinishAnswer.TimeIsUp>(await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key)));
        Assert.False(await IsSetUpAsync());
        actor = await node.SignInAsync(anna);
        Assert.NotEqual(pending.Key.ToBase32(), (await StartAsync()).Key.ToBase32());
    }

    [Fact]
    public async Task Another_operator_s_pending_key_can_be_neither_finished_nor_moved_nor_cancelled()
    {
        var bram = await node.SignInAsync(await node.AddOperatorAsync(account, "Bram"));
        var stranger = await node.SignInAsync(await node.AddOperatorAsync(await node.AddAccountAsync(name: "Other Company"), "Mallory"));
        var pending = await StartAsync();
        foreach (var other in new[] { bram, stranger })
        {
            await Enrollments.StartAsync(other);

            Assert.IsType<FinishAnswer.TimeIsUp>(await Enrollments.FinishAsync(other, pending.Id, node.CodeOf(pending.Key)));
            await Enrollments.MoveAsync(other, pending.Id, EnrollmentSession.Start.Next());
            await Enrollments.CancelAsync(other, pending.Id);

            Assert.Equal((pending.Id, EnrollmentStep.Scan), ((await Enrollments.FindAsync(actor))!.Id, (await Enrollments.FindAsync(actor))!.Session.Step));
            Assert.False(await node.ReadAsync(other.AccountId, db => db.Authenticators.AnyAsync()));
        }
    }

    [Fact]
    public async Task Of_many_who_finish_one_pending_key_at_once_exactly_one_makes_the_authenticator()
    {
        var pending = await StartAsync();
        var code = node.CodeOf(pending.Key);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Enrollments.FinishAsync(actor, pending.Id, code)));

        Assert.Single(answers, answer => answer is FinishAnswer.Active);
        Assert.Equal(19, answers.Count(answer => answer is FinishAnswer.TimeIsUp));
        Assert.Equal(1, (await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync())).Generation);
    }

    [Fact]
    public async Task Of_two_browsers_that_finish_at_once_one_goes_on_and_the_other_is_signed_out()
    {
        var other = await node.SignInAsync(anna);
        var pending = await StartAsync();
        var code = node.CodeOf(pending.Key);

        var answers = await Task.WhenAll(Enrollments.FinishAsync(actor, pending.Id, code), Enrollments.FinishAsync(other, pending.Id, code));

        Assert.Equal(1, Assert.IsType<FinishAnswer.Active>(Assert.Single(answers, answer => answer is FinishAnswer.Active)).SessionsEnded);
        Assert.Equal(new FinishAnswer.Refused(Refusal.SignedOut), Assert.Single(answers, answer => answer is FinishAnswer.Refused));
        Assert.Equal(1, await node.ReadAsync(account.Id, db => db.Authenticators.CountAsync()));
    }

    [Fact]
    public async Task Replacing_asks_for_a_proof_with_the_key_that_is_set_up()
    {
        await node.AddAuthenticatorAsync(anna);

        Assert.Equal(Refusal.ProofNeeded, (await Enrollments.StartAsync(actor)).Refused);
        Assert.True((await Enrollments.StartAsync(await node.SignInAsync(anna, SignInMethod.PasswordAndCode))).IsDone);
    }

    [Fact]
    public async Task A_replacement_left_open_beyond_the_proof_changes_nothing_without_another()
    {
        var old = await node.AddAuthenticatorAsync(anna);
        actor = await node.SignInAsync(anna, SignInMethod.PasswordAndCode);
        var pending = await StartAsync();
        Assert.True(pending.Replaces);
        await PassAsync(RecentProof.Life + TimeSpan.FromSeconds(1));

        Assert.Equal(new FinishAnswer.Refused(Refusal.ProofNeeded), await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key)));
        Assert.Equal(ProofAnswer.Proven, await node.Get<RecentProof>().AnswerAsync(actor, node.CodeOf(old)));
        Assert.IsType<FinishAnswer.Active>(await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key)));
        Assert.Equal(2, (await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync())).Generation);
        Assert.True(await node.ReadAsync(account.Id, db => db.AuditEntries.AnyAsync(entry => entry.Action == nameof(AuditAction.TwoFactorReplaced))));
    }

    [Fact]
    public async Task A_reset_meanwhile_ends_the_replacement_too()
    {
        await node.AddAuthenticatorAsync(anna);
        actor = await node.SignInAsync(anna, SignInMethod.PasswordAndCode);
        var ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        var administrator = await node.SignInAsync(ada);
        var pending = await StartAsync();

        Assert.True((await Enrollments.ResetAsync(administrator, anna.Id, null)).IsDone);

        Assert.Equal(new FinishAnswer.Refused(Refusal.SignedOut), await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key)));
        Assert.False(await IsSetUpAsync());

        // Nor in a session that begins afterwards.
        actor = await node.SignInAsync(anna);
        Assert.Null(await Enrollments.FindAsync(actor));
        Assert.IsType<FinishAnswer.TimeIsUp>(await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key)));
    }

    [Fact]
    public async Task A_setting_that_became_Disabled_meanwhile_refuses_the_code()
    {
        var pending = await StartAsync();
        await node.ChangeAsync(anna, who => who.PolicyOverride = TwoFactorPolicy.Disabled);

        Assert.Equal(
            new FinishAnswer.Refused(Refusal.NotUnderThisSetting),
            await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key)));
        Assert.False(await IsSetUpAsync());
    }

    [Fact]
    public async Task An_operator_who_was_deactivated_meanwhile_sets_nothing_up()
    {
        var pending = await StartAsync();
        await node.ChangeAsync(anna, who => who.State = OperatorState.Deactivated);

        Assert.Equal(new FinishAnswer.Refused(Refusal.SignedOut), await Enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key)));
        Assert.Equal(Refusal.SignedOut, (await Enrollments.StartAsync(actor)).Refused);
        Assert.False(await IsSetUpAsync());
    }

    [Fact]
    public async Task A_pending_key_whose_blob_was_swapped_does_not_open()
    {
        var bram = await node.SignInAsync(await node.AddOperatorAsync(account, "Bram"));
        await Enrollments.StartAsync(bram);
        await StartAsync();
        await node.Contexts.WriteAsync(
            account.Id,
            async db =>
            {
                var other = await db.PendingKeys.Where(pending => pending.OperatorId == bram.OperatorId).Select(pending => pending.ProtectedKey).SingleAsync();
                return await db.PendingKeys.Where(pending => pending.OperatorId == anna.Id)
                    .ExecuteUpdateAsync(set => set.SetProperty(pending => pending.ProtectedKey, other));
            },
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.Null(await Enrollments.FindAsync(actor));
    }

    private async Task<PendingEnrollment> StartAsync()
    {
        var started = await Enrollments.StartAsync(actor);
        Assert.Null(started.Refused);
        return started.Value!;
    }

    private Task<bool> IsSetUpAsync() => node.ReadAsync(account.Id, db => db.Authenticators.AnyAsync(row => row.OperatorId == anna.Id));

    // A person who is there keeps the session alive.
    private async Task PassAsync(TimeSpan time)
    {
        node.Clock.Advance(time);
        await node.Get<Sessions>().TouchAsync(account.Id, actor.SessionId);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>Bulk jobs: started, carried out one operator after another, cancelled, stopped, and never half.</summary>
[OnEachDatabase]
public sealed class BulkJobsTests : ExampleCompany
{
    private BulkJobs Jobs => Node.Get<BulkJobs>();

    private BulkWorker Worker => Node.Get<BulkWorker>();

    public static TheoryData<string, Refusal> Endings => new()
    {
        { "demoted", Refusal.NotAllowed },
        { "deactivated", Refusal.SignedOut },
        { "reset", Refusal.SignedOut },
        { "signed out by another administrator", Refusal.SignedOut },
    };

    [Fact]
    public async Task A_set_up_link_goes_to_each_with_an_entry_and_a_mail_for_each()
    {
        var bram = await Node.AddOperatorAsync(Account, "Bram");
        var ada = await Node.SignInAsync(Ada);

        var job = await StartAsync(ada, new(BulkKind.SendSetUpLink));
        await Worker.RunAsync(CancellationToken.None);

        var result = await ShowAsync(ada, job);
        Assert.Equal((new BulkTally(2, 2, 0, 0), false), (result.Job.Tally, result.Job.Runs));
        Assert.Equal(["Anna", "Bram"], result.Rows.Select(row => row.Name));
        Assert.Equal([Anna.Id, bram.Id], await Node.ReadAsync(Account.Id, db => db.Mails.Where(mail => mail.Kind == SetUpLetter.Name).OrderBy(mail => mail.ToName).Select(mail => mail.OperatorId).ToListAsync()));
        Assert.Equal(
            [
                ("BulkStarted", "Ada", null, null, "SendSetUpLink: 2"),
                ("SetUpLinkSent", "Ada", "Anna", null, null),
                ("SetUpLinkSent", "Ada", "Bram", null, null),
                ("BulkFinished", "Portal", null, "SendSetUpLink: 2", "Done 2, Refused 0, Untouched 0"),
            ],
            (await RecordAsync()).Select(entry => (entry.Action, entry.ActorName, entry.SubjectName, entry.Before, entry.After)));
        Assert.Equal($"BulkJob {job}", (await RecordAsync())[1].Reason);
    }

    [Fact]
    public async Task An_override_has_the_reason_and_lapses_at_the_end_of_its_last_day_and_ending_it_takes_both_along()
    {
        await Node.ChangeAsync(Carla, who => who.PolicyOverride = TwoFactorPolicy.Required);
        var ada = await Node.SignInAsync(Ada);
        var request = new BulkRequest(BulkKind.SetOverride)
        {
            Setting = TwoFactorPolicy.Disabled,
            LastDay = new(2026, 11, 25),
            Reason = " travels without a phone ",
            Chosen = [Carla.Id, Anna.Id],
        };

        var job = await StartAsync(ada, request);
        await Worker.RunAsync(CancellationToken.None);

        var end = new DateTimeOffset(2026, 11, 25, 23, 0, 0, TimeSpan.Zero);
        var (anna, carla) = (await StoredAsync(Anna), await StoredAsync(Carla));
        Assert.Equal((TwoFactorPolicy.Disabled, end, null, "travels without a phone"), (anna.PolicyOverride, anna.PolicyOverrideUntil, anna.PolicyOverrideAfter, anna.PolicyOverrideReason));
        Assert.Equal((TwoFactorPolicy.Disabled, end, TwoFactorPolicy.Required), (carla.PolicyOverride, carla.PolicyOverrideUntil, carla.PolicyOverrideAfter));
        Assert.Equal(2, await Node.ReadAsync(Account.Id, db => db.Mails.CountAsync(mail => mail.Kind == SecurityNotice.KindOf(NoticeKind.OverrideChanged))));
        Assert.All((await RecordAsync()).Where(entry => entry.Action is "OverrideChanged" or "BulkStarted"), entry => Assert.Equal($"BulkJob {job}: travels without a phone", entry.Reason));

        await StartAsync(ada, new(BulkKind.EndOverride));
        await Worker.RunAsync(CancellationToken.None);

        Assert.All([await StoredAsync(Anna), await StoredAsync(Carla)], who => Assert.Equal(
            (null, null, null, null), (who.PolicyOverride, who.PolicyOverrideUntil, who.PolicyOverrideAfter, who.PolicyOverrideReason)));
    }

    [Fact]
    public async Task A_reset_erases_ends_sessions_and_sends_the_link_and_a_deactivation_keeps_out()
    {
        await Node.SignInAsync(Carla, SignInMethod.PasswordAndCode);
        var ada = await Node.SignInAsync(Ada);

        var job = await StartAsync(ada, new(BulkKind.Reset) { Reason = nameof(ResetReason.LostPhone), SendsLink = true, Chosen = [Carla.Id] });
        await Worker.RunAsync(CancellationToken.None);

        Assert.Null((await StoredAsync(Carla)).Authenticator);
        Assert.Equal(0, await SessionsOfAsync(Carla));
        Assert.Contains((await RecordAsync()), entry => entry.Action == "TwoFactorReset" && entry.Reason == $"BulkJob {job}: LostPhone");
        Assert.Contains((await RecordAsync()), entry => entry.Action == "SetUpLinkSent");

        await StartAsync(ada, new(BulkKind.Deactivate) { Chosen = [Carla.Id, Anna.Id] });
        await Worker.RunAsync(CancellationToken.None);

        Assert.All([await StoredAsync(Anna), await StoredAsync(Carla)], who => Assert.Equal(OperatorState.Deactivated, who.State));
    }

    [Fact]
    public async Task Login_options_change_for_the_one_who_confirmed_it_too_and_the_job_goes_on()
    {
        await Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            // It works, and Ada has been in by it: so she has a way in without a password.
            var provider = new SingleSignOn { AccountId = Account.Id, Name = "example-company", Issuer = "https://127.0.0.1:1/", ClientId = "portal", IsOn = true, WorkedAt = Node.Clock.GetUtcNow() };
            db.SingleSignOns.Add(provider);
            (await db.Operators.SingleAsync(person => person.Id == Ada.Id)).Bind(provider.Issuer, provider.ClientId, "subject-ada", Node.Clock.GetUtcNow());
            return 0;
        });
        var ada = await Node.SignInAsync(Ada);

        var job = await StartAsync(ada, new(BulkKind.SetLoginOptions) { LoginOptions = LoginOptions.SingleSignOn, Chosen = [Ada.Id, Anna.Id, Carla.Id] });
        await Worker.RunAsync(CancellationToken.None);

        Assert.Equal(new BulkTally(3, 3, 0, 0), (await ShowAsync(ada, job)).Job.Tally);
        Assert.All(
            [await StoredAsync(Ada), await StoredAsync(Anna), await StoredAsync(Carla)],
            who => Assert.Equal((LoginOptions.SingleSignOn, null, null), (who.LoginOptions, who.PasswordHash, who.Authenticator)));
    }

    [Fact]
    public async Task What_changed_since_is_refused_with_the_reason_and_the_others_go_on()
    {
        var bram = await Node.AddOperatorAsync(Account, "Bram");
        var ada = await Node.SignInAsync(Ada);
        var job = await StartAsync(ada, new(BulkKind.SendSetUpLink));
        await Node.AddAuthenticatorAsync(Anna);

        await Worker.RunAsync(CancellationToken.None);

        var result = await ShowAsync(ada, job);
        Assert.Equal([(Anna.Id, BulkItemState.Refused, Refusal.NotUnderThisSetting), (bram.Id, BulkItemState.Done, null)], result.Rows.Select(row => (row.OperatorId, row.State, row.Refused)));
        Assert.Equal([Anna.Id], (await Jobs.FindAsync(ada, job, BulkItemState.Refused, 1))!.Rows.Select(row => row.OperatorId));
        Assert.Empty((await Jobs.FindAsync(ada, job, BulkItemState.Untouched, 1))!.Rows);
    }

    [Fact]
    public async Task Nobody_comes_in_who_was_not_confirmed_and_nobody_of_another_account()
    {
        var elsewhere = await Node.AddAccountAsync(name: "Another Company");
        var sven = await Node.AddOperatorAsync(elsewhere, "Sven");
        var ada = await Node.SignInAsync(Ada);
        var request = new BulkRequest(BulkKind.Deactivate) { Chosen = [Anna.Id, Carla.Id, sven.Id] };
        Assert.Equal(2, (await Jobs.PlanAsync(ada, request)).Value!.Total);

        var job = (await Jobs.StartAsync(ada, request, [Anna.Id, sven.Id])).Value;
        await Worker.RunAsync(CancellationToken.None);

        Assert.Equal(["Anna"], (await ShowAsync(ada, job)).Rows.Select(row => row.Name));
        Assert.Equal((OperatorState.Active, OperatorState.Active), ((await StoredAsync(Carla)).State, (await StoredAsync(sven)).State));
        Assert.Equal(Refusal.AlreadySo, (await Jobs.StartAsync(ada, new(BulkKind.Deactivate) { Chosen = [Anna.Id] })).Refused);

        // Its job is not there for an administrator of the other account.
        var mona = await Node.SignInAsync(await Node.AddOperatorAsync(elsewhere, "Mona", OperatorRole.Administrator));
        Assert.Null(await Jobs.FindAsync(mona, job, null, 1));
        Assert.Equal(Refusal.NotFound, (await Jobs.CancelAsync(mona, job)).Refused);
    }

    [Fact]
    public async Task It_is_for_administrators_at_every_door()
    {
        var (ada, anna) = (await Node.SignInAsync(Ada), await Node.SignInAsync(Anna));
        var job = await StartAsync(ada, new(BulkKind.SendSetUpLink));

        Assert.Equal(Refusal.NotAllowed, (await Jobs.PlanAsync(anna, new(BulkKind.Deactivate))).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Jobs.StartAsync(anna, new(BulkKind.Deactivate))).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Jobs.CancelAsync(anna, job)).Refused);
        Assert.Null(await Jobs.FindAsync(anna, job, null, 1));
        Assert.Empty(await Jobs.ListAsync(anna));
        Assert.Equal(
            [("BulkStarted", null), ("BulkStarted", "NotAllowed"), ("BulkCancelled", "NotAllowed")],
            (await RecordAsync()).Select(entry => (entry.Action, entry.Refused)));
    }

    [Fact]
    public async Task Required_that_ends_asks_for_a_proof_since_it_may_take_the_place_of_what_would_have_held_longer()
    {
        await Node.ChangeAsync(Anna, who => who.SetOverride(TwoFactorPolicy.Required, Node.Clock.GetUtcNow(), null, Node.Clock.GetUtcNow().AddYears(1)));
        var ada = await Node.SignInAsync(Ada);
        Node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));

        var outcome = await Jobs.StartAsync(
            ada, new(BulkKind.SetOverride) { Setting = TwoFactorPolicy.Required, LastDay = DateOnly.FromDateTime(Node.Clock.GetUtcNow().UtcDateTime) });

        Assert.Equal(Refusal.ProofNeeded, outcome.Refused);
    }

    [Fact]
    public async Task Whoever_ends_all_sessions_ends_a_job_of_one_that_is_over_already()
    {
        var (ada, gijs) = (await Node.SignInAsync(Ada), await Node.SignInAsync(Gijs));
        var job = await StartAsync(ada, new(BulkKind.Deactivate) { Chosen = [Anna.Id] });
        await Node.Contexts.WriteAsync(Account.Id, db => Node.Get<Sessions>().EndAsync(db, ada.SessionId, SessionEnd.SignedOut));

        await Node.Get<OpenSessions>().EndOthersAsync(gijs, Ada.Id);
        await Worker.RunAsync(CancellationToken.None);

        Assert.Equal(OperatorState.Active, (await Node.ReadAsync(Account.Id, db => db.Operators.SingleAsync(who => who.Id == Anna.Id))).State);
        Assert.Equal(nameof(Refusal.SignedOut), (await Node.ReadAsync(Account.Id, db => db.BulkJobs.SingleAsync(row => row.Id == job))).StoppedBecause);
    }

    [Theory]
    [InlineData(BulkKind.SendSetUpLink, null, false)]
    [InlineData(BulkKind.SetOverride, TwoFactorPolicy.Required, false)]
    [InlineData(BulkKind.SetOverride, TwoFactorPolicy.Optional, true)]
    [InlineData(BulkKind.EndOverride, null, true)]
    [InlineData(BulkKind.Reset, null, true)]
    [InlineData(BulkKind.Deactivate, null, false)]
    public async Task What_weakens_or_erases_asks_for_a_recent_proof_once_and_the_job_needs_none_after(BulkKind kind, TwoFactorPolicy? setting, bool asks)
    {
        await Node.ChangeAsync(Carla, who => who.PolicyOverride = TwoFactorPolicy.Disabled);
        var ada = await Node.SignInAsync(Ada);
        Node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));
        var request = new BulkRequest(kind) { Setting = setting };

        var outcome = await Jobs.StartAsync(ada, request);
        Assert.Equal(asks ? Refusal.ProofNeeded : null, outcome.Refused);
        if (asks)
        {
            await Node.Get<RecentProof>().AnswerAsync(ada, PortalServices.Password);
            outcome = await Jobs.StartAsync(ada, request);
        }

        // She goes home; the night passes before the job is carried out.
        await Node.Contexts.WriteAsync(Account.Id, db => Node.Get<Sessions>().EndAsync(db, ada.SessionId, SessionEnd.SignedOut));
        Node.Clock.Advance(TimeSpan.FromHours(13));
        await Worker.RunAsync(CancellationToken.None);

        var job = await Node.ReadAsync(Account.Id, db => db.BulkJobs.SingleAsync());
        Assert.Equal((outcome.Value, null), (job.Id, job.StoppedBecause));
        Assert.All(await ItemsAsync(), item => Assert.Equal(BulkItemState.Done, item.State));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_a_turn_the_proof_counts_that_was_given_or_not_when_the_job_was_confirmed(bool isProven)
    {
        var ada = await Node.SignInAsync(Ada);
        Node.Clock.Advance(isProven ? TimeSpan.Zero : RecentProof.Life + TimeSpan.FromSeconds(1));
        var job = await StartAsync(ada, new(BulkKind.Deactivate) { Chosen = [Carla.Id] });
        await Node.Get<RecentProof>().AnswerAsync(ada, PortalServices.Password);

        // The job does not do it; but whatever acts in its turn must not do more than was confirmed.
        var outcome = await Node.Get<TwoFactorEnrollments>().ResetAsync(ada with { Turn = new(job, 1) }, Carla.Id, "");

        Assert.Equal(isProven ? null : Refusal.ProofNeeded, outcome.Refused);
        Assert.Equal(isProven, (await StoredAsync(Carla)).Authenticator is null);
    }

    [Fact]
    public async Task Cancelled_in_the_middle_what_is_done_stays_done_and_the_rest_is_left_untouched()
    {
        var (ada, gijs) = (await Node.SignInAsync(Ada), await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode));
        var job = await StartAsync(ada, new(BulkKind.Deactivate) { Filter = new() { Role = OperatorRole.Basic } });
        Assert.True((await TurnAsync(ada, job, 1, Anna)).IsDone);

        Assert.Equal(1, (await Jobs.CancelAsync(gijs, job)).Value);

        Assert.Equal(Refusal.JobIsOver, (await TurnAsync(ada, job, 2, Carla)).Refused);
        await Worker.RunAsync(CancellationToken.None);
        Assert.Equal((OperatorState.Deactivated, OperatorState.Active), ((await StoredAsync(Anna)).State, (await StoredAsync(Carla)).State));
        var result = await ShowAsync(gijs, job);
        Assert.Equal((new BulkTally(2, 1, 0, 1), false), (result.Job.Tally, result.Job.Runs));
        Assert.Equal(Refusal.AlreadySo, (await Jobs.CancelAsync(gijs, job)).Refused);
        var entry = Assert.Single(await RecordAsync(), entry => entry is { Action: "BulkCancelled", Refused: null });
        Assert.Equal(("Gijs", "Deactivate: 2", "Done 1, Refused 0, Untouched 1"), (entry.ActorName, entry.Before, entry.After));
    }

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task It_stops_when_whoever_confirmed_it_may_no_longer(string how, Refusal why)
    {
        var (ada, gijs) = (await Node.SignInAsync(Ada), await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode));
        await Node.AddAuthenticatorAsync(Ada);
        var job = await StartAsync(gijs, new(BulkKind.Deactivate) { Filter = new() { Role = OperatorRole.Basic } });
        Assert.True((await TurnAsync(gijs, job, 1, Anna)).IsDone);
        Assert.True(how switch
        {
            "demoted" => (await Node.Get<OperatorDetails>().SetRoleAsync(await ProvenAsync(Ada), Gijs.Id, OperatorRole.Basic)).IsDone,
            "deactivated" => (await Node.Get<OperatorDetails>().DeactivateAsync(ada, Gijs.Id)).IsDone,
            "reset" => (await Node.Get<TwoFactorEnrollments>().ResetAsync(await ProvenAsync(Ada), Gijs.Id, "")).IsDone,
            _ => (await Node.Get<OpenSessions>().EndAsync(ada, Gijs.Id, gijs.SessionId)).IsDone,
        });

        await Worker.RunAsync(CancellationToken.None);

        var result = await ShowAsync(ada, job);
        Assert.Equal((new BulkTally(2, 1, 0, 1), why, false), (result.Job.Tally, result.Job.StoppedBecause!.Value, result.Job.Runs));
        Assert.Equal(OperatorState.Active, (await StoredAsync(Carla)).State);
        Assert.EndsWith($": {why}", Assert.Single(await RecordAsync(), entry => entry.Action == "BulkFinished").Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_turn_counts_once_for_its_own_operator_and_for_nothing_else()
    {
        var ada = await Node.SignInAsync(Ada);
        var job = await StartAsync(ada, new(BulkKind.Deactivate) { Filter = new() { Role = OperatorRole.Basic } });

        Assert.Equal(Refusal.JobIsOver, (await TurnAsync(ada, job, 1, Carla)).Refused);
        Assert.Equal(Refusal.JobIsOver, (await TurnAsync(await Node.SignInAsync(Gijs), job, 1, Anna)).Refused);
        Assert.Equal(Refusal.JobIsOver, (await Node.Get<OperatorDetails>().SetLanguageAsync(ada with { Turn = new(job, 1) }, "nl")).Refused);
        Assert.True((await TurnAsync(ada, job, 1, Anna)).IsDone);
        Assert.Equal(Refusal.JobIsOver, (await TurnAsync(ada, job, 1, Anna)).Refused);
        Assert.Equal(OperatorState.Active, (await StoredAsync(Carla)).State);
    }

    [Fact]
    public async Task The_last_administrator_with_a_way_in_is_kept()
    {
        // Ada must use two-factor authentication and has nothing set up: only Gijs would get in.
        await Node.ChangeAsync(Ada, who => who.PolicyOverride = TwoFactorPolicy.Required);
        var ada = await Node.SignInAsync(Ada);

        var job = await StartAsync(ada, new(BulkKind.Deactivate));
        await Worker.RunAsync(CancellationToken.None);

        Assert.Equal(OperatorState.Active, (await StoredAsync(Gijs)).State);
        Assert.Equal((Gijs.Id, Refusal.NoWayIn), (await Jobs.FindAsync(ada, job, BulkItemState.Refused, 1))!.Rows.Select(row => (row.OperatorId, row.Refused!.Value)).Single());
    }

    [Fact]
    public async Task Two_workers_do_each_operator_once()
    {
        await Node.Contexts.WriteAsync(Account.Id, db =>
        {
            db.Operators.AddRange(Enumerable.Range(0, 60).Select(number =>
                NewOperators.Create(Account.Id, $"Person {number}", $"{number}@example.com", OperatorRole.Basic, Node.Clock.GetUtcNow())));
            return Task.FromResult(0);
        });
        var ada = await Node.SignInAsync(Ada);
        var job = await StartAsync(ada, new(BulkKind.SetOverride) { Setting = TwoFactorPolicy.Required });
        var second = Node.Create<BulkWorker>();

        await Task.WhenAll(Task.Run(() => Worker.RunAsync(CancellationToken.None)), Task.Run(() => second.RunAsync(CancellationToken.None)));

        Assert.Equal(new BulkTally(64, 64, 0, 0), (await ShowAsync(ada, job)).Job.Tally);
        var record = await RecordAsync();
        Assert.Equal(64, record.Count(entry => entry.Action == nameof(AuditAction.OverrideChanged)));
        Assert.Equal(64, record.Where(entry => entry.Action == nameof(AuditAction.OverrideChanged)).Select(entry => entry.SubjectId).Distinct().Count());
        Assert.Single(record, entry => entry.Action == nameof(AuditAction.BulkFinished));
        Assert.Equal(14, (await Jobs.FindAsync(ada, job, BulkItemState.Done, 2))!.Rows.Count);
        Assert.Equal(51, (await Jobs.FindAsync(ada, job, null, 2))!.Rows[0].Position);
    }

    [Fact]
    public async Task It_is_carried_out_by_itself_and_pages_are_told()
    {
        var ada = await Node.SignInAsync(Ada);
        await Worker.StartAsync(TestContext.Current.CancellationToken);
        using var told = Node.Get<AccountChanges>().Subscribe(Account.Id);

        var job = await StartAsync(ada, new(BulkKind.SendSetUpLink));

        Assert.NotNull(await Patience.UntilAsync(async () => await ShowAsync(ada, job) is { Job.Runs: false } over ? over : null));
        Assert.Contains(new AccountChange(Account.Id, Anna.Id), (await told.NextAsync())!);
        await Worker.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_recent_jobs_are_listed_with_how_far_they_have_come()
    {
        var ada = await Node.SignInAsync(Ada);
        var first = await StartAsync(ada, new(BulkKind.SendSetUpLink));
        await Node.AddAuthenticatorAsync(Anna);
        await Worker.RunAsync(CancellationToken.None);
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = await StartAsync(ada, new(BulkKind.SetOverride) { Setting = TwoFactorPolicy.Required });

        var jobs = await Jobs.ListAsync(await Node.SignInAsync(Gijs));

        Assert.Equal([(second, true), (first, false)], jobs.Select(job => (job.Id, job.Runs)));
        Assert.Equal((1, 4), (jobs[1].Tally.Refused, jobs[0].Tally.Waiting));
    }

    private async Task<Guid> StartAsync(Actor actor, BulkRequest request)
    {
        var outcome = await Jobs.StartAsync(actor, request);
        Assert.Null(outcome.Refused);
        return outcome.Value;
    }

    private async Task<BulkResult> ShowAsync(Actor actor, Guid job) => (await Jobs.FindAsync(actor, job, null, 1))!;

    private Task<List<BulkItem>> ItemsAsync() => Node.ReadAsync(Account.Id, db => db.BulkItems.OrderBy(item => item.Position).ToListAsync());

    // As the worker does it.
    private Task<Outcome<int>> TurnAsync(Actor actor, Guid job, int position, Operator whom) =>
        Node.Get<OperatorDetails>().DeactivateAsync(actor with { Turn = new(job, position) }, whom.Id);

    private Task<Actor> ProvenAsync(Operator who) => Node.SignInAsync(who, SignInMethod.PasswordAndCode);
}

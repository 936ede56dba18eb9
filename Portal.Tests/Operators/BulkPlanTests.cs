using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>What a bulk job would do is what the single acts do: to nobody else, and for reasons that are true.</summary>
[OnEachDatabase]
public sealed class BulkPlanTests : ExampleCompany
{
    // Nobody listens there.
    private const string DeadIssuer = "https://127.0.0.1:1/";

    private static readonly bool[] Either = [false, true];

    private static readonly DateOnly Tomorrow = new(2026, 11, 25);

    public static TheoryData<BulkKind, TwoFactorPolicy?, bool, LoginOptions?, TwoFactorPolicy> Acts => new()
    {
        { BulkKind.SendSetUpLink, null, false, null, TwoFactorPolicy.Optional },
        { BulkKind.SendSetUpLink, null, false, null, TwoFactorPolicy.Required },
        { BulkKind.SetOverride, TwoFactorPolicy.Required, false, null, TwoFactorPolicy.Optional },
        { BulkKind.SetOverride, TwoFactorPolicy.Disabled, false, null, TwoFactorPolicy.Optional },
        { BulkKind.SetOverride, TwoFactorPolicy.Disabled, true, null, TwoFactorPolicy.Optional },
        { BulkKind.EndOverride, null, false, null, TwoFactorPolicy.Required },
        { BulkKind.SetLoginOptions, null, false, LoginOptions.Password, TwoFactorPolicy.Optional },
        { BulkKind.SetLoginOptions, null, false, LoginOptions.SingleSignOn, TwoFactorPolicy.Optional },
        { BulkKind.Reset, null, false, null, TwoFactorPolicy.Optional },
        { BulkKind.Deactivate, null, false, null, TwoFactorPolicy.Optional },
    };

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Whom_the_plan_names_is_exactly_whom_the_single_act_changes_in_every_combination(
        BulkKind kind, TwoFactorPolicy? setting, bool ends, LoginOptions? login, TwoFactorPolicy accountDefault)
    {
        var people = await EverybodyAsync(accountDefault);

        // An administrator who is moved to single sign-on has to prove it anew there: that is another story.
        var meant = kind == BulkKind.SetLoginOptions ? people : [.. people, Ada.Id, Gijs.Id];
        var actor = await Node.SignInAsync(Ada);
        var request = new BulkRequest(kind) { Setting = setting, LastDay = ends ? Tomorrow : null, LoginOptions = login, Chosen = meant };

        var plan = (await Node.Get<BulkJobs>().PlanAsync(actor, request)).Value!;
        var changed = new List<Guid>();
        foreach (var id in meant)
        {
            if (await ActAsync(actor, id, request))
            {
                changed.Add(id);
            }
        }

        Assert.Equal(changed.Order(), plan.Ids.Order());
        Assert.Equal((changed.Count, meant.Count), (plan.Affected.Count, plan.Total));
        Assert.NotEmpty(plan.Ids);
        Assert.NotEmpty(plan.Others);
    }

    [Fact]
    public async Task The_filter_of_the_list_says_who_is_meant_and_each_reason_has_its_names()
    {
        await ConnectAsync();
        await Node.AddOperatorAsync(Account, "Eva", login: LoginOptions.SingleSignOn);
        await Node.AddOperatorAsync(Account, "Finn", state: OperatorState.Invited);
        await Node.AddOperatorAsync(Account, "Bram", own: TwoFactorPolicy.Disabled);
        var dirk = await Node.AddOperatorAsync(Account, "Dirk");
        var actor = await Node.SignInAsync(Ada);
        Assert.True((await Node.Get<SetUpLinks>().SendAsync(actor, dirk.Id)).IsDone);

        var everybody = (await Node.Get<BulkJobs>().PlanAsync(actor, new(BulkKind.SendSetUpLink))).Value!;
        var optional = (await Node.Get<BulkJobs>().PlanAsync(
            actor, new(BulkKind.SendSetUpLink) { Filter = new() { Setting = TwoFactorPolicy.Optional, Role = OperatorRole.Basic } })).Value!;

        Assert.Equal(["Anna"], everybody.Affected.Names);
        Assert.Equal(
            [
                (BulkReason.IsYou, "Ada"), (BulkReason.Invited, "Finn"), (BulkReason.SingleSignOnOnly, "Eva"), (BulkReason.IsSetUp, "Carla, Gijs"),
                (BulkReason.SettingDisabled, "Bram"), (BulkReason.TooSoon, "Dirk"),
            ],
            everybody.Others.Select(each => (each.Key, string.Join(", ", each.Value.Names))));
        Assert.Equal((1, 4), (optional.Affected.Count, optional.Total));
    }

    [Fact]
    public async Task Of_many_the_first_names_are_kept_and_the_ids_of_all_who_are_affected()
    {
        await Node.Contexts.WriteAsync(Account.Id, db =>
        {
            db.Operators.AddRange(Enumerable.Range(0, 120).Select(number => New($"Zoë {number:D3}")));
            return Task.FromResult(0);
        });

        var plan = (await Node.Get<BulkJobs>().PlanAsync(
            await Node.SignInAsync(Ada), new(BulkKind.Deactivate) { Filter = new() { Search = "zoe" } })).Value!;

        Assert.Equal((120, 120, BulkGroup.MostNames), (plan.Affected.Count, plan.Ids.Count, plan.Affected.Names.Count));
        Assert.Equal("Zoë 000", plan.Affected.Names[0]);
    }

    [Theory]
    [InlineData(BulkKind.SetOverride)]
    [InlineData(BulkKind.SetLoginOptions)]
    [InlineData((BulkKind)9)]
    public async Task What_is_not_complete_is_refused(BulkKind kind) =>
        Assert.Equal(Refusal.Invalid, (await Node.Get<BulkJobs>().PlanAsync(await Node.SignInAsync(Ada), new(kind))).Refused);

    [Fact]
    public async Task An_end_is_no_day_that_is_over_and_single_sign_on_has_to_be_on()
    {
        var (jobs, ada) = (Node.Get<BulkJobs>(), await Node.SignInAsync(Ada));

        Assert.Equal(
            Refusal.Invalid, (await jobs.PlanAsync(ada, new(BulkKind.SetOverride) { Setting = TwoFactorPolicy.Required, LastDay = Tomorrow.AddDays(-2) })).Refused);
        Assert.Equal(Refusal.SingleSignOnIsOff, (await jobs.PlanAsync(ada, new(BulkKind.SetLoginOptions) { LoginOptions = LoginOptions.Both })).Refused);
    }

    private async Task<bool> ActAsync(Actor actor, Guid id, BulkRequest request)
    {
        var who = await Node.ReadAsync(Account.Id, db => db.Operators.AsNoTracking().SingleAsync(person => person.Id == id));

        // Where single sign-on decides, the page offers no override.
        return request.Kind switch
        {
            BulkKind.SendSetUpLink => (await Node.Get<SetUpLinks>().SendAsync(actor, id)).IsDone,
            BulkKind.SetOverride when request.LastDay is not null => (await Node.Get<TwoFactorSettings>().SetOverrideInTurnAsync(actor, id, request.Setting, Midnight, "")).IsDone,
            BulkKind.SetOverride => who.LoginOptions != LoginOptions.SingleSignOn
                && (await Node.Get<TwoFactorSettings>().SetOverrideAsync(actor, id, request.Setting, who.PolicyOverrideChangedAt)).IsDone,
            BulkKind.EndOverride => (await Node.Get<TwoFactorSettings>().SetOverrideAsync(actor, id, null, who.PolicyOverrideChangedAt)).IsDone,
            BulkKind.SetLoginOptions => (await Node.Get<OperatorLogins>().SetAsync(actor, id, request.LoginOptions!.Value)).IsDone,
            BulkKind.Reset => (await Node.Get<TwoFactorEnrollments>().ResetAsync(actor, id, "")).IsDone,
            BulkKind.Deactivate => (await Node.Get<OperatorDetails>().DeactivateAsync(actor, id)).IsDone,
        };
    }

    // The end of tomorrow in Amsterdam.
    private static DateTimeOffset Midnight => new(2026, 11, 25, 23, 0, 0, TimeSpan.Zero);

    private async Task<List<Guid>> EverybodyAsync(TwoFactorPolicy accountDefault)
    {
        await ConnectAsync();
        (TwoFactorPolicy? Own, DateTimeOffset? Until, TwoFactorPolicy? After)[] owns =
        [
            (null, null, null), (TwoFactorPolicy.Required, null, null), (TwoFactorPolicy.Optional, null, null), (TwoFactorPolicy.Disabled, null, null),
            (TwoFactorPolicy.Disabled, Midnight, TwoFactorPolicy.Required), (TwoFactorPolicy.Disabled, Midnight.AddDays(-7), null),
        ];
        return await Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            (await db.Accounts.SingleAsync()).DefaultPolicy = accountDefault;
            var made = new List<Guid>();
            foreach (var (state, login, (own, until, after), isSetUp) in
                from state in Enum.GetValues<OperatorState>()
                from login in Enum.GetValues<LoginOptions>()
                from own in owns
                from isSetUp in Either
                where !isSetUp || (login != LoginOptions.SingleSignOn && state != OperatorState.Invited)
                select (state, login, own, isSetUp))
            {
                var who = New($"Person {made.Count}");
                (who.State, who.LoginOptions, who.PolicyOverride, who.PolicyOverrideUntil, who.PolicyOverrideAfter) = (state, login, own, until, after);
                db.Operators.Add(who);
                made.Add(who.Id);
                if (isSetUp)
                {
                    db.Authenticators.Add(new() { AccountId = Account.Id, OperatorId = who.Id, ProtectedKey = [1], Generation = 1, ConfirmedAt = Node.Clock.GetUtcNow() });
                }
            }

            return made;
        });
    }

    private Operator New(string name) => NewOperators.Create(
        Account.Id, name, $"{Guid.NewGuid():N}@example.com", OperatorRole.Basic, Node.Clock.GetUtcNow());

    private Task<int> ConnectAsync() => Node.Contexts.WriteAsync(Account.Id, db =>
    {
        db.SingleSignOns.Add(new() { AccountId = Account.Id, Name = "example-company", Issuer = DeadIssuer, ClientId = "portal", IsOn = true, WorkedAt = Node.Clock.GetUtcNow() });
        return Task.FromResult(0);
    });
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Operators;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.TwoFactor;

/// <summary>The numbers of operators: counted anew after whatever alters one, and after nothing else.</summary>
[OnEachDatabase]
public sealed class OperatorNumbersTests : ExampleCompany
{
    private const string Issuer = "https://login.example.com";

    private AccountChanges Feed => Node.Get<AccountChanges>();

    private TwoFactorSettings Settings => Node.Get<TwoFactorSettings>();

    private TwoFactorEnrollments Enrollments => Node.Get<TwoFactorEnrollments>();

    [Fact]
    public async Task What_sets_up_stops_and_resets_counts()
    {
        await AltersAsync(async () =>
        {
            var annas = await Node.SignInAsync(Anna);
            var pending = (await Enrollments.StartAsync(annas)).Value!;
            Assert.IsType<FinishAnswer.Active>(await Enrollments.FinishAsync(annas, pending.Id, Node.CodeOf(pending.Key)));
        });
        await AltersAsync(async () => AssertDone(await Enrollments.ResetAsync(await Node.SignInAsync(Ada), Anna.Id, "lost")));
        await AltersAsync(async () => AssertDone(await Enrollments.StopAsync(await Node.SignInAsync(Carla, SignInMethod.PasswordAndCode))));
    }

    [Fact]
    public async Task An_override_counts_when_it_is_set_gets_an_end_is_undone_and_lapses()
    {
        var ada = await Node.SignInAsync(Ada);
        SavedSetting saved = null!;
        await AltersAsync(async () => saved = (await Settings.SetOverrideAsync(ada, Anna.Id, TwoFactorPolicy.Disabled, seen: null)).Value!);
        await AltersAsync(async () => AssertDone(await Settings.UndoOverrideAsync(ada, Anna.Id, saved)));
        var seen = (await StoredAsync(Anna)).PolicyOverrideChangedAt;
        await AltersAsync(async () => AssertDone(await Settings.SetOverrideAsync(ada, Anna.Id, TwoFactorPolicy.Required, seen)));
        seen = (await StoredAsync(Anna)).PolicyOverrideChangedAt;
        AssertDone(await Settings.SetOverrideTermsAsync(ada, Anna.Id, new DateOnly(2026, 11, 25), "", seen));
        await AssertShownAsync();

        await AltersAsync(async () =>
        {
            Node.Clock.Advance(TimeSpan.FromDays(2));
            Assert.Equal(1, await Node.Get<OverrideLapses>().LookAsync(CancellationToken.None));
        });
    }

    [Fact]
    public async Task Who_is_invited_accepts_is_revoked_deactivated_and_comes_back_counts()
    {
        var (ada, invitations, details) = (await Node.SignInAsync(Ada), Node.Get<Invitations>(), Node.Get<OperatorDetails>());
        await AltersAsync(async () => AssertDone(await invitations.InviteAsync(ada, new("Bob", "bob@example.com", OperatorRole.Basic, "en", null), byMail: true)));
        var bob = (await Node.ReadAsync(Account.Id, db => db.Operators.SingleAsync(person => person.Name == "Bob"))).Id;
        await AltersAsync(async () => AssertDone(await invitations.RevokeAsync(ada, bob)));

        Invited noor = null!;
        await AltersAsync(async () => noor = (await invitations.InviteAsync(
            ada, new("Noor", "noor@example.com", OperatorRole.Basic, "en", TwoFactorPolicy.Disabled), byMail: false)).Value!);
        await AltersAsync(async () => AssertDone(await invitations.AcceptAsync(await ByLinkAsync(noor.OperatorId), "hash", "en")));

        await AltersAsync(async () => AssertDone(await details.DeactivateAsync(ada, Carla.Id)));
        await AltersAsync(async () => AssertDone(await details.ReactivateAsync(ada, Carla.Id)));
        AssertDone(await details.DeactivateAsync(ada, Carla.Id));
        AssertDone(await details.DeleteAsync(ada, Carla.Id));
        await AssertShownAsync();
    }

    [Fact]
    public async Task Login_options_and_the_identity_at_the_provider_count()
    {
        await Node.Contexts.WriteAsync(Account.Id, db =>
        {
            db.SingleSignOns.Add(new() { AccountId = Account.Id, Name = "example", Issuer = Issuer, ClientId = "portal", IsOn = true, WorkedAt = Node.Clock.GetUtcNow() });
            return Task.FromResult(0);
        });
        await AltersAsync(() => Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            // As at a sign-in by the provider.
            var (settings, anna) = (await db.SingleSignOns.SingleAsync(), await db.Operators.SingleAsync(person => person.Id == Anna.Id));
            anna.LoginOptions = LoginOptions.Both;
            await db.SaveChangesAsync();
            await Node.Get<ProviderIdentities>().BindAsync(
                db, settings, anna, new(Issuer, "subject-anna", "anna@example.com", true, Node.Clock.GetUtcNow(), Node.Clock.GetUtcNow()), new("192.0.2.77", "192.0.2.77", "Tests"), Node.Clock.GetUtcNow());
            return 0;
        }));
        await AltersAsync(async () => AssertDone(await Node.Get<OperatorLogins>().ReleaseAsync(await Node.SignInAsync(Ada), Anna.Id)));
        await AltersAsync(async () => AssertDone(await Node.Get<OperatorLogins>().SetAsync(await Node.SignInAsync(Ada), Anna.Id, LoginOptions.Password)));
    }

    [Fact]
    public async Task Operators_by_the_thousand_that_the_context_never_saw_count()
    {
        await AltersAsync(() => Operations.SeededCompany.SeedAsync(Node, 50, Account.Name));
    }

    [Fact]
    public async Task A_sign_in_a_session_that_ends_a_name_a_mail_and_the_account_count_nothing_and_are_told()
    {
        var (told, counted) = (Feed.CountOf(Account.Id), Feed.CountOfCounted(Account.Id));

        var annas = await Node.SignInAsync(Anna);
        AssertDone(await Node.Get<OperatorDetails>().RenameAsync(annas, Anna.Id, "Anna de Wit"));
        AssertDone(await Settings.SetDefaultAsync(await Node.SignInAsync(Ada), TwoFactorPolicy.Required, seen: null));
        await Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            var anna = await db.Operators.SingleAsync(person => person.Id == Anna.Id);
            (anna.LastSignInAt, anna.LastSignInWith) = (Node.Clock.GetUtcNow(), SignInMethod.Password);
            db.Announce(Account.Id, Anna.Id);
            return 0;
        });

        Assert.Equal(counted, Feed.CountOfCounted(Account.Id));
        Assert.Equal(told + 5, Feed.CountOf(Account.Id));
        await AssertShownAsync();
    }

    [Fact]
    public async Task Another_process_is_told_what_counts_and_what_does_not()
    {
        await using var other = Node.Another();
        var (poll, feed) = (other.Create<ChangeRelay>(), other.Get<AccountChanges>());
        using var told = feed.Subscribe(Account.Id);
        await poll.StartAsync(TestContext.Current.CancellationToken);

        // The poll begins by itself: changes are made until it tells of one.
        Assert.NotNull(await Patience.UntilAsync(async () =>
        {
            await Node.SignInAsync(Anna);
            other.Clock.Advance(TimeSpan.FromSeconds(1));
            return feed.CountOf(Account.Id) > 0 ? feed : null;
        }));
        Assert.Equal(0, feed.CountOfCounted(Account.Id));

        await Node.ChangeAsync(Anna, who => who.State = OperatorState.Deactivated);
        Assert.NotNull(await Patience.UntilAsync(() =>
        {
            other.Clock.Advance(TimeSpan.FromSeconds(1));
            return Task.FromResult(feed.CountOfCounted(Account.Id) == 1 ? feed : null);
        }));

        await poll.StopAsync(TestContext.Current.CancellationToken);
    }

    private static void AssertDone<T>(Outcome<T> outcome) => Assert.True(outcome.IsDone, $"{outcome.Refused}");

    private async Task<Actor> ByLinkAsync(Guid operatorId)
    {
        var (link, who) = await Node.ReadAsync(Account.Id, async db => (
            await db.Links.SingleAsync(link => link.OperatorId == operatorId), await db.Operators.SingleAsync(person => person.Id == operatorId)));
        return new(who.Id, who.AccountId, Guid.Empty, "192.0.2.10", "Tests", link.Id, who.SecurityStamp);
    }

    // Numbers are read before, so that they are known; an act that alters none would prove nothing.
    private async Task AltersAsync(Func<Task> act)
    {
        var before = await AssertShownAsync();
        await act();
        Assert.NotEqual(before, await AssertShownAsync());
    }

    private async Task<string> AssertShownAsync()
    {
        var shown = await Node.Get<OperatorNumbers>().OfAsync(Account.Id);
        await using var fresh = Node.Another();
        fresh.Clock.Advance(Node.Clock.GetUtcNow() - fresh.Clock.GetUtcNow());
        var anew = Said(await fresh.Get<OperatorNumbers>().OfAsync(Account.Id));
        Assert.Equal(anew, Said(shown));
        return anew;
    }

    private static string Said(OperatorTally tally) => string.Join(
        '\n', tally.Cells.Select(cell => cell.ToString()).Order(StringComparer.Ordinal).Concat(tally.Bound.Select(cell => cell.ToString()).Order(StringComparer.Ordinal)));
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.TwoFactor;

/// <summary>Help for whoever has no phone, at the services.</summary>
[OnEachDatabase]
public sealed class HelpRequestsTests : IAsyncLifetime
{
    private static readonly Client Browser = new("192.0.2.77", "192.0.2.77", "Firefox/132.0");

    private PortalServices node = null!;
    private Account account = null!;
    private Operator ada = null!;
    private Operator carla = null!;

    private HelpRequests Help => node.Get<HelpRequests>();

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        carla = await node.AddOperatorAsync(account, "Carla");
        await node.AddAuthenticatorAsync(carla);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task Asking_tells_every_active_administrator_of_the_account_and_nobody_else()
    {
        await node.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        await node.AddOperatorAsync(account, "Out", OperatorRole.Administrator, state: OperatorState.Deactivated);
        var other = await node.AddAccountAsync(name: "Other");
        await node.AddOperatorAsync(other, "Zoe", OperatorRole.Administrator);

        var open = Assert.IsType<HelpStanding.Open>(await AskAsync());

        await using var db = node.Contexts.AcrossAccounts();
        var mails = await db.Mails.OrderBy(mail => mail.ToName).ToListAsync();
        Assert.Equal(["Ada", "Gijs"], mails.Select(mail => mail.ToName));
        Assert.All(mails, mail => Assert.Equal((HelpLetter.Name, account.Id), (mail.Kind, mail.AccountId)));
        var letter = System.Text.Json.JsonSerializer.Deserialize<Letter>(mails[0].Letter)!.Write(
            new("Ada", "Example Company", new("https://portal.example.com"), null, null, instant => instant));
        Assert.Equal("Carla asks for help", letter.Subject);
        Assert.Equal(open.Phrase, letter.Facts[0].Value);
        Assert.Equal("Firefox, 192.0.2.77", letter.Facts[2].Value);
        Assert.Equal("https://portal.example.com/overview", letter.Action!.Address.ToString());
        var entry = await db.AuditEntries.SingleAsync();
        Assert.Equal(("HelpAsked", "Carla"), (entry.Action, entry.ActorName));
    }

    [Fact]
    public async Task Asking_again_while_one_is_open_shows_the_same_words_and_writes_no_second_mail()
    {
        var first = Assert.IsType<HelpStanding.Open>(await AskAsync());
        node.Clock.Advance(TimeSpan.FromHours(23));
        var again = Assert.IsType<HelpStanding.Open>(await AskAsync());

        Assert.Equal((first.Phrase, first.Until), (again.Phrase, again.Until));
        Assert.Equal(1, await node.ReadAsync(account.Id, db => db.Mails.CountAsync()));
        Assert.Equal(first.Phrase, Assert.Single(await WaitingAsync()).Phrase);
    }

    [Fact]
    public async Task Fifty_at_once_make_one_request()
    {
        var standings = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(AskAsync)));

        Assert.Single(standings.Select(standing => Assert.IsType<HelpStanding.Open>(standing).Phrase).Distinct());
        Assert.Equal(1, await node.ReadAsync(account.Id, db => db.HelpRequests.CountAsync()));
    }

    [Fact]
    public async Task After_24_hours_it_is_over_everywhere()
    {
        await AskAsync();
        var request = Assert.Single(await WaitingAsync());
        node.Clock.Advance(HelpRequests.Life);

        Assert.IsType<HelpStanding.MayAsk>(await StandingAsync());
        Assert.Empty(await WaitingAsync());
        Assert.Equal(Refusal.ChangedMeanwhile, (await Help.DismissAsync(await node.SignInAsync(ada), carla.Id, request.Id)).Refused);
    }

    [Fact]
    public async Task Five_requests_a_day_are_enough()
    {
        var actor = await node.SignInAsync(ada);
        for (var asked = 0; asked < HelpRequests.ForOneDay; asked++)
        {
            Assert.IsType<HelpStanding.Open>(await AskAsync());
            Assert.True((await Help.DismissAsync(actor, carla.Id, Assert.Single(await WaitingAsync()).Id)).IsDone);
        }

        Assert.IsType<HelpStanding.TooOften>(await AskAsync());
        Assert.Equal(5, await node.ReadAsync(account.Id, db => db.HelpRequests.CountAsync()));
        node.Clock.Advance(TimeSpan.FromHours(24));
        Assert.IsType<HelpStanding.Open>(await AskAsync());
    }

    [Fact]
    public async Task The_only_administrator_is_told_that_nobody_can_answer()
    {
        await node.AddAuthenticatorAsync(ada);

        Assert.IsType<HelpStanding.Nobody>(await Help.AskAsync(account.Id, ada.Id, Browser));
        Assert.Equal(0, await node.ReadAsync(account.Id, db => db.HelpRequests.CountAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(TwoFactorPolicy.Required)]
    public async Task No_code_until_tonight_sets_an_override_with_an_end_and_answers_in_one_transaction(TwoFactorPolicy? own)
    {
        await node.ChangeAsync(carla, who => who.PolicyOverride = own);
        var request = await RequestAsync();

        var outcome = await Help.LetInUntilTonightAsync(await node.SignInAsync(ada), carla.Id, request.Id);

        var tonight = new DateTimeOffset(2026, 11, 24, 23, 0, 0, TimeSpan.Zero);
        Assert.Equal(tonight, outcome.Value);
        var who = await StoredAsync(carla);
        Assert.Equal((TwoFactorPolicy.Disabled, tonight, own), (who.PolicyOverride, who.PolicyOverrideUntil, who.PolicyOverrideAfter));
        Assert.Empty(await WaitingAsync());
        Assert.IsType<HelpStanding.NoCodeNeeded>(await StandingAsync());
        Assert.Equal((HelpAnswer.NoCodeUntilTonight, ada.Id), await AnswerAsync(request));
        Assert.Equal(["HelpAnswered", "HelpAsked", "OverrideChanged"], await RecordAsync());

        node.Clock.Advance(tonight - node.Clock.GetUtcNow());
        Assert.IsType<HelpStanding.MayAsk>(await StandingAsync());
    }

    [Fact]
    public async Task A_second_exemption_keeps_what_is_to_hold_again()
    {
        await node.ChangeAsync(carla, who => who.PolicyOverride = TwoFactorPolicy.Required);
        var request = await RequestAsync();
        await node.ChangeAsync(carla, who => who.SetOverride(
            TwoFactorPolicy.Disabled, node.Clock.GetUtcNow(), null, node.Clock.GetUtcNow().AddHours(1), TwoFactorPolicy.Required));

        Assert.True((await Help.LetInUntilTonightAsync(await node.SignInAsync(ada), carla.Id, request.Id)).IsDone);

        Assert.Equal(TwoFactorPolicy.Required, (await StoredAsync(carla)).PolicyOverrideAfter);
    }

    [Fact]
    public async Task A_reset_answers_the_open_request_in_its_transaction()
    {
        var request = await RequestAsync();

        Assert.True((await node.Get<TwoFactorEnrollments>().ResetAsync(await node.SignInAsync(ada), carla.Id, "")).IsDone);

        Assert.Equal((HelpAnswer.Reset, ada.Id), await AnswerAsync(request));
        Assert.Empty(await WaitingAsync());
        Assert.Equal(["HelpAnswered", "HelpAsked", "TwoFactorReset"], await RecordAsync());
    }

    [Fact]
    public async Task A_reset_from_the_command_line_answers_it_too()
    {
        var request = await RequestAsync();

        await node.Contexts.WriteAsync(account.Id, async db => await node.Get<TwoFactorEnrollments>().ResetAsync(
            db, await db.Operators.Include(who => who.Authenticator).SingleAsync(who => who.Id == carla.Id), node.Clock.GetUtcNow()));

        Assert.Equal((HelpAnswer.Reset, null), await AnswerAsync(request));
    }

    [Fact]
    public async Task A_reset_that_is_refused_leaves_the_request_open()
    {
        await RequestAsync();
        var actor = await node.SignInAsync(ada);
        node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));

        Assert.Equal(Refusal.ProofNeeded, (await node.Get<TwoFactorEnrollments>().ResetAsync(actor, carla.Id, "")).Refused);

        Assert.Single(await WaitingAsync());
    }

    [Fact]
    public async Task Letting_in_asks_for_proof_and_dismissing_does_not()
    {
        var request = await RequestAsync();
        var actor = await node.SignInAsync(ada);
        node.Clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));

        Assert.Equal(Refusal.ProofNeeded, (await Help.LetInUntilTonightAsync(actor, carla.Id, request.Id)).Refused);
        Assert.Null((await StoredAsync(carla)).PolicyOverride);
        Assert.True((await Help.DismissAsync(actor, carla.Id, request.Id)).IsDone);

        Assert.Equal((HelpAnswer.Dismissed, ada.Id), await AnswerAsync(request));
        Assert.True(Assert.IsType<HelpStanding.MayAsk>(await StandingAsync()).WasDismissed);
    }

    [Fact]
    public async Task Whoever_answers_second_is_told_and_changes_nothing()
    {
        var request = await RequestAsync();
        var actor = await node.SignInAsync(ada);
        await Help.DismissAsync(actor, carla.Id, request.Id);

        Assert.Equal(Refusal.ChangedMeanwhile, (await Help.LetInUntilTonightAsync(actor, carla.Id, request.Id)).Refused);
        Assert.Null((await StoredAsync(carla)).PolicyOverride);
    }

    [Fact]
    public async Task Basic_operators_other_accounts_and_who_asks_cannot_answer()
    {
        var request = await RequestAsync();
        var anna = await node.SignInAsync(await node.AddOperatorAsync(account, "Anna"));
        var other = await node.AddAccountAsync(name: "Other");
        var zoe = await node.SignInAsync(await node.AddOperatorAsync(other, "Zoe", OperatorRole.Administrator));
        await node.ChangeAsync(carla, who => who.Role = OperatorRole.Administrator);
        var carlas = await node.SignInAsync(carla, SignInMethod.PasswordAndCode);
        var adas = await node.SignInAsync(ada);

        Assert.Equal(Refusal.NotAllowed, (await Help.LetInUntilTonightAsync(anna, carla.Id, request.Id)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Help.DismissAsync(anna, carla.Id, request.Id)).Refused);
        Assert.Equal(Refusal.NotFound, (await Help.LetInUntilTonightAsync(zoe, carla.Id, request.Id)).Refused);
        Assert.Equal(Refusal.NotFound, (await Help.DismissAsync(zoe, carla.Id, request.Id)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Help.LetInUntilTonightAsync(carlas, carla.Id, request.Id)).Refused);

        // A request that exists and one that does not, under somebody else's name, look the same.
        Assert.Equal(Refusal.NotFound, (await Help.LetInUntilTonightAsync(adas, anna.OperatorId, request.Id)).Refused);
        Assert.Equal(Refusal.NotFound, (await Help.LetInUntilTonightAsync(adas, carla.Id, Guid.NewGuid())).Refused);
        Assert.Empty(await Help.WaitingAsync(zoe));
        Assert.Single(await Help.WaitingAsync(adas));
        Assert.Empty(await Help.WaitingAsync(anna));
        Assert.Equal((0, 0, 1), (await Help.CountWaitingAsync(zoe), await Help.CountWaitingAsync(anna), await Help.CountWaitingAsync(adas)));

        // A page that is still open after its session ended.
        await node.Contexts.WriteAsync(account.Id, db => node.Get<Sessions>().EndAsync(db, adas.SessionId, SessionEnd.SignedOut));
        Assert.Empty(await Help.WaitingAsync(adas));
        Assert.Equal(0, await Help.CountWaitingAsync(adas));
    }

    private async Task<IReadOnlyList<WaitingHelp>> WaitingAsync() => await Help.WaitingAsync(await node.SignInAsync(ada));

    private Task<HelpStanding> AskAsync() => Help.AskAsync(account.Id, carla.Id, Browser);

    private Task<HelpStanding> StandingAsync() => Help.StandingAsync(account.Id, carla.Id);

    private async Task<WaitingHelp> RequestAsync()
    {
        await AskAsync();
        return Assert.Single(await WaitingAsync());
    }

    private Task<(HelpAnswer?, Guid?)> AnswerAsync(WaitingHelp request) => node.ReadAsync(account.Id, async db =>
    {
        var row = await db.HelpRequests.SingleAsync(stored => stored.Id == request.Id);
        return (row.Answer, row.AnsweredById);
    });

    private Task<List<string>> RecordAsync() => node.ReadAsync(account.Id, db => db.AuditEntries.OrderBy(entry => entry.Action).Select(entry => entry.Action).ToListAsync());

    private Task<Operator> StoredAsync(Operator who) => node.ReadAsync(account.Id, db => db.Operators.SingleAsync(person => person.Id == who.Id));
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.TwoFactor;

/// <summary>The mail three days before an override lapses: to whom, with what, and once.</summary>
[OnEachDatabase]
public sealed class OverrideRemindersTests : IAsyncLifetime
{
    private static readonly DateTimeOffset End = new(2026, 12, 14, 23, 0, 0, TimeSpan.Zero);

    private PortalServices node = null!;
    private Account account = null!;
    private Operator ada = null!;
    private Operator gijs = null!;
    private Operator dirk = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync(TwoFactorPolicy.Required);
        ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        gijs = await node.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        dirk = await node.AddOperatorAsync(account, "Dirk");
        await ExemptAsync(End);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task Three_days_before_whoever_set_it_and_the_operator_are_told_what_holds_then()
    {
        node.Clock.Advance(End - TimeSpan.FromDays(3) - node.Clock.GetUtcNow() - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, await LookAsync());
        node.Clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(1, await LookAsync());

        var mails = await MailsAsync();
        Assert.Equal([("Ada", OverrideEndLetter.Name), ("Dirk", OverrideEndLetter.Name)], mails.Select(mail => (mail.ToName, mail.Kind)));
        var (hers, his) = (await TextAsync(mails[0]), await TextAsync(mails[1]));
        Assert.Contains("Dirk's own setting Disabled ends on 14 December 2026, 23:59; then Required holds: set-up comes first.", hers, StringComparison.Ordinal);
        Assert.Contains("Reason: New phone ordered", hers, StringComparison.Ordinal);
        Assert.Contains($"https://portal.example.com/operators/{dirk.Id}", hers, StringComparison.Ordinal);
        Assert.Contains("Your own setting Disabled ends on 14 December 2026, 23:59; then Required holds: set-up comes first.", his, StringComparison.Ordinal);
        Assert.DoesNotContain("New phone ordered", his, StringComparison.Ordinal);
        var entry = Assert.Single(await node.ReadAsync(account.Id, db => db.AuditEntries.ToListAsync()));
        Assert.Equal(
            ("OverrideEndTold", "Portal", "Dirk", "Disabled until 2026-12-14T23:00:00.0000000+00:00"), (entry.Action, entry.ActorName, entry.SubjectName, entry.Before));
    }

    [Fact]
    public async Task Of_many_two_hundred_at_a_time_are_told_and_others_write_in_between()
    {
        await ExemptManyAsync(449);
        node.Clock.Advance(End - TimeSpan.FromDays(2) - node.Clock.GetUtcNow());
        var looking = Task.Run(LookAsync);

        var seen = new List<int>();
        while (!looking.IsCompleted)
        {
            seen.Add(await node.Contexts.WriteAsync(account.Id, db => db.AuditEntries.CountAsync(entry => entry.Action == "OverrideEndTold")));
        }

        Assert.Equal(450, await looking);
        Assert.All(seen, count => Assert.True(count is 0 or 200 or 400 or 450, $"{count}"));
        Assert.Contains(seen, count => count is 200 or 400);
        Assert.Equal(0, await LookAsync());
    }

    [Fact]
    public async Task Each_end_is_told_once_whatever_restarts_and_another_end_anew()
    {
        node.Clock.Advance(End - TimeSpan.FromDays(2) - node.Clock.GetUtcNow());
        Assert.Equal(1, await LookAsync());

        Assert.Equal(0, await node.Create<OverrideReminders>().LookAsync(CancellationToken.None));
        Assert.Equal(0, await LookAsync());

        Assert.True((await node.Get<TwoFactorSettings>().SetOverrideTermsAsync(
            await node.SignInAsync(ada), dirk.Id, new(2026, 12, 15), "Still not there", await StampAsync())).IsDone);
        Assert.Equal(0, await LookAsync());
        node.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await LookAsync());
        Assert.Equal(4, (await MailsAsync()).Count(mail => mail.Kind == OverrideEndLetter.Name));
    }

    [Fact]
    public async Task Another_reason_tells_nothing_again()
    {
        node.Clock.Advance(End - TimeSpan.FromDays(2) - node.Clock.GetUtcNow());
        await LookAsync();

        Assert.True((await node.Get<TwoFactorSettings>().SetOverrideTermsAsync(
            await node.SignInAsync(ada), dirk.Id, new(2026, 12, 14), "Still not there", await StampAsync())).IsDone);
        node.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, await LookAsync());
    }

    [Fact]
    public async Task An_end_that_was_set_less_than_a_day_before_is_not_told()
    {
        await ExemptAsync(node.Clock.GetUtcNow().AddHours(23));
        node.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, await LookAsync());
    }

    [Fact]
    public async Task Where_nobody_is_left_who_set_it_every_administrator_is_told()
    {
        await node.ChangeAsync(dirk, who => who.PolicyOverrideChangedById = null);
        node.Clock.Advance(End - TimeSpan.FromDays(1) - node.Clock.GetUtcNow());

        Assert.Equal(1, await LookAsync());

        Assert.Equal(["Ada", "Dirk", "Gijs"], (await MailsAsync()).Select(mail => mail.ToName).Order());
    }

    [Theory]
    [InlineData(OperatorState.Deactivated, LoginOptions.Password, 0)]
    [InlineData(OperatorState.Active, LoginOptions.SingleSignOn, 0)]
    [InlineData(OperatorState.Invited, LoginOptions.Password, 1)]
    public async Task Whom_it_does_not_concern_is_not_told(OperatorState state, LoginOptions login, int mails)
    {
        await node.ChangeAsync(dirk, who => (who.State, who.LoginOptions) = (state, login));
        node.Clock.Advance(End - TimeSpan.FromDays(1) - node.Clock.GetUtcNow());

        await LookAsync();

        Assert.Equal(mails, (await MailsAsync()).Count);
    }

    [Fact]
    public async Task It_is_noticed_by_itself()
    {
        node.Clock.Advance(End - TimeSpan.FromDays(3) - node.Clock.GetUtcNow() - TimeSpan.FromSeconds(30));
        using var told = node.Get<AccountChanges>().Subscribe(account.Id);
        var reminders = node.Get<OverrideReminders>();
        await reminders.StartAsync(TestContext.Current.CancellationToken);

        var change = told.NextAsync();
        await Patience.PassAsync(node.Clock, TimeSpan.FromMinutes(1), change);

        Assert.Equal(dirk.Id, Assert.Single((await change)!).OperatorId);
        await reminders.StopAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("nl", "De eigen instelling Uitgeschakeld van Dirk eindigt op 14 december 2026 om 23:59; daarna geldt Vereist: eerst instellen, dan inloggen.")]
    [InlineData("de", "Die eigene Einstellung „Deaktiviert“ von Dirk endet am 14. Dezember 2026, 23:59 Uhr; danach gilt „Erforderlich“: zuerst kommt die Einrichtung.")]
    [InlineData("fr", "Le réglage propre « Désactivée » de Dirk prend fin le 14 décembre 2026, 23:59 ; ensuite s'applique « Requise » : la configuration vient d'abord.")]
    public async Task It_is_told_in_the_language_of_whom_it_is_told(string language, string lead)
    {
        await node.ChangeAsync(ada, who => who.Language = language);
        node.Clock.Advance(End - TimeSpan.FromDays(1) - node.Clock.GetUtcNow());

        await LookAsync();

        Assert.Contains(lead, (await TextAsync((await MailsAsync())[0])).Replace('\u00a0', ' '), StringComparison.Ordinal);
    }

    private Task<int> LookAsync() => node.Get<OverrideReminders>().LookAsync(CancellationToken.None);

    private Task<int> ExemptManyAsync(int many) => node.Contexts.WriteAsync(account.Id, db =>
    {
        db.Operators.AddRange(Enumerable.Range(0, many).Select(number =>
        {
            var who = NewOperators.Create(account.Id, $"Person {number}", $"{number}@example.com", OperatorRole.Basic, node.Clock.GetUtcNow());
            who.SetOverride(TwoFactorPolicy.Disabled, node.Clock.GetUtcNow(), ada.Id, End);
            return who;
        }));
        return Task.FromResult(many);
    });

    private Task ExemptAsync(DateTimeOffset until) => node.ChangeAsync(dirk, who =>
    {
        who.SetOverride(TwoFactorPolicy.Disabled, node.Clock.GetUtcNow(), ada.Id, until);
        who.PolicyOverrideReason = "New phone ordered";
    });

    private async Task<DateTimeOffset?> StampAsync() =>
        (await node.ReadAsync(account.Id, db => db.Operators.SingleAsync(person => person.Id == dirk.Id))).PolicyOverrideChangedAt;

    private Task<List<MailMessage>> MailsAsync() =>
        node.ReadAsync(account.Id, db => db.Mails.Where(mail => mail.Kind == OverrideEndLetter.Name).OrderBy(mail => mail.ToName).ToListAsync());

    private async Task<string> TextAsync(MailMessage mail) => string.Join(
        ' ', (await node.Get<Letters>().WriteAsync(mail, account, link: null)).Text.Split((char[]?)[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}

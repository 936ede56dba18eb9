using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Operators;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Mail;

/// <summary>Each security-relevant change is told to the person concerned, and what was put back within the ten seconds is not.</summary>
[OnEachDatabase]
public sealed class NoticesTests : ExampleCompany
{
    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    [Fact]
    public async Task Set_up_stop_and_reset_are_told_to_whom_they_concern()
    {
        var anna = await Node.SignInAsync(Anna);
        var enrollments = Node.Get<TwoFactorEnrollments>();
        var started = (await enrollments.StartAsync(anna)).Value!;
        await enrollments.FinishAsync(anna, started.Id, Node.CodeOf(started.Key));
        await enrollments.StopAsync(anna);
        await enrollments.ResetAsync(await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode), Carla.Id, "");

        Assert.Equal(
            ["Anna TwoFactorSetUp", "Anna TwoFactorStopped", "Carla TwoFactorReset"],
            (await ToldAsync()).Order());
    }

    [Fact]
    public async Task A_role_a_deactivation_and_a_reactivation_are_told()
    {
        var ada = await Node.SignInAsync(Ada);
        var details = Node.Get<OperatorDetails>();
        await details.SetRoleAsync(ada, Anna.Id, OperatorRole.Administrator);
        await details.DeactivateAsync(ada, Anna.Id);
        await details.ReactivateAsync(ada, Anna.Id);

        Assert.Equal(["Anna Deactivated", "Anna Reactivated", "Anna RoleChanged"], (await ToldAsync()).Order());
    }

    [Fact]
    public async Task New_recovery_codes_and_a_used_one_are_told()
    {
        var carla = await Node.SignInAsync(Carla, SignInMethod.PasswordAndCode);
        var codes = (await Node.Get<OwnRecoveryCodes>().RenewAsync(carla)).Value!;
        Node.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(ProofAnswer.Proven, await Node.Get<RecentProof>().AnswerAsync(carla, codes.Codes[0].ToGroups()));

        Assert.Equal(["Carla RecoveryCodesMade", "Carla RecoveryCodeUsed"], await ToldAsync());
    }

    [Fact]
    public async Task An_own_setting_is_told_after_the_ten_seconds_once_with_what_came_of_it()
    {
        var ada = await Node.SignInAsync(Ada);
        var settings = Node.Get<TwoFactorSettings>();
        var first = (await settings.SetOverrideAsync(ada, Anna.Id, TwoFactorPolicy.Disabled, null)).Value!;
        await settings.SetOverrideAsync(ada, Anna.Id, TwoFactorPolicy.Required, first.At);

        var mail = await Node.ReadAsync(Account.Id, db => db.Mails.SingleAsync(row => row.CancelledAt == null, Cancellation));

        Assert.Equal((Anna.Id, "notice:OverrideChanged"), (mail.OperatorId, mail.Kind));
        Assert.InRange(mail.NotBefore - mail.QueuedAt, TwoFactorSettings.UndoLife, TimeSpan.FromMinutes(1));
        Assert.Contains("\"Before\":null,\"After\":\"Required\"", mail.Letter, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_own_setting_that_was_put_back_is_not_told()
    {
        var ada = await Node.SignInAsync(Ada);
        var settings = Node.Get<TwoFactorSettings>();
        var saved = (await settings.SetOverrideAsync(ada, Anna.Id, TwoFactorPolicy.Disabled, null)).Value!;

        Assert.True((await settings.UndoOverrideAsync(ada, Anna.Id, saved)).IsDone);

        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task A_weaker_account_default_is_told_to_every_administrator_a_stronger_one_to_nobody()
    {
        var ada = await Node.SignInAsync(Ada);
        var settings = Node.Get<TwoFactorSettings>();
        var disabled = (await settings.SetDefaultAsync(ada, TwoFactorPolicy.Disabled, null)).Value!;
        Assert.Equal(["Ada AccountDefaultWeakened", "Gijs AccountDefaultWeakened"], (await ToldAsync()).Order());

        Assert.True((await settings.UndoDefaultAsync(ada, disabled)).IsDone);
        Assert.Empty(await ToldAsync());
    }

    [Fact]
    public async Task What_is_overdue_stays_and_clicking_on_keeps_no_notice_back()
    {
        var ada = await Node.SignInAsync(Ada);
        var settings = Node.Get<TwoFactorSettings>();
        var first = (await settings.SetDefaultAsync(ada, TwoFactorPolicy.Disabled, null)).Value!;
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        var second = (await settings.SetDefaultAsync(ada, TwoFactorPolicy.Optional, first.At)).Value!;
        var due = Node.Clock.GetUtcNow() + TimeSpan.FromSeconds(15);
        var third = (await settings.SetDefaultAsync(ada, TwoFactorPolicy.Disabled, second.At)).Value!;
        Node.Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.True((await settings.UndoDefaultAsync(ada, third)).IsDone);
        var again = await Node.ReadAsync(Account.Id, db => db.Accounts.Select(account => account.DefaultPolicyChangedAt).SingleAsync(Cancellation));
        await settings.SetDefaultAsync(ada, TwoFactorPolicy.Disabled, again);

        var waiting = await Node.ReadAsync(Account.Id, db => db.Mails.Where(mail => mail.CancelledAt == null && mail.OperatorId == Gijs.Id).OrderBy(mail => mail.QueuedAt).ToListAsync(Cancellation));
        Assert.Equal(2, waiting.Count);
        Assert.True(waiting[1].NotBefore <= due + TimeSpan.FromSeconds(15));
    }

    // What was told, or waits to be.
    private Task<List<string>> ToldAsync() => Node.ReadAsync(Account.Id, async db =>
        (await db.Mails.Where(mail => mail.CancelledAt == null).OrderBy(mail => mail.QueuedAt).ThenBy(mail => mail.Id).ToListAsync(Cancellation)).ConvertAll(mail => $"{mail.ToName} {mail.Kind["notice:".Length..]}"));
}

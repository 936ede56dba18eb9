using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Security;

/// <summary>Recovery codes at rest, spent, and in place of a code.</summary>
[OnEachDatabase]
public sealed class RecoveryCodesTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account account = null!;
    private Operator carla = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        carla = await node.AddOperatorAsync(account, "Carla");
        await node.AddAuthenticatorAsync(carla);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task Of_fifty_at_once_with_one_code_exactly_one_is_told_yes()
    {
        var set = await node.AddRecoveryCodesAsync(carla);
        var code = set.Codes[4].ToGroups();

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => node.SpendRecoveryCodeAsync(carla, code)));

        Assert.Single(answers, answer => answer);
        Assert.Equal(9, await LeftAsync());
    }

    [Fact]
    public async Task Each_of_the_ten_works_and_none_of_them_twice()
    {
        var set = await node.AddRecoveryCodesAsync(carla);

        foreach (var code in set.Codes)
        {
            Assert.True(await node.SpendRecoveryCodeAsync(carla, code.ToGroups()));
            Assert.False(await node.SpendRecoveryCodeAsync(carla, code.ToGroups()));
        }

        Assert.Equal(0, await LeftAsync());
    }

    [Fact]
    public async Task A_wrong_one_and_one_of_somebody_else_are_no()
    {
        var gijs = await node.AddOperatorAsync(account, "Gijs");
        await node.AddAuthenticatorAsync(gijs);
        await node.AddRecoveryCodesAsync(carla);
        var theirs = await node.AddRecoveryCodesAsync(gijs);

        Assert.False(await node.SpendRecoveryCodeAsync(carla, RecoveryCode.Create().ToGroups()));
        Assert.False(await node.SpendRecoveryCodeAsync(carla, theirs.Codes[0].ToGroups()));
        Assert.True(await node.SpendRecoveryCodeAsync(gijs, theirs.Codes[0].ToGroups()));
        Assert.Equal(10, await LeftAsync());
    }

    [Fact]
    public async Task New_ones_void_the_old_even_one_that_was_presented_just_before()
    {
        var old = await node.AddRecoveryCodesAsync(carla);
        var presented = await node.ReadAsync(account.Id, db => node.Get<RecoveryCodes>().PresentAsync(db, carla.Id, old.Codes[0].Value));
        await node.AddRecoveryCodesAsync(carla);

        Assert.False(await node.Contexts.WriteAsync(account.Id, db => node.Get<RecoveryCodes>().SpendAsync(db, carla.Id, presented!)));
        Assert.False(await node.SpendRecoveryCodeAsync(carla, old.Codes[1].Value));
        Assert.Equal(10, await node.ReadAsync(account.Id, db => db.RecoveryCodes.CountAsync()));
    }

    [Theory]
    [InlineData("replaced")]
    [InlineData("stopped")]
    [InlineData("reset")]
    public async Task With_the_authenticator_go_its_codes(string how)
    {
        var old = await node.AddRecoveryCodesAsync(carla);
        var actor = await node.SignInAsync(carla, SignInMethod.PasswordAndCode);
        var enrollments = node.Get<TwoFactorEnrollments>();
        switch (how)
        {
            case "replaced":
                var pending = (await enrollments.StartAsync(actor)).Value!;
                var active = Assert.IsType<FinishAnswer.Active>(await enrollments.FinishAsync(actor, pending.Id, node.CodeOf(pending.Key)));
                Assert.True(await node.SpendRecoveryCodeAsync(carla, active.RecoveryCodes.Codes[0].Value));
                break;
            case "stopped":
                Assert.True((await enrollments.StopAsync(actor)).IsDone);
                break;
            default:
                var ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
                Assert.Equal(10, (await enrollments.ResetAsync(await node.SignInAsync(ada), carla.Id, "")).Value!.RecoveryCodes);
                break;
        }

        foreach (var code in old.Codes)
        {
            Assert.False(await node.SpendRecoveryCodeAsync(carla, code.Value));
        }

        Assert.Equal(how == "replaced" ? 10 : 0, await node.ReadAsync(account.Id, db => db.RecoveryCodes.CountAsync()));
    }

    [Fact]
    public async Task What_is_kept_is_a_slow_hash_under_a_salt_of_the_set()
    {
        var set = await node.AddRecoveryCodesAsync(carla);
        var rows = await node.ReadAsync(account.Id, db => db.RecoveryCodes.ToListAsync());
        var salt = (await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync())).RecoverySalt!;

        Assert.Equal(10, rows.Select(row => Convert.ToHexString(row.Hash)).Distinct().Count());
        var expected = set.Codes.Select(code => Convert.ToHexString(
            Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code.Value), salt, 1_000, HashAlgorithmName.SHA512, 32)));
        Assert.Equal(expected.Order(), rows.Select(row => Convert.ToHexString(row.Hash)).Order());
        Assert.Equal(20, salt.Length);
        await node.AddRecoveryCodesAsync(carla);
        Assert.NotEqual(salt, (await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync())).RecoverySalt!);
    }

    [Fact]
    public async Task Codes_that_are_in_a_drawer_still_work_when_the_rounds_are_raised()
    {
        var set = await node.AddRecoveryCodesAsync(carla);
        var later = new RecoveryCodes(Options.Create(new PasswordHasherOptions { IterationCount = 3_000 }), node.Clock);

        var presented = await node.ReadAsync(account.Id, db => later.PresentAsync(db, carla.Id, set.Codes[0].Value));

        Assert.True(await node.Contexts.WriteAsync(account.Id, db => later.SpendAsync(db, carla.Id, presented!)));
    }

    [Fact]
    public async Task One_counts_as_proof_once_and_the_record_says_how_many_are_left()
    {
        var set = await node.AddRecoveryCodesAsync(carla);
        var actor = await node.SignInAsync(carla);
        var proof = node.Get<RecentProof>();

        Assert.Equal(ProofAnswer.Wrong, await proof.AnswerAsync(actor, RecoveryCode.Create().ToGroups()));
        Assert.Equal(ProofAnswer.Proven, await proof.AnswerAsync(actor, set.Codes[0].ToGroups()));
        Assert.Equal(ProofAnswer.Wrong, await proof.AnswerAsync(actor, set.Codes[0].ToGroups()));

        Assert.True((await node.Get<OwnRecoveryCodes>().RenewAsync(actor)).IsDone);
        var entry = Assert.Single(await RecordAsync(), entry => entry.Action == "RecoveryCodeUsed");
        Assert.Equal(("Carla", "Carla", "10", "9", actor.SessionId), (entry.ActorName, entry.SubjectName, entry.Before, entry.After, entry.SessionId));
    }

    [Fact]
    public async Task Whoever_came_in_with_one_may_replace_the_key_at_once()
    {
        await node.AddRecoveryCodesAsync(carla);
        var actor = await node.SignInAsync(carla, SignInMethod.PasswordAndRecoveryCode);

        Assert.True((await node.Get<TwoFactorEnrollments>().StartAsync(actor)).IsDone);
    }

    [Fact]
    public async Task New_ones_need_a_recent_proof_with_the_factor_that_counts()
    {
        var set = await node.AddRecoveryCodesAsync(carla);

        Assert.Equal(Refusal.ProofNeeded, (await node.Get<OwnRecoveryCodes>().RenewAsync(await node.SignInAsync(carla))).Refused);

        Assert.True(await node.SpendRecoveryCodeAsync(carla, set.Codes[0].Value));
    }

    [Fact]
    public async Task While_no_code_is_asked_for_nobody_lays_codes_by_with_the_password()
    {
        await node.ChangeAsync(carla, who => who.PolicyOverride = TwoFactorPolicy.Disabled);
        var actor = await node.SignInAsync(carla);

        Assert.Equal(Refusal.NotUnderThisSetting, (await node.Get<OwnRecoveryCodes>().RenewAsync(actor)).Refused);
        Assert.Equal(0, await LeftAsync());
    }

    [Fact]
    public async Task Only_the_codes_that_the_operator_has_now_can_be_said_to_be_kept()
    {
        var actor = await node.SignInAsync(carla, SignInMethod.PasswordAndCode);
        var codes = node.Get<OwnRecoveryCodes>();
        var first = (await codes.RenewAsync(actor)).Value!;
        var second = (await codes.RenewAsync(actor)).Value!;

        Assert.Equal(Refusal.ChangedMeanwhile, (await codes.SavedAsync(actor, first)).Refused);
        Assert.Null((await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync())).RecoveryCodesSavedAt);
        Assert.True((await codes.SavedAsync(actor, second)).IsDone);
        Assert.True((await codes.SavedAsync(actor, second)).IsDone);
        Assert.Equal(node.Clock.GetUtcNow(), (await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync())).RecoveryCodesSavedAt);
        Assert.Single(await RecordAsync(), entry => entry.Action == "RecoveryCodesSaved");
        Assert.Equal(2, (await RecordAsync()).Count(entry => entry.Action == "RecoveryCodesMade"));
    }

    private Task<int> LeftAsync() => node.ReadAsync(account.Id, db => RecoveryCodes.LeftAsync(db, carla.Id));

    private Task<List<AuditEntry>> RecordAsync() => node.ReadAsync(account.Id, db => db.AuditEntries.ToListAsync());
}

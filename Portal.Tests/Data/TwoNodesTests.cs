using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Data;

/// <summary>Two nodes on one PostgreSQL: what holds on one holds on both.</summary>
[Trait(DatabasesFramework.Trait, nameof(DatabaseProvider.Postgres))]
public sealed class TwoNodesTests : IAsyncLifetime
{
    private PortalServices one = null!;
    private PortalServices other = null!;
    private Account account = null!;
    private Operator anna = null!;

    public async ValueTask InitializeAsync()
    {
        one = await PortalServices.CreateAsync();
        other = one.Another();
        account = await one.AddAccountAsync();
        anna = await one.AddOperatorAsync(account, "Anna");
    }

    public async ValueTask DisposeAsync()
    {
        await other.DisposeAsync();
        await one.DisposeAsync();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_fifty_sign_ins_with_one_code_over_both_one_wins()
    {
        var key = await one.AddAuthenticatorAsync(anna);
        var code = one.CodeOf(key);

        var counted = await Task.WhenAll(Enumerable.Range(0, 50).Select(which => Task.Run(() =>
        {
            var node = which % 2 == 0 ? one : other;
            return node.Contexts.WriteAsync(account.Id, db => node.Get<AuthenticatorCodes>().SpendAsync(db, anna.Id, code));
        })));

        Assert.Single(counted, won => won);
    }

    [Fact]
    public async Task Fifty_writers_on_each_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(which => Task.Run(() => (which % 2 == 0 ? one : other).Contexts.WriteAsync(account.Id, async db =>
        {
            (await db.Operators.SingleAsync(person => person.Id == anna.Id)).KeyGeneration++;
            return 0;
        }))));

        Assert.Equal(100, (await other.ReadAsync(account.Id, db => db.Operators.SingleAsync())).KeyGeneration);
    }

    [Fact]
    public async Task Commands_see_that_a_node_runs_whatever_it_calls_itself()
    {
        await using var named = PortalServices.Create([.. TestDatabase.Settings($"{one.Contexts.Engine.ConnectionString};Application Name=node-2").Select(setting => (setting.Key, setting.Value))]);
        await using var open = await named.Contexts.Engine.ListenAsync(Cancellation);
        await other.DisposeAsync();

        Assert.True(await one.Contexts.Engine.IsInUseAsync());
        await open.DisposeAsync();
        await named.DisposeAsync();
        Assert.False(await one.Contexts.Engine.IsInUseAsync());
    }

    [Fact]
    public async Task Two_administrators_who_demote_each_other_leave_one()
    {
        var ada = await one.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        var gijs = await one.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        var (byAda, byGijs) = (await one.SignInAsync(ada), await other.SignInAsync(gijs));

        var done = await Task.WhenAll(
            Task.Run(() => one.Get<OperatorDetails>().SetRoleAsync(byAda, gijs.Id, OperatorRole.Basic)),
            Task.Run(() => other.Get<OperatorDetails>().SetRoleAsync(byGijs, ada.Id, OperatorRole.Basic)));

        Assert.Single(done, outcome => outcome.IsDone);
        Assert.Equal(1, await one.ReadAsync(account.Id, db => db.Operators.CountAsync(person => person.Role == OperatorRole.Administrator)));
    }

    [Theory]
    [InlineData("reset")]
    [InlineData("deactivated")]
    [InlineData("demoted")]
    [InlineData("signed out elsewhere")]
    public async Task Whoever_loses_something_at_one_writes_nothing_more_at_the_other(string how)
    {
        var ada = await one.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        await one.AddAuthenticatorAsync(ada);
        var open = await other.SignInAsync(ada);
        var gijs = await one.SignInAsync(await one.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator));
        Assert.True((await other.Get<AccountDetails>().RenameAsync(open, "Before")).IsDone);

        Assert.True(how switch
        {
            "reset" => (await one.Get<TwoFactorEnrollments>().ResetAsync(gijs, ada.Id, reason: null)).IsDone,
            "deactivated" => (await one.Get<OperatorDetails>().DeactivateAsync(gijs, ada.Id)).IsDone,
            "demoted" => (await one.Get<OperatorDetails>().SetRoleAsync(gijs, ada.Id, OperatorRole.Basic)).IsDone,
            _ => (await one.Get<OpenSessions>().EndOthersAsync(await one.SignInAsync(ada), ada.Id)).IsDone,
        });

        var outcome = await other.Get<AccountDetails>().RenameAsync(open, "After");

        Assert.Equal(how == "demoted" ? Refusal.NotAllowed : Refusal.SignedOut, outcome.Refused);
        Assert.Equal("Before", (await one.ReadAsync(account.Id, db => db.Accounts.SingleAsync())).Name);
    }

    [Fact]
    public async Task What_one_encrypts_the_other_reads_and_a_session_of_one_is_one_of_the_other()
    {
        await one.AddAuthenticatorAsync(anna);
        var actor = await one.SignInAsync(anna);

        Assert.True(other.Get<KeyProtection>().TryUnprotect(await other.ReadAsync(account.Id, db => db.Authenticators.SingleAsync()), out _));
        Assert.Equal(1, await other.ReadAsync(account.Id, db => other.Get<Sessions>().CountAsync(db, anna.Id)));
        await other.Contexts.WriteAsync(account.Id, db => other.Get<Sessions>().EndAsync(db, actor.SessionId, SessionEnd.SignedOut));
        Assert.Equal(0, await one.ReadAsync(account.Id, db => one.Get<Sessions>().CountAsync(db, anna.Id)));
    }

    [Fact]
    public async Task Pages_of_one_are_told_what_the_other_writes_though_its_listener_is_cut_off_in_between()
    {
        var bram = await one.AddOperatorAsync(account, "Bram");
        var relay = one.Create<ChangeRelay>(TimeProvider.System);
        using var told = await FollowAsync(relay);

        await CutOffAsync($"pid = {await ListenerAsync()}");

        await other.ChangeAsync(bram, who => who.LastSignInAt = other.Clock.GetUtcNow());
        await told.UntilAsync(new(account.Id, bram.Id));
        await relay.StopAsync(Cancellation);
    }

    [Fact]
    public async Task Pages_are_told_though_the_server_passes_no_word_on()
    {
        var relay = one.Create<ChangeRelay>(TimeProvider.System);
        using var told = await FollowAsync(relay);
        var whom = Guid.CreateVersion7();

        // The row alone, without the signal that a commit gives.
        await using var db = other.Contexts.AcrossAccounts();
        db.Changes.Add(new() { Node = other.Get<AccountChanges>().Node, AccountId = account.Id, OperatorId = whom, At = DateTimeOffset.UtcNow });
        await db.SaveChangesAsync(Cancellation);

        await told.UntilAsync(new(account.Id, whom));
        await relay.StopAsync(Cancellation);
    }

    [Fact]
    public async Task What_is_taken_back_tells_nobody_and_leaves_no_gap_in_the_record()
    {
        await RecordAsync(isKept: true);
        await RecordAsync(isKept: false);
        await RecordAsync(isKept: true);

        Assert.Equal([1, 2], await one.ReadAsync(account.Id, db => db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Id).ToListAsync()));
        Assert.Equal(2, await one.ReadAsync(account.Id, db => db.AuditGuard.HighestGivenAsync(Cancellation)));

        Task RecordAsync(bool isKept) => one.Contexts.WriteAsync(
            account.Id,
            async db =>
            {
                Portal.Audit.AuditLog.RecordCommand(db, account.Id, Portal.Audit.AuditAction.AccountRenamed, one.Clock.GetUtcNow());
                await db.SaveChangesAsync();
                return isKept;
            },
            keeps: kept => kept);
    }

    [Fact]
    public async Task Two_programs_that_migrate_an_empty_database_at_once_both_come_up()
    {
        var settings = TestDatabase.Settings(await PostgresCluster.CreateEmptyAsync()).Select(setting => (setting.Key, setting.Value)).ToArray();
        await using var first = PortalServices.Create(settings);
        await using var second = PortalServices.Create(settings);

        await Task.WhenAll(first.Contexts.MigrateAsync(Cancellation), second.Contexts.MigrateAsync(Cancellation));

        Assert.Equal("Example Company", (await second.AddAccountAsync()).Name);
    }

    [Fact]
    public async Task Without_the_master_key_of_the_others_a_node_makes_none_of_its_own()
    {
        await using var stranger = PortalServices.Create(
            ("Database:Provider", nameof(DatabaseProvider.Postgres)), ("ConnectionStrings:Portal", one.Contexts.Engine.ConnectionString));

        var refused = Assert.Throws<InvalidDataException>(() => stranger.Get<MasterKey>());

        Assert.Contains("copy it from another node", refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(stranger.Directory, "master.key"));
    }

    [Fact]
    public async Task Connections_that_the_server_has_closed_keep_nobody_from_writing_and_nothing_is_written_twice()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => one.ReadAsync(account.Id, db => db.Operators.CountAsync())));
        await CutOffAsync("true");

        await one.Contexts.WriteAsync(account.Id, async db => (await db.Operators.SingleAsync()).KeyGeneration++);

        Assert.Equal(1, (await other.Contexts.WriteAsync(account.Id, db => db.Operators.SingleAsync())).KeyGeneration);
    }

    [Fact]
    public async Task Whoever_is_cut_off_while_it_is_committed_is_told_that_nobody_knows_and_pages_look_again()
    {
        // The server itself cuts the connection, in the middle of the commit.
        await one.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER "CutOff" AFTER UPDATE ON "Operators" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut_off();
            """));
        var told = one.Get<AccountChanges>().CountOf(account.Id);

        var lost = await Assert.ThrowsAsync<LostCommitException>(() => one.ChangeAsync(anna, who => who.LastSignInAt = one.Clock.GetUtcNow()));

        Assert.IsAssignableFrom<NpgsqlException>(lost.InnerException);
        Assert.Equal(told + 1, one.Get<AccountChanges>().CountOf(account.Id));
    }

    [Fact]
    public async Task A_bulk_job_whose_beginning_nobody_knows_is_not_taken_away_and_not_called_unchanged()
    {
        await one.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync(
            """
            CREATE FUNCTION cut_off() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END';
            CREATE CONSTRAINT TRIGGER "CutOff" AFTER UPDATE ON "BulkJobs" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION cut_off();
            """));
        var ada = await one.SignInAsync(await one.AddOperatorAsync(account, "Ada", OperatorRole.Administrator), SignInMethod.PasswordAndCode);

        var outcome = await one.Get<BulkJobs>().StartAsync(ada, new(BulkKind.SetOverride) { Setting = TwoFactorPolicy.Required, Filter = new() { Role = OperatorRole.Basic } });

        Assert.Equal(Refusal.Unknown, outcome.Refused);
        Assert.Single(await one.ReadAsync(account.Id, db => db.BulkJobs.ToListAsync(Cancellation)));
    }

    // By another connection than those of the nodes.
    private async Task CutOffAsync(string which)
    {
        await using var source = NpgsqlDataSource.Create($"{one.Contexts.Engine.ConnectionString};Pooling=false");
        await using var cut = source.CreateCommand($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND {which}");
        await cut.ExecuteNonQueryAsync(Cancellation);
    }

    // The process of the connection that listens.
    // Comes back once a change of the other node has come in: what was there when the relay began is told to nobody.
    private async Task<AccountChanges.Subscription> FollowAsync(ChangeRelay relay)
    {
        other.Clock.AdjustTime(DateTimeOffset.UtcNow);
        var told = one.Get<AccountChanges>().Subscribe(account.Id);
        await relay.StartAsync(Cancellation);
        var first = told.UntilAsync(new(account.Id, anna.Id));
        Assert.NotNull(await Patience.UntilAsync(async () =>
        {
            await other.ChangeAsync(anna, who => who.LastSignInAt = other.Clock.GetUtcNow().AddTicks(Random.Shared.Next()));
            return first.IsCompletedSuccessfully ? told : null;
        }));

        // The last of what was signalled: from here on there is silence.
        var last = await other.AddOperatorAsync(account, "Last");
        await told.UntilAsync(new(account.Id, last.Id, Counts: true));
        return told;
    }

    private async Task<string?> ListenerAsync()
    {
        await using var source = NpgsqlDataSource.Create(one.Contexts.Engine.ConnectionString);
        await using var ask = source.CreateCommand("SELECT pid::text FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'");
        return (string?)await ask.ExecuteScalarAsync(Cancellation);
    }
}

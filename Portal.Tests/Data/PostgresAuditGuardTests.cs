using Npgsql;
using Portal.Audit;
using Portal.Data;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>What PostgreSQL refuses to do to the record, and that it is noticed when it no longer would.</summary>
[Trait(DatabasesFramework.Trait, nameof(DatabaseProvider.Postgres))]
public sealed class PostgresAuditGuardTests : IAsyncLifetime
{
    private PortalServices node = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        var account = await node.AddAccountAsync();
        await node.Contexts.WriteAsync(account.Id, db =>
        {
            AuditLog.RecordCommand(db, account.Id, AuditAction.AccountRenamed, node.Clock.GetUtcNow());
            return Task.FromResult(0);
        });
        Assert.Equal(1, await node.Get<AuditSeals>().SealAsync(Cancellation));
        Assert.True((await node.Get<AuditSeals>().CheckAsync(Cancellation)).RefusesChanges);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Theory]
    [InlineData("""UPDATE "AuditEntries" SET "ActorName" = 'nobody'""")]
    [InlineData("""DELETE FROM "AuditEntries" """)]
    [InlineData("""TRUNCATE "AuditEntries" """)]
    [InlineData("""INSERT INTO "AuditEntries" SELECT * FROM "AuditEntries" ON CONFLICT ("Id") DO UPDATE SET "ActorName" = 'nobody'""")]
    [InlineData("""UPDATE "AuditSeals" SET "Mac" = '\x00'""")]
    [InlineData("""DELETE FROM "AuditSeals" """)]
    [InlineData("""TRUNCATE "AuditSeals" """)]
    public async Task It_refuses_to_change_to_delete_and_to_replace(string attempt)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(attempt));

        Assert.Matches("^P0001: Audit (entries|seals) are never (changed|deleted).$", refused.Message.Split('\n')[0].TrimEnd('\r'));
        Assert.Equal((1L, null, true), await node.Get<AuditSeals>().CheckAsync(Cancellation) is var report ? (report.Sealed, report.FirstBroken, report.RefusesChanges) : default);
    }

    [Theory]
    [InlineData("""DROP TRIGGER "AuditEntries_NoUpdate" ON "AuditEntries" """)]
    [InlineData("""ALTER TABLE "AuditEntries" DISABLE TRIGGER "AuditEntries_NoDelete" """)]
    [InlineData("""ALTER TABLE "AuditSeals" ENABLE REPLICA TRIGGER "AuditSeals_NoTruncate" """)]
    [InlineData("CREATE OR REPLACE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN OLD; END $$")]
    [InlineData("""CREATE RULE "Quiet" AS ON DELETE TO "AuditEntries" DO INSTEAD NOTHING""")]
    [InlineData("""CREATE TRIGGER "A" BEFORE UPDATE ON "AuditSeals" FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()""")]
    public async Task A_trigger_that_is_gone_does_something_else_or_was_added_is_noticed(string attack)
    {
        await ExecuteAsync(attack);

        Assert.False((await node.Get<AuditSeals>().CheckAsync(Cancellation)).RefusesChanges);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{node.Contexts.Engine.ConnectionString};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}

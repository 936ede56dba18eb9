using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Operations;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operations;

/// <summary>An installation moved from SQLite to PostgreSQL.</summary>
public sealed class MoveDatabaseTests : IAsyncLifetime
{
    private const int People = 300;

    private readonly List<double> told = [];
    private PortalServices old = null!;
    private Account account = null!;
    private Operator anna = null!;
    private AuthenticatorKey key = null!;
    private string to = "";

    public async ValueTask InitializeAsync()
    {
        old = await PortalServices.CreateAsync();
        account = await old.AddAccountAsync();
        anna = await old.AddOperatorAsync(account, "Anna 👩‍🚀 Éva");
        key = await old.AddAuthenticatorAsync(anna);
        await old.AddRecoveryCodesAsync(anna);
        await old.SignInAsync(anna);
        await old.Create<SeedOperators>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment { EnvironmentName = "Testing" }).SeedAsync(People, seed: 1, accountName: null);
        await old.Get<AuditSeals>().SealAsync(Cancellation);
        to = await PostgresCluster.CreateEmptyAsync();
    }

    public ValueTask DisposeAsync() => old.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_is_there_codes_and_seals_hold_and_the_record_goes_on_without_a_gap()
    {
        var before = await ReadAsync(old);

        var moved = await MoveAsync();

        Assert.Null(moved.Fault);
        Assert.Equal(1, told[^1]);
        await using var node = NewNode();
        Assert.Equal(before, await ReadAsync(node));
        Assert.True(moved.Rows > 2 * People, $"{moved.Rows} rows.");
        Assert.True(await node.Contexts.WriteAsync(account.Id, db => node.Get<AuthenticatorCodes>().SpendAsync(db, anna.Id, node.CodeOf(key))));
        var last = await node.ReadAsync(account.Id, db => db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(Cancellation));
        Assert.Equal(("DatabaseMoved", before.Entries + 1), (last.Action, last.Id));
        await node.Get<AuditSeals>().SealAsync(Cancellation);
        var report = await node.Get<AuditSeals>().CheckAsync(Cancellation);
        Assert.Equal((null, null, true, last.Id), (report.FirstBroken, report.CutAtEnd, report.RefusesChanges, report.Sealed));
    }

    [Fact]
    public async Task The_old_database_stays_as_it_is()
    {
        var before = await ReadAsync(old);

        await MoveAsync();

        Assert.Equal(before, await ReadAsync(old));
        Assert.False(await old.ReadAsync(account.Id, db => db.AuditEntries.AnyAsync(entry => entry.Action == "DatabaseMoved", Cancellation)));
    }

    [Fact]
    public async Task A_row_that_arrives_otherwise_is_noticed_and_nothing_is_moved()
    {
        await using (var node = NewNode())
        {
            await node.Contexts.MigrateAsync(Cancellation);
            await using var db = node.Contexts.AcrossAccounts();
            await db.Database.ExecuteSqlRawAsync(
                """
                CREATE FUNCTION spoil() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW."Name" = NEW."Name" || '.'; RETURN NEW; END $$;
                CREATE TRIGGER spoil BEFORE INSERT ON "Operators" FOR EACH ROW WHEN (NEW."Name" LIKE 'Anna 👩%') EXECUTE FUNCTION spoil();
                """,
                Cancellation);
        }

        var moved = await MoveAsync();

        Assert.Contains("A row of Operators is not in the new database as it was", moved.Fault, StringComparison.Ordinal);
        Assert.Contains(anna.Id.ToString(), moved.Fault, StringComparison.Ordinal);
        await using var after = NewNode();
        await using var look = after.Contexts.AcrossAccounts();
        Assert.False(await look.Accounts.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task A_program_that_was_once_started_on_the_new_database_is_in_nobodys_way()
    {
        await using (var started = NewNode())
        {
            await started.Contexts.MigrateAsync(Cancellation);
            await started.Contexts.WriteAcrossAccountsAsync(db => Task.FromResult(db.MailDelivery.Add(new())));
        }

        await old.Contexts.WriteAcrossAccountsAsync(db => Task.FromResult(db.MailDelivery.Add(new() { IsDelivered = true })));

        Assert.Null((await MoveAsync()).Fault);

        await using var node = NewNode();
        await using var look = node.Contexts.AcrossAccounts();
        Assert.True((await look.MailDelivery.SingleAsync(Cancellation)).IsDelivered);
    }

    [Fact]
    public async Task While_the_server_runs_nothing_is_moved()
    {
        SqliteConnection.ClearAllPools();
        await using var server = old.Contexts.AcrossAccounts();
        await server.Database.OpenConnectionAsync(Cancellation);
        Assert.True(await server.Accounts.AnyAsync(Cancellation));

        Assert.Equal("The server is running, or something else has the database open. Stop it first.", (await MoveAsync()).Fault);
    }

    [Fact]
    public async Task Where_there_is_an_installation_already_it_refuses()
    {
        await MoveAsync();

        Assert.Equal("There is an installation in the new database. It has to be an empty one.", (await MoveAsync()).Fault);
    }

    private Task<Copied> MoveAsync() => old.Create<MoveDatabase>().MoveAsync(to, told.Add);

    // With the master key of the old one: only the database is another.
    private PortalServices NewNode() => PortalServices.Create(
    [
        .. TestDatabase.Settings(to).Where(setting => setting.Key != "Portal:MasterKeyFile").Select(setting => (setting.Key, setting.Value)),
        ("Portal:MasterKeyFile", Path.Combine(old.Directory, "master.key")),
    ]);

    private async Task<(int Operators, int Keys, int Codes, int Sessions, long Entries, int Seals, string Name, string? Hash)> ReadAsync(PortalServices node)
    {
        await using var db = node.Contexts.AcrossAccounts();
        var who = await db.Operators.SingleAsync(person => person.Id == anna.Id, Cancellation);
        return (
            await db.Operators.CountAsync(Cancellation),
            await db.Authenticators.CountAsync(Cancellation),
            await db.RecoveryCodes.CountAsync(Cancellation),
            await db.Sessions.CountAsync(Cancellation),
            await db.AuditEntries.LongCountAsync(entry => entry.Action != "DatabaseMoved", Cancellation),
            await db.AuditSeals.CountAsync(Cancellation),
            who.Name,
            who.PasswordHash);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>SQLite as it has to be for an installation that people rely on.</summary>
public sealed class SqliteEngineTests : IAsyncLifetime
{
    private const long Full = 2;

    private PortalServices one = null!;
    private Account account = null!;

    public async ValueTask InitializeAsync()
    {
        one = await PortalServices.CreateAsync(DatabaseProvider.Sqlite);
        account = await one.AddAccountAsync();
    }

    public ValueTask DisposeAsync() => one.DisposeAsync();

    [Fact]
    public async Task What_is_acknowledged_waits_for_the_disk_and_readers_do_not_wait_for_the_writer()
    {
        // The second time by a connection that was used before.
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(("wal", Full, 5_000L, 1L), await one.ReadAsync(account.Id, SettingsAsync));
            Assert.Equal(("wal", Full, 5_000L, 1L), await one.Contexts.WriteAsync(account.Id, SettingsAsync));
        }
    }

    [Fact]
    public async Task A_transaction_that_writes_begins_as_one()
    {
        await using var other = one.Another();
        var read = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var first = one.Contexts.WriteAsync(account.Id, async db =>
        {
            var row = await db.Accounts.SingleAsync();
            read.SetResult();
            await goOn.Task;
            row.Name += " one";
            return 0;
        });
        await read.Task;

        // Begun as one that reads, it would see what the first has not written yet, and fail when it writes.
        var second = Task.Run(() => other.Contexts.WriteAsync(account.Id, async db =>
        {
            (await db.Accounts.SingleAsync()).Name += " two";
            return 0;
        }), TestContext.Current.CancellationToken);
        goOn.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal("Example Company one two", (await one.ReadAsync(account.Id, db => db.Accounts.SingleAsync())).Name);
    }

    [Fact]
    public async Task Fifty_writers_of_two_programs_get_through_with_no_lock_error()
    {
        await using var other = one.Another();
        var who = await one.AddOperatorAsync(account, "Anna");

        await Task.WhenAll(Enumerable.Range(0, 50).Select(which => Task.Run(() => (which % 2 == 0 ? one : other).Contexts.WriteAsync(account.Id, async db =>
        {
            (await db.Operators.SingleAsync(person => person.Id == who.Id)).KeyGeneration++;
            return 0;
        }))));

        Assert.Equal(50, (await one.ReadAsync(account.Id, db => db.Operators.SingleAsync())).KeyGeneration);
    }

    private static async Task<(string Journal, long Synchronous, long BusyTimeout, long ForeignKeys)> SettingsAsync(PortalDbContext db) => (
        await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").SingleAsync(),
        await db.Database.SqlQueryRaw<long>("SELECT synchronous AS Value FROM pragma_synchronous").SingleAsync(),
        await db.Database.SqlQueryRaw<long>("SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync(),
        await db.Database.SqlQueryRaw<long>("SELECT foreign_keys AS Value FROM pragma_foreign_keys").SingleAsync());
}

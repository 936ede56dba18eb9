using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Portal.Audit;
using Portal.Data;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Security;

/// <summary>The seals of the record against somebody who has the database file, and not the master key.</summary>
public sealed class AuditSealsTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account account = null!;

    private AuditSeals Seals => node.Get<AuditSeals>();

    private string Memory => Path.Combine(node.Directory, "last-seal");

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static TheoryData<string> Columns
    {
        get
        {
            using var db = new SqliteDesignTimeFactory().CreateDbContext([]);
            return [.. db.Model.FindEntityType(typeof(AuditEntry))!.GetProperties().Where(property => !property.IsPrimaryKey()).Select(property => property.Name)];
        }
    }

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();

        // Three seals, over the entries 1 to 3, 4 to 6 and 7 to 9.
        for (var number = 0; number < 3; number++)
        {
            await WriteAsync(3);
            node.Clock.Advance(TimeSpan.FromMinutes(1));
            Assert.Equal(1, await Seals.SealAsync(Cancelled));
        }
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task What_nobody_touched_is_whole_and_says_how_far_it_is_sealed()
    {
        await WriteAsync(2);

        var report = await Seals.CheckAsync(Cancelled);

        Assert.Null(report.FirstBroken);
        Assert.Equal((9, 2, 3L, node.Clock.GetUtcNow()), (report.Sealed, report.Unsealed, report.Last!.Number, report.Last.At));
        Assert.Equal((0, null, true), (report.Broken, report.CutAtEnd, report.RefusesChanges));
        Assert.Equal((3, null), (report.Memory.Seal!.Number, report.Memory.Fault));
    }

    [Fact]
    public async Task Nothing_is_written_while_nothing_is_new()
    {
        Assert.Equal(0, await Seals.SealAsync(Cancelled));
        Assert.Equal(3, await node.ReadAsync(account.Id, db => db.AuditSeals.CountAsync()));
    }

    [Theory]
    [MemberData(nameof(Columns))]
    public async Task A_changed_entry_is_found_whichever_of_its_fields_it_is(string column)
    {
        // Under seal 2, and with a seal after it that stands on it. An id must stay one to be read at all.
        await AttackAsync($"UPDATE AuditEntries SET {column} = {(column.EndsWith("Id", StringComparison.Ordinal) ? "'00000000-0000-0000-0000-00000000000A'" : column == "At" ? "At + 1" : $"COALESCE({column}, '') || 'x'")} WHERE Id = 5");

        await AssertFirstBrokenAsync(2, 4, 6, SealFault.Changed);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET AccountId = lower(AccountId) WHERE Id = 5")]
    [InlineData("UPDATE AuditEntries SET Reason = '' WHERE Id = 5")]
    [InlineData("UPDATE AuditEntries SET Before = 'firstthen', After = '' WHERE Id = 5")]
    public async Task Another_spelling_nothing_for_empty_and_a_moved_border_are_changes_too(string attack)
    {
        await AttackAsync(attack);

        await AssertFirstBrokenAsync(2, 4, 6, SealFault.Changed);
    }

    [Theory]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 5", 2, 4, 6, SealFault.EntryMissing)]
    [InlineData("DELETE FROM AuditEntries WHERE Id BETWEEN 4 AND 6; DELETE FROM AuditSeals WHERE Number = 2", 2, 4, 6, SealFault.SealMissing)]
    [InlineData("DELETE FROM AuditSeals WHERE Number = 2", 2, 4, 6, SealFault.SealMissing)]
    [InlineData("DELETE FROM AuditEntries WHERE Id <= 3; DELETE FROM AuditSeals WHERE Number = 1", 1, 1, 3, SealFault.SealMissing)]
    [InlineData("DELETE FROM AuditEntries WHERE Id BETWEEN 4 AND 6; DELETE FROM AuditSeals WHERE Number = 2; UPDATE AuditSeals SET Number = 2 WHERE Number = 3", 2, 4, 9, SealFault.EntryMissing)]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 5; UPDATE AuditSeals SET Count = 2 WHERE Number = 2", 2, 4, 6, SealFault.EntryMissing)]
    [InlineData("UPDATE AuditSeals SET At = At - 60000 WHERE Number = 2", 2, 4, 6, SealFault.Changed)]
    [InlineData("UPDATE AuditSeals SET Mac = zeroblob(32) WHERE Number = 2", 2, 4, 6, SealFault.NotOurs)]
    [InlineData("UPDATE AuditSeals SET Mac = zeroblob(3) WHERE Number = 2", 2, 4, 6, SealFault.NotOurs)]
    [InlineData("UPDATE AuditEntries SET Action = 'SignedOut' WHERE Id = 8", 3, 7, 9, SealFault.ChangedOrNotOurs)]
    [InlineData("INSERT INTO AuditEntries SELECT 0, AccountId, At, Action, Refused, ActorId, ActorName, SessionId, SubjectId, SubjectName, Before, After, Reason, Address, UserAgent FROM AuditEntries WHERE Id = 5", 1, 1, 3, SealFault.EntryAdded)]
    [InlineData("DELETE FROM AuditEntries WHERE Id = 5; INSERT INTO AuditEntries SELECT 5, AccountId, At, 'SignedOut', Refused, ActorId, ActorName, SessionId, SubjectId, SubjectName, Before, After, Reason, Address, UserAgent FROM AuditEntries WHERE Id = 4", 2, 4, 6, SealFault.Changed)]
    public async Task What_was_cut_slipped_in_or_made_without_the_key_is_named(string attack, long seal, long first, long last, SealFault fault)
    {
        await AttackAsync(attack);

        await AssertFirstBrokenAsync(seal, first, last, fault);
    }

    [Fact]
    public async Task A_seal_made_anew_under_another_key_is_not_ours()
    {
        await using var other = await PortalServices.CreateAsync();
        var entries = await node.ReadAsync(account.Id, db => db.AuditEntries.Where(entry => entry.Id >= 4 && entry.Id <= 6).ToListAsync());
        var (former, seal) = await node.ReadAsync(account.Id, async db => (await db.AuditSeals.SingleAsync(row => row.Number == 1), await db.AuditSeals.SingleAsync(row => row.Number == 2)));
        using var mac = new SealMac(other.Get<MasterKey>().DeriveKey("audit seals"), seal, former.Mac);
        entries.ForEach(mac.Add);

        await AttackAsync($"UPDATE AuditSeals SET Mac = x'{Convert.ToHexString(mac.Finish())}' WHERE Number = 2");

        await AssertFirstBrokenAsync(2, 4, 6, SealFault.NotOurs);
    }

    [Fact]
    public async Task Under_another_master_key_no_seal_holds()
    {
        await using var other = await PortalServices.CreateAsync();
        var report = await node.Create<AuditSeals>(other.Get<MasterKey>()).CheckAsync(Cancelled);

        Assert.Equal((1L, SealFault.NotOurs, 3), (report.FirstBroken!.Number, report.FirstBroken.Fault, report.Broken));
    }

    [Fact]
    public async Task A_tail_that_was_cut_is_missed_by_the_database_and_again_once_the_record_goes_on()
    {
        await AttackAsync("DELETE FROM AuditEntries WHERE Id > 6; DELETE FROM AuditSeals WHERE Number = 3");

        var cut = await Seals.CheckAsync(Cancelled);
        Assert.Equal((null, (7, 9), 2L), (cut.FirstBroken, cut.CutAtEnd, cut.Last!.Number));
        Assert.False(cut.RefusesChanges);

        await WriteAsync(1);
        await Seals.SealAsync(Cancelled);
        await AssertFirstBrokenAsync(3, 7, 10, SealFault.EntryMissing);
    }

    [Fact]
    public async Task An_end_that_was_cut_and_grew_again_is_whole_in_the_database_and_missed_by_the_memory_of_the_node()
    {
        using var log = new RecordedLog();
        var sealer = node.Create<AuditSeals>(new Logger<AuditSeals>(new LoggerFactory([log])));
        await CutAsync();

        // The server goes on, beyond the number that it remembers too.
        for (var round = 0; round < 3; round++)
        {
            await WriteAsync(3);
            Assert.Equal(1, await sealer.SealAsync(Cancelled));
        }

        var report = await Seals.CheckAsync(Cancelled);
        Assert.Equal((null, null, true, 5L), (report.FirstBroken, report.CutAtEnd, report.RefusesChanges, report.Last!.Number));
        Assert.Equal((3, MemoryFault.SealGone), (report.Memory.Seal!.Number, report.Memory.Fault));
        Assert.Contains("seal 3", Assert.Single(log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_restored_a_backup_deletes_the_memory_and_it_begins_anew()
    {
        await CutAsync();
        await WriteAsync(1);
        await Seals.SealAsync(Cancelled);
        Assert.Equal(MemoryFault.SealGone, (await Seals.CheckAsync(Cancelled)).Memory.Fault);

        File.Delete(Memory);
        Assert.Equal((null, null), await RememberedAsync());

        await WriteAsync(1);
        await Seals.SealAsync(Cancelled);
        Assert.Equal((4, null), await RememberedAsync());
    }

    [Theory]
    [InlineData("3 ", "2 ")]
    [InlineData("\n", "0\n")]
    [InlineData(" ", "")]
    public async Task A_memory_that_was_not_written_under_the_key_is_not_believed_and_stays_as_it_is(string part, string instead)
    {
        var forged = (await File.ReadAllTextAsync(Memory, Cancelled)).Replace(part, instead, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Memory, forged, Cancelled);
        await WriteAsync(1);

        Assert.Equal(1, await Seals.SealAsync(Cancelled));

        Assert.Equal((null, MemoryFault.NotOurs), await RememberedAsync());
        Assert.Equal(forged, await File.ReadAllTextAsync(Memory, Cancelled));
    }

    [Fact]
    public async Task Under_another_master_key_the_memory_is_not_believed()
    {
        await using var other = await PortalServices.CreateAsync();
        File.Copy(Memory, Path.Combine(other.Directory, "last-seal"));

        Assert.Equal(MemoryFault.NotOurs, (await other.Get<AuditSeals>().CheckAsync(Cancelled)).Memory.Fault);
    }

    [Fact]
    public async Task The_memory_is_for_its_owner_alone_and_nothing_is_left_beside_it()
    {
        Assert.Equal(["last-seal"], Directory.GetFiles(node.Directory, "last-seal*").Select(Path.GetFileName));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Memory));
        }
    }

    [Fact]
    public async Task Of_two_nodes_each_remembers_its_own_and_the_one_behind_misses_nothing()
    {
        await using var other = PortalServices.Create(
            ("ConnectionStrings:Portal", node.Contexts.Engine.ConnectionString), ("Portal:MasterKeyFile", node.Get<MasterKey>().FilePath));
        var theirs = other.Get<AuditSeals>();
        Assert.Equal((null, null), Remembered(await theirs.CheckAsync(Cancelled)));

        await WriteAsync(1);
        Assert.Equal(1, await theirs.SealAsync(Cancelled));

        Assert.Equal((3, null), await RememberedAsync());
        Assert.Equal((4, null), Remembered(await theirs.CheckAsync(Cancelled)));
    }

    [Theory]
    [InlineData("DROP TRIGGER AuditEntries_NoReplace")]
    [InlineData("DROP TRIGGER AuditSeals_NoUpdate; CREATE TRIGGER AuditSeals_NoUpdate BEFORE UPDATE ON AuditSeals BEGIN SELECT 1; END")]
    [InlineData("DROP TRIGGER AuditEntries_NoDelete; CREATE TRIGGER AuditEntries_NoDelete BEFORE DELETE ON AuditEntries WHEN 0 BEGIN SELECT RAISE(ABORT, 'Audit entries are never deleted.'); END")]
    [InlineData("CREATE TRIGGER Quiet BEFORE DELETE ON AuditEntries BEGIN SELECT RAISE(IGNORE); END")]
    public async Task A_trigger_that_is_gone_does_something_else_or_was_added_is_noticed(string attack)
    {
        await ExecuteAsync(attack);

        Assert.False((await Seals.CheckAsync(Cancelled)).RefusesChanges);
    }

    [Theory]
    [InlineData("UPDATE AuditEntries SET ActorName = 'Nobody'")]
    [InlineData("DELETE FROM AuditEntries")]
    [InlineData("INSERT OR REPLACE INTO AuditEntries SELECT * FROM AuditEntries WHERE Id = 5")]
    [InlineData("REPLACE INTO AuditSeals SELECT Number, FirstEntry, LastEntry, Count, At + 1, Mac FROM AuditSeals WHERE Number = 2")]
    [InlineData("UPDATE OR REPLACE AuditSeals SET Number = 2 WHERE Number = 3")]
    [InlineData("DELETE FROM AuditSeals")]
    public async Task The_database_refuses_to_change_to_delete_and_to_replace(string attempt)
    {
        await Assert.ThrowsAsync<SqliteException>(() => ExecuteAsync(attempt));

        var report = await Seals.CheckAsync(Cancelled);
        Assert.Equal((9, null, true), (report.Sealed, report.FirstBroken, report.RefusesChanges));
    }

    [Fact]
    public async Task One_fault_does_not_hide_the_next()
    {
        await AttackAsync("UPDATE AuditEntries SET ActorName = 'Nobody' WHERE Id IN (2, 5)");

        var report = await Seals.CheckAsync(Cancelled);

        Assert.Equal((1, 2), (report.FirstBroken!.Number, report.Broken));
    }

    [Fact]
    public async Task An_old_record_is_sealed_in_batches_and_a_new_start_goes_on_where_it_stood()
    {
        await WriteAsync(AuditSeals.Most + 1);

        Assert.Equal(2, await node.Create<AuditSeals>().SealAsync(Cancelled));

        var counts = await node.ReadAsync(account.Id, db => db.AuditSeals.OrderBy(seal => seal.Number).Select(seal => seal.Count).ToListAsync());
        Assert.Equal([3, 3, 3, AuditSeals.Most, 1], counts);
        Assert.Null((await Seals.CheckAsync(Cancelled)).FirstBroken);
    }

    [Fact]
    public async Task Of_two_that_seal_at_once_one_wins_and_nothing_is_sealed_twice()
    {
        for (var round = 0; round < 5; round++)
        {
            await WriteAsync(2);
            var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => node.Create<AuditSeals>().SealAsync(Cancelled))));
            Assert.Equal(1, made.Sum());
        }

        Assert.Equal((19L, null), await CheckedAsync());
        async Task<(long, BrokenSeal?)> CheckedAsync() => await Seals.CheckAsync(Cancelled) is var report ? (report.Sealed, report.FirstBroken) : default;
    }

    [Fact]
    public async Task The_worker_seals_within_seconds_by_itself()
    {
        var sealer = node.Create<AuditSealer>();
        await sealer.StartAsync(Cancelled);
        await WriteAsync(1);

        Assert.NotNull(await Patience.UntilAsync(async () =>
        {
            node.Clock.Advance(AuditSealer.Period);
            return (await Seals.CheckAsync(Cancelled)).Last is { Number: 4 } last ? last : null;
        }));

        await sealer.StopAsync(Cancelled);
    }

    [Fact]
    public async Task An_act_whose_entry_cannot_be_written_does_not_happen()
    {
        var ada = await node.AddOperatorAsync(account, "Ada", Portal.Domain.OperatorRole.Administrator);
        var actor = await node.SignInAsync(ada);
        await AttackAsync("CREATE TRIGGER NoMore BEFORE INSERT ON AuditEntries BEGIN SELECT RAISE(ABORT, 'full'); END");

        var outcome = await node.Get<Portal.Accounts.AccountDetails>().RenameAsync(actor, "Other Company");

        Assert.Equal(Refusal.Failed, outcome.Refused);
        Assert.Equal("Example Company", await node.ReadAsync(account.Id, db => db.Accounts.Select(row => row.Name).SingleAsync()));
    }

    private Task<int> WriteAsync(int count) => node.Contexts.WriteAsync(account.Id, db =>
    {
        var actor = new Portal.Domain.Actor(Guid.CreateVersion7(), account.Id, Guid.CreateVersion7(), "192.0.2.10", "Tests");
        for (var number = 0; number < count; number++)
        {
            db.AuditEntries.Add(new()
            {
                AccountId = account.Id,
                At = node.Clock.GetUtcNow(),
                Action = nameof(AuditAction.OperatorRenamed),
                ActorId = actor.OperatorId,
                ActorName = "Ada",
                SessionId = actor.SessionId,
                SubjectId = actor.OperatorId,
                SubjectName = "Anna",
                Before = "first",
                After = "then",
                Address = actor.Address,
                UserAgent = actor.UserAgent,
            });
        }

        return Task.FromResult(count);
    });

    // What somebody with the file does: the triggers go first.
    private async Task AttackAsync(string sql)
    {
        foreach (var (name, _) in await TriggersAsync())
        {
            await ExecuteAsync($"DROP TRIGGER {name}");
        }

        await ExecuteAsync(sql);
    }

    // The last three entries go with their seal, the highest number is set back, and the triggers are as they were.
    private async Task CutAsync()
    {
        var triggers = await TriggersAsync();
        await AttackAsync("DELETE FROM AuditEntries WHERE Id > 6; DELETE FROM AuditSeals WHERE Number = 3; UPDATE sqlite_sequence SET seq = 6 WHERE name = 'AuditEntries'");
        foreach (var (_, sql) in triggers)
        {
            await ExecuteAsync(sql);
        }
    }

    private async Task<List<(string Name, string Sql)>> TriggersAsync()
    {
        await using var file = new SqliteConnection(node.Contexts.Engine.ConnectionString);
        await file.OpenAsync(Cancelled);
        await using var command = file.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'";
        await using var rows = await command.ExecuteReaderAsync(Cancelled);
        var triggers = new List<(string, string)>();
        while (await rows.ReadAsync(Cancelled))
        {
            triggers.Add((rows.GetString(0), rows.GetString(1)));
        }

        return triggers;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var file = new SqliteConnection(node.Contexts.Engine.ConnectionString);
        await file.OpenAsync(Cancelled);
        await using var command = file.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    private async Task<(long? Number, MemoryFault? Fault)> RememberedAsync() => Remembered(await Seals.CheckAsync(Cancelled));

    private static (long? Number, MemoryFault? Fault) Remembered(SealReport report) => (report.Memory.Seal?.Number, report.Memory.Fault);

    private async Task AssertFirstBrokenAsync(long number, long first, long last, SealFault fault)
    {
        var broken = (await Seals.CheckAsync(Cancelled)).FirstBroken;
        Assert.Equal((number, first, last, fault), (broken!.Number, broken.FirstEntry, broken.LastEntry, broken.Fault));
    }
}

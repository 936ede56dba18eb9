using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Operations;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operations;

/// <summary>Backups, written while others write, and restored: on either engine, from either engine.</summary>
[OnEachDatabase]
public sealed class BackupTests : IAsyncLifetime
{
    private PortalServices old = null!;
    private Account account = null!;
    private Operator anna = null!;
    private Operator bram = null!;
    private AuthenticatorKey key = null!;
    private Guid link;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        old = await PortalServices.CreateAsync();
        old.Clock.AdjustTime(DateTimeOffset.UtcNow);
        account = await old.AddAccountAsync();
        anna = await old.AddOperatorAsync(account, "Anna 👩‍🚀 Éva");
        bram = await old.AddOperatorAsync(account, "Bram");
        key = await old.AddAuthenticatorAsync(anna);
        await old.AddAuthenticatorAsync(bram);
        await old.AddRecoveryCodesAsync(anna);
        await old.SignInAsync(anna);
        link = await old.Contexts.WriteAsync(account.Id, async db =>
        {
            var added = await old.Get<OneTimeLinks>().AddAsync(db, bram, LinkPurpose.PasswordReset, OneTimeLinks.PasswordLife);
            old.Get<Outbox>().Queue(db, account, bram, new PasswordLetter(old.Clock.GetUtcNow(), "192.0.2.1", "Tests"), added);
            Portal.Audit.AuditLog.RecordCommand(db, account.Id, Portal.Audit.AuditAction.OperatorCreated, old.Clock.GetUtcNow(), bram);
            return added.Id;
        });
        await old.Get<AuditSeals>().SealAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => old.DisposeAsync();

    [Fact]
    public async Task What_killed_ones_left_behind_is_taken_away_and_nothing_else()
    {
        var written = await WriteAsync();
        await using var node = await NewNodeAsync(DatabaseProvider.Sqlite);
        var named = Path.Combine(node.Directory, "restoring-of-monday.db");
        File.Copy(written, named);
        var left = Path.Combine(node.Directory, $"restoring-{Guid.NewGuid():N}.db");
        await File.WriteAllTextAsync(left, "", Cancellation);

        Assert.Empty((await node.Create<Restores>().RestoreAsync(named)).Faults);

        Assert.True(File.Exists(named));
        Assert.False(File.Exists(left));

        var folder = Path.GetDirectoryName(written)!;
        var yesterdays = Path.Combine(folder, $"unfinished-backup-{Guid.NewGuid():N}.db-wal");
        var ofNow = Path.Combine(folder, $"unfinished-backup-{Guid.NewGuid():N}.db");
        var somebodys = Path.Combine(folder, "unfinished-backup-of-my-thesis.db");
        foreach (var (file, age) in new[] { (yesterdays, 25), (ofNow, 23), (somebodys, 25) })
        {
            await File.WriteAllTextAsync(file, "", Cancellation);
            File.SetLastWriteTimeUtc(file, old.Clock.GetUtcNow().UtcDateTime.AddHours(-age));
        }

        Assert.Empty((await old.Create<Backups>().WriteAsync(Path.Combine(folder, "another.db"))).Faults);
        Assert.False(File.Exists(yesterdays));
        Assert.True(File.Exists(ofNow));
        Assert.True(File.Exists(somebodys));
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task What_was_there_comes_back_and_sessions_links_and_used_codes_do_not(DatabaseProvider onto)
    {
        var used = old.CodeOf(key);
        var backup = await WriteAsync();
        await using var node = await NewNodeAsync(onto);

        var restored = await node.Create<Restores>().RestoreAsync(backup);

        Assert.Empty(restored.Faults);
        Assert.Equal((1, 1), (restored.Sessions, restored.Links));
        node.Clock.AdjustTime(old.Clock.GetUtcNow());
        await using var db = node.Contexts.AcrossAccounts();
        var there = await db.Operators.OrderBy(person => person.Name).ToListAsync(Cancellation);
        Assert.Equal([(anna.Id, anna.Name, anna.PasswordHash), (bram.Id, "Bram", bram.PasswordHash)], there.Select(who => (who.Id, who.Name, who.PasswordHash)));
        Assert.Empty(await db.Sessions.ToListAsync(Cancellation));
        Assert.NotNull((await db.Links.SingleAsync(row => row.Id == link, Cancellation)).VoidedAt);
        Assert.NotNull((await db.Mails.SingleAsync(row => row.LinkId == link, Cancellation)).CancelledAt);
        Assert.DoesNotContain(there, who => who.SecurityStamp == anna.SecurityStamp || who.SecurityStamp == bram.SecurityStamp);
        Assert.False(await SpendAsync(used));
        node.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.False(await SpendAsync(node.CodeOf(key)));
        node.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await SpendAsync(node.CodeOf(key)));

        // The record goes on, and says what happened.
        var last = await db.AuditEntries.OrderByDescending(entry => entry.Id).FirstAsync(Cancellation);
        Assert.Equal("BackupRestored", last.Action);
        await node.Get<AuditSeals>().SealAsync(Cancellation);
        var report = await node.Get<AuditSeals>().CheckAsync(Cancellation);
        Assert.Equal((null, null, true, last.Id, true), (report.FirstBroken, report.CutAtEnd, report.RefusesChanges, report.Sealed, report.Memory.IsSound));

        Task<bool> SpendAsync(string code) => node.Contexts.WriteAsync(account.Id, write => node.Get<AuthenticatorCodes>().SpendAsync(write, anna.Id, code));
    }

    [Fact]
    public async Task What_was_done_since_is_undone_and_the_former_database_is_kept()
    {
        if (old.Contexts.Engine.IsShared)
        {
            // A server of PostgreSQL keeps its former databases by itself: it is restored into an empty one.
            var refused = await old.Create<Restores>().RestoreAsync(await WriteAsync());
            Assert.Equal(["There is an installation in the new database. It has to be an empty one."], refused.Faults);
            return;
        }

        var backup = await WriteAsync();
        await old.AddOperatorAsync(account, "Noor");
        await old.Get<AuditSeals>().SealAsync(Cancellation);
        SqliteConnection.ClearAllPools();

        var restored = await old.Create<Restores>().RestoreAsync(backup);

        Assert.Empty(restored.Faults);
        Assert.False(await old.ReadAsync(account.Id, db => db.Operators.AnyAsync(person => person.Name == "Noor", Cancellation)));
        await using var former = PortalServices.Create([("ConnectionStrings:Portal", $"Data Source={restored.Former}"), ("Portal:MasterKeyFile", old.Get<MasterKey>().FilePath)]);
        Assert.True(await former.ReadAsync(account.Id, db => db.Operators.AnyAsync(person => person.Name == "Noor", Cancellation)));
        Assert.True((await old.Get<AuditSeals>().CheckAsync(Cancellation)).Memory.IsSound);
    }

    [Fact]
    public async Task Written_while_others_write_it_holds_one_moment()
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var written = 0;
        var writers = Enumerable.Range(0, 4).Select(number => Task.Run(async () =>
        {
            for (var pair = 0; !enough.IsCancellationRequested; pair++)
            {
                await old.Contexts.WriteAsync(account.Id, async db =>
                {
                    var who = NewOperators.Create(account.Id, $"Pair {number} {pair}", $"pair-{number}-{pair}@example.com", OperatorRole.Basic, old.Clock.GetUtcNow());
                    db.Operators.Add(who);
                    await db.SaveChangesAsync();
                    Portal.Audit.AuditLog.RecordCommand(db, account.Id, Portal.Audit.AuditAction.OperatorCreated, old.Clock.GetUtcNow(), who);
                    return 0;
                });
                Interlocked.Increment(ref written);
            }
        })).ToList();
        Assert.NotNull(await Patience.UntilAsync(() => Task.FromResult(written > 20 ? "" : null)));

        var before = written;
        var backup = await WriteAsync();
        var after = written;
        await enough.CancelAsync();
        await Task.WhenAll(writers);

        Assert.True(after > before, "Nobody could write meanwhile.");
        await using var copy = Open(backup);
        var (people, entries) = (await CountAsync(copy, "SELECT count(*) FROM Operators WHERE Name LIKE 'Pair %'"), await CountAsync(copy, "SELECT count(*) FROM AuditEntries WHERE SubjectName LIKE 'Pair %'"));
        Assert.Equal(people, entries);
        Assert.InRange(people, before, after + writers.Count);
    }

    [Fact]
    public async Task It_is_for_its_owners_eyes_holds_no_master_key_and_takes_the_place_of_nothing()
    {
        var backup = await WriteAsync();

        Assert.True(OwnersFile.Is(backup));
        Assert.StartsWith(Path.Combine(old.Directory, "backups", "portal-"), backup, StringComparison.Ordinal);
        var (content, master) = (await File.ReadAllBytesAsync(backup, Cancellation), await File.ReadAllTextAsync(old.Get<MasterKey>().FilePath, Cancellation));
        Assert.Equal(-1, content.AsSpan().IndexOf(Convert.FromBase64String(master)));
        Assert.Equal([backup], Directory.GetFiles(Path.GetDirectoryName(backup)!));
        var again = await old.Create<Backups>().WriteAsync(backup);
        Assert.Equal([$"{backup} is there already."], again.Faults);
    }

    [Fact]
    public async Task An_installation_whose_keys_cannot_be_read_gives_no_backup_and_says_why()
    {
        await SwapKeysAsync(sql => old.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync(sql.Replace("Authenticators", "\"Authenticators\"", StringComparison.Ordinal)
            .Replace("OperatorId", "\"OperatorId\"", StringComparison.Ordinal).Replace("ProtectedKey", "\"ProtectedKey\"", StringComparison.Ordinal))));

        var written = await old.Create<Backups>().WriteAsync(to: null);

        Assert.StartsWith("Authenticator keys that cannot be read, or belong to another operator: ", Assert.Single(written.Faults), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(written.Path)!));
    }

    public static TheoryData<string, string> Spoilt => new()
    {
        { "text", "is not a backup" },
        { "short", "is not a backup" },
        { "page", "It is damaged" },
        { "key", "was not made under the master key" },
        { "swapped", "Authenticator keys that cannot be read, or belong to another operator: " },
        { "ring", "The ring of keys is not in it" },
        { "edited", "The audit log is not as it was sealed: seal 1 does not hold." },
        { "cut", "at the end of the audit log are missing" },
        { "newer", "was written by a newer Portal" },
    };

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task A_backup_that_is_spoilt_is_refused_and_changes_nothing(string how, string said)
    {
        var backup = await WriteAsync();
        await SpoilAsync(backup, how);
        await using var node = await NewNodeAsync(old.Contexts.Engine.IsShared ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite, withKey: how != "key");
        var before = Directory.GetFiles(node.Directory, "*", SearchOption.AllDirectories).Order().ToList();

        var restored = await node.Create<Restores>().RestoreAsync(backup);

        Assert.Contains(said, restored.Faults[0], StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFiles(node.Directory, "*", SearchOption.AllDirectories).Order().Where(file => Path.GetFileName(file) != "master.key" || before.Contains(file)).ToList());
        if (node.Contexts.Engine.IsShared)
        {
            await node.Contexts.MigrateAsync(Cancellation);
            await using var db = node.Contexts.AcrossAccounts();
            Assert.False(await db.Accounts.AnyAsync(Cancellation));
        }
    }

    [Fact]
    public async Task A_record_that_was_tampered_with_keeps_no_backup_from_being_made_and_is_restored_only_when_asked_for()
    {
        await old.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync(old.Contexts.Engine.IsShared
            ? """ALTER TABLE "AuditEntries" DISABLE TRIGGER USER; UPDATE "AuditEntries" SET "ActorName" = 'nobody' WHERE "Id" = 1; ALTER TABLE "AuditEntries" ENABLE TRIGGER USER"""
            : "DROP TRIGGER AuditEntries_NoUpdate; UPDATE AuditEntries SET ActorName = 'nobody' WHERE Id = 1"));
        await using var node = await NewNodeAsync(old.Contexts.Engine.IsShared ? DatabaseProvider.Postgres : DatabaseProvider.Sqlite);

        var written = await old.Create<Backups>().WriteAsync(to: null);
        var refused = await node.Create<Restores>().RestoreAsync(written.Path);
        var restored = await node.Create<Restores>().RestoreAsync(written.Path, acceptsRecordFaults: true);

        Assert.Equal(["The audit log is not as it was sealed: seal 1 does not hold."], written.RecordFaults);
        Assert.Empty(written.Faults);
        Assert.Equal(written.RecordFaults[0], refused.Faults[0]);
        Assert.Contains("--accept-audit-faults", refused.Faults[^1], StringComparison.Ordinal);
        Assert.Empty(restored.Faults);
        Assert.Equal(2, await node.ReadAsync(account.Id, db => db.Operators.CountAsync(Cancellation)));
        Assert.Equal(written.RecordFaults, restored.RecordFaults);
        Assert.Equal(1, (await node.Get<AuditSeals>().CheckAsync(Cancellation)).FirstBroken!.Number);
        var entry = await node.ReadAsync(account.Id, db => db.AuditEntries.SingleAsync(row => row.Action == nameof(Portal.Audit.AuditAction.BackupRestored), Cancellation));
        Assert.Equal($"Accepted: {written.RecordFaults[0]}", entry.Reason);
    }

    [Fact]
    [OnSqliteOnly("PostgreSQL is restored into an empty database.")]
    public async Task While_the_server_runs_nothing_is_restored()
    {
        var backup = await WriteAsync();
        SqliteConnection.ClearAllPools();
        await using var server = old.Contexts.AcrossAccounts();
        await server.Database.OpenConnectionAsync(Cancellation);
        Assert.True(await server.Operators.AnyAsync(Cancellation));

        var restored = await old.Create<Restores>().RestoreAsync(backup);

        Assert.Equal(["The server is running, or something else has the database open. Stop it first."], restored.Faults);
        Assert.Equal(2, await server.Operators.CountAsync(Cancellation));
    }

    [Fact]
    [OnSqliteOnly("It is about the new database, which is on PostgreSQL.")]
    public async Task While_a_server_runs_on_the_new_database_nothing_is_restored()
    {
        var backup = await WriteAsync();
        await using var node = await NewNodeAsync(DatabaseProvider.Postgres);
        await using var server = node.Another();
        await using var listening = await server.Contexts.Engine.ListenAsync(Cancellation);

        var restored = await node.Create<Restores>().RestoreAsync(backup);

        Assert.Equal(["A server is running on the new database. Stop it first."], restored.Faults);
    }

    [Fact]
    [OnSqliteOnly("The file is SQLite's.")]
    public async Task A_database_that_is_broken_keeps_no_backup_from_being_restored()
    {
        var backup = await WriteAsync();
        SqliteConnection.ClearAllPools();
        var path = new SqliteConnectionStringBuilder(old.Contexts.Engine.ConnectionString).DataSource;
        await File.WriteAllTextAsync(path, new string('x', 9_000), Cancellation);

        var restored = await old.Create<Restores>().RestoreAsync(backup);

        Assert.Empty(restored.Faults);
        Assert.Equal(2, await old.ReadAsync(account.Id, db => db.Operators.CountAsync(Cancellation)));
    }

    [Fact]
    [OnSqliteOnly("The files are SQLite's.")]
    public async Task What_a_broken_database_had_not_taken_in_yet_is_kept_beside_it_and_is_no_part_of_what_is_restored()
    {
        var backup = await WriteAsync();
        SqliteConnection.ClearAllPools();
        var path = new SqliteConnectionStringBuilder(old.Contexts.Engine.ConnectionString).DataSource;
        await File.WriteAllTextAsync(path, new string('x', 9_000), Cancellation);
        await File.WriteAllTextAsync($"{path}-wal", new string('w', 9_000), Cancellation);
        await File.WriteAllTextAsync($"{path}-journal", new string('j', 9_000), Cancellation);

        var restored = await old.Create<Restores>().RestoreAsync(backup);

        Assert.Empty(restored.Faults);
        Assert.StartsWith("xxx", await File.ReadAllTextAsync(restored.Former!, Cancellation), StringComparison.Ordinal);
        Assert.StartsWith("www", await File.ReadAllTextAsync($"{restored.Former}-wal", Cancellation), StringComparison.Ordinal);
        Assert.False(File.Exists($"{path}-journal"));
        Assert.Equal(2, await old.ReadAsync(account.Id, db => db.Operators.CountAsync(Cancellation)));
    }

    [Fact]
    [OnSqliteOnly("The file is SQLite's.")]
    public async Task A_database_on_another_disk_is_restored_there_in_one_step()
    {
        var backup = await WriteAsync();
        await using var disk = await SmallDisk.MountAsync();
        var path = Path.Combine(disk.Path, "portal.db");
        await using var node = PortalServices.Create(("Portal:MasterKeyFile", old.Get<MasterKey>().FilePath), ("ConnectionStrings:Portal", $"Data Source={path}"));
        await node.Contexts.MigrateAsync(Cancellation);
        SqliteConnection.ClearAllPools();

        // No room for a second copy: it has to be beside the first before anything is touched.
        disk.Fill();
        await Assert.ThrowsAnyAsync<IOException>(() => node.Create<Restores>().RestoreAsync(backup));
        disk.Free();
        Assert.Equal(["portal.db"], Directory.GetFiles(disk.Path).Select(Path.GetFileName));

        Assert.Empty((await node.Create<Restores>().RestoreAsync(backup)).Faults);
        Assert.Equal(2, await node.ReadAsync(account.Id, db => db.Operators.CountAsync(Cancellation)));
        SqliteConnection.ClearAllPools();
    }

    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.Postgres)]
    public async Task Onto_a_server_that_was_started_once_under_a_master_key_of_its_own_nothing_is_restored(DatabaseProvider onto)
    {
        var backup = await WriteAsync();
        await using var node = await NewNodeAsync(onto);
        await using (var started = PortalServices.Create(
        [
            .. TestDatabase.SettingsOf(node.Contexts.Engine).Where(setting => setting.Key != "Portal:MasterKeyFile").Select(setting => (setting.Key, setting.Value)),
            ("Portal:DataDirectory", node.Directory), ("Portal:MasterKeyFile", OwnersFile.NewMasterKey()),
        ]))
        {
            await started.Contexts.MigrateAsync(Cancellation);
            started.Get<IKeyManager>().CreateNewKey(started.Clock.GetUtcNow(), started.Clock.GetUtcNow().AddDays(90));
        }

        SqliteConnection.ClearAllPools();
        var restored = await node.Create<Restores>().RestoreAsync(backup);

        Assert.Contains("was made under another master key than", Assert.Single(restored.Faults), StringComparison.Ordinal);
        await using var db = node.Contexts.AcrossAccounts();
        Assert.False(await db.Accounts.AnyAsync(Cancellation));
    }

    private async Task<string> WriteAsync()
    {
        var written = await old.Create<Backups>().WriteAsync(to: null);
        Assert.Empty(written.Faults);
        Assert.Empty(written.RecordFaults);
        return written.Path;
    }

    // Another machine, with the master key of the installation, and nothing else.
    private async Task<PortalServices> NewNodeAsync(DatabaseProvider engine, bool withKey = true)
    {
        var file = old.Get<MasterKey>().FilePath;
        if (!withKey)
        {
            file = OwnersFile.NewMasterKey();
        }

        var node = engine == DatabaseProvider.Postgres
            ? PortalServices.Create([.. TestDatabase.Settings(await PostgresCluster.CreateEmptyAsync()).Where(setting => setting.Key != "Portal:MasterKeyFile").Select(setting => (setting.Key, setting.Value)), ("Portal:MasterKeyFile", file)])
            : PortalServices.Create([("Portal:MasterKeyFile", file)]);
        node.Clock.AdjustTime(old.Clock.GetUtcNow());
        return node;
    }

    private static async Task SpoilAsync(string backup, string how)
    {
        switch (how)
        {
            case "text":
                await File.WriteAllTextAsync(backup, "This was a backup.", Cancellation);
                return;
            case "short":
                await using (var file = new FileStream(backup, FileMode.Open))
                {
                    file.SetLength(2_000);
                }

                return;
            case "page":
                // One in the middle, in which rows of some table or index stand.
                await using (var file = new FileStream(backup, FileMode.Open))
                {
                    file.Seek(file.Length / 2 / 4096 * 4096, SeekOrigin.Begin);
                    await file.WriteAsync(Enumerable.Repeat((byte)0xAB, 4096).ToArray(), Cancellation);
                }

                return;
            case "key":
                return;
            case "swapped":
                await SwapKeysAsync(sql => ExecuteAsync(backup, sql));
                return;
            default:
                await ExecuteAsync(backup, how switch
                {
                    "ring" => "DELETE FROM KeyRing",
                    "edited" => "DROP TRIGGER AuditEntries_NoUpdate; UPDATE AuditEntries SET ActorName = 'nobody' WHERE Id = 1",
                    "cut" => "DROP TRIGGER AuditEntries_NoDelete; DROP TRIGGER AuditSeals_NoDelete; DELETE FROM AuditSeals; DELETE FROM AuditEntries",
                    "newer" => "INSERT INTO __EFMigrationsHistory VALUES ('29991231235959_Later', '99.0.0')",
                    _ => throw new ArgumentOutOfRangeException(nameof(how)),
                });
                return;
        }
    }

    private static async Task SwapKeysAsync(Func<string, Task<int>> executeAsync)
    {
        // Each gets that of the other: what is encrypted is whole, and in the wrong row.
        await executeAsync("UPDATE Authenticators SET ProtectedKey = (SELECT other.ProtectedKey FROM Authenticators AS other WHERE other.OperatorId <> Authenticators.OperatorId)");
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        return connection;
    }

    private static async Task<int> ExecuteAsync(string path, string sql)
    {
        await using var connection = Open(path);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(Cancellation);
    }

    private static async Task<long> CountAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}

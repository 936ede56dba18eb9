using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Operations;

/// <summary>What restoring came to.</summary>
/// <param name="Label">What was restored.</param>
/// <param name="Rows">How many rows are there now.</param>
/// <param name="Sessions">How many sessions were ended.</param>
/// <param name="Links">How many links no longer work.</param>
/// <param name="Former">Where the former database is; <see langword="null"/> where there was none.</param>
/// <param name="Faults">Why nothing was restored, and nothing changed; empty when all is there.</param>
/// <param name="RecordFaults">What is wrong with the record, and was accepted.</param>
public sealed record Restored(BackupLabel? Label, long Rows, int Sessions, int Links, string? Former, IReadOnlyList<string> Faults, IReadOnlyList<string> RecordFaults);

/// <summary>
/// Puts a backup in the place of the database, on whichever engine. All of it is checked before anything is touched; then sessions, links and
/// whatever waited for a code are ended, and no code that was used since works again.
/// </summary>
public sealed class Restores(
    PortalContexts contexts,
    IOptions<KeyManagementOptions> ring,
    IKeyManager keys,
    MasterKey master,
    SealMemory memory,
    DataDirectory directory,
    Measures measures,
    TimeProvider clock)
{
    private const string Working = "restoring";

    // What SQLite had not taken into the file yet, or not taken back: part of the former database, and never of the restored one.
    private static readonly string[] Logs = ["-wal", "-journal"];

    /// <summary>Restores a backup. The server must not run.</summary>
    /// <param name="from">The backup, which stays as it is.</param>
    /// <param name="acceptsRecordFaults">Whether it is restored although the record in it is not as it was sealed; what is wrong with it stays so.</param>
    /// <param name="progress">Is told how much is done, from 0 to 1.</param>
    public async Task<Restored> RestoreAsync(string from, bool acceptsRecordFaults = false, Action<double>? progress = null)
    {
        if (!File.Exists(from) || BackupFile.LabelOf(from) is not { } label)
        {
            return Refused($"{from} is not a backup that Portal made, or not a whole one.");
        }

        // Beside what it takes the place of: from another disk it could not do so at once.
        var folder = contexts.Engine.IsShared ? directory.Path : Path.GetDirectoryName(FileInPlace)!;

        // Of two that are under way at once none would be of use.
        WorkFiles.DeleteLeft(folder, Working, DateTimeOffset.MaxValue);
        var work = WorkFiles.NewPath(folder, Working);
        try
        {
            BackupFile.Create(work);
            await using (var source = File.OpenRead(from))
            await using (var copy = new FileStream(work, FileMode.Open, FileAccess.Write))
            {
                await source.CopyToAsync(copy);
            }

            await using var file = new BackupFile(work, master, memory, directory, measures, clock);
            await file.Contexts.MigrateAsync();
            if (await file.CheckAsync() is { Count: > 0 } faults)
            {
                return Refused([.. faults]);
            }

            var recordFaults = await file.CheckRecordAsync();
            if (recordFaults.Count > 0 && !acceptsRecordFaults)
            {
                return Refused([.. recordFaults, "Take a backup from before that, or restore this one all the same with --accept-audit-faults."]);
            }

            var (sessions, links) = await EndAsync(file.Contexts, label, recordFaults);
            var restored = contexts.Engine.IsShared
                ? await IntoEmptyAsync(file, label, sessions, links, progress)
                : await InPlaceAsync(file, label, sessions, links);
            return restored with { RecordFaults = recordFaults };
        }
        catch (NewerDatabaseException newer)
        {
            return Refused(newer.Message);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB)
        {
            return Refused($"It is damaged: {damaged.Message}");
        }
        finally
        {
            WorkFiles.Delete(work);
        }
    }

    private string FileInPlace => new SqliteConnectionStringBuilder(contexts.Engine.ConnectionString).DataSource;

    // A ring that stands here already, of a server that was started once under a master key of its own, would keep the next from starting.
    private string? RingFault(string place, string remedy) => keys.GetAllKeys().All(RingKeys.Opens)
        ? null
        : $"The ring of keys in {place} was made under another master key than {master.FilePath}. {remedy}, and restore again: the keys that are needed are in the backup.";

    private static Restored Refused(params string[] faults) => new(null, 0, 0, 0, null, faults, []);

    // Everything that somebody could go on with who should not: in the copy, before it is put in place.
    private Task<(int Sessions, int Links)> EndAsync(PortalContexts copy, BackupLabel label, IReadOnlyList<string> accepted) => copy.WriteAcrossAccountsAsync(async db =>
    {
        var now = clock.GetUtcNow();
        var sessions = await db.Sessions.CountAsync(session => session.EndedAt == null);
        await db.Sessions.ExecuteDeleteAsync();
        await db.SignInTickets.ExecuteDeleteAsync();
        await db.PendingKeys.ExecuteDeleteAsync();
        var links = await db.Links.Where(link => link.SpentAt == null && link.VoidedAt == null).ExecuteUpdateAsync(set => set.SetProperty(link => link.VoidedAt, now));
        await db.Mails.Where(mail => mail.LinkId != null && mail.SentAt == null && mail.SetAsideAt == null && mail.CancelledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.CancelledAt, now).SetProperty(mail => mail.LeasedUntil, (DateTimeOffset?)null));

        // A sign-in that waits for its code, and a browser that has proved a password for a link, are bound to the stamp. Wrong codes still count.
        await db.Database.ExecuteSqlRawAsync("UPDATE Operators SET SecurityStamp = lower(hex(randomblob(16)))");

        // Whatever was used since, and might still be shown, is used.
        var step = TotpVerifier.StepAt(now) + TotpVerifier.Window;
        await db.Authenticators.Where(row => row.LastAcceptedTimeStep < step).ExecuteUpdateAsync(set => set.SetProperty(row => row.LastAcceptedTimeStep, step));
        foreach (var account in await db.Accounts.ToListAsync())
        {
            AuditLog.RecordCommand(db, account.Id, AuditAction.BackupRestored, now, after: label.At.ToString("O"), reason: accepted.Count == 0 ? null : $"Accepted: {string.Join(' ', accepted)}");
        }

        return (sessions, links);
    });

    private async Task<Restored> IntoEmptyAsync(BackupFile file, BackupLabel label, int sessions, int links, Action<double>? progress)
    {
        if (await contexts.Engine.IsInUseAsync())
        {
            return Refused("A server is running on the new database. Stop it first.");
        }

        await contexts.MigrateAsync();
        if (RingFault("the new database", "Make another database, that is empty") is { } foreign)
        {
            return Refused(foreign);
        }

        await using var db = file.Contexts.AcrossAccounts();
        var elements = new DatabaseKeyRing(file.Contexts).GetAllElements();
        var copied = await contexts.WriteAcrossAccountsAsync(
            async @new =>
            {
                var rows = await CopyDatabase.RunAsync(db, @new, progress);
                await RingCopy.AddAsync(@new, elements);
                return rows;
            },
            keeps: copied => copied.Fault is null);
        if (copied.Fault is { } fault)
        {
            return Refused(fault);
        }

        memory.Forget();
        return new(label, copied.Rows, sessions, links, null, [], []);
    }

    private async Task<Restored> InPlaceAsync(BackupFile file, BackupLabel label, int sessions, int links)
    {
        var path = FileInPlace;
        if (RingFault(MasterKey.RingPath(directory), "Move that folder away") is { } foreign)
        {
            return Refused(foreign);
        }

        var former = File.Exists(path) ? $"{path}-before-{clock.GetUtcNow():yyyyMMdd'T'HHmmss'Z'}" : null;
        using var alone = former is null ? null : SqliteEngine.Alone(path);
        if (former is not null && alone is null)
        {
            return Refused("The server is running, or something else has the database open. Stop it first.");
        }

        long rows;
        await using (var db = file.Contexts.AcrossAccounts())
        {
            rows = await CopyDatabase.CountAsync(db);

            // Only ever added to: a key that is not needed harms nobody. Before the rows that need them.
            RingCopy.Add(ring.Value.XmlRepository!, new DatabaseKeyRing(file.Contexts).GetAllElements());
            await db.KeyRing.ExecuteDeleteAsync();
        }

        await file.UnlabelAsync();
        await file.CloseAsync();
        if (former is not null)
        {
            Keep(alone!, path, former);
            File.Delete($"{path}-shm");
            foreach (var log in Logs.Where(log => File.Exists(path + log)))
            {
                File.Move(path + log, former + log, overwrite: true);
            }
        }

        File.Move(file.Path, path, overwrite: true);
        memory.Forget();
        return new(label, rows, sessions, links, former, [], []);
    }

    // A copy, so that at every moment there is a database by that name: without one a server would begin anew.
    private static void Keep(SqliteConnection alone, string path, string former)
    {
        BackupFile.Create(former);
        try
        {
            // By SQLite itself: opening the file beside it would give the lock away.
            using var copy = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = former, Pooling = false }.ToString());
            alone.BackupDatabase(copy);
        }
        catch (Exception broken) when (broken is SqliteException or InvalidOperationException)
        {
            File.Copy(path, former, overwrite: true);
        }
    }
}

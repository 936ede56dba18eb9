using System.Globalization;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Security;

namespace Portal.Operations;

/// <summary>What writing a backup came to.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Rows">How many rows are in it.</param>
/// <param name="Faults">Why there is none; empty when it was written and checked.</param>
/// <param name="RecordFaults">What is wrong with the record in it. It is written all the same: whoever can break one seal must not keep every backup from being made.</param>
public sealed record Backup(string Path, long Rows, IReadOnlyList<string> Faults, IReadOnlyList<string> RecordFaults);

/// <summary>Writes backups while the servers run: of one moment, read again row by row, and with every key tried.</summary>
public sealed class Backups(
    PortalContexts contexts, IOptions<KeyManagementOptions> ring, MasterKey master, SealMemory memory, DataDirectory directory, Measures measures, TimeProvider clock)
{
    private const string Unfinished = "unfinished-backup";

    // Longer than one takes.
    private static readonly TimeSpan KeepUnfinished = TimeSpan.FromDays(1);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Writes one.</summary>
    /// <param name="to">Where; <see langword="null"/> for the folder of backups in the data directory, by the time.</param>
    /// <param name="progress">Is told how much is done, from 0 to 1.</param>
    public async Task<Backup> WriteAsync(string? to, Action<double>? progress = null)
    {
        var at = clock.GetUtcNow();
        var path = to is null
            ? directory.Resolve(Path.Combine("backups", string.Create(CultureInfo.InvariantCulture, $"portal-{at:yyyyMMdd'T'HHmmss'Z'}.db")))
            : Path.GetFullPath(to);
        if (File.Exists(path))
        {
            return None(path, $"{path} is there already.");
        }

        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        }
        else
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!, OwnerOnly);
        }

        // Under another name until it is whole: what bears the name of a backup is one.
        WorkFiles.DeleteLeft(Path.GetDirectoryName(path)!, Unfinished, at - KeepUnfinished);
        var begun = WorkFiles.NewPath(Path.GetDirectoryName(path)!, Unfinished);
        try
        {
            BackupFile.Create(begun);
            await using var file = new BackupFile(begun, master, memory, directory, measures, clock);
            await file.Contexts.MigrateAsync();
            var copied = await CopyAsync(file, progress);
            if (copied.Fault is { } fault)
            {
                return None(path, fault);
            }

            await file.LabelAsync(new(at, contexts.Engine.Name));
            if (await file.CheckAsync() is { Count: > 0 } faults)
            {
                return None(path, [.. faults]);
            }

            var recordFaults = await file.CheckRecordAsync();
            await file.CloseAsync();
            File.Move(begun, path);
            return new(path, copied.Rows, [], recordFaults);
        }
        finally
        {
            WorkFiles.Delete(begun);
        }
    }

    private static Backup None(string path, params string[] faults) => new(path, 0, faults, []);

    private async Task<Copied> CopyAsync(BackupFile file, Action<double>? progress)
    {
        await using var db = contexts.AcrossAccounts();
        await using var moment = await contexts.Engine.SnapshotAsync(db);
        return await file.Contexts.WriteAcrossAccountsAsync(
            async copy =>
            {
                var copied = await CopyDatabase.RunAsync(db, copy, progress);

                // After the rows: whatever key one of them needs is in the ring by now.
                await RingCopy.AddAsync(copy, ring.Value.XmlRepository!.GetAllElements());
                return copied;
            },
            keeps: copied => copied.Fault is null);
    }
}

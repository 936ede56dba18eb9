using System.Globalization;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Security;

namespace Portal.Operations;

/// <summary>What a rotation came to.</summary>
/// <param name="Keys">How many authenticator keys were encrypted anew.</param>
/// <param name="Links">How many links no longer work.</param>
/// <param name="Fault">Why nothing was done; <see langword="null"/> when all was.</param>
public sealed record Rotated(int Keys, int Links, string? Fault);

/// <summary>
/// Puts a new master key in the place of the present one, and encrypts everything anew: the ring under the new master key, and keys and secrets
/// under a new key of the ring. Links are derived from the master key, so those that are open end.
/// </summary>
/// <remarks>
/// Killed at any point, everything opens: the file holds the former keys too, and each step writes what the step before can be read by. Another
/// run does all of it again.
/// </remarks>
public sealed class KeyRotation(
    PortalContexts contexts,
    MasterKey master,
    IKeyManager ring,
    IDataProtectionProvider provider,
    KeyProtection protection,
    ProviderSecrets secrets,
    DataDirectory directory,
    TimeProvider clock)
{
    private const int Batch = 500;

    private const int MostTries = 300;
    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(100);

    // As data protection has it by itself.
    private static readonly TimeSpan RingKeyLife = TimeSpan.FromDays(90);

    /// <summary>Rotates. No server may run.</summary>
    /// <param name="step">Is told what is about to be done; tests end it there.</param>
    public async Task<Rotated> RotateAsync(Action<string>? step = null)
    {
        if (await contexts.Engine.IsInUseAsync())
        {
            return new(0, 0, "The server is running, at this node or another, or something else has the database open. Stop it first.");
        }

        if (await UnreadableAsync() is > 0 and var unreadable)
        {
            return new(0, 0, $"{unreadable} stored keys or secrets cannot be read now, and could not be encrypted anew: run check.");
        }

        step?.Invoke("master key");
        master.Rotate();
        step?.Invoke("ring");
        await RewrapAsync();
        step?.Invoke("ring key");
        await UseAsync(ring.CreateNewKey(clock.GetUtcNow(), clock.GetUtcNow() + RingKeyLife));
        var keys = 0;
        Guid? after = null;
        do
        {
            step?.Invoke("keys");
            (after, var done) = await ReencryptAsync(after);
            keys += done;
        }
        while (after is not null);
        step?.Invoke("end");
        return new(keys, await EndAsync(), null);
    }

    // Data protection reads the ring again in the background, and goes on under the former key meanwhile.
    private async Task UseAsync(IKey key)
    {
        for (var tries = 0; provider.IdInUse() != key.KeyId; tries++)
        {
            if (tries == MostTries)
            {
                throw new InvalidDataException($"The new key {key.KeyId} of the ring is not taken up, so nothing was encrypted under it. Look at the clock, and run it again.");
            }

            await Task.Delay(BetweenTries);
        }
    }

    private async Task<int> UnreadableAsync()
    {
        await using var db = contexts.AcrossAccounts();
        var unreadable = 0;
        await foreach (var row in db.Authenticators.AsNoTracking().AsAsyncEnumerable())
        {
            unreadable += protection.TryUnprotect(row, out _) ? 0 : 1;
        }

        return unreadable + (await db.SingleSignOns.AsNoTracking().Where(row => row.ProtectedSecret != null).ToListAsync()).Count(row => secrets.Open(row) is null);
    }

    private async Task RewrapAsync()
    {
        if (contexts.Engine.IsShared)
        {
            await contexts.WriteAcrossAccountsAsync(async db =>
            {
                foreach (var row in await db.KeyRing.AsNoTracking().ToListAsync())
                {
                    var xml = Rewrap(row.Xml);
                    await db.KeyRing.Where(each => each.Id == row.Id).ExecuteUpdateAsync(set => set.SetProperty(each => each.Xml, xml));
                }

                return 0;
            });
            return;
        }

        foreach (var file in Directory.EnumerateFiles(MasterKey.RingPath(directory), "*.xml"))
        {
            var rewrapped = Rewrap(await File.ReadAllTextAsync(file));
            var beside = file + ".new";
            File.Delete(beside);
            BackupFile.Create(beside);
            await using (var writer = new FileStream(beside, FileMode.Open, FileAccess.Write))
            {
                await writer.WriteAsync(System.Text.Encoding.UTF8.GetBytes(rewrapped));
                writer.Flush(flushToDisk: true);
            }

            File.Move(beside, file, overwrite: true);
        }
    }

    private string Rewrap(string xml)
    {
        var element = XElement.Parse(xml);
        foreach (var wrapped in element.Descendants(MasterKeyXmlEncryptor.Element).ToList())
        {
            wrapped.Value = Convert.ToBase64String(master.Encrypt(master.Decrypt(Convert.FromBase64String(wrapped.Value))));
        }

        return element.ToString(SaveOptions.DisableFormatting);
    }

    // A batch of authenticators, each only if it is still the one that was read; answers where to go on.
    private Task<(Guid? After, int Done)> ReencryptAsync(Guid? after) => contexts.WriteAcrossAccountsAsync<(Guid?, int)>(async db =>
    {
        var rows = await db.Authenticators.AsNoTracking().Where(row => after == null || row.Id > after).OrderBy(row => row.Id).Take(Batch).ToListAsync();
        foreach (var row in rows)
        {
            if (!protection.TryUnprotect(row, out var key))
            {
                throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"The key of authenticator {row.Id} cannot be read."));
            }

            var anew = protection.Protect(row.AccountId, row.OperatorId, row.Id, row.Generation, key);
            await db.Authenticators.Where(each => each.Id == row.Id && each.ProtectedKey == row.ProtectedKey).ExecuteUpdateAsync(set => set.SetProperty(each => each.ProtectedKey, anew));
        }

        return (rows.Count == Batch ? rows[^1].Id : null, rows.Count);
    });

    private Task<int> EndAsync() => contexts.WriteAcrossAccountsAsync(async db =>
    {
        var now = clock.GetUtcNow();
        foreach (var row in await db.SingleSignOns.Where(row => row.ProtectedSecret != null).ToListAsync())
        {
            row.ProtectedSecret = secrets.Protect(row.AccountId, secrets.Open(row)!);
        }

        // A key that nobody has proven yet is shown by the wizard anew.
        await db.PendingKeys.ExecuteDeleteAsync();
        await db.Mails.Where(mail => mail.LinkId != null && mail.SentAt == null && mail.SetAsideAt == null && mail.CancelledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.CancelledAt, now));
        foreach (var account in await db.Accounts.ToListAsync())
        {
            AuditLog.RecordCommand(db, account.Id, AuditAction.MasterKeyRotated, now);
            db.Announce(account.Id, null);
        }

        return await db.Links.Where(link => link.SpentAt == null && link.VoidedAt == null).ExecuteUpdateAsync(set => set.SetProperty(link => link.VoidedAt, now));
    });
}

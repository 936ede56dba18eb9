using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Seals the record, and looks whether it is still what was sealed. Each seal is a MAC under a key outside the database, over its
/// entries and the seal before it: whoever has the file alone can change an entry, but not so that nobody notices.
/// </summary>
/// <remarks>
/// What is cut off at the end together with its seals leaves a chain that is whole. The database knows the highest number that it
/// ever gave an entry, but that is a row too: whoever lowers it, and lets the server go on, leaves nothing in the database that
/// tells. The last seal is therefore remembered outside of it, by each node in its data directory; and whoever noted it elsewhere
/// no longer finds it either.
/// </remarks>
public sealed class AuditSeals(PortalContexts contexts, MasterKey master, SealMemory memory, TimeProvider clock, ILogger<AuditSeals> log)
{
    /// <summary>The most entries under one seal.</summary>
    public const int Most = 2_000;

    private IReadOnlyList<byte[]> Keys => master.DeriveKeys("audit seals");
    private bool isTold;

    /// <summary>Seals all that is not sealed yet, and remembers the last seal; answers how many seals that took.</summary>
    /// <remarks>When the seal that is remembered is gone, sealing goes on, and the memory stays as it is until somebody has looked.</remarks>
    public async Task<int> SealAsync(CancellationToken cancellationToken)
    {
        var made = 0;
        while (await NextAsync(cancellationToken) is { } seal)
        {
            var mayRemember = await MayRememberAsync(cancellationToken);
            if (await AddAsync(seal, cancellationToken))
            {
                made++;
                if (mayRemember)
                {
                    memory.Write(seal);
                }
            }
        }

        return made;
    }

    /// <summary>Looks at every seal and every entry under it, in the memory of one.</summary>
    public async Task<SealReport> CheckAsync(CancellationToken cancellationToken = default)
    {
        await using var db = contexts.AcrossAccounts();

        // Before anything else: what is written meanwhile only makes the record longer.
        var remembered = await MemoryAsync(cancellationToken);
        var given = await db.AuditGuard.HighestGivenAsync(cancellationToken);
        var newest = await db.AuditEntries.MaxAsync(entry => (long?)entry.Id, cancellationToken) ?? 0;
        var last = await LastAsync(db, cancellationToken);
        var chain = new SealChain(Keys, await db.AuditGuard.FirstOddAsync(cancellationToken));
        if (last is not null)
        {
            // A context of their own for the entries: both are read side by side.
            await using var entriesDb = contexts.AcrossAccounts();
            await using var entries = entriesDb.AuditEntries.AsNoTracking().Where(entry => entry.Id <= last.LastEntry).OrderBy(entry => entry.Id)
                .AsAsyncEnumerable().GetAsyncEnumerator(cancellationToken);
            await foreach (var seal in db.AuditSeals.AsNoTracking().Where(seal => seal.Number <= last.Number).OrderBy(seal => seal.Number)
                .AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                await chain.LookAtAsync(seal, entries);
            }
        }

        var (firstBroken, broken) = chain.End();
        return new(
            chain.Entries,
            last,
            await db.AuditEntries.LongCountAsync(entry => entry.Id > (last == null ? 0 : last.LastEntry), cancellationToken),
            firstBroken,
            broken,
            newest < given ? (newest + 1, given) : null,
            await db.AuditGuard.RefusesChangesAsync(cancellationToken),
            remembered);
    }

    private static Task<AuditSeal?> LastAsync(PortalDbContext db, CancellationToken cancellationToken) =>
        db.AuditSeals.AsNoTracking().OrderByDescending(seal => seal.Number).FirstOrDefaultAsync(cancellationToken);

    // Told once, until it is as it should be again: somebody has to look, and look only once.
    private async Task<bool> MayRememberAsync(CancellationToken cancellationToken)
    {
        var report = await MemoryAsync(cancellationToken);
        if (!report.IsSound && !isTold)
        {
            log.LogError(
                "The audit log does not hold seal {Number}, the last that this server remembers, or the memory was changed ({Fault}): run check, which says what to do",
                report.Seal?.Number, report.Fault);
        }

        isTold = !report.IsSound;
        return report.IsSound;
    }

    private async Task<MemoryReport> MemoryAsync(CancellationToken cancellationToken)
    {
        RememberedSeal? remembered;
        try
        {
            remembered = memory.Read();
        }
        catch (InvalidDataException)
        {
            return new(null, memory.FilePath, MemoryFault.NotOurs);
        }

        if (remembered is null)
        {
            return new(null, memory.FilePath, null);
        }

        await using var db = contexts.AcrossAccounts();
        var there = await db.AuditSeals.AsNoTracking().SingleOrDefaultAsync(seal => seal.Number == remembered.Number, cancellationToken);
        return new(remembered, memory.FilePath, remembered.Is(there) ? null : MemoryFault.SealGone);
    }

    // Worked out before the transaction, which then only adds a row: nobody's act waits for it. What is committed never changes, and
    // entries are committed in the order of their numbers.
    private async Task<AuditSeal?> NextAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.AcrossAccounts();
        var last = await LastAsync(db, cancellationToken);
        var now = clock.GetUtcNow();
        var from = last?.LastEntry ?? 0;
        var entries = await db.AuditEntries.AsNoTracking().Where(entry => entry.Id > from).OrderBy(entry => entry.Id).Take(Most).ToListAsync(cancellationToken);
        if (entries.Count == 0)
        {
            return null;
        }

        using var mac = new SealMac(Keys[0], WithMac([]), last?.Mac ?? []);
        entries.ForEach(mac.Add);
        return WithMac(mac.Finish());

        AuditSeal WithMac(byte[] made) => new()
        {
            Number = (last?.Number ?? 0) + 1,
            FirstEntry = entries[0].Id,
            LastEntry = entries[^1].Id,
            Count = entries.Count,
            At = now,
            Mac = made,
        };
    }

    // Another node may have been first: then this one is for nothing, and the next look goes on from that node's.
    private Task<bool> AddAsync(AuditSeal seal, CancellationToken cancellationToken) => contexts.WriteAcrossAccountsAsync(
        async db =>
        {
            var last = await LastAsync(db, CancellationToken.None);
            if ((last?.Number ?? 0) != seal.Number - 1)
            {
                return false;
            }

            db.AuditSeals.Add(seal);
            return true;
        },
        cancellationToken: cancellationToken);
}

/// <summary>What a look at the seals has shown.</summary>
/// <param name="Sealed">How many entries are under a seal.</param>
/// <param name="Last">The last seal; note its number and time elsewhere, and a cut at the end is noticed.</param>
/// <param name="Unsealed">How many entries wait for one.</param>
/// <param name="FirstBroken">The first seal that does not hold.</param>
/// <param name="Broken">How many do not.</param>
/// <param name="CutAtEnd">The entries at the end that were written once and are not there.</param>
/// <param name="RefusesChanges">Whether the database still refuses to change, to delete and to replace.</param>
/// <param name="Memory">What this node remembers of the end.</param>
public sealed record SealReport(
    long Sealed,
    AuditSeal? Last,
    long Unsealed,
    BrokenSeal? FirstBroken,
    int Broken,
    (long First, long Last)? CutAtEnd,
    bool RefusesChanges,
    MemoryReport Memory);

/// <summary>What this node remembers of the end of the record, held against the database.</summary>
/// <param name="Seal">The seal that is remembered; <see langword="null"/> for none, or none that can be believed.</param>
/// <param name="FilePath">The file in which it stands.</param>
/// <param name="Fault">What is wrong; <see langword="null"/> for nothing.</param>
public sealed record MemoryReport(RememberedSeal? Seal, string FilePath, MemoryFault? Fault)
{
    /// <summary>Whether there is nothing wrong: the seal is there, or none is remembered yet.</summary>
    public bool IsSound => Fault is null;
}

/// <summary>What can be wrong with the memory of the last seal.</summary>
public enum MemoryFault
{
    /// <summary>The seal is not in the database, or another one is in its place: the end was cut off, or a backup was restored.</summary>
    SealGone,

    /// <summary>The file was changed, or not written under this master key.</summary>
    NotOurs,
}

/// <summary>A seal that does not hold.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was made, where it is there.</param>
/// <param name="FirstEntry">The first entry under it, or that should be.</param>
/// <param name="LastEntry">The last one.</param>
/// <param name="Fault">What is wrong.</param>
public sealed record BrokenSeal(long Number, DateTimeOffset? At, long FirstEntry, long LastEntry, SealFault Fault);

/// <summary>What can be wrong with a seal.</summary>
public enum SealFault
{
    /// <summary>An entry was changed after it was sealed, or what the seal says of itself was.</summary>
    Changed,

    /// <summary>An entry is gone.</summary>
    EntryMissing,

    /// <summary>There is an entry that was never sealed.</summary>
    EntryAdded,

    /// <summary>The seal itself is gone.</summary>
    SealMissing,

    /// <summary>The seal was not made under this installation's key.</summary>
    NotOurs,

    /// <summary>The last one: an entry was changed, or it was not made under this key. The next seal would have told which.</summary>
    ChangedOrNotOurs,
}

using System.Security.Cryptography;
using Portal.Audit;
using Portal.Data;

namespace Portal.Security;

/// <summary>Goes along the seals and the entries under them, and remembers the first that does not hold.</summary>
/// <param name="keys">The keys of seals: the present one, and before it those under which older ones were made, the last one first.</param>
/// <param name="oddEntry">The first entry that is stored as Portal never stores one.</param>
internal sealed class SealChain(IReadOnlyList<byte[]> keys, long? oddEntry)
{
    private AuditSeal? former;
    private BrokenSeal? first;
    private int broken;
    private bool hasEntry;
    private bool isAtEnd;

    // How many keys may have made the next seal: whoever has a former one makes none after the first of a later key.
    private int possible = keys.Count;

    // A MAC that does not fit may be that of changed entries or nobody's: if the seal after it stands on it, it was ours.
    private AuditSeal? undecided;

    /// <summary>How many entries were under a seal.</summary>
    public long Entries { get; private set; }

    /// <summary>Looks at the next seal.</summary>
    /// <param name="seal">The seal.</param>
    /// <param name="entries">The entries, in their order; those under the seal and before are taken.</param>
    public async Task LookAtAsync(AuditSeal seal, IAsyncEnumerator<AuditEntry> entries)
    {
        var number = (former?.Number ?? 0) + 1;
        var due = (former?.LastEntry ?? 0) + 1;
        var (added, count) = (false, 0);
        var follows = seal.Number == number;
        var macs = keys.Take(possible).Select(key => new SealMac(key, seal, follows ? former?.Mac ?? [] : [])).ToList();
        while (await HasUpToAsync(seal.LastEntry, entries))
        {
            var entry = entries.Current;
            hasEntry = false;
            if (entry.Id < seal.FirstEntry)
            {
                // Between two seals, or before the first: without a missing seal nobody has ever sealed it.
                added = true;
                continue;
            }

            count++;
            macs.ForEach(mac => mac.Add(entry));
        }

        Entries += count;
        var madeBy = macs.FindIndex(mac => CryptographicOperations.FixedTimeEquals(mac.Finish(), seal.Mac));
        macs.ForEach(mac => mac.Dispose());
        var holds = madeBy >= 0;
        possible = holds ? madeBy + 1 : possible;
        Settle(follows && holds);
        if (!follows)
        {
            // What the seal stood on is not there, so that it cannot be looked at itself.
            Found(new(number, null, due, Math.Max(due, seal.FirstEntry - 1), SealFault.SealMissing));
        }
        else if (added || count > seal.Count)
        {
            Found(seal, SealFault.EntryAdded);
        }
        else if (count < seal.Count || seal.FirstEntry != due || seal.Count != seal.LastEntry - seal.FirstEntry + 1)
        {
            // Numbers are given without a gap, so an entry that was cut before it was sealed is missed too.
            Found(new(seal.Number, seal.At, Math.Min(due, seal.FirstEntry), seal.LastEntry, SealFault.EntryMissing));
        }
        else if (oddEntry >= seal.FirstEntry && oddEntry <= seal.LastEntry)
        {
            Found(seal, SealFault.Changed);
        }
        else if (!holds)
        {
            undecided = seal;
        }

        former = seal;
    }

    /// <summary>The first seal that does not hold, and how many do not.</summary>
    public (BrokenSeal? First, int Count) End()
    {
        if (undecided is { } last)
        {
            undecided = null;
            Found(last, SealFault.ChangedOrNotOurs);
        }

        return (first, broken);
    }

    private async Task<bool> HasUpToAsync(long lastEntry, IAsyncEnumerator<AuditEntry> entries)
    {
        if (!hasEntry && !isAtEnd)
        {
            hasEntry = await entries.MoveNextAsync();
            isAtEnd = !hasEntry;
        }

        return hasEntry && entries.Current.Id <= lastEntry;
    }

    private void Settle(bool nextHolds)
    {
        if (undecided is { } seal)
        {
            undecided = null;
            Found(seal, nextHolds ? SealFault.Changed : SealFault.NotOurs);
        }
    }

    private void Found(AuditSeal seal, SealFault fault) => Found(new(seal.Number, seal.At, seal.FirstEntry, seal.LastEntry, fault));

    private void Found(BrokenSeal found)
    {
        first ??= found;
        broken++;
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;
using Portal.Texts;

namespace Portal.Operations;

/// <summary>Encrypts and decrypts, and reads the ring and the master key where they are kept: what this node has in memory is gone with its next start.</summary>
public sealed class KeyRingProbe(IDataProtectionProvider protection, IKeyManager ring, MasterKey master, DataDirectory directory, PortalContexts contexts) : Probe
{
    /// <inheritdoc />
    public override string Id => "key_ring";

    /// <inheritdoc />
    public override string Name => Words.HealthKeyRing;

    /// <inheritdoc />
    public override bool KeepsFromServing => true;

    /// <inheritdoc />
    public override async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var protector = protection.CreateProtector("Portal.Health");
            var random = RandomNumberGenerator.GetBytes(16);
            if (!protector.Unprotect(protector.Protect(random)).SequenceEqual(random))
            {
                throw new CryptographicException("Something else came out than went in.");
            }
        }
        catch (CryptographicException fault)
        {
            return Finding.Broken(() => Words.HealthKeyRingFails, () => Words.HealthKeyRingFailsRemedy) with { Fault = fault };
        }

        var keys = ring.GetAllKeys();
        var place = contexts.Engine.IsShared ? contexts.Engine.Name : MasterKey.RingPath(directory);
        if (keys.Count == 0 || !keys.All(RingKeys.Opens))
        {
            return Finding.Attention(() => Words.HealthKeyRingIsLost(place), () => Words.HealthKeyRingIsLostRemedy);
        }

        if (!(await NeededAsync(cancellationToken)).All(needed => keys.Any(key => key.KeyId == needed)))
        {
            return Finding.Attention(() => Words.HealthKeysAreMissing(place), () => Words.HealthKeysAreMissingRemedy);
        }

        return master.FindFault() is { } unfit
            ? Finding.Attention(() => Words.HealthMasterKeyIsUnfit(master.FilePath), () => Words.HealthMasterKeyIsUnfitRemedy) with { Fault = unfit }
            : Finding.Well(() => Words.HealthKeyRingOpens(keys.Count));
    }

    // Of the oldest authenticator and the newest: a ring that was replaced lacks both, one from an older copy the newest. All of them are for the check command.
    private async Task<IEnumerable<Guid>> NeededAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.AcrossAccounts();
        var ofOldest = await db.Authenticators.OrderBy(row => row.Id).Select(row => row.ProtectedKey).FirstOrDefaultAsync(cancellationToken);
        var ofNewest = await db.Authenticators.OrderByDescending(row => row.Id).Select(row => row.ProtectedKey).FirstOrDefaultAsync(cancellationToken);
        return new[] { ofOldest, ofNewest }.OfType<byte[]>().Select(sealedKey => RingKeys.IdOf(sealedKey));
    }
}

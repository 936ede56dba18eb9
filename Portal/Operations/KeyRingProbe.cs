using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
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
        // Once more: between the two halves of the first, the ring may have been read anew, and a key be gone from it.
        var protector = protection.CreateProtector("Portal.Health");
        if (FaultOf(protector) is not null && FaultOf(protector) is { } fault)
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

    private static CryptographicException? FaultOf(IDataProtector protector)
    {
        var random = RandomNumberGenerator.GetBytes(16);
        try
        {
            return protector.Unprotect(protector.Protect(random)).SequenceEqual(random) ? null : new("Something else came out than went in.");
        }
        catch (CryptographicException fault)
        {
            return fault;
        }
    }

    private async Task<IReadOnlyList<Guid>> NeededAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = contexts.AcrossAccounts();
            return await RingKeys.NeededAsync(db, cancellationToken);
        }
        catch (DbException)
        {
            // The database is looked at by a probe of its own.
            return [];
        }
    }
}

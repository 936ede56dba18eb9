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
    public override Task<Finding> LookAsync(CancellationToken cancellationToken)
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
            return Task.FromResult(Finding.Broken(() => Words.HealthKeyRingFails, () => Words.HealthKeyRingFailsRemedy) with { Fault = fault });
        }

        var keys = ring.GetAllKeys();
        if (keys.Count == 0 || !keys.All(RingKeys.Opens))
        {
            var place = contexts.Engine.IsShared ? contexts.Engine.Name : MasterKey.RingPath(directory);
            return Task.FromResult(Finding.Attention(() => Words.HealthKeyRingIsLost(place), () => Words.HealthKeyRingIsLostRemedy));
        }

        return Task.FromResult(master.FindFault() is { } unfit
            ? Finding.Attention(() => Words.HealthMasterKeyIsUnfit(master.FilePath), () => Words.HealthMasterKeyIsUnfitRemedy) with { Fault = unfit }
            : Finding.Well(() => Words.HealthKeyRingOpens(keys.Count)));
    }
}

using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>The keys of the ring.</summary>
public static class RingKeys
{
    // Four bytes that are always the same, then the id of the key
    // (https://learn.microsoft.com/aspnet/core/security/data-protection/implementation/authenticated-encryption-details).
    private const int Header = 4;
    private const int IdBytes = 16;

    /// <summary>The id of the key of the ring under which data protection would protect something now.</summary>
    public static Guid IdInUse(this IDataProtectionProvider provider) =>
        IdOf(provider.CreateProtector("Portal.RingKeys").Protect([]));

    private static Guid IdOf(byte[] sealedBytes) => new(sealedBytes.AsSpan(Header, IdBytes));

    /// <summary>
    /// The ids of the keys that the oldest authenticator and the newest one need: a ring that was lost or replaced lacks both, one from an
    /// older copy the newest.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> NeededAsync(PortalDbContext db, CancellationToken cancellationToken = default)
    {
        var ofOldest = await db.Authenticators.OrderBy(row => row.Id).Select(row => row.ProtectedKey).FirstOrDefaultAsync(cancellationToken);
        var ofNewest = await db.Authenticators.OrderByDescending(row => row.Id).Select(row => row.ProtectedKey).FirstOrDefaultAsync(cancellationToken);

        // What is too short to name a key is opened by none.
        return [.. new[] { ofOldest, ofNewest }.Where(sealedKey => sealedKey?.Length >= Header + IdBytes).Select(sealedKey => IdOf(sealedKey!)).Distinct()];
    }

    /// <summary>Whether a key can be read under the master key. Data protection would pass over one that cannot, and go on with a new one.</summary>
    public static bool Opens(this IKey key)
    {
        try
        {
            return key.IsRevoked || key.CreateEncryptor() is not null;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}

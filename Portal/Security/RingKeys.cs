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

    /// <summary>The id of the key of the ring under which data protection has protected something.</summary>
    public static Guid IdOf(ReadOnlySpan<byte> sealedBytes) => new(sealedBytes.Slice(Header, IdBytes));

    /// <summary>Whether the database holds what only a key of the ring opens: without one all of that is lost.</summary>
    public static async Task<bool> AreNeededAsync(PortalDbContext db) =>
        await db.Authenticators.AnyAsync() || await db.SingleSignOns.AnyAsync(row => row.ProtectedSecret != null);

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

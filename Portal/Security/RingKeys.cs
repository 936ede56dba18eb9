using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection.KeyManagement;

namespace Portal.Security;

/// <summary>The keys of the ring.</summary>
public static class RingKeys
{
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

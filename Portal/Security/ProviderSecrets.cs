using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Portal.Data;

namespace Portal.Security;

/// <summary>Client secrets of single sign-on at rest: each encrypted for its own account. Written by people, and shown to nobody again.</summary>
public sealed class ProviderSecrets(IDataProtectionProvider protection, ILogger<ProviderSecrets> log)
{
    /// <summary>Encrypts the secret of an account's client.</summary>
    public byte[] Protect(Guid accountId, string secret) => For(accountId).Protect(Encoding.UTF8.GetBytes(secret));

    /// <summary>Opens it; <see langword="null"/> where there is none, or it cannot be read: the provider then says no.</summary>
    public string? Open(SingleSignOn settings)
    {
        try
        {
            return settings.ProtectedSecret is { } kept ? Encoding.UTF8.GetString(For(settings.AccountId).Unprotect(kept)) : null;
        }
        catch (CryptographicException failure)
        {
            log.LogError(failure, "The client secret of account {AccountId} cannot be read; it has to be entered anew", settings.AccountId);
            return null;
        }
    }

    private IDataProtector For(Guid accountId) => protection.CreateProtector("Portal.SingleSignOnSecret", accountId.ToString("N"));
}

using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Authenticator keys at rest: each encrypted for its own row, so that a swapped or an older blob does not open.</summary>
public sealed class KeyProtection(IDataProtectionProvider provider, ILogger<KeyProtection> log)
{
    /// <summary>Encrypts the confirmed key of an operator.</summary>
    public byte[] Protect(Guid accountId, Guid operatorId, Guid authenticatorId, int generation, AuthenticatorKey key) =>
        For(accountId, operatorId, authenticatorId, generation).Protect(key.ToBytes());

    /// <summary>Encrypts a key that no code has proven yet.</summary>
    public byte[] ProtectPending(Guid accountId, Guid operatorId, Guid pendingId, AuthenticatorKey key) =>
        For(accountId, operatorId, pendingId, generation: 0).Protect(key.ToBytes());

    /// <summary>Opens a confirmed key. No is an answer: whoever asks must then refuse, never go on without a code.</summary>
    public bool TryUnprotect(Authenticator row, [NotNullWhen(true)] out AuthenticatorKey? key) =>
        TryOpen(For(row.AccountId, row.OperatorId, row.Id, row.Generation), row.ProtectedKey, row.Id, out key);

    /// <summary>Opens a pending key.</summary>
    public bool TryUnprotect(PendingKey row, [NotNullWhen(true)] out AuthenticatorKey? key) =>
        TryOpen(For(row.AccountId, row.OperatorId, row.Id, generation: 0), row.ProtectedKey, row.Id, out key);

    private IDataProtector For(Guid accountId, Guid operatorId, Guid rowId, int generation) => provider.CreateProtector(
        "Portal.AuthenticatorKey", accountId.ToString("N"), operatorId.ToString("N"), rowId.ToString("N"), $"generation {generation}");

    private bool TryOpen(IDataProtector protector, byte[] sealedKey, Guid rowId, [NotNullWhen(true)] out AuthenticatorKey? key)
    {
        try
        {
            key = AuthenticatorKey.FromBytes(protector.Unprotect(sealedKey));
            return true;
        }
        catch (Exception failure) when (failure is CryptographicException or ArgumentException)
        {
            log.LogError(failure, "The key of authenticator {AuthenticatorId} cannot be read; the operator is refused until it can, or is reset", rowId);
            key = null;
            return false;
        }
    }
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Ten recovery codes that were made just now, with what is kept of them. The only place where they stand in the clear.</summary>
public sealed class RecoveryCodeSet
{
    internal RecoveryCodeSet(IReadOnlyList<RecoveryCode> codes, byte[] salt, IReadOnlyList<byte[]> hashes) =>
        (Codes, Salt, Hashes) = (codes, salt, hashes);

    /// <summary>The codes, to be shown once.</summary>
    public IReadOnlyList<RecoveryCode> Codes { get; }

    /// <summary>What is kept with the authenticator: the rounds, then 128 random bits.</summary>
    internal byte[] Salt { get; }

    /// <summary>What is kept of each code.</summary>
    internal IReadOnlyList<byte[]> Hashes { get; }
}

/// <summary>A recovery code that somebody presented, hashed and ready to be spent. It says nothing about whether it is right.</summary>
/// <param name="AuthenticatorId">The authenticator it would belong to.</param>
/// <param name="Hash">Its hash under that authenticator's salt.</param>
public sealed record PresentedRecoveryCode(Guid AuthenticatorId, byte[] Hash);

/// <summary>Recovery codes at rest: makes them, decides whether one is right and still there, and counts those that are.</summary>
/// <remarks>
/// They carry less than 112 bits, so they are kept as passwords are (OWASP ASVS 5.0, 6.5.2). One salt serves a set: one try then
/// costs one hash and not ten. Hashing is slow on purpose, so both <see cref="MakeAsync"/> and <see cref="PresentAsync"/> come
/// before the transaction that writes, in which nobody must wait.
/// </remarks>
public sealed class RecoveryCodes(IOptions<PasswordHasherOptions> passwords, TimeProvider clock)
{
    private const int HashLength = 32;
    private const int SaltLength = 16;

    /// <summary>Makes ten codes. Nothing is kept before <see cref="GiveAsync"/>.</summary>
    public Task<RecoveryCodeSet> MakeAsync() => Task.Run(() =>
    {
        var codes = Enumerable.Range(0, RecoveryCode.InASet).Select(_ => RecoveryCode.Create()).ToList();
        var salt = NewSalt();
        return new RecoveryCodeSet(codes, salt, [.. codes.AsParallel().AsOrdered().Select(code => HashOf(code, salt))]);
    });

    /// <summary>Gives a set to an authenticator within the acting transaction. Those it had before are void.</summary>
    public static async Task GiveAsync(PortalDbContext db, Authenticator authenticator, RecoveryCodeSet set)
    {
        await db.RecoveryCodes.Where(row => row.AuthenticatorId == authenticator.Id).ExecuteDeleteAsync();
        (authenticator.RecoverySalt, authenticator.RecoveryCodesSavedAt) = (set.Salt, null);
        db.RecoveryCodes.AddRange(set.Hashes.Select(hash => new RecoveryCodeRow
        {
            AccountId = authenticator.AccountId,
            OperatorId = authenticator.OperatorId,
            AuthenticatorId = authenticator.Id,
            Hash = hash,
        }));
    }

    /// <summary>Whether a set is the one that an authenticator has now.</summary>
    public static bool IsOf(Authenticator authenticator, RecoveryCodeSet set) =>
        authenticator.RecoverySalt is { } salt && CryptographicOperations.FixedTimeEquals(salt, set.Salt);

    /// <summary>Hashes what somebody presented; <see langword="null"/> when it cannot be a code, or the operator has none.</summary>
    public async Task<PresentedRecoveryCode?> PresentAsync(PortalDbContext db, Guid operatorId, string? input)
    {
        if (!RecoveryCode.TryParse(input, out var code))
        {
            return null;
        }

        var kept = await db.Authenticators.AsNoTracking()
            .Where(authenticator => authenticator.OperatorId == operatorId && authenticator.RecoverySalt != null)
            .Select(authenticator => new { authenticator.Id, Salt = authenticator.RecoverySalt! })
            .SingleOrDefaultAsync();
        return kept is null ? null : new(kept.Id, await Task.Run(() => HashOf(code, kept.Salt)));
    }

    /// <summary>
    /// Spends a code within the acting transaction. Yes means that it was one of the operator's and had not been used; one
    /// conditional update decides, so that of many at once exactly one is told yes.
    /// </summary>
    public async Task<bool> SpendAsync(PortalDbContext db, Guid operatorId, PresentedRecoveryCode presented)
    {
        var now = clock.GetUtcNow();
        var spent = await db.RecoveryCodes
            .Where(row => row.OperatorId == operatorId && row.AuthenticatorId == presented.AuthenticatorId)
            .Where(row => row.Hash == presented.Hash && row.SpentAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.SpentAt, now));
        return spent == 1;
    }

    /// <summary>How many codes an operator has left.</summary>
    public static Task<int> LeftAsync(PortalDbContext db, Guid operatorId) =>
        db.RecoveryCodes.CountAsync(row => row.OperatorId == operatorId && row.SpentAt == null);

    // The rounds stand in front of the salt: when they are raised one day, codes that are in a drawer still work.
    private byte[] NewSalt()
    {
        var salt = new byte[sizeof(int) + SaltLength];
        BinaryPrimitives.WriteInt32BigEndian(salt, passwords.Value.IterationCount);
        RandomNumberGenerator.Fill(salt.AsSpan(sizeof(int)));
        return salt;
    }

    private static byte[] HashOf(RecoveryCode code, byte[] salt) => Rfc2898DeriveBytes.Pbkdf2(
        Encoding.ASCII.GetBytes(code.Value), salt, BinaryPrimitives.ReadInt32BigEndian(salt), HashAlgorithmName.SHA512, HashLength);
}

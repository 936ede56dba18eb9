using System.Security.Cryptography;
using OtpNet;

namespace Portal.Domain;

/// <summary>The shared secret of an authenticator app: 160 random bits (RFC 4226 §4, R6).</summary>
/// <remarks>Its <see cref="ToString"/> never shows the secret, so that no log line can.</remarks>
public sealed class AuthenticatorKey
{
    /// <summary>Length of a key in bytes.</summary>
    public const int Length = 20;

    private readonly byte[] bytes;

    private AuthenticatorKey(byte[] bytes) => this.bytes = bytes;

    /// <summary>A new key from the system's random generator.</summary>
    public static AuthenticatorKey Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>A key that was stored.</summary>
    /// <exception cref="ArgumentException">The bytes are not a key: their number is wrong.</exception>
    public static AuthenticatorKey FromBytes(ReadOnlySpan<byte> stored) => stored.Length == Length
        ? new(stored.ToArray())
        : throw new ArgumentException($"A key has {Length} bytes.", nameof(stored));

    /// <summary>The key in Base32 (RFC 4648 §6), 32 characters without padding, as apps take it.</summary>
    public string ToBase32() => Base32Encoding.ToString(bytes).TrimEnd('=');

    /// <summary>The Base32 form in groups of four, as a person copies it by hand.</summary>
    public IReadOnlyList<string> ToGroups() => [.. ToBase32().Chunk(4).Select(group => new string(group))];

    /// <summary>The raw bytes, for encryption and verification only.</summary>
    public byte[] ToBytes() => [.. bytes];

    /// <inheritdoc />
    public override string ToString() => "AuthenticatorKey(secret)";
}

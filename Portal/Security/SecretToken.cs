using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Portal.Security;

/// <summary>A random secret that a browser carries and of which only a hash is kept.</summary>
/// <param name="Value">256 random bits in Base64url (RFC 4648 §5).</param>
public sealed record SecretToken(string Value)
{
    /// <summary>A new secret.</summary>
    public static SecretToken Create() => new(WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32)));

    /// <summary>What is kept: SHA-256. A secret of full entropy needs no salt and no stretching.</summary>
    public byte[] Hash() => HashOf(Value);

    /// <summary>The hash of a secret that a browser presents.</summary>
    public static byte[] HashOf(string presented) => SHA256.HashData(Encoding.UTF8.GetBytes(presented));

    /// <inheritdoc />
    public override string ToString() => "SecretToken(secret)";
}

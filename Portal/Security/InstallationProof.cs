using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Security;

/// <summary>How an installation recognizes itself at the other end of an address: whoever answers a number with the right code has its master key.</summary>
public sealed class InstallationProof(MasterKey master)
{
    /// <summary>The header that carries the number there and the code back.</summary>
    public const string Header = "Portal-Proof";

    private const int Longest = 64;

    private readonly byte[] key = master.DeriveKey("Portal.InstallationProof");

    /// <summary>A number that nobody has seen before: 128 bits.</summary>
    public static string NewNumber() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));

    /// <summary>The code that answers a number (HMAC-SHA256); <see langword="null"/> for what is none.</summary>
    public string? CodeFor(string? number) => number is { Length: > 0 and <= Longest }
        ? Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(number)))
        : null;
}

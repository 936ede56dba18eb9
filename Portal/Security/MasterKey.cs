using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Security;

/// <summary>The key under which the ring of data-protection keys is kept. It is a file, never in the database.</summary>
/// <remarks>
/// A line in Base64. Below it stand the keys that it took the place of, the last one first: they open what is older, such as backups and
/// the seals of the record, and nothing is made under them any more.
/// </remarks>
public sealed class MasterKey
{
    private const int KeyBytes = 32;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private IReadOnlyList<byte[]> keys;

    /// <summary>Reads the file; makes it, for its owner's eyes only, when the installation is new.</summary>
    /// <exception cref="InvalidDataException">The file is no master key, is open to others, or is gone while what it encrypted is there.</exception>
    public MasterKey(IOptions<PortalOptions> options, IOptions<DatabaseOptions> database, DataDirectory directory)
    {
        var named = options.Value.MasterKeyFile;
        FilePath = directory.Resolve(named.Length > 0 ? named : "master.key");
        if (!File.Exists(FilePath))
        {
            // A new key cannot open an old ring: with one there, the file was lost or the path is wrong.
            if (named.Length > 0 || Directory.Exists(RingPath(directory)) && Directory.EnumerateFiles(RingPath(directory)).Any())
            {
                throw new InvalidDataException($"The master key {FilePath} is missing. Put the file back; without it nothing that was encrypted can be read.");
            }

            // Each node would make one of its own, and none could read what another wrote.
            if (database.Value.Known == DatabaseProvider.Postgres)
            {
                throw new InvalidDataException(
                    $"The master key {FilePath} is missing. Nodes that share a database share it: copy it from another node. For a new installation make it once: (umask 077; openssl rand -base64 32 > {FilePath})");
            }

            Create(FilePath, [RandomNumberGenerator.GetBytes(KeyBytes)]);
        }

        keys = Read(FilePath);
    }

    /// <summary>Where the file is.</summary>
    public string FilePath { get; }

    /// <summary>Where the ring that it encrypts is.</summary>
    public static string RingPath(DataDirectory directory) => directory.Resolve("keys");

    /// <summary>A key of 32 bytes for one purpose, that tells nothing of this one (HKDF, RFC 5869).</summary>
    public byte[] DeriveKey(string purpose) => DeriveKeys(purpose)[0];

    /// <summary>As <see cref="DeriveKey"/>, and after it those of the former keys, the last one first: for looking at what is older.</summary>
    public IReadOnlyList<byte[]> DeriveKeys(string purpose) =>
        [.. keys.Select(key => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, info: System.Text.Encoding.ASCII.GetBytes(purpose)))];

    /// <summary>What keeps the next start from having the same keys as this one; <see langword="null"/> for nothing.</summary>
    public Exception? FindFault()
    {
        try
        {
            return Read(FilePath).Zip(keys).All(pair => CryptographicOperations.FixedTimeEquals(pair.First, pair.Second))
                ? null
                : new InvalidDataException($"The master key {FilePath} is another than that with which the program was started.");
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return fault;
        }
    }

    /// <summary>Puts a new key in the place of the present one, which becomes a former one. At every moment the file is the one or the other.</summary>
    /// <exception cref="UnauthorizedAccessException">The file or its folder cannot be written to.</exception>
    public void Rotate()
    {
        IReadOnlyList<byte[]> rotated = [RandomNumberGenerator.GetBytes(KeyBytes), .. keys];
        var beside = FilePath + ".new";
        File.Delete(beside);
        Create(beside, rotated);
        File.Move(beside, FilePath, overwrite: true);

        // The new name too has to be on the disk before anything is encrypted under the new key: a power failure would bring the former file back.
        using (var file = new FileStream(FilePath, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        keys = rotated;
    }

    /// <summary>Encrypts with AES-256-GCM (NIST SP 800-38D): nonce, tag, ciphertext.</summary>
    public byte[] Encrypt(ReadOnlySpan<byte> plain)
    {
        var sealedBytes = new byte[NonceBytes + TagBytes + plain.Length];
        var nonce = sealedBytes.AsSpan(0, NonceBytes);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(keys[0], TagBytes);
        aes.Encrypt(nonce, plain, sealedBytes.AsSpan(NonceBytes + TagBytes), sealedBytes.AsSpan(NonceBytes, TagBytes));
        return sealedBytes;
    }

    /// <summary>Opens what <see cref="Encrypt"/> sealed, now or under a former key.</summary>
    /// <exception cref="CryptographicException">Another key, or changed bytes.</exception>
    public byte[] Decrypt(ReadOnlySpan<byte> sealedBytes)
    {
        if (sealedBytes.Length < NonceBytes + TagBytes)
        {
            throw new CryptographicException("Too short to have been sealed.");
        }

        var plain = new byte[sealedBytes.Length - NonceBytes - TagBytes];
        foreach (var key in keys)
        {
            try
            {
                using var aes = new AesGcm(key, TagBytes);
                aes.Decrypt(sealedBytes[..NonceBytes], sealedBytes[(NonceBytes + TagBytes)..], sealedBytes.Slice(NonceBytes, TagBytes), plain);
                return plain;
            }
            catch (AuthenticationTagMismatchException)
            {
                // That of a former key, perhaps.
            }
        }

        throw new CryptographicException("It was sealed under another key, or changed.");
    }

    private static void Create(string path, IReadOnlyList<byte[]> keys)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var file = new FileStream(path, options);
        file.Write(System.Text.Encoding.ASCII.GetBytes(string.Concat(keys.Select(key => $"{Convert.ToBase64String(key)}\n"))));
        file.Flush(flushToDisk: true);
    }

    private static List<byte[]> Read(string path)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(UnixFileMode.UserRead | UnixFileMode.UserWrite)) != 0)
        {
            throw new InvalidDataException($"The master key {path} can be read by others. Run: chmod 600 {path}");
        }

        var lines = File.ReadAllLines(path).Select(line => line.Trim()).Where(line => line.Length > 0).ToList();
        var keys = lines.Select(KeyOf).OfType<byte[]>().ToList();
        return keys.Count == lines.Count && keys.Count > 0
            ? keys
            : throw new InvalidDataException($"{path} is not a master key: it must hold {KeyBytes} bytes in Base64.");
    }

    private static byte[]? KeyOf(string line)
    {
        var bytes = new byte[KeyBytes];
        return Convert.TryFromBase64String(line, bytes, out var length) && length == KeyBytes ? bytes : null;
    }
}

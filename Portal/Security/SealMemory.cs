using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Portal.Data;

namespace Portal.Security;

/// <summary>The last seal that this node made.</summary>
/// <param name="Number">Its number.</param>
/// <param name="At">When it was made.</param>
/// <param name="Mac">Its MAC.</param>
public sealed record RememberedSeal(long Number, DateTimeOffset At, byte[] Mac)
{
    /// <summary>Whether a row of the database is this seal.</summary>
    public bool Is(AuditSeal? seal) => seal is not null && seal.Number == Number && CryptographicOperations.FixedTimeEquals(seal.Mac, Mac);
}

/// <summary>
/// Remembers the last seal in a file of the data directory: whoever cuts the end of the record off in the database, seals and all,
/// leaves the memory of it. Each node has its own, which may be behind the database and is never ahead of it.
/// </summary>
/// <remarks>One line: number, Unix milliseconds, the seal's MAC, and an HMAC-SHA256 over these, both in hexadecimal.</remarks>
public sealed class SealMemory(MasterKey master, DataDirectory directory)
{
    private const string Form = "Portal last seal, form 1";

    private readonly Lock turn = new();

    /// <summary>Where the file is.</summary>
    public string FilePath { get; } = directory.Resolve("last-seal");

    /// <summary>What is remembered; <see langword="null"/> when there is no file.</summary>
    /// <exception cref="InvalidDataException">The file is not one that this installation wrote.</exception>
    public RememberedSeal? Read()
    {
        if (!File.Exists(FilePath))
        {
            return null;
        }

        var parts = File.ReadAllText(FilePath).TrimEnd().Split(' ');
        return parts.Length == 4
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            && MacsOf($"{parts[0]} {parts[1]} {parts[2]}").Any(mac => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(parts[3]), Encoding.UTF8.GetBytes(mac)))
            ? new(number, DateTimeOffset.FromUnixTimeMilliseconds(at), Convert.FromHexString(parts[2]))
            : throw new InvalidDataException($"{FilePath} was changed, or was not written under this master key.");
    }

    /// <summary>Remembers a seal that is committed, unless a later one is remembered already.</summary>
    /// <exception cref="InvalidDataException">The file is not one that this installation wrote.</exception>
    public void Write(AuditSeal seal)
    {
        lock (turn)
        {
            if (Read()?.Number >= seal.Number)
            {
                return;
            }

            var said = string.Create(CultureInfo.InvariantCulture, $"{seal.Number} {seal.At.ToUnixTimeMilliseconds()} {Convert.ToHexString(seal.Mac)}");
            var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            // Beside the file first, and on the disk: whatever happens, there is the former memory or the new one.
            var beside = FilePath + ".new";
            using (var file = new FileStream(beside, options))
            {
                file.Write(Encoding.ASCII.GetBytes($"{said} {MacsOf(said)[0]}\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(beside, FilePath, overwrite: true);
        }
    }

    /// <summary>Remembers nothing any more: the record is another one from now on, and whoever made it so has said it in the record itself.</summary>
    public void Forget()
    {
        lock (turn)
        {
            File.Delete(FilePath);
        }
    }

    // The first is that of the present master key; the others are those of former ones.
    private IReadOnlyList<string> MacsOf(string said) =>
        [.. master.DeriveKeys("last audit seal").Select(key => Convert.ToHexString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Form}\n{said}"))))];
}

using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Portal.Data;

namespace Portal.Audit;

/// <summary>
/// Works out the MAC of one seal (HMAC-SHA256, RFC 2104) entry by entry, so that it never holds more than one. What goes in has
/// one form only: numbers have a fixed width, texts say their length first, and nothing is not the same as empty.
/// </summary>
public sealed class SealMac : IDisposable
{
    /// <summary>Bytes of a MAC.</summary>
    public const int Bytes = HMACSHA256.HashSizeInBytes;

    private const string Form = "Portal audit seal, form 1";
    private const int Nothing = -1;

    private readonly IncrementalHash mac;
    private readonly ArrayBufferWriter<byte> part = new();

    /// <param name="key">The key of seals.</param>
    /// <param name="seal">What the seal says of itself; its own MAC is not looked at.</param>
    /// <param name="before">The MAC of the seal before; empty for the first.</param>
    public SealMac(byte[] key, AuditSeal seal, byte[] before)
    {
        mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Write(Form);
        Write(seal.Number);
        Write(seal.FirstEntry);
        Write(seal.LastEntry);
        Write(seal.Count);
        Write(seal.At.ToUnixTimeMilliseconds());
        Write(before);
        Pass();
    }

    /// <summary>Takes in the next entry, whole.</summary>
    public void Add(AuditEntry entry)
    {
        Write(entry.Id);
        Write(entry.AccountId);
        Write(entry.At.ToUnixTimeMilliseconds());
        Write(entry.Action);
        Write(entry.Refused);
        Write(entry.ActorId);
        Write(entry.ActorName);
        Write(entry.SessionId);
        Write(entry.SubjectId);
        Write(entry.SubjectName);
        Write(entry.Before);
        Write(entry.After);
        Write(entry.Reason);
        Write(entry.Address);
        Write(entry.UserAgent);
        Pass();
    }

    /// <summary>The MAC of all that was taken in.</summary>
    public byte[] Finish() => mac.GetHashAndReset();

    /// <inheritdoc />
    public void Dispose() => mac.Dispose();

    private void Write(long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(part.GetSpan(sizeof(long)), number);
        part.Advance(sizeof(long));
    }

    private void Write(string? text)
    {
        if (text is null)
        {
            Write((long)Nothing);
            return;
        }

        var length = Encoding.UTF8.GetByteCount(text);
        Write((long)length);
        Encoding.UTF8.GetBytes(text, part.GetSpan(length));
        part.Advance(length);
    }

    private void Write(byte[] bytes)
    {
        Write((long)bytes.Length);
        part.Write(bytes);
    }

    private void Write(Guid? id) => Write(id?.ToString("D"));

    private void Pass()
    {
        mac.AppendData(part.WrittenSpan);
        part.ResetWrittenCount();
    }
}

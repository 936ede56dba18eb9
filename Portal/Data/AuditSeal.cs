namespace Portal.Data;

/// <summary>A seal over consecutive entries of the record and the seal before it. Whoever lacks the master key cannot make one.</summary>
public sealed class AuditSeal
{
    /// <summary>Counted from 1, without a gap.</summary>
    public long Number { get; init; }

    /// <summary>The id of the first entry under it.</summary>
    public long FirstEntry { get; init; }

    /// <summary>The id of the last entry under it.</summary>
    public long LastEntry { get; init; }

    /// <summary>How many entries are under it.</summary>
    public int Count { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>HMAC-SHA256 (RFC 2104), 32 bytes, over this row, the entries and the seal before.</summary>
    public required byte[] Mac { get; init; }
}

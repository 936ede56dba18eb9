namespace Portal.Data;

/// <summary>A data-protection key, or its revocation, encrypted under the master key. Where several nodes share a database they share these.</summary>
public sealed class KeyRingRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    /// <summary>What data protection calls it.</summary>
    public required string Name { get; init; }

    /// <summary>The element, as data protection wrote it.</summary>
    public required string Xml { get; init; }
}

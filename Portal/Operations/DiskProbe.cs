using Microsoft.Data.Sqlite;
using Portal.Data;
using Portal.Texts;

namespace Portal.Operations;

/// <summary>The room that is left where the data directory is, and where the file of SQLite is.</summary>
public sealed class DiskProbe(DataDirectory directory, PortalContexts contexts) : Probe
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Below so many bytes somebody has to make room.</summary>
    public const long Little = 500 * Megabyte;

    /// <summary>Below so many bytes writing is about to fail.</summary>
    public const long None = 50 * Megabyte;

    /// <summary>How many bytes are free; tests have less.</summary>
    public Func<string, long> FreeBytes { get; init; } = path => new DriveInfo(path).AvailableFreeSpace;

    /// <inheritdoc />
    public override string Id => "disk";

    /// <inheritdoc />
    public override string Name => Words.HealthDisk;

    /// <inheritdoc />
    public override Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var (path, free) = Folders().Select(folder => (folder, FreeBytes(folder))).MinBy(place => place.Item2);
        string Says() => Words.HealthDiskFree((int)Math.Min(free / Megabyte, int.MaxValue), path);
        string Remedy() => Words.HealthDiskRemedy;
        return Task.FromResult(free switch
        {
            < None => Finding.Broken(Says, Remedy),
            < Little => Finding.Attention(Says, Remedy),
            _ => Finding.Well(Says),
        });
    }

    private IEnumerable<string> Folders()
    {
        yield return directory.Path;
        if (!contexts.Engine.IsShared)
        {
            yield return Path.GetDirectoryName(new SqliteConnectionStringBuilder(contexts.Engine.ConnectionString).DataSource)!;
        }
    }
}

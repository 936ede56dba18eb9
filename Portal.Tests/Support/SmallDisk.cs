namespace Portal.Tests.Support;

/// <summary>A disk of a few megabytes, in memory, that a test may fill up or make read-only.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int Megabytes = 32;

    private readonly string folder = RunFolder.NewPath();

    private SmallDisk() => Directory.CreateDirectory(folder);

    /// <summary>Where it is.</summary>
    public string Path => folder;

    private string Ballast => System.IO.Path.Combine(folder, "ballast");

    /// <summary>Mounts one.</summary>
    /// <exception cref="InvalidOperationException">This is not Linux, or the tests do not run as root.</exception>
    public static async Task<SmallDisk> MountAsync()
    {
        var disk = new SmallDisk();
        try
        {
            await Command.RunAsync("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "tmpfs", disk.folder);
        }
        catch (InvalidOperationException refused)
        {
            throw new InvalidOperationException("A disk to fill up could not be mounted: run the tests as root, on Linux.", refused);
        }

        return disk;
    }

    /// <summary>Takes all the room there is.</summary>
    public void Fill()
    {
        try
        {
            using var file = File.Create(Ballast, bufferSize: 1);
            var block = new byte[4096];
            while (true)
            {
                file.Write(block);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Free() => File.Delete(Ballast);

    /// <summary>Lets nobody write to it, root neither. Nobody may have a file of it open for that.</summary>
    public Task MakeReadOnlyAsync() => Command.RunAsync("mount", "-o", "remount,ro", folder);

    /// <inheritdoc />
    public async ValueTask DisposeAsync() => await Command.RunAsync("umount", "--lazy", folder);
}

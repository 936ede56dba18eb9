using System.Reflection;

namespace Portal.Tests.Support;

/// <summary>
/// A folder for what a run of the tests writes, gone when the run ends. Folders are not deleted one by one: a page that is
/// still being told of a change may write to its database for a moment after its test is over.
/// </summary>
public static class RunFolder
{
    // A new database for each test is some hundred files that come and go: on a disk they take more than a quarter of what such tests take.
    private const string InMemory = "/dev/shm";
    private const long Room = 10L << 30;
    private const string Prefix = "portal-tests-";
    private const string Sign = "running";

    private static readonly string Disk = Path.GetTempPath();
    private static readonly string Place = IsMeasured || !HasRoom(InMemory) ? Disk : InMemory;
    private static readonly Lazy<Root> Main = new(() => new(Place));
    private static readonly Lazy<Root> OnDisk = new(() => Place == Disk ? Main.Value : new(Disk));

    // What is measured is measured where a database stands.
    private static bool IsMeasured => Assembly.GetEntryAssembly() != typeof(RunFolder).Assembly;

    /// <summary>A path that nobody else uses; nothing is there yet.</summary>
    public static string NewPath() => Main.Value.NewPath();

    /// <summary>The same on a disk, for what is about the disk.</summary>
    public static string NewPathOnDisk() => OnDisk.Value.NewPath();

    /// <summary>A new folder outside of that, for a program that runs as somebody else and deletes it itself.</summary>
    /// <param name="name">What its name begins with.</param>
    /// <param name="onDisk">Whether it has to be on a disk.</param>
    public static string NewPlace(string name, bool onDisk) => Create(onDisk ? Disk : Place, $"{name}-");

    private static bool HasRoom(string folder) =>
        Directory.Exists(folder) && new DriveInfo(folder).AvailableFreeSpace >= Room && GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >= 2 * Room;

    private static string Create(string place, string prefix)
    {
        var path = Path.Combine(place, $"{prefix}{Guid.CreateVersion7():N}");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path).FullName
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    private sealed class Root : IDisposable
    {
        private readonly string folder;
        private readonly FileStream sign;

        public Root(string place)
        {
            foreach (var left in Directory.EnumerateDirectories(place, $"{Prefix}*").Where(IsOfARunThatWasKilled))
            {
                Delete(left);
            }

            folder = Create(place, Prefix);
            sign = new(Path.Combine(folder, Sign), FileMode.CreateNew, FileAccess.Write, FileShare.None);
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
        }

        public string NewPath() => Path.Combine(folder, Guid.CreateVersion7().ToString("N"));

        public void Dispose()
        {
            sign.Dispose();
            Delete(folder);
        }

        // Of one that runs, the file is locked; of one that has just begun, it is not there yet.
        private static bool IsOfARunThatWasKilled(string folder)
        {
            try
            {
                using var sign = new FileStream(Path.Combine(folder, Sign), FileMode.Open, FileAccess.Write, FileShare.None);
                return true;
            }
            catch (Exception running) when (running is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }

        private static void Delete(string folder)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
            {
                // Something still wrote to it while it went. What is left goes with the next run.
            }
        }
    }
}

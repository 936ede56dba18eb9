namespace Portal.Operations;

/// <summary>Databases that a command works in until they are whole, by a name that nobody else gives: one that is killed leaves its own behind.</summary>
internal static class WorkFiles
{
    // What SQLite keeps beside a database.
    private static readonly string[] Parts = ["", "-wal", "-shm", "-journal"];

    /// <summary>A new name for one, in a folder.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="what">What it is for.</param>
    public static string NewPath(string folder, string what) => Path.Combine(folder, $"{what}-{Guid.NewGuid():N}.tmp");

    /// <summary>Deletes one, and what SQLite keeps beside it.</summary>
    public static void Delete(string path) => Array.ForEach(Parts, part => File.Delete(path + part));

    /// <summary>Deletes what was left behind, and nothing that somebody named so; what is not to be deleted stays.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="what">What it was for.</param>
    /// <param name="before">The last time at which it was written to; a younger one may be at work.</param>
    public static void DeleteLeft(string folder, string what, DateTimeOffset before)
    {
        foreach (var file in Directory.EnumerateFiles(folder, $"{what}-*").Where(file => IsOurs(file, what) && File.GetLastWriteTimeUtc(file) <= before.UtcDateTime))
        {
            try
            {
                File.Delete(file);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // It costs room, and keeps nobody from going on.
            }
        }
    }

    private static bool IsOurs(string file, string what) => Guid.TryParseExact(Path.GetFileName(file)[(what.Length + 1)..].Split('.')[0], "N", out _);
}

namespace Portal.Tests.Support;

/// <summary>
/// A folder for what a run of the tests writes, gone when the run ends. Folders are not deleted one by one: a page that is
/// still being told of a change may write to its database for a moment after its test is over.
/// </summary>
public static class RunFolder
{
    private static readonly string Root = Directory.CreateTempSubdirectory("portal-tests-").FullName;

    static RunFolder() => AppDomain.CurrentDomain.ProcessExit += (_, _) => Delete();

    /// <summary>A path that nobody else uses; nothing is there yet.</summary>
    public static string NewPath() => Path.Combine(Root, Guid.CreateVersion7().ToString("N"));

    private static void Delete()
    {
        try
        {
            Directory.Delete(Root, recursive: true);
        }
        catch (IOException)
        {
            // Something still wrote to it while it went. What is left is in the system's folder for such things.
        }
    }
}

namespace Portal.Tests.Support;

/// <summary>Programs that tests need and that Debian packages bring.</summary>
public static class DebianPackages
{
    private static readonly SemaphoreSlim OneAtATime = new(1);
    private static readonly Dictionary<string, string> Failed = [];
    private static bool _listsAreFresh;

    /// <summary>Sees to it that <paramref name="command"/> can be run, by installing <paramref name="package"/> where that is possible.</summary>
    /// <exception cref="InvalidOperationException">The command is missing and cannot be installed from here.</exception>
    public static Task EnsureAsync(string command, string package) => EnsureAsync(() => Command.IsOnPath(command), command, package);

    /// <summary>Sees to it that something is there, by installing <paramref name="package"/> where that is possible.</summary>
    /// <param name="isThere">Whether it is.</param>
    /// <param name="what">What it is called.</param>
    /// <param name="package">What brings it.</param>
    /// <exception cref="InvalidOperationException">It is missing and cannot be installed from here.</exception>
    public static async Task EnsureAsync(Func<bool> isThere, string what, string package)
    {
        if (isThere())
        {
            return;
        }

        await OneAtATime.WaitAsync();
        try
        {
            // Another test may have installed it while this one waited, or have failed to: once is enough.
            if (!isThere())
            {
                if (!Failed.TryGetValue(package, out var why))
                {
                    await InstallAsync(isThere, what, package);
                }
                else
                {
                    throw new InvalidOperationException(why);
                }
            }
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    private static async Task InstallAsync(Func<bool> isThere, string what, string package)
    {
        if (!Environment.IsPrivilegedProcess || !File.Exists("/etc/debian_version") || !Command.IsOnPath("apt-get"))
        {
            throw new InvalidOperationException($"This test needs {what}: install the package {package} (on Debian: apt-get install {package}).");
        }

        // Test runs side by side wait for each other's apt-get instead of failing on its lock.
        const string patience = "DPkg::Lock::Timeout=300";
        if (!_listsAreFresh)
        {
            await AptGetAsync(package, "-o", patience, "-q", "update");
            _listsAreFresh = true;
        }

        await AptGetAsync(package, "-o", patience, "-q", "-y", "install", package);

        if (!isThere())
        {
            throw new InvalidOperationException($"The package {package} is installed and brought no {what}.");
        }
    }

    private static async Task AptGetAsync(string package, params string[] arguments)
    {
        try
        {
            await Command.RunAsync("apt-get", arguments);
        }
        catch (InvalidOperationException failure)
        {
            // Of the many lines that apt-get writes the first error says what is wrong.
            var lines = failure.Message.Split('\n');
            var why = lines.FirstOrDefault(line => line.Contains("E: ", StringComparison.Ordinal)) ?? lines[0];
            Failed[package] = $"The tests need the package {package}, which could not be installed. {why}";
            throw new InvalidOperationException(Failed[package], failure);
        }
    }
}

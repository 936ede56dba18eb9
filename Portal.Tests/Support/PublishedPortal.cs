using System.Diagnostics;
using System.Text;

namespace Portal.Tests.Support;

/// <summary>
/// The program as it is installed: published once to a folder of its own, and started as a process from elsewhere. It is what
/// was built with the tests: nothing is compiled a second time.
/// </summary>
public sealed class PublishedPortal : IAsyncLifetime
{
#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    // Once for all classes that ask for it.
    private static readonly Lazy<Task<string>> Folder = new(PublishAsync);

    private string folder = "";

    /// <summary>Where the program is.</summary>
    public string Program => Path.Combine(folder, "Portal.dll");

    /// <inheritdoc />
    public async ValueTask InitializeAsync() => folder = await Folder.Value;

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>A new folder for an installation's data.</summary>
    public static string NewDataDirectory() => RunFolder.NewPath();

    /// <summary>Runs the program to its end, from a folder that is not its own.</summary>
    public async Task<(int ExitCode, string Output, string Error)> RunAsync(
        IReadOnlyDictionary<string, string> settings, string input, params string[] args)
    {
        using var process = Start(["dotnet", Program, .. args], settings);
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts the program as a server and waits until it listens.</summary>
    public Task<RunningPortal> ServeAsync(IReadOnlyDictionary<string, string> settings, params string[] args) => ServeAsync(["dotnet", Program, .. args], settings);

    /// <summary>Starts a server by another command, and waits until it listens.</summary>
    public static async Task<RunningPortal> ServeAsync(string[] command, IReadOnlyDictionary<string, string> settings)
    {
        var process = Start(command, settings);
        var said = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.AppendLine(line);
            if (line.Contains("Now listening on: ", StringComparison.Ordinal))
            {
                return new(process, new(line[(line.IndexOf("http", StringComparison.Ordinal))..].Trim()), said);
            }
        }

        throw new InvalidOperationException($"Portal ended before it listened:\n{said}\n{await process.StandardError.ReadToEndAsync()}");
    }

    /// <summary>Starts the program, for whoever ends it in the middle.</summary>
    public Process Start(IReadOnlyDictionary<string, string> settings, params string[] args) => Start(["dotnet", Program, .. args], settings);

    private static async Task<string> PublishAsync()
    {
        var folder = RunFolder.NewPath();

        // Published for this machine, out of what was built for any.
        await Command.RunAsync(
            "dotnet", "publish", Path.Combine(Repository.Root, "Portal"), "--no-build", "-p:AppendRuntimeIdentifierToOutputPath=false",
            "--configuration", Configuration, "--output", folder, "--verbosity", "quiet", "-nodereuse:false");
        return folder;
    }

    private static Process Start(string[] command, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");

        // Measuring itself in order to be quicker later is not worth it for a program that runs for seconds.
        start.Environment["DOTNET_TieredPGO"] = "0";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}

/// <summary>A server that runs until disposed.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="Said">What it has printed; read on while it runs.</param>
public sealed record RunningPortal(Process Process, Uri Address, StringBuilder Said) : IAsyncDisposable
{
    /// <summary>Waits for a line on its console.</summary>
    public async Task<string> WaitForLineAsync(string part)
    {
        while (await Process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            Said.AppendLine(line);
            if (line.Contains(part, StringComparison.Ordinal))
            {
                return line;
            }
        }

        throw new InvalidOperationException($"Portal ended without saying \"{part}\":\n{Said}");
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }
}

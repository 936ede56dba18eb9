using System.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>Another program, run to its end.</summary>
public static class Command
{
    /// <summary>Whether <paramref name="name"/> can be started by its name alone.</summary>
    public static bool IsOnPath(string name) => Find(name) is not null;

    /// <summary>The whole path of the program called <paramref name="name"/>, or <see langword="null"/> when PATH has none.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name))
        .FirstOrDefault(File.Exists);

    /// <summary>Runs a program and returns what it wrote; throws with what it complained of when it fails.</summary>
    public static async Task<string> RunAsync(string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DEBIAN_FRONTEND"] = "noninteractive";

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var complaint = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {(await complaint).Trim()}");
    }
}

using System.Diagnostics;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>A program published to a folder of its own, as it is installed, and started as a process.</summary>
public sealed class Published : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("portal-benchmark-").FullName;
    private readonly string name;
    private readonly Dictionary<string, string> settings = new() { ["Urls"] = "http://127.0.0.1:0" };

    private Published(string name) => this.name = name;

    /// <summary>Publishes Portal; its data directory is in the same folder.</summary>
    public static async Task<Published> PortalAsync()
    {
        var program = new Published("Portal");
        program.settings["Portal__PublicUrl"] = "https://portal.example.com";
        program.settings["Portal__TrustedProxies"] = "127.0.0.1";
        program.settings["Portal__DataDirectory"] = Path.Combine(program.folder, "data");
        await program.PublishAsync(Path.Combine(Repository.Root, "Portal", "Portal.csproj"));
        return program;
    }

    /// <summary>Publishes the least that ASP.NET Core is: the template <c>web</c>, three lines.</summary>
    public static async Task<Published> BareAsync()
    {
        var program = new Published("Bare");
        var source = Directory.CreateDirectory(Path.Combine(program.folder, "source")).FullName;
        await File.WriteAllTextAsync(
            Path.Combine(source, "Bare.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        await File.WriteAllTextAsync(
            Path.Combine(source, "Program.cs"),
            """
            var app = Microsoft.AspNetCore.Builder.WebApplication.Create(args);
            Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions.MapGet(app, "/sign-in", () => "Hello World!");
            app.Run();
            """);
        await program.PublishAsync(Path.Combine(source, "Bare.csproj"));
        return program;
    }

    /// <summary>Where the program is.</summary>
    public string Program => Path.Combine(folder, "program", $"{name}.dll");

    /// <summary>Starts the program and returns when it says that it listens.</summary>
    /// <param name="more">Settings besides its own, which they replace.</param>
    public async Task<Running> StartAsync(params (string Name, string Value)[] more)
    {
        var start = new ProcessStartInfo("dotnet", [Program])
        {
            WorkingDirectory = Path.GetTempPath(),
            RedirectStandardOutput = true,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        foreach (var (setting, value) in settings.Select(setting => (setting.Key, setting.Value)).Concat(more))
        {
            start.Environment[setting] = value;
        }

        var process = Process.Start(start)!;
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split("Now listening on: ") is [_, var address])
            {
                // What it says later is read away, so that it never waits for a reader.
                _ = process.StandardOutput.ReadToEndAsync();
                return new(process, new(address.Trim()));
            }
        }

        throw new InvalidOperationException($"{name} ended before it listened.");
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private Task<string> PublishAsync(string project) => Command.RunAsync(
        "dotnet", "publish", project, "--configuration", "Release", "--output", Path.Combine(folder, "program"), "--verbosity", "quiet", "-nodereuse:false");
}

/// <summary>A program that runs until disposed.</summary>
/// <param name="Process">Its process.</param>
/// <param name="Address">Where it listens.</param>
public sealed record Running(Process Process, Uri Address) : IAsyncDisposable
{
    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Process.Kill();
        await Process.WaitForExitAsync();
        Process.Dispose();
    }
}

using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Support;

/// <summary>The program outside Development, behind a proxy that ends TLS, as it is first started: without an account.</summary>
public sealed class NewInstallation : IAsyncDisposable
{
    private readonly StringWriter console = new();
    private readonly RecordedLog log = new();

    /// <summary>Starts it.</summary>
    /// <param name="dataDirectory">A data directory to be used again after a restart; else a new one.</param>
    public NewInstallation(string? dataDirectory = null) => App = new(
        environment: "Production",
        settings: new Dictionary<string, string> { ["Portal:PublicUrl"] = "https://portal.example.com" },
        dataDirectory: dataDirectory,
        services: services => services.AddSingleton<TextWriter>(console).AddLogging(logging => logging.AddProvider(log)));

    /// <summary>The program.</summary>
    public PortalApp App { get; }

    /// <summary>All that stood on the console, line by line.</summary>
    public IReadOnlyList<string> Printed => console.ToString().Split('\n', StringSplitOptions.TrimEntries);

    /// <summary>All that was logged, line by line.</summary>
    public IReadOnlyCollection<string> Logged => log.Lines;

    /// <summary>The address that the log shows for the first administrator, once it does.</summary>
    public async Task<Uri> LinkAsync()
    {
        const string begins = "https://portal.example.com/setup";
        var line = await Patience.UntilAsync(() => Task.FromResult(log.Lines.FirstOrDefault(line => line.Contains(begins, StringComparison.Ordinal))));
        Assert.NotNull(line);
        return new(line[line.IndexOf(begins, StringComparison.Ordinal)..].Trim());
    }

    /// <summary>A browser without cookies, as it comes through the proxy.</summary>
    public HttpBrowser NewBrowser() => new(App.BaseAddress) { IsBehindProxy = true };

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        log.Dispose();
        await console.DisposeAsync();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Playwright;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>
/// The program as it is installed, twice, outside Development: each process with a data directory of its own, both on one new
/// PostgreSQL, behind HAProxy with the configuration of the project, which ends TLS.
/// </summary>
public sealed class TwoNodesBehindProxy : IAsyncLifetime
{
    /// <summary>One of them.</summary>
    public const string One = "one";

    /// <summary>The other.</summary>
    public const string Two = "two";

    private const string StickyCookie = "__Host-Portal.Node";

    private readonly PublishedPortal program = new();
    private readonly Dictionary<string, RunningPortal> nodes = [];
    private readonly Dictionary<string, int> ports = new() { [One] = PortalApp.KnownPort(), [Two] = PortalApp.KnownPort() };
    private readonly Dictionary<string, string> directories = new() { [One] = PublishedPortal.NewDataDirectory(), [Two] = PublishedPortal.NewDataDirectory() };
    private readonly ConcurrentQueue<ProxyLine> lines = new();
    private readonly ConcurrentQueue<string> complaints = new();
    private readonly string control = RunFolder.NewPath();
    private readonly X509Certificate2 certificate = LocalCertificate.Create();
    private IReadOnlyDictionary<string, string> database = null!;
    private PostgresServer server = null!;
    private Process proxy = null!;

    /// <summary>Where people reach it.</summary>
    public Uri Address { get; } = new($"https://localhost:{PortalApp.KnownPort()}");

    /// <summary>A third way to the database, to put something there and to look.</summary>
    public PortalServices Services { get; private set; } = null!;

    /// <summary>What the proxy has logged: each request once it is over, a WebSocket once it is closed.</summary>
    public IReadOnlyList<ProxyLine> Lines => [.. lines];

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        await DebianPackages.EnsureAsync("haproxy", "haproxy");
        await program.InitializeAsync();
        server = await PostgresServer.StartAsync(isDurable: true);
        database = TestDatabase.Settings(server.ConnectionString(await server.CreateDatabaseAsync()));
        Services = PortalServices.Create([.. database.Select(setting => (setting.Key, setting.Value))]);
        Services.Clock.AdjustTime(DateTimeOffset.UtcNow);
        await Services.Contexts.MigrateAsync();
        await Task.WhenAll(StartAsync(One), StartAsync(Two));
        await StartProxyAsync();
        await UpAsync(One);
        await UpAsync(Two);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        proxy.Kill();
        await proxy.WaitForExitAsync();
        proxy.Dispose();
        foreach (var node in nodes.Values)
        {
            await node.DisposeAsync();
        }

        await Services.DisposeAsync();
        await server.DisposeAsync();
        certificate.Dispose();
    }

    /// <summary>The one that is not <paramref name="node"/>.</summary>
    public static string OtherThan(string node) => node == One ? Two : One;

    /// <summary>A browser without JavaScript, as the proxy gives it a node, or at one.</summary>
    public HttpBrowser NewBrowser(string? node = null)
    {
        var browser = new HttpBrowser(Address, trusted: certificate);
        if (node is not null)
        {
            MoveTo(browser, node);
        }

        return browser;
    }

    /// <summary>Has the next request of a browser go to a node.</summary>
    public void MoveTo(HttpBrowser browser, string node) => Give(browser, StickyCookie, node);

    /// <summary>Gives a browser a cookie.</summary>
    public void Give(HttpBrowser browser, string name, string value) => browser.Cookies.Add(Address, new System.Net.Cookie(name, value, "/") { Secure = true });

    /// <summary>The node at which a browser is.</summary>
    public string? NodeOf(HttpBrowser browser) => browser.Cookies.GetCookies(Address)[StickyCookie]?.Value;

    /// <summary>The node at which a browser is.</summary>
    public async Task<string?> NodeOfAsync(IBrowserContext browser) =>
        (await browser.CookiesAsync([Address.ToString()])).SingleOrDefault(cookie => cookie.Name == StickyCookie)?.Value;

    /// <summary>Has the next request of a browser go to a node.</summary>
    public Task MoveToAsync(IBrowserContext browser, string node) =>
        browser.AddCookiesAsync([new() { Name = StickyCookie, Value = node, Url = Address.ToString(), Secure = true, HttpOnly = true, SameSite = SameSiteAttribute.Lax }]);

    /// <summary>Ends a node as a power cut does.</summary>
    public async Task KillAsync(string node)
    {
        nodes.Remove(node, out var killed);
        await killed!.DisposeAsync();
    }

    /// <summary>Starts a node that was killed, and waits until the proxy gives it browsers again.</summary>
    public async Task ReviveAsync(string node)
    {
        await StartAsync(node);
        await UpAsync(node);
    }

    /// <summary>The id of the proxy's process.</summary>
    public int ProxyId => proxy.Id;

    /// <summary>Restarts the database of both, as in a crash, and comes back when it answers again.</summary>
    public Task RestartDatabaseAsync() => server.RestartAsync(crashes: true);

    /// <summary>Tells the proxy in which state a node is: <c>ready</c>, <c>drain</c> or <c>maint</c>.</summary>
    public async Task SetStateAsync(string node, string state) => Assert.Equal("", (await AskProxyAsync($"set server portal/{node} state {state}")).Trim());

    private async Task StartAsync(string node)
    {
        var settings = database.ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value);
        settings["Urls"] = $"http://127.0.0.1:{ports[node]}";
        settings["Portal__PublicUrl"] = Address.GetLeftPart(UriPartial.Authority);
        settings["Portal__DataDirectory"] = directories[node];
        settings["Portal__TrustedProxies"] = "127.0.0.1";

        // Nobody reads on what it prints: a pipe that is full would stop it.
        settings["Logging__LogLevel__Default"] = "Warning";
        settings["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information";
        var running = await program.ServeAsync(settings);
        lock (nodes)
        {
            nodes[node] = running;
        }
    }

    private async Task StartProxyAsync()
    {
        var pem = RunFolder.NewPath();
        await File.WriteAllTextAsync(pem, $"{certificate.ExportCertificatePem()}\n{certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n");
        var start = new ProcessStartInfo("haproxy", ["-db", "-f", Path.Combine(Repository.Root, "Portal", "Operations", "haproxy.cfg")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["PORTAL_BIND"] = $"127.0.0.1:{Address.Port}";
        start.Environment["PORTAL_CERTIFICATE"] = pem;
        start.Environment["PORTAL_NODE_ONE"] = $"127.0.0.1:{ports[One]}";
        start.Environment["PORTAL_NODE_TWO"] = $"127.0.0.1:{ports[Two]}";
        start.Environment["PORTAL_CONTROL"] = control;
        if (!Environment.IsPrivilegedProcess)
        {
            start.Environment["PORTAL_USER"] = Environment.UserName;
        }

        proxy = Process.Start(start)!;
        proxy.OutputDataReceived += (_, printed) =>
        {
            if (ProxyLine.TryParse(printed.Data) is { } line)
            {
                lines.Enqueue(line);
            }
        };
        proxy.ErrorDataReceived += (_, printed) => complaints.Enqueue(printed.Data ?? "");
        proxy.BeginOutputReadLine();
        proxy.BeginErrorReadLine();
    }

    /// <summary>Whether the proxy gives browsers to both.</summary>
    public async Task<bool> AreUpAsync() => (await AskProxyAsync("show stat")).Split('\n')
        .Count(line => (line.StartsWith($"portal,{One},", StringComparison.Ordinal) || line.StartsWith($"portal,{Two},", StringComparison.Ordinal)) && line.Contains(",UP", StringComparison.Ordinal)) == 2;

    private async Task UpAsync(string node) =>
        Assert.True(await Patience.UntilAsync(() => HealthyAsync(node)) is not null, $"The proxy does not find node {node} healthy:\n{string.Join('\n', complaints)}");

    // The line of its statistics, once the health check of the node has passed.
    private async Task<string?> HealthyAsync(string node)
    {
        try
        {
            var statistics = await AskProxyAsync("show stat");
            return statistics.Split('\n').SingleOrDefault(line =>
                line.StartsWith($"portal,{node},", StringComparison.Ordinal) && line.Contains(",UP,", StringComparison.Ordinal) && line.Contains(",L7OK,", StringComparison.Ordinal));
        }
        catch (SocketException)
        {
            // It has not begun yet.
            return null;
        }
    }

    private async Task<string> AskProxyAsync(string command)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(control));
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{command}\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}

/// <summary>A line of the proxy's log.</summary>
/// <param name="Node">The node that answered.</param>
/// <param name="Status">The status of the answer.</param>
/// <param name="Path">What was asked for, without what must stand in no log.</param>
public sealed record ProxyLine(string Node, string Status, string Path)
{
    internal static ProxyLine? TryParse(string? printed) =>
        printed?.Split(' ') is [_, var node, var status, _, var path, _, "ms", _] ? new(node, status, path) : null;
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Portal.SignIn;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Operations;

/// <summary>The program where it is installed: with the runtime alone, under systemd, behind a proxy.</summary>
public sealed class DeployingTests(PublishedPortal portal, BrowserFixture browsers) : IClassFixture<PublishedPortal>
{
    private const string Nobody = "65534";

    [Fact]
    public async Task The_published_folder_runs_with_the_runtime_alone_for_a_user_who_may_write_to_the_data_directory_and_nowhere_else()
    {
        // What the package aspnetcore-runtime brings, and no SDK.
        var sdk = Path.GetDirectoryName(new FileInfo(Command.Find("dotnet")!).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? Command.Find("dotnet"))!;
        var runtime = Directory.CreateDirectory(RunFolder.NewPath()).FullName;
        File.Copy(Path.Combine(sdk, "dotnet"), Path.Combine(runtime, "dotnet"));
        Array.ForEach(["host", "shared"], part => Directory.CreateSymbolicLink(Path.Combine(runtime, part), Path.Combine(sdk, part)));
        Assert.Equal("", await OutputOfAsync(Path.Combine(runtime, "dotnet"), "--list-sdks"));
        var data = Directory.CreateDirectory(PublishedPortal.NewDataDirectory()).FullName;
        string[] command = [Path.Combine(runtime, "dotnet"), portal.Program];
        if (Environment.IsPrivilegedProcess)
        {
            // Folders of root's, which this user can read and not write.
            await Command.RunAsync("chown", Nobody, data);
            await Command.RunAsync("chmod", "-R", "go+rX", Path.GetDirectoryName(portal.Program)!, runtime);
            await Command.RunAsync("chmod", "o+x", Path.GetDirectoryName(data)!);
            command = ["setpriv", $"--reuid={Nobody}", $"--regid={Nobody}", "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", .. command];
        }

        await using var running = await PublishedPortal.ServeAsync(command, new Dictionary<string, string>
        {
            ["HOME"] = "/nonexistent",
            ["DOTNET_ROOT"] = "",
            ["DOTNET_EnableDiagnostics"] = "0",
            ["Urls"] = "http://127.0.0.1:0",
            ["Portal__PublicUrl"] = "https://portal.example.com",
            ["Portal__DataDirectory"] = data,
        });
        using var browser = new HttpBrowser(running.Address);

        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/sign-in")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync("/_framework/blazor.web.js")).Status);
        Assert.True(File.Exists(Path.Combine(data, "portal.db")));
    }

    [Fact]
    public async Task The_unit_for_systemd_is_sound_and_leaves_the_program_little_of_the_machine()
    {
        await DebianPackages.EnsureAsync("systemd-analyze", "systemd");
        var unit = Path.Combine(Directory.CreateDirectory(RunFolder.NewPath()).FullName, "portal.service");
        var written = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Portal", "Operations", "portal.service"), TestContext.Current.CancellationToken);

        // Its program does not stand there on every machine.
        Assert.Contains("ExecStart=/usr/bin/dotnet ", written, StringComparison.Ordinal);
        await File.WriteAllTextAsync(unit, written.Replace("/usr/bin/dotnet", Command.Find("dotnet"), StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Equal("", (await OutputOfAsync("systemd-analyze", "verify", "--man=no", unit)).Trim());

        // From 0, nothing, to 100, everything; a unit without a word about it has 96.
        await Command.RunAsync("systemd-analyze", "security", "--no-pager", "--offline=true", "--threshold=15", unit);
    }

    [Fact]
    public async Task It_tells_systemd_when_it_is_ready_and_gives_each_line_its_level()
    {
        var path = RunFolder.NewPath();
        using var socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        var told = new byte[256];

        await using var running = await portal.ServeAsync(new Dictionary<string, string>
        {
            ["NOTIFY_SOCKET"] = path,
            ["Urls"] = "http://127.0.0.1:0",
            ["Portal__PublicUrl"] = "https://portal.example.com",
            ["Portal__DataDirectory"] = PublishedPortal.NewDataDirectory(),
        });
        var length = await socket.ReceiveAsync(told, TestContext.Current.CancellationToken);

        Assert.Equal("READY=1", Encoding.ASCII.GetString(told, 0, length));
        Assert.Contains("<6>Microsoft.Hosting.Lifetime[14]", running.Said.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Behind_nginx_with_the_configuration_of_the_project_pages_are_live_and_its_log_holds_no_link()
    {
        await DebianPackages.EnsureAsync("nginx", "nginx-light");
        var address = new Uri($"https://localhost:{PortalApp.KnownPort()}");
        await using var app = new PortalApp(
            environment: "Production",
            settings: new Dictionary<string, string> { ["Portal:PublicUrl"] = address.GetLeftPart(UriPartial.Authority), ["Portal:TrustedProxies"] = "127.0.0.1" });
        await app.AddAccountAsync("Example");
        await app.AddOperatorAsync("Anna", "anna@example.com");
        var folder = Directory.CreateDirectory(RunFolder.NewPath()).FullName;
        using var nginx = await StartNginxAsync(folder, address, app.BaseAddress);
        try
        {
            await using var context = await browsers.NewContextAsync(anyCertificate: true);
            var page = await context.NewPageAsync();
            await page.GotoAsync(new Uri(address, $"/link/{new string('x', 43)}").ToString());
            await page.GotoAsync(new Uri(address, "/sign-in?returnUrl=/me").ToString());
            await page.GetByLabel("E-mail").FillAsync("anna@example.com");
            await page.GetByLabel("Password", new() { Exact = true }).FillAsync(DemoPeople.Password);
            await page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
            await Expect(page.GetByText("Not set up").First).ToBeVisibleAsync();

            // Nothing but a socket tells an open page.
            await app.ChangeAsync("anna@example.com", anna => anna.PolicyOverride = Portal.Domain.TwoFactorPolicy.Required);
            await Expect(page.GetByText("Set-up due at next sign-in").First).ToBeVisibleAsync();
        }
        finally
        {
            nginx.Kill(entireProcessTree: true);
            await nginx.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var log = await File.ReadAllTextAsync(Path.Combine(folder, "access.log"), TestContext.Current.CancellationToken);
        Assert.Contains(" GET /link/- ", log, StringComparison.Ordinal);
        Assert.Contains(" GET /_blazor 101 ", log, StringComparison.Ordinal);
        Assert.DoesNotContain("xxx", log, StringComparison.Ordinal);
        Assert.DoesNotContain("returnUrl", log, StringComparison.Ordinal);
    }

    private static async Task<Process> StartNginxAsync(string folder, Uri address, Uri portalAddress)
    {
        using var certificate = LocalCertificate.Create();
        await File.WriteAllTextAsync(Path.Combine(folder, "portal.pem"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "portal.key"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        var site = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "Portal", "Operations", "nginx.conf"));
        foreach (var (written, here) in new[]
        {
            ("127.0.0.1:5080", portalAddress.Authority), ("listen 443", $"listen 127.0.0.1:{address.Port}"), ("portal.example.com", address.Host),
            ("/etc/nginx", folder), ("/var/log/nginx/portal.log", $"{folder}/access.log"), ("/var/log/nginx/portal-errors.log", $"{folder}/errors.log"),
        })
        {
            Assert.Contains(written, site, StringComparison.Ordinal);
            site = site.Replace(written, here, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "site.conf"), site);
        await File.WriteAllTextAsync(Path.Combine(folder, "nginx.conf"), $"pid {folder}/pid; error_log {folder}/errors.log; events {{ }} http {{ include {folder}/site.conf; }}");
        var process = Process.Start(new ProcessStartInfo("nginx", ["-p", folder, "-e", $"{folder}/errors.log", "-c", $"{folder}/nginx.conf", "-g", "daemon off;"]))!;
        Assert.NotNull(await Patience.UntilAsync(async () =>
        {
            using var probe = new TcpClient();
            try
            {
                await probe.ConnectAsync(IPAddress.Loopback, address.Port);
                return "";
            }
            catch (SocketException)
            {
                return null;
            }
        }));
        return process;
    }

    // Whatever it says, on either side, and whether it succeeds or not.
    private static async Task<string> OutputOfAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return await output + await error;
    }
}

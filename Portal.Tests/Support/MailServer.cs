using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MailKit.Net.Smtp;
using Microsoft.Extensions.DependencyInjection;
using Portal.Mail;

namespace Portal.Tests.Support;

/// <summary>A real mail server on a loopback port: Debian's aiosmtpd, which asks for STARTTLS and credentials.</summary>
public sealed class MailServer : IAsyncDisposable
{
    /// <summary>The name that it knows.</summary>
    public const string UserName = "portal";

    /// <summary>The password that goes with it.</summary>
    public const string Password = "Canary-Smtp-Pass-31";

    private const string Program =
        """
        import asyncio, itertools, os, ssl, sys
        from aiosmtpd.smtp import SMTP, AuthResult

        folder, certificate, key, user, password = sys.argv[1:6]
        number = itertools.count()

        class Keep:
            async def handle_DATA(self, server, session, envelope):
                name = os.path.join(folder, "%06d" % next(number))
                with open(name + ".part", "wb") as file:
                    file.write(envelope.original_content)
                os.rename(name + ".part", name + ".eml")
                return "250 OK"

        def check(server, session, envelope, mechanism, given):
            return AuthResult(success=given.login == user.encode() and given.password == password.encode(), handled=False)

        async def main():
            tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
            tls.load_cert_chain(certificate, key)
            make = lambda: SMTP(Keep(), tls_context=tls, require_starttls=True, auth_required=True, authenticator=check, hostname="localhost")
            server = await asyncio.get_running_loop().create_server(make, "127.0.0.1", 0)
            print(server.sockets[0].getsockname()[1], flush=True)
            await server.serve_forever()

        asyncio.run(main())
        """;

    private readonly Process process;
    private readonly X509Certificate2 certificate;

    private MailServer(Process process, int port, string folder, X509Certificate2 certificate)
    {
        (this.process, Port, this.certificate) = (process, port, certificate);
        Mailbox = new(folder);
    }

    /// <summary>Portal, sending its mail by this server.</summary>
    /// <param name="clock">The time, instead of the real one.</param>
    public PortalApp NewApp(TimeProvider? clock = null) =>
        new(clock, settings: Settings.ToDictionary(), services: services => services.AddSingleton(Trusting));

    /// <summary>Where it listens, on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>What it has taken.</summary>
    public Mailbox Mailbox { get; }

    /// <summary>The settings with which Portal sends by it.</summary>
    public Dictionary<string, string> Settings => new()
    {
        ["Mail:Transport"] = "Smtp",
        ["Mail:From"] = "portal@example.com",
        ["Mail:Smtp:Host"] = "127.0.0.1",
        ["Mail:Smtp:Port"] = Port.ToString(CultureInfo.InvariantCulture),
        ["Mail:Smtp:Security"] = "StartTls",
        ["Mail:Smtp:UserName"] = UserName,
        ["Mail:Smtp:Password"] = Password,
    };

    /// <summary>A client that trusts its certificate, and no other.</summary>
    public NewSmtpClient Trusting => () => new SmtpClient
    {
        CheckCertificateRevocation = false,
        ServerCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == certificate.GetCertHashString(),
    };

    /// <summary>Starts one; installs it where that is needed and possible.</summary>
    public static async Task<MailServer> StartAsync()
    {
        await DebianPackages.EnsureAsync("aiosmtpd", "python3-aiosmtpd");
        var folder = Directory.CreateDirectory(RunFolder.NewPath()).FullName;
        var (certificate, certificateFile, keyFile) = await SelfSignedAsync(folder);
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Program, folder, certificateFile, keyFile, UserName, Password])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        if (!int.TryParse(await process.StandardOutput.ReadLineAsync(), CultureInfo.InvariantCulture, out var port))
        {
            throw new InvalidOperationException($"The mail server did not start: {await process.StandardError.ReadToEndAsync()}");
        }

        return new(process, port, folder, certificate);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        certificate.Dispose();
    }

    private static async Task<(X509Certificate2 Certificate, string CertificateFile, string KeyFile)> SelfSignedAsync(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var now = TimeProvider.System.GetUtcNow();
        var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var (certificateFile, keyFile) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        await File.WriteAllTextAsync(certificateFile, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(keyFile, key.ExportPkcs8PrivateKeyPem());
        return (certificate, certificateFile, keyFile);
    }
}

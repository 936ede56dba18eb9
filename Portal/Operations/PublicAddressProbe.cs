using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Security;
using Portal.Texts;

namespace Portal.Operations;

/// <summary>Goes to the address that people type, as they do, and looks whether this installation is there.</summary>
public sealed class PublicAddressProbe(IOptions<PortalOptions> portal, InstallationProof proof, TimeProvider clock) : Probe
{
    /// <summary>Before a certificate ends somebody has this long.</summary>
    public static readonly TimeSpan Notice = TimeSpan.FromDays(14);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    /// <summary>Whether a certificate that the system does not trust is trusted all the same; tests have one of their own.</summary>
    public Func<X509Certificate2, bool> Trusts { get; init; } = _ => false;

    /// <inheritdoc />
    public override string Id => "public_address";

    /// <inheritdoc />
    public override string Name => Words.HealthPublicAddress;

    /// <inheritdoc />
    public override async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var address = portal.Value.PublicUrl;
        DateTime? ends = null;
        using var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, faults) =>
                {
                    var certificate = shown as X509Certificate2;
                    ends = certificate?.NotAfter.ToUniversalTime();
                    return faults == SslPolicyErrors.None || (certificate is not null && Trusts(certificate));
                },
            },
        })
        { Timeout = Limit };
        var number = InstallationProof.NewNumber();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(portal.Value.PublicAddress, "/health/live"));
        request.Headers.Add(InstallationProof.Header, number);
        try
        {
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!answer.Headers.TryGetValues(InstallationProof.Header, out var codes) || codes.SingleOrDefault() != proof.CodeFor(number))
            {
                return Finding.Attention(() => Words.HealthAddressIsAnother(address, (int)answer.StatusCode), () => Words.HealthAddressRemedy);
            }
        }
        catch (HttpRequestException fault)
        {
            var said = (fault.InnerException ?? fault).Message;
            return Finding.Attention(() => Words.HealthAddressFails(address, said), () => Words.HealthAddressRemedy);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Finding.Attention(() => Words.HealthAddressIsSilent(address, (int)Limit.TotalSeconds), () => Words.HealthAddressRemedy);
        }

        var left = ends - clock.GetUtcNow().UtcDateTime;
        return left < Notice
            ? Finding.Attention(() => Words.HealthCertificateEnds(address, (int)Math.Max(0, left.Value.TotalDays)), () => Words.HealthCertificateRemedy)
            : Finding.Well(() => Words.HealthAddressIsOurs(address));
    }
}

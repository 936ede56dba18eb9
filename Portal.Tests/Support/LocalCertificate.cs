using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Tests.Support;

/// <summary>A certificate of this machine's name, which nobody but the test trusts.</summary>
internal static class LocalCertificate
{
    /// <summary>Makes one, with its key.</summary>
    /// <param name="until">When it ends; without it tomorrow.</param>
    public static X509Certificate2 Create(DateTimeOffset? until = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var now = DateTimeOffset.UtcNow;
        return new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(now.AddDays(-1), until ?? now.AddDays(1));
    }
}

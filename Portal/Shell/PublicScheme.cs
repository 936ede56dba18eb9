using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Shell;

/// <summary>
/// Takes every request as one by TLS where people reach the portal by TLS: a proxy in front has ended it, whether or not it is
/// named in <c>Portal:TrustedProxies</c>. Over plain HTTP nothing is gained by it: browsers refuse the cookies, which are <c>Secure</c>.
/// </summary>
public sealed class PublicScheme(RequestDelegate next, IOptions<PortalOptions> portal)
{
    /// <summary>Sets the scheme before anything asks for it.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (portal.Value.IsSecure)
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
        }

        return next(context);
    }
}

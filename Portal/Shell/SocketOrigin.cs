using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Shell;

/// <summary>Refuses a circuit that another site's page tries to open (OWASP ASVS 5.0, 4.4.2): cookies go along with those.</summary>
public sealed class SocketOrigin(RequestDelegate next, IOptions<PortalOptions> portal)
{
    /// <summary>Looks at the origin of everything that a circuit is made of.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/_blazor")
            && context.Request.Headers.Origin is [{ Length: > 0 } origin]
            && !IsOurs(origin, context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private bool IsOurs(string origin, HttpRequest request) =>
        origin.Equals(portal.Value.PublicAddress.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase)
        || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase);
}

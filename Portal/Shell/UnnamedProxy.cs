using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Shell;

/// <summary>
/// Says once that a proxy seems to stand in front without being named in <c>Portal:TrustedProxies</c>: everybody who comes
/// through it then counts as one address, and waits for the wrong passwords of all.
/// </summary>
public sealed class UnnamedProxy(RequestDelegate next, IOptions<PortalOptions> portal, ProxySightings sightings, ILogger<UnnamedProxy> log)
{
    private readonly System.Net.IPNetwork[] named = [.. portal.Value.ProxyNetworks()];

    /// <summary>Looks at who is at the other end, before forwarded addresses take their place.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        // Those who ask how it is ask the node itself.
        if (context.Connection.RemoteIpAddress is { } address
            && !context.Request.Path.StartsWithSegments("/health")
            && sightings.Note(address, IsNamed(address), context.Request.Headers.ContainsKey(ForwardedHeadersDefaults.XForwardedForHeaderName)))
        {
            log.LogWarning(
                "A request from {Address} carries X-Forwarded-For, and Portal:TrustedProxies does not name that address. If it is your "
                    + "reverse proxy, name it there: until then everybody behind it counts as one address and waits for the wrong passwords of all",
                address);
        }

        return next(context);
    }

    private bool IsNamed(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return named.Any(network => network.Contains(plain) || network.Contains(address));
    }
}

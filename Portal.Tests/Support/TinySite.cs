using System.Net;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Support;

/// <summary>A site of a few lines on a real port, against which the helpers of this folder are tested.</summary>
public sealed class TinySite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TinySite(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    /// <summary>Starts a site.</summary>
    /// <param name="map">What it serves.</param>
    /// <param name="add">What it needs for that.</param>
    /// <param name="certificate">With which it speaks TLS; without it, it does not.</param>
    public static async Task<TinySite> StartAsync(Action<WebApplication> map, Action<IServiceCollection>? add = null, X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            if (certificate is not null)
            {
                listen.UseHttps(certificate);
            }
        }));
        add?.Invoke(builder.Services);

        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new TinySite(app);
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

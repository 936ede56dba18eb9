using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using MudBlazor.Services;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>
/// A site in a process of its own, so that its memory is not the client's. It prints where it listens, then answers
/// <c>memory</c> on standard input with the bytes that are left after a collection, until its input ends.
/// </summary>
public static class Served
{
    /// <summary>The first argument of the process.</summary>
    public const string Command = "--serve";

    /// <summary>Portal in Development, with <see cref="Administrators"/> more administrators.</summary>
    public const string Portal = "portal";

    /// <summary>A page with MudBlazor's providers, a field and a button.</summary>
    public const string MudBlazor = "mudblazor";

    /// <summary>Begins the line that says where it listens.</summary>
    public const string Ready = "Serving ";

    /// <summary>How many administrators there are besides the demo's: one for each page.</summary>
    public const int Administrators = 100;

    /// <summary>The address of an administrator, from 0.</summary>
    public static string EmailOf(int administrator) => $"administrator{administrator}@example.com";

    /// <summary>Serves until standard input ends.</summary>
    public static async Task RunAsync(string site)
    {
        await using var served = site switch
        {
            Portal => await StartPortalAsync(),
            MudBlazor => await StartMudBlazorAsync(),
            _ => throw new ArgumentException($"There is no site {site}.", nameof(site)),
        };
        while (await Console.In.ReadLineAsync() is "memory")
        {
            Console.WriteLine(MemoryNow().ToString(CultureInfo.InvariantCulture));
        }
    }

    private static async Task<IAsyncDisposable> StartPortalAsync()
    {
        var app = new PortalApp();
        for (var i = 0; i < Administrators; i++)
        {
            await app.AddOperatorAsync($"Administrator {i}", EmailOf(i), OperatorRole.Administrator);
        }

        var carla = await app.FindAsync("carla@example.com");
        Console.WriteLine($"{Ready}{app.BaseAddress} /operators/{carla.Id}");
        return app;
    }

    private static async Task<IAsyncDisposable> StartMudBlazorAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Services.AddMudServices();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        var app = builder.Build();
        app.UseAntiforgery();
        app.MapRazorComponents<BareApp>().AddInteractiveServerRenderMode();
        await app.StartAsync();
        Console.WriteLine($"{Ready}{app.Urls.Single()} {BareApp.Path}");
        return app;
    }

    // Twice, so that what waited for its finalizer is gone as well.
    private static long MemoryNow()
    {
        for (var i = 0; i < 2; i++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }
}

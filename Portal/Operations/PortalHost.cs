using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Security;

namespace Portal.Operations;

/// <summary>How the program starts: settings first, then keys and database, then pages.</summary>
public static class PortalHost
{
    private const string SettingsFile = "appsettings.json";

    /// <summary>
    /// A builder that reads the one settings file beside the program, however and from wherever it was started; environment and
    /// arguments still win.
    /// </summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        // A published program finds its files beside itself, not in the folder that it happens to be started from.
        var published = Directory.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = Commands.IsCommand(args) ? [] : args,
            ContentRootPath = published ? AppContext.BaseDirectory : null,
        });
        if (!published)
        {
            builder.WebHost.UseStaticWebAssets();
        }

        var settings = new Microsoft.Extensions.Configuration.Json.JsonConfigurationSource
        {
            Path = SettingsFile,
            FileProvider = new Microsoft.Extensions.FileProviders.PhysicalFileProvider(AppContext.BaseDirectory),
            Optional = false,
            ReloadOnChange = false,
        };
        builder.Configuration.Sources.Insert(0, settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        return builder;
    }

    /// <summary>Checks the settings, opens keys and database, then runs the command that was given, or serves.</summary>
    /// <returns>The exit code: 0 when all went well.</returns>
    public static async Task<int> RunPortalAsync(this WebApplication app, string[] args)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            app.Services.GetRequiredService<MasterKey>();
            app.Services.GetRequiredService<DecoyPassword>();
            await app.Services.GetRequiredService<PortalContexts>().MigrateAsync();
        }
        catch (Exception fault) when (FaultsOf(fault) is { Count: > 0 } faults)
        {
            await Console.Error.WriteLineAsync("Portal does not start:");
            foreach (var line in faults)
            {
                await Console.Error.WriteLineAsync($"  - {line}");
            }

            return 1;
        }

        if (Commands.IsCommand(args))
        {
            return await app.Services.GetRequiredService<Commands>().RunAsync(args);
        }

        if (app.Environment.IsDevelopment())
        {
            await app.Services.GetRequiredService<DemoData>().SeedAsync();
        }

        app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<Welcome>().Print(app.Urls));
        await app.RunAsync();
        return 0;
    }

    // What whoever starts the program can mend, in words; anything else is a fault of ours and shows its trace.
    private static List<string> FaultsOf(Exception fault) => fault switch
    {
        AggregateException all => [.. all.InnerExceptions.SelectMany(FaultsOf)],
        OptionsValidationException options => [.. options.Failures],
        InvalidDataException or InvalidOperationException { Source: "Portal" } or UnauthorizedAccessException or IOException => [fault.Message],
        { InnerException: { } inner } => FaultsOf(inner),
        _ => [],
    };
}

using System.Data.Common;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Systemd;
using Microsoft.Extensions.Logging.Console;
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
        TellSystemd(builder);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
        });
        return builder;
    }

    // UseSystemd would ask for the name of the parent process, which a unit that is hardened cannot see.
    private static void TellSystemd(WebApplicationBuilder builder)
    {
        if (Environment.GetEnvironmentVariable("NOTIFY_SOCKET") is not { Length: > 0 })
        {
            return;
        }

        builder.Services.AddSingleton<ISystemdNotifier, SystemdNotifier>();
        builder.Services.AddSingleton<IHostLifetime, SystemdLifetime>();

        // The journal keeps the level of each line so.
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = ConsoleFormatterNames.Systemd);
    }

    /// <summary>Looks at every setting, and opens the master key, before anything is built on them; names all faults at once.</summary>
    public static bool HasSoundSettings(this WebApplication app)
    {
        var services = app.Services;
        List<string> faults =
        [
            .. FaultsOf(() => services.GetRequiredService<IOptions<PortalOptions>>().Value),
            .. FaultsOf(() => services.GetRequiredService<IOptions<DatabaseOptions>>().Value),
            .. FaultsOf(() => services.GetRequiredService<IOptions<Security.SessionOptions>>().Value),
            .. FaultsOf(() => services.GetRequiredService<IOptions<Mail.MailOptions>>().Value),
            .. (app.Configuration[WebHostDefaults.ServerUrlsKey] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(AddressFaults),
            .. Telemetry.Faults(app.Configuration),
        ];
        if (faults.Count > 0)
        {
            return Refuse(faults);
        }

        try
        {
            services.GetRequiredService<MasterKey>();
            return true;
        }
        catch (Exception fault) when (IsForTheAdministrator(fault))
        {
            return Refuse([fault.Message]);
        }
    }

    /// <summary>Opens the database, then runs the command that was given, or serves.</summary>
    /// <returns>The exit code: 0 when all went well.</returns>
    public static async Task<int> RunPortalAsync(this WebApplication app, string[] args)
    {
        try
        {
            if (Commands.BringsItsDatabase(args))
            {
                return await app.Services.GetRequiredService<Commands>().RunAsync(args);
            }

            await app.Services.GetRequiredService<PortalContexts>().MigrateAsync();
            if (!await OpensItsKeysAsync(app.Services, isHelp: Commands.NeedsNoKeys(args)))
            {
                return 1;
            }

            await MakeRingAsync(app.Services);

            if (Commands.IsCommand(args))
            {
                return await app.Services.GetRequiredService<Commands>().RunAsync(args);
            }

            if (app.Environment.IsDevelopment())
            {
                await app.Services.GetRequiredService<DemoData>().SeedAsync();
            }

            var setUp = await app.Services.GetRequiredService<FirstSetUp>().BeginAsync();
            app.Lifetime.ApplicationStarted.Register(() => app.Services.GetRequiredService<Welcome>().Print(app.Urls, setUp));
            await app.RunAsync();
            return 0;
        }
        catch (Exception fault) when (IsForTheAdministrator(fault))
        {
            Refuse([fault.Message]);
            return 1;
        }
    }

    // In turn: of nodes that start together on an empty database each would make a key, and might not learn of the others' for hours.
    private static async Task MakeRingAsync(IServiceProvider services)
    {
        var contexts = services.GetRequiredService<PortalContexts>();
        if (contexts.Engine.IsShared)
        {
            await contexts.WriteAcrossAccountsAsync(async db =>
            {
                if (!await db.KeyRing.AnyAsync())
                {
                    var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                    services.GetRequiredService<IKeyManager>().CreateNewKey(now, now + services.GetRequiredService<IOptions<KeyManagementOptions>>().Value.NewKeyLifetime);
                }

                return 0;
            });
        }
    }

    // The ring may stand in the database, so that has to be there.
    private static async Task<bool> OpensItsKeysAsync(IServiceProvider services, bool isHelp)
    {
        var contexts = services.GetRequiredService<PortalContexts>();
        await using var db = contexts.AcrossAccounts();

        // Asked first: another node may make the ring at this moment, and only then what is encrypted under it.
        var needed = await RingKeys.NeededAsync(db);
        var keys = services.GetRequiredService<IKeyManager>().GetAllKeys();
        if (needed.Count > 0 && !keys.Any(key => needed.Contains(key.KeyId)) && !isHelp)
        {
            // Another one opens nothing: all who sign in with a code would be refused, and nobody would be told why.
            var place = contexts.Engine.IsShared ? contexts.Engine.Name : MasterKey.RingPath(services.GetRequiredService<DataDirectory>());
            return Refuse([$"The key ring in {place} is gone. Put it back, or restore a backup; without it nothing that was encrypted can be read. The commands check and reset-two-factor work meanwhile."]);
        }

        return keys.All(RingKeys.Opens)
            || Refuse([$"The master key {services.GetRequiredService<MasterKey>().FilePath} is not the one that sealed the key ring. Put the right file back; without it nothing that was encrypted can be read."]);
    }

    private static IEnumerable<string> AddressFaults(string address)
    {
        try
        {
            BindingAddress.Parse(address);
            return [];
        }
        catch (FormatException)
        {
            return [$"Urls contains \"{address}\"; it must be an address to listen at, such as http://localhost:5080."];
        }
    }

    private static IEnumerable<string> FaultsOf(Func<object> read)
    {
        try
        {
            read();
            return [];
        }
        catch (OptionsValidationException invalid)
        {
            return invalid.Failures;
        }
        catch (InvalidOperationException unreadable)
        {
            // Not of the setting's type at all: the message names setting and value.
            return [unreadable.Message];
        }
    }

    private static bool Refuse(List<string> faults)
    {
        Console.Error.WriteLine("Portal does not start:");
        foreach (var line in faults)
        {
            Console.Error.WriteLine($"  - {line}");
        }

        return false;
    }

    // What whoever starts the program can mend, in a sentence; anything else is a fault of ours and shows its trace.
    private static bool IsForTheAdministrator(Exception fault) =>
        fault is InvalidDataException or NewerDatabaseException or UnauthorizedAccessException or IOException or DbException;
}

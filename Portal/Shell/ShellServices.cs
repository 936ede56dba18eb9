using Microsoft.AspNetCore.Localization;
using MudBlazor.Services;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Shell;

/// <summary>Registers the frame, and what every request passes through.</summary>
public static class ShellServices
{
    // A circuit is for one person's clicks and typing: larger messages are not.
    private const long LargestMessage = 64 * 1024;

    /// <summary>Pages that are alive, their theme and their language.</summary>
    public static IServiceCollection AddShell(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(options =>
            {
                options.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
                options.DisconnectedCircuitMaxRetained = 100;

                // A page whose circuit is gone is loaded anew and brings along what was typed; a circuit resumed from what the
                // framework keeps of it would show the page without.
                options.PersistedCircuitInMemoryMaxRetained = 0;
                options.MaxBufferedUnacknowledgedRenderBatches = 10;
            })
            .AddHubOptions(options => options.MaximumReceiveMessageSize = LargestMessage)
            .HandOverTwoFactorState();
        services.AddCascadingAuthenticationState();
        services.AddMudServices();
        services.AddScoped<Theme>();
        services.AddScoped<Unsaved>();
        services.AddSingleton<ProxySightings>();
        services.AddHsts(options =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = false;

            // A proxy may pass its own name for this host on, which often is localhost.
            options.ExcludedHosts.Clear();
        });
        services.Configure<RequestLocalizationOptions>(options =>
        {
            var cultures = Languages.All.Keys.Select(Languages.CultureOf).ToList();
            options.DefaultRequestCulture = new(Languages.CultureOf(Languages.Default));
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.RequestCultureProviders = [new OperatorsLanguage(), new CookieRequestCultureProvider { CookieName = LanguageCookie }, new BrowsersLanguage()];
        });
        return services;
    }

    /// <summary>The cookie with the language chosen before signing in.</summary>
    public const string LanguageCookie = "portal-language";

    /// <summary>What every request passes through, in this order.</summary>
    public static WebApplication UsePortalPipeline(this WebApplication app)
    {
        app.UseMiddleware<UnnamedProxy>();
        app.UseForwardedHeaders();
        app.UseMiddleware<PublicScheme>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseMiddleware<SocketOrigin>();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRequestLocalization();
        app.UseAuthorization();
        app.UseAntiforgery();
        return app;
    }

    /// <summary>The pages that are alive, and static files.</summary>
    public static WebApplication MapShell(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapGet("/", (HttpContext context) => Results.Redirect(SessionCookie.ActorOf(context.User) is null ? "/sign-in" : "/home"));
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options =>
        {
            // SecurityHeaders says it for every answer.
            options.ContentSecurityFrameAncestorsPolicy = null;
        });
        return app;
    }
}

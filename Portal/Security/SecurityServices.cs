using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Security;

/// <summary>Registers what this folder offers.</summary>
public static class SecurityServices
{
    /// <summary>PBKDF2-HMAC-SHA512 rounds for a password (OWASP Password Storage Cheat Sheet: at least 210,000).</summary>
    public const int PasswordRounds = 220_000;

    /// <summary>Sign-in, sessions, keys at rest, and who may do what.</summary>
    public static IServiceCollection AddPortalSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SessionOptions>().Bind(configuration.GetSection(SessionOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SessionOptions>, SessionOptionsValidator>();

        services.AddSingleton<MasterKey>();
        services.AddDataProtection().SetApplicationName("Portal");
        services.AddOptions<KeyManagementOptions>().Configure<MasterKey, DataDirectory, PortalContexts, ILoggerFactory>((options, master, directory, contexts, loggers) =>
        {
            options.XmlRepository = contexts.Engine.IsShared
                ? new DatabaseKeyRing(contexts)
                : new FileSystemXmlRepository(Directory.CreateDirectory(MasterKey.RingPath(directory)), loggers);
            options.XmlEncryptor = new MasterKeyXmlEncryptor(master);
        });

        services.Configure<PasswordHasherOptions>(options => options.IterationCount = PasswordRounds);
        services.AddSingleton<IPasswordHasher<Operator>, PasswordHasher<Operator>>();
        services.AddHttpContextAccessor();
        services.AddSingleton<ILookupNormalizer, UpperInvariantLookupNormalizer>();
        services.AddIdentityCore<Operator>().AddSignInManager<PortalSignInManager>();
        services.AddScoped(provider => (PortalSignInManager)provider.GetRequiredService<SignInManager<Operator>>());
        services.AddScoped<IUserStore<Operator>, OperatorStore>();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddCookie(IdentityConstants.ApplicationScheme);
        services.AddSingleton<IConfigureOptions<CookieAuthenticationOptions>, SessionCookie>();
        services.AddAuthorization();
        services.AddAntiforgery();
        services.AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>().Configure<IOptions<PortalOptions>>((options, portal) =>
        {
            options.Cookie.Name = portal.Value.CookieName("Portal.Forgery");
            options.Cookie.Path = "/";
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = portal.Value.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;

            // The headers of every answer say it already, and more strictly.
            options.SuppressXFrameOptionsHeader = true;
        });

        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PortalOptions>>((options, portal) =>
        {
            // Only from proxies that were named, and never the host: addresses come from Portal:PublicUrl. With no proxy named
            // nothing is read at all, since the middleware takes two empty lists for trust in everybody.
            options.ForwardedHeaders = portal.Value.ProxyNetworks().Any()
                ? ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
                : ForwardedHeaders.None;

            // As far as the chain of named proxies goes: else all who come through an outer one would share its address.
            options.ForwardLimit = null;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            foreach (var network in portal.Value.ProxyNetworks())
            {
                options.KnownIPNetworks.Add(network);
            }
        });

        services.AddSingleton<InstallationAdministrators>();
        services.AddSingleton<InstallationProof>();
        services.AddSingleton<DecoyPassword>();
        services.AddSingleton<KeyProtection>();
        services.AddSingleton<AuthenticatorCodes>();
        services.AddSingleton<RecoveryCodes>();
        services.AddSingleton<SecondFactors>();
        services.AddSingleton<PasswordBudget>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<OneTimeLinks>();
        services.AddSingleton<LinkCookies>();
        services.AddSingleton<OpenedLinks>();
        services.AddSingleton<PendingSignIns>();
        services.AddSingleton<SignInTickets>();
        services.AddSingleton<Gestures>();
        services.AddSingleton<RecentProof>();
        services.AddSingleton<ProviderSecrets>();
        services.AddSingleton<Providers>();
        services.AddSingleton<ProviderIdentities>();
        services.AddSingleton<CurrentPassword>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<FirstSetUp>();
        services.AddSingleton<SealMemory>();
        services.AddSingleton<AuditSeals>();
        services.AddHostedService<AuditSealer>();
        services.AddHostedService<Retention>();
        return services;
    }
}

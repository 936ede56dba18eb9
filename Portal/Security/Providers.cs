using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>
/// The way to an account's OpenID Connect provider and back: authorization code with PKCE, nonce and state (OpenID Connect Core
/// 1.0 §3.1; RFC 7636; RFC 9700). The framework's handler does it; here it gets one account's settings.
/// </summary>
/// <remarks>
/// The handler is not registered as a scheme: it would hold one provider for the whole program. Each account has an address of
/// its own to come back to, so that one provider cannot answer for another (RFC 9700 §4.4), and that address is built from
/// <c>Portal:PublicUrl</c>, never from the request.
/// </remarks>
public sealed class Providers : IDisposable
{
    /// <summary>Where people come back to; the account's id follows.</summary>
    public const string BackPath = "/sign-in/sso/back/";

    /// <summary>How far the clocks of the two servers may be apart.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>How long an errand may take.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    private const int MostCookies = 10;
    private const int LongestSubject = 255;
    private const string ErrandItem = "portal.errand";

    // The provider answers within its own seconds; this is for the way between.
    private static readonly TimeSpan Promptly = TimeSpan.FromSeconds(5);

    // Signed with a key that only the provider has; never with one that others know too, and never not at all.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly ConcurrentDictionary<Guid, (string Issuer, ConfigurationManager<OpenIdConnectConfiguration> Manager)> discovered = new();
    private readonly HttpClient backchannel;
    private readonly HttpDocumentRetriever documents;
    private readonly OpenIdConnectPostConfigureOptions completes;
    private readonly ProviderSecrets secrets;
    private readonly IOptions<PortalOptions> portal;
    private readonly TimeProvider clock;
    private readonly ILogger<Providers> log;

    public Providers(
        ProviderSecrets secrets,
        IDataProtectionProvider protection,
        IOptions<PortalOptions> portal,
        IHostEnvironment environment,
        TimeProvider clock,
        ILogger<Providers> log)
    {
        (this.secrets, this.portal, this.clock, this.log) = (secrets, portal, clock, log);
        completes = new(protection);
        backchannel = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        })
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 512 * 1024,
        };
        backchannel.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("Portal", "1"));
        documents = new(backchannel) { RequireHttps = !environment.IsDevelopment() };
    }

    /// <summary>The address that the provider has to know.</summary>
    public Uri BackAddress(Guid accountId) => new(portal.Value.PublicAddress, PathOf(accountId));

    /// <summary>Forgets what an account's provider said of itself, so that it is asked anew.</summary>
    public void Forget(Guid accountId) => discovered.TryRemove(accountId, out _);

    /// <summary>Reads what the provider says of itself, anew; answers what is wrong, or nothing.</summary>
    public async Task<ProviderFault?> LookAsync(string issuer, CancellationToken cancellationToken = default)
    {
        try
        {
            return ProviderFaults.Of(await OpenIdConnectConfigurationRetriever.GetAsync(MetadataOf(issuer), documents, cancellationToken), issuer, documents.RequireHttps);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            return ProviderFaults.Of(failure, clock.GetUtcNow());
        }
    }

    /// <summary>Sends the browser to the provider; answers what is wrong when it cannot, and nothing has been sent.</summary>
    public async Task<ProviderFault?> SendAsync(HttpContext context, SingleSignOn settings, ProviderErrand errand)
    {
        var properties = new OpenIdConnectChallengeProperties { RedirectUri = "/" };
        properties.Items[ErrandItem] = JsonSerializer.Serialize(errand);
        switch (errand.Purpose)
        {
            case ProviderPurpose.Proof:
                (properties.Prompt, properties.MaxAge) = ("login", TimeSpan.Zero);
                break;
            case ProviderPurpose.Test:
                // Whoever is asked for it has to say when the person signed in (OpenID Connect Core 1.0 §2): a proof hangs on that.
                properties.MaxAge = TimeSpan.FromDays(1);
                break;
            case ProviderPurpose.SignIn:
                break;
        }

        ForgetOlderTries(context);
        return await WithProviderAsync(context, settings, async configuration =>
        {
            await (await HandlerAsync(context, settings, configuration, new())).ChallengeAsync(properties);
            return null;
        });
    }

    /// <summary>Takes what the browser brings back from the provider.</summary>
    public async Task<ProviderAnswer> ReceiveAsync(HttpContext context, SingleSignOn settings)
    {
        var back = new Back();
        back.Fault = await WithProviderAsync(context, settings, async configuration =>
        {
            var handler = await HandlerAsync(context, settings, configuration, back);
            if (!await handler.HandleRequestAsync())
            {
                return new(SingleSignOnFault.Over);
            }

            return back.Failure is { } failure
                ? Noted(back.ErrorOnTheWay is { Length: > 0 } said ? ProviderFaults.OfError(said) : ProviderFaults.Of(failure, clock.GetUtcNow()), settings, failure)
                : back.Fault;
        });
        if (context.RequestAborted.IsCancellationRequested)
        {
            back.Fault = new(SingleSignOnFault.Over);
        }

        var errand = back.Properties?.Items.TryGetValue(ErrandItem, out var kept) == true ? JsonSerializer.Deserialize<ProviderErrand>(kept!) : null;
        if (back.Fault is null && (errand is null || back.Principal is null || errand.Generation != settings.Generation || clock.GetUtcNow() - errand.StartedAt > Life))
        {
            return new(errand, null, new(SingleSignOnFault.Over));
        }

        return back.Fault is { } fault ? new(errand, null, fault)
            : IdentityOf(back) is { } identity ? Judge(errand!, identity)
            : new(errand, null, new(SingleSignOnFault.TokenUnfit));
    }

    /// <summary>Where one can sign out at the provider too; <see langword="null"/> when it offers nothing, or cannot be asked.</summary>
    public async Task<Uri?> EndSessionAddressAsync(HttpContext context, SingleSignOn settings)
    {
        Uri? address = null;
        await WithProviderAsync(context, settings, configuration =>
        {
            if (Uri.TryCreate(configuration.EndSessionEndpoint, UriKind.Absolute, out var end))
            {
                address = new(QueryHelpers.AddQueryString(end.AbsoluteUri, new Dictionary<string, string?>
                {
                    ["client_id"] = settings.ClientId,
                    ["post_logout_redirect_uri"] = new Uri(portal.Value.PublicAddress, "/sign-in").ToString(),
                }));
            }

            return Task.FromResult<ProviderFault?>(null);
        });
        return address;
    }

    /// <inheritdoc />
    public void Dispose() => backchannel.Dispose();

    private static string PathOf(Guid accountId) => $"{BackPath}{accountId:N}";

    private static string MetadataOf(string issuer) => $"{issuer.TrimEnd('/')}/.well-known/openid-configuration";

    private async Task<ProviderFault?> WithProviderAsync(HttpContext context, SingleSignOn settings, Func<OpenIdConnectConfiguration, Task<ProviderFault?>> act)
    {
        if (settings.ProtectedSecret is not null && secrets.Open(settings) is null)
        {
            // Never as a client without a secret instead.
            return new(SingleSignOnFault.WrongClient);
        }

        try
        {
            var configuration = await ManagerOf(settings).GetConfigurationAsync(context.RequestAborted);
            return ProviderFaults.Of(configuration, settings.Issuer!, documents.RequireHttps) is { } fault ? Noted(fault, settings) : await act(configuration);
        }
        catch (Exception failure)
        {
            // Whoever went away says nothing of the provider.
            return context.RequestAborted.IsCancellationRequested ? new(SingleSignOnFault.Over) : Noted(ProviderFaults.Of(failure, clock.GetUtcNow()), settings, failure);
        }
    }

    // Each try leaves two cookies for a quarter of an hour; a browser that keeps trying must not outgrow what a server reads.
    private void ForgetOlderTries(HttpContext context)
    {
        var kept = context.Request.Cookies.Keys.Where(name => name.StartsWith(CookiePrefix, StringComparison.Ordinal)).ToList();
        if (kept.Count > MostCookies)
        {
            kept.ForEach(name => context.Response.Cookies.Delete(name, portal.Value.ShortCookie()));
        }
    }

    private string CookiePrefix => portal.Value.CookieName("Portal.Sso");

    private ConfigurationManager<OpenIdConnectConfiguration> ManagerOf(SingleSignOn settings) => discovered.AddOrUpdate(
        settings.AccountId,
        _ => (settings.Issuer!, NewManager(settings.Issuer!)),
        (_, known) => known.Issuer == settings.Issuer ? known : (settings.Issuer!, NewManager(settings.Issuer!))).Manager;

    private ConfigurationManager<OpenIdConnectConfiguration> NewManager(string issuer) => new(MetadataOf(issuer), new OpenIdConnectConfigurationRetriever(), documents);

    private async Task<OpenIdConnectHandler> HandlerAsync(HttpContext context, SingleSignOn settings, OpenIdConnectConfiguration configuration, Back back)
    {
        // The name goes into the seal of the state: what one account's provider was asked is unreadable to another's.
        var scheme = new AuthenticationScheme($"sso-{settings.AccountId:N}", displayName: null, typeof(OpenIdConnectHandler));
        var options = OptionsOf(settings, configuration, back);
        completes.PostConfigure(scheme.Name, options);
        var handler = new OpenIdConnectHandler(new TheseOptions(options), NullLoggerFactory.Instance, HtmlEncoder.Default, UrlEncoder.Default);
        await handler.InitializeAsync(scheme, context);
        return handler;
    }

    private OpenIdConnectOptions OptionsOf(SingleSignOn settings, OpenIdConnectConfiguration configuration, Back back)
    {
        var options = new OpenIdConnectOptions
        {
            Authority = settings.Issuer,
            Backchannel = backchannel,
            CallbackPath = PathOf(settings.AccountId),
            ClientId = settings.ClientId,
            ClientSecret = secrets.Open(settings),
            ConfigurationManager = ManagerOf(settings),
            DisableTelemetry = true,
            Events = EventsOf(settings, configuration, back),
            GetClaimsFromUserInfoEndpoint = true,
            MapInboundClaims = false,
            RemoteAuthenticationTimeout = Life,
            RequireHttpsMetadata = documents.RequireHttps,

            // A form that another site posts would come without our cookies, which are Lax.
            ResponseMode = OpenIdConnectResponseMode.Query,
            ResponseType = OpenIdConnectResponseType.Code,
            SignInScheme = nameof(Providers),
            TimeProvider = clock,
            UsePkce = true,
        };
        options.Scope.Clear();
        foreach (var scope in settings.Scopes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Scope.Add(scope);
        }

        options.ClaimActions.Clear();
        options.TokenValidationParameters.ValidAlgorithms = Algorithms;
        options.TokenValidationParameters.ValidateIssuer = true;
        options.TokenValidationParameters.ValidIssuer = settings.Issuer;
        options.TokenValidationParameters.LifetimeValidator = (notBefore, expires, token, _) => LivesNow(notBefore, expires, token);
        foreach (var (cookie, name) in new[] { (options.CorrelationCookie, "Portal.Sso."), (options.NonceCookie, "Portal.SsoNonce.") })
        {
            cookie.Name = portal.Value.CookieName(name);
            cookie.Path = "/";
            cookie.HttpOnly = true;
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = portal.Value.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        }

        return options;
    }

    // By our own clock, which a test can set. What fails carries when the token was issued: it tells by how much the clocks differ.
    private bool LivesNow(DateTime? notBefore, DateTime? expires, SecurityToken token)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return !(notBefore > now + ClockSkew) && expires >= now - ClockSkew
            ? true
            : throw new SecurityTokenInvalidLifetimeException { NotBefore = (token as JsonWebToken)?.IssuedAt, Expires = expires };
    }

    private OpenIdConnectEvents EventsOf(SingleSignOn settings, OpenIdConnectConfiguration configuration, Back back) => new()
    {
        OnRedirectToIdentityProvider = context =>
        {
            context.ProtocolMessage.RedirectUri = BackAddress(settings.AccountId).ToString();
            return Task.CompletedTask;
        },
        OnMessageReceived = context =>
        {
            (back.Properties, back.ErrorOnTheWay) = (context.Properties, context.ProtocolMessage.Error);
            if (!IsFromIssuer(context.ProtocolMessage, settings.Issuer!, configuration))
            {
                context.Fail(new SecurityTokenInvalidIssuerException());
            }

            return Task.CompletedTask;
        },
        OnTokenValidated = context =>
        {
            // The framework lets an unsigned token pass that came straight from the provider; we do not.
            if (context.SecurityToken.RawSignature is null or "")
            {
                context.Fail(new SecurityTokenInvalidSignatureException());
            }

            return Task.CompletedTask;
        },
        OnUserInformationReceived = context =>
        {
            back.UserInfo = (Text(context.User.RootElement, "email"), Text(context.User.RootElement, "email_verified"));
            return Task.CompletedTask;
        },
        OnTicketReceived = context =>
        {
            (back.Principal, back.Properties) = (context.Principal, context.Properties);
            context.HandleResponse();
            return Task.CompletedTask;
        },
        OnAccessDenied = context =>
        {
            (back.Fault, back.Properties) = (new(SingleSignOnFault.Denied), context.Properties);
            context.HandleResponse();
            return Task.CompletedTask;
        },
        OnRemoteFailure = context =>
        {
            (back.Failure, back.Properties) = (context.Failure, context.Properties ?? back.Properties);
            context.HandleResponse();
            return Task.CompletedTask;
        },
    };

    // RFC 9207: whoever says that it names itself in its answers has to.
    private static bool IsFromIssuer(OpenIdConnectMessage message, string issuer, OpenIdConnectConfiguration configuration) =>
        message.Parameters.TryGetValue("iss", out var named)
            ? named == issuer
            : !(configuration.AdditionalData.TryGetValue("authorization_response_iss_parameter_supported", out var says) && says is true or "true" or "True");

    private ProviderAnswer Judge(ProviderErrand errand, ProviderIdentity identity)
    {
        var now = clock.GetUtcNow();
        if (identity.IssuedAt - now > ClockSkew || now - identity.IssuedAt > ClockSkew)
        {
            return new(errand, null, new(SingleSignOnFault.ClocksApart, ProviderFaults.Minutes(identity.IssuedAt - now)));
        }

        // Asked to show anew who it is: the provider must have asked since.
        return errand.Purpose == ProviderPurpose.Proof && !(identity.Age <= now - errand.StartedAt + Promptly)
            ? new(errand, null, new(identity.AuthenticatedAt is null ? SingleSignOnFault.NoAuthTime : SingleSignOnFault.NotAskedAgain))
            : new(errand, identity, null);
    }

    // Subject and instants have to make sense; an address and whether it is verified come from one place, never from two.
    private static ProviderIdentity? IdentityOf(Back back)
    {
        var principal = back.Principal!;
        var (email, verified) = (principal.FindFirstValue("email"), principal.FindFirstValue("email_verified"));
        if (email is null || (verified is null && back.UserInfo.Email == email))
        {
            (email, verified) = back.UserInfo;
        }

        return principal.FindFirstValue("sub") is { Length: > 0 and <= LongestSubject } subject && !subject.Any(char.IsControl) && InstantOf(principal.FindFirstValue("iat")) is { } issuedAt
            ? new(
                principal.FindFirstValue("iss")!,
                subject,
                Entry.TryEmail(email, out var tidy) ? tidy : null,
                verified is null ? null : verified.Equals(bool.TrueString, StringComparison.OrdinalIgnoreCase),
                InstantOf(principal.FindFirstValue("auth_time")),
                issuedAt)
            : null;
    }

    private static DateTimeOffset? InstantOf(string? seconds) =>
        long.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(value)
            : null;

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.ToString() : null;

    // Once, with what helps whoever looks for the cause; what the provider wrote is kept to one line.
    private ProviderFault Noted(ProviderFault fault, SingleSignOn settings, Exception? failure = null)
    {
        log.LogWarning(
            "Single sign-on of account {AccountId} at {Issuer}: {Fault} {Detail} {Cause}",
            settings.AccountId, settings.Issuer, fault.What, fault.Detail, ProviderFaults.Told(failure));
        return fault;
    }

    /// <summary>What the handler left behind.</summary>
    private sealed class Back
    {
        public AuthenticationProperties? Properties { get; set; }

        public ClaimsPrincipal? Principal { get; set; }

        /// <summary>Address and mark as the userinfo endpoint tells them.</summary>
        public (string? Email, string? Verified) UserInfo { get; set; }

        /// <summary>The error that the browser brought back; one from the token endpoint is not among them.</summary>
        public string? ErrorOnTheWay { get; set; }

        public Exception? Failure { get; set; }

        public ProviderFault? Fault { get; set; }
    }

    private sealed class TheseOptions(OpenIdConnectOptions options) : IOptionsMonitor<OpenIdConnectOptions>
    {
        public OpenIdConnectOptions CurrentValue => options;

        public OpenIdConnectOptions Get(string? name) => options;

        public IDisposable? OnChange(Action<OpenIdConnectOptions, string?> listener) => null;
    }
}

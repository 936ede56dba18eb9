using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Portal.Tests.Support;

/// <summary>
/// An OpenID Connect provider that can also misbehave, on a loopback port and in the clear: OpenIddict, which shares no code
/// with Portal. It knows one client, and asks it for PKCE.
/// </summary>
public sealed partial class IdentityProvider : IAsyncDisposable
{
    /// <summary>The name of its one client.</summary>
    public const string ClientId = "portal";

    // Making a key takes longer than most tests. Who goes leaves it to the next: two at the same time never share one.
    private static readonly ConcurrentBag<RSA> FreeKeys = [];

    // Bound but not listening, so that nobody else gets the port while the provider is down.
    private readonly Socket place = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly RSA signingKey = FreeKeys.TryTake(out var key) ? key : RSA.Create(2048);
    private readonly SymmetricSecurityKey encryptionKey = new(RandomNumberGenerator.GetBytes(32));
    private readonly TimeProvider clock;
    private readonly ConcurrentQueue<PersonAtProvider> people = new();
    private readonly ConcurrentBag<string> redirects = [];
    private readonly ConcurrentBag<string> redirectsAfterSignOut = [];
    private readonly ConcurrentQueue<IReadOnlyDictionary<string, string>> authorizationRequests = new();
    private readonly ConcurrentDictionary<string, bool> usedCodes = new();
    private WebApplication? app;
    private int tokenRequests;

    private IdentityProvider(TimeProvider clock, int port)
    {
        this.clock = clock;
        place.Bind(new IPEndPoint(IPAddress.Loopback, port));
        Issuer = new($"http://{place.LocalEndPoint}/");
    }

    /// <summary>Where it is; also its name.</summary>
    public Uri Issuer { get; }

    /// <summary>Its name as the discovery document and the tokens have it, with a slash at the end.</summary>
    public string IssuerText => Issuer.AbsoluteUri;

    /// <summary>The secret that it expects of the client.</summary>
    public string ClientSecret { get; set; } = "Canary-Client-Secret-47";

    /// <summary>How far its clock is ahead, in all that its tokens say.</summary>
    public TimeSpan ClockOffset { get; set; }

    /// <summary>The e-mail address, and whether it is verified, are told by the userinfo endpoint only.</summary>
    public bool EmailOnlyInUserInfo { get; set; }

    /// <summary>Does not tell when a person has signed in.</summary>
    public bool OmitAuthTime { get; set; }

    /// <summary>Signs in whoever it knows from before, whatever <c>prompt</c> and <c>max_age</c> say.</summary>
    public bool IgnoresPrompt { get; set; }

    /// <summary>What the discovery document says instead of its name.</summary>
    public string? PretendIssuer { get; set; }

    /// <summary>What id tokens say instead of its name.</summary>
    public string? PretendIssuerInTokens { get; set; }

    /// <summary>Hands id tokens out without their signature.</summary>
    public bool ForgetsToSign { get; set; }

    /// <summary>Answers 500 to everything.</summary>
    public bool IsBroken { get; set; }

    /// <summary>How often the token endpoint was asked, in vain or not.</summary>
    public int TokenRequests => Volatile.Read(ref tokenRequests);

    /// <summary>The queries with which browsers were sent here, refused ones included.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> AuthorizationRequests => [.. authorizationRequests];

    /// <summary>Starts a provider that knows nobody yet.</summary>
    /// <param name="clock">The time, instead of the real one.</param>
    /// <param name="port">The port; else a free one.</param>
    public static async Task<IdentityProvider> StartAsync(TimeProvider? clock = null, int port = 0)
    {
        var provider = new IdentityProvider(clock ?? TimeProvider.System, port);
        await provider.StartAgainAsync();
        return provider;
    }

    /// <summary>Adds somebody who can sign in here.</summary>
    /// <param name="subject">What the provider calls this person, for ever.</param>
    /// <param name="email">E-mail address, if any.</param>
    /// <param name="emailVerified">Whether the address is verified; <see langword="null"/> to leave that open.</param>
    /// <param name="name">Name, if any.</param>
    public PersonAtProvider Add(string subject, string? email, bool? emailVerified = true, string? name = null)
    {
        var person = new PersonAtProvider { Subject = subject, Email = email, EmailVerified = emailVerified, Name = name };
        people.Enqueue(person);
        return person;
    }

    /// <summary>Allows an address to go back to with a code.</summary>
    public void Allow(Uri redirect) => redirects.Add(redirect.AbsoluteUri);

    /// <summary>Allows an address to go back to after signing out.</summary>
    public void AllowAfterSignOut(Uri redirect) => redirectsAfterSignOut.Add(redirect.AbsoluteUri);

    /// <summary>Goes down. Connections are refused from now on.</summary>
    public async Task StopAsync()
    {
        if (Interlocked.Exchange(ref app, null) is { } running)
        {
            await running.DisposeAsync();
        }
    }

    /// <summary>Comes back on the same port, with the same keys, people and sessions.</summary>
    public async Task StartAgainAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, Issuer.Port));
        builder.Services.AddRouting().AddOpenIddict().AddServer(Configure);

        app = builder.Build();
        app.Use(CountAsync);
        app.UseAuthentication();
        app.MapMethods("/authorize", [HttpMethods.Get, HttpMethods.Post], Authorize);
        app.MapMethods("/end-session", [HttpMethods.Get, HttpMethods.Post], EndSession);
        app.MapGet("/favicon.ico", () => Results.NoContent());
        app.MapGet("/", () => IdentityProviderPages.SignedOut);
        await app.StartAsync();
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        place.Dispose();
        FreeKeys.Add(signingKey);
    }

    private void Configure(OpenIddictServerBuilder server)
    {
        server.EnableDegradedMode().AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange()
            .SetIssuer(Issuer)
            .SetAuthorizationEndpointUris("authorize").SetTokenEndpointUris("token")
            .SetUserInfoEndpointUris("userinfo").SetEndSessionEndpointUris("end-session")
            .RegisterScopes(Scopes.Email, Scopes.Profile)
            .AddSigningKey(new RsaSecurityKey(signingKey)).AddEncryptionKey(encryptionKey)
            .Configure(options =>
            {
                options.TimeProvider = new ClockOfTokens(this);
                options.CodeChallengeMethods.Remove(CodeChallengeMethods.Plain);
            })
            .UseAspNetCore().DisableTransportSecurityRequirement()
            .EnableAuthorizationEndpointPassthrough().EnableEndSessionEndpointPassthrough();

        Handle<ValidateAuthorizationRequestContext>(context =>
        {
            if (context.ClientId != ClientId || !redirects.Contains(context.RedirectUri))
            {
                context.Reject(Errors.InvalidRequest, "The client or its redirect_uri is not known here.");
            }
        });
        Handle<ValidateTokenRequestContext>(context =>
        {
            if (context.ClientId != ClientId || context.ClientSecret != ClientSecret)
            {
                context.Reject(Errors.InvalidClient, "The client is not known here, or its secret is wrong.");
            }
            else if (!usedCodes.TryAdd(context.Request.Code!, true))
            {
                context.Reject(Errors.InvalidGrant, "The code has been used.");
            }
        });
        Handle<ValidateEndSessionRequestContext>(context =>
        {
            if (context.PostLogoutRedirectUri is { } redirect && !redirectsAfterSignOut.Contains(redirect))
            {
                context.Reject(Errors.InvalidRequest, "The post_logout_redirect_uri is not known here.");
            }
        });
        Handle<HandleUserInfoRequestContext>(context =>
        {
            context.EmailVerified = bool.TryParse(context.AccessTokenPrincipal.GetClaim(Claims.EmailVerified), out var verified) ? verified : null;
            context.Claims[Claims.Name] = context.AccessTokenPrincipal.GetClaim(Claims.Name);
        });
        Handle<ApplyConfigurationResponseContext>(context =>
            context.Response[Metadata.Issuer] = PretendIssuer ?? context.Response[Metadata.Issuer]);
        Handle<ApplyTokenResponseContext>(context =>
        {
            if (ForgetsToSign && context.Response.IdToken is { } token)
            {
                context.Response.IdToken = token[..(token.LastIndexOf('.') + 1)];
            }
        });
        Handle<GenerateTokenContext>(
            context =>
            {
                if (PretendIssuerInTokens is { } pretended && context.TokenType == TokenTypeIdentifiers.IdentityToken)
                {
                    context.Principal.SetClaim(Claims.Private.Issuer, pretended);
                }
            },
            order: int.MinValue);

        void Handle<T>(Action<T> handle, int order = 0)
            where T : BaseContext => server.AddEventHandler<T>(handler => handler.SetOrder(order).UseInlineHandler(context =>
            {
                handle(context);
                return default;
            }));
    }

    private sealed class ClockOfTokens(IdentityProvider provider) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => provider.clock.GetUtcNow() + provider.ClockOffset;
    }
}

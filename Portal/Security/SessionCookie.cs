using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>The cookie that leads to a session row, and who a request therefore comes from.</summary>
/// <remarks>
/// The cookie carries a token and nothing else; who and what it stands for is read anew from the row at each request. A new
/// sign-in therefore always is a new session, and a copy of a cookie is dead once the row is.
/// </remarks>
public sealed class SessionCookie(IOptions<PortalOptions> portal, IOptions<SessionOptions> options) : IConfigureNamedOptions<CookieAuthenticationOptions>
{
    private const string TokenClaim = "token";
    private const string AccountClaim = "account";
    private const string SessionClaim = "session";
    private const string AddressClaim = "address";
    private const string UserAgentClaim = "agent";

    /// <summary>The claim with the language that the operator chose.</summary>
    public const string LanguageClaim = "language";

    /// <summary>Writes the cookie of a session that was opened just now. Called by <see cref="PortalSignInManager"/> alone.</summary>
    public static Task WriteAsync(HttpContext context, SecretToken token) => context.SignInAsync(
        IdentityConstants.ApplicationScheme,
        new(new ClaimsIdentity([new(TokenClaim, token.Value)], IdentityConstants.ApplicationScheme)));

    /// <summary>Who acts, from the principal of a request or a circuit; <see langword="null"/> when nobody is signed in.</summary>
    public static Actor? ActorOf(ClaimsPrincipal principal) => principal.Identity?.IsAuthenticated == true
        ? new(
            Guid.Parse(principal.FindFirstValue(ClaimTypes.NameIdentifier)!),
            Guid.Parse(principal.FindFirstValue(AccountClaim)!),
            Guid.Parse(principal.FindFirstValue(SessionClaim)!),
            principal.FindFirstValue(AddressClaim) ?? "",
            principal.FindFirstValue(UserAgentClaim) ?? "")
        : null;

    /// <inheritdoc />
    public void Configure(string? name, CookieAuthenticationOptions cookie)
    {
        if (name == IdentityConstants.ApplicationScheme)
        {
            Configure(cookie);
        }
    }

    /// <inheritdoc />
    public void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = portal.Value.CookieName("Portal.Session");
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.Path = "/";
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = portal.Value.IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
        cookie.ExpireTimeSpan = options.Value.Absolute;
        cookie.SlidingExpiration = false;
        cookie.LoginPath = "/sign-in";
        cookie.AccessDeniedPath = "/";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnValidatePrincipal = ReadRowAsync;
    }

    private static async Task ReadRowAsync(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        if (http.Features.Get<IExceptionHandlerFeature>() is not null)
        {
            // The page that says that something failed must not fail for the same reason; it needs nobody's name.
            context.RejectPrincipal();
            return;
        }

        var sessions = http.RequestServices.GetRequiredService<Sessions>();
        var token = context.Principal?.FindFirstValue(TokenClaim);
        if (token is null || await sessions.FindAsync(token, http.RequestAborted) is not { } live)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        if (IsPersonsNavigation(http.Request))
        {
            await sessions.TouchAsync(live.AccountId, live.SessionId);
        }

        context.ReplacePrincipal(PrincipalOf(live, Client.Of(http)));
    }

    // Scripts, pictures and the circuit's own connection come without anybody doing anything.
    private static bool IsPersonsNavigation(HttpRequest request) =>
        request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/_blazor");

    private static ClaimsPrincipal PrincipalOf(LiveSession live, Client client)
    {
        var identity = new ClaimsIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, live.OperatorId.ToString()));
        identity.AddClaim(new(ClaimTypes.Name, live.OperatorName));
        identity.AddClaim(new(AccountClaim, live.AccountId.ToString()));
        identity.AddClaim(new(SessionClaim, live.SessionId.ToString()));
        identity.AddClaim(new(AddressClaim, client.Address));
        identity.AddClaim(new(UserAgentClaim, client.UserAgent));
        if (live.Language is not null)
        {
            identity.AddClaim(new(LanguageClaim, live.Language));
        }

        return new(identity);
    }
}

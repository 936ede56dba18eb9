using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Portal.Tests.Support;

/// <content>Where browsers come: who signs in, who is known already, who leaves.</content>
public sealed partial class IdentityProvider
{
    private const string Scheme = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;

    private readonly ConcurrentDictionary<string, Session> sessions = new();

    // Cookies know no ports, and two providers may be open in one browser.
    private string CookieName => $"provider-{Issuer.Port}";

    private async Task CountAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path == "/token")
        {
            Interlocked.Increment(ref tokenRequests);
        }
        else if (http.Request.Path == "/authorize" && HttpMethods.IsGet(http.Request.Method))
        {
            authorizationRequests.Enqueue(http.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()));
        }

        if (IsBroken)
        {
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            return;
        }

        await next(http);
    }

    private IResult Authorize(HttpContext http)
    {
        var request = http.GetOpenIddictServerRequest()!;
        if (request.HasParameter(IdentityProviderPages.Deny))
        {
            return Results.Forbid(authenticationSchemes: [Scheme]);
        }

        var session = http.Request.Cookies[CookieName] is { } cookie ? sessions.GetValueOrDefault(cookie) : null;
        if (request[IdentityProviderPages.Choice] is { } choice)
        {
            session = new(people.First(person => person.Subject == (string?)choice), clock.GetUtcNow());
            var key = Guid.NewGuid().ToString();
            sessions[key] = session;
            http.Response.Cookies.Append(CookieName, key, new() { HttpOnly = true, SameSite = SameSiteMode.Lax });
        }
        else if (session is null || (!IgnoresPrompt && MustAskAgain(request, session)))
        {
            return Results.Content(IdentityProviderPages.SignIn(request, people), "text/html; charset=utf-8");
        }

        return Results.SignIn(new(Describe(session, request)), authenticationScheme: Scheme);
    }

    private bool MustAskAgain(OpenIddictRequest request, Session session) =>
        request.HasPromptValue(PromptValues.Login)
        || (request.MaxAge is { } most && clock.GetUtcNow() - session.Began >= TimeSpan.FromSeconds(most));

    private ClaimsIdentity Describe(Session session, OpenIddictRequest request)
    {
        var (who, began) = session;
        var identity = new ClaimsIdentity(Scheme)
            .SetScopes(request.GetScopes())
            .SetClaim(Claims.Subject, who.Subject)
            .SetClaim(Claims.AuthenticationTime, OmitAuthTime ? null : (began + ClockOffset).ToUnixTimeSeconds());
        if (request.HasScope(Scopes.Email))
        {
            identity.SetClaim(Claims.Email, who.Email).SetClaim(Claims.EmailVerified, who.EmailVerified);
        }

        if (request.HasScope(Scopes.Profile))
        {
            identity.SetClaim(Claims.Name, who.Name);
        }

        return identity.SetDestinations(claim => EmailOnlyInUserInfo && claim.Type is Claims.Email or Claims.EmailVerified
            ? [Destinations.AccessToken]
            : [Destinations.AccessToken, Destinations.IdentityToken]);
    }

    private IResult EndSession(HttpContext http)
    {
        if (http.Request.Cookies[CookieName] is { } cookie)
        {
            sessions.TryRemove(cookie, out _);
            http.Response.Cookies.Delete(CookieName);
        }

        return Results.SignOut(new AuthenticationProperties { RedirectUri = "/" }, [Scheme]);
    }

    private sealed record Session(PersonAtProvider Who, DateTimeOffset Began);
}

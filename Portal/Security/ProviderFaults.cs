using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Says what is wrong between Portal and a provider, from what the framework throws and what the provider says of itself.</summary>
internal static class ProviderFaults
{
    private const int Longest = 200;

    /// <summary>What is wrong with what a provider says of itself; <see langword="null"/> for nothing.</summary>
    /// <param name="configuration">Its discovery document.</param>
    /// <param name="issuer">The issuer as it is set.</param>
    /// <param name="requireHttps">Whether every endpoint has to be https: secrets and codes go there.</param>
    public static ProviderFault? Of(OpenIdConnectConfiguration configuration, string issuer, bool requireHttps) => configuration switch
    {
        { Issuer: null or "" } => new(SingleSignOnFault.NotAProvider),
        { Issuer: var named } when named != issuer => new(SingleSignOnFault.IssuerDiffers, Shown(named)),
        { AuthorizationEndpoint: null or "" } or { TokenEndpoint: null or "" } or { SigningKeys.Count: 0 } => new(SingleSignOnFault.NotAProvider),
        _ when requireHttps && EndpointsOf(configuration).Any(endpoint => !endpoint.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) =>
            new(SingleSignOnFault.NotAProvider),
        _ => null,
    };

    /// <summary>What an error means that a browser brought back: it may be anybody's word, and says nothing of client and secret.</summary>
    public static ProviderFault OfError(string error) => error switch
    {
        "access_denied" or "login_required" or "interaction_required" or "consent_required" => new(SingleSignOnFault.Denied),
        _ => new(SingleSignOnFault.ProviderError, Shown(error)),
    };

    /// <summary>What a failure means.</summary>
    /// <param name="failure">As the framework throws it.</param>
    /// <param name="now">The present, for how far clocks are apart.</param>
    public static ProviderFault Of(Exception failure, DateTimeOffset now)
    {
        var causes = CausesOf(failure).ToList();
        var code = causes.Select(cause => cause.Data["error"] as string).FirstOrDefault(error => error is not null);
        return code switch
        {
            "invalid_client" or "unauthorized_client" => new(SingleSignOnFault.WrongClient),
            "invalid_grant" => new(SingleSignOnFault.Over),
            { } other => OfError(other),
            _ when causes.OfType<SecurityTokenInvalidLifetimeException>().FirstOrDefault() is { } lifetime => new(SingleSignOnFault.ClocksApart, Drift(lifetime, now)),
            _ when causes.Any(cause => cause is SecurityTokenException or OpenIdConnectProtocolException) => new(SingleSignOnFault.TokenUnfit),
            _ when StatusOf(causes) is { } status => OfStatus(status, isDocument: causes.Any(cause => cause.Data.Contains(HttpDocumentRetriever.StatusCode))),
            _ when causes.Any(cause => cause is HttpRequestException or IOException or OperationCanceledException) => new(SingleSignOnFault.Unreachable),
            _ when causes.Any(cause => cause is AuthenticationFailureException) => new(SingleSignOnFault.Over),
            _ => new(SingleSignOnFault.NotAProvider),
        };
    }

    /// <summary>A span of time in whole minutes, as the detail of <see cref="SingleSignOnFault.ClocksApart"/>.</summary>
    public static string Minutes(TimeSpan apart) => ((int)Math.Round(apart.TotalMinutes)).ToString(CultureInfo.InvariantCulture);

    /// <summary>The messages of a failure and its causes, on one line.</summary>
    public static string Told(Exception? failure) => Shown(string.Join(" / ", CausesOf(failure).Select(cause => cause.Message)));

    private static IEnumerable<string> EndpointsOf(OpenIdConnectConfiguration configuration) => new[]
    {
        configuration.AuthorizationEndpoint, configuration.TokenEndpoint, configuration.UserInfoEndpoint,
        configuration.PushedAuthorizationRequestEndpoint, configuration.EndSessionEndpoint,
    }.OfType<string>().Where(endpoint => endpoint.Length > 0);

    private static ProviderFault OfStatus(HttpStatusCode status, bool isDocument) =>
        status >= HttpStatusCode.InternalServerError ? new(SingleSignOnFault.Unreachable)
        : isDocument ? new(SingleSignOnFault.NotAProvider)
        : new(SingleSignOnFault.ProviderError, $"HTTP {(int)status}");

    // Of the discovery document it stands in the exception's data, of anything else in the exception.
    private static HttpStatusCode? StatusOf(List<Exception> causes) => causes
        .Select(cause => cause.Data[HttpDocumentRetriever.StatusCode] as HttpStatusCode? ?? (cause as HttpRequestException)?.StatusCode)
        .FirstOrDefault(status => status is not null);

    private static string? Drift(SecurityTokenInvalidLifetimeException lifetime, DateTimeOffset now) =>
        lifetime.NotBefore is { } issued ? Minutes(issued - now.UtcDateTime) : null;

    private static IEnumerable<Exception> CausesOf(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            yield return failure;
        }
    }

    // Nothing that begins a line, or turns the direction of what follows.
    private static string Shown(string said) =>
        string.Concat(said.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != UnicodeCategory.Format).Take(Longest));
}

using System.Diagnostics.CodeAnalysis;

namespace Portal.Domain;

/// <summary>What administrators type about a provider of single sign-on, made fit to be kept.</summary>
public static class ProviderEntry
{
    /// <summary>Longest issuer, client id, secret or list of scopes, in characters.</summary>
    public const int Longest = 300;

    private const string OpenId = "openid";

    /// <summary>
    /// An issuer: an https address without query and fragment (OpenID Connect Discovery 1.0 §3). Kept as typed, since the
    /// provider has to call itself exactly so.
    /// </summary>
    /// <param name="input">As typed.</param>
    /// <param name="allowsHttp">Whether plain http passes, which it does in Development alone.</param>
    /// <param name="issuer">The issuer.</param>
    public static bool TryIssuer(string? input, bool allowsHttp, [NotNullWhen(true)] out string? issuer)
    {
        issuer = Tidy(input);
        if (issuer is null
            || !Uri.TryCreate(issuer, UriKind.Absolute, out var address)
            || !(address.Scheme == Uri.UriSchemeHttps || (allowsHttp && address.Scheme == Uri.UriSchemeHttp))
            || issuer.Contains('?', StringComparison.Ordinal) || issuer.Contains('#', StringComparison.Ordinal) || address.UserInfo.Length > 0)
        {
            issuer = null;
        }

        return issuer is not null;
    }

    /// <summary>A client id, or a client secret: visible ASCII (RFC 6749 appendix A), something at least.</summary>
    public static bool TryCredential(string? input, [NotNullWhen(true)] out string? credential)
    {
        credential = Tidy(input);
        return credential is not null;
    }

    /// <summary>Scopes, separated by spaces (RFC 6749 §3.3); <c>openid</c> comes first, typed or not.</summary>
    public static bool TryScopes(string? input, [NotNullWhen(true)] out string? scopes)
    {
        scopes = null;
        var each = (input ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (each.All(scope => scope.All(c => c is > ' ' and <= '~' and not '"' and not '\\')))
        {
            var all = string.Join(' ', each.Prepend(OpenId).Distinct());
            scopes = all.Length <= Longest ? all : null;
        }

        return scopes is not null;
    }

    private static string? Tidy(string? input) =>
        input?.Trim() is { Length: > 0 and <= Longest } tidy && tidy.All(c => c is >= ' ' and <= '~') ? tidy : null;
}

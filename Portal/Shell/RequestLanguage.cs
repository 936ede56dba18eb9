using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Primitives;
using Portal.Security;
using Portal.Texts;

namespace Portal.Shell;

/// <summary>The language that the operator who is signed in has chosen.</summary>
public sealed class OperatorsLanguage : RequestCultureProvider
{
    /// <inheritdoc />
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = httpContext.User.FindFirst(SessionCookie.LanguageClaim)?.Value;
        return Task.FromResult(Languages.Knows(language) ? new ProviderCultureResult(Languages.CultureOf(language!).Name) : null);
    }
}

/// <summary>The first of the browser's languages that Portal speaks, whatever the region.</summary>
public sealed class BrowsersLanguage : RequestCultureProvider
{
    /// <inheritdoc />
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext)
    {
        var language = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(accepted => accepted.Quality ?? 1)
            .Select(accepted => LanguageOf(accepted.Value))
            .FirstOrDefault(Languages.Knows);
        return Task.FromResult(language is null ? null : new ProviderCultureResult(Languages.CultureOf(language).Name));
    }

    private static string LanguageOf(StringSegment tag) => tag.ToString().Split('-')[0].ToLowerInvariant();
}

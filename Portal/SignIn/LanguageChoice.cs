using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Operators;
using Portal.Security;
using Portal.Shell;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>The language, chosen on a page without a session or in the menu under one's own name.</summary>
internal static class LanguageChoice
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    public static async Task<IResult> AnswerAsync(HttpContext context, OperatorDetails details, IOptions<PortalOptions> portal)
    {
        var language = context.Request.Field("language");
        if (Languages.Knows(language))
        {
            if (SessionCookie.ActorOf(context.User) is { } actor)
            {
                await details.SetLanguageAsync(actor, language);
            }

            Remember(context.Response, language, portal.Value.IsSecure);
        }

        return GoBack(context);
    }

    public static Task<IResult> GoBackAfterAsync(HttpContext context, FormFault fault) => Task.FromResult<IResult>(GoBack(context, fault));

    /// <summary>Remembers a language in the browser, until another is chosen.</summary>
    internal static void Remember(HttpResponse response, string language, bool isSecure) => response.Cookies.Append(
        ShellServices.LanguageCookie,
        CookieRequestCultureProvider.MakeCookieValue(new(Languages.CultureOf(language))),
        new()
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Remembered,
            Path = "/",
            SameSite = SameSiteMode.Lax,
            Secure = isSecure,
        });

    private static SeeOther GoBack(HttpContext context, FormFault? fault = null)
    {
        // Only of a form that could be read is there a field to look at.
        var returnUrl = fault is null or FormFault.Stale ? LocalAddress.Of(context.Request.Field("returnUrl")) : null;
        return new SeeOther(returnUrl ?? "/");
    }
}

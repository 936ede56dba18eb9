using System.Globalization;
using Portal.Texts;

namespace Portal.Tests.Support;

/// <summary>Asks for something in a language of Portal's, and leaves the test's own as it was.</summary>
internal static class Speaking
{
    /// <summary>What <paramref name="say"/> answers in a language.</summary>
    /// <param name="language">The language's code, such as <c>nl</c>.</param>
    /// <param name="say">What is asked.</param>
    internal static T In<T>(string language, Func<T> say)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.CultureOf(language);
        try
        {
            return say();
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        }
    }
}

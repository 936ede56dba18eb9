using System.Globalization;

namespace Portal.Texts;

/// <summary>Every word that a person reads, one line a text with all its languages side by side.</summary>
/// <remarks>
/// A text is code: a missing translation does not compile, a parameter has a type, and a plural is an ordinary choice.
/// The language is that of <see cref="CultureInfo.CurrentUICulture"/>, read anew each time.
/// </remarks>
public static partial class Words
{
    private static string Say(string english, string dutch) =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "nl" ? dutch : english;
}

using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Texts;

/// <summary>Every word that a person reads, one line a text with all its languages side by side.</summary>
/// <remarks>
/// A text is code: a missing translation does not compile, a parameter has a type, and a plural is an ordinary choice.
/// The language is that of <see cref="CultureInfo.CurrentUICulture"/>, read anew each time.
/// </remarks>
public static partial class Words
{
    private const char NoBreakSpace = '\u00a0';

    private static string Say(string english, string dutch, string german, string french) => Languages.Current switch
    {
        "nl" => dutch,
        "de" => german,
        "fr" => FrenchSpaces().Replace(french, NoBreakSpace.ToString()),
        _ => english,
    };

    /// <summary>French <em>de</em> before a name: d'Anna, de Carla. An h is taken as mute, as in most names.</summary>
    private static string De(string name) => Elides(name) ? $"d'{name}" : $"de {name}";

    /// <summary>French <em>que</em> before a name: qu'Anna, que Carla.</summary>
    private static string Que(string name) => Elides(name) ? $"qu'{name}" : $"que {name}";

    /// <summary>French <em>jusque</em> before a moment: jusqu'à demain, 10:42; jusqu'au 26 nov., 10:42.</summary>
    private static string Jusque(string when) => IsDate(when) ? $"jusqu'au {when}" : $"jusqu'à {when}";

    /// <summary>French <em>depuis</em> before a moment: depuis hier, 10:42; depuis le 20 nov., 10:42.</summary>
    private static string Depuis(string when) => IsDate(when) ? $"depuis le {when}" : $"depuis {when}";

    /// <summary>French <em>le</em> before a moment that is a date: hier, 10:42; le 20 nov., 10:42.</summary>
    private static string Le(string when) => IsDate(when) ? $"le {when}" : when;

    private static bool IsDate(string when) => when is [>= '0' and <= '9', ..];

    // The first letter without its accent: Élodie and Émile elide like Eva.
    private static bool Elides(string name) =>
        name.Normalize(System.Text.NormalizationForm.FormD) is [var first, ..] && "aeiouhœ".Contains(char.ToLowerInvariant(first), StringComparison.Ordinal);

    /// <summary>French sets these marks apart, and a line does not break there; nor between a number and its unit of time.</summary>
    [GeneratedRegex(@"(?<=«) | (?=[:;?!»])|(?<=\d) (?=(?:s|secondes?|minutes?|heures?|jours?)\b)")]
    private static partial Regex FrenchSpaces();
}

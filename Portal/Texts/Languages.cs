using System.Globalization;

namespace Portal.Texts;

/// <summary>The languages that Portal speaks, and how a choice of one becomes a culture.</summary>
public static class Languages
{
    /// <summary>The language of who has chosen none and whose browser asks for none of ours.</summary>
    public const string Default = "en";

    /// <summary>Each language by its code (ISO 639-1), with the name that its own speakers use.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["en"] = "English",
        ["nl"] = "Nederlands",
        ["de"] = "Deutsch",
        ["fr"] = "Français",
    };

    /// <summary>The code of the language at hand, which need not be one of <see cref="All"/>.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>The culture for a language: dates and times of the region where Portal's readers of it are.</summary>
    /// <remarks>English is written as in Great Britain: day before month, 24 hours.</remarks>
    public static CultureInfo CultureOf(string language) => CultureInfo.GetCultureInfo(language switch
    {
        "nl" => "nl-NL",
        "de" => "de-DE",
        "fr" => "fr-FR",
        _ => "en-GB",
    });

    /// <summary>Whether <paramref name="language"/> is the code of a language that Portal speaks.</summary>
    public static bool Knows(string? language) => language is not null && All.ContainsKey(language);
}

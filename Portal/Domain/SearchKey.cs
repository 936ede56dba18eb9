using System.Globalization;
using System.Text;

namespace Portal.Domain;

/// <summary>Text as lists sort and search it: without case and accents, so that <em>eva</em> finds Éva and she stands among the E.</summary>
public static class SearchKey
{
    // Below every character that a name can have, so that a shorter name comes before a longer one.
    private const char Between = '\n';

    /// <summary>Longest key of an operator, in UTF-16 characters: a letter may fold to many, such as ﷺ to eighteen.</summary>
    public const int Longest = 400;

    /// <summary>
    /// What an operator is found by: the name, then the address. No two operators share one: where folding an address changes
    /// more than its case, the address itself stands at the end.
    /// </summary>
    public static string Of(string name, string? email)
    {
        var (address, folded) = ((email ?? "").ToUpperInvariant(), Fold(email ?? ""));
        var start = Cut(Fold(name), Entry.LongestName);
        return address == folded
            ? $"{start}{Between}{folded}"
            : $"{start}{Between}{Cut(folded, Longest - start.Length - address.Length - 2)}{Between}{address}";
    }

    /// <summary>Folds what somebody types into a search field, or what is searched.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Control))
            {
                folded.Append(Rune.ToUpperInvariant(rune).ToString());
            }
        }

        return folded.ToString();
    }

    // Never between the two halves of one character.
    private static string Cut(string text, int longest) =>
        text.Length <= longest ? text : text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)];
}

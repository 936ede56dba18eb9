using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net.Mail;
using System.Text;

namespace Portal.Domain;

/// <summary>What people type into a field, made fit to be kept: trimmed, in one Unicode form, without what cannot be stored.</summary>
public static class Entry
{
    private const int ZeroWidthNonJoiner = 0x200C;
    private const int ZeroWidthJoiner = 0x200D;

    /// <summary>Longest name of a person or an account, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>Longest e-mail address, in characters (RFC 5321 §4.5.3.1.3 less the angle brackets).</summary>
    public const int LongestEmail = 254;

    /// <summary>Longest free text that is kept with an act, in characters.</summary>
    public const int LongestReason = 200;

    /// <summary>A name: 1 to <see cref="LongestName"/> characters of any script, something to be seen among them.</summary>
    public static bool TryName(string? input, [NotNullWhen(true)] out string? name)
    {
        name = Tidy(input, LongestName);
        return name is not null && name.EnumerateRunes().Any(IsVisible);
    }

    /// <summary>A few words that may be left empty; <see langword="null"/> when too long or unfit.</summary>
    public static bool TryReason(string? input, out string reason)
    {
        var tidy = Tidy(input ?? "", LongestReason);
        reason = tidy ?? "";
        return tidy is not null;
    }

    /// <summary>One e-mail address and nothing beside it.</summary>
    public static bool TryEmail(string? input, [NotNullWhen(true)] out string? email)
    {
        email = Tidy(input, LongestEmail);
        if (email is null || !MailAddress.TryCreate(email, out var parsed) || parsed.Address != email || email.Any(char.IsWhiteSpace))
        {
            email = null;
        }

        return email is not null;
    }

    // Normalising refuses lone surrogates by exception, so they are looked for first.
    private static string? Tidy(string? input, int longest)
    {
        if (input is null || input.Length > longest * 2 || HasLoneSurrogate(input))
        {
            return null;
        }

        var tidy = input.Trim().Normalize(NormalizationForm.FormC);
        return tidy.Length <= longest && tidy.EnumerateRunes().All(IsFit) ? tidy : null;
    }

    // No control characters (NUL among them), no line breaks, and nothing invisible that turns the direction of what follows
    // or hides in a name. The two joiners stay: Persian, Hindi and emoji cannot be written without them.
    private static bool IsFit(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => false,
        UnicodeCategory.Format => rune.Value is ZeroWidthNonJoiner or ZeroWidthJoiner,
        _ => true,
    };

    private static bool IsVisible(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune) || Rune.IsPunctuation(rune);

    private static bool HasLoneSurrogate(ReadOnlySpan<char> input)
    {
        while (!input.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(input, out _, out var consumed) != OperationStatus.Done)
            {
                return true;
            }

            input = input[consumed..];
        }

        return false;
    }
}

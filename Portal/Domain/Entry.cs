using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Net.Mail;
using System.Text;

namespace Portal.Domain;

/// <summary>What people type into a field, made fit to be kept: trimmed, in one Unicode form, without what cannot be stored.</summary>
public static class Entry
{
    /// <summary>Longest name of a person or an account, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>Longest e-mail address, in characters (RFC 5321 §4.5.3.1.3 less the angle brackets).</summary>
    public const int LongestEmail = 254;

    /// <summary>Longest free text that is kept with an act, in characters.</summary>
    public const int LongestReason = 200;

    /// <summary>A name: 1 to <see cref="LongestName"/> characters of any script, no control characters (NUL among them).</summary>
    public static bool TryName(string? input, [NotNullWhen(true)] out string? name)
    {
        name = Tidy(input, LongestName);
        return !string.IsNullOrEmpty(name);
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
        return tidy.Length <= longest && !tidy.Any(char.IsControl) ? tidy : null;
    }

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

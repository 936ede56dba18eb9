using System.Diagnostics.CodeAnalysis;

namespace Portal.Domain;

/// <summary>The six digits that an app shows, freed of the spaces and hyphens that people type between them.</summary>
public sealed class OneTimeCode
{
    /// <summary>Number of digits in a code.</summary>
    public const int Digits = 6;

    // Room for digits with separators; more is not somebody's typing.
    private const int LongestInput = 32;

    private OneTimeCode(string digits) => Value = digits;

    /// <summary>The digits, '0' to '9' only.</summary>
    public string Value { get; }

    /// <summary>Reads what a person typed. Digits of other scripts are not digits here: apps show '0' to '9'.</summary>
    public static bool TryParse([NotNullWhen(true)] string? input, [NotNullWhen(true)] out OneTimeCode? code)
    {
        code = null;
        if (input is null || input.Length > LongestInput)
        {
            return false;
        }

        var digits = string.Concat(input.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2013')));
        if (digits.Length == Digits && digits.All(char.IsAsciiDigit))
        {
            code = new(digits);
        }

        return code is not null;
    }

    /// <inheritdoc />
    public override string ToString() => "OneTimeCode(secret)";
}

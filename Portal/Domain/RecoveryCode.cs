using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Portal.Domain;

/// <summary>What signs in once in place of a code: ten characters, 50 random bits, written as <c>3K7QP-XM4TD</c>.</summary>
/// <remarks>
/// A look-up secret of NIST SP 800-63B §3.1.2, which asks for 20 bits at least where tries are bounded. Its
/// <see cref="ToString"/> never shows it, so that no log line can.
/// </remarks>
public sealed class RecoveryCode
{
    /// <summary>How many an operator gets at once.</summary>
    public const int InASet = 10;

    /// <summary>Number of characters in a code, its hyphen not counted.</summary>
    public const int Length = 10;

    /// <summary>Capitals and digits without I, O, 1 and 0, which are taken for each other: 32 of them, five bits each.</summary>
    public const string Alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    // Room for a code with separators; more is not somebody's typing.
    private const int LongestInput = 32;

    private RecoveryCode(string value) => Value = value;

    /// <summary>The characters, of <see cref="Alphabet"/> only, without the hyphen.</summary>
    public string Value { get; }

    /// <summary>A new code from the system's random generator.</summary>
    public static RecoveryCode Create() => new(RandomNumberGenerator.GetString(Alphabet, Length));

    /// <summary>Reads what a person typed: in whatever case, with or without spaces and hyphens.</summary>
    /// <remarks>
    /// A written L that is read back as 1 or I can only have been an L, and is taken for one. A nought or an O is refused: it may
    /// stand for D as well as for Q, and a guess would spend one of the tries.
    /// </remarks>
    public static bool TryParse([NotNullWhen(true)] string? input, [NotNullWhen(true)] out RecoveryCode? code)
    {
        code = null;
        if (input is null || input.Length > LongestInput)
        {
            return false;
        }

        var value = string.Concat(input.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '\u2010' or '\u2011' or '\u2013')).Select(Meant));
        if (value.Length == Length && value.All(Alphabet.Contains))
        {
            code = new(value);
        }

        return code is not null;
    }

    /// <summary>The code as it is shown and written down: two groups of five.</summary>
    public string ToGroups() => $"{Value[..(Length / 2)]}-{Value[(Length / 2)..]}";

    /// <inheritdoc />
    public override string ToString() => "RecoveryCode(secret)";

    // Letters of other scripts stay what they are, and are refused: some of them have capitals among ours.
    private static char Meant(char typed) => typed switch
    {
        '1' or 'I' or 'i' => 'L',
        >= 'a' and <= 'z' => (char)(typed - 'a' + 'A'),
        _ => typed,
    };
}

using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Portal.Domain;

/// <summary>The name by which people find their account's single sign-on: part of an address, and typed by hand.</summary>
public static partial class SignInName
{
    /// <summary>Shortest name, in characters.</summary>
    public const int Shortest = 2;

    /// <summary>Longest name, in characters.</summary>
    public const int Longest = 40;

    /// <summary>Letters a to z, digits and single hyphens between them; capitals are taken for small letters.</summary>
    public static bool TryParse(string? input, [NotNullWhen(true)] out string? name)
    {
        name = input?.Trim().ToLowerInvariant();
        if (name is null || name.Length is < Shortest or > Longest || !Form().IsMatch(name))
        {
            name = null;
        }

        return name is not null;
    }

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Form();
}

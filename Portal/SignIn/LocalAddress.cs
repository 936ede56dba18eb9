namespace Portal.SignIn;

/// <summary>Addresses to go to after something: inside this portal, or nowhere (OWASP ASVS 5.0, 3.7.2).</summary>
public static class LocalAddress
{
    /// <summary>Where everybody lands who asked for nothing else.</summary>
    public const string Home = "/home";

    private const int Longest = 2_000;

    private static readonly Uri Here = new("http://here.invalid");

    /// <summary>The address in its one written form (percent-encoded, dots resolved); <see langword="null"/> when it leads elsewhere.</summary>
    public static string? Of(string? asked)
    {
        if (!IsPath(asked) || asked.Length > Longest || !Uri.TryCreate(Here, asked, out var whole) || whole.Authority != Here.Authority)
        {
            return null;
        }

        // Resolving dots can uncover a second slash, which browsers take for another host.
        var resolved = whole.PathAndQuery + whole.Fragment;
        return IsPath(resolved) ? resolved : null;
    }

    /// <summary>A path of ours with the address to return to.</summary>
    public static string With(string path, string? returnUrl) => Of(returnUrl) is { } local
        ? $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}returnUrl={Uri.EscapeDataString(local)}"
        : path;

    private static bool IsPath([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] string? address) =>
        address is ['/', ..] and not ['/', '/' or '\\', ..] && !address.Any(c => char.IsControl(c) || c == '\\');
}

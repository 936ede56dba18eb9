namespace Portal.Texts;

/// <summary>What a browser calls itself, as people call it: "Firefox on Windows".</summary>
public static class Browsers
{
    // The order matters: each but the last two also says that it is one of those that follow.
    private static readonly (string Token, string Name)[] Names =
    [
        ("Edg", "Edge"), ("OPR", "Opera"), ("Opera", "Opera"), ("OPT/", "Opera"), ("OPiOS", "Opera"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"),
        ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari"),
    ];

    private static readonly (string Token, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
        ("Macintosh", "macOS"), ("macOS", "macOS"), ("CrOS", "ChromeOS"), ("ChromeOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>Browser and system by name; "Unknown browser" for what is neither said nor known.</summary>
    /// <param name="userAgent">The header <c>User-Agent</c> (RFC 9110 §10.1.5). A name that this method made stays that name.</param>
    public static string NameOf(string? userAgent)
    {
        var browser = Find(Names, userAgent);
        var system = Find(Systems, userAgent);
        return (browser, system) switch
        {
            (not null, not null) => Words.BrowserOn(browser, system),
            (not null, null) => browser,
            (null, not null) => Words.BrowserOn(Words.UnknownBrowser, system),
            (null, null) => Words.UnknownBrowser,
        };
    }

    private static string? Find((string Token, string Name)[] known, string? userAgent) =>
        userAgent is null ? null : known.FirstOrDefault(entry => userAgent.Contains(entry.Token, StringComparison.Ordinal)).Name;
}

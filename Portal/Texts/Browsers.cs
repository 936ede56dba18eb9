namespace Portal.Texts;

/// <summary>Browsers by the names that people know them by.</summary>
public static class Browsers
{
    // In this order: each of the later ones also says the earlier names of somebody else.
    private static readonly (string Mark, string Name)[] Programs =
    [
        ("Edg/", "Edge"), ("EdgA/", "Edge"), ("EdgiOS/", "Edge"), ("OPR/", "Opera"), ("OPT/", "Opera"), ("OPiOS/", "Opera"),
        ("Firefox/", "Firefox"), ("FxiOS/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows NT", "Windows"), ("Mac OS X", "macOS"), ("Macintosh", "macOS"),
        ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    /// <summary>"Firefox on Windows", from what a browser says of itself (RFC 9110 §10.1.5), which may be anything.</summary>
    public static string NameOf(string? userAgent)
    {
        var program = Find(Programs, userAgent);
        var system = Find(Systems, userAgent);
        return (program, system) switch
        {
            ({ } browser, { } on) => Words.BrowserOn(browser, on),
            ({ } browser, null) => browser,
            _ => Words.UnknownBrowser,
        };
    }

    private static string? Find((string Mark, string Name)[] known, string? userAgent) => userAgent is null
        ? null
        : known.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.Ordinal)).Name;
}

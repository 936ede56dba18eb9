namespace Portal.Texts;

/// <summary>Where somebody is signed in, and by which browser.</summary>
public static partial class Words
{
    public static string WhereYouAreSignedIn => Say("Where you are signed in", "Waar u bent ingelogd");

    public static string WhereTheyAreSignedIn(string name) => Say($"Where {name} is signed in", $"Waar {name} is ingelogd");

    public static string ThisBrowser => Say("This browser", "Deze browser");

    public static string SignedInSince(string when) => Say($"since {when}", $"sinds {when}");

    public static string LastSeen(string when) => Say($"last seen {when}", $"laatst gezien {when}");

    public static string SignOutEverywhereElse => Say("Sign out everywhere else", "Overal elders uitloggen");

    public static string SignOutEverywhere => Say("Sign out everywhere", "Overal uitloggen");

    /// <summary>The accessible name of a <em>Sign out</em> button: which session it ends.</summary>
    public static string SignOutOf(string browser) => Say($"Sign out: {browser}", $"Uitloggen: {browser}");

    public static string SignOutElsewhereWhy => Say(
        "Pages that are open there close within seconds; unsaved work on them is lost.",
        "Pagina's die daar open staan, sluiten binnen enkele seconden; niet-opgeslagen werk gaat verloren.");

    public static string NotSignedInAnywhere(string name) => Say($"{name} is not signed in anywhere.", $"{name} is nergens ingelogd.");

    /// <summary>The outcome of a reset, with the browsers that it signed out.</summary>
    public static string SessionsEnded(int count, string browsers) => count == 1
        ? Say($"1 session ended: {browsers}.", $"1 sessie beëindigd: {browsers}.")
        : Say($"{count} sessions ended: {browsers}.", $"{count} sessies beëindigd: {browsers}.");
}

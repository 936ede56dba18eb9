namespace Portal.Texts;

/// <summary>Where somebody is signed in, and by which browser.</summary>
public static partial class Words
{
    public static string WhereYouAreSignedIn => Say(
        "Where you are signed in",
        "Waar u bent ingelogd",
        "Wo Sie angemeldet sind",
        "Vos sessions ouvertes");

    public static string WhereTheyAreSignedIn(string name) => Say(
        $"Where {name} is signed in",
        $"Waar {name} is ingelogd",
        $"Wo {name} angemeldet ist",
        $"Sessions ouvertes {De(name)}");

    public static string ThisBrowser => Say("This browser", "Deze browser", "Dieser Browser", "Ce navigateur");

    public static string SignedInSince(string when) => Say($"since {when}", $"sinds {when}", $"seit {when}", Depuis(when));

    public static string LastSeen(string when) => Say(
        $"last seen {when}",
        $"laatst gezien {when}",
        $"zuletzt aktiv: {when}",
        $"dernière activité : {when}");

    public static string SignOutEverywhereElse => Say(
        "Sign out everywhere else",
        "Overal elders uitloggen",
        "Überall sonst abmelden",
        "Se déconnecter partout ailleurs");

    public static string SignOutEverywhere => Say("Sign out everywhere", "Overal uitloggen", "Überall abmelden", "Déconnecter partout");

    /// <summary>The accessible name of a <em>Sign out</em> button: which session it ends.</summary>
    public static string SignOutOf(string browser) => Say(
        $"Sign out: {browser}",
        $"Uitloggen: {browser}",
        $"Abmelden: {browser}",
        $"Se déconnecter : {browser}");

    public static string SignOutElsewhereWhy => Say(
        "Pages that are open there close within seconds; unsaved work on them is lost.",
        "Pagina's die daar open staan, sluiten binnen enkele seconden; niet-opgeslagen werk gaat verloren.",
        "Dort geöffnete Seiten schließen sich innerhalb weniger Sekunden; nicht gespeicherte Eingaben darauf gehen verloren.",
        "Les pages qui y sont ouvertes se ferment en quelques secondes ; le travail non enregistré sur ces pages est perdu.");

    public static string NotSignedInAnywhere(string name) => Say(
        $"{name} is not signed in anywhere.",
        $"{name} is nergens ingelogd.",
        $"{name} ist nirgends angemeldet.",
        $"{name} n'a pas de session ouverte.");

    /// <summary>The outcome of a reset, with the browsers that it signed out.</summary>
    public static string SessionsEnded(int count, string browsers) => count == 1
        ? Say(
            $"1 session ended: {browsers}.",
            $"1 sessie beëindigd: {browsers}.",
            $"1 Sitzung beendet: {browsers}.",
            $"1 session terminée : {browsers}.")
        : Say(
            $"{count} sessions ended: {browsers}.",
            $"{count} sessies beëindigd: {browsers}.",
            $"{count} Sitzungen beendet: {browsers}.",
            $"{count} sessions terminées : {browsers}.");
}

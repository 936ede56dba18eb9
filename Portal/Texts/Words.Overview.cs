namespace Portal.Texts;

/// <summary>The Overview: how far operators are covered, and what needs somebody.</summary>
public static partial class Words
{
    // Coverage.

    public static string Coverage => Say("Coverage", "Dekking", "Abdeckung", "Couverture");

    /// <summary>The figure; <see cref="CoverageFigureOf"/> goes on.</summary>
    public static string CoverageFigure(int active, int total) => Say(
        $"{Number(active)} of {Number(total)}",
        total == 1 ? $"{Number(active)} van 1" : $"{Number(active)} van de {Number(total)}",
        $"{Number(active)} von {Number(total)}",
        total == 1 ? $"{Number(active)} sur 1" : $"{Number(active)} sur les {Number(total)}");

    public static string CoverageFigureOf(int active, int total) => Say(
        $"{(total == 1 ? "operator who signs in" : "operators who sign in")} with a password {(active == 1 || total == 1 ? "is" : "are")} asked for a code",
        $"{(total == 1 ? "operator die met een wachtwoord inlogt," : "operators die met een wachtwoord inloggen,")} {(active == 1 || total == 1 ? "moet" : "moeten")} ook een code invoeren",
        $"{(total == 1 ? "Operator, der sich mit Passwort anmeldet," : "Operatoren, die sich mit Passwort anmelden,")} {(active == 1 || total == 1 ? "wird" : "werden")} nach einem Code gefragt",
        $"{(total == 1 ? "opérateur qui se connecte" : "opérateurs qui se connectent")} par mot de passe {(active < 2 || total == 1 ? "doit" : "doivent")} aussi saisir un code");

    public static string NobodyByPassword => Say(
        "Nobody signs in with a password.",
        "Niemand logt met een wachtwoord in.",
        "Niemand meldet sich mit Passwort an.",
        "Personne ne se connecte par mot de passe.");

    /// <summary>Of the chart: neither active nor due.</summary>
    public static string PasswordAlone => Say("Password alone", "Alleen wachtwoord", "Nur Passwort", "Mot de passe seul");

    public static string AsTable => Say("As a table", "Als tabel", "Als Tabelle", "En tableau");

    public static string AsChart => Say("As a chart", "Als diagram", "Als Diagramm", "En graphique");

    public static string RecordedOn => Say("Recorded on", "Vastgelegd op", "Erfasst am", "Relevé du");

    public static string InAll => Say("In all", "Samen", "Gesamt", "Au total");

    /// <summary>Below the last bar of the chart.</summary>
    public static string AtPresent => Say("now", "nu", "jetzt", "actuel");

    public static string CoverageWeekByWeek => Say(
        "Operators who sign in with a password, week by week",
        "Operators die met een wachtwoord inloggen, per week",
        "Operatoren, die sich mit Passwort anmelden, Woche für Woche",
        "Opérateurs qui se connectent par mot de passe, semaine par semaine");

    /// <summary>The chart in words.</summary>
    public static string CoverageSummary(string firstDay, int firstActive, int firstTotal, int active, int total, int due) => Say(
        $"{WithColon(CoverageWeekByWeek)} {Number(firstActive)} of {Number(firstTotal)} active on {firstDay}, {Number(active)} of {Number(total)} now; {Number(due)} with set-up due now.",
        $"{WithColon(CoverageWeekByWeek)} op {firstDay} {Number(firstActive)} van {Number(firstTotal)} actief, nu {Number(active)} van {Number(total)}; nu bij {Number(due)} instellen vereist.",
        $"{WithColon(CoverageWeekByWeek)} am {firstDay} {Number(firstActive)} von {Number(firstTotal)} aktiv, jetzt {Number(active)} von {Number(total)}; jetzt bei {Number(due)} Einrichtung fällig.",
        $"{WithColon(CoverageWeekByWeek)} {Number(firstActive)} sur {Number(firstTotal)} avec une authentification active le {firstDay}, {Number(active)} sur {Number(total)} aujourd'hui ; {Number(due)} à configurer aujourd'hui.");

    public static string CoverageBegins(string since, string begins) => Say(
        $"Recorded since {since}. The chart begins on {begins}, when there is a week to show.",
        $"Vastgelegd sinds {since}. Het diagram begint op {begins}, als er een week te tonen is.",
        $"Erfasst seit dem {since}. Das Diagramm beginnt am {begins}, sobald es eine Woche zu zeigen gibt.",
        $"Relevé depuis le {since}. Le graphique commence le {begins}, dès qu'il y a une semaine à montrer.");

    // What needs somebody.

    public static string ShowList => Say("Show list", "Lijst tonen", "Liste anzeigen", "Afficher la liste");

    public static string ShowAdministrators => Say(
        "Show administrators",
        "Beheerders tonen",
        "Administratoren anzeigen",
        "Afficher les administrateurs");

    /// <summary>A few names, and how many more.</summary>
    public static string AndMore(string names, int more) => more == 0 ? names : Say(
        $"{names} and {Number(more)} more",
        $"{names} en nog {Number(more)}",
        $"{names} und {Number(more)} weitere",
        $"{names} et {Number(more)} {(more == 1 ? "autre" : "autres")}");

    public static string MoreAskForHelp(int more) => more == 1
        ? Say("1 more asks for help", "Nog 1 operator vraagt om hulp", "1 weiterer Operator bittet um Hilfe", "1 autre opérateur demande de l'aide")
        : Say(
            $"{Number(more)} more ask for help",
            $"Nog {Number(more)} operators vragen om hulp",
            $"{Number(more)} weitere Operatoren bitten um Hilfe",
            $"{Number(more)} autres opérateurs demandent de l'aide");

    public static string MoreAskForHelpWhy => Say(
        "They appear here as these are answered.",
        "Ze verschijnen hier zodra deze zijn beantwoord.",
        "Sie erscheinen hier, sobald diese beantwortet sind.",
        "Ils apparaissent ici à mesure que les demandes ci-dessus sont traitées.");

    public static string YouAreTheOnlyAdministrator => Say(
        "You are the only administrator who can sign in",
        "U bent de enige beheerder die kan inloggen",
        "Nur Sie können sich als Administrator anmelden",
        "Vous êtes le seul administrateur à pouvoir se connecter");

    public static string YouAreTheOnlyAdministratorWhy => Say(
        "If you lose your phone or your password, only whoever runs the server can help.",
        "Raakt u uw telefoon of wachtwoord kwijt, dan kan alleen wie de server beheert nog helpen.",
        "Verlieren Sie Ihr Telefon oder Ihr Passwort, kann nur noch helfen, wer den Server betreibt.",
        "Si vous perdez votre téléphone ou votre mot de passe, seule la personne qui gère le serveur peut vous aider.");

    /// <summary>Of one operator; how long, from two days on.</summary>
    public static string SetUpIsDue(string name, int days) => days < 2
        ? Say(
            $"{name} has set-up due",
            $"{name} moet tweefactorauthenticatie nog instellen",
            $"Bei {name} ist die Einrichtung fällig",
            $"{name} doit encore configurer l'authentification")
        : Say(
            $"{name} has had set-up due for {Number(days)} days",
            $"{name} moet tweefactorauthenticatie al {Number(days)} dagen instellen",
            $"Bei {name} ist die Einrichtung seit {Number(days)} Tagen fällig",
            $"{name} doit configurer l'authentification depuis {Number(days)} jours");

    public static string RequiredBy(string who, string when) => Say(
        $"Required by {who}, {when}.",
        $"Vereist door {who}: {when}.",
        $"Als erforderlich festgelegt durch {who}: {when}.",
        $"Rendue obligatoire par {who}, {Le(when)}.");

    public static string SetUpsAreDue(int count) => count == 1
        ? Say("1 operator has set-up due", "1 operator moet nog instellen", "Bei 1 Operator ist die Einrichtung fällig", "1 opérateur doit encore configurer l'authentification")
        : Say(
            $"{Number(count)} operators have set-up due",
            $"{Number(count)} operators moeten nog instellen",
            $"Bei {Number(count)} Operatoren ist die Einrichtung fällig",
            $"{Number(count)} {(count == 0 ? "opérateur doit" : "opérateurs doivent")} encore configurer l'authentification");

    public static string SetUpsAreDueWhy => Say(
        "Set-up comes first at the next sign-in with a password.",
        "Bij de volgende login met een wachtwoord komt eerst het instellen.",
        "Bei der nächsten Anmeldung mit Passwort kommt zuerst die Einrichtung.",
        "La prochaine connexion par mot de passe commencera par la configuration.");

    public static string AdministratorHasNone(string name) => Say(
        $"Administrator {name} has nothing set up",
        $"Beheerder {name} heeft niets ingesteld",
        $"Administrator {name} hat nichts eingerichtet",
        $"{name} administre le compte et n'a rien configuré");

    public static string AdministratorHasNoneWhy => Say(
        "Whoever gets in as an administrator can switch the protection of everybody off.",
        "Wie als beheerder binnenkomt, kan de beveiliging van iedereen uitschakelen.",
        "Wer als Administrator hineinkommt, kann den Schutz aller ausschalten.",
        "Quiconque entre comme administrateur peut désactiver la protection de tous.");

    public static string AdministratorsHaveNone(int count) => count == 1
        ? Say("1 administrator has nothing set up", "1 beheerder heeft niets ingesteld", "1 Administrator hat nichts eingerichtet", "1 administrateur n'a rien configuré")
        : Say(
            $"{Number(count)} administrators have nothing set up",
            $"{Number(count)} beheerders hebben niets ingesteld",
            $"{Number(count)} Administratoren haben nichts eingerichtet",
            $"{Number(count)} {(count == 0 ? "administrateur n'a" : "administrateurs n'ont")} rien configuré");

    public static string OwnSettingLapses(string name, string when) => Say(
        $"{name}'s own setting lapses {when}",
        $"De eigen instelling van {name} vervalt: {when}",
        $"Die eigene Einstellung von {name} läuft ab: {when} Uhr",
        $"Le réglage propre {De(name)} prend fin {Le(when)}");

    public static string OwnSettingsLapse(int count, int days) => Say(
        $"{Number(count)} own {(count == 1 ? "setting lapses" : "settings lapse")} within {Days(days, "day", "days")}",
        $"{Number(count)} eigen {(count == 1 ? "instelling vervalt" : "instellingen vervallen")} binnen {Days(days, "dag", "dagen")}",
        $"{Number(count)} eigene {(count == 1 ? "Einstellung läuft" : "Einstellungen laufen")} innerhalb von {Days(days, "Tag", "Tagen")} ab",
        $"{Number(count)} {(count < 2 ? "réglage propre prend" : "réglages propres prennent")} fin d'ici {Days(days, "jour", "jours")}");

    public static string InvitationEnds(string name, string when) => Say(
        $"{name}'s invitation expires {when}",
        $"De uitnodiging voor {name} verloopt: {when}",
        $"Die Einladung für {name} läuft ab: {when} Uhr",
        $"L'invitation adressée à {name} expire {Le(when)}");

    public static string InvitationsEnd(int count, int days) => Say(
        $"{Number(count)} {(count == 1 ? "invitation expires" : "invitations expire")} within {Days(days, "day", "days")}",
        $"{Number(count)} {(count == 1 ? "uitnodiging verloopt" : "uitnodigingen verlopen")} binnen {Days(days, "dag", "dagen")}",
        $"{Number(count)} {(count == 1 ? "Einladung läuft" : "Einladungen laufen")} innerhalb von {Days(days, "Tag", "Tagen")} ab",
        $"{Number(count)} {(count < 2 ? "invitation expire" : "invitations expirent")} d'ici {Days(days, "jour", "jours")}");

    public static string InvitationWorksNoLonger(string name) => Say(
        $"{name}'s invitation works no longer",
        $"De uitnodiging voor {name} werkt niet meer",
        $"Die Einladung für {name} gilt nicht mehr",
        $"L'invitation adressée à {name} n'est plus valable");

    public static string InvitationsAreOver(int count) => Say(
        $"{Number(count)} {(count == 1 ? "invitation has" : "invitations have")} expired",
        $"{Number(count)} {(count == 1 ? "uitnodiging is" : "uitnodigingen zijn")} verlopen",
        $"{Number(count)} {(count == 1 ? "Einladung ist" : "Einladungen sind")} abgelaufen",
        $"{Number(count)} {(count < 2 ? "invitation a expiré" : "invitations ont expiré")}");

    private static string Days(int count, string one, string several) => $"{Number(count)} {(count == 1 ? one : several)}";
}

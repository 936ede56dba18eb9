using Portal.Domain;

namespace Portal.Texts;

/// <summary>The list of operators: search, filters, pages.</summary>
public static partial class Words
{
    public static string SearchOperators => Say("Search name or e-mail", "Zoek op naam of e-mail", "Name oder E-Mail suchen", "Rechercher un nom ou un e-mail");

    public static string Filters => Say("Filter by", "Filteren op", "Filtern nach", "Filtrer par");

    public static string MoreFilters => Say("More filters", "Meer filters", "Weitere Filter", "Plus de filtres");

    public static string FewerFilters => Say("Fewer filters", "Minder filters", "Weniger Filter", "Moins de filtres");

    public static string ClearFilters => Say("Clear filters", "Filters wissen", "Filter zurücksetzen", "Effacer les filtres");

    /// <summary>Of a filter that is not set: "Role: any".</summary>
    public static string AnyValue => Say("any", "alle", "beliebig", "indifférent");

    public static string AllButDeactivated => Say("all but deactivated", "alle behalve gedeactiveerd", "alle außer deaktivierten", "tous sauf désactivés");

    public static string OriginHead => Say("Origin", "Herkomst", "Herkunft", "Origine");

    public static string AllStatuses => Say("All", "Alle", "Alle", "Tous");

    /// <summary>Both statuses at which set-up is due.</summary>
    public static string SetUpDueShort => Say("Set-up due", "Instellen vereist", "Einrichtung fällig", "À configurer");

    public static string OfAccess(OperatorState state) => state switch
    {
        OperatorState.Invited => Say("invited", "uitgenodigd", "eingeladen", "invité"),
        OperatorState.Active => Say("accepted", "geaccepteerd", "angenommen", "accepté"),
        OperatorState.Deactivated => Say("deactivated", "gedeactiveerd", "deaktiviert", "désactivé"),
    };

    public static string Of(LastSignInFilter last) => last switch
    {
        LastSignInFilter.Last7Days => Say("in the last 7 days", "in de laatste 7 dagen", "in den letzten 7 Tagen", "ces 7 derniers jours"),
        LastSignInFilter.Over30Days => Say("more than 30 days ago", "meer dan 30 dagen geleden", "vor mehr als 30 Tagen", "il y a plus de 30 jours"),
        LastSignInFilter.Over90Days => Say("more than 90 days ago", "meer dan 90 dagen geleden", "vor mehr als 90 Tagen", "il y a plus de 90 jours"),
        LastSignInFilter.Never => NeverSignedIn,
        LastSignInFilter.Invited => Invited,
        LastSignInFilter.InvitationEnding => Say("Invitation ends soon", "Uitnodiging verloopt binnenkort", "Einladung läuft bald ab", "Invitation bientôt expirée"),
        LastSignInFilter.InvitationExpired => InvitationExpired,
    };

    /// <summary>One of the five numbers beside a value, as a filter of the list.</summary>
    public static string ImpactFilterName(TwoFactorPolicy under, ImpactPart part) => Say(
        $"Under {Of(under)}: {PartOf(under, part)}",
        $"Bij {Of(under)}: {PartOf(under, part)}",
        $"Bei „{Of(under)}“: {PartOf(under, part)}",
        $"Avec « {Of(under)} » : {PartOf(under, part)}");

    public static string AuthenticatorFilterName(bool isSetUp) => isSetUp
        ? Say("Authenticator set up", "Authenticator ingesteld", "Authenticator eingerichtet", "Authentificateur configuré")
        : Say("Nothing set up", "Niets ingesteld", "Nichts eingerichtet", "Rien de configuré");

    public static string LapsesSoonFilterName => Say("Own setting lapses soon", "Eigen instelling vervalt binnenkort", "Eigene Einstellung läuft bald ab", "Réglage propre bientôt échu");

    public static string WithoutFilter(string filter) => Say(
        $"Remove the filter “{filter}”",
        $"Filter ‘{filter}’ verwijderen",
        $"Filter „{filter}“ entfernen",
        $"Retirer le filtre « {filter} »");

    public static string NobodyMatches => Say("No operator matches.", "Geen operator voldoet.", "Kein Operator gefunden.", "Aucun opérateur ne correspond.");

    public static string NobodyMatchesWhy => Say(
        "Search for a part of the name or the address, or clear the filters.",
        "Zoek op een deel van de naam of het adres, of wis de filters.",
        "Suchen Sie nach einem Teil des Namens oder der Adresse, oder setzen Sie die Filter zurück.",
        "Cherchez une partie du nom ou de l'adresse, ou effacez les filtres.");

    public static string ListNotRead => Say(
        "The list could not be read just now.",
        "De lijst kon zojuist niet worden gelezen.",
        "Die Liste konnte eben nicht gelesen werden.",
        "La liste n'a pas pu être lue à l'instant.");

    public static string DeactivatedNotShown(int count) => Say(
        $"{count:N0} deactivated not shown.",
        $"{count:N0} gedeactiveerd, niet getoond.",
        $"{count:N0} deaktiviert, nicht angezeigt.",
        $"{count:N0} accès {(count < 2 ? "désactivé non affiché" : "désactivés non affichés")}.");

    public static string ShowDeactivated => Say("Show", "Tonen", "Anzeigen", "Afficher");

    public static string ChosenCount(int count) => Say(
        $"{count:N0} chosen",
        $"{count:N0} gekozen",
        $"{count:N0} ausgewählt",
        $"{count:N0} {(count < 2 ? "choisi" : "choisis")}");

    public static string ChooseNone => Say("Choose none", "Niemand kiezen", "Auswahl aufheben", "Ne choisir personne");

    public static string ChoosePage => Say("Choose everybody on this page", "Iedereen op deze pagina kiezen", "Alle auf dieser Seite auswählen", "Choisir toutes les personnes de cette page");

    public static string ChooseOne(string name) => Say($"Choose {name}", $"{name} kiezen", $"{name} auswählen", $"Choisir {name}");

    public static string ActOnChosen(int count) => Say(
        $"Do something for {count:N0}",
        $"Iets doen voor {count:N0}",
        $"Etwas für {count:N0} tun",
        $"Agir pour {count:N0}");

    public static string ActOnAll(int count) => Say(
        $"Do something for all {count:N0}",
        $"Iets doen voor alle {count:N0}",
        $"Etwas für alle {count:N0} tun",
        $"Agir pour les {count:N0}");

    public static string SortBy => Say("Sort by", "Sorteren op", "Sortierung", "Trier par");

    public static string ReverseOrder => Say("Reverse the order", "Volgorde omkeren", "Reihenfolge umkehren", "Inverser l'ordre");

    public static string PagesOfList => Say("Pages of the list", "Pagina's van de lijst", "Seiten der Liste", "Pages de la liste");

    public static string FirstPage => Say("First page", "Eerste pagina", "Erste Seite", "Première page");

    public static string PreviousPage => Say("Previous", "Vorige", "Zurück", "Précédent");

    public static string NextPage => Say("Next", "Volgende", "Weiter", "Suivant");

    public static string LastPage => Say("Last page", "Laatste pagina", "Letzte Seite", "Dernière page");

    private static string PartOf(TwoFactorPolicy under, ImpactPart part) => (part, under) switch
    {
        (ImpactPart.NotSetUp, TwoFactorPolicy.Required) => Say("set-up due", "instellen vereist", "Einrichtung fällig", "à configurer"),
        (ImpactPart.NotSetUp, TwoFactorPolicy.Optional) => Say("free to choose", "vrij om te kiezen", "frei in der Wahl", "libres de choisir"),
        (ImpactPart.NotSetUp, TwoFactorPolicy.Disabled) => Say("nothing set up", "niets ingesteld", "nichts eingerichtet", "rien de configuré"),
        (ImpactPart.SetUp, TwoFactorPolicy.Disabled) => Say("paused", "gepauzeerd", "pausiert", "suspendus"),
        (ImpactPart.SetUp, TwoFactorPolicy.Required or TwoFactorPolicy.Optional) => Say("ready", "klaar", "bereit", "prêts"),
        (ImpactPart.OwnSetting, _) => Say("own setting", "eigen instelling", "eigene Einstellung", "réglage propre"),
        (ImpactPart.Invited, _) => Say("invited", "uitgenodigd", "eingeladen", "invités"),
        (ImpactPart.SingleSignOn, _) => SingleSignOn,
    };
}

using Portal.Domain;

namespace Portal.Texts;

/// <summary>End and reason of an own setting, and the mail before its end.</summary>
public static partial class Words
{
    public static string OverrideTerms => Say("End and reason", "Einde en reden", "Ende und Grund", "Fin et motif");

    public static string OverrideEnds => Say("Ends", "Eindigt", "Endet", "Prend fin");

    public static string OverrideEndsNever => Say("Never", "Nooit", "Nie", "Jamais");

    /// <summary>"14 Dec, 23:59 – then the account default holds".</summary>
    public static string OverrideEndsThen(string when, TwoFactorPolicy? after) => after is { } own
        ? Say(
            $"{when} – then the own setting is {Of(own)} again",
            $"{when} – daarna is de eigen instelling weer {Of(own)}",
            $"{when} Uhr – danach ist die eigene Einstellung wieder „{Of(own)}“",
            $"{when} – ensuite, le réglage propre est de nouveau « {Of(own)} »")
        : Say(
            $"{when} – then the account default holds",
            $"{when} – daarna geldt de accountstandaard",
            $"{when} Uhr – danach gilt der Standard des Accounts",
            $"{when} – ensuite s'applique le réglage par défaut du compte");

    public static string OverrideNoReason => Say("None given", "Niet opgegeven", "Nicht angegeben", "Non indiqué");

    public static string OverrideLastDay => Say("Last day", "Laatste dag", "Letzter Tag", "Dernier jour");

    public static string OverrideLastDayHelp(string zone) => Say(
        $"It ends when that day is over ({zone}). Left empty, it never ends.",
        $"Het eindigt als die dag voorbij is ({zone}). Leeg betekent: nooit.",
        $"Sie endet, wenn dieser Tag vorbei ist ({zone}). Leer bedeutet: nie.",
        $"Le réglage prend fin à l'issue de cette journée ({zone}). Champ vide : jamais.");

    public static string OverrideDayFault(int years) => Say(
        $"Choose a day from today on, at most {years} years ahead",
        $"Kies een dag vanaf vandaag, hooguit {years} jaar vooruit",
        $"Wählen Sie einen Tag ab heute, höchstens {years} Jahre im Voraus",
        $"Choisissez un jour à partir d'aujourd'hui, au plus tard dans {years} ans");

    // The mail three days before the end.

    public static string OverrideEnding(string? name) => name is null
        ? Say(
            "Your own two-factor authentication setting ends soon",
            "Uw eigen tweefactorauthenticatie-instelling eindigt binnenkort",
            "Ihre eigene Einstellung zur Zwei-Faktor-Authentifizierung endet bald",
            "Votre réglage propre de l'authentification à deux facteurs prend bientôt fin")
        : Say(
            $"{name}'s own two-factor authentication setting ends soon",
            $"De eigen tweefactorauthenticatie-instelling van {name} eindigt binnenkort",
            $"Die eigene Einstellung von {name} zur Zwei-Faktor-Authentifizierung endet bald",
            $"Le réglage propre {De(name)} pour l'authentification à deux facteurs prend bientôt fin");

    public static string OverrideEndingLead(string? name, TwoFactorPolicy own, string when, TwoFactorPolicy then, AfterPassword next) => name is null
        ? Say(
            $"Your own setting {Of(own)} ends on {when}; then {Of(then)} holds: {Then(next)}.",
            $"Uw eigen instelling {Of(own)} eindigt op {when}; daarna geldt {Of(then)}: {Then(next)}.",
            $"Ihre eigene Einstellung „{Of(own)}“ endet am {when} Uhr; danach gilt „{Of(then)}“: {Then(next)}.",
            $"Votre réglage propre « {Of(own)} » prend fin le {when} ; ensuite s'applique « {Of(then)} » : {Then(next)}.")
        : Say(
            $"{name}'s own setting {Of(own)} ends on {when}; then {Of(then)} holds: {Then(next)}.",
            $"De eigen instelling {Of(own)} van {name} eindigt op {when}; daarna geldt {Of(then)}: {Then(next)}.",
            $"Die eigene Einstellung „{Of(own)}“ von {name} endet am {when} Uhr; danach gilt „{Of(then)}“: {Then(next)}.",
            $"Le réglage propre « {Of(own)} » {De(name)} prend fin le {when} ; ensuite s'applique « {Of(then)} » : {Then(next)}.");

    public static string MailKindOverrideEnd => Say(
        "notice of an own setting that ends",
        "bericht over een eigen instelling die eindigt",
        "Mitteilung über eine endende eigene Einstellung",
        "avis de fin d'un réglage propre");

    /// <summary>In a notice: the own setting that holds now has no end.</summary>
    public static string MailNoEnd => Say("no end", "geen einde", "kein Ende", "aucune date de fin");

    private static string Then(AfterPassword next) => next switch
    {
        AfterPassword.SetUpFirst => Say("set-up comes first", "eerst instellen, dan inloggen", "zuerst kommt die Einrichtung", "la configuration vient d'abord"),
        AfterPassword.AsksForCode => Say(
            "a code is asked for at each sign-in",
            "bij elke login wordt om een code gevraagd",
            "bei jeder Anmeldung wird ein Code verlangt",
            "un code est demandé à chaque connexion"),
        AfterPassword.SignedIn => Say("no code is asked for", "er wordt niet om een code gevraagd", "es wird kein Code verlangt", "aucun code n'est demandé"),
        AfterPassword.NotOffered => Say("single sign-on decides", "single sign-on beslist", "Single Sign-on entscheidet", "l'authentification unique décide"),
    };
}

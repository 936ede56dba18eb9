namespace Portal.Texts;

/// <summary>Account settings.</summary>
public static partial class Words
{
    public static string AccountName => Say("Account name", "Accountnaam", "Name des Accounts", "Nom du compte");

    public static string AccountLanguageUse => Say(
        "for mails, until an operator has chosen",
        "voor e-mail, tot een operator heeft gekozen",
        "für E-Mails, bis ein Operator gewählt hat",
        "pour les e-mails, tant qu'un opérateur n'a pas choisi");

    public static string AccountTimeZoneUse => Say(
        "for dates and mails",
        "voor datums en e-mail",
        "für Datumsangaben und E-Mails",
        "pour les dates et les e-mails");

    public static string DefaultLoginOptions => Say(
        "Default login options for operators",
        "Standaard loginopties voor operators",
        "Standard-Anmeldeoptionen für Operatoren",
        "Options de connexion par défaut des opérateurs");

    public static string RequiredSentence => Say(
        "Every operator, account administrators included, signs in with password and code.",
        "Elke operator, ook accountbeheerders, logt in met wachtwoord en code.",
        "Jeder Operator, auch jeder Account-Administrator, meldet sich mit Passwort und Code an.",
        "Chaque opérateur, administrateurs du compte compris, se connecte avec mot de passe et code.");

    public static string OptionalSentence => Say(
        "Each operator chooses. Whoever has set it up is asked for a code.",
        "Elke operator kiest zelf. Wie tweefactorauthenticatie heeft ingesteld, wordt om een code gevraagd.",
        "Jeder Operator entscheidet selbst. Wer die Zwei-Faktor-Authentifizierung eingerichtet hat, wird nach einem Code gefragt.",
        "Chaque opérateur choisit. Un code est demandé à quiconque a configuré l'authentification à deux facteurs.");

    public static string DisabledSentence => Say(
        "Nobody in this account is asked for a code. Keys are kept; own settings are not in effect.",
        "Niemand in dit account wordt om een code gevraagd. Sleutels blijven bewaard; eigen instellingen gelden niet.",
        "Niemand in diesem Account wird nach einem Code gefragt. Schlüssel bleiben erhalten; eigene Einstellungen gelten nicht.",
        "Aucun code n'est demandé dans ce compte. Les clés sont conservées ; les réglages propres sont sans effet.");

    public static string WhatItMeans => Say("What it means here", "Wat het hier betekent", "Was das hier bedeutet", "Ce que cela signifie ici");

    /// <summary>After Required was saved: the set-up link for those who have nothing set up.</summary>
    public static string TellByMail(int count) => count == 1
        ? Say("Tell the one by mail", "De ene per e-mail informeren", "Die eine Person per E-Mail informieren", "Prévenir la seule personne par e-mail")
        : Say(
            $"Tell the {Number(count)} by mail",
            $"De {Number(count)} per e-mail informeren",
            $"Die {Number(count)} per E-Mail informieren",
            $"Prévenir les {Number(count)} par e-mail");

    // The impact. The number stands before the words, so they agree with it.

    public static string ImpactDue => Say(
        "set-up due at next sign-in",
        "instellen bij de volgende login",
        "mit Einrichtung bei der nächsten Anmeldung",
        "à configurer à la prochaine connexion");

    public static string ImpactFree(int count) => Say("free to choose", "vrij om te kiezen", count == 1 ? "kann frei wählen" : "können frei wählen", count < 2 ? "libre de choisir" : "libres de choisir");

    public static string ImpactPaused => Say(
        "paused, key kept",
        "gepauzeerd, sleutel bewaard",
        "pausiert, Schlüssel bleibt erhalten",
        "en suspens, clé conservée");

    public static string ImpactReady(int count) => Say("ready", "klaar", "bereit", count < 2 ? "prêt" : "prêts");

    public static string ImpactNothing => Say("nothing set up", "niets ingesteld", "ohne Einrichtung", "sans configuration");

    public static string ImpactOwn(int count) => Say(
        "own setting",
        count == 1 ? "eigen instelling" : "eigen instellingen",
        count == 1 ? "eigene Einstellung" : "eigene Einstellungen",
        count < 2 ? "réglage propre" : "réglages propres");

    public static string ImpactInvited(int count) => Say("invited", "uitgenodigd", "eingeladen", count < 2 ? "invité" : "invités");

    public static string ImpactSingleSignOn => Say("single sign-on", "single sign-on", "über Single Sign-on", "par authentification unique");

    public static string EachCountedOnce(int count) => count == 1
        ? Say(
            "1 operator. A change holds from the next sign-in on and ends no running session.",
            "1 operator. Een wijziging geldt vanaf de volgende login en beëindigt geen lopende sessie.",
            "1 Operator. Eine Änderung gilt ab der nächsten Anmeldung und beendet keine laufende Sitzung.",
            "1 opérateur. Une modification s'applique dès la prochaine connexion et ne met fin à aucune session en cours.")
        : Say(
            $"{count:N0} operators, each counted once. A change holds from the next sign-in on and ends no running session.",
            $"{count:N0} operators, elk één keer geteld. Een wijziging geldt vanaf de volgende login en beëindigt geen lopende sessie.",
            $"{count:N0} Operatoren, jeder einmal gezählt. Eine Änderung gilt ab der nächsten Anmeldung und beendet keine laufende Sitzung.",
            $"{count:N0} opérateurs, chacun compté une fois. Une modification s'applique dès la prochaine connexion et ne met fin à aucune session en cours.");

    public static string MailNotDelivered => Say(
        "Set-up mail is not being delivered. Whoever has nothing set up cannot sign in under Required until you hand over a link or set that operator's own setting to Optional.",
        "E-mail voor het instellen wordt niet bezorgd. Wie niets heeft ingesteld, kan onder Vereist niet inloggen, tot u een link overhandigt of de eigen instelling van die operator op Optioneel zet.",
        "E-Mails zur Einrichtung werden nicht zugestellt. Wer nichts eingerichtet hat, kann sich unter „Erforderlich“ nicht anmelden, bis Sie selbst einen Link übergeben oder die eigene Einstellung dieses Operators auf „Optional“ setzen.",
        "Les e-mails de configuration ne sont pas distribués. Sous « Requise », un opérateur qui n'a rien configuré ne peut pas se connecter tant que vous ne lui avez pas remis un lien vous-même ou choisi « Facultative » comme réglage propre.");

    public static string YouHaveNothingSetUp => Say(
        "You have nothing set up yourself.",
        "U hebt zelf niets ingesteld.",
        "Sie selbst haben nichts eingerichtet.",
        "Vous n'avez vous-même rien configuré.");

    // Changing a detail.

    public static string NameFault(int longest) => Say(
        $"Type a name of 1 to {longest} characters, without line breaks.",
        $"Typ een naam van 1 tot {longest} tekens, zonder regeleinden.",
        $"Geben Sie einen Namen mit 1 bis {longest} Zeichen ein, ohne Zeilenumbrüche.",
        $"Saisissez un nom de 1 à {longest} caractères, sans saut de ligne.");
}

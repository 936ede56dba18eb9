using Portal.Domain;

namespace Portal.Texts;

/// <summary>The Overview, asking for help without a phone, answering it, and settings with an end.</summary>
public static partial class Words
{
    public static string ResetAsAnswerWhy(string name) => Say(
        $"Erases {name}'s key and recovery codes and ends {name}'s sessions. The setting then applies from scratch.",
        $"Wist sleutel en herstelcodes van {name} en beëindigt de sessies van {name}. Daarna geldt de instelling weer van voren af aan.",
        $"Löscht Schlüssel und Wiederherstellungscodes von {name} und beendet die Sitzungen von {name}. Danach gilt die Einstellung wieder wie vor der Einrichtung.",
        $"Efface la clé et les codes de récupération {De(name)} et met fin aux sessions {De(name)}. Le réglage s'applique ensuite comme si rien n'avait été configuré.");

    public static string NoRecoveryCode => Say(
        "No recovery code either?",
        "Ook geen herstelcode?",
        "Auch keinen Wiederherstellungscode?",
        "Pas de code de récupération non plus ?");

    public static string TomorrowAt(string time) => Say($"tomorrow, {time}", $"morgen om {time}", $"morgen, {time}", $"demain, {time}");

    // An own setting with an end.

    /// <summary>"Disabled until today, 23:59".</summary>
    public static string HoldsUntil(TwoFactorPolicy policy, string when) => Say(
        $"{Of(policy)} until {when}",
        $"{Of(policy)} tot {when}",
        $"{Of(policy)} bis {when} Uhr",
        $"{Of(policy)} {Jusque(when)}");

    public static string LapsesThen(string when, TwoFactorPolicy? after, TwoFactorPolicy accountDefault) => after is { } own
        ? Say(
            $"It holds until {when}; then the own setting is {Of(own)} again.",
            $"Dit geldt tot {when}; daarna is de eigen instelling weer {Of(own)}.",
            $"Das gilt bis {when} Uhr; danach ist die eigene Einstellung wieder „{Of(own)}“.",
            $"Ce réglage vaut {Jusque(when)} ; ensuite, le réglage propre est de nouveau « {Of(own)} ».")
        : Say(
            $"It holds until {when}; then the account default holds again, {Of(accountDefault)}.",
            $"Dit geldt tot {when}; daarna geldt weer de accountstandaard, {Of(accountDefault)}.",
            $"Das gilt bis {when} Uhr; danach gilt wieder der Standard des Accounts, „{Of(accountDefault)}“.",
            $"Ce réglage vaut {Jusque(when)} ; ensuite s'applique de nouveau le réglage par défaut du compte, « {Of(accountDefault)} ».");

    // The Overview.

    public static string Overview => Say("Overview", "Overzicht", "Übersicht", "Vue d'ensemble");

    public static string TodayAllOperators(int count) => count == 1
        ? Say("Today, the one operator", "Vandaag, de enige operator", "Heute, der einzige Operator", "Aujourd'hui, le seul opérateur")
        : Say(
            $"Today, all {Number(count)} operators",
            $"Vandaag, alle {Number(count)} operators",
            $"Heute, alle {Number(count)} Operatoren",
            $"Aujourd'hui, les {Number(count)} opérateurs");

    public static string NeedsAttention => Say("Needs attention", "Vraagt aandacht", "Zu erledigen", "À traiter");

    public static string NothingNeedsAttention => Say("Nothing needs attention", "Niets vraagt aandacht", "Nichts zu erledigen", "Rien à traiter");

    public static string NothingNeedsAttentionWhy => Say(
        "Requests for help and mail that cannot be delivered appear here by themselves.",
        "Hulpverzoeken en e-mail die niet kan worden bezorgd, verschijnen hier vanzelf.",
        "Hilfeanfragen und E-Mails, die nicht zugestellt werden können, erscheinen hier von selbst.",
        "Les demandes d'aide et les e-mails qui ne peuvent pas être distribués apparaissent ici d'eux-mêmes.");

    public static string AsksForHelp(string name) => Say(
        $"{name} asks for help",
        $"{name} vraagt om hulp",
        $"{name} bittet um Hilfe",
        $"{name} demande de l'aide");

    /// <summary>The phrase follows.</summary>
    public static string NoPhoneSince(string when) => Say(
        $"No phone, since {when}. Compare by telephone:",
        $"Geen telefoon bij de hand sinds {when}. Vergelijk aan de telefoon:",
        $"Telefon mit der App nicht zur Hand, seit {when} Uhr. Vergleichen Sie am Telefon:",
        $"Sans téléphone {Depuis(when)}. Comparez au téléphone :");

    public static string Answer => Say("Answer", "Beantwoorden", "Antworten", "Répondre");

    /// <summary>The accessible name of an <em>Answer</em> button: whose request it answers.</summary>
    public static string AnswerOf(string name) => Say($"Answer {name}", $"Verzoek van {name} beantwoorden", $"{name} antworten", $"Répondre à {name}");

    public static string MailIsNotDelivered => Say(
        "Set-up mail is not being delivered",
        "E-mail voor het instellen wordt niet bezorgd",
        "E-Mails zur Einrichtung werden nicht zugestellt",
        "Les e-mails de configuration ne sont pas distribués");

    public static string MailGoesToFolder => Say(
        "Mails are written to a folder on the server. Hand links over yourself, from the operator's page.",
        "E-mail komt in een map op de server. Overhandig links zelf, vanaf de pagina van de operator.",
        "E-Mails werden in einen Ordner auf dem Server geschrieben. Übergeben Sie Links selbst, von der Seite des Operators aus.",
        "Les e-mails sont écrits dans un dossier du serveur. Remettez les liens vous-même, depuis la page de l'opérateur.");

    public static string MailWasSetAside(int count) => count == 1
        ? Say(
            "1 mail could not be delivered",
            "1 e-mail kon niet worden bezorgd",
            "1 E-Mail konnte nicht zugestellt werden",
            "1 e-mail n'a pas pu être distribué")
        : Say(
            $"{count} mails could not be delivered",
            $"{count} e-mails konden niet worden bezorgd",
            $"{count} E-Mails konnten nicht zugestellt werden",
            $"{count} e-mails n'ont pas pu être distribués");

    public static string LastMailSetAside(string address, string when) => Say(
        $"The last one to {address}, given up {when}.",
        $"De laatste was voor {address}; bezorging gestaakt: {when}.",
        $"Die letzte war an {address}; Zustellung eingestellt: {when}.",
        $"Le dernier, adressé à {address}, a été abandonné {Le(when)}.");

    public static string YouHaveNothing => Say(
        "You have nothing set up",
        "U hebt niets ingesteld",
        "Sie haben nichts eingerichtet",
        "Vous n'avez rien configuré");

    public static string YouHaveNothingWhy => Say(
        "If Required comes, set-up comes first at your next sign-in.",
        "Wordt de instelling Vereist, dan moet u tweefactorauthenticatie bij uw volgende login eerst instellen.",
        "Wird die Einstellung „Erforderlich“, kommt bei Ihrer nächsten Anmeldung zuerst die Einrichtung.",
        "Si le réglage devient « Requise », votre prochaine connexion commencera par la configuration.");

    public static string InvitationIsOver(string name, string when) => Say(
        $"{name}'s invitation expired {when}",
        $"De uitnodiging voor {name} is verlopen: {when}",
        $"Die Einladung für {name} ist abgelaufen: {when}",
        $"L'invitation adressée à {name} a expiré {Le(when)}");

    public static string OpenPage => Say("Open page", "Pagina openen", "Seite öffnen", "Ouvrir la page");

    // Answering.

    public static string AnswerQuestion(string name) => Say(
        $"{name} has no phone and asks for help",
        $"{name} heeft geen telefoon bij de hand en vraagt om hulp",
        $"{name} hat das Telefon mit der App nicht zur Hand und bittet um Hilfe",
        $"{name} n'a pas son téléphone et demande de l'aide");

    public static string AnswerLead(string name) => Say(
        $"Whoever asked knows {name}'s password. Call {name} at a number that you know, and let {name} read the two words to you.",
        $"Wie dit vroeg, kent het wachtwoord van {name}. Bel {name} op een nummer dat u kent en laat {name} de twee woorden voorlezen.",
        $"Wer die Anfrage gestellt hat, kennt das Passwort von {name}. Rufen Sie {name} unter einer Nummer an, die Sie kennen, und lassen Sie sich von {name} die beiden Wörter vorlesen.",
        $"La personne qui a fait la demande connaît le mot de passe {De(name)}. Appelez {name} à un numéro que vous connaissez et demandez à {name} de vous lire les deux mots.");

    public static string TheTwoWords => Say("The two words", "De twee woorden", "Die beiden Wörter", "Les deux mots");

    public static string AskedAt => Say("Asked", "Gevraagd", "Angefragt", "Demandé");

    public static string AskedFrom => Say("From", "Vanuit", "Von", "Navigateur");

    /// <summary>A browser and a network address.</summary>
    public static string BrowserAt(string browser, string address) => Say(
        $"{browser}, {address}",
        $"{browser}, {address}",
        $"{browser}, {address}",
        $"{browser}, {address}");

    public static string NoCodeUntilTonight => Say(
        "No code until tonight",
        "Geen code tot vanavond",
        "Kein Code bis heute Abend",
        "Pas de code jusqu'à ce soir");

    public static string NoCodeUntilTonightWhen => Say(
        "Phone left at home?",
        "Telefoon thuis laten liggen?",
        "Telefon zu Hause gelassen?",
        "Téléphone resté à la maison ?");

    public static string NoCodeUntilTonightWhy(string name, string when) => Say(
        $"The password alone lets {name} in until {when}. Then the code is asked for again; the key is kept.",
        $"Tot {when} komt {name} binnen met alleen het wachtwoord. Daarna wordt weer om de code gevraagd; de sleutel blijft bewaard.",
        $"Bis {when} Uhr genügt für {name} das Passwort allein. Danach wird der Code wieder verlangt; der Schlüssel bleibt erhalten.",
        $"Le mot de passe seul suffit à {name} {Jusque(when)}. Ensuite, le code est de nouveau demandé ; la clé est conservée.");

    public static string ItWasNotThem => Say("It was not them", "Het was iemand anders", "Es war jemand anders", "C'était quelqu'un d'autre");

    public static string ItWasNotThemWhen => Say(
        "The words differ, or nobody asked?",
        "Verschillen de woorden, of vroeg niemand iets?",
        "Die Wörter weichen ab, oder niemand hat gefragt?",
        "Les mots diffèrent, ou personne n'a rien demandé ?");

    public static string ItWasNotThemWhy(string name) => Say(
        $"The request goes away. Somebody knows {name}'s password: have {name} choose another one.",
        $"Het verzoek verdwijnt. Iemand kent het wachtwoord van {name}: laat {name} een ander kiezen.",
        $"Die Anfrage verschwindet. Jemand kennt das Passwort von {name}: Lassen Sie {name} ein anderes wählen.",
        $"La demande disparaît. Quelqu'un connaît le mot de passe {De(name)} : demandez à {name} d'en choisir un autre.");

    public static string NobodyAnswersOneself => Say(
        "This is your own request: another account administrator can answer it.",
        "Dit is uw eigen verzoek: een andere accountbeheerder kan het beantwoorden.",
        "Das ist Ihre eigene Anfrage: Ein anderer Account-Administrator kann sie beantworten.",
        "C'est votre propre demande : un autre administrateur du compte peut y répondre.");

    public static string AnsweredMeanwhile => Say(
        "It has been answered, or its 24 hours are over.",
        "Het is al beantwoord, of de 24 uur zijn voorbij.",
        "Die Anfrage wurde schon beantwortet, oder ihre 24 Stunden sind vorbei.",
        "La demande a déjà reçu une réponse, ou ses 24 heures sont écoulées.");

    // Asking, without a session.

    public static string NoPhoneLead => Say(
        "The code in your app proves that it is you. Without your phone, somebody who knows you has to say so.",
        "De code in uw app bewijst dat u het bent. Zonder telefoon moet iemand die u kent dat bevestigen.",
        "Der Code in Ihrer App beweist, dass Sie es sind. Ohne Ihr Telefon muss das jemand bestätigen, der Sie kennt.",
        "Le code de votre application prouve que c'est bien vous. Sans votre téléphone, une personne qui vous connaît doit le confirmer.");

    public static string RecoveryCodeFirst => Say(
        "A recovery code, if you kept yours: type it in place of the code.",
        "Een herstelcode, als u die hebt bewaard: typ hem in plaats van de code.",
        "Ein Wiederherstellungscode, falls Sie Ihre Codes aufbewahrt haben: Geben Sie ihn anstelle des Codes ein.",
        "Un code de récupération, si vous avez conservé les vôtres : saisissez-le à la place du code.");

    public static string AdministratorsHelp => Say(
        "An account administrator: ask for help here, then read two words to each other by telephone.",
        "Een accountbeheerder: vraag hier om hulp en lees elkaar daarna aan de telefoon twee woorden voor.",
        "Ein Account-Administrator: Bitten Sie hier um Hilfe und lesen Sie einander dann am Telefon zwei Wörter vor.",
        "Un administrateur du compte : demandez de l'aide ici, puis lisez-vous mutuellement deux mots au téléphone.");

    public static string AskForHelp => Say("Ask for help", "Om hulp vragen", "Um Hilfe bitten", "Demander de l'aide");

    public static string HelpAskedTitle => Say(
        "You have asked for help",
        "U hebt om hulp gevraagd",
        "Sie haben um Hilfe gebeten",
        "Votre demande d'aide est transmise");

    public static string HelpAskedLead => Say(
        "Call an account administrator, or wait to be called, and read these two words aloud. The administrator sees the same ones.",
        "Bel een accountbeheerder, of wacht tot u wordt gebeld, en lees deze twee woorden voor. De beheerder ziet dezelfde.",
        "Rufen Sie einen Account-Administrator an oder warten Sie auf einen Anruf, und lesen Sie diese beiden Wörter vor. Der Administrator sieht dieselben.",
        "Appelez un administrateur du compte ou attendez son appel, et lisez ces deux mots à voix haute. L'administrateur voit les mêmes.");

    public static string HelpGoodUntil(string when) => Say(
        $"Your request is good until {when}.",
        $"Uw verzoek is geldig tot {when}.",
        $"Ihre Anfrage gilt bis {when} Uhr.",
        $"Votre demande est valable {Jusque(when)}.");

    public static string WhatTheyCanDo => Say(
        "What the administrator can do",
        "Wat de beheerder kan doen",
        "Was der Administrator tun kann",
        "Ce que l'administrateur peut faire");

    public static string TheyCanLetYouIn => Say(
        "Let you in without a code until tonight: then sign in with your password alone.",
        "U tot vanavond zonder code binnenlaten: log dan in met alleen uw wachtwoord.",
        "Bis heute Abend auf den Code verzichten: Dann melden Sie sich nur mit Ihrem Passwort an.",
        "Vous laisser entrer sans code jusqu'à ce soir : vous vous connectez alors avec votre seul mot de passe.");

    public static string TheyCanReset => Say(
        "Reset two-factor authentication: then you set up another phone.",
        "De sleutel van uw tweefactorauthenticatie wissen: daarna stelt u een andere telefoon in.",
        "Die Zwei-Faktor-Authentifizierung zurücksetzen: Dann richten Sie ein anderes Telefon ein.",
        "Réinitialiser l'authentification à deux facteurs : vous configurez alors un autre téléphone.");

    public static string TheyAreTold => Say(
        "Every account administrator sees your request under Overview, and by mail where mail is delivered.",
        "Elke accountbeheerder ziet uw verzoek bij Overzicht, en per e-mail als die wordt bezorgd.",
        "Jeder Account-Administrator sieht Ihre Anfrage unter „Übersicht“ und, wo E-Mails zugestellt werden, auch per E-Mail.",
        "Chaque administrateur du compte voit votre demande sous « Vue d'ensemble » et la reçoit par e-mail si les e-mails sont distribués.");

    public static string LookAgain => Say(
        "Answered? Sign in again",
        "Beantwoord? Log opnieuw in",
        "Beantwortet? Erneut anmelden",
        "Réponse donnée ? Se reconnecter");

    public static string BackToCode => Say("Back to the code", "Terug naar de code", "Zurück zum Code", "Retour au code");

    public static string NoCodeNeededTitle => Say(
        "No code is asked for now",
        "Er wordt nu niet om een code gevraagd",
        "Derzeit wird kein Code verlangt",
        "Aucun code n'est demandé pour l'instant");

    public static string NoCodeNeededLead => Say(
        "An administrator has answered, or the setting has changed. Sign in again: your password alone lets you in.",
        "Een beheerder heeft geantwoord, of de instelling is gewijzigd. Log opnieuw in: u komt binnen met alleen uw wachtwoord.",
        "Ein Administrator hat geantwortet, oder die Einstellung wurde geändert. Melden Sie sich erneut an: Ihr Passwort allein genügt.",
        "Un administrateur a répondu, ou le réglage a changé. Connectez-vous à nouveau : votre mot de passe seul suffit.");

    public static string HelpWasDismissed => Say(
        "An administrator has closed your request without letting you in. If it was you, call an administrator before you ask again.",
        "Een beheerder heeft uw verzoek gesloten zonder u binnen te laten. Was u het wel, bel dan een beheerder voordat u het opnieuw vraagt.",
        "Ein Administrator hat Ihre Anfrage geschlossen, ohne Ihnen die Anmeldung zu ermöglichen. Kam sie von Ihnen, rufen Sie einen Administrator an, bevor Sie erneut um Hilfe bitten.",
        "Un administrateur a fermé votre demande sans vous laisser entrer. Si elle venait bien de vous, appelez un administrateur avant d'en faire une autre.");

    /// <summary>The command follows.</summary>
    public static string ServerCanHelp => Say(
        "Whoever runs the server can always help, with the command",
        "Wie de server beheert, kan altijd helpen, met de opdracht",
        "Wer den Server betreibt, kann immer helfen, mit dem Befehl",
        "La personne qui gère le serveur peut toujours aider, avec la commande");

    public static string HelpTooOften => Say(
        "You have asked too often today. Call an account administrator.",
        "U hebt het vandaag te vaak gevraagd. Bel een accountbeheerder.",
        "Sie haben heute zu oft um Hilfe gebeten. Rufen Sie einen Account-Administrator an.",
        "Vous avez fait trop de demandes aujourd'hui. Appelez un administrateur du compte.");

    public static string NobodyElseAnswers => Say(
        "You are the only account administrator, so there is nobody in your account who could answer.",
        "U bent de enige accountbeheerder; in uw account is er niemand die kan antwoorden.",
        "Außer Ihnen gibt es keinen Account-Administrator; in Ihrem Account kann also niemand antworten.",
        "Votre compte n'a pas d'autre administrateur que vous : personne d'autre ne peut donc répondre à une demande d'aide.");

    // The mail.

    public static string HelpMailLead(string name) => Say(
        $"{name} gave the right password, has no phone at hand and asks for help. Call {name} at a number that you know and compare the two words.",
        $"{name} heeft het juiste wachtwoord ingevoerd, heeft geen telefoon bij de hand en vraagt om hulp. Bel {name} op een nummer dat u kent en vergelijk de twee woorden.",
        $"{name} hat das richtige Passwort eingegeben, hat das Telefon mit der App nicht zur Hand und bittet um Hilfe. Rufen Sie {name} unter einer Nummer an, die Sie kennen, und vergleichen Sie die beiden Wörter.",
        $"{name} a saisi le bon mot de passe, n'a pas son téléphone et demande de l'aide. Appelez {name} à un numéro que vous connaissez et comparez les deux mots.");

    public static string HelpMailWhen => Say("When", "Wanneer", "Wann", "Quand");

    public static string HelpMailBrowser => Say("Browser", "Browser", "Browser", "Navigateur");

    public static string HelpMailUntil => Say("Good until", "Geldig tot", "Gültig bis", "Valable jusqu'au");

    public static string HelpMailAction => Say(
        "Answer on the Overview",
        "Beantwoorden bij Overzicht",
        "In der Übersicht antworten",
        "Répondre dans la vue d'ensemble");

    public static string HelpMailNotThem(string name) => Say(
        $"If {name} did not ask, somebody knows {name}'s password: choose \"It was not them\" there, and have {name} choose another password.",
        $"Vroeg {name} dit niet, dan kent iemand het wachtwoord van {name}: kies daar \"Het was iemand anders\" en laat {name} een ander wachtwoord kiezen.",
        $"Kam die Anfrage nicht von {name}, kennt jemand das Passwort von {name}: Wählen Sie dort „Es war jemand anders“ und lassen Sie {name} ein anderes Passwort wählen.",
        $"Si la demande ne vient pas {De(name)}, quelqu'un connaît le mot de passe {De(name)} : dans la vue d'ensemble, choisissez « C'était quelqu'un d'autre » et demandez à {name} de choisir un autre mot de passe.");
}

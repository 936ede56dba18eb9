namespace Portal.Texts;

/// <summary>The wizard that sets two-factor authentication up.</summary>
public static partial class Words
{
    public static string EnrollmentTitle => Say(
        "Set up two-factor authentication",
        "Tweefactorauthenticatie instellen",
        "Zwei-Faktor-Authentifizierung einrichten",
        "Configurer l'authentification à deux facteurs");

    public static string EnrollmentTitleAgain => Say(
        "Set up two-factor authentication again",
        "Tweefactorauthenticatie opnieuw instellen",
        "Zwei-Faktor-Authentifizierung neu einrichten",
        "Configurer à nouveau l'authentification à deux facteurs");

    public static string EnrollmentReplaces => Say(
        "You get a new key and new recovery codes. Those that you have now work until the new key has proven a code.",
        "U krijgt een nieuwe sleutel en nieuwe herstelcodes. Wat u nu hebt, werkt totdat de nieuwe sleutel een juiste code heeft gegeven.",
        "Sie erhalten einen neuen Schlüssel und neue Wiederherstellungscodes. Der bisherige Schlüssel und die bisherigen Codes gelten, bis ein Code den neuen Schlüssel bestätigt hat.",
        "Vous obtenez une nouvelle clé et de nouveaux codes de récupération. La clé et les codes actuels fonctionnent jusqu'à ce qu'un code confirme la nouvelle clé.");

    public static string EnrollmentSteps => Say("Steps", "Stappen", "Schritte", "Étapes");

    public static string EnrollmentStepScan => Say("Scan", "Scannen", "Scannen", "Scan");

    // Scan.

    /// <summary>Stands in for the picture, so it says where the same key can be had without seeing.</summary>
    public static string QrCodeInstead(string email) => Say(
        $"QR code with the key for {email}. Without a camera: the link below shows the key to enter by hand.",
        $"QR-code met de sleutel voor {email}. Zonder camera: via de link hieronder krijgt u de sleutel om met de hand in te voeren.",
        $"QR-Code mit dem Schlüssel für {email}. Ohne Kamera: Der Link unten zeigt den Schlüssel zum Eingeben von Hand.",
        $"Code QR contenant la clé pour {email}. Sans appareil photo : le lien ci-dessous affiche la clé à saisir à la main.");

    public static string EnterKeyByHand => Say(
        "Can't scan? Enter the key by hand",
        "Scannen lukt niet? Voer de sleutel handmatig in",
        "Scannen klappt nicht? Schlüssel von Hand eingeben",
        "Impossible de scanner ? Saisissez la clé à la main");

    public static string ScanHintOpen => Say(
        "Open an authenticator app on your phone.",
        "Open een authenticator-app op uw telefoon.",
        "Öffnen Sie eine Authenticator-App auf Ihrem Telefon.",
        "Ouvrez une application d'authentification sur votre téléphone.");

    public static string ScanHintAdd => Say(
        "Choose add, and scan the code.",
        "Kies toevoegen en scan de code.",
        "Wählen Sie „Hinzufügen“ und scannen Sie den Code.",
        "Choisissez « Ajouter » et scannez le code.");

    public static string ScanHintNext => Say(
        "The app shows six digits. Then choose Next.",
        "De app toont zes cijfers. Kies dan Volgende.",
        "Zeigt die App sechs Ziffern, wählen Sie „Weiter“.",
        "L'application affiche six chiffres. Choisissez alors « Suivant ».");

    public static string NoAppYet => Say(
        "No authenticator app yet?",
        "Nog geen authenticator-app?",
        "Noch keine Authenticator-App?",
        "Pas encore d'application ?");

    /// <summary>The systems and the apps keep their own names.</summary>
    public const string AppsOnIphone = "2FAS, Ente Auth, Google Authenticator";

    public const string AppsOnAndroid = "Aegis, 2FAS, Google Authenticator";

    public static string PasswordManagersToo => Say(
        "Many password managers do it too.",
        "Veel wachtwoordbeheerders kunnen het ook.",
        "Viele Passwortmanager können das auch.",
        "De nombreux gestionnaires de mots de passe le font aussi.");

    public static string MoreThanOneDevice => Say(
        "More than one device? Scan with each before Next.",
        "Meer dan één apparaat? Scan met elk apparaat voordat u Volgende kiest.",
        "Mehr als ein Gerät? Scannen Sie mit jedem, bevor Sie „Weiter“ wählen.",
        "Plusieurs appareils ? Scannez avec chacun avant de choisir « Suivant ».");

    public static string KeyIsForThisPhone => Say(
        "Your authenticator app is on this phone, so the key can go straight to it.",
        "Uw authenticator-app staat op deze telefoon, dus de sleutel kan er direct naartoe.",
        "Ihre Authenticator-App ist auf diesem Telefon; der Schlüssel lässt sich also direkt übernehmen.",
        "Votre application d'authentification est sur ce téléphone : la clé peut y aller directement.");

    public static string KeyCopy => Say("Copy key", "Sleutel kopiëren", "Schlüssel kopieren", "Copier la clé");

    public static string KeyOpenInApp => Say(
        "Open in authenticator app",
        "Openen in authenticator-app",
        "In Authenticator-App öffnen",
        "Ouvrir dans l'application d'authentification");

    public static string NothingOpened => Say(
        "Nothing opened? Copy the key and choose \"enter a key\" in the app.",
        "Ging er niets open? Kopieer de sleutel en kies in de app \"sleutel invoeren\".",
        "Hat sich nichts geöffnet? Kopieren Sie den Schlüssel und wählen Sie in der App „Schlüssel eingeben“.",
        "Rien ne s'est ouvert ? Copiez la clé et choisissez « Saisir une clé » dans l'application.");

    public static string OrScanWithAnother => Say(
        "Or scan with another phone",
        "Of scan met een andere telefoon",
        "Oder mit einem anderen Telefon scannen",
        "Ou scanner avec un autre téléphone");

    public static string KeyCopied => Say("Copied", "Gekopieerd", "Kopiert", "Copié");

    public static string CopyFailedKeyBelow => Say(
        "The browser did not let us copy. Select the key and copy it yourself.",
        "De browser stond kopiëren niet toe. Selecteer de sleutel en kopieer die zelf.",
        "Der Browser hat das Kopieren nicht zugelassen. Markieren Sie den Schlüssel und kopieren Sie ihn selbst.",
        "Le navigateur n'a pas permis la copie. Sélectionnez la clé et copiez-la vous-même.");

    public static string CopyFailedKeyElsewhere => Say(
        "The browser did not let us copy. Choose \"Enter the key by hand\" below and copy it there.",
        "De browser stond kopiëren niet toe. Kies hieronder voor handmatig invoeren en kopieer de sleutel daar.",
        "Der Browser hat das Kopieren nicht zugelassen. Wählen Sie unten „Schlüssel von Hand eingeben“ und kopieren Sie den Schlüssel dort.",
        "Le navigateur n'a pas permis la copie. Choisissez ci-dessous « Saisissez la clé à la main » et copiez la clé à cet endroit.");

    // By hand.

    public static string ManualLead => Say(
        "Choose \"enter a key\" in the app, then copy these two lines.",
        "Kies in de app \"sleutel invoeren\" en neem deze twee regels over.",
        "Wählen Sie in der App „Schlüssel eingeben“ und übernehmen Sie diese zwei Zeilen.",
        "Choisissez « Saisir une clé » dans l'application, puis recopiez ces deux lignes.");

    public static string KeyAccountName => Say("Account name", "Accountnaam", "Kontoname", "Nom du compte");

    public static string KeyLabel => Say("Key", "Sleutel", "Schlüssel", "Clé");

    public static string KeyInGroups => Say(
        "Key in groups of four",
        "Sleutel in groepjes van vier",
        "Schlüssel in Vierergruppen",
        "Clé par groupes de quatre");

    public static string KeyCopyShort => Say("Copy", "Kopiëren", "Kopieren", "Copier");

    public static string KeySpaces => Say(
        "Spaces do not matter. The key is not shown again after Finish.",
        "Spaties doen er niet toe. Na Voltooien ziet u de sleutel niet meer.",
        "Leerzeichen spielen keine Rolle. Nach „Fertigstellen“ wird der Schlüssel nicht mehr angezeigt.",
        "Les espaces ne comptent pas. La clé ne s'affiche plus après « Terminer ».");

    public static string KeyDetails => Say("Details", "Details", "Details", "Détails");

    public static string DetailType => Say("Type", "Type", "Typ", "Type");

    public static string DetailTimeBased => Say(
        "Time-based one-time password (TOTP)",
        "Op tijd gebaseerd eenmalig wachtwoord (TOTP)",
        "Zeitbasiertes Einmalpasswort (TOTP)",
        "Mot de passe à usage unique basé sur le temps (TOTP)");

    public static string DetailDigits => Say("Digits", "Cijfers", "Ziffern", "Chiffres");

    public static string DetailPeriod => Say("Period", "Periode", "Intervall", "Période");

    public static string KeySeconds(int count) => Say(
        count == 1 ? "1 second" : $"{count} seconds",
        count == 1 ? "1 seconde" : $"{count} seconden",
        count == 1 ? "1 Sekunde" : $"{count} Sekunden",
        count < 2 ? $"{count} seconde" : $"{count} secondes");

    public static string DetailAlgorithm => Say("Algorithm", "Algoritme", "Algorithmus", "Algorithme");

    public static string KeyAsQrCode => Say("Show the QR code", "Toon de QR-code", "QR-Code anzeigen", "Afficher le code QR");

    // Code.

    public static string EnrollmentCodeLead(string issuer, string email) => Say(
        $"Type the six digits that the app shows for {issuer}, {email}.",
        $"Typ de zes cijfers die de app toont bij {issuer}, {email}.",
        $"Geben Sie die sechs Ziffern ein, die Ihre App für {issuer} ({email}) anzeigt.",
        $"Saisissez les six chiffres que l'application affiche pour {issuer}, {email}.");

    public static string CodeNotRight => Say(
        "That code is not right. Your key is kept: wait for the next code and try again.",
        "Deze code klopt niet. Uw sleutel blijft behouden: wacht op de volgende code en probeer het opnieuw.",
        "Dieser Code stimmt nicht. Ihr Schlüssel bleibt erhalten: Warten Sie auf den nächsten Code und versuchen Sie es erneut.",
        "Ce code n'est pas le bon. Votre clé est conservée : attendez le code suivant et réessayez.");

    public static string ClockBehind(int minutes) => Say(
        minutes == 1 ? "Your phone's clock is about 1 minute behind." : $"Your phone's clock is about {minutes} minutes behind.",
        minutes == 1 ? "De klok van uw telefoon loopt ongeveer 1 minuut achter." : $"De klok van uw telefoon loopt ongeveer {minutes} minuten achter.",
        minutes == 1 ? "Die Uhr Ihres Telefons geht etwa 1 Minute nach." : $"Die Uhr Ihres Telefons geht etwa {minutes} Minuten nach.",
        minutes < 2 ? $"L'horloge de votre téléphone retarde d'environ {minutes} minute." : $"L'horloge de votre téléphone retarde d'environ {minutes} minutes.");

    public static string ClockAhead(int minutes) => Say(
        minutes == 1 ? "Your phone's clock is about 1 minute ahead." : $"Your phone's clock is about {minutes} minutes ahead.",
        minutes == 1 ? "De klok van uw telefoon loopt ongeveer 1 minuut voor." : $"De klok van uw telefoon loopt ongeveer {minutes} minuten voor.",
        minutes == 1 ? "Die Uhr Ihres Telefons geht etwa 1 Minute vor." : $"Die Uhr Ihres Telefons geht etwa {minutes} Minuten vor.",
        minutes < 2 ? $"L'horloge de votre téléphone avance d'environ {minutes} minute." : $"L'horloge de votre téléphone avance d'environ {minutes} minutes.");

    public static string ClockRemedy => Say(
        "Set date and time to automatic on the phone, then enter the code it shows.",
        "Zet datum en tijd op de telefoon op automatisch en voer dan de code in die de app toont.",
        "Stellen Sie Datum und Uhrzeit am Telefon auf automatisch und geben Sie dann den Code ein, den es anzeigt.",
        "Réglez la date et l'heure du téléphone sur automatique, puis saisissez le code qu'il affiche.");

    // The end.

    public static string EnrollmentIsActive => Say(
        "Two-factor authentication is active",
        "Tweefactorauthenticatie is actief",
        "Zwei-Faktor-Authentifizierung ist aktiv",
        "L'authentification à deux facteurs est active");

    public static string FromNowOn => Say(
        "From now on each sign-in asks for a code.",
        "Vanaf nu wordt bij elke login om een code gevraagd.",
        "Ab jetzt wird bei jeder Anmeldung ein Code verlangt.",
        "Désormais, chaque connexion demande un code.");

    public static string FromNowOnNewKey => Say(
        "From now on codes come from the new key; delete the old entry from your app.",
        "Vanaf nu komen de codes van de nieuwe sleutel; verwijder de oude vermelding uit uw app.",
        "Ab jetzt kommen die Codes vom neuen Schlüssel; löschen Sie den alten Eintrag aus Ihrer App.",
        "Désormais, les codes viennent de la nouvelle clé ; supprimez l'ancienne entrée de votre application.");

    public static string SessionsAfterSetUp(int othersEnded) => othersEnded switch
    {
        0 => Say("This session goes on.", "Deze sessie gaat door.", "Diese Sitzung läuft weiter.", "Cette session continue."),
        1 => Say(
            "Your other session has ended; this one goes on.",
            "Uw andere sessie is beëindigd; deze gaat door.",
            "Ihre andere Sitzung ist beendet; diese läuft weiter.",
            "Votre autre session est terminée ; celle-ci continue."),
        _ => Say(
            "Your other sessions have ended; this one goes on.",
            "Uw andere sessies zijn beëindigd; deze gaat door.",
            "Ihre anderen Sitzungen sind beendet; diese läuft weiter.",
            "Vos autres sessions sont terminées ; celle-ci continue."),
    };

    public static string FinishedElsewhere => Say(
        "You finished in another tab.",
        "U hebt dit in een ander tabblad voltooid.",
        "Sie haben die Einrichtung in einer anderen Registerkarte abgeschlossen.",
        "Vous avez terminé dans un autre onglet.");

    /// <summary>Where a link led to the wizard and there is no session yet.</summary>
    public static string DoneSignsIn => Say(
        "Done signs you in.",
        "Met Klaar logt u in.",
        "Mit „Fertig“ melden Sie sich an.",
        "Choisissez « Fermer » pour vous connecter.");

    public static string TimeIsUpTitle => Say("Time is up", "De tijd is om", "Die Zeit ist abgelaufen", "Le temps est écoulé");

    public static string TimeIsUpLead => Say(
        "The key was good for 30 minutes. Delete the entry from your app and start again.",
        "De sleutel gold 30 minuten. Verwijder de vermelding uit uw app en begin opnieuw.",
        "Der Schlüssel galt 30 Minuten. Löschen Sie den Eintrag aus Ihrer App und beginnen Sie neu.",
        "La clé était valable 30 minutes. Supprimez l'entrée de votre application et recommencez.");

    /// <summary>Follows, where the app has an entry that still works beside the one that does not.</summary>
    public static string TimeIsUpKeepOlder => Say(
        "Keep the older entry: it still works.",
        "Bewaar de oudere vermelding: die werkt nog.",
        "Behalten Sie den älteren Eintrag: Er gilt noch.",
        "Gardez l'entrée plus ancienne : elle fonctionne toujours.");

    public static string EnrollmentStartAgain => Say("Start again", "Opnieuw beginnen", "Neu beginnen", "Recommencer");

    public static string EnrollmentClose => Say("Close", "Sluiten", "Schließen", "Fermer");
}

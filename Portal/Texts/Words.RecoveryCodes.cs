namespace Portal.Texts;

/// <summary>Recovery codes: shown, kept, counted, and used in place of a code.</summary>
public static partial class Words
{
    public static string RecoveryCodes => Say("Recovery codes", "Herstelcodes", "Wiederherstellungscodes", "Codes de récupération");

    public static string RecoveryCode => Say("Recovery code", "Herstelcode", "Wiederherstellungscode", "Code de récupération");

    public static string NewCodes => Say("New codes", "Nieuwe codes", "Neue Codes", "Nouveaux codes");

    // Shown once.

    public static string CodesEachOnce(int count) => Say(
        $"{count} codes, each works once",
        $"{count} codes, elke code werkt één keer",
        $"{count} Codes, jeder gilt einmal",
        $"{count} codes, chacun utilisable une fois");

    public static string KeepCodes => Say(
        "Keep them where you can reach them without your phone. Shown only now.",
        "Bewaar ze waar u er zonder uw telefoon bij kunt. U ziet ze alleen nu.",
        "Bewahren Sie die Codes so auf, dass Sie ohne Ihr Telefon herankommen. Sie werden nur jetzt angezeigt.",
        "Conservez-les dans un endroit accessible sans votre téléphone. Ils ne s'affichent que maintenant.");

    public static string DownloadCodes => Say("Download", "Downloaden", "Herunterladen", "Télécharger");

    public static string PrintCodes => Say("Print", "Afdrukken", "Drucken", "Imprimer");

    public static string CopyFailedCodes => Say(
        "The browser did not let us copy. Select the codes and copy them yourself.",
        "De browser stond kopiëren niet toe. Selecteer de codes en kopieer ze zelf.",
        "Der Browser hat das Kopieren nicht zugelassen. Markieren Sie die Codes und kopieren Sie sie selbst.",
        "Le navigateur n'a pas permis la copie. Sélectionnez les codes et copiez-les vous-même.");

    /// <summary>Over the codes in the file and on paper, where nothing else says what they are.</summary>
    public static string CodesFor(string issuer) => Say(
        $"Recovery codes for {issuer}",
        $"Herstelcodes voor {issuer}",
        $"Wiederherstellungscodes für {issuer}",
        $"Codes de récupération pour {issuer}");

    /// <summary>Below the name of the account and the address of whose they are.</summary>
    public static string CodesMade(string when) => Say(
        $"Made {when}. Each works once.",
        $"Gemaakt: {when}. Elke code werkt één keer.",
        $"Erstellt am {when} Uhr. Jeder Code gilt einmal.",
        $"Créés le {when}. Chaque code ne sert qu'une fois.");

    /// <summary>The name of the file that the browser saves.</summary>
    public static string CodesFile => Say("recovery-codes.txt", "herstelcodes.txt", "wiederherstellungscodes.txt", "codes-de-recuperation.txt");

    public static string CodesShownElsewhere => Say(
        "The recovery codes were shown there.",
        "Daar zijn de herstelcodes getoond.",
        "Dort wurden die Wiederherstellungscodes angezeigt.",
        "Les codes de récupération y ont été affichés.");

    public static string CodesAreVoid => Say(
        "These codes no longer work: what was set up has changed meanwhile. Under User settings you can make new ones.",
        "Deze codes werken niet meer: wat was ingesteld, is intussen gewijzigd. Bij Gebruikersinstellingen kunt u nieuwe maken.",
        "Diese Codes gelten nicht mehr: Was eingerichtet war, hat sich inzwischen geändert. Unter „Benutzereinstellungen“ können Sie neue erstellen.",
        "Ces codes ne fonctionnent plus : la configuration a changé entre-temps. Sous « Paramètres utilisateur », vous pouvez en créer de nouveaux.");

    public static string NewCodesTitle => Say(
        "Your new recovery codes",
        "Uw nieuwe herstelcodes",
        "Ihre neuen Wiederherstellungscodes",
        "Vos nouveaux codes de récupération");

    public static string NewCodesLead => Say(
        "Those you had before no longer work.",
        "De codes die u had, werken niet meer.",
        "Ihre bisherigen Codes gelten nicht mehr.",
        "Vos codes précédents ne fonctionnent plus.");

    // On one's own page.

    public static string CodesNone => Say(
        "You have none, so without your phone somebody else has to let you in.",
        "U hebt er geen, dus zonder uw telefoon moet iemand anders u binnenlaten.",
        "Sie haben keine; ohne Ihr Telefon muss Ihnen also jemand anders helfen.",
        "Vous n'en avez aucun : sans votre téléphone, quelqu'un d'autre doit vous laisser entrer.");

    public static string CodesNotSaved => Say(
        "Recovery codes are not saved. If you do not have them, make new ones; those you had then stop working.",
        "De herstelcodes zijn niet bewaard. Hebt u ze niet, maak dan nieuwe; de codes die u had, werken daarna niet meer.",
        "Die Wiederherstellungscodes sind nicht gesichert. Wenn Sie sie nicht haben, erstellen Sie neue; die bisherigen gelten dann nicht mehr.",
        "Les codes de récupération ne sont pas sauvegardés. Si vous ne les avez pas, créez-en de nouveaux ; les précédents ne fonctionneront plus.");

    public static string CodesLeft(int left, int of) => Say(
        $"{left} of {of} left. Each signs you in once without your phone; new codes take the place of all of them.",
        $"Nog {left} van {of} over. Met elke code logt u één keer in zonder uw telefoon; nieuwe codes vervangen ze allemaal.",
        $"Noch {left} von {of} übrig. Mit jedem Code melden Sie sich einmal ohne Ihr Telefon an; neue Codes ersetzen sie alle.",
        $"Il en reste {left} sur {of}. Chacun permet de vous connecter une fois sans votre téléphone ; de nouveaux codes les remplacent tous.");

    /// <summary>Asked of whoever signed in with a recovery code.</summary>
    public static string PhoneMayBeGone => Say("Is the phone gone?", "Is de telefoon weg?", "Ist das Telefon weg?", "Le téléphone a disparu ?");

    public static string PhoneMayBeGoneWhy => Say(
        "You signed in with a recovery code. The key of the old phone works until a new one has proven a code.",
        "U bent ingelogd met een herstelcode. De sleutel van de oude telefoon blijft werken totdat een nieuwe met een code is bevestigd.",
        "Sie haben sich mit einem Wiederherstellungscode angemeldet. Der Schlüssel des alten Telefons gilt, bis ein Code einen neuen Schlüssel bestätigt hat.",
        "Vous avez utilisé un code de récupération pour vous connecter. La clé de l'ancien téléphone fonctionne jusqu'à ce qu'un code en confirme une nouvelle.");

    public static string SetUpAnotherPhone => Say("Set up another one", "Stel een andere in", "Ein anderes einrichten", "En configurer un autre");

    // On the page of somebody else.

    /// <summary>What somebody has, as far as administrators see it.</summary>
    public static string KeyAndCodes(int codes) => codes switch
    {
        0 => Say(
            "Key, and no recovery codes.",
            "Sleutel, geen herstelcodes.",
            "Schlüssel, keine Wiederherstellungscodes.",
            "Clé, aucun code de récupération."),
        1 => Say(
            "Key and 1 recovery code.",
            "Sleutel en 1 herstelcode.",
            "Schlüssel und 1 Wiederherstellungscode.",
            "Clé et 1 code de récupération."),
        _ => Say(
            $"Key and {codes} recovery codes.",
            $"Sleutel en {codes} herstelcodes.",
            $"Schlüssel und {codes} Wiederherstellungscodes.",
            $"Clé et {codes} codes de récupération."),
    };

    // In place of a code.

    public static string RecoveryCodeWorksToo => Say(
        "A recovery code works here too.",
        "Een herstelcode werkt hier ook.",
        "Auch ein Wiederherstellungscode ist hier möglich.",
        "Un code de récupération convient aussi.");

    public static string RecoveryCodeHelp => Say(
        "One of the ten codes that you kept when you set up two-factor authentication.",
        "Een van de tien codes die u hebt bewaard toen u tweefactorauthenticatie instelde.",
        "Einer der zehn Codes, die Sie beim Einrichten der Zwei-Faktor-Authentifizierung aufbewahrt haben.",
        "L'un des dix codes que vous avez conservés en configurant l'authentification à deux facteurs.");

    public static string RecoveryCodeWrong => Say(
        "Wrong or already used. Try another recovery code.",
        "Onjuist of al gebruikt. Probeer een andere herstelcode.",
        "Falsch oder schon verwendet. Versuchen Sie einen anderen Wiederherstellungscode.",
        "Incorrect ou déjà utilisé. Essayez un autre code de récupération.");

    public static string SignInWithRecoveryCode => Say(
        "Sign in with a recovery code",
        "Inloggen met een herstelcode",
        "Mit einem Wiederherstellungscode anmelden",
        "Se connecter avec un code de récupération");

    public static string ProofByRecoveryCode => Say(
        "Type one of your recovery codes. It works once.",
        "Typ een van uw herstelcodes. Die werkt één keer.",
        "Geben Sie einen Ihrer Wiederherstellungscodes ein. Er gilt einmal.",
        "Saisissez l'un de vos codes de récupération. Il ne sert qu'une fois.");

    public static string EnterRecoveryCode => Say(
        "Type a recovery code.",
        "Typ een herstelcode.",
        "Geben Sie einen Wiederherstellungscode ein.",
        "Saisissez un code de récupération.");

    public static string UseRecoveryCode => Say(
        "Use a recovery code",
        "Een herstelcode gebruiken",
        "Wiederherstellungscode verwenden",
        "Utiliser un code de récupération");

    public static string UseAppCode => Say(
        "Use the code from your app",
        "De code uit de app gebruiken",
        "Code aus der App verwenden",
        "Utiliser le code de l'application");
}

namespace Portal.Texts;

/// <summary>The wizard that sets two-factor authentication up.</summary>
public static partial class Words
{
    public static string EnrollmentTitle => Say("Set up two-factor authentication", "Tweefactorauthenticatie instellen");

    public static string EnrollmentTitleAgain => Say("Set up two-factor authentication again", "Tweefactorauthenticatie opnieuw instellen");

    public static string EnrollmentReplaces => Say(
        "You get a new key and new recovery codes. Those that you have now work until the new key has proven a code.",
        "U krijgt een nieuwe sleutel en nieuwe herstelcodes. Wat u nu hebt, werkt totdat de nieuwe sleutel een juiste code heeft gegeven.");

    public static string EnrollmentSteps => Say("Steps", "Stappen");

    public static string EnrollmentStepScan => Say("Scan", "Scannen");

    // Scan.

    /// <summary>Stands in for the picture, so it says where the same key can be had without seeing.</summary>
    public static string QrCodeInstead(string email) => Say(
        $"QR code with the key for {email}. Without a camera: the link below shows the key to enter by hand.",
        $"QR-code met de sleutel voor {email}. Zonder camera: via de link hieronder krijgt u de sleutel om met de hand in te voeren.");

    public static string EnterKeyByHand => Say("Can't scan? Enter the key by hand", "Scannen lukt niet? Voer de sleutel handmatig in");

    public static string ScanHintOpen => Say("Open an authenticator app on your phone.", "Open een authenticator-app op uw telefoon.");

    public static string ScanHintAdd => Say("Choose add, and scan the code.", "Kies toevoegen en scan de code.");

    public static string ScanHintNext => Say("The app shows six digits. Then choose Next.", "De app toont zes cijfers. Kies dan Volgende.");

    public static string NoAppYet => Say("No authenticator app yet?", "Nog geen authenticator-app?");

    /// <summary>The systems and the apps keep their own names.</summary>
    public const string AppsOnIphone = "2FAS, Ente Auth, Google Authenticator";

    public const string AppsOnAndroid = "Aegis, 2FAS, Google Authenticator";

    public static string PasswordManagersToo => Say("Many password managers do it too.", "Veel wachtwoordbeheerders kunnen het ook.");

    public static string MoreThanOneDevice => Say(
        "More than one device? Scan with each before Next.",
        "Meer dan één apparaat? Scan met elk apparaat voordat u Volgende kiest.");

    public static string KeyIsForThisPhone => Say(
        "Your authenticator app is on this phone, so the key can go straight to it.",
        "Uw authenticator-app staat op deze telefoon, dus de sleutel kan er direct naartoe.");

    public static string KeyCopy => Say("Copy key", "Sleutel kopiëren");

    public static string KeyOpenInApp => Say("Open in authenticator app", "Openen in authenticator-app");

    public static string NothingOpened => Say(
        "Nothing opened? Copy the key and choose \"enter a key\" in the app.",
        "Ging er niets open? Kopieer de sleutel en kies in de app \"sleutel invoeren\".");

    public static string OrScanWithAnother => Say("Or scan with another phone", "Of scan met een andere telefoon");

    public static string KeyCopied => Say("Copied", "Gekopieerd");

    public static string CopyFailedKeyBelow => Say(
        "The browser did not let us copy. Select the key and copy it yourself.",
        "De browser stond kopiëren niet toe. Selecteer de sleutel en kopieer die zelf.");

    public static string CopyFailedKeyElsewhere => Say(
        "The browser did not let us copy. Choose \"Enter the key by hand\" below and copy it there.",
        "De browser stond kopiëren niet toe. Kies hieronder voor handmatig invoeren en kopieer de sleutel daar.");

    // By hand.

    public static string ManualLead => Say(
        "Choose \"enter a key\" in the app, then copy these two lines.",
        "Kies in de app \"sleutel invoeren\" en neem deze twee regels over.");

    public static string KeyAccountName => Say("Account name", "Accountnaam");

    public static string KeyLabel => Say("Key", "Sleutel");

    public static string KeyInGroups => Say("Key in groups of four", "Sleutel in groepjes van vier");

    public static string KeyCopyShort => Say("Copy", "Kopiëren");

    public static string KeySpaces => Say(
        "Spaces do not matter. The key is not shown again after Finish.",
        "Spaties doen er niet toe. Na Voltooien ziet u de sleutel niet meer.");

    public static string KeyDetails => Say("Details", "Details");

    public static string DetailType => Say("Type", "Type");

    public static string DetailTimeBased => Say("Time-based", "Op tijd gebaseerd");

    public static string DetailDigits => Say("Digits", "Cijfers");

    public static string DetailPeriod => Say("Period", "Periode");

    public static string KeySeconds(int count) => Say(count == 1 ? "1 second" : $"{count} seconds", count == 1 ? "1 seconde" : $"{count} seconden");

    public static string DetailAlgorithm => Say("Algorithm", "Algoritme");

    public static string KeyAsQrCode => Say("Show the QR code", "Toon de QR-code");

    // Code.

    public static string EnrollmentCodeLead(string issuer, string email) => Say(
        $"Type the six digits that the app shows for {issuer}, {email}.",
        $"Typ de zes cijfers die de app toont bij {issuer}, {email}.");

    public static string CodeNotRight => Say(
        "That code is not right. Your key is kept: wait for the next code and try again.",
        "Deze code klopt niet. Uw sleutel blijft behouden: wacht op de volgende code en probeer het opnieuw.");

    public static string ClockBehind(int minutes) => Say(
        minutes == 1 ? "Your phone's clock is about 1 minute behind." : $"Your phone's clock is about {minutes} minutes behind.",
        minutes == 1 ? "De klok van uw telefoon loopt ongeveer 1 minuut achter." : $"De klok van uw telefoon loopt ongeveer {minutes} minuten achter.");

    public static string ClockAhead(int minutes) => Say(
        minutes == 1 ? "Your phone's clock is about 1 minute ahead." : $"Your phone's clock is about {minutes} minutes ahead.",
        minutes == 1 ? "De klok van uw telefoon loopt ongeveer 1 minuut voor." : $"De klok van uw telefoon loopt ongeveer {minutes} minuten voor.");

    public static string ClockRemedy => Say(
        "Set date and time to automatic on the phone, then enter the code it shows.",
        "Zet datum en tijd op de telefoon op automatisch en voer dan de code in die de app toont.");

    // The end.

    public static string EnrollmentIsActive => Say("Two-factor authentication is active", "Tweefactorauthenticatie is actief");

    public static string FromNowOn => Say("From now on each sign-in asks for a code.", "Vanaf nu wordt bij elke login om een code gevraagd.");

    public static string FromNowOnNewKey => Say(
        "From now on codes come from the new key; delete the old entry from your app.",
        "Vanaf nu komen de codes van de nieuwe sleutel; verwijder de oude vermelding uit uw app.");

    public static string SessionsAfterSetUp(int othersEnded) => othersEnded switch
    {
        0 => Say("This session goes on.", "Deze sessie gaat door."),
        1 => Say("Your other session has ended; this one goes on.", "Uw andere sessie is beëindigd; deze gaat door."),
        _ => Say("Your other sessions have ended; this one goes on.", "Uw andere sessies zijn beëindigd; deze gaat door."),
    };

    public static string FinishedElsewhere => Say("You finished in another tab.", "U hebt dit in een ander tabblad voltooid.");

    /// <summary>Where a link led to the wizard and there is no session yet.</summary>
    public static string DoneSignsIn => Say("Done signs you in.", "Met Klaar logt u in.");

    public static string TimeIsUpTitle => Say("Time is up", "De tijd is om");

    public static string TimeIsUpLead => Say(
        "Delete the entry from your app and start again.",
        "Verwijder de vermelding uit uw app en begin opnieuw.");

    public static string EnrollmentStartAgain => Say("Start again", "Opnieuw beginnen");

    public static string EnrollmentClose => Say("Close", "Sluiten");
}

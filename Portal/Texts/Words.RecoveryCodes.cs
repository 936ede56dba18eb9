namespace Portal.Texts;

/// <summary>Recovery codes: shown, kept, counted, and used in place of a code.</summary>
public static partial class Words
{
    public static string RecoveryCodes => Say("Recovery codes", "Herstelcodes");

    public static string RecoveryCode => Say("Recovery code", "Herstelcode");

    public static string NewCodes => Say("New codes", "Nieuwe codes");

    // Shown once.

    public static string CodesEachOnce(int count) => Say($"{count} codes, each works once", $"{count} codes, elke code werkt één keer");

    public static string KeepCodes => Say(
        "Keep them where you can reach them without your phone. Shown only now.",
        "Bewaar ze waar u er zonder uw telefoon bij kunt. U ziet ze alleen nu.");

    public static string DownloadCodes => Say("Download", "Downloaden");

    public static string PrintCodes => Say("Print", "Afdrukken");

    public static string CopyFailedCodes => Say(
        "The browser did not let us copy. Select the codes and copy them yourself.",
        "De browser stond kopiëren niet toe. Selecteer de codes en kopieer ze zelf.");

    /// <summary>Over the codes in the file and on paper, where nothing else says what they are.</summary>
    public static string CodesFor(string issuer) => Say($"Recovery codes for {issuer}", $"Herstelcodes voor {issuer}");

    /// <summary>Below the name of the account and the address of whose they are.</summary>
    public static string CodesMade(string when) => Say($"Made {when}. Each works once.", $"Gemaakt: {when}. Elke code werkt één keer.");

    /// <summary>The name of the file that the browser saves.</summary>
    public static string CodesFile => Say("recovery-codes.txt", "herstelcodes.txt");

    public static string CodesShownElsewhere => Say("The recovery codes were shown there.", "Daar zijn de herstelcodes getoond.");

    public static string CodesAreVoid => Say(
        "These codes no longer work: what was set up has changed meanwhile. Under User settings you can make new ones.",
        "Deze codes werken niet meer: wat was ingesteld, is intussen gewijzigd. Bij Gebruikersinstellingen kunt u nieuwe maken.");

    public static string NewCodesTitle => Say("Your new recovery codes", "Uw nieuwe herstelcodes");

    public static string NewCodesLead => Say("Those you had before no longer work.", "De codes die u had, werken niet meer.");

    // On one's own page.

    public static string CodesNone => Say(
        "You have none, so without your phone somebody else has to let you in.",
        "U hebt er geen, dus zonder uw telefoon moet iemand anders u binnenlaten.");

    public static string CodesNotSaved => Say(
        "Recovery codes are not saved. If you do not have them, new codes take their place.",
        "De herstelcodes zijn niet bewaard. Hebt u ze niet, dan komen nieuwe codes ervoor in de plaats.");

    public static string CodesLeft(int left, int of) => Say(
        $"{left} of {of} left. Each signs you in once without your phone; new codes take the place of all of them.",
        $"Nog {left} van {of} over. Met elke code logt u één keer in zonder uw telefoon; nieuwe codes komen voor alle in de plaats.");

    /// <summary>Asked of whoever signed in with a recovery code.</summary>
    public static string PhoneMayBeGone => Say("Is the phone gone?", "Is de telefoon weg?");

    public static string PhoneMayBeGoneWhy => Say(
        "You signed in with a recovery code. The key of the old phone works until a new one has proven a code.",
        "U bent ingelogd met een herstelcode. De sleutel van de oude telefoon blijft werken totdat een nieuwe met een code is bewezen.");

    public static string SetUpAnotherPhone => Say("Set up another one", "Stel een andere in");

    // On the page of somebody else.

    /// <summary>What somebody has, as far as administrators see it.</summary>
    public static string KeyAndCodes(int codes) => codes switch
    {
        0 => Say("Key, and no recovery codes.", "Sleutel, en geen herstelcodes."),
        1 => Say("Key and 1 recovery code.", "Sleutel en 1 herstelcode."),
        _ => Say($"Key and {codes} recovery codes.", $"Sleutel en {codes} herstelcodes."),
    };

    // In place of a code.

    public static string RecoveryCodeWorksToo => Say("A recovery code works here too.", "Een herstelcode werkt hier ook.");

    public static string RecoveryCodeHelp => Say(
        "One of the ten codes that you kept when you set up two-factor authentication.",
        "Een van de tien codes die u hebt bewaard toen u tweefactorauthenticatie instelde.");

    public static string RecoveryCodeWrong => Say(
        "Wrong or already used. Try another recovery code.",
        "Onjuist of al gebruikt. Probeer een andere herstelcode.");

    public static string SignInWithRecoveryCode => Say("Sign in with a recovery code", "Inloggen met een herstelcode");

    public static string ProofByRecoveryCode => Say("Type one of your recovery codes. It works once.", "Typ een van uw herstelcodes. Die werkt één keer.");

    public static string EnterRecoveryCode => Say("Type a recovery code.", "Typ een herstelcode.");

    public static string UseRecoveryCode => Say("Use a recovery code", "Een herstelcode gebruiken");

    public static string UseAppCode => Say("Use the code of the app", "De code uit de app gebruiken");
}

namespace Portal.Texts;

/// <summary>Words of every screen: buttons, dates, saving, refusals and proof.</summary>
public static partial class Words
{
    /// <summary>The product's own name.</summary>
    public const string Portal = "Portal";

    public static string TwoFactorAuthentication => Say("Two-factor authentication", "Tweefactorauthenticatie");

    public static string TwoFactorSetting => Say("Two-factor authentication setting", "Tweefactorauthenticatie-instelling");

    public static string Next => Say("Next", "Volgende");

    public static string Back => Say("Back", "Terug");

    public static string Finish => Say("Finish", "Voltooien");

    public static string Done => Say("Done", "Klaar");

    public static string Cancel => Say("Cancel", "Annuleren");

    public static string Undo => Say("Undo", "Ongedaan maken");

    public static string Save => Say("Save", "Opslaan");

    public static string Change => Say("Change", "Wijzigen");

    /// <summary>The accessible name of a <em>Change</em> button: what it changes.</summary>
    public static string ChangeOf(string label) => Say($"Change {LowerFirst(label)}", $"{label} wijzigen");

    public static string Name => Say("Name", "Naam");

    public static string Email => Say("E-mail", "E-mail");

    public static string Language => Say("Language", "Taal");

    public static string TimeZone => Say("Time zone", "Tijdzone");

    public static string Role => Say("Role", "Rol");

    public static string Code => Say("Code", "Code");

    public static string General => Say("General", "Algemeen");

    public static string ScanQrCode => Say("Scan QR code", "Scan de QR-code");

    public static string ResetTwoFactor => Say("Reset two-factor authentication", "Tweefactorauthenticatie opnieuw instellen");

    public static string StopTwoFactor => Say("Stop using two-factor authentication", "Tweefactorauthenticatie niet meer gebruiken");

    /// <summary>What needs no warrant: nobody in the portal did it.</summary>
    public static string TheCommandLine => Say("the command line", "de opdrachtregel");

    // Saving.

    public static string Saving => Say("Saving", "Bezig met opslaan");

    public static string Saved => Say("Saved", "Opgeslagen");

    public static string SavedByYou(string time) => Say($"Saved at {time} by you", $"Opgeslagen om {time} door u");

    public static string ChangedBy(string time, string who) => Say($"Changed at {time} by {who}", $"Gewijzigd om {time} door {who}");

    public static string ChangedByYou(string time) => Say($"Changed at {time} by you", $"Gewijzigd om {time} door u");

    public static string SecondsShort(int seconds) => Say($"{seconds} s", $"{seconds} s");

    /// <summary>For screen readers, once, instead of a count-down.</summary>
    public static string UndoForTenSeconds => Say("Undo is possible for ten seconds.", "Ongedaan maken kan nog tien seconden.");

    public static string NotSaved => Say("Not saved.", "Niet opgeslagen.");

    // When.

    public static string TodayAt(string time) => Say($"today, {time}", $"vandaag, {time}");

    /// <summary>Until when something holds, time first.</summary>
    public static string UntilToday(string time) => Say($"{time} today", $"vandaag {time}");

    public static string UntilTomorrow(string time) => Say($"{time} tomorrow", $"morgen {time}");

    public static string UntilDay(string time, string day) => Say($"{time} on {day}", $"{day} {time}");

    public static string YesterdayAt(string time) => Say($"yesterday, {time}", $"gisteren, {time}");

    public static string Since(string when) => Say($"since {when}", $"sinds {when}");

    // Proof.

    public static string ProofTitle => Say("Is it you?", "Bent u het?");

    public static string ProofLead => Say(
        "What comes next decides who signs in and how, or erases something. Show first that it is still you who sits here.",
        "Wat nu komt bepaalt wie inlogt en hoe, of wist iets. Laat eerst zien dat u het nog bent.");

    public static string ProofByCode => Say(
        "Type the six digits that your authenticator app shows. A recovery code works here too.",
        "Typ de zes cijfers uit uw authenticator-app. Een herstelcode werkt hier ook.");

    public static string ProofByPassword => Say("Type your password.", "Typ uw wachtwoord.");

    public static string Continue => Say("Continue", "Doorgaan");

    public static string CodeWrongOrUsed => Say("Wrong or already used. Wait for the next code.", "Onjuist of al gebruikt. Wacht op de volgende code.");

    public static string PasswordWrong => Say("That password is not right.", "Dat wachtwoord klopt niet.");

    public static string EnterCode => Say("Type the six digits.", "Typ de zes cijfers.");

    public static string EnterPassword => Say("Type your password.", "Typ uw wachtwoord.");

    // Choosing in general.

    public static string NothingHere => Say("There is no such page", "Deze pagina bestaat niet");

    public static string NothingHereWhy => Say(
        "It is gone, the address is mistyped, or it belongs to somebody else.",
        "Hij is weg, het adres is verkeerd getypt, of hij is van iemand anders.");

    /// <summary>Closed for want of rights, on administrators' pages.</summary>
    public static string AdministratorsOnly => Say("This page is for account administrators", "Deze pagina is voor accountbeheerders");

    public static string AdministratorsOnlyWhy => Say(
        "Your own settings are under your name, at the foot of the menu.",
        "Uw eigen instellingen staan onder uw naam, onderaan het menu.");

    public static string ToUserSettings => Say("Go to User settings", "Naar Gebruikersinstellingen");

    private static string LowerFirst(string label) => label.Length == 0 ? label : char.ToLowerInvariant(label[0]) + label[1..];
}

namespace Portal.Texts;

/// <summary>The frame: menu, banner, closed pages, lost connections.</summary>
public static partial class Words
{
    public static string MainMenu => Say("Main menu", "Hoofdmenu");

    public static string CloseMenu => Say("Close the menu", "Menu sluiten");

    public static string SkipToContent => Say("Skip to the content", "Naar de inhoud");

    public static string Operators => Say("Operators", "Operators");

    public static string Account => Say("Account", "Account");

    public static string AccountSettings => Say("Account settings", "Accountinstellingen");

    public static string UserSettings => Say("User settings", "Gebruikersinstellingen");

    public static string SignOut => Say("Sign out", "Uitloggen");

    public static string Theme => Say("Theme", "Thema");

    public static string ThemeLight => Say("Light", "Licht");

    public static string ThemeDark => Say("Dark", "Donker");

    public static string ThemeSystem => Say("System", "Systeem");

    public static string BannerFact => Say(
        "Two-factor authentication is now required and you have nothing set up.",
        "Tweefactorauthenticatie is nu vereist en u hebt niets ingesteld.");

    public static string BannerConsequence => Say("Set-up comes first at your next sign-in.", "Bij uw volgende login moet u dat eerst doen.");

    public static string ConnectionLost => Say("The connection is lost.", "De verbinding is weg.");

    public static string ConnectionTrying => Say("Trying again; what you saved is safe.", "We proberen het opnieuw; wat u hebt opgeslagen is veilig.");

    public static string ConnectionGone => Say("What you saved is safe.", "Wat u hebt opgeslagen is veilig.");

    public static string ReloadPage => Say("Reload the page", "Pagina opnieuw laden");

    public static string SignedOutTitle => Say("You are signed out", "U bent uitgelogd");

    public static string SignInAgain => Say("Sign in again", "Opnieuw inloggen");

    public static string ClosedIdle => Say("You were signed out because nothing happened for a while.", "U bent uitgelogd omdat er een tijd niets gebeurde.");

    public static string ClosedSignedOut => Say("You signed out.", "U bent uitgelogd.");

    public static string ClosedReset => Say(
        "An administrator has reset your two-factor authentication, so every session of yours was ended.",
        "Een beheerder heeft de sleutel van uw tweefactorauthenticatie gewist. Daarom zijn al uw sessies beëindigd.");

    public static string ClosedSetUpElsewhere => Say(
        "You set up two-factor authentication in another browser, so the other sessions were ended.",
        "U hebt tweefactorauthenticatie in een andere browser ingesteld. Daarom zijn de andere sessies beëindigd.");

    public static string ClosedDeactivated => Say("An administrator has deactivated you.", "Een beheerder heeft u gedeactiveerd.");

    public static string ClosedReplaced => Say("Somebody signed in anew in this browser.", "Er is in deze browser opnieuw ingelogd.");

    public static string ClosedWrongProof => Say("Too many wrong answers. Sign in again.", "Te veel foute antwoorden. Log opnieuw in.");

    public static string ClosedPasswordChanged => Say(
        "Your password was changed. Sign in with the new one.",
        "Uw wachtwoord is gewijzigd. Log in met het nieuwe.");

    public static string ClosedEmailChanged => Say(
        "Your e-mail address was changed. Sign in with the new one.",
        "Uw e-mailadres is gewijzigd. Log in met het nieuwe.");

    public static string ClosedElsewhere => Say(
        "You ended this session from another browser.",
        "U hebt deze sessie vanuit een andere browser beëindigd.");

    public static string ClosedByAdministrator => Say(
        "An administrator has ended this session.",
        "Een beheerder heeft deze sessie beëindigd.");

    public static string StillThereTitle => Say("Are you still there?", "Bent u er nog?");

    public static string StillThereLead(string time) => Say(
        $"Nothing has happened for a while. You will be signed out at {time}; what you saved is safe.",
        $"Er is een tijd niets gebeurd. Om {time} wordt u uitgelogd; wat u hebt opgeslagen is veilig.");

    public static string SessionEndsLead(string time) => Say(
        $"This session ends at {time}, however busy you are. Finish what you are doing, then sign in again.",
        $"Deze sessie eindigt om {time}, ook als u bezig bent. Rond af waar u mee bezig bent en log dan opnieuw in.");

    public static string StaySignedIn => Say("Stay signed in", "Ingelogd blijven");
}

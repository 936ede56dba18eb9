namespace Portal.Texts;

/// <summary>Why something was not saved, in full sentences.</summary>
public static partial class Words
{
    public static string RefusedSignedOut => Say("You are no longer signed in.", "U bent niet meer ingelogd.");

    public static string RefusedNotAllowed => Say("Only an account administrator may do this.", "Alleen een accountbeheerder mag dit doen.");

    public static string RefusedNotFound => Say("There is no such operator any more.", "Deze operator bestaat niet meer.");

    public static string RefusedNoWayIn => Say(
        "No administrator would have a way in: none of them could sign in any more. Set up your own two-factor authentication first, or see to another administrator who can sign in.",
        "Geen enkele beheerder zou nog binnenkomen: niemand van hen kan dan nog inloggen. Stel eerst uw eigen tweefactorauthenticatie in, of zorg voor een andere beheerder die kan inloggen.");

    public static string RefusedChangedMeanwhile => Say(
        "It was changed meanwhile. What holds now is shown; choose again if you still want to.",
        "Het is intussen gewijzigd. U ziet wat nu geldt; kies opnieuw als u dat nog wilt.");

    public static string RefusedInvalid => Say("That cannot be saved.", "Dat kan niet worden opgeslagen.");

    public static string RefusedNothingSetUp => Say("Nothing is set up any more.", "Er is niets meer ingesteld.");

    public static string RefusedNotUnderThisSetting => Say("The setting that holds now does not allow it.", "De instelling die nu geldt staat dit niet toe.");

    public static string RefusedTooLate => Say("The ten seconds are over.", "De tien seconden zijn voorbij.");

    public static string RefusedEmailTaken => Say("Another operator has this address already.", "Een andere operator heeft dit adres al.");

    public static string RefusedTooSoon => Say(
        "The last link was made less than a minute ago, or ten were made today. Try again later.",
        "De vorige link is minder dan een minuut geleden gemaakt, of er zijn er vandaag al tien gemaakt. Probeer het later opnieuw.");

    public static string RefusedLinkIsOver => Say("The link no longer works.", "De link werkt niet meer.");

    public static string RefusedAlreadySo => Say("It holds already.", "Dat geldt al.");
}

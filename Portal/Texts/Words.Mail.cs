namespace Portal.Texts;

/// <summary>Mails, and what pages say of them.</summary>
public static partial class Words
{
    public static string UnknownBrowser => Say("Unknown browser", "Onbekende browser");

    public static string BrowserOn(string browser, string system) => Say($"{browser} on {system}", $"{browser} op {system}");

    // Facts, each a label.

    public static string MailReason => Say("Reason", "Reden");

    public static string MailWhen => Say("When", "Wanneer");

    public static string MailBy => Say("By", "Door");

    public static string MailByYou => Say("you", "u");

    public static string MailBrowser => Say("Browser", "Browser");

    public static string MailNetworkAddress => Say("Network address", "Netwerkadres");

    public static string MailBefore => Say("Before", "Eerst");

    public static string MailAfter => Say("Now", "Nu");

    public static string MailUntil => Say("Until", "Tot");

    public static string MailSignedIn => Say("Sign-in", "Login");

    public static string MailSentBy => Say("Sent by", "Gestuurd door");

    public static string MailWorksUntil => Say("The link works until", "De link werkt tot");

    public static string MailFor => Say("For", "Voor");

    public static string MailWhat => Say("Mail", "E-mail");

    // At the foot of each mail.

    public static string MailFooter(string portal, string account) => Say(
        $"{portal} sends this mail by itself for {account}. An answer to it is not read.",
        $"{portal} verstuurt deze e-mail automatisch voor {account}. Een antwoord erop wordt niet gelezen.");

    /// <summary>Above an address, for who cannot click.</summary>
    public static string MailAddressByHand => Say("If the button does not work, open this address:", "Werkt de knop niet, open dan dit adres:");

    public static string MailAskAdministrator(string account) => Say(
        $"Did you not expect this? Ask an account administrator of {account}.",
        $"Verwachtte u dit niet? Vraag het een accountbeheerder van {account}.");

    public static string MailAskWhoActed(string who) => Say(
        $"Did you not expect this? Ask {who}.",
        $"Verwachtte u dit niet? Vraag het {who}.");

    public static string MailAskServer => Say(
        "Did you not expect this? Ask whoever runs the server.",
        "Verwachtte u dit niet? Vraag het wie de server beheert.");

    public static string MailNotYouPassword => Say(
        "Not you? Change your password now, then tell an account administrator.",
        "Was u dit niet? Wijzig nu uw wachtwoord en vertel het dan een accountbeheerder.");

    public static string MailNotYouAdministrator(string account) => Say(
        $"Not you? Tell an account administrator of {account} at once.",
        $"Was u dit niet? Vertel het meteen een accountbeheerder van {account}.");

    public static string MailOpenPortal => Say("Open Portal", "Portal openen");

    // Setting up by a link.

    public static string SetUpMailSubject(string account) => Say(
        $"Set up two-factor authentication for {account}",
        $"Stel tweefactorauthenticatie in voor {account}");

    public static string SetUpMailLead => Say(
        "You gave the right password. It does not sign you in by itself: two-factor authentication is required and nothing is set up yet. Set it up with your phone; it takes two minutes, and then you are signed in.",
        "U hebt het juiste wachtwoord ingevoerd. Dat is niet genoeg om in te loggen: tweefactorauthenticatie is vereist en er is nog niets ingesteld. Stel het in met uw telefoon; het duurt twee minuten en daarna bent u ingelogd.");

    public static string SetUpMailSentLead(string who) => Say(
        $"{who} sends you this link to set up two-factor authentication: from then on you sign in with your password and a code from your phone.",
        $"{who} stuurt u deze link om tweefactorauthenticatie in te stellen: daarna logt u in met uw wachtwoord en een code van uw telefoon.");

    public static string RequiredSince(string day) => Say($"Required since {day}", $"Vereist sinds {day}");

    public static string RequiredSinceBy(string day, string who) => Say($"Required since {day}, by {who}", $"Vereist sinds {day}, door {who}");

    public static string SetUpNow => Say("Set up now", "Nu instellen");

    public static string SetUpMailAnyBrowser => Say(
        "In the browser in which you gave your password the link leads straight on; any other browser asks for your password first.",
        "In de browser waarin u uw wachtwoord invoerde, kunt u met de link meteen verder; elke andere browser vraagt eerst om uw wachtwoord.");

    public static string SetUpMailSentLife => Say(
        "The link works for 72 hours and asks for your password first.",
        "De link werkt 72 uur en vraagt eerst om uw wachtwoord.");

    public static string SetUpMailNotYou => Say(
        "Not you? Someone knows your password: change it here.",
        "Was u dit niet? Iemand kent uw wachtwoord: wijzig het hier.");

    // Notices: a subject and a sentence each.

    public static string NoticeTwoFactorSetUp => Say("Two-factor authentication is active", "Tweefactorauthenticatie is actief");

    public static string NoticeTwoFactorSetUpLead(string account) => Say(
        $"An authenticator app was set up for you at {account}. Each sign-in with your password asks for a code from it.",
        $"Er is een authenticator-app voor u ingesteld bij {account}. Elke login met uw wachtwoord vraagt om een code daaruit.");

    public static string NoticeTwoFactorReplaced => Say("Two-factor authentication was set up again", "Tweefactorauthenticatie is opnieuw ingesteld");

    public static string NoticeTwoFactorReplacedLead(string account) => Say(
        $"A new key took the place of the former one for {account}. Codes of the former key no longer work; delete it from your app.",
        $"Een nieuwe sleutel heeft de vorige vervangen voor {account}. Codes van de vorige sleutel werken niet meer; verwijder die uit uw app.");

    public static string NoticeTwoFactorReset => Say("Your two-factor authentication was reset", "Uw tweefactorauthenticatie is gewist");

    public static string NoticeTwoFactorResetLead(string account) => Say(
        $"Your key and recovery codes for {account} were erased, and you were signed out everywhere. Delete the entry from your app.",
        $"Uw sleutel en herstelcodes voor {account} zijn gewist en u bent overal uitgelogd. Verwijder de vermelding uit uw app.");

    public static string NoticeTwoFactorStopped => Say("Two-factor authentication was stopped", "Tweefactorauthenticatie is gestopt");

    public static string NoticeTwoFactorStoppedLead(string account) => Say(
        $"Your key and recovery codes for {account} were erased. Your password alone signs you in.",
        $"Uw sleutel en herstelcodes voor {account} zijn gewist. U logt in met alleen uw wachtwoord.");

    public static string NoticeOverrideChanged => Say("Your two-factor authentication setting was changed", "Uw tweefactorauthenticatie-instelling is gewijzigd");

    public static string NoticeOverrideChangedLead(string account) => Say(
        $"Whether {account} asks you for two-factor authentication was changed. It holds from your next sign-in on.",
        $"Er is gewijzigd of {account} u om tweefactorauthenticatie vraagt. Het geldt vanaf uw volgende login.");

    public static string NoticeAccountDefaultWeakened(string account) => Say(
        $"{account} asks for less two-factor authentication",
        $"{account} vraagt minder vaak om tweefactorauthenticatie");

    public static string NoticeAccountDefaultWeakenedLead(string account) => Say(
        $"The two-factor authentication setting of {account} was changed for everybody who has no own setting.",
        $"De tweefactorauthenticatie-instelling van {account} is gewijzigd voor iedereen zonder eigen instelling.");

    public static string NoticePasswordChanged => Say("Your password was changed", "Uw wachtwoord is gewijzigd");

    public static string NoticePasswordChangedLead(string account) => Say(
        $"The former password for {account} no longer signs you in.",
        $"Met het vorige wachtwoord voor {account} kunt u niet meer inloggen.");

    public static string NoticeEmailChangeAsked => Say("A change of your e-mail address was asked for", "Er is gevraagd uw e-mailadres te wijzigen");

    public static string NoticeEmailChangeAskedLead(string account) => Say(
        $"As soon as the new address is confirmed from a mail that went there, you sign in to {account} with it.",
        $"Zodra het nieuwe adres is bevestigd vanuit een e-mail die daarheen ging, logt u er bij {account} mee in.");

    public static string NoticeEmailChanged => Say("Your e-mail address was changed", "Uw e-mailadres is gewijzigd");

    public static string NoticeEmailChangedLead(string account) => Say(
        $"From now on you sign in to {account} with the new address, and mail goes there.",
        $"Vanaf nu logt u bij {account} in met het nieuwe adres en gaat e-mail daarheen.");

    public static string NoticeRecoveryCodesMade => Say("New recovery codes were made", "Er zijn nieuwe herstelcodes gemaakt");

    public static string NoticeRecoveryCodesMadeLead(string account) => Say(
        $"The former recovery codes for {account} no longer work.",
        $"De vorige herstelcodes voor {account} werken niet meer.");

    public static string NoticeRecoveryCodeUsed => Say("A recovery code was used", "Er is een herstelcode gebruikt");

    public static string NoticeRecoveryCodeUsedLead(string account) => Say(
        $"One of your recovery codes for {account} took the place of a code from your app. It works no second time.",
        $"Een van uw herstelcodes voor {account} is gebruikt in plaats van een code uit uw app. Die werkt geen tweede keer.");

    public static string NoticeRoleChanged => Say("Your role was changed", "Uw rol is gewijzigd");

    public static string NoticeRoleChangedLead(string account) => Say(
        $"What you may do in {account} was changed.",
        $"Wat u in {account} mag doen, is gewijzigd.");

    public static string NoticeDeactivated(string account) => Say($"You were deactivated in {account}", $"U bent gedeactiveerd in {account}");

    public static string NoticeDeactivatedLead(string account) => Say(
        $"You can no longer sign in to {account}, and you were signed out everywhere.",
        $"U kunt niet meer inloggen bij {account} en u bent overal uitgelogd.");

    public static string NoticeReactivated(string account) => Say($"You can sign in to {account} again", $"U kunt weer inloggen bij {account}");

    public static string NoticeReactivatedLead(string account) => Say(
        $"You were reactivated in {account}. You sign in as before.",
        $"U bent weer geactiveerd in {account}. U logt in zoals voorheen.");

    public static string NoticeMailSetAside => Say("A mail could not be delivered", "Een e-mail kon niet worden bezorgd");

    public static string NoticeMailSetAsideLead(string account) => Say(
        $"Portal has given up a mail to an operator of {account}. Look whether the address is right, then do again what the mail was for.",
        $"Portal heeft een e-mail aan een operator van {account} opgegeven. Kijk of het adres klopt en doe dan opnieuw waar de e-mail voor was.");

    // What a mail is about, in a list or a notice.

    public static string MailKindSetUp => Say("link to set up two-factor authentication", "link om tweefactorauthenticatie in te stellen");

    public static string MailKindInvitation => Say("invitation", "uitnodiging");

    public static string MailKindPassword => Say("link to choose a new password", "link om een nieuw wachtwoord te kiezen");

    public static string MailKindEmail => Say("link to confirm a new address", "link om een nieuw adres te bevestigen");

    public static string MailKindUnlock => Say("link to go on with a code", "link om verder te gaan met een code");

    public static string MailKindHelp => Say("request for help", "verzoek om hulp");

    public static string MailKindNotice => Say("notice of a change", "bericht over een wijziging");

    public static string MailKindOther => Say("mail", "e-mail");

    // Where a mail stands.

    public static string MailQueued => Say("queued", "in de wachtrij");

    public static string MailTryingAgain(string reason) => Say($"queued, trying again: {reason}", $"in de wachtrij, nieuwe poging volgt: {reason}");

    public static string MailSent(string when) => Say($"sent {when}", $"verstuurd {when}");

    public static string MailFailed(string reason) => Say($"not delivered: {reason}", $"niet bezorgd: {reason}");

    public static string MailLinkExpired => Say("The link expired before the mail got through.", "De link is verlopen voordat de e-mail doorkwam.");

    // Why a mail was given up, where it was not the receiver's server that said so.

    public static string MailCouldNotBeWritten => Say("it could not be written", "de e-mail kon niet worden geschreven");

    // What Development adds.

    public static string DevMailTitle => Say("Mail", "E-mail");

    public static string DevMailLead => Say(
        "The last 50 mails, written anew from the outbox.",
        "De laatste 50 e-mails, opnieuw geschreven vanuit de wachtrij.");

    public static string DevMailNone => Say("No mail was queued yet.", "Er is nog geen e-mail in de wachtrij gezet.");

    public static string DevMailTo => Say("To", "Aan");

    public static string DevMailSubject => Say("Subject", "Onderwerp");

    public static string DevMailState => Say("State", "Stand");

    public static string DevMailHtml => Say("Look at it as HTML", "Bekijken als HTML");

    public static string DevMailAll => Say("All mails", "Alle e-mails");

    public static string DevMailTakenBack => Say("taken back", "teruggenomen");
}

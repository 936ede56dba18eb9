using System.Globalization;

namespace Portal.Texts;

/// <summary>Pages of one-time links: waiting for the mail, opening the link, and what is said when it no longer works.</summary>
public static partial class Words
{
    // Waiting for the mail.

    public static string CheckEmailTitle => Say("Check your e-mail", "Bekijk uw e-mail");

    public static string CheckEmailLead(string account) => Say(
        $"Your password is right. You need two-factor authentication at {account} and have nothing set up yet, so the last step comes by mail.",
        $"Uw wachtwoord klopt. Bij {account} hebt u tweefactorauthenticatie nodig en u hebt nog niets ingesteld. Daarom komt de laatste stap per e-mail.");

    public static string SentTo => Say("Sent to", "Verstuurd naar");

    /// <summary>As long as the mail waits in the outbox.</summary>
    public static string OnItsWayTo => Say("On its way to", "Onderweg naar");

    public static string WorksUntil => Say("Works until", "Werkt tot");

    public static string InAnyBrowser(string moment) => Say($"{moment}, in any browser", $"{moment}, in elke browser");

    public static string CheckEmailOpen => Say("Open the mail and choose", "Open de e-mail en kies");

    public static string CheckEmailScan => Say("Scan the QR code with an authenticator app.", "Scan de QR-code met een authenticator-app.");

    public static string CheckEmailThen => Say("You are signed in. This page notices by itself.", "U bent ingelogd. Deze pagina merkt het vanzelf.");

    public static string LookInSpam => Say("Nothing there? Look in the spam folder.", "Niets gekomen? Kijk in de map met ongewenste e-mail.");

    public static string AgainAt(string time) => Say($"You can send it again at {time}.", $"U kunt hem om {time} opnieuw laten sturen.");

    public static string SendAgain => Say("Send again", "Opnieuw sturen");

    public static string MailIsInFolder => Say(
        "This installation writes its mail to a folder instead of sending it. Whoever runs the server finds the link there, or makes one with the command",
        "Deze installatie schrijft e-mail naar een map in plaats van die te versturen. Wie de server beheert, vindt de link daar, of maakt er een met de opdracht");

    public static string MailIsInDevelopment => Say("In Development the last mails can be read at", "In Development zijn de laatste e-mails te lezen op");

    public static string LinkMailFailed => Say(
        "The mail could not be delivered. Send it again, or ask an account administrator for a link.",
        "De e-mail kon niet worden bezorgd. Laat hem opnieuw sturen, of vraag een accountbeheerder om een link.");

    public static string TooManyLinks => Say(
        "Ten links were made today; no more are sent. Use the newest one, or ask an account administrator.",
        "Er zijn vandaag al tien links gemaakt; er worden er niet meer gestuurd. Gebruik de nieuwste, of vraag het een accountbeheerder.");

    public static string WaitDoneTitle => Say("Set-up is finished", "Het instellen is klaar");

    public static string WaitDoneLead => Say(
        "Two-factor authentication was set up in another browser. To sign in here too, sign in with your password and a code.",
        "Tweefactorauthenticatie is in een andere browser ingesteld. Wilt u ook hier inloggen, doe dat dan met uw wachtwoord en een code.");

    // Opening the link.

    public static string LinkAsksForPassword => Say("Enter your password", "Voer uw wachtwoord in");

    public static string LinkInAnotherBrowser => Say(
        "You opened this link in another browser than the one you signed in with. Type your password here, then set-up goes on.",
        "U hebt deze link in een andere browser geopend dan die waarin u inlogde. Typ hier uw wachtwoord, dan gaat het instellen verder.");

    public static string LinkWasSent => Say(
        "This link was sent to you. Type your password, then set-up goes on.",
        "Deze link is naar u gestuurd. Typ uw wachtwoord, dan gaat het instellen verder.");

    public static string ForgotPassword => Say("Forgotten your password?", "Wachtwoord vergeten?");

    public static string GoOn => Say("Go on", "Verder");

    /// <summary>Whose password is meant; the address follows.</summary>
    public static string PasswordOf => Say("Password of", "Wachtwoord van");

    // Links that no longer work.

    public static string LinkExpiredTitle => Say("This link has expired", "Deze link is verlopen");

    public static string LinkUsedTitle => Say("This link has been used", "Deze link is al gebruikt");

    public static string LinkReplacedTitle => Say("A newer link has been sent", "Er is een nieuwere link verstuurd");

    public static string LinkUnknownTitle => Say("This link is not known", "Deze link is niet bekend");

    public static string LinkUnknownWhy => Say(
        "Part of the address may be missing. Open it from the mail again, or copy the whole address.",
        "Misschien ontbreekt een deel van het adres. Open de link opnieuw vanuit de e-mail, of kopieer het hele adres.");

    public static string LinkReplacedWhy => Say(
        "Only the newest one works. Look for it in your mail, or ask for another.",
        "Alleen de nieuwste werkt. Zoek die op in uw e-mail, of vraag een andere aan.");

    public static string SetUpLinkExpiredWhy => Say(
        "Sign in with your password: a new link is then mailed to you.",
        "Log in met uw wachtwoord: u krijgt dan een nieuwe link per e-mail.");

    public static string SetUpLinkUsedWhy => Say(
        "Two-factor authentication is set up. Sign in with your password and a code.",
        "Tweefactorauthenticatie is ingesteld. Log in met uw wachtwoord en een code.");

    public static string SetUpNotNeededTitle => Say("There is nothing to set up", "Er valt niets in te stellen");

    public static string SetUpNotNeededWhy => Say(
        "Two-factor authentication is not asked of you now. Sign in as usual.",
        "Er wordt nu geen tweefactorauthenticatie van u gevraagd. Log in zoals gewoonlijk.");

    public static string ToSignIn => Say("To sign-in", "Naar inloggen");

    // The link that precedes a code.

    public static string UnlockSend => Say(
        "A link by mail shows that it is you. After it a code counts again.",
        "Met een link per e-mail laat u zien dat u het bent. Daarna telt een code weer.");

    public static string UnlockSent(string email) => Say(
        $"A link is on its way to {email} and works for 30 minutes. Open it in this browser, then type the code.",
        $"Er is een link onderweg naar {email}; die werkt 30 minuten. Open hem in deze browser en typ dan de code.");

    public static string UnlockTooMany => Say(
        "No further link is sent today.",
        "Er wordt vandaag geen link meer verstuurd.");

    public static string UnlockTitle => Say("Go on with the code", "Verder met de code");

    public static string UnlockLead => Say(
        "You have shown that the mailbox is yours, so a code counts again, in this browser.",
        "U hebt laten zien dat de mailbox van u is. In deze browser telt een code weer.");

    public static string UnlockGoOn => Say("Go on with the code", "Verder met de code");

    public static string UnlockLinkExpiredWhy => Say(
        "Sign in with your password and ask for another link.",
        "Log in met uw wachtwoord en vraag een andere link aan.");

    public static string UnlockLinkUsedWhy => Say(
        "It has let codes be looked at again. Sign in with your password and a code.",
        "Daarmee worden codes weer bekeken. Log in met uw wachtwoord en een code.");

    public static string UnlockMailSubject(string account) => Say($"Go on signing in to {account}", $"Verder met inloggen bij {account}");

    public static string UnlockMailLead => Say(
        "Your password was given, but over the last year too many wrong codes were typed. Open this link first; then a code counts again.",
        "Uw wachtwoord is opgegeven, maar het afgelopen jaar zijn te veel onjuiste codes getypt. Open eerst deze link; daarna telt een code weer.");

    // Setting up without a session.

    public static string WelcomeLead(string account) => Say(
        $"{account} asks for two-factor authentication: a code from an app on your phone, besides your password.",
        $"{account} vraagt om tweefactorauthenticatie: naast uw wachtwoord een code uit een app op uw telefoon.");

    public static string WelcomeOver => Say(
        "This page no longer works",
        "Deze pagina werkt niet meer");

    public static string WelcomeOverWhy => Say(
        "The link that opened it has expired, was used, or was replaced by a newer one.",
        "De link waarmee deze pagina is geopend, is verlopen, al gebruikt of vervangen door een nieuwere.");

    public static string WelcomeSigningIn => Say("You are being signed in", "U wordt ingelogd");

    public static string WelcomeSignInNow => Say("Continue to Portal", "Verder naar Portal");

    /// <summary>An address of which only its owner recognises what is left: "b•••@example.com".</summary>
    public static string Shortened(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 1 ? email : $"{StringInfo.GetNextTextElement(email)}•••{email[at..]}";
    }
}

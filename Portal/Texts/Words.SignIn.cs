namespace Portal.Texts;

/// <summary>The pages without a session: sign-in, code, set-up, errors.</summary>
public static partial class Words
{
    public static string SignIn => Say("Sign in", "Inloggen", "Anmelden", "Se connecter");

    /// <summary>At the foot of every page without a session.</summary>
    public static string OwnInstallation => Say(
        "Your own installation. No other server is involved.",
        "Uw eigen installatie. Er is geen andere server bij betrokken.",
        "Ihre eigene Installation. Kein anderer Server ist beteiligt.",
        "Votre propre installation. Aucun autre serveur n'intervient.");

    /// <summary>The same, where single sign-on leads to another.</summary>
    public static string OwnInstallationWithProvider => Say(
        "Your own installation, and your organisation's provider.",
        "Uw eigen installatie en de provider van uw organisatie.",
        "Ihre eigene Installation und der Anbieter Ihrer Organisation.",
        "Votre propre installation et le fournisseur de votre organisation.");

    // The password.

    public static string EnterEmail => Say(
        "Type your e-mail address.",
        "Typ uw e-mailadres.",
        "Geben Sie Ihre E-Mail-Adresse ein.",
        "Saisissez votre adresse e-mail.");

    public static string EmailMalformed => Say(
        "Type one whole address, such as name@example.com.",
        "Typ één volledig adres, zoals naam@example.com.",
        "Geben Sie genau eine vollständige Adresse ein, etwa name@example.com.",
        "Saisissez une seule adresse complète, par exemple nom@example.com.");

    public static string SignInPasswordMissing => Say(
        "Type your password.",
        "Typ uw wachtwoord.",
        "Geben Sie Ihr Passwort ein.",
        "Saisissez votre mot de passe.");

    public static string SignInPasswordTooLong(int longest) => Say(
        $"Too long: no password has more than {longest} characters.",
        $"Te lang: geen enkel wachtwoord heeft meer dan {longest} tekens.",
        $"Zu lang: Kein Passwort hat mehr als {longest} Zeichen.",
        $"Trop long : aucun mot de passe n'a plus de {longest} caractères.");

    /// <summary>One sentence for every cause, so that nobody learns which addresses exist.</summary>
    public static string SignInWrong => Say(
        "E-mail or password is wrong.",
        "E-mail of wachtwoord is onjuist.",
        "E-Mail oder Passwort ist falsch.",
        "E-mail ou mot de passe incorrect.");

    public static string TooManyTries(int seconds) => Say(
        seconds == 1 ? "Too many tries. Wait 1 second, then try again." : $"Too many tries. Wait {seconds} seconds, then try again.",
        seconds == 1 ? "Te veel pogingen. Wacht 1 seconde en probeer het dan opnieuw." : $"Te veel pogingen. Wacht {seconds} seconden en probeer het dan opnieuw.",
        seconds == 1 ? "Zu viele Versuche. Warten Sie 1 Sekunde und versuchen Sie es dann erneut." : $"Zu viele Versuche. Warten Sie {seconds} Sekunden und versuchen Sie es dann erneut.",
        seconds < 2 ? $"Trop de tentatives. Attendez {seconds} seconde, puis réessayez." : $"Trop de tentatives. Attendez {seconds} secondes, puis réessayez.");

    public static string PageTooOld => Say(
        "This page was open too long. Try again.",
        "Deze pagina stond te lang open. Probeer het opnieuw.",
        "Diese Seite war zu lange geöffnet. Versuchen Sie es erneut.",
        "Cette page est restée ouverte trop longtemps. Réessayez.");

    public static string FormUnreadable => Say(
        "What was sent could not be read. Try again.",
        "Wat is verstuurd, kon niet worden gelezen. Probeer het opnieuw.",
        "Die gesendeten Daten konnten nicht gelesen werden. Versuchen Sie es erneut.",
        "Les données envoyées n'ont pas pu être lues. Réessayez.");

    public static string SignInTookTooLong => Say(
        "This sign-in is over: it took too long, was used, or something was changed. Start again.",
        "Deze inlogpoging is voorbij: die duurde te lang, is al gebruikt, of er is iets gewijzigd. Begin opnieuw.",
        "Dieser Anmeldeversuch ist beendet: Er hat zu lange gedauert, wurde schon verwendet, oder es wurde etwas geändert. Beginnen Sie neu.",
        "Cette tentative de connexion est terminée : elle a trop duré, a déjà servi, ou quelque chose a changé. Recommencez.");

    public static string NoWayIn => Say(
        "Can't sign in? Ask an account administrator, or whoever runs the server.",
        "Lukt inloggen niet? Vraag het aan een accountbeheerder of aan wie de server beheert.",
        "Anmelden klappt nicht? Wenden Sie sich an einen Account-Administrator oder an die Person, die den Server betreibt.",
        "Impossible de vous connecter ? Adressez-vous à un administrateur du compte ou à la personne qui gère le serveur.");

    // The code.

    public static string CodeTitle => Say("Enter the code", "Voer de code in", "Code eingeben", "Saisir le code");

    /// <summary>The issuer and the address follow.</summary>
    public static string CodeLead => Say(
        "Open your authenticator app and type the six digits under",
        "Open uw authenticator-app en typ de zes cijfers onder",
        "Öffnen Sie Ihre Authenticator-App und geben Sie die sechs Ziffern dieses Eintrags ein:",
        "Ouvrez votre application d'authentification et saisissez les six chiffres affichés sous");

    public static string SignInAsSomeoneElse => Say(
        "Sign in as someone else",
        "Als iemand anders inloggen",
        "Als jemand anders anmelden",
        "Se connecter sous une autre identité");

    public static string NoPhone => Say(
        "I don't have my phone",
        "Ik heb mijn telefoon niet",
        "Ich habe mein Telefon nicht zur Hand",
        "Je n'ai pas mon téléphone");

    public static string AdministratorCanReset => Say(
        "An account administrator can reset your two-factor authentication, from your page under Operators.",
        "Een accountbeheerder kan de sleutel van uw tweefactorauthenticatie wissen, op uw pagina onder Operators.",
        "Ein Account-Administrator kann Ihre Zwei-Faktor-Authentifizierung auf Ihrer Seite unter „Operatoren“ zurücksetzen.",
        "Un administrateur du compte peut réinitialiser votre authentification à deux facteurs, depuis votre page sous « Opérateurs ».");

    /// <summary>The command follows.</summary>
    public static string CommandCanReset => Say(
        "Whoever runs the server can do the same with the command",
        "Wie de server beheert, kan hetzelfde doen met de opdracht",
        "Wer den Server betreibt, erreicht dasselbe mit dem Befehl",
        "La personne qui gère le serveur peut faire de même avec la commande");

    public static string GuessingOverTitle => Say(
        "A code is not enough any more",
        "Een code is niet meer genoeg",
        "Ein Code genügt nicht mehr",
        "Un code ne suffit plus");

    public static string GuessingOverLead => Say(
        "Over the last year too many wrong codes were typed for this operator. Somebody may be guessing, so no code is looked at any more.",
        "Het afgelopen jaar zijn voor deze operator te veel onjuiste codes ingevoerd. Misschien probeert iemand codes te raden. Daarom wordt geen enkele code meer gecontroleerd.",
        "In den letzten zwölf Monaten wurden für diesen Operator zu viele falsche Codes eingegeben. Vielleicht probiert jemand Codes durch, deshalb wird kein Code mehr geprüft.",
        "Au cours des douze derniers mois, trop de codes incorrects ont été saisis pour cet opérateur. Quelqu'un essaie peut-être de deviner : plus aucun code n'est vérifié.");

    public static string WhatHelps => Say("What helps", "Wat helpt", "Was hilft", "Ce qui peut aider");

    public static string NoAccessToMail => Say("No access to your mail?", "Geen toegang tot uw e-mail?", "Kein Zugriff auf Ihre E-Mails?", "Pas d'accès à vos e-mails ?");

    public static string BackToSignIn => Say("Back to sign-in", "Terug naar inloggen", "Zurück zur Anmeldung", "Retour à la connexion");

    // Signing out without a page that is alive.

    public static string SignOutLead => Say(
        "This ends your session in this browser.",
        "Dit beëindigt uw sessie in deze browser.",
        "Damit endet Ihre Sitzung in diesem Browser.",
        "Cela met fin à votre session dans ce navigateur.");

    // Errors.

    public static string ErrorUnreadable => Say(
        "That could not be read",
        "Dat kon niet worden gelezen",
        "Das konnte nicht gelesen werden",
        "La requête n'a pas pu être lue");

    public static string ErrorUnreadableWhy => Say(
        "The request was incomplete, too large, or not of a kind that this address takes.",
        "Het verzoek was onvolledig, te groot, of niet van een soort die dit adres aanneemt.",
        "Die Anfrage war unvollständig, zu groß oder von einer Art, die diese Adresse nicht annimmt.",
        "Elle était incomplète, trop volumineuse ou d'un type que cette adresse n'accepte pas.");

    public static string ErrorForbidden => Say(
        "That is not open to you",
        "Dat is niet voor u toegankelijk",
        "Darauf haben Sie keinen Zugriff",
        "Vous n'y avez pas accès");

    public static string ErrorForbiddenWhy => Say(
        "If you think it should be, ask an account administrator.",
        "Vindt u dat het wel zo hoort te zijn, vraag het dan een accountbeheerder.",
        "Wenn Sie meinen, dass Sie Zugriff haben sollten, fragen Sie einen Account-Administrator.",
        "Si vous pensez que vous devriez y avoir accès, adressez-vous à un administrateur du compte.");

    public static string ErrorOurs => Say(
        "Something went wrong here",
        "Hier ging iets mis",
        "Hier ist etwas schiefgegangen",
        "Une erreur s'est produite ici");

    public static string ErrorOursWhy => Say(
        "It was not your doing, and what was saved is safe. Try again in a moment; if it stays, tell whoever runs the server.",
        "Het lag niet aan u, en wat is opgeslagen, is veilig. Probeer het straks opnieuw; blijft het misgaan, meld het dan aan wie de server beheert.",
        "Es lag nicht an Ihnen, und was gespeichert wurde, ist sicher. Versuchen Sie es gleich erneut; wenn es so bleibt, sagen Sie es der Person, die den Server betreibt.",
        "Vous n'y êtes pour rien, et ce qui a été enregistré est en sécurité. Réessayez dans un instant ; si cela persiste, prévenez la personne qui gère le serveur.");

    public static string ToStart => Say("To the start", "Naar de startpagina", "Zur Startseite", "Aller à l'accueil");

    // What Development adds.

    public static string DevelopmentOnly => Say("Development only", "Alleen in Development", "Nur in Development", "En mode Development uniquement");

    public static string DemoTitle => Say("Demo sign-ins", "Demo-logins", "Demo-Anmeldungen", "Connexions de démonstration");

    /// <summary>The password follows.</summary>
    public static string DemoPassword => Say(
        "Everyone who has a password has the same one:",
        "Iedereen met een wachtwoord heeft hetzelfde:",
        "Alle, die ein Passwort haben, haben dasselbe:",
        "Le mot de passe est le même pour toute personne qui en a un :");

    public static string DemoRoleOrSetting => Say("Role or setting", "Rol of instelling", "Rolle oder Einstellung", "Rôle ou réglage");

    public static string DemoOverride(string setting) => Say(
        $"Override: {setting}",
        $"Eigen instelling: {setting}",
        $"Eigene Einstellung: {setting}",
        $"Réglage propre : {setting}");

    public static string DemoSingleSignOnOnly => Say(
        "Single sign-on only",
        "Alleen single sign-on",
        "Nur Single Sign-on",
        "Authentification unique seulement");

    public static string DemoKeys(string names) => Say(
        $"Keys of {names}, to add to an app",
        $"Sleutels van {names}, voor in een app",
        $"Schlüssel von {names}, zum Eintragen in eine App",
        $"Clés {De(names)}, à ajouter dans une application");

    public static string DemoKeyOf(string name) => Say(
        $"QR code with the key of {name}",
        $"QR-code met de sleutel van {name}",
        $"QR-Code mit dem Schlüssel von {name}",
        $"Code QR avec la clé {De(name)}");

    public static string DemoNobody => Say(
        "The demo account is not in this database.",
        "Het demo-account staat niet in deze database.",
        "Der Demo-Account ist nicht in dieser Datenbank.",
        "Le compte de démonstration n'est pas dans cette base de données.");

    public static string And => Say("and", "en", "und", "et");
}

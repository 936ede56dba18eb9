using System.Globalization;

namespace Portal.Texts;

/// <summary>Pages of one-time links: waiting for the mail, opening the link, and what is said when it no longer works.</summary>
public static partial class Words
{
    // Waiting for the mail.

    public static string CheckEmailTitle => Say("Check your e-mail", "Bekijk uw e-mail", "Prüfen Sie Ihre E-Mails", "Consultez vos e-mails");

    public static string CheckEmailLead(string account) => Say(
        $"Your password is right. You need two-factor authentication at {account} and have nothing set up yet, so the last step comes by mail.",
        $"Uw wachtwoord klopt. Bij {account} hebt u tweefactorauthenticatie nodig en u hebt nog niets ingesteld. Daarom komt de laatste stap per e-mail.",
        $"Ihr Passwort stimmt. Bei {account} brauchen Sie Zwei-Faktor-Authentifizierung und haben noch nichts eingerichtet. Deshalb kommt der letzte Schritt per E-Mail.",
        $"Votre mot de passe est le bon. Vous avez besoin de l'authentification à deux facteurs pour {account} et rien n'est encore configuré : la dernière étape arrive donc par e-mail.");

    public static string SentTo => Say("Sent to", "Verstuurd naar", "Gesendet an", "Envoyé à");

    /// <summary>As long as the mail waits in the outbox.</summary>
    public static string OnItsWayTo => Say("On its way to", "Onderweg naar", "Unterwegs an", "En cours d'envoi à");

    public static string WorksUntil => Say("Works until", "Werkt tot", "Gültig bis", "Fin de validité");

    public static string InAnyBrowser(string moment) => Say(
        $"{moment}, in any browser",
        $"{moment}, in elke browser",
        $"{moment}, in jedem Browser",
        $"{moment} ; utilisable dans n'importe quel navigateur");

    public static string CheckEmailOpen => Say(
        "Open the mail and choose",
        "Open de e-mail en kies",
        "Öffnen Sie die E-Mail und wählen Sie",
        "Ouvrez l'e-mail et choisissez");

    public static string CheckEmailScan => Say(
        "Scan the QR code with an authenticator app.",
        "Scan de QR-code met een authenticator-app.",
        "Scannen Sie den QR-Code mit einer Authenticator-App.",
        "Scannez le code QR avec une application d'authentification.");

    public static string CheckEmailThen => Say(
        "You are signed in. This page notices by itself.",
        "U bent ingelogd. Deze pagina merkt het vanzelf.",
        "Sie sind angemeldet. Diese Seite erkennt das von selbst.",
        "Votre session est ouverte. Cette page s'en aperçoit d'elle-même.");

    public static string LookInSpam => Say(
        "Nothing there? Look in the spam folder.",
        "Niets gekomen? Kijk in de spammap.",
        "Nichts angekommen? Sehen Sie im Spam-Ordner nach.",
        "Rien reçu ? Regardez dans le dossier du courrier indésirable.");

    public static string AgainAt(string time) => Say(
        $"You can send it again at {time}.",
        $"U kunt hem om {time} opnieuw laten sturen.",
        $"Um {time} Uhr können Sie die E-Mail erneut senden.",
        $"Un nouvel envoi sera possible à {time}.");

    public static string SendAgain => Say("Send again", "Opnieuw sturen", "Erneut senden", "Renvoyer");

    public static string MailIsInFolder => Say(
        "This installation writes its mail to a folder instead of sending it. Whoever runs the server finds the link there, or makes one with the command",
        "Deze installatie schrijft e-mail naar een map in plaats van die te versturen. Wie de server beheert, vindt de link daar, of maakt er een met de opdracht",
        "Diese Installation schreibt ihre E-Mails in einen Ordner, statt sie zu senden. Wer den Server betreibt, findet den Link dort oder erstellt einen mit dem Befehl",
        "Cette installation écrit ses e-mails dans un dossier au lieu de les envoyer. La personne qui gère le serveur y trouve le lien, ou en crée un avec la commande");

    public static string MailIsInDevelopment => Say(
        "In Development the last mails can be read at",
        "In Development zijn de laatste e-mails te lezen op",
        "In Development finden Sie die letzten E-Mails unter",
        "En mode Development, les derniers e-mails se lisent à l'adresse");

    public static string LinkMailFailed => Say(
        "The mail could not be delivered. Send it again, or ask an account administrator for a link.",
        "De e-mail kon niet worden bezorgd. Laat hem opnieuw sturen, of vraag een accountbeheerder om een link.",
        "Die E-Mail konnte nicht zugestellt werden. Senden Sie sie erneut oder bitten Sie einen Account-Administrator um einen Link.",
        "L'e-mail n'a pas pu être distribué. Renvoyez-le ou demandez un lien à un administrateur du compte.");

    public static string TooManyLinks => Say(
        "Ten links were made today; no more are sent. Use the newest one, or ask an account administrator.",
        "Er zijn vandaag al tien links gemaakt; er worden er niet meer gestuurd. Gebruik de nieuwste, of vraag het een accountbeheerder.",
        "Heute wurden schon zehn Links erstellt; weitere werden nicht gesendet. Verwenden Sie den neuesten oder fragen Sie einen Account-Administrator.",
        "Dix liens ont été créés aujourd'hui ; aucun autre n'est envoyé. Utilisez le plus récent ou adressez-vous à un administrateur du compte.");

    public static string WaitDoneTitle => Say(
        "Set-up is finished",
        "Het instellen is klaar",
        "Die Einrichtung ist abgeschlossen",
        "La configuration est terminée");

    public static string WaitDoneLead => Say(
        "Two-factor authentication was set up in another browser. To sign in here too, sign in with your password and a code.",
        "Tweefactorauthenticatie is in een andere browser ingesteld. Wilt u ook hier inloggen, doe dat dan met uw wachtwoord en een code.",
        "Die Zwei-Faktor-Authentifizierung wurde in einem anderen Browser eingerichtet. Um sich auch hier anzumelden, verwenden Sie Ihr Passwort und einen Code.",
        "L'authentification à deux facteurs a été configurée dans un autre navigateur. Pour vous connecter ici aussi, utilisez votre mot de passe et un code.");

    // Opening the link.

    public static string LinkAsksForPassword => Say(
        "Enter your password",
        "Voer uw wachtwoord in",
        "Geben Sie Ihr Passwort ein",
        "Saisissez votre mot de passe");

    public static string LinkInAnotherBrowser => Say(
        "You opened this link in another browser than the one you signed in with. Type your password here, then set-up goes on.",
        "U hebt deze link in een andere browser geopend dan die waarin u inlogde. Typ hier uw wachtwoord, dan gaat het instellen verder.",
        "Sie haben diesen Link in einem anderen Browser geöffnet als dem, in dem Sie sich angemeldet haben. Geben Sie hier Ihr Passwort ein, dann geht die Einrichtung weiter.",
        "Vous avez ouvert ce lien dans un autre navigateur que celui de votre connexion. Saisissez ici votre mot de passe, et la configuration continue.");

    public static string LinkWasSent => Say(
        "This link was sent to you. Type your password, then set-up goes on.",
        "Deze link is naar u gestuurd. Typ uw wachtwoord, dan gaat het instellen verder.",
        "Dieser Link wurde Ihnen gesendet. Geben Sie Ihr Passwort ein, dann geht die Einrichtung weiter.",
        "Ce lien vous a été envoyé. Saisissez votre mot de passe, et la configuration continue.");

    public static string ForgotPassword => Say("Forgotten your password?", "Wachtwoord vergeten?", "Passwort vergessen?", "Mot de passe oublié ?");

    public static string GoOn => Say("Go on", "Verder", "Weiter", "Continuer");

    /// <summary>Whose password is meant; the address follows.</summary>
    public static string PasswordOf => Say("Password of", "Wachtwoord van", "Passwort von", "Mot de passe pour");

    // Links that no longer work.

    public static string LinkExpiredTitle => Say("This link has expired", "Deze link is verlopen", "Dieser Link ist abgelaufen", "Ce lien a expiré");

    public static string LinkUsedTitle => Say(
        "This link has been used",
        "Deze link is al gebruikt",
        "Dieser Link wurde bereits verwendet",
        "Ce lien a déjà été utilisé");

    public static string LinkReplacedTitle => Say(
        "A newer link has been sent",
        "Er is een nieuwere link verstuurd",
        "Ein neuerer Link wurde gesendet",
        "Un lien plus récent a été envoyé");

    public static string LinkUnknownTitle => Say(
        "This link is not known",
        "Deze link is niet bekend",
        "Dieser Link ist nicht bekannt",
        "Ce lien est inconnu");

    public static string LinkUnknownWhy => Say(
        "Part of the address may be missing. Open it from the mail again, or copy the whole address.",
        "Misschien ontbreekt een deel van het adres. Open de link opnieuw vanuit de e-mail, of kopieer het hele adres.",
        "Vielleicht fehlt ein Teil der Adresse. Öffnen Sie den Link erneut aus der E-Mail oder kopieren Sie die ganze Adresse.",
        "Il manque peut-être une partie de l'adresse. Ouvrez à nouveau le lien depuis l'e-mail ou copiez l'adresse entière.");

    public static string LinkReplacedWhy => Say(
        "Only the newest one works. Look for it in your mail, or ask for another.",
        "Alleen de nieuwste werkt. Zoek die op in uw e-mail, of vraag een andere aan.",
        "Nur der neueste funktioniert. Suchen Sie ihn in Ihren E-Mails oder fordern Sie einen anderen an.",
        "Seul le plus récent fonctionne. Cherchez-le dans vos e-mails ou demandez-en un autre.");

    public static string SetUpLinkExpiredWhy => Say(
        "Sign in with your password: a new link is then mailed to you.",
        "Log in met uw wachtwoord: u krijgt dan een nieuwe link per e-mail.",
        "Melden Sie sich mit Ihrem Passwort an: Sie erhalten dann einen neuen Link per E-Mail.",
        "Connectez-vous avec votre mot de passe : un nouveau lien vous est alors envoyé par e-mail.");

    public static string SetUpLinkUsedWhy => Say(
        "Two-factor authentication is set up. Sign in with your password and a code.",
        "Tweefactorauthenticatie is ingesteld. Log in met uw wachtwoord en een code.",
        "Die Zwei-Faktor-Authentifizierung ist eingerichtet. Melden Sie sich mit Ihrem Passwort und einem Code an.",
        "L'authentification à deux facteurs est configurée. Connectez-vous avec votre mot de passe et un code.");

    public static string SetUpNotNeededTitle => Say(
        "There is nothing to set up",
        "Er valt niets in te stellen",
        "Es gibt nichts einzurichten",
        "Il n'y a rien à configurer");

    public static string SetUpNotNeededWhy => Say(
        "Two-factor authentication is not asked of you now. Sign in as usual.",
        "Er wordt nu geen tweefactorauthenticatie van u gevraagd. Log in zoals gewoonlijk.",
        "Derzeit wird von Ihnen keine Zwei-Faktor-Authentifizierung verlangt. Melden Sie sich an wie gewohnt.",
        "L'authentification à deux facteurs ne vous est pas demandée pour l'instant. Connectez-vous comme d'habitude.");

    public static string ToSignIn => Say("To sign-in", "Naar inloggen", "Zur Anmeldung", "Aller à la connexion");

    // The link that precedes a code.

    public static string UnlockSend => Say(
        "A link by mail shows that it is you. After it a code counts again.",
        "Met een link per e-mail laat u zien dat u het bent. Daarna wordt een code weer geaccepteerd.",
        "Mit einem Link per E-Mail zeigen Sie, dass Sie es sind. Danach werden Codes wieder geprüft.",
        "Un lien envoyé par e-mail montre que c'est bien vous. Ensuite, un code est à nouveau pris en compte.");

    public static string UnlockSent(string email) => Say(
        $"A link is on its way to {email} and works for 30 minutes. Open it in this browser, then type the code.",
        $"Er is een link onderweg naar {email}; die werkt 30 minuten. Open hem in deze browser en typ dan de code.",
        $"Ein Link ist unterwegs an {email} und gilt 30 Minuten. Öffnen Sie ihn in diesem Browser und geben Sie dann den Code ein.",
        $"Un lien est en cours d'envoi à {email} ; il est valable 30 minutes. Ouvrez-le dans ce navigateur, puis saisissez le code.");

    public static string UnlockTooMany => Say(
        "No further link is sent today.",
        "Er wordt vandaag geen link meer verstuurd.",
        "Heute wird kein weiterer Link gesendet.",
        "Aucun autre lien n'est envoyé aujourd'hui.");

    public static string UnlockTitle => Say("Go on with the code", "Verder met de code", "Weiter mit dem Code", "Continuer avec le code");

    public static string UnlockLead => Say(
        "You have shown that the mailbox is yours, so a code counts again, in this browser.",
        "U hebt laten zien dat de mailbox van u is. In deze browser wordt een code weer geaccepteerd.",
        "Sie haben gezeigt, dass das Postfach Ihnen gehört. Damit werden Codes in diesem Browser wieder geprüft.",
        "Vous avez montré que la boîte de réception est bien la vôtre : un code est donc à nouveau pris en compte, dans ce navigateur.");

    public static string UnlockGoOn => Say("Go on with the code", "Verder met de code", "Weiter mit dem Code", "Continuer avec le code");

    public static string UnlockLinkExpiredWhy => Say(
        "Sign in with your password and ask for another link.",
        "Log in met uw wachtwoord en vraag een andere link aan.",
        "Melden Sie sich mit Ihrem Passwort an und fordern Sie einen anderen Link an.",
        "Connectez-vous avec votre mot de passe et demandez un autre lien.");

    public static string UnlockLinkUsedWhy => Say(
        "It has let codes be looked at again. Sign in with your password and a code.",
        "Daarmee worden codes weer gecontroleerd. Log in met uw wachtwoord en een code.",
        "Damit werden Codes wieder geprüft. Melden Sie sich mit Ihrem Passwort und einem Code an.",
        "Grâce à lui, les codes sont à nouveau vérifiés. Connectez-vous avec votre mot de passe et un code.");

    public static string UnlockMailSubject(string account) => Say(
        $"Go on signing in to {account}",
        $"Verder met inloggen bij {account}",
        $"Setzen Sie Ihre Anmeldung bei {account} fort",
        $"Poursuivez votre connexion à {account}");

    public static string UnlockMailLead => Say(
        "Your password was given, but over the last year too many wrong codes were typed. Open this link first; then a code counts again.",
        "Uw wachtwoord is ingevoerd, maar het afgelopen jaar zijn te veel onjuiste codes getypt. Open eerst deze link; daarna wordt een code weer geaccepteerd.",
        "Ihr Passwort wurde eingegeben, aber in den letzten zwölf Monaten gab es zu viele falsche Codes. Öffnen Sie zuerst diesen Link; danach werden Codes wieder geprüft.",
        "Votre mot de passe a été saisi, mais trop de codes incorrects l'ont été ces douze derniers mois. Ouvrez d'abord ce lien ; ensuite, un code est à nouveau pris en compte.");

    // Setting up without a session.

    public static string WelcomeLead(string account) => Say(
        $"{account} asks for two-factor authentication: a code from an app on your phone, besides your password.",
        $"{account} vraagt om tweefactorauthenticatie: naast uw wachtwoord een code uit een app op uw telefoon.",
        $"{account} verlangt Zwei-Faktor-Authentifizierung: zusätzlich zu Ihrem Passwort einen Code aus einer App auf Ihrem Telefon.",
        $"{account} demande l'authentification à deux facteurs : un code fourni par une application sur votre téléphone, en plus de votre mot de passe.");

    public static string WelcomeOver => Say(
        "This page no longer works",
        "Deze pagina werkt niet meer",
        "Diese Seite funktioniert nicht mehr",
        "Cette page ne fonctionne plus");

    public static string WelcomeOverWhy => Say(
        "The link that opened it has expired, was used, or was replaced by a newer one.",
        "De link waarmee deze pagina is geopend, is verlopen, al gebruikt of vervangen door een nieuwere.",
        "Der Link zu dieser Seite ist abgelaufen, wurde verwendet oder durch einen neueren ersetzt.",
        "Le lien qui menait ici a expiré, a été utilisé ou a été remplacé par un plus récent.");

    public static string WelcomeSigningIn => Say("You are being signed in", "U wordt ingelogd", "Sie werden angemeldet", "Connexion en cours");

    public static string WelcomeSignInNow => Say("Continue to Portal", "Verder naar Portal", "Weiter zu Portal", "Continuer vers Portal");

    /// <summary>An address of which only its owner recognises what is left: "b•••@example.com".</summary>
    public static string Shortened(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 1 ? email : $"{StringInfo.GetNextTextElement(email)}•••{email[at..]}";
    }
}

namespace Portal.Texts;

/// <summary>Mails, and what pages say of them.</summary>
public static partial class Words
{
    public static string UnknownBrowser => Say("Unknown browser", "Onbekende browser", "Unbekannter Browser", "Navigateur inconnu");

    public static string BrowserOn(string browser, string system) => Say(
        $"{browser} on {system}",
        $"{browser} op {system}",
        $"{browser} auf {system}",
        $"{browser} sur {system}");

    // Facts, each a label.

    public static string MailReason => Say("Reason", "Reden", "Grund", "Motif");

    public static string MailWhen => Say("When", "Wanneer", "Wann", "Quand");

    public static string MailBy => Say("By", "Door", "Durch", "Par");

    public static string MailByYou => Say("you", "u", "Sie", "vous");

    public static string MailBrowser => Say("Browser", "Browser", "Browser", "Navigateur");

    public static string MailNetworkAddress => Say("Network address", "Netwerkadres", "Netzwerkadresse", "Adresse réseau");

    public static string MailBefore => Say("Before", "Voorheen", "Bisher", "Avant");

    public static string MailAfter => Say("Now", "Nu", "Jetzt", "Maintenant");

    public static string MailUntil => Say("Until", "Tot", "Bis", "Jusqu'au");

    public static string MailSignedIn => Say("Sign-in", "Login", "Anmeldung", "Connexion");

    public static string MailSentBy => Say("Sent by", "Gestuurd door", "Gesendet durch", "Envoyé par");

    public static string MailWorksUntil => Say("The link works until", "De link werkt tot", "Link gültig bis", "Lien valable jusqu'au");

    public static string MailFor => Say("For", "Voor", "Für", "Pour");

    public static string MailWhat => Say("Mail", "E-mail", "E-Mail", "E-mail");

    // At the foot of each mail.

    public static string MailFooter(string portal, string account) => Say(
        $"{portal} sends this mail by itself for {account}. An answer to it is not read.",
        $"{portal} verstuurt deze e-mail automatisch voor {account}. Een antwoord erop wordt niet gelezen.",
        $"{portal} sendet diese E-Mail automatisch für {account}. Antworten darauf werden nicht gelesen.",
        $"{portal} envoie cet e-mail automatiquement pour {account}. Les réponses ne sont pas lues.");

    /// <summary>Above an address, for who cannot click.</summary>
    public static string MailAddressByHand => Say(
        "If the button does not work, open this address:",
        "Werkt de knop niet, open dan dit adres:",
        "Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:",
        "Si le bouton ne fonctionne pas, ouvrez cette adresse :");

    public static string MailAskAdministrator(string account) => Say(
        $"Did you not expect this? Ask an account administrator of {account}.",
        $"Verwachtte u dit niet? Vraag het aan een accountbeheerder van {account}.",
        $"Haben Sie das nicht erwartet? Fragen Sie einen Account-Administrator von {account}.",
        $"Vous ne vous y attendiez pas ? Adressez-vous à un administrateur du compte {account}.");

    public static string MailAskWhoActed(string who) => Say(
        $"Did you not expect this? Ask {who}.",
        $"Verwachtte u dit niet? Vraag het aan {who}.",
        $"Haben Sie das nicht erwartet? Fragen Sie {who}.",
        $"Vous ne vous y attendiez pas ? Adressez-vous à {who}.");

    public static string MailAskServer => Say(
        "Did you not expect this? Ask whoever runs the server.",
        "Verwachtte u dit niet? Vraag het aan wie de server beheert.",
        "Haben Sie das nicht erwartet? Fragen Sie die Person, die den Server betreibt.",
        "Vous ne vous y attendiez pas ? Adressez-vous à la personne qui gère le serveur.");

    public static string MailNotYouPassword => Say(
        "Not you? Change your password now, then tell an account administrator.",
        "Was u dit niet? Wijzig nu uw wachtwoord en meld het dan aan een accountbeheerder.",
        "Waren Sie das nicht? Ändern Sie jetzt Ihr Passwort und informieren Sie dann einen Account-Administrator.",
        "Ce n'était pas vous ? Modifiez votre mot de passe maintenant, puis prévenez un administrateur du compte.");

    public static string MailNotYouAdministrator(string account) => Say(
        $"Not you? Tell an account administrator of {account} at once.",
        $"Was u dit niet? Meld het meteen aan een accountbeheerder van {account}.",
        $"Waren Sie das nicht? Informieren Sie sofort einen Account-Administrator von {account}.",
        $"Ce n'était pas vous ? Prévenez immédiatement un administrateur du compte {account}.");

    public static string MailOpenPortal => Say("Open Portal", "Portal openen", "Portal öffnen", "Ouvrir Portal");

    // Setting up by a link.

    public static string SetUpMailSubject(string account) => Say(
        $"Set up two-factor authentication for {account}",
        $"Stel tweefactorauthenticatie in voor {account}",
        $"Richten Sie die Zwei-Faktor-Authentifizierung für {account} ein",
        $"Configurez l'authentification à deux facteurs pour {account}");

    public static string SetUpMailLead => Say(
        "You gave the right password. It does not sign you in by itself: two-factor authentication is required and nothing is set up yet. Set it up with your phone; it takes two minutes, and then you are signed in.",
        "U hebt het juiste wachtwoord ingevoerd. Dat is niet genoeg om in te loggen: tweefactorauthenticatie is vereist en er is nog niets ingesteld. Stel die in met uw telefoon; dat duurt twee minuten en daarna bent u ingelogd.",
        "Sie haben das richtige Passwort eingegeben. Das allein reicht zum Anmelden nicht: Zwei-Faktor-Authentifizierung ist erforderlich, und noch ist nichts eingerichtet. Richten Sie sie mit Ihrem Telefon ein; das dauert zwei Minuten, danach sind Sie angemeldet.",
        "Vous avez saisi le bon mot de passe. Il ne suffit pas pour vous connecter : l'authentification à deux facteurs est requise et rien n'est encore configuré. Configurez-la avec votre téléphone ; cela prend deux minutes, puis votre session s'ouvre.");

    public static string SetUpMailSentLead(string who) => Say(
        $"{who} sends you this link to set up two-factor authentication: from then on you sign in with your password and a code from your phone.",
        $"{who} stuurt u deze link om tweefactorauthenticatie in te stellen: daarna logt u in met uw wachtwoord en een code van uw telefoon.",
        $"{who} sendet Ihnen diesen Link, damit Sie die Zwei-Faktor-Authentifizierung einrichten. Danach melden Sie sich mit Ihrem Passwort und einem Code von Ihrem Telefon an.",
        $"{who} vous envoie ce lien pour configurer l'authentification à deux facteurs. Vous vous connecterez ensuite avec votre mot de passe et un code fourni par votre téléphone.");

    public static string RequiredSince(string day) => Say(
        $"Required since {day}",
        $"Vereist sinds {day}",
        $"Erforderlich seit {day}",
        $"Requise depuis le {day}");

    public static string RequiredSinceBy(string day, string who) => Say(
        $"Required since {day}, by {who}",
        $"Vereist sinds {day}, door {who}",
        $"Erforderlich seit {day}, festgelegt durch {who}",
        $"Requise depuis le {day}, par {who}");

    public static string SetUpNow => Say("Set up now", "Nu instellen", "Jetzt einrichten", "Configurer maintenant");

    public static string SetUpMailAnyBrowser => Say(
        "In the browser in which you gave your password the link leads straight on; any other browser asks for your password first.",
        "In de browser waarin u uw wachtwoord invoerde, kunt u met de link meteen verder; elke andere browser vraagt eerst om uw wachtwoord.",
        "In dem Browser, in dem Sie Ihr Passwort eingegeben haben, führt der Link direkt weiter; jeder andere Browser fragt zuerst nach Ihrem Passwort.",
        "Dans le navigateur où vous avez saisi votre mot de passe, le lien mène directement à la suite ; tout autre navigateur demande d'abord votre mot de passe.");

    public static string SetUpMailSentLife => Say(
        "The link works for 72 hours and asks for your password first.",
        "De link werkt 72 uur en vraagt eerst om uw wachtwoord.",
        "Der Link gilt 72 Stunden und fragt zuerst nach Ihrem Passwort.",
        "Le lien est valable 72 heures et demande d'abord votre mot de passe.");

    public static string SetUpMailNotYou => Say(
        "Not you? Someone knows your password: change it here.",
        "Was u dit niet? Iemand kent uw wachtwoord: wijzig het hier.",
        "Waren Sie das nicht? Jemand kennt Ihr Passwort: Ändern Sie es hier.",
        "Ce n'était pas vous ? Quelqu'un connaît votre mot de passe : modifiez-le ici.");

    // Notices: a subject and a sentence each.

    public static string NoticeTwoFactorSetUp => Say(
        "Two-factor authentication is active",
        "Tweefactorauthenticatie is actief",
        "Zwei-Faktor-Authentifizierung ist aktiv",
        "L'authentification à deux facteurs est active");

    public static string NoticeTwoFactorSetUpLead(string account) => Say(
        $"An authenticator app was set up for you at {account}. Each sign-in with your password asks for a code from it.",
        $"Er is een authenticator-app voor u ingesteld bij {account}. Elke login met uw wachtwoord vraagt om een code daaruit.",
        $"Für Sie wurde bei {account} eine Authenticator-App eingerichtet. Jede Anmeldung mit Ihrem Passwort verlangt einen Code aus dieser App.",
        $"Une application d'authentification a été configurée pour votre accès à {account}. Chaque connexion avec votre mot de passe demande un code de cette application.");

    public static string NoticeTwoFactorReplaced => Say(
        "Two-factor authentication was set up again",
        "Tweefactorauthenticatie is opnieuw ingesteld",
        "Zwei-Faktor-Authentifizierung wurde neu eingerichtet",
        "L'authentification à deux facteurs a été configurée à nouveau");

    public static string NoticeTwoFactorReplacedLead(string account) => Say(
        $"A new key took the place of the former one for {account}. Codes of the former key no longer work; delete it from your app.",
        $"Een nieuwe sleutel heeft de vorige vervangen voor {account}. Codes van de vorige sleutel werken niet meer; verwijder die sleutel uit uw app.",
        $"Ein neuer Schlüssel hat den bisherigen für {account} ersetzt. Codes des alten Schlüssels funktionieren nicht mehr; löschen Sie ihn aus Ihrer App.",
        $"Une nouvelle clé a remplacé la précédente pour {account}. Les codes de l'ancienne clé ne fonctionnent plus ; supprimez-la de votre application.");

    public static string NoticeTwoFactorReset => Say(
        "Your two-factor authentication was reset",
        "Uw tweefactorauthenticatie is gewist",
        "Ihre Zwei-Faktor-Authentifizierung wurde zurückgesetzt",
        "Votre authentification à deux facteurs a été réinitialisée");

    public static string NoticeTwoFactorResetLead(string account) => Say(
        $"Your key and recovery codes for {account} were erased, and you were signed out everywhere. Delete the entry from your app.",
        $"Uw sleutel en herstelcodes voor {account} zijn gewist en u bent overal uitgelogd. Verwijder de vermelding uit uw app.",
        $"Ihr Schlüssel und Ihre Wiederherstellungscodes für {account} wurden gelöscht, und Sie wurden überall abgemeldet. Löschen Sie den Eintrag aus Ihrer App.",
        $"Votre clé et vos codes de récupération pour {account} ont été effacés et toutes vos sessions ont pris fin. Supprimez l'entrée de votre application.");

    public static string NoticeTwoFactorStopped => Say(
        "Two-factor authentication was stopped",
        "Tweefactorauthenticatie wordt niet meer gebruikt",
        "Zwei-Faktor-Authentifizierung wird nicht mehr verwendet",
        "L'authentification à deux facteurs n'est plus utilisée");

    public static string NoticeTwoFactorStoppedLead(string account) => Say(
        $"Your key and recovery codes for {account} were erased. Your password alone signs you in.",
        $"Uw sleutel en herstelcodes voor {account} zijn gewist. U logt in met alleen uw wachtwoord.",
        $"Ihr Schlüssel und Ihre Wiederherstellungscodes für {account} wurden gelöscht. Sie melden sich nur mit Ihrem Passwort an.",
        $"Votre clé et vos codes de récupération pour {account} ont été effacés. Votre mot de passe suffit à lui seul pour vous connecter.");

    public static string NoticeOverrideChanged => Say(
        "Your two-factor authentication setting was changed",
        "Uw tweefactorauthenticatie-instelling is gewijzigd",
        "Ihre Einstellung zur Zwei-Faktor-Authentifizierung wurde geändert",
        "Votre réglage de l'authentification à deux facteurs a été modifié");

    public static string NoticeOverrideChangedLead(string account) => Say(
        $"Whether {account} asks you for two-factor authentication was changed. It holds from your next sign-in on.",
        $"Er is gewijzigd of {account} u om tweefactorauthenticatie vraagt. Het geldt vanaf uw volgende login.",
        $"Die Einstellung, ob {account} von Ihnen Zwei-Faktor-Authentifizierung verlangt, wurde geändert. Das gilt ab Ihrer nächsten Anmeldung.",
        $"Le réglage qui décide si {account} vous demande l'authentification à deux facteurs a été modifié. Il s'applique dès votre prochaine connexion.");

    public static string NoticeAccountDefaultWeakened(string account) => Say(
        $"{account} asks for less two-factor authentication",
        $"{account} vraagt minder vaak om tweefactorauthenticatie",
        $"{account} verlangt seltener Zwei-Faktor-Authentifizierung",
        $"{account} demande moins souvent l'authentification à deux facteurs");

    public static string NoticeAccountDefaultWeakenedLead(string account) => Say(
        $"The two-factor authentication setting of {account} was changed for everybody who has no own setting.",
        $"De tweefactorauthenticatie-instelling van {account} is gewijzigd voor iedereen zonder eigen instelling.",
        $"Die Einstellung von {account} zur Zwei-Faktor-Authentifizierung wurde für alle geändert, die keine eigene Einstellung haben.",
        $"Le réglage de l'authentification à deux facteurs du compte {account} a été modifié pour toutes les personnes qui n'ont pas de réglage propre.");

    public static string NoticePasswordChanged => Say(
        "Your password was changed",
        "Uw wachtwoord is gewijzigd",
        "Ihr Passwort wurde geändert",
        "Votre mot de passe a été modifié");

    public static string NoticePasswordChangedLead(string account) => Say(
        $"The former password for {account} no longer signs you in.",
        $"Met het vorige wachtwoord voor {account} kunt u niet meer inloggen.",
        $"Mit dem bisherigen Passwort für {account} können Sie sich nicht mehr anmelden.",
        $"L'ancien mot de passe pour {account} ne permet plus de vous connecter.");

    public static string NoticeEmailChangeAsked => Say(
        "A change of your e-mail address was asked for",
        "Er is gevraagd uw e-mailadres te wijzigen",
        "Eine Änderung Ihrer E-Mail-Adresse wurde angefordert",
        "La modification de votre adresse e-mail a été demandée");

    public static string NoticeEmailChangeAskedLead(string account) => Say(
        $"As soon as the new address is confirmed from a mail that went there, you sign in to {account} with it.",
        $"Zodra het nieuwe adres is bevestigd vanuit een e-mail die daarheen ging, logt u er bij {account} mee in.",
        $"Sobald die neue Adresse über eine dorthin gesendete E-Mail bestätigt ist, melden Sie sich bei {account} damit an.",
        $"Dès que la nouvelle adresse sera confirmée depuis l'e-mail qui y a été envoyé, vous l'utiliserez pour vous connecter à {account}.");

    public static string NoticeEmailChanged => Say(
        "Your e-mail address was changed",
        "Uw e-mailadres is gewijzigd",
        "Ihre E-Mail-Adresse wurde geändert",
        "Votre adresse e-mail a été modifiée");

    public static string NoticeEmailChangedLead(string account) => Say(
        $"From now on you sign in to {account} with the new address, and mail goes there.",
        $"Vanaf nu logt u bij {account} in met het nieuwe adres en gaat e-mail daarheen.",
        $"Ab jetzt melden Sie sich bei {account} mit der neuen Adresse an, und E-Mails gehen dorthin.",
        $"Désormais, vous vous connectez à {account} avec la nouvelle adresse, et les e-mails y sont envoyés.");

    public static string NoticeRecoveryCodesMade => Say(
        "New recovery codes were made",
        "Er zijn nieuwe herstelcodes gemaakt",
        "Neue Wiederherstellungscodes wurden erstellt",
        "De nouveaux codes de récupération ont été créés");

    public static string NoticeRecoveryCodesMadeLead(string account) => Say(
        $"The former recovery codes for {account} no longer work.",
        $"De vorige herstelcodes voor {account} werken niet meer.",
        $"Die bisherigen Wiederherstellungscodes für {account} funktionieren nicht mehr.",
        $"Les anciens codes de récupération pour {account} ne fonctionnent plus.");

    public static string NoticeRecoveryCodeUsed => Say(
        "A recovery code was used",
        "Er is een herstelcode gebruikt",
        "Ein Wiederherstellungscode wurde verwendet",
        "Un code de récupération a été utilisé");

    public static string NoticeRecoveryCodeUsedLead(string account) => Say(
        $"One of your recovery codes for {account} took the place of a code from your app. It works no second time.",
        $"Een van uw herstelcodes voor {account} is gebruikt in plaats van een code uit uw app. Die werkt geen tweede keer.",
        $"Einer Ihrer Wiederherstellungscodes für {account} wurde anstelle eines Codes aus Ihrer App verwendet. Ein zweites Mal funktioniert er nicht.",
        $"L'un de vos codes de récupération pour {account} a été utilisé à la place d'un code de votre application. Il ne fonctionne pas une seconde fois.");

    public static string NoticeRoleChanged => Say(
        "Your role was changed",
        "Uw rol is gewijzigd",
        "Ihre Rolle wurde geändert",
        "Votre rôle a été modifié");

    public static string NoticeRoleChangedLead(string account) => Say(
        $"What you may do in {account} was changed.",
        $"Wat u in {account} mag doen, is gewijzigd.",
        $"Was Sie in {account} tun dürfen, wurde geändert.",
        $"Ce que vous avez le droit de faire dans {account} a été modifié.");

    public static string NoticeDeactivated(string account) => Say(
        $"You were deactivated in {account}",
        $"U bent gedeactiveerd in {account}",
        $"Ihr Zugang zu {account} wurde deaktiviert",
        $"Votre accès à {account} a été désactivé");

    public static string NoticeDeactivatedLead(string account) => Say(
        $"You can no longer sign in to {account}, and you were signed out everywhere.",
        $"U kunt niet meer inloggen bij {account} en u bent overal uitgelogd.",
        $"Sie können sich nicht mehr bei {account} anmelden und wurden überall abgemeldet.",
        $"Vous ne pouvez plus vous connecter à {account} et toutes vos sessions ont pris fin.");

    public static string NoticeReactivated(string account) => Say(
        $"You can sign in to {account} again",
        $"U kunt weer inloggen bij {account}",
        $"Sie können sich wieder bei {account} anmelden",
        $"Vous pouvez à nouveau vous connecter à {account}");

    public static string NoticeReactivatedLead(string account) => Say(
        $"You were reactivated in {account}. You sign in as before.",
        $"U bent weer geactiveerd in {account}. U logt in zoals voorheen.",
        $"Ihr Zugang zu {account} wurde wieder aktiviert. Sie melden sich an wie bisher.",
        $"Votre accès à {account} a été réactivé. Vous vous connectez comme avant.");

    public static string NoticeMailSetAside => Say(
        "A mail could not be delivered",
        "Een e-mail kon niet worden bezorgd",
        "Eine E-Mail konnte nicht zugestellt werden",
        "Un e-mail n'a pas pu être distribué");

    public static string NoticeMailSetAsideLead(string account) => Say(
        $"Portal has given up a mail to an operator of {account}. Look whether the address is right, then do again what the mail was for.",
        $"Portal kon een e-mail aan een operator van {account} niet bezorgen en probeert het niet meer. Controleer of het adres klopt en doe dan opnieuw waar de e-mail voor was.",
        $"Portal hat es aufgegeben, eine E-Mail an einen Operator von {account} zuzustellen. Prüfen Sie, ob die Adresse stimmt, und wiederholen Sie dann den Vorgang, zu dem die E-Mail gehörte.",
        $"Portal a renoncé à distribuer un e-mail à un opérateur du compte {account}. Vérifiez que l'adresse est correcte, puis recommencez l'opération à laquelle l'e-mail se rapportait.");

    // What a mail is about, in a list or a notice.

    public static string MailKindSetUp => Say(
        "link to set up two-factor authentication",
        "link om tweefactorauthenticatie in te stellen",
        "Link zum Einrichten der Zwei-Faktor-Authentifizierung",
        "lien pour configurer l'authentification à deux facteurs");

    public static string MailKindInvitation => Say("invitation", "uitnodiging", "Einladung", "invitation");

    public static string MailKindPassword => Say(
        "link to choose a new password",
        "link om een nieuw wachtwoord te kiezen",
        "Link zum Wählen eines neuen Passworts",
        "lien pour choisir un nouveau mot de passe");

    public static string MailKindEmail => Say(
        "link to confirm a new address",
        "link om een nieuw adres te bevestigen",
        "Link zum Bestätigen einer neuen Adresse",
        "lien pour confirmer une nouvelle adresse");

    public static string MailKindUnlock => Say(
        "link to go on with a code",
        "link om verder te gaan met een code",
        "Link zum Fortfahren mit einem Code",
        "lien pour continuer avec un code");

    public static string MailKindHelp => Say("request for help", "verzoek om hulp", "Hilfeanfrage", "demande d'aide");

    public static string MailKindNotice => Say(
        "notice of a change",
        "bericht over een wijziging",
        "Mitteilung über eine Änderung",
        "avis de modification");

    public static string MailKindOther => Say("mail", "e-mail", "E-Mail", "e-mail");

    // Where a mail stands.

    public static string MailQueued => Say("queued", "in de wachtrij", "in der Warteschlange", "en attente");

    public static string MailTryingAgain(string reason) => Say(
        $"queued, trying again: {reason}",
        $"in de wachtrij, nieuwe poging volgt: {reason}",
        $"in der Warteschlange, neuer Versuch folgt: {reason}",
        $"en attente, nouvelle tentative à venir : {reason}");

    public static string MailSent(string when) => Say(
        $"sent {when}",
        $"verstuurd {when}",
        IsDate(when) ? $"gesendet am {when}" : $"gesendet {when}",
        $"envoyé {Le(when)}");

    public static string MailFiled(string when) => Say(
        $"written to the folder on the server {when}",
        $"{when} in de map op de server gezet",
        $"in den Ordner auf dem Server geschrieben ({when})",
        $"écrit {Le(when)} dans le dossier du serveur");

    public static string MailFailed(string reason) => Say(
        $"not delivered: {reason}",
        $"niet bezorgd: {reason}",
        $"nicht zugestellt: {reason}",
        $"non distribué : {reason}");

    public static string MailLinkExpired => Say(
        "The link expired before the mail got through.",
        "De link is verlopen voordat de e-mail doorkwam.",
        "Der Link ist abgelaufen, bevor die E-Mail ankam.",
        "Le lien a expiré avant l'arrivée de l'e-mail.");

    // Why a mail was given up, where it was not the receiver's server that said so.

    public static string MailServerSilent => Say(
        "The mail server did not answer in time.",
        "De mailserver antwoordde niet op tijd.",
        "Der Mailserver hat nicht rechtzeitig geantwortet.",
        "Le serveur de messagerie n'a pas répondu à temps.");

    public static string MailCouldNotBeWritten => Say(
        "it could not be written",
        "de e-mail kon niet worden geschreven",
        "Die E-Mail konnte nicht erstellt werden",
        "l'e-mail n'a pas pu être rédigé");

    // What Development adds.

    public static string DevMailTitle => Say("Mail", "E-mail", "E-Mails", "E-mails");

    public static string DevMailLead => Say(
        "The last 50 mails, written anew from the outbox.",
        "De laatste 50 e-mails, opnieuw geschreven vanuit de wachtrij.",
        "Die letzten 50 E-Mails, aus der Warteschlange neu geschrieben.",
        "Les 50 derniers e-mails, réécrits depuis la file d'attente.");

    public static string DevMailNone => Say(
        "No mail was queued yet.",
        "Er is nog geen e-mail in de wachtrij gezet.",
        "Noch wurde keine E-Mail in die Warteschlange gestellt.",
        "Aucun e-mail n'a encore été mis en file d'attente.");

    public static string DevMailTo => Say("To", "Aan", "An", "À");

    public static string DevMailSubject => Say("Subject", "Onderwerp", "Betreff", "Objet");

    public static string DevMailState => Say("State", "Stand", "Status", "État");

    public static string DevMailHtml => Say("Look at it as HTML", "Bekijken als HTML", "Als HTML ansehen", "Voir en HTML");

    public static string DevMailAll => Say("All mails", "Alle e-mails", "Alle E-Mails", "Tous les e-mails");

    public static string DevMailTakenBack => Say("taken back", "teruggenomen", "zurückgenommen", "annulé");
}

namespace Portal.Texts;

/// <summary>Passwords and addresses: what is wrong with one, choosing another, and the mails about it.</summary>
public static partial class Words
{
    public static string PasswordTooShort(int shortest) => Say(
        $"Too short: take at least {shortest} characters, for example four words.",
        $"Te kort: neem minstens {shortest} tekens, bijvoorbeeld vier woorden.",
        $"Zu kurz: Nehmen Sie mindestens {shortest} Zeichen, zum Beispiel vier Wörter.",
        $"Trop court : prenez au moins {shortest} caractères, par exemple quatre mots.");

    public static string PasswordTooLong(int longest) => Say(
        $"Too long: take at most {longest} characters.",
        $"Te lang: neem hoogstens {longest} tekens.",
        $"Zu lang: Nehmen Sie höchstens {longest} Zeichen.",
        $"Trop long : prenez au plus {longest} caractères.");

    public static string PasswordTooCommon => Say(
        "Too easy to guess: many people use it, or it is your own name or address.",
        "Te makkelijk te raden: veel mensen gebruiken het, of het is uw eigen naam of adres.",
        "Zu leicht zu erraten: Viele verwenden es, oder es ist Ihr eigener Name oder Ihre eigene Adresse.",
        "Trop facile à deviner : beaucoup de gens l'utilisent, ou c'est votre propre nom ou votre propre adresse.");

    public static string PasswordIsTheSame => Say(
        "That is the one you have. Choose another.",
        "Dat is het wachtwoord dat u al hebt. Kies een ander.",
        "Das ist Ihr aktuelles Passwort. Wählen Sie ein anderes.",
        "C'est votre mot de passe actuel. Choisissez-en un autre.");

    // Forgotten.

    public static string ForgotLead => Say(
        "Type the address that you sign in with. A link to choose another password is mailed to it.",
        "Typ het adres waarmee u inlogt. Daarheen gaat een link om een ander wachtwoord te kiezen.",
        "Geben Sie die Adresse ein, mit der Sie sich anmelden. Dorthin geht ein Link, mit dem Sie ein anderes Passwort wählen.",
        "Saisissez l'adresse avec laquelle vous vous connectez. Un lien pour choisir un autre mot de passe y est envoyé.");

    public static string SendLink => Say("Send link", "Link sturen", "Link senden", "Envoyer le lien");

    /// <summary>The same for an address that Portal knows and for one that it does not.</summary>
    public static string ForgotSentLead(string email) => Say(
        $"If an operator signs in with {email}, a mail with a link is on its way. The link works for 60 minutes.",
        $"Hoort {email} bij een operator, dan is er een e-mail met een link onderweg. De link werkt 60 minuten.",
        $"Gehört {email} zu einem Operator, ist eine E-Mail mit einem Link unterwegs. Der Link gilt 60 Minuten.",
        $"Si {email} est l'adresse d'un opérateur, un e-mail contenant un lien est en cours d'envoi. Le lien est valable 60 minutes.");

    public static string ForgotSentHelp => Say(
        "Nothing there? Look in the spam folder, and check the address. An account administrator can correct your address.",
        "Niets gekomen? Kijk in de spammap en controleer het adres. Een accountbeheerder kan uw adres verbeteren.",
        "Nichts angekommen? Sehen Sie im Spam-Ordner nach und prüfen Sie, ob die Adresse stimmt. Ein Account-Administrator kann Ihre Adresse korrigieren.",
        "Rien reçu ? Regardez dans le dossier du courrier indésirable et vérifiez l'adresse. Un administrateur du compte peut corriger votre adresse.");

    public static string ForgotNotDelivered => Say(
        "Mail is not being delivered at the moment. Ask an account administrator or whoever runs the server.",
        "E-mail wordt op dit moment niet bezorgd. Vraag het aan een accountbeheerder of aan wie de server beheert.",
        "E-Mails werden zurzeit nicht zugestellt. Wenden Sie sich an einen Account-Administrator oder an die Person, die den Server betreibt.",
        "Les e-mails ne sont pas distribués pour l'instant. Adressez-vous à un administrateur du compte ou à la personne qui gère le serveur.");

    // Choosing another.

    public static string ChooseNewPassword => Say(
        "Choose a new password",
        "Een nieuw wachtwoord kiezen",
        "Neues Passwort wählen",
        "Choisir un nouveau mot de passe");

    public static string ChooseNewPasswordLead(string email) => Say(
        $"For {email}. All other sessions end; two-factor authentication stays as it is.",
        $"Voor {email}. Alle andere sessies eindigen; tweefactorauthenticatie blijft zoals die is.",
        $"Für {email}. Alle anderen Sitzungen enden; die Zwei-Faktor-Authentifizierung bleibt, wie sie ist.",
        $"Pour {email}. Toutes les autres sessions prennent fin ; l'authentification à deux facteurs reste telle quelle.");

    public static string SavePassword => Say("Save password", "Wachtwoord opslaan", "Passwort speichern", "Enregistrer le mot de passe");

    public static string PasswordLinkExpiredWhy => Say(
        "Ask for another one; it works for 60 minutes.",
        "Vraag een andere aan; die werkt 60 minuten.",
        "Fordern Sie einen neuen an; er gilt 60 Minuten.",
        "Demandez-en un autre ; il est valable 60 minutes.");

    public static string PasswordLinkUsedWhy => Say(
        "A new password was chosen with it. Sign in with that one, or ask for another link.",
        "Er is een nieuw wachtwoord mee gekozen. Log daarmee in, of vraag een andere link aan.",
        "Damit wurde ein neues Passwort gewählt. Melden Sie sich mit diesem an oder fordern Sie einen neuen Link an.",
        "Il a servi à choisir un nouveau mot de passe. Connectez-vous avec celui-ci ou demandez un autre lien.");

    public static string AskForAnotherLink => Say(
        "Ask for another link",
        "Een andere link aanvragen",
        "Neuen Link anfordern",
        "Demander un autre lien");

    // Changing one's own.

    public static string ChangePasswordTitle => Say(
        "Change your password",
        "Uw wachtwoord wijzigen",
        "Passwort ändern",
        "Modifier votre mot de passe");

    public static string ChangePasswordLead => Say(
        "Your other sessions end; this one goes on.",
        "Uw andere sessies eindigen; deze gaat door.",
        "Ihre anderen Sitzungen enden; diese läuft weiter.",
        "Vos autres sessions prennent fin ; celle-ci continue.");

    public static string CurrentPassword => Say("Current password", "Huidig wachtwoord", "Aktuelles Passwort", "Mot de passe actuel");

    public static string PasswordSavedAt(string time) => Say(
        $"Changed at {time}",
        $"Gewijzigd om {time}",
        $"Um {time} Uhr geändert",
        $"Modifié à {time}");

    // Addresses.

    public static string ConfirmSentTo(string email) => Say(
        $"A link to confirm it is on its way to {email} and works for 60 minutes. Until then the former address holds.",
        $"Een link om het te bevestigen is onderweg naar {email} en werkt 60 minuten. Tot die tijd blijft het oude adres gelden.",
        $"Ein Link zur Bestätigung ist an {email} unterwegs und gilt 60 Minuten. Bis zur Bestätigung gilt die bisherige Adresse.",
        $"Un lien de confirmation est en cours d'envoi à {email} ; il est valable 60 minutes. Jusqu'à la confirmation, l'ancienne adresse reste en vigueur.");

    public static string NewAddress => Say("New address", "Nieuw adres", "Neue Adresse", "Nouvelle adresse");

    public static string ConfirmAddress => Say("Confirm this address", "Dit adres bevestigen", "Diese Adresse bestätigen", "Confirmer cette adresse");

    public static string ConfirmAddressLead(string email, string former) => Say(
        $"From then on you sign in with {email} instead of {former}. Your other sessions end.",
        $"Daarna logt u in met {email} in plaats van {former}. Uw andere sessies eindigen.",
        $"Danach melden Sie sich mit {email} statt mit {former} an. Ihre anderen Sitzungen enden.",
        $"Vous vous connecterez ensuite avec {email} et non plus avec {former}. Vos autres sessions prendront fin.");

    public static string AddressConfirmedTitle => Say(
        "The new address holds",
        "Het nieuwe adres geldt",
        "Die neue Adresse gilt",
        "La nouvelle adresse est en vigueur");

    public static string AddressConfirmedLead(string email) => Say(
        $"From now on you sign in with {email}.",
        $"Vanaf nu logt u in met {email}.",
        $"Ab jetzt melden Sie sich mit {email} an.",
        $"Désormais, vous vous connectez avec {email}.");

    public static string EmailLinkExpiredWhy => Say(
        "The former address still holds. Change it again under User settings.",
        "Het oude adres geldt nog. Wijzig het opnieuw bij Gebruikersinstellingen.",
        "Die bisherige Adresse gilt weiter. Ändern Sie sie erneut unter „Benutzereinstellungen“.",
        "L'ancienne adresse reste en vigueur. Modifiez-la à nouveau sous « Paramètres utilisateur ».");

    public static string EmailLinkUsedWhy => Say(
        "The new address holds already.",
        "Het nieuwe adres geldt al.",
        "Die neue Adresse gilt bereits.",
        "La nouvelle adresse est déjà en vigueur.");

    public static string AddressTakenTitle => Say(
        "The address is taken",
        "Het adres is al in gebruik",
        "Die Adresse ist vergeben",
        "L'adresse est déjà prise");

    public static string AddressTakenWhy => Say(
        "Somebody else has begun to use it meanwhile. The former address still holds.",
        "Iemand anders is het intussen gaan gebruiken. Het oude adres geldt nog.",
        "Jemand anders verwendet sie inzwischen. Die bisherige Adresse gilt weiter.",
        "Quelqu'un d'autre a commencé à l'utiliser entre-temps. L'ancienne adresse reste en vigueur.");

    // The mails.

    public static string MailAsked => Say("Asked for", "Aangevraagd", "Angefordert", "Demandé le");

    public static string MailFormerAddress => Say("Former address", "Oud adres", "Bisherige Adresse", "Ancienne adresse");

    public static string PasswordMailSubject(string account) => Say(
        $"Choose a new password for {account}",
        $"Kies een nieuw wachtwoord voor {account}",
        $"Wählen Sie ein neues Passwort für {account}",
        $"Choisissez un nouveau mot de passe pour {account}");

    public static string PasswordMailLead => Say(
        "A new password was asked for. With this link you choose it.",
        "Er is een nieuw wachtwoord aangevraagd. Met deze link kiest u het.",
        "Ein neues Passwort wurde angefordert. Mit diesem Link wählen Sie es.",
        "Un nouveau mot de passe a été demandé. Ce lien vous permet de le choisir.");

    public static string PasswordMailNotYou => Say(
        "Was it not you? Then do nothing: your password stays as it is.",
        "Was u het niet? Doe dan niets: uw wachtwoord blijft zoals het is.",
        "Waren Sie es nicht? Dann tun Sie nichts: Ihr Passwort bleibt, wie es ist.",
        "Ce n'était pas vous ? Ne faites rien : votre mot de passe reste tel quel.");

    public static string EmailMailSubject(string account) => Say(
        $"Confirm your new address for {account}",
        $"Bevestig uw nieuwe adres voor {account}",
        $"Bestätigen Sie Ihre neue Adresse für {account}",
        $"Confirmez votre nouvelle adresse pour {account}");

    public static string EmailMailLead => Say(
        "You asked to sign in with this address from now on. Confirm that it is yours.",
        "U hebt gevraagd om voortaan met dit adres in te loggen. Bevestig dat het van u is.",
        "Sie wollen sich ab jetzt mit dieser Adresse anmelden. Bestätigen Sie, dass sie Ihnen gehört.",
        "Vous avez demandé à vous connecter désormais avec cette adresse. Confirmez qu'elle est à vous.");

    public static string EmailMailNotYou => Say(
        "Do you not know what this is about? Then do nothing: somebody mistyped an address.",
        "Weet u niet waar dit over gaat? Doe dan niets: iemand heeft zich in een adres vergist.",
        "Wissen Sie nicht, worum es geht? Dann tun Sie nichts: Jemand hat sich bei einer Adresse vertippt.",
        "Vous ne savez pas de quoi il s'agit ? Ne faites rien : quelqu'un s'est trompé en saisissant une adresse.");
}

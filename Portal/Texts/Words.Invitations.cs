namespace Portal.Texts;

/// <summary>Inviting operators, and accepting an invitation.</summary>
public static partial class Words
{
    // Inviting.

    public static string AddOperator => Say("Add operator", "Operator toevoegen", "Operator hinzufügen", "Ajouter un opérateur");

    public static string AddOperatorLead => Say(
        "The operator gets a link, chooses a password and joins. Nobody else ever knows that password.",
        "De operator krijgt een link, kiest zelf een wachtwoord en kan dan inloggen. Niemand anders komt dat wachtwoord ooit te weten.",
        "Wer eingeladen wird, erhält einen Link, wählt ein eigenes Passwort und kann sich dann anmelden. Niemand sonst erfährt dieses Passwort jemals.",
        "La personne invitée reçoit un lien, choisit son propre mot de passe et rejoint le compte. Personne d'autre ne connaîtra jamais ce mot de passe.");

    /// <summary>The same, of somebody who signs in by single sign-on only.</summary>
    public static string AddOperatorSsoLead => Say(
        "The operator gets a link, signs in at your organisation's provider and joins. There is no password.",
        "De operator krijgt een link, logt in bij de provider van uw organisatie en doet mee. Er is geen wachtwoord.",
        "Wer eingeladen wird, erhält einen Link, meldet sich beim Anbieter Ihrer Organisation an und gehört dazu. Ein Passwort gibt es nicht.",
        "La personne invitée reçoit un lien, se connecte auprès du fournisseur de votre organisation et rejoint le compte. Il n'y a pas de mot de passe.");

    public static string InvitationLanguage => Say("Language of the mail", "Taal van de e-mail", "Sprache der E-Mail", "Langue de l'e-mail");

    public static string EnterTheirEmail => Say(
        "Type the e-mail address.",
        "Typ het e-mailadres.",
        "Geben Sie die E-Mail-Adresse ein.",
        "Saisissez l'adresse e-mail.");

    public static string SendInvitation => Say("Send invitation", "Uitnodiging sturen", "Einladung senden", "Envoyer l'invitation");

    public static string WithoutMail => Say("Without mail", "Zonder e-mail", "Ohne E-Mail", "Sans e-mail");

    public static string InvitationMailNotDelivered => Say(
        "This installation does not deliver mail: an invitation that is sent waits in a folder on the server. Without mail you get the link here, to hand it over yourself.",
        "Deze installatie bezorgt geen e-mail: een uitnodiging die u stuurt, wacht in een map op de server. Zonder e-mail krijgt u de link hier en overhandigt u die zelf.",
        "Diese Installation stellt keine E-Mails zu: Eine gesendete Einladung wartet in einem Ordner auf dem Server. Ohne E-Mail erhalten Sie den Link hier und übergeben ihn selbst.",
        "Cette installation ne distribue pas les e-mails : une invitation envoyée attend dans un dossier du serveur. Sans e-mail, vous obtenez le lien ici et le remettez vous-même.");

    public static string InvitedDone(string name) => Say(
        $"{name} is invited",
        $"{name} is uitgenodigd",
        $"{name} ist eingeladen",
        $"Invitation créée pour {name}");

    public static string InvitationQueued(string email) => Say(
        $"The mail to {email} is on its way.",
        $"De e-mail naar {email} is onderweg.",
        $"Die E-Mail an {email} ist unterwegs.",
        $"L'e-mail adressé à {email} est en cours d'envoi.");

    /// <summary>While mail is not delivered.</summary>
    public static string InvitationInFolder(string email) => Say(
        $"The mail to {email} goes to the folder on the server. Nobody receives it until somebody takes it from there.",
        $"De e-mail naar {email} gaat naar de map op de server. Niemand ontvangt hem totdat iemand hem daar ophaalt.",
        $"Die E-Mail an {email} kommt in den Ordner auf dem Server. Niemand erhält sie, bis jemand sie dort abholt.",
        $"L'e-mail adressé à {email} va dans le dossier du serveur. Personne ne le reçoit tant qu'il n'y est pas récupéré.");

    public static string InvitationWorks(int days) => Say(
        $"Its link works for {days} days from when it is sent. {SendAgainOrRevoke}",
        $"De link werkt {days} dagen vanaf het moment van versturen. {SendAgainOrRevoke}",
        $"Der Link gilt {days} Tage ab dem Versand. {SendAgainOrRevoke}",
        $"Le lien est valable {days} jours à compter de son envoi. {SendAgainOrRevoke}");

    private static string SendAgainOrRevoke => Say(
        "On the operator's page you can send it again or revoke it.",
        "Op de pagina van de operator kunt u de uitnodiging opnieuw sturen of intrekken.",
        "Auf der Seite des Operators können Sie die Einladung erneut senden oder zurückziehen.",
        "Sur la page de l'opérateur, vous pouvez renvoyer ou révoquer l'invitation.");

    public static string HandOverTitle(string name) => Say(
        $"Hand this link to {name}",
        $"Overhandig deze link aan {name}",
        $"Übergeben Sie diesen Link an {name}",
        $"Remettez ce lien à {name}");

    public static string HandOverLead(string name) => Say(
        $"It is shown only this once. Give it to {name} and nobody else: whoever holds it can choose the password.",
        $"U ziet hem alleen deze ene keer. Geef hem aan {name} en aan niemand anders: wie hem heeft, kan het wachtwoord kiezen.",
        $"Er wird nur dieses eine Mal angezeigt. Geben Sie ihn {name} und sonst niemandem: Wer ihn hat, kann das Passwort wählen.",
        $"Il ne s'affiche que cette fois-ci. Remettez-le à {name} et à personne d'autre : quiconque le détient peut choisir le mot de passe.");

    public static string LinkLabel => Say("Link", "Link", "Link", "Lien");

    public static string CopyLink => Say("Copy link", "Link kopiëren", "Link kopieren", "Copier le lien");

    public static string CopyFailedLink => Say(
        "The browser did not let us copy. Select the link and copy it yourself.",
        "De browser stond kopiëren niet toe. Selecteer de link en kopieer die zelf.",
        "Der Browser hat das Kopieren nicht zugelassen. Markieren Sie den Link und kopieren Sie ihn selbst.",
        "Le navigateur n'a pas permis la copie. Sélectionnez le lien et copiez-le vous-même.");

    // The list and the operator page.

    public static string InvitationExpired => Say("Invitation expired", "Uitnodiging verlopen", "Einladung abgelaufen", "Invitation expirée");

    public static string InvitationHead => Say("Invitation", "Uitnodiging", "Einladung", "Invitation");

    /// <summary>It follows <see cref="Invited"/> or <see cref="InvitationExpired"/> and a colon.</summary>
    public static string InvitedBy(string? who, string when) => who is null ? $"{when}." : Say(
        $"by {who}, {when}.",
        $"door {who}, {when}.",
        $"von {who}, {when}.",
        $"de la part {De(who)}, {when}.");

    public static string InvitationWorksUntil(string day) => Say(
        $"The link works until {day}.",
        $"De link werkt tot {day}.",
        $"Der Link gilt bis zum {day} Uhr.",
        $"Le lien est valable jusqu'au {day}.");

    public static string InvitationWorksFromSending(int days) => Say(
        $"The link works for {days} days from when the mail is sent.",
        $"De link werkt {days} dagen vanaf het moment dat de e-mail is verstuurd.",
        $"Der Link gilt {days} Tage ab dem Versand der E-Mail.",
        $"Le lien est valable {days} jours à compter de l'envoi de l'e-mail.");

    public static string InvitationIsOver(string day) => Say(
        $"The link stopped working on {day}.",
        $"De link werkt niet meer sinds {day}.",
        $"Der Link funktioniert seit dem {day} Uhr nicht mehr.",
        $"Le lien ne fonctionne plus depuis le {day}.");

    public static string InvitationIsVoid => Say(
        "The address was corrected, so the link that was made before no longer works. Resend the invitation.",
        "Het adres is gecorrigeerd, dus de eerdere link werkt niet meer. Stuur de uitnodiging opnieuw.",
        "Die Adresse wurde korrigiert, deshalb funktioniert der frühere Link nicht mehr. Senden Sie die Einladung erneut.",
        "L'adresse a été corrigée ; le lien créé auparavant ne fonctionne donc plus. Renvoyez l'invitation.");

    public static string NoInvitation => Say(
        "No link works. Resend the invitation.",
        "Er is geen link die werkt. Stuur de uitnodiging opnieuw.",
        "Es gibt keinen gültigen Link. Senden Sie die Einladung erneut.",
        "Aucun lien n'est valable. Renvoyez l'invitation.");

    public static string InvitationMailQueued => Say(
        "The mail waits to be sent.",
        "De e-mail wacht op verzending.",
        "Die E-Mail ist in der Warteschlange.",
        "L'e-mail est en attente d'envoi.");

    public static string InvitationMailSent(string when) => Say(
        $"The mail was sent {when}.",
        $"E-mail verstuurd: {when}.",
        $"E-Mail gesendet: {when}.",
        $"E-mail envoyé {Le(when)}.");

    public static string InvitationMailFiled(string when) => Say(
        $"The mail was written to the folder on the server {when}. Nobody receives it until somebody takes it from there.",
        $"E-mail in de map op de server gezet: {when}. Niemand ontvangt hem totdat iemand hem daar ophaalt.",
        $"E-Mail in den Ordner auf dem Server geschrieben ({when}). Niemand erhält sie, bis jemand sie dort abholt.",
        $"E-mail écrit {Le(when)} dans le dossier du serveur. Personne ne le reçoit tant qu'il n'y est pas récupéré.");

    public static string InvitationMailFailed => Say(
        "The mail could not be delivered. Check the address, or hand the link over.",
        "De e-mail kon niet worden bezorgd. Controleer het adres, of overhandig de link.",
        "Die E-Mail konnte nicht zugestellt werden. Prüfen Sie die Adresse oder übergeben Sie den Link selbst.",
        "L'e-mail n'a pas pu être distribué. Vérifiez l'adresse, ou remettez le lien vous-même.");

    public static string InvitationHandedOver => Say(
        "The link was handed over without mail.",
        "De link is zonder e-mail overhandigd.",
        "Der Link wurde ohne E-Mail übergeben.",
        "Le lien a été remis sans e-mail.");

    public static string ResendInvitation => Say(
        "Resend invitation",
        "Uitnodiging opnieuw sturen",
        "Einladung erneut senden",
        "Renvoyer l'invitation");

    public static string ResendTitle => Say(
        "Not arrived, or lost?",
        "Niet aangekomen, of kwijt?",
        "Nicht angekommen oder verloren?",
        "Pas arrivée, ou perdue ?");

    public static string ResendWhy(string email) => Say(
        $"Mails a new link to {email}. The one before stops working.",
        $"Mailt een nieuwe link naar {email}. De vorige werkt dan niet meer.",
        $"Sendet einen neuen Link an {email}. Der vorherige funktioniert dann nicht mehr.",
        $"Envoie un nouveau lien à {email}. Le précédent cesse de fonctionner.");

    public static string Resent => Say(
        "A new invitation was made; the one before no longer works.",
        "Er is een nieuwe uitnodiging gemaakt; de vorige werkt niet meer.",
        "Eine neue Einladung wurde erstellt; die vorherige gilt nicht mehr.",
        "Une nouvelle invitation a été créée ; la précédente n'est plus valable.");

    public static string HandOverLink => Say("Hand over the link", "Link overhandigen", "Link selbst übergeben", "Remettre le lien soi-même");

    public static string HandOverRowTitle => Say("Without mail", "Zonder e-mail", "Ohne E-Mail", "Sans e-mail");

    public static string HandOverRowWhy => Say(
        "Shows a new link once, to hand over yourself. The one before stops working.",
        "Toont één keer een nieuwe link die u zelf overhandigt. De vorige werkt dan niet meer.",
        "Zeigt einmalig einen neuen Link, den Sie selbst übergeben. Der vorherige funktioniert dann nicht mehr.",
        "Affiche une seule fois un nouveau lien, à remettre vous-même. Le précédent cesse de fonctionner.");

    public static string HandOverQuestion(string name) => Say(
        $"Make a link to hand to {name}?",
        $"Een link maken om aan {name} te overhandigen?",
        $"Link zur Übergabe an {name} erstellen?",
        $"Créer un lien à remettre à {name} ?");

    public static string HandOverVoids => Say(
        "The link that was sent or handed over before stops working at once.",
        "De link die eerder is verstuurd of overhandigd, werkt meteen niet meer.",
        "Der Link, der zuvor gesendet oder übergeben wurde, wird sofort ungültig.",
        "Le lien envoyé ou remis auparavant cesse aussitôt de fonctionner.");

    public static string HandOverWorks(int days) => Say(
        $"The new one is shown once, here, and works for {days} days.",
        $"De nieuwe ziet u één keer, hier; die werkt {days} dagen.",
        $"Der neue wird nur einmal und nur hier angezeigt und gilt {days} Tage.",
        $"Le nouveau s'affiche une seule fois, ici, et est valable {days} jours.");

    public static string RevokeInvitation => Say("Revoke invitation", "Uitnodiging intrekken", "Einladung zurückziehen", "Révoquer l'invitation");

    public static string RevokeTitle => Say("Not meant after all?", "Toch niet de bedoeling?", "Doch nicht gewollt?", "Finalement pas souhaitée ?");

    public static string RevokeWhy(string name) => Say(
        $"The link stops working and {name} disappears from the list.",
        $"De link werkt dan niet meer en {name} verdwijnt uit de lijst.",
        $"Der Link funktioniert dann nicht mehr, und {name} verschwindet aus der Liste.",
        $"Le lien cesse de fonctionner et {name} disparaît de la liste.");

    public static string RevokeQuestion(string name) => Say(
        $"Revoke the invitation of {name}?",
        $"Uitnodiging voor {name} intrekken?",
        $"Einladung für {name} zurückziehen?",
        $"Révoquer l'invitation adressée à {name} ?");

    public static string RevokeLinkStops => Say(
        "The link stops working, wherever it is.",
        "De link werkt niet meer, waar die ook is.",
        "Der Link funktioniert dann nirgends mehr.",
        "Le lien cesse de fonctionner, où qu'il soit.");

    public static string RevokeVanishes(string name) => Say(
        $"{name} disappears from the list of operators; the audit log keeps the name.",
        $"{name} verdwijnt uit de lijst met operators; de auditlog bewaart de naam.",
        $"{name} verschwindet aus der Liste der Operatoren; der Name bleibt im Audit-Protokoll.",
        $"{name} disparaît de la liste des opérateurs ; le journal d'audit conserve le nom.");

    public static string RevokeAddressFree(string email) => Say(
        $"{email} is free again, for another invitation.",
        $"{email} is weer vrij voor een andere uitnodiging.",
        $"{email} ist wieder frei für eine andere Einladung.",
        $"{email} redevient libre pour une autre invitation.");

    // What holds for somebody who has not accepted: it ends the sentence that the setting begins.

    public static string InvitedMeans(string name, bool setUpFirst, bool setUpOffered) => (setUpFirst, setUpOffered) switch
    {
        (true, _) => Say(
            $"{name} has not accepted yet. Accepting asks for a password, and set-up is part of it.",
            $"{name} heeft de uitnodiging nog niet geaccepteerd. Bij het accepteren hoort een wachtwoord kiezen en tweefactorauthenticatie instellen.",
            $"{name} hat die Einladung noch nicht angenommen. Beim Annehmen wird ein Passwort gewählt; die Einrichtung gehört dazu.",
            $"{name} n'a pas encore accepté l'invitation. L'acceptation demande de choisir un mot de passe, et la configuration en fait partie."),
        (_, true) => Say(
            $"{name} has not accepted yet. Accepting asks for a password and offers set-up.",
            $"{name} heeft de uitnodiging nog niet geaccepteerd. Bij het accepteren hoort een wachtwoord kiezen; tweefactorauthenticatie instellen wordt aangeboden.",
            $"{name} hat die Einladung noch nicht angenommen. Beim Annehmen wird ein Passwort gewählt und die Einrichtung angeboten.",
            $"{name} n'a pas encore accepté l'invitation. L'acceptation demande de choisir un mot de passe et propose la configuration."),
        _ => Say(
            $"{name} has not accepted yet. Accepting asks for a password and nothing else.",
            $"{name} heeft de uitnodiging nog niet geaccepteerd. Bij het accepteren hoort alleen een wachtwoord kiezen.",
            $"{name} hat die Einladung noch nicht angenommen. Beim Annehmen wird ein Passwort gewählt, sonst nichts.",
            $"{name} n'a pas encore accepté l'invitation. L'acceptation demande de choisir un mot de passe, rien d'autre."),
    };

    // The mail, and accepting.

    public static string InvitationTitle(string? by, string account) => by is null
        ? Say(
            $"You are invited to {account}",
            $"U bent uitgenodigd voor {account}",
            $"Sie sind zu {account} eingeladen",
            $"Invitation à rejoindre {account}")
        : Say(
            $"{by} invites you to {account}",
            $"{by} nodigt u uit voor {account}",
            $"{by} lädt Sie zu {account} ein",
            $"{by} vous invite à rejoindre {account}");

    public static string InvitationMailLead(string name) => Say(
        $"Hello {name}. Open the link and choose a password; then you can sign in.",
        $"Beste {name}, open de link en kies een wachtwoord; daarna kunt u inloggen.",
        $"Guten Tag {name}. Öffnen Sie den Link und wählen Sie ein Passwort; danach können Sie sich anmelden.",
        $"Bonjour {name}. Ouvrez le lien et choisissez un mot de passe ; vous pourrez ensuite vous connecter.");

    /// <summary>The same, to somebody who signs in by single sign-on only.</summary>
    public static string InvitationMailSsoLead(string name) => Say(
        $"Hello {name}. Open the link and sign in at your organisation's provider; that is all.",
        $"Beste {name}, open de link en log in bij de provider van uw organisatie; meer is niet nodig.",
        $"Guten Tag {name}. Öffnen Sie den Link und melden Sie sich beim Anbieter Ihrer Organisation an; mehr ist nicht nötig.",
        $"Bonjour {name}. Ouvrez le lien et connectez-vous auprès du fournisseur de votre organisation ; c'est tout.");

    public static string AcceptInvitation => Say("Accept the invitation", "Uitnodiging accepteren", "Einladung annehmen", "Accepter l'invitation");

    public static string InvitationUnexpected => Say(
        "You did not expect this? Do nothing: without you nothing happens.",
        "Had u dit niet verwacht? Doe niets: zonder u gebeurt er niets.",
        "Haben Sie damit nicht gerechnet? Tun Sie nichts: Ohne Sie geschieht nichts.",
        "Vous ne vous y attendiez pas ? Ne faites rien : sans vous, il ne se passe rien.");

    public static string AcceptLead => Say(
        "Choose a password. Only you will know it.",
        "Kies een wachtwoord. Alleen u kent het.",
        "Wählen Sie ein Passwort. Nur Sie werden es kennen.",
        "Choisissez un mot de passe. Personne d'autre que vous ne le connaîtra.");

    public static string NewPassword => Say("New password", "Nieuw wachtwoord", "Neues Passwort", "Nouveau mot de passe");

    public static string NewPasswordAgain => Say(
        "The same password again",
        "Nogmaals hetzelfde wachtwoord",
        "Dasselbe Passwort noch einmal",
        "Le même mot de passe une seconde fois");

    public static string PasswordHelp(int shortest) => Say(
        $"At least {shortest} characters, of any kind. Four words are easy to remember.",
        $"Minstens {shortest} tekens, welke dan ook. Vier woorden onthoudt u makkelijk.",
        $"Mindestens {shortest} beliebige Zeichen. Vier Wörter sind leicht zu merken.",
        $"Au moins {shortest} caractères, quels qu'ils soient. Quatre mots se retiennent facilement.");

    public static string ChoosePassword => Say(
        "Choose a password.",
        "Kies een wachtwoord.",
        "Wählen Sie ein Passwort.",
        "Choisissez un mot de passe.");

    public static string PasswordsDiffer => Say(
        "The two are not the same. Type both again.",
        "De twee zijn niet gelijk. Typ ze allebei opnieuw.",
        "Die beiden stimmen nicht überein. Geben Sie beide erneut ein.",
        "Les deux ne sont pas identiques. Saisissez à nouveau les deux.");

    public static string PasswordUnfit => Say(
        "It has a character in it that cannot be typed. Take letters, digits, signs and spaces.",
        "Er zit een teken in dat niet te typen is. Neem letters, cijfers, leestekens en spaties.",
        "Es enthält ein Zeichen, das sich nicht tippen lässt. Nehmen Sie Buchstaben, Ziffern, Sonderzeichen und Leerzeichen.",
        "Il contient un caractère impossible à saisir. Utilisez des lettres, des chiffres, des signes et des espaces.");

    public static string OfferLead(string account) => Say(
        $"{account} leaves it to you: a code from an app on your phone, besides your password. It takes two minutes. Choose below to accept your invitation.",
        $"{account} laat de keuze aan u: naast uw wachtwoord een code uit een app op uw telefoon. Het kost twee minuten. Met uw keuze hieronder accepteert u de uitnodiging.",
        $"{account} überlässt es Ihnen: ein Code aus einer App auf Ihrem Telefon, zusätzlich zu Ihrem Passwort. Es dauert zwei Minuten. Mit Ihrer Wahl hier unten nehmen Sie die Einladung an.",
        $"{account} vous laisse le choix : un code fourni par une application sur votre téléphone, en plus de votre mot de passe. Cela prend deux minutes. En choisissant ci-dessous, vous acceptez l'invitation.");

    public static string OfferLater => Say(
        "You can also do it later, under your own name: User settings.",
        "Het kan ook later, onder uw eigen naam: Gebruikersinstellingen.",
        "Sie können es auch später tun, unter Ihrem eigenen Namen: Benutzereinstellungen.",
        "Vous pouvez aussi le faire plus tard, sous votre nom : Paramètres utilisateur.");

    public static string NotNow => Say("Not now", "Nu niet", "Jetzt nicht", "Pas maintenant");

    public static string PasswordChosenTitle => Say(
        "Your password is chosen",
        "Uw wachtwoord is gekozen",
        "Ihr Passwort ist gewählt",
        "Votre mot de passe est choisi");

    public static string PasswordChosenLead(string account) => Say(
        $"One click, and you are in {account}.",
        $"Nog één klik en u bent in {account}.",
        $"Ein Klick, und Sie sind in {account}.",
        $"Un clic, et vous êtes dans {account}.");

    public static string SetUpNotNeededNow => Say(
        "Two-factor authentication is not asked of you now.",
        "Er wordt nu geen tweefactorauthenticatie van u gevraagd.",
        "Zwei-Faktor-Authentifizierung wird derzeit nicht von Ihnen verlangt.",
        "L'authentification à deux facteurs ne vous est pas demandée pour l'instant.");

    // Invitations that no longer work.

    public static string InvitationExpiredWhy(string? by) => Say(
        $"An invitation works for a limited time. Ask {by ?? Inviter} for another.",
        $"Een uitnodiging werkt een beperkte tijd. Vraag {by ?? Inviter} om een nieuwe.",
        $"Eine Einladung gilt nur begrenzte Zeit. Bitten Sie {by ?? Inviter} um eine neue.",
        $"La durée d'une invitation est limitée. Demandez-en une autre à {by ?? Inviter}.");

    public static string InvitationReplacedWhy(string? by) => Say(
        $"Only the newest one works. Look for it in your mail, or ask {by ?? Inviter} for another.",
        $"Alleen de nieuwste werkt. Zoek die op in uw e-mail, of vraag {by ?? Inviter} om een andere.",
        $"Nur die neueste Einladung gilt. Suchen Sie sie in Ihren E-Mails, oder bitten Sie {by ?? Inviter} um eine andere.",
        $"Seule la dernière invitation est valable. Cherchez-la dans vos e-mails, ou demandez-en une autre à {by ?? Inviter}.");

    public static string InvitationUsedTitle => Say(
        "This invitation was accepted",
        "Deze uitnodiging is geaccepteerd",
        "Diese Einladung wurde angenommen",
        "Cette invitation a été acceptée");

    public static string InvitationUsedWhy => Say(
        "Use Sign in, with your address and the password that was chosen.",
        "Gebruik Inloggen, met uw adres en het gekozen wachtwoord.",
        "Melden Sie sich mit Ihrer Adresse und dem gewählten Passwort an.",
        "Utilisez « Se connecter », avec votre adresse et le mot de passe choisi.");

    public static string InvitationRevokedTitle => Say(
        "This invitation was revoked",
        "Deze uitnodiging is ingetrokken",
        "Diese Einladung wurde zurückgezogen",
        "Cette invitation a été révoquée");

    public static string InvitationRevokedWhy => Say(
        "It can no longer be accepted. If that is a mistake, ask whoever invited you for another.",
        "Hij kan niet meer worden geaccepteerd. Is dat een vergissing, vraag dan een nieuwe aan de persoon die u uitnodigde.",
        "Sie kann nicht mehr angenommen werden. Ist das ein Irrtum, bitten Sie die Person, die Sie eingeladen hat, um eine neue.",
        "Elle ne peut plus être acceptée. Si c'est une erreur, demandez-en une autre à la personne qui vous l'a adressée.");

    public static string InvitationBySsoTitle => Say(
        "You sign in by single sign-on",
        "U logt in via single sign-on",
        "Sie melden sich über Single Sign-on an",
        "Vous vous connectez par authentification unique");

    private static string Inviter => Say(
        "the account administrator who invited you",
        "de accountbeheerder die u uitnodigde",
        "den Account-Administrator, der Sie eingeladen hat,",
        "l'administrateur du compte à l'origine de l'invitation");

    // Demo.

    /// <summary>In place of a role, of somebody who cannot sign in yet.</summary>
    public static string DemoInvited => Say(
        "Invited: open the mail",
        "Uitgenodigd: open de e-mail",
        "Eingeladen: E-Mail öffnen",
        "Invitation envoyée : ouvrir l'e-mail");
}

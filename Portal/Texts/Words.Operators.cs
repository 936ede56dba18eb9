using Portal.Domain;

namespace Portal.Texts;

/// <summary>The list of operators, the operator page, and one's own page. Who is spoken of by name is another; nobody is <em>you</em>.</summary>
public static partial class Words
{
    // The list.

    public static string TwoFactorStatusHead => Say(
        "Two-factor status",
        "Tweefactorstatus",
        "Zwei-Faktor-Status",
        "Authentification à deux facteurs");

    public static string SettingHead => Say("Setting", "Instelling", "Einstellung", "Réglage");

    public static string LastSignIn => Say("Last sign-in", "Laatste login", "Letzte Anmeldung", "Dernière connexion");

    public static string NeverSignedIn => Say("Never signed in", "Nooit ingelogd", "Nie angemeldet", "Aucune connexion");

    public static string Invited => Say("Invited", "Uitgenodigd", "Eingeladen", "Invitation envoyée");

    public static string Deactivated => Say("Deactivated", "Gedeactiveerd", "Deaktiviert", "Accès désactivé");

    public static string NotApplicable => Say("not applicable", "niet van toepassing", "entfällt", "sans objet");

    public static string OperatorCount(int count) => count == 1
        ? Say("1 operator", "1 operator", "1 Operator", "1 opérateur")
        : Say($"{count:N0} operators", $"{count:N0} operators", $"{count:N0} Operatoren", $"{count:N0} opérateurs");

    // Details.

    /// <summary>What a session was opened with, behind its time: "Today, 08:12, with a password".</summary>
    public static string Of(SignInMethod method) => method switch
    {
        SignInMethod.Password => Say("with a password", "met een wachtwoord", "mit Passwort", "par mot de passe"),
        SignInMethod.PasswordAndCode => Say(
            "with a password and a code",
            "met een wachtwoord en een code",
            "mit Passwort und Code",
            "par mot de passe et code"),
        SignInMethod.PasswordAndRecoveryCode => Say(
            "with a password and a recovery code",
            "met een wachtwoord en een herstelcode",
            "mit Passwort und Wiederherstellungscode",
            "par mot de passe et code de récupération"),
        SignInMethod.SingleSignOn => Say("by single sign-on", "via single sign-on", "über Single Sign-on", "par authentification unique"),
    };

    /// <summary>The row that says whether an operator can be here at all.</summary>
    public static string Access => Say("Access", "Toegang", "Zugang", "Accès");

    /// <summary>Whether an operator can be here at all.</summary>
    public static string Of(OperatorState state) => state switch
    {
        OperatorState.Invited => Invited,
        // Not the status, which is feminine in French.
        OperatorState.Active => Say("Active", "Actief", "Aktiv", "Actif"),
        // Beside its label; alone, in the list, French says whose it is.
        OperatorState.Deactivated => Say("Deactivated", "Gedeactiveerd", "Deaktiviert", "Désactivé"),
    };

    public static string Deactivate => Say("Deactivate", "Deactiveren", "Deaktivieren", "Désactiver");

    public static string Reactivate => Say("Reactivate", "Opnieuw activeren", "Wieder aktivieren", "Réactiver");

    public static string DeactivateQuestion(string name) => Say(
        $"Deactivate {name}?",
        $"{name} deactiveren?",
        $"{name} deaktivieren?",
        $"Désactiver l'accès {De(name)} ?");

    public static string DeactivateLead => Say(
        "It happens at once, and can be taken back with Reactivate:",
        "Dit gebeurt meteen en is terug te draaien met Opnieuw activeren:",
        "Das geschieht sofort und lässt sich mit „Wieder aktivieren“ zurücknehmen:",
        "L'effet est immédiat et peut être annulé avec « Réactiver » :");

    public static string DeactivateKeepsOut(string name) => Say(
        $"{name} cannot sign in until somebody reactivates {name}.",
        $"{name} kan niet inloggen totdat iemand {name} opnieuw activeert.",
        $"{name} kann sich nicht anmelden, bis jemand den Zugang wieder aktiviert.",
        $"{name} ne peut pas se connecter tant que personne n'a réactivé son accès.");

    public static string DeactivateKeeps => Say(
        "Everything is kept: password, key, settings and what was recorded.",
        "Alles blijft bewaard: wachtwoord, sleutel, instellingen en wat is vastgelegd.",
        "Alles bleibt erhalten: Passwort, Schlüssel, Einstellungen und was aufgezeichnet wurde.",
        "Tout est conservé : mot de passe, clé, réglages et ce qui a été consigné.");

    /// <summary>What would hold for them follows.</summary>
    public static string DeactivatedNow(string name) => Say(
        $"{name} is deactivated and cannot sign in. After Reactivate, this holds again:",
        $"{name} is gedeactiveerd en kan niet inloggen. Na Opnieuw activeren geldt weer:",
        $"Der Zugang von {name} ist deaktiviert, eine Anmeldung ist nicht möglich. Nach „Wieder aktivieren“ gilt wieder:",
        $"L'accès {De(name)} est désactivé, toute connexion est impossible. Après « Réactiver », ceci s'appliquera de nouveau :");

    // Login options for this operator.

    public static string LoginOptionsForOperator => Say(
        "Login options for this operator",
        "Loginopties voor deze operator",
        "Anmeldeoptionen für diesen Operator",
        "Options de connexion pour cet opérateur");

    public static string LoginOptionsLabel => Say("Login options", "Loginopties", "Anmeldeoptionen", "Options de connexion");

    public static string OverrideTwoFactor => Say(
        "Override two-factor authentication settings",
        "Instellingen tweefactorauthenticatie overschrijven",
        "Abweichende Einstellung für diesen Operator",
        "Remplacer la configuration de l'authentification à deux facteurs");

    public static string AccountDefaultIs(TwoFactorPolicy policy) => $"{WithColon(AccountDefault)} {Of(policy)}";

    /// <summary>Under the label of an override, which in French does not say by itself whose setting it is.</summary>
    public static string OverrideHelp(TwoFactorPolicy accountDefault) => Say(
        AccountDefaultIs(accountDefault),
        AccountDefaultIs(accountDefault),
        AccountDefaultIs(accountDefault),
        $"Un réglage propre à cet opérateur. {AccountDefaultIs(accountDefault)}");

    /// <summary>Under an override while the account is Disabled.</summary>
    public static string OverrideNotInEffect => Say(
        "Not in effect: the account default is Disabled. This setting is kept and holds again once the account is no longer Disabled.",
        "Geldt nu niet: de accountstandaard is Uitgeschakeld. Deze instelling blijft bewaard en geldt weer zodra het account niet meer op Uitgeschakeld staat.",
        "Gilt derzeit nicht: Der Standard des Accounts ist „Deaktiviert“. Diese Einstellung bleibt erhalten und gilt wieder, sobald der Standard nicht mehr „Deaktiviert“ ist.",
        "Sans effet pour l'instant : le réglage par défaut du compte est « Désactivée ». Ce réglage-ci est conservé et s'appliquera de nouveau dès que celui du compte ne sera plus « Désactivée ».");

    /// <summary>In place of the override, for operators who sign in by single sign-on only.</summary>
    public static string OverrideDoesNotApply(string? name) => name is null
        ? Say(
            "Does not apply: you sign in by single sign-on only.",
            "Niet van toepassing: u logt alleen in via single sign-on.",
            "Gilt nicht: Sie melden sich nur über Single Sign-on an.",
            "Ne s'applique pas : vous vous connectez uniquement par authentification unique.")
        : Say(
            $"Does not apply: {name} signs in by single sign-on only.",
            $"Niet van toepassing: {name} logt alleen in via single sign-on.",
            $"Gilt nicht: {name} meldet sich nur über Single Sign-on an.",
            $"Ne s'applique pas : {name} se connecte uniquement par authentification unique.");

    // What holds now: the setting in bold, why it holds, and what it means.

    public static string NotApplicableLead => Say("Not applicable", "Niet van toepassing", "Entfällt", "Sans objet");

    public static string WhyAccountDefault => Say(
        "the account default.",
        "de accountstandaard.",
        "der Standard des Accounts.",
        "le réglage par défaut du compte.");

    public static string WhyWholeAccount => Say(
        "the account default, for the whole account.",
        "de accountstandaard, voor het hele account.",
        "der Standard des Accounts, für den ganzen Account.",
        "le réglage par défaut du compte, pour tout le compte.");

    public static string WhyOwn(string? name, TwoFactorPolicy accountDefault, bool same)
    {
        var value = Of(accountDefault);
        return (name, same) switch
        {
            (null, false) => Say(
                $"your own setting; the account default is {value}.",
                $"uw eigen instelling; de accountstandaard is {value}.",
                $"Ihre eigene Einstellung; der Standard des Accounts ist „{value}“.",
                $"votre réglage propre ; le réglage par défaut du compte est « {value} »."),
            (null, true) => Say(
                $"your own setting; the account default is {value} too.",
                $"uw eigen instelling; de accountstandaard is ook {value}.",
                $"Ihre eigene Einstellung; der Standard des Accounts ist ebenfalls „{value}“.",
                $"votre réglage propre ; le réglage par défaut du compte est aussi « {value} »."),
            (_, false) => Say(
                $"{name}'s own setting; the account default is {value}.",
                $"eigen instelling van {name}; de accountstandaard is {value}.",
                $"die eigene Einstellung von {name}; der Standard des Accounts ist „{value}“.",
                $"le réglage propre {De(name)} ; le réglage par défaut du compte est « {value} »."),
            (_, true) => Say(
                $"{name}'s own setting; the account default is {value} too.",
                $"eigen instelling van {name}; de accountstandaard is ook {value}.",
                $"die eigene Einstellung von {name}; der Standard des Accounts ist ebenfalls „{value}“.",
                $"le réglage propre {De(name)} ; le réglage par défaut du compte est aussi « {value} »."),
        };
    }

    public static string OwnIsNotInEffect(string? name, TwoFactorPolicy own) => name is null
        ? Say(
            $"Your own setting, {Of(own)}, is kept and not in effect.",
            $"Uw eigen instelling, {Of(own)}, blijft bewaard en geldt nu niet.",
            $"Ihre eigene Einstellung, „{Of(own)}“, bleibt erhalten und gilt derzeit nicht.",
            $"Votre réglage propre, « {Of(own)} », est conservé, sans effet pour l'instant.")
        : Say(
            $"{name}'s own setting, {Of(own)}, is kept and not in effect.",
            $"De eigen instelling van {name}, {Of(own)}, blijft bewaard en geldt nu niet.",
            $"Die eigene Einstellung von {name}, „{Of(own)}“, bleibt erhalten und gilt derzeit nicht.",
            $"Le réglage propre {De(name)}, « {Of(own)} », est conservé, sans effet pour l'instant.");

    public static string BySingleSignOnOnly(string? name) => name is null
        ? Say(
            "You sign in by single sign-on only, so the provider decides about a second factor.",
            "U logt alleen in via single sign-on, dus de provider bepaalt of er een tweede factor nodig is.",
            "Sie melden sich nur über Single Sign-on an, daher entscheidet der Anbieter über einen zweiten Faktor.",
            "Vous vous connectez uniquement par authentification unique, c'est donc le fournisseur qui décide d'un second facteur.")
        : Say(
            $"{name} signs in by single sign-on only, so the provider decides about a second factor.",
            $"{name} logt alleen in via single sign-on, dus de provider bepaalt of er een tweede factor nodig is.",
            $"{name} meldet sich nur über Single Sign-on an, daher entscheidet der Anbieter über einen zweiten Faktor.",
            $"{name} se connecte uniquement par authentification unique, c'est donc le fournisseur qui décide d'un second facteur.");

    /// <summary>The beginning of the sentence that <see cref="AndMeans"/> ends.</summary>
    public static string SignsIn(string? name, bool orBySingleSignOn) => (name, orBySingleSignOn) switch
    {
        (null, false) => Say(
            "You sign in with a password",
            "U logt in met een wachtwoord",
            "Sie melden sich mit einem Passwort an",
            "Vous vous connectez avec un mot de passe"),
        (null, true) => Say(
            "You sign in with a password or by single sign-on",
            "U logt in met een wachtwoord of via single sign-on",
            "Sie melden sich mit einem Passwort oder über Single Sign-on an",
            "Vous vous connectez avec un mot de passe ou par authentification unique"),
        (_, false) => Say(
            $"{name} signs in with a password",
            $"{name} logt in met een wachtwoord",
            $"{name} meldet sich mit einem Passwort an",
            $"{name} se connecte avec un mot de passe"),
        (_, true) => Say(
            $"{name} signs in with a password or by single sign-on",
            $"{name} logt in met een wachtwoord of via single sign-on",
            $"{name} meldet sich mit einem Passwort oder über Single Sign-on an",
            $"{name} se connecte avec un mot de passe ou par authentification unique"),
    };

    /// <summary>What a status means for somebody with a password, to the end of the sentence.</summary>
    public static string AndMeans(TwoFactorStatus status, string? name, bool orBySingleSignOn)
    {
        var has = name is null ? Say("have", "hebt", "haben", "avez") : Say("has", "heeft", "hat", "a");
        // The German has its verb first, as it stands after "daher".
        var letsIn = name is null
            ? Say(
                "the password alone lets you in",
                "met alleen het wachtwoord komt u binnen",
                "genügt das Passwort allein",
                "le mot de passe seul vous permet de vous connecter")
            : Say(
                $"the password alone lets {name} in",
                $"met alleen het wachtwoord komt {name} binnen",
                $"genügt für {name} das Passwort allein",
                $"le mot de passe seul permet à {name} de se connecter");
        return status switch
        {
            TwoFactorStatus.Active when orBySingleSignOn => Say(
                $"and {has} two-factor authentication set up, so each sign-in with the password asks for a code; single sign-on does not.",
                $"en {has} tweefactorauthenticatie ingesteld, dus elke login met wachtwoord vraagt om een code; single sign-on niet.",
                $"und {has} die Zwei-Faktor-Authentifizierung eingerichtet, daher verlangt jede Anmeldung mit dem Passwort einen Code; Single Sign-on nicht.",
                $"et {has} configuré l'authentification à deux facteurs, donc chaque connexion avec le mot de passe demande un code ; l'authentification unique, non."),
            TwoFactorStatus.Active => Say(
                $"and {has} two-factor authentication set up, so each sign-in asks for a code.",
                $"en {has} tweefactorauthenticatie ingesteld, dus elke login vraagt om een code.",
                $"und {has} die Zwei-Faktor-Authentifizierung eingerichtet, daher verlangt jede Anmeldung einen Code.",
                $"et {has} configuré l'authentification à deux facteurs, donc chaque connexion demande un code."),
            TwoFactorStatus.SetUpDue => Say(
                $"and {has} nothing set up, so set-up starts at the next sign-in.",
                $"en {has} niets ingesteld, dus het instellen begint bij de volgende login.",
                $"und {has} nichts eingerichtet, daher beginnt die Einrichtung bei der nächsten Anmeldung.",
                $"et n'{has} rien configuré, donc la configuration commence à la prochaine connexion."),
            TwoFactorStatus.SetUpDueWithPassword => Say(
                $"and {has} nothing set up, so set-up starts at the next sign-in with the password; single sign-on stays open.",
                $"en {has} niets ingesteld, dus het instellen begint bij de volgende login met wachtwoord; single sign-on blijft open.",
                $"und {has} nichts eingerichtet, daher beginnt die Einrichtung bei der nächsten Anmeldung mit dem Passwort; Single Sign-on bleibt möglich.",
                $"et n'{has} rien configuré, donc la configuration commence à la prochaine connexion avec le mot de passe ; l'authentification unique reste possible."),
            TwoFactorStatus.NotSetUp or TwoFactorStatus.Disabled => Say(
                $"and {has} nothing set up, so {letsIn}.",
                $"en {has} niets ingesteld, dus {letsIn}.",
                $"und {has} nichts eingerichtet, daher {letsIn}.",
                $"et n'{has} rien configuré, donc {letsIn}."),
            TwoFactorStatus.Paused => Say(
                $"and {has} a key, which is kept and never asked for, so {letsIn}.",
                $"en {has} een sleutel, die bewaard blijft en waar niet om wordt gevraagd, dus {letsIn}.",
                $"und {has} einen Schlüssel, der erhalten bleibt und nie abgefragt wird, daher {letsIn}.",
                $"et {has} une clé, conservée mais jamais demandée, donc {letsIn}."),
            TwoFactorStatus.HandledBySingleSignOn => "",
        };
    }

    // What can be done about it.

    public static string SetUpTitle => Say(
        "Set up two-factor authentication",
        "Tweefactorauthenticatie instellen",
        "Zwei-Faktor-Authentifizierung einrichten",
        "Configurer l'authentification à deux facteurs");

    public static string SetUpWhy => Say(
        "Two minutes, with any authenticator app on your phone. From then on each sign-in with your password asks for a code.",
        "Twee minuten, met een willekeurige authenticator-app op uw telefoon. Daarna vraagt elke login met uw wachtwoord om een code.",
        "Zwei Minuten, mit einer beliebigen Authenticator-App auf Ihrem Telefon. Danach verlangt jede Anmeldung mit Ihrem Passwort einen Code.",
        "Deux minutes, avec n'importe quelle application d'authentification sur votre téléphone. Ensuite, chaque connexion avec votre mot de passe demande un code.");

    public static string AnotherPhone => Say("Another phone?", "Een andere telefoon?", "Ein anderes Telefon?", "Un autre téléphone ?");

    public static string AnotherPhoneWhy => Say(
        "The old key works until the new one has proven a code.",
        "De oude sleutel blijft werken totdat de nieuwe met een code is bevestigd.",
        "Der alte Schlüssel funktioniert, bis der neue mit einem Code bestätigt ist.",
        "L'ancienne clé fonctionne jusqu'à ce qu'un code ait confirmé la nouvelle.");

    public static string AnotherPhoneNotNow => Say(
        "Your key is kept. A new one can be set up once two-factor authentication is no longer disabled.",
        "Uw sleutel blijft bewaard. Een nieuwe kunt u instellen zodra tweefactorauthenticatie niet meer is uitgeschakeld.",
        "Ihr Schlüssel bleibt erhalten. Einen neuen können Sie einrichten, sobald die Zwei-Faktor-Authentifizierung nicht mehr deaktiviert ist.",
        "Votre clé est conservée. Vous pourrez en configurer une nouvelle dès que l'authentification à deux facteurs ne sera plus désactivée.");

    public static string StopWhy => Say(
        "Your key and recovery codes are erased, and the password alone lets you in.",
        "Uw sleutel en herstelcodes worden gewist; daarna komt u binnen met alleen het wachtwoord.",
        "Ihr Schlüssel und Ihre Wiederherstellungscodes werden gelöscht, und das Passwort allein genügt.",
        "Votre clé et vos codes de récupération sont effacés, et le mot de passe seul vous permet de vous connecter.");

    public static string StopTitle => Say("Do without a code?", "Verder zonder code?", "Künftig ohne Code?", "Se passer de code ?");

    public static string StopNotNow => Say(
        "Not while the setting is Required: each sign-in asks for a code.",
        "Niet zolang de instelling Vereist is: elke login vraagt om een code.",
        "Nicht, solange die Einstellung „Erforderlich“ ist: Jede Anmeldung verlangt einen Code.",
        "Pas tant que le réglage est « Requise » : chaque connexion demande un code.");

    public static string StopQuestion => Say(
        "Stop using two-factor authentication?",
        "Tweefactorauthenticatie niet meer gebruiken?",
        "Zwei-Faktor-Authentifizierung nicht mehr verwenden?",
        "Ne plus utiliser l'authentification à deux facteurs ?");

    public static string HappensAtOnce => Say(
        "This cannot be undone. It happens at once:",
        "Dit kan niet ongedaan worden gemaakt. Het gebeurt meteen:",
        "Das lässt sich nicht rückgängig machen und geschieht sofort:",
        "Cette action est irréversible et son effet est immédiat :");

    public static string YourKeyStops => Say(
        "The key in your app and your recovery codes stop working.",
        "De sleutel in uw app en uw herstelcodes werken niet meer.",
        "Der Schlüssel in Ihrer App und Ihre Wiederherstellungscodes funktionieren nicht mehr.",
        "La clé dans votre application et vos codes de récupération ne fonctionnent plus.");

    public static string StopThen => Say(
        "The setting is Optional: the password alone lets you in, until you set it up again.",
        "De instelling is Optioneel: u komt binnen met alleen het wachtwoord, totdat u tweefactorauthenticatie opnieuw instelt.",
        "Die Einstellung ist „Optional“: Das Passwort allein genügt, bis Sie die Zwei-Faktor-Authentifizierung neu einrichten.",
        "Le réglage est « Facultative » : le mot de passe seul vous permet de vous connecter, tant que vous ne configurez pas à nouveau l'authentification à deux facteurs.");

    public static string OnlyTheyCanScan(string name) => Say(
        $"Only {name} can scan the code",
        $"Alleen {name} kan de code scannen",
        $"Nur {name} kann den QR-Code scannen",
        $"Le code QR ne peut être scanné que par {name}");

    public static string SendSetUpLink => Say("Send set-up link", "Instellink sturen", "Einrichtungslink senden", "Envoyer le lien de configuration");

    public static string SetUpLinkWhy(string name, bool isDue) => isDue
        ? Say(
            $"A set-up link works for 72 hours, asks for {name}'s password and replaces the one before. Set-up also starts by itself at the next sign-in.",
            $"Een instellink werkt 72 uur, vraagt om het wachtwoord van {name} en vervangt de vorige. Het instellen begint ook vanzelf bij de volgende login.",
            $"Ein Einrichtungslink gilt 72 Stunden, fragt nach dem Passwort von {name} und ersetzt den vorigen. Die Einrichtung beginnt auch von selbst bei der nächsten Anmeldung.",
            $"Un lien de configuration est valable 72 heures, demande le mot de passe {De(name)} et remplace le précédent. La configuration commence aussi d'elle-même à la prochaine connexion.")
        : Say(
            $"A set-up link works for 72 hours, asks for {name}'s password and replaces the one before. {name} also finds Scan QR code under User settings.",
            $"Een instellink werkt 72 uur, vraagt om het wachtwoord van {name} en vervangt de vorige. {name} vindt Scan de QR-code ook onder Gebruikersinstellingen.",
            $"Ein Einrichtungslink gilt 72 Stunden, fragt nach dem Passwort von {name} und ersetzt den vorigen. {name} findet „QR-Code scannen“ auch unter „Benutzereinstellungen“.",
            $"Un lien de configuration est valable 72 heures, demande le mot de passe {De(name)} et remplace le précédent. {name} trouve aussi « Scanner le code QR » sous « Paramètres utilisateur ».");

    /// <summary>Where the mail stands follows: "queued", "sent today, 10:52".</summary>
    public static string SetUpLinkMail(string email) => Say(
        $"Set-up link to {email}:",
        $"Instellink aan {email}:",
        $"Einrichtungslink an {email}:",
        $"Lien de configuration pour {email} :");

    public static string HandOverSetUpLink => Say("Hand over a link", "Link zelf overhandigen", "Link selbst übergeben", "Remettre un lien soi-même");

    public static string HandedSetUpLink(string name) => Say(
        $"Give this link to {name} yourself. It is shown only now, works for 72 hours and asks for {name}'s password.",
        $"Geef deze link zelf aan {name}. Hij wordt alleen nu getoond, werkt 72 uur en vraagt om het wachtwoord van {name}.",
        $"Übergeben Sie diesen Link selbst an {name}. Er wird nur jetzt angezeigt, gilt 72 Stunden und fragt nach dem Passwort von {name}.",
        $"Remettez vous-même ce lien à {name}. Il ne s'affiche que maintenant, est valable 72 heures et demande le mot de passe {De(name)}.");

    public static string PhoneGone => Say(
        "Phone lost, new or broken?",
        "Telefoon kwijt, nieuw of kapot?",
        "Telefon verloren, neu oder defekt?",
        "Téléphone perdu, nouveau ou cassé ?");

    public static string PhoneGoneWhy(string name, int codes) => Say(
        $"{KeyAndCodes(codes)} A reset erases {(codes == 0 ? "it" : "them")} and ends {name}'s sessions; the setting then applies from scratch.",
        $"{KeyAndCodes(codes)} Opnieuw instellen wist {(codes == 0 ? "die" : "ze")} en beëindigt de sessies van {name}; daarna geldt de instelling weer van voren af aan.",
        $"{KeyAndCodes(codes)} Zurücksetzen löscht {(codes == 0 ? "ihn" : "beides")} und beendet die Sitzungen von {name}; danach gilt die Einstellung wieder wie vor der Einrichtung.",
        $"{KeyAndCodes(codes)} La réinitialisation {(codes == 0 ? "l'efface" : "efface le tout")} et met fin aux sessions {De(name)} ; le réglage s'applique ensuite comme si rien n'avait été configuré.");

    public static string NothingToErase => Say("Nothing to erase", "Niets te wissen", "Nichts zu löschen", "Rien à effacer");

    public static string NoKey(string name) => Say(
        $"{name} has no key and no recovery codes.",
        $"{name} heeft geen sleutel en geen herstelcodes.",
        $"{name} hat keinen Schlüssel und keine Wiederherstellungscodes.",
        $"{name} n'a ni clé ni codes de récupération.");

    // Reset.

    public static string ResetQuestion(string name) => Say(
        $"Erase {name}'s key and recovery codes?",
        $"Sleutel en herstelcodes van {name} wissen?",
        $"Schlüssel und Wiederherstellungscodes von {name} löschen?",
        $"Effacer la clé et les codes de récupération {De(name)} ?");

    public static string KeyStops(string name, int codes) => codes switch
    {
        0 => Say(
            $"The key in {name}'s app stops working.",
            $"De sleutel in de app van {name} werkt niet meer.",
            $"Der Schlüssel in der App von {name} funktioniert nicht mehr.",
            $"La clé dans l'application {De(name)} ne fonctionne plus."),
        1 => Say(
            $"The key in {name}'s app and 1 unused recovery code stop working.",
            $"De sleutel in de app van {name} en 1 ongebruikte herstelcode werken niet meer.",
            $"Der Schlüssel in der App von {name} und 1 unbenutzter Wiederherstellungscode funktionieren nicht mehr.",
            $"La clé dans l'application {De(name)} et 1 code de récupération inutilisé ne fonctionnent plus."),
        _ => Say(
            $"The key in {name}'s app and {codes} unused recovery codes stop working.",
            $"De sleutel in de app van {name} en {codes} ongebruikte herstelcodes werken niet meer.",
            $"Der Schlüssel in der App von {name} und {codes} unbenutzte Wiederherstellungscodes funktionieren nicht mehr.",
            $"La clé dans l'application {De(name)} et {codes} codes de récupération inutilisés ne fonctionnent plus."),
    };

    public static string SessionsEnd(int count) => count switch
    {
        0 => Say("No session is open.", "Er is geen sessie open.", "Es ist keine Sitzung offen.", "Aucune session n'est ouverte."),
        1 => Say(
            "1 session ends within seconds; unsaved work on its pages is lost.",
            "1 sessie eindigt binnen enkele seconden; niet-opgeslagen werk op die pagina's gaat verloren.",
            "1 Sitzung endet innerhalb weniger Sekunden; nicht gespeicherte Eingaben auf ihren Seiten gehen verloren.",
            "1 session prend fin en quelques secondes ; le travail non enregistré sur ses pages est perdu."),
        _ => Say(
            $"{count} sessions end within seconds; unsaved work on those pages is lost.",
            $"{count} sessies eindigen binnen enkele seconden; niet-opgeslagen werk op die pagina's gaat verloren.",
            $"{count} Sitzungen enden innerhalb weniger Sekunden; nicht gespeicherte Eingaben auf ihren Seiten gehen verloren.",
            $"{count} sessions prennent fin en quelques secondes ; le travail non enregistré sur leurs pages est perdu."),
    };

    /// <summary>What an operator without a key meets at the next sign-in.</summary>
    public static string AfterReset(TwoFactorPolicy? setting, string name) => setting switch
    {
        TwoFactorPolicy.Required => Say(
            $"The setting is Required: at the next sign-in the password leads {name} to set-up, by a link in a mail.",
            $"De instelling is Vereist: bij de volgende login leidt het wachtwoord {name} naar het instellen, via een link in een e-mail.",
            $"Die Einstellung ist „Erforderlich“: Bei der nächsten Anmeldung kommt {name} mit dem Passwort zur Einrichtung, über einen Link in einer E-Mail.",
            $"Le réglage est « Requise » : à la prochaine connexion, le mot de passe mène {name} à la configuration, par un lien dans un e-mail."),
        TwoFactorPolicy.Optional => Say(
            $"The setting is Optional: at the next sign-in the password alone lets {name} in, until two-factor authentication is set up again.",
            $"De instelling is Optioneel: bij de volgende login komt {name} binnen met alleen het wachtwoord, totdat tweefactorauthenticatie opnieuw is ingesteld.",
            $"Die Einstellung ist „Optional“: Ab der nächsten Anmeldung genügt für {name} das Passwort allein, bis die Zwei-Faktor-Authentifizierung neu eingerichtet ist.",
            $"Le réglage est « Facultative » : dès la prochaine connexion, le mot de passe seul permet à {name} de se connecter, tant que l'authentification à deux facteurs n'est pas configurée à nouveau."),
        TwoFactorPolicy.Disabled => Say(
            $"The setting is Disabled: the password alone lets {name} in, as it does now.",
            $"De instelling is Uitgeschakeld: {name} komt binnen met alleen het wachtwoord, net als nu.",
            $"Die Einstellung ist „Deaktiviert“: Für {name} genügt das Passwort allein, wie bisher.",
            $"Le réglage est « Désactivée » : le mot de passe seul permet à {name} de se connecter, comme actuellement."),
        null => Say(
            $"{name} signs in by single sign-on, as now.",
            $"{name} logt in via single sign-on, net als nu.",
            $"{name} meldet sich über Single Sign-on an, wie bisher.",
            $"{name} se connecte par authentification unique, comme actuellement."),
    };

    public static string Reason => Say("Reason", "Reden", "Grund", "Motif");

    public static string ReasonHelp => Say(
        "may be left empty, is kept in the audit log",
        "mag leeg blijven, wordt bewaard in de auditlog",
        "kann leer bleiben, wird im Audit-Protokoll aufbewahrt",
        "facultatif, conservé dans le journal d'audit");

    public static string ReasonLostPhone => Say("Lost phone", "Telefoon kwijt", "Telefon verloren", "Téléphone perdu");

    public static string ReasonNewPhone => Say("New phone", "Nieuwe telefoon", "Neues Telefon", "Nouveau téléphone");

    public static string ReasonBrokenPhone => Say("Broken phone", "Telefoon kapot", "Telefon defekt", "Téléphone cassé");

    public static string ReasonOther => Say("Other", "Anders", "Anderer Grund", "Autre");

    public static string ReasonInWords => Say("In a few words", "In een paar woorden", "In wenigen Worten", "En quelques mots");

    public static string ReasonUnfit(int longest) => Say(
        $"Take at most {longest} characters, all of which can be shown.",
        $"Neem hoogstens {longest} tekens, die allemaal getoond kunnen worden.",
        $"Geben Sie höchstens {longest} Zeichen ein, die sich alle anzeigen lassen.",
        $"Saisissez au plus {longest} caractères, tous affichables.");

    public static string ResetDone(string name) => Say(
        $"{name}'s two-factor authentication was reset",
        $"De tweefactorauthenticatie van {name} is gewist",
        $"Die Zwei-Faktor-Authentifizierung von {name} wurde zurückgesetzt",
        $"L'authentification à deux facteurs {De(name)} a été réinitialisée");

    public static string KeyErased(int codes, string time) => codes switch
    {
        0 => Say($"Key erased at {time}.", $"Sleutel gewist om {time}.", $"Schlüssel um {time} Uhr gelöscht.", $"Clé effacée à {time}."),
        1 => Say(
            $"Key and 1 recovery code erased at {time}.",
            $"Sleutel en 1 herstelcode gewist om {time}.",
            $"Schlüssel und 1 Wiederherstellungscode um {time} Uhr gelöscht.",
            $"Clé et 1 code de récupération effacés à {time}."),
        _ => Say(
            $"Key and {codes} recovery codes erased at {time}.",
            $"Sleutel en {codes} herstelcodes gewist om {time}.",
            $"Schlüssel und {codes} Wiederherstellungscodes um {time} Uhr gelöscht.",
            $"Clé et {codes} codes de récupération effacés à {time}."),
    };

    public static string SessionsEnded(int count) => count switch
    {
        0 => Say("No session was open.", "Er was geen sessie open.", "Es war keine Sitzung offen.", "Aucune session n'était ouverte."),
        1 => Say("1 session ended.", "1 sessie beëindigd.", "1 Sitzung beendet.", "1 session terminée."),
        _ => Say($"{count} sessions ended.", $"{count} sessies beëindigd.", $"{count} Sitzungen beendet.", $"{count} sessions terminées."),
    };

    public static string SendLinkWithReset(string name) => Say(
        $"{name} gets a mail with a link to set it up again. It works for 72 hours and asks for {name}'s password.",
        $"{name} krijgt een e-mail met een link om tweefactorauthenticatie opnieuw in te stellen. Die link werkt 72 uur en vraagt om het wachtwoord van {name}.",
        $"{name} erhält eine E-Mail mit einem Link, um die Zwei-Faktor-Authentifizierung neu einzurichten. Der Link gilt 72 Stunden und fragt nach dem Passwort von {name}.",
        $"{name} reçoit un e-mail avec un lien pour configurer à nouveau l'authentification à deux facteurs. Ce lien est valable 72 heures et demande le mot de passe {De(name)}.");

    /// <summary>Where the mail stands follows: "queued", "sent today, 10:52".</summary>
    public static string MailAfterReset(string kind, string email) => Say(
        $"Mail to {email} ({kind}):",
        $"E-mail aan {email} ({kind}):",
        $"E-Mail an {email} ({kind}):",
        $"E-mail à {email} ({kind}) :");

    /// <summary>The name of the status follows.</summary>
    public static string StatusIsNow(string name) => Say(
        $"{name}'s status is now",
        $"De status van {name} is nu",
        $"Der Status von {name} ist jetzt:",
        $"Le statut {De(name)} est maintenant :");
}

using System.Globalization;

namespace Portal.Texts;

/// <summary>Words of every screen: buttons, dates, saving, refusals and proof.</summary>
public static partial class Words
{
    /// <summary>The product's own name.</summary>
    public const string Portal = "Portal";

    public static string TwoFactorAuthentication => Say(
        "Two-factor authentication",
        "Tweefactorauthenticatie",
        "Zwei-Faktor-Authentifizierung",
        "Authentification à deux facteurs");

    public static string TwoFactorSetting => Say(
        "Two-factor authentication setting",
        "Tweefactorauthenticatie-instelling",
        "Einstellung zur Zwei-Faktor-Authentifizierung",
        "Authentification à deux facteurs");

    public static string Next => Say("Next", "Volgende", "Weiter", "Suivant");

    public static string Back => Say("Back", "Terug", "Zurück", "Retour");

    public static string Finish => Say("Finish", "Voltooien", "Fertigstellen", "Terminer");

    public static string Done => Say("Done", "Klaar", "Fertig", "Fermer");

    public static string Cancel => Say("Cancel", "Annuleren", "Abbrechen", "Annuler");

    public static string Undo => Say("Undo", "Ongedaan maken", "Rückgängig", "Annuler la modification");

    public static string Save => Say("Save", "Opslaan", "Speichern", "Enregistrer");

    public static string Change => Say("Change", "Wijzigen", "Ändern", "Modifier");

    /// <summary>The accessible name of a <em>Change</em> button: what it changes.</summary>
    public static string ChangeOf(string label) => Say(
        $"Change {LowerFirst(label)}",
        $"{label} wijzigen",
        $"{label} ändern",
        $"Modifier : {LowerFirst(label)}");

    public static string CopyFailedText => Say(
        "The browser did not let us copy. Select the text and copy it yourself.",
        "De browser stond kopiëren niet toe. Selecteer de tekst en kopieer die zelf.",
        "Der Browser hat das Kopieren nicht zugelassen. Markieren Sie den Text und kopieren Sie ihn selbst.",
        "Le navigateur n'a pas permis la copie. Sélectionnez le texte et copiez-le vous-même.");

    /// <summary>The name of a button that copies a value.</summary>
    /// <param name="label">What people call the value.</param>
    public static string CopyOf(string label) => Say($"Copy: {label}", $"Kopiëren: {label}", $"Kopieren: {label}", $"Copier : {label}");

    public static string Name => Say("Name", "Naam", "Name", "Nom");

    public static string Email => Say("E-mail", "E-mail", "E-Mail", "E-mail");

    public static string Language => Say("Language", "Taal", "Sprache", "Langue");

    public static string TimeZone => Say("Time zone", "Tijdzone", "Zeitzone", "Fuseau horaire");

    public static string Role => Say("Role", "Rol", "Rolle", "Rôle");

    public static string Code => Say("Code", "Code", "Code", "Code");

    public static string General => Say("General", "Algemeen", "Allgemein", "Général");

    public static string ScanQrCode => Say("Scan QR code", "Scan de QR-code", "QR-Code scannen", "Scanner le code QR");

    public static string ResetTwoFactor => Say(
        "Reset two-factor authentication",
        "Tweefactorauthenticatie opnieuw instellen",
        "Zwei-Faktor-Authentifizierung zurücksetzen",
        "Réinitialiser l'authentification à deux facteurs");

    public static string StopTwoFactor => Say(
        "Stop using two-factor authentication",
        "Tweefactorauthenticatie niet meer gebruiken",
        "Zwei-Faktor-Authentifizierung nicht mehr verwenden",
        "Ne plus utiliser l'authentification à deux facteurs");

    /// <summary>What needs no warrant: nobody in the portal did it.</summary>
    public static string TheCommandLine => Say("the command line", "de opdrachtregel", "die Befehlszeile", "la ligne de commande");

    // Saving.

    public static string Saving => Say("Saving", "Bezig met opslaan", "Wird gespeichert", "Enregistrement");

    public static string Saved => Say("Saved", "Opgeslagen", "Gespeichert", "Enregistré");

    public static string SavedByYou(string time) => Say(
        $"Saved at {time} by you",
        $"Opgeslagen om {time} door u",
        $"Um {time} Uhr von Ihnen gespeichert",
        $"Enregistré à {time} par vous");

    public static string ChangedBy(string time, string who) => Say(
        $"Changed at {time} by {who}",
        $"Gewijzigd om {time} door {who}",
        $"Um {time} Uhr durch {who} geändert",
        $"Modifié à {time} par {who}");

    public static string ChangedByYou(string time) => Say(
        $"Changed at {time} by you",
        $"Gewijzigd om {time} door u",
        $"Um {time} Uhr von Ihnen geändert",
        $"Modifié à {time} par vous");

    public static string SecondsShort(int seconds) => Say($"{seconds} s", $"{seconds} s", $"{seconds} s", $"{seconds} s");

    /// <summary>A label or a lead, with what belongs to it behind it.</summary>
    public static string WithColon(string lead) => Say($"{lead}:", $"{lead}:", $"{lead}:", $"{lead} :");

    /// <summary>A number that stands by itself, grouped as its language groups.</summary>
    public static string Number(int count) => count.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>For screen readers, once, instead of a count-down.</summary>
    public static string UndoForTenSeconds => Say(
        "Undo is possible for ten seconds.",
        "Ongedaan maken kan nog tien seconden.",
        "Sie können das noch zehn Sekunden lang rückgängig machen.",
        "Annulation possible pendant dix secondes.");

    public static string NotSaved => Say("Not saved.", "Niet opgeslagen.", "Nicht gespeichert.", "Non enregistré.");

    public static string TryAgain => Say("Try again", "Opnieuw proberen", "Erneut versuchen", "Réessayer");

    /// <summary>For screen readers, where rows are on their way.</summary>
    public static string Loading => Say("Loading", "Bezig met laden", "Wird geladen", "Chargement");

    // When.

    public static string TodayAt(string time) => Say($"today, {time}", $"vandaag om {time}", $"heute, {time}", $"aujourd'hui, {time}");

    /// <summary>Until when something holds, time first.</summary>
    public static string UntilToday(string time) => Say($"{time} today", $"vandaag om {time}", $"heute, {time} Uhr", $"aujourd'hui à {time}");

    public static string UntilTomorrow(string time) => Say($"{time} tomorrow", $"morgen om {time}", $"morgen, {time} Uhr", $"demain à {time}");

    public static string UntilDay(string time, string day) => Say($"{time} on {day}", $"{day} om {time}", $"{day}, {time} Uhr", $"le {day} à {time}");

    public static string YesterdayAt(string time) => Say($"yesterday, {time}", $"gisteren om {time}", $"gestern, {time}", $"hier, {time}");

    public static string Since(string when) => Say($"since {when}", $"sinds {when}", $"seit {when}", Depuis(when));

    // Proof.

    public static string ProofTitle => Say("Is it you?", "Bent u het?", "Sind Sie es?", "Est-ce bien vous ?");

    public static string ProofLead => Say(
        "This changes who signs in and how, or erases something. Confirm first that it is you.",
        "Dit wijzigt wie inlogt en hoe, of wist iets. Bevestig eerst dat u het bent.",
        "Das ändert, wer sich wie anmeldet, oder löscht etwas. Bestätigen Sie zuerst, dass Sie es sind.",
        "Cette action décide qui se connecte et comment, ou efface quelque chose. Confirmez d'abord que c'est bien vous.");

    public static string ProofByCode => Say(
        "Type the six digits that your authenticator app shows.",
        "Typ de zes cijfers uit uw authenticator-app.",
        "Geben Sie die sechs Ziffern ein, die Ihre Authenticator-App zeigt.",
        "Saisissez les six chiffres affichés par votre application d'authentification.");

    public static string ProofByPassword => Say(
        "Type your password.",
        "Typ uw wachtwoord.",
        "Geben Sie Ihr Passwort ein.",
        "Saisissez votre mot de passe.");

    public static string Continue => Say("Continue", "Doorgaan", "Weiter", "Continuer");

    public static string CodeWrongOrUsed => Say(
        "Wrong or already used. Wait for the next code.",
        "Onjuist of al gebruikt. Wacht op de volgende code.",
        "Falsch oder schon verwendet. Warten Sie auf den nächsten Code.",
        "Incorrect ou déjà utilisé. Attendez le code suivant.");

    public static string PasswordWrong => Say(
        "That password is not right.",
        "Dat wachtwoord klopt niet.",
        "Dieses Passwort stimmt nicht.",
        "Ce mot de passe n'est pas le bon.");

    public static string EnterCode => Say(
        "Type the six digits.",
        "Typ de zes cijfers.",
        "Geben Sie die sechs Ziffern ein.",
        "Saisissez les six chiffres.");

    public static string EnterPassword => Say(
        "Type your password.",
        "Typ uw wachtwoord.",
        "Geben Sie Ihr Passwort ein.",
        "Saisissez votre mot de passe.");

    // Choosing in general.

    public static string NothingHere => Say(
        "There is no such page",
        "Deze pagina bestaat niet",
        "Diese Seite gibt es nicht",
        "Cette page n'existe pas");

    public static string NothingHereWhy => Say(
        "It is gone, the address is mistyped, or it belongs to somebody else.",
        "De pagina is er niet meer, het adres is verkeerd getypt, of de pagina is van iemand anders.",
        "Sie ist nicht mehr da, die Adresse ist falsch eingegeben, oder sie gehört jemand anderem.",
        "Elle a disparu ou appartient à quelqu'un d'autre, ou l'adresse est mal saisie.");

    /// <summary>Closed for want of rights, on administrators' pages.</summary>
    public static string AdministratorsOnly => Say(
        "This page is for account administrators",
        "Deze pagina is voor accountbeheerders",
        "Diese Seite ist für Account-Administratoren",
        "Cette page est réservée aux administrateurs du compte");

    public static string AdministratorsOnlyWhy => Say(
        "Your own settings are under your name, at the foot of the menu.",
        "Uw eigen instellingen staan onder uw naam, onderaan het menu.",
        "Ihre eigenen Einstellungen finden Sie unter Ihrem Namen am Fuß des Menüs.",
        "Vos propres réglages se trouvent sous votre nom, au bas du menu.");

    public static string ToOperators => Say("Go to Operators", "Naar Operators", "Zu den Operatoren", "Voir les opérateurs");

    public static string ToUserSettings => Say(
        "Go to User settings",
        "Naar Gebruikersinstellingen",
        "Zu den Benutzereinstellungen",
        "Ouvrir les paramètres utilisateur");

    private static string LowerFirst(string label) => label.Length == 0 ? label : char.ToLowerInvariant(label[0]) + label[1..];
}

using Portal.Domain;
using Portal.Tests.Support;
using Portal.Texts;

namespace Portal.Tests.Texts;

/// <summary>The labels that people look for, letter by letter, in each language.</summary>
public sealed class LabelTests
{
    public static TheoryData<string, string, string, string> Labels => new()
    {
        { "Two-factor authentication", "Tweefactorauthenticatie", "Zwei-Faktor-Authentifizierung", "Authentification à deux facteurs" },
        { "Time-based one-time password (TOTP)", "Op tijd gebaseerd eenmalig wachtwoord (TOTP)", "Zeitbasiertes Einmalpasswort (TOTP)", "Mot de passe à usage unique basé sur le temps (TOTP)" },
        { "Account settings", "Accountinstellingen", "Accounteinstellungen", "Paramètres du compte" },
        { "Default login options for operators", "Standaard loginopties voor operators", "Standard-Anmeldeoptionen für Operatoren", "Options de connexion par défaut des opérateurs" },
        { "Two-factor authentication setting", "Tweefactorauthenticatie-instelling", "Einstellung zur Zwei-Faktor-Authentifizierung", "Authentification à deux facteurs" },
        { "Required", "Vereist", "Erforderlich", "Requise" },
        { "Optional", "Optioneel", "Optional", "Facultative" },
        { "Disabled", "Uitgeschakeld", "Deaktiviert", "Désactivée" },
        { "General", "Algemeen", "Allgemein", "Général" },
        { "Login options for this operator", "Loginopties voor deze operator", "Anmeldeoptionen für diesen Operator", "Options de connexion pour cet opérateur" },
        { "Override two-factor authentication settings", "Instellingen tweefactorauthenticatie overschrijven", "Abweichende Einstellung für diesen Operator", "Remplacer la configuration de l'authentification à deux facteurs" },
        { "Account default", "Accountstandaard", "Standard des Accounts", "Réglage par défaut du compte" },
        { "Scan QR code", "Scan de QR-code", "QR-Code scannen", "Scanner le code QR" },
        { "Can't scan? Enter the key by hand", "Scannen lukt niet? Voer de sleutel handmatig in", "Scannen klappt nicht? Schlüssel von Hand eingeben", "Impossible de scanner ? Saisissez la clé à la main" },
        { "Code", "Code", "Code", "Code" },
        { "Next", "Volgende", "Weiter", "Suivant" },
        { "Back", "Terug", "Zurück", "Retour" },
        { "Finish", "Voltooien", "Fertigstellen", "Terminer" },
        { "Done", "Klaar", "Fertig", "Fermer" },
        { "Cancel", "Annuleren", "Abbrechen", "Annuler" },
        { "Undo", "Ongedaan maken", "Rückgängig", "Annuler la modification" },
        { "Save", "Opslaan", "Speichern", "Enregistrer" },
        { "Reset two-factor authentication", "Tweefactorauthenticatie opnieuw instellen", "Zwei-Faktor-Authentifizierung zurücksetzen", "Réinitialiser l'authentification à deux facteurs" },
        { "Stop using two-factor authentication", "Tweefactorauthenticatie niet meer gebruiken", "Zwei-Faktor-Authentifizierung nicht mehr verwenden", "Ne plus utiliser l'authentification à deux facteurs" },
        { "Send set-up link", "Instellink sturen", "Einrichtungslink senden", "Envoyer le lien de configuration" },
        { "Recovery codes", "Herstelcodes", "Wiederherstellungscodes", "Codes de récupération" },
        { "New codes", "Nieuwe codes", "Neue Codes", "Nouveaux codes" },
        { "I don't have my phone", "Ik heb mijn telefoon niet", "Ich habe mein Telefon nicht zur Hand", "Je n'ai pas mon téléphone" },
        { "User settings", "Gebruikersinstellingen", "Benutzereinstellungen", "Paramètres utilisateur" },
        { "Sign out", "Uitloggen", "Abmelden", "Se déconnecter" },
        { "Sign in", "Inloggen", "Anmelden", "Se connecter" },
        { "E-mail", "E-mail", "E-Mail", "E-mail" },
        { "Password", "Wachtwoord", "Passwort", "Mot de passe" },
        { "Operators", "Operators", "Operatoren", "Opérateurs" },
        { "Add operator", "Operator toevoegen", "Operator hinzufügen", "Ajouter un opérateur" },
        { "Account administrator", "Accountbeheerder", "Account-Administrator", "Administrateur du compte" },
        { "Operator", "Operator", "Operator", "Opérateur" },
        { "Paused", "Gepauzeerd", "Pausiert", "Suspendue" },
        { "Not set up", "Niet ingesteld", "Nicht eingerichtet", "Non configurée" },
        { "Set-up due at next sign-in", "Instellen bij de volgende login", "Einrichtung bei der nächsten Anmeldung", "À configurer à la prochaine connexion" },
        { "Active", "Actief", "Aktiv", "Active" },
        { "Set-up due at next password sign-in", "Instellen bij de volgende login met wachtwoord", "Einrichtung bei der nächsten Anmeldung mit Passwort", "À configurer à la prochaine connexion par mot de passe" },
        { "Handled by single sign-on", "Via single sign-on", "Über Single Sign-on", "Via l'authentification unique" },
        { "Invited", "Uitgenodigd", "Eingeladen", "Invitation envoyée" },
        { "Invitation expired", "Uitnodiging verlopen", "Einladung abgelaufen", "Invitation expirée" },
        { "Never signed in", "Nooit ingelogd", "Nie angemeldet", "Aucune connexion" },
        { "Saving", "Bezig met opslaan", "Wird gespeichert", "Enregistrement" },
        { "Saved", "Opgeslagen", "Gespeichert", "Enregistré" },
    };

    [Theory]
    [MemberData(nameof(Labels))]
    public void A_label_is_called_the_same_everywhere(string english, string dutch, string german, string french)
    {
        var said = Languages.All.Keys.ToDictionary(language => language, EveryText.In);
        var same = Enumerable.Range(0, said["en"].Count).Where(at => said["en"][at].Text == english).ToList();

        // No-break spaces are spaces to whoever reads.
        string Of(string language, int at) => said[language][at].Text.Replace('\u00a0', ' ');
        Assert.Contains(same, at => (Of("nl", at), Of("de", at), Of("fr", at)) == (dutch, german, french));
    }

    [Theory]
    [InlineData("en", "Account default: Optional")]
    [InlineData("nl", "Accountstandaard: Optioneel")]
    [InlineData("de", "Standard des Accounts: Optional")]
    [InlineData("fr", "Réglage par défaut du compte : Facultative")]
    public void The_account_default_stands_with_its_value(string language, string expected) =>
        Assert.Equal(expected, Speaking.In(language, () => Words.AccountDefaultIs(TwoFactorPolicy.Optional)).Replace('\u00a0', ' '));

    [Fact]
    public void Names_that_the_Dutch_and_the_French_ask_by_are_asked_so()
    {
        Assert.Equal("Sleutel en herstelcodes van Anna wissen?", Speaking.In("nl", () => Words.ResetQuestion("Anna")));
        Assert.Contains("réglage propre à cet opérateur", string.Join('\n', EveryText.In("fr").Select(text => text.Text)), StringComparison.Ordinal);
    }
}

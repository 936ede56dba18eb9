namespace Portal.Texts;

/// <summary>The audit log: its page, an operator's own part of it, and what each entry says was done.</summary>
public static partial class Words
{
    public static string AuditLog => Say("Audit log", "Auditlog", "Auditprotokoll", "Journal d'audit");

    public static string Activity => Say("Activity", "Activiteit", "Aktivität", "Activité");

    // Filters.

    public static string AuditPerson => Say("Search by name", "Zoeken op naam", "Nach Namen suchen", "Rechercher par nom");

    /// <summary>In place of a name, when an address names somebody who is gone.</summary>
    public static string AuditOnePerson => Say("One operator", "Eén operator", "Ein Operator", "Un opérateur");

    public static string AuditWhat => Say("What", "Wat", "Was", "Action");

    public static string AuditAnything => Say("Anything", "Alles", "Alles", "Toutes les actions");

    public static string AuditFrom => Say("From day", "Vanaf dag", "Ab Tag", "À partir du");

    public static string AuditTo => Say("To day", "Tot en met dag", "Bis Tag", "Jusqu'au");

    public static string AuditClear => Say("Show all", "Alles tonen", "Alle anzeigen", "Tout afficher");

    public static string ExportCsv => Say("Export CSV", "CSV exporteren", "CSV exportieren", "Exporter en CSV");

    public static string ExportJson => Say("Export JSON", "JSON exporteren", "JSON exportieren", "Exporter en JSON");

    // The list.

    public static string AuditWho => Say("Who", "Wie", "Wer", "Qui");

    public static string AuditWhom => Say("Whom", "Bij wie", "Wen", "Pour qui");

    public static string NewEntries(int count) => count switch
    {
        1 => Say("1 new entry", "1 nieuwe regel", "1 neuer Eintrag", "1 nouvelle entrée"),
        > 50 => Say("More than 50 new entries", "Meer dan 50 nieuwe regels", "Mehr als 50 neue Einträge", "Plus de 50 nouvelles entrées"),
        _ => Say($"{count} new entries", $"{count} nieuwe regels", $"{count} neue Einträge", $"{count} nouvelles entrées"),
    };

    public static string Newer => Say("Newer", "Nieuwer", "Neuere", "Plus récentes");

    public static string Older => Say("Older", "Ouder", "Ältere", "Plus anciennes");

    /// <summary>The accessible name of the links from page to page.</summary>
    public static string AuditPages => Say("Pages of the log", "Pagina's van het log", "Seiten des Protokolls", "Pages du journal");

    /// <summary>Which part of the log is shown, from its oldest entry to its newest.</summary>
    public static string AuditSpan(string oldest, string newest) => Say(
        $"Shown: {oldest} to {newest}",
        $"Getoond: {oldest} tot {newest}",
        $"Angezeigt: {oldest} bis {newest}",
        $"Période affichée : {oldest} à {newest}");

    public static string AuditNothing => Say("Nothing was recorded yet", "Nog niets vastgelegd", "Noch nichts aufgezeichnet", "Aucune entrée pour l'instant");

    public static string AuditNothingWhy => Say(
        "Every sign-in and every change is recorded here, by whom and from where.",
        "Elke login en elke wijziging wordt hier vastgelegd, met wie en vanwaar.",
        "Jede Anmeldung und jede Änderung wird hier aufgezeichnet, von wem und von wo.",
        "Chaque connexion et chaque modification est consignée ici, avec son auteur et son origine.");

    public static string AuditNoMatch => Say("No entry matches", "Geen regel gevonden", "Kein Eintrag gefunden", "Aucune entrée trouvée");

    public static string AuditNoMatchWhy => Say(
        "Try another name, another action or more days.",
        "Probeer een andere naam, een andere handeling of meer dagen.",
        "Versuchen Sie es mit einem anderen Namen, einer anderen Aktion oder mehr Tagen.",
        "Essayez un autre nom, une autre action ou davantage de jours.");

    // One entry.

    /// <summary>A change in words: "from Optional to Required".</summary>
    public static string AuditFromTo(string before, string after) => Say(
        $"from {before} to {after}",
        $"van {before} naar {after}",
        $"von {before} zu {after}",
        $"de {before} à {after}");

    /// <summary>A setting that lapses by itself: "Disabled until 24 Nov, 23:00".</summary>
    public static string AuditUntil(string value, string when) => Say(
        $"{value} until {when}",
        $"{value} tot {when}",
        $"{value} bis {when}",
        $"{value} {Jusque(when)}");

    public static string AuditNotDone => Say("Not done", "Niet gebeurd", "Nicht ausgeführt", "Non effectué");

    public static string AuditSession => Say("Session", "Sessie", "Sitzung", "Session");

    public static string AuditNumber => Say("Entry", "Regel", "Eintrag", "Entrée");

    public static string AuditNobodyKnown => Say("Somebody unknown", "Onbekende persoon", "Unbekannte Person", "Personne inconnue");

    /// <summary>Filters the log by a person.</summary>
    public static string AuditAllOf(string name) => Say(
        $"All entries of {name}",
        $"Alle regels van {name}",
        $"Alle Einträge zu {name}",
        $"Toutes les entrées {De(name)}");

    // Why something was not done, where it was no refusal of a page.

    public static string AuditWrong => Say(
        "It was wrong, or had been used before.",
        "Onjuist, of al eerder gebruikt.",
        "Falsch oder schon einmal verwendet.",
        "C'était incorrect, ou avait déjà servi.");

    public static string AuditWrongPassword => Say("Wrong password.", "Onjuist wachtwoord.", "Falsches Passwort.", "Mot de passe incorrect.");

    public static string AuditSetUpFirst => Say(
        "The password was right, but two-factor authentication had to be set up first.",
        "Het wachtwoord klopte, maar tweefactorauthenticatie moest eerst worden ingesteld.",
        "Das Passwort stimmte, aber zuerst musste die Zwei-Faktor-Authentifizierung eingerichtet werden.",
        "Le mot de passe était correct, mais il fallait d'abord configurer l'authentification à deux facteurs.");

    public static string AuditNoEmail => Say(
        "The provider named no e-mail address.",
        "De provider noemde geen e-mailadres.",
        "Der Provider nannte keine E-Mail-Adresse.",
        "Le fournisseur n'a indiqué aucune adresse e-mail.");

    public static string AuditEmailNotVerified => Say(
        "The provider had not verified the e-mail address.",
        "De provider had het e-mailadres niet geverifieerd.",
        "Der Provider hatte die E-Mail-Adresse nicht bestätigt.",
        "Le fournisseur n'avait pas vérifié l'adresse e-mail.");

    public static string AuditNobodyHere => Say(
        "Nobody with this address may sign in by single sign-on.",
        "Niemand met dit adres mag via single sign-on inloggen.",
        "Niemand mit dieser Adresse darf sich über Single Sign-on anmelden.",
        "Personne avec cette adresse ne peut se connecter par authentification unique.");

    public static string AuditAnotherIdentity => Say(
        "The operator belongs to another identity at the provider.",
        "De operator hoort bij een andere identiteit bij de provider.",
        "Der Operator gehört zu einer anderen Identität beim Provider.",
        "L'opérateur est associé à une autre identité chez le fournisseur.");

    public static string AuditInvitationOver => Say(
        "The invitation was over.",
        "De uitnodiging was niet meer geldig.",
        "Die Einladung galt nicht mehr.",
        "L'invitation n'était plus valable.");

    public static string AuditSsoWasOff => Say(
        "Single sign-on was off, or had been set up anew.",
        "Single sign-on stond uit of was opnieuw ingesteld.",
        "Single Sign-on war ausgeschaltet oder neu eingerichtet.",
        "L'authentification unique était désactivée, ou venait d'être reconfigurée.");

    // Values and reasons.

    public static string AuditHelpReset => Say(
        "Two-factor authentication reset",
        "Tweefactorauthenticatie gewist",
        "Zwei-Faktor-Authentifizierung zurückgesetzt",
        "Authentification à deux facteurs réinitialisée");

    public static string AuditHelpDismissed => Say("Closed as not needed", "Gesloten, niet nodig", "Ohne Maßnahme geschlossen", "Fermée sans suite");

    public static string AuditTooManyWrong => Say("Too many wrong answers", "Te veel onjuiste antwoorden", "Zu viele falsche Antworten", "Trop de réponses incorrectes");

    public static string AuditSsoOnly => Say(
        "Signs in by single sign-on only",
        "Logt alleen nog in via single sign-on",
        "Meldet sich nur noch über Single Sign-on an",
        "Se connecte uniquement par authentification unique");

    // Kinds of actions, as the filter groups them.

    public static string AuditGroupSignIn => Say("Signing in", "Inloggen", "Anmeldung", "Connexions");

    public static string AuditGroupMail => Say("Mail and links", "Mail en links", "E-Mails und Links", "E-mails et liens");

    public static string AuditGroupBulk => Say("Bulk jobs and exports", "Bulkopdrachten en export", "Sammelaufträge und Export", "Traitements groupés et exports");

    // What was done.

    public static string DidAccountCreated => Say("Account created", "Account aangemaakt", "Account angelegt", "Compte créé");

    public static string DidAccountRenamed => Say("Account renamed", "Accountnaam gewijzigd", "Account umbenannt", "Compte renommé");

    public static string DidAccountLanguageChanged => Say("Account language changed", "Taal van het account gewijzigd", "Sprache des Accounts geändert", "Langue du compte modifiée");

    public static string DidAccountTimeZoneChanged => Say("Account time zone changed", "Tijdzone van het account gewijzigd", "Zeitzone des Accounts geändert", "Fuseau horaire du compte modifié");

    public static string DidAccountDefaultChanged => Say("Account default changed", "Accountstandaard gewijzigd", "Standard des Accounts geändert", "Réglage par défaut du compte modifié");

    public static string DidOperatorCreated => Say("Operator added", "Operator toegevoegd", "Operator hinzugefügt", "Opérateur ajouté");

    public static string DidOperatorRenamed => Say("Name changed", "Naam gewijzigd", "Name geändert", "Nom modifié");

    public static string DidOperatorLanguageChanged => Say("Language changed", "Taal gewijzigd", "Sprache geändert", "Langue modifiée");

    public static string DidOperatorRoleChanged => Say("Role changed", "Rol gewijzigd", "Rolle geändert", "Rôle modifié");

    public static string DidOperatorDeactivated => Say("Operator deactivated", "Operator gedeactiveerd", "Operator deaktiviert", "Accès désactivé");

    public static string DidOperatorReactivated => Say("Operator reactivated", "Operator opnieuw geactiveerd", "Operator wieder aktiviert", "Accès réactivé");

    public static string DidOperatorDeleted => Say("Operator deleted", "Operator verwijderd", "Operator gelöscht", "Opérateur supprimé");

    public static string DidOverrideChanged => Say("Override changed", "Eigen instelling gewijzigd", "Abweichende Einstellung geändert", "Réglage propre modifié");

    public static string DidOverrideLapsed => Say("Override ended by itself", "Eigen instelling vanzelf verlopen", "Abweichende Einstellung abgelaufen", "Réglage propre arrivé à échéance");

    public static string DidOverrideEndTold => Say("End of override announced", "Einde van eigen instelling aangekondigd", "Ende der abweichenden Einstellung angekündigt", "Fin du réglage propre annoncée");

    public static string DidTwoFactorSetUp => Say("Two-factor authentication set up", "Tweefactorauthenticatie ingesteld", "Zwei-Faktor-Authentifizierung eingerichtet", "Authentification à deux facteurs configurée");

    public static string DidTwoFactorReplaced => Say("Authenticator replaced", "Authenticator vervangen", "Authenticator ersetzt", "Authentificateur remplacé");

    public static string DidTwoFactorStopped => Say("Two-factor authentication stopped", "Tweefactorauthenticatie gestopt", "Zwei-Faktor-Authentifizierung beendet", "Authentification à deux facteurs arrêtée");

    public static string DidSignedIn => Say("Signed in", "Ingelogd", "Angemeldet", "Connexion");

    public static string DidSignedOut => Say("Signed out", "Uitgelogd", "Abgemeldet", "Déconnexion");

    public static string DidSignInRefused => Say("Sign-in refused", "Login geweigerd", "Anmeldung abgelehnt", "Connexion refusée");

    public static string DidCodeRefused => Say("Code refused", "Code geweigerd", "Code abgelehnt", "Code refusé");

    public static string DidProofGiven => Say("Confirmed to be themselves", "Identiteit bevestigd", "Identität bestätigt", "Identité confirmée");

    public static string DidProofRefused => Say("Confirmation refused", "Bevestiging geweigerd", "Bestätigung abgelehnt", "Confirmation refusée");

    public static string DidOperatorInvited => Say("Operator invited", "Operator uitgenodigd", "Operator eingeladen", "Opérateur invité");

    public static string DidInvitationResent => Say("Invitation sent again", "Uitnodiging opnieuw gestuurd", "Einladung erneut gesendet", "Invitation renvoyée");

    public static string DidInvitationRevoked => Say("Invitation revoked", "Uitnodiging ingetrokken", "Einladung zurückgezogen", "Invitation annulée");

    public static string DidInvitationAccepted => Say("Invitation accepted", "Uitnodiging geaccepteerd", "Einladung angenommen", "Invitation acceptée");

    public static string DidSetUpLinkSent => Say("Set-up link sent", "Instellink gestuurd", "Einrichtungslink gesendet", "Lien de configuration envoyé");

    public static string DidLinkHandedOver => Say("Link handed over", "Link overhandigd", "Link übergeben", "Lien remis");

    public static string DidPasswordLinkSent => Say("Password link sent", "Wachtwoordlink gestuurd", "Passwortlink gesendet", "Lien de mot de passe envoyé");

    public static string DidPasswordReset => Say("Forgotten password replaced", "Vergeten wachtwoord vervangen", "Vergessenes Passwort ersetzt", "Mot de passe oublié remplacé");

    public static string DidPasswordChanged => Say("Password changed", "Wachtwoord gewijzigd", "Passwort geändert", "Mot de passe modifié");

    public static string DidEmailChangeAsked => Say("New e-mail address asked for", "Nieuw e-mailadres aangevraagd", "Neue E-Mail-Adresse beantragt", "Nouvelle adresse e-mail demandée");

    public static string DidEmailChanged => Say("E-mail address changed", "E-mailadres gewijzigd", "E-Mail-Adresse geändert", "Adresse e-mail modifiée");

    public static string DidRecoveryCodesMade => Say("Recovery codes made", "Herstelcodes gemaakt", "Wiederherstellungscodes erstellt", "Codes de récupération créés");

    public static string DidRecoveryCodesSaved => Say("Recovery codes saved", "Herstelcodes bewaard", "Wiederherstellungscodes gesichert", "Codes de récupération conservés");

    public static string DidRecoveryCodeUsed => Say("Recovery code used", "Herstelcode gebruikt", "Wiederherstellungscode verwendet", "Code de récupération utilisé");

    public static string DidCodeUnlockSent => Say("Link after wrong codes sent", "Link na onjuiste codes gestuurd", "Link nach falschen Codes gesendet", "Lien envoyé après des codes incorrects");

    public static string DidCodeUnlocked => Say("Codes accepted again", "Codes weer geaccepteerd", "Codes wieder angenommen", "Codes de nouveau acceptés");

    public static string DidHelpAsked => Say("Help asked for", "Om hulp gevraagd", "Um Hilfe gebeten", "Aide demandée");

    public static string DidHelpAnswered => Say("Request for help answered", "Verzoek om hulp beantwoord", "Hilfeanfrage beantwortet", "Demande d'aide traitée");

    public static string DidSessionEnded => Say("Session ended", "Sessie beëindigd", "Sitzung beendet", "Session terminée");

    public static string DidSessionsEnded => Say("Sessions ended", "Sessies beëindigd", "Sitzungen beendet", "Sessions terminées");

    public static string DidMailSent => Say("Mail sent", "E-mail verstuurd", "E-Mail gesendet", "E-mail envoyé");

    public static string DidMailSetAside => Say("Mail given up", "E-mail opgegeven", "E-Mail aufgegeben", "E-mail abandonné");

    public static string DidLoginOptionsChanged => Say("Login options changed", "Loginopties gewijzigd", "Anmeldeoptionen geändert", "Options de connexion modifiées");

    public static string DidDefaultLoginOptionsChanged => Say("Default login options changed", "Standaard loginopties gewijzigd", "Standard-Anmeldeoptionen geändert", "Options de connexion par défaut modifiées");

    public static string DidSingleSignOnChanged => Say("Single sign-on changed", "Single sign-on gewijzigd", "Single Sign-on geändert", "Authentification unique modifiée");

    public static string DidSingleSignOnTurnedOn => Say("Single sign-on turned on", "Single sign-on ingeschakeld", "Single Sign-on eingeschaltet", "Authentification unique activée");

    public static string DidSingleSignOnTurnedOff => Say("Single sign-on turned off", "Single sign-on uitgeschakeld", "Single Sign-on ausgeschaltet", "Authentification unique désactivée");

    public static string DidSingleSignOnTested => Say("Single sign-on tested", "Single sign-on getest", "Single Sign-on getestet", "Authentification unique testée");

    public static string DidIdentityBound => Say("Identity at the provider linked", "Identiteit bij de provider gekoppeld", "Identität beim Provider verknüpft", "Identité du fournisseur associée");

    public static string DidIdentityReleased => Say("Identity at the provider released", "Identiteit bij de provider losgekoppeld", "Identität beim Provider gelöst", "Identité du fournisseur dissociée");

    public static string DidMasterKeyRotated => Say("Master key replaced", "Hoofdsleutel vervangen", "Hauptschlüssel ersetzt", "Clé principale remplacée");

    public static string DidBackupRestored => Say("Restored from a backup", "Teruggezet uit een back-up", "Aus einer Sicherung wiederhergestellt", "Restauré depuis une sauvegarde");

    public static string DidDatabaseMoved => Say("Moved to another database", "Naar een andere database verplaatst", "In eine andere Datenbank übertragen", "Déplacé vers une autre base de données");

    public static string DidOperatorsSeeded => Say("Sample operators added", "Voorbeeldoperators toegevoegd", "Beispieloperatoren angelegt", "Opérateurs d'exemple ajoutés");

    public static string DidOperatorsExported => Say("Operators exported", "Operators geëxporteerd", "Operatoren exportiert", "Opérateurs exportés");

    public static string DidAuditExported => Say("Audit log exported", "Auditlog geëxporteerd", "Auditprotokoll exportiert", "Journal d'audit exporté");

    public static string DidBulkStarted => Say("Bulk job started", "Bulkopdracht gestart", "Sammelauftrag gestartet", "Traitement groupé lancé");

    public static string DidBulkCancelled => Say("Bulk job cancelled", "Bulkopdracht geannuleerd", "Sammelauftrag abgebrochen", "Traitement groupé annulé");

    public static string DidBulkFinished => Say("Bulk job finished", "Bulkopdracht klaar", "Sammelauftrag fertig", "Traitement groupé terminé");
}

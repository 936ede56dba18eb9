using Portal.Domain;

namespace Portal.Texts;

/// <summary>Acts on many operators at once: the dialog that shows beforehand what would happen, and the pages of jobs.</summary>
public static partial class Words
{
    // What can be done.

    public static string BulkTitle => Say(
        "Change several operators",
        "Meerdere operators wijzigen",
        "Mehrere Operatoren ändern",
        "Modifier plusieurs opérateurs");

    public static string BulkWhat => Say("What to do", "Wat er moet gebeuren", "Was geschehen soll", "Que faire");

    public static string BulkChoose => Say("Choose", "Kies", "Auswählen", "Choisir");

    /// <summary>For several: the label of one operator's own setting speaks of this operator in some languages.</summary>
    public static string BulkOverride => Say(
        "Override two-factor authentication settings",
        "Instellingen tweefactorauthenticatie overschrijven",
        "Abweichende Einstellung festlegen",
        "Remplacer la configuration de l'authentification à deux facteurs");

    public static string BulkEndOverride => Say(
        "End override",
        "Eigen instelling beëindigen",
        "Abweichende Einstellung aufheben",
        "Mettre fin au réglage propre");

    public static string BulkLoginOptions => Say(
        "Change login options",
        "Loginopties wijzigen",
        "Anmeldeoptionen ändern",
        "Modifier les options de connexion");

    // What it is given.

    public static string BulkLastDay => Say("Last day (optional)", "Laatste dag (optioneel)", "Letzter Tag (optional)", "Dernier jour (facultatif)");

    public static string BulkLastDayHelp => Say(
        "At the end of that day, in the account's time zone, what held before holds again. Left empty, it has no end.",
        "Aan het einde van die dag, in de tijdzone van het account, geldt weer wat eerder gold. Leeg betekent: zonder einde.",
        "Am Ende dieses Tages, in der Zeitzone des Accounts, gilt wieder, was vorher galt. Bleibt das Feld leer, gibt es kein Ende.",
        "À la fin de ce jour, dans le fuseau horaire du compte, ce qui valait avant s'applique de nouveau. Champ vide : sans fin.");

    public static string BulkSendLinkWhy => Say(
        "Each gets a mail with a link to set it up again, where the setting allows it. It works for 72 hours and asks for the password.",
        "Ieder krijgt een e-mail met een link om het opnieuw in te stellen, waar de instelling dat toelaat. De link werkt 72 uur en vraagt om het wachtwoord.",
        "Alle erhalten eine E-Mail mit einem Link zur neuen Einrichtung, wo die Einstellung das zulässt. Der Link gilt 72 Stunden und fragt nach dem Passwort.",
        "Chacun reçoit un e-mail avec un lien pour la configurer à nouveau, là où le réglage le permet. Ce lien est valable 72 heures et demande le mot de passe.");

    // Beforehand: to whom it would happen.

    public static string BulkPlan => Say("What would happen", "Wat er zou gebeuren", "Was geschehen würde", "Ce qui se passerait");

    public static string BulkNobodyAffected => Say(
        "Nothing would change for anybody",
        "Er zou voor niemand iets veranderen",
        "Es würde sich für niemanden etwas ändern",
        "Rien ne changerait pour personne");

    public static string BulkGetLink(int count) => count == 1
        ? Say("1 operator gets the link", "1 operator krijgt de link", "1 Operator erhält den Link", "1 opérateur reçoit le lien")
        : Say(
            $"{count:N0} operators get the link",
            $"{count:N0} operators krijgen de link",
            $"{count:N0} Operatoren erhalten den Link",
            $"{count:N0} opérateurs reçoivent le lien");

    public static string BulkGetOverride(int count, TwoFactorPolicy setting) => count == 1
        ? Say(
            $"1 operator gets the own setting {Of(setting)}",
            $"1 operator krijgt de eigen instelling {Of(setting)}",
            $"1 Operator erhält die eigene Einstellung „{Of(setting)}“",
            $"1 opérateur reçoit le réglage propre « {Of(setting)} »")
        : Say(
            $"{count:N0} operators get the own setting {Of(setting)}",
            $"{count:N0} operators krijgen de eigen instelling {Of(setting)}",
            $"{count:N0} Operatoren erhalten die eigene Einstellung „{Of(setting)}“",
            $"{count:N0} opérateurs reçoivent le réglage propre « {Of(setting)} »");

    public static string BulkLoseOverride(int count, TwoFactorPolicy accountDefault) => count == 1
        ? Say(
            $"1 operator loses the own setting; the account default is {Of(accountDefault)}",
            $"1 operator verliest de eigen instelling; de accountstandaard is {Of(accountDefault)}",
            $"1 Operator verliert die eigene Einstellung; der Standard des Accounts ist „{Of(accountDefault)}“",
            $"1 opérateur perd son réglage propre ; le réglage par défaut du compte est « {Of(accountDefault)} »")
        : Say(
            $"{count:N0} operators lose their own setting; the account default is {Of(accountDefault)}",
            $"{count:N0} operators verliezen de eigen instelling; de accountstandaard is {Of(accountDefault)}",
            $"{count:N0} Operatoren verlieren die eigene Einstellung; der Standard des Accounts ist „{Of(accountDefault)}“",
            $"{count:N0} opérateurs perdent leur réglage propre ; le réglage par défaut du compte est « {Of(accountDefault)} »");

    /// <param name="count">How many.</param>
    /// <param name="options">The name of the login options.</param>
    public static string BulkGetLoginOptions(int count, string options) => count == 1
        ? Say(
            $"1 operator gets other login options: {options}",
            $"1 operator krijgt andere loginopties: {options}",
            $"1 Operator erhält andere Anmeldeoptionen: {options}",
            $"1 opérateur reçoit d'autres options de connexion : {options}")
        : Say(
            $"{count:N0} operators get other login options: {options}",
            $"{count:N0} operators krijgen andere loginopties: {options}",
            $"{count:N0} Operatoren erhalten andere Anmeldeoptionen: {options}",
            $"{count:N0} opérateurs reçoivent d'autres options de connexion : {options}");

    public static string BulkAreReset(int count) => count == 1
        ? Say(
            "1 operator loses key and recovery codes",
            "1 operator verliest sleutel en herstelcodes",
            "1 Operator verliert Schlüssel und Wiederherstellungscodes",
            "1 opérateur perd sa clé et ses codes de récupération")
        : Say(
            $"{count:N0} operators lose key and recovery codes",
            $"{count:N0} operators verliezen sleutel en herstelcodes",
            $"{count:N0} Operatoren verlieren Schlüssel und Wiederherstellungscodes",
            $"{count:N0} opérateurs perdent leur clé et leurs codes de récupération");

    public static string BulkAreDeactivated(int count) => count == 1
        ? Say(
            "1 operator can no longer sign in until reactivated",
            "1 operator kan niet meer inloggen tot heractivering",
            "1 Operator kann sich bis zur Reaktivierung nicht mehr anmelden",
            "1 opérateur ne peut plus se connecter jusqu'à sa réactivation")
        : Say(
            $"{count:N0} operators can no longer sign in until reactivated",
            $"{count:N0} operators kunnen niet meer inloggen tot heractivering",
            $"{count:N0} Operatoren können sich bis zur Reaktivierung nicht mehr anmelden",
            $"{count:N0} opérateurs ne peuvent plus se connecter jusqu'à leur réactivation");

    public static string BulkLinkWorks => Say(
        "The link works for 72 hours, asks for the password and replaces the one before.",
        "De link werkt 72 uur, vraagt om het wachtwoord en vervangt de vorige.",
        "Der Link gilt 72 Stunden, fragt nach dem Passwort und ersetzt den vorigen.",
        "Le lien est valable 72 heures, demande le mot de passe et remplace le précédent.");

    public static string BulkMailIsDown => Say(
        "Mail is not being delivered now, so the links stay on the server until it is.",
        "E-mail wordt nu niet bezorgd, dus de links blijven op de server tot dat wel gebeurt.",
        "E-Mail wird derzeit nicht zugestellt, daher bleiben die Links bis dahin auf dem Server.",
        "Les e-mails ne sont pas distribués actuellement : les liens restent sur le serveur en attendant.");

    public static string BulkLoginErases => Say(
        "Their passwords, keys and recovery codes are erased.",
        "Hun wachtwoorden, sleutels en herstelcodes worden gewist.",
        "Passwörter, Schlüssel und Wiederherstellungscodes dieser Operatoren werden gelöscht.",
        "Leurs mots de passe, clés et codes de récupération sont effacés.");

    public static string BulkLoginMail => Say(
        "Whoever is active and has no password gets a mail to choose one.",
        "Wie actief is en geen wachtwoord heeft, krijgt een e-mail om er een te kiezen.",
        "Wer aktiv ist und kein Passwort hat, erhält eine E-Mail, um eines zu wählen.",
        "Qui est actif et n'a pas de mot de passe reçoit un e-mail pour en choisir un.");

    public static string BulkSessionsEnd => Say(
        "Their sessions end within seconds; unsaved work on those pages is lost.",
        "Hun sessies eindigen binnen enkele seconden; niet-opgeslagen werk op die pagina's gaat verloren.",
        "Die Sitzungen dieser Operatoren enden binnen Sekunden; nicht gespeicherte Arbeit auf diesen Seiten geht verloren.",
        "Leurs sessions se terminent en quelques secondes ; le travail non enregistré sur ces pages est perdu.");

    public static string BulkAfterReset => Say(
        "The setting that holds for each then applies from scratch at the next sign-in.",
        "De instelling die voor ieder geldt, begint bij de volgende login van voren af aan.",
        "Die Einstellung, die jeweils gilt, wird bei der nächsten Anmeldung von vorn angewendet.",
        "Le réglage propre à chacun repart de zéro à la prochaine connexion.");

    // And to whom it would not.

    public static string BulkUnaffected(int count) => count == 1
        ? Say("Nothing changes for 1 operator", "Voor 1 operator verandert er niets", "Für 1 Operator ändert sich nichts", "Rien ne change pour 1 opérateur")
        : Say(
            $"Nothing changes for {count:N0} operators",
            $"Voor {count:N0} operators verandert er niets",
            $"Für {count:N0} Operatoren ändert sich nichts",
            $"Rien ne change pour {count:N0} opérateurs");

    public static string BulkIsYou => Say("That is you", "Dat bent u zelf", "Das sind Sie selbst", "C'est vous");

    public static string BulkInvited => Say(
        "Has not accepted the invitation",
        "Heeft de uitnodiging niet aangenomen",
        "Hat die Einladung nicht angenommen",
        "N'a pas accepté l'invitation");

    public static string BulkDeactivatedAlready => Say("Is deactivated", "Is gedeactiveerd", "Ist deaktiviert", "Est désactivé");

    public static string BulkSingleSignOnOnly => Say(
        "Signs in by single sign-on only",
        "Logt alleen in via single sign-on",
        "Meldet sich nur über Single Sign-on an",
        "Se connecte uniquement par authentification unique");

    public static string BulkIsSetUp => Say(
        "Has set up two-factor authentication",
        "Heeft tweefactorauthenticatie ingesteld",
        "Hat die Zwei-Faktor-Authentifizierung eingerichtet",
        "A configuré l'authentification à deux facteurs");

    public static string BulkSettingDisabled => Say(
        "The setting in effect is Disabled",
        "De geldende instelling is Uitgeschakeld",
        "Es gilt die Einstellung „Deaktiviert“",
        "Le réglage en vigueur est « Désactivée »");

    public static string BulkTooSoon => Say(
        "A link was sent less than a minute ago, or ten today",
        "Er is minder dan een minuut geleden een link gestuurd, of vandaag al tien",
        "Ein Link wurde vor weniger als einer Minute gesendet, oder heute schon zehn",
        "Un lien a été envoyé il y a moins d'une minute, ou dix aujourd'hui");

    public static string BulkAlreadySo => Say("It is so already", "Dat is al zo", "Das ist schon so", "C'est déjà ainsi");

    public static string BulkNoOwnSetting => Say("Has no own setting", "Heeft geen eigen instelling", "Hat keine eigene Einstellung", "N'a pas de réglage propre");

    // Jobs.

    public static string BulkJobs => Say("Bulk jobs", "Bulkopdrachten", "Sammelaufträge", "Traitements groupés");

    public static string BulkJob => Say("Bulk job", "Bulkopdracht", "Sammelauftrag", "Traitement groupé");

    public static string BulkNoJobs => Say("No bulk job yet", "Nog geen bulkopdracht", "Noch kein Sammelauftrag", "Aucun traitement groupé");

    public static string BulkNoJobsWhy => Say(
        "Choose several operators in the list to do something for all of them at once.",
        "Kies meerdere operators in de lijst om voor allemaal tegelijk iets te doen.",
        "Wählen Sie in der Liste mehrere Operatoren aus, um für alle auf einmal etwas zu tun.",
        "Choisissez plusieurs opérateurs dans la liste pour agir sur tous à la fois.");

    public static string BulkStartedBy(string name, string when) => Say(
        $"Started by {name}, {when}",
        $"Gestart door {name}, {when}",
        $"Gestartet von {name}, {when}",
        $"Lancé par {name}, {Le(when)}");

    public static string BulkBecause(string reason) => Say($"Reason: {reason}", $"Reden: {reason}", $"Grund: {reason}", $"Motif : {reason}");

    public static string BulkWithLink => Say(
        "With the set-up link by mail",
        "Met de instellink per e-mail",
        "Mit dem Einrichtungslink per E-Mail",
        "Avec le lien de configuration par e-mail");

    public static string BulkProgress(int done, int total) => Say(
        $"{done:N0} of {total:N0} done",
        $"{done:N0} van {total:N0} gedaan",
        $"{done:N0} von {total:N0} erledigt",
        $"{done:N0} sur {total:N0} effectués");

    public static string BulkProgress(int done, int total, int refused) => $"{BulkProgress(done, total)}, {BulkRefusedCount(refused)}";

    public static string BulkRefusedCount(int count) => Say(
        $"{count:N0} refused",
        $"{count:N0} geweigerd",
        $"{count:N0} abgelehnt",
        $"{count:N0} {(count < 2 ? "refusé" : "refusés")}");

    public static string BulkRuns => Say("Running", "Bezig", "Läuft", "En cours");

    public static string BulkFinishedAt(string when) => Say($"Finished {when}", $"Klaar, {when}", $"Fertig, {when}", $"Terminé, {Le(when)}");

    public static string BulkCancelledAt(string when) => Say($"Cancelled {when}", $"Geannuleerd, {when}", $"Abgebrochen, {when}", $"Annulé, {Le(when)}");

    public static string BulkStoppedAt(string when) => Say($"Stopped {when}", $"Gestopt, {when}", $"Angehalten, {when}", $"Arrêté, {Le(when)}");

    public static string BulkNoLongerAdministrator(string name) => Say(
        $"It was stopped because {name} is no longer an account administrator.",
        $"Gestopt omdat {name} geen accountbeheerder meer is.",
        $"Angehalten, weil {name} kein Account-Administrator mehr ist.",
        $"Arrêté parce {Que(name)} n'administre plus le compte.");

    /// <summary>Deactivated, reset, with a new password, or signed out by somebody else.</summary>
    public static string BulkNoLongerTheSame(string name) => Say(
        $"It was stopped because {name} was deactivated or reset, has a new password, or was signed out from elsewhere.",
        $"Gestopt omdat {name} is gedeactiveerd of opnieuw moet instellen, een nieuw wachtwoord heeft, of elders is uitgelogd.",
        $"Angehalten, weil {name} deaktiviert oder zurückgesetzt wurde, ein neues Passwort hat oder von anderswo abgemeldet wurde.",
        $"Arrêté parce que l'accès {De(name)} a été désactivé ou réinitialisé, son mot de passe changé, ou sa session fermée d'ailleurs.");

    public static string BulkLeftUntouched(int count) => count == 1
        ? Say(
            "1 operator was left untouched.",
            "1 operator is ongemoeid gelaten.",
            "1 Operator blieb unberührt.",
            "1 opérateur n'a pas été touché.")
        : Say(
            $"{count:N0} operators were left untouched.",
            $"{count:N0} operators zijn ongemoeid gelaten.",
            $"{count:N0} Operatoren blieben unberührt.",
            $"{count:N0} opérateurs n'ont pas été touchés.");

    public static string BulkCancel => Say("Cancel the rest", "De rest annuleren", "Rest abbrechen", "Annuler le reste");

    /// <summary>For those to whom nothing was done.</summary>
    public static string BulkAgain => Say("Try the rest again", "De rest opnieuw proberen", "Rest erneut versuchen", "Réessayer le reste");

    public static string BulkCancelWhy => Say(
        "What is done stays done. The others are left as they are.",
        "Wat gedaan is, blijft gedaan. De anderen blijven zoals ze zijn.",
        "Was erledigt ist, bleibt erledigt. Die anderen bleiben, wie sie sind.",
        "Ce qui est fait le reste. Les autres restent tels quels.");

    public static string BulkResult => Say("Result", "Resultaat", "Ergebnis", "Résultat");

    public static string BulkAll => Say("All", "Alle", "Alle", "Tous");

    public static string BulkWaiting => Say("Waiting", "Wacht", "Wartet", "En attente");

    public static string BulkDone => Say("Done", "Gedaan", "Erledigt", "Effectué");

    public static string BulkRefused => Say("Refused", "Geweigerd", "Abgelehnt", "Refusé");

    public static string BulkUntouched => Say("Untouched", "Ongemoeid", "Unberührt", "Non touché");

    public static string BulkNobody => Say("Nobody.", "Niemand.", "Niemand.", "Personne.");

    public static string BulkPages => Say("Pages", "Pagina's", "Seiten", "Pages du résultat");

    public static string BulkRange(int first, int last, int total) => Say(
        $"{first:N0} to {last:N0} of {total:N0}",
        $"{first:N0} tot en met {last:N0} van {total:N0}",
        $"{first:N0} bis {last:N0} von {total:N0}",
        $"{first:N0} à {last:N0} sur {total:N0}");

    public static string BulkFormerPage => Say("Previous page", "Vorige pagina", "Vorige Seite", "Page précédente");

    public static string BulkNextPage => Say("Next page", "Volgende pagina", "Nächste Seite", "Page suivante");

    public static string RefusedJobIsOver => Say(
        "The job is over, or has come to this operator already.",
        "De opdracht is voorbij, of is al bij deze operator geweest.",
        "Der Auftrag ist vorbei oder war schon bei diesem Operator.",
        "Le traitement est terminé, ou est déjà passé par cet opérateur.");
}

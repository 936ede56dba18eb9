namespace Portal.Texts;

/// <summary>The frame: menu, banner, closed pages, lost connections.</summary>
public static partial class Words
{
    public static string MainMenu => Say("Main menu", "Hoofdmenu", "Hauptmenü", "Menu principal");

    public static string CloseMenu => Say("Close the menu", "Menu sluiten", "Menü schließen", "Fermer le menu");

    public static string SkipToContent => Say("Skip to the content", "Naar de inhoud", "Zum Inhalt springen", "Aller au contenu");

    public static string Operators => Say("Operators", "Operators", "Operatoren", "Opérateurs");

    public static string Account => Say("Account", "Account", "Account", "Compte");

    public static string AccountSettings => Say("Account settings", "Accountinstellingen", "Accounteinstellungen", "Paramètres du compte");

    public static string UserSettings => Say("User settings", "Gebruikersinstellingen", "Benutzereinstellungen", "Paramètres utilisateur");

    public static string SignOut => Say("Sign out", "Uitloggen", "Abmelden", "Se déconnecter");

    public static string Theme => Say("Theme", "Thema", "Darstellung", "Thème");

    public static string ThemeLight => Say("Light", "Licht", "Hell", "Clair");

    public static string ThemeDark => Say("Dark", "Donker", "Dunkel", "Sombre");

    public static string ThemeSystem => Say("System", "Systeem", "System", "Système");

    public static string BannerFact => Say(
        "Two-factor authentication is now required and you have nothing set up.",
        "Tweefactorauthenticatie is nu vereist en u hebt niets ingesteld.",
        "Zwei-Faktor-Authentifizierung ist jetzt erforderlich, und Sie haben nichts eingerichtet.",
        "L'authentification à deux facteurs est désormais requise et vous n'avez rien configuré.");

    public static string BannerConsequence => Say(
        "Set-up comes first at your next sign-in.",
        "Bij uw volgende login moet u die eerst instellen.",
        "Bei Ihrer nächsten Anmeldung kommt zuerst die Einrichtung.",
        "Votre prochaine connexion commencera par la configuration.");

    public static string ConnectionLost => Say(
        "The connection is lost.",
        "De verbinding is weg.",
        "Die Verbindung ist unterbrochen.",
        "La connexion est interrompue.");

    public static string ConnectionTrying => Say(
        "Trying again. What you typed stays here; what you saved is safe.",
        "Er wordt opnieuw verbinding gemaakt. Wat u hebt getypt, blijft staan; wat u hebt opgeslagen, is veilig.",
        "Ein neuer Versuch läuft. Was Sie eingegeben haben, bleibt stehen; was Sie gespeichert haben, ist sicher.",
        "Nouvelle tentative en cours. Votre saisie reste affichée ; ce que vous avez enregistré est en sécurité.");

    public static string ConnectionGone => Say(
        "What you saved is safe, and what you typed comes along when you reload.",
        "Wat u hebt opgeslagen, is veilig, en wat u hebt getypt, blijft behouden als u de pagina opnieuw laadt.",
        "Was Sie gespeichert haben, ist sicher, und was Sie eingegeben haben, bleibt beim Neuladen erhalten.",
        "Ce que vous avez enregistré est en sécurité, et votre saisie est reprise quand vous rechargez la page.");

    public static string ReloadPage => Say("Reload the page", "Pagina opnieuw laden", "Seite neu laden", "Recharger la page");

    // Before something typed is lost.

    public static string LeaveQuestion => Say(
        "Leave without saving?",
        "Weggaan zonder op te slaan?",
        "Ohne Speichern fortfahren?",
        "Quitter sans enregistrer ?");

    /// <summary>The fields follow.</summary>
    public static string LeaveLead => Say(
        "What you typed here is not saved yet and would be lost:",
        "Wat u hier hebt getypt, is nog niet opgeslagen en gaat dan verloren:",
        "Was Sie hier eingegeben haben, ist noch nicht gespeichert und ginge verloren:",
        "Ce que vous avez saisi ici n'est pas encore enregistré et serait perdu :");

    public static string StayHere => Say("Stay here", "Hier blijven", "Hier bleiben", "Rester ici");

    public static string LeaveUnsaved => Say("Leave without saving", "Weggaan zonder op te slaan", "Ohne Speichern fortfahren", "Quitter sans enregistrer");

    // Closed.

    public static string SignedOutTitle => Say("You are signed out", "U bent uitgelogd", "Sie sind abgemeldet", "Votre session est terminée");

    public static string SignInAgain => Say("Sign in again", "Opnieuw inloggen", "Erneut anmelden", "Se reconnecter");

    public static string ClosedIdle => Say(
        "You were signed out because nothing happened for a while.",
        "U bent uitgelogd omdat er een tijd niets gebeurde.",
        "Sie wurden abgemeldet, weil eine Zeit lang nichts geschah.",
        "Votre session a pris fin parce qu'il ne s'est rien passé pendant un moment.");

    public static string ClosedSignedOut => Say("You signed out.", "U hebt zelf uitgelogd.", "Sie haben sich abgemeldet.", "Vous avez mis fin à votre session.");

    public static string ClosedReset => Say(
        "An administrator has reset your two-factor authentication, so every session of yours was ended.",
        "Een beheerder heeft de sleutel van uw tweefactorauthenticatie gewist. Daarom zijn al uw sessies beëindigd.",
        "Ein Administrator hat Ihre Zwei-Faktor-Authentifizierung zurückgesetzt. Deshalb wurden alle Ihre Sitzungen beendet.",
        "Un administrateur a réinitialisé votre authentification à deux facteurs ; toutes vos sessions ont donc pris fin.");

    public static string ClosedSetUpElsewhere => Say(
        "You set up two-factor authentication in another browser, so the other sessions were ended.",
        "U hebt tweefactorauthenticatie in een andere browser ingesteld. Daarom zijn de andere sessies beëindigd.",
        "Sie haben die Zwei-Faktor-Authentifizierung in einem anderen Browser eingerichtet. Deshalb wurden die anderen Sitzungen beendet.",
        "Vous avez configuré l'authentification à deux facteurs dans un autre navigateur ; les autres sessions ont donc pris fin.");

    public static string ClosedDeactivated => Say(
        "An administrator has deactivated you.",
        "Een beheerder heeft u gedeactiveerd.",
        "Ein Administrator hat Ihren Zugang deaktiviert.",
        "Un administrateur a désactivé votre accès.");

    public static string ClosedReplaced => Say(
        "Somebody signed in anew in this browser.",
        "Er is in deze browser opnieuw ingelogd.",
        "In diesem Browser hat sich jemand neu angemeldet.",
        "Une nouvelle connexion a eu lieu dans ce navigateur.");

    public static string ClosedWrongProof => Say(
        "Too many wrong answers. Sign in again.",
        "Te veel foute antwoorden. Log opnieuw in.",
        "Zu viele falsche Antworten. Melden Sie sich erneut an.",
        "Trop de réponses incorrectes. Connectez-vous à nouveau.");

    public static string ClosedPasswordChanged => Say(
        "Your password was changed. Sign in with the new one.",
        "Uw wachtwoord is gewijzigd. Log in met het nieuwe.",
        "Ihr Passwort wurde geändert. Melden Sie sich mit dem neuen an.",
        "Votre mot de passe a été modifié. Connectez-vous avec le nouveau.");

    public static string ClosedEmailChanged => Say(
        "Your e-mail address was changed. Sign in with the new one.",
        "Uw e-mailadres is gewijzigd. Log in met het nieuwe.",
        "Ihre E-Mail-Adresse wurde geändert. Melden Sie sich mit der neuen an.",
        "Votre adresse e-mail a été modifiée. Connectez-vous avec la nouvelle.");

    public static string ClosedElsewhere => Say(
        "You ended this session from another browser.",
        "U hebt deze sessie vanuit een andere browser beëindigd.",
        "Sie haben diese Sitzung von einem anderen Browser aus beendet.",
        "Vous avez mis fin à cette session depuis un autre navigateur.");

    public static string ClosedByAdministrator => Say(
        "An administrator has ended this session.",
        "Een beheerder heeft deze sessie beëindigd.",
        "Ein Administrator hat diese Sitzung beendet.",
        "Un administrateur a mis fin à cette session.");

    public static string StillThereTitle => Say("Are you still there?", "Bent u er nog?", "Sind Sie noch da?", "Êtes-vous toujours là ?");

    public static string StillThereLead(string time) => Say(
        $"Nothing has happened for a while. You will be signed out at {time}; what you saved is safe.",
        $"Er is een tijd niets gebeurd. Om {time} wordt u uitgelogd; wat u hebt opgeslagen, is veilig.",
        $"Es ist eine Zeit lang nichts geschehen. Um {time} Uhr werden Sie abgemeldet; was Sie gespeichert haben, ist sicher.",
        $"Il ne s'est rien passé depuis un moment. Votre session prendra fin à {time} ; ce que vous avez enregistré est en sécurité.");

    public static string SessionEndsLead(string time) => Say(
        $"This session ends at {time}, however busy you are. Finish what you are doing, then sign in again.",
        $"Deze sessie eindigt om {time}, ook als u bezig bent. Rond af waar u mee bezig bent en log dan opnieuw in.",
        $"Diese Sitzung endet um {time} Uhr, auch wenn Sie gerade arbeiten. Bringen Sie zu Ende, was Sie tun, und melden Sie sich dann erneut an.",
        $"Cette session prendra fin à {time}, même si vous êtes en train de travailler. Finissez ce que vous faites, puis connectez-vous à nouveau.");

    public static string StaySignedIn => Say("Stay signed in", "Ingelogd blijven", "Angemeldet bleiben", "Prolonger la session");
}

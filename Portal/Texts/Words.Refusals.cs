namespace Portal.Texts;

/// <summary>Why something was not saved, in full sentences.</summary>
public static partial class Words
{
    public static string RefusedSignedOut => Say(
        "You are no longer signed in.",
        "U bent niet meer ingelogd.",
        "Sie sind nicht mehr angemeldet.",
        "Votre session est terminée.");

    public static string RefusedNotAllowed => Say(
        "Only an account administrator may do this.",
        "Alleen een accountbeheerder mag dit doen.",
        "Das darf nur ein Account-Administrator.",
        "Seul un administrateur du compte peut le faire.");

    public static string RefusedNotFound => Say(
        "There is no such operator any more.",
        "Deze operator bestaat niet meer.",
        "Diesen Operator gibt es nicht mehr.",
        "Cet opérateur n'existe plus.");

    public static string RefusedNoWayIn => Say(
        "No administrator would have a way in: none of them could sign in any more. Set up your own two-factor authentication first, or make sure that another administrator can sign in.",
        "Geen enkele beheerder zou nog binnenkomen: niemand van hen kan dan nog inloggen. Stel eerst uw eigen tweefactorauthenticatie in, of zorg voor een andere beheerder die kan inloggen.",
        "Damit könnte sich kein Administrator mehr anmelden. Richten Sie zuerst Ihre eigene Zwei-Faktor-Authentifizierung ein, oder sorgen Sie für einen anderen Administrator, der sich anmelden kann.",
        "Plus aucun administrateur n'aurait d'accès : aucun ne pourrait encore se connecter. Configurez d'abord votre propre authentification à deux facteurs, ou faites en sorte qu'un autre administrateur puisse se connecter.");

    /// <summary>The same, to whoever signs in by single sign-on only.</summary>
    public static string RefusedNoWayInSso => Say(
        "No administrator would have a way in: none of them could sign in any more. Allow yourself a password too under Login options, and choose one, or make sure that another administrator can sign in.",
        "Geen enkele beheerder zou nog binnenkomen: niemand van hen kan dan nog inloggen. Sta uzelf onder Loginopties ook een wachtwoord toe en kies er een, of zorg voor een andere beheerder die kan inloggen.",
        "Damit könnte sich kein Administrator mehr anmelden. Erlauben Sie sich unter „Anmeldeoptionen“ auch ein Passwort und wählen Sie eines, oder sorgen Sie für einen anderen Administrator, der sich anmelden kann.",
        "Plus aucun administrateur n'aurait d'accès : aucun ne pourrait encore se connecter. Autorisez-vous aussi un mot de passe sous « Options de connexion » et choisissez-en un, ou faites en sorte qu'un autre administrateur puisse se connecter.");

    public static string RefusedChangedMeanwhile => Say(
        "It was changed meanwhile. What holds now is shown; choose again if you still want to.",
        "Het is intussen gewijzigd. U ziet wat nu geldt; kies opnieuw als u dat nog wilt.",
        "Es wurde inzwischen geändert. Sie sehen, was jetzt gilt; wählen Sie erneut, wenn Sie es noch möchten.",
        "Une modification a eu lieu entre-temps. Vous voyez ce qui s'applique maintenant ; choisissez à nouveau si vous le souhaitez toujours.");

    public static string RefusedInvalid => Say(
        "That cannot be saved.",
        "Dat kan niet worden opgeslagen.",
        "Das lässt sich nicht speichern.",
        "Cela ne peut pas être enregistré.");

    public static string RefusedNothingSetUp => Say(
        "Nothing is set up any more.",
        "Er is niets meer ingesteld.",
        "Es ist nichts mehr eingerichtet.",
        "Plus rien n'est configuré.");

    public static string RefusedNotUnderThisSetting => Say(
        "The setting that holds now does not allow it.",
        "De instelling die nu geldt, staat dit niet toe.",
        "Die Einstellung, die jetzt gilt, lässt das nicht zu.",
        "Le réglage qui s'applique maintenant ne le permet pas.");

    public static string RefusedTooLate => Say(
        "The ten seconds are over.",
        "De tien seconden zijn voorbij.",
        "Die zehn Sekunden sind vorbei.",
        "Les dix secondes sont écoulées.");

    public static string RefusedEmailTaken => Say(
        "Another operator has this address already.",
        "Een andere operator heeft dit adres al.",
        "Ein anderer Operator hat diese Adresse schon.",
        "Un autre opérateur a déjà cette adresse.");

    public static string RefusedTooSoon => Say(
        "The last link was made less than a minute ago, or ten were made today. Try again later.",
        "De vorige link is minder dan een minuut geleden gemaakt, of er zijn er vandaag al tien gemaakt. Probeer het later opnieuw.",
        "Der letzte Link wurde vor weniger als einer Minute erstellt, oder heute wurden schon zehn erstellt. Versuchen Sie es später erneut.",
        "Le dernier lien a été créé il y a moins d'une minute, ou dix liens ont déjà été créés aujourd'hui. Réessayez plus tard.");

    public static string RefusedLinkIsOver => Say(
        "The link no longer works.",
        "De link werkt niet meer.",
        "Der Link funktioniert nicht mehr.",
        "Le lien ne fonctionne plus.");

    public static string RefusedAlreadySo => Say("It holds already.", "Dat geldt al.", "Das gilt schon.", "C'est déjà le cas.");

    public static string RefusedSignInNameTaken => Say(
        "Another account of this installation has this name.",
        "Een ander account van deze installatie heeft deze naam.",
        "Ein anderer Account dieser Installation hat diesen Namen.",
        "Un autre compte de cette installation porte ce nom.");

    public static string RefusedNotTested => Say(
        "Nobody has signed in with these settings yet. Test them first.",
        "Nog niemand heeft met deze instellingen ingelogd. Test ze eerst.",
        "Mit diesen Einstellungen hat sich noch niemand angemeldet. Testen Sie sie zuerst.",
        "Personne ne s'est encore connecté avec ces réglages. Testez-les d'abord.");

    public static string RefusedSingleSignOnIsOff => Say(
        "Single sign-on of this account is off. Turn it on first.",
        "Single sign-on van dit account staat uit. Zet het eerst aan.",
        "Single Sign-on dieses Accounts ist aus. Schalten Sie es zuerst ein.",
        "L'authentification unique de ce compte n'est pas en service. Activez-la d'abord.");

    public static string RefusedFailed => Say(
        "Something went wrong here and nothing was changed. Try again in a moment.",
        "Er ging hier iets mis en er is niets gewijzigd. Probeer het straks opnieuw.",
        "Hier ist etwas schiefgegangen, und nichts wurde geändert. Versuchen Sie es gleich noch einmal.",
        "Un problème est survenu ici et rien n'a été modifié. Réessayez dans un instant.");

    public static string RefusedUnknown => Say(
        "The database broke off while this was being saved, so it is not known whether it was. Look at what holds now before you try again.",
        "De database viel weg tijdens het opslaan; het is niet bekend of dat is gelukt. Kijk wat er nu geldt voordat u het opnieuw probeert.",
        "Die Datenbank ist beim Speichern ausgefallen; ob gespeichert wurde, ist nicht bekannt. Sehen Sie nach, was jetzt gilt, bevor Sie es erneut versuchen.",
        "La base de données s'est interrompue pendant l'enregistrement ; on ne sait pas s'il a abouti. Regardez ce qui s'applique maintenant avant de réessayer.");
}

namespace Portal.Texts;

/// <summary>Single sign-on: signing in at the account's own provider, and setting that up.</summary>
public static partial class Words
{
    // Without a session.

    /// <summary>Between two ways to do the same.</summary>
    public static string Or => Say("or", "of", "oder", "ou");

    public static string SsoTitle => Say(
        "Sign in with single sign-on",
        "Inloggen met single sign-on",
        "Mit Single Sign-on anmelden",
        "Se connecter avec l'authentification unique");

    public static string SsoAskLead => Say(
        "You sign in at your organisation's own provider. Under which name does it do that here?",
        "U logt in bij de provider van uw eigen organisatie. Onder welke naam is uw organisatie hier bekend?",
        "Sie melden sich beim Anbieter Ihrer eigenen Organisation an. Unter welchem Namen ist sie hier bekannt?",
        "Vous vous connectez auprès du fournisseur de votre organisation. Sous quel nom est-elle connue ici ?");

    public static string SsoName => Say("Sign-in name", "Inlognaam", "Anmeldename", "Nom de connexion");

    public static string SsoNameHelp => Say(
        "Your account administrator knows it, such as example-company.",
        "Uw accountbeheerder kent die naam, bijvoorbeeld example-company.",
        "Ihr Account-Administrator kennt ihn, etwa example-company.",
        "Votre administrateur du compte le connaît, par exemple example-company.");

    public static string SsoNameUnknown => Say(
        "There is no single sign-on by this name here. Look whether it is spelled right, or ask an account administrator.",
        "Onder deze naam is er hier geen single sign-on. Kijk of de naam goed is gespeld, of vraag het een accountbeheerder.",
        "Unter diesem Namen gibt es hier kein Single Sign-on. Prüfen Sie die Schreibweise, oder fragen Sie einen Account-Administrator.",
        "Aucune authentification unique ne porte ce nom ici. Vérifiez l'orthographe ou adressez-vous à un administrateur du compte.");

    public static string SsoWithPassword => Say(
        "Sign in with a password instead",
        "Toch inloggen met een wachtwoord",
        "Stattdessen mit einem Passwort anmelden",
        "Se connecter plutôt avec un mot de passe");

    public static string SsoOnTheWay => Say(
        "It goes on at your organisation's provider.",
        "Het gaat verder bij de provider van uw organisatie.",
        "Es geht beim Anbieter Ihrer Organisation weiter.",
        "La suite se passe auprès du fournisseur de votre organisation.");

    public static string SsoAgain => Say("Try again", "Opnieuw proberen", "Erneut versuchen", "Réessayer");

    public static string SsoAtProvider => Say(
        "Sign in at the provider",
        "Inloggen bij de provider",
        "Beim Anbieter anmelden",
        "Se connecter auprès du fournisseur");

    public static string SsoFailedTitle => Say(
        "Single sign-on did not work",
        "Single sign-on is niet gelukt",
        "Single Sign-on hat nicht geklappt",
        "L'authentification unique n'a pas abouti");

    public static string SsoStillSignedIn => Say(
        "At your provider you are still signed in.",
        "Bij uw provider bent u nog ingelogd.",
        "Bei Ihrem Anbieter sind Sie noch angemeldet.",
        "Votre session auprès du fournisseur reste ouverte.");

    public static string SsoSignOutToo => Say("Sign out there too", "Daar ook uitloggen", "Auch dort abmelden", "Se déconnecter là aussi");

    public static string SsoSignOutThere => Say("Sign out at the provider", "Uitloggen bij de provider", "Beim Anbieter abmelden", "Se déconnecter du fournisseur");

    public static string SsoNoSignOutTitle => Say(
        "Sign out at your provider yourself",
        "Log zelf uit bij uw provider",
        "Melden Sie sich selbst beim Anbieter ab",
        "Déconnectez-vous vous-même auprès du fournisseur");

    public static string SsoNoSignOutWhy => Say(
        "Here you are signed out. Your provider offers no way to sign out from here: do it on its own page, or close the browser.",
        "Hier bent u uitgelogd. Uw provider biedt geen manier om vanaf hier uit te loggen: doe dat op de eigen pagina, of sluit de browser.",
        "Hier sind Sie abgemeldet. Bei Ihrem Anbieter können Sie sich nicht von hier aus abmelden: Tun Sie es auf seiner eigenen Seite, oder schließen Sie den Browser.",
        "Ici, votre session est terminée. Votre fournisseur ne permet pas de se déconnecter à partir d'ici : faites-le sur sa propre page ou fermez le navigateur.");

    // Nobody here is the one who came back.

    public static string SsoNobodyTitle => Say(
        "You have no access here by single sign-on",
        "U hebt hier geen toegang via single sign-on",
        "Über Single Sign-on haben Sie hier keinen Zugang",
        "Vous n'avez pas accès ici par authentification unique");

    /// <param name="email">The address that the provider named.</param>
    public static string SsoNobodyWhy(string email) => Say(
        $"Your provider says that you are {email}. No operator with this address may sign in this way. If you should, ask an account administrator; if that is not you, sign out at the provider first.",
        $"Volgens uw provider bent u {email}. Geen enkele operator met dit adres mag zo inloggen. Zou u dat wel moeten mogen, vraag het dan een accountbeheerder; bent u dit niet, log dan eerst uit bij de provider.",
        $"Ihr Anbieter sagt, Sie seien {email}. Kein Operator mit dieser Adresse darf sich so anmelden. Wenn Sie es eigentlich dürfen müssten, fragen Sie einen Account-Administrator; wenn das nicht Sie sind, melden Sie sich zuerst beim Anbieter ab.",
        $"D'après votre fournisseur, vous êtes {email}. Aucun opérateur ayant cette adresse ne peut se connecter de cette façon. Si vous pensez y avoir droit, adressez-vous à un administrateur du compte ; si ce n'est pas vous, déconnectez-vous d'abord auprès du fournisseur.");

    public static string SsoAnotherTitle => Say(
        "You are known here by another identity",
        "U bent hier onder een andere identiteit bekend",
        "Sie sind hier unter einer anderen Identität bekannt",
        "Ici, une autre identité vous est associée");

    /// <param name="email">The address that the provider named.</param>
    public static string SsoAnotherWhy(string email) => Say(
        $"The operator with the address {email} signs in with another identity at the provider, or at another provider. An account administrator can release it on the operator's page; then sign in again.",
        $"De operator met het adres {email} logt in met een andere identiteit bij de provider, of bij een andere provider. Een accountbeheerder kan die identiteit op de pagina van de operator ontkoppelen; log daarna opnieuw in.",
        $"Der Operator mit der Adresse {email} meldet sich mit einer anderen Identität beim Anbieter oder bei einem anderen Anbieter an. Ein Account-Administrator kann sie auf der Seite des Operators lösen; melden Sie sich danach erneut an.",
        $"L'opérateur ayant l'adresse {email} se connecte avec une autre identité auprès du fournisseur, ou auprès d'un autre fournisseur. Un administrateur du compte peut la dissocier sur la page de l'opérateur ; reconnectez-vous ensuite.");

    public static string SsoInvitationOverTitle => Say(
        "Your invitation is over",
        "Uw uitnodiging is verlopen",
        "Ihre Einladung ist abgelaufen",
        "Votre invitation n'est plus valable");

    public static string SsoInvitationOverWhy => Say(
        "You were invited, and the invitation no longer works. Ask an account administrator for another.",
        "U bent uitgenodigd, maar de uitnodiging werkt niet meer. Vraag een accountbeheerder om een nieuwe.",
        "Sie wurden eingeladen, doch die Einladung funktioniert nicht mehr. Bitten Sie einen Account-Administrator um eine neue.",
        "Vous avez reçu une invitation, mais elle ne fonctionne plus. Demandez-en une autre à un administrateur du compte.");

    public static string SsoTurnedOff => Say(
        "Single sign-on was turned off, or set up anew, while you were at the provider. Begin again.",
        "Single sign-on is uitgezet of opnieuw ingesteld terwijl u bij de provider was. Begin opnieuw.",
        "Single Sign-on wurde ausgeschaltet oder neu eingerichtet, während Sie beim Anbieter waren. Beginnen Sie noch einmal.",
        "L'authentification unique a été désactivée ou reconfigurée pendant que vous étiez auprès du fournisseur. Recommencez.");

    // What is wrong with the provider, for whoever wanted to sign in.

    public static string SsoProviderAway => Say(
        "Your organisation's provider cannot be reached just now. Try again in a moment; if it stays, tell an account administrator.",
        "De provider van uw organisatie is nu niet bereikbaar. Probeer het straks opnieuw; blijft het zo, meld het dan aan een accountbeheerder.",
        "Der Anbieter Ihrer Organisation ist gerade nicht erreichbar. Versuchen Sie es gleich erneut; bleibt es so, sagen Sie es einem Account-Administrator.",
        "Le fournisseur de votre organisation est injoignable pour le moment. Réessayez dans un instant ; si cela persiste, prévenez un administrateur du compte.");

    public static string SsoProviderUnfit => Say(
        "What the provider answered cannot be believed, or single sign-on is not set up right. Tell an account administrator, who can test it.",
        "Wat de provider antwoordde, is niet te vertrouwen, of single sign-on is niet goed ingesteld. Meld het aan een accountbeheerder; die kan het testen.",
        "Der Antwort des Anbieters ist nicht zu trauen, oder Single Sign-on ist nicht richtig eingerichtet. Sagen Sie es einem Account-Administrator, der es testen kann.",
        "La réponse du fournisseur n'est pas fiable, ou l'authentification unique est mal configurée. Prévenez un administrateur du compte, qui peut la tester.");

    public static string SsoDenied => Say(
        "You, or the provider, did not agree to the sign-in.",
        "U, of de provider, stemde niet in met het inloggen.",
        "Sie oder der Anbieter haben der Anmeldung nicht zugestimmt.",
        "Vous ou le fournisseur n'avez pas accepté la connexion.");

    public static string SsoOver => Say(
        "This sign-in took too long, was used already, or was begun in another browser. Begin again.",
        "Deze inlogpoging duurde te lang, is al gebruikt, of is in een andere browser begonnen. Begin opnieuw.",
        "Diese Anmeldung hat zu lange gedauert, wurde schon verwendet oder in einem anderen Browser begonnen. Beginnen Sie noch einmal.",
        "Cette tentative a trop duré, a déjà servi ou a commencé dans un autre navigateur. Recommencez.");

    public static string SsoNoEmail => Say(
        "Your provider names no e-mail address, and without one nobody here can be found. Tell an account administrator.",
        "Uw provider noemt geen e-mailadres, en zonder adres is hier niemand te vinden. Meld het aan een accountbeheerder.",
        "Ihr Anbieter nennt keine E-Mail-Adresse, und ohne sie lässt sich hier niemand finden. Sagen Sie es einem Account-Administrator.",
        "Votre fournisseur n'indique aucune adresse e-mail ; sans elle, personne ne peut être trouvé ici. Prévenez un administrateur du compte.");

    public static string SsoEmailNotVerified => Say(
        "Your provider does not say that your e-mail address is verified, so it could be anybody's. Verify it there, or tell an account administrator.",
        "Uw provider zegt niet dat uw e-mailadres is geverifieerd; het kan dus van iedereen zijn. Laat het daar verifiëren, of meld het aan een accountbeheerder.",
        "Ihr Anbieter sagt nicht, dass Ihre E-Mail-Adresse bestätigt ist; sie könnte also jedem gehören. Bestätigen Sie sie dort, oder sagen Sie es einem Account-Administrator.",
        "Votre fournisseur n'indique pas que votre adresse e-mail est vérifiée : elle pourrait appartenir à n'importe qui. Faites-la vérifier auprès de lui ou prévenez un administrateur du compte.");

    // The same for whoever sets it up, with what helps.

    public static string SsoTestUnreachable => Say(
        "The provider does not answer. Look whether the issuer is right and can be reached from this server.",
        "De provider antwoordt niet. Kijk of de issuer klopt en vanaf deze server bereikbaar is.",
        "Der Anbieter antwortet nicht. Prüfen Sie, ob der Issuer stimmt und von diesem Server aus erreichbar ist.",
        "Le fournisseur ne répond pas. Vérifiez que l'émetteur est correct et joignable depuis ce serveur.");

    public static string SsoTestNotAProvider => Say(
        "Something answers at the issuer's address, but it is no OpenID Connect provider: its discovery document is missing or incomplete.",
        "Op het adres van de issuer antwoordt iets, maar het is geen OpenID Connect-provider: het discovery-document ontbreekt of is onvolledig.",
        "Unter der Adresse des Issuers antwortet etwas, aber es ist kein OpenID-Connect-Anbieter: Das Discovery-Dokument fehlt oder ist unvollständig.",
        "Quelque chose répond à l'adresse de l'émetteur, mais ce n'est pas un fournisseur OpenID Connect : son document de découverte est absent ou incomplet.");

    /// <param name="named">The issuer as the provider calls itself.</param>
    public static string SsoTestIssuerDiffers(string named) => Say(
        $"The provider calls itself {named}. Enter exactly that as the issuer, if it is the right one.",
        $"De provider noemt zichzelf {named}. Voer precies dat in als issuer, als het de juiste is.",
        $"Der Anbieter nennt sich selbst {named}. Geben Sie genau das als Issuer ein, wenn es der richtige ist.",
        $"Le fournisseur se nomme {named}. Saisissez exactement cela comme émetteur, si c'est le bon.");

    /// <param name="minutes">By how much the provider's clock is ahead (positive) or behind (negative).</param>
    public static string SsoTestClocks(int minutes) => minutes >= 0
        ? Say(
            $"The provider's clock is about {Math.Abs(minutes)} minutes ahead of this server's. Set both by a time server.",
            $"De klok van de provider loopt ongeveer {Math.Abs(minutes)} minuten voor op die van deze server. Zet beide gelijk met een tijdserver.",
            $"Die Uhr des Anbieters geht gegenüber diesem Server etwa {Math.Abs(minutes)} Minuten vor. Stellen Sie beide nach einem Zeitserver.",
            $"L'horloge du fournisseur avance d'environ {Math.Abs(minutes)} minutes sur celle de ce serveur. Réglez les deux sur un serveur de temps.")
        : Say(
            $"The provider's clock is about {Math.Abs(minutes)} minutes behind this server's. Set both by a time server.",
            $"De klok van de provider loopt ongeveer {Math.Abs(minutes)} minuten achter op die van deze server. Zet beide gelijk met een tijdserver.",
            $"Die Uhr des Anbieters geht gegenüber diesem Server etwa {Math.Abs(minutes)} Minuten nach. Stellen Sie beide nach einem Zeitserver.",
            $"L'horloge du fournisseur retarde d'environ {Math.Abs(minutes)} minutes sur celle de ce serveur. Réglez les deux sur un serveur de temps.");

    public static string SsoTestClient => Say(
        "The provider does not take client ID and secret: the secret is wrong or has expired, or the client may not send it in the form (client_secret_post).",
        "De provider accepteert client-ID en geheim niet: het geheim is onjuist of verlopen, of de client mag het niet in het formulier sturen (client_secret_post).",
        "Der Anbieter nimmt Client-ID und Secret nicht an: Das Secret ist falsch oder abgelaufen, oder der Client darf es nicht im Formular senden (client_secret_post).",
        "Le fournisseur refuse l'identifiant client et le secret : le secret est faux ou expiré, ou le client n'a pas le droit de l'envoyer dans le formulaire (client_secret_post).");

    public static string SsoTestDenied => Say(
        "The sign-in at the provider was cancelled, or refused there.",
        "Het inloggen bij de provider is afgebroken of daar geweigerd.",
        "Die Anmeldung beim Anbieter wurde abgebrochen oder dort abgelehnt.",
        "La connexion auprès du fournisseur a été annulée ou refusée par lui.");

    /// <param name="code">The error as the provider names it.</param>
    public static string SsoTestError(string code) => Say(
        $"The provider answers with an error: {code}. Its own log says more.",
        $"De provider antwoordt met een fout: {code}. In de eigen log van de provider staat meer.",
        $"Der Anbieter antwortet mit einem Fehler: {code}. Mehr steht in seinem eigenen Protokoll.",
        $"Le fournisseur renvoie une erreur : {code}. Son propre journal en dit plus.");

    public static string SsoTestOver => Say(
        "The test took too long, was used already, or the provider does not know the code any more. Test again.",
        "De test duurde te lang, is al gebruikt, of de provider kent de code niet meer. Test opnieuw.",
        "Der Test hat zu lange gedauert, wurde schon verwendet, oder der Anbieter kennt den Code nicht mehr. Testen Sie erneut.",
        "Le test a trop duré, a déjà servi, ou le fournisseur ne connaît plus le code. Recommencez le test.");

    public static string SsoTestToken => Say(
        "The provider's token cannot be believed: it is signed by somebody else, meant for another client, or names another issuer.",
        "Het token van de provider is niet te vertrouwen: het is door een ander ondertekend, voor een andere client bedoeld, of noemt een andere issuer.",
        "Dem Token des Anbieters ist nicht zu trauen: Es ist von jemand anderem signiert, für einen anderen Client bestimmt oder nennt einen anderen Issuer.",
        "Le jeton du fournisseur n'est pas fiable : il est signé par un tiers, destiné à un autre client ou nomme un autre émetteur.");

    public static string SsoTestNoEmail => Say(
        "The sign-in went well, but the provider names no e-mail address. Ask it for the scope email, and give the client that claim.",
        "Het inloggen is gelukt, maar de provider noemt geen e-mailadres. Vraag om de scope email, en geef de client die claim.",
        "Die Anmeldung hat geklappt, aber der Anbieter nennt keine E-Mail-Adresse. Fordern Sie den Scope email an, und geben Sie dem Client diesen Claim.",
        "La connexion a réussi, mais le fournisseur n'indique aucune adresse e-mail. Demandez le scope email et accordez cette revendication au client.");

    /// <param name="email">The address.</param>
    public static string SsoTestEmailNotVerified(string email) => Say(
        $"The sign-in went well, but the provider does not say that {email} is verified. If it never says so and you trust its addresses, choose that below.",
        $"Het inloggen is gelukt, maar de provider zegt niet dat {email} is geverifieerd. Zegt die dat nooit en vertrouwt u de adressen, kies dat dan hieronder.",
        $"Die Anmeldung hat geklappt, aber der Anbieter sagt nicht, dass {email} bestätigt ist. Sagt er es nie und trauen Sie seinen Adressen, wählen Sie das unten.",
        $"La connexion a réussi, mais le fournisseur n'indique pas que {email} est vérifiée. S'il ne l'indique jamais et que vous faites confiance à ses adresses, choisissez-le ci-dessous.");

    public static string SsoNotAskedAgain => Say(
        "The provider did not ask again who you are, so it proves nothing. Sign out there, then try again.",
        "De provider heeft niet opnieuw gevraagd wie u bent, dus het bewijst niets. Log daar uit en probeer het opnieuw.",
        "Der Anbieter hat nicht noch einmal gefragt, wer Sie sind, also beweist es nichts. Melden Sie sich dort ab, und versuchen Sie es erneut.",
        "Le fournisseur n'a pas redemandé qui vous êtes, cela ne prouve donc rien. Déconnectez-vous auprès de lui, puis réessayez.");

    public static string SsoNoAuthTime => Say(
        "Your provider does not say when you signed in, so nothing can be proven there. Tell an account administrator.",
        "Uw provider zegt niet wanneer u hebt ingelogd, dus daar valt niets te bewijzen. Meld het aan een accountbeheerder.",
        "Ihr Anbieter sagt nicht, wann Sie sich angemeldet haben, daher lässt sich dort nichts beweisen. Sagen Sie es einem Account-Administrator.",
        "Votre fournisseur n'indique pas l'heure de votre connexion : rien ne peut donc y être prouvé. Prévenez un administrateur du compte.");

    public static string SsoTestNoAuthTime => Say(
        "The provider does not say when somebody signed in. Give the client the claim auth_time: without it whoever came by single sign-on can confirm nothing.",
        "De provider zegt niet wanneer iemand heeft ingelogd. Geef de client de claim auth_time: zonder die claim kan wie via single sign-on kwam, niets bevestigen.",
        "Der Anbieter sagt nicht, wann sich jemand angemeldet hat. Geben Sie dem Client den Claim auth_time: Ohne ihn lässt sich nach einer Anmeldung über Single Sign-on nichts bestätigen.",
        "Le fournisseur n'indique pas l'heure de la connexion. Accordez au client la revendication auth_time : sans elle, rien ne peut être confirmé après une connexion par authentification unique.");

    // Proving at the provider.

    public static string ProofSsoIsOff => Say(
        "Single sign-on of this account is off, or was set up anew meanwhile.",
        "Single sign-on van dit account staat uit of is intussen opnieuw ingesteld.",
        "Single Sign-on dieses Accounts ist aus oder wurde inzwischen neu eingerichtet.",
        "L'authentification unique de ce compte n'est pas en service ou a été reconfigurée entre-temps.");

    public static string ProofAtProvider => Say(
        "You came by single sign-on, so your provider asks once more who you are. You come back to this page; then choose again what you wanted to do.",
        "U hebt via single sign-on ingelogd, dus uw provider vraagt nog eens wie u bent. U komt op deze pagina terug; kies daarna opnieuw wat u wilde doen.",
        "Sie haben sich über Single Sign-on angemeldet, daher fragt Ihr Anbieter noch einmal, wer Sie sind. Sie kommen auf diese Seite zurück; wählen Sie dann erneut, was Sie tun wollten.",
        "Votre session vient de l'authentification unique : votre fournisseur redemande qui vous êtes. Vous revenez sur cette page ; choisissez alors à nouveau ce que vous vouliez faire.");

    public static string ProofGoToProvider => Say("Go to the provider", "Naar de provider", "Zum Anbieter", "Aller chez le fournisseur");

    public static string ProofNotYet => Say(
        $"You may sign in with a password and have none yet, so there is nothing to show here. “{ForgotPassword}” on the sign-in page sends you a link to choose one.",
        $"U mag met een wachtwoord inloggen en hebt er nog geen, dus u kunt hier niets laten zien. ‘{ForgotPassword}’ op de inlogpagina stuurt u een link om er een te kiezen.",
        $"Sie dürfen sich mit einem Passwort anmelden und haben noch keines, daher können Sie hier nichts vorweisen. „{ForgotPassword}“ auf der Anmeldeseite sendet Ihnen einen Link, um eines zu wählen.",
        $"Vous pouvez vous connecter avec un mot de passe mais n'en avez pas encore : il n'y a donc rien à présenter ici. « {ForgotPassword} » sur la page de connexion vous envoie un lien pour en choisir un.");

    public static string ProofGiven => Say(
        "It is you. Nothing has been changed yet: choose again what you wanted to do.",
        "U bent het. Er is nog niets gewijzigd: kies opnieuw wat u wilde doen.",
        "Sie sind es. Noch wurde nichts geändert: Wählen Sie erneut, was Sie tun wollten.",
        "C'est bien vous. Rien n'a encore été modifié : choisissez à nouveau ce que vous vouliez faire.");

    public static string ProofNotGiven => Say("Nothing was changed.", "Er is niets gewijzigd.", "Es wurde nichts geändert.", "Rien n'a été modifié.");

    public static string ProofByAnother => Say(
        "You signed in at the provider as somebody else than here. Sign out there, then try again.",
        "U hebt bij de provider als iemand anders ingelogd dan hier. Log daar uit en probeer het opnieuw.",
        "Sie haben sich beim Anbieter als jemand anderes angemeldet als hier. Melden Sie sich dort ab, und versuchen Sie es erneut.",
        "La connexion auprès du fournisseur s'est faite sous une autre identité qu'ici. Déconnectez-vous auprès de lui, puis réessayez.");

    // The page of the account.

    public static string SsoLead => Say(
        "Operators sign in at your organisation's own OpenID Connect provider. It asks for a second factor, or not; Portal then asks for none.",
        "Operators loggen in bij de OpenID Connect-provider van uw eigen organisatie. Die vraagt om een tweede factor, of niet; Portal vraagt er dan zelf niet om.",
        "Operatoren melden sich beim OpenID-Connect-Anbieter Ihrer eigenen Organisation an. Er verlangt einen zweiten Faktor oder nicht; Portal verlangt dann keinen.",
        "Les opérateurs se connectent auprès du fournisseur OpenID Connect de votre organisation. Il demande un second facteur, ou non ; Portal n'en demande alors aucun.");

    public static string SsoProvider => Say("Provider", "Provider", "Anbieter", "Fournisseur");

    public static string SsoIssuer => Say("Issuer", "Issuer", "Issuer", "Émetteur");

    public static string SsoIssuerFault => Say(
        "Type an address that begins with https://, without ? and #, exactly as the provider calls itself.",
        "Typ een adres dat begint met https://, zonder ? en #, precies zoals de provider zichzelf noemt.",
        "Geben Sie eine Adresse ein, die mit https:// beginnt, ohne ? und #, genau so, wie der Anbieter sich nennt.",
        "Saisissez une adresse commençant par https://, sans ? ni #, exactement comme le fournisseur se nomme.");

    public static string SsoClientId => Say("Client ID", "Client-ID", "Client-ID", "Identifiant client");

    public static string SsoSecret => Say("Client secret", "Clientgeheim", "Client-Secret", "Secret client");

    public static string SsoSecretSet => Say("Set, and shown to nobody", "Ingesteld, wordt aan niemand getoond", "Gesetzt, wird niemandem angezeigt", "Défini, jamais affiché");

    public static string SsoSecretNone => Say(
        "None: the client is known by PKCE alone",
        "Geen: de client wordt alleen herkend aan PKCE",
        "Keines: Der Client weist sich nur durch PKCE aus",
        "Aucun : le client n'est reconnu que par PKCE");

    public static string SsoSecretUse => Say(
        "Left empty, nothing changes.",
        "Laat u dit leeg, dan verandert er niets.",
        "Bleibt das Feld leer, ändert sich nichts.",
        "Laissé vide, rien ne change.");

    public static string SsoTextFault => Say(
        "Only letters, digits and the usual signs, at most 300 of them.",
        "Alleen letters, cijfers en gewone tekens, hoogstens 300.",
        "Nur Buchstaben, Ziffern und übliche Zeichen, höchstens 300.",
        "Uniquement des lettres, des chiffres et les signes usuels, 300 au plus.");

    public static string SsoRemoveSecret => Say("Remove secret", "Geheim verwijderen", "Secret entfernen", "Supprimer le secret");

    public static string SsoScopes => Say("Scopes", "Scopes", "Scopes", "Portées (scopes)");

    public static string SsoNameUse => Say(
        "what operators type to find it",
        "wat operators typen om hun provider te vinden",
        "das geben Operatoren ein, um ihren Anbieter zu finden",
        "ce que les opérateurs saisissent pour trouver leur fournisseur");

    public static string SsoNameFault(int shortest, int longest) => Say(
        $"{shortest} to {longest} small letters and digits, with single hyphens between them.",
        $"{shortest} tot {longest} kleine letters en cijfers, met losse koppeltekens ertussen.",
        $"{shortest} bis {longest} Kleinbuchstaben und Ziffern, dazwischen einzelne Bindestriche.",
        $"De {shortest} à {longest} lettres minuscules et chiffres, avec des traits d'union isolés.");

    public static string SsoUnmarked => Say(
        "E-mail addresses without “verified”",
        "E-mailadressen zonder ‘geverifieerd’",
        "E-Mail-Adressen ohne „bestätigt“",
        "Adresses e-mail sans « vérifiée »");

    public static string SsoUnmarkedRefused => Say("Refused", "Geweigerd", "Abgelehnt", "Refusées");

    public static string SsoUnmarkedTrusted => Say("Trusted", "Vertrouwd", "Als vertrauenswürdig angenommen", "Acceptées");

    public static string SsoUnmarkedUse => Say(
        "for providers that never say whether",
        "voor providers die het nooit zeggen",
        "für Anbieter, die nie etwas dazu sagen",
        "pour les fournisseurs qui ne l'indiquent jamais");

    public static string SsoForProvider => Say("For the provider", "Voor de provider", "Für den Anbieter", "Pour le fournisseur");

    public static string SsoRedirect => Say("Redirect URI", "Redirect-URI", "Redirect-URI", "URI de redirection");

    public static string SsoSignOutRedirect => Say("After signing out", "Na het uitloggen", "Nach dem Abmelden", "Après la déconnexion");

    public static string SsoSignInAddress => Say("Sign-in address", "Inlogadres", "Anmeldeadresse", "Adresse de connexion");

    public static string SsoNotEntered => Say("Not entered yet", "Nog niet ingevoerd", "Noch nicht eingegeben", "Pas encore saisi");

    // Where it stands.

    public static string SsoOff => Say("Off", "Uit", "Aus", "Inactive");

    public static string SsoOn => Say("On", "Aan", "An", "En service");

    public static string SsoOnNotTested => Say("On, not tested", "Aan, niet getest", "An, nicht getestet", "En service, non testée");

    public static string SsoOnFaulty => Say("On, and not working", "Aan, maar werkt niet", "An, funktioniert aber nicht", "En service, mais ne fonctionne pas");

    public static string SsoIncompleteWhy => Say(
        "Nobody can sign in by it yet. Enter sign-in name, issuer and client ID, then test it.",
        "Nog niemand kan hiermee inloggen. Voer inlognaam, issuer en client-ID in en test daarna.",
        "Noch kann sich niemand darüber anmelden. Geben Sie Anmeldenamen, Issuer und Client-ID ein, und testen Sie es dann.",
        "Personne ne peut encore s'en servir. Saisissez le nom de connexion, l'émetteur et l'identifiant client, puis testez.");

    public static string SsoUntestedWhy => Say(
        "Nobody can sign in by it yet. Test it: you sign in at the provider once, and see here what it says of you.",
        "Nog niemand kan hiermee inloggen. Test het: u logt één keer in bij de provider en ziet hier wat die over u zegt.",
        "Noch kann sich niemand darüber anmelden. Testen Sie es: Sie melden sich einmal beim Anbieter an und sehen hier, was er über Sie sagt.",
        "Personne ne peut encore s'en servir. Testez : vous vous connectez une fois auprès du fournisseur et voyez ici ce qu'il dit de vous.");

    public static string SsoReadyWhy => Say(
        "It works and is off: nobody can sign in by it until you turn it on.",
        "Het werkt en staat uit: niemand kan hiermee inloggen tot u het aanzet.",
        "Es funktioniert und ist aus: Niemand kann sich darüber anmelden, bis Sie es einschalten.",
        "Elle fonctionne mais n'est pas en service : personne ne peut s'en servir tant que vous ne l'activez pas.");

    public static string SsoChangedWhy => Say(
        "The settings were changed and nobody has signed in with them yet. Test them now: what is wrong keeps operators out.",
        "De instellingen zijn gewijzigd en nog niemand heeft ermee ingelogd. Test ze nu: wat niet klopt, houdt operators buiten.",
        "Die Einstellungen wurden geändert, und noch hat sich niemand damit angemeldet. Testen Sie sie jetzt: Was nicht stimmt, sperrt Operatoren aus.",
        "Les réglages ont été modifiés et personne ne s'est encore connecté avec eux. Testez-les maintenant : une erreur bloque les opérateurs.");

    /// <param name="only">Operators who sign in by nothing else.</param>
    /// <param name="besides">Operators who may use a password too.</param>
    public static string SsoOnWhy(int only, int besides) => Say(
        $"Operators can sign in by it: {Number(only)} by single sign-on only, {Number(besides)} with a password too.",
        $"Operators kunnen hiermee inloggen: {Number(only)} alleen via single sign-on, {Number(besides)} ook met een wachtwoord.",
        $"Operatoren können sich darüber anmelden: {Number(only)} nur über Single Sign-on, {Number(besides)} auch mit einem Passwort.",
        $"Des opérateurs peuvent s'en servir : {Number(only)} uniquement par authentification unique, {Number(besides)} aussi avec un mot de passe.");

    public static string SsoTestTitle => Say("Test the settings", "De instellingen testen", "Einstellungen testen", "Tester les réglages");

    public static string SsoTestWhy => Say(
        "Leads to the provider. You sign in there as yourself, and come back to this page; you stay signed in here.",
        "Leidt naar de provider. U logt daar in als uzelf en komt op deze pagina terug; hier blijft u ingelogd.",
        "Führt zum Anbieter. Sie melden sich dort unter Ihrer eigenen Identität an und kommen auf diese Seite zurück; hier bleiben Sie angemeldet.",
        "Mène chez le fournisseur. Vous vous y connectez sous votre identité et revenez sur cette page ; votre session ici continue.");

    public static string SsoTest => Say("Test sign-in", "Testlogin", "Testanmeldung", "Tester la connexion");

    public static string SsoTestNotYet => Say(
        "Enter sign-in name, issuer and client ID first.",
        "Voer eerst inlognaam, issuer en client-ID in.",
        "Geben Sie zuerst Anmeldenamen, Issuer und Client-ID ein.",
        "Saisissez d'abord le nom de connexion, l'émetteur et l'identifiant client.");

    /// <param name="when">A moment.</param>
    /// <param name="by">Who tested.</param>
    public static string SsoTestedBy(string when, string by) => Say(
        $"Last test: {when}, by {by}.",
        $"Laatste test: {when}, door {by}.",
        $"Letzter Test: {when}, durch {by}.",
        $"Dernier test : {Le(when)}, par {by}.");

    /// <param name="email">The address that the provider named.</param>
    /// <param name="subject">The subject that it named.</param>
    public static string SsoTestGot(string email, string subject) => Say(
        $"It worked. The provider says: {email}, subject {subject}.",
        $"Het werkte. De provider zegt: {email}, subject {subject}.",
        $"Es hat funktioniert. Der Anbieter sagt: {email}, Subject {subject}.",
        $"Cela a fonctionné. Le fournisseur dit : {email}, sujet {subject}.");

    public static string SsoTurnOnTitle => Say("Let operators sign in by it", "Openstellen voor operators", "Für Operatoren öffnen", "Ouvrir aux opérateurs");

    public static string SsoTurnOnWhy => Say(
        "Who may is set for each operator, under Login options.",
        "Wie dat mag, stelt u per operator in, onder Loginopties.",
        "Wer es darf, stellen Sie für jeden Operator unter „Anmeldeoptionen“ ein.",
        "Qui y a droit se règle pour chaque opérateur, sous « Options de connexion ».");

    public static string SsoTurnOnNotYet => Say(
        "Possible once a test has worked.",
        "Mogelijk zodra een test heeft gewerkt.",
        "Möglich, sobald ein Test funktioniert hat.",
        "Possible dès qu'un test a fonctionné.");

    public static string SsoTurnOn => Say("Turn on", "Aanzetten", "Einschalten", "Activer");

    public static string SsoTurnOffTitle => Say("Let nobody sign in by it", "Voor iedereen sluiten", "Für alle schließen", "Fermer à tous");

    public static string SsoTurnOffWhy => Say(
        "The settings are kept. Sessions that are open go on.",
        "De instellingen blijven bewaard. Open sessies gaan door.",
        "Die Einstellungen bleiben erhalten. Offene Sitzungen laufen weiter.",
        "Les réglages sont conservés. Les sessions ouvertes continuent.");

    public static string SsoTurnOff => Say("Turn off", "Uitzetten", "Ausschalten", "Désactiver");

    public static string SsoTurnOffQuestion => Say(
        "Turn single sign-on off?",
        "Single sign-on uitzetten?",
        "Single Sign-on ausschalten?",
        "Désactiver l'authentification unique ?");

    /// <param name="only">Operators who sign in by nothing else.</param>
    public static string SsoTurnOffOnly(int only) => Say(
        only == 1 ? "1 operator signs in by single sign-on only and can then no longer sign in." : $"{Number(only)} operators sign in by single sign-on only and can then no longer sign in.",
        only == 1 ? "1 operator logt alleen via single sign-on in en kan dan niet meer inloggen." : $"{Number(only)} operators loggen alleen via single sign-on in en kunnen dan niet meer inloggen.",
        only == 1 ? "1 Operator meldet sich nur über Single Sign-on an und kann sich dann nicht mehr anmelden." : $"{Number(only)} Operatoren melden sich nur über Single Sign-on an und können sich dann nicht mehr anmelden.",
        only < 2 ? $"{Number(only)} opérateur se connecte uniquement par authentification unique et ne pourra plus se connecter." : $"{Number(only)} opérateurs se connectent uniquement par authentification unique et ne pourront plus se connecter.");

    public static string SsoTurnOffBack => Say(
        "New operators begin with a password.",
        "Nieuwe operators beginnen met een wachtwoord.",
        "Neue Operatoren beginnen mit einem Passwort.",
        "Les nouveaux opérateurs commencent avec un mot de passe.");

    /// <param name="count">How many.</param>
    public static string SsoBoundElsewhere(int count) => Say(
        count == 1 ? "1 operator is bound to another provider" : $"{Number(count)} operators are bound to another provider",
        count == 1 ? "1 operator is aan een andere provider gekoppeld" : $"{Number(count)} operators zijn aan een andere provider gekoppeld",
        count == 1 ? "1 Operator ist an einen anderen Anbieter gebunden" : $"{Number(count)} Operatoren sind an einen anderen Anbieter gebunden",
        count < 2 ? $"{Number(count)} opérateur est lié à un autre fournisseur" : $"{Number(count)} opérateurs sont liés à un autre fournisseur");

    public static string SsoBoundElsewhereWhy => Say(
        "Issuer or client ID was changed since they first signed in. Released, they are bound anew at the next sign-in, by their verified address.",
        "De issuer of de client-ID is gewijzigd sinds hun eerste login. Na het ontkoppelen worden ze bij de volgende login opnieuw gekoppeld, via hun geverifieerde adres.",
        "Issuer oder Client-ID wurde seit ihrer ersten Anmeldung geändert. Nach dem Lösen der Bindung werden sie bei der nächsten Anmeldung über ihre bestätigte Adresse neu gebunden.",
        "L'émetteur ou l'identifiant client a changé depuis leur première connexion. Dissociés, ils seront liés à nouveau à la prochaine connexion, par leur adresse vérifiée.");

    public static string SsoReleaseAll => Say("Release them", "Ontkoppelen", "Bindung lösen", "Dissocier");

    // Login options of one operator.

    /// <param name="name">Whose; <see langword="null"/> to speak to the operator.</param>
    public static string LoginOptionsQuestion(string? name) => name is null
        ? Say("How do you sign in?", "Hoe logt u in?", "Wie melden Sie sich an?", "Comment vous connectez-vous ?")
        : Say($"How does {name} sign in?", $"Hoe logt {name} in?", $"Wie meldet sich {name} an?", $"Quel est le mode de connexion {De(name)} ?");

    public static string LoginOptionsHolds => Say(
        "It holds from the next sign-in on; sessions that are open go on.",
        "Het geldt vanaf de volgende login; open sessies gaan door.",
        "Es gilt ab der nächsten Anmeldung; offene Sitzungen laufen weiter.",
        "Cela s'applique à partir de la prochaine connexion ; les sessions ouvertes continuent.");

    /// <param name="name">Whose; <see langword="null"/> to speak to the operator.</param>
    public static string LoginOptionsErases(string? name) => name is null
        ? Say(
            "Your authenticator, recovery codes and password are erased. Two-factor authentication is then the provider's.",
            "Uw authenticator, herstelcodes en wachtwoord worden gewist. Tweefactorauthenticatie is dan aan de provider.",
            "Ihr Authenticator, Ihre Wiederherstellungscodes und Ihr Passwort werden gelöscht. Die Zwei-Faktor-Authentifizierung ist dann Sache des Anbieters.",
            "Votre authentificateur, vos codes de récupération et votre mot de passe sont effacés. L'authentification à deux facteurs relève alors du fournisseur.")
        : Say(
        $"{name}'s authenticator, recovery codes and password are erased. Two-factor authentication is then the provider's.",
        $"De authenticator, herstelcodes en het wachtwoord van {name} worden gewist. Tweefactorauthenticatie is dan aan de provider.",
        $"Authenticator, Wiederherstellungscodes und Passwort von {name} werden gelöscht. Die Zwei-Faktor-Authentifizierung ist dann Sache des Anbieters.",
        $"L'authentificateur, les codes de récupération et le mot de passe {De(name)} sont effacés. L'authentification à deux facteurs relève alors du fournisseur.");

    /// <param name="email">The address.</param>
    public static string LoginOptionsFirstTime(string email) => Say(
        $"At the first sign-in the provider has to name {email} as a verified address; from then on that identity counts.",
        $"Bij de eerste login moet de provider {email} als geverifieerd adres noemen; vanaf dan telt die identiteit.",
        $"Bei der ersten Anmeldung muss der Anbieter {email} als bestätigte Adresse nennen; von da an zählt diese Identität.",
        $"À la première connexion, le fournisseur doit indiquer {email} comme adresse vérifiée ; ensuite, c'est cette identité qui compte.");

    /// <param name="email">The address.</param>
    public static string LoginOptionsMail(string email) => Say(
        $"A link to choose a password goes to {email}. Nothing is set up then, and the setting applies from scratch.",
        $"Een link om een wachtwoord te kiezen gaat naar {email}. Er is dan niets ingesteld, en de instelling geldt opnieuw vanaf het begin.",
        $"Ein Link, um ein Passwort zu wählen, geht an {email}. Dann ist nichts eingerichtet, und die Einstellung gilt von vorn.",
        $"Un lien pour choisir un mot de passe est envoyé à {email}. Rien n'est alors configuré, et le réglage s'applique depuis le début.");

    public static string LoginOptionsMailInFolder => Say(
        "Mail is not being delivered now, so the link stays on the server until it is.",
        "E-mail wordt nu niet bezorgd, dus de link blijft op de server tot dat wel gebeurt.",
        "E-Mail wird derzeit nicht zugestellt, daher bleibt der Link bis dahin auf dem Server.",
        "Les e-mails ne sont pas distribués actuellement : le lien reste sur le serveur en attendant.");

    public static string LoginOptionsReleases => Say(
        "The identity at the provider is released.",
        "De identiteit bij de provider wordt ontkoppeld.",
        "Die Bindung an die Identität beim Anbieter wird gelöst.",
        "L'identité chez le fournisseur est dissociée.");

    public static string LoginOptionsNeedSso => Say(
        "Single sign-on is off for this account: only a password is possible.",
        "Single sign-on staat voor dit account uit: alleen een wachtwoord is mogelijk.",
        "Single Sign-on ist für diesen Account aus: Nur ein Passwort ist möglich.",
        "L'authentification unique n'est pas en service pour ce compte : seul un mot de passe est possible.");

    public static string LoginOptionsFaulty => Say(
        "Single sign-on does not work at the moment: whoever signs in by nothing else is kept out until it does.",
        "Single sign-on werkt op dit moment niet: wie niet anders inlogt, blijft buiten tot het weer werkt.",
        "Single Sign-on funktioniert derzeit nicht: Wer sich nicht anders anmeldet, bleibt ausgesperrt, bis es wieder funktioniert.",
        "L'authentification unique ne fonctionne pas pour le moment : sans autre moyen, la connexion est impossible jusqu'à son rétablissement.");

    public static string LoginOptionsWayIn => Say(
        "By single sign-on an administrator has a way in once they have signed in by it: allow both first, sign in by it once, then choose single sign-on only.",
        "Via single sign-on telt de toegang van een beheerder pas na één keer zo inloggen: sta eerst beide toe, log één keer zo in en kies dan alleen single sign-on.",
        "Bei einem Administrator zählt der Zugang über Single Sign-on erst nach einer ersten Anmeldung auf diesem Weg: Erlauben Sie zuerst beides, melden Sie sich einmal so an, und wählen Sie dann nur Single Sign-on.",
        "Par authentification unique, l'accès d'un administrateur ne compte qu'après une première connexion de cette façon : autorisez d'abord les deux, connectez-vous une fois ainsi, puis choisissez l'authentification unique seule.");

    public static string LoginOptionsWayInByMail => Say(
        "A password would have to be chosen by mail, which is not delivered. Allow both for now.",
        "Een wachtwoord zou via e-mail moeten worden gekozen, en die wordt niet bezorgd. Sta voorlopig beide toe.",
        "Ein Passwort müsste per E-Mail gewählt werden, und die wird nicht zugestellt. Erlauben Sie vorerst beides.",
        "Un mot de passe devrait être choisi par e-mail, or les e-mails ne sont pas distribués. Autorisez les deux pour l'instant.");

    public static string SsoIdentity => Say("Identity at the provider", "Identiteit bij de provider", "Identität beim Anbieter", "Identité chez le fournisseur");

    public static string SsoIdentityNone => Say(
        "None yet: the first sign-in binds one",
        "Nog geen: bij de eerste login wordt er een gekoppeld",
        "Noch keine: Die erste Anmeldung bindet eine",
        "Aucune : la première connexion en associera une");

    /// <param name="when">A moment.</param>
    public static string SsoIdentitySince(string when) => Say($"Bound since {when}", $"Gekoppeld sinds {when}", $"Gebunden seit {when}", $"Associée {Depuis(when)}");

    public static string SsoIdentityElsewhere => Say(
        "Bound to another provider: it cannot sign in until it is released",
        "Aan een andere provider gekoppeld: inloggen kan pas na ontkoppelen",
        "An einen anderen Anbieter gebunden: Eine Anmeldung ist erst nach dem Lösen möglich",
        "Liée à un autre fournisseur : connexion impossible avant dissociation");

    public static string SsoRelease => Say("Release", "Ontkoppelen", "Bindung lösen", "Dissocier");

    /// <param name="name">Whose identity.</param>
    public static string SsoReleased(string name) => Say(
        $"Released. {name}'s next sign-in binds anew, by the verified address.",
        $"Ontkoppeld. Bij de volgende login van {name} wordt opnieuw een identiteit gekoppeld, via het geverifieerde adres.",
        $"Bindung gelöst. Bei der nächsten Anmeldung von {name} wird über die bestätigte Adresse neu gebunden.",
        $"Dissociée. La prochaine connexion {De(name)} associera à nouveau une identité, par l'adresse vérifiée.");

    /// <summary>In place of a password, of somebody who may use one and has none.</summary>
    public static string PasswordNone => Say("None yet", "Nog geen", "Noch keines", "Pas encore de mot de passe");

    public static string PasswordNoneHelp => Say(
        $"“{ForgotPassword}” on the sign-in page sends you a link to choose one.",
        $"‘{ForgotPassword}’ op de inlogpagina stuurt u een link om er een te kiezen.",
        $"„{ForgotPassword}“ auf der Anmeldeseite sendet Ihnen einen Link, um eines zu wählen.",
        $"« {ForgotPassword} » sur la page de connexion vous envoie un lien pour en choisir un.");

    public static string DefaultLoginOptionsUse => Say(
        "for new operators",
        "voor nieuwe operators",
        "für neue Operatoren",
        "pour les nouveaux opérateurs");

    /// <summary>What stands beside the status of somebody whose only way is closed.</summary>
    /// <param name="name">Whose; <see langword="null"/> to speak to the operator.</param>
    public static string SsoIsOffFor(string? name) => name is null
        ? Say(
            "Single sign-on of this account is off: at your next sign-in you have no way in.",
            "Single sign-on van dit account staat uit: bij uw volgende login komt u niet binnen.",
            "Single Sign-on dieses Accounts ist aus: Bei Ihrer nächsten Anmeldung kommen Sie nicht hinein.",
            "L'authentification unique de ce compte n'est pas en service : à votre prochaine connexion, vous n'aurez aucun accès.")
        : Say(
            $"Single sign-on of this account is off: {name} cannot sign in.",
            $"Single sign-on van dit account staat uit: {name} kan niet inloggen.",
            $"Single Sign-on dieses Accounts ist aus: {name} kann sich nicht anmelden.",
            $"L'authentification unique de ce compte n'est pas en service : {name} ne peut pas se connecter.");

    /// <param name="email">The address.</param>
    public static string LoginOptionsMailQueued(string email) => Say(
        $"The mail to {email} with a link to choose a password is queued.",
        $"De e-mail aan {email} met een link om een wachtwoord te kiezen staat klaar.",
        $"Die E-Mail an {email} mit einem Link, um ein Passwort zu wählen, ist eingereiht.",
        $"L'e-mail à {email} avec un lien pour choisir un mot de passe est en file d'attente.");

    // Overview.

    /// <param name="only">Operators who sign in by nothing else.</param>
    public static string SsoIsOffForSome(int only) => Say(
        only == 1 ? "1 operator cannot sign in" : $"{Number(only)} operators cannot sign in",
        only == 1 ? "1 operator kan niet inloggen" : $"{Number(only)} operators kunnen niet inloggen",
        only == 1 ? "1 Operator kann sich nicht anmelden" : $"{Number(only)} Operatoren können sich nicht anmelden",
        only < 2 ? $"{Number(only)} opérateur ne peut pas se connecter" : $"{Number(only)} opérateurs ne peuvent pas se connecter");

    public static string SsoIsOffForSomeWhy => Say(
        "They sign in by single sign-on only, and it is off.",
        "Ze loggen alleen via single sign-on in, en dat staat uit.",
        "Sie melden sich nur über Single Sign-on an, und das ist aus.",
        "Ils se connectent uniquement par authentification unique, et elle n'est pas en service.");

    public static string SsoDoesNotWork => Say(
        "Single sign-on does not work",
        "Single sign-on werkt niet",
        "Single Sign-on funktioniert nicht",
        "L'authentification unique ne fonctionne pas");

    public static string ToSso => Say("To single sign-on", "Naar single sign-on", "Zu Single Sign-on", "Vers l'authentification unique");

    // Invitations.

    public static string InvitationBySsoLead => Say(
        "You accept by signing in at your organisation's provider. There is no password to choose here.",
        "U accepteert door in te loggen bij de provider van uw organisatie. U hoeft hier geen wachtwoord te kiezen.",
        "Sie nehmen an, indem Sie sich beim Anbieter Ihrer Organisation anmelden. Hier ist kein Passwort zu wählen.",
        "Vous acceptez en vous connectant auprès du fournisseur de votre organisation. Aucun mot de passe n'est à choisir ici.");

    /// <param name="email">The address that was invited.</param>
    public static string InvitationBySsoSame(string email) => Say(
        $"Sign in there as {email}: the invitation is for this address.",
        $"Log daar in als {email}: de uitnodiging is voor dit adres.",
        $"Melden Sie sich dort als {email} an: Die Einladung gilt für diese Adresse.",
        $"Connectez-vous chez le fournisseur en tant que {email} : l'invitation est destinée à cette adresse.");

    public static string InvitationBySsoOff => Say(
        "Single sign-on of this account is off at the moment. Ask whoever invited you.",
        "Single sign-on van dit account staat op dit moment uit. Vraag het aan de persoon die u uitnodigde.",
        "Single Sign-on dieses Accounts ist derzeit aus. Fragen Sie die Person, die Sie eingeladen hat.",
        "L'authentification unique de ce compte n'est pas en service pour le moment. Adressez-vous à la personne qui vous a envoyé l'invitation.");

    // Mail.

    public static string ChoosePasswordMailSubject(string account) => Say(
        $"Choose a password for {account}",
        $"Kies een wachtwoord voor {account}",
        $"Wählen Sie ein Passwort für {account}",
        $"Choisissez un mot de passe pour {account}");

    public static string ChoosePasswordMailLead(string by, string account) => Say(
        $"{by} has changed how you sign in to {account}: from now on with a password. Choose one with this link.",
        $"{by} heeft gewijzigd hoe u inlogt bij {account}: voortaan met een wachtwoord. Kies er een met deze link.",
        $"{by} hat geändert, wie Sie sich bei {account} anmelden: ab jetzt mit einem Passwort. Wählen Sie eines mit diesem Link.",
        $"{by} a modifié votre façon de vous connecter à {account} : désormais avec un mot de passe. Choisissez-en un avec ce lien.");

    public static string ChoosePasswordMailLater => Say(
        $"Too late? On the sign-in page, “{ForgotPassword}” sends you another link.",
        $"Te laat? Op de inlogpagina stuurt ‘{ForgotPassword}’ u een nieuwe link.",
        $"Zu spät? Auf der Anmeldeseite sendet Ihnen „{ForgotPassword}“ einen neuen Link.",
        $"Trop tard ? Sur la page de connexion, « {ForgotPassword} » vous envoie un autre lien.");

    public static string NoticeLoginOptionsChanged => Say(
        "How you sign in was changed",
        "Uw manier van inloggen is gewijzigd",
        "Wie Sie sich anmelden, wurde geändert",
        "Votre façon de vous connecter a été modifiée");

    public static string NoticeLoginOptionsChangedLead(string account) => Say(
        $"The login options for you at {account} were changed. They hold from your next sign-in on.",
        $"Uw loginopties bij {account} zijn gewijzigd. Ze gelden vanaf uw volgende login.",
        $"Ihre Anmeldeoptionen bei {account} wurden geändert. Sie gelten ab Ihrer nächsten Anmeldung.",
        $"Vos options de connexion chez {account} ont été modifiées. Elles s'appliquent à partir de votre prochaine connexion.");

    public static string NoticeIdentityBound => Say(
        "You have signed in by single sign-on for the first time",
        "U hebt voor het eerst via single sign-on ingelogd",
        "Sie haben sich zum ersten Mal über Single Sign-on angemeldet",
        "Première connexion par authentification unique");

    public static string NoticeIdentityBoundLead(string account) => Say(
        $"From now on this identity at the provider signs in as you at {account}, and no other does.",
        $"Voortaan logt u bij {account} in met deze identiteit bij de provider, en met geen andere.",
        $"Von jetzt an melden Sie sich bei {account} mit dieser Identität beim Anbieter an und mit keiner anderen.",
        $"Désormais, vous vous connectez à {account} avec cette identité chez le fournisseur, et avec aucune autre.");

    public static string NoticeIdentityReleased => Say(
        "Your identity at the provider was released",
        "Uw identiteit bij de provider is ontkoppeld",
        "Die Bindung an Ihre Identität beim Anbieter wurde gelöst",
        "Votre identité chez le fournisseur a été dissociée");

    public static string NoticeIdentityReleasedLead(string account) => Say(
        $"At your next sign-in by single sign-on at {account}, the identity that the provider knows by your verified address is bound anew.",
        $"Bij uw volgende login via single sign-on bij {account} wordt opnieuw een identiteit gekoppeld: die met uw geverifieerde adres bij de provider.",
        $"Bei Ihrer nächsten Anmeldung über Single Sign-on bei {account} wird die Identität neu gebunden, die beim Anbieter Ihre bestätigte Adresse hat.",
        $"À votre prochaine connexion par authentification unique chez {account}, l'identité ayant votre adresse vérifiée sera associée à nouveau.");

    public static string NoticeSsoChanged(string account) => Say(
        $"Single sign-on of {account} was set up otherwise",
        $"Single sign-on van {account} is anders ingesteld",
        $"Single Sign-on von {account} wurde anders eingerichtet",
        $"L'authentification unique de {account} a été reconfigurée");

    /// <summary>The label of what was changed.</summary>
    public static string NoticeSsoField => Say("Setting", "Instelling", "Einstellung", "Réglage");

    public static string NoticeSsoChangedLead(string account) => Say(
        $"A setting of the single sign-on of {account} was changed while it is on. Whoever decides which provider is believed decides who comes in.",
        $"Een instelling van single sign-on van {account} is gewijzigd terwijl het aanstaat. Wie bepaalt welke provider wordt vertrouwd, bepaalt wie binnenkomt.",
        $"Eine Einstellung des Single Sign-on von {account} wurde geändert, während es an ist. Wer bestimmt, welchem Anbieter vertraut wird, bestimmt, wer hineinkommt.",
        $"Un réglage de l'authentification unique de {account} a été modifié alors qu'elle est en service. Qui choisit le fournisseur choisit qui entre.");

    public static string NoticeSsoOn(string account) => Say(
        $"Single sign-on of {account} was turned on",
        $"Single sign-on van {account} is aangezet",
        $"Single Sign-on von {account} wurde eingeschaltet",
        $"L'authentification unique de {account} a été activée");

    public static string NoticeSsoOnLead(string account) => Say(
        $"Operators of {account} whose login options allow it can sign in at the provider from now on.",
        $"Operators van {account} met de juiste loginopties kunnen voortaan inloggen bij de provider.",
        $"Operatoren von {account}, deren Anmeldeoptionen es erlauben, können sich ab jetzt beim Anbieter anmelden.",
        $"Les opérateurs de {account} dont les options de connexion le permettent peuvent désormais se connecter auprès du fournisseur.");

    public static string NoticeSsoOff(string account) => Say(
        $"Single sign-on of {account} was turned off",
        $"Single sign-on van {account} is uitgezet",
        $"Single Sign-on von {account} wurde ausgeschaltet",
        $"L'authentification unique de {account} a été désactivée");

    public static string NoticeSsoOffLead(string account) => Say(
        $"Nobody can sign in to {account} at the provider any more.",
        $"Niemand kan nog via de provider inloggen bij {account}.",
        $"Niemand kann sich mehr über den Anbieter bei {account} anmelden.",
        $"Plus personne ne peut se connecter à {account} auprès du fournisseur.");
}

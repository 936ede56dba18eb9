namespace Portal.Texts;

/// <summary>Inviting operators, and accepting an invitation.</summary>
public static partial class Words
{
    // Inviting.

    public static string AddOperator => Say("Add operator", "Operator toevoegen");

    public static string AddOperatorLead => Say(
        "They get a link, choose a password of their own and join. Nobody else ever knows that password.",
        "Zij krijgen een link, kiezen zelf een wachtwoord en doen mee. Niemand anders kent dat wachtwoord ooit.");

    public static string InvitationLanguage => Say("Language of the mail", "Taal van de e-mail");

    public static string EnterTheirEmail => Say("Type the e-mail address.", "Typ het e-mailadres.");

    public static string SendInvitation => Say("Send invitation", "Uitnodiging sturen");

    public static string WithoutMail => Say("Without mail", "Zonder e-mail");

    public static string InvitationMailNotDelivered => Say(
        "This installation does not deliver mail: an invitation that is sent waits in a folder on the server. Without mail you get the link here, to hand it over yourself.",
        "Deze installatie bezorgt geen e-mail: een uitnodiging die u stuurt, wacht in een map op de server. Zonder e-mail krijgt u de link hier en overhandigt u die zelf.");

    public static string InvitedDone(string name) => Say($"{name} is invited", $"{name} is uitgenodigd");

    public static string InvitationQueued(string email) => Say($"The mail to {email} is on its way.", $"De e-mail naar {email} is onderweg.");

    /// <summary>While mail is not delivered.</summary>
    public static string InvitationInFolder(string email) => Say(
        $"The mail to {email} goes to the folder on the server. Nobody gets it unless it is taken from there.",
        $"De e-mail naar {email} gaat naar de map op de server. Niemand krijgt hem, tenzij hij daar wordt opgehaald.");

    public static string InvitationWorks(int days) => Say(
        $"Its link works for {days} days from when it is sent. {SendAgainOrRevoke}",
        $"De link werkt {days} dagen vanaf het moment van versturen. {SendAgainOrRevoke}");

    private static string SendAgainOrRevoke => Say(
        "On the operator's page you can send it again or revoke it.",
        "Op de pagina van de operator kunt u hem opnieuw sturen of intrekken.");

    public static string HandOverTitle(string name) => Say($"Hand this link to {name}", $"Overhandig deze link aan {name}");

    public static string HandOverLead(string name) => Say(
        $"It is shown only this once. Give it to {name} and nobody else: whoever holds it can choose the password.",
        $"U ziet hem alleen deze ene keer. Geef hem aan {name} en aan niemand anders: wie hem heeft, kan het wachtwoord kiezen.");

    public static string LinkLabel => Say("Link", "Link");

    public static string CopyLink => Say("Copy link", "Link kopiëren");

    public static string CopyFailedLink => Say(
        "The browser did not let us copy. Select the link and copy it yourself.",
        "De browser stond kopiëren niet toe. Selecteer de link en kopieer die zelf.");

    // The list and the operator page.

    public static string InvitationExpired => Say("Invitation expired", "Uitnodiging verlopen");

    public static string InvitationHead => Say("Invitation", "Uitnodiging");

    /// <summary>It follows <see cref="Invited"/> or <see cref="InvitationExpired"/> and a colon.</summary>
    public static string InvitedBy(string? who, string when) => who is null ? $"{when}." : Say($"by {who}, {when}.", $"door {who}, {when}.");

    public static string InvitationWorksUntil(string day) => Say($"The link works until {day}.", $"De link werkt tot {day}.");

    public static string InvitationWorksFromSending(int days) => Say(
        $"The link works for {days} days from when the mail is sent.",
        $"De link werkt {days} dagen vanaf het moment dat de e-mail is verstuurd.");

    public static string InvitationIsOver(string day) => Say($"The link stopped working on {day}.", $"De link werkt niet meer sinds {day}.");

    public static string InvitationIsVoid => Say(
        "The address was corrected, so the link that was made before no longer works. Resend the invitation.",
        "Het adres is gecorrigeerd, dus de eerdere link werkt niet meer. Stuur de uitnodiging opnieuw.");

    public static string NoInvitation => Say("No link works. Resend the invitation.", "Er is geen link die werkt. Stuur de uitnodiging opnieuw.");

    public static string InvitationMailQueued => Say("The mail waits to be sent.", "De e-mail wacht op verzending.");

    public static string InvitationMailSent(string when) => Say($"The mail was sent {when}.", $"De e-mail is {when} verstuurd.");

    public static string InvitationMailFailed => Say(
        "The mail could not be delivered. Check the address, or hand the link over.",
        "De e-mail kon niet worden bezorgd. Controleer het adres, of overhandig de link.");

    public static string InvitationHandedOver => Say("The link was handed over without mail.", "De link is zonder e-mail overhandigd.");

    public static string ResendInvitation => Say("Resend invitation", "Uitnodiging opnieuw sturen");

    public static string ResendTitle => Say("Not arrived, or lost?", "Niet aangekomen, of kwijt?");

    public static string ResendWhy(string email) => Say(
        $"Mails a new link to {email}. The one before stops working.",
        $"Mailt een nieuwe link naar {email}. De vorige werkt dan niet meer.");

    public static string Resent => Say(
        "A new invitation was made; the one before no longer works.",
        "Er is een nieuwe uitnodiging gemaakt; de vorige werkt niet meer.");

    public static string HandOverLink => Say("Hand over the link", "Link overhandigen");

    public static string HandOverRowTitle => Say("Without mail", "Zonder e-mail");

    public static string HandOverRowWhy => Say(
        "Shows a new link once, to hand over yourself. The one before stops working.",
        "Toont één keer een nieuwe link die u zelf overhandigt. De vorige werkt dan niet meer.");

    public static string HandOverQuestion(string name) => Say($"Make a link to hand to {name}?", $"Een link maken om aan {name} te overhandigen?");

    public static string HandOverVoids => Say(
        "The link that was sent or handed over before stops working at once.",
        "De link die eerder is verstuurd of overhandigd, werkt meteen niet meer.");

    public static string HandOverWorks(int days) => Say(
        $"The new one is shown once, here, and works for {days} days.",
        $"De nieuwe ziet u één keer, hier, en werkt {days} dagen.");

    public static string RevokeInvitation => Say("Revoke invitation", "Uitnodiging intrekken");

    public static string RevokeTitle => Say("Not meant after all?", "Toch niet de bedoeling?");

    public static string RevokeWhy(string name) => Say(
        $"The link stops working and {name} disappears from the list.",
        $"De link werkt dan niet meer en {name} verdwijnt uit de lijst.");

    public static string RevokeQuestion(string name) => Say($"Revoke the invitation of {name}?", $"Uitnodiging van {name} intrekken?");

    public static string RevokeLinkStops => Say("The link stops working, wherever it is.", "De link werkt niet meer, waar die ook is.");

    public static string RevokeVanishes(string name) => Say(
        $"{name} disappears from the list of operators; the audit log keeps the name.",
        $"{name} verdwijnt uit de lijst met operators; het auditlogboek bewaart de naam.");

    public static string RevokeAddressFree(string email) => Say(
        $"{email} is free again, for another invitation.",
        $"{email} is weer vrij voor een andere uitnodiging.");

    // What holds for somebody who has not accepted: it ends the sentence that the setting begins.

    public static string InvitedMeans(string name, bool setUpFirst, bool setUpOffered) => (setUpFirst, setUpOffered) switch
    {
        (true, _) => Say(
            $"{name} has not accepted yet. Accepting asks for a password, and set-up is part of it.",
            $"{name} heeft nog niet geaccepteerd. Accepteren vraagt om een wachtwoord, en het instellen hoort erbij."),
        (_, true) => Say(
            $"{name} has not accepted yet. Accepting asks for a password and offers set-up.",
            $"{name} heeft nog niet geaccepteerd. Accepteren vraagt om een wachtwoord en biedt het instellen aan."),
        _ => Say(
            $"{name} has not accepted yet. Accepting asks for a password and nothing else.",
            $"{name} heeft nog niet geaccepteerd. Accepteren vraagt om een wachtwoord en verder niets."),
    };

    // The mail, and accepting.

    public static string InvitationTitle(string? by, string account) => by is null
        ? Say($"You are invited to {account}", $"U bent uitgenodigd voor {account}")
        : Say($"{by} invites you to {account}", $"{by} nodigt u uit voor {account}");

    public static string InvitationMailLead(string name) => Say(
        $"Hello {name}. Open the link and choose a password; then you can sign in.",
        $"Beste {name}. Open de link en kies een wachtwoord; daarna kunt u inloggen.");

    public static string DayAndTime(string day, string time) => Say($"{day}, {time}", $"{day}, {time}");

    public static string AcceptInvitation => Say("Accept the invitation", "Uitnodiging accepteren");

    public static string InvitationUnexpected => Say(
        "You did not expect this? Do nothing: without you nothing happens.",
        "Had u dit niet verwacht? Doe niets: zonder u gebeurt er niets.");

    public static string AcceptLead => Say(
        "Choose a password. Only you will know it.",
        "Kies een wachtwoord. Alleen u kent het.");

    public static string NewPassword => Say("New password", "Nieuw wachtwoord");

    public static string NewPasswordAgain => Say("The same password again", "Nogmaals hetzelfde wachtwoord");

    public static string PasswordHelp(int shortest) => Say(
        $"At least {shortest} characters, of any kind. Four words are easy to remember.",
        $"Minstens {shortest} tekens, welke dan ook. Vier woorden onthoudt u makkelijk.");

    public static string ChoosePassword => Say("Choose a password.", "Kies een wachtwoord.");

    public static string PasswordsDiffer => Say("The two are not the same. Type both again.", "De twee zijn niet gelijk. Typ ze allebei opnieuw.");

    public static string PasswordUnfit => Say(
        "It has a character in it that cannot be typed. Take letters, digits, signs and spaces.",
        "Er zit een teken in dat niet te typen is. Neem letters, cijfers, leestekens en spaties.");

    public static string OfferLead(string account) => Say(
        $"{account} leaves it to you: a code from an app on your phone, besides your password. It takes two minutes. Your invitation is accepted once you choose one of the two.",
        $"{account} laat de keuze aan u: naast uw wachtwoord een code uit een app op uw telefoon. Het kost twee minuten. Uw uitnodiging is geaccepteerd zodra u een van beide kiest.");

    public static string OfferLater => Say(
        "You can also do it later, under your own name: User settings.",
        "Het kan ook later, onder uw eigen naam: Gebruikersinstellingen.");

    public static string NotNow => Say("Not now", "Nu niet");

    public static string PasswordChosenTitle => Say("Your password is chosen", "Uw wachtwoord is gekozen");

    public static string PasswordChosenLead(string account) => Say(
        $"One click, and you are in {account}.",
        $"Nog één klik en u bent in {account}.");

    public static string SetUpNotNeededNow => Say(
        "Two-factor authentication is not asked of you now.",
        "Er wordt nu geen tweefactorauthenticatie van u gevraagd.");

    // Invitations that no longer work.

    public static string InvitationExpiredWhy(string? by) => Say(
        $"An invitation works for a limited time. Ask {by ?? Inviter} for another.",
        $"Een uitnodiging werkt een beperkte tijd. Vraag {by ?? Inviter} om een nieuwe.");

    public static string InvitationReplacedWhy(string? by) => Say(
        $"Only the newest one works. Look for it in your mail, or ask {by ?? Inviter} for another.",
        $"Alleen de nieuwste werkt. Zoek die op in uw e-mail, of vraag {by ?? Inviter} om een andere.");

    public static string InvitationUsedTitle => Say("This invitation was accepted", "Deze uitnodiging is geaccepteerd");

    public static string InvitationUsedWhy => Say(
        "Use Sign in, with your address and the password that was chosen.",
        "Gebruik Inloggen, met uw adres en het gekozen wachtwoord.");

    public static string InvitationRevokedTitle => Say("This invitation was revoked", "Deze uitnodiging is ingetrokken");

    public static string InvitationRevokedWhy => Say(
        "It can no longer be accepted. If that is a mistake, ask whoever invited you for another.",
        "Hij kan niet meer worden geaccepteerd. Is dat een vergissing, vraag dan wie u uitnodigde om een nieuwe.");

    public static string InvitationBySsoTitle => Say("You sign in by single sign-on", "U logt in via single sign-on");

    public static string InvitationBySsoWhy => Say(
        "There is no password to choose: sign in at your organisation's provider.",
        "U hoeft geen wachtwoord te kiezen: log in bij de provider van uw organisatie.");

    private static string Inviter => Say("the account administrator who invited you", "de accountbeheerder die u uitnodigde");

    // Demo.

    /// <summary>In place of a role, of somebody who cannot sign in yet.</summary>
    public static string DemoInvited => Say("Invited: open the mail", "Uitgenodigd: open de e-mail");
}

namespace Portal.Texts;

/// <summary>Passwords and addresses: what is wrong with one, choosing another, and the mails about it.</summary>
public static partial class Words
{
    public static string PasswordTooShort(int shortest) => Say(
        $"Too short: take at least {shortest} characters, for example four words.",
        $"Te kort: neem minstens {shortest} tekens, bijvoorbeeld vier woorden.");

    public static string PasswordTooLong(int longest) => Say($"Too long: take at most {longest} characters.", $"Te lang: neem hoogstens {longest} tekens.");

    public static string PasswordTooCommon => Say(
        "Too easy to guess: many people use it, or it is your own name or address.",
        "Te makkelijk te raden: veel mensen gebruiken het, of het is uw eigen naam of adres.");

    public static string PasswordIsTheSame => Say("That is the one you have. Choose another.", "Dat is het wachtwoord dat u al hebt. Kies een ander.");

    // Forgotten.

    public static string ForgotLead => Say(
        "Type the address that you sign in with. A link to choose another password is mailed to it.",
        "Typ het adres waarmee u inlogt. Daarheen gaat een link om een ander wachtwoord te kiezen.");

    public static string SendLink => Say("Send link", "Link sturen");

    /// <summary>The same for an address that Portal knows and for one that it does not.</summary>
    public static string ForgotSentLead(string email) => Say(
        $"If an operator signs in with {email}, a mail with a link is on its way. The link works for 60 minutes.",
        $"Als een operator inlogt met {email}, is er een e-mail met een link onderweg. De link werkt 60 minuten.");

    public static string ForgotSentHelp => Say(
        "Nothing there? Look in the spam folder, and whether it is the right address. An account administrator can correct your address.",
        "Niets gekomen? Kijk in de map met ongewenste e-mail en controleer het adres. Een accountbeheerder kan uw adres verbeteren.");

    public static string ForgotNotDelivered => Say(
        "Mail is not being delivered at the moment. Ask an account administrator or whoever runs the server.",
        "E-mail wordt op dit moment niet bezorgd. Vraag het een accountbeheerder of wie de server beheert.");

    // Choosing another.

    public static string ChooseNewPassword => Say("Choose a new password", "Een nieuw wachtwoord kiezen");

    public static string ChooseNewPasswordLead(string email) => Say(
        $"For {email}. All other sessions end, and if a code is asked of you, it still is.",
        $"Voor {email}. Alle andere sessies eindigen, en wordt u om een code gevraagd, dan blijft dat zo.");

    public static string SavePassword => Say("Save password", "Wachtwoord opslaan");

    public static string PasswordLinkExpiredWhy => Say("Ask for another one; it works for 60 minutes.", "Vraag een andere aan; die werkt 60 minuten.");

    public static string PasswordLinkUsedWhy => Say(
        "A new password was chosen with it. Sign in with that one, or ask for another link.",
        "Er is een nieuw wachtwoord mee gekozen. Log daarmee in, of vraag een andere link aan.");

    public static string AskForAnotherLink => Say("Ask for another link", "Een andere link aanvragen");

    // Changing one's own.

    public static string ChangePasswordTitle => Say("Change your password", "Uw wachtwoord wijzigen");

    public static string ChangePasswordLead => Say("Your other sessions end; this one goes on.", "Uw andere sessies eindigen; deze gaat door.");

    public static string CurrentPassword => Say("Current password", "Huidig wachtwoord");

    public static string PasswordSavedAt(string time) => Say($"Changed at {time}", $"Gewijzigd om {time}");

    // Addresses.

    public static string ConfirmSentTo(string email) => Say(
        $"A link to confirm it is on its way to {email} and works for 60 minutes. Until then the former address holds.",
        $"Een link om het te bevestigen is onderweg naar {email} en werkt 60 minuten. Tot die tijd blijft het oude adres gelden.");

    public static string NewAddress => Say("New address", "Nieuw adres");

    public static string ConfirmAddress => Say("Confirm this address", "Dit adres bevestigen");

    public static string ConfirmAddressLead(string email, string former) => Say(
        $"From then on you sign in with {email} instead of {former}. Your other sessions end.",
        $"Daarna logt u in met {email} in plaats van {former}. Uw andere sessies eindigen.");

    public static string AddressConfirmedTitle => Say("The new address holds", "Het nieuwe adres geldt");

    public static string AddressConfirmedLead(string email) => Say(
        $"From now on you sign in with {email}.",
        $"Vanaf nu logt u in met {email}.");

    public static string EmailLinkExpiredWhy => Say(
        "The former address still holds. Change it again under User settings.",
        "Het oude adres geldt nog. Wijzig het opnieuw bij Gebruikersinstellingen.");

    public static string EmailLinkUsedWhy => Say("The new address holds already.", "Het nieuwe adres geldt al.");

    public static string AddressTakenTitle => Say("The address is taken", "Het adres is al in gebruik");

    public static string AddressTakenWhy => Say(
        "Somebody else has begun to use it meanwhile. The former address still holds.",
        "Iemand anders is het intussen gaan gebruiken. Het oude adres geldt nog.");

    // The mails.

    public static string MailAsked => Say("Asked for", "Aangevraagd");

    public static string MailFormerAddress => Say("Former address", "Oud adres");

    public static string PasswordMailSubject(string account) => Say($"Choose a new password for {account}", $"Kies een nieuw wachtwoord voor {account}");

    public static string PasswordMailLead => Say(
        "A new password was asked for. With this link you choose it.",
        "Er is een nieuw wachtwoord aangevraagd. Met deze link kiest u het.");

    public static string PasswordMailNotYou => Say(
        "Was it not you? Then do nothing: your password stays as it is.",
        "Was u het niet? Doe dan niets: uw wachtwoord blijft zoals het is.");

    public static string EmailMailSubject(string account) => Say($"Confirm your new address for {account}", $"Bevestig uw nieuwe adres voor {account}");

    public static string EmailMailLead => Say(
        "You asked to sign in with this address from now on. Confirm that it is yours.",
        "U hebt gevraagd om voortaan met dit adres in te loggen. Bevestig dat het van u is.");

    public static string EmailMailNotYou => Say(
        "Do you not know what this is about? Then do nothing: somebody mistyped an address.",
        "Weet u niet waar dit over gaat? Doe dan niets: iemand heeft zich in een adres vergist.");
}

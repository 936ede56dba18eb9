using Portal.Domain;

namespace Portal.Texts;

/// <summary>The list of operators, the operator page, and one's own page. Who is spoken of by name is another; nobody is <em>you</em>.</summary>
public static partial class Words
{
    // The list.

    public static string TwoFactorStatusHead => Say("Two-factor status", "Tweefactorstatus");

    public static string SettingHead => Say("Setting", "Instelling");

    public static string LastSignIn => Say("Last sign-in", "Laatste login");

    public static string NeverSignedIn => Say("Never signed in", "Nooit ingelogd");

    public static string Invited => Say("Invited", "Uitgenodigd");

    public static string Deactivated => Say("Deactivated", "Gedeactiveerd");

    public static string NotApplicable => Say("not applicable", "niet van toepassing");

    public static string OperatorCount(int count) => count == 1 ? Say("1 operator", "1 operator") : Say($"{count} operators", $"{count} operators");

    public static string DeactivatedCount(int count) => Say($"{count} deactivated", $"{count} gedeactiveerd");

    // Details.

    /// <summary>What a session was opened with, behind its time: "Today, 08:12, with a password".</summary>
    public static string Of(SignInMethod method) => method switch
    {
        SignInMethod.Password => Say("with a password", "met een wachtwoord"),
        SignInMethod.PasswordAndCode => Say("with a password and a code", "met een wachtwoord en een code"),
        SignInMethod.PasswordAndRecoveryCode => Say("with a password and a recovery code", "met een wachtwoord en een herstelcode"),
        SignInMethod.SingleSignOn => Say("by single sign-on", "via single sign-on"),
    };

    /// <summary>The row that says whether an operator can be here at all.</summary>
    public static string Access => Say("Access", "Toegang");

    /// <summary>Whether an operator can be here at all.</summary>
    public static string Of(OperatorState state) => state switch
    {
        OperatorState.Invited => Invited,
        OperatorState.Active => Active,
        OperatorState.Deactivated => Deactivated,
    };

    public static string Deactivate => Say("Deactivate", "Deactiveren");

    public static string Reactivate => Say("Reactivate", "Opnieuw activeren");

    public static string DeactivateQuestion(string name) => Say($"Deactivate {name}?", $"{name} deactiveren?");

    public static string DeactivateLead => Say("It happens at once, and can be taken back with Reactivate:", "Dit gebeurt meteen en is terug te draaien met Opnieuw activeren:");

    public static string DeactivateKeepsOut(string name) => Say(
        $"{name} cannot sign in until somebody reactivates {name}.",
        $"{name} kan niet inloggen totdat iemand {name} opnieuw activeert.");

    public static string DeactivateKeeps => Say(
        "Everything is kept: password, key, settings and what was recorded.",
        "Alles blijft bewaard: wachtwoord, sleutel, instellingen en wat is vastgelegd.");

    /// <summary>What would hold for them follows.</summary>
    public static string DeactivatedNow(string name) => Say(
        $"{name} is deactivated and cannot sign in. What follows holds again after Reactivate.",
        $"{name} is gedeactiveerd en kan niet inloggen. Wat hieronder staat, geldt weer na Opnieuw activeren.");

    // Login options for this operator.

    public static string LoginOptionsForOperator => Say("Login options for this operator", "Loginopties voor deze operator");

    public static string LoginOptionsLabel => Say("Login options", "Loginopties");

    public static string OverrideTwoFactor => Say("Override two-factor authentication settings", "Instellingen tweefactorauthenticatie overschrijven");

    public static string AccountDefaultIs(TwoFactorPolicy policy) => $"{AccountDefault}: {Of(policy)}";

    /// <summary>Under an override while the account is Disabled.</summary>
    public static string OverrideNotInEffect => Say(
        "Not in effect: the account default is Disabled. This setting is kept and holds again once the account is no longer Disabled.",
        "Geldt nu niet: de accountstandaard is Uitgeschakeld. Deze instelling blijft bewaard en geldt weer zodra het account niet meer op Uitgeschakeld staat.");

    /// <summary>In place of the override, for operators who sign in by single sign-on only.</summary>
    public static string OverrideDoesNotApply(string? name) => name is null
        ? Say("Does not apply: you sign in by single sign-on only.", "Niet van toepassing: u logt alleen in via single sign-on.")
        : Say($"Does not apply: {name} signs in by single sign-on only.", $"Niet van toepassing: {name} logt alleen in via single sign-on.");

    // What holds now: the setting in bold, why it holds, and what it means.

    public static string NotApplicableLead => Say("Not applicable", "Niet van toepassing");

    public static string WhyAccountDefault => Say("the account default.", "de accountstandaard.");

    public static string WhyWholeAccount => Say("the account default, for the whole account.", "de accountstandaard, voor het hele account.");

    public static string WhyOwn(string? name, TwoFactorPolicy accountDefault, bool same)
    {
        var value = Of(accountDefault);
        return (name, same) switch
        {
            (null, false) => Say($"your own setting; the account default is {value}.", $"uw eigen instelling; de accountstandaard is {value}."),
            (null, true) => Say($"your own setting; the account default is {value} too.", $"uw eigen instelling; de accountstandaard is ook {value}."),
            (_, false) => Say($"{name}'s own setting; the account default is {value}.", $"eigen instelling van {name}; de accountstandaard is {value}."),
            (_, true) => Say($"{name}'s own setting; the account default is {value} too.", $"eigen instelling van {name}; de accountstandaard is ook {value}."),
        };
    }

    public static string OwnIsNotInEffect(string? name, TwoFactorPolicy own) => name is null
        ? Say($"Your own setting, {Of(own)}, is kept and not in effect.", $"Uw eigen instelling, {Of(own)}, blijft bewaard en geldt nu niet.")
        : Say($"{name}'s own setting, {Of(own)}, is kept and not in effect.", $"De eigen instelling van {name}, {Of(own)}, blijft bewaard en geldt nu niet.");

    public static string BySingleSignOnOnly(string? name) => name is null
        ? Say("You sign in by single sign-on only, so the provider decides about a second factor.", "U logt alleen in via single sign-on, dus de provider bepaalt of er een tweede factor nodig is.")
        : Say($"{name} signs in by single sign-on only, so the provider decides about a second factor.", $"{name} logt alleen in via single sign-on, dus de provider bepaalt of er een tweede factor nodig is.");

    /// <summary>The beginning of the sentence that <see cref="AndMeans"/> ends.</summary>
    public static string SignsIn(string? name, bool orBySingleSignOn) => (name, orBySingleSignOn) switch
    {
        (null, false) => Say("You sign in with a password", "U logt in met een wachtwoord"),
        (null, true) => Say("You sign in with a password or by single sign-on", "U logt in met een wachtwoord of via single sign-on"),
        (_, false) => Say($"{name} signs in with a password", $"{name} logt in met een wachtwoord"),
        (_, true) => Say($"{name} signs in with a password or by single sign-on", $"{name} logt in met een wachtwoord of via single sign-on"),
    };

    /// <summary>What a status means for somebody with a password, to the end of the sentence.</summary>
    public static string AndMeans(TwoFactorStatus status, string? name, bool orBySingleSignOn)
    {
        var (has, whom) = (name is null ? Say("have", "hebt") : Say("has", "heeft"), name ?? Say("you", "u"));
        return status switch
        {
            TwoFactorStatus.Active when orBySingleSignOn => Say(
                $"and {has} two-factor authentication set up, so each sign-in with the password asks for a code; single sign-on does not.",
                $"en {has} tweefactorauthenticatie ingesteld, dus elke login met wachtwoord vraagt om een code; single sign-on niet."),
            TwoFactorStatus.Active => Say(
                $"and {has} two-factor authentication set up, so each sign-in asks for a code.",
                $"en {has} tweefactorauthenticatie ingesteld, dus elke login vraagt om een code."),
            TwoFactorStatus.SetUpDue => Say(
                $"and {has} nothing set up, so set-up starts at the next sign-in.",
                $"en {has} niets ingesteld, dus het instellen begint bij de volgende login."),
            TwoFactorStatus.SetUpDueWithPassword => Say(
                $"and {has} nothing set up, so set-up starts at the next sign-in with the password; single sign-on stays open.",
                $"en {has} niets ingesteld, dus het instellen begint bij de volgende login met wachtwoord; single sign-on blijft open."),
            TwoFactorStatus.NotSetUp or TwoFactorStatus.Disabled => Say(
                $"and {has} nothing set up, so the password alone lets {whom} in.",
                $"en {has} niets ingesteld, dus met alleen het wachtwoord komt {whom} binnen."),
            TwoFactorStatus.Paused => Say(
                $"and {has} a key, which is kept and never asked for, so the password alone lets {whom} in.",
                $"en {has} een sleutel, die bewaard blijft en waar niet om wordt gevraagd, dus met alleen het wachtwoord komt {whom} binnen."),
            TwoFactorStatus.HandledBySingleSignOn => "",
        };
    }

    // What can be done about it.

    public static string SetUpTitle => Say("Set up two-factor authentication", "Tweefactorauthenticatie instellen");

    public static string SetUpWhy => Say(
        "Two minutes, with any authenticator app on your phone. From then on each sign-in with your password asks for a code.",
        "Twee minuten, met een willekeurige authenticator-app op uw telefoon. Daarna vraagt elke login met uw wachtwoord om een code.");

    public static string AnotherPhone => Say("Another phone?", "Een andere telefoon?");

    public static string AnotherPhoneWhy => Say(
        "The old key works until the new one has proven a code.",
        "De oude sleutel blijft werken totdat de nieuwe met een code is bewezen.");

    public static string AnotherPhoneNotNow => Say(
        "Your key is kept. A new one can be set up once two-factor authentication is no longer disabled.",
        "Uw sleutel blijft bewaard. Een nieuwe kunt u instellen zodra tweefactorauthenticatie niet meer is uitgeschakeld.");

    public static string StopWhy => Say(
        "Your key and recovery codes are erased, and the password alone lets you in.",
        "Uw sleutel en herstelcodes worden gewist; daarna komt u binnen met alleen het wachtwoord.");

    public static string StopTitle => Say("Do without a code?", "Verder zonder code?");

    public static string StopNotNow => Say(
        "Not while the setting is Required: each sign-in asks for a code.",
        "Niet zolang de instelling Vereist is: elke login vraagt om een code.");

    public static string StopQuestion => Say("Stop using two-factor authentication?", "Tweefactorauthenticatie niet meer gebruiken?");

    public static string HappensAtOnce => Say("This cannot be undone. It happens at once:", "Dit kan niet ongedaan worden gemaakt. Het gebeurt meteen:");

    public static string YourKeyStops => Say("The key in your app and your recovery codes stop working.", "De sleutel in uw app en uw herstelcodes werken niet meer.");

    public static string StopThen => Say(
        "The setting is Optional: the password alone lets you in, until you set it up again.",
        "De instelling is Optioneel: u komt binnen met alleen het wachtwoord, totdat u het opnieuw instelt.");

    public static string OnlyTheyCanScan(string name) => Say($"Only {name} can scan the code", $"Alleen {name} kan de code scannen");

    public static string SendSetUpLink => Say("Send set-up link", "Instellink sturen");

    public static string SetUpLinkWhy(string name, bool isDue) => isDue
        ? Say(
            $"The link works for 72 hours and asks for {name}'s password. Set-up also starts by itself at the next sign-in.",
            $"De link werkt 72 uur en vraagt om het wachtwoord van {name}. Het instellen begint ook vanzelf bij de volgende login.")
        : Say(
            $"The link works for 72 hours and asks for {name}'s password. {name} also finds Scan QR code under User settings.",
            $"De link werkt 72 uur en vraagt om het wachtwoord van {name}. {name} vindt Scan de QR-code ook onder Gebruikersinstellingen.");

    /// <summary>Where the mail stands follows: "queued", "sent today, 10:52".</summary>
    public static string SetUpLinkMail(string email) => Say($"Set-up link to {email}:", $"Instellink aan {email}:");

    public static string HandOverSetUpLink => Say("Hand over a link", "Link zelf overhandigen");

    public static string HandedSetUpLink(string name) => Say(
        $"Give this link to {name} yourself. It is shown only now, works for 72 hours and asks for {name}'s password.",
        $"Geef deze link zelf aan {name}. Hij wordt alleen nu getoond, werkt 72 uur en vraagt om het wachtwoord van {name}.");

    public static string PhoneGone => Say("Phone lost, new or broken?", "Telefoon kwijt, nieuw of kapot?");

    public static string PhoneGoneWhy(string name, int codes) => Say(
        $"{KeyAndCodes(codes)} A reset erases them and ends {name}'s sessions; the setting then applies from scratch.",
        $"{KeyAndCodes(codes)} Opnieuw instellen wist ze en beëindigt de sessies van {name}; daarna geldt de instelling weer van voren af aan.");

    public static string NothingToErase => Say("Nothing to erase", "Niets te wissen");

    public static string NoKey(string name) => Say($"{name} has no key and no recovery codes.", $"{name} heeft geen sleutel en geen herstelcodes.");

    // Reset.

    public static string ResetQuestion(string name) => Say($"Erase {name}'s key and recovery codes?", $"Sleutel en herstelcodes van {name} wissen?");

    public static string KeyStops(string name, int codes) => codes switch
    {
        0 => Say($"The key in {name}'s app stops working.", $"De sleutel in de app van {name} werkt niet meer."),
        1 => Say($"The key in {name}'s app and 1 unused recovery code stop working.", $"De sleutel in de app van {name} en 1 ongebruikte herstelcode werken niet meer."),
        _ => Say($"The key in {name}'s app and {codes} unused recovery codes stop working.", $"De sleutel in de app van {name} en {codes} ongebruikte herstelcodes werken niet meer."),
    };

    public static string SessionsEnd(int count) => count switch
    {
        0 => Say("No session is open.", "Er is geen sessie open."),
        1 => Say("1 session ends within seconds; unsaved work on its pages is lost.", "1 sessie eindigt binnen enkele seconden; niet-opgeslagen werk op die pagina's gaat verloren."),
        _ => Say($"{count} sessions end within seconds; unsaved work on those pages is lost.", $"{count} sessies eindigen binnen enkele seconden; niet-opgeslagen werk op die pagina's gaat verloren."),
    };

    /// <summary>What an operator without a key meets at the next sign-in.</summary>
    public static string AfterReset(TwoFactorPolicy? setting, string name) => setting switch
    {
        TwoFactorPolicy.Required => Say(
            $"The setting is Required: at the next sign-in the password leads {name} to set-up, by a link in a mail.",
            $"De instelling is Vereist: bij de volgende login leidt het wachtwoord {name} naar het instellen, via een link in een e-mail."),
        TwoFactorPolicy.Optional => Say(
            $"The setting is Optional: at the next sign-in the password alone lets {name} in, until two-factor authentication is set up again.",
            $"De instelling is Optioneel: bij de volgende login komt {name} binnen met alleen het wachtwoord, totdat tweefactorauthenticatie opnieuw is ingesteld."),
        TwoFactorPolicy.Disabled => Say(
            $"The setting is Disabled: the password alone lets {name} in, as it does now.",
            $"De instelling is Uitgeschakeld: {name} komt binnen met alleen het wachtwoord, net als nu."),
        null => Say($"{name} signs in by single sign-on, as now.", $"{name} logt in via single sign-on, net als nu."),
    };

    public static string Reason => Say("Reason", "Reden");

    public static string ReasonHelp => Say("may be left empty, is kept in the audit log", "mag leeg blijven, wordt bewaard in het auditlogboek");

    public static string ReasonLostPhone => Say("Lost phone", "Telefoon kwijt");

    public static string ReasonNewPhone => Say("New phone", "Nieuwe telefoon");

    public static string ReasonBrokenPhone => Say("Broken phone", "Telefoon kapot");

    public static string ReasonOther => Say("Other", "Anders");

    public static string ReasonInWords => Say("In a few words", "In een paar woorden");

    public static string ReasonUnfit(int longest) => Say(
        $"Take at most {longest} characters, all of which can be shown.",
        $"Neem hoogstens {longest} tekens, die allemaal getoond kunnen worden.");

    public static string ResetDone(string name) => Say($"{name}'s two-factor authentication was reset", $"De tweefactorauthenticatie van {name} is gewist");

    public static string KeyErased(int codes, string time) => codes switch
    {
        0 => Say($"Key erased at {time}.", $"Sleutel gewist om {time}."),
        1 => Say($"Key and 1 recovery code erased at {time}.", $"Sleutel en 1 herstelcode gewist om {time}."),
        _ => Say($"Key and {codes} recovery codes erased at {time}.", $"Sleutel en {codes} herstelcodes gewist om {time}."),
    };

    public static string SessionsEnded(int count) => count switch
    {
        0 => Say("No session was open.", "Er was geen sessie open."),
        1 => Say("1 session ended.", "1 sessie beëindigd."),
        _ => Say($"{count} sessions ended.", $"{count} sessies beëindigd."),
    };

    public static string SendLinkWithReset(string name) => Say(
        $"{name} gets a mail with a link to set it up again. It works for 72 hours and asks for {name}'s password.",
        $"{name} krijgt een e-mail met een link om het opnieuw in te stellen. Die werkt 72 uur en vraagt om het wachtwoord van {name}.");

    /// <summary>Where the mail stands follows: "queued", "sent today, 10:52".</summary>
    public static string MailAfterReset(string kind, string email) => Say($"Mail to {email} ({kind}):", $"E-mail aan {email} ({kind}):");

    /// <summary>The name of the status follows.</summary>
    public static string StatusIsNow(string name) => Say($"{name}'s status is now", $"De status van {name} is nu");
}

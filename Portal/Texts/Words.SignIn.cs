namespace Portal.Texts;

/// <summary>The pages without a session: sign-in, code, set-up, errors.</summary>
public static partial class Words
{
    public static string SignIn => Say("Sign in", "Inloggen");

    /// <summary>At the foot of every page without a session.</summary>
    public static string OwnInstallation => Say("Your own installation. No other server is involved.", "Uw eigen installatie. Er is geen andere server bij betrokken.");

    // The password.

    public static string EnterEmail => Say("Type your e-mail address.", "Typ uw e-mailadres.");

    public static string EmailMalformed => Say("Type one whole address, such as name@example.com.", "Typ één volledig adres, zoals naam@example.com.");

    public static string SignInPasswordMissing => Say("Type your password.", "Typ uw wachtwoord.");

    public static string SignInPasswordTooLong(int longest) => Say(
        $"Too long: no password has more than {longest} characters.",
        $"Te lang: geen enkel wachtwoord heeft meer dan {longest} tekens.");

    /// <summary>One sentence for every cause, so that nobody learns which addresses exist.</summary>
    public static string SignInWrong => Say("E-mail or password is wrong.", "E-mail of wachtwoord is onjuist.");

    public static string TooManyTries(int seconds) => Say(
        seconds == 1 ? "Too many tries. Wait 1 second, then try again." : $"Too many tries. Wait {seconds} seconds, then try again.",
        seconds == 1 ? "Te veel pogingen. Wacht 1 seconde en probeer het dan opnieuw." : $"Te veel pogingen. Wacht {seconds} seconden en probeer het dan opnieuw.");

    public static string PageTooOld => Say("This page was open too long. Try again.", "Deze pagina stond te lang open. Probeer het opnieuw.");

    public static string FormUnreadable => Say("What was sent could not be read. Try again.", "Wat is verstuurd, kon niet worden gelezen. Probeer het opnieuw.");

    public static string SignInTookTooLong => Say(
        "This sign-in is over: it took too long, was used, or something was changed. Start again.",
        "Deze inlogpoging is voorbij: ze duurde te lang, is gebruikt, of er is iets gewijzigd. Begin opnieuw.");

    public static string NoWayIn => Say(
        "Can't sign in? Ask an account administrator, or whoever runs the server.",
        "Lukt inloggen niet? Vraag een accountbeheerder, of wie de server beheert.");

    // The code.

    public static string CodeTitle => Say("Enter the code", "Voer de code in");

    /// <summary>The issuer and the address follow.</summary>
    public static string CodeLead => Say(
        "Open your authenticator app and type the six digits under",
        "Open uw authenticator-app en typ de zes cijfers onder");

    public static string SignInAsSomeoneElse => Say("Sign in as someone else", "Als iemand anders inloggen");

    public static string NoPhone => Say("I don't have my phone", "Ik heb mijn telefoon niet");

    public static string AdministratorCanReset => Say(
        "An account administrator can reset your two-factor authentication, from your page under Operators.",
        "Een accountbeheerder kan uw tweefactorauthenticatie opnieuw instellen, op uw pagina onder Operators.");

    /// <summary>The command follows.</summary>
    public static string CommandCanReset => Say(
        "Whoever runs the server can do the same with the command",
        "Wie de server beheert, kan hetzelfde doen met de opdracht");

    public static string GuessingOverTitle => Say("A code is not enough any more", "Een code is niet meer genoeg");

    public static string GuessingOverLead => Say(
        "Over the last year too many wrong codes were typed for this operator. Somebody may be guessing, so no code is looked at any more.",
        "Het afgelopen jaar zijn voor deze operator te veel onjuiste codes ingevoerd. Misschien zit iemand te raden. Daarom wordt naar geen enkele code meer gekeken.");

    public static string WhatHelps => Say("What helps", "Wat helpt");

    public static string BackToSignIn => Say("Back to sign-in", "Terug naar inloggen");

    // Signing out without a page that is alive.

    public static string SignOutLead => Say("This ends your session in this browser.", "Dit beëindigt uw sessie in deze browser.");

    // Errors.

    public static string ErrorUnreadable => Say("That could not be read", "Dat kon niet worden gelezen");

    public static string ErrorUnreadableWhy => Say(
        "The request was incomplete, too large, or not of a kind that this address takes.",
        "Het verzoek was onvolledig, te groot, of niet van een soort die dit adres aanneemt.");

    public static string ErrorForbidden => Say("That is not open to you", "Dat is niet voor u toegankelijk");

    public static string ErrorForbiddenWhy => Say(
        "If you think it should be, ask an account administrator.",
        "Vindt u dat het wel zo hoort te zijn, vraag het dan een accountbeheerder.");

    public static string ErrorOurs => Say("Something went wrong here", "Hier ging iets mis");

    public static string ErrorOursWhy => Say(
        "It was not your doing, and what was saved is safe. Try again in a moment; if it stays, tell whoever runs the server.",
        "Het lag niet aan u, en wat is opgeslagen is veilig. Probeer het zo opnieuw; blijft het zo, vertel het dan aan wie de server beheert.");

    public static string ToStart => Say("To the start", "Naar het begin");

    // What Development adds.

    public static string DevelopmentOnly => Say("Development only", "Alleen in Development");

    public static string DemoTitle => Say("Demo sign-ins", "Demo-logins");

    /// <summary>The password follows.</summary>
    public static string DemoPassword => Say("Everyone who has a password has the same one:", "Iedereen met een wachtwoord heeft hetzelfde:");

    public static string DemoRoleOrSetting => Say("Role or setting", "Rol of instelling");

    public static string DemoTwoFactor => Say("Two-factor", "Tweefactor");

    public static string DemoOverride(string setting) => Say($"Override: {setting}", $"Eigen instelling: {setting}");

    public static string DemoSingleSignOnOnly => Say("Single sign-on only", "Alleen single sign-on");

    public static string DemoKeys(string names) => Say($"Keys of {names}, to add to an app", $"Sleutels van {names}, voor in een app");

    public static string DemoKeyOf(string name) => Say($"QR code with the key of {name}", $"QR-code met de sleutel van {name}");

    public static string DemoNobody => Say(
        "The demo account is not in this database.",
        "Het demo-account staat niet in deze database.");

    public static string And => Say("and", "en");
}

using Portal.Domain;

namespace Portal.Texts;

/// <summary>The Overview, asking for help without a phone, answering it, and settings with an end.</summary>
public static partial class Words
{
    public static string ResetAsAnswerWhy(string name) => Say(
        $"Erases {name}'s key and recovery codes and ends {name}'s sessions. The setting then applies from scratch.",
        $"Wist sleutel en herstelcodes van {name} en beëindigt de sessies van {name}. Daarna geldt de instelling weer van voren af aan.");

    public static string NoRecoveryCode => Say("No recovery code either?", "Ook geen herstelcode?");

    public static string TomorrowAt(string time) => Say($"tomorrow, {time}", $"morgen, {time}");

    // An own setting with an end.

    /// <summary>"Disabled until today, 23:59".</summary>
    public static string HoldsUntil(TwoFactorPolicy policy, string when) => Say($"{Of(policy)} until {when}", $"{Of(policy)} tot {when}");

    public static string LapsesThen(string when, TwoFactorPolicy? after, TwoFactorPolicy accountDefault) => after is { } own
        ? Say($"It holds until {when}; then the own setting is {Of(own)} again.", $"Dit geldt tot {when}; daarna is de eigen instelling weer {Of(own)}.")
        : Say(
            $"It holds until {when}; then the account default holds again, {Of(accountDefault)}.",
            $"Dit geldt tot {when}; daarna geldt weer de accountstandaard, {Of(accountDefault)}.");

    // The Overview.

    public static string Overview => Say("Overview", "Overzicht");

    public static string TodayAllOperators(int count) => count == 1
        ? Say("Today, the one operator", "Vandaag, de ene operator")
        : Say($"Today, all {count} operators", $"Vandaag, alle {count} operators");

    public static string NeedsAttention => Say("Needs attention", "Vraagt aandacht");

    public static string NothingNeedsAttention => Say("Nothing needs attention", "Niets vraagt aandacht");

    public static string NothingNeedsAttentionWhy => Say(
        "Requests for help and mail that cannot be delivered appear here by themselves.",
        "Hulpverzoeken en e-mail die niet kan worden bezorgd, verschijnen hier vanzelf.");

    public static string AsksForHelp(string name) => Say($"{name} asks for help", $"{name} vraagt om hulp");

    /// <summary>The phrase follows.</summary>
    public static string NoPhoneSince(string when) => Say($"No phone, since {when}. Compare by telephone:", $"Geen telefoon bij de hand, sinds {when}. Vergelijk aan de telefoon:");

    public static string Answer => Say("Answer", "Beantwoorden");

    /// <summary>The accessible name of an <em>Answer</em> button: whose request it answers.</summary>
    public static string AnswerOf(string name) => Say($"Answer {name}", $"{name} beantwoorden");

    public static string MailIsNotDelivered => Say("Set-up mail is not being delivered", "E-mail voor het instellen wordt niet bezorgd");

    public static string MailGoesToFolder => Say(
        "Mails are written to a folder on the server. Hand links over yourself, from the operator's page.",
        "E-mail komt in een map op de server. Overhandig links zelf, vanaf de pagina van de operator.");

    public static string MailWasSetAside(int count) => count == 1
        ? Say("1 mail could not be delivered", "1 e-mail kon niet worden bezorgd")
        : Say($"{count} mails could not be delivered", $"{count} e-mails konden niet worden bezorgd");

    public static string LastMailSetAside(string address, string when) => Say($"The last one to {address}, given up {when}.", $"De laatste aan {address}, opgegeven {when}.");

    public static string YouHaveNothing => Say("You have nothing set up", "U hebt niets ingesteld");

    public static string YouHaveNothingWhy => Say(
        "If Required comes, set-up comes first at your next sign-in.",
        "Wordt het Vereist, dan moet u dat bij uw volgende login eerst doen.");

    public static string InvitationIsOver(string name, string when) => Say($"{name}'s invitation expired {when}", $"De uitnodiging van {name} is verlopen: {when}");

    public static string OpenPage => Say("Open page", "Pagina openen");

    // Answering.

    public static string AnswerQuestion(string name) => Say($"{name} has no phone and asks for help", $"{name} heeft geen telefoon bij de hand en vraagt om hulp");

    public static string AnswerLead(string name) => Say(
        $"Whoever asked knows {name}'s password. Call {name} at a number that you know, and let {name} read the two words to you.",
        $"Wie dit vroeg, kent het wachtwoord van {name}. Bel {name} op een nummer dat u kent en laat {name} de twee woorden voorlezen.");

    public static string TheTwoWords => Say("The two words", "De twee woorden");

    public static string AskedAt => Say("Asked", "Gevraagd");

    public static string AskedFrom => Say("From", "Vanaf");

    /// <summary>A browser and a network address.</summary>
    public static string BrowserAt(string browser, string address) => Say($"{browser}, {address}", $"{browser}, {address}");

    public static string NoCodeUntilTonight => Say("No code until tonight", "Geen code tot vanavond");

    public static string NoCodeUntilTonightWhen => Say("Phone left at home?", "Telefoon thuis laten liggen?");

    public static string NoCodeUntilTonightWhy(string name, string when) => Say(
        $"The password alone lets {name} in until {when}. Then the code is asked for again; the key is kept.",
        $"Tot {when} komt {name} binnen met alleen het wachtwoord. Daarna wordt de code weer gevraagd; de sleutel blijft bewaard.");

    public static string ItWasNotThem => Say("It was not them", "Het was iemand anders");

    public static string ItWasNotThemWhen => Say("The words differ, or nobody asked?", "Verschillen de woorden, of vroeg niemand iets?");

    public static string ItWasNotThemWhy(string name) => Say(
        $"The request goes away. Somebody knows {name}'s password: have {name} choose another one.",
        $"Het verzoek verdwijnt. Iemand kent het wachtwoord van {name}: laat {name} een ander kiezen.");

    public static string NobodyAnswersOneself => Say(
        "This is your own request: another account administrator can answer it.",
        "Dit is uw eigen verzoek: een andere accountbeheerder kan het beantwoorden.");

    public static string AnsweredMeanwhile => Say("It has been answered, or its 24 hours are over.", "Het is al beantwoord, of de 24 uur zijn voorbij.");

    // Asking, without a session.

    public static string NoPhoneLead => Say(
        "The code in your app proves that it is you. Without your phone, somebody who knows you has to say so.",
        "De code in uw app bewijst dat u het bent. Zonder telefoon moet iemand die u kent dat bevestigen.");

    public static string RecoveryCodeFirst => Say(
        "A recovery code, if you kept yours: type it in place of the code.",
        "Een herstelcode, als u die hebt bewaard: typ hem in plaats van de code.");

    public static string AdministratorsHelp => Say(
        "An account administrator: ask for help here, then read two words to each other by telephone.",
        "Een accountbeheerder: vraag hier om hulp en lees elkaar daarna aan de telefoon twee woorden voor.");

    public static string AskForHelp => Say("Ask for help", "Om hulp vragen");

    public static string HelpAskedTitle => Say("Help is on its way", "Er is om hulp gevraagd");

    public static string HelpAskedLead => Say(
        "Call an account administrator, or wait to be called, and read these two words aloud. The administrator sees the same ones.",
        "Bel een accountbeheerder, of wacht tot u wordt gebeld, en lees deze twee woorden voor. De beheerder ziet dezelfde.");

    public static string HelpGoodUntil(string when) => Say($"Your request is good until {when}.", $"Uw verzoek is geldig tot {when}.");

    public static string WhatTheyCanDo => Say("What the administrator can do", "Wat de beheerder kan doen");

    public static string TheyCanLetYouIn => Say(
        "Let you in without a code until tonight: then sign in with your password alone.",
        "U tot vanavond zonder code binnenlaten: log dan in met alleen uw wachtwoord.");

    public static string TheyCanReset => Say(
        "Reset two-factor authentication: then you set up another phone.",
        "Uw tweefactorauthenticatie opnieuw instellen: daarna stelt u een andere telefoon in.");

    public static string TheyAreTold => Say(
        "Every account administrator sees your request under Overview, and by mail where mail is delivered.",
        "Elke accountbeheerder ziet uw verzoek bij Overzicht, en per e-mail als die wordt bezorgd.");

    public static string LookAgain => Say("Answered? Sign in again", "Beantwoord? Log opnieuw in");

    public static string BackToCode => Say("Back to the code", "Terug naar de code");

    public static string NoCodeNeededTitle => Say("No code is asked for now", "Er wordt nu geen code gevraagd");

    public static string NoCodeNeededLead => Say(
        "An administrator has answered, or the setting has changed. Sign in again: your password alone lets you in.",
        "Een beheerder heeft geantwoord, of de instelling is gewijzigd. Log opnieuw in: u komt binnen met alleen uw wachtwoord.");

    public static string HelpWasDismissed => Say(
        "An administrator has closed your request without letting you in. If it was you, call an administrator before you ask again.",
        "Een beheerder heeft uw verzoek gesloten zonder u binnen te laten. Was u het wel, bel dan een beheerder voordat u het opnieuw vraagt.");

    /// <summary>The command follows.</summary>
    public static string ServerCanHelp => Say(
        "Whoever runs the server can always help, with the command",
        "Wie de server beheert, kan altijd helpen, met de opdracht");

    public static string HelpTooOften => Say(
        "You have asked too often today. Call an account administrator.",
        "U hebt het vandaag te vaak gevraagd. Bel een accountbeheerder.");

    public static string NobodyElseAnswers => Say(
        "You are the only account administrator, so there is nobody in your account who could answer.",
        "U bent de enige accountbeheerder; in uw account is er niemand die kan antwoorden.");

    // The mail.

    public static string HelpMailLead(string name) => Say(
        $"{name} gave the right password, has no phone at hand and asks for help. Call {name} at a number that you know and compare the two words.",
        $"{name} heeft het juiste wachtwoord ingevoerd, heeft geen telefoon bij de hand en vraagt om hulp. Bel {name} op een nummer dat u kent en vergelijk de twee woorden.");

    public static string HelpMailWhen => Say("When", "Wanneer");

    public static string HelpMailBrowser => Say("Browser", "Browser");

    public static string HelpMailUntil => Say("Good until", "Geldig tot");

    public static string HelpMailAction => Say("Answer on the Overview", "Beantwoorden bij Overzicht");

    public static string HelpMailNotThem(string name) => Say(
        $"If {name} did not ask, somebody knows {name}'s password: choose \"It was not them\" there, and have {name} choose another password.",
        $"Vroeg {name} dit niet, dan kent iemand het wachtwoord van {name}: kies daar \"Het was iemand anders\" en laat {name} een ander wachtwoord kiezen.");
}

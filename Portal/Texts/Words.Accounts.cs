namespace Portal.Texts;

/// <summary>Account settings.</summary>
public static partial class Words
{
    public static string AccountName => Say("Account name", "Accountnaam");

    public static string AccountLanguageUse => Say("for mails, until an operator has chosen", "voor e-mail, tot een operator heeft gekozen");

    public static string AccountTimeZoneUse => Say("for dates and mails", "voor datums en e-mail");

    public static string DefaultLoginOptions => Say("Default login options for operators", "Standaard loginopties voor operators");

    public static string RequiredSentence => Say(
        "Every operator, account administrators included, signs in with password and code.",
        "Elke operator, ook accountbeheerders, logt in met wachtwoord en code.");

    public static string OptionalSentence => Say(
        "Each operator chooses. Whoever has set it up is asked for a code.",
        "Elke operator kiest zelf. Wie het heeft ingesteld, krijgt de vraag om een code.");

    public static string DisabledSentence => Say(
        "Nobody in this account is asked for a code. Keys are kept; own settings are not in effect.",
        "Niemand in dit account krijgt de vraag om een code. Sleutels blijven bewaard; eigen instellingen gelden niet.");

    public static string WhatItMeans => Say("What it means here", "Wat het hier betekent");

    // The impact. The number stands before the words, so they agree with it.

    public static string ImpactDue => Say("set-up due at next sign-in", "instellen bij de volgende login");

    public static string ImpactFree => Say("free to choose", "vrij om te kiezen");

    public static string ImpactPaused => Say("paused, key kept", "gepauzeerd, sleutel bewaard");

    public static string ImpactReady => Say("ready", "klaar");

    public static string ImpactNothing => Say("nothing set up", "niets ingesteld");

    public static string ImpactOwn(int count) => Say("own setting", count == 1 ? "eigen instelling" : "eigen instellingen");

    public static string ImpactInvited => Say("invited", "uitgenodigd");

    public static string ImpactSingleSignOn => Say("single sign-on", "single sign-on");

    public static string EachCountedOnce(int count) => count == 1
        ? Say("1 operator. A change holds from the next sign-in on and ends no running session.", "1 operator. Een wijziging geldt vanaf de volgende login en beëindigt geen lopende sessie.")
        : Say(
            $"{count} operators, each counted once. A change holds from the next sign-in on and ends no running session.",
            $"{count} operators, elk één keer geteld. Een wijziging geldt vanaf de volgende login en beëindigt geen lopende sessie.");

    public static string MailNotDelivered => Say(
        "Set-up mail is not being delivered. Whoever has nothing set up cannot sign in under Required until you hand over a link or set that operator's own setting to Optional.",
        "E-mail voor het instellen wordt niet bezorgd. Wie niets heeft ingesteld, kan onder Vereist niet inloggen, tot u een link overhandigt of de eigen instelling van die operator op Optioneel zet.");

    public static string YouHaveNothingSetUp => Say("You have nothing set up yourself.", "U hebt zelf niets ingesteld.");

    // Changing a detail.

    public static string NameFault(int longest) => Say(
        $"Type a name of 1 to {longest} characters, without line breaks.",
        $"Typ een naam van 1 tot {longest} tekens, zonder regeleinden.");
}

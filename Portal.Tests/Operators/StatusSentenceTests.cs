using Portal.Domain;
using Portal.Operators;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>The sentence that says what holds and why, for every combination there is.</summary>
public class StatusSentenceTests
{
    public static TheoryData<TwoFactorPolicy, TwoFactorPolicy?, LoginOptions, bool, string?, string> Every()
    {
        var data = new TheoryData<TwoFactorPolicy, TwoFactorPolicy?, LoginOptions, bool, string?, string>();
        bool[] either = [false, true];
        string?[] names = ["Anna", null];
        TwoFactorPolicy?[] overrides = [null, TwoFactorPolicy.Required, TwoFactorPolicy.Optional, TwoFactorPolicy.Disabled];
        var every =
            from accountDefault in Enum.GetValues<TwoFactorPolicy>()
            from own in overrides
            from login in Enum.GetValues<LoginOptions>()
            from isSetUp in either
            from name in names
            from language in Portal.Texts.Languages.All.Keys
            select (accountDefault, own, login, isSetUp, name, language);
        foreach (var (accountDefault, own, login, isSetUp, name, language) in every)
        {
            data.Add(accountDefault, own, login, isSetUp, name, language);
        }

        return data;
    }

    [Fact]
    public void There_are_72_combinations_for_two_persons_in_four_languages() => Assert.Equal(72 * 2 * 4, Every().Count);

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_combination_has_a_sentence_that_tells_the_facts(
        TwoFactorPolicy accountDefault, TwoFactorPolicy? own, LoginOptions login, bool isSetUp, string? name, string language)
    {
        var effective = EffectiveTwoFactor.For(accountDefault, own, login, isSetUp);

        var (lead, text) = Speaking.In(language, () => StatusSentence.Of(effective, accountDefault, own, login, name));

        // The setting leads, in its own word.
        Assert.Equal(
            effective.Setting switch
            {
                TwoFactorPolicy.Required => In("Required:", "Vereist:", "Erforderlich:", "Requise\u00a0:"),
                TwoFactorPolicy.Optional => In("Optional:", "Optioneel:", "Optional:", "Facultative\u00a0:"),
                TwoFactorPolicy.Disabled => In("Disabled:", "Uitgeschakeld:", "Deaktiviert:", "Désactivée\u00a0:"),
                null => In("Not applicable:", "Niet van toepassing:", "Entfällt:", "Sans objet\u00a0:"),
            },
            lead);

        // Whole sentences, without gaps; about the right person.
        Assert.EndsWith(".", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"  |\.\.", text);
        Assert.Equal(name is not null, text.Contains("Anna", StringComparison.Ordinal));
        Assert.Equal(name is null, Says("You ", "U ", "Sie ", "Vous "));

        // Where it comes from.
        var holdsForTheAccount = In("the account default", "de accountstandaard", "der Standard des Accounts", "le réglage par défaut du compte");
        Assert.Equal(effective.Origin == TwoFactorOrigin.Account, text.StartsWith(holdsForTheAccount, StringComparison.Ordinal));
        Assert.Equal(own is not null, Says("own setting", "eigen instelling", "eigene Einstellung", "églage propre"));
        Assert.Equal(own is not null && effective.Origin != TwoFactorOrigin.Operator, Says("not in effect", "geldt nu niet", "gilt derzeit nicht", "sans effet"));

        // How one signs in, and what then happens.
        Assert.Equal(login.HasFlag(LoginOptions.Password), Says("with a password", "met een wachtwoord", "mit einem Passwort", "avec un mot de passe"));
        Assert.Equal(login.HasFlag(LoginOptions.SingleSignOn), Says("single sign-on", "single sign-on", "Single Sign-on", "authentification unique"));
        Assert.Equal(
            effective.AfterPassword == AfterPassword.SignedIn,
            Says("the password alone lets", "met alleen het wachtwoord komt", "das Passwort allein", "le mot de passe seul"));
        Assert.Equal(
            effective.AfterPassword == AfterPassword.AsksForCode,
            Says("asks for a code", "vraagt om een code", "verlangt jede Anmeldung", "demande un code"));
        Assert.Equal(
            effective.AfterPassword == AfterPassword.SetUpFirst,
            Says("set-up starts at the next sign-in", "het instellen begint bij de volgende login", "beginnt die Einrichtung bei der nächsten Anmeldung", "la configuration commence à la prochaine connexion"));
        Assert.Equal(login.HasFlag(LoginOptions.Password) && !isSetUp, Says("nothing set up", "niets ingesteld", "nichts eingerichtet", "rien configuré"));
        Assert.Equal(effective.Status == TwoFactorStatus.Paused, Says("kept and never asked for", "waar niet om wordt gevraagd", "nie abgefragt", "jamais demandée"));

        string In(string english, string dutch, string german, string french) => language switch
        {
            "nl" => dutch,
            "de" => german,
            "fr" => french,
            _ => english,
        };
        bool Says(string english, string dutch, string german, string french) => text.Contains(In(english, dutch, german, french), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Anna", TwoFactorPolicy.Required, null,
        "Required: the account default. Anna signs in with a password and has nothing set up, so set-up starts at the next sign-in.")]
    [InlineData("en", null, TwoFactorPolicy.Optional, null,
        "Optional: the account default. You sign in with a password and have nothing set up, so the password alone lets you in.")]
    [InlineData("en", "Anna", TwoFactorPolicy.Optional, TwoFactorPolicy.Required,
        "Required: Anna's own setting; the account default is Optional. Anna signs in with a password and has nothing set up, so set-up starts at the next sign-in.")]
    [InlineData("nl", "Anna", TwoFactorPolicy.Optional, TwoFactorPolicy.Required,
        "Vereist: eigen instelling van Anna; de accountstandaard is Optioneel. Anna logt in met een wachtwoord en heeft niets ingesteld, dus het instellen begint bij de volgende login.")]
    [InlineData("nl", null, TwoFactorPolicy.Disabled, TwoFactorPolicy.Required,
        "Uitgeschakeld: de accountstandaard, voor het hele account. Uw eigen instelling, Vereist, blijft bewaard en geldt nu niet. U logt in met een wachtwoord en hebt niets ingesteld, dus met alleen het wachtwoord komt u binnen.")]
    [InlineData("de", "Anna", TwoFactorPolicy.Required, null,
        "Erforderlich: der Standard des Accounts. Anna meldet sich mit einem Passwort an und hat nichts eingerichtet, daher beginnt die Einrichtung bei der nächsten Anmeldung.")]
    [InlineData("de", null, TwoFactorPolicy.Optional, null,
        "Optional: der Standard des Accounts. Sie melden sich mit einem Passwort an und haben nichts eingerichtet, daher genügt das Passwort allein.")]
    [InlineData("fr", "Anna", TwoFactorPolicy.Optional, TwoFactorPolicy.Required,
        "Requise : le réglage propre d'Anna ; le réglage par défaut du compte est « Facultative ». Anna se connecte avec un mot de passe et n'a rien configuré, donc la configuration commence à la prochaine connexion.")]
    [InlineData("fr", null, TwoFactorPolicy.Disabled, TwoFactorPolicy.Required,
        "Désactivée : le réglage par défaut du compte, pour tout le compte. Votre réglage propre, « Requise », est conservé, sans effet pour l'instant. Vous vous connectez avec un mot de passe et n'avez rien configuré, donc le mot de passe seul vous permet de vous connecter.")]
    public void The_sentence_reads_as_it_is_specified(string language, string? name, TwoFactorPolicy accountDefault, TwoFactorPolicy? own, string expected)
    {
        var effective = EffectiveTwoFactor.For(accountDefault, own, LoginOptions.Password, isSetUp: false);

        var (lead, text) = Speaking.In(language, () => StatusSentence.Of(effective, accountDefault, own, LoginOptions.Password, name));

        Assert.Equal(expected, $"{lead} {text}".Replace('\u00a0', ' '));
    }
}

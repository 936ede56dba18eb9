using System.Globalization;
using Portal.Domain;
using Portal.Operators;

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
    public void There_are_72_combinations_for_two_persons_in_two_languages() => Assert.Equal(72 * 2 * 2, Every().Count);

    [Theory]
    [MemberData(nameof(Every))]
    public void Every_combination_has_a_sentence_that_tells_the_facts(
        TwoFactorPolicy accountDefault, TwoFactorPolicy? own, LoginOptions login, bool isSetUp, string? name, string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var dutch = language == "nl";
        var effective = EffectiveTwoFactor.For(accountDefault, own, login, isSetUp);

        var sentence = StatusSentence.Of(effective, accountDefault, own, login, name);

        // The setting leads, in its own word.
        Assert.Equal((effective.Setting, dutch) switch
        {
            (TwoFactorPolicy.Required, false) => "Required:",
            (TwoFactorPolicy.Required, true) => "Vereist:",
            (TwoFactorPolicy.Optional, false) => "Optional:",
            (TwoFactorPolicy.Optional, true) => "Optioneel:",
            (TwoFactorPolicy.Disabled, false) => "Disabled:",
            (TwoFactorPolicy.Disabled, true) => "Uitgeschakeld:",
            (null, false) => "Not applicable:",
            (null, true) => "Niet van toepassing:",
        }, sentence.Lead);

        // Whole sentences, without gaps; about the right person.
        Assert.EndsWith(".", sentence.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("  ", sentence.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("..", sentence.Text, StringComparison.Ordinal);
        Assert.Equal(name is not null, sentence.Text.Contains("Anna", StringComparison.Ordinal));
        Assert.Equal(name is null, Says(sentence, "You ", "U "));

        // Where it comes from.
        Assert.Equal(effective.Origin == TwoFactorOrigin.Account, Says(sentence, "the account default,", "de accountstandaard,") || sentence.Text.StartsWith(dutch ? "de accountstandaard." : "the account default.", StringComparison.Ordinal));
        Assert.Equal(own is not null, Says(sentence, "own setting", "eigen instelling"));
        Assert.Equal(own is not null && effective.Origin != TwoFactorOrigin.Operator, Says(sentence, "not in effect", "geldt nu niet"));

        // How one signs in, and what then happens.
        Assert.Equal(login.HasFlag(LoginOptions.Password), Says(sentence, "with a password", "met een wachtwoord"));
        Assert.Equal(login.HasFlag(LoginOptions.SingleSignOn), Says(sentence, "single sign-on", "single sign-on"));
        Assert.Equal(effective.AfterPassword == AfterPassword.SignedIn, Says(sentence, "the password alone lets", "met alleen het wachtwoord komt"));
        Assert.Equal(effective.AfterPassword == AfterPassword.AsksForCode, Says(sentence, "asks for a code", "vraagt om een code"));
        Assert.Equal(effective.AfterPassword == AfterPassword.SetUpFirst, Says(sentence, "set-up starts at the next sign-in", "het instellen begint bij de volgende login"));
        Assert.Equal(login.HasFlag(LoginOptions.Password) && !isSetUp, Says(sentence, "nothing set up", "niets ingesteld"));
        Assert.Equal(effective.Status == TwoFactorStatus.Paused, Says(sentence, "kept and never asked for", "waar niet om wordt gevraagd"));

        bool Says(StatusSentence said, string english, string inDutch) => said.Text.Contains(dutch ? inDutch : english, StringComparison.Ordinal);
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
    public void The_sentence_reads_as_it_is_specified(string language, string? name, TwoFactorPolicy accountDefault, TwoFactorPolicy? own, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var effective = EffectiveTwoFactor.For(accountDefault, own, LoginOptions.Password, isSetUp: false);
        var (lead, text) = StatusSentence.Of(effective, accountDefault, own, LoginOptions.Password, name);
        Assert.Equal(expected, $"{lead} {text}");
    }
}

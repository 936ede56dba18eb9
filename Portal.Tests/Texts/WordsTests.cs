using System.Text.RegularExpressions;
using Portal.Tests.Support;
using Portal.Texts;

namespace Portal.Tests.Texts;

/// <summary>What holds of every text in every language. That none is missing, the compiler sees to.</summary>
public sealed partial class WordsTests
{
    // Words that a language shares with English.
    private static readonly Dictionary<string, string[]> Shared = new()
    {
        ["nl"] =
        [
            "Account", "account", "Browser", "Code", "Database", "Details", "E-mail", "Issuer", "Link", "Operator", "Operators", "Provider", "Scopes", "Single sign-on", "single sign-on", "Type",
            "0 operators", "1 operator", "2 operators",
        ],
        ["de"] = ["Account", "Browser", "Code", "Details", "Installation", "Issuer", "Link", "Name", "Operator", "Optional", "Scopes", "System"],
        ["fr"] = ["Active", "Code", "E-mail", "Installation", "Invitation", "invitation", "Scan", "Session", "Type"],
    };

    public static TheoryData<string> OtherLanguages => [.. Languages.All.Keys.Where(language => language != Languages.Default)];

    public static TheoryData<string> AllLanguages => [.. Languages.All.Keys];

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void No_text_is_left_in_English(string language)
    {
        var left = EveryText.In(language).Intersect(EveryText.In(Languages.Default)).Where(text => SaysMoreThanWhatItWasGiven(text.Text)).ToList();

        var forgotten = left.Where(text => !Shared[language].Contains(text.Text)).Select(text => $"{text.Name}: {text.Text}").ToList();
        Assert.True(forgotten.Count == 0, string.Join('\n', forgotten));
        Assert.Equal([], Shared[language].Except(left.Select(text => text.Text)));
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Every_text_says_something_and_nothing_is_left_open(string language) => Assert.All(EveryText.In(language), text =>
    {
        // After single sign-on nothing more is to be said of a code.
        Assert.True(text.Text.Length > 0 || text.Name == nameof(Words.AndMeans), text.Name);
        Assert.DoesNotMatch(@"\{|\}|  |^ | $| [.,]|\.\.", text.Text);
    });

    [Fact]
    public void Every_text_is_used()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "Portal"), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(File.ReadAllText);
        var uses = sources.SelectMany(source => Identifier().Matches(source).Select(match => match.Value)).CountBy(name => name).ToDictionary();

        Assert.DoesNotContain(EveryText.Names, name => uses.GetValueOrDefault(name) < 2);
    }

    [Theory]
    [InlineData("nl", @"\b(je|jij|jou|jouw|jullie)\b")]
    [InlineData("de", @"\b(du|dich|dir|dein|deine|deinen|deinem|deiner|ihr|euch|euer|eure)\b")]
    [InlineData("fr", @"\b(tu|te|toi|ton|tes)\b|\bt'")]
    public void Nobody_is_addressed_informally(string language, string informal) =>
        Assert.All(EveryText.In(language), text => Assert.DoesNotMatch(informal, text.Text));

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Nothing_begs_boasts_or_shouts(string language) => Assert.All(
        EveryText.In(language),
        text => Assert.DoesNotMatch(@"(?i)!|\b(please|successfully|alstublieft|succesvol|bitte|erfolgreich|veuillez|s'il vous plaît|avec succès)\b", text.Text));

    // A colon before a capital is part of a setting's name, such as Portal:PublicUrl.
    [Fact]
    public void French_marks_stand_apart_and_never_alone_on_a_line() =>
        Assert.All(EveryText.In("fr"), text => Assert.DoesNotMatch(@"(?<![\u00a0\d])[:;?!»](?!\d|//|\p{Lu})|«(?!\u00a0)", text.Text));

    [Theory]
    [InlineData("Anna", "d'Anna")]
    [InlineData("Élodie", "d'Élodie")]
    [InlineData("Hugo", "d'Hugo")]
    [InlineData("Carla", "de Carla")]
    [InlineData("Юля", "de Юля")]
    [InlineData("", "de ")]
    public void French_elides_before_a_name_that_begins_with_a_vowel(string name, string expected) =>
        Assert.Contains(expected, Speaking.In("fr", () => Words.ResetQuestion(name)), StringComparison.Ordinal);

    // Names and numbers, and the unit of seconds (SI), are the same in every language.
    private static bool SaysMoreThanWhatItWasGiven(string text) =>
        text.Replace(EveryText.Someone, "", StringComparison.Ordinal).Any(char.IsLetter) && !SomeSeconds().IsMatch(text);

    [GeneratedRegex(@"^\d+ s$")]
    private static partial Regex SomeSeconds();

    [GeneratedRegex(@"\b[A-Z]\w+\b")]
    private static partial Regex Identifier();
}

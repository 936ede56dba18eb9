using System.Globalization;
using Portal.Texts;

namespace Portal.Tests.Texts;

public class HelpPhraseTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("nl")]
    [InlineData("de")]
    [InlineData("fr")]
    public void A_phrase_is_two_different_words_of_the_language_at_hand(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var words = HelpPhrase.WordsOf(language);
        Assert.True(words.Count >= 250, $"{words.Count} words");
        Assert.Equal(words.Count, words.Distinct().Count());
        Assert.All(words, word => Assert.Matches("^[a-z]{3,12}$", word));

        var phrases = Enumerable.Range(0, 500).Select(_ => HelpPhrase.New()).ToList();

        Assert.All(phrases, phrase =>
        {
            var parts = phrase.Split(' ');
            Assert.Equal(2, parts.Distinct().Count());
            Assert.All(parts, part => Assert.Contains(part, words));
        });
        Assert.True(phrases.Distinct().Count() > 450);
    }
}

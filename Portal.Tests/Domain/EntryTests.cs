using Portal.Domain;

namespace Portal.Tests.Domain;

/// <summary>What people type, made fit to be kept.</summary>
public class EntryTests
{
    public static TheoryData<string> Unfit => ["\uD800", "a\uDC00b", "\uDC00\uD800", "\uFFFD\uD800", "a\0b", "a\u0085b", "a\u202Eb", "a\u2066b", "a\u2028b"];

    [Theory]
    [MemberData(nameof(Unfit))]
    public void What_cannot_be_stored_is_refused_and_never_throws(string input)
    {
        Assert.False(Entry.TryName(input, out _));
        Assert.False(Entry.TryReason(input, out _));
        Assert.False(Entry.TryEmail($"{input}@example.com", out _));
    }

    [Theory]
    [InlineData("  Anna ", "Anna")]
    [InlineData("Zoe\u0308", "Zo\u00EB")]
    [InlineData("\uFFFD", "\uFFFD")]
    [InlineData("\U0001F469\u200D\U0001F4BB", "\U0001F469\u200D\U0001F4BB")]
    public void A_name_is_trimmed_and_brought_to_one_form(string input, string expected)
    {
        Assert.True(Entry.TryName(input, out var name));
        Assert.Equal(expected, name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\u200D\u200C")]
    [InlineData("\u00A0")]
    public void A_name_has_something_to_be_seen(string input) => Assert.False(Entry.TryName(input, out _));

    [Theory]
    [InlineData("\u0627\u062D\u0645\u062F")]
    [InlineData("\u5F20\u4F1F")]
    [InlineData("\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645")]
    public void A_name_may_be_of_any_script(string name)
    {
        Assert.True(Entry.TryName(name, out var kept));
        Assert.Equal(name, kept);
    }

    [Fact]
    public void A_name_has_at_most_a_hundred_characters_and_ten_kilobytes_are_refused()
    {
        Assert.True(Entry.TryName(new string('a', Entry.LongestName), out _));
        Assert.False(Entry.TryName(new string('a', Entry.LongestName + 1), out _));
        Assert.False(Entry.TryName(new string('a', 10_240), out _));
    }
}

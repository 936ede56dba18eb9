using Portal.Domain;

namespace Portal.Tests.Domain;

/// <summary>What people type, made fit to be kept.</summary>
public class EntryTests
{
    public static TheoryData<string> Unfit => ["\uD800", "a\uDC00b", "\uDC00\uD800", "\uFFFD\uD800", "a\0b", "a\u0085b"];

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
}

using Portal.Domain;

namespace Portal.Tests.Domain;

/// <summary>What lists sort and search by.</summary>
public sealed class SearchKeyTests
{
    [Theory]
    [InlineData("Éva Kovač", "EVA KOVAC")]
    [InlineData("straße", "STRAßE")]
    [InlineData("Nguyễn Thị Ánh", "NGUYEN THI ANH")]
    [InlineData("Ελένη", "ΕΛΕΝΗ")]
    [InlineData("ليلى", "ليلى")]
    [InlineData("ﬁnn", "FINN")]
    public void Case_and_accents_are_folded(string text, string folded) => Assert.Equal(folded, SearchKey.Fold(text));

    [Fact]
    public void No_two_operators_share_one_although_their_addresses_fold_to_the_same()
    {
        var (one, other) = (SearchKey.Of("Eva", "eva@example.com"), SearchKey.Of("Éva", "éva@example.com"));

        Assert.NotEqual(one, other);
        Assert.StartsWith("EVA\nEVA@EXAMPLE.COM", one, StringComparison.Ordinal);
        Assert.StartsWith("EVA\nEVA@EXAMPLE.COM", other, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shorter_name_comes_before_a_longer_one() =>
        Assert.True(string.CompareOrdinal(SearchKey.Of("Ann", "z@example.com"), SearchKey.Of("Ann B", "a@example.com")) < 0);

    [Theory]
    [InlineData("\uFDFA")]
    [InlineData("\U0001F600")]
    [InlineData("Z")]
    public void It_has_room_for_whatever_a_name_and_an_address_fold_to(string character)
    {
        var (name, email) = (Repeated(character, Entry.LongestName), $"{Repeated(character, Entry.LongestEmail - 12)}@example.com");

        var key = SearchKey.Of(name, email);

        Assert.InRange(key.Length, 1, SearchKey.Longest);
        Assert.EndsWith(email.ToUpperInvariant(), key, StringComparison.Ordinal);
        Assert.Equal(key, new string([.. key.EnumerateRunes().SelectMany(rune => rune.ToString())]));
    }

    private static string Repeated(string character, int length) => string.Concat(Enumerable.Repeat(character, length / character.Length));
}

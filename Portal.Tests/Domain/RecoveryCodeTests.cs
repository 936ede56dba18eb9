using FsCheck.Xunit;
using Portal.Domain;

namespace Portal.Tests.Domain;

public class RecoveryCodeTests
{
    [Fact]
    public void A_code_has_ten_characters_of_32_none_of_which_looks_like_another()
    {
        Assert.Equal(32, RecoveryCode.Alphabet.Distinct().Count());
        Assert.DoesNotContain(RecoveryCode.Alphabet, "IO01".Contains);
        for (var count = 0; count < 1000; count++)
        {
            Assert.Matches("^[A-HJ-NP-Z2-9]{5}-[A-HJ-NP-Z2-9]{5}$", RecoveryCode.Create().ToGroups());
        }
    }

    [Fact]
    public void Codes_use_the_whole_alphabet_in_every_place()
    {
        var codes = Enumerable.Range(0, 5000).Select(_ => RecoveryCode.Create().Value).ToList();

        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.All(Enumerable.Range(0, RecoveryCode.Length), place => Assert.Equal(32, codes.Select(code => code[place]).Distinct().Count()));
    }

    [Theory]
    [InlineData("3K7QP-XM4TD")]
    [InlineData("3k7qp-xm4td")]
    [InlineData("3K7QPXM4TD")]
    [InlineData("  3K7QP   XM4TD ")]
    [InlineData("3K7 QPX M4TD\r\n")]
    [InlineData("3K7QP\u2011XM4TD")]
    [InlineData("3K7QP\u2013XM4TD")]
    public void Case_spaces_and_hyphens_do_not_matter(string typed)
    {
        Assert.True(RecoveryCode.TryParse(typed, out var code));
        Assert.Equal("3K7QPXM4TD", code.Value);
    }

    [Theory]
    [InlineData("3K7QP-XM4T1")]
    [InlineData("3K7QP-XM4TI")]
    [InlineData("3k7qp-xm4ti")]
    [InlineData("3k7qp-xm4tl")]
    public void A_one_or_an_I_can_only_have_been_an_L(string typed)
    {
        Assert.True(RecoveryCode.TryParse(typed, out var code));
        Assert.Equal("3K7QPXM4TL", code.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("     ")]
    [InlineData("3K7QP")]
    [InlineData("3K7QP-XM4T")]
    [InlineData("3K7QP-XM4TDD")]
    [InlineData("3K7QP-XM4T0")]
    [InlineData("3K7QP-XM4TO")]
    [InlineData("3K7QP-XM4T\0")]
    [InlineData("3K7QP-XM4TD\0")]
    [InlineData("3K7QP_XM4TD")]
    [InlineData("3К7QP-XM4TD")]
    [InlineData("３K7QP-XM4TD")]
    [InlineData("3K7QP-XM4Tı")]
    [InlineData("123456")]
    public void Anything_else_is_no_code(string? typed)
    {
        Assert.False(RecoveryCode.TryParse(typed, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void Ten_kilobytes_are_nobody_s_typing()
    {
        Assert.False(RecoveryCode.TryParse(new string('A', 10_240), out _));
        Assert.False(RecoveryCode.TryParse("3K7QP-XM4TD" + new string(' ', 10_240), out _));
    }

    [Property(MaxTest = 1000)]
    public void Whatever_is_typed_is_a_code_of_the_alphabet_or_none(string? typed) =>
        Assert.True(!RecoveryCode.TryParse(typed, out var code) || (code.Value.Length == RecoveryCode.Length && code.Value.All(RecoveryCode.Alphabet.Contains)));

    [Property(MaxTest = 200)]
    public void What_is_written_down_reads_back_and_is_never_taken_for_six_digits(bool lower, bool hyphen)
    {
        var code = RecoveryCode.Create();
        var written = hyphen ? code.ToGroups() : code.Value;

        Assert.True(RecoveryCode.TryParse(lower ? written.ToLowerInvariant() : written, out var read));
        Assert.Equal(code.Value, read.Value);
        Assert.False(OneTimeCode.TryParse(written, out _));
    }

    [Fact]
    public void A_code_never_shows_itself()
    {
        var code = RecoveryCode.Create();

        Assert.DoesNotContain(code.Value, $"{code}", StringComparison.Ordinal);
    }
}

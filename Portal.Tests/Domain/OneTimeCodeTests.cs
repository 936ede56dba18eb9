using Portal.Domain;

namespace Portal.Tests.Domain;

public class OneTimeCodeTests
{
    [Theory]
    [InlineData("012345")]
    [InlineData("012 345")]
    [InlineData("012-345")]
    [InlineData("  0 1 2 3 4 5  ")]
    [InlineData("012\u00a0345")]
    [InlineData("012\u2009345")]
    [InlineData("012\u2011345")]
    [InlineData("012\u2013345")]
    [InlineData("012\t345\r\n")]
    public void Spaces_and_hyphens_between_the_digits_are_tolerated(string typed)
    {
        Assert.True(OneTimeCode.TryParse(typed, out var code));
        Assert.Equal("012345", code.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("12345a")]
    [InlineData("+12345")]
    [InlineData("-12345")]
    [InlineData("12345.")]
    [InlineData("0x1234")]
    [InlineData("123456\0")]
    [InlineData("123\0456")]
    [InlineData("１２３４５６")]
    [InlineData("١٢٣٤٥٦")]
    [InlineData("12345²")]
    [InlineData("123456\u202e")]
    public void Anything_else_is_no_code(string? typed)
    {
        Assert.False(OneTimeCode.TryParse(typed, out var code));
        Assert.Null(code);
    }

    [Fact]
    public void Ten_kilobytes_are_nobody_s_typing()
    {
        Assert.False(OneTimeCode.TryParse(new string('1', 10_240), out _));
        Assert.False(OneTimeCode.TryParse("123456" + new string(' ', 10_240), out _));
    }

    [Fact]
    public void A_code_never_shows_itself()
    {
        Assert.True(OneTimeCode.TryParse("123456", out var code));
        Assert.DoesNotContain("123456", $"{code}", StringComparison.Ordinal);
    }
}

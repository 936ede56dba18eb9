using Portal.Domain;

namespace Portal.Tests.Domain;

/// <summary>The name by which people find their account's single sign-on, as typed.</summary>
public class SignInNameTests
{
    public static TheoryData<string> TooLong => [new string('x', 41), new string('x', 10_240), string.Concat(Enumerable.Repeat("x-", 5_120)) + "x"];

    [Theory]
    [InlineData("example-company", "example-company")]
    [InlineData("  Example-Company\t", "example-company")]
    [InlineData("EXAMPLE", "example")]
    [InlineData("42", "42")]
    [InlineData("a1", "a1")]
    [InlineData("a-b-c-1", "a-b-c-1")]
    [InlineData("0123456789012345678901234567890123456789", "0123456789012345678901234567890123456789")]
    public void Letters_digits_and_single_hyphens_are_a_name_and_capitals_are_small_letters(string typed, string name)
    {
        Assert.True(SignInName.TryParse(typed, out var kept));
        Assert.Equal(name, kept);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("x")]
    [InlineData("-example")]
    [InlineData("example-")]
    [InlineData("example--company")]
    [InlineData("--")]
    [InlineData("example company")]
    [InlineData("example_company")]
    [InlineData("example.com")]
    [InlineData("example/company")]
    [InlineData("../out")]
    [InlineData("back?x=1")]
    [InlineData("a%2Fb")]
    [InlineData("exam\0ple")]
    [InlineData("example\0")]
    [InlineData("exam\nple")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("firma-größe")]
    [InlineData("société")]
    [InlineData("株式会社")]
    [InlineData("пример")]
    [InlineData("١٢٣")]
    [InlineData("👩‍💻👩‍💻")]
    [InlineData("'; DROP TABLE SingleSignOns; --")]
    public void Anything_else_is_none(string? typed)
    {
        Assert.False(SignInName.TryParse(typed, out var kept));
        Assert.Null(kept);
    }

    [Theory]
    [MemberData(nameof(TooLong))]
    public void A_name_has_40_characters_at_most(string typed) => Assert.False(SignInName.TryParse(typed, out _));

    [Fact]
    public void A_name_that_was_kept_is_taken_as_it_is()
    {
        Assert.True(SignInName.TryParse(" Example-Company ", out var once));
        Assert.True(SignInName.TryParse(once, out var twice));
        Assert.Equal(once, twice);
    }
}

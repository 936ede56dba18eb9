using Portal.Domain;

namespace Portal.Tests.Domain;

public class KeyUriTests
{
    private static readonly AuthenticatorKey Key = AuthenticatorKey.FromBytes("12345678901234567890"u8);

    public static TheoryData<string> Awkward =>
    [
        "Portal",
        "Example Company",
        "a:b:c",
        "a/b",
        "a?b",
        "a&secret=AAAA&issuer=b",
        "a#b",
        "100%",
        "a%3Ab",
        "a+b",
        " leading and trailing ",
        "\u202eright to left",
        "شركة",
        "Zoë & Søn",
        "株式会社",
        "🔑🧑‍💻",
        new string('é', 300),
    ];

    [Fact]
    public void The_address_is_the_one_of_the_specification() => Assert.Equal(
        "otpauth://totp/Example%20Company:anna%40example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Example%20Company&algorithm=SHA1&digits=6&period=30",
        KeyUri.For("Example Company", "anna@example.com", Key));

    [Theory]
    [MemberData(nameof(Awkward))]
    public void An_awkward_issuer_stays_in_its_place(string issuer) => Returns(issuer, "anna@example.com");

    [Theory]
    [MemberData(nameof(Awkward))]
    public void An_awkward_name_stays_in_its_place(string name) => Returns("Portal", $"{name}@example.com");

    // Taken apart by hand: a library of ours on both sides would forgive its own mistakes.
    private static void Returns(string issuer, string email)
    {
        var address = KeyUri.For(issuer, email, Key);

        const string Start = "otpauth://totp/";
        Assert.StartsWith(Start, address, StringComparison.Ordinal);
        Assert.All(address, character => Assert.True(char.IsAscii(character) && character is not ('+' or ' ' or '#')));
        var (path, query) = (address[Start.Length..address.IndexOf('?')], address[(address.IndexOf('?') + 1)..]);
        var label = path.Split(':');
        Assert.Equal(2, label.Length);
        Assert.DoesNotContain('/', path);
        Assert.Equal(WithoutColon(issuer), Uri.UnescapeDataString(label[0]));
        Assert.Equal(WithoutColon(email), Uri.UnescapeDataString(label[1]));

        var parameters = query.Split('&').Select(pair => pair.Split('=')).ToList();
        Assert.All(parameters, pair => Assert.Equal(2, pair.Length));
        Assert.Equal(["secret", "issuer", "algorithm", "digits", "period"], parameters.Select(pair => pair[0]));
        Assert.Equal([Key.ToBase32(), WithoutColon(issuer), "SHA1", "6", "30"], parameters.Select(pair => Uri.UnescapeDataString(pair[1])));
    }

    private static string WithoutColon(string part) => part.Replace(":", "", StringComparison.Ordinal);
}

using Portal.Domain;

namespace Portal.Tests.Domain;

/// <summary>What administrators type about a provider of single sign-on.</summary>
public class ProviderEntryTests
{
    private const string Accounts = "https://accounts.example.com";

    public static TheoryData<string?> NotVisible =>
        [(string?)null, "", "   ", "a\0b", "a\nb", "a\tb", "a\u007Fb", "größe", "客户", "👩‍💻", "a\u00A0b", new string('x', 301), new string('x', 10_240)];

    [Theory]
    [InlineData(Accounts, Accounts)]
    [InlineData($"  {Accounts}/ ", $"{Accounts}/")]
    [InlineData("https://login.example.com/Tenant-A/v2.0", "https://login.example.com/Tenant-A/v2.0")]
    [InlineData("https://example.com:8443/realms/one", "https://example.com:8443/realms/one")]
    [InlineData("https://[2001:db8::1]/", "https://[2001:db8::1]/")]
    public void An_issuer_is_an_https_address_and_is_kept_as_typed(string typed, string kept)
    {
        Assert.True(ProviderEntry.TryIssuer(typed, allowsHttp: false, out var issuer));
        Assert.Equal(kept, issuer);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("accounts.example.com")]
    [InlineData("//accounts.example.com")]
    [InlineData("/realms/one")]
    [InlineData("ftp://accounts.example.com")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("https://")]
    [InlineData("https://exam ple.com")]
    [InlineData($"{Accounts}?tenant=1")]
    [InlineData($"{Accounts}/?")]
    [InlineData($"{Accounts}#part")]
    [InlineData($"{Accounts}/#")]
    [InlineData("https://ada:secret@accounts.example.com")]
    [InlineData("https://ada@accounts.example.com")]
    [InlineData("https://accounts.example.com\0")]
    [InlineData("https://accounts.exa\0mple.com")]
    [InlineData("https://accounts.example.com/a\r\nHost: elsewhere")]
    [InlineData("https://größe.example.com")]
    [InlineData("https://例え.example.com")]
    public void An_address_that_is_no_issuer_is_refused_in_Development_too(string? typed)
    {
        Assert.False(ProviderEntry.TryIssuer(typed, allowsHttp: false, out var issuer));
        Assert.Null(issuer);
        Assert.False(ProviderEntry.TryIssuer(typed, allowsHttp: true, out _));
    }

    [Theory]
    [InlineData("http://accounts.example.com")]
    [InlineData("http://127.0.0.1:5081/")]
    [InlineData("HTTP://localhost/")]
    public void Plain_http_passes_in_Development_alone(string typed)
    {
        Assert.False(ProviderEntry.TryIssuer(typed, allowsHttp: false, out _));
        Assert.True(ProviderEntry.TryIssuer(typed, allowsHttp: true, out var issuer));
        Assert.Equal(typed, issuer);
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(10_240, false)]
    public void An_issuer_has_300_characters_at_most(int length, bool fits) =>
        Assert.Equal(fits, ProviderEntry.TryIssuer($"{Accounts}/".PadRight(length, 'x'), allowsHttp: false, out _));

    [Theory]
    [InlineData("portal", "portal")]
    [InlineData("  0oa1b2c3 ", "0oa1b2c3")]
    [InlineData("a b", "a b")]
    [InlineData("Qx~8!\"'\\<&>{}=+/", "Qx~8!\"'\\<&>{}=+/")]
    public void A_client_id_or_a_secret_is_visible_ASCII(string typed, string kept)
    {
        Assert.True(ProviderEntry.TryCredential(typed, out var credential));
        Assert.Equal(kept, credential);
    }

    [Theory]
    [MemberData(nameof(NotVisible))]
    public void What_is_not_visible_ASCII_or_too_long_is_no_credential(string? typed)
    {
        Assert.False(ProviderEntry.TryCredential(typed, out var credential));
        Assert.Null(credential);
    }

    [Fact]
    public void A_credential_may_have_300_characters() => Assert.True(ProviderEntry.TryCredential(new string('x', 300), out _));

    [Theory]
    [InlineData(null, "openid")]
    [InlineData("", "openid")]
    [InlineData("openid", "openid")]
    [InlineData("email profile", "openid email profile")]
    [InlineData("email openid", "openid email")]
    [InlineData("openid openid email email", "openid email")]
    [InlineData("  openid   email\tprofile\n", "openid email profile")]
    [InlineData("OpenId", "openid OpenId")]
    [InlineData("https://graph.example.com/User.Read", "openid https://graph.example.com/User.Read")]
    public void Scopes_are_separated_by_spaces_and_openid_comes_first_and_once(string? typed, string kept)
    {
        Assert.True(ProviderEntry.TryScopes(typed, out var scopes));
        Assert.Equal(kept, scopes);
    }

    [Theory]
    [InlineData("\"email\"")]
    [InlineData("email\"")]
    [InlineData("e\\mail")]
    [InlineData("em\0ail")]
    [InlineData("em\u0007ail")]
    [InlineData("größe")]
    [InlineData("メール")]
    public void A_scope_has_no_quotes_and_is_visible_ASCII(string typed)
    {
        Assert.False(ProviderEntry.TryScopes(typed, out var scopes));
        Assert.Null(scopes);
    }

    [Theory]
    [InlineData(293, true)]
    [InlineData(294, false)]
    [InlineData(10_240, false)]
    public void Scopes_have_300_characters_at_most_with_openid_among_them(int length, bool fits) =>
        Assert.Equal(fits, ProviderEntry.TryScopes(new string('x', length), out _));
}

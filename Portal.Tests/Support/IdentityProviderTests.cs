using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Portal.Tests.Support;

/// <summary>The provider, asked by a client that is written out here.</summary>
public class IdentityProviderTests
{
    private const string Verifier = "a-verifier-that-is-long-enough-for-the-standard-0123456789";
    private static readonly Uri Back = new("http://127.0.0.1:1/back");
    private static readonly Uri BackAfterSignOut = new("http://127.0.0.1:1/signed-out");

    private readonly FakeTimeProvider clock = new(new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task The_discovery_document_says_its_name_or_what_it_pretends()
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);

        var discovery = await DiscoverAsync(browser);

        Assert.Equal(provider.IssuerText, discovery.GetProperty("issuer").GetString());
        foreach (var endpoint in new[] { "authorization_endpoint", "token_endpoint", "userinfo_endpoint", "end_session_endpoint", "jwks_uri" })
        {
            Assert.StartsWith(provider.IssuerText, discovery.GetProperty(endpoint).GetString(), StringComparison.Ordinal);
        }

        Assert.Equal("S256", Assert.Single(discovery.GetProperty("code_challenge_methods_supported").EnumerateArray()).GetString());

        provider.PretendIssuer = "https://other.example";
        Assert.Equal("https://other.example", (await DiscoverAsync(browser)).GetProperty("issuer").GetString());
    }

    [Fact]
    public async Task A_code_is_worth_a_signed_token_that_says_who_it_is()
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);

        var page = await browser.GetAsync(Request());
        Assert.Equal("Provider", page.Document.Title);
        Assert.Equal("Sign in at the provider", page.Document.QuerySelector("h1")?.TextContent);
        Assert.Equal(["alice@example.com", "bob", "Deny"], page.Document.QuerySelectorAll("button").Select(button => button.TextContent));

        var tokens = await TokensAsync(provider, browser, await ChooseAsync(browser, page));
        var token = await CheckAsync(provider, browser, tokens);

        Assert.Equal("alice", token.GetProperty("sub").GetString());
        Assert.Equal("alice@example.com", token.GetProperty("email").GetString());
        Assert.Equal(JsonValueKind.True, token.GetProperty("email_verified").ValueKind);
        Assert.Equal("Alice <Ames>", token.GetProperty("name").GetString());
        Assert.Equal("n-1", token.GetProperty("nonce").GetString());
        Assert.Equal(clock.GetUtcNow().ToUnixTimeSeconds(), token.GetProperty("auth_time").GetInt64());
        Assert.Equal(1, provider.TokenRequests);
        Assert.Equal("n-1", Assert.Single(provider.AuthorizationRequests)["nonce"]);
    }

    [Fact]
    public async Task A_code_can_come_back_in_a_form()
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);

        var answer = await ChooseAsync(browser, await browser.GetAsync(Request(("response_mode", "form_post"))));

        Assert.Equal(Back.AbsoluteUri, answer.Document.Forms[0]?.GetAttribute("action"));
        var code = answer.Document.QuerySelector("input[name=code]")?.GetAttribute("value");
        Assert.Equal(HttpStatusCode.OK, (await RedeemAsync(browser, code!, provider.ClientSecret)).Status);
    }

    [Fact]
    public async Task What_is_not_to_be_told_is_not_told()
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);
        (provider.EmailOnlyInUserInfo, provider.OmitAuthTime, provider.PretendIssuerInTokens) = (true, true, "https://other.example");

        var tokens = await TokensAsync(provider, browser, await ChooseAsync(browser, await browser.GetAsync(Request())));
        var token = PayloadOf(tokens);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Authorization = new("Bearer", tokens.GetProperty("access_token").GetString());
        var userInfo = JsonElement.Parse(await client.GetStringAsync(new Uri(provider.Issuer, "userinfo")));

        Assert.DoesNotContain(token.EnumerateObject(), claim => claim.Name is "email" or "email_verified" or "auth_time");
        Assert.Equal("https://other.example", token.GetProperty("iss").GetString());
        Assert.Equal(
            ("alice", "alice@example.com", JsonValueKind.True, "Alice <Ames>"),
            (userInfo.GetProperty("sub").GetString(), userInfo.GetProperty("email").GetString(), userInfo.GetProperty("email_verified").ValueKind, userInfo.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task Whether_an_address_is_verified_can_be_left_open_or_denied()
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);
        var carol = provider.Add("carol", "carol@example.com", emailVerified: null);

        var open = PayloadOf(await TokensAsync(provider, browser, await ChooseAsync(browser, await browser.GetAsync(Request()), "carol")));
        Assert.Equal("carol", open.GetProperty("sub").GetString());
        Assert.False(open.TryGetProperty("email_verified", out _));

        (carol.Email, carol.EmailVerified) = ("carol@example.net", false);
        var denied = PayloadOf(await TokensAsync(provider, browser, await browser.GetAsync(Request())));
        Assert.Equal(("carol@example.net", JsonValueKind.False), (denied.GetProperty("email").GetString(), denied.GetProperty("email_verified").ValueKind));
    }

    [Theory]
    [InlineData("code_challenge", null)]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("redirect_uri", "http://127.0.0.1:1/elsewhere")]
    [InlineData("client_id", "somebody")]
    public async Task Without_PKCE_or_what_it_knows_a_request_is_refused(string parameter, string? value)
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);

        var answer = await browser.GetAsync(Request((parameter, value)));

        Assert.Equal((HttpStatusCode.BadRequest, null), (answer.Status, answer.Location));
        Assert.Single(provider.AuthorizationRequests);
    }

    [Fact]
    public async Task A_wrong_secret_a_wrong_verifier_and_a_used_code_are_refused()
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);
        var code = CodeOf(await ChooseAsync(browser, await browser.GetAsync(Request())));

        Assert.Equal("invalid_client", ErrorOf(await RedeemAsync(browser, code, "wrong")));
        Assert.Equal("invalid_grant", ErrorOf(await RedeemAsync(browser, code, provider.ClientSecret, Verifier + "x")));
        Assert.Equal(HttpStatusCode.OK, (await RedeemAsync(browser, code, provider.ClientSecret)).Status);
        Assert.Equal("invalid_grant", ErrorOf(await RedeemAsync(browser, code, provider.ClientSecret)));
        Assert.Equal(4, provider.TokenRequests);
    }

    [Fact]
    public async Task Who_is_known_is_asked_again_only_on_demand()
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);
        var began = await AuthTimeAsync(await ChooseAsync(browser, await browser.GetAsync(Request())));

        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(began, await AuthTimeAsync(await browser.GetAsync(Request())));
        Assert.Equal(began, await AuthTimeAsync(await browser.GetAsync(Request(("max_age", "601")))));
        foreach (var demand in new[] { ("prompt", "login"), ("max_age", "599"), ("max_age", "0") })
        {
            Assert.Equal("Provider", (await browser.GetAsync(Request(demand))).Document.Title);
        }

        Assert.Equal(began + 600, await AuthTimeAsync(await ChooseAsync(browser, await browser.GetAsync(Request(("prompt", "login"))))));
        Assert.Equal(began + 600, await AuthTimeAsync(await ChooseAsync(browser, await browser.GetAsync(Request(("max_age", "0"))))));

        provider.IgnoresPrompt = true;
        Assert.Equal(began + 600, await AuthTimeAsync(await browser.GetAsync(Request(("prompt", "login"), ("max_age", "0")))));

        async Task<long> AuthTimeAsync(HttpAnswer answer) =>
            PayloadOf(await TokensAsync(provider, browser, answer)).GetProperty("auth_time").GetInt64();
    }

    [Theory]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Its_clock_can_be_wrong(int hours)
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);
        provider.ClockOffset = TimeSpan.FromHours(hours);

        var token = PayloadOf(await TokensAsync(provider, browser, await ChooseAsync(browser, await browser.GetAsync(Request()))));

        var expected = (clock.GetUtcNow() + provider.ClockOffset).ToUnixTimeSeconds();
        Assert.Equal((expected, expected), (token.GetProperty("iat").GetInt64(), token.GetProperty("auth_time").GetInt64()));
        Assert.InRange(token.GetProperty("exp").GetInt64(), expected + 60, expected + 86_400);
    }

    [Fact]
    public async Task A_person_can_refuse_and_sign_out()
    {
        await using var provider = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);

        var refused = await browser.SubmitAsync(await browser.GetAsync(Request()), "form", new Dictionary<string, string>(), "[name=deny]");
        Assert.Equal(("access_denied", "s-1"), (QueryOf(refused)["error"], QueryOf(refused)["state"]));

        await ChooseAsync(browser, await browser.GetAsync(Request()));
        var path = $"/end-session?client_id={IdentityProvider.ClientId}&state=s-2&post_logout_redirect_uri=";
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"{path}{Back}")).Status);
        Assert.Equal($"{BackAfterSignOut}?state=s-2", (await browser.GetAsync($"{path}{BackAfterSignOut}")).Location?.AbsoluteUri);
        Assert.Equal("Provider", (await browser.GetAsync(Request())).Document.Title);
        Assert.Contains("signed out", (await browser.VisitAsync("/end-session")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_can_be_broken_and_go_down_and_come_back_beside_another()
    {
        await using var provider = await StartAsync();
        await using var other = await StartAsync();
        using var browser = new HttpBrowser(provider.Issuer);
        using var browserOfOther = new HttpBrowser(other.Issuer, browser.Cookies);
        await ChooseAsync(browser, await browser.GetAsync(Request()));
        await ChooseAsync(browserOfOther, await browserOfOther.GetAsync(Request()), "bob");
        var keys = (await browser.GetAsync("/.well-known/jwks")).Body;
        Assert.NotEqual(keys, (await browserOfOther.GetAsync("/.well-known/jwks")).Body);

        provider.IsBroken = true;
        foreach (var path in new[] { "/.well-known/openid-configuration", "/.well-known/jwks", "/authorize", "/token", "/userinfo", "/end-session" })
        {
            Assert.Equal(HttpStatusCode.InternalServerError, (await browser.GetAsync(path)).Status);
        }

        provider.IsBroken = false;
        await provider.StopAsync();
        await Assert.ThrowsAsync<HttpRequestException>(() => browser.GetAsync("/"));
        Assert.Equal("bob", PayloadOf(await TokensAsync(other, browserOfOther, await browserOfOther.GetAsync(Request()))).GetProperty("sub").GetString());

        await provider.StartAgainAsync();
        Assert.Equal(keys, (await browser.GetAsync("/.well-known/jwks")).Body);
        Assert.Equal("alice", PayloadOf(await TokensAsync(provider, browser, await browser.GetAsync(Request()))).GetProperty("sub").GetString());
    }

    private async Task<IdentityProvider> StartAsync()
    {
        var provider = await IdentityProvider.StartAsync(clock);
        provider.Allow(Back);
        provider.AllowAfterSignOut(BackAfterSignOut);
        provider.Add("alice", "alice@example.com", name: "Alice <Ames>");
        provider.Add("bob", null);
        return provider;
    }

    private static string Request(params IEnumerable<(string Name, string? Value)> changes)
    {
        var parameters = new Dictionary<string, string?>
        {
            ["client_id"] = IdentityProvider.ClientId,
            ["redirect_uri"] = Back.AbsoluteUri,
            ["response_type"] = "code",
            ["scope"] = "openid email profile",
            ["state"] = "s-1",
            ["nonce"] = "n-1",
            ["code_challenge"] = Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in changes)
        {
            parameters[name] = value;
        }

        return QueryHelpers.AddQueryString("/authorize", parameters);
    }

    private static Task<HttpAnswer> ChooseAsync(HttpBrowser browser, HttpAnswer page, string subject = "alice") =>
        browser.SubmitAsync(page, "form", new Dictionary<string, string>(), $"[value={subject}]");

    private static Dictionary<string, string> QueryOf(HttpAnswer answer)
    {
        Assert.True(answer.Location?.GetLeftPart(UriPartial.Path) == Back.AbsoluteUri, $"It did not lead back: {answer.Status} {answer.Location} {answer.Text}");
        return QueryHelpers.ParseQuery(answer.Location!.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
    }

    private static string CodeOf(HttpAnswer answer) => QueryOf(answer)["code"];

    private static Task<HttpAnswer> RedeemAsync(HttpBrowser browser, string code, string secret, string verifier = Verifier) => browser.PostAsync(
        "/token",
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", Back.AbsoluteUri),
        ("code_verifier", verifier),
        ("client_id", IdentityProvider.ClientId),
        ("client_secret", secret));

    private static string? ErrorOf(HttpAnswer answer) => JsonElement.Parse(answer.Body).GetProperty("error").GetString();

    private static async Task<JsonElement> TokensAsync(IdentityProvider provider, HttpBrowser browser, HttpAnswer answer)
    {
        var tokens = await RedeemAsync(browser, CodeOf(answer), provider.ClientSecret);
        Assert.True(tokens.Status == HttpStatusCode.OK, tokens.Body);
        return JsonElement.Parse(tokens.Body);
    }

    private static async Task<JsonElement> DiscoverAsync(HttpBrowser browser) =>
        JsonElement.Parse((await browser.GetAsync("/.well-known/openid-configuration")).Body);

    private static JsonElement PayloadOf(JsonElement tokens) =>
        JsonElement.Parse(Base64UrlEncoder.Decode(tokens.GetProperty("id_token").GetString()!.Split('.')[1]));

    private async Task<JsonElement> CheckAsync(IdentityProvider provider, HttpBrowser browser, JsonElement tokens)
    {
        var keys = new JsonWebKeySet((await browser.GetAsync("/.well-known/jwks")).Body);
        var checkedToken = await new JsonWebTokenHandler().ValidateTokenAsync(tokens.GetProperty("id_token").GetString(), new()
        {
            ValidIssuer = provider.IssuerText,
            ValidAudience = IdentityProvider.ClientId,
            IssuerSigningKeys = keys.Keys,
            LifetimeValidator = (_, until, _, _) => clock.GetUtcNow() < until,
        });
        Assert.True(checkedToken.IsValid, checkedToken.Exception?.Message);
        return PayloadOf(tokens);
    }
}

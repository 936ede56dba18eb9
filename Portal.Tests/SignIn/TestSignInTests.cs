using Microsoft.Extensions.Time.Testing;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>The test of single sign-on: an administrator really signs in at the provider, and what came of it is kept.</summary>
public sealed class TestSignInTests
{
    private const string Test = "/account/sso/test";

    [Fact]
    public async Task It_says_what_it_got_and_leaves_the_session_as_it_is()
    {
        await using var stage = await ProviderStage.StartAsync();
        await stage.ChangeAsync(settings => (settings.IsOn, settings.WorkedAt) = (false, null));
        using var ada = await stage.App.SignInAsync("admin@example.com");

        var answer = await stage.SignInAsync(ada, "subject-ada", Test);

        Assert.Equal("/account/sso", answer.Location?.AbsolutePath);
        var kept = await stage.SettingsAsync();
        Assert.Equal((null, "admin@example.com", "subject-ada"), (kept.TestFault, kept.TestEmail, kept.TestSubject));
        Assert.True(kept is { WorkedAt: not null, TestLacksAuthTime: false });
        Assert.True(await ada.IsSignedInAsync());
        Assert.Null((await stage.App.FindAsync("admin@example.com")).SsoSubject);
        Assert.Equal("86400", stage.Provider.AuthorizationRequests[^1]["max_age"]);
    }

    [Fact]
    public async Task What_is_wrong_before_anybody_is_sent_there_is_kept_at_once()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var ada = await stage.App.SignInAsync("admin@example.com");
        await stage.SignInAsync(ada, "subject-ada", Test);

        // Known since a moment ago, and asked anew all the same.
        stage.Provider.PretendIssuer = "https://another.example/";
        Assert.Equal("/account/sso", (await ada.GetAsync(Test)).Location?.PathAndQuery);
        Assert.Equal((SingleSignOnFault.IssuerDiffers, "https://another.example/"), await FaultAsync(stage));

        stage.Provider.PretendIssuer = null;
        stage.Provider.IsBroken = true;
        await ada.GetAsync(Test);
        Assert.Equal((SingleSignOnFault.Unreachable, null), await FaultAsync(stage));

        stage.Provider.IsBroken = false;
        await stage.Provider.StopAsync();
        await ada.GetAsync(Test);
        Assert.Equal((SingleSignOnFault.Unreachable, null), await FaultAsync(stage));
        Assert.Equal(SingleSignOnFault.Unreachable, (await stage.SettingsAsync()).Fault);

        await stage.ChangeAsync(settings => settings.Issuer = $"{stage.App.BaseAddress}nothing-here");
        await ada.GetAsync(Test);
        Assert.Equal((SingleSignOnFault.NotAProvider, null), await FaultAsync(stage));
    }

    [Fact]
    public async Task What_is_wrong_with_who_came_back_is_kept_with_its_value()
    {
        await using var stage = await ProviderStage.StartAsync(new FakeTimeProvider(DateTimeOffset.UtcNow));
        using var ada = await stage.App.SignInAsync("admin@example.com");
        stage.Provider.ClockOffset = TimeSpan.FromMinutes(-8);
        await stage.SignInAsync(ada, "subject-ada", Test);
        Assert.Equal((SingleSignOnFault.ClocksApart, "-8"), await FaultAsync(stage));

        stage.Provider.ClockOffset = TimeSpan.Zero;
        stage.Provider.OmitAuthTime = true;
        await stage.SignInAsync(ada, "subject-ada", Test);
        Assert.True(await stage.SettingsAsync() is { TestFault: null, TestLacksAuthTime: true, Fault: null });

        stage.Provider.ClientSecret = "Canary-Another-Secret-52";
        await stage.SignInAsync(ada, "subject-ada", Test);
        Assert.Equal((SingleSignOnFault.WrongClient, null), await FaultAsync(stage));
    }

    [Theory]
    [InlineData("anna@example.com")]
    [InlineData(null)]
    public async Task Nobody_but_an_administrator_is_sent_there(string? email)
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = email is null ? stage.App.NewBrowser() : await stage.App.SignInAsync(email);

        Assert.Equal("/account/sso", (await browser.GetAsync(Test)).Location?.AbsolutePath);

        Assert.Null((await stage.SettingsAsync()).TestedAt);
    }

    [Fact]
    public async Task Another_site_cannot_start_one()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var ada = await stage.App.SignInAsync("admin@example.com");
        ada.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal("/account/sso", (await ada.GetAsync(Test)).Location?.AbsolutePath);
    }

    private static async Task<(SingleSignOnFault? Fault, string? Detail)> FaultAsync(ProviderStage stage)
    {
        var settings = await stage.SettingsAsync();
        return (settings.TestFault, settings.TestDetail);
    }
}

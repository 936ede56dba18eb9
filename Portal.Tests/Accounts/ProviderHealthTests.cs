using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Accounts;

/// <summary>What is known of a provider: noted when it is wrong for everybody, forgotten when it is over.</summary>
public sealed class ProviderHealthTests : IAsyncDisposable
{
    // The watch looks by this clock, so by itself it looks at nothing while a test is at work.
    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private ProviderStage? stage;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => stage?.DisposeAsync() ?? default;

    [Fact]
    public async Task A_look_notes_a_dead_provider_with_since_when_and_takes_it_back_when_it_answers_again()
    {
        await StartAsync();
        await LookAsync();
        Assert.True((await stage!.SettingsAsync()).Works);
        await stage.Provider.StopAsync();

        await LookAsync();

        var first = await stage.SettingsAsync();
        Assert.Equal((SingleSignOnFault.Unreachable, stage.App.Now.ToUnixTimeMilliseconds()), (first.Fault, first.FaultSince!.Value.ToUnixTimeMilliseconds()));
        Assert.False(first.Works);

        clock.Advance(TimeSpan.FromSeconds(10));
        await LookAsync();
        Assert.Equal(first.FaultSince, (await stage.SettingsAsync()).FaultSince);

        await stage.Provider.StartAgainAsync();
        await LookAsync();
        Assert.True(await stage.SettingsAsync() is { Works: true, Fault: null, FaultSince: null });
    }

    [Fact]
    public async Task The_watch_looks_by_itself_once_a_minute()
    {
        await StartAsync();
        var eva = await stage!.App.FindAsync("eva@example.com");
        await stage.Provider.StopAsync();
        using var open = stage.App.Services.GetRequiredService<AccountChanges>().Subscribe(eva.AccountId);

        clock.Advance(TimeSpan.FromMinutes(1));

        await open.UntilAsync(new(eva.AccountId, null));
        Assert.Equal(SingleSignOnFault.Unreachable, (await stage.SettingsAsync()).Fault);
    }

    [Fact]
    public async Task A_provider_that_calls_itself_otherwise_or_answers_something_else_is_noted()
    {
        await StartAsync();
        stage!.Provider.PretendIssuer = "https://elsewhere.example/";
        await LookAsync();
        Assert.Equal(SingleSignOnFault.IssuerDiffers, (await stage.SettingsAsync()).Fault);

        stage.Provider.PretendIssuer = null;
        stage.Provider.IsBroken = true;
        await LookAsync();
        Assert.Contains((await stage.SettingsAsync()).Fault, new SingleSignOnFault?[] { SingleSignOnFault.Unreachable, SingleSignOnFault.NotAProvider });

        stage.Provider.IsBroken = false;
        await LookAsync();
        Assert.True((await stage.SettingsAsync()).Works);
    }

    [Fact]
    public async Task What_is_dead_for_one_account_says_nothing_of_another()
    {
        await StartAsync();
        await using var dead = await IdentityProvider.StartAsync(clock);
        var other = await stage!.App.AddAccountAsync("Other Company");
        await stage.ConnectAsync(other.Id, "other-company", dead);
        await dead.StopAsync();

        await LookAsync();

        Assert.True((await stage.SettingsAsync()).Works);
        await using var db = stage.App.Contexts.For(other.Id);
        Assert.Equal(SingleSignOnFault.Unreachable, db.SingleSignOns.Single().Fault);
    }

    [Fact]
    public async Task A_wrong_client_is_not_over_because_the_provider_answers_but_because_somebody_gets_in()
    {
        await StartAsync();
        using var browser = stage!.App.NewBrowser();
        var right = stage.Provider.ClientSecret;
        stage.Provider.ClientSecret = "Canary-Another-Secret-51";
        Assert.Equal(HttpStatusCode.BadRequest, (await stage.SignInAsync(browser)).Status);
        Assert.Equal(SingleSignOnFault.WrongClient, (await stage.SettingsAsync()).Fault);

        await LookAsync();
        Assert.True(await stage.SettingsAsync() is { Works: false, Fault: SingleSignOnFault.WrongClient });

        stage.Provider.ClientSecret = right;
        Assert.Equal("/home", (await stage.SignInAsync(browser)).Location?.AbsolutePath);
        Assert.True(await stage.SettingsAsync() is { Works: true, FaultSince: null });
    }

    [Fact]
    public async Task A_wrong_client_is_not_forgotten_when_the_provider_goes_away_and_comes_back()
    {
        await StartAsync();
        using var browser = stage!.App.NewBrowser();
        stage.Provider.ClientSecret = "Canary-Another-Secret-51";
        await stage.SignInAsync(browser);
        await stage.Provider.StopAsync();
        await LookAsync();
        Assert.False((await stage.SettingsAsync()).Works);

        await stage.Provider.StartAgainAsync();
        await LookAsync();

        Assert.False((await stage.SettingsAsync()).Works);
    }

    [Theory]
    [InlineData("error", "invalid_client")]
    [InlineData("error", "unauthorized_client")]
    [InlineData("error", "server_error")]
    [InlineData("error", "invalid_scope")]
    [InlineData("code", "forged")]
    [InlineData("code", "")]
    [InlineData("id_token", "forged")]
    [InlineData("access_token", "forged")]
    public async Task What_a_stranger_writes_into_the_way_back_says_nothing_of_the_provider(string name, string value)
    {
        await StartAsync();
        using var stranger = stage!.App.NewBrowser();
        var there = await stranger.GetAsync($"/sign-in/sso/{ProviderStage.Name}");
        var asked = QueryHelpers.ParseQuery(there.Location!.Query);

        // Nobody was at the provider: the stranger made this address up from what a first step shows to everybody.
        var answer = await stranger.GetAsync(QueryHelpers.AddQueryString(asked["redirect_uri"].ToString(), new Dictionary<string, string?>
        {
            [name] = value,
            ["state"] = asked["state"].ToString(),
            ["iss"] = stage.Provider.IssuerText,
        }));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.True(await stage.SettingsAsync() is { Works: true, Fault: null });
    }

    [Fact]
    public async Task What_is_wrong_with_one_person_is_not_noted()
    {
        await StartAsync();
        stage!.Provider.Add("subject-x", email: null);
        using var browser = stage.App.NewBrowser();
        Assert.Equal(HttpStatusCode.Forbidden, (await stage.SignInAsync(browser, "subject-x")).Status);
        using var other = stage.App.NewBrowser();
        var page = await other.GetAsync((await other.GetAsync($"/sign-in/sso/{ProviderStage.Name}")).Location!.ToString());
        var back = await other.SubmitAsync(page, "form", new Dictionary<string, string>(), "[name=deny]");
        Assert.Equal(HttpStatusCode.BadRequest, (await other.GetAsync(back.Location!.ToString())).Status);

        Assert.True(await stage.SettingsAsync() is { Works: true, Fault: null });
    }

    [Fact]
    public async Task Nothing_is_noted_while_it_is_off()
    {
        await StartAsync();
        var before = await stage!.SettingsAsync();
        await stage.ChangeAsync(settings => settings.IsOn = false);
        await stage.Provider.StopAsync();

        await LookAsync();
        await Health.LookAsync(before.AccountId, Cancellation);
        await Health.NoteAsync(before, new(SingleSignOnFault.WrongClient));

        Assert.True(await stage.SettingsAsync() is { Fault: null, FaultSince: null });
    }

    [Fact]
    public async Task What_was_wrong_under_former_settings_is_not_held_against_the_present_ones()
    {
        await StartAsync();
        var former = await stage!.SettingsAsync();
        await stage.ChangeAsync(settings => settings.Generation++);

        await Health.NoteAsync(former, new(SingleSignOnFault.WrongClient));

        Assert.Null((await stage.SettingsAsync()).Fault);
    }

    [Fact]
    public async Task Open_pages_are_told_of_a_dead_provider_and_of_nothing_where_nothing_changed()
    {
        await StartAsync();
        var accountId = (await stage!.SettingsAsync()).AccountId;

        // The program notes of itself, soon after it started, how mail is delivered: that is told too, and has to be over.
        await using var db = stage.App.Contexts.AcrossAccounts();
        Assert.NotNull(await Patience.UntilAsync(async () => await db.MailDelivery.AnyAsync() ? "noted" : null));

        // What concerns the whole account; of single operators other parts of the program tell meanwhile.
        var told = db.Changes.Where(change => change.AccountId == accountId && change.OperatorId == null);
        var before = await told.CountAsync(Cancellation);
        await LookAsync();
        Assert.Equal(before, await told.CountAsync(Cancellation));
        await stage.Provider.StopAsync();

        await LookAsync();
        await LookAsync();

        Assert.Equal(before + 1, await told.CountAsync(Cancellation));
    }

    private ProviderHealth Health => stage!.App.Services.GetRequiredService<ProviderHealth>();

    private async Task StartAsync() => stage = await ProviderStage.StartAsync(clock);

    private Task LookAsync() => stage!.App.Services.GetRequiredService<ProviderWatch>().LookAsync(Cancellation);
}

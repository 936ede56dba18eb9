using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Accounts;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>Recent proof of whoever came by single sign-on: at the provider again, and back to the same page.</summary>
public sealed class ProviderProofTests : IAsyncDisposable
{
    private const string Ada = "admin@example.com";
    private const string Prove = "/me/prove?returnUrl=%2Fme";

    private readonly FakeTimeProvider clock = new(DateTimeOffset.UtcNow);
    private ProviderStage stage = null!;

    public async ValueTask DisposeAsync()
    {
        if (stage is not null)
        {
            await stage.DisposeAsync();
        }
    }

    [Fact]
    public async Task Whoever_came_by_single_sign_on_proves_at_the_provider_again_and_returns_to_the_page()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(Refusal.ProofNeeded, await ActAsync());

        var answer = await stage.SignInAsync(browser, "subject-ada", Prove);

        Assert.Equal("/me?proof=given", answer.Location?.PathAndQuery);
        var asked = stage.Provider.AuthorizationRequests[^1];
        Assert.Equal(("login", "0"), (asked["prompt"], asked["max_age"]));
        var session = await SessionAsync();
        Assert.Equal((stage.App.Now.ToUnixTimeMilliseconds(), true, false), (session.ProvenAt.ToUnixTimeMilliseconds(), session.ProvenAtProvider, session.ProvenByCode));
        var entry = (await RecordAsync()).Single(row => row.Action == nameof(AuditAction.ProofGiven));
        Assert.Equal(("Ada", "SingleSignOn", session.Id), (entry.ActorName, entry.After!, entry.SessionId));

        // The act is still to be chosen: the proof performs nothing by itself.
        Assert.Equal(LoginOptions.Password, await DefaultAsync());
        Assert.Null(await ActAsync());
        Assert.Equal(LoginOptions.Both, await DefaultAsync());
    }

    [Fact]
    public async Task The_proof_holds_for_15_minutes_and_no_longer()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        await stage.SignInAsync(browser, "subject-ada", Prove);

        clock.Advance(RecentProof.Life + TimeSpan.FromSeconds(1));

        Assert.Equal(Refusal.ProofNeeded, await ActAsync());
    }

    [Fact]
    public async Task A_provider_that_does_not_ask_again_has_proven_nothing()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(20));
        stage.Provider.IgnoresPrompt = true;
        var before = await SessionAsync();

        var answer = await stage.SignInAsync(browser, "subject-ada", Prove);

        Assert.Equal("/me?proof=NotAskedAgain", answer.Location?.PathAndQuery);
        await AssertNotProvenAsync(before);
    }

    [Fact]
    public async Task A_provider_that_does_not_say_when_it_asked_has_proven_nothing()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(20));
        stage.Provider.OmitAuthTime = true;
        var before = await SessionAsync();

        var answer = await stage.SignInAsync(browser, "subject-ada", Prove);

        Assert.Equal("/me?proof=NoAuthTime", answer.Location?.PathAndQuery);
        await AssertNotProvenAsync(before);
    }

    [Fact]
    public async Task A_provider_whose_clock_is_some_minutes_away_has_still_asked_again()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        stage.Provider.ClockOffset = TimeSpan.FromMinutes(-4);

        Assert.Equal("/me?proof=given", (await stage.SignInAsync(browser, "subject-ada", Prove)).Location?.PathAndQuery);
    }

    [Theory]
    [InlineData("subject-anna")]
    [InlineData("subject-eva")]
    [InlineData("subject-stranger")]
    [InlineData("subject-other-ada")]
    public async Task Somebody_else_at_the_provider_proves_nothing_is_bound_to_nobody_and_is_written_down(string subject)
    {
        using var browser = await AdaBySingleSignOnAsync();
        await stage.LetInAsync("anna@example.com");
        stage.Provider.Add("subject-stranger", "stranger@example.com");
        stage.Provider.Add("subject-other-ada", Ada);
        clock.Advance(TimeSpan.FromMinutes(16));
        var before = await SessionAsync();

        var answer = await stage.SignInAsync(browser, subject, Prove);

        Assert.Equal("/me?proof=AnotherIdentity", answer.Location?.PathAndQuery);
        await AssertNotProvenAsync(before);
        var entry = (await RecordAsync()).Single(row => row.Action == nameof(AuditAction.ProofRefused));
        Assert.Equal(("Ada", "AnotherIdentity"), (entry.ActorName, entry.Refused));
        Assert.Null((await stage.App.FindAsync("anna@example.com")).SsoSubject);
        Assert.Null((await stage.App.FindAsync("eva@example.com")).SsoSubject);
        Assert.Equal("subject-ada", (await stage.App.FindAsync(Ada)).SsoSubject);
    }

    [Fact]
    public async Task The_way_back_opened_after_signing_out_proves_nothing()
    {
        using var browser = await AdaBySingleSignOnAsync();
        var back = await stage.AnswerAtProviderAsync(browser, "subject-ada", Prove);
        await browser.SubmitAsync(await browser.GetAsync("/sign-out"), "form[action='/sign-out']", []);

        var answer = await browser.GetAsync(back.ToString());

        Assert.Equal(("/sign-in", true), (answer.Location?.AbsolutePath, answer.Location?.Query.Contains("returnUrl=%2Fme", StringComparison.Ordinal)));
        Assert.False(await browser.IsSignedInAsync());
        Assert.DoesNotContain(await RecordAsync(), row => row.Action == nameof(AuditAction.ProofGiven));
    }

    [Fact]
    public async Task The_way_back_opened_in_another_session_of_the_same_person_and_browser_proves_nothing()
    {
        using var browser = await AdaBySingleSignOnAsync();
        var back = await stage.AnswerAtProviderAsync(browser, "subject-ada", Prove);
        await browser.SubmitAsync(await browser.GetAsync("/sign-out"), "form[action='/sign-out']", []);
        Assert.Equal("/home", (await browser.PasswordAsync(Ada)).Location?.AbsolutePath);
        var before = await SessionAsync();

        var answer = await browser.GetAsync(back.ToString());

        Assert.Equal("/sign-in", answer.Location?.AbsolutePath);
        Assert.DoesNotContain(await RecordAsync(), row => row.Action == nameof(AuditAction.ProofGiven));
        Assert.Equal((before.Id, false), ((await SessionAsync()).Id, (await SessionAsync()).ProvenAtProvider));
    }

    [Fact]
    public async Task The_way_back_with_its_cookies_carried_into_somebody_elses_session_proves_nothing()
    {
        using var browser = await AdaBySingleSignOnAsync();
        await stage.LetInAsync("anna@example.com");
        using var annas = stage.App.NewBrowser();
        await stage.SignInAsync(annas, "subject-anna");
        clock.Advance(TimeSpan.FromMinutes(16));
        var before = await SessionAsync();
        var back = await stage.AnswerAtProviderAsync(browser, "subject-ada", Prove);
        foreach (var cookie in browser.Cookies.GetAllCookies().Where(cookie => cookie.Name.StartsWith("Portal.Sso", StringComparison.Ordinal)))
        {
            annas.Cookies.Add(cookie);
        }

        var answer = await annas.GetAsync(back.ToString());

        Assert.Equal("/sign-in", answer.Location?.AbsolutePath);
        await AssertNotProvenAsync(before);
    }

    [Fact]
    public async Task The_way_back_proves_once()
    {
        using var browser = await AdaBySingleSignOnAsync();
        var back = await stage.AnswerAtProviderAsync(browser, "subject-ada", Prove);
        Assert.Equal("/me?proof=given", (await browser.GetAsync(back.ToString())).Location?.PathAndQuery);
        clock.Advance(TimeSpan.FromMinutes(14));
        var before = await SessionAsync();

        await browser.GetAsync(back.ToString());

        Assert.Equal(before.ProvenAt, (await SessionAsync()).ProvenAt);
        Assert.Single(await RecordAsync(), row => row.Action == nameof(AuditAction.ProofGiven));
    }

    [Fact]
    public async Task A_sign_in_on_the_word_of_twenty_minutes_ago_is_no_recent_proof_and_a_fresh_one_is()
    {
        using var browser = await AdaBySingleSignOnAsync();
        Assert.Null(await ActAsync(LoginOptions.Both));
        var firstAt = (await SessionAsync()).ProvenAt;
        await browser.SubmitAsync(await browser.GetAsync("/sign-out"), "form[action='/sign-out']", []);
        clock.Advance(TimeSpan.FromMinutes(20));

        // The provider still knows the browser, and asks for nothing.
        var answer = await stage.SignInAsync(browser, "subject-ada");

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        var session = await SessionAsync();
        Assert.True(session.ProvenAtProvider && (session.ProvenAt - firstAt).Duration() < TimeSpan.FromSeconds(5), $"{firstAt:O} {session.ProvenAt:O}");
        Assert.Equal(Refusal.ProofNeeded, await ActAsync(LoginOptions.Password));
    }

    [Fact]
    public async Task A_sign_in_of_which_the_provider_does_not_say_when_it_asked_is_no_recent_proof()
    {
        await StartAsync();
        stage.Provider.OmitAuthTime = true;
        await stage.LetInAsync(Ada);
        using var browser = stage.App.NewBrowser();
        Assert.Equal("/home", (await stage.SignInAsync(browser, "subject-ada")).Location?.AbsolutePath);

        Assert.Equal(Refusal.ProofNeeded, await ActAsync());
    }

    [Theory]
    [InlineData("/operators?search=a", "/operators?search=a&proof=given")]
    [InlineData("https://elsewhere.example/", "/home?proof=given")]
    [InlineData("//elsewhere.example/", "/home?proof=given")]
    [InlineData("/\\elsewhere.example/", "/home?proof=given")]
    [InlineData("/./%2e//elsewhere.example/", "/home?proof=given")]
    [InlineData("javascript:alert(1)", "/home?proof=given")]
    [InlineData("", "/home?proof=given")]
    public async Task It_returns_to_a_page_of_ours_and_to_no_other(string asked, string reached)
    {
        using var browser = await AdaBySingleSignOnAsync();

        var answer = await stage.SignInAsync(browser, "subject-ada", $"/me/prove?returnUrl={Uri.EscapeDataString(asked)}");

        Assert.Equal((stage.App.BaseAddress.Authority, reached), (answer.Location!.Authority, answer.Location.PathAndQuery));
    }

    [Fact]
    public async Task Without_a_session_it_leads_to_the_sign_in()
    {
        await StartAsync();
        using var browser = stage.App.NewBrowser();

        var answer = await browser.GetAsync(Prove);

        Assert.Equal("/sign-in", answer.Location?.AbsolutePath);
        Assert.Empty(stage.Provider.AuthorizationRequests);
    }

    [Fact]
    public async Task A_provider_that_is_down_leads_back_with_that_and_is_noted()
    {
        await StartAsync();
        await stage.LetInAsync(Ada);
        using var browser = await stage.App.SignInAsync(Ada);
        await stage.Provider.StopAsync();

        var answer = await browser.GetAsync(Prove);

        Assert.Equal("/me?proof=Unreachable", answer.Location?.PathAndQuery);
        Assert.Equal(SingleSignOnFault.Unreachable, (await stage.SettingsAsync()).Fault);
        Assert.False((await SessionAsync()).ProvenAtProvider);
    }

    [Fact]
    public async Task A_provider_that_goes_down_while_somebody_is_there_leads_back_with_that_too()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        var before = await SessionAsync();
        var back = await stage.AnswerAtProviderAsync(browser, "subject-ada", Prove);
        await stage.Provider.StopAsync();

        Assert.Equal("/me?proof=Unreachable", (await browser.GetAsync(back.ToString())).Location?.PathAndQuery);

        await AssertNotProvenAsync(before);
    }

    [Fact]
    public async Task Saying_no_at_the_provider_proves_nothing()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        var before = await SessionAsync();
        var page = await browser.GetAsync((await browser.GetAsync(Prove)).Location!.ToString());
        var back = await browser.SubmitAsync(page, "form", new Dictionary<string, string>(), "[name=deny]");

        var answer = await browser.GetAsync(back.Location!.ToString());

        Assert.Equal("/me?proof=Denied", answer.Location?.PathAndQuery);
        await AssertNotProvenAsync(before);
    }

    [Fact]
    public async Task Turned_off_or_set_up_anew_meanwhile_proves_nothing()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        var before = await SessionAsync();
        var back = await stage.AnswerAtProviderAsync(browser, "subject-ada", Prove);
        await stage.ChangeAsync(settings => settings.Generation++);
        Assert.Equal("/me?proof=Over", (await browser.GetAsync(back.ToString())).Location?.PathAndQuery);

        back = await stage.AnswerAtProviderAsync(browser, "subject-ada", Prove);
        await stage.ChangeAsync(settings => settings.IsOn = false);
        Assert.Equal("/me?proof=TurnedOff", (await browser.GetAsync(back.ToString())).Location?.PathAndQuery);
        Assert.Equal("/me?proof=TurnedOff", (await browser.GetAsync(Prove)).Location?.PathAndQuery);

        await AssertNotProvenAsync(before);
    }

    [Fact]
    public async Task Forging_the_way_back_proves_nothing()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        var before = await SessionAsync();
        var back = await stage.AnswerAtProviderAsync(browser, "subject-ada", Prove);
        var query = QueryHelpers.ParseQuery(back.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        query["code"] = "forged";

        await browser.GetAsync(QueryHelpers.AddQueryString(back.GetLeftPart(UriPartial.Path), query!));

        await AssertNotProvenAsync(before);
    }

    [Fact]
    public async Task What_only_says_so_in_the_address_proves_nothing()
    {
        using var browser = await AdaBySingleSignOnAsync();
        clock.Advance(TimeSpan.FromMinutes(16));
        var before = await SessionAsync();

        await browser.GetAsync("/me?proof=given");

        await AssertNotProvenAsync(before);
    }

    [Fact]
    public async Task Whoever_came_with_a_password_still_proves_with_it()
    {
        await StartAsync();
        await stage.LetInAsync(Ada);
        using var browser = await stage.App.SignInAsync(Ada);
        var proof = stage.App.Services.GetRequiredService<RecentProof>();

        Assert.Equal(ProofFactor.Password, await proof.FactorAsync(await ActorAsync()));
        clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(Refusal.ProofNeeded, await ActAsync());
        Assert.Equal(ProofAnswer.Proven, await proof.AnswerAsync(await ActorAsync(), DemoPeople.Password));
        Assert.Null(await ActAsync());
    }

    [Fact]
    public async Task Whoever_may_not_sign_in_by_it_cannot_prove_by_it_either()
    {
        await StartAsync();
        using var browser = await stage.App.SignInAsync("anna@example.com");

        Assert.Equal("/me?proof=AnotherIdentity", (await stage.SignInAsync(browser, "subject-anna", Prove)).Location?.PathAndQuery);

        Assert.Null((await stage.App.FindAsync("anna@example.com")).SsoSubject);
        Assert.False((await SessionAsync()).ProvenAtProvider);
    }

    [Fact]
    public async Task A_proof_at_the_provider_is_none_where_a_code_is_asked_for()
    {
        await StartAsync();
        await stage.LetInAsync("gijs@example.com");
        stage.Provider.Add("subject-gijs", "gijs@example.com");
        using var browser = await stage.App.SignInAsync("gijs@example.com", PortalApp.PhoneOf("gijs@example.com"));
        var proof = stage.App.Services.GetRequiredService<RecentProof>();
        Assert.Equal(ProofFactor.Code, await proof.FactorAsync(await ActorAsync()));
        clock.Advance(TimeSpan.FromMinutes(16));

        await stage.SignInAsync(browser, "subject-gijs", Prove);

        Assert.Equal(ProofFactor.Code, await proof.FactorAsync(await ActorAsync()));
        Assert.Equal(Refusal.ProofNeeded, await ActAsync());
    }

    [Fact]
    public async Task Who_is_asked_where_follows_from_how_one_came_and_what_one_may()
    {
        await StartAsync();
        var proof = stage.App.Services.GetRequiredService<RecentProof>();
        using var browser = stage.App.NewBrowser();
        await stage.LetInAsync("carla@example.com");
        stage.Provider.Add("subject-carla", "carla@example.com");
        await stage.SignInAsync(browser, "subject-carla");
        var carla = await ActorAsync();

        // Both, and came by single sign-on: the phone is not asked for, nor would its code count.
        Assert.Equal(ProofFactor.Provider, await proof.FactorAsync(carla));
        Assert.Equal(ProofAnswer.Wrong, await proof.AnswerAsync(carla, await PortalApp.PhoneOf("carla@example.com").CodeAsync(stage.App.Now)));
        Assert.Equal(ProofAnswer.Wrong, await proof.AnswerAsync(carla, DemoPeople.Password));

        await stage.LetInAsync("carla@example.com", LoginOptions.SingleSignOn);
        Assert.Equal(ProofFactor.Provider, await proof.FactorAsync(carla));

        // May no longer, with the authenticator still there.
        await stage.LetInAsync("carla@example.com", LoginOptions.Password);
        Assert.Equal(ProofFactor.Code, await proof.FactorAsync(carla));
    }

    [Fact]
    public async Task Whoever_came_by_it_may_no_longer_and_has_no_password_yet_has_nothing_to_prove_with_until_one_is_chosen()
    {
        await StartAsync();
        var proof = stage.App.Services.GetRequiredService<RecentProof>();
        using var evas = stage.App.NewBrowser();
        await stage.SignInAsync(evas);
        var eva = await ActorAsync();
        Assert.Equal(ProofFactor.Provider, await proof.FactorAsync(eva));
        using var adas = await stage.App.SignInAsync(Ada);
        var logins = stage.App.Services.GetRequiredService<OperatorLogins>();

        Assert.True((await logins.SetAsync(await ActorAsync(), eva.OperatorId, LoginOptions.Password)).Value!.PasswordMail);

        Assert.True(await evas.IsSignedInAsync());
        Assert.Equal(ProofFactor.NotYet, await proof.FactorAsync(eva));
        Assert.Equal(ProofAnswer.Wrong, await proof.AnswerAsync(eva, ""));
        Assert.Equal(ProofAnswer.Wrong, await proof.AnswerAsync(eva, DemoPeople.Password));
    }

    private async Task StartAsync() => stage = await ProviderStage.StartAsync(clock);

    // Ada may use both, and came by single sign-on just now.
    private async Task<HttpBrowser> AdaBySingleSignOnAsync()
    {
        await StartAsync();
        await stage.LetInAsync(Ada);
        var browser = stage.App.NewBrowser();
        Assert.Equal("/home", (await stage.SignInAsync(browser, "subject-ada")).Location?.AbsolutePath);
        return browser;
    }

    // Something that asks for proof, in the newest session.
    private async Task<Refusal?> ActAsync(LoginOptions options = LoginOptions.Both) =>
        (await stage.App.Services.GetRequiredService<AccountDetails>().SetDefaultLoginOptionsAsync(await ActorAsync(), options)).Refused;

    private async Task AssertNotProvenAsync(Session before)
    {
        var session = await SessionAsync();
        Assert.Equal((before.Id, before.ProvenAt), (session.Id, session.ProvenAt));
        Assert.DoesNotContain(await RecordAsync(), row => row.Action == nameof(AuditAction.ProofGiven));
        Assert.Contains(await ActAsync(), new Refusal?[] { Refusal.ProofNeeded, Refusal.NotAllowed, Refusal.SingleSignOnIsOff });
    }

    private static Actor ActorIn(Session session) => new(session.OperatorId, session.AccountId, session.Id, session.Address, session.UserAgent);

    private async Task<Actor> ActorAsync() => ActorIn(await SessionAsync());

    private async Task<Session> SessionAsync()
    {
        await using var db = stage.App.Contexts.AcrossAccounts();
        return await db.Sessions.AsNoTracking().OrderByDescending(row => row.Id).FirstAsync();
    }

    private async Task<List<AuditEntry>> RecordAsync()
    {
        await using var db = stage.App.Contexts.AcrossAccounts();
        return await db.AuditEntries.AsNoTracking().OrderBy(row => row.Id).ToListAsync();
    }

    private async Task<LoginOptions> DefaultAsync()
    {
        await using var db = stage.App.Contexts.AcrossAccounts();
        return await db.Accounts.Select(row => row.DefaultLoginOptions).SingleAsync();
    }
}

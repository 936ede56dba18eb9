using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>Signing in at the account's own provider: a real one, over real redirects.</summary>
public sealed class SingleSignOnTests
{
    private const string Begin = $"/sign-in/sso/{ProviderStage.Name}";

    [Fact]
    public async Task The_first_sign_in_binds_the_operator_and_the_second_knows_the_subject_whatever_the_address()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var first = stage.App.NewBrowser();

        var answer = await stage.SignInAsync(first);

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        Assert.True(await first.IsSignedInAsync());
        var eva = await stage.App.FindAsync("eva@example.com");
        Assert.Equal((stage.Provider.IssuerText, "subject-eva"), (eva.SsoIssuer, eva.SsoSubject));
        Assert.Equal(SignInMethod.SingleSignOn, eva.LastSignInWith);

        stage.Eva.Email = "eva.married@example.com";
        using var second = stage.App.NewBrowser();
        Assert.Equal("/home", (await stage.SignInAsync(second)).Location?.AbsolutePath);
    }

    [Fact]
    public async Task It_asks_with_code_PKCE_nonce_and_state_and_comes_back_to_an_address_of_the_account_alone()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();

        await stage.SignInAsync(browser);

        var asked = Assert.Single(stage.Provider.AuthorizationRequests);
        Assert.Equal(("code", "S256"), (asked["response_type"], asked["code_challenge_method"]));
        Assert.Equal("openid email profile", asked["scope"]);
        Assert.True(asked["state"].Length > 100 && asked["nonce"].Length > 40 && asked["code_challenge"].Length == 43);
        Assert.StartsWith($"{stage.App.BaseAddress}sign-in/sso/back/", asked["redirect_uri"], StringComparison.Ordinal);
        Assert.False(asked.ContainsKey("response_mode"));
        Assert.False(asked.ContainsKey("prompt"));
    }

    [Fact]
    public async Task TOTP_is_never_asked_on_this_route_and_still_is_after_the_password()
    {
        await using var stage = await ProviderStage.StartAsync();
        await stage.LetInAsync("carla@example.com");
        stage.Provider.Add("subject-carla", "carla@example.com");
        using var bySso = stage.App.NewBrowser();
        using var byPassword = stage.App.NewBrowser();

        Assert.Equal("/home", (await stage.SignInAsync(bySso, "subject-carla")).Location?.AbsolutePath);

        Assert.Equal("/sign-in/code", (await byPassword.PasswordAsync("carla@example.com")).Location?.AbsolutePath);
    }

    [Theory]
    [InlineData(null, true, "names no e-mail address")]
    [InlineData("eva@example.com", false, "not say that your e-mail address is verified")]
    [InlineData("eva@example.com", null, "not say that your e-mail address is verified")]
    [InlineData("stranger@example.com", true, "No operator with this address")]
    [InlineData("anna@example.com", true, "No operator with this address")]
    public async Task Whoever_is_nobody_here_gets_no_session_and_no_operator_is_made(string? email, bool? isVerified, string said)
    {
        await using var stage = await ProviderStage.StartAsync();
        stage.Provider.Add("subject-x", email, isVerified);
        using var browser = stage.App.NewBrowser();

        var answer = await stage.SignInAsync(browser, "subject-x");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains(said, answer.Text, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedInAsync());
        await using var db = stage.App.Contexts.AcrossAccounts();
        Assert.Equal(DemoPeople.All.Count, await db.Operators.CountAsync());
        Assert.False(await db.Operators.AnyAsync(person => person.SsoSubject != null));
        var entry = await db.AuditEntries.Where(row => row.Action != nameof(AuditAction.MailSent)).OrderByDescending(row => row.Id).FirstAsync();
        Assert.Equal((nameof(AuditAction.SignInRefused), email ?? ""), (entry.Action, entry.ActorName));
        Assert.NotNull(entry.Refused);
    }

    [Fact]
    public async Task An_address_without_the_mark_counts_only_where_the_account_says_so_and_one_marked_unverified_never()
    {
        await using var stage = await ProviderStage.StartAsync();
        await stage.ChangeAsync(settings => settings.TrustsUnmarkedEmail = true);
        stage.Eva.EmailVerified = false;
        using var browser = stage.App.NewBrowser();
        Assert.Equal(HttpStatusCode.Forbidden, (await stage.SignInAsync(browser)).Status);

        stage.Eva.EmailVerified = null;

        Assert.Equal("/home", (await stage.SignInAsync(browser)).Location?.AbsolutePath);
    }

    [Fact]
    public async Task An_address_that_the_provider_gives_to_somebody_else_opens_nothing()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        await stage.SignInAsync(browser);
        stage.Eva.Email = "eva.old@example.com";
        stage.Provider.Add("subject-newcomer", "eva@example.com");
        using var other = stage.App.NewBrowser();

        var answer = await stage.SignInAsync(other, "subject-newcomer");

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("another identity", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_issuer_with_the_same_address_and_even_the_same_subject_opens_nothing_until_the_operator_is_released()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        await stage.SignInAsync(browser);
        await using var other = await IdentityProvider.StartAsync();
        other.Add("subject-eva", "eva@example.com");
        var eva = await stage.App.FindAsync("eva@example.com");
        await stage.ConnectAsync(eva.AccountId, null, other);
        await stage.ChangeAsync(settings => (settings.Issuer, settings.Generation) = (other.IssuerText, settings.Generation + 1));

        var there = await browser.GetAsync(Begin);
        var page = await browser.GetAsync(there.Location!.ToString());
        var back = await browser.SubmitAsync(page, "form", new Dictionary<string, string>(), "[value=subject-eva]");
        var answer = await browser.GetAsync(back.Location!.ToString());

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.Contains("another identity", answer.Text, StringComparison.Ordinal);
        Assert.Equal(stage.Provider.IssuerText, (await stage.App.FindAsync("eva@example.com")).SsoIssuer);

        await stage.App.ChangeAsync("eva@example.com", person => person.Release());
        there = await browser.GetAsync(Begin);
        back = await browser.GetAsync(there.Location!.ToString());
        Assert.Equal("/home", (await browser.GetAsync(back.Location!.ToString())).Location?.AbsolutePath);
        Assert.Equal(other.IssuerText, (await stage.App.FindAsync("eva@example.com")).SsoIssuer);
    }

    [Fact]
    public async Task A_state_is_good_for_one_time_in_one_browser()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        using var thief = stage.App.NewBrowser();
        var back = await stage.AnswerAtProviderAsync(browser);

        // Seen over the shoulder, or sent to somebody to sign them in as another.
        Assert.Contains("Begin again", (await thief.GetAsync(back.ToString())).Text, StringComparison.Ordinal);
        Assert.False(await thief.IsSignedInAsync());

        Assert.Equal("/home", (await browser.GetAsync(back.ToString())).Location?.AbsolutePath);
        var replayed = await browser.GetAsync(back.ToString());
        Assert.Equal(HttpStatusCode.BadRequest, replayed.Status);
        Assert.Contains("was used already", replayed.Text, StringComparison.Ordinal);
        Assert.Equal(1, stage.Provider.TokenRequests);
    }

    [Fact]
    public async Task A_state_with_all_its_cookies_copied_is_still_worth_one_sign_in()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        var back = await stage.AnswerAtProviderAsync(browser);
        var copy = new CookieContainer();
        copy.Add(browser.Cookies.GetAllCookies());
        using var thief = new HttpBrowser(stage.App.BaseAddress, copy);

        Assert.Equal("/home", (await browser.GetAsync(back.ToString())).Location?.AbsolutePath);

        Assert.Equal(HttpStatusCode.BadRequest, (await thief.GetAsync(back.ToString())).Status);
        Assert.False(await thief.IsSignedInAsync());
    }

    [Fact]
    public async Task What_took_longer_than_a_quarter_of_an_hour_is_over()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var stage = await ProviderStage.StartAsync(clock);
        using var browser = stage.App.NewBrowser();
        var there = await browser.GetAsync(Begin);
        clock.Advance(Providers.Life + TimeSpan.FromSeconds(1));
        var page = await browser.GetAsync(there.Location!.ToString());
        var back = await browser.SubmitAsync(page, "form", new Dictionary<string, string>(), "[value=subject-eva]");

        var answer = await browser.GetAsync(back.Location!.ToString());

        Assert.Contains("took too long", answer.Text, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData("code", "forged")]
    [InlineData("state", "forged")]
    [InlineData("iss", "https://elsewhere.example/")]
    public async Task What_is_forged_on_the_way_back_opens_nothing(string name, string value)
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        var back = await stage.AnswerAtProviderAsync(browser);
        var query = QueryHelpers.ParseQuery(back.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        query[name] = value;

        var answer = await browser.GetAsync(QueryHelpers.AddQueryString(back.GetLeftPart(UriPartial.Path), query!));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task The_answer_to_one_account_is_worth_nothing_at_another()
    {
        await using var stage = await ProviderStage.StartAsync();
        var other = await stage.App.AddAccountAsync("Other Company");
        await stage.ConnectAsync(other.Id, "other-company");
        await stage.App.AddOperatorAsync("Eve", "eve@example.org", loginOptions: LoginOptions.SingleSignOn, password: null, accountId: other.Id);
        stage.Provider.Add("subject-eve", "eve@example.org");
        using var browser = stage.App.NewBrowser();
        var back = await stage.AnswerAtProviderAsync(browser, "subject-eve");
        var eva = await stage.App.FindAsync("eva@example.com");

        // By the provider's word Eve is herself; at the first account there is no such operator, at hers this was never asked.
        var swapped = back.ToString().Replace(eva.AccountId.ToString("N"), other.Id.ToString("N"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync(swapped)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(back.ToString())).Status);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal("/home", (await stage.SignInAsync(browser, "subject-eve", "/sign-in/sso/other-company")).Location?.AbsolutePath);
    }

    [Fact]
    public async Task A_provider_that_is_down_is_said_to_be_and_noted_and_is_found_again_when_it_is_back()
    {
        await using var stage = await ProviderStage.StartAsync();
        await stage.Provider.StopAsync();
        using var browser = stage.App.NewBrowser();

        var answer = await browser.GetAsync(Begin);

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Contains("cannot be reached", answer.Text, StringComparison.Ordinal);
        Assert.Equal(SingleSignOnFault.Unreachable, (await stage.SettingsAsync()).Fault);

        await stage.Provider.StartAgainAsync();
        Assert.Equal("/home", (await stage.SignInAsync(browser)).Location?.AbsolutePath);
        Assert.Null((await stage.SettingsAsync()).Fault);
    }

    [Fact]
    public async Task A_provider_that_goes_down_while_somebody_is_there_is_said_to_be()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        var back = await stage.AnswerAtProviderAsync(browser);
        await stage.Provider.StopAsync();

        var answer = await browser.GetAsync(back.ToString());

        Assert.Contains("cannot be reached", answer.Text, StringComparison.Ordinal);
        Assert.False(await browser.IsSignedInAsync());
    }

    [Theory]
    [InlineData(-8, SingleSignOnFault.ClocksApart)]
    [InlineData(8, SingleSignOnFault.ClocksApart)]
    [InlineData(-90, SingleSignOnFault.ClocksApart)]
    [InlineData(4, null)]
    [InlineData(-4, null)]
    public async Task Clocks_may_be_five_minutes_apart_and_no_more(int minutes, SingleSignOnFault? fault)
    {
        await using var stage = await ProviderStage.StartAsync(new FakeTimeProvider(DateTimeOffset.UtcNow));
        stage.Provider.ClockOffset = TimeSpan.FromMinutes(minutes);
        using var browser = stage.App.NewBrowser();

        await stage.SignInAsync(browser);

        Assert.Equal(fault is null, await browser.IsSignedInAsync());
        Assert.Equal(fault, (await stage.SettingsAsync()).Fault);
    }

    [Fact]
    public async Task A_token_that_names_another_issuer_or_is_not_signed_and_a_wrong_secret_open_nothing()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        stage.Provider.PretendIssuerInTokens = "https://elsewhere.example/";
        Assert.Contains("cannot be believed", (await stage.SignInAsync(browser)).Text, StringComparison.Ordinal);
        stage.Provider.PretendIssuerInTokens = null;
        stage.Provider.ForgetsToSign = true;
        Assert.Contains("cannot be believed", (await stage.SignInAsync(browser)).Text, StringComparison.Ordinal);
        stage.Provider.ForgetsToSign = false;
        stage.Provider.ClientSecret = "Canary-Another-Secret-48";

        Assert.Equal(HttpStatusCode.BadRequest, (await stage.SignInAsync(browser)).Status);

        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(SingleSignOnFault.WrongClient, (await stage.SettingsAsync()).Fault);
    }

    [Fact]
    public async Task An_address_that_only_the_userinfo_endpoint_tells_counts_too()
    {
        await using var stage = await ProviderStage.StartAsync();
        stage.Provider.EmailOnlyInUserInfo = true;
        using var browser = stage.App.NewBrowser();

        Assert.Equal("/home", (await stage.SignInAsync(browser)).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Saying_no_at_the_provider_leads_back_with_a_sentence()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        var page = await browser.GetAsync((await browser.GetAsync(Begin)).Location!.ToString());
        var back = await browser.SubmitAsync(page, "form", new Dictionary<string, string>(), "[name=deny]");

        var answer = await browser.GetAsync(back.Location!.ToString());

        Assert.Contains("did not agree", answer.Text, StringComparison.Ordinal);
        Assert.Null((await stage.SettingsAsync()).Fault);
    }

    [Fact]
    public async Task Turned_off_or_set_up_anew_meanwhile_is_over()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        var back = await stage.AnswerAtProviderAsync(browser);
        await stage.ChangeAsync(settings => settings.Generation++);
        Assert.Contains("Begin again", (await browser.GetAsync(back.ToString())).Text, StringComparison.Ordinal);

        back = await stage.AnswerAtProviderAsync(browser);
        await stage.ChangeAsync(settings => settings.IsOn = false);
        var answer = await browser.GetAsync(back.ToString());

        Assert.Equal(HttpStatusCode.Forbidden, answer.Status);
        Assert.False(await browser.IsSignedInAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(Begin)).Status);
    }

    [Theory]
    [InlineData(OperatorState.Deactivated)]
    [InlineData(OperatorState.Active)]
    public async Task Whoever_may_not_is_refused_although_bound(OperatorState state)
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        await stage.SignInAsync(browser);
        await stage.App.ChangeAsync("eva@example.com", person =>
            (person.State, person.LoginOptions) = (state, state == OperatorState.Active ? LoginOptions.Password : LoginOptions.SingleSignOn));
        using var again = stage.App.NewBrowser();

        Assert.Equal(HttpStatusCode.Forbidden, (await stage.SignInAsync(again)).Status);

        Assert.False(await again.IsSignedInAsync());
    }

    [Fact]
    public async Task Without_single_sign_on_there_is_no_button_with_one_account_it_leads_straight_there_and_with_two_it_asks_for_the_name()
    {
        await using var stage = await ProviderStage.StartAsync(isOn: false);
        using var browser = stage.App.NewBrowser();
        var eva = await stage.App.FindAsync("eva@example.com");
        Assert.Null((await browser.GetAsync("/sign-in")).Document.QuerySelector("a[href^='/sign-in/sso']"));

        await stage.ConnectAsync(eva.AccountId, ProviderStage.Name);
        var button = (await browser.GetAsync("/sign-in?returnUrl=%2Fme")).Document.QuerySelector("a[href^='/sign-in/sso']")!;
        Assert.Equal(("Sign in with single sign-on", $"{Begin}?returnUrl=%2Fme"), (button.TextContent.Trim(), button.GetAttribute("href")));

        var other = await stage.App.AddAccountAsync("Other Company");
        await stage.ConnectAsync(other.Id, "other-company");
        Assert.Equal("/sign-in/sso", (await browser.GetAsync("/sign-in")).Document.QuerySelector("a[href^='/sign-in/sso']")!.GetAttribute("href"));
        var asked = await browser.GetAsync("/sign-in/sso");
        var unknown = await browser.SubmitAsync(asked, "form[action='/sign-in/sso']", ("name", "Nobody's <b>"));
        Assert.Equal(HttpStatusCode.NotFound, unknown.Status);
        Assert.Contains("no single sign-on by this name", unknown.Text, StringComparison.Ordinal);
        var known = await browser.SubmitAsync(asked, "form[action='/sign-in/sso']", ("name", " Other-Company "));
        Assert.Equal("/sign-in/sso/other-company", known.Document.QuerySelector("a.pri")!.GetAttribute("href"));
        Assert.Equal("0; url=/sign-in/sso/other-company", known.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content"));
    }

    [Theory]
    [InlineData("/operators", "/operators")]
    [InlineData("https://elsewhere.example/", "/home")]
    [InlineData("//elsewhere.example/", "/home")]
    public async Task It_returns_to_a_page_of_ours_and_to_no_other(string asked, string reached)
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();

        var answer = await stage.SignInAsync(browser, from: $"{Begin}?returnUrl={Uri.EscapeDataString(asked)}");

        Assert.Equal((stage.App.BaseAddress.Authority, reached), (answer.Location!.Authority, answer.Location.AbsolutePath));
    }

    [Theory]
    [InlineData("cross-site", false)]
    [InlineData("same-site", false)]
    [InlineData("same-origin", true)]
    [InlineData("none", true)]
    public async Task Led_there_by_another_site_nobody_is_sent_on_without_a_click(string from, bool goesOn)
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        browser.Headers.Add("Sec-Fetch-Site", from);

        var answer = await browser.GetAsync(Begin);

        Assert.Equal(goesOn, answer.Location is not null);
        Assert.Equal(goesOn ? null : Begin, answer.Document.QuerySelector("a.pri")?.GetAttribute("href"));
        Assert.Null(answer.Document.QuerySelector("meta[http-equiv=refresh]"));
    }

    [Fact]
    public async Task A_password_that_somebody_chose_by_the_invitation_before_does_not_outlive_its_acceptance_at_the_provider()
    {
        await using var stage = await ProviderStage.StartAsync();
        await stage.LetInAsync("finn@example.com");
        await stage.App.ChangeAsync("finn@example.com", finn => finn.PasswordHash = "somebody's");
        stage.Provider.Add("subject-finn", "finn@example.com");
        using var finn = stage.App.NewBrowser();

        Assert.Equal("/home", (await stage.SignInAsync(finn, "subject-finn")).Location?.AbsolutePath);

        Assert.Null((await stage.App.FindAsync("finn@example.com")).PasswordHash);
    }

    [Theory]
    [InlineData("EVA@Example.com", true)]
    [InlineData("ev\u0430@example.com", false)]
    [InlineData("eva@example.com, other@example.com", false)]
    public async Task An_address_is_the_same_in_capitals_and_no_other_that_looks_like_it(string email, bool isEvas)
    {
        await using var stage = await ProviderStage.StartAsync();
        stage.Eva.Email = email;
        using var browser = stage.App.NewBrowser();

        await stage.SignInAsync(browser);

        Assert.Equal(isEvas, await browser.IsSignedInAsync());
    }

    [Fact]
    public async Task Who_signs_in_so_for_the_first_time_is_told_by_mail_and_never_again()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var first = stage.App.NewBrowser();
        using var second = stage.App.NewBrowser();

        await stage.SignInAsync(first);
        await stage.SignInAsync(second);

        await using var db = stage.App.Contexts.AcrossAccounts();
        var mail = await db.Mails.SingleAsync(row => row.ToAddress == "eva@example.com");
        Assert.Equal("notice:IdentityBound", mail.Kind);
    }

    [Fact]
    public async Task Signing_out_ends_the_session_here_and_offers_the_providers()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        await stage.SignInAsync(browser);

        var answer = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/sign-out"), "form[action='/sign-out']", []));

        Assert.False(await browser.IsSignedInAsync());
        Assert.Contains("At your provider you are still signed in.", answer.Text, StringComparison.Ordinal);
        var there = await browser.GetAsync(answer.Document.QuerySelector("a[href$='/out']")!.GetAttribute("href")!);
        Assert.Equal(stage.Provider.Issuer.Authority, there.Location!.Authority);
        Assert.Equal("/sign-in", (await browser.FollowAsync(there)).Address.AbsolutePath);

        // The provider asks again who it is.
        var page = await browser.GetAsync((await browser.GetAsync(Begin)).Location!.ToString());
        Assert.NotNull(page.Document.QuerySelector("[value=subject-eva]"));
    }

    [Fact]
    public async Task A_password_operators_sign_out_offers_nothing_of_the_kind()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = await stage.App.SignInAsync("anna@example.com");

        var answer = await browser.FollowAsync(await browser.SubmitAsync(await browser.GetAsync("/sign-out"), "form[action='/sign-out']", []));

        Assert.Null(answer.Document.QuerySelector("a[href$='/out']"));
    }

    [Fact]
    public async Task The_password_of_an_SSO_only_operator_is_refused_as_any_wrong_one_and_so_is_its_reset()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        using var stranger = stage.App.NewBrowser();
        await stage.App.AddOperatorAsync("Soraya", "soraya@example.com", loginOptions: LoginOptions.SingleSignOn);

        var refused = await browser.PasswordAsync("soraya@example.com");
        var unknown = await stranger.PasswordAsync("nobody@example.com");

        Assert.Equal((refused.Status, refused.Comparable("soraya@example.com")), (unknown.Status, unknown.Comparable("nobody@example.com")));
        await browser.SubmitAsync(await browser.GetAsync("/forgot-password"), "form[action='/forgot-password']", ("email", "soraya@example.com"));
        await using var db = stage.App.Contexts.AcrossAccounts();
        Assert.False(await db.Links.AnyAsync(link => link.Purpose == LinkPurpose.PasswordReset));
    }

    [Fact]
    public async Task A_new_sign_in_is_a_new_session_and_ends_the_one_of_this_browser()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = await stage.App.SignInAsync("anna@example.com");
        var before = browser.CookieOf(Steps.SessionCookie);

        await stage.SignInAsync(browser);

        Assert.NotEqual(before, browser.CookieOf(Steps.SessionCookie));
        await using var db = stage.App.Contexts.AcrossAccounts();
        Assert.Equal(SessionEnd.Replaced, (await db.Sessions.SingleAsync(session => session.Method == SignInMethod.Password)).EndedBecause);
    }

    [Fact]
    public async Task An_SSO_only_invitation_is_accepted_at_the_provider_and_then_is_used()
    {
        await using var stage = await ProviderStage.StartAsync();
        await stage.LetInAsync("finn@example.com", LoginOptions.SingleSignOn);
        stage.Provider.Add("subject-finn", "finn@example.com");
        using var finn = stage.App.NewBrowser();
        var link = await stage.App.LinkOfAsync("finn@example.com", LinkPurpose.Invitation);
        var page = await finn.VisitAsync(link);
        Assert.Null(page.Document.QuerySelector("input[type=password]"));

        var answer = await stage.SignInAsync(finn, "subject-finn", page.Document.QuerySelector("a.pri")!.GetAttribute("href")!);

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        var stored = await stage.App.FindAsync("finn@example.com");
        Assert.Equal((OperatorState.Active, "subject-finn"), (stored.State, stored.SsoSubject));
        Assert.Null(stored.PasswordHash);
        Assert.Contains("was accepted", (await stage.App.NewBrowser().VisitAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_is_over_is_not_accepted_at_the_provider_either()
    {
        await using var stage = await ProviderStage.StartAsync();
        await stage.LetInAsync("finn@example.com", LoginOptions.SingleSignOn);
        stage.Provider.Add("subject-finn", "finn@example.com");
        await stage.App.Contexts.WriteAcrossAccountsAsync(db => db.Links.ExecuteUpdateAsync(set => set.SetProperty(link => link.VoidedAt, stage.App.Now)));
        using var finn = stage.App.NewBrowser();

        var answer = await stage.SignInAsync(finn, "subject-finn");

        Assert.Contains("invitation", answer.Text, StringComparison.Ordinal);
        var stored = await stage.App.FindAsync("finn@example.com");
        Assert.Equal((OperatorState.Invited, (string?)null), (stored.State, stored.SsoSubject));
    }

    [Fact]
    public async Task The_way_to_the_provider_writes_no_secret_into_address_log_or_record_and_its_cookies_open_nothing()
    {
        await using var stage = await ProviderStage.StartAsync();
        using var browser = stage.App.NewBrowser();
        var there = await browser.GetAsync(Begin);

        Assert.DoesNotContain(stage.Provider.ClientSecret, there.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(2, there.SetCookies.Count);
        Assert.All(there.SetCookies, cookie => Assert.Matches("(?i)^Portal\\.Sso.*; path=/; samesite=lax; httponly$", cookie));
        Assert.False(await browser.IsSignedInAsync());
        await using var db = stage.App.Contexts.AcrossAccounts();
        var settings = await db.SingleSignOns.SingleAsync();
        Assert.DoesNotContain(stage.Provider.ClientSecret, System.Text.Encoding.Latin1.GetString(settings.ProtectedSecret!), StringComparison.Ordinal);
    }
}

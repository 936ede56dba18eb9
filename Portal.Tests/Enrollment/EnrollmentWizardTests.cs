using System.Globalization;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Look;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Enrollment;

public sealed class EnrollmentWizardTests : IAsyncLifetime
{
    private const string NotRight = "That code is not right. Your key is kept: wait for the next code and try again.";

    private PortalServices node = null!;
    private Account account = null!;
    private Operator anna = null!;
    private Actor actor = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        anna = await node.AddOperatorAsync(account, "Anna", withPassword: true);
        actor = await node.SignInAsync(anna);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task The_first_step_shows_the_key_as_a_QR_code_dark_on_white()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);

        wizard.Page.Dialog("Set up two-factor authentication");
        var picture = wizard.Page.Find("svg[role=img]");
        Assert.Contains("anna@example.com", picture.GetAttribute("aria-label"), StringComparison.Ordinal);
        Assert.Equal(["#fff", "#0b1216"], picture.QuerySelectorAll("path").Select(path => path.GetAttribute("fill")));
        var drawn = QrCode.Of(KeyUri.For("Portal", "anna@example.com", await KeyAsync()));
        Assert.Equal(drawn.Path, picture.QuerySelectorAll("path")[1].GetAttribute("d"));
        Assert.Equal($"0 0 {drawn.Size} {drawn.Size}", picture.GetAttribute("viewBox"));
        wizard.Page.Shows("More than one device? Scan with each before Next.");
        wizard.Page.Shows("No authenticator app yet?");
        wizard.Page.Shows("Aegis, 2FAS, Google Authenticator");
        wizard.Page.Shows("Many password managers do it too.");
    }

    [Fact]
    public async Task On_a_phone_the_key_goes_straight_to_an_app()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);

        var address = wizard.Page.Link("Open in authenticator app").GetAttribute("href");
        Assert.Equal(KeyUri.For("Portal", "anna@example.com", await KeyAsync()), address);
        wizard.Page.Shows("Nothing opened? Copy the key and choose \"enter a key\" in the app.");
    }

    [Fact]
    public async Task The_key_is_copied_at_the_click_and_not_before()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var copying = wizard.Tab.Script.Setup<bool>("copy", _ => true).SetResult(true);
        wizard.Page.Dialog("Set up two-factor authentication");
        Assert.Empty(copying.Invocations);

        await wizard.ChooseAsync("Copy key");

        Assert.Equal((await KeyAsync()).ToBase32(), Assert.Single(copying.Invocations).Arguments[0]);
        Assert.Contains("Copied", wizard.Page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_does_not_let_us_copy_is_answered_with_what_to_do()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        wizard.Tab.Script.Setup<bool>("copy", _ => true).SetResult(false);
        await wizard.FollowAsync("Can't scan? Enter the key by hand");

        await wizard.ChooseAsync("Copy key");

        Assert.Contains("Select the key and copy it yourself", wizard.Page.Find("[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Manual_entry_shows_account_name_key_in_groups_of_four_and_details()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);

        await wizard.FollowAsync("Can't scan? Enter the key by hand");

        wizard.Page.Shows("Portal (anna@example.com)");
        var groups = wizard.Page.Find("[role=group][aria-label='Key in groups of four']").Children.Select(group => group.TextContent);
        Assert.Equal((await KeyAsync()).ToGroups(), groups);
        wizard.Page.Shows("Type Time-based Digits 6 Period 30 seconds Algorithm SHA-1");
        Assert.Empty(wizard.Page.FindAll("svg[role=img]"));
    }

    [Fact]
    public async Task A_link_leads_back_from_manual_entry_to_the_QR_code_with_the_same_key()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var before = wizard.Page.Find("svg[role=img]").InnerHtml;

        await wizard.FollowAsync("Can't scan? Enter the key by hand");
        await wizard.FollowAsync("Show the QR code");

        Assert.Equal(before, wizard.Page.Find("svg[role=img]").InnerHtml);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Back_returns_to_the_face_it_came_from(bool byHand)
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        if (byHand)
        {
            await wizard.FollowAsync("Can't scan? Enter the key by hand");
        }

        await wizard.ChooseAsync("Next");
        await wizard.ChooseAsync("Back");

        wizard.Page.Link(byHand ? "Show the QR code" : "Can't scan? Enter the key by hand");
    }

    [Fact]
    public async Task The_code_has_one_input_made_for_it()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        await wizard.ChooseAsync("Next");

        var field = wizard.Page.Field("Code");

        Assert.Equal(("one-time-code", "numeric"), (field.GetAttribute("autocomplete"), field.GetAttribute("inputmode")));
        Assert.Equal("Code", wizard.Page.Find("[aria-current=step]").TextContent);
    }

    [Theory]
    [InlineData("{0}{1}")]
    [InlineData("{0} {1}")]
    [InlineData(" {0}-{1} ")]
    public async Task A_right_code_activates_at_that_moment_spaces_and_hyphens_tolerated(string form)
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var key = await KeyAsync();
        var code = node.CodeOf(key);
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(string.Format(CultureInfo.InvariantCulture, form, code[..3], code[3..]));

        wizard.Page.Dialog("Two-factor authentication is active");
        wizard.Page.Shows("From now on each sign-in asks for a code. This session goes on.");
        var row = await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync());
        Assert.Equal((anna.Id, 1, TotpVerifier.StepAt(node.Clock.GetUtcNow())), (row.OperatorId, row.Generation, row.LastAcceptedTimeStep));
        Assert.False(await node.ReadAsync(account.Id, db => db.PendingKeys.AnyAsync()));
        Assert.True(wizard.Tab.State.Me.IsSetUp);
    }

    [Theory]
    [InlineData(1, "Your other session has ended; this one goes on.")]
    [InlineData(3, "Your other sessions have ended; this one goes on.")]
    public async Task The_other_sessions_end_and_this_one_goes_on(int others, string said)
    {
        var elsewhere = new List<Actor>();
        for (var count = 0; count < others; count++)
        {
            elsewhere.Add(await node.SignInAsync(anna));
        }

        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var code = node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);

        wizard.Page.Shows(said);
        Assert.NotNull(await node.Get<Sessions>().TimesAsync(actor));
        foreach (var other in elsewhere)
        {
            Assert.Null(await node.Get<Sessions>().TimesAsync(other));
            Assert.Equal(SessionEnd.SetUpElsewhere, await node.Get<Sessions>().EndOfAsync(other));
        }
    }

    [Fact]
    public async Task The_code_that_proved_the_key_is_spent()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var code = node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);
        wizard.Page.Dialog("Two-factor authentication is active");

        Assert.Equal(ProofAnswer.Wrong, await node.Get<RecentProof>().AnswerAsync(actor, code));
        Assert.False(await SpendAsync(code));
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_second_code_right_after_set_up()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var code = node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);
        wizard.Page.Dialog("Two-factor authentication is active");

        Assert.True((await node.Get<TwoFactorEnrollments>().StopAsync(actor)).IsDone);
    }

    [Fact]
    public async Task A_wrong_code_says_so_and_keeps_the_key_and_what_was_typed()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var key = await KeyAsync();
        var wrong = node.WrongCodeFor(key);
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(wrong);

        wizard.Page.Shows(NotRight);
        wizard.Page.ShowsNo("clock");
        Assert.Equal((wrong, "true"), (wizard.Page.Field("Code").GetAttribute("value"), wizard.Page.Field("Code").GetAttribute("aria-invalid")));
        Assert.Equal(key.ToBase32(), (await KeyAsync()).ToBase32());
        Assert.False(await node.ReadAsync(account.Id, db => db.Authenticators.AnyAsync()));

        await wizard.TypeAsync(node.CodeOf(key));
        wizard.Page.Dialog("Two-factor authentication is active");
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("abcdef")]
    [InlineData("１２３４５６")]
    public async Task What_is_not_six_digits_is_not_counted_as_a_code(string typed)
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(typed);

        wizard.Page.Shows("Type the six digits.");
        wizard.Page.ShowsNo(NotRight);
    }

    [Theory]
    [InlineData(-4 * 60, "Your phone's clock is about 4 minutes behind.")]
    [InlineData(4 * 60, "Your phone's clock is about 4 minutes ahead.")]
    [InlineData(-60, "Your phone's clock is about 1 minute behind.")]
    [InlineData(60, "Your phone's clock is about 1 minute ahead.")]
    [InlineData(-10 * 60, "Your phone's clock is about 10 minutes behind.")]
    [InlineData(10 * 60, "Your phone's clock is about 10 minutes ahead.")]
    public async Task A_code_of_another_time_names_the_clock_and_is_never_accepted(int seconds, string said)
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var code = node.CodeOf(await KeyAsync(), TimeSpan.FromSeconds(seconds));
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(code);

        wizard.Page.Shows(NotRight);
        wizard.Page.Shows(said);
        wizard.Page.Shows("Set date and time to automatic on the phone");
        Assert.False(await node.ReadAsync(account.Id, db => db.Authenticators.AnyAsync()));
    }

    [Fact]
    public async Task Beyond_ten_minutes_the_clock_is_not_named()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var code = node.CodeOf(await KeyAsync(), TimeSpan.FromMinutes(-11));
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(code);

        wizard.Page.Shows(NotRight);
        wizard.Page.ShowsNo("clock");
    }

    [Fact]
    public async Task The_key_is_nowhere_on_the_page_after_Finish()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var key = await KeyAsync();
        await wizard.FollowAsync("Can't scan? Enter the key by hand");
        Assert.Contains(key.ToGroups()[0], wizard.Page.Markup, StringComparison.Ordinal);
        await wizard.ChooseAsync("Next");
        Assert.DoesNotContain(key.ToBase32(), wizard.Page.Markup, StringComparison.Ordinal);

        await wizard.TypeAsync(node.CodeOf(key));
        wizard.Page.Dialog("Two-factor authentication is active");

        Assert.DoesNotContain(key.ToBase32(), wizard.Page.Markup, StringComparison.Ordinal);
        Assert.All(key.ToGroups(), four => Assert.DoesNotContain(four, wizard.Page.Markup, StringComparison.Ordinal));
        Assert.Empty(wizard.Page.FindAll("svg[role=img]"));
        Assert.DoesNotContain("otpauth", wizard.Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_closes_the_wizard_and_tidies_the_address()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var code = node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);

        await wizard.ChooseAsync("Done");

        wizard.IsClosed();
        Assert.DoesNotContain("set-up", wizard.Address, StringComparison.Ordinal);
        wizard.Page.WaitForAssertion(() => wizard.Tab.Script.VerifyInvoke("giveBack"));
    }

    [Fact]
    public async Task A_reload_after_Finish_does_not_begin_anew()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        var code = node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);
        wizard.Page.Dialog("Two-factor authentication is active");
        Assert.DoesNotContain("set-up", wizard.Address, StringComparison.Ordinal);

        await using var late = await OpenWizard.LoadAsync(node, actor);

        late.IsClosed();
        Assert.DoesNotContain("set-up", late.Address, StringComparison.Ordinal);
        Assert.False(await node.ReadAsync(account.Id, db => db.PendingKeys.AnyAsync()));
    }

    [Theory]
    [InlineData("Can't scan? Enter the key by hand", false)]
    [InlineData("Can't scan? Enter the key by hand", true)]
    [InlineData(null, true)]
    public async Task A_reload_opens_the_wizard_again_at_its_step(string? link, bool next)
    {
        string key;
        await using (var wizard = await OpenWizard.ClickAsync(node, actor))
        {
            key = (await KeyAsync()).ToBase32();
            if (link is not null)
            {
                await wizard.FollowAsync(link);
            }

            if (next)
            {
                await wizard.ChooseAsync("Next");
            }
        }

        await using var again = await OpenWizard.LoadAsync(node, actor);

        if (next)
        {
            again.Page.Field("Code");
            await again.ChooseAsync("Back");
        }

        again.Page.Link(link is null ? "Can't scan? Enter the key by hand" : "Show the QR code");
        Assert.Equal(key, (await KeyAsync()).ToBase32());
    }

    [Fact]
    public async Task A_second_device_shows_the_same_key_and_Cancel_in_one_ends_both()
    {
        await using var here = await OpenWizard.ClickAsync(node, actor);
        await using var there = await OpenWizard.ClickAsync(node, await node.SignInAsync(anna));
        var picture = here.Page.Find("svg[role=img]").InnerHtml;
        there.Page.Dialog("Set up two-factor authentication");
        Assert.Equal(picture, there.Page.Find("svg[role=img]").InnerHtml);

        await there.ChooseAsync("Cancel");

        there.IsClosed();
        here.IsClosed();
        Assert.False(await node.ReadAsync(account.Id, db => db.PendingKeys.AnyAsync()));
        Assert.DoesNotContain("set-up", here.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Escape_is_Cancel()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        wizard.Page.Dialog("Set up two-factor authentication");

        await wizard.EscapeAsync();

        wizard.IsClosed();
        wizard.Page.WaitForAssertion(() => Assert.DoesNotContain("set-up", wizard.Address, StringComparison.Ordinal));
        Assert.False(await node.ReadAsync(account.Id, db => db.PendingKeys.AnyAsync()));
        Assert.False(await node.ReadAsync(account.Id, db => db.Authenticators.AnyAsync()));
    }

    [Fact]
    public async Task Leaving_by_the_browser_s_Back_loses_nothing()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        await wizard.ChooseAsync("Next");

        await wizard.Page.InvokeAsync(() => wizard.Tab.Navigation.NavigateTo("/"));

        wizard.IsClosed();
        Assert.Equal(EnrollmentStep.Code, (await node.ReadAsync(account.Id, db => db.PendingKeys.SingleAsync())).Step);
    }

    [Fact]
    public async Task A_set_up_finished_in_another_tab_shows_here()
    {
        await using var here = await OpenWizard.ClickAsync(node, actor);
        await using var there = await OpenWizard.ClickAsync(node, actor);
        var code = node.CodeOf(await KeyAsync());
        await there.ChooseAsync("Next");
        await there.TypeAsync(code);

        here.Page.Dialog("Two-factor authentication is active");
        here.Page.Shows("You finished in another tab.");
        Assert.Empty(here.Page.FindAll("svg[role=img]"));
        await here.ChooseAsync("Done");
        here.IsClosed();
        Assert.DoesNotContain("set-up", here.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_is_up_thirty_minutes_after_the_key_was_made_however_often_it_was_opened()
    {
        await using (await OpenWizard.ClickAsync(node, actor))
        {
        }

        await PassAsync(TimeSpan.FromMinutes(20));
        await using var again = await OpenWizard.LoadAsync(node, actor);
        var former = await KeyAsync();
        await again.ChooseAsync("Next");
        await PassAsync(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        again.Page.Dialog("Set up two-factor authentication");

        node.Clock.Advance(TimeSpan.FromSeconds(1));

        again.Page.Dialog("Time is up");
        again.Page.Shows("Delete the entry from your app and start again.");
        await again.ChooseAsync("Start again");
        again.Page.Dialog("Set up two-factor authentication");
        Assert.NotNull(again.Page.Find("svg[role=img]"));
        Assert.NotEqual(former.ToBase32(), (await KeyAsync()).ToBase32());
    }

    [Fact]
    public async Task A_reload_after_the_time_says_so_instead_of_making_a_new_key()
    {
        await using (await OpenWizard.ClickAsync(node, actor))
        {
        }

        var former = (await KeyAsync()).ToBase32();
        await PassAsync(TimeSpan.FromMinutes(29));
        await PassAsync(TimeSpan.FromMinutes(2));
        await using var again = await OpenWizard.LoadAsync(node, actor);

        again.Page.Dialog("Time is up");
        Assert.Equal(former, (await KeyAsync()).ToBase32());
    }

    [Theory]
    [InlineData(TwoFactorPolicy.Disabled, LoginOptions.Password)]
    [InlineData(TwoFactorPolicy.Required, LoginOptions.SingleSignOn)]
    public async Task Where_the_rule_allows_no_set_up_the_address_opens_nothing(TwoFactorPolicy setting, LoginOptions login)
    {
        await node.ChangeAsync(anna, who => (who.PolicyOverride, who.LoginOptions) = (setting, login));

        await using var wizard = await OpenWizard.LoadAsync(node, actor);

        wizard.IsClosed();
        Assert.DoesNotContain("set-up", wizard.Address, StringComparison.Ordinal);
        Assert.False(await node.ReadAsync(account.Id, db => db.PendingKeys.AnyAsync()));
    }

    [Fact]
    public async Task A_setting_that_becomes_Disabled_ends_the_open_wizard_in_words()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        wizard.Page.Dialog("Set up two-factor authentication");

        await node.ChangeAsync(anna, who => who.PolicyOverride = TwoFactorPolicy.Disabled);

        wizard.Page.Shows("The setting that holds now does not allow it.");
        Assert.Empty(wizard.Page.FindAll("svg[role=img]"));
        await wizard.ChooseAsync("Close");
        wizard.IsClosed();
    }

    [Fact]
    public async Task A_page_that_closes_under_the_wizard_takes_the_key_with_it()
    {
        await using var tab = await Tab.OpenAsync(node, actor);
        var page = tab.RenderDialogs();
        tab.Navigation.NavigateTo(EnrollmentHost.AddressFor(tab.Navigation));
        var layout = tab.Render<DynamicComponent>(layout => layout.Add(part => part.Type, typeof(EnrollmentHost)));
        page.Dialog("Set up two-factor authentication");

        layout.Render(layout => layout.Add(part => part.Type, typeof(Mark)));

        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[role=dialog]")));
    }

    [Fact]
    public async Task Replacing_asks_for_proof_and_the_old_key_works_until_the_new_one_has_proven_a_code()
    {
        var old = await node.AddAuthenticatorAsync(anna);
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        wizard.Page.Dialog("Is it you?");
        await wizard.Page.Field("Code").InputAsync(node.CodeOf(old));
        await wizard.Page.Find("form").SubmitAsync();

        wizard.Page.Dialog("Set up two-factor authentication again");
        wizard.Page.Shows("Those that you have now work until the new key has proven a code.");
        node.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await SpendAsync(node.CodeOf(old)));

        var key = await KeyAsync();
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(node.CodeOf(key));
        wizard.Page.Dialog("Two-factor authentication is active");
        node.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.False(await SpendAsync(node.CodeOf(old)));
        Assert.True(await SpendAsync(node.CodeOf(key)));
        Assert.Equal(2, (await node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync())).Generation);
    }

    [Fact]
    public async Task Who_does_not_give_the_proof_opens_nothing_and_loses_nothing()
    {
        var old = await node.AddAuthenticatorAsync(anna);
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        wizard.Page.Dialog("Is it you?");

        await wizard.ChooseAsync("Cancel");

        wizard.IsClosed();
        wizard.Page.WaitForAssertion(() => Assert.DoesNotContain("set-up", wizard.Address, StringComparison.Ordinal));
        Assert.False(await node.ReadAsync(account.Id, db => db.PendingKeys.AnyAsync()));
        Assert.True(await SpendAsync(node.CodeOf(old)));
    }

    [Fact]
    public async Task A_replacement_that_is_cancelled_leaves_the_old_key()
    {
        var old = await node.AddAuthenticatorAsync(anna);
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        wizard.Page.Dialog("Is it you?");
        await wizard.Page.Field("Code").InputAsync(node.CodeOf(old));
        await wizard.Page.Find("form").SubmitAsync();
        wizard.Page.Dialog("Set up two-factor authentication again");

        await wizard.ChooseAsync("Cancel");

        wizard.IsClosed();
        node.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await SpendAsync(node.CodeOf(old)));
    }

    [Fact]
    public async Task The_wizard_speaks_the_language_of_the_operator()
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl");
        try
        {
            await using var wizard = await OpenWizard.ClickAsync(node, actor);

            wizard.Page.Dialog("Tweefactorauthenticatie instellen");
            wizard.Page.Link("Scannen lukt niet? Voer de sleutel handmatig in");
            wizard.Page.Button("Volgende");
            wizard.Page.Button("Annuleren");
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private async Task<AuthenticatorKey> KeyAsync()
    {
        var row = await node.ReadAsync(account.Id, db => db.PendingKeys.AsNoTracking().SingleAsync());
        Assert.True(node.Get<KeyProtection>().TryUnprotect(row, out var key));
        return key;
    }

    private Task<bool> SpendAsync(string code) =>
        node.Contexts.WriteAsync(account.Id, db => node.Get<AuthenticatorCodes>().SpendAsync(db, anna.Id, code));

    // A person who is there keeps the session alive.
    private async Task PassAsync(TimeSpan time)
    {
        node.Clock.Advance(time);
        await node.Get<Sessions>().TouchAsync(account.Id, actor.SessionId);
    }
}

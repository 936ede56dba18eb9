using Bunit;
using MudBlazor;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>Resetting, from the operator page.</summary>
public sealed class ResetDialogTests : ExampleCompany
{
    private const string Reset = "Reset two-factor authentication";

    [Fact]
    public async Task It_says_what_will_happen_with_numbers()
    {
        await Node.SignInAsync(Carla);
        await Node.SignInAsync(Carla);
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);

        Assert.Equal("Erase Carla's key and recovery codes?", dialogs.Find("h2").TextContent);
        dialogs.WaitForAssertion(() => Assert.Equal(
            [
                "The key in Carla's app stops working.",
                "2 sessions end within seconds; unsaved work on those pages is lost.",
                "The setting is Optional: at the next sign-in the password alone lets Carla in, until two-factor authentication is set up again.",
            ],
            dialogs.FindAll("li").Select(item => item.TextContent.Normal())));
        Assert.Equal(["Cancel", Reset], dialogs.FindAll("button").Select(button => button.TextContent.Trim()));
    }

    [Theory]
    [InlineData(TwoFactorPolicy.Required, "The setting is Required: at the next sign-in the password leads Carla to set-up, by a link in a mail.")]
    [InlineData(TwoFactorPolicy.Disabled, "The setting is Disabled: the password alone lets Carla in, as it does now.")]
    public async Task It_says_what_comes_next_under_the_setting(TwoFactorPolicy own, string expected)
    {
        await Node.ChangeAsync(Carla, who => who.PolicyOverride = own);
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);

        Assert.Contains(expected, TextOf(dialogs), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_erases_the_key_ends_the_sessions_and_reports_both()
    {
        var carlas = await Node.SignInAsync(Carla, SignInMethod.PasswordAndCode);
        await Node.SignInAsync(Carla, SignInMethod.PasswordAndCode);
        await using var tab = await OpenAsync(Ada);
        var (page, dialogs) = await OpenDialogAsync(tab);
        Node.Clock.Advance(TimeSpan.FromMinutes(1));

        await ChooseAsync(dialogs, "Lost phone");
        await dialogs.PressAsync(Reset);

        dialogs.WaitForAssertion(() => Assert.Equal("Carla's two-factor authentication was reset", dialogs.Find("h2").TextContent));
        dialogs.WaitForAssertion(() => Assert.Equal(
            ["Key erased at 10:16.", "2 sessions ended: Unknown browser.", "Mail to carla@example.com (notice of a change): queued"],
            dialogs.FindAll("li").Select(item => item.TextContent.Normal())));
        Assert.Contains("Carla's status is now Not set up.", TextOf(dialogs), StringComparison.Ordinal);

        // The key is gone with its codes, the browsers are signed out, and the page shows it.
        Assert.Null((await StoredAsync(Carla)).Authenticator);
        Assert.Equal(0, await SessionsOfAsync(Carla));
        Assert.Equal(ProofAnswer.SessionIsOver, await Node.Get<RecentProof>().AnswerAsync(carlas, Node.CodeOf(CarlasKey)));
        Assert.False(await Node.Contexts.WriteAsync(Account.Id, db => Node.Get<AuthenticatorCodes>().SpendAsync(db, Carla.Id, Node.CodeOf(CarlasKey))));
        Assert.Contains("Nothing to erase Carla has no key and no recovery codes.", TextOf(page), StringComparison.Ordinal);

        // Who, whom, when and why.
        var entry = Assert.Single(await RecordAsync());
        Assert.Equal(
            ("TwoFactorReset", "Ada", "Carla", "LostPhone", Node.Clock.GetUtcNow().ToUnixTimeSeconds(), null),
            (entry.Action, entry.ActorName, entry.SubjectName, entry.Reason, entry.At.ToUnixTimeSeconds(), entry.Refused));

        await dialogs.PressAsync("Done");
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("h2")));
    }

    [Fact]
    public async Task The_set_up_link_can_go_out_with_it()
    {
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);

        dialogs.Find("input[type=checkbox]").Change(true);
        await dialogs.PressAsync(Reset);

        dialogs.WaitForAssertion(() => Assert.Contains(
            "Mail to carla@example.com (link to set up two-factor authentication): queued", dialogs.FindAll("li").Select(item => item.TextContent.Normal())));
    }

    [Fact]
    public async Task Under_Required_the_outcome_says_that_set_up_is_due()
    {
        await Node.ChangeAsync(Carla, who => who.PolicyOverride = TwoFactorPolicy.Required);
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);

        await dialogs.PressAsync(Reset);

        dialogs.WaitForAssertion(() => Assert.Contains(
            "Carla's status is now Set-up due at next sign-in.",
            TextOf(dialogs),
            StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reason_may_be_left_empty_taken_back_or_given_in_own_words()
    {
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);
        await ChooseAsync(dialogs, "New phone");
        await ChooseAsync(dialogs, "New phone");
        Assert.Empty(dialogs.FindAll("input[checked]"));

        await ChooseAsync(dialogs, "Other");
        dialogs.WaitForElement("#reset-words").Input(new string('x', 201));
        await dialogs.PressAsync(Reset);
        Assert.Contains("Take at most 200 characters", TextOf(dialogs), StringComparison.Ordinal);
        Assert.NotNull((await StoredAsync(Carla)).Authenticator);

        dialogs.Find("#reset-words").Input("fell into the canal");
        await dialogs.PressAsync(Reset);

        dialogs.WaitForAssertion(() => Assert.True(HasButton(dialogs, "Done")));
        Assert.Equal("fell into the canal", Assert.Single(await RecordAsync()).Reason);
    }

    [Fact]
    public async Task Cancel_changes_nothing()
    {
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);

        await dialogs.PressAsync("Cancel");

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("h2")));
        Assert.NotNull((await StoredAsync(Carla)).Authenticator);
        Assert.Empty(await RecordAsync());
    }

    [Fact]
    public async Task A_proof_older_than_15_minutes_is_asked_for_anew_and_then_it_goes_on()
    {
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var click = dialogs.PressAsync(Reset);
        await dialogs.ProveAsync(PortalServices.Password);
        await click;

        dialogs.WaitForAssertion(() => Assert.True(HasButton(dialogs, "Done")));
        Assert.Null((await StoredAsync(Carla)).Authenticator);
    }

    [Fact]
    public async Task Whoever_was_demoted_while_the_dialog_was_open_is_refused_in_it()
    {
        await using var tab = await OpenAsync(Ada);
        var (_, dialogs) = await OpenDialogAsync(tab);
        await Node.ChangeAsync(Ada, who => who.Role = OperatorRole.Basic);

        await dialogs.PressAsync(Reset);

        dialogs.WaitForAssertion(() => Assert.Contains(
            "Not saved. Only an account administrator may do this.", TextOf(dialogs), StringComparison.Ordinal));
        Assert.NotNull((await StoredAsync(Carla)).Authenticator);
        Assert.Equal(("TwoFactorReset", "NotAllowed"), (await RecordAsync()).Select(entry => (entry.Action, entry.Refused!)).Single());
    }

    [Fact]
    public async Task With_nothing_to_erase_the_button_is_disabled_and_says_why()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);

        Assert.True(Button(page, Reset).HasAttribute("disabled"));
        Assert.Contains("Nothing to erase Anna has no key and no recovery codes.", TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task On_oneself_the_same_button_opens_the_wizard_and_the_old_key_stays()
    {
        await using var tab = await OpenAsync(Carla);
        var page = Show(tab, (Guid?)null);
        Assert.Contains("The old key works until the new one has proven a code.", TextOf(page), StringComparison.Ordinal);

        await page.PressAsync(Reset);

        Assert.Contains("set-up=open", tab.Navigation.Uri, StringComparison.Ordinal);
        Assert.NotNull((await StoredAsync(Carla)).Authenticator);
    }

    [Fact]
    public async Task Oneself_cannot_be_reset_past_the_wizard()
    {
        var actor = await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode);

        var outcome = await Node.Get<TwoFactorEnrollments>().ResetAsync(actor, Gijs.Id, "");

        Assert.Equal(Refusal.NotAllowed, outcome.Refused);
        Assert.NotNull((await StoredAsync(Gijs)).Authenticator);
    }

    private async Task<(IRenderedComponent<OperatorPage> Page, IRenderedComponent<MudDialogProvider> Dialogs)> OpenDialogAsync(Tab tab)
    {
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, Carla);
        await page.PressAsync(Reset);
        dialogs.WaitForElement("h2");
        return (page, dialogs);
    }
}

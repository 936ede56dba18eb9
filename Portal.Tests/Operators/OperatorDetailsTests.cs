using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operators;

/// <summary>The details of an operator, who may see and change them, and what keeps an account from locking itself out.</summary>
public sealed class OperatorDetailsTests : ExampleCompany
{
    public static TheoryData<string> GoodNames => ["Zoë", "Владимир", "王秀英", "محمد", "Anna-Lena O'Neil", "👩‍💻"];

    public static TheoryData<string> BadNames => ["", "   ", "An\0na", "An\nna", new string('x', 101), new string('x', 10_240), "An\uD800na", "\uFFFDAn\uD800na"];

    [Theory]
    [MemberData(nameof(GoodNames))]
    public async Task A_name_of_any_script_is_accepted(string name)
    {
        var outcome = await Node.Get<OperatorDetails>().RenameAsync(await Node.SignInAsync(Anna), Anna.Id, name);

        Assert.True(outcome.IsDone);
        Assert.Equal(name, (await StoredAsync(Anna)).Name);
    }

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task A_name_that_cannot_be_kept_is_refused_and_changes_nothing(string name)
    {
        var outcome = await Node.Get<OperatorDetails>().RenameAsync(await Node.SignInAsync(Anna), Anna.Id, name);

        Assert.Equal(Refusal.Invalid, outcome.Refused);
        Assert.Equal("Anna", (await StoredAsync(Anna)).Name);
    }

    [Fact]
    public async Task A_name_is_changed_in_place_and_heading_and_page_follow()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await page.PressAsync("Change name");

        Labelled(page, "Name").Input("");
        await page.SubmitAsync();
        Assert.Contains("Type a name of 1 to 100 characters", TextOf(page), StringComparison.Ordinal);

        Labelled(page, "Name").Input("Anna de Wit");
        await page.SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("Anna de Wit", page.Find("h1").TextContent));
        Assert.Empty(page.FindAll("form"));
    }

    [Fact]
    public async Task Escape_leaves_the_name_as_it_was()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        await page.PressAsync("Change name");
        Labelled(page, "Name").Input("Somebody else");

        await Labelled(page, "Name").TriggerEventAsync("onkeydown", new Microsoft.AspNetCore.Components.Web.KeyboardEventArgs { Key = "Escape" });

        Assert.Empty(page.FindAll("form"));
        Assert.Contains("Anna", RowOf(page, "Name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_in_a_name_is_text()
    {
        await Node.ChangeAsync(Anna, who => who.Name = "<img src=x onerror=alert(1)>");
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);

        Assert.Equal("<img src=x onerror=alert(1)>", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll("img"));
    }

    [Fact]
    public async Task The_last_sign_in_says_when_and_with_what()
    {
        await Node.ChangeAsync(Anna, who => (who.LastSignInAt, who.LastSignInWith) = (Node.Clock.GetUtcNow().AddHours(-2), SignInMethod.PasswordAndCode));
        await using var tab = await OpenAsync(Ada);

        Assert.Equal("Last sign-inToday, 08:15, with a password and a code", RowOf(Show(tab, Anna), "Last sign-in"));
        Assert.Equal("Last sign-inNever signed in", RowOf(Show(tab, Carla), "Last sign-in"));
    }

    [Fact]
    public async Task An_administrator_makes_an_administrator_with_a_recent_proof()
    {
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, Anna);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));
        await page.PressAsync("Change role");
        Labelled(page, "Role").Change("Administrator");

        var save = page.SubmitAsync();
        await dialogs.ProveAsync(PortalServices.Password);
        await save;

        page.WaitForAssertion(() => Assert.Contains("Account administrator", RowOf(page, "Role"), StringComparison.Ordinal));
        Assert.Equal(OperatorRole.Administrator, (await StoredAsync(Anna)).Role);
    }

    [Fact]
    public async Task The_last_administrator_with_a_way_in_cannot_be_demoted_and_the_row_says_why()
    {
        await Node.ChangeAsync(Gijs, who => who.State = OperatorState.Deactivated);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Ada);
        await page.PressAsync("Change role");
        Labelled(page, "Role").Change("Basic");

        await page.SubmitAsync();

        page.WaitForAssertion(() => Assert.Contains("Not saved. No administrator would have a way in", TextOf(page), StringComparison.Ordinal));
        Assert.Equal(OperatorRole.Administrator, (await StoredAsync(Ada)).Role);
        Assert.Equal(("OperatorRoleChanged", "NoWayIn"), (await RecordAsync()).Select(entry => (entry.Action, entry.Refused!)).Single());
    }

    [Fact]
    public async Task Whoever_demotes_oneself_keeps_the_own_page_without_what_administrators_have()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Ada);
        await page.PressAsync("Change role");
        Labelled(page, "Role").Change("Basic");

        await page.SubmitAsync();

        page.WaitForAssertion(() => Assert.Equal("User settings", page.Find("h1").TextContent));
        Assert.False(HasButton(page, "Change role"));
        Assert.Empty(page.FindAll("input[type=checkbox]"));
    }

    [Fact]
    public async Task The_last_administrator_with_a_way_in_cannot_be_deactivated()
    {
        // Ada acts, but only Gijs would get in: Ada must use two-factor authentication and has nothing set up.
        var actor = await Node.SignInAsync(Ada);
        await Node.ChangeAsync(Ada, who => who.PolicyOverride = TwoFactorPolicy.Required);

        var outcome = await Node.Get<OperatorDetails>().DeactivateAsync(actor, Gijs.Id);

        Assert.Equal(Refusal.NoWayIn, outcome.Refused);
        Assert.Equal(OperatorState.Active, (await StoredAsync(Gijs)).State);
    }

    [Fact]
    public async Task Of_two_administrators_who_demote_each_other_at_once_one_remains()
    {
        var (adas, gijss) = (await Node.SignInAsync(Ada), await Node.SignInAsync(Gijs, SignInMethod.PasswordAndCode));
        var details = Node.Get<OperatorDetails>();

        var outcomes = await Task.WhenAll(
            Task.Run(() => details.SetRoleAsync(adas, Gijs.Id, OperatorRole.Basic)),
            Task.Run(() => details.SetRoleAsync(gijss, Ada.Id, OperatorRole.Basic)));

        Assert.Single(outcomes, outcome => outcome.IsDone);
        Assert.Equal(1, await Node.ReadAsync(Account.Id, db => db.Operators.CountAsync(person => person.Role == OperatorRole.Administrator)));
    }

    [Fact]
    public async Task Deactivating_names_the_consequences_ends_the_sessions_and_can_be_taken_back()
    {
        await Node.SignInAsync(Anna);
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, Anna);
        Assert.Equal("Access Active Deactivate", RowOf(page, "Access"));

        await page.PressAsync("Deactivate");
        dialogs.WaitForAssertion(() => Assert.Equal("Deactivate Anna?", dialogs.Find("h2").TextContent));
        dialogs.Shows("1 session ends within seconds");
        Assert.Contains("Anna cannot sign in until somebody reactivates Anna.", TextOf(dialogs), StringComparison.Ordinal);
        await dialogs.PressAsync("Deactivate");

        page.WaitForAssertion(() => Assert.Equal("Access Deactivated Delete operatorReactivate", RowOf(page, "Access")));
        Assert.Contains("Anna is deactivated and cannot sign in.", TextOf(page), StringComparison.Ordinal);
        Assert.DoesNotContain("Only Anna can scan the code", TextOf(page), StringComparison.Ordinal);
        Assert.Equal(0, await SessionsOfAsync(Anna));

        await page.PressAsync("Reactivate");
        page.WaitForAssertion(() => Assert.Equal("Access Active Deactivate", RowOf(page, "Access")));
        Assert.Equal(["OperatorDeactivated", "OperatorReactivated"], (await RecordAsync()).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Choosing_a_language_loads_the_page_anew()
    {
        await using var tab = await OpenAsync(Anna);
        tab.Navigation.NavigateTo("/me");
        var page = Show(tab, (Guid?)null);
        await page.PressAsync("Change language");
        Labelled(page, "Language").Change("nl");

        await page.SubmitAsync();

        page.WaitForAssertion(() => tab.Script.VerifyInvoke("reload"));
        Assert.Equal("nl", (await StoredAsync(Anna)).Language);
    }

    [Fact]
    public async Task Stopping_asks_once_more_and_leaves_the_password_alone()
    {
        await using var tab = await OpenAsync(Carla);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, (Guid?)null);
        await page.PressAsync("Stop using two-factor authentication");
        dialogs.WaitForAssertion(() => Assert.Equal("Stop using two-factor authentication?", dialogs.Find("h2").TextContent));

        await dialogs.PressAsync("Stop using two-factor authentication");

        page.WaitForAssertion(() => Assert.True(HasButton(page, "Scan QR code")));
        Assert.Null((await StoredAsync(Carla)).Authenticator);
        Assert.Contains("so the password alone lets you in.", TextOf(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Under_Required_it_says_why_it_cannot_be_stopped()
    {
        await Node.ChangeAsync(Carla, who => who.PolicyOverride = TwoFactorPolicy.Required);
        await using var tab = await OpenAsync(Carla);
        var page = Show(tab, (Guid?)null);

        Assert.True(Button(page, "Stop using two-factor authentication").HasAttribute("disabled"));
        Assert.Contains("Not while the setting is Required: each sign-in asks for a code.", TextOf(page), StringComparison.Ordinal);
        Assert.Equal(Refusal.NotUnderThisSetting, (await Node.Get<TwoFactorEnrollments>().StopAsync(tab.State.Actor)).Refused);
    }

    [Fact]
    public async Task While_the_banner_shows_its_button_is_the_filled_one()
    {
        await using var tab = await OpenAsync(Anna);
        var page = Show(tab, (Guid?)null);
        Assert.Contains("pri", Button(page, "Scan QR code").ClassList);

        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Required);

        page.WaitForAssertion(() => Assert.DoesNotContain("pri", Button(page, "Scan QR code").ClassList));
    }

    [Fact]
    public async Task On_another_operators_page_only_that_operator_can_scan_the_code()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        Assert.Contains("Only Anna can scan the code A set-up link works for 72 hours, asks for Anna's password and replaces the one before. Anna also finds Scan QR code under User settings.", TextOf(page), StringComparison.Ordinal);
        Assert.False(HasButton(page, "Scan QR code"));

        await Node.ChangeAsync(Anna, who => who.PolicyOverride = TwoFactorPolicy.Required);

        page.WaitForAssertion(() => Assert.Contains("Set-up also starts by itself at the next sign-in.", TextOf(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_date_of_a_status_is_that_of_the_key_or_of_the_setting_that_brought_it()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Carla);
        Assert.Contains("Active since today, 10:15", TextOf(page), StringComparison.Ordinal);

        // Erased at a time that only the record knows: no date is better than a wrong one.
        await Node.Get<TwoFactorEnrollments>().ResetAsync(tab.State.Actor, Carla.Id, "");
        page.WaitForAssertion(() => Assert.Contains("Not set up Optional: the account default.", TextOf(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_basic_operator_gets_of_another_exactly_what_an_unknown_id_gives()
    {
        await using var tab = await OpenAsync(Anna);

        Assert.Equal(Show(tab, Guid.CreateVersion7()).Markup, Show(tab, Carla).Markup);
        Assert.Equal("There is no such page", Show(tab, Carla).Find("h1").TextContent);
        Assert.Equal("User settings", Show(tab, Anna).Find("h1").TextContent);
    }

    [Fact]
    public async Task An_operator_of_another_account_is_not_there()
    {
        var other = await Node.AddAccountAsync(name: "Another Company");
        var xander = await Node.AddOperatorAsync(other, "Xander");
        await using var tab = await OpenAsync(Ada);

        Assert.Equal(Show(tab, Guid.CreateVersion7()).Markup, Show(tab, xander).Markup);
        Assert.Equal(Refusal.NotFound, (await Node.Get<OperatorDetails>().RenameAsync(tab.State.Actor, xander.Id, "Y")).Refused);
        Assert.Equal(Refusal.NotFound, (await Node.Get<TwoFactorSettings>().SetOverrideAsync(tab.State.Actor, xander.Id, TwoFactorPolicy.Required, null)).Refused);
        Assert.Equal(Refusal.NotFound, (await Node.Get<TwoFactorEnrollments>().ResetAsync(tab.State.Actor, xander.Id, "")).Refused);
        Assert.Equal(0, await Node.Get<OperatorDetails>().CountSessionsAsync(tab.State.Actor, xander.Id));
        Assert.Equal("Xander", (await StoredAsync(xander)).Name);
    }

    [Fact]
    public async Task A_page_that_was_open_before_a_demotion_closes_and_its_acts_are_refused()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab, Anna);
        var actor = tab.State.Actor;

        await Node.ChangeAsync(Ada, who => who.Role = OperatorRole.Basic);

        page.WaitForAssertion(() => Assert.Equal("There is no such page", page.Find("h1").TextContent));
        Assert.Equal(Refusal.NotAllowed, (await Node.Get<OperatorDetails>().RenameAsync(actor, Anna.Id, "Y")).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Node.Get<OperatorDetails>().DeactivateAsync(actor, Anna.Id)).Refused);
        Assert.Equal(Refusal.NotAllowed, (await Node.Get<TwoFactorSettings>().SetOverrideAsync(actor, Anna.Id, TwoFactorPolicy.Required, null)).Refused);
        Assert.Equal(0, await Node.Get<OperatorDetails>().CountSessionsAsync(actor, Anna.Id));
    }
}

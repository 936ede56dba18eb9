using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>Recovery codes on one's own page, and what administrators see of them.</summary>
public sealed class OwnRecoveryCodesTests : ExampleCompany
{
    private const string Reset = "Reset two-factor authentication";

    [Fact]
    public async Task Without_any_the_page_warns_and_offers_new_ones()
    {
        await using var tab = await OpenAsync(Carla);
        var page = Show(tab, (Guid?)null);

        Assert.Contains("You have none, so without your phone somebody else has to let you in.", page.Find(".warnrow").TextContent, StringComparison.Ordinal);
        Assert.True(HasButton(page, "New codes"));
    }

    [Fact]
    public async Task Codes_that_were_closed_before_Done_are_not_saved()
    {
        await Node.AddRecoveryCodesAsync(Carla, saved: false);
        await using var tab = await OpenAsync(Carla);
        var page = Show(tab, (Guid?)null);

        Assert.Contains("Recovery codes are not saved", page.Find(".warnrow").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_counts_those_that_are_left_as_they_are_used_and_warns_from_three_on()
    {
        var set = await Node.AddRecoveryCodesAsync(Carla);
        await using var tab = await OpenAsync(Carla);
        var page = Show(tab, (Guid?)null);
        for (var used = 1; used <= 7; used++)
        {
            Assert.Contains($"{11 - used} of 10 left.", TextOf(page), StringComparison.Ordinal);
            Assert.Empty(page.FindAll(".warnrow"));
            Assert.True(await Node.SpendRecoveryCodeAsync(Carla, set.Codes[used].Value));
            await Node.ChangeAsync(Carla, _ => { });
            page.WaitForAssertion(() => Assert.Contains($"{10 - used} of 10 left.", TextOf(page), StringComparison.Ordinal));
        }

        Assert.Contains("3 of 10 left.", page.Find(".warnrow").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task New_codes_ask_for_proof_replace_all_and_are_saved_with_Done()
    {
        var old = await Node.AddRecoveryCodesAsync(Carla);
        await using var tab = await OpenAsync(Carla);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, (Guid?)null);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var click = Button(page, "New codes").ClickAsync(new());
        dialogs.WaitForElement("#proof-input").Input(Node.CodeOf(CarlasKey));
        await dialogs.Find("form").SubmitAsync();
        await click;

        dialogs.WaitForAssertion(() => Assert.Equal("Your new recovery codes", dialogs.Find("h2").TextContent));
        var shown = dialogs.FindAll(".rc li").Select(code => code.TextContent).ToList();
        Assert.Equal(10, shown.Count);
        Assert.False(await Node.SpendRecoveryCodeAsync(Carla, old.Codes[0].Value));
        Assert.True(await Node.SpendRecoveryCodeAsync(Carla, shown[0]));
        Assert.Contains("not saved", page.Find(".warnrow").TextContent, StringComparison.Ordinal);

        await Button(dialogs, "Done").ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll("h2")));
        Assert.DoesNotContain(shown[1], dialogs.Markup, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("9 of 10 left.", TextOf(page), StringComparison.Ordinal));
        Assert.Equal(
            ["ProofGiven", "RecoveryCodesMade", "RecoveryCodesSaved"], (await RecordAsync()).Select(entry => entry.Action));
    }

    [Fact]
    public async Task Whoever_closes_the_request_for_proof_keeps_the_codes_there_were()
    {
        var old = await Node.AddRecoveryCodesAsync(Carla);
        await using var tab = await OpenAsync(Carla);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, (Guid?)null);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var click = Button(page, "New codes").ClickAsync(new());
        dialogs.WaitForElement("#proof-input");
        await Button(dialogs, "Cancel").ClickAsync(new());
        await click;

        Assert.True(await Node.SpendRecoveryCodeAsync(Carla, old.Codes[0].Value));
        Assert.Empty(await RecordAsync());
    }

    [Fact]
    public async Task The_request_for_proof_takes_a_recovery_code_in_a_field_for_letters()
    {
        var old = await Node.AddRecoveryCodesAsync(Carla);
        await using var tab = await OpenAsync(Carla);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, (Guid?)null);
        Node.Clock.Advance(TimeSpan.FromMinutes(16));

        var click = Button(page, "New codes").ClickAsync(new());
        dialogs.WaitForElement("#proof-input");
        await Button(dialogs, "Use a recovery code").ClickAsync(new());
        var field = Labelled(dialogs, "Recovery code");
        Assert.Equal((null, "off"), (field.GetAttribute("inputmode"), field.GetAttribute("autocomplete")));
        field.Input(RecoveryCode.Create().ToGroups());
        await dialogs.Find("form").SubmitAsync();
        Assert.Contains("Wrong or already used. Try another recovery code.", TextOf(dialogs), StringComparison.Ordinal);
        Labelled(dialogs, "Recovery code").Input(old.Codes[0].ToGroups());
        await dialogs.Find("form").SubmitAsync();
        await click;

        dialogs.WaitForAssertion(() => Assert.Equal("Your new recovery codes", dialogs.Find("h2").TextContent));
    }

    [Fact]
    public async Task Whoever_came_in_with_a_recovery_code_is_asked_whether_the_phone_is_gone_until_another_is_set_up()
    {
        await Node.AddRecoveryCodesAsync(Carla);
        Node.Clock.Advance(TimeSpan.FromMinutes(1));
        var actor = await Node.SignInAsync(Carla, SignInMethod.PasswordAndRecoveryCode);
        await using var tab = await Tab.OpenAsync(Node, actor);
        var page = Show(tab, (Guid?)null);
        Assert.Contains("Is the phone gone?", TextOf(page), StringComparison.Ordinal);

        await Button(page, "Set up another one").ClickAsync(new());

        Assert.Contains("set-up=open", tab.Navigation.Uri, StringComparison.Ordinal);
        await Node.Contexts.WriteAsync(Account.Id, db => db.Authenticators.Where(row => row.OperatorId == Carla.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ConfirmedAt, Node.Clock.GetUtcNow().AddMinutes(1))));
        await Node.ChangeAsync(Carla, _ => { });
        page.WaitForAssertion(() => Assert.DoesNotContain("Is the phone gone?", TextOf(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_came_in_with_a_code_is_not_asked()
    {
        await using var tab = await OpenAsync(Carla);

        Assert.DoesNotContain("Is the phone gone?", TextOf(Show(tab, (Guid?)null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_see_how_many_are_left_and_a_reset_erases_them_too()
    {
        var set = await Node.AddRecoveryCodesAsync(Carla);
        await Node.SpendRecoveryCodeAsync(Carla, set.Codes[0].Value);
        await Node.SpendRecoveryCodeAsync(Carla, set.Codes[1].Value);
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        var page = Show(tab, Carla);
        Assert.Contains("Key and 8 recovery codes.", TextOf(page), StringComparison.Ordinal);
        Assert.False(HasButton(page, "New codes"));

        await Button(page, Reset).ClickAsync(new());
        dialogs.WaitForAssertion(() => Assert.Equal("Erase Carla's key and recovery codes?", dialogs.Find("h2").TextContent));
        Assert.Contains("The key in Carla's app and 8 unused recovery codes stop working.", TextOf(dialogs), StringComparison.Ordinal);
        await Button(dialogs, Reset).ClickAsync(new());

        dialogs.WaitForAssertion(() => Assert.Contains("Key and 8 recovery codes erased at 10:15.", TextOf(dialogs), StringComparison.Ordinal));
        Assert.Equal(0, await Node.ReadAsync(Account.Id, db => db.RecoveryCodes.CountAsync()));
    }
}

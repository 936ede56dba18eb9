using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Enrollment;

/// <summary>The wizard's last step: recovery codes, shown once.</summary>
public sealed class RecoveryCodesStepTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account account = null!;
    private Operator anna = null!;
    private Actor actor = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        anna = await node.AddOperatorAsync(account, "Anna");
        actor = await node.SignInAsync(anna);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task After_the_right_code_ten_codes_are_shown_each_of_which_works()
    {
        await using var wizard = await FinishAsync();

        Assert.Equal(["Scan", "Code", "Recovery codes"], wizard.Page.FindAll("ol li").Select(bar => bar.TextContent));
        Assert.Equal("Recovery codes", wizard.Page.Find("[aria-current=step]").TextContent);
        wizard.Page.Shows("10 codes, each works once");
        wizard.Page.Shows("Keep them where you can reach them without your phone. Shown only now.");
        var codes = Codes(wizard);
        Assert.Equal(10, codes.Distinct().Count());
        foreach (var code in codes)
        {
            Assert.True(await node.SpendRecoveryCodeAsync(anna, code));
        }
    }

    [Fact]
    public async Task On_paper_stands_whose_they_are_and_since_when()
    {
        await using var wizard = await FinishAsync();

        Assert.Equal(
            ["Recovery codes for Portal", "Example Company, anna@example.com", "Made 24 November 2026, 10:15. Each works once."],
            wizard.Page.FindAll(".about p").Select(line => line.TextContent));
    }

    [Fact]
    public async Task Copy_download_and_print_are_the_browsers_own_doing_and_send_no_code()
    {
        await using var wizard = await FinishAsync();
        wizard.Tab.Script.Setup<bool>("copyCodes", _ => true).SetResult(true);
        var codes = Codes(wizard);

        await wizard.ChooseAsync("Copy");
        await wizard.ChooseAsync("Download");
        await wizard.ChooseAsync("Print");

        wizard.Page.Shows("Copied");
        Assert.Equal(["copyCodes", "downloadCodes", "printPage"], wizard.Tab.Script.Invocations.Select(call => call.Identifier).TakeLast(3));
        Assert.All(wizard.Tab.Script.Invocations, call => Assert.DoesNotContain(call.Arguments, argument => argument is string text && codes.Contains(text)));
    }

    [Fact]
    public async Task Done_says_that_they_are_kept_and_takes_them_off_the_page()
    {
        await using var wizard = await FinishAsync();
        var codes = Codes(wizard);

        await wizard.ChooseAsync("Done");

        wizard.IsClosed();
        Assert.All(codes, code => Assert.DoesNotContain(code, wizard.Page.Markup, StringComparison.Ordinal));
        Assert.Equal(node.Clock.GetUtcNow(), (await StoredAsync()).RecoveryCodesSavedAt);
        Assert.Equal(["TwoFactorSetUp", "RecoveryCodesMade", "RecoveryCodesSaved"], await RecordAsync());
        Assert.True(wizard.Tab.State.Me.HasSavedRecoveryCodes);
    }

    [Fact]
    public async Task Escape_loses_nothing_but_they_are_not_saved()
    {
        await using var wizard = await FinishAsync();
        var codes = Codes(wizard);

        await wizard.EscapeAsync();

        wizard.IsClosed();
        Assert.Null((await StoredAsync()).RecoveryCodesSavedAt);
        Assert.True(await node.SpendRecoveryCodeAsync(anna, codes[0]));
        Assert.DoesNotContain(codes[1], wizard.Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_tab_shows_no_codes_and_says_where_they_were()
    {
        await using var here = await OpenWizard.ClickAsync(node, actor);
        await using var there = await OpenWizard.LoadAsync(node, actor);
        there.Page.Dialog("Set up two-factor authentication");
        await FinishAsync(here);

        there.Page.Dialog("Two-factor authentication is active");
        there.Page.Shows("You finished in another tab. The recovery codes were shown there.");
        Assert.Empty(there.Page.FindAll(".rc"));
        await there.ChooseAsync("Done");

        there.IsClosed();
        Assert.Null((await StoredAsync()).RecoveryCodesSavedAt);
    }

    [Fact]
    public async Task Codes_that_others_have_replaced_cannot_be_kept_by_mistake()
    {
        await using var wizard = await FinishAsync();
        await node.Get<OwnRecoveryCodes>().RenewAsync(actor);

        await wizard.ChooseAsync("Done");

        wizard.Page.Shows("These codes no longer work");
        Assert.Empty(wizard.Page.FindAll(".rc"));
        Assert.Null((await StoredAsync()).RecoveryCodesSavedAt);
        await wizard.ChooseAsync("Done");
        wizard.IsClosed();
    }

    [Fact]
    public async Task A_wrong_code_makes_none()
    {
        await using var wizard = await OpenWizard.ClickAsync(node, actor);
        await wizard.ChooseAsync("Next");

        await wizard.TypeAsync(node.WrongCodeFor(await KeyAsync()));

        wizard.Page.Shows("That code is not right.");
        Assert.Equal(0, await node.ReadAsync(account.Id, db => db.RecoveryCodes.CountAsync()));
    }

    private async Task<OpenWizard> FinishAsync()
    {
        var wizard = await OpenWizard.ClickAsync(node, actor);
        await FinishAsync(wizard);
        return wizard;
    }

    private async Task FinishAsync(OpenWizard wizard)
    {
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(node.CodeOf(await KeyAsync()));
        wizard.Page.Dialog("Two-factor authentication is active");
    }

    private static List<string> Codes(OpenWizard wizard) => [.. wizard.Page.FindAll(".rc li").Select(code => code.TextContent)];

    private async Task<AuthenticatorKey> KeyAsync() => (await node.Get<TwoFactorEnrollments>().FindAsync(actor))!.Key;

    private Task<Authenticator> StoredAsync() => node.ReadAsync(account.Id, db => db.Authenticators.SingleAsync());

    private Task<List<string>> RecordAsync() => node.ReadAsync(
        account.Id, db => db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => entry.Action).ToListAsync());
}

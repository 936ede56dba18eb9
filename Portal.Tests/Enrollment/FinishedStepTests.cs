using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Enrollment;

/// <summary>After the right code: what it has changed, and what is gone.</summary>
public sealed class FinishedStepTests : AnnasWizard
{
    [Theory]
    [InlineData(1, "Your other session has ended; this one goes on.")]
    [InlineData(3, "Your other sessions have ended; this one goes on.")]
    public async Task The_other_sessions_end_and_this_one_goes_on(int others, string said)
    {
        var elsewhere = new List<Actor>();
        for (var count = 0; count < others; count++)
        {
            elsewhere.Add(await Node.SignInAsync(Anna));
        }

        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var code = Node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);

        wizard.Page.Shows(said);
        Assert.NotNull(await Node.Get<Sessions>().TimesAsync(Actor));
        foreach (var other in elsewhere)
        {
            Assert.Null(await Node.Get<Sessions>().TimesAsync(other));
            Assert.Equal(SessionEnd.SetUpElsewhere, await Node.Get<Sessions>().EndOfAsync(other));
        }
    }

    [Fact]
    public async Task The_code_that_proved_the_key_is_spent()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var code = Node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);
        wizard.Page.Dialog("Two-factor authentication is active");

        Assert.Equal(ProofAnswer.Wrong, await Node.Get<RecentProof>().AnswerAsync(Actor, code));
        Assert.False(await SpendAsync(code));
    }

    [Fact]
    public async Task Nobody_is_asked_for_a_second_code_right_after_set_up()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var code = Node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);
        wizard.Page.Dialog("Two-factor authentication is active");

        Assert.True((await Node.Get<TwoFactorEnrollments>().StopAsync(Actor)).IsDone);
    }

    [Fact]
    public async Task The_key_is_nowhere_on_the_page_after_Finish()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var key = await KeyAsync();
        await wizard.FollowAsync("Can't scan? Enter the key by hand");
        Assert.Contains(key.ToGroups()[0], wizard.Page.Markup, StringComparison.Ordinal);
        await wizard.ChooseAsync("Next");
        Assert.DoesNotContain(key.ToBase32(), wizard.Page.Markup, StringComparison.Ordinal);

        await wizard.TypeAsync(Node.CodeOf(key));
        wizard.Page.Dialog("Two-factor authentication is active");

        Assert.DoesNotContain(key.ToBase32(), wizard.Page.Markup, StringComparison.Ordinal);
        Assert.All(key.ToGroups(), four => Assert.DoesNotContain(four, wizard.Page.Markup, StringComparison.Ordinal));
        Assert.Empty(wizard.Page.FindAll("svg[role=img]"));
        Assert.DoesNotContain("otpauth", wizard.Page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Done_closes_the_wizard_and_tidies_the_address()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var code = Node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);
        var focusIsGivenBack = wizard.Tab.CallOf("giveBack");

        await wizard.ChooseAsync("Done");

        wizard.IsClosed();
        await wizard.LeavesAddressAsync();
        await focusIsGivenBack;
    }

    [Fact]
    public async Task A_reload_after_Finish_does_not_begin_anew()
    {
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        var code = Node.CodeOf(await KeyAsync());
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(code);
        wizard.Page.Dialog("Two-factor authentication is active");
        await wizard.LeavesAddressAsync();

        await using var late = await OpenWizard.LoadAsync(Node, Actor);

        late.IsClosed();
        await late.LeavesAddressAsync();
        Assert.False(await Node.ReadAsync(Account.Id, db => db.PendingKeys.AnyAsync()));
    }

    [Fact]
    public async Task A_set_up_finished_in_another_tab_shows_here()
    {
        await using var here = await OpenWizard.ClickAsync(Node, Actor);
        await using var there = await OpenWizard.ClickAsync(Node, Actor);
        var code = Node.CodeOf(await KeyAsync());
        await there.ChooseAsync("Next");
        await there.TypeAsync(code);

        here.Page.Dialog("Two-factor authentication is active");
        here.Page.Shows("You finished in another tab.");
        Assert.Empty(here.Page.FindAll("svg[role=img]"));
        await here.ChooseAsync("Done");
        here.IsClosed();
        await here.LeavesAddressAsync();
    }
}

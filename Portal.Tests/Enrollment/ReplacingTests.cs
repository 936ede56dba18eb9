using Microsoft.EntityFrameworkCore;
using Portal.Tests.Support;

namespace Portal.Tests.Enrollment;

/// <summary>A key in the place of one that is set up.</summary>
public sealed class ReplacingTests : AnnasWizard
{
    [Fact]
    public async Task Replacing_asks_for_proof_and_the_old_key_works_until_the_new_one_has_proven_a_code()
    {
        var old = await Node.AddAuthenticatorAsync(Anna);
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        wizard.Page.Dialog("Is it you?");
        await wizard.TypeAsync(Node.CodeOf(old));

        wizard.Page.Dialog("Set up two-factor authentication again");
        wizard.Page.Shows("Those that you have now work until the new key has proven a code.");
        Node.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await SpendAsync(Node.CodeOf(old)));

        var key = await KeyAsync();
        await wizard.ChooseAsync("Next");
        await wizard.TypeAsync(Node.CodeOf(key));
        wizard.Page.Dialog("Two-factor authentication is active");
        Node.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.False(await SpendAsync(Node.CodeOf(old)));
        Assert.True(await SpendAsync(Node.CodeOf(key)));
        Assert.Equal(2, (await Node.ReadAsync(Account.Id, db => db.Authenticators.SingleAsync())).Generation);
    }

    [Fact]
    public async Task Who_does_not_give_the_proof_opens_nothing_and_loses_nothing()
    {
        var old = await Node.AddAuthenticatorAsync(Anna);
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        wizard.Page.Dialog("Is it you?");

        await wizard.ChooseAsync("Cancel");

        wizard.IsClosed();
        await wizard.LeavesAddressAsync();
        Assert.False(await Node.ReadAsync(Account.Id, db => db.PendingKeys.AnyAsync()));
        Assert.True(await SpendAsync(Node.CodeOf(old)));
    }

    [Fact]
    public async Task A_replacement_that_is_cancelled_leaves_the_old_key()
    {
        var old = await Node.AddAuthenticatorAsync(Anna);
        await using var wizard = await OpenWizard.ClickAsync(Node, Actor);
        wizard.Page.Dialog("Is it you?");
        await wizard.TypeAsync(Node.CodeOf(old));
        wizard.Page.Dialog("Set up two-factor authentication again");

        await wizard.ChooseAsync("Cancel");

        wizard.IsClosed();
        Node.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.True(await SpendAsync(Node.CodeOf(old)));
    }
}

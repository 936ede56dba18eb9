using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Mail;

/// <summary>What hangs on whether set-up mail reaches its receivers.</summary>
[OnEachDatabase]
public sealed class DeliveryTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account account = null!;
    private Operator ada = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        await node.AddOperatorAsync(account, "Anna");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task While_set_up_mail_is_delivered_it_is_a_way_in_and_Required_can_be_chosen_with_nothing_set_up()
    {
        var actor = await node.SignInAsync(ada);
        var settings = node.Get<TwoFactorSettings>();
        var refused = await settings.SetDefaultAsync(actor, TwoFactorPolicy.Required, (await AccountAsync()).DefaultPolicyChangedAt);

        await node.Get<DeliveryRecord>().NoteAsync(true, null);
        var done = await settings.SetDefaultAsync(actor, TwoFactorPolicy.Required, (await AccountAsync()).DefaultPolicyChangedAt);

        Assert.Equal(Refusal.NoWayIn, refused.Refused);
        Assert.True(done.IsDone);
        Assert.Equal(TwoFactorPolicy.Required, (await AccountAsync()).DefaultPolicy);
    }

    [Fact]
    public async Task The_warning_beside_Required_goes_on_open_pages_when_mail_is_delivered_and_comes_back_when_it_is_not()
    {
        await using var tab = await Tab.OpenAsync(node, await node.SignInAsync(ada));
        var page = tab.Render<DefaultSetting>();
        Assert.Contains("is not being delivered.", page.Markup, StringComparison.Ordinal);

        await node.Get<DeliveryRecord>().NoteAsync(true, null);
        page.WaitForAssertion(() => Assert.DoesNotContain("is not being delivered.", page.Markup, StringComparison.Ordinal));

        await node.Get<DeliveryRecord>().NoteAsync(false, "Connection refused.");
        page.WaitForAssertion(() => Assert.Contains("is not being delivered.", page.Markup, StringComparison.Ordinal));
    }

    private Task<Account> AccountAsync() => node.ReadAsync(account.Id, db => db.Accounts.SingleAsync());
}

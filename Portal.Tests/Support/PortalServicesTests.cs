using Microsoft.EntityFrameworkCore;
using Portal.Domain;

namespace Portal.Tests.Support;

public class PortalServicesTests
{
    [Fact]
    public async Task A_tab_shows_the_operator_who_signed_in_and_follows_changes()
    {
        await using var node = await PortalServices.CreateAsync();
        var anna = await node.AddOperatorAsync(await node.AddAccountAsync(), "Anna");
        await using var tab = await Tab.OpenAsync(node, await node.SignInAsync(anna));

        await node.ChangeAsync(anna, who => who.PolicyOverride = TwoFactorPolicy.Required);
        await tab.WaitAsync(state => state.Me.Override == TwoFactorPolicy.Required);
    }

    [Fact]
    public async Task An_operator_with_an_authenticator_has_one_row_of_the_first_generation()
    {
        await using var node = await PortalServices.CreateAsync();
        var carla = await node.AddOperatorAsync(await node.AddAccountAsync(), "Carla");

        await node.AddAuthenticatorAsync(carla);

        var row = await node.ReadAsync(carla.AccountId, db => db.Authenticators.SingleAsync());
        Assert.Equal((carla.Id, 1), (row.OperatorId, row.Generation));
    }
}

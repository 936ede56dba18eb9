using Portal.Domain;
using Portal.Tests.Operators;
using Portal.Tests.Support;

namespace Portal.Tests.TwoFactor;

/// <summary>How often an open page reads what others do.</summary>
public sealed class FollowingTests : ExampleCompany
{
    [Fact]
    public async Task However_many_sign_in_an_open_page_reads_once_a_second_and_what_alters_a_number_waits_for_nothing()
    {
        await using var tab = await OpenAsync(Ada);
        var readings = 0;
        tab.State.OperatorsChanged += () =>
        {
            readings++;
            return Task.CompletedTask;
        };

        // The first at once.
        await Node.SignInAsync(Carla);
        await UntilAsync(() => readings == 1);

        // Many, of which nothing is read until something comes that cannot wait.
        await SignInManyAsync();
        await Node.ChangeAsync(Anna, who => who.LoginOptions = LoginOptions.SingleSignOn);
        await UntilAsync(() => readings == 2);
        Assert.Equal(1, tab.State.Account.Counts.SingleSignOn);

        // Many again, and nothing else: a second later, all in one.
        await SignInManyAsync();
        await UntilAsync(() =>
        {
            Node.Clock.Advance(TimeSpan.FromMilliseconds(100));
            return readings == 3;
        });
        await Node.ChangeAsync(Anna, who => who.LoginOptions = LoginOptions.Password);
        await UntilAsync(() => tab.State.Account.Counts.SingleSignOn == 0 && readings >= 4);
        Assert.Equal(4, readings);
    }

    [Fact]
    public async Task What_concerns_whoever_looks_or_is_looked_at_waits_for_nothing()
    {
        await using var tab = await OpenAsync(Ada);
        await tab.State.ShowAsync(Anna.Id);
        await Node.SignInAsync(Carla);

        await Node.ChangeAsync(Ada, who => who.Name = "Ada de Wit");
        await tab.WaitAsync(state => state.Me.Name == "Ada de Wit");
        await Node.ChangeAsync(Anna, who => who.Name = "Anna de Wit");
        await tab.WaitAsync(state => state.Shown!.Name == "Anna de Wit");
        await Node.ChangeAsync(Anna, who => who.Name = "Anna");
        await tab.WaitAsync(state => state.Shown!.Name == "Anna");
    }

    private async Task SignInManyAsync()
    {
        for (var number = 0; number < 20; number++)
        {
            await Node.SignInAsync(number % 2 == 0 ? Carla : Gijs);
        }
    }

    private static async Task UntilAsync(Func<bool> isSo) =>
        Assert.NotNull(await Patience.UntilAsync(() => Task.FromResult(isSo() ? "so" : null)));
}

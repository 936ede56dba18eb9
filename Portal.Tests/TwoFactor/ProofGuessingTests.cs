using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.TwoFactor;

/// <summary>Guessing codes where a proof is asked for: by somebody who knows the password and kept sessions that it opened.</summary>
[OnEachDatabase]
public class ProofGuessingTests
{
    [Fact]
    public async Task Sessions_that_a_password_opened_share_one_years_tries()
    {
        await using var node = await PortalServices.CreateAsync();
        var (carla, key) = await PausedAsync(node);
        var sessions = new List<Actor>();
        for (var number = 0; number < 10; number++)
        {
            sessions.Add(await node.SignInAsync(carla));
        }

        var wrong = node.WrongCodeFor(key);
        var lookedAt = 0;
        foreach (var actor in sessions.SkipLast(1))
        {
            for (var number = 0; number < RecentProof.Tries; number++)
            {
                lookedAt += await node.Get<RecentProof>().AnswerAsync(actor, wrong) == ProofAnswer.GuessingIsOver ? 0 : 1;
            }
        }

        Assert.Equal(CodeBudget.ForOneYear, lookedAt);
        Assert.Equal(ProofAnswer.GuessingIsOver, await node.Get<RecentProof>().AnswerAsync(sessions[^1], node.CodeOf(key)));
    }

    [Fact]
    public async Task Guesses_by_others_keep_nobody_out_who_has_shown_the_phone()
    {
        await using var node = await PortalServices.CreateAsync();
        var (carla, key) = await PausedAsync(node);
        var own = await node.SignInAsync(carla, SignInMethod.PasswordAndCode);
        for (var number = 0; number < CodeBudget.ForOneYear; number++)
        {
            await node.Get<RecentProof>().AnswerAsync(await node.SignInAsync(carla), node.WrongCodeFor(key));
        }

        Assert.Equal(ProofAnswer.Proven, await node.Get<RecentProof>().AnswerAsync(own, node.CodeOf(key)));
    }

    private static async Task<(Operator Carla, AuthenticatorKey Key)> PausedAsync(PortalServices node)
    {
        var carla = await node.AddOperatorAsync(await node.AddAccountAsync(), "Carla");
        return (carla, await node.AddAuthenticatorAsync(carla));
    }
}

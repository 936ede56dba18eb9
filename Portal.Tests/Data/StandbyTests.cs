using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>The address of the database leads to a server that is still in recovery, and then is promoted.</summary>
public sealed class StandbyTests
{
    private const int Connections = 5;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_server_that_is_not_promoted_yet_costs_no_connections_and_all_goes_on_once_it_is()
    {
        await using var server = await PostgresServer.StartAsync(isDurable: true);
        await using var node = PortalServices.Create([.. TestDatabase.Settings($"{server.ConnectionString(await server.CreateDatabaseAsync())};Maximum Pool Size={Connections}").Select(setting => (setting.Key, setting.Value))]);
        await node.Contexts.MigrateAsync(Cancellation);
        await node.AddAccountAsync();
        await server.BecomeStandbyAsync();
        Assert.Equal(1, await AccountsAsync(node));

        for (var tries = 0; tries < 2 * Connections; tries++)
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => node.Contexts.Engine.ListenAsync(Cancellation));
            Assert.Contains("during recovery", refused.Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, await AccountsAsync(node));
        await server.PromoteAsync();
        await node.AddAccountAsync(name: "Another");
        await using var listening = await node.Contexts.Engine.ListenAsync(Cancellation);
    }

    private static async Task<int> AccountsAsync(PortalServices node)
    {
        await using var db = node.Contexts.AcrossAccounts();
        return await db.Accounts.CountAsync(Cancellation);
    }
}

using Bunit;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;
using Portal.Shell;
using Portal.Tests.Support;

namespace Portal.Tests.TwoFactor;

/// <summary>Pages of a session that was ended close, also when telling them or reading what happened goes wrong.</summary>
public sealed class ClosingTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Operator anna = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        anna = await node.AddOperatorAsync(await node.AddAccountAsync(), "Anna");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task A_page_that_nobody_told_notices_within_ten_seconds()
    {
        await using var tab = await Tab.OpenAsync(node, await node.SignInAsync(anna));
        var watch = tab.Render<SessionWatch>();

        await EndAsync(announced: false);
        node.Clock.Advance(TimeSpan.FromSeconds(10));

        watch.WaitForAssertion(() => Assert.Equal((true, SessionEnd.Reset), (tab.State.IsClosed, tab.State.ClosedBecause)));
    }

    [Fact]
    public async Task A_page_that_could_not_read_what_it_was_told_closes_once_it_can()
    {
        await using var tab = await Tab.OpenAsync(node, await node.SignInAsync(anna));

        var closed = new TaskCompletionSource();
        tab.State.Changed += () =>
        {
            if (tab.State.IsClosed)
            {
                closed.TrySetResult();
            }
        };

        await ExecuteAsync("ALTER TABLE PendingKeys RENAME TO Elsewhere");
        await EndAsync(announced: true);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Xunit.TestContext.Current.CancellationToken);
        Assert.False(tab.State.IsClosed);
        await ExecuteAsync("ALTER TABLE Elsewhere RENAME TO PendingKeys");

        await closed.Task.WaitAsync(TimeSpan.FromSeconds(30), Xunit.TestContext.Current.CancellationToken);

        Assert.Equal((true, SessionEnd.Reset), (tab.State.IsClosed, tab.State.ClosedBecause));
    }

    private Task<int> EndAsync(bool announced) => node.Contexts.WriteAsync(anna.AccountId, db =>
    {
        if (announced)
        {
            db.Announce(anna.AccountId, anna.Id);
        }

        return node.Get<Sessions>().EndAllAsync(db, anna.Id, SessionEnd.Reset);
    });

    private Task<int> ExecuteAsync(string sql) => node.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Security;
using Portal.Shell;
using Portal.Tests.Support;
using Portal.TwoFactor;

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

        await tab.WaitAsync(state => state.IsClosed);
        Assert.Equal(SessionEnd.Reset, tab.State.ClosedBecause);
    }

    [Fact]
    public async Task A_page_that_could_not_read_what_it_was_told_closes_once_it_can()
    {
        var log = new FailureLog();
        await using var tab = await Tab.OpenAsync(node, await node.SignInAsync(anna), services => services.AddSingleton<ILogger<TwoFactorState>>(log));

        await ExecuteAsync("""ALTER TABLE "PendingKeys" RENAME TO "Elsewhere" """);
        await EndAsync(announced: true);
        await log.Failed.WaitAsync(Patience.Long, Xunit.TestContext.Current.CancellationToken);
        Assert.False(tab.State.IsClosed);
        await ExecuteAsync("""ALTER TABLE "Elsewhere" RENAME TO "PendingKeys" """);

        await Patience.PassAsync(node.Clock, TimeSpan.FromSeconds(1), tab.WaitAsync(state => state.IsClosed));
        Assert.Equal(SessionEnd.Reset, tab.State.ClosedBecause);
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

    /// <summary>Tells when the page could not read what it was told.</summary>
    private sealed class FailureLog : ILogger<TwoFactorState>
    {
        private readonly TaskCompletionSource failed = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Failed => failed.Task;

        public bool IsEnabled(LogLevel logLevel) => true;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (exception is not null)
            {
                failed.TrySetResult();
            }
        }
    }
}

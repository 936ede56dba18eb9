using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Data;

/// <summary>
/// Asks again, for a while, what met a database that is being restarted: over a connection that had died with it, or none. What is asked
/// within a transaction fails as it is: what was done before it is gone with the connection.
/// </summary>
/// <remarks>Writing waits likewise, see <see cref="PortalContexts"/>. The provider's own strategies put a failure into an exception that is not one of a database.</remarks>
internal sealed class AskAgainStrategy(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    private DbContext Context => dependencies.CurrentContext.Context;

    /// <inheritdoc />
    /// <remarks>Said of strategies that would keep others from beginning transactions, and rows from being read one by one.</remarks>
    public bool RetriesOnFailure => false;

    /// <inheritdoc />
    public TResult Execute<TState, TResult>(TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        var asked = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return operation(Context, state);
            }
            catch (DbException failure) when (IsWorthAsking(failure, asked))
            {
                // Only the ring of keys is read so, by an interface of data protection that knows no other way.
                Thread.Sleep(PortalContexts.BetweenCalls);
            }
        }
    }

    /// <inheritdoc />
    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state,
        Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        var asked = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                return await operation(Context, state, cancellationToken);
            }
            catch (DbException failure) when (IsWorthAsking(failure, asked))
            {
                await Task.Delay(PortalContexts.BetweenCalls, cancellationToken);
            }
        }
    }

    // A question that took too long would take as long again, just when there is too much to do.
    private bool IsWorthAsking(DbException failure, long asked) => failure.IsTransient && failure.InnerException is not TimeoutException
        && Context.Database.CurrentTransaction is null && Stopwatch.GetElapsedTime(asked) < PortalContexts.LongestAway;
}

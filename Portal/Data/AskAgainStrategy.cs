using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Portal.Data;

/// <summary>
/// Asks once more, over a new connection, what met one that had died with a restarted database. What is asked within a transaction fails
/// as it is: what was done before it is gone with the connection.
/// </summary>
/// <remarks>Writing waits by itself, see <see cref="PortalContexts"/>. The provider's own strategies put a failure into an exception that is not one of a database.</remarks>
internal sealed class AskAgainStrategy(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    private DbContext Context => dependencies.CurrentContext.Context;

    /// <inheritdoc />
    /// <remarks>Said of strategies that would keep others from beginning transactions, and rows from being read one by one.</remarks>
    public bool RetriesOnFailure => false;

    /// <inheritdoc />
    public TResult Execute<TState, TResult>(TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded)
    {
        try
        {
            return operation(Context, state);
        }
        catch (DbException failure) when (IsWorthAsking(failure))
        {
            return operation(Context, state);
        }
    }

    /// <inheritdoc />
    public async Task<TResult> ExecuteAsync<TState, TResult>(
        TState state,
        Func<DbContext, TState, CancellationToken, Task<TResult>> operation,
        Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded,
        CancellationToken cancellationToken = default)
    {
        try
        {
            return await operation(Context, state, cancellationToken);
        }
        catch (DbException failure) when (IsWorthAsking(failure))
        {
            return await operation(Context, state, cancellationToken);
        }
    }

    private bool IsWorthAsking(DbException failure) => failure.IsTransient && Context.Database.CurrentTransaction is null;
}

using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>Listens to what is asked of one database.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<Statement> asked = new();
    private readonly ConcurrentQueue<IDisposable> subscriptions = new();
    private readonly string database;
    private readonly Action<string>? before;

    /// <param name="engine">The database.</param>
    /// <param name="before">What happens before each statement is carried out, on its thread: it can make it wait.</param>
    public Statements(DatabaseEngine engine, Action<string>? before = null)
    {
        using var connection = engine.Connect();
        (database, this.before) = (NameOf(connection), before);
        subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    /// <summary>What was asked so far.</summary>
    public IReadOnlyList<Statement> All => [.. asked];

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
        {
            subscription.Dispose();
        }
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
        {
            subscriptions.Enqueue(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is not CommandEventData about || about.Connection is not { } connection || NameOf(connection) != database)
        {
            return;
        }

        if (value.Key == RelationalEventId.CommandExecuting.Name)
        {
            before?.Invoke(about.Command.CommandText);
        }
        else if (about is CommandExecutedEventData executed)
        {
            asked.Enqueue(new(
                executed.Command.CommandText, [.. executed.Command.Parameters.Cast<DbParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private static string NameOf(DbConnection connection) => connection is NpgsqlConnection ? connection.Database : connection.DataSource;

    /// <param name="Sql">The statement.</param>
    /// <param name="Values">What it was given.</param>
    internal sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Values);
}

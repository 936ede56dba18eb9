using System.Collections.Concurrent;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>Listens to what is asked of one database.</summary>
internal sealed class Statements : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly ConcurrentQueue<Statement> asked = new();
    private readonly ConcurrentQueue<IDisposable> subscriptions = new();
    private readonly string directory;

    /// <param name="directory">The data directory of the database.</param>
    public Statements(string directory)
    {
        this.directory = directory;
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
        if (value.Value is CommandExecutedEventData executed && executed.Connection?.DataSource.StartsWith(directory, StringComparison.Ordinal) == true)
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

    /// <param name="Sql">The statement.</param>
    /// <param name="Values">What it was given.</param>
    internal sealed record Statement(string Sql, IReadOnlyList<(string Name, object? Value)> Values);
}

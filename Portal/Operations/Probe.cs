using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Portal.Operations;

/// <summary>What a probe found, in the words of whoever looks at it: said anew in each language.</summary>
/// <param name="Status">Well, in need of somebody, or broken.</param>
/// <param name="Says">What was found.</param>
/// <param name="Remedy">What helps; <see langword="null"/> where nothing is wrong.</param>
public sealed record Finding(HealthStatus Status, Func<string> Says, Func<string>? Remedy = null)
{
    /// <summary>What was thrown, for the log.</summary>
    public Exception? Fault { get; init; }

    /// <summary>All is well.</summary>
    public static Finding Well(Func<string> says) => new(HealthStatus.Healthy, says);

    /// <summary>It works, and somebody has to do something.</summary>
    public static Finding Attention(Func<string> says, Func<string> remedy) => new(HealthStatus.Degraded, says, remedy);

    /// <summary>It does not work.</summary>
    public static Finding Broken(Func<string> says, Func<string> remedy) => new(HealthStatus.Unhealthy, says, remedy);
}

/// <summary>Looks at one thing that the installation depends on, by really using it.</summary>
public abstract class Probe
{
    /// <summary>What it is called where machines read it.</summary>
    public abstract string Id { get; }

    /// <summary>What it is called where people read it.</summary>
    public abstract string Name { get; }

    /// <summary>Whether this node cannot serve anybody while it is broken.</summary>
    public virtual bool KeepsFromServing => false;

    /// <summary>Looks.</summary>
    /// <param name="cancellationToken">It has taken too long.</param>
    public abstract Task<Finding> LookAsync(CancellationToken cancellationToken);
}

using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Data;
using Portal.Texts;

namespace Portal.Operations;

/// <summary>What a probe found, and when.</summary>
public sealed record Examined(Finding Finding, DateTimeOffset At);

/// <summary>The health of the installation as this node sees it. However many ask, each thing is looked at now and then, and one at a time.</summary>
public sealed class Health : IDisposable
{
    /// <summary>For so long an answer is given again.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(2);

    /// <summary>What has not answered by then is broken.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Probe, Examined> last = [];
    private readonly Dictionary<Probe, SemaphoreSlim> gates;
    private readonly TimeProvider clock;
    private readonly ILogger<Health> log;

    public Health(IEnumerable<Probe> probes, IMeterFactory meters, TimeProvider clock, ILogger<Health> log)
    {
        Probes = [.. probes];
        gates = Probes.ToDictionary(probe => probe, _ => new SemaphoreSlim(1));
        (this.clock, this.log) = (clock, log);
        meters.Create(Measures.Name).CreateObservableGauge(
            "portal.health",
            () => last.Select(each => new Measurement<int>((int)HealthStatus.Healthy - (int)each.Value.Finding.Status, new KeyValuePair<string, object?>("probe", each.Key.Id))),
            unit: null,
            "How each thing that the installation depends on is: 0 well, 1 in need of somebody, 2 broken.");
    }

    /// <summary>What is looked at.</summary>
    public IReadOnlyList<Probe> Probes { get; }

    /// <summary>What was found last; <see langword="null"/> before anybody has looked.</summary>
    public Examined? LastOf(Probe probe) => last.GetValueOrDefault(probe);

    /// <summary>Looks, unless somebody has just looked.</summary>
    public async Task<Examined> LookAsync(Probe probe)
    {
        await gates[probe].WaitAsync();
        try
        {
            if (LastOf(probe) is { } known && clock.GetUtcNow() - known.At is var age && age >= TimeSpan.Zero && age < Fresh)
            {
                return known;
            }

            var found = new Examined(await FindAsync(probe), clock.GetUtcNow());
            Tell(probe, LastOf(probe)?.Finding, found.Finding);
            return last[probe] = found;
        }
        finally
        {
            gates[probe].Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        foreach (var gate in gates.Values)
        {
            gate.Dispose();
        }
    }

    private async Task<Finding> FindAsync(Probe probe)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            // What does not listen to the token is not waited for either.
            return await Task.Run(() => probe.LookAsync(limit.Token), CancellationToken.None).WaitAsync(Limit, clock);
        }
        catch (Exception late) when (late is TimeoutException or OperationCanceledException)
        {
            return Finding.Broken(() => Words.HealthNoAnswer((int)Limit.TotalSeconds), () => Words.HealthSeeLog);
        }
        catch (Exception fault)
        {
            return Finding.Broken(() => fault.Message, () => Words.HealthSeeLog) with { Fault = fault };
        }
    }

    // Once when something breaks, and once when it is well again.
    private void Tell(Probe probe, Finding? before, Finding now)
    {
        if (now.Status == (before?.Status ?? HealthStatus.Healthy))
        {
            return;
        }

        // Whoever asked may speak another language than the log.
        var asked = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = Languages.CultureOf(Languages.Default);
        if (now.Status == HealthStatus.Healthy)
        {
            log.LogInformation("{Probe} is well again: {Finding}", probe.Name, now.Says());
        }
        else
        {
            log.LogWarning(now.Fault, "{Probe}: {Finding} {Remedy}", probe.Name, now.Says(), now.Remedy?.Invoke());
        }

        CultureInfo.CurrentUICulture = asked;
    }
}

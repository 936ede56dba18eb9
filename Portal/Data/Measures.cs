using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Portal.Data;

/// <summary>What the program counts of itself, for those who watch it: the meter <c>Portal</c>. No label says who somebody is.</summary>
public sealed class Measures
{
    /// <summary>The meter's name.</summary>
    public const string Name = "Portal";

    // Seconds: from what a quick disk takes to what nobody waits for.
    private static readonly InstrumentAdvice<double> Seconds = new() { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30] };

    private readonly Counter<long> entries;
    private readonly Histogram<double> wait;
    private readonly Histogram<double> duration;

    public Measures(IMeterFactory factory)
    {
        var meter = factory.Create(Name);
        entries = meter.CreateCounter<long>("portal.audit.entries", "{entry}", "Entries of the audit log, by what was done or refused.");
        wait = meter.CreateHistogram("portal.write.wait", "s", "How long a write waited for its turn.", advice: Seconds);
        duration = meter.CreateHistogram("portal.write.duration", "s", "How long a write had the turn, its commit included.", advice: Seconds);
    }

    /// <summary>A write has its turn.</summary>
    /// <param name="asked">When it asked for it: <see cref="Stopwatch.GetTimestamp"/>.</param>
    /// <returns>When it got it.</returns>
    public long Begun(long asked)
    {
        var begun = Stopwatch.GetTimestamp();
        wait.Record(Stopwatch.GetElapsedTime(asked, begun).TotalSeconds);
        return begun;
    }

    /// <summary>A write is committed.</summary>
    /// <param name="db">Its context, with the entries that it wrote.</param>
    /// <param name="begun">When it had got its turn.</param>
    public void Committed(PortalDbContext db, long begun)
    {
        duration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds);
        if (!entries.Enabled)
        {
            return;
        }

        foreach (var entry in db.ChangeTracker.Entries<AuditEntry>())
        {
            var labels = new TagList { { "action", entry.Entity.Action } };
            if (entry.Entity.Refused is { } refused)
            {
                labels.Add("refused", refused);
            }

            entries.Add(1, labels);
        }
    }
}

using Portal.Data;

namespace Portal.Operations;

/// <summary>Looks at everything once a minute, so that what breaks is in the log and in the metrics before anybody asks.</summary>
public sealed class HealthWatch(Health health, TimeProvider clock) : BackgroundService
{
    /// <summary>Between two looks.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                await Task.Delay(Period, clock, stoppingToken);
                await Task.WhenAll(health.Probes.Select(health.LookAsync)).WaitAsync(stoppingToken);
            }
        }
        catch (Exception stop) when (stop.IsStop(stoppingToken))
        {
            // The program ends.
        }
    }
}

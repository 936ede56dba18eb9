using Portal.Data;

namespace Portal.Security;

/// <summary>Seals what was written to the record every few seconds. Several nodes may run it: one of them is first.</summary>
public sealed class AuditSealer(AuditSeals seals, TimeProvider clock, ILogger<AuditSealer> log) : BackgroundService
{
    /// <summary>How long an entry waits for its seal at most.</summary>
    public static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private bool isFailing;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await seals.SealAsync(stoppingToken);
                isFailing = false;
            }
            catch (Exception failure) when (!failure.IsStop(stoppingToken))
            {
                if (!isFailing)
                {
                    log.LogError(failure, "The record could not be sealed; trying again every {Seconds} s", Period.TotalSeconds);
                }

                isFailing = true;
            }

            await Task.Delay(Period, clock, stoppingToken);
        }
    }
}

namespace Portal.Data;

/// <summary>Tells the end of the program from other ends.</summary>
public static class Stopping
{
    /// <summary>
    /// Whether it was the program's end that broke something off. A time-out inside a library looks the same otherwise, and must not
    /// end a worker, and the host with it.
    /// </summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="stoppingToken">Cancelled when the program ends.</param>
    public static bool IsStop(this Exception failure, CancellationToken stoppingToken) => failure is OperationCanceledException && stoppingToken.IsCancellationRequested;
}

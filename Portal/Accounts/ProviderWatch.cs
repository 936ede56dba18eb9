using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Accounts;

/// <summary>Looks at every provider that is in use, once a minute, so that administrators learn of a dead one before their operators do.</summary>
public sealed class ProviderWatch(PortalContexts contexts, ProviderHealth health, TimeProvider clock, ILogger<ProviderWatch> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(1);

    /// <summary>Looks at all of them once.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        List<Guid> accounts;
        await using (var db = contexts.AcrossAccounts())
        {
            accounts = await db.SingleSignOns.Where(settings => settings.IsOn).Select(settings => settings.AccountId).ToListAsync(cancellationToken);
        }

        await Parallel.ForEachAsync(
            accounts,
            new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellationToken },
            async (accountId, cancel) => await health.LookAsync(accountId, cancel));
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (Exception failure) when (!failure.IsStop(stoppingToken))
            {
                log.LogError(failure, "Providers of single sign-on could not be looked at; trying again in {Seconds} s", Period.TotalSeconds);
            }

            await Task.Delay(Period, clock, stoppingToken);
        }
    }
}

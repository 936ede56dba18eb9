using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>Brings in what other processes did on the same database: reads when the engine signals that something was written.</summary>
public sealed class ChangeRelay(PortalContexts contexts, AccountChanges feed, TimeProvider clock, ILogger<ChangeRelay> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    // Long enough for a process that was held up to catch up; short enough to stay small.
    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(1);

    private DateTimeOffset prune = DateTimeOffset.MinValue;
    private long? last;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await FollowAsync(stoppingToken);
            }
            catch (Exception failure) when (!failure.IsStop(stoppingToken))
            {
                log.LogWarning(failure, "Changes made by other processes could not be read; trying again in {Seconds} s", AfterFailure.TotalSeconds);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    // Listening first, then reading: what was written while nobody listened is read before the first signal is waited for.
    private async Task FollowAsync(CancellationToken stoppingToken)
    {
        await using var signal = await contexts.Engine.ListenAsync(stoppingToken);
        while (true)
        {
            last = await PublishSinceAsync(last, stoppingToken);
            if (clock.GetUtcNow() >= prune)
            {
                prune = clock.GetUtcNow() + KeepFor;
                await ForgetOldAsync(stoppingToken);
            }

            await signal.WaitAsync(stoppingToken);
        }
    }

    // What was there before this process began concerns none of its pages.
    private async Task<long> PublishSinceAsync(long? since, CancellationToken cancellationToken)
    {
        await using var db = contexts.AcrossAccounts();
        if (since is not { } known)
        {
            return await db.Changes.MaxAsync(change => (long?)change.Id, cancellationToken) ?? 0;
        }

        var rows = await db.Changes.AsNoTracking().Where(change => change.Id > known).OrderBy(change => change.Id).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => row.Node != feed.Node))
        {
            feed.Publish(new(row.AccountId, row.OperatorId, row.Counts));
        }

        return rows.Count == 0 ? known : rows[^1].Id;
    }

    private Task<int> ForgetOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - KeepFor;
        return contexts.WriteAcrossAccountsAsync(
            db => db.Changes.Where(change => change.At < before).ExecuteDeleteAsync(CancellationToken.None), cancellationToken: cancellationToken);
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>Brings in what other processes did on the same SQLite file: looks each second, reads only when something was written.</summary>
public sealed class ChangePoll(PortalContexts contexts, AccountChanges feed, TimeProvider clock, ILogger<ChangePoll> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    // Long enough for a process that was held up to catch up; short enough to stay small.
    private static readonly TimeSpan KeepFor = TimeSpan.FromHours(1);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var connection = new SqliteConnection(contexts.ConnectionString);
        await connection.OpenAsync(stoppingToken);
        await using var db = contexts.AcrossAccounts();
        var last = await db.Changes.MaxAsync(change => (long?)change.Id, stoppingToken) ?? 0;
        var seen = await DataVersionAsync(connection, stoppingToken);
        var prune = DateTimeOffset.MinValue;
        while (!stoppingToken.IsCancellationRequested)
        {
            // Not a periodic timer: what was slept through, on a machine that was suspended, needs one look and not one for each second.
            await Task.Delay(Period, clock, stoppingToken);
            try
            {
                var version = await DataVersionAsync(connection, stoppingToken);
                if (version != seen)
                {
                    last = await PublishSinceAsync(last, stoppingToken);
                    seen = version;
                }

                if (clock.GetUtcNow() >= prune)
                {
                    prune = clock.GetUtcNow() + KeepFor;
                    await ForgetOldAsync(stoppingToken);
                }
            }
            catch (Exception failure) when (!failure.IsStop(stoppingToken))
            {
                log.LogWarning(failure, "Changes made by other processes could not be read; trying again in {Seconds} s", Period.TotalSeconds);
            }
        }
    }

    private async Task<long> PublishSinceAsync(long last, CancellationToken cancellationToken)
    {
        await using var db = contexts.AcrossAccounts();
        var rows = await db.Changes.AsNoTracking().Where(change => change.Id > last).OrderBy(change => change.Id).ToListAsync(cancellationToken);
        foreach (var row in rows.Where(row => row.Node != feed.Node))
        {
            feed.Publish(new(row.AccountId, row.OperatorId, row.Counts));
        }

        return rows.Count == 0 ? last : rows[^1].Id;
    }

    private Task<int> ForgetOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - KeepFor;
        return contexts.WriteAcrossAccountsAsync(
            db => db.Changes.Where(change => change.At < before).ExecuteDeleteAsync(CancellationToken.None), cancellationToken: cancellationToken);
    }

    private static async Task<long> DataVersionAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA data_version";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}

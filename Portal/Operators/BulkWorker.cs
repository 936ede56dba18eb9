using System.Runtime.ExceptionServices;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>
/// Carries bulk jobs out: one operator after another, each in a transaction of its own in which the turn is marked done. So it goes on
/// where it stood, however it ended, and several nodes may run it: whoever comes second to a turn finds it taken.
/// </summary>
public sealed class BulkWorker(
    PortalContexts contexts,
    SetUpLinks setUpLinks,
    TwoFactorSettings settings,
    TwoFactorEnrollments enrollments,
    OperatorDetails details,
    OperatorLogins logins,
    ProviderHealth health,
    BulkPreparation preparation,
    TimeProvider clock,
    ILogger<BulkWorker> log) : BackgroundService
{
    // A job of this process wakes it; this long waits one whose process is gone.
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    // Turns before another job has one, so that a long job keeps nobody else waiting.
    private const int InARow = 20;

    // What fails of ours is tried again before it is set down as refused.
    private const int MostAttempts = 3;

    // Each act tells the pages of its operator; of what was refused they are told at most this often.
    private static readonly TimeSpan BetweenNews = TimeSpan.FromSeconds(1);

    // A provider that answered just now need not be asked again before each of a thousand operators.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(30);

    private readonly Dictionary<BulkTurn, int> failures = [];
    private readonly HashSet<Guid> ahead = [];
    private readonly Dictionary<Guid, DateTimeOffset> told = [];
    private readonly Dictionary<Guid, DateTimeOffset> looked = [];
    private TaskCompletionSource wake = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Works through every job that is ready and open, of every account, until none is; and takes away what will never be ready.</summary>
    public async Task RunAsync(CancellationToken stoppingToken)
    {
        while (await OpenAsync(stoppingToken) is { Count: > 0 } open)
        {
            // One that fails does not keep the others waiting.
            Exception? fault = null;
            foreach (var job in open)
            {
                try
                {
                    await CarryOnAsync(job, stoppingToken);
                }
                catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
                {
                    fault = failure;
                }
            }

            if (fault is not null)
            {
                ExceptionDispatchInfo.Throw(fault);
            }
        }

        await DiscardAsync(stoppingToken);
    }

    /// <summary>There is something to do.</summary>
    internal void Wake() => Interlocked.Exchange(ref wake, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();

    /// <summary>Leaves what waits in a job as it is, within the acting transaction; answers how many that are.</summary>
    internal static Task<int> LeaveUntouchedAsync(PortalDbContext db, Guid jobId, DateTimeOffset now) =>
        db.BulkItems.Where(item => item.JobId == jobId && item.State == BulkItemState.Waiting).ExecuteUpdateAsync(set => set
            .SetProperty(item => item.State, BulkItemState.Untouched)
            .SetProperty(item => item.At, now));

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            // Before looking, so that what is started meanwhile is not slept over.
            var woken = Volatile.Read(ref wake).Task;
            try
            {
                await RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                log.LogError(fault, "Bulk jobs could not be carried on; trying again in {Seconds} s", Period.TotalSeconds);
                await Task.Delay(Period, clock, stoppingToken);
                continue;
            }

            await Task.WhenAny(woken, Task.Delay(Period, clock, stoppingToken));
        }
    }

    private async Task<List<BulkJob>> OpenAsync(CancellationToken stoppingToken)
    {
        await using var db = contexts.AcrossAccounts();
        return await db.BulkJobs.AsNoTracking().Where(job => job.ReadyAt != null && job.FinishedAt == null).OrderBy(job => job.CreatedAt).ToListAsync(stoppingToken);
    }

    // What failed while it was prepared, or whose process died: it has done nothing.
    private async Task DiscardAsync(CancellationToken stoppingToken)
    {
        var before = clock.GetUtcNow() - BulkPreparation.Longest;
        await using var db = contexts.AcrossAccounts();
        foreach (var job in await db.BulkJobs.AsNoTracking().Where(job => job.ReadyAt == null && (job.FinishedAt != null || job.CreatedAt <= before)).ToListAsync(stoppingToken))
        {
            stoppingToken.ThrowIfCancellationRequested();
            await preparation.DiscardAsync(job);
            log.LogWarning("Bulk job {JobId} of operator {OperatorId} never became ready and was taken away; it had done nothing", job.Id, job.ById);
        }
    }

    private async Task CarryOnAsync(BulkJob job, CancellationToken stoppingToken)
    {
        var turns = await NextAsync(job, stoppingToken);
        if (turns.Count == 0)
        {
            await FinishAsync(job);
            return;
        }

        await LookAtProviderAsync(job, stoppingToken);
        foreach (var (turn, operatorId) in turns)
        {
            stoppingToken.ThrowIfCancellationRequested();
            var refused = await TryAsync(job, turn, operatorId);
            if (refused == Refusal.JobIsOver)
            {
                // Cancelled, or the one who confirmed it may no longer; or else another node was here first, and goes on here.
                if (!await StopIfOverAsync(job))
                {
                    ahead.Add(job.Id);
                }

                return;
            }

            if (refused is { } why && !IsTriedAgain(turn, why))
            {
                await RefuseAsync(job, turn, why);
            }
        }
    }

    private async Task<List<(BulkTurn Turn, Guid OperatorId)>> NextAsync(BulkJob job, CancellationToken stoppingToken)
    {
        // Where another node is at work, it has the first ones, and this one those after them.
        await using var db = contexts.For(job.AccountId);
        var next = await db.BulkItems.AsNoTracking().Where(item => item.JobId == job.Id && item.State == BulkItemState.Waiting)
            .OrderBy(item => item.Position).Take(2 * InARow).Select(item => new { item.Position, item.OperatorId }).ToListAsync(stoppingToken);
        var mine = ahead.Remove(job.Id) && next.Count > InARow ? next.Skip(InARow) : next.Take(InARow);
        return [.. mine.Select(item => (new BulkTurn(job.Id, item.Position), item.OperatorId))];
    }

    private async Task LookAtProviderAsync(BulkJob job, CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        if (job.LoginOptions?.HasFlag(LoginOptions.SingleSignOn) == true && now - looked.GetValueOrDefault(job.AccountId) >= BetweenLooks)
        {
            looked[job.AccountId] = now;
            await health.LookAsync(job.AccountId, stoppingToken);
        }
    }

    private async Task<Refusal?> TryAsync(BulkJob job, BulkTurn turn, Guid operatorId)
    {
        try
        {
            return await ActAsync(job, new(job.ById, job.AccountId, job.SessionId, job.Address, job.UserAgent, Turn: turn), operatorId);
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Turn {Position} of bulk job {JobId} failed", turn.Position, turn.JobId);
            return Refusal.Failed;
        }
    }

    private async Task<Refusal?> ActAsync(BulkJob job, Actor actor, Guid operatorId) => job.Kind switch
    {
        BulkKind.SendSetUpLink => (await setUpLinks.SendAsync(actor, operatorId)).Refused,
        BulkKind.SetOverride => (await settings.SetOverrideInTurnAsync(actor, operatorId, job.Setting, job.Until, job.Reason)).Refused,
        BulkKind.EndOverride => (await settings.SetOverrideInTurnAsync(actor, operatorId, policy: null, until: null, reason: null)).Refused,
        BulkKind.SetLoginOptions => (await logins.SetAsync(actor, operatorId, job.LoginOptions!.Value)).Refused,
        BulkKind.Reset => (await enrollments.ResetAsync(actor, operatorId, job.Reason, job.SendsLink)).Refused,
        BulkKind.Deactivate => (await details.DeactivateAsync(actor, operatorId)).Refused,
    };

    // Left waiting, it comes again with the next look.
    private bool IsTriedAgain(BulkTurn turn, Refusal why)
    {
        if (why is not (Refusal.Failed or Refusal.Unknown or Refusal.ChangedMeanwhile))
        {
            return false;
        }

        failures[turn] = failures.GetValueOrDefault(turn) + 1;
        return failures[turn] < MostAttempts;
    }

    private Task<int> RefuseAsync(BulkJob job, BulkTurn turn, Refusal why) => contexts.WriteAsync(job.AccountId, async db =>
    {
        var (now, name) = (clock.GetUtcNow(), why.ToString());
        failures.Remove(turn);
        if (now - told.GetValueOrDefault(job.Id) >= BetweenNews)
        {
            told[job.Id] = now;
            db.Announce(job.AccountId, null);
        }

        return await db.BulkItems.Where(BulkWarrants.IsWaiting(turn)).ExecuteUpdateAsync(set => set
            .SetProperty(item => item.State, BulkItemState.Refused)
            .SetProperty(item => item.Refused, name)
            .SetProperty(item => item.At, now));
    });

    // Answers whether the job is over, now or before.
    private async Task<bool> StopIfOverAsync(BulkJob job)
    {
        await using var look = contexts.For(job.AccountId);
        if (await BulkWarrants.WhyOverAsync(look, await look.BulkJobs.AsNoTracking().SingleAsync(row => row.Id == job.Id)) is null)
        {
            return false;
        }

        return await contexts.WriteAsync(job.AccountId, async db =>
        {
            var row = await db.BulkJobs.SingleAsync(row => row.Id == job.Id);
            if (row.FinishedAt is null && await BulkWarrants.WhyOverAsync(db, row) is { } why)
            {
                var now = clock.GetUtcNow();
                row.StoppedBecause = why.ToString();
                await LeaveUntouchedAsync(db, job.Id, now);
                await EndAsync(db, row, now);
            }

            return row.FinishedAt is not null;
        });
    }

    private Task<Nothing> FinishAsync(BulkJob job) => contexts.WriteAsync(job.AccountId, async db =>
    {
        var row = await db.BulkJobs.SingleAsync(row => row.Id == job.Id);
        if (row.FinishedAt is null)
        {
            await EndAsync(db, row, clock.GetUtcNow());
        }

        return default(Nothing);
    });

    private async Task EndAsync(PortalDbContext db, BulkJob job, DateTimeOffset now)
    {
        told.Remove(job.Id);
        job.FinishedAt = now;
        AuditLog.RecordProgram(
            db,
            job.AccountId,
            AuditAction.BulkFinished,
            now,
            before: BulkJobs.InRecord(job),
            after: BulkJobs.InRecord(await BulkJobs.TallyAsync(db, job.Id, job.Total)),
            reason: BulkReference.With(job.Id, job.StoppedBecause));
        db.Announce(job.AccountId, null);
    }
}

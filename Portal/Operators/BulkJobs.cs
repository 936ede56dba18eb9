using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Operators;

/// <summary>How far a bulk job has come.</summary>
public sealed record BulkTally(int Total, int Done, int Refused, int Untouched)
{
    /// <summary>How many it has come to.</summary>
    public int Handled => Done + Refused;

    /// <summary>How many wait for their turn.</summary>
    public int Waiting => Total - Handled - Untouched;
}

/// <summary>A bulk job, as pages show it.</summary>
public sealed record BulkView(
    Guid Id,
    BulkKind Kind,
    Guid ById,
    string ByName,
    TwoFactorPolicy? Setting,
    DateTimeOffset? Until,
    LoginOptions? LoginOptions,
    string? Reason,
    bool SendsLink,
    DateTimeOffset CreatedAt,
    DateTimeOffset? CancelledAt,
    DateTimeOffset? FinishedAt,
    Refusal? StoppedBecause,
    BulkTally Tally)
{
    /// <summary>Whether something is left to do, and nobody ended it.</summary>
    public bool Runs => FinishedAt is null;
}

/// <summary>One operator of a bulk job, as its page shows them.</summary>
/// <param name="Position">The place in the job.</param>
/// <param name="OperatorId">Who.</param>
/// <param name="Name">The name when it was confirmed.</param>
/// <param name="State">What became of it.</param>
/// <param name="Refused">Why it was refused.</param>
/// <param name="IsThere">Whether the operator still exists.</param>
public sealed record BulkRow(int Position, Guid OperatorId, string Name, BulkItemState State, Refusal? Refused, bool IsThere);

/// <summary>A bulk job with a page of its operators.</summary>
/// <param name="Job">The job.</param>
/// <param name="Rows">The page.</param>
public sealed record BulkResult(BulkView Job, IReadOnlyList<BulkRow> Rows);

/// <summary>Acts on many operators at once: looked at beforehand, started, watched and cancelled. <see cref="BulkWorker"/> carries them out.</summary>
public sealed class BulkJobs(
    Gestures gestures, PortalContexts contexts, Sessions sessions, BulkPreparation preparation, BulkWorker worker, TimeProvider clock, ILogger<BulkJobs> log)
{
    /// <summary>Operators on one page of a result.</summary>
    public const int PageSize = 50;

    /// <summary>Jobs in the list of recent ones.</summary>
    public const int Recent = 50;

    /// <summary>What a job would do as things stand. Changes nothing.</summary>
    public async Task<Outcome<BulkPlan>> PlanAsync(Actor actor, BulkRequest request)
    {
        await using var db = contexts.For(actor.AccountId);
        if (!await sessions.IsAdministratorAsync(db, actor))
        {
            return Refusal.NotAllowed;
        }

        var (account, now) = (await db.Accounts.AsNoTracking().SingleAsync(), clock.GetUtcNow());
        return await RefusalOfAsync(db, request, account, now) is { } refusal ? refusal : await BulkPlan.MakeAsync(db, request, account, actor.OperatorId, now);
    }

    /// <summary>
    /// Starts a job; answers its id. It is looked at anew who is affected: whoever no longer is, is left out, and nobody comes in
    /// who was not confirmed. Between what is asked at first and the moment at which the job becomes real, other writers have
    /// their turn; who may is asked at both ends.
    /// </summary>
    /// <param name="actor">The administrator.</param>
    /// <param name="request">What is to be done.</param>
    /// <param name="confirmed">The operators whom the administrator was shown; <see langword="null"/> for all who are affected.</param>
    public async Task<Outcome<Guid>> StartAsync(Actor actor, BulkRequest request, IReadOnlyCollection<Guid>? confirmed = null)
    {
        var begun = await BeginAsync(actor, request);
        if (begun.Value is not { } job)
        {
            return begun.Refused!.Value;
        }

        try
        {
            var outcome = await PrepareAsync(actor, job, request, confirmed);
            // Of one that may have begun, nothing is taken away; if it has not, the worker does that.
            if (!outcome.IsDone && outcome.Refused != Refusal.Unknown)
            {
                await preparation.DiscardAsync(job);
            }

            return outcome;
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            // Nothing has begun. What is left of it the worker takes away.
            log.LogError(failure, "Bulk job {JobId} of operator {OperatorId} could not be prepared", job.Id, actor.OperatorId);
            return Refusal.Failed;
        }
    }

    /// <summary>Cancels what is left of a job; answers how many stay untouched.</summary>
    public Task<Outcome<int>> CancelAsync(Actor actor, Guid jobId) =>
        gestures.PerformAsync<int>(actor, AuditAction.BulkCancelled, Grant.Administrators, null, async gesture =>
        {
            if (await Ready(gesture.Db).SingleOrDefaultAsync(row => row.Id == jobId) is not { } job)
            {
                return Refusal.NotFound;
            }

            if (job.FinishedAt is not null)
            {
                return Refusal.AlreadySo;
            }

            (job.CancelledAt, job.FinishedAt) = (gesture.Now, gesture.Now);
            var left = await BulkWorker.LeaveUntouchedAsync(gesture.Db, job.Id, gesture.Now);
            gesture.Record(
                AuditAction.BulkCancelled, onAccount: true, before: InRecord(job), after: InRecord(await TallyAsync(gesture.Db, job.Id, job.Total)), reason: BulkReference.With(job.Id));
            return left;
        });

    /// <summary>A job with a page of its operators; <see langword="null"/> for whoever may not see it, as for one that does not exist.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="jobId">Which job.</param>
    /// <param name="only">Only operators of whom this became; <see langword="null"/> for all.</param>
    /// <param name="page">The page, from 1.</param>
    public async Task<BulkResult?> FindAsync(Actor actor, Guid jobId, BulkItemState? only, int page)
    {
        await using var db = contexts.For(actor.AccountId);
        if (!await sessions.IsAdministratorAsync(db, actor) || await Ready(db).AsNoTracking().SingleOrDefaultAsync(row => row.Id == jobId) is not { } job)
        {
            return null;
        }

        var items = db.BulkItems.AsNoTracking().Where(item => item.JobId == jobId);

        // All of them are numbered without a gap, so that the last page costs what the first does.
        var shown = only is { } state
            ? items.Where(item => item.State == state).OrderBy(item => item.Position).Skip((page - 1) * PageSize)
            : items.Where(item => item.Position > (page - 1) * PageSize).OrderBy(item => item.Position);
        var rows = await shown.Take(PageSize)
            .Select(item => new { item.Position, item.OperatorId, item.Name, item.State, item.Refused, IsThere = db.Operators.Any(person => person.Id == item.OperatorId) })
            .ToListAsync();
        return new(
            ViewOf(job, await TallyAsync(db, jobId, job.Total)),
            [.. rows.Select(row => new BulkRow(row.Position, row.OperatorId, row.Name, row.State, Parse(row.Refused), row.IsThere))]);
    }

    /// <summary>The operators to whom a job did nothing: refused, or left untouched; none for whoever may not see them.</summary>
    public async Task<IReadOnlyList<Guid>> LeftAsync(Actor actor, Guid jobId)
    {
        await using var db = contexts.For(actor.AccountId);
        return await sessions.IsAdministratorAsync(db, actor)
            ? await db.BulkItems.Where(item => item.JobId == jobId && (item.State == BulkItemState.Refused || item.State == BulkItemState.Untouched))
                .OrderBy(item => item.Position).Select(item => item.OperatorId).ToListAsync()
            : [];
    }

    /// <summary>The recent jobs, the newest first; none for whoever may not see them.</summary>
    /// <remarks>What became of each operator is counted of jobs that still run, and how many were refused of all.</remarks>
    public async Task<IReadOnlyList<BulkView>> ListAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        if (!await sessions.IsAdministratorAsync(db, actor))
        {
            return [];
        }

        var jobs = await Ready(db).AsNoTracking().OrderByDescending(job => job.CreatedAt).ThenByDescending(job => job.Id).Take(Recent).ToListAsync();
        var ids = jobs.ConvertAll(job => job.Id);
        var refused = await db.BulkItems.Where(item => ids.Contains(item.JobId) && item.State == BulkItemState.Refused)
            .GroupBy(item => item.JobId).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        var views = new List<BulkView>();
        foreach (var job in jobs)
        {
            views.Add(ViewOf(job, job.FinishedAt is null
                ? await TallyAsync(db, job.Id, job.Total)
                : new(job.Total, Done: 0, refused.GetValueOrDefault(job.Id), Untouched: 0)));
        }

        return views;
    }

    /// <summary>How far a job has come, as things stand in the context.</summary>
    internal static async Task<BulkTally> TallyAsync(PortalDbContext db, Guid jobId, int total)
    {
        var counts = await db.BulkItems.Where(item => item.JobId == jobId).GroupBy(item => item.State)
            .Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count);
        return new(
            total,
            counts.GetValueOrDefault(BulkItemState.Done),
            counts.GetValueOrDefault(BulkItemState.Refused),
            counts.GetValueOrDefault(BulkItemState.Untouched));
    }

    /// <summary>How a job is called in the record: the kind, with what it was given, and how many.</summary>
    internal static string InRecord(BulkJob job)
    {
        var given = job.Kind switch
        {
            BulkKind.SetOverride when job.Until is { } until => string.Create(CultureInfo.InvariantCulture, $" {job.Setting} until {until:O}"),
            BulkKind.SetOverride => $" {job.Setting}",
            BulkKind.SetLoginOptions => $" {job.LoginOptions}",
            BulkKind.Reset when job.SendsLink => " and SendSetUpLink",
            _ => "",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{job.Kind}{given}: {job.Total}");
    }

    /// <summary>What became of a job, in the record.</summary>
    internal static string InRecord(BulkTally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"{nameof(tally.Done)} {tally.Done}, {nameof(tally.Refused)} {tally.Refused}, {nameof(tally.Untouched)} {tally.Untouched}");

    // One that is not ready has not begun, and may never.
    private static IQueryable<BulkJob> Ready(PortalDbContext db) => db.BulkJobs.Where(job => job.ReadyAt != null);

    private static async Task<Refusal?> RefusalOfAsync(PortalDbContext db, BulkRequest request, Account account, DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZoneInfo.FindSystemTimeZoneById(account.TimeZone)).Date);
        if (!request.IsFit(today))
        {
            return Refusal.Invalid;
        }

        var needsProvider = request is { Kind: BulkKind.SetLoginOptions, LoginOptions: { } options } && options.HasFlag(LoginOptions.SingleSignOn);
        return needsProvider && !await db.SingleSignOns.AnyAsync(row => row.IsOn) ? Refusal.SingleSignOnIsOff : null;
    }

    private static BulkJob JobOf(Gesture gesture, BulkRequest request)
    {
        Entry.TryReason(request.Reason, out var reason);
        return new()
        {
            AccountId = gesture.Account.Id,
            Kind = request.Kind,
            ById = gesture.Self.Id,
            ByName = gesture.Self.Name,
            ByStamp = gesture.Self.SecurityStamp!,
            SessionId = gesture.Actor.SessionId,
            Address = gesture.Actor.Address,
            UserAgent = gesture.Actor.UserAgent,
            Setting = request.Kind == BulkKind.SetOverride ? request.Setting : null,
            Until = request is { Kind: BulkKind.SetOverride, LastDay: { } day } ? DayEnd.Of(day, TimeZoneInfo.FindSystemTimeZoneById(gesture.Account.TimeZone)) : null,
            LoginOptions = request.Kind == BulkKind.SetLoginOptions ? request.LoginOptions : null,
            Reason = request.Kind is BulkKind.SetOverride or BulkKind.Reset && reason.Length > 0 ? reason : null,
            SendsLink = request is { Kind: BulkKind.Reset, SendsLink: true },
            IsProven = gesture.IsProven,
            CreatedAt = gesture.Now,
        };
    }

    private static BulkView ViewOf(BulkJob job, BulkTally tally) => new(
        job.Id,
        job.Kind,
        job.ById,
        job.ByName,
        job.Setting,
        job.Until,
        job.LoginOptions,
        job.Reason,
        job.SendsLink,
        job.CreatedAt,
        job.CancelledAt,
        job.FinishedAt,
        Parse(job.StoppedBecause),
        tally);

    private static Refusal? Parse(string? name) => name is null ? null : Enum.Parse<Refusal>(name);

    private Task<Outcome<BulkJob>> BeginAsync(Actor actor, BulkRequest request) =>
        gestures.PerformAsync<BulkJob>(actor, AuditAction.BulkStarted, Grant.Administrators, null, async gesture =>
        {
            if (await RefusalOfAsync(gesture.Db, request, gesture.Account, gesture.Now) is { } refusal)
            {
                return refusal;
            }

            if (request.AsksForProof && !gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            var job = JobOf(gesture, request);
            gesture.Db.BulkJobs.Add(job);
            return job;
        });

    private async Task<Outcome<Guid>> PrepareAsync(Actor actor, BulkJob job, BulkRequest request, IReadOnlyCollection<Guid>? confirmed)
    {
        var people = await AffectedAsync(actor, request, confirmed?.ToHashSet());
        if (people.Count == 0)
        {
            return Refusal.AlreadySo;
        }

        await preparation.AddAsync(job, people);
        return await gestures.PerformAsync<Guid>(actor, AuditAction.BulkStarted, Grant.Administrators, null, async gesture =>
        {
            if (!await BulkPreparation.MakeReadyAsync(gesture.Db, job, people.Count, gesture.Now))
            {
                return Refusal.Failed;
            }

            gesture.Record(AuditAction.BulkStarted, onAccount: true, after: InRecord(job), reason: BulkReference.With(job.Id, job.Reason));
            gesture.Db.AfterCommit(worker.Wake);
            return job.Id;
        });
    }

    private async Task<List<(Guid Id, string Name)>> AffectedAsync(Actor actor, BulkRequest request, HashSet<Guid>? meant)
    {
        await using var db = contexts.For(actor.AccountId);
        var people = new List<(Guid Id, string Name)>();
        await BulkPlan.MakeAsync(db, request, await db.Accounts.AsNoTracking().SingleAsync(), actor.OperatorId, clock.GetUtcNow(), (id, name) =>
        {
            if (meant is null || meant.Contains(id))
            {
                people.Add((id, name));
            }
        });
        return people;
    }
}

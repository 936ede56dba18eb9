using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Whether a bulk job may act for the administrator who confirmed it, and on whom it has not acted yet.</summary>
public static class BulkWarrants
{
    // Whoever goes home, or signs in once more in the same browser, lets the job go on; whoever was kept out does not.
    private static readonly SessionEnd?[] Harmless = [null, SessionEnd.SignedOut, SessionEnd.Replaced];

    /// <summary>Why a job may not go on; <see langword="null"/> when it may.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="job">The job as it is stored.</param>
    public static async Task<Refusal?> WhyOverAsync(PortalDbContext db, BulkJob job)
    {
        if (job.ReadyAt is null || job.CancelledAt is not null || job.FinishedAt is not null)
        {
            return Refusal.JobIsOver;
        }

        var by = await db.Operators.AsNoTracking().SingleOrDefaultAsync(person => person.Id == job.ById);
        if (by is not { State: OperatorState.Active } || by.SecurityStamp != job.ByStamp)
        {
            return Refusal.SignedOut;
        }

        if (by.Role != OperatorRole.Administrator)
        {
            return Refusal.NotAllowed;
        }

        var end = await db.Sessions.Where(session => session.Id == job.SessionId).Select(session => session.EndedBecause).SingleOrDefaultAsync();
        return Harmless.Contains(end) ? null : Refusal.SignedOut;
    }

    /// <summary>
    /// The job that stands for an act on an operator: it goes on, and has not come to that operator yet. <see langword="null"/> when
    /// the turn stands for nothing.
    /// </summary>
    internal static async Task<BulkJob?> FindAsync(PortalDbContext db, Actor actor, BulkTurn turn, Guid operatorId) =>
        await db.BulkJobs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == turn.JobId && row.ById == actor.OperatorId) is { } job
        && await db.BulkItems.Where(IsWaiting(turn)).AnyAsync(item => item.OperatorId == operatorId)
        && await WhyOverAsync(db, job) is null
            ? job
            : null;

    /// <summary>Marks the turn as done, in the transaction of the act; answers whether it was still to be done. One conditional update decides.</summary>
    internal static async Task<bool> TakeAsync(Gesture gesture, BulkTurn turn)
    {
        var (db, now, stamp) = (gesture.Db, gesture.Now, gesture.Self.SecurityStamp!);
        if (gesture.IsOnSelf)
        {
            // What the job does to its own administrator ends nothing: it was confirmed with the rest.
            await db.BulkJobs.Where(job => job.Id == turn.JobId).ExecuteUpdateAsync(set => set.SetProperty(job => job.ByStamp, stamp));
        }

        return await db.BulkItems.Where(IsWaiting(turn)).ExecuteUpdateAsync(set => set
            .SetProperty(item => item.State, BulkItemState.Done)
            .SetProperty(item => item.At, now)) == 1;
    }

    /// <summary>The item of a turn, while it waits.</summary>
    public static Expression<Func<BulkItem, bool>> IsWaiting(BulkTurn turn)
    {
        var (jobId, position) = turn;
        return item => item.JobId == jobId && item.Position == position && item.State == BulkItemState.Waiting;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>
/// Deletes, once a day, what can no longer change an answer: sessions, sign-ins, links, tickets and requests for help that have been over
/// for longer than wrong codes count. The audit log keeps what happened.
/// </summary>
public sealed class Retention(PortalContexts contexts, TimeProvider clock, ILogger<Retention> log) : BackgroundService
{
    /// <summary>How long it is kept.</summary>
    public static readonly TimeSpan Kept = CodeBudget.Year;

    /// <summary>How many rows one transaction deletes: nobody who writes waits long for it.</summary>
    public const int AtOnce = 500;

    private static readonly TimeSpan Period = TimeSpan.FromDays(1);
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    // A clock that is so far ahead of all that ever happened is wrong, and what is deleted by it would be gone when it is right again.
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(30);

    private bool isFailing;

    /// <summary>Deletes all that is over; answers how many rows that were.</summary>
    public async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        if (!await IsInUseAsync(cancellationToken))
        {
            return 0;
        }

        var before = clock.GetUtcNow() - Kept;

        // An invitation that lapsed is still what its operator waits for.
        return await DeleteAsync(
                db => db.Links.Where(link => link.ExpiresAt < before || link.VoidedAt < before)
                    .Where(link => link.Purpose != LinkPurpose.Invitation || db.Operators.Any(who => who.Id == link.OperatorId && who.State != OperatorState.Invited)),
                cancellationToken)
            + await DeleteAsync(db => db.SignInTickets.Where(ticket => ticket.ExpiresAt < before), cancellationToken)
            + await DeleteAsync(db => db.PendingSignIns.Where(pending => pending.ExpiresAt < before), cancellationToken)
            + await DeleteAsync(db => db.Sessions.Where(session => session.ExpiresAt < before), cancellationToken)
            + await DeleteAsync(db => db.HelpRequests.Where(request => request.ExpiresAt < before), cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Not at the start, when there is enough to do.
        var wait = Soon;
        while (true)
        {
            await Task.Delay(wait, clock, stoppingToken);
            wait = Soon;
            try
            {
                await DeleteAsync(stoppingToken);
                (wait, isFailing) = (Period, false);
            }
            catch (Exception failure) when (!failure.IsStop(stoppingToken))
            {
                if (!isFailing)
                {
                    log.LogError(failure, "What is long over could not be deleted; trying again every {Minutes} minutes", Soon.TotalMinutes);
                }

                isFailing = true;
            }
        }
    }

    private async Task<bool> IsInUseAsync(CancellationToken cancellationToken)
    {
        await using var db = contexts.AcrossAccounts();
        var last = await db.AuditEntries.OrderByDescending(entry => entry.Id).Select(entry => (DateTimeOffset?)entry.At).FirstOrDefaultAsync(cancellationToken);
        return last > clock.GetUtcNow() - Quiet;
    }

    // Looked for while others write, the oldest first, and deleted by key.
    private async Task<int> DeleteAsync<T>(Func<PortalDbContext, IQueryable<T>> over, CancellationToken cancellationToken)
        where T : class
    {
        var deleted = 0;
        while (true)
        {
            List<Guid> found;
            await using (var db = contexts.AcrossAccounts())
            {
                found = await over(db).Select(row => EF.Property<Guid>(row, nameof(Session.Id))).Order().Take(AtOnce).ToListAsync(cancellationToken);
            }

            if (found.Count == 0)
            {
                return deleted;
            }

            deleted += await contexts.WriteAcrossAccountsAsync(
                write => write.Set<T>().Where(row => found.Contains(EF.Property<Guid>(row, nameof(Session.Id)))).ExecuteDeleteAsync(CancellationToken.None), cancellationToken: cancellationToken);
        }
    }
}

using System.Linq.Expressions;
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
    private static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(10);

    /// <summary>Deletes all that is over; answers how many rows that were.</summary>
    public async Task<int> DeleteAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - Kept;

        // An invitation that lapsed is still what its operator waits for.
        return await DeleteAsync<OneTimeLink>(link => (link.ExpiresAt < before || link.VoidedAt < before) && (link.Purpose != LinkPurpose.Invitation || link.SpentAt != null), cancellationToken)
            + await DeleteAsync<SignInTicket>(ticket => ticket.ExpiresAt < before, cancellationToken)
            + await DeleteAsync<PendingSignIn>(pending => pending.ExpiresAt < before, cancellationToken)
            + await DeleteAsync<Session>(session => session.ExpiresAt < before, cancellationToken)
            + await DeleteAsync<HelpRequest>(request => request.ExpiresAt < before, cancellationToken);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var wait = AfterFailure;
            try
            {
                await DeleteAsync(stoppingToken);
                wait = Period;
            }
            catch (Exception failure) when (!failure.IsStop(stoppingToken))
            {
                log.LogError(failure, "What is long over could not be deleted; trying again in {Minutes} minutes", AfterFailure.TotalMinutes);
            }

            await Task.Delay(wait, clock, stoppingToken);
        }
    }

    // Looked for while others write, and deleted by key.
    private async Task<int> DeleteAsync<T>(Expression<Func<T, bool>> isOver, CancellationToken cancellationToken)
        where T : class
    {
        var deleted = 0;
        while (true)
        {
            List<Guid> found;
            await using (var db = contexts.AcrossAccounts())
            {
                found = await db.Set<T>().Where(isOver).Select(row => EF.Property<Guid>(row, nameof(Session.Id))).Take(AtOnce).ToListAsync(cancellationToken);
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

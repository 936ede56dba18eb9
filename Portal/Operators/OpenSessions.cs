using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Operators;

/// <summary>A browser in which an operator is signed in.</summary>
/// <param name="Id">Which session.</param>
/// <param name="UserAgent">The browser as it names itself.</param>
/// <param name="Address">The network address that it signed in from.</param>
/// <param name="Since">When it signed in.</param>
/// <param name="LastSeenAt">The last time a person did something in it.</param>
public sealed record OpenSession(Guid Id, string UserAgent, string Address, DateTimeOffset Since, DateTimeOffset LastSeenAt);

/// <summary>Where operators are signed in: seen and ended by themselves and by account administrators (OWASP ASVS 5.0, 7.5.2, 7.4.5).</summary>
/// <remarks>Ending a session strengthens, so no proof is asked for.</remarks>
public sealed class OpenSessions(Gestures gestures, PortalContexts contexts, Sessions sessions)
{
    /// <summary>The sessions of an operator that are alive, the newest first; none for whoever may not see them.</summary>
    public async Task<IReadOnlyList<OpenSession>> ListAsync(Actor actor, Guid operatorId)
    {
        await using var db = contexts.For(actor.AccountId);
        var mayAsk = await db.Sessions.Where(sessions.Alive())
            .AnyAsync(session => session.Id == actor.SessionId && session.OperatorId == actor.OperatorId)
            && await db.Operators.AnyAsync(person => person.Id == actor.OperatorId && person.State == OperatorState.Active
                && (person.Id == operatorId || person.Role == OperatorRole.Administrator));
        if (!mayAsk)
        {
            return [];
        }

        return await db.Sessions.AsNoTracking().Where(sessions.Alive())
            .Where(session => session.OperatorId == operatorId)
            .OrderByDescending(session => session.CreatedAt)
            .ThenBy(session => session.Id)
            .Select(session => new OpenSession(session.Id, session.UserAgent, session.Address, session.CreatedAt, session.LastSeenAt))
            .ToListAsync();
    }

    /// <summary>Ends one session of an operator, but not the one that carries the act: that is signing out.</summary>
    public Task<Outcome<Nothing>> EndAsync(Actor actor, Guid operatorId, Guid sessionId) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.SessionEnded, Grant.OwnerOrAdministrators, operatorId, async gesture =>
        {
            if (sessionId == actor.SessionId)
            {
                return Refusal.Invalid;
            }

            // Somebody else's session, or another account's, looks like one that is over.
            var session = await gesture.Db.Sessions.AsNoTracking().Where(sessions.Alive())
                .SingleOrDefaultAsync(row => row.Id == sessionId && row.OperatorId == gesture.Subject.Id);
            if (session is null)
            {
                return Refusal.NotFound;
            }

            await sessions.EndAsync(gesture.Db, session.Id, EndFor(gesture));
            gesture.Record(AuditAction.SessionEnded, before: session.Address);
            return default(Nothing);
        });

    /// <summary>Ends every session of an operator but the one that carries the act; answers how many.</summary>
    public Task<Outcome<int>> EndOthersAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<int>(actor, AuditAction.SessionsEnded, Grant.OwnerOrAdministrators, operatorId, async gesture =>
        {
            var ended = await sessions.EndAllAsync(gesture.Db, gesture.Subject.Id, EndFor(gesture), except: actor.SessionId);

            // A bulk job goes on after signing out, or when time is up; not when somebody ends everything.
            await gesture.Db.Sessions
                .Where(session => session.OperatorId == gesture.Subject.Id && session.Id != actor.SessionId)
                .Where(session => gesture.Db.BulkJobs.Any(job => job.SessionId == session.Id && job.FinishedAt == null))
                .ExecuteUpdateAsync(set => set
                    .SetProperty(session => session.EndedAt, session => session.EndedAt ?? gesture.Now)
                    .SetProperty(session => session.EndedBecause, EndFor(gesture)));
            if (ended > 0)
            {
                gesture.Record(AuditAction.SessionsEnded, before: ended.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }

            return ended;
        });

    private static SessionEnd EndFor(Gesture gesture) => gesture.IsOnSelf ? SessionEnd.EndedElsewhere : SessionEnd.EndedByAdministrator;
}

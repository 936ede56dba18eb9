using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>The password that a signed-in operator has now, asked for before it is changed (OWASP ASVS 5.0, 6.2.3).</summary>
/// <remarks>Tries are counted with the session's other proofs: five wrong answers in a row end it.</remarks>
public sealed class CurrentPassword(PortalContexts contexts, Sessions sessions, IPasswordHasher<Operator> hasher, TimeProvider clock)
{
    /// <summary>Takes an answer. It is counted and committed before it is looked at, and looked at outside of any transaction.</summary>
    public async Task<ProofAnswer> CheckAsync(Actor actor, string password)
    {
        var self = await contexts.WriteAsync(actor.AccountId, async db =>
        {
            var session = await db.Sessions.Where(sessions.Alive()).SingleOrDefaultAsync(
                row => row.Id == actor.SessionId && row.OperatorId == actor.OperatorId && row.ProofTries < RecentProof.Tries);
            if (session is null)
            {
                return null;
            }

            session.ProofTries++;
            return await db.Operators.AsNoTracking().SingleAsync(person => person.Id == actor.OperatorId);
        });
        if (self is null)
        {
            return ProofAnswer.SessionIsOver;
        }

        var isRight = self.PasswordHash is not null && password.Length is > 0 and <= PasswordRules.Longest
            && hasher.VerifyHashedPassword(self, self.PasswordHash, password) != PasswordVerificationResult.Failed;
        return await contexts.WriteAsync(actor.AccountId, async db =>
        {
            var session = await db.Sessions.SingleAsync(row => row.Id == actor.SessionId);
            if (isRight)
            {
                // Only this try is given back: a password that is known must not refill the tries of codes.
                session.ProofTries--;
                return ProofAnswer.Proven;
            }

            var who = await db.Operators.SingleAsync(person => person.Id == actor.OperatorId);
            AuditLog.Record(db, actor, who.Name, AuditAction.ProofRefused, clock.GetUtcNow(), who, refused: "Password");
            if (session.ProofTries < RecentProof.Tries)
            {
                return ProofAnswer.Wrong;
            }

            await sessions.EndAsync(db, session.Id, SessionEnd.WrongProof);
            AuditLog.Record(db, actor, who.Name, AuditAction.SessionEnded, clock.GetUtcNow(), who, before: session.Address, reason: nameof(SessionEnd.WrongProof));
            db.Announce(actor.AccountId, actor.OperatorId);
            return ProofAnswer.SessionIsOver;
        });
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;

namespace Portal.TwoFactor;

/// <summary>
/// After too many wrong codes in a year a mailed link must precede the code: whoever guesses knows the password and has no mailbox,
/// and nobody is locked out.
/// </summary>
public sealed class CodeUnlocks(PortalContexts contexts, OneTimeLinks links, Outbox outbox, TimeProvider clock)
{
    /// <summary>Mails the link; at most one a minute, ten a day.</summary>
    /// <returns>Whether it was queued now, or the last one is recent enough to look for.</returns>
    public Task<bool> SendAsync(Guid accountId, Guid operatorId, Client client) => contexts.WriteAsync(accountId, async db =>
    {
        var who = await db.Operators.SingleAsync(person => person.Id == operatorId);
        var now = clock.GetUtcNow();
        if (!await CodeBudget.UsedUpAsync(db, who, now))
        {
            return false;
        }

        if (await links.NextAtAsync(db, operatorId, LinkPurpose.CodeUnlock) is not null)
        {
            return await db.Links.Where(links.Alive()).AnyAsync(link => link.OperatorId == operatorId && link.Purpose == LinkPurpose.CodeUnlock);
        }

        var link = await links.AddAsync(db, who, LinkPurpose.CodeUnlock, OneTimeLinks.UnlockLife);
        var account = await db.Accounts.SingleAsync(row => row.Id == who.AccountId);
        outbox.Queue(db, account, who, new UnlockLetter(now, client.UserAgent, client.Address), link);
        AuditLog.Record(db, client.ActorOf(who), who.Name, AuditAction.CodeUnlockSent, now, who);
        db.Announce(who.AccountId, who.Id);
        return true;
    });
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;

namespace Portal.Operators;

/// <summary>Changing the address that an operator signs in with: one's own is confirmed from the new one, an administrator corrects another's.</summary>
public sealed class EmailAddresses(
    Gestures gestures,
    PortalContexts contexts,
    Sessions sessions,
    OneTimeLinks links,
    Outbox outbox,
    ILookupNormalizer normalizer,
    TimeProvider clock)
{
    /// <summary>Asks for a change of one's own address: a link goes to the new one, and until it is opened the former holds. Asks for proof.</summary>
    public Task<Outcome<string>> AskAsync(Actor actor, string? email) =>
        gestures.PerformAsync<string>(actor, AuditAction.EmailChangeAsked, Grant.OwnerOnly, null, async gesture =>
        {
            if (!Entry.TryEmail(email, out var tidy))
            {
                return Refusal.Invalid;
            }

            var self = gesture.Self;
            if (normalizer.NormalizeEmail(tidy) == self.NormalizedEmail)
            {
                return Refusal.AlreadySo;
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            if (await links.NextAtAsync(gesture.Db, self.Id, LinkPurpose.EmailChange) is not null)
            {
                return Refusal.TooSoon;
            }

            var link = await links.AddAsync(gesture.Db, self, LinkPurpose.EmailChange, OneTimeLinks.EmailLife, newEmail: tidy);
            outbox.Queue(gesture.Db, gesture.Account, self, new EmailLetter(self.Email!, gesture.Now), link, toAddress: tidy);
            outbox.Queue(gesture.Db, gesture.Account, self, new SecurityNotice(
                NoticeKind.EmailChangeAsked, gesture.Now, Address: actor.Address, UserAgent: actor.UserAgent, Before: self.Email, After: tidy));
            gesture.Record(AuditAction.EmailChangeAsked, before: self.Email, after: tidy);
            return tidy;
        });

    /// <summary>The new address that the actor asked for and has not confirmed; <see langword="null"/> when none waits.</summary>
    public async Task<string?> AskedAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        return await db.Links.Where(links.Alive()).Where(link => link.OperatorId == actor.OperatorId && link.Purpose == LinkPurpose.EmailChange)
            .OrderByDescending(link => link.CreatedAt).Select(link => link.NewEmail).FirstOrDefaultAsync();
    }

    /// <summary>Takes the new address, by the link that went there. Other sessions end, and all open links.</summary>
    /// <param name="opened">The link.</param>
    /// <param name="client">The browser.</param>
    /// <param name="session">The session of that browser, which goes on when it is the operator's own.</param>
    /// <returns>Why nothing was changed; <see langword="null"/> when it was.</returns>
    public async Task<Refusal?> ConfirmAsync(OpenedLink opened, Client client, Guid? session)
    {
        var link = opened.Link!;
        return await contexts.WriteAsync<Refusal?>(
            link.AccountId,
            async db =>
            {
                var who = await db.Operators.SingleAsync(person => person.Id == link.OperatorId);
                if (who.State != OperatorState.Active || !await links.SpendAsync(db, link.Id))
                {
                    return Refusal.LinkIsOver;
                }

                if (await db.IsAddressTakenAsync(normalizer.NormalizeEmail(link.NewEmail!), who.Id))
                {
                    return Refusal.EmailTaken;
                }

                var account = await db.Accounts.SingleAsync(row => row.Id == who.AccountId);
                var former = who.Email!;
                var notice = new SecurityNotice(
                    NoticeKind.EmailChanged, clock.GetUtcNow(), Address: client.Address, UserAgent: client.UserAgent, Before: former, After: link.NewEmail);
                await SetAsync(db, who, link.NewEmail!, except: session, isProved: true);
                outbox.Queue(db, account, who, notice, toAddress: former);
                AuditLog.Record(
                    db, client.ActorOf(who), who.Name, AuditAction.EmailChanged, clock.GetUtcNow(), who, former, who.Email);
                return null;
            },
            keeps: refusal => refusal is null);
    }

    /// <summary>Corrects another operator's address. The former one is told, open links are void, sessions end. Asks for proof.</summary>
    public Task<Outcome<Nothing>> CorrectAsync(Actor actor, Guid operatorId, string? email) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.EmailChanged, Grant.Administrators, operatorId, async gesture =>
        {
            if (!Entry.TryEmail(email, out var tidy))
            {
                return Refusal.Invalid;
            }

            var who = gesture.Subject;
            if (gesture.IsOnSelf)
            {
                return Refusal.NotAllowed;
            }

            if (tidy == who.Email)
            {
                return Refusal.AlreadySo;
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            if (await gesture.Db.IsAddressTakenAsync(normalizer.NormalizeEmail(tidy), who.Id))
            {
                return Refusal.EmailTaken;
            }

            var former = who.Email!;
            await SetAsync(gesture.Db, who, tidy, except: null, isProved: false);
            outbox.Queue(
                gesture.Db,
                gesture.Account,
                who,
                new SecurityNotice(NoticeKind.EmailChanged, gesture.Now, gesture.Self.Name, actor.Address, actor.UserAgent, former, tidy),
                toAddress: former);
            gesture.Record(AuditAction.EmailChanged, before: former, after: tidy);
            return default(Nothing);
        });

    private async Task SetAsync(PortalDbContext db, Operator who, string email, Guid? except, bool isProved)
    {
        who.EmailConfirmed = isProved;
        who.Email = who.UserName = email;
        who.NormalizedEmail = who.NormalizedUserName = normalizer.NormalizeEmail(email);
        who.SecurityStamp = Guid.NewGuid().ToString("N");
        await links.VoidAsync(db, who.Id);
        await sessions.EndAllAsync(db, who.Id, SessionEnd.EmailChanged, except);
        db.Announce(who.AccountId, who.Id);
    }
}

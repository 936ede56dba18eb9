using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>What came of a new password.</summary>
/// <param name="Fault">What is wrong with it, in a sentence; <see langword="null"/> when nothing is.</param>
/// <param name="Refused">Why nothing was changed.</param>
/// <param name="Who">Whose password it is now, when it was changed.</param>
public sealed record NewPassword(string? Fault = null, Refusal? Refused = null, Operator? Who = null);

/// <summary>Passwords that are forgotten and changed. Only ever chosen by the operators themselves.</summary>
public sealed class Passwords(
    Gestures gestures,
    PortalContexts contexts,
    Sessions sessions,
    OneTimeLinks links,
    Outbox outbox,
    CurrentPassword current,
    PasswordBudget budget,
    PasswordRules rules,
    IPasswordHasher<Operator> hasher,
    ILookupNormalizer normalizer,
    TimeProvider clock)
{
    /// <summary>Mails a link to choose another password, if the address belongs to somebody who has one. The answer is the same either way.</summary>
    /// <returns>Whether mail reaches receivers at all, whoever they are.</returns>
    public Task<bool> SendLinkAsync(string email, Client client) => contexts.WriteAcrossAccountsAsync(async db =>
    {
        var isDelivered = await db.MailDelivery.AnyAsync(delivery => delivery.IsDelivered);
        var normalized = normalizer.NormalizeEmail(email);
        var who = await db.Operators.SingleOrDefaultAsync(person => person.NormalizedEmail == normalized);
        if (who is not { MaySignInWithPassword: true } || await links.NextAtAsync(db, who.Id, LinkPurpose.PasswordReset) is not null)
        {
            // Known or unknown, something is written: time must tell no more than words do.
            await budget.NoteAsync(db, client.Prefix);
            return isDelivered;
        }

        var account = await db.Accounts.SingleAsync(row => row.Id == who.AccountId);
        var now = clock.GetUtcNow();
        var link = await links.AddAsync(db, who, LinkPurpose.PasswordReset, OneTimeLinks.PasswordLife);
        outbox.Queue(db, account, who, new PasswordLetter(now, client.UserAgent, client.Address), link);
        AuditLog.Record(db, client.ActorOf(who), who.Name, AuditAction.PasswordLinkSent, now, who);
        db.Announce(who.AccountId, who.Id);
        return isDelivered;
    });

    /// <summary>Takes the password that was chosen by a link. Of many at once one wins; all sessions end, and all open links.</summary>
    public async Task<NewPassword> ChooseAsync(OpenedLink opened, string password, Client client)
    {
        var (link, before) = (opened.Link!, opened.Who!);
        if (rules.FaultOf(password, before.Email!, before.Name) is { } fault)
        {
            return new(Fault: fault);
        }

        // Slow on purpose, so not while others wait to write.
        var hash = hasher.HashPassword(before, password);
        var who = await contexts.WriteAsync(link.AccountId, async db =>
        {
            var person = await db.Operators.Include(row => row.Authenticator).SingleAsync(row => row.Id == link.OperatorId);
            if (!person.MaySignInWithPassword || !await links.SpendAsync(db, link.Id))
            {
                return null;
            }

            var account = await db.Accounts.SingleAsync(row => row.Id == person.AccountId);
            person.EmailConfirmed |= await OneTimeLinks.WasMailedAsync(db, link);
            await SetAsync(db, person, hash, except: null);
            AuditLog.Record(db, client.ActorOf(person), person.Name, AuditAction.PasswordReset, clock.GetUtcNow(), person);
            outbox.Queue(db, account, person, NoticeOf(client.Address, client.UserAgent));
            return person;
        });
        return who is null ? new(Refused: Refusal.LinkIsOver) : new(Who: who);
    }

    /// <summary>Changes one's own password. The current one is asked for; other sessions end, this one goes on.</summary>
    public async Task<(ProofAnswer Current, NewPassword New)> ChangeAsync(Actor actor, string now, string password)
    {
        await using var db = contexts.For(actor.AccountId);
        var self = await db.Operators.AsNoTracking().SingleAsync(person => person.Id == actor.OperatorId);
        if (rules.FaultOf(password, self.Email!, self.Name) is { } fault)
        {
            return (ProofAnswer.Proven, new(Fault: fault));
        }

        if (password == now)
        {
            return (ProofAnswer.Proven, new(Fault: Words.PasswordIsTheSame));
        }

        var answer = await current.CheckAsync(actor, now);
        if (answer != ProofAnswer.Proven)
        {
            return (answer, new());
        }

        var hash = hasher.HashPassword(self, password);
        var outcome = await gestures.PerformAsync<Operator>(actor, AuditAction.PasswordChanged, Grant.OwnerOnly, null, async gesture =>
        {
            if (!gesture.Self.MaySignInWithPassword || gesture.Self.PasswordHash != self.PasswordHash)
            {
                return Refusal.ChangedMeanwhile;
            }

            await SetAsync(gesture.Db, gesture.Self, hash, except: actor.SessionId);
            gesture.Record(AuditAction.PasswordChanged);
            outbox.Queue(gesture.Db, gesture.Account, gesture.Self, NoticeOf(actor.Address, actor.UserAgent));
            return gesture.Self;
        });
        return (answer, new(Refused: outcome.Refused, Who: outcome.Value));
    }

    // A new stamp ends sign-ins that wait for a code, and proofs of links that browsers hold.
    private async Task SetAsync(PortalDbContext db, Operator who, string hash, Guid? except)
    {
        who.PasswordHash = hash;
        who.SecurityStamp = Guid.NewGuid().ToString("N");
        await sessions.EndAllAsync(db, who.Id, SessionEnd.PasswordChanged, except);
        await links.VoidAsync(db, who.Id);
        await HelpRequests.CloseAsync(db, who.Id, HelpAnswer.Dismissed, who.Id, clock.GetUtcNow());
        db.Announce(who.AccountId, who.Id);
    }

    private SecurityNotice NoticeOf(string address, string userAgent) => new(NoticeKind.PasswordChanged, clock.GetUtcNow(), Address: address, UserAgent: userAgent);
}

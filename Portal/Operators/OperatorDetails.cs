using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Name, language, role and state of an operator.</summary>
public sealed class OperatorDetails(Gestures gestures, PortalContexts contexts, Sessions sessions, OneTimeLinks links, Outbox outbox, Notices notices)
{
    /// <summary>Renames an operator: 1 to <see cref="Entry.LongestName"/> characters.</summary>
    public Task<Outcome<Nothing>> RenameAsync(Actor actor, Guid operatorId, string? name) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.OperatorRenamed, Grant.OwnerOrAdministrators, operatorId, gesture =>
        {
            if (!Entry.TryName(name, out var tidy))
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.Invalid);
            }

            gesture.Record(AuditAction.OperatorRenamed, before: gesture.Subject.Name, after: tidy);
            gesture.Subject.Name = tidy;
            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });

    /// <summary>Sets one's own language.</summary>
    public Task<Outcome<Nothing>> SetLanguageAsync(Actor actor, string? language) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.OperatorLanguageChanged, Grant.OwnerOnly, null, gesture =>
        {
            if (!Languages.Knows(language))
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.Invalid);
            }

            gesture.Record(AuditAction.OperatorLanguageChanged, before: gesture.Self.Language, after: language);
            gesture.Self.Language = language;
            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });

    /// <summary>Makes an operator an account administrator, or no longer one. Asks for proof.</summary>
    public Task<Outcome<Nothing>> SetRoleAsync(Actor actor, Guid operatorId, OperatorRole role) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.OperatorRoleChanged, Grant.Administrators, operatorId, gesture =>
        {
            if (!Enum.IsDefined(role))
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.Invalid);
            }

            if (gesture.Subject.Role == role)
            {
                return Task.FromResult<Outcome<Nothing>>(default(Nothing));
            }

            if (!gesture.IsProven)
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.ProofNeeded);
            }

            gesture.Record(AuditAction.OperatorRoleChanged, before: gesture.Subject.Role.ToString(), after: role.ToString());
            notices.Tell(gesture, NoticeKind.RoleChanged, gesture.Subject.Role.ToString(), role.ToString());
            gesture.Subject.Role = role;
            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });

    /// <summary>Keeps an operator out; everything is kept. Answers how many sessions ended.</summary>
    public Task<Outcome<int>> DeactivateAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<int>(actor, AuditAction.OperatorDeactivated, Grant.Administrators, operatorId, async gesture =>
        {
            // Whoever has not accepted is revoked instead: reactivating would let them in without ever having accepted.
            if (gesture.IsOnSelf || gesture.Subject.State == OperatorState.Invited)
            {
                return Refusal.NotAllowed;
            }

            var who = gesture.Subject;
            if (who.State == OperatorState.Deactivated)
            {
                return Refusal.AlreadySo;
            }

            gesture.Record(AuditAction.OperatorDeactivated, before: who.State.ToString(), after: nameof(OperatorState.Deactivated));
            who.State = OperatorState.Deactivated;
            who.SecurityStamp = Guid.NewGuid().ToString("N");
            await links.VoidAsync(gesture.Db, who.Id);
            await gesture.Db.PendingKeys.Where(pending => pending.OperatorId == who.Id).ExecuteDeleteAsync();
            await HelpRequests.CloseAsync(gesture.Db, who.Id, HelpAnswer.Dismissed, gesture.Self.Id, gesture.Now);
            await outbox.CancelAsync(gesture.Db, who.Id, HelpLetter.Name);
            notices.Tell(gesture, NoticeKind.Deactivated);
            return await sessions.EndAllAsync(gesture.Db, who.Id, SessionEnd.Deactivated);
        });

    /// <summary>Lets a deactivated operator in again.</summary>
    public Task<Outcome<Nothing>> ReactivateAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.OperatorReactivated, Grant.Administrators, operatorId, gesture =>
        {
            if (gesture.Subject.State == OperatorState.Deactivated)
            {
                gesture.Record(AuditAction.OperatorReactivated, before: gesture.Subject.State.ToString(), after: nameof(OperatorState.Active));
                gesture.Subject.State = OperatorState.Active;
                notices.Tell(gesture, NoticeKind.Reactivated);
            }

            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });

    /// <summary>
    /// Deletes an operator for good, who was deactivated before, with everything that hangs on them. The record alone keeps its
    /// entries. Asks for proof.
    /// </summary>
    public Task<Outcome<Nothing>> DeleteAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.OperatorDeleted, Grant.Administrators, operatorId, gesture =>
        {
            // An invitation is revoked instead.
            var who = gesture.Subject;
            if (gesture.IsOnSelf || who.State == OperatorState.Invited)
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.NotAllowed);
            }

            // Somebody has let them in again.
            if (who.State != OperatorState.Deactivated)
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.ChangedMeanwhile);
            }

            if (!gesture.IsProven)
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.ProofNeeded);
            }

            // Keys, codes, sessions, links, tickets, requests and mails refer to the operator, and go with the row.
            gesture.Record(AuditAction.OperatorDeleted, before: $"{who.Name} <{who.Email}>, {who.Role}");
            gesture.Db.Operators.Remove(who);
            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });

    /// <summary>How many entries the record has of an operator, whoever acted; to administrators only.</summary>
    public async Task<int> CountEntriesAsync(Actor actor, Guid operatorId)
    {
        await using var db = contexts.For(actor.AccountId);
        return await MayAskAsync(db, actor) ? await db.AuditEntries.CountAsync(entry => entry.SubjectId == operatorId || entry.ActorId == operatorId) : 0;
    }

    /// <summary>How many browsers an operator is signed in with, for the consequences that a dialog names; to administrators only.</summary>
    public async Task<int> CountSessionsAsync(Actor actor, Guid operatorId)
    {
        await using var db = contexts.For(actor.AccountId);
        return await MayAskAsync(db, actor) ? await sessions.CountAsync(db, operatorId) : 0;
    }

    private async Task<bool> MayAskAsync(PortalDbContext db, Actor actor) =>
        await db.Sessions.Where(sessions.Alive()).AnyAsync(session => session.Id == actor.SessionId && session.OperatorId == actor.OperatorId)
        && await db.Operators.AnyAsync(person =>
            person.Id == actor.OperatorId && person.Role == OperatorRole.Administrator && person.State == OperatorState.Active);
}

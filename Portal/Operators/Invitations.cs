using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Texts;

namespace Portal.Operators;

/// <summary>Whom to invite, as typed.</summary>
/// <param name="Name">Name, 1 to <see cref="Entry.LongestName"/> characters.</param>
/// <param name="Email">Address, which nobody in the installation may have yet.</param>
/// <param name="Role">Role.</param>
/// <param name="Language">Language of the mail (ISO 639-1).</param>
/// <param name="Override">Own two-factor authentication setting; <see langword="null"/> for none.</param>
/// <param name="LoginOptions">Ways to sign in.</param>
public sealed record Invitee(
    string? Name, string? Email, OperatorRole Role, string? Language, TwoFactorPolicy? Override, LoginOptions LoginOptions = LoginOptions.Password);

/// <summary>An invitation that was made.</summary>
/// <param name="OperatorId">Who is invited.</param>
/// <param name="Link">The link to hand over, shown once; <see langword="null"/> when it goes by mail.</param>
/// <param name="EndsAt">When it stops working; <see langword="null"/> as long as the mail was not sent.</param>
public sealed record Invited(Guid OperatorId, Uri? Link, DateTimeOffset? EndsAt);

/// <summary>What follows the password that somebody who is invited has chosen.</summary>
public enum AfterAcceptance
{
    /// <summary>The wizard, and no session before it is finished.</summary>
    SetUpFirst,

    /// <summary>The wizard or <em>Not now</em>, as the operator likes.</summary>
    SetUpOffered,

    /// <summary>The session: the operator has joined, the link is spent.</summary>
    Joined,
}

/// <summary>A password was chosen.</summary>
/// <param name="Who">Who chose it, with the security stamp that holds now.</param>
/// <param name="Then">What follows.</param>
public sealed record Acceptance(Operator Who, AfterAcceptance Then);

/// <summary>Invitations: made, sent again, handed over, revoked by administrators; accepted by whoever holds the link.</summary>
public sealed class Invitations(Gestures gestures, PortalContexts contexts, OneTimeLinks links, Outbox outbox)
{
    /// <summary>
    /// Invites somebody. A plain invitation asks for no proof; making an administrator, asking less of somebody than Required, and
    /// handing the link over do, as everywhere.
    /// </summary>
    /// <param name="actor">The administrator.</param>
    /// <param name="invitee">Whom.</param>
    /// <param name="byMail">Whether the link is mailed; else it is answered, once, to be handed over.</param>
    public Task<Outcome<Invited>> InviteAsync(Actor actor, Invitee invitee, bool byMail) =>
        gestures.PerformAsync<Invited>(actor, AuditAction.OperatorInvited, Grant.Administrators, null, async gesture =>
        {
            if (!Entry.TryName(invitee.Name, out var name) || !Entry.TryEmail(invitee.Email, out var email) || !Enum.IsDefined(invitee.Role)
                || !Enum.IsDefined(invitee.LoginOptions) || !Languages.Knows(invitee.Language) || (invitee.Override is { } own && !Enum.IsDefined(own)))
            {
                return Refusal.Invalid;
            }

            if (invitee.LoginOptions.HasFlag(LoginOptions.SingleSignOn) && !await gesture.Db.SingleSignOns.AnyAsync(row => row.IsOn))
            {
                return Refusal.SingleSignOnIsOff;
            }

            if (await gesture.Db.IsAddressTakenAsync(Normalized(email)))
            {
                return Refusal.EmailTaken;
            }

            var isPlain = byMail && invitee.Role == OperatorRole.Basic && (invitee.Override is null or TwoFactorPolicy.Required);
            if (!isPlain && !gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            var who = new Operator
            {
                AccountId = gesture.Account.Id,
                Name = name,
                Role = invitee.Role,
                State = OperatorState.Invited,
                LoginOptions = invitee.LoginOptions,
                Language = invitee.Language,
                PolicyOverride = invitee.Override,
                PolicyOverrideChangedAt = invitee.Override is null ? null : gesture.Now,
                PolicyOverrideChangedById = invitee.Override is null ? null : gesture.Self.Id,
                CreatedAt = gesture.Now,
            };
            Address(who, email);
            gesture.Db.Operators.Add(who);
            Record(gesture, who, AuditAction.OperatorInvited, after: who.Role.ToString());
            if (invitee.Override is not null)
            {
                Record(gesture, who, AuditAction.OverrideChanged, after: invitee.Override.ToString());
            }

            return byMail ? await SendAsync(gesture, who) : await HandOverAsync(gesture, who);
        });

    /// <summary>Sends another link, which voids the former: at most one a minute, ten a day.</summary>
    public Task<Outcome<Invited>> ResendAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<Invited>(actor, AuditAction.InvitationResent, Grant.Administrators, operatorId, async gesture =>
        {
            if (gesture.Subject.State != OperatorState.Invited)
            {
                return Refusal.ChangedMeanwhile;
            }

            if (await links.NextAtAsync(gesture.Db, operatorId, LinkPurpose.Invitation) is not null)
            {
                return Refusal.TooSoon;
            }

            gesture.Record(AuditAction.InvitationResent);
            return await SendAsync(gesture, gesture.Subject);
        });

    /// <summary>Makes another link to hand over by other means, which voids the former.</summary>
    public Task<Outcome<Invited>> HandOverAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<Invited>(actor, AuditAction.LinkHandedOver, Grant.Administrators, operatorId, async gesture =>
            gesture.Subject.State != OperatorState.Invited ? Refusal.ChangedMeanwhile
            : !gesture.IsProven ? Refusal.ProofNeeded
            : await HandOverAsync(gesture, gesture.Subject));

    /// <summary>Corrects the address of somebody who has not accepted. The link that went to the former one stops working.</summary>
    public Task<Outcome<Nothing>> CorrectEmailAsync(Actor actor, Guid operatorId, string? input) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.EmailChanged, Grant.Administrators, operatorId, async gesture =>
        {
            var who = gesture.Subject;
            if (who.State != OperatorState.Invited)
            {
                return Refusal.ChangedMeanwhile;
            }

            if (!Entry.TryEmail(input, out var email))
            {
                return Refusal.Invalid;
            }

            if (email == who.Email)
            {
                return default(Nothing);
            }

            if (Normalized(email) != who.NormalizedEmail && await gesture.Db.IsAddressTakenAsync(Normalized(email)))
            {
                return Refusal.EmailTaken;
            }

            await links.VoidAsync(gesture.Db, who.Id, LinkPurpose.Invitation);
            await outbox.CancelAsync(gesture.Db, who.Id, InvitationLetter.Name);
            gesture.Record(AuditAction.EmailChanged, before: who.Email, after: email);
            Address(who, email);
            who.EmailConfirmed = false;
            return default(Nothing);
        });

    /// <summary>Takes an invitation back. Whoever never accepted leaves nothing behind but the record.</summary>
    public Task<Outcome<Nothing>> RevokeAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.InvitationRevoked, Grant.Administrators, operatorId, async gesture =>
        {
            var who = gesture.Subject;
            if (who.State != OperatorState.Invited)
            {
                return Refusal.ChangedMeanwhile;
            }

            await links.VoidAsync(gesture.Db, who.Id);

            // A link goes with its operator. These stay, so that they can still say what became of them: with whoever revoked them,
            // which is also how they are known, since nobody invites oneself. See IsRevoked.
            await gesture.Db.Links.Where(link => link.OperatorId == who.Id && link.Purpose == LinkPurpose.Invitation)
                .ExecuteUpdateAsync(set => set.SetProperty(link => link.OperatorId, gesture.Self.Id).SetProperty(link => link.CreatedById, gesture.Self.Id));
            gesture.Record(AuditAction.InvitationRevoked, before: who.Email);
            gesture.Db.Operators.Remove(who);
            return default(Nothing);
        });

    /// <summary>Whether a link is what is left of an invitation that was revoked.</summary>
    public static bool IsRevoked(OneTimeLink link) => link.Purpose == LinkPurpose.Invitation && link.OperatorId == link.CreatedById;

    /// <summary>Whether mail reaches receivers at all.</summary>
    public async Task<bool> MailIsDeliveredAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        return await db.MailDelivery.AnyAsync(delivery => delivery.IsDelivered);
    }

    /// <summary>Keeps the password that whoever holds the link has chosen, and goes as far as the rule allows at this moment.</summary>
    /// <param name="actor">Who acts, by the link.</param>
    /// <param name="passwordHash">The hash; the password itself fits the rules.</param>
    /// <param name="language">The language in which it was chosen, which is the operator's from now on.</param>
    public Task<Outcome<Acceptance>> AcceptAsync(Actor actor, string passwordHash, string language) =>
        gestures.PerformAsync<Acceptance>(actor, AuditAction.InvitationAccepted, Grant.Enrollee, null, async gesture =>
        {
            if (gesture.Link?.Purpose != LinkPurpose.Invitation || !gesture.Self.LoginOptions.HasFlag(LoginOptions.Password))
            {
                return Refusal.NotUnderThisSetting;
            }

            var self = gesture.Self;
            (self.PasswordHash, self.Language) = (passwordHash, language);

            // Whoever chose a password in another browser before is over, and so is a key that was shown there.
            self.SecurityStamp = Guid.NewGuid().ToString("N");
            await gesture.Db.PendingKeys.Where(pending => pending.OperatorId == self.Id).ExecuteDeleteAsync();
            gesture.Record(AuditAction.PasswordChanged);
            return gesture.Effective.Setting switch
            {
                TwoFactorPolicy.Required => new Acceptance(self, AfterAcceptance.SetUpFirst),
                TwoFactorPolicy.Optional => new Acceptance(self, AfterAcceptance.SetUpOffered),
                _ => await JoinAsync(gesture),
            };
        });

    /// <summary>Joins without setting two-factor authentication up, unless it is required by now.</summary>
    public Task<Outcome<Acceptance>> JoinWithoutSetUpAsync(Actor actor) =>
        gestures.PerformAsync<Acceptance>(actor, AuditAction.InvitationAccepted, Grant.Enrollee, null, async gesture =>
        {
            if (gesture.Link?.Purpose != LinkPurpose.Invitation || gesture.Self.PasswordHash is null)
            {
                return Refusal.NotUnderThisSetting;
            }

            return gesture.Effective.AfterPassword == AfterPassword.SignedIn
                ? await JoinAsync(gesture)
                : new Acceptance(gesture.Self, AfterAcceptance.SetUpFirst);
        });

    private static string Normalized(string email) => email.ToUpperInvariant();

    private static void Address(Operator who, string email)
    {
        (who.Email, who.NormalizedEmail) = (email, Normalized(email));
        (who.UserName, who.NormalizedUserName) = (email, Normalized(email));
    }

    // An address is unique in the installation, so this one question is asked past the account's own rows; its answer is a yes or a no.
    private static void Record(Gesture gesture, Operator who, AuditAction action, string? after = null)
    {
        AuditLog.Record(gesture.Db, gesture.Actor, gesture.Self.Name, action, gesture.Now, who, after: after);
        gesture.Db.Announce(gesture.Account.Id, who.Id);
    }

    private async Task<Outcome<Acceptance>> JoinAsync(Gesture gesture)
    {
        if (!await links.SpendAsync(gesture.Db, gesture.Link!.Id))
        {
            return Refusal.LinkIsOver;
        }

        gesture.Self.State = OperatorState.Active;
        gesture.Self.EmailConfirmed |= await OneTimeLinks.WasMailedAsync(gesture.Db, gesture.Link);
        await gesture.Db.PendingKeys.Where(pending => pending.OperatorId == gesture.Self.Id).ExecuteDeleteAsync();
        gesture.Record(AuditAction.InvitationAccepted);
        return new Acceptance(gesture.Self, AfterAcceptance.Joined);
    }

    private async Task<Invited> SendAsync(Gesture gesture, Operator who)
    {
        var link = await AddLinkAsync(gesture, who);
        outbox.Queue(gesture.Db, gesture.Account, who, new InvitationLetter(gesture.Self.Name, who.LoginOptions == LoginOptions.SingleSignOn), link);
        return new(who.Id, null, null);
    }

    private async Task<Invited> HandOverAsync(Gesture gesture, Operator who)
    {
        var link = await AddLinkAsync(gesture, who);
        links.HandOver(link);
        Record(gesture, who, AuditAction.LinkHandedOver, after: nameof(LinkPurpose.Invitation));
        return new(who.Id, links.AddressOf(link.Id), link.ExpiresAt);
    }

    // A mail that still waits would carry a link that no longer works.
    private async Task<OneTimeLink> AddLinkAsync(Gesture gesture, Operator who)
    {
        await outbox.CancelAsync(gesture.Db, who.Id, InvitationLetter.Name);
        return await links.AddAsync(gesture.Db, who, LinkPurpose.Invitation, OneTimeLinks.InvitationLife, gesture.Self.Id);
    }
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Mail;

/// <summary>Tells people by mail what changed about their security (OWASP ASVS 5.0, 6.3.7), in the transaction of the change.</summary>
public sealed class Notices(Outbox outbox, TimeProvider clock)
{
    // A change that can be put back for ten seconds is told once those are over, with what came of it.
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(15);

    /// <summary>Tells the operator whom an act concerns.</summary>
    public void Tell(Gesture gesture, NoticeKind what, string? before = null, string? after = null) => outbox.Queue(
        gesture.Db,
        gesture.Account,
        gesture.Subject,
        NoticeOf(gesture, what, gesture.IsOnSelf ? null : gesture.Self.Name, before, after));

    /// <summary>Tells every administrator of something that concerns the account as a whole.</summary>
    public async Task TellAdministratorsAsync(Gesture gesture, NoticeKind what, string? before = null, string? after = null)
    {
        foreach (var administrator in await AdministratorsAsync(gesture))
        {
            outbox.Queue(
                gesture.Db, gesture.Account, administrator, NoticeOf(gesture, what, administrator.Id == gesture.Self.Id ? null : gesture.Self.Name, before, after));
        }
    }

    /// <summary>Tells the operator that the own setting changed. Several changes within the ten seconds are one; none is told that was put back.</summary>
    /// <param name="gesture">The act.</param>
    /// <param name="before">The own setting before; <see langword="null"/> for none.</param>
    /// <param name="after">The own setting now; <see langword="null"/> for none.</param>
    /// <param name="until">When it lapses by itself.</param>
    /// <param name="beforeUntil">When the one before would have.</param>
    public Task TellOverrideAsync(Gesture gesture, TwoFactorPolicy? before, TwoFactorPolicy? after, DateTimeOffset? until, DateTimeOffset? beforeUntil) => SettleAsync(
        gesture,
        gesture.Subject,
        NoticeOf(gesture, NoticeKind.OverrideChanged, gesture.IsOnSelf ? null : gesture.Self.Name, before?.ToString(), after?.ToString()) with { Until = until, BeforeUntil = beforeUntil },
        isTold: notice => (notice.Before, notice.BeforeUntil) != (notice.After, notice.Until));

    /// <summary>Tells every administrator that the account default asks for less than it did, once that can no longer be put back.</summary>
    /// <param name="gesture">The act.</param>
    /// <param name="before">The default before.</param>
    /// <param name="after">The default now.</param>
    public async Task TellDefaultAsync(Gesture gesture, TwoFactorPolicy before, TwoFactorPolicy after)
    {
        foreach (var administrator in await AdministratorsAsync(gesture))
        {
            await SettleAsync(
                gesture,
                administrator,
                NoticeOf(gesture, NoticeKind.AccountDefaultWeakened, administrator.Id == gesture.Self.Id ? null : gesture.Self.Name, before.ToString(), after.ToString()),
                isTold: notice => Enum.Parse<TwoFactorPolicy>(notice.After!) > Enum.Parse<TwoFactorPolicy>(notice.Before!));
        }
    }

    /// <summary>Tells an operator that a recovery code was used.</summary>
    public async Task TellRecoveryCodeAsync(PortalDbContext db, Operator who, Actor actor)
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == who.AccountId);
        outbox.Queue(db, account, who, new SecurityNotice(
            NoticeKind.RecoveryCodeUsed, clock.GetUtcNow(), Address: actor.Address, UserAgent: actor.UserAgent));
    }

    /// <summary>Tells an operator, whoever the act itself concerns, that the identity at the provider was released.</summary>
    public void TellReleased(Gesture gesture, Operator who) => outbox.Queue(
        gesture.Db, gesture.Account, who, NoticeOf(gesture, NoticeKind.IdentityReleased, who.Id == gesture.Self.Id ? null : gesture.Self.Name, null, null));

    /// <summary>Tells an operator that an identity at the provider is theirs from now on.</summary>
    public async Task TellBoundAsync(PortalDbContext db, Operator who, Client client)
    {
        var account = await db.Accounts.SingleAsync(row => row.Id == who.AccountId);
        outbox.Queue(db, account, who, new SecurityNotice(NoticeKind.IdentityBound, clock.GetUtcNow(), Address: client.Address, UserAgent: client.UserAgent));
    }

    private static Task<List<Operator>> AdministratorsAsync(Gesture gesture) => gesture.Db.Operators
        .Where(person => person.Role == OperatorRole.Administrator && person.State == OperatorState.Active).ToListAsync();

    private async Task SettleAsync(Gesture gesture, Operator to, SecurityNotice notice, Func<SecurityNotice, bool> isTold)
    {
        var (kind, wait) = (notice.Kind, Wait);
        var waiting = await gesture.Db.Mails.AsNoTracking()
            .Where(mail => mail.OperatorId == to.Id && mail.Kind == kind && mail.NotBefore > gesture.Now && mail.Attempts == 0)
            .Where(mail => mail.SentAt == null && mail.CancelledAt == null && mail.SetAsideAt == null && mail.LeasedUntil == null)
            .OrderBy(mail => mail.QueuedAt).FirstOrDefaultAsync();
        if (waiting is not null)
        {
            // What is overdue already stays, and the first change's wait is not begun anew: nobody can keep a notice back by clicking on.
            var first = (SecurityNotice)JsonSerializer.Deserialize<Letter>(waiting.Letter)!;
            notice = notice with { Before = first.Before, BeforeUntil = first.BeforeUntil };
            wait = waiting.NotBefore - gesture.Now;
            await gesture.Db.Mails.Where(mail => mail.Id == waiting.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.CancelledAt, gesture.Now));
        }

        if (isTold(notice))
        {
            outbox.Queue(gesture.Db, gesture.Account, to, notice, wait: wait);
        }
    }

    private static SecurityNotice NoticeOf(Gesture gesture, NoticeKind what, string? by, string? before, string? after) =>
        new(what, gesture.Now, by, gesture.Actor.Address, gesture.Actor.UserAgent, before, after);
}

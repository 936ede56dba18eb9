using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;

namespace Portal.TwoFactor;

/// <summary>Where a set-up link and its mail stand, for the page that waits for it.</summary>
/// <param name="Standing">Where the link stands.</param>
/// <param name="Email">The receiver's address, whole.</param>
/// <param name="AccountName">The account.</param>
/// <param name="EndsAt">When the link stops working, in the account's time zone; <see langword="null"/> until it was sent.</param>
/// <param name="SentAt">When the mail was sent; <see langword="null"/> as long as it was not.</param>
/// <param name="HasFailed">Whether the mail was set aside.</param>
/// <param name="IsDelivered">Whether mail reaches receivers at all.</param>
/// <param name="AgainAt">When another may be sent, in the account's time zone; <see langword="null"/> for now.</param>
/// <param name="Now">The time there.</param>
public sealed record SetUpWait(
    LinkStanding Standing,
    string Email,
    string AccountName,
    DateTimeOffset? EndsAt,
    DateTimeOffset? SentAt,
    bool HasFailed,
    bool IsDelivered,
    DateTimeOffset? AgainAt,
    DateTimeOffset Now);

/// <summary>Links with which operators set two-factor authentication up without a session.</summary>
public sealed class SetUpLinks(Gestures gestures, PortalContexts contexts, OneTimeLinks links, Outbox outbox, TimeProvider clock)
{
    // With less than this left, a link is as good as none.
    private static readonly TimeSpan WorthWaitingFor = TimeSpan.FromMinutes(10);

    /// <summary>
    /// After the right password of somebody whose set-up is due: the link that is on its way, or a new one when that has less than
    /// ten minutes left.
    /// </summary>
    /// <returns>The link and whose it is; <see langword="null"/> when there is none and too many were sent today.</returns>
    public Task<(OneTimeLink Link, Operator Who)?> AfterPasswordAsync(PasswordAnswer.SetUpFirst due, Client client) =>
        contexts.WriteAsync<(OneTimeLink, Operator)?>(due.AccountId, async db =>
        {
            var (who, account) = await ReadAsync(db, due.OperatorId);
            if (who.SecurityStamp != due.SecurityStamp)
            {
                return null;
            }

            // Only one whose mail is on its way or has arrived, and only one of their own: a link that somebody sent always asks for
            // the password, which the proof of this browser would spare.
            var goodUntil = clock.GetUtcNow() + WorthWaitingFor;
            var last = await db.Links.Where(links.Alive())
                .Where(link => link.OperatorId == who.Id && link.Purpose == LinkPurpose.SetUp && !link.AlwaysAsksForPassword)
                .Where(link => link.ExpiresAt == null || link.ExpiresAt >= goodUntil)
                .Where(link => db.Mails.Any(mail => mail.LinkId == link.Id && mail.SetAsideAt == null && mail.CancelledAt == null))
                .OrderByDescending(link => link.CreatedAt).FirstOrDefaultAsync();
            if (last is not null)
            {
                return (last, who);
            }

            return await links.NextAtAsync(db, who.Id, LinkPurpose.SetUp) is null ? (await SendAsync(db, account, who, client), who) : null;
        });

    /// <summary>
    /// A link that nobody needs to be sent: for whoever has just shown, by another link, that the mailbox is theirs, and chosen the
    /// password in this browser.
    /// </summary>
    public Task<(OneTimeLink Link, Operator Who)> StraightOnAsync(Guid accountId, Guid operatorId) =>
        contexts.WriteAsync(accountId, async db =>
        {
            var (who, _) = await ReadAsync(db, operatorId);
            var link = await links.AddAsync(db, who, LinkPurpose.SetUp, OneTimeLinks.SetUpLife);
            links.HandOver(link);
            return (link, who);
        });

    /// <summary>Sends another link to whoever waits for one in this browser.</summary>
    public Task<Outcome<(OneTimeLink Link, Operator Who)>> AgainAsync(ProvenLink proven, Client client) =>
        contexts.WriteAsync<Outcome<(OneTimeLink, Operator)>>(proven.AccountId, async db =>
        {
            if (!await db.Operators.AnyAsync(person => person.Id == proven.OperatorId))
            {
                return Refusal.LinkIsOver;
            }

            var (who, account) = await ReadAsync(db, proven.OperatorId);
            if (who.SecurityStamp != proven.SecurityStamp || EffectiveOf(account, who).AfterPassword != AfterPassword.SetUpFirst || !who.MaySignInWithPassword)
            {
                return Refusal.LinkIsOver;
            }

            return await links.NextAtAsync(db, who.Id, LinkPurpose.SetUp) is null ? (await SendAsync(db, account, who, client), who) : Refusal.TooSoon;
        });

    /// <summary>Where the link stands for which this browser has given the password; <see langword="null"/> when there is none any more.</summary>
    public async Task<SetUpWait?> WaitAsync(ProvenLink proven)
    {
        await using var db = contexts.For(proven.AccountId);
        var link = await db.Links.AsNoTracking().SingleOrDefaultAsync(row => row.Id == proven.LinkId && row.Purpose == LinkPurpose.SetUp);
        if (link is null)
        {
            return null;
        }

        var (who, account) = await ReadAsync(db, link.OperatorId);
        var mail = await db.Mails.AsNoTracking().OrderByDescending(row => row.QueuedAt).FirstOrDefaultAsync(row => row.LinkId == link.Id);
        var isDelivered = await db.MailDelivery.AnyAsync(delivery => delivery.IsDelivered);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(account.TimeZone);
        DateTimeOffset? Local(DateTimeOffset? instant) => instant is { } at ? TimeZoneInfo.ConvertTime(at, zone) : null;
        var standing = who.Authenticator is not null ? LinkStanding.Used : links.StandingOf(link);
        return new(
            standing,
            who.Email!,
            account.Name,
            Local(link.ExpiresAt),
            Local(mail?.SentAt),
            mail?.SetAsideAt is not null,
            isDelivered,
            Local(await links.NextAtAsync(db, who.Id, LinkPurpose.SetUp)),
            TimeZoneInfo.ConvertTime(clock.GetUtcNow(), zone));
    }

    /// <summary>Sends a link to another operator who has nothing set up. It works 72 hours and always asks for the password.</summary>
    public Task<Outcome<OneTimeLink>> SendAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<OneTimeLink>(actor, AuditAction.SetUpLinkSent, Grant.Administrators, operatorId, async gesture =>
        {
            if (RefusalFor(gesture) is { } refusal)
            {
                return refusal;
            }

            if (await links.NextAtAsync(gesture.Db, operatorId, LinkPurpose.SetUp) is not null)
            {
                return Refusal.TooSoon;
            }

            return await SendAsync(gesture);
        });

    /// <summary>Sends the link within another act of an administrator, who has made sure that it leads to something.</summary>
    internal async Task<OneTimeLink> SendAsync(Gesture gesture)
    {
        var link = await AddSentAsync(gesture);
        var (since, by) = await RequiredAsync(gesture.Db, gesture.Account, gesture.Subject);
        outbox.Queue(gesture.Db, gesture.Account, gesture.Subject, new SetUpLetter(since, by, null, null, gesture.Self.Name), link);
        gesture.Record(AuditAction.SetUpLinkSent);
        return link;
    }

    /// <summary>Makes a link to hand over by other means, when mail is down. It is shown once, and asks for proof.</summary>
    public Task<Outcome<Uri>> HandOverAsync(Actor actor, Guid operatorId) =>
        gestures.PerformAsync<Uri>(actor, AuditAction.LinkHandedOver, Grant.Administrators, operatorId, async gesture =>
        {
            if (RefusalFor(gesture) is { } refusal)
            {
                return refusal;
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            var link = await AddSentAsync(gesture);
            links.HandOver(link);
            gesture.Record(AuditAction.LinkHandedOver, after: nameof(LinkPurpose.SetUp));
            return links.AddressOf(link.Id);
        });

    /// <summary>Makes a link for the command line to print, in a transaction of the caller's.</summary>
    /// <returns>The address; <see langword="null"/> when the operator has something set up, or a setting that does not ask for it.</returns>
    public async Task<Uri?> PrintAsync(PortalDbContext db, Guid operatorId)
    {
        var (who, account) = await ReadAsync(db, operatorId);
        if (!CanSetUp(account, who))
        {
            return null;
        }

        var link = await links.AddAsync(db, who, LinkPurpose.SetUp, OneTimeLinks.SentSetUpLife, alwaysAsksForPassword: true);
        links.HandOver(link);
        AuditLog.RecordCommand(db, who.AccountId, AuditAction.LinkHandedOver, clock.GetUtcNow(), who, after: nameof(LinkPurpose.SetUp));
        db.Announce(who.AccountId, who.Id);
        return links.AddressOf(link.Id);
    }

    private Refusal? RefusalFor(Gesture gesture) => CanSetUp(gesture.Account, gesture.Subject) && !gesture.IsOnSelf ? null : Refusal.NotUnderThisSetting;

    private bool CanSetUp(Account account, Operator who) => who is { MaySignInWithPassword: true, Authenticator: null } && EffectiveOf(account, who).AllowsSetUp;

    private EffectiveTwoFactor EffectiveOf(Account account, Operator who) =>
        EffectiveTwoFactor.For(account.DefaultPolicy, who.OverrideAt(clock.GetUtcNow()), who.LoginOptions, who.Authenticator is not null);

    private Task<OneTimeLink> AddSentAsync(Gesture gesture) => links.AddAsync(
        gesture.Db, gesture.Subject, LinkPurpose.SetUp, OneTimeLinks.SentSetUpLife, gesture.Self.Id, alwaysAsksForPassword: true);

    private async Task<OneTimeLink> SendAsync(PortalDbContext db, Account account, Operator who, Client client)
    {
        var link = await links.AddAsync(db, who, LinkPurpose.SetUp, OneTimeLinks.SetUpLife);
        var (since, by) = await RequiredAsync(db, account, who);
        var now = clock.GetUtcNow();
        outbox.Queue(db, account, who, new SetUpLetter(since, by, now, client.UserAgent, null), link);
        AuditLog.Record(db, client.ActorOf(who), who.Name, AuditAction.SetUpLinkSent, now, who);
        db.Announce(who.AccountId, who.Id);
        return link;
    }

    // Who asks for it and since when, as far as it is kept: the own setting where there is one, else the account's.
    private static async Task<(DateTimeOffset? Since, string? By)> RequiredAsync(PortalDbContext db, Account account, Operator who)
    {
        var (policy, at, byId) = who.PolicyOverride is { } own && account.DefaultPolicy != TwoFactorPolicy.Disabled
            ? (own, who.PolicyOverrideChangedAt, who.PolicyOverrideChangedById)
            : (account.DefaultPolicy, account.DefaultPolicyChangedAt, account.DefaultPolicyChangedById);
        return policy == TwoFactorPolicy.Required
            ? (at, await db.Operators.Where(by => by.Id == byId).Select(by => by.Name).SingleOrDefaultAsync())
            : (null, null);
    }

    private static async Task<(Operator Who, Account Account)> ReadAsync(PortalDbContext db, Guid operatorId)
    {
        var who = await db.Operators.Include(person => person.Authenticator).SingleAsync(person => person.Id == operatorId);
        return (who, await db.Accounts.SingleAsync(account => account.Id == who.AccountId));
    }
}

using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Where a link stands for whoever opens it.</summary>
public enum LinkStanding
{
    /// <summary>It works.</summary>
    Alive,

    /// <summary>There never was such a link, or it was forgotten long ago.</summary>
    Unknown,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It has done what it was for.</summary>
    Used,

    /// <summary>A newer one took its place, or what it was for went away.</summary>
    Replaced,
}

/// <summary>One-time links of every purpose: made, derived, found and spent in one place.</summary>
/// <remarks>
/// A token is 256 bits: an HMAC of the link's id under a key outside the database, so that each attempt to send a mail carries the
/// same one although only its hash is kept. Opening a link changes nothing; a person's act spends it.
/// </remarks>
public sealed class OneTimeLinks(MasterKey master, IOptions<PortalOptions> portal, TimeProvider clock)
{
    /// <summary>How long an invitation works.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(21);

    /// <summary>How long a set-up link works that comes of the operator's own sign-in.</summary>
    public static readonly TimeSpan SetUpLife = TimeSpan.FromMinutes(30);

    /// <summary>How long a set-up link works that an administrator, or the command line, sends.</summary>
    public static readonly TimeSpan SentSetUpLife = TimeSpan.FromHours(72);

    /// <summary>How long a link to choose another password works.</summary>
    public static readonly TimeSpan PasswordLife = TimeSpan.FromMinutes(60);

    /// <summary>How long a link works that confirms a new address.</summary>
    public static readonly TimeSpan EmailLife = TimeSpan.FromMinutes(60);

    /// <summary>How long a link works that precedes a code.</summary>
    public static readonly TimeSpan UnlockLife = TimeSpan.FromMinutes(30);

    /// <summary>Between two links of one purpose for one operator.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(60);

    /// <summary>Links of one purpose for one operator in a day.</summary>
    public const int ForOneDay = 10;

    private readonly byte[] key = master.DeriveKey("Portal.OneTimeLinks");

    /// <summary>Adds a link to the acting transaction; it voids the operator's older ones of the same purpose.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="who">Whom it is for.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="life">How long it works once it has left the house, in whole minutes.</param>
    /// <param name="createdById">The administrator who sends it.</param>
    /// <param name="alwaysAsksForPassword">Whether the password is asked for in every browser.</param>
    /// <param name="newEmail">The address that it confirms.</param>
    public async Task<OneTimeLink> AddAsync(
        PortalDbContext db,
        Operator who,
        LinkPurpose purpose,
        TimeSpan life,
        Guid? createdById = null,
        bool alwaysAsksForPassword = false,
        string? newEmail = null)
    {
        await VoidAsync(db, who.Id, purpose);
        var id = Guid.CreateVersion7();
        var link = new OneTimeLink
        {
            Id = id,
            AccountId = who.AccountId,
            OperatorId = who.Id,
            Purpose = purpose,
            TokenHash = SecretToken.HashOf(TokenOf(id)),
            CreatedAt = clock.GetUtcNow(),
            LifeMinutes = (int)life.TotalMinutes,
            CreatedById = createdById,
            AlwaysAsksForPassword = alwaysAsksForPassword,
            NewEmail = newEmail,
        };
        db.Links.Add(link);
        return link;
    }

    /// <summary>The address to open. Its life counts from the first time that it is handed over: see <see cref="HandOver"/>.</summary>
    public Uri AddressOf(Guid linkId) => new(portal.Value.PublicAddress, $"/link/{TokenOf(linkId)}");

    /// <summary>Notes that the link leaves the house now, to the transport of mail or to a person; the first time counts.</summary>
    public void HandOver(OneTimeLink link) => link.ExpiresAt ??= clock.GetUtcNow() + TimeSpan.FromMinutes(link.LifeMinutes);

    /// <summary>The link to which a token leads, and where it stands.</summary>
    public async Task<(OneTimeLink? Link, LinkStanding Standing)> FindAsync(PortalDbContext db, string? token)
    {
        var hash = SecretToken.HashOf(token ?? "");
        var link = await db.Links.SingleOrDefaultAsync(row => row.TokenHash == hash);
        return (link, StandingOf(link));
    }

    /// <summary>Where a link stands now.</summary>
    public LinkStanding StandingOf(OneTimeLink? link) => link switch
    {
        null => LinkStanding.Unknown,
        { SpentAt: not null } => LinkStanding.Used,
        { VoidedAt: not null } => LinkStanding.Replaced,
        { ExpiresAt: { } end } when end <= clock.GetUtcNow() => LinkStanding.Expired,
        _ => LinkStanding.Alive,
    };

    /// <summary>Links that work.</summary>
    public Expression<Func<OneTimeLink, bool>> Alive()
    {
        var now = clock.GetUtcNow();
        return link => link.SpentAt == null && link.VoidedAt == null && (link.ExpiresAt == null || link.ExpiresAt > now);
    }

    /// <summary>Spends a link within the transaction of what it does; one conditional update decides, so of many at once one is told yes.</summary>
    public async Task<bool> SpendAsync(PortalDbContext db, Guid linkId)
    {
        var now = clock.GetUtcNow();
        return await db.Links.Where(Alive()).Where(link => link.Id == linkId)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.SpentAt, now)) == 1;
    }

    /// <summary>Whether a link went out by mail: whoever has it then reads the operator's mail. One that was handed over proves nothing of the address.</summary>
    public static Task<bool> WasMailedAsync(PortalDbContext db, OneTimeLink link) =>
        db.Mails.AnyAsync(mail => mail.OperatorId == link.OperatorId && mail.LinkId == link.Id);

    /// <summary>Voids the open links of an operator within the acting transaction, of one purpose or of all.</summary>
    public Task<int> VoidAsync(PortalDbContext db, Guid operatorId, LinkPurpose? purpose = null)
    {
        var now = clock.GetUtcNow();
        return db.Links
            .Where(link => link.OperatorId == operatorId && (purpose == null || link.Purpose == purpose) && link.SpentAt == null && link.VoidedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.VoidedAt, now));
    }

    /// <summary>When the next link of a purpose may be made for an operator: at most one a minute, ten a day; <see langword="null"/> for now.</summary>
    public async Task<DateTimeOffset?> NextAtAsync(PortalDbContext db, Guid operatorId, LinkPurpose purpose)
    {
        var now = clock.GetUtcNow();
        var since = now.AddDays(-1);
        var made = await db.Links.Where(link => link.OperatorId == operatorId && link.Purpose == purpose && link.CreatedAt > since)
            .OrderByDescending(link => link.CreatedAt).Select(link => link.CreatedAt).ToListAsync();
        var next = made switch
        {
            [] => now,
            { Count: >= ForOneDay } => made[ForOneDay - 1].AddDays(1),
            _ => made[0] + Pause,
        };
        return next > now ? next : null;
    }

    /// <summary>The token itself, for the browser that is led straight on without a mail.</summary>
    public string TokenOf(Guid linkId) =>
        Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(linkId.ToString("N")))).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}

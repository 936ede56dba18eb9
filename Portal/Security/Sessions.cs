using System.Data.Common;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>A session that is alive, with whom it belongs to.</summary>
public sealed record LiveSession(Guid SessionId, Guid OperatorId, Guid AccountId, string OperatorName, string? Language);

/// <summary>When a session ends by itself, unless somebody does something.</summary>
/// <param name="IdleAt">Nobody did anything for as long as a session may be idle.</param>
/// <param name="ExpiresAt">The end whatever happens.</param>
public sealed record SessionTimes(DateTimeOffset IdleAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Whichever comes first.</summary>
    public DateTimeOffset EndsAt => IdleAt < ExpiresAt ? IdleAt : ExpiresAt;
}

/// <summary>How a session began.</summary>
/// <param name="Method">What it was opened with.</param>
/// <param name="At">When.</param>
public sealed record SessionStart(SignInMethod Method, DateTimeOffset At);

/// <summary>The session rows behind the cookies.</summary>
public sealed class Sessions(PortalContexts contexts, OneTimeLinks links, IOptions<SessionOptions> options, TimeProvider clock, ILogger<Sessions> log)
{
    // Being seen is written down at most once in this time; the idle limit is many times longer.
    private static readonly TimeSpan Notch = TimeSpan.FromSeconds(30);

    /// <summary>Adds a session to the acting transaction. The token goes into the browser's cookie and is kept nowhere.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="who">Whose.</param>
    /// <param name="method">What it is opened with.</param>
    /// <param name="client">The browser.</param>
    /// <param name="provenAt">When the person showed who they are; without it now. A provider may have let them in on the word of this morning.</param>
    public (Session Session, SecretToken Token) Open(PortalDbContext db, Operator who, SignInMethod method, Client client, DateTimeOffset? provenAt = null)
    {
        var now = clock.GetUtcNow();
        var token = SecretToken.Create();
        var session = new Session
        {
            AccountId = who.AccountId,
            OperatorId = who.Id,
            TokenHash = token.Hash(),
            CreatedAt = now,
            LastSeenAt = now,
            ExpiresAt = now + options.Value.Absolute,
            Address = client.Address,
            AddressPrefix = client.Prefix,
            UserAgent = client.UserAgent,
            Method = method,
            ProvenAt = provenAt ?? now,
            ProvenByCode = method is SignInMethod.PasswordAndCode or SignInMethod.PasswordAndRecoveryCode,
            ProvenAtProvider = method == SignInMethod.SingleSignOn,
        };
        db.Sessions.Add(session);
        db.Announce(who.AccountId, who.Id);
        return (session, token);
    }

    /// <summary>The session to which a cookie's token leads, as long as it is alive and its operator active.</summary>
    public async Task<LiveSession?> FindAsync(string token, CancellationToken cancellationToken)
    {
        var hash = SecretToken.HashOf(token);
        await using var db = contexts.AcrossAccounts();
        return await db.Sessions.AsNoTracking()
            .Where(session => session.TokenHash == hash)
            .Where(Alive())
            .Join(
                db.Operators.Where(person => person.State == OperatorState.Active),
                session => session.OperatorId,
                person => person.Id,
                (session, person) => new LiveSession(session.Id, person.Id, person.AccountId, person.Name, person.Language))
            .SingleOrDefaultAsync(cancellationToken);
    }

    /// <summary>Notes that a person did something in the session. Where that cannot be saved, the session ends the sooner.</summary>
    public async Task TouchAsync(Guid accountId, Guid sessionId)
    {
        var now = clock.GetUtcNow();
        var notch = now - Notch;
        await using var look = contexts.For(accountId);
        if (await look.Sessions.Where(Alive()).AnyAsync(session => session.Id == sessionId && session.LastSeenAt < notch))
        {
            try
            {
                await contexts.WriteAsync(accountId, db => db.Sessions.Where(Alive())
                    .Where(session => session.Id == sessionId)
                    .ExecuteUpdateAsync(set => set.SetProperty(session => session.LastSeenAt, now)));
            }
            catch (DbException failure)
            {
                // Whoever only reads need not be kept from it by a disk that is full.
                log.LogWarning(failure, "That session {SessionId} was used was not saved", sessionId);
            }
        }
    }

    /// <summary>When the session, or the link that stands in for one, ends by itself; <see langword="null"/> when it is over.</summary>
    public async Task<SessionTimes?> TimesAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        if (actor.LinkId is { } linkId)
        {
            var link = await db.Links.AsNoTracking().Where(links.Alive()).SingleOrDefaultAsync(open => open.Id == linkId
                && db.Operators.Any(person => person.Id == open.OperatorId && person.SecurityStamp == actor.LinkStamp));
            return link is null ? null : new(link.ExpiresAt ?? DateTimeOffset.MaxValue, link.ExpiresAt ?? DateTimeOffset.MaxValue);
        }

        var row = await db.Sessions.AsNoTracking().Where(Alive())
            .Where(session => session.Id == actor.SessionId)
            .Select(session => new { session.LastSeenAt, session.ExpiresAt })
            .SingleOrDefaultAsync();
        return row is null ? null : new(row.LastSeenAt + options.Value.Idle, row.ExpiresAt);
    }

    /// <summary>What the session was opened with, and when; <see langword="null"/> when there is none.</summary>
    public async Task<SessionStart?> StartOfAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        return await db.Sessions.Where(session => session.Id == actor.SessionId)
            .Select(session => new SessionStart(session.Method, session.CreatedAt)).SingleOrDefaultAsync();
    }

    /// <summary>Why the session is over; <see langword="null"/> when time ended it, or nothing did.</summary>
    public async Task<SessionEnd?> EndOfAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        return await db.Sessions.Where(session => session.Id == actor.SessionId).Select(session => session.EndedBecause).SingleOrDefaultAsync();
    }

    /// <summary>
    /// The role in which an actor may read, as things stand in the context; <see langword="null"/> once the session is over or the
    /// operator no longer active. A page stays open longer than what it was opened with holds, so every read asks.
    /// </summary>
    public Task<OperatorRole?> RoleOfAsync(PortalDbContext db, Actor actor) =>
        db.Sessions.Where(Alive()).Where(session => session.Id == actor.SessionId && session.OperatorId == actor.OperatorId)
            .Join(
                db.Operators.Where(person => person.State == OperatorState.Active),
                session => session.OperatorId,
                person => person.Id,
                (_, person) => (OperatorRole?)person.Role)
            .SingleOrDefaultAsync();

    /// <summary>Whether an actor may read what is for account administrators alone, as things stand in the context.</summary>
    public async Task<bool> IsAdministratorAsync(PortalDbContext db, Actor actor) => await RoleOfAsync(db, actor) == OperatorRole.Administrator;

    /// <summary>Ends one session within the acting transaction.</summary>
    public Task<int> EndAsync(PortalDbContext db, Guid sessionId, SessionEnd why) => EndAsync(db, session => session.Id == sessionId, why);

    /// <summary>Ends an operator's sessions within the acting transaction, but for one where that is wanted; answers how many.</summary>
    public Task<int> EndAllAsync(PortalDbContext db, Guid operatorId, SessionEnd why, Guid? except = null) =>
        EndAsync(db, session => session.OperatorId == operatorId && session.Id != except, why);

    /// <summary>How many browsers an operator is signed in with.</summary>
    public Task<int> CountAsync(PortalDbContext db, Guid operatorId) =>
        db.Sessions.Where(Alive()).CountAsync(session => session.OperatorId == operatorId);

    /// <summary>The browsers an operator is signed in with, as they name themselves.</summary>
    public Task<List<string>> UserAgentsAsync(PortalDbContext db, Guid operatorId) =>
        db.Sessions.Where(Alive()).Where(session => session.OperatorId == operatorId).OrderBy(session => session.CreatedAt).Select(session => session.UserAgent).ToListAsync();

    /// <summary>Sessions that are neither ended nor over by time.</summary>
    public Expression<Func<Session, bool>> Alive()
    {
        var now = clock.GetUtcNow();
        var idleSince = now - options.Value.Idle;
        return session => session.EndedAt == null && session.ExpiresAt > now && session.LastSeenAt > idleSince;
    }

    private Task<int> EndAsync(PortalDbContext db, Expression<Func<Session, bool>> which, SessionEnd why)
    {
        var now = clock.GetUtcNow();
        return db.Sessions.Where(Alive()).Where(which).ExecuteUpdateAsync(set => set
            .SetProperty(session => session.EndedAt, now)
            .SetProperty(session => session.EndedBecause, why));
    }
}

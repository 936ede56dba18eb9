using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Texts;

namespace Portal.TwoFactor;

/// <summary>Where somebody without a phone stands, at the code page.</summary>
public abstract record HelpStanding
{
    private HelpStanding() { }

    /// <summary>No code is asked for any more: an administrator has answered, or the setting has changed.</summary>
    public sealed record NoCodeNeeded : HelpStanding;

    /// <summary>A request is open.</summary>
    /// <param name="Phrase">The two words to compare.</param>
    /// <param name="Until">Until when it can be answered, as people of the account see it.</param>
    /// <param name="Now">The time, likewise.</param>
    public sealed record Open(string Phrase, DateTimeOffset Until, DateTimeOffset Now) : HelpStanding;

    /// <summary>Help can be asked for.</summary>
    /// <param name="WasDismissed">Whether the last request was closed as not theirs.</param>
    public sealed record MayAsk(bool WasDismissed) : HelpStanding;

    /// <summary>It was asked for too often today.</summary>
    public sealed record TooOften : HelpStanding;

    /// <summary>The account has no other administrator who could answer.</summary>
    public sealed record Nobody : HelpStanding;
}

/// <summary>A request for help that waits for an answer, as administrators see it.</summary>
/// <param name="Id">Which request.</param>
/// <param name="OperatorId">Who asks.</param>
/// <param name="Name">Their name.</param>
/// <param name="Phrase">The two words to compare.</param>
/// <param name="At">When it was asked.</param>
/// <param name="UserAgent">The browser it was asked from, as it names itself.</param>
/// <param name="Address">Its network address.</param>
public sealed record WaitingHelp(Guid Id, Guid OperatorId, string Name, string Phrase, DateTimeOffset At, string UserAgent, string Address);

/// <summary>Help for whoever has the password and not the phone: asked for at the code page, answered by an account administrator.</summary>
public sealed class HelpRequests(
    Gestures gestures, PortalContexts contexts, Sessions sessions, Snapshooter snapshooter, TwoFactorSettings settings, Outbox outbox, TimeProvider clock)
{
    /// <summary>How long a request can be answered.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromHours(24);

    /// <summary>Requests of one operator in 24 hours.</summary>
    public const int ForOneDay = 5;

    /// <summary>Where an operator stands who has given the right password.</summary>
    public async Task<HelpStanding> StandingAsync(Guid accountId, Guid operatorId)
    {
        await using var db = contexts.For(accountId);
        return await StandingAsync(db, accountId, operatorId);
    }

    /// <summary>Asks for help. Asking again while a request is open changes nothing.</summary>
    /// <param name="accountId">The account of who asks.</param>
    /// <param name="operatorId">Who asks, having given the right password.</param>
    /// <param name="client">The browser it is asked from.</param>
    public Task<HelpStanding> AskAsync(Guid accountId, Guid operatorId, Client client) => contexts.WriteAsync(accountId, async db =>
    {
        var standing = await StandingAsync(db, accountId, operatorId);
        if (standing is not HelpStanding.MayAsk)
        {
            return standing;
        }

        var now = clock.GetUtcNow();
        var who = await db.Operators.SingleAsync(person => person.Id == operatorId);
        var request = new HelpRequest
        {
            AccountId = accountId,
            OperatorId = operatorId,
            Phrase = HelpPhrase.New(),
            CreatedAt = now,
            ExpiresAt = now + Life,
            Address = client.Address,
            UserAgent = client.UserAgent,
        };
        db.HelpRequests.Add(request);
        var account = await db.Accounts.SingleAsync();
        foreach (var administrator in await db.Operators.Where(CanAnswer(operatorId)).ToListAsync())
        {
            outbox.Queue(db, account, administrator, new HelpLetter(who.Name, request.Phrase, now, request.ExpiresAt, client.UserAgent, client.Address));
        }

        AuditLog.Record(db, client.ActorOf(who), who.Name, AuditAction.HelpAsked, now, who);
        db.Announce(accountId, operatorId);
        await db.SaveChangesAsync();
        return await StandingAsync(db, accountId, operatorId);
    });

    /// <summary>The requests of an account that wait, the oldest first; none for whoever is no account administrator.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="most">How many at most.</param>
    public async Task<IReadOnlyList<WaitingHelp>> WaitingAsync(Actor actor, int most = int.MaxValue)
    {
        await using var db = contexts.For(actor.AccountId);
        if (!await sessions.IsAdministratorAsync(db, actor))
        {
            return [];
        }

        return await db.HelpRequests.AsNoTracking().Where(IsOpen(clock.GetUtcNow()))
            .OrderBy(request => request.CreatedAt)
            .Take(most)
            .Join(
                db.Operators,
                request => request.OperatorId,
                person => person.Id,
                (request, person) => new WaitingHelp(request.Id, person.Id, person.Name, request.Phrase, request.CreatedAt, request.UserAgent, request.Address))
            .ToListAsync();
    }

    /// <summary>How many requests of an account wait; none for whoever is no account administrator.</summary>
    public async Task<int> CountWaitingAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        return await sessions.IsAdministratorAsync(db, actor) ? await db.HelpRequests.CountAsync(IsOpen(clock.GetUtcNow())) : 0;
    }

    /// <summary>Answers a request: no code is asked for until the day is over where the account is. Asks for proof.</summary>
    /// <returns>When the code is asked for again.</returns>
    public Task<Outcome<DateTimeOffset>> LetInUntilTonightAsync(Actor actor, Guid operatorId, Guid requestId) =>
        gestures.PerformAsync<DateTimeOffset>(actor, AuditAction.HelpAnswered, Grant.Administrators, operatorId, async gesture =>
        {
            if (gesture.IsOnSelf)
            {
                return Refusal.NotAllowed;
            }

            if (await RefusalOfAsync(gesture, requestId) is { } refusal)
            {
                return refusal;
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            var until = DayEnd.Of(gesture.Now, TimeZoneInfo.FindSystemTimeZoneById(gesture.Account.TimeZone));
            await settings.SaveOverrideAsync(gesture, TwoFactorPolicy.Disabled, until, after: gesture.Subject.LastingOverride);
            await AnswerAsync(gesture, HelpAnswer.NoCodeUntilTonight);
            return until;
        });

    /// <summary>Closes a request as not theirs. Nothing else changes, so no proof is asked for.</summary>
    public Task<Outcome<Nothing>> DismissAsync(Actor actor, Guid operatorId, Guid requestId) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.HelpAnswered, Grant.Administrators, operatorId, async gesture =>
        {
            if (await RefusalOfAsync(gesture, requestId) is { } refusal)
            {
                return refusal;
            }

            await AnswerAsync(gesture, HelpAnswer.Dismissed);
            return default(Nothing);
        });

    /// <summary>Answers the open request of the operator concerned, if there is one, within the acting gesture.</summary>
    internal static async Task AnswerAsync(Gesture gesture, HelpAnswer answer)
    {
        if (await CloseAsync(gesture.Db, gesture.Subject.Id, answer, gesture.Self.Id, gesture.Now) > 0)
        {
            gesture.Record(AuditAction.HelpAnswered, after: answer.ToString());
        }
    }

    /// <summary>Marks the open requests of an operator as answered within the acting transaction; answers how many there were.</summary>
    internal static Task<int> CloseAsync(PortalDbContext db, Guid operatorId, HelpAnswer answer, Guid? byId, DateTimeOffset now) => db.HelpRequests
        .Where(request => request.OperatorId == operatorId).Where(IsOpen(now))
        .ExecuteUpdateAsync(set => set
            .SetProperty(request => request.AnsweredAt, now)
            .SetProperty(request => request.AnsweredById, byId)
            .SetProperty(request => request.Answer, answer));

    private static Expression<Func<HelpRequest, bool>> IsOpen(DateTimeOffset now) => request => request.AnsweredAt == null && request.ExpiresAt > now;

    private static Expression<Func<Operator, bool>> CanAnswer(Guid askerId) =>
        person => person.Role == OperatorRole.Administrator && person.State == OperatorState.Active && person.Id != askerId;

    private static async Task<Refusal?> RefusalOfAsync(Gesture gesture, Guid requestId)
    {
        var requests = gesture.Db.HelpRequests.Where(request => request.Id == requestId && request.OperatorId == gesture.Subject.Id);
        return await requests.Where(IsOpen(gesture.Now)).AnyAsync() ? null
            : await requests.AnyAsync() ? Refusal.ChangedMeanwhile
            : Refusal.NotFound;
    }

    private async Task<HelpStanding> StandingAsync(PortalDbContext db, Guid accountId, Guid operatorId)
    {
        var now = clock.GetUtcNow();
        var who = await db.Operators.AsNoTracking().Include(person => person.Authenticator).SingleAsync(person => person.Id == operatorId);
        var accountDefault = await db.Accounts.AsNoTracking().Select(account => account.DefaultPolicy).SingleAsync();
        if (EffectiveTwoFactor.For(accountDefault, who.OverrideAt(now), who.LoginOptions, who.Authenticator is not null).AfterPassword != AfterPassword.AsksForCode)
        {
            return new HelpStanding.NoCodeNeeded();
        }

        var since = now - Life;
        var recent = await db.HelpRequests.AsNoTracking()
            .Where(request => request.OperatorId == operatorId && request.CreatedAt > since)
            .OrderByDescending(request => request.CreatedAt).ThenByDescending(request => request.Id)
            .ToListAsync();
        if (recent.Find(request => request.AnsweredAt is null && request.ExpiresAt > now) is { } open)
        {
            var account = (await snapshooter.AccountAsync(accountId))!;
            return new HelpStanding.Open(open.Phrase, account.Local(open.ExpiresAt), account.Local(now));
        }

        if (!await db.Operators.AnyAsync(CanAnswer(operatorId)))
        {
            return new HelpStanding.Nobody();
        }

        return recent.Count >= ForOneDay
            ? new HelpStanding.TooOften()
            : new HelpStanding.MayAsk(WasDismissed: recent is [{ Answer: HelpAnswer.Dismissed }, ..]);
    }
}

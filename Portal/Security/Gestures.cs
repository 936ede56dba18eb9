using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Who may perform an act.</summary>
public enum Grant
{
    /// <summary>Account administrators.</summary>
    Administrators,

    /// <summary>The operator concerned, and account administrators.</summary>
    OwnerOrAdministrators,

    /// <summary>The operator concerned alone.</summary>
    OwnerOnly,

    /// <summary>The operator concerned alone, in a session or by a one-time link that opens set-up.</summary>
    Enrollee,
}

/// <summary>One act in its transaction: who acts, on whom, with everything read anew.</summary>
public sealed class Gesture
{
    /// <summary>The acting transaction's context.</summary>
    public required PortalDbContext Db { get; init; }

    public required Actor Actor { get; init; }

    /// <summary>The operator who acts.</summary>
    public required Operator Self { get; init; }

    /// <summary>The session that carries the act; <see langword="null"/> when <see cref="Link"/> does. A bulk job's may be over.</summary>
    public Session? Session { get; init; }

    /// <summary>The one-time link that carries the act.</summary>
    public OneTimeLink? Link { get; init; }

    public required Account Account { get; init; }

    /// <summary>The operator concerned, with the authenticator; the actor when the act names nobody else.</summary>
    public required Operator Subject { get; init; }

    public required DateTimeOffset Now { get; init; }

    public bool IsOnSelf => Subject.Id == Self.Id;

    /// <summary>What the rule says of the operator concerned, as things stand in the transaction.</summary>
    public EffectiveTwoFactor Effective => RecentProof.EffectiveOf(Account, Subject, Now);

    /// <summary>Whether the actor has proven who they are in the last 15 minutes, with the factor that counts.</summary>
    public bool IsProven { get; init; }

    /// <summary>Writes the act down and tells every page that shows what it changed.</summary>
    public void Record(AuditAction action, bool onAccount = false, string? before = null, string? after = null, string? reason = null)
    {
        AuditLog.Record(Db, Actor, Self.Name, action, Now, onAccount ? null : Subject, before, after, Actor.Turn is { } turn ? BulkReference.With(turn.JobId, reason) : reason);
        Db.Announce(Account.Id, onAccount ? null : Subject.Id);
    }
}

/// <summary>
/// Performs acts. Each runs in one transaction, with the actor's session, state and role read anew inside it; what is refused
/// changes nothing and is written down; and no act leaves an account without an administrator who has a way in.
/// </summary>
public sealed class Gestures(PortalContexts contexts, Sessions sessions, OneTimeLinks links, TimeProvider clock, ILogger<Gestures> log)
{
    // Ordinary answers to ordinary use; the others are somebody reaching for what is not theirs, or a lock-out averted.
    private static readonly Refusal[] WrittenDown = [Refusal.SignedOut, Refusal.NotAllowed, Refusal.NotFound, Refusal.NoWayIn];

    // What any page can make a browser ask for, and a script of one's own as often as it likes: the record tells of the first, and
    // then of one each ten minutes.
    private static readonly AuditAction[] AskedByAddress = [AuditAction.OperatorsExported, AuditAction.AuditExported];
    private static readonly TimeSpan BetweenRefusals = TimeSpan.FromMinutes(10);

    /// <summary>Performs one act.</summary>
    /// <param name="actor">Who acts.</param>
    /// <param name="action">What it is called in the record, if it is refused.</param>
    /// <param name="grant">Who may.</param>
    /// <param name="subjectId">The operator concerned; <see langword="null"/> for the actor or the account.</param>
    /// <param name="act">What to do. It answers a value, or a refusal, which rolls everything back.</param>
    public async Task<Outcome<T>> PerformAsync<T>(
        Actor actor, AuditAction action, Grant grant, Guid? subjectId, Func<Gesture, Task<Outcome<T>>> act)
    {
        Outcome<T> outcome;
        try
        {
            outcome = await contexts.WriteAsync(
                actor.AccountId,
                async db =>
                {
                    var (gesture, refusal) = await BeginAsync(db, actor, grant, subjectId ?? actor.OperatorId);
                    if (gesture is null)
                    {
                        return refusal!.Value;
                    }

                    var (couldGetIn, mightGetIn) = (await HasWayInAsync(db, actor.AccountId, gesture.Now), await HasWayInAsync(db, actor.AccountId, gesture.Now, whileBroken: true));
                    var result = await act(gesture);
                    if (!result.IsDone)
                    {
                        return result;
                    }

                    await db.SaveChangesAsync();
                    if ((couldGetIn && !await HasWayInAsync(db, actor.AccountId, gesture.Now))
                        || (mightGetIn && !await HasWayInAsync(db, actor.AccountId, gesture.Now, whileBroken: true)))
                    {
                        return Refusal.NoWayIn;
                    }

                    return actor.Turn is { } turn && !await BulkWarrants.TakeAsync(gesture, turn) ? Refusal.JobIsOver : result;
                },
                keeps: result => result.IsDone);
        }
        catch (DbUpdateConcurrencyException)
        {
            outcome = Refusal.ChangedMeanwhile;
        }
        catch (LostCommitException lost)
        {
            log.LogError(lost, "Whether {Action} by operator {OperatorId} was saved is not known", action, actor.OperatorId);
            return Refusal.Unknown;
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            log.LogError(failure, "{Action} by operator {OperatorId} was not saved", action, actor.OperatorId);
            return Refusal.Failed;
        }

        if (outcome.Refused is { } why && WrittenDown.Contains(why))
        {
            await RecordRefusalAsync(actor, action, subjectId, why);
        }

        return outcome;
    }

    /// <summary>Whether an account has an active administrator who could sign in, as things are saved in the transaction.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="now">The instant for which it is asked.</param>
    /// <param name="whileBroken">See <see cref="WhoHasWayInAsync"/>.</param>
    public static async Task<bool> HasWayInAsync(PortalDbContext db, Guid accountId, DateTimeOffset now, bool whileBroken = false) =>
        (await WhoHasWayInAsync(db, accountId, now, whileBroken)).Count > 0;

    /// <summary>The active administrators of an account who could sign in.</summary>
    /// <remarks>
    /// Of an override with an end both must let the same administrator in: what holds now, and what holds once it has lapsed. Else
    /// an exemption until tonight would pass for a way in, and tomorrow there would be none. Set-up mail is a way in while it is
    /// really delivered, and single sign-on while it works, for whoever has been in by it: that somebody else has says nothing
    /// of whether the provider knows this administrator.
    /// </remarks>
    /// <param name="db">A context that sees the account.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="now">The instant for which it is asked.</param>
    /// <param name="whileBroken">
    /// Whether single sign-on that is on counts although it does not work just now: what would close it for good is refused even
    /// then, and mending it is not.
    /// </param>
    public static async Task<IReadOnlyList<Guid>> WhoHasWayInAsync(PortalDbContext db, Guid accountId, DateTimeOffset now, bool whileBroken = false)
    {
        var accountDefault = await db.Accounts.AsNoTracking()
            .Where(account => account.Id == accountId).Select(account => account.DefaultPolicy).SingleAsync();
        var administrators = await db.Operators.AsNoTracking().Include(person => person.Authenticator)
            .Where(person => person.AccountId == accountId)
            .Where(person => person.Role == OperatorRole.Administrator && person.State == OperatorState.Active)
            .ToListAsync();
        var mailIsDelivered = await db.MailDelivery.AsNoTracking().AnyAsync(delivery => delivery.IsDelivered);
        var provider = await db.SingleSignOns.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == accountId);
        return
        [
            .. administrators
                .Where(administrator => LetsIn(administrator, administrator.OverrideAt(now)) && LetsIn(administrator, administrator.LastingOverride))
                .Select(administrator => administrator.Id),
        ];

        bool LetsIn(Operator administrator, TwoFactorPolicy? own) => WayIn.Exists(
            EffectiveTwoFactor.For(accountDefault, own, administrator.LoginOptions, administrator.Authenticator is not null),
            administrator.LoginOptions,
            hasPassword: administrator.PasswordHash is not null,
            mailIsDelivered,
            singleSignOnWorks: whileBroken
                ? provider is { IsOn: true } && administrator.SsoSubject is not null
                : provider is { Works: true } && administrator.IsBoundTo(provider));
    }

    private async Task<(Gesture? Gesture, Refusal? Refusal)> BeginAsync(PortalDbContext db, Actor actor, Grant grant, Guid subjectId)
    {
        var self = await db.Operators.Include(person => person.Authenticator).SingleOrDefaultAsync(person => person.Id == actor.OperatorId);
        if (actor.LinkId is { } linkId)
        {
            return await BeginByLinkAsync(db, actor, linkId, self, grant);
        }

        var job = actor.Turn is { } turn && grant == Grant.Administrators ? await BulkWarrants.FindAsync(db, actor, turn, subjectId) : null;
        if (actor.Turn is not null && job is null)
        {
            return (null, Refusal.JobIsOver);
        }

        var session = await (actor.Turn is null ? db.Sessions.Where(sessions.Alive()) : db.Sessions)
            .SingleOrDefaultAsync(row => row.Id == actor.SessionId && row.OperatorId == actor.OperatorId);
        if ((session is null && actor.Turn is null) || self is not { State: OperatorState.Active })
        {
            return (null, Refusal.SignedOut);
        }

        var isAdministrator = self.Role == OperatorRole.Administrator;
        var isOnSelf = subjectId == self.Id;
        var mayAct = grant switch
        {
            Grant.Administrators => isAdministrator,
            Grant.OwnerOrAdministrators => isAdministrator || isOnSelf,
            Grant.OwnerOnly or Grant.Enrollee => isOnSelf,
        };
        if (!mayAct)
        {
            return (null, Refusal.NotAllowed);
        }

        var subject = isOnSelf
            ? self
            : await db.Operators.Include(person => person.Authenticator).SingleOrDefaultAsync(person => person.Id == subjectId);
        if (subject is null)
        {
            return (null, Refusal.NotFound);
        }

        var account = await db.Accounts.SingleAsync();
        var now = clock.GetUtcNow();
        return (new()
        {
            Db = db,
            Actor = actor,
            Self = self,
            Session = session,
            Account = account,
            Subject = subject,
            Now = now,

            // In a turn the proof counts that was given, or not, when the job was confirmed.
            IsProven = job?.IsProven ?? await RecentProof.HoldsAsync(db, account, self, session!, now),
        }, null);
    }

    // A link stands for nothing but the set-up of its own operator: whoever is invited has not accepted yet, everybody else is active.
    private async Task<(Gesture? Gesture, Refusal? Refusal)> BeginByLinkAsync(PortalDbContext db, Actor actor, Guid linkId, Operator? self, Grant grant)
    {
        if (grant != Grant.Enrollee)
        {
            return (null, Refusal.NotAllowed);
        }

        var link = await db.Links.Where(links.Alive()).SingleOrDefaultAsync(row => row.Id == linkId && row.OperatorId == actor.OperatorId);

        // Whoever gave a password that holds no longer, or chose one that another browser has replaced since, is over too.
        var opensSetUp = self?.SecurityStamp == actor.LinkStamp && link?.Purpose switch
        {
            LinkPurpose.Invitation => self?.State == OperatorState.Invited,
            LinkPurpose.SetUp => self is { MaySignInWithPassword: true, Authenticator: null },
            _ => false,
        };
        if (!opensSetUp)
        {
            return (null, Refusal.LinkIsOver);
        }

        return (new()
        {
            Db = db,
            Actor = actor,
            Self = self!,
            Link = link,
            Account = await db.Accounts.SingleAsync(),
            Subject = self!,
            Now = clock.GetUtcNow(),
        }, null);
    }

    private Task<Nothing> RecordRefusalAsync(Actor actor, AuditAction action, Guid? subjectId, Refusal why) =>
        contexts.WriteAsync(actor.AccountId, async db =>
        {
            var now = clock.GetUtcNow();
            if (AskedByAddress.Contains(action) && await WasRefusedAsync(db, actor, action, now - BetweenRefusals))
            {
                return default(Nothing);
            }

            var self = await db.Operators.SingleOrDefaultAsync(person => person.Id == actor.OperatorId);
            var subject = subjectId is null ? null : await db.Operators.SingleOrDefaultAsync(person => person.Id == subjectId);
            AuditLog.Record(db, actor, self?.Name ?? "", action, now, subject, refused: why.ToString());
            return default(Nothing);
        });

    private static Task<bool> WasRefusedAsync(PortalDbContext db, Actor actor, AuditAction action, DateTimeOffset since)
    {
        var name = action.ToString();
        return db.AuditEntries.AnyAsync(entry => entry.ActorId == actor.OperatorId && entry.At > since && entry.Action == name && entry.Refused != null);
    }
}

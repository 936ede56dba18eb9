using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Mails that were given up.</summary>
/// <param name="Count">How many.</param>
/// <param name="LastAddress">Where the last one was to go.</param>
/// <param name="LastAt">When it was given up.</param>
public sealed record GivenUpMail(int Count, string LastAddress, DateTimeOffset LastAt);

/// <summary>The one operator who has set-up due.</summary>
/// <param name="OperatorId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Since">Since when, where that is known.</param>
/// <param name="ByName">Who required it, where that is known.</param>
public sealed record DueOperator(Guid OperatorId, string Name, DateTimeOffset? Since, string? ByName);

/// <summary>What needs an administrator and does not stand in the account's own state already.</summary>
/// <param name="Help">Who asks for help, the longest wait first; a few.</param>
/// <param name="MoreHelp">How many ask for help besides.</param>
/// <param name="IsOnlyWayIn">Whether who looks is the only administrator who can sign in.</param>
/// <param name="HasOtherAdministrators">Whether the account has others at all.</param>
/// <param name="Due">Who has set-up due, where it is one.</param>
/// <param name="WithoutAuthenticator">Administrators who would be asked for a code, and have nothing set up.</param>
/// <param name="Lapsing">Whose own setting lapses soon, and when.</param>
/// <param name="InvitationsEnding">Whose invitation expires soon, and when.</param>
/// <param name="InvitationsOver">Who is invited by no link that works, and since when.</param>
/// <param name="GivenUp">Mails that were given up lately; <see langword="null"/> for none.</param>
public sealed record AttentionReport(
    IReadOnlyList<WaitingHelp> Help,
    int MoreHelp,
    bool IsOnlyWayIn,
    bool HasOtherAdministrators,
    DueOperator? Due,
    Concerned WithoutAuthenticator,
    Concerned Lapsing,
    Concerned InvitationsEnding,
    Concerned InvitationsOver,
    GivenUpMail? GivenUp)
{
    /// <summary>What whoever may not see it sees.</summary>
    public static AttentionReport None { get; } =
        new([], 0, false, false, null, Concerned.Nobody, Concerned.Nobody, Concerned.Nobody, Concerned.Nobody, null);
}

/// <summary>Reads what needs an administrator, for account administrators; for everybody else there is nothing.</summary>
/// <remarks>
/// However many operators an account has, it asks for a few rows and some numbers, each by an index; numbers by status come with
/// the account.
/// </remarks>
public sealed class Attention(PortalContexts contexts, Sessions sessions, HelpRequests help, Snapshooter snapshooter, TimeProvider clock)
{
    // Requests for help that are shown one by one.
    private const int MostHelp = 3;

    // To find the one who has set-up due, the rule is asked of one after the other: among more than these the list does it, on demand.
    private const int NamesOneOf = 2_000;

    // What was given up longer ago is for the operator's own page.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    /// <summary>Reads it as it is now.</summary>
    /// <param name="actor">Who looks.</param>
    /// <param name="account">The actor's account as pages show it.</param>
    public async Task<AttentionReport> ReadAsync(Actor actor, AccountSnapshot account)
    {
        await using var db = contexts.For(actor.AccountId);
        if (!await sessions.IsAdministratorAsync(db, actor))
        {
            return AttentionReport.None;
        }

        var now = clock.GetUtcNow();
        var asking = await help.WaitingAsync(actor, MostHelp);
        var more = asking.Count < MostHelp ? 0 : await help.CountWaitingAsync(actor) - asking.Count;
        var isOnlyWayIn = await Gestures.WhoHasWayInAsync(db, account.Id, now) is [var only] && only == actor.OperatorId;
        return new(
            asking,
            more,
            isOnlyWayIn,
            isOnlyWayIn && await HasOtherAdministratorsAsync(db, actor.OperatorId),
            await DueAsync(db, account, now),
            await Concerned.ReadAsync(db.Matching(AttentionFilters.WithoutAuthenticator, account.Default, now)
                .Select(person => new ConcernedOperator(person.Id, person.Name, null))),
            await LapsingAsync(db, now),
            await InvitedAsync(db, db.Matching(AttentionFilters.InvitationsEnding, account.Default, now)),
            await InvitedAsync(db, db.Matching(AttentionFilters.InvitationsOver, account.Default, now)),
            await GivenUpAsync(db, now));
    }

    private static Task<bool> HasOtherAdministratorsAsync(PortalDbContext db, Guid lookerId) => db.Operators.AnyAsync(person =>
        person.Role == OperatorRole.Administrator && person.State == OperatorState.Active && person.Id != lookerId);

    private async Task<DueOperator?> DueAsync(PortalDbContext db, AccountSnapshot account, DateTimeOffset now)
    {
        if (AttentionFilters.SetUpDue.Statuses.Sum(status => account.Statuses.GetValueOrDefault(status)) != 1 || account.Counts.Total > NamesOneOf)
        {
            return null;
        }

        var id = await db.Matching(AttentionFilters.SetUpDue, account.Default, now).Select(person => person.Id).FirstOrDefaultAsync();
        if (await snapshooter.OperatorAsync(account.Id, id) is not { } who)
        {
            return null;
        }

        var change = who.Under(account.Default).Origin == TwoFactorOrigin.Operator ? who.OverrideChanged : account.DefaultChanged;
        var since = StatusSince.Of(who, account);
        return new(who.Id, who.Name, since, since == change?.At ? change?.ByName : null);
    }

    private static Task<Concerned> LapsingAsync(PortalDbContext db, DateTimeOffset now)
    {
        var soon = now + OperatorFilter.Soon;
        return Concerned.ReadAsync(db.Operators
            .Where(person => person.PolicyOverrideUntil > now && person.PolicyOverrideUntil <= soon && person.State != OperatorState.Deactivated)
            .Select(person => new ConcernedOperator(person.Id, person.Name, person.PolicyOverrideUntil)));
    }

    // A new link voids those before it, so each has one at most that was not: its end is when the invitation ends. One that works
    // no longer for another reason has no end to speak of.
    private static Task<Concerned> InvitedAsync(PortalDbContext db, IQueryable<Operator> invited)
    {
        var open = db.Links.Where(link => link.Purpose == LinkPurpose.Invitation && link.VoidedAt == null);
        return Concerned.ReadAsync(invited.Select(person => new ConcernedOperator(
            person.Id, person.Name, open.Where(link => link.OperatorId == person.Id).Select(link => link.ExpiresAt).FirstOrDefault())));
    }

    private static async Task<GivenUpMail?> GivenUpAsync(PortalDbContext db, DateTimeOffset now)
    {
        var since = now - Lately;

        // What was set aside was not sent: said, so that the index of what waits leads to it.
        var mails = db.Mails.AsNoTracking().Where(mail => mail.SentAt == null && mail.SetAsideAt > since);
        var last = await mails.OrderByDescending(mail => mail.SetAsideAt).Select(mail => new { mail.ToAddress, mail.SetAsideAt }).FirstOrDefaultAsync();
        return last is null ? null : new(await mails.CountAsync(), last.ToAddress, last.SetAsideAt!.Value);
    }
}

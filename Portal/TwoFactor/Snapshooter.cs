using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;

namespace Portal.TwoFactor;

/// <summary>Reads what pages show. What the account shares is read once for each change, however many pages are open.</summary>
public sealed class Snapshooter(PortalContexts contexts, AccountChanges feed, OperatorNumbers numbers, TimeProvider clock)
{
    private readonly ConcurrentDictionary<Guid, (long Count, Lazy<Task<AccountSnapshot?>> Reading)> accounts = new();

    /// <summary>The account as it is now; <see langword="null"/> when there is none by that id.</summary>
    public async Task<AccountSnapshot?> AccountAsync(Guid accountId)
    {
        // Counted before reading: a change that comes in between makes the reading stale, never the other way round.
        var count = feed.CountOf(accountId);
        var entry = accounts.AddOrUpdate(
            accountId,
            _ => (count, new(() => ReadAccountAsync(accountId))),
            (_, known) => known.Count >= count ? known : (count, new(() => ReadAccountAsync(accountId))));
        try
        {
            return await entry.Reading.Value;
        }
        catch
        {
            accounts.TryRemove(new(accountId, entry));
            throw;
        }
    }

    /// <summary>An operator of an account; <see langword="null"/> when the account has none by that id.</summary>
    public async Task<OperatorSnapshot?> OperatorAsync(Guid accountId, Guid operatorId)
    {
        await using var db = contexts.For(accountId);
        var found = await Shown(db, clock.GetUtcNow(), db.Operators.Where(person => person.Id == operatorId)).ToListAsync();
        return (await WithInvitationsAsync(db, found)).SingleOrDefault();
    }

    /// <summary>Some operators of an account, by name.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="addresses">Their e-mail addresses, normalised; a few.</param>
    public async Task<IReadOnlyList<OperatorSnapshot>> OperatorsAsync(Guid accountId, IReadOnlyCollection<string> addresses)
    {
        await using var db = contexts.For(accountId);
        var people = db.Operators.Where(person => addresses.Contains(person.NormalizedEmail)).OrderBy(person => person.SearchKey);
        return await WithInvitationsAsync(db, await Shown(db, clock.GetUtcNow(), people).ToListAsync());
    }

    private static IQueryable<OperatorSnapshot> Shown(PortalDbContext db, DateTimeOffset now, IQueryable<Operator> people) => people.AsNoTracking().Select(person => new OperatorSnapshot(
        person.Id,
        person.Name,
        person.Email!,
        person.Role,
        person.State,
        person.LoginOptions,
        person.PolicyOverrideUntil <= now ? person.PolicyOverrideAfter : person.PolicyOverride,
        person.PolicyOverrideChangedAt == null ? null : new SettingChange(
            person.PolicyOverrideChangedAt.Value,
            person.PolicyOverrideChangedById,
            db.Operators.Where(by => by.Id == person.PolicyOverrideChangedById).Select(by => by.Name).FirstOrDefault()),
        person.Authenticator == null ? null : person.Authenticator.ConfirmedAt,
        person.LastSignInAt,
        person.LastSignInWith,
        person.Language,
        db.PendingKeys.Any(pending => pending.OperatorId == person.Id && pending.LinkId == null),
        person.KeyGeneration > 0,
        person.Authenticator != null && person.Authenticator.RecoveryCodesSavedAt != null,
        db.RecoveryCodes.Count(code => code.OperatorId == person.Id && code.SpentAt == null),
        person.PolicyOverrideUntil <= now ? null : person.PolicyOverrideUntil,
        person.PolicyOverrideUntil <= now ? null : person.PolicyOverrideAfter,
        null,
        person.SsoBoundAt,
        person.SsoIssuer != null && !db.SingleSignOns.Any(settings => settings.Issuer == person.SsoIssuer && settings.ClientId == person.SsoClientId),
        person.PasswordHash != null,
        person.PolicyOverrideUntil <= now ? null : person.PolicyOverrideReason,
        person.EmailConfirmed));

    // Only of those who are invited, who are few: read for themselves, so that the list costs what it did.
    private static async Task<IReadOnlyList<OperatorSnapshot>> WithInvitationsAsync(PortalDbContext db, List<OperatorSnapshot> people)
    {
        var invited = people.Where(person => person.State == OperatorState.Invited).Select(person => person.Id).ToList();
        if (invited.Count == 0)
        {
            return people;
        }

        var rows = await db.Links.AsNoTracking()
            .Where(link => link.Purpose == LinkPurpose.Invitation && invited.Contains(link.OperatorId))
            .OrderBy(link => link.CreatedAt).ThenBy(link => link.Id)
            .Select(link => new
            {
                link.OperatorId,
                link.CreatedAt,
                By = db.Operators.Where(by => by.Id == link.CreatedById).Select(by => by.Name).FirstOrDefault(),
                link.ExpiresAt,
                IsVoid = link.VoidedAt != null,
                Mail = db.Mails.Where(mail => mail.LinkId == link.Id).Select(mail => new { mail.SentAt, HasFailed = mail.SetAsideAt != null }).FirstOrDefault(),
            })
            .ToListAsync();
        var newest = rows.GroupBy(row => row.OperatorId).ToDictionary(group => group.Key, group => group.Last());
        return [.. people.Select(person => newest.TryGetValue(person.Id, out var row)
            ? person with
            {
                Invitation = new(row.CreatedAt, row.By, row.ExpiresAt, row.IsVoid, row.Mail is { } mail ? new(mail.SentAt, mail.HasFailed) : null),
            }
            : person)];
    }

    private async Task<AccountSnapshot?> ReadAccountAsync(Guid accountId)
    {
        await using var db = contexts.For(accountId);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync();
        if (account is null)
        {
            return null;
        }

        var changedBy = await db.Operators.Where(by => by.Id == account.DefaultPolicyChangedById).Select(by => by.Name).SingleOrDefaultAsync();
        var tally = await numbers.OfAsync(accountId);
        var cells = tally.Cells;
        var delivery = await db.MailDelivery.AsNoTracking().SingleOrDefaultAsync(row => row.Id == MailDelivery.TheOne);
        return new(
            account.Id,
            account.Name,
            account.Language,
            account.TimeZone,
            account.DefaultPolicy,
            account.DefaultPolicyChangedAt is { } at ? new(at, account.DefaultPolicyChangedById, changedBy) : null,
            OperatorNumbers.Count(cells),
            cells.GroupBy(cell => EffectiveTwoFactor.For(account.DefaultPolicy, cell.Own, cell.LoginOptions, cell.IsSetUp).Status)
                .ToDictionary(status => status.Key, status => status.Sum(cell => cell.Count)),
            delivery?.IsDelivered == true,
            delivery?.Fault,
            delivery is { IsDelivered: false, Fault: null },
            account.DefaultLoginOptions,
            await SingleSignOnAsync(db, tally));
    }

    private static async Task<SingleSignOnSnapshot?> SingleSignOnAsync(PortalDbContext db, OperatorTally tally)
    {
        if (await db.SingleSignOns.AsNoTracking().SingleOrDefaultAsync() is not { } settings)
        {
            return null;
        }

        var testedBy = await db.Operators.Where(by => by.Id == settings.TestedById).Select(by => by.Name).SingleOrDefaultAsync();
        return new(
            settings.Name,
            settings.Issuer,
            settings.ClientId,
            settings.ProtectedSecret is not null,
            settings.Scopes,
            settings.TrustsUnmarkedEmail,
            settings.IsComplete,
            settings.IsOn,
            settings.WorkedAt,
            settings.Fault,
            settings.FaultDetail,
            settings.FaultSince,
            settings.TestedAt is { } at ? new(at, testedBy, settings.TestFault, settings.TestDetail, settings.TestEmail, settings.TestSubject, settings.TestLacksAuthTime) : null,
            tally.Cells.Where(cell => cell.IsBySingleSignOn).Sum(cell => cell.Count),
            tally.Cells.Where(cell => cell.LoginOptions == LoginOptions.Both).Sum(cell => cell.Count),
            tally.Bound.Where(cell => cell.Issuer != settings.Issuer || cell.ClientId != settings.ClientId).Sum(cell => cell.Count));
    }
}

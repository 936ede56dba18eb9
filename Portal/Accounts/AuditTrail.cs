using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Accounts;

/// <summary>
/// Reads the record, newest first: a page costs the same wherever it stands. Administrators read all of their account, everybody
/// else what they did or what was done to them; who may is looked at anew each time.
/// </summary>
public sealed class AuditTrail(PortalContexts contexts, Sessions sessions)
{
    /// <summary>Entries on a page.</summary>
    public const int PageSize = 50;

    /// <summary>Reads a page.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="filter">Which entries.</param>
    /// <param name="before">Only what is older.</param>
    /// <param name="after">Only what is newer, and the nearest of it. What does not fill a page is the first page.</param>
    /// <returns>The page; an empty one for whoever may not read it.</returns>
    public async Task<AuditSheet> PageAsync(Actor actor, AuditFilter filter, AuditPosition? before = null, AuditPosition? after = null)
    {
        await using var db = contexts.For(actor.AccountId);
        if (await ReaderAsync(db, actor, filter) is not { } reader)
        {
            return new([], null, null);
        }

        if (after is not null && await ReadAsync(reader, filter, after.Value, isAfter: true, PageSize + 1) is { Count: > PageSize } newer)
        {
            newer.RemoveAt(PageSize);
            newer.Reverse();
            return new([.. newer.Select(reader.MaySee)], AuditPosition.Of(newer[^1]), AuditPosition.Of(newer[0]));
        }

        var from = after is null ? before : null;
        var entries = await ReadAsync(reader, filter, from ?? End, isAfter: false, PageSize + 1);
        AuditPosition? older = entries.Count > PageSize ? AuditPosition.Of(entries[PageSize - 1]) : null;
        return new(
            [.. entries.Take(PageSize).Select(reader.MaySee)],
            older,
            from is not null && entries.Count > 0 ? AuditPosition.Of(entries[0]) : from);
    }

    /// <summary>How many entries are newer than a place: up to one more than a page, so that it is never counted for long.</summary>
    public async Task<int> NewerAsync(Actor actor, AuditFilter filter, AuditPosition than)
    {
        await using var db = contexts.For(actor.AccountId);
        return await ReaderAsync(db, actor, filter) is { } reader ? (await ReadAsync(reader, filter, than, isAfter: true, PageSize + 1)).Count : 0;
    }

    /// <summary>Reads on from a place, for an export.</summary>
    /// <returns>The entries; <see langword="null"/> once the actor may no longer read them.</returns>
    internal async Task<IReadOnlyList<AuditEntry>?> NextAsync(Actor actor, AuditFilter filter, AuditPosition? before, int most)
    {
        await using var db = contexts.For(actor.AccountId);
        return await ReaderAsync(db, actor, filter) is { IsAdministrator: true } reader
            ? await ReadAsync(reader, filter, before ?? End, isAfter: false, most)
            : null;
    }

    private static AuditPosition End => new(DateTimeOffset.MaxValue.ToUnixTimeMilliseconds(), long.MaxValue);

    // Whoever acted and whoever was acted upon stand in indexes of their own, so that each is asked by itself; both are in order.
    private static async Task<List<AuditEntry>> ReadAsync(Reader reader, AuditFilter filter, AuditPosition from, bool isAfter, int most)
    {
        if (filter.PersonId is not { } id)
        {
            return await ReadAsync(await ByNameAsync(reader, filter.Name));
        }

        var entries = reader.Db.AuditEntries;
        var acted = await ReadAsync(entries.Where(entry => entry.ActorId == id));
        var wasActedUpon = await ReadAsync(entries.Where(entry => entry.SubjectId == id && (entry.ActorId == null || entry.ActorId != id)));
        var both = acted.Concat(wasActedUpon);
        return [.. (isAfter
            ? both.OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            : both.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id)).Take(most)];

        Task<List<AuditEntry>> ReadAsync(IQueryable<AuditEntry> which) => InOrder(which, filter, reader.Zone, from, isAfter).Take(most).ToListAsync();
    }

    /// <summary>Entries that match the day and the action, in order from a place on.</summary>
    internal static IQueryable<AuditEntry> InOrder(IQueryable<AuditEntry> which, AuditFilter filter, TimeZoneInfo zone, AuditPosition from, bool isAfter)
    {
        var (first, until) = filter.Span(zone);
        var (at, id) = (DateTimeOffset.FromUnixTimeMilliseconds(from.At), from.Id);
        which = which.AsNoTracking();
        which = filter.Action?.ToString() is { } action ? which.Where(entry => entry.Action == action) : which;
        which = first is { } start ? which.Where(entry => entry.At >= start) : which;
        which = until is { } end ? which.Where(entry => entry.At < end) : which;

        // Written so that the index finds the place: the first half is a range, the second only sorts out equals.
        return isAfter
            ? which.Where(entry => entry.At >= at && (entry.At > at || entry.Id > id)).OrderBy(entry => entry.At).ThenBy(entry => entry.Id)
            : which.Where(entry => entry.At <= at && (entry.At < at || entry.Id < id)).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id);
    }

    /// <summary>Entries of the account, or those in which a part of a name stands: as it was then, or as it is now without regard to accents.</summary>
    [SuppressMessage("Globalization", "CA1304", Justification = "It is SQL.")]
    [SuppressMessage("Globalization", "CA1311", Justification = "It is SQL.")]
    private static async Task<IQueryable<AuditEntry>> ByNameAsync(Reader reader, string? name)
    {
        // Said twice, since the account's filter is written so that no index answers it.
        var (db, accountId) = (reader.Db, reader.AccountId);
        var entries = db.AuditEntries.Where(entry => entry.AccountId == accountId);
        if (name is null)
        {
            return entries;
        }

        var key = SearchKey.Fold(name);
        var people = await db.Operators.Where(person => person.AccountId == accountId && person.SearchKey.Contains(key))
            .OrderBy(person => person.SearchKey).Select(person => (Guid?)person.Id).Take(MostByName).ToListAsync();

        // In capitals on both sides: of the two engines one tells small letters from them.
        var part = $"%{name.ToUpperInvariant().Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal)}%";
        return entries.Where(entry => EF.Functions.Like(entry.ActorName!.ToUpper(), part, @"\") || EF.Functions.Like(entry.SubjectName!.ToUpper(), part, @"\")
            || people.Contains(entry.ActorId) || people.Contains(entry.SubjectId));
    }

    private const int MostByName = 100;

    // Null for whoever may not read what is asked for.
    private async Task<Reader?> ReaderAsync(PortalDbContext db, Actor actor, AuditFilter filter)
    {
        var role = await sessions.RoleOfAsync(db, actor);
        if (role is null || (role != OperatorRole.Administrator && filter.PersonId != actor.OperatorId))
        {
            return null;
        }

        var zone = await db.Accounts.Where(account => account.Id == actor.AccountId).Select(account => account.TimeZone).SingleAsync();
        return new(db, actor.AccountId, actor.OperatorId, role == OperatorRole.Administrator, TimeZoneInfo.FindSystemTimeZoneById(zone));
    }

    private sealed record Reader(PortalDbContext Db, Guid AccountId, Guid OperatorId, bool IsAdministrator, TimeZoneInfo Zone)
    {
        // From where another acted is for administrators; what somebody unknown tried on one's own account is not kept from anybody.
        public AuditEntry MaySee(AuditEntry entry) => IsAdministrator || entry.ActorId is null || entry.ActorId == OperatorId ? entry : new()
        {
            Id = entry.Id,
            AccountId = entry.AccountId,
            At = entry.At,
            Action = entry.Action,
            Refused = entry.Refused,
            ActorId = entry.ActorId,
            ActorName = entry.ActorName,
            SubjectId = entry.SubjectId,
            SubjectName = entry.SubjectName,
            Before = entry.Before,
            After = entry.After,
            Reason = entry.Reason,
            Address = "",
            UserAgent = "",
        };
    }
}

/// <summary>A page of the record, newest first.</summary>
/// <param name="Entries">The entries.</param>
/// <param name="Older">From where the next page goes on; <see langword="null"/> on the last.</param>
/// <param name="Newer">From where the page before does; <see langword="null"/> on the first.</param>
public sealed record AuditSheet(IReadOnlyList<AuditEntry> Entries, AuditPosition? Older, AuditPosition? Newer);

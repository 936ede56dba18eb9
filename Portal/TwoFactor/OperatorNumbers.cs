using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;

namespace Portal.TwoFactor;

/// <summary>Operators whom neither the rule nor the numbers tell apart, and how many there are.</summary>
/// <param name="LoginOptions">How they may sign in.</param>
/// <param name="Own">Their own setting, as it holds.</param>
/// <param name="IsInvited">Whether they have not accepted yet.</param>
/// <param name="IsSetUp">Whether they have an authenticator.</param>
/// <param name="Count">How many.</param>
public sealed record OperatorCell(LoginOptions LoginOptions, TwoFactorPolicy? Own, bool IsInvited, bool IsSetUp, int Count)
{
    public bool IsBySingleSignOn => LoginOptions == LoginOptions.SingleSignOn;
}

/// <summary>Operators who sign in with an identity at one provider.</summary>
/// <param name="Issuer">The issuer.</param>
/// <param name="ClientId">The client under which it named them.</param>
/// <param name="Count">How many.</param>
public sealed record BoundCell(string Issuer, string? ClientId, int Count);

/// <summary>The operators of an account that are not deactivated, counted by all that numbers are made of.</summary>
/// <param name="Cells">By what the rule asks.</param>
/// <param name="Bound">By the provider at which they have an identity; whoever has none is not in it.</param>
public sealed record OperatorTally(IReadOnlyList<OperatorCell> Cells, IReadOnlyList<BoundCell> Bound);

/// <summary>Counts the operators of an account: once for each change that alters a number, and not at all when a setting of the account changes.</summary>
/// <remarks>
/// Where counting takes long, nobody waits for it: whoever asks gets the numbers of before, and pages are told when the new ones
/// are there.
/// </remarks>
public sealed class OperatorNumbers(PortalContexts contexts, AccountChanges feed, TimeProvider clock, ILogger<OperatorNumbers> log)
{
    // Long enough that in most accounts the numbers come with the answer to the click.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    // Between two counts that take long, so that steady traffic does not keep a processor counting.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(400);

    private readonly ConcurrentDictionary<Guid, Counted> accounts = new();

    /// <summary>The numbers of an account: as they are, or, while counting takes longer than a moment, as they were.</summary>
    public async Task<OperatorTally> OfAsync(Guid accountId)
    {
        var (tally, wanted) = (accounts.GetOrAdd(accountId, _ => new()), feed.CountOfCounted(accountId));
        if (tally.Known is { } known && known.Count >= wanted)
        {
            return known.Tally;
        }

        var counting = CountAsync(accountId, tally, wanted);
        if (tally.Known is { } former && await Task.WhenAny(counting, Task.Delay(Patience, clock)) != counting)
        {
            _ = TellAsync(accountId, tally, counting);
            return former.Tally;
        }

        return await counting;
    }

    /// <summary>The numbers of the impact, from the cells.</summary>
    public static OperatorCounts Count(IReadOnlyList<OperatorCell> cells)
    {
        int Sum(bool own, bool invited, bool? isSetUp) => cells
            .Where(cell => !cell.IsBySingleSignOn && cell.Own is not null == own && cell.IsInvited == invited && (isSetUp is null || cell.IsSetUp == isSetUp))
            .Sum(cell => cell.Count);

        return new(
            SingleSignOn: cells.Where(cell => cell.IsBySingleSignOn).Sum(cell => cell.Count),
            OwnInvited: Sum(own: true, invited: true, isSetUp: null),
            OwnSetUp: Sum(own: true, invited: false, isSetUp: true),
            OwnNothing: Sum(own: true, invited: false, isSetUp: false),
            Invited: Sum(own: false, invited: true, isSetUp: null),
            SetUp: Sum(own: false, invited: false, isSetUp: true),
            Nothing: Sum(own: false, invited: false, isSetUp: false));
    }

    /// <summary>Counts anew, whatever is known. One statement; for the account and for measuring.</summary>
    /// <remarks>
    /// Grouped by columns as they stand in <c>IX_Operators_Numbers</c>, in its order: so the database goes along the index once and sorts
    /// nothing. Which override holds now is worked out of the few groups that this leaves.
    /// </remarks>
    public static async Task<IReadOnlyList<OperatorCell>> ReadAsync(PortalDbContext db, DateTimeOffset now)
    {
        var groups = await db.Operators
            .Where(person => person.State != OperatorState.Deactivated)

            // Joined by hand: asked for as a part of the operator, each group would be counted by a query of its own.
            .LeftJoin(db.Authenticators, person => person.Id, authenticator => authenticator.OperatorId, (person, authenticator) => new
            {
                person.State,
                person.LoginOptions,
                person.PolicyOverride,
                person.PolicyOverrideUntil,
                person.PolicyOverrideAfter,
                IsSetUp = authenticator != null,
            })
            .GroupBy(person => new { person.State, person.LoginOptions, person.PolicyOverride, person.PolicyOverrideUntil, person.PolicyOverrideAfter })
            .Select(group => new { group.Key, Count = group.Count(), SetUp = group.Count(person => person.IsSetUp) })
            .ToListAsync();
        return
        [
            .. from @group in groups
               let key = @group.Key
               let own = key.PolicyOverrideUntil <= now ? key.PolicyOverrideAfter : key.PolicyOverride
               from part in new[] { (IsSetUp: true, Count: @group.SetUp), (IsSetUp: false, Count: @group.Count - @group.SetUp) }
               where part.Count > 0
               group part.Count by (key.LoginOptions, own, IsInvited: key.State == OperatorState.Invited, part.IsSetUp) into cell
               select new OperatorCell(cell.Key.LoginOptions, cell.Key.own, cell.Key.IsInvited, cell.Key.IsSetUp, cell.Sum()),
        ];
    }

    private static async Task<IReadOnlyList<BoundCell>> BoundAsync(PortalDbContext db)
    {
        var bound = await db.Operators
            .Where(person => person.State != OperatorState.Deactivated && person.SsoIssuer != null)
            .GroupBy(person => new { person.SsoIssuer, person.SsoClientId })
            .Select(cell => new { cell.Key, Count = cell.Count() })
            .ToListAsync();
        return [.. bound.Select(cell => new BoundCell(cell.Key.SsoIssuer!, cell.Key.SsoClientId, cell.Count))];
    }

    // One at a time: whoever comes while somebody counts takes what that gave, if nothing has changed since it began.
    private async Task<OperatorTally> CountAsync(Guid accountId, Counted tally, long wanted)
    {
        await tally.Turn.WaitAsync();
        try
        {
            if (tally.Known is { } known && known.Count >= wanted)
            {
                return known.Tally;
            }

            var sinceLast = clock.GetElapsedTime(tally.CountedAt);
            if (tally.Took > Patience && sinceLast < Pause(tally))
            {
                await Task.Delay(Pause(tally) - sinceLast, clock);
            }

            // Before reading: a change that comes in between makes the numbers stale, never the other way round.
            var count = feed.CountOfCounted(accountId);
            var began = clock.GetTimestamp();
            await using var db = contexts.For(accountId);
            var counted = new OperatorTally(await ReadAsync(db, clock.GetUtcNow()), await BoundAsync(db));
            (tally.Took, tally.CountedAt) = (clock.GetElapsedTime(began), clock.GetTimestamp());
            tally.Known = new(count, counted);
            return counted;
        }
        finally
        {
            tally.Turn.Release();
        }
    }

    private static TimeSpan Pause(Counted tally) => tally.Took < LongestPause ? tally.Took : LongestPause;

    // Several may have waited for the same count: pages are told once.
    private async Task TellAsync(Guid accountId, Counted tally, Task counting)
    {
        try
        {
            await counting;
            if (tally.Tell())
            {
                feed.Publish(new(accountId, null));
            }
        }
        catch (DbException failure)
        {
            // The next change counts anew.
            log.LogError(failure, "The operators of account {AccountId} could not be counted", accountId);
        }
    }

    /// <summary>What is known of one account, and whose turn it is to count.</summary>
    private sealed class Counted
    {
        private long told = -1;

        public SemaphoreSlim Turn { get; } = new(1, 1);

        public Known? Known { get; set; }

        public TimeSpan Took { get; set; }

        public long CountedAt { get; set; }

        /// <summary>Whether these numbers are still to be told; asking takes them as told.</summary>
        public bool Tell() => Known is { } known && Interlocked.Exchange(ref told, known.Count) < known.Count;
    }

    /// <param name="Count">How many changes that count had been told when counting began.</param>
    /// <param name="Tally">The numbers.</param>
    private sealed record Known(long Count, OperatorTally Tally);
}

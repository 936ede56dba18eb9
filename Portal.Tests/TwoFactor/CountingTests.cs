using Microsoft.Extensions.Time.Testing;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Operators;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.TwoFactor;

/// <summary>Counting the operators of an account: once for all who wait, and without keeping anybody waiting for long.</summary>
[OnEachDatabase]
public sealed class CountingTests : ExampleCompany
{
    private const int Many = 20;

    private AccountChanges Feed => Node.Get<AccountChanges>();

    [Fact]
    public async Task Of_many_who_ask_at_once_one_counts_and_the_others_take_what_that_gave()
    {
        var numbers = Node.Get<OperatorNumbers>();
        using var asked = new Statements(Node.Contexts.Engine);

        var first = await AskAsync(numbers);
        Assert.Equal(1, CountsIn(asked));

        await Node.ChangeAsync(Anna, who => who.State = OperatorState.Deactivated);
        var second = await AskAsync(numbers);

        Assert.Equal(2, CountsIn(asked));
        Assert.Equal((4, 3), (Total(first), Total(second)));
    }

    [Fact]
    public async Task All_groups_are_counted_in_one_go_and_not_each_by_a_query_of_its_own()
    {
        using var asked = new Statements(Node.Contexts.Engine);

        await AskAsync(Node.Create<OperatorNumbers>());

        var count = Assert.Single(asked.All, IsCount).Sql;
        Assert.DoesNotMatch(@"(?i)\(\s*SELECT (COUNT|COALESCE)", count);
        Assert.Equal(1, count.Split("FROM \"Operators\"").Length - 1);
    }

    [Fact]
    public async Task Where_counting_takes_long_all_get_the_numbers_of_before_and_pages_are_told_once_of_the_new_ones()
    {
        var clock = new Slow(Node.Clock);
        var numbers = Node.Create<OperatorNumbers>(clock);
        using var asked = new Statements(Node.Contexts.Engine);
        var former = await numbers.OfAsync(Account.Id);
        await Node.ChangeAsync(Anna, who => who.State = OperatorState.Deactivated);
        var told = Feed.CountOf(Account.Id);

        // The next count rests for a while, since the one before took a second.
        var waiting = Enumerable.Range(0, Many).Select(_ => numbers.OfAsync(Account.Id)).ToList();
        Node.Clock.Advance(TimeSpan.FromMilliseconds(100));

        Assert.All(await Task.WhenAll(waiting), tally => Assert.Same(former, tally));
        Assert.Equal((1, told), (CountsIn(asked), Feed.CountOf(Account.Id)));

        Node.Clock.Advance(TimeSpan.FromMilliseconds(300));

        Assert.NotNull(await Patience.UntilAsync(() => Task.FromResult(Feed.CountOf(Account.Id) > told ? "told" : null)));
        Assert.Equal(3, Total(await numbers.OfAsync(Account.Id)));

        // Whoever comes now is behind all who waited.
        await Node.ChangeAsync(Anna, who => who.State = OperatorState.Active);
        Assert.Equal(4, Total(await numbers.OfAsync(Account.Id)));
        Assert.Equal((3, told + 2), (CountsIn(asked), Feed.CountOf(Account.Id)));
    }

    private static int Total(OperatorTally tally) => tally.Cells.Sum(cell => cell.Count);

    private static int CountsIn(Statements asked) => asked.All.Count(IsCount);

    private static bool IsCount(Statements.Statement statement) =>
        statement.Sql.Contains("COUNT(*)", StringComparison.OrdinalIgnoreCase) && statement.Sql.Contains("\"LoginOptions\"", StringComparison.Ordinal);

    private async Task<OperatorTally> AskAsync(OperatorNumbers numbers) =>
        Assert.Single((await Task.WhenAll(Enumerable.Range(0, Many).Select(_ => Task.Run(() => numbers.OfAsync(Account.Id))))).Distinct());

    /// <summary>Time that a test moves; but the first count takes a second of it.</summary>
    private sealed class Slow(FakeTimeProvider clock) : TimeProvider
    {
        private int asked;

        public override long TimestampFrequency => clock.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => clock.GetUtcNow();

        // It is asked how long ago the last count was, then before the count, then after it.
        public override long GetTimestamp() => clock.GetTimestamp() + (Interlocked.Increment(ref asked) > 2 ? clock.TimestampFrequency : 0);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => clock.CreateTimer(callback, state, dueTime, period);
    }
}

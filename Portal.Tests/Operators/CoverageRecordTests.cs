using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>What is recorded of each day: by whose midnight, by whom, and what is not.</summary>
[OnEachDatabase]
public sealed class CoverageRecordTests : IAsyncLifetime
{
    private PortalServices node = null!;
    private Account account = null!;

    private CoverageRecord Record => node.Get<CoverageRecord>();

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        await node.AddOperatorAsync(account, "Anna");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task Everybody_who_is_not_deactivated_is_counted_once_by_status()
    {
        var carla = await node.AddOperatorAsync(account, "Carla", hasPassword: false);
        await node.AddAuthenticatorAsync(carla);
        var paused = await node.AddOperatorAsync(account, "Paused", own: TwoFactorPolicy.Disabled, hasPassword: false);
        await node.AddAuthenticatorAsync(paused);
        await node.AddOperatorAsync(account, "Due", own: TwoFactorPolicy.Required, hasPassword: false);
        await node.AddOperatorAsync(account, "Both", own: TwoFactorPolicy.Required, login: LoginOptions.Both, hasPassword: false);
        await node.AddOperatorAsync(account, "Dirk", own: TwoFactorPolicy.Disabled, hasPassword: false);
        await node.AddOperatorAsync(account, "Eva", login: LoginOptions.SingleSignOn);
        await node.AddOperatorAsync(account, "Out", state: OperatorState.Deactivated);

        Assert.Equal(1, await Record.RecordAsync(CancellationToken.None));

        var day = Assert.Single(await DaysAsync());
        Assert.Equal(new(2026, 11, 24), day.Day);
        Assert.Equal((1, 2, 1, 1, 1, 1), (day.Active, day.SetUpDue, day.NotSetUp, day.Paused, day.Disabled, day.SingleSignOn));
    }

    [Fact]
    public async Task What_stands_there_is_not_written_again_and_what_changed_during_the_day_takes_its_place()
    {
        await Record.RecordAsync(CancellationToken.None);
        Assert.Equal(0, await Record.RecordAsync(CancellationToken.None));

        var bram = await node.AddOperatorAsync(account, "Bram", hasPassword: false);
        await node.ChangeAsync(bram, who => who.PolicyOverride = TwoFactorPolicy.Required);

        Assert.Equal(1, await Record.RecordAsync(CancellationToken.None));
        var day = Assert.Single(await DaysAsync());
        Assert.Equal((1, 1), (day.SetUpDue, day.NotSetUp));
    }

    // Winter time ends and begins on these days; in Auckland it is tomorrow already when it is morning in Amsterdam.
    [Theory]
    [InlineData("Europe/Amsterdam", "2026-11-24T22:59:59Z", "2026-11-24", 1)]
    [InlineData("Pacific/Auckland", "2026-11-24T10:59:59Z", "2026-11-24", 1)]
    [InlineData("Europe/Amsterdam", "2027-03-27T22:59:59Z", "2027-03-27", 23)]
    [InlineData("Europe/Amsterdam", "2026-10-24T21:59:59Z", "2026-10-24", 25)]
    [InlineData("Pacific/Auckland", "2027-04-03T10:59:59Z", "2027-04-03", 25)]
    public async Task A_day_is_over_when_it_is_midnight_where_the_account_is(string zone, string lastSecond, string day, int hoursOfTheNext)
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(DateTimeOffset.Parse(lastSecond, System.Globalization.CultureInfo.InvariantCulture));
        await MoveAsync(zone);
        var record = node.Create<CoverageRecord>(clock);
        var (last, next) = (DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture).AddDays(1));

        await record.RecordAsync(CancellationToken.None);
        Assert.Equal([last], (await DaysAsync()).Select(row => row.Day));

        clock.Advance(TimeSpan.FromSeconds(1));
        await record.RecordAsync(CancellationToken.None);
        Assert.Equal([last, next], (await DaysAsync()).Select(row => row.Day));

        if (hoursOfTheNext > 1)
        {
            clock.Advance(TimeSpan.FromHours(hoursOfTheNext) - TimeSpan.FromSeconds(1));
            Assert.Equal(0, await record.RecordAsync(CancellationToken.None));
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal(1, await record.RecordAsync(CancellationToken.None));
        }
    }

    [Fact]
    public async Task It_records_at_its_start_and_each_new_day_by_itself()
    {
        await Record.StartAsync(TestContext.Current.CancellationToken);
        Assert.NotNull(await Patience.UntilAsync(async () => (await DaysAsync()).SingleOrDefault()));

        await Patience.PassAsync(node.Clock, TimeSpan.FromMinutes(30), Patience.UntilAsync(async () => (await DaysAsync()).Skip(1).FirstOrDefault()));

        Assert.Equal([new(2026, 11, 24), new(2026, 11, 25)], (await DaysAsync()).Take(2).Select(row => row.Day));
        await Record.StopAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task It_looks_again_within_the_hour_and_right_after_the_next_midnight_of_any_account()
    {
        Assert.Equal(TimeSpan.FromHours(1), await Record.UntilNextAsync(TestContext.Current.CancellationToken));

        // 22:15:05 in Auckland, then 23:20:05.
        await MoveAsync("Pacific/Auckland", await node.AddAccountAsync(name: "Far away"));
        Assert.Equal(TimeSpan.FromHours(1), await Record.UntilNextAsync(TestContext.Current.CancellationToken));
        node.Clock.Advance(TimeSpan.FromMinutes(65));
        Assert.Equal(new TimeSpan(0, 39, 56), await Record.UntilNextAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_is_made_up_for_days_on_which_it_did_not_run()
    {
        await Record.RecordAsync(CancellationToken.None);
        node.Clock.Advance(TimeSpan.FromDays(10));

        await node.Create<CoverageRecord>().RecordAsync(CancellationToken.None);

        Assert.Equal([new(2026, 11, 24), new(2026, 12, 4)], (await DaysAsync()).Select(row => row.Day));
    }

    [Fact]
    public async Task Several_at_once_record_the_day_once()
    {
        var nodes = Enumerable.Range(0, 4).Select(_ => node.Create<CoverageRecord>()).ToList();

        var written = await Task.WhenAll(nodes.Select(record => Task.Run(() => record.RecordAsync(CancellationToken.None))));

        Assert.Equal(1, written.Sum());
        Assert.Single(await DaysAsync());
    }

    [Fact]
    public async Task Each_account_sees_its_own_days_and_no_others()
    {
        var other = await node.AddAccountAsync(name: "Another Company");
        await node.AddOperatorAsync(other, "Bea", hasPassword: false);
        await node.AddOperatorAsync(other, "Bob", hasPassword: false);
        Assert.Equal(2, await Record.RecordAsync(CancellationToken.None));

        Assert.Equal([1], (await DaysAsync()).Select(row => row.NotSetUp));
        Assert.Equal([2], (await DaysAsync(other)).Select(row => row.NotSetUp));
    }

    private Task<List<CoverageDay>> DaysAsync(Account? of = null) =>
        node.ReadAsync((of ?? account).Id, db => db.CoverageDays.OrderBy(row => row.Day).ToListAsync());

    private Task<int> MoveAsync(string zone, Account? whom = null) => node.Contexts.WriteAsync((whom ?? account).Id, async db =>
    {
        var row = await db.Accounts.SingleAsync();
        row.TimeZone = zone;
        db.Announce(row.Id, null);
        return 0;
    });
}

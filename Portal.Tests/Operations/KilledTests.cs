using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Operations;

/// <summary>
/// Processes that are killed while people use them: nothing that anybody was told is lost, and nothing is done twice. A thousand times in
/// Benchmarks. A class for each database, so that they run side by side.
/// </summary>
public abstract class KilledTests(DatabaseProvider engine, PublishedPortal portal, ITestOutputHelper output) : IClassFixture<PublishedPortal>
{
    private const int Kills = 10;

    [Fact]
    public async Task Killed_at_random_nothing_that_was_told_is_lost_and_no_code_or_mail_counts_twice()
    {
        var seed = Environment.TickCount;

        var report = await new KillRun(portal.Program, engine, seed).RunAsync(Kills);

        output.WriteLine($"Seed {seed}: {report}");
        Assert.Empty(report.Faults);
        Assert.Equal(Kills, report.Kills);
        Assert.InRange(report.Told, Kills, int.MaxValue);
    }
}

/// <summary>One process on SQLite.</summary>
public sealed class KilledOnSqliteTests(PublishedPortal portal, ITestOutputHelper output) : KilledTests(DatabaseProvider.Sqlite, portal, output);

/// <summary>Two nodes on PostgreSQL, one of which is killed each time.</summary>
public sealed class KilledOnPostgresTests(PublishedPortal portal, ITestOutputHelper output) : KilledTests(DatabaseProvider.Postgres, portal, output);

/// <summary>The database of two nodes is restarted while people use them.</summary>
public sealed class DatabaseRestartTests(PublishedPortal portal, ITestOutputHelper output) : IClassFixture<PublishedPortal>
{
    private const int Restarts = 2;

    [Fact]
    public async Task Restarted_under_load_people_get_in_again_and_nothing_that_was_told_is_lost()
    {
        await using var server = await PostgresServer.StartAsync(isDurable: true);
        var seed = Environment.TickCount;

        var report = await new KillRun(portal.Program, DatabaseProvider.Postgres, seed, server).RunAsync(Restarts);

        output.WriteLine($"Seed {seed}: {report}");
        Assert.Empty(report.Faults);
        Assert.InRange(report.Told, Restarts, int.MaxValue);
    }
}

/// <summary>What looks for losses after a kill can find them.</summary>
public sealed class KillLedgerTests
{
    private static readonly Guid Anna = Guid.CreateVersion7();
    private static readonly Guid Bram = Guid.CreateVersion7();

    [Fact]
    public void What_is_there_as_it_was_told_is_no_fault() => Assert.Empty(Found().Faults(Told()));

    public static TheoryData<string, string> Losses => new()
    {
        { "sign-in", "was told of 2 sign-ins" },
        { "session", "was told of 2 sign-ins" },
        { "step", "the last one that is remembered is 41" },
        { "code", "got in 2 times with one code (step 42)" },
        { "recovery", "used 1 recovery codes; spent are 0" },
        { "mail", "was told that a mail is on its way; there is none" },
        { "unsent", "never reached the mail server" },
        { "another", "came more than once, and not as the very same" },
        { "copies", "2 mails came once more; of 1 processes that were killed each can have had one in hand" },
        { "record", "Seal 3 does not hold" },
        { "sign-in twice", "sent 2 codes; there are 3 sign-ins in the record" },
        { "session twice", "sent 2 codes; there are 3 sessions" },
        { "recovery twice", "sent 1 recovery codes; spent are 2" },
        { "mail twice", "asked once at most; there are 2 mails" },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void Whatever_is_lost_or_doubled_is_found(string what, string said)
    {
        var told = Told();
        var found = Found();
        if (what == "code")
        {
            told.SignIns.Enqueue(new(Anna, 42, null));
            told.CodesSent[Anna] = 3;
            found = found with { SignIns = new Dictionary<Guid, int> { [Anna] = 3 }, Sessions = new Dictionary<Guid, int> { [Anna] = 3 } };
        }

        found = what switch
        {
            "sign-in" => found with { SignIns = new Dictionary<Guid, int> { [Anna] = 1 } },
            "session" => found with { Sessions = new Dictionary<Guid, int> { [Anna] = 1 } },
            "step" => found with { Steps = new Dictionary<Guid, long> { [Anna] = 41 } },
            "recovery" => found with { RecoveryCodesSpent = new Dictionary<Guid, int>() },
            "mail" => found with { Mails = Array.Empty<Guid>().ToLookup(who => who, _ => "") },
            "unsent" => found with { Taken = [] },
            "another" => found with { Taken = [found.Taken[0], new("1@portal", "another link")] },
            "copies" => found with { Taken = [.. found.Taken, found.Taken[0]] },
            "record" => found with { RecordFault = "Seal 3 does not hold." },
            "sign-in twice" => found with { SignIns = new Dictionary<Guid, int> { [Anna] = 3 } },
            "session twice" => found with { Sessions = new Dictionary<Guid, int> { [Anna] = 3 } },
            "recovery twice" => found with { RecoveryCodesSpent = new Dictionary<Guid, int> { [Anna] = 2 } },
            "mail twice" => found with { Mails = Enumerable.Range(1, 2).ToLookup(_ => Bram, number => $"{number}@portal"), Taken = [.. found.Taken, new("2@portal", "another link")] },
            _ => found,
        };

        Assert.Contains(said, Assert.Single(found.Faults(told)), StringComparison.Ordinal);
    }

    private static KillLedger Told()
    {
        var told = new KillLedger();
        told.SignIns.Enqueue(new(Anna, 42, null));
        told.SignIns.Enqueue(new(Anna, null, "abcd-efgh"));
        told.Asked.Enqueue(Bram);
        (told.CodesSent[Anna], told.RecoveryCodesSent[Anna], told.Killed) = (2, 1, 1);
        return told;
    }

    // Twice the very same mail is what a kill between the server's yes and writing it down makes.
    private static KillFound Found() => new(
        new Dictionary<Guid, int> { [Anna] = 2 },
        new Dictionary<Guid, int> { [Anna] = 2 },
        new Dictionary<Guid, long> { [Anna] = 42 },
        new Dictionary<Guid, int> { [Anna] = 1 },
        new[] { Bram }.ToLookup(who => who, _ => "1@portal"),
        [new("1@portal", "link"), new("1@portal", "link")],
        null);
}

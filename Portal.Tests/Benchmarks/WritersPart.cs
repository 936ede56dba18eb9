using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>Fifty who write at once, on each database, every commit waiting for the disk: how many are done in a second, and how long one waits.</summary>
/// <remarks>A write changes an operator and adds an entry to the record, as most acts do. The peer is one UPDATE by hand and its commit, one after the other.</remarks>
public static class WritersPart
{
    private const int Writers = 50;
    private const int WritesOfEach = 20;
    private const int Runs = 3;
    private const double Limit = 500;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var figures = new List<Figure>();
        await using (var sqlite = await PortalServices.CreateAsync(DatabaseProvider.Sqlite))
        {
            figures.AddRange(await MeasureAsync(sqlite));
        }

        await using var server = await PostgresServer.StartAsync(isDurable: true);
        await using var postgres = PortalServices.Create([.. TestDatabase.Settings(server.ConnectionString(await server.CreateDatabaseAsync())).Select(setting => (setting.Key, setting.Value))]);
        await postgres.Contexts.MigrateAsync();
        figures.AddRange(await MeasureAsync(postgres));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(PortalServices node)
    {
        var account = await node.AddAccountAsync();
        var people = new List<Guid>();
        for (var writer = 0; writer < Writers; writer++)
        {
            people.Add((await node.AddOperatorAsync(account, $"Person {writer}")).Id);
        }

        var (perSecond, byHand, waits) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            var hand = await ByHandAsync(node);
            var took = new double[Writers * WritesOfEach];
            var began = Stopwatch.GetTimestamp();
            await Task.WhenAll(people.Select((who, writer) => Task.Run(async () =>
            {
                for (var write = 0; write < WritesOfEach; write++)
                {
                    var asked = Stopwatch.GetTimestamp();
                    await WriteAsync(node, account.Id, who);
                    took[(writer * WritesOfEach) + write] = Stopwatch.GetElapsedTime(asked).TotalMilliseconds;
                }
            })));
            if (run > 0)
            {
                perSecond.Add(took.Length / Stopwatch.GetElapsedTime(began).TotalSeconds);
                byHand.Add(hand);
                waits.AddRange(took);
            }
        }

        var (all, bare, each) = (new Samples(perSecond), new Samples(byHand), new Samples(waits));
        return
        [
            new($"{node.Contexts.Engine.Name}: {Writers} writers, writes in all", Figure.Of(all.Median, "0", "/s"), all.Spread("0"), $"{Figure.Of(bare.Median, "0", "/s")} ({bare.Spread("0")}), one UPDATE by hand after the other", Figure.RatioOf(all.Median, bare.Median)),
            new("  one of them, p50", Figure.Of(each.Median, "0", "ms"), each.Spread("0"), "–", "–"),
            Figure.Within("  p99", each.Percentile(99), Limit, value => Figure.Of(value, "0", "ms")),
        ];
    }

    private static Task<int> WriteAsync(PortalServices node, Guid accountId, Guid who) => node.Contexts.WriteAsync(accountId, async db =>
    {
        AuditLog.RecordCommand(db, accountId, AuditAction.AccountRenamed, node.Clock.GetUtcNow());
        return (await db.Operators.SingleAsync(person => person.Id == who)).KeyGeneration++;
    });

    private static async Task<double> ByHandAsync(PortalServices node)
    {
        const int Writes = 300;
        await using var db = node.Contexts.AcrossAccounts();
        await db.Database.OpenConnectionAsync();
        await using var update = db.Database.GetDbConnection().CreateCommand();
        update.CommandText = """UPDATE "Operators" SET "KeyGeneration" = "KeyGeneration" + 1 WHERE "Id" = (SELECT "Id" FROM "Operators" LIMIT 1)""";
        var began = Stopwatch.GetTimestamp();
        for (var write = 0; write < Writes; write++)
        {
            await update.ExecuteNonQueryAsync();
        }

        return Writes / Stopwatch.GetElapsedTime(began).TotalSeconds;
    }
}

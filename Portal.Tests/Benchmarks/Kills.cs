using System.Globalization;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>Kills the published program again and again while people use it: half of the times on SQLite, half of them one of two nodes on PostgreSQL. Then restarts that database, once for each twenty kills.</summary>
public static class Kills
{
    /// <summary>The argument that asks for it; how many times comes after it.</summary>
    public const string Command = "--kills";

    private static readonly TimeSpan ReadyAfterRestart = TimeSpan.FromSeconds(10);

    /// <summary>Kills so many times; answers 0 when nothing was lost and nothing done twice.</summary>
    public static async Task<int> RunAsync(int kills)
    {
        using var program = await Published.PortalAsync();
        var lost = 0;
        foreach (var (engine, times) in new[] { (DatabaseProvider.Sqlite, (kills + 1) / 2), (DatabaseProvider.Postgres, kills / 2) })
        {
            lost += await RunAsync($"{engine}: {times} kills", seed => new(program.Program, engine, seed), times);
        }

        await using var server = await PostgresServer.StartAsync(isDurable: true);
        var restarts = Math.Max(1, kills / 20);
        lost += await RunAsync($"{nameof(DatabaseProvider.Postgres)}: {restarts} restarts of the database", seed => new(program.Program, DatabaseProvider.Postgres, seed, server), restarts, ReadyAfterRestart);
        return lost == 0 ? 0 : 1;
    }

    private static async Task<int> RunAsync(string what, Func<int, KillRun> run, int times, TimeSpan? limit = null)
    {
        var seed = Environment.TickCount;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, seed {seed}"));
        var report = await run(seed).RunAsync(times, done => Console.Error.Write($"\r{done} "));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  done {report.Kills} times; acknowledged {report.Told}, lost or doubled {report.Faults.Count}; mails taken {report.Copies.All}, of these the very same again {report.Copies.Again}; ready again after {report.LongestStart.TotalSeconds:F1} s at most"));
        foreach (var fault in report.Faults)
        {
            Console.WriteLine($"    {fault}");
        }

        if (report.LongestStart > limit)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    {limit.Value.TotalSeconds:F0} s at most were promised."));
        }

        return report.Faults.Count + (report.LongestStart > limit ? 1 : 0);
    }
}

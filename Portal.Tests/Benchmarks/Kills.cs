using System.Globalization;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>Kills the published program again and again while people use it: half of the times on SQLite, half of them one of two nodes on PostgreSQL.</summary>
public static class Kills
{
    /// <summary>The argument that asks for it; how many times comes after it.</summary>
    public const string Command = "--kills";

    /// <summary>Kills so many times; answers 0 when nothing was lost and nothing done twice.</summary>
    public static async Task<int> RunAsync(int kills)
    {
        using var program = await Published.PortalAsync();
        var lost = 0;
        foreach (var (engine, times) in new[] { (DatabaseProvider.Sqlite, (kills + 1) / 2), (DatabaseProvider.Postgres, kills / 2) })
        {
            var seed = Environment.TickCount;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{engine}: {times} kills, seed {seed}"));
            var report = await new KillRun(program.Program, engine, seed).RunAsync(times, done => Console.Error.Write($"\r{done} "));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{engine}: killed {report.Kills} times; acknowledged {report.Told}, lost or doubled {report.Faults.Count}; mails taken {report.Copies.All}, of these the very same again {report.Copies.Again}; ready again after {report.LongestStart.TotalSeconds:F1} s at most"));
            foreach (var fault in report.Faults)
            {
                Console.WriteLine($"  {fault}");
            }

            lost += report.Faults.Count;
        }

        return lost == 0 ? 0 : 1;
    }
}

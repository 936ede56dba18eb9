using System.Diagnostics;

namespace Portal.Tests.Support;

/// <summary>
/// How long a test waits for what must come. Long, since a busy machine is no fault of the program; a test that passes waits
/// only as long as it has to. How fast things are is measured in <c>Benchmarks</c>, never asserted here.
/// </summary>
internal static partial class Patience
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(40);

    public static TimeSpan Long { get; } = TimeSpan.FromSeconds(30);

    /// <summary>Looks again and again until there is something; answers it, or <see langword="null"/> when it never came.</summary>
    internal static async Task<T?> UntilAsync<T>(Func<Task<T?>> look)
        where T : class
    {
        var began = Stopwatch.GetTimestamp();
        while (true)
        {
            if (await look() is { } found)
            {
                return found;
            }

            if (Stopwatch.GetElapsedTime(began) > Long)
            {
                return null;
            }

            await Task.Delay(BetweenLooks);
        }
    }
}

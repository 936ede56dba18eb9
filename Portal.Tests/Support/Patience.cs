using System.Diagnostics;
using System.Runtime.CompilerServices;
using Bunit;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Support;

/// <summary>
/// How long a test waits for what must come. Long, since a busy machine is no fault of the program; a test that passes waits
/// only as long as it has to. How fast things are is measured in <c>Benchmarks</c>, never asserted here.
/// </summary>
internal static class Patience
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public static TimeSpan Long { get; } = TimeSpan.FromSeconds(30);

    [ModuleInitializer]
    internal static void Set()
    {
        BunitContext.DefaultWaitTimeout = Long;
        Microsoft.Playwright.Assertions.SetDefaultExpectTimeout((float)Long.TotalMilliseconds);
    }

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

    /// <summary>
    /// Lets a test's time pass, step by step, until something is done that waits for it: a pause of the program may begin a
    /// moment after the test has come to it, so one step alone could be too early.
    /// </summary>
    internal static async Task PassAsync(FakeTimeProvider clock, TimeSpan step, Task until)
    {
        await UntilAsync(() =>
        {
            clock.Advance(step);
            return Task.FromResult(until.IsCompleted ? until : null);
        });
        Assert.True(until.IsCompleted, "What should happen in time did not.");
        await until;
    }
}

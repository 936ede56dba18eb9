using System.Runtime.CompilerServices;
using Bunit;

namespace Portal.Tests.Support;

/// <summary>
/// How long a test waits for what must come. Long, since a busy machine is no fault of the program; a test that passes waits
/// only as long as it has to. How fast things are is measured in <c>Benchmarks</c>, never asserted here.
/// </summary>
internal static class Patience
{
    public static TimeSpan Long { get; } = TimeSpan.FromSeconds(30);

    [ModuleInitializer]
    internal static void Set()
    {
        BunitContext.DefaultWaitTimeout = Long;
        Microsoft.Playwright.Assertions.SetDefaultExpectTimeout((float)Long.TotalMilliseconds);
    }
}

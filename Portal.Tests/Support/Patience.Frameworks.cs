using System.Runtime.CompilerServices;
using Bunit;
using Microsoft.Extensions.Time.Testing;

namespace Portal.Tests.Support;

/// <content>What the frameworks of the tests are told of it, and time that a test makes pass.</content>
internal static partial class Patience
{
    [ModuleInitializer]
    internal static void Set()
    {
        BunitContext.DefaultWaitTimeout = Long;
        Microsoft.Playwright.Assertions.SetDefaultExpectTimeout((float)Long.TotalMilliseconds);
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

using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>Waiting for one change among others: a worker tells of its own whenever it likes.</summary>
public static class AccountChangesExtensions
{
    /// <summary>Reads until the change was told.</summary>
    public static async Task UntilAsync(this AccountChanges.Subscription open, AccountChange change)
    {
        while (!(await open.NextAsync().WaitAsync(Patience.Long, TestContext.Current.CancellationToken))!.Contains(change))
        {
        }
    }
}

using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Data;

namespace Portal.TwoFactor;

/// <summary>What the prerendering of a page read goes to the circuit that follows, so that nothing is read twice.</summary>
/// <remarks>It is encrypted on its way through the browser, and good as long as nothing in the account has changed since. No secret goes this way.</remarks>
public sealed class ReadOnce(PersistentComponentState handedOver, AccountChanges feed) : IDisposable
{
    private readonly List<PersistingComponentStateSubscription> subscriptions = [];

    /// <summary>Answers what the prerendering read, or reads it.</summary>
    /// <param name="key">What it is, once on a page.</param>
    /// <param name="accountId">Whose changes make it stale.</param>
    /// <param name="isPrerendering">Whether what is read is to be handed over.</param>
    /// <param name="read">Reads it.</param>
    /// <param name="fits">Whether it is small enough for one message of the circuit; without it, it is.</param>
    public async Task<T> ReadAsync<T>(string key, Guid accountId, bool isPrerendering, Func<Task<T>> read, Func<T, bool>? fits = null)
    {
        var count = feed.CountOf(accountId);
        if (handedOver.TryTakeFromJson<HandedOver<T>>(key, out var handed) && handed is not null && (handed.Node, handed.Count) == (feed.Node, count))
        {
            return handed.What;
        }

        var what = await read();
        if (isPrerendering && fits?.Invoke(what) != false)
        {
            subscriptions.Add(handedOver.RegisterOnPersisting(
                () =>
                {
                    handedOver.PersistAsJson(key, new HandedOver<T>(feed.Node, count, what));
                    return Task.CompletedTask;
                },
                RenderMode.InteractiveServer));
        }

        return what;
    }

    /// <inheritdoc />
    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    /// <param name="Node">The process that read it.</param>
    /// <param name="Count">How many changes of the account that process had been told.</param>
    /// <param name="What">What it read.</param>
    private sealed record HandedOver<T>(Guid Node, long Count, T What);
}

using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Data;
using Portal.Domain;

namespace Portal.TwoFactor;

/// <summary>What the prerendering of a page read goes to the circuit that follows, so that nothing is read twice.</summary>
/// <remarks>
/// It is encrypted on its way through the browser, and good for the same person as long as nothing in the account has changed
/// since. No secret goes this way.
/// </remarks>
public sealed class ReadOnce(PersistentComponentState handedOver, AccountChanges feed) : IDisposable
{
    // Bytes of JSON for a whole page. It comes back in one message of the circuit, whose size is limited, and grows on its way:
    // what goes beyond is read again.
    private const int Most = 16 * 1024;

    private readonly List<PersistingComponentStateSubscription> subscriptions = [];
    private int used;

    /// <summary>Answers what the prerendering read, or reads it.</summary>
    /// <param name="key">What it is, once on a page.</param>
    /// <param name="actor">Who looks; changes of the account make it stale.</param>
    /// <param name="isPrerendering">Whether what is read is to be handed over.</param>
    /// <param name="read">Reads it.</param>
    public async Task<T> ReadAsync<T>(string key, Actor actor, bool isPrerendering, Func<Task<T>> read)
    {
        var now = (feed.Node, feed.CountOf(actor.AccountId), actor.AccountId, actor.OperatorId);
        if (handedOver.TryTakeFromJson<HandedOver<T>>(key, out var handed) && handed is not null
            && (handed.Node, handed.Count, handed.AccountId, handed.OperatorId) == now)
        {
            return handed.What;
        }

        var what = await read();
        if (isPrerendering)
        {
            HandOver(key, new HandedOver<T>(now.Node, now.Item2, now.AccountId, now.OperatorId, what));
        }

        return what;
    }

    /// <inheritdoc />
    public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());

    private void HandOver<T>(string key, HandedOver<T> what)
    {
        var size = JsonSerializer.SerializeToUtf8Bytes(what).Length;
        if (used + size > Most)
        {
            return;
        }

        used += size;
        subscriptions.Add(handedOver.RegisterOnPersisting(
            () =>
            {
                handedOver.PersistAsJson(key, what);
                return Task.CompletedTask;
            },
            RenderMode.InteractiveServer));
    }

    /// <param name="Node">The process that read it.</param>
    /// <param name="Count">How many changes of the account that process had been told.</param>
    /// <param name="AccountId">Of whose account it is.</param>
    /// <param name="OperatorId">Who looked.</param>
    /// <param name="What">What was read.</param>
    private sealed record HandedOver<T>(Guid Node, long Count, Guid AccountId, Guid OperatorId, T What);
}

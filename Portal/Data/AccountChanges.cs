using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Portal.Data;

/// <summary>The feed of committed changes, from whoever commits to whoever shows. One for each process.</summary>
/// <remarks>
/// Each subscriber reads a channel of its own, on a task of its own: a commit never waits for a page, and a page is never
/// rendered on the thread, or in the language, of the one who committed.
/// </remarks>
public sealed class AccountChanges
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Subscription, byte>> subscribers = new();
    private readonly ConcurrentDictionary<Guid, long> counters = new();
    private readonly ConcurrentDictionary<Guid, long> counted = new();

    /// <summary>This process, as other processes on the same database know it.</summary>
    public Guid Node { get; } = Guid.NewGuid();

    /// <summary>How many changes of an account this process has been told. Equal counts mean that nothing happened between.</summary>
    public long CountOf(Guid accountId) => counters.GetValueOrDefault(accountId);

    /// <summary>How many of them count: between two that are equal no number of operators has changed.</summary>
    public long CountOfCounted(Guid accountId) => counted.GetValueOrDefault(accountId);

    /// <summary>Tells everybody who shows the account. Call it after the commit.</summary>
    public void Publish(AccountChange change)
    {
        if (change.Counts)
        {
            counted.AddOrUpdate(change.AccountId, 1, (_, count) => count + 1);
        }

        counters.AddOrUpdate(change.AccountId, 1, (_, count) => count + 1);
        if (subscribers.TryGetValue(change.AccountId, out var listening))
        {
            foreach (var (subscription, _) in listening)
            {
                subscription.Write(change);
            }
        }
    }

    /// <summary>Listens to one account until the subscription is disposed.</summary>
    public Subscription Subscribe(Guid accountId)
    {
        var subscription = new Subscription(this, accountId);
        subscribers.GetOrAdd(accountId, _ => new())[subscription] = 0;
        return subscription;
    }

    /// <summary>One listener's channel.</summary>
    public sealed class Subscription : IDisposable
    {
        private readonly Channel<AccountChange> channel = Channel.CreateUnbounded<AccountChange>(new() { SingleReader = true });
        private readonly AccountChanges feed;
        private readonly Guid accountId;
        private Task<bool>? coming;

        internal Subscription(AccountChanges feed, Guid accountId) => (this.feed, this.accountId) = (feed, accountId);

        internal void Write(AccountChange change) => channel.Writer.TryWrite(change);

        /// <summary>Waits for changes and takes all that are there, each once; <see langword="null"/> when the subscription is over.</summary>
        public Task<IReadOnlyCollection<AccountChange>?> NextAsync() => NextAsync(_ => false, Task.CompletedTask);

        /// <summary>As <see cref="NextAsync()"/>, but what can wait is gathered until a pause is over, or something comes that cannot.</summary>
        /// <param name="canWait">Whether a change can wait.</param>
        /// <param name="pause">The pause.</param>
        public async Task<IReadOnlyCollection<AccountChange>?> NextAsync(Func<AccountChange, bool> canWait, Task pause)
        {
            var burst = new HashSet<AccountChange>();
            do
            {
                // Kept for the next time when the pause is over first.
                coming ??= channel.Reader.WaitToReadAsync().AsTask();
                if (burst.Count > 0 && await Task.WhenAny(coming, pause) == pause)
                {
                    break;
                }

                var isOver = !await coming;
                coming = null;
                if (isOver)
                {
                    return null;
                }

                while (channel.Reader.TryRead(out var change))
                {
                    burst.Add(change);
                }
            }
            while (!pause.IsCompleted && burst.All(canWait));
            return burst;
        }

        /// <inheritdoc />
        public void Dispose()
        {
            if (feed.subscribers.TryGetValue(accountId, out var listening))
            {
                listening.TryRemove(this, out _);
            }

            channel.Writer.TryComplete();
        }
    }
}

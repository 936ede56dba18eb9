namespace Portal.Tests.Support;

/// <summary>What all pages of <see cref="TinySite"/>'s circuit show.</summary>
public sealed class TinyBoard
{
    private readonly Lock _gate = new();

    /// <summary>Something changed.</summary>
    public event Action? Changed;

    /// <summary>A number.</summary>
    public int Count { get; private set; }

    /// <summary>A list in an order.</summary>
    public IReadOnlyList<string> Items { get; private set; } = ["apple", "pear", "plum", "fig"];

    /// <summary>Adds to the number.</summary>
    public void Add(int howMany) => Change(() => Count += howMany);

    /// <summary>Takes an item away.</summary>
    public void Take(string item) => Change(() => Items = [.. Items.Where(other => other != item)]);

    /// <summary>Turns the list round.</summary>
    public void Turn() => Change(() => Items = [.. Items.Reverse()]);

    private void Change(Action change)
    {
        lock (_gate)
        {
            change();
        }

        Changed?.Invoke();
    }
}

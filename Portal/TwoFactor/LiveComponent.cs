using Microsoft.AspNetCore.Components;

namespace Portal.TwoFactor;

/// <summary>A component that shows the circuit's state and follows it.</summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    [Inject]
    protected TwoFactorState State { get; set; } = null!;

    [Inject]
    private ReadOnce Once { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(disposing: true);
    }

    /// <inheritdoc />
    protected override void OnInitialized() => State.Changed += OnChanged;

    /// <summary>Something shown has changed; renders anew.</summary>
    protected virtual void OnChanged() => StateHasChanged();

    /// <summary>Does something on the circuit that nobody waits for; when it fails, the page does, as after any event.</summary>
    protected void OnCircuit(Func<Task> act) => _ = InvokeAsync(async () =>
    {
        try
        {
            await act();
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    });

    /// <summary>What the page needs at its beginning: read by the prerendering, and by the circuit only if it has changed since.</summary>
    /// <param name="key">What it is, once on a page.</param>
    /// <param name="read">Reads it.</param>
    protected Task<T> ReadOnceAsync<T>(string key, Func<Task<T>> read) => Once.ReadAsync(key, State.Actor, !RendererInfo.IsInteractive, read);

    /// <summary>Stops following.</summary>
    protected virtual void Dispose(bool disposing) => State.Changed -= OnChanged;
}

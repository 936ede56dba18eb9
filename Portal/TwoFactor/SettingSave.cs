using Portal.Domain;
using Portal.Security;

namespace Portal.TwoFactor;

/// <summary>One field that saves at a click: saving, saved with Undo for ten seconds, or put back with the reason.</summary>
/// <param name="clock">For the count-down.</param>
/// <param name="render">Shows the field anew.</param>
public sealed class SettingSave(TimeProvider clock, Func<Task> render) : IDisposable
{
    // Quicker than this, the word would only flicker.
    private static readonly TimeSpan BeforeSaying = TimeSpan.FromMilliseconds(200);

    private CancellationTokenSource? countDown;
    private (TwoFactorPolicy? Clicked, Func<Task<Outcome<SavedSetting>>> Act)? next;

    /// <summary>What was clicked and is on its way, or was refused; meaningful while <see cref="IsSaving"/> or <see cref="Refused"/>.</summary>
    public TwoFactorPolicy? Clicked { get; private set; }

    public bool IsSaving { get; private set; }

    /// <summary>Whether saving takes long enough to say so.</summary>
    public bool SaysSaving { get; private set; }

    /// <summary>Why the last click was put back.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>What the last click saved.</summary>
    public SavedSetting? Saved { get; private set; }

    /// <summary>Seconds that are left to put it back; 0 when it no longer can be.</summary>
    public int UndoSeconds { get; private set; }

    /// <summary>Saves what was clicked. A click while another is on its way waits for it; of several, the last one counts.</summary>
    public async Task RunAsync(TwoFactorPolicy? clicked, Func<Task<Outcome<SavedSetting>>> act)
    {
        next = (clicked, act);
        while (!IsSaving && next is var (latest, save))
        {
            next = null;
            await SaveAsync(latest, save);
        }
    }

    /// <summary>Puts back what the last click saved.</summary>
    public async Task UndoAsync(Func<SavedSetting, Task<Outcome<SavedSetting>>> undo)
    {
        if (Saved is not { } saved || UndoSeconds == 0)
        {
            return;
        }

        await RunAsync(saved.Former, () => undo(saved));
        StopCountDown();
    }

    /// <summary>Forgets what was said: somebody else has changed the setting meanwhile.</summary>
    public void Forget()
    {
        StopCountDown();
        (Refused, Saved) = (null, null);
    }

    /// <inheritdoc />
    public void Dispose() => StopCountDown();

    private async Task SaveAsync(TwoFactorPolicy? clicked, Func<Task<Outcome<SavedSetting>>> act)
    {
        StopCountDown();
        (Clicked, IsSaving, SaysSaving, Refused, Saved) = (clicked, true, false, null, null);

        // Drawn as clicked before anything else: only so is it drawn back if it is refused. Nothing is drawn before the handler
        // of the click has given way, and an act on SQLite may be over without ever giving way itself.
        await render();
        await Task.Yield();
        var acting = act();
        if (await Task.WhenAny(acting, Task.Delay(BeforeSaying, clock)) != acting)
        {
            SaysSaving = true;
            await render();
        }

        try
        {
            var outcome = await acting;
            (Saved, Refused) = (outcome.Value, Shown(outcome.Refused));
        }
        finally
        {
            (IsSaving, SaysSaving) = (false, false);
        }

        if (Saved is not null)
        {
            _ = CountDownAsync();
        }
    }

    // Whoever closes the request for proof has changed their mind, and what holds already needs no change: nothing to explain.
    private static Refusal? Shown(Refusal? why) => why is Refusal.ProofNeeded or Refusal.AlreadySo ? null : why;

    private async Task CountDownAsync()
    {
        var cancel = countDown = new();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);
        try
        {
            for (UndoSeconds = (int)TwoFactorSettings.UndoLife.TotalSeconds; UndoSeconds > 0; UndoSeconds--)
            {
                await render();
                await timer.WaitForNextTickAsync(cancel.Token);
            }

            await render();
        }
        catch (OperationCanceledException)
        {
            // Another click, or the page was left.
        }
    }

    private void StopCountDown()
    {
        UndoSeconds = 0;
        countDown?.Cancel();
        countDown?.Dispose();
        countDown = null;
    }
}

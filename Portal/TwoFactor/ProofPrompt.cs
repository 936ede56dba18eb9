using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Security;
using Portal.Texts;

namespace Portal.TwoFactor;

/// <summary>Performs an act, and where it needs a proof first, asks for it and goes on. One for each circuit.</summary>
public sealed class ProofPrompt(IDialogService dialogs, PageFocus focus, NavigationManager navigation)
{
    /// <summary>Where the proof at the provider of single sign-on begins; an address to return to goes with it.</summary>
    public const string ProviderPath = "/me/prove";

    /// <summary>What stands in the address of the page after it, with what came of it.</summary>
    public const string Query = "proof";

    /// <summary>Performs an act. Whoever closes the request gets <see cref="Refusal.ProofNeeded"/> back: nothing was changed.</summary>
    public async Task<Outcome<T>> AroundAsync<T>(Func<Task<Outcome<T>>> act)
    {
        var outcome = await act();
        return outcome.Refused == Refusal.ProofNeeded && await AskAsync() ? await act() : outcome;
    }

    /// <summary>Leaves for the provider. The page comes back, with the act still to be chosen again.</summary>
    public Task LeaveForProviderAsync()
    {
        var here = navigation.ToBaseRelativePath(navigation.Uri);
        return focus.LeaveForAsync($"{ProviderPath}?returnUrl={Uri.EscapeDataString($"/{here}")}");
    }

    /// <summary>Asks for the proof; answers whether it was given.</summary>
    public async Task<bool> AskAsync() =>
        await focus.AroundAsync(() => dialogs.ShowAsync<ProofDialog>(Words.ProofTitle, DialogStyle.Small)) is { Canceled: false };
}

/// <summary>How dialogs of the portal open: in the middle, closed by their own buttons or Escape, never by a stray click.</summary>
public static class DialogStyle
{
    public static DialogOptions Small { get; } = new() { BackdropClick = false, CloseOnEscapeKey = true, NoHeader = true, MaxWidth = MaxWidth.False };
}

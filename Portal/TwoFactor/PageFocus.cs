using Microsoft.JSInterop;
using MudBlazor;

namespace Portal.TwoFactor;

/// <summary>Where the focus of a page goes when what had it goes away. One for each circuit.</summary>
public sealed class PageFocus(IJSRuntime script)
{
    /// <summary>Opens a dialog, waits until it closes, and gives the focus back to what opened it.</summary>
    public async Task<DialogResult?> AroundAsync(Func<Task<IDialogReference>> open)
    {
        await RememberAsync();
        return await ClosedAsync(await open());
    }

    /// <summary>Opens a dialog and waits no longer; when it closes, what opened it gets the focus back.</summary>
    public async Task OpenAsync(Func<Task<IDialogReference>> open)
    {
        await RememberAsync();
        _ = ClosedAsync(await open());
    }

    /// <summary>Keeps in mind what has the focus.</summary>
    public Task RememberAsync() => CallAsync("remember");

    /// <summary>Gives the focus back to what was last remembered, or to what stands nearest to it by now.</summary>
    public Task GiveBackAsync() => CallAsync("giveBack");

    /// <summary>Moves the focus to an element.</summary>
    public Task MoveAsync(string id) => CallAsync("focus", id);

    /// <summary>Where what had the focus has gone, gives it to an element, without scrolling there.</summary>
    public Task CatchAsync(string id) => CallAsync("catchFocus", id);

    /// <summary>Leaves for an address outside of the page and back: what was typed and not saved comes along, and what was chosen is found again.</summary>
    public Task LeaveForAsync(string address) => CallAsync("leaveFor", address);

    /// <summary>Moves the focus to what was chosen before the page was left by <see cref="LeaveForAsync"/>.</summary>
    public Task FindChosenAsync() => CallAsync("findChosen");

    private async Task<DialogResult?> ClosedAsync(IDialogReference dialog)
    {
        var result = await dialog.Result;
        await GiveBackAsync();
        return result;
    }

    private async Task CallAsync(string function, params object?[] arguments)
    {
        try
        {
            await using var module = await script.InvokeAsync<IJSObjectReference>("import", "/js/portal.js");
            await module.InvokeVoidAsync(function, arguments);
        }
        catch (JSDisconnectedException)
        {
            // The page has gone meanwhile, and its focus with it.
        }
    }
}

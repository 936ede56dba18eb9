using Microsoft.JSInterop;
using MudBlazor;
using Portal.TwoFactor;

namespace Portal.Shell;

/// <summary>
/// What somebody has typed on a page and not saved: asked about before the page is left on purpose, and brought back after the
/// page was lost. One for each circuit.
/// </summary>
public sealed class Unsaved(IDialogService dialogs, PageFocus focus, IJSRuntime script)
{
    private readonly Dictionary<object, string> drafts = [];
    private Dictionary<string, string> lost = [];

    /// <summary>Something was typed, saved or dropped.</summary>
    public event Action? Changed;

    /// <summary>What the browser kept of a page that was lost is there to be taken.</summary>
    public event Action? BroughtBack;

    /// <summary>Whether something is not saved.</summary>
    public bool Any => drafts.Count > 0;

    /// <summary>Takes note of a field whose text is not saved.</summary>
    /// <param name="field">The component.</param>
    /// <param name="label">What people call the field.</param>
    public void Keep(object field, string label)
    {
        if (drafts.TryAdd(field, label))
        {
            Changed?.Invoke();
        }
    }

    /// <summary>The field is saved, as it was, or gone.</summary>
    public void Drop(object field)
    {
        if (drafts.Remove(field))
        {
            Changed?.Invoke();
        }
    }

    /// <summary>Whether the page may be left: at once when nothing is lost by it, else as the person answers.</summary>
    public async Task<bool> MayLeaveAsync()
    {
        if (Any && !await AskAsync())
        {
            return false;
        }

        drafts.Clear();
        Changed?.Invoke();
        return true;
    }

    /// <summary>Loads the page anew and brings back what was typed on it.</summary>
    public async Task ReloadAsync()
    {
        try
        {
            await using var module = await ModuleAsync();
            await module.InvokeVoidAsync("reload");
        }
        catch (JSDisconnectedException)
        {
            // The page has gone already.
        }
    }

    /// <summary>Offers the fields what the browser kept of the same page before it was lost.</summary>
    public async Task BringBackAsync()
    {
        try
        {
            await using var module = await ModuleAsync();
            lost = await module.InvokeAsync<Dictionary<string, string>>("takeDrafts") ?? [];
        }
        catch (JSDisconnectedException)
        {
            // The page has gone already.
        }

        if (lost.Count > 0)
        {
            BroughtBack?.Invoke();
        }
    }

    /// <summary>Gives up what no field has taken: another page has fields of the same name.</summary>
    public void Forget() => lost.Clear();

    /// <summary>Whether there is something to bring back into a field.</summary>
    public bool Has(string field) => lost.ContainsKey(field);

    /// <summary>What is to be brought back into a field, once.</summary>
    /// <param name="field">The field's name in code, as in <c>data-draft</c>.</param>
    public string? Take(string field) => lost.Remove(field, out var text) ? text : null;

    private ValueTask<IJSObjectReference> ModuleAsync() => script.InvokeAsync<IJSObjectReference>("import", "/js/portal.js");

    private async Task<bool> AskAsync() => await focus.AroundAsync(() => dialogs.ShowAsync<LeaveDialog>(
        Texts.Words.LeaveQuestion,
        new DialogParameters<LeaveDialog> { { dialog => dialog.Labels, [.. drafts.Values.Distinct()] } },
        DialogStyle.Small)) is { Canceled: false };
}

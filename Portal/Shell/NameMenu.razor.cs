using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using Portal.Texts;

namespace Portal.Shell;

/// <summary>The menu behind one's own name: User settings, language, theme, Sign out.</summary>
public partial class NameMenu
{
    private bool isOpen;
    private bool justOpened;
    private bool isAsking;
    private string theme = "system";
    private IJSObjectReference? module;

    /// <summary>Something was chosen: a menu that covers the page may close.</summary>
    [Parameter]
    public EventCallback OnChosen { get; set; }

    private static (string Value, string Name)[] Themes => [("light", Words.ThemeLight), ("dark", Words.ThemeDark), ("system", Words.ThemeSystem)];

    private string Here => "/" + Navigation.ToBaseRelativePath(Navigation.Uri);

    private string Initial => StringInfo.GetNextTextElement(State.Me.Name).ToUpper(CultureInfo.CurrentCulture);

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Unsaved.Changed += StateHasChanged;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Unsaved.Changed -= StateHasChanged;
        base.Dispose(disposing);
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (justOpened)
        {
            justOpened = false;
            await (await ModuleAsync()).InvokeVoidAsync("openMenu", "name-menu");
        }
    }

    private static string Is(bool value) => value ? "true" : "false";

    private async Task ToggleAsync()
    {
        // A click into the question is one beside the menu, which still has to go on.
        if (isAsking)
        {
            return;
        }

        // Known before it is shown: an answer that came later would overwrite what was chosen meanwhile.
        if (!isOpen)
        {
            theme = await (await ModuleAsync()).InvokeAsync<string>("theme");
        }

        isOpen = justOpened = !isOpen;
    }

    private async Task OnKeyAsync(KeyboardEventArgs args)
    {
        if (args.Key is "Escape" or "Tab")
        {
            isOpen = false;
            if (args.Key == "Escape")
            {
                await (await ModuleAsync()).InvokeVoidAsync("focus", "name-button");
            }
        }
    }

    private async Task ChooseAsync()
    {
        isOpen = false;
        await OnChosen.InvokeAsync();
    }

    // A form that leaves the page goes by itself, unless something would be lost: then it is asked about first.
    private async Task LeaveAsync(string button)
    {
        if (!Unsaved.Any)
        {
            return;
        }

        isAsking = true;
        try
        {
            if (await Unsaved.MayLeaveAsync())
            {
                await (await ModuleAsync()).InvokeVoidAsync("click", button);
            }
        }
        finally
        {
            isAsking = false;
        }
    }

    private async Task SetThemeAsync(string value)
    {
        theme = value;
        await (await ModuleAsync()).InvokeVoidAsync("setTheme", value);
    }

    private async Task<IJSObjectReference> ModuleAsync() => module ??= await Script.InvokeAsync<IJSObjectReference>("import", "/js/portal.js");
}

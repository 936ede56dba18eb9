using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Portal.Domain;
using Portal.TwoFactor;

namespace Portal.Tests.Support;

/// <summary>One open page of one browser, as far as components go: its own circuit state over the shared services of a node.</summary>
public sealed class Tab : BunitContext
{
    private Tab(PortalServices node)
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Script = JSInterop.SetupModule("/js/portal.js");
        Script.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices(options => options.PopoverOptions.CheckForPopoverProvider = false);
        node.Share(Services);
    }

    /// <summary>What the tab shows.</summary>
    public TwoFactorState State => Services.GetRequiredService<TwoFactorState>();

    /// <summary>What the page asked of the browser.</summary>
    public BunitJSModuleInterop Script { get; }

    /// <summary>The address line.</summary>
    public NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>Opens a page as somebody; it follows changes from then on.</summary>
    public static async Task<Tab> OpenAsync(PortalServices node, Actor actor)
    {
        var tab = new Tab(node);
        await tab.State.LoadAsync(actor);
        tab.State.Follow(tab.Renderer.Dispatcher.InvokeAsync);
        return tab;
    }

    /// <summary>Renders where dialogs appear. Once, before what opens them.</summary>
    public IRenderedComponent<MudDialogProvider> RenderDialogs()
    {
        Render<MudPopoverProvider>();
        return Render<MudDialogProvider>();
    }
}

using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using MudBlazor.Services;
using Portal.Domain;
using Portal.Shell;
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
        Services.AddScoped<Unsaved>();
        node.Share(Services);
    }

    /// <summary>What the tab shows.</summary>
    public TwoFactorState State => Services.GetRequiredService<TwoFactorState>();

    /// <summary>What the page asked of the browser.</summary>
    public BunitJSModuleInterop Script { get; }

    /// <summary>The address line.</summary>
    public NavigationManager Navigation => Services.GetRequiredService<NavigationManager>();

    /// <summary>Opens a page as somebody; it follows changes from then on.</summary>
    /// <param name="node">The node that it is a page of.</param>
    /// <param name="actor">Who opens it.</param>
    /// <param name="services">What a test wants replaced.</param>
    public static async Task<Tab> OpenAsync(PortalServices node, Actor actor, Action<IServiceCollection>? services = null)
    {
        var tab = new Tab(node);
        services?.Invoke(tab.Services);

        // A page that is alive: nothing was prerendered, so nothing is handed over.
        tab.AddBunitPersistentComponentState();
        tab.SetRendererInfo(new("Server", isInteractive: true));
        await tab.State.LoadAsync(actor);
        tab.State.Follow(tab.Renderer.Dispatcher.InvokeAsync);
        return tab;
    }

    /// <summary>Waits until what the tab shows is as wanted. It is looked at after each change, whatever is drawn of it.</summary>
    public async Task WaitAsync(Func<TwoFactorState, bool> isAsWanted)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look()
        {
            if (isAsWanted(State))
            {
                reached.TrySetResult();
            }
        }

        State.Changed += Look;
        Look();
        await reached.Task.WaitAsync(Patience.Long);
        State.Changed -= Look;
    }

    /// <summary>Waits until the address is as wanted.</summary>
    public async Task WaitForAddressAsync(Func<string, bool> isAsWanted)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        void Look(object? sender, LocationChangedEventArgs? args)
        {
            if (isAsWanted(Navigation.Uri))
            {
                reached.TrySetResult();
            }
        }

        Navigation.LocationChanged += Look;
        Look(null, null);
        await reached.Task.WaitAsync(Patience.Long);
        Navigation.LocationChanged -= Look;
    }

    /// <summary>Is over once the page, from now on, calls a function of its script.</summary>
    public Task CallOf(string function)
    {
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Script.SetupVoid(function, _ => called.TrySetResult() || true).SetVoidResult();
        return called.Task.WaitAsync(Patience.Long);
    }

    /// <summary>Renders a page, and waits until it has read what it shows.</summary>
    public override IRenderedComponent<TComponent> Render<TComponent>(Action<ComponentParameterCollectionBuilder<TComponent>>? parameterBuilder = null)
    {
        var page = base.Render(parameterBuilder);
        page.WaitForState(() => page.FindAll(".skel, [aria-busy=true]").Count == 0);
        return page;
    }

    /// <summary>Renders where dialogs appear. Once, before what opens them.</summary>
    public IRenderedComponent<MudDialogProvider> RenderDialogs()
    {
        Render<MudPopoverProvider>();
        return Render<MudDialogProvider>();
    }
}

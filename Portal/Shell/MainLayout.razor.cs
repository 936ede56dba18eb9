using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Shell;

/// <summary>The frame: loads the circuit's state before any page, and follows changes once the page is alive.</summary>
public partial class MainLayout
{
    private const string ButtonId = "menu-button";

    private bool isMenuOpen;
    private ErrorBoundary? page;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private TwoFactorState State { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        State.Changed -= StateHasChanged;
        Navigation.LocationChanged -= OnLocationChanged;
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (SessionCookie.ActorOf((await Authentication).User) is not { } actor)
        {
            return;
        }

        await State.LoadAsync(actor);
        State.Changed += StateHasChanged;
        Navigation.LocationChanged += OnLocationChanged;
        if (RendererInfo.IsInteractive)
        {
            State.Follow(InvokeAsync);
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args)
    {
        page?.Recover();
        CloseMenu();
    }

    // The button that had the focus goes: it continues at the heading of what is there then.
    private async Task TryAgainAsync()
    {
        page!.Recover();
        await Focus.GiveBackAsync();
    }

    // On a narrow screen the menu covers the page: the focus goes into it, and comes back without a choice.
    private async Task OpenMenuAsync()
    {
        isMenuOpen = true;
        await Focus.MoveAsync(MainMenu.Id);
    }

    private async Task LeaveMenuAsync()
    {
        if (isMenuOpen)
        {
            isMenuOpen = false;
            await Focus.MoveAsync(ButtonId);
        }
    }

    private void CloseMenu()
    {
        isMenuOpen = false;
        StateHasChanged();
    }
}

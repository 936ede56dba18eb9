using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Shell;

/// <summary>The frame: loads the circuit's state before any page, and follows changes once the page is alive.</summary>
public partial class MainLayout
{
    private bool isMenuOpen;

    [CascadingParameter]
    private Task<AuthenticationState> Authentication { get; set; } = null!;

    [Inject]
    private TwoFactorState State { get; set; } = null!;

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

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args) => CloseMenu();

    private void CloseMenu()
    {
        isMenuOpen = false;
        StateHasChanged();
    }
}

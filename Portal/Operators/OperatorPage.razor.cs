using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The page of one operator. Whoever may not see it gets what an unknown id gets.</summary>
public partial class OperatorPage
{
    private bool isLoaded;

    /// <summary>Whose page; <see langword="null"/> for one's own, the User settings.</summary>
    [Parameter]
    public Guid? Id { get; set; }

    /// <summary>The answer that is being written, while the page is prerendered.</summary>
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    private Guid WhoseId => Id ?? State.Me.Id;

    // Another page's operator may still be shown for the moment until this one's is read.
    private OperatorSnapshot? Who => State.Shown?.Id == WhoseId ? State.Shown : null;

    private string Title => Id is null || !State.IsAdministrator ? Words.UserSettings : Who!.Name;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private OperatorListPlace Place { get; set; } = null!;

    private bool IsActivity => Navigation.ToAbsoluteUri(Navigation.Uri).AbsolutePath.EndsWith("/activity", StringComparison.OrdinalIgnoreCase);

    private string Activity => $"{Here}/activity";

    private string Here => Id is { } id ? $"/operators/{id}" : "/me";

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        Navigation.LocationChanged += OnLocationChanged;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        isLoaded = false;
        await State.ShowAsync(WhoseId);
        isLoaded = true;
        if (Who is null && Http is { Response.HasStarted: false } http)
        {
            // At the last moment: what has said 404 before it is written is not written at all, so that others can answer in its
            // place; this page says it itself, in its frame.
            http.Response.OnStarting(() =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    // From one tab to the other no parameter changes, so nothing else draws the page anew.
    private void OnLocationChanged(object? sender, LocationChangedEventArgs to)
    {
        if (new Uri(to.Location).AbsolutePath is var path && (path == Here || path == Activity))
        {
            StateHasChanged();
        }
    }
}

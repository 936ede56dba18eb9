using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.WebUtilities;
using MudBlazor;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Enrollment;

/// <summary>Opens the wizard while the address carries <c>set-up</c>.</summary>
public partial class EnrollmentHost : ComponentBase, IDisposable
{
    private const string Query = "set-up";
    private const string Open = "open";

    private IDialogReference? dialog;
    private string openedOver = "";
    private bool isOpen;
    private bool isActivated;
    private SecretToken? ticket;
    private bool isDisposed;

    /// <summary>The wizard was closed after the right code, with what opens the session where there is none yet.</summary>
    [Parameter]
    public EventCallback<SecretToken?> OnFinished { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private TwoFactorState State { get; set; } = null!;

    [Inject]
    private TwoFactorEnrollments Enrollments { get; set; } = null!;

    [Inject]
    private ProofPrompt Proof { get; set; } = null!;

    private bool IsWanted => QueryHelpers.ParseQuery(Here.Query).TryGetValue(Query, out var value) && value == Open;

    private Uri Here => new(Navigation.Uri);

    /// <summary>The address at hand, with the wizard open over it.</summary>
    public static string AddressFor(NavigationManager navigation) => navigation.GetUriWithQueryParameter(Query, Open);

    /// <inheritdoc />
    public void Dispose()
    {
        isDisposed = true;
        Navigation.LocationChanged -= OnLocationChanged;

        // The page was closed under it, by a session that ended: nothing of it may stay to be read.
        dialog?.Close(DialogResult.Ok(true));
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Navigation.LocationChanged += OnLocationChanged;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await FollowAddressAsync(isLoad: true);
        }
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs args) => _ = InvokeAsync(async () =>
    {
        try
        {
            await FollowAddressAsync(isLoad: false);
        }
        catch (Exception failure)
        {
            await DispatchExceptionAsync(failure);
        }
    });

    private async Task FollowAddressAsync(bool isLoad)
    {
        if (isOpen)
        {
            // After the right code the address says no more that the wizard is open, so that a reload does not begin anew.
            if (!IsWanted && !(isActivated && Here.AbsolutePath == openedOver))
            {
                dialog?.Close(DialogResult.Ok(true));
            }

            return;
        }

        if (!IsWanted)
        {
            return;
        }

        (isOpen, isActivated, openedOver) = (true, false, Here.AbsolutePath);
        try
        {
            await RunAsync(isLoad);
        }
        finally
        {
            isOpen = false;
        }
    }

    private async Task RunAsync(bool isLoad)
    {
        if (!HasSomethingToDo(isLoad))
        {
            Leave();
            return;
        }

        await Focus.RememberAsync();
        if (await OpenAsync(isLoad))
        {
            Leave();
            await Focus.GiveBackAsync();
        }
    }

    // A key is replaced at a click, never by loading an address that was left in a history or in another tab.
    private bool HasSomethingToDo(bool isLoad) =>
        State.Me.Under(State.Account.Default).AllowsSetUp && (!isLoad || !State.Me.IsSetUp || State.Me.HasPendingKey);

    // Answers whether the page is still there when the wizard has closed.
    private async Task<bool> OpenAsync(bool isLoad)
    {
        var isOver = isLoad && await Enrollments.IsOverAsync(State.Actor);
        var refused = isOver ? null : await StartAsync();
        if (refused == Refusal.SignedOut)
        {
            await State.LookAtSessionAsync();
        }

        if (isDisposed || State.IsClosed)
        {
            return false;
        }

        if (refused == Refusal.ProofNeeded || !IsWanted)
        {
            return true;
        }

        dialog = await EnrollmentDialog.ShowAsync(Dialogs, refused, isOver, EventCallback.Factory.Create<SecretToken?>(this, OnActivated));
        var result = await dialog.Result;
        dialog = null;
        if (isActivated)
        {
            await OnFinished.InvokeAsync(ticket);
        }
        else if (result is null or { Canceled: true })
        {
            await CancelAsync();
        }

        return !isDisposed && !State.IsClosed;
    }

    // Answers the refusal alone: the outcome carries the key, and would keep it for as long as the wizard is open.
    private async Task<Refusal?> StartAsync() =>
        (await Proof.AroundAsync(() => State.ThenRefreshAsync(Enrollments.StartAsync(State.Actor)))).Refused;

    // Escape closes the dialog without asking the wizard.
    private async Task CancelAsync()
    {
        if (await Enrollments.FindAsync(State.Actor) is { Id: var id })
        {
            await Enrollments.CancelAsync(State.Actor, id);
        }
    }

    private void OnActivated(SecretToken? opensSession)
    {
        (isActivated, ticket) = (true, opensSession);
        Leave();
    }

    private void Leave()
    {
        if (IsWanted)
        {
            Navigation.NavigateTo(Navigation.GetUriWithQueryParameter(Query, (string?)null), replace: true);
        }
    }
}

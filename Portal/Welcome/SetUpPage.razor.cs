using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Welcome;

/// <summary>The wizard for whoever has no session: a link carries each act, until the right code opens one.</summary>
public partial class SetUpPage
{
    private const string FormId = "finish";

    private Finished? finished;
    private bool isSent;

    /// <summary>Who came, as the request's cookie proved it. For the framework only; encrypted on its way through the browser.</summary>
    [PersistentState]
    public Actor? Carrier { get; set; }

    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [Inject]
    private OpenedLinks Opened { get; set; } = null!;

    [Inject]
    private Sessions Sessions { get; set; } = null!;

    [Inject]
    private TwoFactorState State { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IJSRuntime Script { get; set; } = null!;

    private bool AllowsSetUp => State.Me.Under(State.Account.Default).AllowsSetUp;

    private bool IsRequired => State.Me.Under(State.Account.Default).Setting == TwoFactorPolicy.Required;

    private string Lead => (AllowsSetUp, IsRequired) switch
    {
        (_, true) => Words.WelcomeLead(State.Account.Name),
        (true, false) => Words.OfferLead(State.Account.Name),
        (false, false) => Words.SetUpNotNeededNow,
    };

    private bool IsOver => !State.IsLoaded || State.IsClosed;

    /// <inheritdoc />
    public void Dispose() => State.Changed -= OnChanged;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Carrier ??= Http is not null ? await Opened.CarrierAsync(Http) : null;
        if (Carrier is null || await Sessions.TimesAsync(Carrier) is null)
        {
            return;
        }

        await State.LoadAsync(Carrier);
        State.Changed += OnChanged;
        if (RendererInfo.IsInteractive)
        {
            State.Follow(InvokeAsync);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // A page that is alive cannot write a cookie: the form does, by itself where scripts run.
        if (finished is { Ticket: not null } && !isSent)
        {
            isSent = true;
            await using var module = await Script.InvokeAsync<IJSObjectReference>("import", "/js/portal.js");
            await module.InvokeVoidAsync("submit", FormId);
        }
    }

    private void OnChanged() => _ = InvokeAsync(StateHasChanged);

    private void OpenWizard() => Navigation.NavigateTo(EnrollmentHost.AddressFor(Navigation));

    private void FinishAsync(SecretToken? ticket) => finished = new(ticket);

    private sealed record Finished(SecretToken? Ticket);
}

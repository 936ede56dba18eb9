using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The Overview. It keeps nothing of its own: statuses come with the account, and what needs somebody is read at each change.</summary>
public partial class OverviewPage
{
    private AttentionReport report = AttentionReport.None;

    [Inject]
    private Attention Attention { get; set; } = null!;

    [Inject]
    private Snapshooter Snapshooter { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    // Whoever may use single sign-on besides has a row only where there is somebody; the others are always there to compare.
    private IEnumerable<(TwoFactorStatus Status, int Count)> Today =>
        from status in Enum.GetValues<TwoFactorStatus>()
        let count = State.Account.Statuses.GetValueOrDefault(status)
        where count > 0 || status != TwoFactorStatus.SetUpDueWithPassword
        select (status, count);

    private bool HasBanner => State.Me.Under(State.Account.Default).AfterPassword == AfterPassword.SetUpFirst;

    // While the banner has the button, nothing repeats it.
    private bool HasNothingSetUp => !State.Me.IsSetUp && !HasBanner && State.Me.Under(State.Account.Default).AllowsSetUp;

    private bool NeedsNothing => report is { Help.Count: 0, GivenUp: null, Invitations.Count: 0 } && !State.Account.MailIsDown && !HasNothingSetUp
        && State.Account.SingleSignOn is not { IsOn: true, Fault: not null } && LockedOut == 0;

    // Whose only way is closed.
    private int LockedOut => State.Account.HasSingleSignOn ? 0 : State.Account.Counts.SingleSignOn;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        State.OperatorsChanged += OnOperatorsChangedAsync;
        report = await ReadOnceAsync("attention", ReadAsync);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        State.OperatorsChanged -= OnOperatorsChangedAsync;
        base.Dispose(disposing);
    }

    private static string? StyleOf(TwoFactorStatus status) => status switch
    {
        TwoFactorStatus.Active => "active",
        TwoFactorStatus.SetUpDue or TwoFactorStatus.SetUpDueWithPassword => "due",
        _ => null,
    };

    private string WidthOf(int count)
    {
        var most = Math.Max(1, State.Account.Statuses.Values.DefaultIfEmpty().Max());
        return string.Create(CultureInfo.InvariantCulture, $"width:{100.0 * count / most:0.##}%");
    }

    private string Moment(DateTimeOffset at) => When.Moment(State.Account.Local(at), State.Account.Local(Clock.GetUtcNow()));

    private async Task OnOperatorsChangedAsync()
    {
        report = await ReadAsync();
        StateHasChanged();
    }

    // Whoever is no administrator, or no longer one, is not even sent the names.
    private async Task<AttentionReport> ReadAsync() => State.IsAdministrator ? await Attention.ReadAsync(State.Actor.AccountId) : AttentionReport.None;

    private Task AnswerAsync(WaitingHelp asking) => Focus.OpenAsync(() => Dialogs.ShowAsync<AnswerDialog>(
        Words.AnswerQuestion(asking.Name),
        new DialogParameters<AnswerDialog>
        {
            { dialog => dialog.Asking, asking },
            { dialog => dialog.OnReset, EventCallback.Factory.Create(this, () => ResetAsync(asking.OperatorId)) },
        },
        DialogStyle.Small));

    private async Task ResetAsync(Guid operatorId)
    {
        if (State.IsAdministrator && await Snapshooter.OperatorAsync(State.Actor.AccountId, operatorId) is { } who)
        {
            await Focus.OpenAsync(() => Dialogs.ShowAsync<ResetDialog>(
                Words.ResetQuestion(who.Name), new DialogParameters<ResetDialog> { { dialog => dialog.Who, who } }, DialogStyle.Small));
        }
    }

    private void OpenWizard() => Navigation.NavigateTo(EnrollmentHost.AddressFor(Navigation));
}

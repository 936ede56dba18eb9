using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain;
using Portal.Shell;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The list of operators. Statuses are worked out from snapshots, so a change of the account default reads nothing anew.</summary>
public partial class OperatorsPage
{
    [Inject]
    private Snapshooter Snapshooter { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private Unsaved Unsaved { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<OperatorSnapshot> People { get; set; } = [];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        State.OperatorsChanged += OnOperatorsChangedAsync;
        Unsaved.BroughtBack += BringBack;
        People = await ReadOnceAsync("operators", ReadAsync);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        State.OperatorsChanged -= OnOperatorsChangedAsync;
        Unsaved.BroughtBack -= BringBack;
        base.Dispose(disposing);
    }

    private static bool IsHere(OperatorSnapshot who) => who.State != OperatorState.Deactivated;

    private static string AddressOf(OperatorSnapshot who) => $"/operators/{who.Id}";

    private string LastSignIn(OperatorSnapshot who) => who switch
    {
        { State: OperatorState.Deactivated } => Words.Deactivated,
        { State: OperatorState.Invited } => InvitationWords.InList(who, Clock.GetUtcNow()),
        { LastSignInAt: { } at } => When.MomentCapital(State.Account.Local(at), State.Account.Local(Clock.GetUtcNow())),
        _ => Words.NeverSignedIn,
    };

    // The page was lost while somebody was being added: the dialog takes up what was typed.
    private void BringBack()
    {
        if (Unsaved.Has(AddOperatorDialog.NameField))
        {
            OnCircuit(AddAsync);
        }
    }

    private Task AddAsync() => Focus.OpenAsync(() => Dialogs.ShowAsync<AddOperatorDialog>(Words.AddOperator, DialogStyle.Small));

    private async Task OnOperatorsChangedAsync()
    {
        People = await ReadAsync();
        StateHasChanged();
    }

    // Whoever is no administrator, or no longer one, is not even sent the names.
    private async Task<IReadOnlyList<OperatorSnapshot>> ReadAsync() => State.IsAdministrator
        ? [.. (await Snapshooter.OperatorsAsync(State.Actor.AccountId)).OrderBy(who => !IsHere(who))]
        : [];
}

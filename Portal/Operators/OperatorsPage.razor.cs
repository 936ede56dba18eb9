using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Data;
using Portal.Domain;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The list of operators. Statuses are worked out from snapshots, so a change of the account default reads nothing anew.</summary>
public partial class OperatorsPage
{
    // What the prerendering read comes back in one message of the circuit, whose size is limited: a longer list is read again.
    private const int MostHandedOver = 50;

    /// <summary>What the prerendering read. For the framework only; encrypted on its way through the browser.</summary>
    [PersistentState]
    public PeopleHandOver? Prerendered { get; set; }

    [Inject]
    private Snapshooter Snapshooter { get; set; } = null!;

    [Inject]
    private AccountChanges Feed { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IReadOnlyList<OperatorSnapshot> People { get; set; } = [];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        State.OperatorsChanged += OnOperatorsChangedAsync;
        var count = Feed.CountOf(State.Actor.AccountId);
        if (State.IsAdministrator && Prerendered is { } handed && handed.Node == Feed.Node && handed.Count == count)
        {
            People = handed.People;
        }
        else
        {
            await ReadAsync();
        }

        Prerendered = State.IsAdministrator && People.Count <= MostHandedOver ? new(Feed.Node, count, People) : null;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        State.OperatorsChanged -= OnOperatorsChangedAsync;
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

    private Task AddAsync() => Focus.OpenAsync(() => Dialogs.ShowAsync<AddOperatorDialog>(Words.AddOperator, DialogStyle.Small));

    private async Task OnOperatorsChangedAsync()
    {
        await ReadAsync();
        StateHasChanged();
    }

    // Whoever is no administrator, or no longer one, is not even sent the names.
    private async Task ReadAsync() => People = State.IsAdministrator
        ? [.. (await Snapshooter.OperatorsAsync(State.Actor.AccountId)).OrderBy(who => !IsHere(who))]
        : [];
}

/// <summary>The list as the prerendering read it, and when: good for the circuit as long as nothing has changed since.</summary>
/// <param name="Node">The process that read it.</param>
/// <param name="Count">How many changes of the account that process had been told.</param>
/// <param name="People">Everybody of the account.</param>
public sealed record PeopleHandOver(Guid Node, long Count, IReadOnlyList<OperatorSnapshot> People);

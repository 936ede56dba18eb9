using System.Data.Common;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using MudBlazor;
using Portal.Accounts;
using Portal.Data;
using Portal.Domain;
using Portal.Shell;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The list of operators. What it shows stands in its address, so that it can be shared, kept, and gone back to.</summary>
public partial class OperatorsPage
{
    private const string CountId = "operator-count";

    // Kept from page to page; another filter is another question.
    private readonly HashSet<Guid> chosen = [];
    private OperatorListQuery query = new(OperatorFilter.Everybody);
    private OperatorList list = OperatorList.Empty;
    private OperatorListQuery? readFor;
    private TwoFactorPolicy readUnder;
    private int reading;
    private bool failed;
    private bool follows;
    private bool isFollowing;

    [Inject]
    private OperatorDirectory Directory { get; set; } = null!;

    [Inject]
    private OperatorListPlace Place { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private Unsaved Unsaved { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<OperatorsPage> Log { get; set; } = null!;

    private static IEnumerable<(OperatorOrder Order, string Label)> Columns =>
    [
        (OperatorOrder.Name, Words.Name),
        (OperatorOrder.Email, Words.Email),
        (OperatorOrder.Role, Words.Role),
        (OperatorOrder.Status, Words.TwoFactorStatusHead),
        (OperatorOrder.Setting, Words.SettingHead),
        (OperatorOrder.LastSignIn, Words.LastSignIn),
    ];

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        State.OperatorsChanged += FollowAsync;
        State.Changed += OnStateChanged;
        Unsaved.BroughtBack += BringBack;
        Navigation.LocationChanged += OnLocationChanged;
        Take(Asked());
        readUnder = State.Account.Default;
        (list, readFor) = (await ReadOnceAsync("operators", () => ReadAsync(edge: null)), query);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        State.OperatorsChanged -= FollowAsync;
        State.Changed -= OnStateChanged;
        Unsaved.BroughtBack -= BringBack;
        Navigation.LocationChanged -= OnLocationChanged;
        base.Dispose(disposing);
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        // Whoever came by a link that says what to do is asked at once.
        if (firstRender && Query(OperatorAddresses.Act) is { } act && Enum.TryParse<BulkKind>(act, out var kind) && Enum.IsDefined(kind) && State.IsAdministrator)
        {
            // Once: whoever comes back to the list is not asked again.
            Navigation.NavigateTo(query.Address, replace: true);
            OnCircuit(() => ActAsync(chosen: false, kind));
        }
    }

    private static string AddressOf(OperatorRow who) => $"{OperatorAddresses.List}/{who.Id}";

    private bool AllChosen => list.Rows.Count > 0 && list.Rows.All(who => chosen.Contains(who.Id));

    private OperatorListQuery Asked() => OperatorListQuery.Parse(Navigation.ToAbsoluteUri(Navigation.Uri).Query);

    private string? Query(string name) => System.Web.HttpUtility.ParseQueryString(Navigation.ToAbsoluteUri(Navigation.Uri).Query)[name];

    private string? SortOf(OperatorOrder order) => order != query.Order ? null : query.Descending ? "descending" : "ascending";

    private string LastSignIn(OperatorRow who) => who switch
    {
        { State: OperatorState.Deactivated } => Words.Deactivated,
        { State: OperatorState.Invited, HasInvitation: true } => Words.Invited,
        { State: OperatorState.Invited } => Words.InvitationExpired,
        { LastSignInAt: { } at } => When.MomentCapital(State.Account.Local(at), State.Account.Local(Clock.GetUtcNow())),
        _ => Words.NeverSignedIn,
    };

    private void Sort(ChangeEventArgs change) => GoTo(query.SortedBy(Enum.Parse<OperatorOrder>((string)change.Value!)));

    // What is typed into the search is not a page of its own to go back to; a filter, an order and a page are.
    private void GoTo(OperatorListQuery to)
    {
        var isTyped = to.Filter.Search != query.Filter.Search;
        Take(to);
        Navigation.NavigateTo(to.Address, replace: isTyped);
    }

    // At once, before the address has followed: the next choice is made on top of this one.
    private void Take(OperatorListQuery to)
    {
        if (to.Filter.ToQuery() != query.Filter.ToQuery())
        {
            chosen.Clear();
        }

        query = to;
        Place.Address = to.Address;
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs to)
    {
        if (new Uri(to.Location).AbsolutePath == OperatorAddresses.List)
        {
            var asked = Asked();
            var turnsPage = to.IsNavigationIntercepted && asked.Address != query.Address && asked.First().Address == query.First().Address;
            Take(asked);

            // What is chosen, and where each link leads, is shown at once; the rows follow.
            StateHasChanged();
            OnCircuit(() => ShowAsync(turnsPage));
        }
    }

    // Another page is read from its beginning. Otherwise what was chosen keeps the focus, unless it went with what it changed.
    private async Task ShowAsync(bool turnsPage)
    {
        await ReloadAsync();
        await (turnsPage ? Focus.MoveAsync(CountId) : Focus.CatchAsync(CountId));
    }

    // Under another account default another page is the right one, for all that a status or a setting decides.
    private void OnStateChanged()
    {
        if (readUnder != State.Account.Default)
        {
            OnCircuit(ReloadAsync);
        }
    }

    // The page was lost while somebody was being added: the dialog takes up what was typed.
    private void BringBack()
    {
        if (Unsaved.Has(AddOperatorDialog.NameField))
        {
            OnCircuit(AddAsync);
        }
    }

    private void Choose(Guid operatorId)
    {
        if (!chosen.Remove(operatorId))
        {
            chosen.Add(operatorId);
        }
    }

    private async Task ChooseNoneAsync()
    {
        chosen.Clear();
        await Focus.CatchAsync(CountId);
    }

    private void ChoosePage()
    {
        if (AllChosen)
        {
            chosen.ExceptWith(list.Rows.Select(who => who.Id));
        }
        else
        {
            chosen.UnionWith(list.Rows.Select(who => who.Id));
        }
    }

    private Task ActAsync(bool chosen, BulkKind? kind = null) => Focus.OpenAsync(() => Dialogs.ShowAsync<BulkDialog>(
        Words.BulkJobs,
        new DialogParameters<BulkDialog>
        {
            { dialog => dialog.Chosen, chosen ? [.. this.chosen] : null },
            { dialog => dialog.Filter, query.Filter },
            { dialog => dialog.Kind, kind },
        },
        DialogStyle.Small));

    private Task AddAsync() => Focus.OpenAsync(() => Dialogs.ShowAsync<AddOperatorDialog>(Words.AddOperator, DialogStyle.Small));

    // What others change is followed, and between two readings at least as long passes as one takes: the list of a company in which
    // somebody signs in each moment does not keep the database busy.
    private async Task FollowAsync()
    {
        follows = true;
        if (isFollowing)
        {
            return;
        }

        (isFollowing, follows) = (true, false);
        var began = Clock.GetTimestamp();
        try
        {
            await ReloadAsync();
        }
        finally
        {
            OnCircuit(() => PauseAsync(Clock.GetElapsedTime(began)));
        }
    }

    private async Task PauseAsync(TimeSpan pause)
    {
        await Task.Delay(pause, Clock);
        isFollowing = false;
        if (follows)
        {
            await FollowAsync();
        }
    }

    // The rows of before stay until the new ones are there; an answer that was overtaken by another question is not shown.
    private async Task ReloadAsync()
    {
        var turn = ++reading;
        readUnder = State.Account.Default;
        try
        {
            var read = await ReadAsync(edge: readFor == query ? list.Edge : null);
            if (turn == reading)
            {
                (list, failed, readFor) = (read, false, query);
            }
        }
        catch (DbException failure)
        {
            Log.LogError(failure, "The list of operators could not be read for operator {OperatorId}", State.Actor.OperatorId);
            failed |= turn == reading;
        }

        StateHasChanged();
    }

    private Task<OperatorList> ReadAsync(ListEdge? edge) => Directory.ReadAsync(State.Actor, State.Account.Default, query, edge);
}

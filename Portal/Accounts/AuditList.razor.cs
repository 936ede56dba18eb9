using Microsoft.AspNetCore.Components;
using Portal.Data;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Accounts;

/// <summary>A part of the record. Its first page says when there is something newer, and moves nothing that is being read.</summary>
public partial class AuditList
{
    private AuditSheet? sheet;
    private (AuditFilter Filter, string? Before, string? After)? loaded;

    // What was chosen and is not in the address yet: who chooses something else meanwhile goes on from there.
    private AuditFilter? chosen;
    private string? personShown;
    private int fresh;
    private ElementReference list;

    /// <summary>The address of the page, without parameters.</summary>
    [Parameter, EditorRequired]
    public required string Path { get; set; }

    /// <summary>What the list is called.</summary>
    [Parameter, EditorRequired]
    public required string Label { get; set; }

    /// <summary>Whether it is the record of everybody, with a search by name; else of one.</summary>
    [Parameter]
    public bool OfAll { get; set; }

    /// <summary>Whose entries, when not of all.</summary>
    [Parameter]
    public Guid? Of { get; set; }

    [SupplyParameterFromQuery(Name = AuditFilter.PersonField)]
    private string? Person { get; set; }

    [SupplyParameterFromQuery(Name = AuditFilter.ActionField)]
    private string? Action { get; set; }

    [SupplyParameterFromQuery(Name = AuditFilter.FromField)]
    private string? From { get; set; }

    [SupplyParameterFromQuery(Name = AuditFilter.ToField)]
    private string? To { get; set; }

    [SupplyParameterFromQuery(Name = "before")]
    private string? Before { get; set; }

    [SupplyParameterFromQuery(Name = "after")]
    private string? After { get; set; }

    [Inject]
    private AuditTrail Trail { get; set; } = null!;

    [Inject]
    private Snapshooter Snapshooter { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <summary>What the address asks for.</summary>
    private AuditFilter Filter { get; set; } = AuditFilter.None;

    private AuditFilter Chosen => chosen ?? Filter;

    private bool IsFiltered => Filter != AuditFilter.None;

    // Of one operator: that one is not in the address a second time.
    private AuditFilter Wanted => OfAll ? Filter : Filter with { PersonId = Of };

    private bool IsFirstPage => sheet is { Newer: null };

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        State.OperatorsChanged += LookForFreshAsync;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        Filter = AuditFilter.Of(OfAll ? Person : null, Action, From, To);
        chosen = chosen == Filter ? null : chosen;
        var wanted = (Wanted, Before, After);
        if (loaded != wanted)
        {
            // The old rows stay until the new ones are there.
            loaded = wanted;
            var read = await ReadOnceAsync($"audit-{Of}", () => Trail.PageAsync(State.Actor, wanted.Wanted, AuditPosition.Parse(Before), AuditPosition.Parse(After)));
            var shown = Filter.PersonId is { } id ? (await Snapshooter.OperatorAsync(State.Actor.AccountId, id))?.Name ?? Words.AuditOnePerson : Filter.Name;
            if (loaded == wanted)
            {
                (sheet, personShown, fresh) = (read, shown, 0);
            }
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        State.OperatorsChanged -= LookForFreshAsync;
        base.Dispose(disposing);
    }

    private string Moment(AuditEntry entry) => When.Moment(State.Account.Local(entry.At), State.Account.Local(Clock.GetUtcNow()));

    private void SetPerson(ChangeEventArgs args)
    {
        // The name of one operator whom the address names by id is not a search for that name.
        var typed = args.Value as string;
        if (typed != personShown)
        {
            var person = AuditFilter.Of(typed, null, null, null);
            Go(Chosen with { PersonId = person.PersonId, Name = person.Name });
        }
    }

    private void SetAction(ChangeEventArgs args) => Go(Chosen with { Action = AuditFilter.Of(null, args.Value as string, null, null).Action });

    private void SetFrom(ChangeEventArgs args) => Go(Chosen with { From = AuditFilter.DayOf(args.Value as string) });

    private void SetTo(ChangeEventArgs args) => Go(Chosen with { To = AuditFilter.DayOf(args.Value as string) });

    private void Go(AuditFilter filter)
    {
        chosen = filter;
        Navigation.NavigateTo(filter.In(Path));
    }

    private async Task LookForFreshAsync()
    {
        if (IsFirstPage)
        {
            fresh = sheet!.Entries.Count > 0
                ? await Trail.NewerAsync(State.Actor, Wanted, AuditPosition.Of(sheet.Entries[0]))
                : (await Trail.PageAsync(State.Actor, Wanted)).Entries.Count;
            StateHasChanged();
        }
    }

    private async Task ShowFreshAsync()
    {
        sheet = await Trail.PageAsync(State.Actor, Wanted);
        fresh = 0;
        StateHasChanged();
        await Task.Yield();
        await list.FocusAsync();
    }
}

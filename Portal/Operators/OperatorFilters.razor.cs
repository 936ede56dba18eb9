using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Texts;

namespace Portal.Operators;

/// <summary>The search, the filters and the statuses above the list.</summary>
public partial class OperatorFilters
{
    // While somebody types, each letter would be a question.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private CancellationTokenSource typing = new();

    // What stands in the field: it is not put back to what the address says while somebody goes on typing.
    private string typed = "";
    private string known = "";
    private bool isOpen;

    /// <summary>What the list shows.</summary>
    [Parameter, EditorRequired]
    public required OperatorListQuery Query { get; set; }

    /// <summary>What it is to show.</summary>
    [Parameter, EditorRequired]
    public EventCallback<OperatorListQuery> OnChoose { get; set; }

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private static IEnumerable<(IReadOnlyList<TwoFactorStatus> Statuses, string Label, string? Tone)> Facets =>
    [
        ([TwoFactorStatus.SetUpDue, TwoFactorStatus.SetUpDueWithPassword], Words.SetUpDueShort, "due"),
        ([TwoFactorStatus.NotSetUp], Words.Of(TwoFactorStatus.NotSetUp), null),
        ([TwoFactorStatus.Active], Words.Of(TwoFactorStatus.Active), "active"),
        ([TwoFactorStatus.Paused], Words.Of(TwoFactorStatus.Paused), null),
        ([TwoFactorStatus.Disabled], Words.Of(TwoFactorStatus.Disabled), null),
        ([TwoFactorStatus.HandledBySingleSignOn], Words.SingleSignOn, null),
    ];

    // Filters that come by a link from elsewhere and have no field here: they are named, and can be taken away.
    private IEnumerable<(string Words, OperatorFilter Without)> Special
    {
        get
        {
            if (Query.Filter.Impact is { } impact)
            {
                yield return (Words.ImpactFilterName(impact.Under, impact.Part), Query.Filter with { Impact = null });
            }

            if (Query.Filter.IsSetUp is { } isSetUp)
            {
                yield return (Words.AuthenticatorFilterName(isSetUp), Query.Filter with { IsSetUp = null });
            }

            if (Query.Filter.LapsesSoon)
            {
                yield return (Words.LapsesSoonFilterName, Query.Filter with { LapsesSoon = false });
            }

            if (Query.Filter.Statuses is { Count: > 0 } statuses && !Facets.Any(facet => IsChosen(facet.Statuses)))
            {
                yield return (string.Join(", ", statuses.Select(Words.Of)), Query.Filter with { Statuses = [] });
            }
        }
    }

    // What is set is seen, whether somebody asked for more or not.
    private bool IsWide => isOpen || Query.Filter is { Origin: not null } or { LoginOptions: not null } or { State: not null };

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Query.Filter.Search != known)
        {
            (typed, known) = (Query.Filter.Search, Query.Filter.Search);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        typing.Cancel();
        typing.Dispose();
        base.Dispose(disposing);
    }

    private bool IsChosen(IReadOnlyList<TwoFactorStatus> statuses) => Query.Filter.Statuses.ToHashSet().SetEquals(statuses);

    private string To(OperatorFilter filter) => Query.With(filter).Address;

    private async Task SearchAsync(ChangeEventArgs change)
    {
        typed = (string?)change.Value ?? "";
        await typing.CancelAsync();
        typing.Dispose();
        typing = new();
        try
        {
            await Task.Delay(Pause, Clock, typing.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        known = typed.Trim();
        await OnChoose.InvokeAsync(Query.With(Query.Filter with { Search = known }));
    }
}

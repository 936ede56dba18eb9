using System.Globalization;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Accounts;
using Portal.Data;
using Portal.Look;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;
using Icons = Portal.Look.Icons;

namespace Portal.Operators;

/// <summary>The page of one bulk job, live. What it is narrowed to stands in the address.</summary>
public partial class BulkPage
{
    private BulkResult? result;
    private BulkItemState? only;
    private int page = 1;
    private bool isLoaded;
    private Guid? shown;
    private int reading;
    private bool movesFocus;
    private bool busy;
    private Refusal? refused;

    /// <summary>Which job.</summary>
    [Parameter]
    public Guid Id { get; set; }

    /// <summary>Only operators of whom this became.</summary>
    [SupplyParameterFromQuery(Name = "only")]
    private string? OnlyInAddress { get; set; }

    /// <summary>The page of the result, from 1.</summary>
    [SupplyParameterFromQuery(Name = "page")]
    private string? PageInAddress { get; set; }

    /// <summary>The answer that is being written, while the page is prerendered.</summary>
    [CascadingParameter]
    private HttpContext? Http { get; set; }

    [Inject]
    private BulkJobs Jobs { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private DateTimeOffset Now => Clock.GetUtcNow();

    private int First => ((page - 1) * BulkJobs.PageSize) + 1;

    /// <summary>The address of a job's page.</summary>
    public static string AddressOf(Guid id) => OperatorAddresses.JobOf(id);

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        State.OperatorsChanged += OnOperatorsChangedAsync;
    }

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        only = Enum.GetNames<BulkItemState>().Contains(OnlyInAddress) ? Enum.Parse<BulkItemState>(OnlyInAddress!) : null;
        page = int.TryParse(PageInAddress, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 1_000_000 ? number : 1;
        (movesFocus, shown) = (shown is { } former && former != Id, Id);
        await TakeAsync(() => ReadOnceAsync($"bulk-{Id}", ReadAsync));
        if (result is null && State.IsAdministrator && Http is { Response.HasStarted: false } http)
        {
            // At the last moment, as on the page of an operator: so this page says it itself, in its frame.
            http.Response.OnStarting(() =>
            {
                http.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            });
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // From one job to the next the page stays the same, and nobody else takes the focus to its heading.
        if (movesFocus && result?.Job.Id == Id)
        {
            movesFocus = false;
            await Focus.MoveAsync("bulk-title");
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        State.OperatorsChanged -= OnOperatorsChangedAsync;
        base.Dispose(disposing);
    }

    private static IconShape? Glyph(BulkItemState state) => state switch
    {
        BulkItemState.Done => Icons.Check,
        BulkItemState.Refused => Icons.CircleX,
        BulkItemState.Waiting or BulkItemState.Untouched => null,
    };

    private static string? Css(BulkItemState state) => state switch
    {
        BulkItemState.Done => "yes",
        BulkItemState.Refused => "no",
        BulkItemState.Waiting or BulkItemState.Untouched => null,
    };

    private static string Percent(BulkTally tally) => string.Create(CultureInfo.InvariantCulture, $"{100.0 * tally.Handled / tally.Total:0.#}%");

    private static IEnumerable<BulkItemState?> Filters(BulkView job) => job.Runs
        ? [null, BulkItemState.Done, BulkItemState.Refused]
        : [null, BulkItemState.Done, BulkItemState.Refused, BulkItemState.Untouched];

    private static int CountOf(BulkTally tally, BulkItemState? state) => state is not { } which ? tally.Total : which switch
    {
        BulkItemState.Waiting => tally.Waiting,
        BulkItemState.Done => tally.Done,
        BulkItemState.Refused => tally.Refused,
        BulkItemState.Untouched => tally.Untouched,
    };

    private static string AddressOf(Guid id, BulkItemState? state, int number = 1)
    {
        var parts = new List<string>();
        if (state is { } which)
        {
            parts.Add($"only={which}");
        }

        if (number > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={number}"));
        }

        return parts.Count == 0 ? AddressOf(id) : $"{AddressOf(id)}?{string.Join('&', parts)}";
    }

    private int Pages(BulkView job) => (CountOf(job.Tally, only) + BulkJobs.PageSize - 1) / BulkJobs.PageSize;

    private string Moment(DateTimeOffset at) => When.Moment(State.Account.Local(at), State.Account.Local(Now));

    private Task<BulkResult?> ReadAsync() => Jobs.FindAsync(State.Actor, Id, only, page);

    // Each act of the job tells of its operator. Several at once are one change here.
    private async Task OnOperatorsChangedAsync()
    {
        await TakeAsync(ReadAsync);
        StateHasChanged();
    }

    // The address, the job and whoever cancels it ask each by themselves; an answer that was overtaken by another question is not shown.
    private async Task TakeAsync(Func<Task<BulkResult?>> read)
    {
        var turn = ++reading;
        var answer = await read();
        if (turn == reading)
        {
            (result, isLoaded) = (answer, true);
        }
    }

    private async Task AgainAsync(BulkView job)
    {
        var left = await Jobs.LeftAsync(State.Actor, job.Id);
        await Focus.OpenAsync(() => Dialogs.ShowAsync<BulkDialog>(
            BulkWords.NameOf(job.Kind), new DialogParameters<BulkDialog> { { dialog => dialog.Chosen, left }, { dialog => dialog.Like, job } }, DialogStyle.Small));
    }

    private async Task CancelAsync()
    {
        (busy, refused) = (true, null);
        var outcome = await State.ThenRefreshAsync(Jobs.CancelAsync(State.Actor, Id));
        (busy, refused) = (false, outcome.Refused == Refusal.AlreadySo ? null : outcome.Refused);
        await TakeAsync(ReadAsync);
        StateHasChanged();

        // The button goes with what it ended.
        await Focus.MoveAsync("bulk-standing");
    }
}

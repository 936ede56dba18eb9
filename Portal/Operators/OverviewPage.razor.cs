using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Texts;

namespace Portal.Operators;

/// <summary>The Overview. It keeps nothing of its own: statuses come with the account, and what needs somebody is read at each change.</summary>
public partial class OverviewPage
{
    // Time alone brings things up too: an invitation expires, a week is over, and nobody has changed anything.
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    private AttentionReport? report;
    private RecordedCoverage? recorded;
    private ITimer? timer;
    private int reading;

    [Inject]
    private Attention Attention { get; set; } = null!;

    [Inject]
    private CoverageHistory Coverage { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private DateOnly Today => DateOnly.FromDateTime(State.Account.Local(Clock.GetUtcNow()).DateTime);

    // Whoever may use single sign-on besides has a row only where there is somebody; the others are always there to compare.
    private IEnumerable<(TwoFactorStatus Status, int Count)> Statuses =>
        from status in Enum.GetValues<TwoFactorStatus>()
        let count = State.Account.Statuses.GetValueOrDefault(status)
        where count > 0 || status != TwoFactorStatus.SetUpDueWithPassword
        select (status, count);

    private int Most => Math.Max(1, State.Account.Statuses.Values.DefaultIfEmpty().Max());

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        State.OperatorsChanged += OnOperatorsChangedAsync;
        await TakeAsync(() => ReadOnceAsync("attention", ReadAttentionAsync), () => ReadOnceAsync("coverage", ReadCoverageAsync));
    }

    /// <inheritdoc />
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            // A timer comes from outside the circuit, without its language.
            var language = CircuitLanguage.AtHand;
            timer = Clock.CreateTimer(_ => OnCircuit(() => LookAgainAsync(language)), null, Again, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        State.OperatorsChanged -= OnOperatorsChangedAsync;
        timer?.Dispose();
        base.Dispose(disposing);
    }

    private static string? StyleOf(TwoFactorStatus status) => status switch
    {
        TwoFactorStatus.Active => "active",
        TwoFactorStatus.SetUpDue or TwoFactorStatus.SetUpDueWithPassword => "due",
        _ => null,
    };

    private string WidthOf(int count) => string.Create(CultureInfo.InvariantCulture, $"width:{100.0 * count / Most:0.##}%");

    private async Task LookAgainAsync(CircuitLanguage language)
    {
        language.Speak();
        try
        {
            await OnOperatorsChangedAsync();
        }
        catch (DbException)
        {
            // What was shown stays until the next look.
        }
        finally
        {
            // Each look after the one before it is done: they never pile up.
            timer?.Change(Again, Timeout.InfiniteTimeSpan);
        }
    }

    private async Task OnOperatorsChangedAsync()
    {
        await TakeAsync(ReadAttentionAsync, ReadCoverageAsync);
        StateHasChanged();
    }

    // Changes and the minute that is over ask each by itself; an answer that was overtaken by another question is not shown.
    private async Task TakeAsync(Func<Task<AttentionReport>> attention, Func<Task<RecordedCoverage>> coverage)
    {
        var turn = ++reading;
        var read = (await attention(), await coverage());
        if (turn == reading)
        {
            (report, recorded) = read;
        }
    }

    private Task<AttentionReport> ReadAttentionAsync() => Attention.ReadAsync(State.Actor, State.Account);

    private Task<RecordedCoverage> ReadCoverageAsync() => Coverage.ReadAsync(State.Actor, Today);
}

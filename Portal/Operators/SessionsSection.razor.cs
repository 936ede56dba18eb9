using Microsoft.AspNetCore.Components;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The sessions of one operator; new ones appear by themselves, and those that were ended go.</summary>
public partial class SessionsSection
{
    private IReadOnlyList<OpenSession> open = [];
    private Refusal? refused;

    /// <summary>The operator who is looked at.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [Inject]
    private OpenSessions Sessions { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsSelf => Who.Id == State.Me.Id;

    private int Others => open.Count(session => !IsThis(session));

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        State.OperatorsChanged += OnOperatorsChangedAsync;
        open = await ReadOnceAsync($"sessions-{Who.Id}", ReadAsync);
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        State.OperatorsChanged -= OnOperatorsChangedAsync;
        base.Dispose(disposing);
    }

    private bool IsThis(OpenSession session) => session.Id == State.Actor.SessionId;

    private string Moment(DateTimeOffset at) => When.Moment(State.Account.Local(at), State.Account.Local(Clock.GetUtcNow()));

    private async Task OnOperatorsChangedAsync()
    {
        open = await ReadAsync();
        StateHasChanged();
    }

    private Task<IReadOnlyList<OpenSession>> ReadAsync() => Sessions.ListAsync(State.Actor, Who.Id);

    private Task EndAsync(OpenSession session) => AfterAsync(Sessions.EndAsync(State.Actor, Who.Id, session.Id));

    private Task EndOthersAsync() => AfterAsync(Sessions.EndOthersAsync(State.Actor, Who.Id));

    // What was over already needs no explanation: it is no longer in the list.
    private async Task AfterAsync<T>(Task<Outcome<T>> act)
    {
        var outcome = await State.ThenRefreshAsync(act);
        refused = outcome.Refused == Refusal.NotFound ? null : outcome.Refused;
        open = await ReadAsync();
        await Focus.MoveAsync("sessions");
    }
}

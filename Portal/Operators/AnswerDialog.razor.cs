using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Answers a request for help.</summary>
public partial class AnswerDialog
{
    private ElementReference cancel;
    private Refusal? refused;
    private bool busy;

    /// <summary>The request, as the page showed it.</summary>
    [Parameter, EditorRequired]
    public required WaitingHelp Asking { get; set; }

    /// <summary>The answer is a reset: that has a dialog of its own, which answers the request too.</summary>
    [Parameter]
    public EventCallback OnReset { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private HelpRequests Help { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsMine => Asking.OperatorId == State.Me.Id;

    private DateTimeOffset Now => State.Account.Local(Clock.GetUtcNow());

    // The last minute of today, as in every place that says it.
    private string Tonight => When.Moment(
        State.Account.Local(DayEnd.Of(Clock.GetUtcNow(), TimeZoneInfo.FindSystemTimeZoneById(State.Account.TimeZone)).AddMinutes(-1)), Now);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await cancel.FocusAsync();
        }
    }

    private Task LetInAsync() => AnswerAsync(() => Help.LetInUntilTonightAsync(State.Actor, Asking.OperatorId, Asking.Id));

    private Task DismissAsync() => AnswerAsync(() => Help.DismissAsync(State.Actor, Asking.OperatorId, Asking.Id));

    private async Task AnswerAsync<T>(Func<Task<Outcome<T>>> act)
    {
        (busy, refused) = (true, null);
        var outcome = await Prompt.AroundAsync(() => State.ThenRefreshAsync(act()));
        (busy, refused) = (false, outcome.Refused == Refusal.ProofNeeded ? null : outcome.Refused);
        if (outcome.IsDone)
        {
            Dialog.Close();
        }
    }

    private async Task ResetAsync()
    {
        Dialog.Close();
        await OnReset.InvokeAsync();
    }
}

using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Security;
using Portal.Texts;

namespace Portal.Operators;

/// <summary>Changes one's own password.</summary>
public partial class PasswordDialog
{
    private ElementReference first;
    private string now = "";
    private string chosen = "";
    private string repeat = "";
    private string? nowFault;
    private string? newFault;
    private string? repeatFault;
    private bool isBusy;

    /// <summary>The password was changed, and when.</summary>
    [Parameter]
    public EventCallback<DateTimeOffset> OnSaved { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private Passwords Passwords { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await first.FocusAsync();
        }
    }

    private static string? Css(string? fault) => fault is null ? null : "err";

    private static string? Invalid(string? fault) => fault is null ? null : "true";

    private async Task SaveAsync()
    {
        (nowFault, newFault, repeatFault) = (now.Length == 0 ? Words.EnterPassword : null, null, chosen == repeat ? null : Words.PasswordsDiffer);
        if (isBusy || nowFault is not null || repeatFault is not null)
        {
            return;
        }

        isBusy = true;
        try
        {
            await AnswerAsync(await State.ThenRefreshAsync(Passwords.ChangeAsync(State.Actor, now, chosen)));
        }
        finally
        {
            isBusy = false;
        }
    }

    private async Task AnswerAsync((ProofAnswer Current, NewPassword New) answer)
    {
        switch (answer)
        {
            case (ProofAnswer.SessionIsOver, _):
                Dialog.Cancel();
                await State.LookAtSessionAsync();
                break;
            case (ProofAnswer.Proven, { Who: not null }):
                await OnSaved.InvokeAsync(Clock.GetUtcNow());
                Dialog.Close();
                break;
            case (ProofAnswer.Proven, { Fault: { } fault }):
                newFault = fault;
                break;
            case (ProofAnswer.Proven, { Refused: { } why }):
                newFault = RefusalWords.Of(why);
                break;
            default:
                (nowFault, now) = (Words.PasswordWrong, "");
                await first.FocusAsync();
                break;
        }
    }
}

using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Security;
using Portal.Texts;

namespace Portal.TwoFactor;

/// <summary>Asks for a proof that it is still the operator who sits there.</summary>
public partial class ProofDialog
{
    private ElementReference field;
    private ElementReference cancel;
    private string input = "";
    private string? wrong;
    private bool busy;
    private bool hasFocus;
    private bool isRecovery;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private TwoFactorState State { get; set; } = null!;

    [Inject]
    private RecentProof Proof { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    private ProofFactor? Factor { get; set; }

    private string Label => (Factor, isRecovery) switch
    {
        (ProofFactor.Code, true) => Words.RecoveryCode,
        (ProofFactor.Code, false) => Words.Code,
        _ => Words.Password,
    };

    private string Help => (Factor, isRecovery) switch
    {
        (ProofFactor.Code, true) => Words.ProofByRecoveryCode,
        (ProofFactor.Code, false) => Words.ProofByCode,
        _ => Words.ProofByPassword,
    };

    private string Missing => (Factor, isRecovery) switch
    {
        (ProofFactor.Code, true) => Words.EnterRecoveryCode,
        (ProofFactor.Code, false) => Words.EnterCode,
        _ => Words.EnterPassword,
    };

    private string NotRight => (Factor, isRecovery) switch
    {
        (ProofFactor.Code, true) => Words.RecoveryCodeWrong,
        (ProofFactor.Code, false) => Words.CodeWrongOrUsed,
        _ => Words.PasswordWrong,
    };

    private string? Css => wrong is null ? null : "err";

    private string? Invalid => wrong is null ? null : "true";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Factor = await Proof.FactorAsync(State.Actor);
        if (Factor is null)
        {
            await State.LookAtSessionAsync();
            Dialog.Cancel();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // What is asked for is known only after a look at the session; the field that shows it takes the focus.
        if (Factor is not null && !hasFocus)
        {
            hasFocus = true;
            await (Factor == ProofFactor.NotYet ? cancel : field).FocusAsync();
        }
    }

    private Task GoToProviderAsync()
    {
        busy = true;
        return Prompt.LeaveForProviderAsync();
    }

    // The field for digits brings up no letters on a phone, so a recovery code has a field of its own.
    private void Switch() => (isRecovery, input, wrong, hasFocus) = (!isRecovery, "", null, false);

    private async Task AnswerAsync()
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            wrong = Missing;
            await field.FocusAsync();
            return;
        }

        busy = true;
        var answer = await Proof.AnswerAsync(State.Actor, input);
        busy = false;
        switch (answer)
        {
            case ProofAnswer.Proven:
                Dialog.Close();
                break;
            case ProofAnswer.Wrong:
                (wrong, input) = (NotRight, "");
                await field.FocusAsync();
                break;
            case ProofAnswer.GuessingIsOver:
                (wrong, input) = (Words.GuessingOverLead, "");
                break;
            case ProofAnswer.SessionIsOver:
                Dialog.Cancel();
                await State.LookAtSessionAsync();
                break;
        }
    }
}

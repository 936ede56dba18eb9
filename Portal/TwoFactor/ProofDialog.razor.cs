using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Security;
using Portal.Texts;

namespace Portal.TwoFactor;

/// <summary>Asks for a proof that it is still the operator who sits there.</summary>
public partial class ProofDialog
{
    private ElementReference field;
    private string input = "";
    private string? wrong;
    private bool busy;
    private bool hasFocus;

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private TwoFactorState State { get; set; } = null!;

    [Inject]
    private RecentProof Proof { get; set; } = null!;

    private ProofFactor? Factor { get; set; }

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
            await field.FocusAsync();
        }
    }

    private async Task AnswerAsync()
    {
        if (string.IsNullOrWhiteSpace(input))
        {
            wrong = Factor == ProofFactor.Code ? Words.EnterCode : Words.EnterPassword;
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
                (wrong, input) = (Factor == ProofFactor.Code ? Words.CodeWrongOrUsed : Words.PasswordWrong, "");
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

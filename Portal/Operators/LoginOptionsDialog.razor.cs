using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Changes how an operator may sign in.</summary>
public partial class LoginOptionsDialog
{
    private ElementReference ways;
    private LoginOptions chosen;
    private Refusal? refused;
    private bool busy;

    /// <summary>Whose, as the page showed them.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private OperatorLogins Logins { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    // The page may have learned meanwhile that somebody else changed it.
    private LoginOptions Present => State.Shown?.Id == Who.Id ? State.Shown.LoginOptions : Who.LoginOptions;

    private bool IsSelf => Who.Id == State.Me.Id;

    private bool IsChanged => chosen != Present;

    private bool Erases => chosen == LoginOptions.SingleSignOn;

    private bool ChoosesPassword => chosen.HasFlag(LoginOptions.Password) && Who is { HasPassword: false, State: OperatorState.Active };

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        chosen = Who.LoginOptions;
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await ways.FocusAsync();
        }
    }

    private bool IsPossible(LoginOptions options) => options == LoginOptions.Password || options == Present || State.Account.HasSingleSignOn;

    private void Choose(LoginOptions options) => (chosen, refused) = (options, null);

    private async Task SaveAsync()
    {
        (busy, refused) = (true, null);
        var outcome = await Prompt.AroundAsync(() => State.ThenRefreshAsync(Logins.SetAsync(State.Actor, Who.Id, chosen)));
        (busy, refused) = (false, outcome.Refused == Refusal.ProofNeeded ? null : outcome.Refused);
        if (outcome.IsDone || outcome.Refused == Refusal.AlreadySo)
        {
            Dialog.Close(DialogResult.Ok(outcome.Value));
        }
    }
}

using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Status, sentence and acts of one operator.</summary>
public partial class WhatHolds
{
    // From here on the row warns, while there are still codes to sign in with.
    private const int FewCodes = 3;

    private bool isMaking;
    private Refusal? codesRefused;

    /// <summary>The operator who is looked at.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private OwnRecoveryCodes OwnCodes { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsSelf => Who.Id == State.Me.Id;

    private bool IsOut => Who.State == OperatorState.Deactivated;

    private EffectiveTwoFactor Effective => Who.Under(State.Account.Default);

    private StatusSentence Sentence => StatusSentence.Of(
        Effective,
        State.Account.Default,
        Who.Override,
        Who.LoginOptions,
        IsSelf ? null : Who.Name,
        OverrideEnd.Then(Who, State.Account, Clock.GetUtcNow()),
        Who.State == OperatorState.Invited);

    private bool MayStop => Effective.Setting == TwoFactorPolicy.Optional;

    private string CodesState => (Who.RecoveryCodesLeft, Who.HasSavedRecoveryCodes) switch
    {
        ( > 0, false) => Words.CodesNotSaved,
        (0, false) => Words.CodesNone,
        (var left, true) => Words.CodesLeft(left, RecoveryCode.InASet),
        _ => throw new InvalidOperationException("Fewer than no recovery codes."),
    };

    private bool CodesRunOut => !Who.HasSavedRecoveryCodes || Who.RecoveryCodesLeft <= FewCodes;

    private string? Since => StatusSince.Of(Who, State.Account) is { } since
        ? When.Moment(State.Account.Local(since), State.Account.Local(Clock.GetUtcNow()))
        : null;

    private void OpenWizard() => Navigation.NavigateTo(EnrollmentHost.AddressFor(Navigation));

    private async Task NewCodesAsync()
    {
        (isMaking, codesRefused) = (true, null);
        var outcome = await Prompt.AroundAsync(() => State.ThenRefreshAsync(OwnCodes.RenewAsync(State.Actor)));
        (isMaking, codesRefused) = (false, outcome.Refused == Refusal.ProofNeeded ? null : outcome.Refused);
        if (outcome.Value is { } made)
        {
            await Focus.OpenAsync(() => Dialogs.ShowAsync<NewCodesDialog>(
                Words.NewCodesTitle, new DialogParameters<NewCodesDialog> { { dialog => dialog.Codes, made } }, DialogStyle.Small));
        }
    }

    private Task ResetAsync() => Focus.OpenAsync(() => Dialogs.ShowAsync<ResetDialog>(
        Words.ResetQuestion(Who.Name), new DialogParameters<ResetDialog> { { dialog => dialog.Who, Who } }, DialogStyle.Small));

    private Task StopAsync() => Focus.OpenAsync(() => Dialogs.ShowAsync<StopDialog>(Words.StopQuestion, DialogStyle.Small));
}

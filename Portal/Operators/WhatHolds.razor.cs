using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Status, sentence and acts of one operator.</summary>
public partial class WhatHolds
{
    /// <summary>The operator who is looked at.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsSelf => Who.Id == State.Me.Id;

    private bool IsOut => Who.State == OperatorState.Deactivated;

    private EffectiveTwoFactor Effective => Who.Under(State.Account.Default);

    private StatusSentence Sentence => StatusSentence.Of(Effective, State.Account.Default, Who.Override, Who.LoginOptions, IsSelf ? null : Who.Name, Who.State == OperatorState.Invited);

    private bool MayStop => Effective.Setting == TwoFactorPolicy.Optional;

    private string? Since => StatusSince.Of(Who, State.Account) is { } since
        ? When.Moment(State.Account.Local(since), State.Account.Local(Clock.GetUtcNow()))
        : null;

    private void OpenWizard() => Navigation.NavigateTo(EnrollmentHost.AddressFor(Navigation));

    private Task ResetAsync() => Focus.OpenAsync(() => Dialogs.ShowAsync<ResetDialog>(
        Words.ResetQuestion(Who.Name), new DialogParameters<ResetDialog> { { dialog => dialog.Who, Who } }, DialogStyle.Small));

    private Task StopAsync() => Focus.OpenAsync(() => Dialogs.ShowAsync<StopDialog>(Words.StopQuestion, DialogStyle.Small));
}

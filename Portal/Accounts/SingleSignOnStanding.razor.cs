using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Look;
using Portal.Security;
using Portal.Shell;
using Portal.Texts;
using Portal.TwoFactor;
using Icons = Portal.Look.Icons;

namespace Portal.Accounts;

/// <summary>Where single sign-on of the account stands.</summary>
public partial class SingleSignOnStanding
{
    private Refusal? refused;

    /// <summary>The settings; <see langword="null"/> as long as nobody has begun.</summary>
    [Parameter, EditorRequired]
    public required SingleSignOnSnapshot? Sso { get; set; }

    [Inject]
    private SingleSignOnSettings Settings { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private Unsaved Unsaved { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private bool IsComplete => Sso is { IsComplete: true };

    private (string Status, string Sentence, string? Css, IconShape Glyph) Standing => Sso switch
    {
        null or { IsComplete: false } => (Words.SsoOff, Words.SsoIncompleteWhy, null, Icons.CircleX),
        { IsOn: false, WorkedAt: null } => (Words.SsoOff, Words.SsoUntestedWhy, null, Icons.CircleX),
        { IsOn: false } => (Words.SsoOff, Words.SsoReadyWhy, null, Icons.CircleX),
        { Fault: { } fault } => (Words.SsoOnFaulty, ProviderWords.ForAdministrators(fault, Sso.FaultDetail), "due", Icons.TriangleAlert),
        { WorkedAt: null } => (Words.SsoOnNotTested, Words.SsoChangedWhy, "due", Icons.TriangleAlert),
        _ => (Words.SsoOn, Words.SsoOnWhy(Sso.Only, Sso.Besides), "active", Icons.Check),
    };

    private string Moment(DateTimeOffset at) => When.Moment(State.Account.Local(at), State.Account.Local(Clock.GetUtcNow()));

    // Asked before, since the browser leaves the page by it.
    private async Task TestAsync()
    {
        if (await Unsaved.MayLeaveAsync())
        {
            Navigation.NavigateTo(SingleSignOnAddresses.Test, forceLoad: true);
        }
    }

    private Task TurnOnAsync() => DoAsync(() => Settings.TurnOnAsync(State.Actor));

    private Task ReleaseAsync() => DoAsync(() => Settings.ReleaseAsync(State.Actor));

    private Task TurnOffAsync()
    {
        refused = null;
        return Focus.OpenAsync(() => Dialogs.ShowAsync<TurnOffDialog>(Words.SsoTurnOffQuestion, DialogStyle.Small));
    }

    // The button goes with what it does: the focus continues at the heading.
    private async Task DoAsync<T>(Func<Task<Outcome<T>>> act)
    {
        var outcome = await Prompt.AroundAsync(() => State.ThenRefreshAsync(act()));
        refused = outcome.Refused == Refusal.ProofNeeded ? null : outcome.Refused;
        if (outcome.IsDone)
        {
            await Focus.MoveAsync(SingleSignOnPage.HeadingId);
        }
    }
}

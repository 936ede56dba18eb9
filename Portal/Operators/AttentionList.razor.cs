using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Accounts;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The lines of what needs an administrator. What is true of the account comes with its state, the rest with the report.</summary>
public partial class AttentionList
{
    /// <summary>What was read.</summary>
    [Parameter, EditorRequired]
    public required AttentionReport Report { get; set; }

    [Inject]
    private Snapshooter Snapshooter { get; set; } = null!;

    [Inject]
    private IDialogService Dialogs { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private static int SoonDays => (int)OperatorFilter.Soon.TotalDays;

    private bool IsEmpty =>
        Report is { Help.Count: 0, IsOnlyWayIn: false, Lapsing.Count: 0, InvitationsEnding.Count: 0, InvitationsOver.Count: 0, GivenUp: null }
        && WithoutAuthenticator.Count == 0 && SetUpsDue == 0 && LockedOut == 0 && !HasNothingSetUp
        && !State.Account.MailIsDown && State.Account.SingleSignOn is not { IsOn: true, Fault: not null };

    private bool HasBanner => State.Me.Under(State.Account.Default).AfterPassword == AfterPassword.SetUpFirst;

    // While the banner has the button, nothing repeats it.
    private bool HasNothingSetUp => !State.Me.IsSetUp && !HasBanner && State.Me.Under(State.Account.Default).AllowsSetUp;

    // Whose only way is closed.
    private int LockedOut => State.Account.HasSingleSignOn ? 0 : State.Account.Counts.SingleSignOn;

    private int SetUpsDue => AttentionFilters.SetUpDue.Statuses.Sum(status => State.Account.Statuses.GetValueOrDefault(status));

    private TwoFactorStatus DueGlyph => AttentionFilters.SetUpDue.Statuses.First(status => State.Account.Statuses.GetValueOrDefault(status) > 0);

    // Where it is oneself alone, a line of one's own says so, or the banner.
    private Concerned WithoutAuthenticator => Report.WithoutAuthenticator.TheOne?.OperatorId == State.Me.Id ? Concerned.Nobody : Report.WithoutAuthenticator;

    private static string PageOf(Guid operatorId) => $"{OperatorAddresses.List}/{operatorId}";

    private static string ListOf(OperatorFilter filter) => OperatorListQuery.AddressFor(filter);

    private static string NamesOf(Concerned concerned) => Words.AndMore(concerned.Names, concerned.More);

    private string Moment(DateTimeOffset at) => When.Moment(State.Account.Local(at), State.Account.Local(Clock.GetUtcNow()));

    private int DaysSince(DateTimeOffset? since) =>
        since is { } at ? (State.Account.Local(Clock.GetUtcNow()).Date - State.Account.Local(at).Date).Days : 0;

    private string WhyDue(DueOperator due) => due switch
    {
        { Since: { } since, ByName: { } by } => Words.RequiredBy(by, Moment(since)),
        { Since: { } since } => $"{When.Capital(Words.Since(Moment(since)))}.",
        _ => Words.SetUpsAreDueWhy,
    };

    private Task AnswerAsync(WaitingHelp asking) => Focus.OpenAsync(() => Dialogs.ShowAsync<AnswerDialog>(
        Words.AnswerQuestion(asking.Name),
        new DialogParameters<AnswerDialog>
        {
            { dialog => dialog.Asking, asking },
            { dialog => dialog.OnReset, EventCallback.Factory.Create(this, () => ResetAsync(asking.OperatorId)) },
        },
        DialogStyle.Small));

    private async Task ResetAsync(Guid operatorId)
    {
        if (State.IsAdministrator && await Snapshooter.OperatorAsync(State.Actor.AccountId, operatorId) is { } who)
        {
            await Focus.OpenAsync(() => Dialogs.ShowAsync<ResetDialog>(
                Words.ResetQuestion(who.Name), new DialogParameters<ResetDialog> { { dialog => dialog.Who, who } }, DialogStyle.Small));
        }
    }

    private Task AddOperatorAsync() => Focus.OpenAsync(() => Dialogs.ShowAsync<AddOperatorDialog>(Words.AddOperator, DialogStyle.Small));

    private void OpenWizard() => Navigation.NavigateTo(EnrollmentHost.AddressFor(Navigation));
}

using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Resets another operator's two-factor authentication.</summary>
public partial class ResetDialog
{
    private ElementReference cancel;
    private ElementReference done;
    private ResetReason? reason;
    private string words = "";
    private bool unfit;
    private bool busy;
    private bool focusDone;
    private bool sendsLink;
    private IReadOnlyList<MailState> mails = [];
    private int sessions;
    private Refusal? refused;
    private ResetReport? report;

    /// <summary>Who is to be reset, as the page showed them.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private OperatorDetails Details { get; set; } = null!;

    [Inject]
    private MailStates Mails { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private TwoFactorEnrollments Enrollments { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    // What the operator meets next, under the settings as they are while the dialog is open.
    private EffectiveTwoFactor Then => EffectiveTwoFactor.For(
        State.Account.Default, (State.Shown?.Id == Who.Id ? State.Shown : Who).Override, Who.LoginOptions, isSetUp: false);

    // Where nothing would be set up with it, a link helps nobody.
    private bool MaySendLink => Then.AllowsSetUp && Who.State == OperatorState.Active;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => sessions = await Details.CountSessionsAsync(State.Actor, Who.Id);

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await cancel.FocusAsync();
        }
        else if (focusDone)
        {
            focusDone = false;
            await done.FocusAsync();
        }
    }

    // The same once more takes it back: a reason may be left empty.
    private void Choose(ResetReason offered) => (reason, unfit) = (reason == offered ? null : offered, false);

    private static string Ended(ResetReport report) => report.UserAgents.Count == 0
        ? Words.SessionsEnded(report.SessionsEnded)
        : Words.SessionsEnded(report.SessionsEnded, string.Join(", ", report.UserAgents.Select(Browsers.NameOf).Distinct()));

    private async Task ResetAsync()
    {
        var kept = ResetReasons.Kept(reason, words);
        unfit = !Entry.TryReason(kept, out _);
        if (unfit)
        {
            return;
        }

        (busy, refused) = (true, null);
        var outcome = await Prompt.AroundAsync(() => State.ThenRefreshAsync(Enrollments.ResetAsync(State.Actor, Who.Id, kept, sendsLink && MaySendLink)));
        (busy, report, refused) = (false, outcome.Value, outcome.Refused == Refusal.ProofNeeded ? null : outcome.Refused);
        focusDone = report is not null;
        await LookForMailsAsync();
    }

    /// <inheritdoc />
    protected override void OnChanged() => OnCircuit(async () =>
    {
        await LookForMailsAsync();
        StateHasChanged();
    });

    // What became of the mails that went with it, as long as the outcome is looked at.
    private async Task LookForMailsAsync()
    {
        if (report is { } done)
        {
            string[] kinds = [SecurityNotice.KindOf(NoticeKind.TwoFactorReset), SetUpLetter.Name];
            var found = new List<MailState>();
            foreach (var kind in kinds)
            {
                if (await Mails.LastAsync(State.Account.Id, Who.Id, kind) is { } mail && mail.QueuedAt >= done.At)
                {
                    found.Add(mail);
                }
            }

            mails = found;
        }
    }
}

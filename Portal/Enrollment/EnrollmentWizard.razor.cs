using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Enrollment;

/// <summary>Leads from a key that waits to a key that is active. Whoever shows the wizard has started it first.</summary>
/// <remarks>
/// The key is read here, not handed in: what a dialog is opened with is kept until it closes, and nothing may keep the key
/// after Finish. Recovery codes are held only as long as they are shown. No member is persisted for the browser.
/// </remarks>
public partial class EnrollmentWizard
{
    /// <summary>The id of the heading that names the wizard.</summary>
    public const string TitleId = "enrollment-title";

    private ElementReference heading;
    private CodeStep? codeStep;
    private PendingEnrollment? pending;
    private EnrollmentSession session = EnrollmentSession.Start;
    private DateTimeOffset? setUpBefore;
    private ITimer? timer;
    private Refusal? refused;
    private bool isTimeUp;
    private bool replaces;
    private int? sessionsEnded;
    private RecoveryCodeSet? codes;
    private bool codesAreVoid;
    private bool isHandedOver;
    private string input = "";
    private CodeTry? last;
    private bool isBusy;
    private bool movesFocus = true;

    /// <summary>Why the wizard cannot be opened; shown instead of it.</summary>
    [Parameter]
    public Refusal? Refused { get; set; }

    /// <summary>Whether the key that was waiting is over; shown instead of the wizard.</summary>
    [Parameter]
    public bool IsOver { get; set; }

    /// <summary>The right code was given here, with what opens the session where there is none yet. The wizard stays open until it is closed.</summary>
    [Parameter]
    public EventCallback<SecretToken?> OnActivated { get; set; }

    /// <summary>The wizard is done, whatever came of it.</summary>
    [Parameter]
    public EventCallback OnClosed { get; set; }

    [Inject]
    private TwoFactorEnrollments Enrollments { get; set; } = null!;

    [Inject]
    private OwnRecoveryCodes OwnCodes { get; set; } = null!;

    [Inject]
    private ProofPrompt Proof { get; set; } = null!;

    [Inject]
    private IOptions<PortalOptions> Options { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private string Issuer => Options.Value.Issuer;

    private string Email => State.Me.Email;

    private int NowAt => session.Step switch
    {
        EnrollmentStep.Scan or EnrollmentStep.Manual => 1,
        EnrollmentStep.Code => 2,
        EnrollmentStep.Finished => 3,
    };

    private string Title => (isTimeUp, session.Step, replaces) switch
    {
        (true, _, _) => Words.TimeIsUpTitle,
        (_, EnrollmentStep.Finished, _) => Words.EnrollmentIsActive,
        (_, _, true) => Words.EnrollmentTitleAgain,
        (_, _, false) => Words.EnrollmentTitle,
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        (refused, isTimeUp) = (Refused, IsOver);
        if (refused is null && !isTimeUp)
        {
            await OpenAsync();
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!movesFocus)
        {
            return;
        }

        movesFocus = false;
        if (codeStep is not null && session.Step == EnrollmentStep.Code)
        {
            await codeStep.FocusAsync();
        }
        else
        {
            await heading.FocusAsync();
        }
    }

    /// <inheritdoc />
    protected override void OnChanged() => OnCircuit(LookAroundAsync);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Forget();
    }

    private string? BarOf(int number) => NowAt == number ? "now" : NowAt > number ? "done" : null;

    private async Task OpenAsync()
    {
        if (await Enrollments.FindAsync(State.Actor) is not { } found)
        {
            ShowTimeIsUp();
            return;
        }

        Forget();
        (pending, session, replaces) = (found, found.Session, found.Replaces);
        (isTimeUp, refused, last, input, isHandedOver, movesFocus) = (false, null, null, "", false, true);
        setUpBefore = State.Me.SetUpAt;
        var language = CircuitLanguage.AtHand;
        timer = Clock.CreateTimer(_ => InvokeAsync(() => OnTimeIsUp(language)), null, Remaining(found), Timeout.InfiniteTimeSpan);
    }

    private TimeSpan Remaining(PendingEnrollment key)
    {
        var left = key.EndsAt - Clock.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private async Task MoveAsync(EnrollmentSession to)
    {
        if (pending is null || to == session)
        {
            return;
        }

        (session, last, movesFocus) = (to, null, true);
        await Enrollments.MoveAsync(State.Actor, pending.Id, to);
    }

    private async Task FinishAsync()
    {
        if (pending is not { Id: var id } || session.Step != EnrollmentStep.Code || isBusy)
        {
            return;
        }

        movesFocus = true;
        if (!OneTimeCode.TryParse(input, out _))
        {
            Say(Words.EnterCode);
            return;
        }

        isBusy = true;
        try
        {
            await AnswerAsync(await GiveCodeAsync(id));
        }
        finally
        {
            isBusy = false;
        }

        // The timer keeps quiet while a code is on its way.
        if (pending is { } still && Remaining(still) == TimeSpan.Zero)
        {
            ShowTimeIsUp();
        }
    }

    // A replacement may have been left open for longer than a proof holds: it is asked for once more, then the code goes in again.
    private async Task<FinishAnswer> GiveCodeAsync(Guid id)
    {
        var answer = await State.ThenRefreshAsync(Enrollments.FinishAsync(State.Actor, id, input));
        return answer is FinishAnswer.Refused { Why: Refusal.ProofNeeded } && await Proof.AskAsync()
            ? await State.ThenRefreshAsync(Enrollments.FinishAsync(State.Actor, id, input))
            : answer;
    }

    private async Task AnswerAsync(FinishAnswer answer)
    {
        switch (answer)
        {
            case FinishAnswer.Active active:
                ShowFinished(active.SessionsEnded, active.RecoveryCodes);
                await OnActivated.InvokeAsync(active.Ticket);
                break;
            case FinishAnswer.Wrong wrong:
                Say(Words.CodeNotRight, wrong.ClockDrift);
                break;
            case FinishAnswer.TimeIsUp:
                ShowTimeIsUp();
                break;
            case FinishAnswer.Refused { Why: Refusal.SignedOut }:
                Forget();
                await State.LookAtSessionAsync();
                break;
            case FinishAnswer.Refused { Why: Refusal.ProofNeeded or Refusal.ChangedMeanwhile } passing:
                Say(RefusalWords.Of(passing.Why));
                break;
            case FinishAnswer.Refused final:
                ShowRefused(final.Why);
                break;
        }
    }

    private async Task StartAgainAsync()
    {
        isBusy = true;
        var started = await StartAsync();
        isBusy = false;
        switch (started)
        {
            case null:
                await OpenAsync();
                break;
            case Refusal.ProofNeeded:
                break;
            case { } why:
                ShowRefused(why);
                break;
        }
    }

    // Answers the refusal alone: the outcome carries the key, and would keep it.
    private async Task<Refusal?> StartAsync() =>
        (await Proof.AroundAsync(() => State.ThenRefreshAsync(Enrollments.StartAsync(State.Actor)))).Refused;

    private async Task CancelAsync()
    {
        if (pending is { Id: var id })
        {
            Forget();
            await State.ThenRefreshAsync(CancelAsync(id));
        }

        await OnClosed.InvokeAsync();
    }

    private async Task<Nothing> CancelAsync(Guid id)
    {
        await Enrollments.CancelAsync(State.Actor, id);
        return default;
    }

    // Done says that the recovery codes are kept. Should others have taken their place meanwhile, nobody may go away with these.
    private async Task DoneAsync()
    {
        if (codes is { } shown)
        {
            isBusy = true;
            var saved = await State.ThenRefreshAsync(OwnCodes.SavedAsync(State.Actor, shown));
            isBusy = false;
            Forget();
            if (saved.Refused == Refusal.SignedOut)
            {
                await State.LookAtSessionAsync();
                return;
            }

            if (!saved.IsDone)
            {
                (codesAreVoid, movesFocus) = (true, true);
                return;
            }
        }

        await CloseAsync();
    }

    private Task CloseAsync() => OnClosed.InvokeAsync();

    // What other tabs, other devices and administrators did meanwhile.
    private async Task LookAroundAsync()
    {
        if (pending is null || isBusy || State.IsClosed)
        {
            StateHasChanged();
            return;
        }

        if (!State.Me.Under(State.Account.Default).AllowsSetUp)
        {
            ShowRefused(Refusal.NotUnderThisSetting);
        }
        else if ((await Enrollments.FindAsync(State.Actor))?.Id != pending?.Id && pending is { } gone && !isBusy)
        {
            if (State.Me.SetUpAt is { } at && at != setUpBefore)
            {
                ShowFinished(ended: null, shown: null);
            }
            else if (Remaining(gone) == TimeSpan.Zero)
            {
                ShowTimeIsUp();
            }
            else
            {
                Forget();
                await OnClosed.InvokeAsync();
            }
        }

        StateHasChanged();
    }

    private void OnTimeIsUp(CircuitLanguage language)
    {
        language.Speak();
        if (pending is not null && !isBusy)
        {
            ShowTimeIsUp();
            StateHasChanged();
        }
    }

    private void Say(string wrong, TimeSpan? drift = null) => last = new((last?.Number ?? 0) + 1, wrong, drift);

    private void ShowTimeIsUp()
    {
        Forget();
        (isTimeUp, movesFocus) = (true, true);
    }

    private void ShowRefused(Refusal why)
    {
        Forget();
        (refused, movesFocus) = (why, true);
    }

    private void ShowFinished(int? ended, RecoveryCodeSet? shown)
    {
        Forget();
        (session, sessionsEnded, codes, movesFocus) = (session with { Step = EnrollmentStep.Finished }, ended, shown, true);
    }

    // The key is not needed any more, so nothing here may hold it; nor recovery codes that are not shown.
    private void Forget()
    {
        timer?.Dispose();
        (timer, pending, input, last, codeStep, codes) = (null, null, "", null, null, null);
    }
}

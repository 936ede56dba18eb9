using System.Data.Common;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using Portal.Data;
using Portal.Domain;
using Portal.Look;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;
using Icons = Portal.Look.Icons;

namespace Portal.Operators;

/// <summary>Puts a bulk job together, shows beforehand what it would do, and starts it.</summary>
public partial class BulkDialog
{
    private ElementReference cancel;
    private BulkKind? kind;
    private TwoFactorPolicy? setting;
    private DateOnly? lastDay;
    private LoginOptions? login;
    private ResetReason? reason;
    private string words = "";
    private bool sendsLink;
    private bool unfit;
    private bool busy;
    private int plannings;
    private BulkPlan? plan;
    private Refusal? refused;

    /// <summary>The operators who were chosen one by one; <see langword="null"/> for all whom <see cref="Filter"/> leaves.</summary>
    [Parameter]
    public IReadOnlyList<Guid>? Chosen { get; set; }

    /// <summary>The filter of the list.</summary>
    [Parameter]
    public OperatorFilter Filter { get; set; } = OperatorFilter.Everybody;

    /// <summary>What is to be done; <see langword="null"/> leaves the choice to the dialog.</summary>
    [Parameter]
    public BulkKind? Kind { get; set; }

    /// <summary>A job whose values the dialog begins with, to do the rest of it again.</summary>
    [Parameter]
    public BulkView? Like { get; set; }

    [CascadingParameter]
    private IMudDialogInstance Dialog { get; set; } = null!;

    [Inject]
    private BulkJobs Jobs { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    [Inject]
    private ILogger<BulkDialog> Log { get; set; } = null!;

    private DateOnly Today => DateOnly.FromDateTime(State.Account.Local(Clock.GetUtcNow()).Date);

    private DateOnly Latest => Today.AddYears(TwoFactorSettings.LongestOverrideYears);

    private bool DayFits => lastDay is null || (lastDay >= Today && lastDay <= Latest);

    // What a reset erases, and a move to single sign-on alone, does not come back.
    private bool Erases => kind == BulkKind.Reset || (kind == BulkKind.SetLoginOptions && login == LoginOptions.SingleSignOn);

    private bool NeedsMail => kind == BulkKind.SendSetUpLink || (kind == BulkKind.Reset && sendsLink);

    // As far as it is put together; null while something is missing that the plan depends on.
    private BulkRequest? Request => kind is { } chosen && new BulkRequest(chosen)
    {
        Setting = setting,
        LastDay = lastDay,
        LoginOptions = login,
        SendsLink = sendsLink,
        Chosen = Chosen,
        Filter = Filter,
    } is var request && request.IsFit(Today) ? request : null;

    private IEnumerable<(IconShape Icon, string Text)> Consequences => kind switch
    {
        BulkKind.SendSetUpLink => [(Icons.Mail, Words.BulkLinkWorks)],
        BulkKind.SetOverride when setting is not null && State.Account.Default == TwoFactorPolicy.Disabled => [(Icons.Info, Words.OverrideNotInEffect)],
        BulkKind.SetLoginOptions when login == LoginOptions.SingleSignOn => [(Icons.Smartphone, Words.BulkLoginErases)],
        BulkKind.SetLoginOptions => [(Icons.Mail, Words.BulkLoginMail)],
        BulkKind.Reset => [(Icons.MonitorX, Words.BulkSessionsEnd), (Icons.LogIn, Words.BulkAfterReset)],
        BulkKind.Deactivate => [(Icons.MonitorX, Words.BulkSessionsEnd), (Icons.Key, Words.DeactivateKeeps)],
        _ => [],
    };

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        kind = Kind ?? Like?.Kind;
        if (Like is { } former)
        {
            (setting, login, sendsLink) = (former.Setting, former.LoginOptions, former.SendsLink);
            lastDay = former.Until is { } until && until > Clock.GetUtcNow() ? DateOnly.FromDateTime(State.Account.Local(until.AddMinutes(-1)).Date) : null;
            (reason, words) = former.Kind == BulkKind.Reset && former.Reason is { } kept ? ResetReasons.Read(kept) : (null, former.Reason ?? "");
        }

        await PlanAsync();
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await cancel.FocusAsync();
        }
    }

    private static string? Css(bool isWrong) => isWrong ? "err" : null;

    private string ButtonOf(BulkKind chosen) => plan is { Affected.Count: > 0 and var count } ? $"{BulkWords.NameOf(chosen)} ({Words.Number(count)})" : BulkWords.NameOf(chosen);

    private Task ChooseKindAsync()
    {
        (setting, lastDay, login, reason, words, sendsLink, unfit) = (null, null, null, null, "", false, false);
        return PlanAsync();
    }

    private Task ChooseAsync(TwoFactorPolicy policy)
    {
        setting = policy;
        return PlanAsync();
    }

    private Task ChooseAsync(LoginOptions options)
    {
        login = options;
        return PlanAsync();
    }

    // The same once more takes it back: a reason may be left empty.
    private void Choose(ResetReason offered) => (reason, unfit) = (reason == offered ? null : offered, false);

    private async Task PlanAsync()
    {
        (plan, refused) = (null, null);
        var number = ++plannings;
        if (Request is not { } request)
        {
            return;
        }

        // Drawn as chosen first: of a hundred thousand it takes a moment.
        await Task.Yield();
        var outcome = await LookAsync(request);
        if (number == plannings)
        {
            (plan, refused) = (outcome.Value, outcome.Refused);
        }
    }

    // A dialog stands outside of what catches the failure of a page.
    private async Task<Outcome<BulkPlan>> LookAsync(BulkRequest request)
    {
        try
        {
            return await Jobs.PlanAsync(State.Actor, request);
        }
        catch (DbException failure)
        {
            Log.LogError(failure, "What a bulk job would do could not be read for operator {OperatorId}", State.Actor.OperatorId);
            return Refusal.Failed;
        }
    }

    private async Task StartAsync()
    {
        var kept = kind == BulkKind.Reset ? ResetReasons.Kept(reason, words) : words;
        unfit = !Entry.TryReason(kept, out _);
        if (unfit || Request is not { } request || plan is not { } confirmed)
        {
            return;
        }

        (busy, refused) = (true, null);
        var outcome = await Prompt.AroundAsync(() => Jobs.StartAsync(State.Actor, request with { Reason = kept }, confirmed.Ids));
        busy = false;
        if (outcome.IsDone)
        {
            Dialog.Close();
            Navigation.NavigateTo(BulkPage.AddressOf(outcome.Value));
            return;
        }

        // It may no longer be as it was shown: what holds now is looked at anew.
        if (outcome.Refused is { } why and not Refusal.ProofNeeded)
        {
            await PlanAsync();
            refused = why;
        }
    }
}

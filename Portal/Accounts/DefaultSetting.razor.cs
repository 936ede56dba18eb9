using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Enrollment;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Accounts;

/// <summary>The account's two-factor authentication setting. It shows the state and keeps no setting of its own.</summary>
public partial class DefaultSetting
{
    private static readonly TwoFactorPolicy[] Policies = [TwoFactorPolicy.Required, TwoFactorPolicy.Optional, TwoFactorPolicy.Disabled];

    private SettingSave save = null!;
    private DateTimeOffset? opened;

    [Inject]
    private AccountDetails Details { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    // While it is on its way the new value is marked already; if it is refused, the mark goes back.
    private TwoFactorPolicy Marked => save.IsSaving ? save.Clicked ?? State.Account.Default : State.Account.Default;

    // Who has just required it is offered to tell those who have nothing set up.
    private bool SavedRequired => !save.IsSaving && State.Account.Default == TwoFactorPolicy.Required && save.Saved is { } saved && saved.At == State.Account.DefaultChanged?.At;

    // Whoever looks is told by the banner.
    private int Due => State.Account.Counts.Under(TwoFactorPolicy.Required).NotSetUp - (State.Me is { Override: null, IsSetUp: false, LoginOptions: not LoginOptions.SingleSignOn } ? 1 : 0);

    private bool CanSetUp => State.Me.Under(State.Account.Default) is { AllowsSetUp: true } && !State.Me.IsSetUp;

    /// <inheritdoc />
    protected override void OnInitialized()
    {
        base.OnInitialized();
        save = new(Clock, () => InvokeAsync(StateHasChanged));
        opened = State.Account.DefaultChanged?.At;
    }

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        save.Dispose();
        base.Dispose(disposing);
    }

    private static Dictionary<string, string> LoginChoices => Enum.GetValues<LoginOptions>().ToDictionary(options => options.ToString(), Words.Of);

    private Task<Outcome<Nothing>> SetLoginOptionsAsync(string options) =>
        Prompt.AroundAsync(() => Details.SetDefaultLoginOptionsAsync(State.Actor, Enum.Parse<LoginOptions>(options)));

    private static string IdOf(TwoFactorPolicy policy) => $"default-{policy}";

    private static string SentenceOf(TwoFactorPolicy policy) => policy switch
    {
        TwoFactorPolicy.Required => Words.RequiredSentence,
        TwoFactorPolicy.Optional => Words.OptionalSentence,
        TwoFactorPolicy.Disabled => Words.DisabledSentence,
    };

    private async Task ChooseAsync(TwoFactorPolicy policy)
    {
        if (policy == Marked)
        {
            return;
        }

        await save.RunAsync(policy, () => Prompt.AroundAsync(() => State.SetDefaultAsync(policy)));
    }

    // Undo goes with what it undid; the focus stays with the setting.
    private async Task UndoAsync()
    {
        await save.UndoAsync(saved => State.UndoDefaultAsync(saved));
        await Focus.MoveAsync(IdOf(State.Account.Default));
    }

    private void OpenWizard() => Navigation.NavigateTo(EnrollmentHost.AddressFor(Navigation));
}

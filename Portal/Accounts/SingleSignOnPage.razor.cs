using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Accounts;

/// <summary>The settings of single sign-on, each changed in its place.</summary>
public partial class SingleSignOnPage
{
    /// <summary>Where the focus goes when what had it goes.</summary>
    public const string HeadingId = "sso-now";

    private Refusal? refused;

    [Inject]
    private SingleSignOnSettings Settings { get; set; } = null!;

    [Inject]
    private Providers Providers { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private PageFocus Focus { get; set; } = null!;

    [Inject]
    private IOptions<PortalOptions> Portal { get; set; } = null!;

    private SingleSignOnSnapshot? Sso => State.Account.SingleSignOn;

    private string Unmarked => (Sso is { TrustsUnmarkedEmail: true }).ToString();

    private static Dictionary<string, string> UnmarkedChoices => new()
    {
        [bool.FalseString] = Words.SsoUnmarkedRefused,
        [bool.TrueString] = Words.SsoUnmarkedTrusted,
    };

    private async Task RemoveSecretAsync()
    {
        var outcome = await Prompt.AroundAsync(() => State.ThenRefreshAsync(Settings.RemoveSecretAsync(State.Actor)));
        refused = outcome.Refused == Refusal.ProofNeeded ? null : outcome.Refused;
        await Focus.MoveAsync("sso-provider");
    }

    private static string Shown(string? value) => value ?? Words.SsoNotEntered;
}

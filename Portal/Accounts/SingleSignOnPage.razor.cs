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
    [Inject]
    private SingleSignOnSettings Settings { get; set; } = null!;

    [Inject]
    private Providers Providers { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private IOptions<PortalOptions> Portal { get; set; } = null!;

    private SingleSignOnSnapshot? Sso => State.Account.SingleSignOn;

    private string Unmarked => (Sso is { TrustsUnmarkedEmail: true }).ToString();

    private static Dictionary<string, string> UnmarkedChoices => new()
    {
        [bool.FalseString] = Words.SsoUnmarkedRefused,
        [bool.TrueString] = Words.SsoUnmarkedTrusted,
    };

    private static string Shown(string? value) => value ?? Words.SsoNotEntered;
}

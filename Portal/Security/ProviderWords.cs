using System.Globalization;
using Portal.Domain;
using Portal.Texts;

namespace Portal.Security;

/// <summary>The words for what goes wrong at the provider of single sign-on.</summary>
public static class ProviderWords
{
    /// <summary>For whoever wanted to sign in: what helps them.</summary>
    public static string ForOperators(SingleSignOnFault fault) => fault switch
    {
        SingleSignOnFault.Unreachable => Words.SsoProviderAway,
        SingleSignOnFault.NotAProvider or SingleSignOnFault.IssuerDiffers or SingleSignOnFault.ClocksApart or SingleSignOnFault.WrongClient
            or SingleSignOnFault.ProviderError or SingleSignOnFault.TokenUnfit => Words.SsoProviderUnfit,
        SingleSignOnFault.Denied => Words.SsoDenied,
        SingleSignOnFault.Over => Words.SsoOver,
        SingleSignOnFault.NoEmail => Words.SsoNoEmail,
        SingleSignOnFault.EmailNotVerified => Words.SsoEmailNotVerified,
        SingleSignOnFault.NotAskedAgain => Words.SsoNotAskedAgain,
        SingleSignOnFault.NoAuthTime => Words.SsoNoAuthTime,
    };

    /// <summary>For whoever sets it up: what is wrong, and what mends it.</summary>
    /// <param name="fault">What is wrong.</param>
    /// <param name="detail">A value that goes with it.</param>
    /// <param name="email">The address that the provider named.</param>
    public static string ForAdministrators(SingleSignOnFault fault, string? detail = null, string? email = null) => fault switch
    {
        SingleSignOnFault.Unreachable => Words.SsoTestUnreachable,
        SingleSignOnFault.NotAProvider => Words.SsoTestNotAProvider,
        SingleSignOnFault.IssuerDiffers => detail is null ? Words.SsoTestNotAProvider : Words.SsoTestIssuerDiffers(detail),
        SingleSignOnFault.ClocksApart => Words.SsoTestClocks(int.TryParse(detail, CultureInfo.InvariantCulture, out var minutes) ? minutes : 0),
        SingleSignOnFault.WrongClient => Words.SsoTestClient,
        SingleSignOnFault.Denied => Words.SsoTestDenied,
        SingleSignOnFault.ProviderError => Words.SsoTestError(detail ?? ""),
        SingleSignOnFault.Over => Words.SsoTestOver,
        SingleSignOnFault.TokenUnfit => Words.SsoTestToken,
        SingleSignOnFault.NoEmail => Words.SsoTestNoEmail,
        SingleSignOnFault.EmailNotVerified => Words.SsoTestEmailNotVerified(email ?? ""),
        SingleSignOnFault.NotAskedAgain => Words.SsoNotAskedAgain,
        SingleSignOnFault.NoAuthTime => Words.SsoTestNoAuthTime,
    };

    /// <summary>The heading when nobody here is the one who came back.</summary>
    public static string TitleOf(IdentityRefusal why) => why switch
    {
        IdentityRefusal.NobodyHere => Words.SsoNobodyTitle,
        IdentityRefusal.AnotherIdentity => Words.SsoAnotherTitle,
        IdentityRefusal.InvitationIsOver => Words.SsoInvitationOverTitle,
        IdentityRefusal.NoEmail or IdentityRefusal.EmailNotVerified or IdentityRefusal.TurnedOff => Words.SsoFailedTitle,
    };

    /// <summary>Why, and what helps.</summary>
    /// <param name="why">Why.</param>
    /// <param name="email">The address that the provider named.</param>
    public static string WhyOf(IdentityRefusal why, string? email) => why switch
    {
        IdentityRefusal.NoEmail => Words.SsoNoEmail,
        IdentityRefusal.EmailNotVerified => Words.SsoEmailNotVerified,
        IdentityRefusal.NobodyHere => email is null ? Words.SsoNoEmail : Words.SsoNobodyWhy(email),
        IdentityRefusal.AnotherIdentity => Words.SsoAnotherWhy(email ?? ""),
        IdentityRefusal.InvitationIsOver => Words.SsoInvitationOverWhy,
        IdentityRefusal.TurnedOff => Words.SsoTurnedOff,
    };

    /// <summary>Why a proof that was to be given at the provider was not, from a word in an address; <see langword="null"/> when it is none of ours.</summary>
    public static string? WhyNotProven(string? word) =>
        Enum.TryParse<SingleSignOnFault>(word, out var fault) && Enum.IsDefined(fault) ? ForOperators(fault)
        : !Enum.TryParse<IdentityRefusal>(word, out var why) || !Enum.IsDefined(why) ? null
        : why switch
        {
            IdentityRefusal.AnotherIdentity => Words.ProofByAnother,
            IdentityRefusal.TurnedOff => Words.ProofSsoIsOff,
            _ => WhyOf(why, email: null),
        };
}

using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Shell;

namespace Portal.SignIn;

/// <summary>Signing out.</summary>
internal static class SessionEnds
{
    /// <summary>Where one signs out at a provider, found by its sign-in name.</summary>
    public static string ProviderAddressOf(string name) => $"{SingleSignOnStep.AddressOf(name)}/out";

    public static async Task<IResult> AnswerAsync(HttpContext context, PortalSignInManager signIn, Sessions sessions, SignInProviders providers)
    {
        // Here the session ends; the one at the provider is the provider's, and is offered.
        var actor = SessionCookie.ActorOf(context.User);
        var cameBySso = actor is not null && await sessions.StartOfAsync(actor) is { Method: SignInMethod.SingleSignOn };
        var name = cameBySso && await providers.FindAsync(actor!.AccountId) is { IsOn: true } settings ? settings.Name : null;
        await signIn.SignOutAsync();
        return new SeeOther($"{PasswordStep.Path}?closed={ClosedWords.CodeOf(SessionEnd.SignedOut)}{(name is null ? "" : $"&sso={name}")}");
    }

    // Another site cannot sign anybody out; who meant it has the button once more.
    public static Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) => Task.FromResult<IResult>(
        SignInEndpoints.Page<SignOutPage>(new { Warning = SignInEndpoints.SentenceFor(fault) }, FormGuard.StatusOf(fault)));
}

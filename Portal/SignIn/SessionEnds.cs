using Portal.Data;
using Portal.Security;
using Portal.Shell;

namespace Portal.SignIn;

/// <summary>Signing out.</summary>
internal static class SessionEnds
{
    public static async Task<IResult> AnswerAsync(PortalSignInManager signIn)
    {
        await signIn.SignOutAsync();
        return new SeeOther($"{PasswordStep.Path}?closed={ClosedWords.CodeOf(SessionEnd.SignedOut)}");
    }

    // Another site cannot sign anybody out; who meant it has the button once more.
    public static Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) => Task.FromResult<IResult>(
        SignInEndpoints.Page<SignOutPage>(new { Warning = SignInEndpoints.SentenceFor(fault) }, FormGuard.StatusOf(fault)));
}

using Portal.Security;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>The second step: the code, or a recovery code, of the sign-in that waits in this browser.</summary>
internal static class CodeStep
{
    public const string Path = "/sign-in/code";

    public static async Task<IResult> ShowAsync(PortalSignInManager signIn, string? returnUrl) => await PageAsync(signIn, LocalAddress.Of(returnUrl));

    public static async Task<IResult> AnswerAsync(HttpContext context, PortalSignInManager signIn)
    {
        var returnUrl = LocalAddress.Of(context.Request.Field("returnUrl"));
        var recovery = context.Request.Field("recovery");
        var isRecovery = !string.IsNullOrWhiteSpace(recovery);
        var (answer, thenTo) = await signIn.AnswerCodeAsync(isRecovery ? recovery : context.Request.Field("code"));
        return answer switch
        {
            CodeAnswer.SignedIn => new SeeOther(LocalAddress.Of(thenTo) ?? LocalAddress.Home),
            CodeAnswer.StartAgain => new SeeOther(PasswordStep.AgainFor(returnUrl)),
            CodeAnswer.Wrong when isRecovery => await PageAsync(signIn, returnUrl, recoveryFault: Words.RecoveryCodeWrong, status: StatusCodes.Status400BadRequest),
            CodeAnswer.Wrong => await PageAsync(signIn, returnUrl, Words.CodeWrongOrUsed, StatusCodes.Status400BadRequest),
            CodeAnswer.GuessingIsOver => await PageAsync(signIn, returnUrl, status: StatusCodes.Status400BadRequest),
        };
    }

    public static Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) => PageAsync(
        context.RequestServices.GetRequiredService<PortalSignInManager>(),
        LocalAddress.Of(context.Request.Query["returnUrl"]),
        fault == FormFault.Unreadable ? Words.CodeWrongOrUsed : SignInEndpoints.SentenceFor(fault),
        FormGuard.StatusOf(fault));

    /// <summary>The page after a link that precedes the code was asked for.</summary>
    /// <param name="signIn">Whose sign-in waits.</param>
    /// <param name="returnUrl">Where to go afterwards.</param>
    /// <param name="isSent">Whether one is on its way.</param>
    public static Task<IResult> ShowAfterUnlockAsync(PortalSignInManager signIn, string? returnUrl, bool isSent) =>
        PageAsync(signIn, returnUrl, unlockSent: isSent, status: isSent ? StatusCodes.Status200OK : StatusCodes.Status429TooManyRequests);

    // After the fifth wrong code nothing waits any more.
    private static async Task<IResult> PageAsync(
        PortalSignInManager signIn,
        string? returnUrl,
        string? fault = null,
        int status = StatusCodes.Status200OK,
        string? recoveryFault = null,
        bool? unlockSent = null) =>
        await signIn.WaitingAsync() is { } waiting
            ? SignInEndpoints.Page<CodePage>(
                new { Waiting = waiting, ReturnUrl = returnUrl, Fault = fault, RecoveryFault = recoveryFault, UnlockSent = unlockSent }, status)
            : new SeeOther(PasswordStep.AgainFor(returnUrl));
}

using Portal.Security;
using Portal.TwoFactor;

namespace Portal.SignIn;

/// <summary>For whoever has given the right password and has no phone: what helps, and asking an administrator for it.</summary>
internal static class HelpStep
{
    public const string Path = "/sign-in/help";

    public static async Task<IResult> ShowAsync(PortalSignInManager signIn, HelpRequests help, string? returnUrl) =>
        await PageAsync(signIn, help, LocalAddress.Of(returnUrl));

    public static async Task<IResult> AskAsync(HttpContext context, PortalSignInManager signIn, HelpRequests help)
    {
        var returnUrl = LocalAddress.Of(context.Request.Field("returnUrl"));
        if (await signIn.WhoseWaitsAsync() is not var (accountId, operatorId))
        {
            return new SeeOther(PasswordStep.AgainFor(returnUrl));
        }

        // Whatever came of it, the page says it; a reload asks for nothing again.
        await help.AskAsync(accountId, operatorId, Client.Of(context));
        return new SeeOther(LocalAddress.With(Path, returnUrl));
    }

    public static Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) => PageAsync(
        context.RequestServices.GetRequiredService<PortalSignInManager>(),
        context.RequestServices.GetRequiredService<HelpRequests>(),
        LocalAddress.Of(context.Request.Query["returnUrl"]),
        SignInEndpoints.SentenceFor(fault),
        FormGuard.StatusOf(fault));

    private static async Task<IResult> PageAsync(
        PortalSignInManager signIn, HelpRequests help, string? returnUrl, string? warning = null, int status = StatusCodes.Status200OK) =>
        await signIn.WhoseWaitsAsync() is var (accountId, operatorId)
            ? SignInEndpoints.Page<HelpPage>(
                new { Standing = await help.StandingAsync(accountId, operatorId), ReturnUrl = returnUrl, Warning = warning }, status)
            : new SeeOther(PasswordStep.AgainFor(returnUrl));
}

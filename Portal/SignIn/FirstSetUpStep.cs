using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Security;

namespace Portal.SignIn;

/// <summary>The first administrator of an installation, made by whoever has the address that its start printed.</summary>
internal static class FirstSetUpStep
{
    /// <summary>Moves the token out of the address; shows the form where this browser has opened it.</summary>
    public static async Task<IResult> ShowAsync(HttpContext context, FirstSetUp setUp, string? token)
    {
        if (token is null)
        {
            return await setUp.IsOpenAsync(context) ? Page(new()) : Closed();
        }

        if (!await setUp.IsOpenForAsync(token))
        {
            return Closed();
        }

        setUp.Remember(context, token);
        return new SeeOther(FirstSetUp.Path);
    }

    /// <summary>Makes account and administrator, and signs in.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext context, FirstSetUp setUp, PasswordRules rules, PortalSignInManager signIn)
    {
        if (!await setUp.IsOpenAsync(context))
        {
            return Closed();
        }

        var (asked, password, form) = FirstSetUpForm.Read(context.Request, rules);
        if (asked is null)
        {
            return Page(form, StatusCodes.Status400BadRequest);
        }

        if (await setUp.CompleteAsync(context, asked, password) is not { } who)
        {
            return Closed();
        }

        return new SeeOther(await signIn.GoOnAfterNewPasswordAsync(who) is PasswordAnswer.SignedIn ? LocalAddress.Home : PasswordStep.Path);
    }

    public static async Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) =>
        await context.RequestServices.GetRequiredService<FirstSetUp>().IsOpenAsync(context)
            ? Page(new() { Password = new(Warning: SignInEndpoints.SentenceFor(fault)) }, FormGuard.StatusOf(fault))
            : Closed();

    private static RazorComponentResult<FirstSetUpPage> Page(FirstSetUpForm form, int status = StatusCodes.Status200OK) =>
        SignInEndpoints.Page<FirstSetUpPage>(new { Form = form }, status);

    // One answer, whatever it was: nobody learns from it which tokens are near, nor whether there is an account.
    private static RazorComponentResult<FirstSetUpClosedPage> Closed() => SignInEndpoints.Page<FirstSetUpClosedPage>(status: StatusCodes.Status404NotFound);
}

using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>Asking for a link to choose another password.</summary>
internal static class ForgotPasswordStep
{
    public const string Path = "/forgot-password";

    public static IResult Show() => Page();

    /// <summary>Answers the same, in words and in work, whether or not the address is anybody's.</summary>
    public static async Task<IResult> AnswerAsync(HttpContext context, Passwords passwords)
    {
        var typed = context.Request.Field("email");
        if (!Entry.TryEmail(typed, out var email))
        {
            return Page(PasswordStep.Shown(typed), string.IsNullOrWhiteSpace(typed) ? Words.EnterEmail : Words.EmailMalformed, status: StatusCodes.Status400BadRequest);
        }

        var isDelivered = await passwords.SendLinkAsync(email, Client.Of(context));
        return SignInEndpoints.Page<ForgotSentPage>(new { Email = email, IsDelivered = isDelivered });
    }

    public static Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) =>
        Task.FromResult<IResult>(Page(warning: SignInEndpoints.SentenceFor(fault), status: FormGuard.StatusOf(fault)));

    private static RazorComponentResult<ForgotPasswordPage> Page(
        string email = "", string? fault = null, string? warning = null, int status = StatusCodes.Status200OK) =>
        SignInEndpoints.Page<ForgotPasswordPage>(new { Email = email, Fault = fault, Warning = warning }, status);
}

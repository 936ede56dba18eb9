using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Domain;
using Portal.Security;
using Portal.Shell;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>What the sign-in page shows.</summary>
public sealed record PasswordForm
{
    /// <summary>The address as typed. The password is never sent back.</summary>
    public string Email { get; init; } = "";

    /// <summary>Where to go afterwards.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Why somebody is here again; nothing is wrong.</summary>
    public string? Note { get; init; }

    /// <summary>After signing out: where one signs out at the provider of single sign-on too.</summary>
    public string? ProviderOut { get; init; }

    /// <summary>What went wrong, where it is about no field.</summary>
    public string? Warning { get; init; }

    /// <summary>What is wrong with the address.</summary>
    public string? EmailFault { get; init; }

    /// <summary>What is wrong with the password.</summary>
    public string? PasswordFault { get; init; }

    /// <summary>The two do not go together, or belong to nobody.</summary>
    public bool IsWrong { get; init; }

    /// <summary>Whether typing goes on with the address; else with the password.</summary>
    public bool BeginsWithEmail => Email.Length == 0 || EmailFault is not null;
}

/// <summary>The first step: address and password.</summary>
internal static class PasswordStep
{
    public const string Path = "/sign-in";

    // In the address, beside the words of ClosedWords.
    private const string TookTooLong = "late";

    /// <summary>Where to begin again once a sign-in that waited for its code is over.</summary>
    public static string AgainFor(string? returnUrl) => LocalAddress.With($"{Path}?closed={TookTooLong}", returnUrl);

    public static IResult Show(HttpContext context, string? returnUrl, string? closed, string? sso)
    {
        if (SessionCookie.ActorOf(context.User) is not null)
        {
            return new SeeOther(LocalAddress.Of(returnUrl) ?? LocalAddress.Home);
        }

        var note = closed == TookTooLong ? Words.SignInTookTooLong : ClosedWords.OfCode(closed);
        var providerOut = SignInName.TryParse(sso, out var name) ? SessionEnds.ProviderAddressOf(name) : null;
        return Page(new() { ReturnUrl = LocalAddress.Of(returnUrl), Note = note, ProviderOut = providerOut });
    }

    public static async Task<IResult> AnswerAsync(HttpContext context, PortalSignInManager signIn)
    {
        var form = Read(context.Request, out var password);
        if (form.EmailFault is not null || form.PasswordFault is not null)
        {
            return Page(form, StatusCodes.Status400BadRequest);
        }

        var answer = await signIn.AnswerPasswordAsync(form.Email, password, form.ReturnUrl);
        return answer switch
        {
            PasswordAnswer.SignedIn => new SeeOther(form.ReturnUrl ?? LocalAddress.Home),
            PasswordAnswer.CodeNext => new SeeOther(LocalAddress.With(CodeStep.Path, form.ReturnUrl)),
            PasswordAnswer.SetUpFirst due => await WaitingStep.BeginAsync(context, due),
            PasswordAnswer.Wait wait => Page(form with { Warning = Words.TooManyTries(Announce(context, wait.For)) }, StatusCodes.Status429TooManyRequests),
            PasswordAnswer.Wrong => Page(form with { IsWrong = true }, StatusCodes.Status400BadRequest),
            _ => throw new InvalidOperationException($"No page for {answer.GetType().Name}."),
        };
    }

    public static Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) => Task.FromResult<IResult>(Page(
        new() { Warning = SignInEndpoints.SentenceFor(fault), ReturnUrl = LocalAddress.Of(context.Request.Query["returnUrl"]) },
        FormGuard.StatusOf(fault)));

    // What cannot be anybody's address or password is sent back before it is counted.
    private static PasswordForm Read(HttpRequest request, out string password)
    {
        var typed = request.Field("email");
        var isEmail = Entry.TryEmail(typed, out var email);
        password = request.Field("password");
        return new()
        {
            Email = email ?? Shown(typed),
            ReturnUrl = LocalAddress.Of(request.Field("returnUrl")),
            EmailFault = isEmail ? null : string.IsNullOrWhiteSpace(typed) ? Words.EnterEmail : Words.EmailMalformed,
            PasswordFault = FaultOf(password),
        };
    }

    /// <summary>What is wrong with a password before it is looked at; <see langword="null"/> when nothing is.</summary>
    internal static string? FaultOf(string password) => password switch
    {
        "" => Words.SignInPasswordMissing,
        { Length: > PasswordRules.Longest } => Words.SignInPasswordTooLong(PasswordRules.Longest),
        _ => null,
    };

    /// <summary>What can be shown again of an address that is none.</summary>
    internal static string Shown(string typed) => string.Concat(typed.Where(c => !char.IsControl(c)).Take(Entry.LongestEmail));

    /// <summary>Tells the browser how long to wait; answers whole seconds.</summary>
    internal static int Announce(HttpContext context, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return seconds;
    }

    private static RazorComponentResult<SignInPage> Page(PasswordForm form, int status = StatusCodes.Status200OK) => SignInEndpoints.Page<SignInPage>(new { Form = form }, status);
}

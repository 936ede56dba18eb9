using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.SignIn;

/// <summary>After the right password of somebody whose set-up is due: a link by mail, and a page that waits for it.</summary>
internal static class WaitingStep
{
    public const string Path = "/sign-in/set-up";

    /// <summary>Sends the link, unless one is on its way, and shows the page that waits.</summary>
    public static async Task<IResult> BeginAsync(HttpContext context, PasswordAnswer.SetUpFirst due)
    {
        var services = context.RequestServices;
        if (await services.GetRequiredService<SetUpLinks>().AfterPasswordAsync(due, Client.Of(context)) is var (link, who))
        {
            services.GetRequiredService<LinkCookies>().Prove(context, link, who);
            return new SeeOther(Path);
        }

        return SignInEndpoints.Page<LinkOverPage>(new { Title = Words.CheckEmailTitle, Why = Words.TooManyLinks }, StatusCodes.Status429TooManyRequests);
    }

    public static async Task<IResult> ShowAsync(HttpContext context, SetUpLinks setUp, LinkCookies cookies) => await PageAsync(context, setUp, cookies);

    /// <summary>A word for the script of the page, which loads it anew when the word changes.</summary>
    public static async Task<IResult> StateAsync(HttpContext context, SetUpLinks setUp, LinkCookies cookies) =>
        Results.Text(StateOf(cookies.Proven(context) is { } proven ? await setUp.WaitAsync(proven) : null));

    public static async Task<IResult> SendAgainAsync(HttpContext context, SetUpLinks setUp, LinkCookies cookies)
    {
        if (cookies.Proven(context) is not { } proven)
        {
            return new SeeOther(PasswordStep.Path);
        }

        var again = await setUp.AgainAsync(proven, Client.Of(context));
        if (again.IsDone)
        {
            cookies.Prove(context, again.Value.Link, again.Value.Who);
        }

        return again.Refused == Refusal.LinkIsOver ? new SeeOther(PasswordStep.AgainFor(null)) : new SeeOther(Path);
    }

    public static Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) => PageAsync(
        context,
        context.RequestServices.GetRequiredService<SetUpLinks>(),
        context.RequestServices.GetRequiredService<LinkCookies>(),
        SignInEndpoints.SentenceFor(fault),
        FormGuard.StatusOf(fault));

    /// <summary>Everything of it that changes what the page shows.</summary>
    internal static string StateOf(SetUpWait? wait) =>
        wait is null ? "over" : $"{wait.Standing} {(wait.SentAt is not null ? "sent" : wait.HasFailed ? "failed" : "queued")} {(wait.AgainAt is null ? "again" : "wait")}";

    private static async Task<IResult> PageAsync(
        HttpContext context, SetUpLinks setUp, LinkCookies cookies, string? warning = null, int status = StatusCodes.Status200OK)
    {
        if (cookies.Proven(context) is not { } proven || await setUp.WaitAsync(proven) is not { } wait)
        {
            return new SeeOther(PasswordStep.Path);
        }

        return wait.Standing switch
        {
            LinkStanding.Alive => SignInEndpoints.Page<WaitingPage>(new { Wait = wait, Warning = warning }, status),
            LinkStanding.Used => SignInEndpoints.Page<LinkOverPage>(new { Title = Words.WaitDoneTitle, Why = Words.WaitDoneLead, Here = Path }),
            var over => SignInEndpoints.Page<LinkOverPage>(new { Title = LinkWords.TitleOf(over), Why = LinkWords.WhyOfSetUp(over), Here = Path }),
        };
    }
}

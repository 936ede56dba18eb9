using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.SignIn;

/// <summary>Opening a one-time link. What follows depends on what it is for; opening it changes nothing.</summary>
internal static class LinkStep
{
    public const string Path = "/link";

    /// <summary>Where the wizard opens for whoever has no session.</summary>
    public const string Wizard = "/welcome/set-up?set-up=open";

    /// <summary>Moves the token out of the address, where histories and proxies would keep it.</summary>
    public static async Task<IResult> OpenAsync(HttpContext context, LinkCookies cookies, OpenedLinks links, IOptions<PortalOptions> portal, string token)
    {
        cookies.Open(context, token);
        if (AcceptStep.LanguageFor(context, await links.FindAsync(context, token)) is { } language)
        {
            LanguageChoice.Remember(context.Response, language, portal.Value.IsSecure);
        }

        return new SeeOther(Path);
    }

    public static async Task<IResult> ShowAsync(HttpContext context, OpenedLinks opened) => await PageAsync(context, await opened.FindAsync(context));

    /// <summary>Takes the password that a set-up link asks for.</summary>
    public static async Task<IResult> AnswerPasswordAsync(HttpContext context, OpenedLinks links, PortalSignInManager signIn)
    {
        var opened = await links.FindShownAsync(context);
        if (opened is not { Standing: LinkStanding.Alive, Link.Purpose: LinkPurpose.SetUp })
        {
            return await PageAsync(context, opened);
        }

        var password = context.Request.Field("password");
        if (PasswordStep.FaultOf(password) is { } fault)
        {
            return PasswordPage(opened, fault, StatusCodes.Status400BadRequest);
        }

        var (isRight, wait) = await signIn.AnswerPasswordForLinkAsync(opened.Link, password);
        return (isRight, wait) switch
        {
            (true, _) => new SeeOther(Path),
            (_, { } time) => PasswordPage(opened, Words.TooManyTries(PasswordStep.Announce(context, time)), StatusCodes.Status429TooManyRequests),
            _ => PasswordPage(opened, Words.PasswordWrong, StatusCodes.Status400BadRequest),
        };
    }

    /// <summary>Opens the session of whoever has just completed a flow on a page that is alive.</summary>
    public static async Task<IResult> FinishAsync(HttpContext context, PortalSignInManager signIn) =>
        new SeeOther(await signIn.RedeemAsync(context.Request.Field("ticket")) ? LocalAddress.Home : PasswordStep.AgainFor(null));

    public static async Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault)
    {
        var opened = await context.RequestServices.GetRequiredService<OpenedLinks>().FindAsync(context);
        return opened is { Standing: LinkStanding.Alive, Link.Purpose: LinkPurpose.SetUp }
            ? PasswordPage(opened, SignInEndpoints.SentenceFor(fault), FormGuard.StatusOf(fault))
            : await PageAsync(context, opened);
    }

    /// <summary>Leads to the wizard without a further mail: this browser has just shown, by another link, that the mailbox is theirs.</summary>
    public static async Task<IResult> GoStraightOnAsync(HttpContext context, Guid accountId, Guid operatorId)
    {
        var services = context.RequestServices;
        var (link, who) = await services.GetRequiredService<SetUpLinks>().StraightOnAsync(accountId, operatorId);
        var cookies = services.GetRequiredService<LinkCookies>();
        cookies.Open(context, services.GetRequiredService<OneTimeLinks>().TokenOf(link.Id));
        cookies.Prove(context, link, who);
        return new SeeOther(Wizard);
    }

    /// <summary>What the link leads to, or which way it ended.</summary>
    public static async Task<IResult> PageAsync(HttpContext context, OpenedLink opened) => opened.Link is not { } link ? Over(Words.LinkUnknownTitle, Words.LinkUnknownWhy) : link.Purpose switch
    {
        LinkPurpose.Invitation => await AcceptStep.PageAsync(context, opened, NowOf(context)),
        LinkPurpose.SetUp => SetUpPage(opened, NowOf(context)),
        LinkPurpose.PasswordReset => NewPasswordStep.Page(opened),
        LinkPurpose.EmailChange => ConfirmAddressStep.Page(opened),
        LinkPurpose.CodeUnlock => await UnlockStep.PageAsync(context.RequestServices.GetRequiredService<PortalSignInManager>(), opened),
    };

    private static IResult SetUpPage(OpenedLink opened, DateTimeOffset now)
    {
        if (opened.Standing != LinkStanding.Alive)
        {
            return Over(LinkWords.TitleOf(opened.Standing), LinkWords.WhyOfSetUp(opened.Standing));
        }

        if (!opened.Who!.MaySignInWithPassword || !opened.EffectiveAt(now).AllowsSetUp)
        {
            return Over(Words.SetUpNotNeededTitle, Words.SetUpNotNeededWhy);
        }

        return opened.IsProven ? new SeeOther(Wizard) : PasswordPage(opened);
    }

    private static RazorComponentResult<LinkPasswordPage> PasswordPage(OpenedLink opened, string? fault = null, int status = StatusCodes.Status200OK) =>
        SignInEndpoints.Page<LinkPasswordPage>(
            new { Link = opened.Link!.Id, Lead = opened.Link.AlwaysAsksForPassword ? Words.LinkWasSent : Words.LinkInAnotherBrowser, opened.Who!.Email, Fault = fault }, status);

    /// <summary>The page of a link that does nothing any more.</summary>
    /// <param name="title">Which way it ended.</param>
    /// <param name="why">What happened, and what helps.</param>
    /// <param name="help">What helps beside signing in.</param>
    public static RazorComponentResult<LinkOverPage> Over(string title, string why, RenderFragment? help = null) =>
        SignInEndpoints.Page<LinkOverPage>(new { Title = title, Why = why, Here = Path, ChildContent = help }, StatusCodes.Status410Gone);

    private static DateTimeOffset NowOf(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}

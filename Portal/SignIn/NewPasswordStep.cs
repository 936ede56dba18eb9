using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>Another password, by a link; what follows is what follows any right password.</summary>
internal static class NewPasswordStep
{
    private static readonly RenderFragment AskAgain = builder =>
        builder.AddMarkupContent(0, $"<a href=\"{ForgotPasswordStep.Path}\">{System.Net.WebUtility.HtmlEncode(Words.AskForAnotherLink)}</a>");

    /// <summary>What the link leads to.</summary>
    public static IResult Page(OpenedLink opened)
    {
        // Whoever may no longer sign in with a password is told no more than of a link that is over.
        var standing = opened is { Standing: LinkStanding.Alive, Who.MaySignInWithPassword: false } ? LinkStanding.Replaced : opened.Standing;
        return standing == LinkStanding.Alive
            ? FormPage(opened)
            : LinkStep.Over(LinkWords.TitleOf(standing), LinkWords.WhyOfPassword(standing), AskAgain);
    }

    public static async Task<IResult> AnswerAsync(HttpContext context, OpenedLinks links, Passwords passwords, PasswordRules rules, PortalSignInManager signIn)
    {
        var opened = await links.FindShownAsync(context);
        if (opened is not { Standing: LinkStanding.Alive, Link.Purpose: LinkPurpose.PasswordReset, Who.MaySignInWithPassword: true })
        {
            return new SeeOther(LinkStep.Path);
        }

        var password = context.Request.Field("password");
        if (ChoiceFaults.Of(rules, opened.Who, password, context.Request.Field("again")) is { } faults)
        {
            return FormPage(opened, faults, StatusCodes.Status400BadRequest);
        }

        var answer = await passwords.ChooseAsync(opened, password, Client.Of(context));
        return answer switch
        {
            { Fault: { } fault } => FormPage(opened, new(Password: fault), StatusCodes.Status400BadRequest),
            { Who: { } who } => await GoOnAsync(context, signIn, who),
            _ => new SeeOther(LinkStep.Path),
        };
    }

    public static async Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault)
    {
        var opened = await context.RequestServices.GetRequiredService<OpenedLinks>().FindAsync(context);
        return opened is { Standing: LinkStanding.Alive, Link.Purpose: LinkPurpose.PasswordReset }
            ? FormPage(opened, new(Warning: SignInEndpoints.SentenceFor(fault)), FormGuard.StatusOf(fault))
            : new SeeOther(LinkStep.Path);
    }

    // Straight to the wizard where set-up is due: the mailbox has been shown already.
    private static async Task<IResult> GoOnAsync(HttpContext context, PortalSignInManager signIn, Data.Operator who)
    {
        switch (await signIn.GoOnAfterNewPasswordAsync(who))
        {
            case PasswordAnswer.SignedIn:
                return new SeeOther(LocalAddress.Home);
            case PasswordAnswer.CodeNext:
                return new SeeOther(CodeStep.Path);
            case PasswordAnswer.SetUpFirst:
                return await LinkStep.GoStraightOnAsync(context, who.AccountId, who.Id);
            default:
                return new SeeOther(PasswordStep.Path);
        }
    }

    private static RazorComponentResult<NewPasswordPage> FormPage(OpenedLink opened, ChoiceFaults? faults = null, int status = StatusCodes.Status200OK) =>
        SignInEndpoints.Page<NewPasswordPage>(new { Link = opened.Link!.Id, opened.Who!.Email, Faults = faults ?? new() }, status);
}

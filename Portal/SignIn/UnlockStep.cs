using Portal.Domain;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.SignIn;

/// <summary>The mailed link that precedes a code, after too many wrong ones in a year.</summary>
internal static class UnlockStep
{
    public const string Path = "/sign-in/unlock";

    /// <summary>Mails the link to whoever has given the right password.</summary>
    public static async Task<IResult> SendAsync(HttpContext context, PortalSignInManager signIn, CodeUnlocks unlocks)
    {
        var returnUrl = LocalAddress.Of(context.Request.Field("returnUrl"));
        if (await signIn.WhoseWaitsAsync() is not var (accountId, operatorId))
        {
            return new SeeOther(PasswordStep.AgainFor(returnUrl));
        }

        var sent = await unlocks.SendAsync(accountId, operatorId, Client.Of(context));
        return await CodeStep.ShowAfterUnlockAsync(signIn, returnUrl, sent);
    }

    public static Task<IResult> ShowAfterSendAsync(HttpContext context, FormFault fault) => CodeStep.ShowAfterAsync(context, fault);

    /// <summary>What the link leads to: a button where the sign-in waits, else the password first.</summary>
    public static async Task<IResult> PageAsync(PortalSignInManager signIn, OpenedLink opened)
    {
        var standing = opened is { Standing: LinkStanding.Alive, Who.MaySignInWithPassword: false } ? LinkStanding.Replaced : opened.Standing;
        return standing == LinkStanding.Alive
            ? await FormPageAsync(signIn, opened)
            : LinkStep.Over(LinkWords.TitleOf(standing), LinkWords.WhyOfUnlock(standing));
    }

    public static async Task<IResult> AnswerAsync(HttpContext context, OpenedLinks links, PortalSignInManager signIn)
    {
        var opened = await links.FindShownAsync(context);
        if (opened is not { Standing: LinkStanding.Alive, Link.Purpose: LinkPurpose.CodeUnlock })
        {
            return new SeeOther(LinkStep.Path);
        }

        if (await signIn.UnlockAsync(opened.Link))
        {
            return new SeeOther(CodeStep.Path);
        }

        var password = context.Request.Field("password");
        if (PasswordStep.FaultOf(password) is { } fault)
        {
            return await FormPageAsync(signIn, opened, fault, StatusCodes.Status400BadRequest);
        }

        var (isRight, wait) = await signIn.UnlockAsync(opened.Link, password);
        return (isRight, wait) switch
        {
            (true, _) => new SeeOther(CodeStep.Path),
            (_, { } time) => await FormPageAsync(signIn, opened, Words.TooManyTries(PasswordStep.Announce(context, time)), StatusCodes.Status429TooManyRequests),
            _ => await FormPageAsync(signIn, opened, Words.PasswordWrong, StatusCodes.Status400BadRequest),
        };
    }

    public static Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) => Task.FromResult<IResult>(new SeeOther(LinkStep.Path));

    private static async Task<IResult> FormPageAsync(PortalSignInManager signIn, OpenedLink opened, string? fault = null, int status = StatusCodes.Status200OK)
    {
        var waitsHere = await signIn.WhoseWaitsAsync() is var (_, operatorId) && operatorId == opened.Who!.Id;
        return SignInEndpoints.Page<UnlockPage>(new { Link = opened.Link!.Id, opened.Who!.Email, AsksForPassword = !waitsHere, Fault = fault }, status);
    }
}

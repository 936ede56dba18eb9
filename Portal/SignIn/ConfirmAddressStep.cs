using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>A new address, confirmed by the link that went there.</summary>
internal static class ConfirmAddressStep
{
    /// <summary>What the link leads to.</summary>
    public static IResult Page(OpenedLink opened) => opened.Standing == LinkStanding.Alive
        ? SignInEndpoints.Page<ConfirmAddressPage>(new { Link = opened.Link!.Id, Email = opened.Link.NewEmail, Former = opened.Who!.Email })
        : LinkStep.Over(LinkWords.TitleOf(opened.Standing), LinkWords.WhyOfEmail(opened.Standing));

    public static async Task<IResult> AnswerAsync(HttpContext context, OpenedLinks links, EmailAddresses addresses)
    {
        var opened = await links.FindShownAsync(context);
        if (opened is not { Standing: LinkStanding.Alive, Link.Purpose: LinkPurpose.EmailChange })
        {
            return new SeeOther(LinkStep.Path);
        }

        var refused = await addresses.ConfirmAsync(opened, Client.Of(context), SessionCookie.ActorOf(context.User)?.SessionId);
        return refused switch
        {
            null => SignInEndpoints.Page<LinkOverPage>(new { Title = Words.AddressConfirmedTitle, Why = Words.AddressConfirmedLead(opened.Link.NewEmail!) }),
            Refusal.EmailTaken => LinkStep.Over(Words.AddressTakenTitle, Words.AddressTakenWhy),
            _ => new SeeOther(LinkStep.Path),
        };
    }

    public static Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault) => Task.FromResult<IResult>(new SeeOther(LinkStep.Path));
}

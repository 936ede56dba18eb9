using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Localization;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>Accepting an invitation: a password first, then what the rule says at that moment.</summary>
internal static class AcceptStep
{
    public const string Path = "/link/accept";
    public const string NotNowPath = "/link/not-now";

    /// <summary>Whether an invitation's language is to be spoken: nobody has chosen another, and the browser asks for none of ours.</summary>
    public static string? LanguageFor(HttpContext context, OpenedLink opened) =>
        opened is { Standing: LinkStanding.Alive, Link.Purpose: LinkPurpose.Invitation, Who.Language: { } language }
        && Languages.Knows(language) && context.Features.Get<IRequestCultureFeature>()?.Provider is null
            ? language
            : null;

    /// <summary>The page for an invitation as it stands.</summary>
    public static async Task<IResult> PageAsync(HttpContext context, OpenedLink opened, DateTimeOffset now) => (opened.Standing, opened.Who!.State) switch
    {
        (LinkStanding.Alive, OperatorState.Invited) => await OpenPageAsync(context, opened, now),
        (LinkStanding.Replaced, _) when Invitations.IsRevoked(opened.Link!) => LinkStep.Over(Words.InvitationRevokedTitle, Words.InvitationRevokedWhy),
        (LinkStanding.Used, _) or (_, OperatorState.Active or OperatorState.Deactivated) => LinkStep.Over(Words.InvitationUsedTitle, Words.InvitationUsedWhy),
        (LinkStanding.Expired, _) => LinkStep.Over(Words.LinkExpiredTitle, Words.InvitationExpiredWhy(opened.SentBy)),
        (LinkStanding.Replaced, _) => LinkStep.Over(Words.LinkReplacedTitle, Words.InvitationReplacedWhy(opened.SentBy)),
        _ => LinkStep.Over(Words.LinkUnknownTitle, Words.LinkUnknownWhy),
    };

    /// <summary>Takes the password.</summary>
    public static async Task<IResult> AnswerAsync(
        HttpContext context,
        OpenedLinks links,
        Invitations invitations,
        PasswordRules rules,
        IPasswordHasher<Operator> hasher,
        LinkCookies cookies,
        TimeProvider clock)
    {
        var opened = await links.FindShownAsync(context);
        if (!IsOpen(opened))
        {
            return await LinkStep.PageAsync(context, opened);
        }

        var (who, password) = (opened.Who!, context.Request.Field("password"));
        if (ChoiceFaults.Of(rules, who, password, context.Request.Field("again")) is { } faults)
        {
            return await ChoicePageAsync(context, opened, faults, StatusCodes.Status400BadRequest);
        }

        var language = Languages.Current;
        var outcome = await invitations.AcceptAsync(ActorOf(context, opened, who.SecurityStamp!), hasher.HashPassword(who, password), language);
        return outcome.Value is { } accepted ? await GoOnAsync(context, cookies, opened.Link!, accepted) : new SeeOther(LinkStep.Path);
    }

    /// <summary>Joins without setting up, in the browser that chose the password.</summary>
    public static async Task<IResult> NotNowAsync(HttpContext context, OpenedLinks links, Invitations invitations, LinkCookies cookies, TimeProvider clock)
    {
        var opened = await links.FindShownAsync(context);
        if (!IsOpen(opened) || !opened.IsProven)
        {
            return await LinkStep.PageAsync(context, opened);
        }

        var outcome = await invitations.JoinWithoutSetUpAsync(ActorOf(context, opened, opened.Who!.SecurityStamp!));
        return outcome.Value is { } accepted ? await GoOnAsync(context, cookies, opened.Link!, accepted) : new SeeOther(LinkStep.Path);
    }

    public static async Task<IResult> ShowAfterAsync(HttpContext context, FormFault fault)
    {
        var opened = await context.RequestServices.GetRequiredService<OpenedLinks>().FindAsync(context);
        return IsOpen(opened) && !opened.IsProven
            ? await ChoicePageAsync(context, opened, new(Warning: SignInEndpoints.SentenceFor(fault)), FormGuard.StatusOf(fault))
            : await LinkStep.PageAsync(context, opened);
    }

    private static bool IsOpen(OpenedLink opened) =>
        opened is { Standing: LinkStanding.Alive, Link.Purpose: LinkPurpose.Invitation, Who.State: OperatorState.Invited };

    private static async Task<IResult> OpenPageAsync(HttpContext context, OpenedLink opened, DateTimeOffset now)
    {
        var who = opened.Who!;
        if (!who.LoginOptions.HasFlag(LoginOptions.Password))
        {
            return await ProviderAddressAsync(context, who) is { } address
                ? SignInEndpoints.Page<ProviderInvitationPage>(new { Title = TitleOf(opened), who.Name, Email = who.Email!, Address = address })
                : LinkStep.Over(Words.InvitationBySsoTitle, Words.InvitationBySsoOff);
        }

        if (!opened.IsProven)
        {
            return await ChoicePageAsync(context, opened);
        }

        var setting = opened.EffectiveAt(now).Setting;
        return setting == TwoFactorPolicy.Required
            ? new SeeOther(LinkStep.Wizard)
            : SignInEndpoints.Page<OfferPage>(new { Link = opened.Link!.Id, AccountName = opened.Account!.Name, Offers = setting == TwoFactorPolicy.Optional });
    }

    private static async Task<IResult> GoOnAsync(HttpContext context, LinkCookies cookies, OneTimeLink link, Acceptance accepted)
    {
        if (accepted.Then != AfterAcceptance.Joined)
        {
            cookies.Prove(context, link, accepted.Who);
            return new SeeOther(accepted.Then == AfterAcceptance.SetUpFirst ? LinkStep.Wizard : LinkStep.Path);
        }

        cookies.Forget(context);
        var answer = await context.RequestServices.GetRequiredService<PortalSignInManager>().GoOnAfterNewPasswordAsync(accepted.Who);
        return answer switch
        {
            PasswordAnswer.SignedIn => new SeeOther(LocalAddress.Home),

            // Required since a moment ago.
            PasswordAnswer.SetUpFirst due => await LinkStep.GoStraightOnAsync(context, due.AccountId, due.OperatorId),
            _ => new SeeOther(PasswordStep.Path),
        };
    }

    private static Actor ActorOf(HttpContext context, OpenedLink opened, string stamp) =>
        Client.Of(context).ActorOf(opened.Who!) with { LinkId = opened.Link!.Id, LinkStamp = stamp };

    private static string TitleOf(OpenedLink opened) => Words.InvitationTitle(opened.SentBy, opened.Account!.Name);

    // Signing in at the provider is accepting: the invitation works there as long as it does here.
    private static async Task<string?> ProviderAddressAsync(HttpContext context, Operator who) =>
        who.LoginOptions.HasFlag(LoginOptions.SingleSignOn)
        && await context.RequestServices.GetRequiredService<SignInProviders>().FindAsync(who.AccountId) is { IsOn: true, Name: { } name }
            ? SingleSignOnStep.AddressOf(name)
            : null;

    private static async Task<RazorComponentResult<AcceptPage>> ChoicePageAsync(
        HttpContext context, OpenedLink opened, ChoiceFaults? faults = null, int status = StatusCodes.Status200OK) =>
        SignInEndpoints.Page<AcceptPage>(
            new
            {
                Link = opened.Link!.Id,
                Title = TitleOf(opened),
                opened.Who!.Name,
                Email = opened.Who.Email!,
                Faults = faults ?? new(),
                ProviderAddress = await ProviderAddressAsync(context, opened.Who),
            },
            status);
}

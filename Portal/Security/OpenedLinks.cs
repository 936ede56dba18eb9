using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>The link that a browser has opened, with whom it belongs to.</summary>
/// <param name="Standing">Where it stands.</param>
/// <param name="Link">The link; <see langword="null"/> when it is unknown.</param>
/// <param name="Who">Whose it is, with the authenticator.</param>
/// <param name="Account">The operator's account.</param>
/// <param name="IsProven">Whether this browser has given the password for it.</param>
public sealed record OpenedLink(LinkStanding Standing, OneTimeLink? Link, Operator? Who, Account? Account, bool IsProven)
{
    /// <summary>The administrator who sent it, as called now; <see langword="null"/> when nobody did, or they are gone.</summary>
    public string? SentBy { get; init; }

    /// <summary>What the rule says of the operator.</summary>
    /// <param name="now">The instant for which it is asked.</param>
    public EffectiveTwoFactor EffectiveAt(DateTimeOffset now) =>
        EffectiveTwoFactor.For(Account!.DefaultPolicy, Who!.OverrideAt(now), Who.LoginOptions, Who.Authenticator is not null);
}

/// <summary>Finds the link behind a browser's cookie. Looking changes nothing.</summary>
public sealed class OpenedLinks(PortalContexts contexts, OneTimeLinks links, LinkCookies cookies)
{
    /// <summary>The hidden field of a form with the id of the link that its page showed.</summary>
    public const string LinkField = "link";

    /// <summary>The link that this browser opened last.</summary>
    public Task<OpenedLink> FindAsync(HttpContext context) => FindAsync(context, cookies.OpenedToken(context));

    /// <summary>The link that this browser opened last, for a form whose page showed it: a form that is still open from another link gets none.</summary>
    /// <param name="context">The request, whose form was read.</param>
    public async Task<OpenedLink> FindShownAsync(HttpContext context)
    {
        var opened = await FindAsync(context);
        return opened.Link is { } link && context.Request.Form[LinkField] is [{ } shown] && shown != link.Id.ToString("N") ? opened with { Standing = LinkStanding.Replaced } : opened;
    }

    /// <summary>
    /// Who acts by the link, in a browser that has both opened it and given the password for it; <see langword="null"/> in any other.
    /// The password alone must not do: the link shows that the mailbox is theirs.
    /// </summary>
    public async Task<Actor?> CarrierAsync(HttpContext context)
    {
        if (await FindAsync(context) is not { Standing: LinkStanding.Alive, IsProven: true, Link: { } link, Who: { } who })
        {
            return null;
        }

        return Client.Of(context).ActorOf(who) with { LinkId = link.Id, LinkStamp = who.SecurityStamp };
    }

    /// <summary>The link of a token that this browser is about to open.</summary>
    public async Task<OpenedLink> FindAsync(HttpContext context, string? token)
    {
        await using var db = contexts.AcrossAccounts();
        var (link, standing) = await links.FindAsync(db, token);
        if (link is null)
        {
            return new(standing, null, null, null, false);
        }

        var who = await db.Operators.AsNoTracking().Include(person => person.Authenticator).SingleAsync(person => person.Id == link.OperatorId);
        var account = await db.Accounts.AsNoTracking().SingleAsync(row => row.Id == link.AccountId);
        var proven = cookies.Proven(context);
        return new(standing, link, who, account, proven?.LinkId == link.Id && proven.SecurityStamp == who.SecurityStamp)
        {
            SentBy = await db.Operators.Where(person => person.Id == link.CreatedById).Select(person => person.Name).SingleOrDefaultAsync(),
        };
    }
}

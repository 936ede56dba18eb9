using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Security;

/// <summary>A link for which this browser has given the password, or chosen one.</summary>
/// <param name="LinkId">The link.</param>
/// <param name="OperatorId">Whose it is.</param>
/// <param name="AccountId">The operator's account.</param>
/// <param name="SecurityStamp">The operator's security stamp at the time: a change of password or authenticator ends the proof.</param>
public sealed record ProvenLink(Guid LinkId, Guid OperatorId, Guid AccountId, string SecurityStamp);

/// <summary>What a browser remembers of a one-time link: which it has opened, and for which it has given the password.</summary>
/// <remarks>The token leaves the address at once, so that it stands in no history and no log of a proxy; neither cookie opens anything but its link.</remarks>
public sealed class LinkCookies(IDataProtectionProvider protection, IOptions<PortalOptions> portal)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly ITimeLimitedDataProtector protector = protection.CreateProtector("Portal.ProvenLink").ToTimeLimitedDataProtector();

    private string Opened => portal.Value.CookieName("Portal.Link");

    private string Proof => portal.Value.CookieName("Portal.LinkProof");

    /// <summary>Remembers the token of the link that was opened.</summary>
    public void Open(HttpContext context, string token) => context.Response.Cookies.Append(Opened, token, portal.Value.ShortCookie(Longest));

    /// <summary>The token of the link that this browser opened last.</summary>
    public string? OpenedToken(HttpContext context) => context.Request.Cookies[Opened];

    /// <summary>Remembers that the password was given, for as long as the link lives and a day at most.</summary>
    public void Prove(HttpContext context, OneTimeLink link, Operator who)
    {
        var life = TimeSpan.FromMinutes(link.LifeMinutes);
        life = life < Longest ? life : Longest;
        context.Response.Cookies.Append(Proof, protector.Protect($"{link.Id:N} {who.Id:N} {who.AccountId:N} {who.SecurityStamp}", life), portal.Value.ShortCookie(life));
    }

    /// <summary>The link for which this browser has given the password; <see langword="null"/> when there is none.</summary>
    public ProvenLink? Proven(HttpContext context)
    {
        if (context.Request.Cookies[Proof] is not { Length: > 0 } sealedProof)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(sealedProof).Split(' ') is [var link, var who, var account, var stamp]
                ? new(Guid.ParseExact(link, "N"), Guid.ParseExact(who, "N"), Guid.ParseExact(account, "N"), stamp)
                : null;
        }
        catch (CryptographicException)
        {
            // Too old, or not ours.
            return null;
        }
    }

    /// <summary>Takes both back.</summary>
    public void Forget(HttpContext context)
    {
        context.Response.Cookies.Delete(Opened, portal.Value.ShortCookie());
        context.Response.Cookies.Delete(Proof, portal.Value.ShortCookie());
    }
}

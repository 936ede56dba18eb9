using System.Net;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>The browser at the other end of a request.</summary>
/// <param name="Address">Its network address.</param>
/// <param name="Prefix">The network of that address, for counting tries.</param>
/// <param name="UserAgent">As it names itself, shortened and without control characters.</param>
public sealed record Client(string Address, string Prefix, string UserAgent)
{
    private const int LongestUserAgent = 300;

    /// <summary>The browser that sent a request; proxies that are trusted have been seen through already.</summary>
    public static Client Of(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        var agent = string.Concat(context.Request.Headers.UserAgent.ToString().Where(c => !char.IsControl(c)).Take(LongestUserAgent));
        return new(address.ToString(), Network.PrefixOf(address), agent);
    }

    /// <summary>An operator who acts from this browser without a session.</summary>
    public Actor ActorOf(Operator who) => new(who.Id, who.AccountId, SessionId: Guid.Empty, Address, UserAgent);
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Who looks after the installation as a whole: the operators whose addresses <c>Portal:InstallationAdministrators</c> names.</summary>
/// <remarks>
/// An address counts once a mail to it has proved whose it is, or whoever runs the server gave it to its operator. Otherwise any account
/// administrator could invite somebody with such an address, and open the link without ever having read its mail.
/// </remarks>
public sealed class InstallationAdministrators(IOptions<PortalOptions> portal, PortalContexts contexts, Sessions sessions)
{
    private readonly HashSet<string> named = [.. portal.Value.InstallationAddresses().Select(address => address.ToUpperInvariant())];

    /// <summary>Whether an operator is one of them.</summary>
    /// <param name="email">The operator's address.</param>
    /// <param name="isProved">Whether it is known to be the operator's: <c>Operator.EmailConfirmed</c>.</param>
    public bool Include(string email, bool isProved) => isProved && named.Contains(email.ToUpperInvariant());

    /// <summary>Whether whoever acts is one of them now: asked of the database.</summary>
    public async Task<bool> IncludeAsync(Actor actor)
    {
        await using var db = contexts.For(actor.AccountId);
        return await db.Sessions.Where(sessions.Alive()).AnyAsync(session => session.Id == actor.SessionId && session.OperatorId == actor.OperatorId)
            && await db.Operators.Where(person => person.Id == actor.OperatorId && person.State == OperatorState.Active)
                .Select(person => new { person.Email, person.EmailConfirmed }).SingleOrDefaultAsync() is { } self
            && Include(self.Email!, self.EmailConfirmed);
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>Hands over from a page that is alive, which cannot write a cookie, to an endpoint that opens the session.</summary>
public sealed class SignInTickets(TimeProvider clock)
{
    // Time to keep the recovery codes first.
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(15);

    /// <summary>Adds a ticket to the transaction that completes a flow. The token goes to the page that completed it, and to no other.</summary>
    public SecretToken Add(PortalDbContext db, Operator who, Guid linkId)
    {
        var token = SecretToken.Create();
        db.SignInTickets.Add(new()
        {
            AccountId = who.AccountId,
            OperatorId = who.Id,
            LinkId = linkId,
            TokenHash = token.Hash(),
            ExpiresAt = clock.GetUtcNow() + Life,
            SecurityStamp = who.SecurityStamp!,
        });
        return token;
    }

    /// <summary>Redeems a ticket within the transaction that opens the session; one conditional update decides.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="token">What the page was handed.</param>
    /// <param name="linkId">The link for which this browser has given the password: without it a stolen ticket is worth nothing.</param>
    /// <returns>Whose session is to be opened; <see langword="null"/> when the ticket is over, used, or for somebody else's browser.</returns>
    public async Task<Operator?> RedeemAsync(PortalDbContext db, string token, Guid linkId)
    {
        var hash = SecretToken.HashOf(token);
        var now = clock.GetUtcNow();
        var ticket = await db.SignInTickets.AsNoTracking().SingleOrDefaultAsync(row => row.TokenHash == hash && row.LinkId == linkId);
        if (ticket is null)
        {
            return null;
        }

        var redeemed = await db.SignInTickets
            .Where(row => row.Id == ticket.Id && row.RedeemedAt == null && row.ExpiresAt > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RedeemedAt, now));
        var who = redeemed == 1 ? await db.Operators.SingleAsync(person => person.Id == ticket.OperatorId) : null;
        return who is { MaySignInWithPassword: true } && who.SecurityStamp == ticket.SecurityStamp ? who : null;
    }
}

using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>Decides whether a code is the operator's, now, for the first time.</summary>
public sealed class AuthenticatorCodes(KeyProtection protection, TimeProvider clock)
{
    /// <summary>
    /// Spends a code within the acting transaction. Yes means that its time step had not been accepted before, for any purpose;
    /// one conditional update decides, so that of many at once exactly one is told yes.
    /// </summary>
    public async Task<bool> SpendAsync(PortalDbContext db, Guid operatorId, string? input)
    {
        var row = await db.Authenticators.AsNoTracking().SingleOrDefaultAsync(authenticator => authenticator.OperatorId == operatorId);
        if (row is null
            || !OneTimeCode.TryParse(input, out var code)
            || !protection.TryUnprotect(row, out var key)
            || TotpVerifier.Match(key, code, clock.GetUtcNow()) is not { } step)
        {
            return false;
        }

        // Never read, then write: RFC 6238 §5.2 wants each step accepted once.
        var moved = await db.Authenticators
            .Where(authenticator => authenticator.Id == row.Id && authenticator.Generation == row.Generation && authenticator.LastAcceptedTimeStep < step)
            .ExecuteUpdateAsync(set => set.SetProperty(authenticator => authenticator.LastAcceptedTimeStep, step));
        return moved == 1;
    }
}

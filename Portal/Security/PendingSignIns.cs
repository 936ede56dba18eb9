using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Security;

/// <summary>Sign-ins that wait for their code: a row, and a cookie that leads to it and opens nothing.</summary>
public sealed class PendingSignIns(IOptions<PortalOptions> portal, TimeProvider clock)
{
    /// <summary>How long a sign-in waits for its code.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    private string CookieName => portal.Value.CookieName("Portal.Pending");

    /// <summary>Adds a sign-in whose password was right to the acting transaction. The token goes into the cookie, see <see cref="Remember"/>.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="who">Whose sign-in.</param>
    /// <param name="returnUrl">The local address to go to afterwards.</param>
    /// <param name="unlockedAt">When a mailed link preceded it.</param>
    public SecretToken Add(PortalDbContext db, Operator who, string? returnUrl, DateTimeOffset? unlockedAt = null)
    {
        var now = clock.GetUtcNow();
        var token = SecretToken.Create();
        db.PendingSignIns.Add(new()
        {
            AccountId = who.AccountId,
            OperatorId = who.Id,
            TokenHash = token.Hash(),
            CreatedAt = now,
            ExpiresAt = now + Life,
            SecurityStamp = who.SecurityStamp!,
            ReturnUrl = returnUrl,
            UnlockedAt = unlockedAt,
        });
        return token;
    }

    /// <summary>The sign-in that waits in this browser, as long as neither time nor a change of the operator has ended it.</summary>
    public async Task<(PendingSignIn Pending, Operator Who)?> FindAsync(PortalDbContext db, HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } token)
        {
            return null;
        }

        var hash = SecretToken.HashOf(token);
        var now = clock.GetUtcNow();
        var pending = await db.PendingSignIns
            .SingleOrDefaultAsync(row => row.TokenHash == hash && row.ExpiresAt > now && row.CompletedAt == null);
        var who = pending is null ? null : await db.Operators.SingleAsync(person => person.Id == pending.OperatorId);
        return who is not null && who.SecurityStamp == pending!.SecurityStamp && who.MaySignInWithPassword ? (pending, who) : null;
    }

    /// <summary>Writes the cookie.</summary>
    public void Remember(HttpContext context, SecretToken token) =>
        context.Response.Cookies.Append(CookieName, token.Value, portal.Value.ShortCookie(Life));

    /// <summary>Takes the cookie back.</summary>
    public void Forget(HttpContext context) => context.Response.Cookies.Delete(CookieName, portal.Value.ShortCookie());
}

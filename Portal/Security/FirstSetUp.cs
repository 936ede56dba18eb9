using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;

namespace Portal.Security;

/// <summary>The first administrator of an installation without an account: made once, by whoever reads the log of its start.</summary>
/// <remarks>
/// To come first must not be enough to own an installation, so a token precedes it that only the console and the log show. Of it
/// a hash is kept, in memory: the next start has another, and none as soon as there is an account. That there is none, the
/// database says each time, and once more in the transaction that makes it: the command line may have been there meanwhile.
/// </remarks>
public sealed class FirstSetUp(PortalContexts contexts, IOptions<PortalOptions> portal, IPasswordHasher<Operator> hasher, TimeProvider clock)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/setup";

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    private volatile byte[]? expected;

    private string Opened => portal.Value.CookieName("Portal.FirstSetUp");

    /// <summary>Makes the token of this start; answers the address to be printed, <see langword="null"/> when there is an account.</summary>
    public async Task<Uri?> BeginAsync()
    {
        if (await HasAccountAsync())
        {
            return null;
        }

        var token = SecretToken.Create();
        expected = token.Hash();
        return new(portal.Value.PublicAddress, $"{Path}?token={token.Value}");
    }

    /// <summary>Whether a token is the one that was printed, and still opens something.</summary>
    public async Task<bool> IsOpenForAsync(string? token) =>
        expected is { } hash && CryptographicOperations.FixedTimeEquals(SecretToken.HashOf(token ?? ""), hash) && !await HasAccountAsync();

    /// <summary>Whether this browser has opened the address that was printed, and it still opens something.</summary>
    public Task<bool> IsOpenAsync(HttpContext context) => IsOpenForAsync(context.Request.Cookies[Opened]);

    /// <summary>Remembers the token of the address that was opened, so that it can leave the address.</summary>
    public void Remember(HttpContext context, string token) => context.Response.Cookies.Append(Opened, token, portal.Value.ShortCookie(Remembered));

    /// <summary>Makes account and administrator in a browser for which it is open. Of many at once one does; it closes for all.</summary>
    /// <returns>The administrator; <see langword="null"/> when there was an account already.</returns>
    public async Task<Operator?> CompleteAsync(HttpContext context, NewAdministrator asked, string password)
    {
        var passwordHash = hasher.HashPassword(new() { Name = asked.Name }, password);
        var made = await contexts.WriteAcrossAccountsAsync(
            async db => await db.Accounts.AnyAsync() ? null : (await asked.AddAsync(db, passwordHash, clock.GetUtcNow(), Client.Of(context)))?.Who,
            keeps: who => who is not null);
        expected = null;
        context.Response.Cookies.Delete(Opened, portal.Value.ShortCookie());
        return made;
    }

    private async Task<bool> HasAccountAsync()
    {
        await using var db = contexts.AcrossAccounts();
        return await db.Accounts.AnyAsync();
    }
}

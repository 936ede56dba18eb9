using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Slows guessing of passwords: from the fifth try on, each must wait longer. Counted for the address typed, known or not, and
/// the network it is typed from; over all networks together the wait stays short, so that no stranger keeps the owner out.
/// </summary>
/// <remarks>OWASP ASVS 5.0, 6.3.1. A try is counted, and committed, before the password is looked at.</remarks>
public sealed class PasswordBudget(PortalContexts contexts, TimeProvider clock)
{
    /// <summary>Tries that wait for nothing.</summary>
    public const int FreeTries = 4;

    private static readonly TimeSpan LongestFromOneNetwork = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan LongestOverall = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Quiet = TimeSpan.FromDays(1);
    private static readonly TimeSpan KnownNetworkFor = TimeSpan.FromDays(90);

    /// <summary>Counts one try; answers how long to wait first, in which case it was not counted and must not be looked at.</summary>
    public Task<TimeSpan?> ReserveAsync(string normalizedEmail, string prefix, CancellationToken cancellationToken) =>
        contexts.WriteAcrossAccountsAsync(
            async db =>
            {
                var now = clock.GetUtcNow();
                var quietSince = now - Quiet;
                await db.PasswordTries.Where(tries => tries.LastAt < quietSince).ExecuteDeleteAsync(CancellationToken.None);

                var fromHere = await RowAsync(db, KeyOf(normalizedEmail, prefix));
                var overall = await RowAsync(db, KeyOf(normalizedEmail, prefix: null));
                var wait = fromHere.NotBefore - now;
                if (overall.NotBefore - now > wait && !await IsKnownNetworkAsync(db, normalizedEmail, prefix, now))
                {
                    wait = overall.NotBefore - now;
                }

                if (wait > TimeSpan.Zero)
                {
                    return wait;
                }

                Count(fromHere, LongestFromOneNetwork, now);
                Count(overall, LongestOverall, now);
                return (TimeSpan?)null;
            },
            cancellationToken: cancellationToken);

    /// <summary>The password was right: tries from this network are forgotten, those of others are not.</summary>
    public async Task ForgetAsync(PortalDbContext db, string normalizedEmail, string prefix)
    {
        var fromHere = await RowAsync(db, KeyOf(normalizedEmail, prefix));
        var overall = await RowAsync(db, KeyOf(normalizedEmail, prefix: null));
        overall.Count = Math.Max(0, overall.Count - fromHere.Count);
        overall.NotBefore = overall.LastAt + Delay(overall.Count, LongestOverall);
        db.PasswordTries.Remove(fromHere);
    }

    /// <summary>Writes as much for an unknown address as the record of a refusal does for a known one.</summary>
    public async Task NoteAsync(PortalDbContext db, string prefix)
    {
        var unknown = await RowAsync(db, KeyOf("", prefix));
        unknown.Count++;
        unknown.LastAt = clock.GetUtcNow();
    }

    /// <summary>How long the next try has to wait after so many, up to a limit: 1, 2, 4, … seconds from the fifth on.</summary>
    public static TimeSpan Delay(int tries, TimeSpan longest) => tries <= FreeTries
        ? TimeSpan.Zero
        : TimeSpan.FromSeconds(Math.Min(longest.TotalSeconds, Math.Pow(2, Math.Min(tries - FreeTries - 1, 30))));

    private static void Count(PasswordTries tries, TimeSpan longest, DateTimeOffset now)
    {
        tries.Count++;
        tries.LastAt = now;
        tries.NotBefore = now + Delay(tries.Count, longest);
    }

    private static async Task<PasswordTries> RowAsync(PortalDbContext db, byte[] key)
    {
        if (await db.PasswordTries.FindAsync(key) is { } row)
        {
            return row;
        }

        var added = new PasswordTries { Id = key };
        db.PasswordTries.Add(added);
        return added;
    }

    // Where the owner has signed in from, a stranger's tries elsewhere cost the owner nothing.
    private static Task<bool> IsKnownNetworkAsync(PortalDbContext db, string normalizedEmail, string prefix, DateTimeOffset now)
    {
        var since = now - KnownNetworkFor;
        return db.Sessions.AnyAsync(session => session.AddressPrefix == prefix && session.CreatedAt > since
            && db.Operators.Any(person => person.Id == session.OperatorId && person.NormalizedEmail == normalizedEmail));
    }

    private static byte[] KeyOf(string normalizedEmail, string? prefix) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(prefix is null ? normalizedEmail : $"{normalizedEmail}\n{prefix}"));
}

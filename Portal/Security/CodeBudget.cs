using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>Whether one more code may be looked at.</summary>
public enum CodeTry
{
    /// <summary>Yes; it has been counted.</summary>
    Reserved,

    /// <summary>This sign-in has had its five.</summary>
    SignInIsOver,

    /// <summary>So many wrong codes over the year that a code alone is no longer enough.</summary>
    GuessingIsOver,
}

/// <summary>
/// Bounds guessing of codes by somebody who knows the password: five for each sign-in, and 25 in a year over all sign-ins that
/// never succeeded. Three codes in a million are right at any time, so 25 tries succeed once in more than 10,000 years.
/// </summary>
/// <remarks>NIST SP 800-63B §3.2.2; OWASP ASVS 5.0, 6.3.1. The owner's success does not refill what a guesser has used up.</remarks>
public static class CodeBudget
{
    /// <summary>Codes for one sign-in.</summary>
    public const int ForOneSignIn = 5;

    /// <summary>Wrong codes in a year.</summary>
    public const int ForOneYear = 25;

    /// <summary>How long a wrong code counts.</summary>
    public static readonly TimeSpan Year = TimeSpan.FromDays(365);

    /// <summary>Counts one try of a sign-in within a transaction that is committed before the code is looked at.</summary>
    public static async Task<CodeTry> ReserveAsync(PortalDbContext db, PendingSignIn pending, Operator who, DateTimeOffset now)
    {
        if (pending.CodeTries >= ForOneSignIn)
        {
            return CodeTry.SignInIsOver;
        }

        if (await NeedsLinkAsync(db, pending, who, now))
        {
            return CodeTry.GuessingIsOver;
        }

        pending.CodeTries++;
        return CodeTry.Reserved;
    }

    /// <summary>Whether a mailed link must precede the code of a sign-in, and has not.</summary>
    public static async Task<bool> NeedsLinkAsync(PortalDbContext db, PendingSignIn pending, Operator who, DateTimeOffset now) =>
        pending.UnlockedAt is null && await UsedUpAsync(db, who, now);

    /// <summary>Whether the year's wrong codes are used up: of sign-ins that never succeeded, and of proofs that were never given.</summary>
    public static async Task<bool> UsedUpAsync(PortalDbContext db, Operator who, DateTimeOffset now)
    {
        var since = now - Year;
        if (who.CodeTriesForgivenAt > since)
        {
            since = who.CodeTriesForgivenAt.Value;
        }

        var signIns = await db.PendingSignIns
            .Where(other => other.OperatorId == who.Id && other.CompletedAt == null && other.CreatedAt >= since)
            .SumAsync(other => other.CodeTries);
        var proofs = await db.Sessions
            .Where(session => session.OperatorId == who.Id && session.CreatedAt >= since)
            .SumAsync(session => session.CodeProofTries);
        return signIns + proofs >= ForOneYear;
    }
}

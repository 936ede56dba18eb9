using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;

namespace Portal.Security;

/// <summary>An account administrator who is made outside every account's pages, every value tidy and looked at.</summary>
/// <param name="AccountName">Name of the account; made when there is none by that name.</param>
/// <param name="Language">Language of a new account.</param>
/// <param name="TimeZone">Time zone of a new account.</param>
/// <param name="Name">Name of the administrator.</param>
/// <param name="Email">The address to sign in with.</param>
public sealed record NewAdministrator(string AccountName, string Language, string TimeZone, string Name, string Email)
{
    /// <summary>Adds administrator and account to the acting transaction, with what the record says of it.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="passwordHash">The hash of the administrator's password.</param>
    /// <param name="now">When.</param>
    /// <param name="client">The browser in which they make themselves; <see langword="null"/> for the command line.</param>
    /// <returns>Who it is, and whether the account is new; <see langword="null"/> when somebody has that address already.</returns>
    public async Task<(Operator Who, bool IsNewAccount)?> AddAsync(PortalDbContext db, string passwordHash, DateTimeOffset now, Client? client = null)
    {
        var normalized = Email.ToUpperInvariant();
        if (await db.Operators.AnyAsync(person => person.NormalizedEmail == normalized))
        {
            return null;
        }

        var found = await db.Accounts.OrderBy(row => row.CreatedAt).FirstOrDefaultAsync(row => row.Name == AccountName);
        var account = found ?? new() { Name = AccountName, Language = Language, TimeZone = TimeZone, CreatedAt = now };
        var who = NewOperators.Create(account.Id, Name, Email, OperatorRole.Administrator, now);
        who.PasswordHash = passwordHash;
        if (found is null)
        {
            db.Accounts.Add(account);
            Record(db, AuditAction.AccountCreated, now, who, client, onAccount: true, account.Name);
        }

        db.Operators.Add(who);
        Record(db, AuditAction.OperatorCreated, now, who, client, onAccount: false, nameof(OperatorRole.Administrator));
        db.Announce(account.Id, who.Id);
        return (who, found is null);
    }

    private static void Record(PortalDbContext db, AuditAction action, DateTimeOffset now, Operator who, Client? client, bool onAccount, string after)
    {
        var subject = onAccount ? null : who;
        if (client is null)
        {
            AuditLog.RecordCommand(db, who.AccountId, action, now, subject, after: after);
        }
        else
        {
            AuditLog.Record(db, client.ActorOf(who), who.Name, action, now, subject, after: after);
        }
    }
}

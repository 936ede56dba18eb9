using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using OtpNet;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.SignIn;

namespace Portal.Operations;

/// <summary>Fills an empty database with the demo account. Refuses outside Development.</summary>
public sealed class DemoData(
    PortalContexts contexts,
    IPasswordHasher<Operator> hasher,
    KeyProtection protection,
    OneTimeLinks links,
    Outbox outbox,
    IHostEnvironment environment,
    TimeProvider clock)
{
    /// <summary>Adds the demo account, unless there is an account already.</summary>
    public async Task SeedAsync()
    {
        if (!environment.IsDevelopment())
        {
            throw new InvalidOperationException("Demo data is for Development only.");
        }

        await contexts.WriteAcrossAccountsAsync(async db =>
        {
            if (!await db.Accounts.AnyAsync())
            {
                await AddAsync(db);
            }

            return default(Nothing);
        });
    }

    private async Task AddAsync(PortalDbContext db)
    {
        var now = clock.GetUtcNow();
        var account = new Account { Name = DemoPeople.Account, Language = "en", TimeZone = "Europe/Amsterdam", CreatedAt = now };
        db.Accounts.Add(account);
        AuditLog.RecordCommand(db, account.Id, AuditAction.AccountCreated, now, after: account.Name);

        // One hash for all: the password is the same, and known to everybody.
        var hash = hasher.HashPassword(new() { Name = "" }, DemoPeople.Password);
        foreach (var person in DemoPeople.All)
        {
            var who = NewOperators.Create(account.Id, person.Name, person.Email, person.Role, now);
            who.LoginOptions = person.LoginOptions;
            who.PolicyOverride = person.Override;
            who.PasswordHash = person.HasPassword ? hash : null;
            db.Operators.Add(who);
            AuditLog.RecordCommand(db, account.Id, person.IsInvited ? AuditAction.OperatorInvited : AuditAction.OperatorCreated, now, who);
            if (person.IsInvited)
            {
                await InviteAsync(db, account, who);
            }

            if (person.Key is not null)
            {
                AddAuthenticator(db, who, AuthenticatorKey.FromBytes(Base32Encoding.ToBytes(person.Key)), now);
            }
        }
    }

    private async Task InviteAsync(PortalDbContext db, Account account, Operator who)
    {
        var by = db.Operators.Local.First(person => person.Role == OperatorRole.Administrator);
        (who.State, who.EmailConfirmed, who.Language) = (OperatorState.Invited, false, account.Language);
        var link = await links.AddAsync(db, who, LinkPurpose.Invitation, OneTimeLinks.InvitationLife, by.Id);
        outbox.Queue(db, account, who, new InvitationLetter(by.Name), link);
    }

    private void AddAuthenticator(PortalDbContext db, Operator who, AuthenticatorKey key, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7();
        who.KeyGeneration = 1;
        db.Authenticators.Add(new()
        {
            Id = id,
            AccountId = who.AccountId,
            OperatorId = who.Id,
            ProtectedKey = protection.Protect(who.AccountId, who.Id, id, who.KeyGeneration, key),
            Generation = who.KeyGeneration,
            ConfirmedAt = now,
        });
    }
}

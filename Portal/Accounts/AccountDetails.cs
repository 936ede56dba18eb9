using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Domain;
using Portal.Security;
using Portal.Texts;

namespace Portal.Accounts;

/// <summary>Name, language and time zone of an account.</summary>
public sealed class AccountDetails(Gestures gestures)
{
    /// <summary>Renames the account: 1 to <see cref="Entry.LongestName"/> characters.</summary>
    public Task<Outcome<Nothing>> RenameAsync(Actor actor, string? name) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.AccountRenamed, Grant.Administrators, null, gesture =>
        {
            if (!Entry.TryName(name, out var tidy))
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.Invalid);
            }

            gesture.Record(AuditAction.AccountRenamed, onAccount: true, before: gesture.Account.Name, after: tidy);
            gesture.Account.Name = tidy;
            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });

    /// <summary>Sets the language for mails, until an operator has chosen one.</summary>
    public Task<Outcome<Nothing>> SetLanguageAsync(Actor actor, string? language) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.AccountLanguageChanged, Grant.Administrators, null, gesture =>
        {
            if (!Languages.Knows(language))
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.Invalid);
            }

            gesture.Record(AuditAction.AccountLanguageChanged, onAccount: true, before: gesture.Account.Language, after: language);
            gesture.Account.Language = language!;
            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });

    /// <summary>Sets the login options that new operators begin with. Asks for proof.</summary>
    public Task<Outcome<Nothing>> SetDefaultLoginOptionsAsync(Actor actor, LoginOptions options) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.DefaultLoginOptionsChanged, Grant.Administrators, null, async gesture =>
        {
            if (!Enum.IsDefined(options))
            {
                return Refusal.Invalid;
            }

            if (options.HasFlag(LoginOptions.SingleSignOn) && !await gesture.Db.SingleSignOns.AnyAsync(row => row.IsOn))
            {
                return Refusal.SingleSignOnIsOff;
            }

            if (gesture.Account.DefaultLoginOptions == options)
            {
                return default(Nothing);
            }

            if (!gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            gesture.Record(AuditAction.DefaultLoginOptionsChanged, onAccount: true, before: gesture.Account.DefaultLoginOptions.ToString(), after: options.ToString());
            gesture.Account.DefaultLoginOptions = options;
            return default(Nothing);
        });

    /// <summary>Sets the time zone (IANA name) in which people see times.</summary>
    public Task<Outcome<Nothing>> SetTimeZoneAsync(Actor actor, string? timeZone) =>
        gestures.PerformAsync<Nothing>(actor, AuditAction.AccountTimeZoneChanged, Grant.Administrators, null, gesture =>
        {
            if (!TimeZones.Knows(timeZone))
            {
                return Task.FromResult<Outcome<Nothing>>(Refusal.Invalid);
            }

            gesture.Record(AuditAction.AccountTimeZoneChanged, onAccount: true, before: gesture.Account.TimeZone, after: timeZone);
            gesture.Account.TimeZone = timeZone!;
            return Task.FromResult<Outcome<Nothing>>(default(Nothing));
        });
}

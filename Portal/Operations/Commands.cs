using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operations;

/// <summary>
/// The command line of the same program: for whoever runs the server, above all when nobody can sign in. What it changes is
/// written down, and open pages show it within a second.
/// </summary>
public sealed class Commands(
    PortalContexts contexts,
    TwoFactorEnrollments enrollments,
    SetUpLinks setUpLinks,
    OneTimeLinks links,
    Outbox outbox,
    KeyProtection protection,
    ProviderSecrets providerSecrets,
    AuditSeals seals,
    IPasswordHasher<Operator> hasher,
    PasswordRules passwordRules,
    SeedOperators seed,
    MoveDatabase move,
    Backups backups,
    Restores restores,
    KeyRotation rotation,
    TimeProvider clock)
{
    private const string CreateAdministrator = "create-administrator";
    private const string ResetTwoFactor = "reset-two-factor";
    private const string SetUpLink = "set-up-link";
    private const string TurnOffSso = "turn-off-sso";
    private const string Seed = "seed-operators";
    private const string Check = "check";
    private const string Move = "move-database";
    private const string Backup = "backup";
    private const string Restore = "restore";
    private const string RotateKey = "rotate-key";

    // The exit code of what was done, and of which something is to be told: another than that of what was not done.
    private const int WithFaults = 2;

    // More than anybody has, and still something that ends.
    private const int MostToSeed = 2_000_000;

    /// <summary>Whether the arguments are a command rather than settings for the server.</summary>
    public static bool IsCommand(string[] args) => args is [var first, ..] && (first is CreateAdministrator or ResetTwoFactor or SetUpLink or TurnOffSso or Seed or Check or Move or Backup or Restore or RotateKey or "--help" or "-h" or "-?");

    /// <summary>Whether the command helps those whose keys are lost: it needs none of them.</summary>
    public static bool NeedsNoKeys(string[] args) => args is [CreateAdministrator or ResetTwoFactor or TurnOffSso or Check, ..];

    /// <summary>Whether the command looks after the database itself: a broken one must not keep a backup from being restored.</summary>
    public static bool BringsItsDatabase(string[] args) => args is [Restore, ..];

    /// <summary>Runs a command; answers its exit code.</summary>
    public Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Portal: without a command it serves; with one it does that and ends.");
        root.Subcommands.Add(CreateAdministratorCommand());
        root.Subcommands.Add(ResetTwoFactorCommand());
        root.Subcommands.Add(SetUpLinkCommand());
        root.Subcommands.Add(TurnOffSsoCommand());
        root.Subcommands.Add(SeedCommand());
        root.Subcommands.Add(CheckCommand());
        root.Subcommands.Add(MoveCommand());
        root.Subcommands.Add(BackupCommand());
        root.Subcommands.Add(RestoreCommand());
        root.Subcommands.Add(RotateKeyCommand());
        return root.Parse(args).InvokeAsync();
    }

    private Command CreateAdministratorCommand()
    {
        var account = new Option<string>("--account") { Description = "Name of the account; made when there is none by that name.", Required = true };
        var name = new Option<string>("--name") { Description = "Name of the administrator.", Required = true };
        var email = new Option<string>("--email") { Description = "E-mail address to sign in with.", Required = true };
        var language = new Option<string>("--language") { Description = $"Language of a new account: {string.Join(", ", Texts.Languages.All.Keys)}.", DefaultValueFactory = _ => Texts.Languages.Default };
        var timeZone = new Option<string>("--time-zone") { Description = "Time zone of a new account, such as Europe/Amsterdam.", DefaultValueFactory = _ => "UTC" };
        var command = new Command(CreateAdministrator, "Makes an account administrator, and the account when it is new. Asks for the password, or reads it from standard input.")
        {
            account, name, email, language, timeZone,
        };
        command.SetAction(parsed => CreateAdministratorAsync(
            parsed.GetRequiredValue(account), parsed.GetRequiredValue(name), parsed.GetRequiredValue(email),
            parsed.GetRequiredValue(language), parsed.GetRequiredValue(timeZone)));
        return command;
    }

    private Command ResetTwoFactorCommand()
    {
        var email = new Option<string>("--email") { Description = "E-mail address of the operator.", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why; kept in the audit log.", DefaultValueFactory = _ => "" };
        var command = new Command(ResetTwoFactor, "Erases an operator's key and ends the sessions; the setting then applies from scratch.") { email, reason };
        command.SetAction(parsed => ResetTwoFactorAsync(parsed.GetRequiredValue(email), parsed.GetRequiredValue(reason)));
        return command;
    }

    private Command SetUpLinkCommand()
    {
        var email = new Option<string>("--email") { Description = "E-mail address of the operator.", Required = true };
        var command = new Command(SetUpLink, "Prints one link with which an operator sets two-factor authentication up: it works 72 hours and asks for the password.") { email };
        command.SetAction(parsed => SetUpLinkAsync(parsed.GetRequiredValue(email)));
        return command;
    }

    private Command TurnOffSsoCommand()
    {
        var name = new Option<string>("--name") { Description = "Sign-in name of the account's single sign-on.", Required = true };
        var email = new Option<string>("--email") { Description = "E-mail address of an administrator of the account who gets a password back.", DefaultValueFactory = _ => "" };
        var command = new Command(TurnOffSso, "Turns single sign-on of an account off. With --email that administrator signs in with a password again, and one link to choose it is printed.")
        {
            name, email,
        };
        command.SetAction(parsed => TurnOffSsoAsync(parsed.GetRequiredValue(name), parsed.GetRequiredValue(email)));
        return command;
    }

    private Command SeedCommand()
    {
        var count = new Option<int>("--count") { Description = "How many operators.", Required = true };
        var number = new Option<int>("--seed") { Description = "What they come of: the same number makes the same people.", DefaultValueFactory = _ => 1 };
        var account = new Option<string?>("--account") { Description = "Name of the account, made when there is none by that name; without it the first account." };
        var command = new Command(Seed, "Adds operators who are made up, with a past, to try the portal with many. Outside Development nobody can sign in as them.") { count, number, account };
        command.SetAction(parsed => SeedAsync(parsed.GetRequiredValue(count), parsed.GetValue(number), parsed.GetValue(account)));
        return command;
    }

    private Command CheckCommand()
    {
        var command = new Command(Check, "Checks settings, master key, database, every stored key and the seals of the audit log; changes nothing.");
        command.SetAction(_ => CheckAsync());
        return command;
    }

    private Command MoveCommand()
    {
        var to = new Option<string>("--to") { Description = "Connection string of an empty PostgreSQL database.", Required = true };
        var command = new Command(Move, "Moves the installation from SQLite to PostgreSQL and looks at every row again. Stop the server first; the old database stays as it is.") { to };
        command.SetAction(parsed => MoveAsync(parsed.GetRequiredValue(to)));
        return command;
    }

    private Command BackupCommand()
    {
        var to = new Option<string?>("--to") { Description = "File to write; without it one named after the time, in the folder backups of the data directory." };
        var command = new Command(Backup, "Writes a backup while the server runs: every row and the encrypted ring of keys, in one file, read again and checked. The master key is not in it.") { to };
        command.SetAction(parsed => BackupAsync(parsed.GetValue(to)));
        return command;
    }

    private Command RestoreCommand()
    {
        var from = new Option<string>("--from") { Description = "Backup to restore.", Required = true };
        var accept = new Option<bool>("--accept-audit-faults") { Description = "Restores it although the audit log in it is not as it was sealed." };
        var command = new Command(Restore, "Puts a backup in the place of the database, and ends all sessions and links. Stop the server first; PostgreSQL has to be an empty database. Needs the master key of the installation.") { from, accept };
        command.SetAction(parsed => RestoreAsync(parsed.GetRequiredValue(from), parsed.GetValue(accept)));
        return command;
    }

    private Command RotateKeyCommand()
    {
        var command = new Command(RotateKey, "Makes a new master key and encrypts everything anew. Stop the server, at every node, first; open links end.");
        command.SetAction(_ => RotateKeyAsync());
        return command;
    }

    private async Task<int> CreateAdministratorAsync(string accountName, string name, string email, string language, string timeZone)
    {
        var faults = new List<string>();
        if (!Entry.TryName(accountName, out var tidyAccount))
        {
            faults.Add("--account must be a name of 1 to 100 characters.");
        }

        if (!Entry.TryName(name, out var tidyName))
        {
            faults.Add("--name must be a name of 1 to 100 characters.");
        }

        if (!Entry.TryEmail(email, out var tidyEmail))
        {
            faults.Add("--email must be one e-mail address.");
        }

        if (!Texts.Languages.Knows(language))
        {
            faults.Add($"--language must be one of {string.Join(", ", Texts.Languages.All.Keys)}.");
        }

        if (!Texts.TimeZones.Knows(timeZone))
        {
            faults.Add("--time-zone must be an IANA name such as Europe/Amsterdam.");
        }

        if (faults.Count > 0)
        {
            return Fail([.. faults]);
        }

        var password = SecretInput.Read("Password (12 to 256 characters): ");
        if (passwordRules.FaultOf(password, tidyEmail!, tidyName!) is { } fault)
        {
            return Fail(fault);
        }

        var asked = new NewAdministrator(tidyAccount!, language, timeZone, tidyName!, tidyEmail!);
        var hash = hasher.HashPassword(new() { Name = "" }, password);
        var done = await contexts.WriteAcrossAccountsAsync<string?>(
            async db =>
            {
                var now = clock.GetUtcNow();
                return await asked.AddAsync(db, hash, now) is var (who, isNew)
                    ? $"{tidyName} administers {(isNew ? "the new account" : "the account")} {tidyAccount} and can sign in as {tidyEmail}."
                        + await LetInAsync(db, who, now)
                    : null;
            },
            keeps: result => result is not null);
        return done is null ? Fail($"There is an operator with the address {tidyEmail} already.") : Succeed(done);
    }

    private async Task<int> ResetTwoFactorAsync(string email, string reason)
    {
        if (!Entry.TryReason(reason, out var tidyReason))
        {
            return Fail("--reason must be at most 200 characters, without control characters.");
        }

        var normalized = email.ToUpperInvariant();
        var answer = await contexts.WriteAcrossAccountsAsync(async db =>
        {
            var who = await db.Operators.Include(person => person.Authenticator).SingleOrDefaultAsync(person => person.NormalizedEmail == normalized);
            if (who is null)
            {
                return (Done: false, Text: $"There is no operator with the address {email}.");
            }

            if (who.Authenticator is null)
            {
                return (Done: false, Text: $"{who.Name} has nothing set up; there is nothing to erase.");
            }

            var now = clock.GetUtcNow();
            var ended = await enrollments.ResetAsync(db, who, now);
            AuditLog.RecordCommand(db, who.AccountId, AuditAction.TwoFactorReset, now, who, reason: tidyReason);
            var account = await db.Accounts.SingleAsync(row => row.Id == who.AccountId);
            outbox.Queue(db, account, who, new SecurityNotice(NoticeKind.TwoFactorReset, now, AuditLog.CommandLine));
            db.Announce(who.AccountId, who.Id);
            return (Done: true, Text: $"{who.Name}'s key is erased; sessions ended: {ended}.{await LetInAsync(db, who, now)}");
        });
        return answer.Done ? Succeed(answer.Text) : Fail(answer.Text);
    }

    private async Task<int> SetUpLinkAsync(string email)
    {
        var normalized = email.ToUpperInvariant();
        var answer = await contexts.WriteAcrossAccountsAsync(async db =>
        {
            var who = await db.Operators.SingleOrDefaultAsync(person => person.NormalizedEmail == normalized);
            if (who is null)
            {
                return (Done: false, Text: $"There is no operator with the address {email}.");
            }

            return await setUpLinks.PrintAsync(db, who.Id) is { } address
                ? (Done: true, Text: address.ToString())
                : (Done: false, Text: $"{who.Name} has something set up already, cannot sign in with a password, or has a setting that asks for no code.");
        });
        return answer.Done ? Succeed(answer.Text) : Fail(answer.Text);
    }

    private async Task<int> TurnOffSsoAsync(string typed, string email)
    {
        if (!SignInName.TryParse(typed, out var name))
        {
            return Fail($"No account has single sign-on by the name {typed}.");
        }

        var normalized = email.ToUpperInvariant();
        var answer = await contexts.WriteAcrossAccountsAsync(
            async db =>
            {
                var settings = await db.SingleSignOns.SingleOrDefaultAsync(row => row.Name == name);
                if (settings is null)
                {
                    return (Done: false, Text: $"No account has single sign-on by the name {name}.");
                }

                var who = email.Length == 0 ? null : await db.Operators.SingleOrDefaultAsync(person =>
                    person.AccountId == settings.AccountId && person.NormalizedEmail == normalized
                    && person.Role == OperatorRole.Administrator && person.State == OperatorState.Active);
                if (email.Length > 0 && who is null)
                {
                    return (Done: false, Text: $"The account has no active administrator with the address {email}.");
                }

                var now = clock.GetUtcNow();
                var account = await db.Accounts.SingleAsync(row => row.Id == settings.AccountId);
                if (settings.IsOn)
                {
                    if (account.DefaultLoginOptions != LoginOptions.Password)
                    {
                        AuditLog.RecordCommand(db, account.Id, AuditAction.DefaultLoginOptionsChanged, now, before: account.DefaultLoginOptions.ToString(), after: nameof(LoginOptions.Password));
                    }

                    SingleSignOnSettings.TurnOff(settings, account);
                    AuditLog.RecordCommand(db, account.Id, AuditAction.SingleSignOnTurnedOff, now, before: settings.Issuer);
                    db.Announce(account.Id, null);
                    foreach (var administrator in await db.Operators.Where(person => person.AccountId == account.Id
                        && person.Role == OperatorRole.Administrator && person.State == OperatorState.Active).ToListAsync())
                    {
                        outbox.Queue(db, account, administrator, new SecurityNotice(NoticeKind.SingleSignOnTurnedOff, now, AuditLog.CommandLine, Before: settings.Issuer));
                    }
                }

                var link = who is null ? null : await GiveBackPasswordAsync(db, account, who, now);
                await db.SaveChangesAsync();
                var hint = await Gestures.HasWayInAsync(db, account.Id, now) || link is not null
                    ? ""
                    : $" No administrator can sign in now: run {TurnOffSso} once more with --email, or {CreateAdministrator}.";
                return (Done: true, Text: $"Single sign-on of {account.Name} is off.{hint}{(link is null ? "" : $"{Environment.NewLine}{link}")}");
            },
            keeps: result => result.Done);
        return answer.Done ? Succeed(answer.Text) : Fail(answer.Text);
    }

    // As if an administrator had opened that way, but for the mail with the link: whoever runs the server hands it over.
    private async Task<Uri> GiveBackPasswordAsync(PortalDbContext db, Account account, Operator who, DateTimeOffset now)
    {
        if (!who.LoginOptions.HasFlag(LoginOptions.Password))
        {
            outbox.Queue(db, account, who, new SecurityNotice(
                NoticeKind.LoginOptionsChanged, now, AuditLog.CommandLine, Before: who.LoginOptions.ToString(), After: nameof(LoginOptions.Password)));
            AuditLog.RecordCommand(db, who.AccountId, AuditAction.LoginOptionsChanged, now, who, who.LoginOptions.ToString(), nameof(LoginOptions.Password));
            who.LoginOptions = LoginOptions.Password;
            if (who.SsoSubject is not null)
            {
                AuditLog.RecordCommand(db, who.AccountId, AuditAction.IdentityReleased, now, who, before: $"{who.SsoSubject} at {who.SsoIssuer}");
                who.Release();
            }
        }

        await outbox.CancelAsync(db, who.Id, ChoosePasswordLetter.Name);
        await outbox.CancelAsync(db, who.Id, PasswordLetter.Name);
        var link = await links.AddAsync(db, who, LinkPurpose.PasswordReset, OneTimeLinks.PasswordLife);
        links.HandOver(link);
        AuditLog.RecordCommand(db, who.AccountId, AuditAction.LinkHandedOver, now, who, after: nameof(LinkPurpose.PasswordReset));
        db.Announce(who.AccountId, who.Id);
        return links.AddressOf(link.Id);
    }

    // Where no administrator is left who could sign in, no page could ever mend it: the one at hand is asked for no code, and told so.
    private async Task<string> LetInAsync(PortalDbContext db, Operator who, DateTimeOffset now)
    {
        await db.SaveChangesAsync();
        if (who is not { Role: OperatorRole.Administrator, State: OperatorState.Active } || await Gestures.HasWayInAsync(db, who.AccountId, now))
        {
            return "";
        }

        var former = who.PolicyOverride;
        AuditLog.RecordCommand(db, who.AccountId, AuditAction.OverrideChanged, now, who, who.OverrideAt(now)?.ToString(), nameof(TwoFactorPolicy.Optional));
        who.SetOverride(TwoFactorPolicy.Optional, now, byId: null);
        var account = await db.Accounts.SingleAsync(row => row.Id == who.AccountId);
        outbox.Queue(db, account, who, new SecurityNotice(
            NoticeKind.OverrideChanged, now, AuditLog.CommandLine, Before: former?.ToString(), After: nameof(TwoFactorPolicy.Optional)));
        return $" No administrator could have signed in, so {who.Name}'s own setting is Optional now: sign in, scan the QR code, then end the override.";
    }

    private async Task<int> SeedAsync(int count, int number, string? accountName)
    {
        string? account = null;
        var faults = new List<string>();
        if (count is < 1 or > MostToSeed)
        {
            faults.Add($"--count must be 1 to {MostToSeed}.");
        }

        if (accountName is not null && !Entry.TryName(accountName, out account))
        {
            faults.Add("--account must be a name of 1 to 100 characters.");
        }

        if (faults.Count > 0)
        {
            return Fail([.. faults]);
        }

        var bar = new ProgressBar(Console.Out, isTerminal: !Console.IsOutputRedirected);
        if (await seed.SeedAsync(count, number, account, bar.Show) is not { } seeded)
        {
            return Fail("There is no account yet: name one with --account, and it is made.");
        }

        var example = seeded.Example is null ? "" : $", such as {seeded.Example}";
        return Succeed($"Added to {(seeded.IsNew ? "the new account " : "")}{seeded.Account}: {count} operators. " + (seeded.Password is null
            ? "They have no password: nobody can sign in as them."
            : $"Those who sign in with a password have {seeded.Password}{example}."));
    }

    private async Task<int> MoveAsync(string to)
    {
        if (!DatabaseOptionsValidator.IsPostgres(to))
        {
            return Fail("--to must be a connection string of PostgreSQL, such as \"Host=db.example.com;Database=portal;Username=portal;Password=…\".");
        }

        var moved = await move.MoveAsync(to, new ProgressBar(Console.Out, isTerminal: !Console.IsOutputRedirected).Show);
        return moved.Fault is { } fault
            ? Fail(fault, "Nothing was moved.")
            : Succeed($"Moved and read again: {moved.Rows} rows of {moved.Tables} tables. Set Database:Provider to {nameof(DatabaseProvider.Postgres)} and ConnectionStrings:Portal to the new database, and start the server.");
    }

    private async Task<int> BackupAsync(string? to)
    {
        var written = await backups.WriteAsync(to, new ProgressBar(Console.Out, isTerminal: !Console.IsOutputRedirected).Show);
        if (written.Faults.Count > 0)
        {
            return Fail([.. written.Faults, "No backup was written."]);
        }

        Console.WriteLine($"{written.Path}: {written.Rows} rows, read again from it; every key in it opens. Keep it elsewhere, and the master key apart from it.");
        if (written.RecordFaults.Count == 0)
        {
            return Succeed("The audit log in it is as it was sealed.");
        }

        Fail([.. written.RecordFaults, "The backup holds the audit log as it is. See what check says of it; earlier backups hold what it was."]);
        return WithFaults;
    }

    private async Task<int> RestoreAsync(string from, bool acceptsRecordFaults)
    {
        var restored = await restores.RestoreAsync(from, acceptsRecordFaults, new ProgressBar(Console.Out, isTerminal: !Console.IsOutputRedirected).Show);
        if (restored.Label is not { } label)
        {
            return Fail([.. restored.Faults, "Nothing was restored, and nothing changed."]);
        }

        Console.WriteLine($"Restored what was there at {Instant(label.At)}: {restored.Rows} rows. Sessions ended: {restored.Sessions}; links that work no longer: {restored.Links}.");
        foreach (var accepted in restored.RecordFaults)
        {
            Console.WriteLine($"Accepted, and written to the audit log: {accepted}");
        }

        Console.WriteLine("What was done since is undone: settings, resets and deactivations come back as they were then, and so do recovery codes that were used since. Look through what has to be done again.");
        return Succeed(restored.Former is { } former ? $"The former database is {former}. Start the server." : "Start the server. On other nodes delete last-seal in the data directory first.");
    }

    private async Task<int> RotateKeyAsync()
    {
        var rotated = await rotation.RotateAsync();
        return rotated.Fault is { } fault
            ? Fail(fault, "Nothing was changed.")
            : Succeed($"There is a new master key; encrypted anew: {rotated.Keys} authenticator keys. Links that work no longer: {rotated.Links}. Copy the file to every node before it is started, and keep a copy: former keys stand in it too, for backups and seals that are older.");
    }

    private async Task<int> CheckAsync()
    {
        await using var db = contexts.AcrossAccounts();
        var faults = (await contexts.Engine.FaultsAsync(db, CancellationToken.None)).Select(line => $"Database: {line}").ToList();
        var keys = await db.Authenticators.AsNoTracking().ToListAsync();
        foreach (var authenticator in keys.Where(authenticator => !protection.TryUnprotect(authenticator, out _)))
        {
            var who = await db.Operators.SingleAsync(person => person.Id == authenticator.OperatorId);
            faults.Add($"The key of {who.Email} cannot be read: that operator cannot sign in. Restore the right master key, or run: reset-two-factor --email {who.Email}");
        }

        foreach (var settings in (await db.SingleSignOns.AsNoTracking().ToListAsync()).Where(row => row.ProtectedSecret is not null && providerSecrets.Open(row) is null))
        {
            faults.Add($"The client secret of single sign-on {settings.Name} cannot be read: restore the right master key, or enter the secret anew.");
        }

        var record = await seals.CheckAsync();
        faults.AddRange(FaultsOf(record));
        Console.WriteLine(SealedLine(record));
        return faults.Count > 0
            ? Fail([.. faults])
            : Succeed($"Settings, master key and database are sound; {keys.Count} stored keys can be read.");
    }

    // Said in any case: whoever keeps number and time of the last seal elsewhere notices when the end of the record was cut off with it.
    private static string SealedLine(SealReport record) => record.Last is { } last
        ? $"Audit log: {record.Sealed} entries are sealed, the last by seal {last.Number} of {Instant(last.At)}; {record.Unsealed} wait for theirs."
        : $"Audit log: nothing is sealed yet; {record.Unsealed} entries wait for the server to seal them.";

    private static IEnumerable<string> FaultsOf(SealReport record)
    {
        if (record.FirstBroken is { } broken)
        {
            var when = broken.At is { } at ? $" of {Instant(at)}" : "";
            var others = record.Broken > 1 ? $" Seals that do not hold: {record.Broken}; this is the first." : "";
            yield return $"Audit log: seal {broken.Number}{when}, entries {broken.FirstEntry} to {broken.LastEntry}, does not hold: {Words(broken.Fault)}{others}";
        }

        if (record.CutAtEnd is { } cut)
        {
            yield return $"Audit log: entries {cut.First} to {cut.Last} at the end were written and are missing.";
        }

        if (!record.RefusesChanges)
        {
            yield return "Audit log: the database no longer refuses to change, delete or replace entries and seals: a trigger is missing, or is not the one that Portal made.";
        }

        if (record.Memory is { Fault: MemoryFault.SealGone, Seal: { } gone })
        {
            yield return $"Audit log: seal {gone.Number} of {Instant(gone.At)}, the last that this server remembers, is no longer in the database: "
                + $"the end of the log was cut off, or an older backup was restored. {Accept("If it was you who restored it")}";
        }
        else if (record.Memory.Fault == MemoryFault.NotOurs)
        {
            yield return $"Audit log: what this server remembers of the last seal was changed, or was written under another master key. {Accept("If you know why")}";
        }

        string Accept(string condition) => $"{condition}, delete {record.Memory.FilePath}: the server remembers anew from its next seal on.";

        static string Words(SealFault fault) => fault switch
        {
            SealFault.Changed => "an entry was changed after it was sealed.",
            SealFault.EntryMissing => "an entry is missing.",
            SealFault.EntryAdded => "an entry was slipped in.",
            SealFault.SealMissing => "the seal is missing.",
            SealFault.NotOurs => "it was not made under this installation's master key.",
            SealFault.ChangedOrNotOurs => "an entry was changed after it was sealed, or the seal was not made under this installation's master key.",
        };
    }

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static int Succeed(string text)
    {
        Console.WriteLine(text);
        return 0;
    }

    private static int Fail(params string[] lines)
    {
        foreach (var line in lines)
        {
            Console.Error.WriteLine(line);
        }

        return 1;
    }
}

using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.SignIn;

namespace Portal.Operations;

/// <summary>What came of it.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="IsNew">Whether it was made for them.</param>
/// <param name="Password">The password of those who have one; <see langword="null"/> when none has.</param>
/// <param name="Example">The address of an administrator whom the password alone lets in.</param>
public sealed record Seeded(string Account, bool IsNew, string? Password, string? Example);

/// <summary>Adds operators who are made up, by the thousand, with a past: to try the portal with as many as there will be.</summary>
/// <remarks>
/// Names, addresses and what has happened come of the seed alone. Keys, stamps and links are random all the same: nobody who
/// knows the seed knows a key. Outside Development none of them has a password.
/// </remarks>
public sealed class SeedOperators(
    PortalContexts contexts, IPasswordHasher<Operator> hasher, KeyProtection protection, OneTimeLinks links, IHostEnvironment environment, TimeProvider clock)
{
    private const int OperatorsAtOnce = 4_000;
    private const int EntriesAtOnce = 20_000;

    // As many days as the chart shows, today among them.
    private const int Days = 26 * 7;

    private static readonly TwoFactorStatus[] Statuses = Enum.GetValues<TwoFactorStatus>();

    /// <summary>Adds them; <see langword="null"/> when there is no account, and no name to make one by.</summary>
    /// <param name="count">How many.</param>
    /// <param name="seed">What they come of. Running it again adds others.</param>
    /// <param name="accountName">The account; else the first.</param>
    /// <param name="progress">Is told how much is done, from 0 to 1.</param>
    public async Task<Seeded?> SeedAsync(int count, int seed, string? accountName, Action<double>? progress = null)
    {
        if (await BeginAsync(count, accountName) is not { } start)
        {
            return null;
        }

        var random = new Random(unchecked((seed * 1_000_003) + (start.Former * 7_919)));
        var people = SeedPeople.Make(count, random, start.Taken, start.Now, start.Zone);
        var history = SeedHistory.Of(people, random);
        var steps = (double)(people.Length + history.Count);
        for (var from = 0; from < people.Length; from += OperatorsAtOnce)
        {
            var part = people.AsMemory(from, Math.Min(OperatorsAtOnce, people.Length - from));
            var rows = part.ToArray().AsParallel().AsOrdered().Select(person => RowsOf(start, history, person)).ToList();
            await contexts.WriteAcrossAccountsAsync(db => InsertAsync(db, start, rows));
            progress?.Invoke((from + part.Length) / steps);
        }

        for (var first = 0; first < history.Count; first += EntriesAtOnce)
        {
            var (from, to) = (first, Math.Min(first + EntriesAtOnce, history.Count));
            await contexts.WriteAcrossAccountsAsync(db => InsertAsync(db, start, history, from, to));
            progress?.Invoke((people.Length + to) / steps);
        }

        await contexts.WriteAsync(start.Account.Id, db => CoverAsync(db, start, people));
        progress?.Invoke(1);
        return new(
            start.Account.Name,
            start.IsNew,
            start.PasswordHash is null ? null : DemoPeople.Password,
            people.FirstOrDefault(person => person is { Role: OperatorRole.Administrator, State: OperatorState.Active, SetUpAt: null, Override: null, LoginOptions: LoginOptions.Password })?.Email);
    }

    // Written down first: whatever comes of it, the record says that it was begun.
    private Task<Start?> BeginAsync(int count, string? accountName) => contexts.WriteAcrossAccountsAsync<Start?>(
        async db =>
        {
            var now = clock.GetUtcNow();
            var account = await db.Accounts.OrderBy(row => row.CreatedAt).FirstOrDefaultAsync(row => accountName == null || row.Name == accountName);
            var isNew = account is null;
            if (account is null)
            {
                if (accountName is null)
                {
                    return null;
                }

                account = new() { Name = accountName, Language = Texts.Languages.Default, TimeZone = "UTC", CreatedAt = now };
                db.Accounts.Add(account);
                AuditLog.RecordCommand(db, account.Id, AuditAction.AccountCreated, now, after: account.Name);
            }

            var former = await db.AuditEntries.CountAsync(entry => entry.Action == nameof(AuditAction.OperatorsSeeded));
            AuditLog.RecordCommand(db, account.Id, AuditAction.OperatorsSeeded, now, after: count.ToString(CultureInfo.InvariantCulture));
            db.Announce(account.Id, null);
            return new(
                account,
                isNew,
                former,
                now,
                TimeZoneInfo.FindSystemTimeZoneById(account.TimeZone),
                (await db.Operators.Where(person => person.NormalizedEmail != null).Select(person => person.NormalizedEmail!).ToListAsync()).ToHashSet(),
                await db.SingleSignOns.AsNoTracking().SingleOrDefaultAsync(row => row.AccountId == account.Id),

                // One hash for all: the password is the same, and known to everybody.
                environment.IsDevelopment() ? hasher.HashPassword(new() { Name = "" }, DemoPeople.Password) : null);
        },
        keeps: start => start is not null);

    private (Operator Who, Authenticator? Key, OneTimeLink? Invitation) RowsOf(Start start, SeedHistory history, SeedPerson person)
    {
        var who = NewOperators.Create(start.Account.Id, person.Name, person.Email, person.Role, person.CreatedAt);
        who.Id = person.Id;
        who.SearchKey = SearchKey.Of(who.Name, who.Email);
        (who.State, who.LoginOptions, who.Language) = (person.State, person.LoginOptions, person.Language);
        (who.LastSignInAt, who.LastSignInWith) = (person.SignIns.Length == 0 ? null : person.SignIns[^1], person.LastSignInWith);
        who.EmailConfirmed = person.State != OperatorState.Invited;
        who.PasswordHash = who.State != OperatorState.Invited && who.LoginOptions.HasFlag(LoginOptions.Password) ? start.PasswordHash : null;
        if (person.Override is not null)
        {
            who.SetOverride(person.Override, person.OverrideAt!.Value, history.AdministratorAt(person.OverrideAt.Value, person)?.Id, person.OverrideUntil);

            // Nobody is reminded of what was made up: its mails would go to addresses that nobody has.
            (who.PolicyOverrideReason, who.PolicyOverrideToldUntil) = (person.OverrideReason, person.OverrideUntil);
        }

        if (person.LastSignInWith == SignInMethod.SingleSignOn && start.Provider is { Issuer: { } issuer, ClientId: { } client })
        {
            who.Bind(issuer, client, $"seeded-{who.Id:N}", person.AcceptedAt!.Value);
        }

        return (who, person.SetUpAt is { } setUp ? KeyOf(who, setUp) : null, who.State == OperatorState.Invited ? InvitationOf(who, history.AdministratorAt(who.CreatedAt, person)?.Id) : null);
    }

    private Authenticator KeyOf(Operator who, DateTimeOffset setUp)
    {
        var id = Guid.CreateVersion7(setUp);
        who.KeyGeneration = 1;
        return new()
        {
            Id = id,
            AccountId = who.AccountId,
            OperatorId = who.Id,
            ProtectedKey = protection.Protect(who.AccountId, who.Id, id, who.KeyGeneration, AuthenticatorKey.Create()),
            Generation = who.KeyGeneration,
            LastAcceptedTimeStep = TotpVerifier.StepAt(who.LastSignInWith == SignInMethod.PasswordAndCode ? who.LastSignInAt!.Value : setUp),
            ConfirmedAt = setUp,
        };
    }

    // As if each had been handed over when it was made.
    private OneTimeLink InvitationOf(Operator who, Guid? byId)
    {
        var id = Guid.CreateVersion7(who.CreatedAt);
        return new()
        {
            Id = id,
            AccountId = who.AccountId,
            OperatorId = who.Id,
            Purpose = LinkPurpose.Invitation,
            TokenHash = SecretToken.HashOf(links.TokenOf(id)),
            CreatedAt = who.CreatedAt,
            LifeMinutes = (int)OneTimeLinks.InvitationLife.TotalMinutes,
            ExpiresAt = who.CreatedAt + OneTimeLinks.InvitationLife,
            CreatedById = byId,
        };
    }

    private async Task<int> InsertAsync(PortalDbContext db, Start start, List<(Operator Who, Authenticator? Key, OneTimeLink? Invitation)> rows)
    {
        await contexts.Engine.PrepareForManyAsync(db);
        using var operators = new MassInsert<Operator>(db);
        using var keys = new MassInsert<Authenticator>(db);
        using var invitations = new MassInsert<OneTimeLink>(db);
        foreach (var (who, key, invitation) in rows)
        {
            operators.Add(who);
            if (key is not null)
            {
                keys.Add(key);
            }

            if (invitation is not null)
            {
                invitations.Add(invitation);
            }
        }

        db.Announce(start.Account.Id, null, counts: true);
        return rows.Count;
    }

    private async Task<int> InsertAsync(PortalDbContext db, Start start, SeedHistory history, int from, int to)
    {
        await contexts.Engine.PrepareForManyAsync(db);
        var first = await db.AuditGuard.TakeNumbersAsync(to - from);
        using var entries = new MassInsert<AuditEntry>(db);
        for (var which = from; which < to; which++)
        {
            entries.Add(history.EntryOf(which, first + which - from, start.Account.Id));
        }

        db.Announce(start.Account.Id, null);
        return to - from;
    }

    // Each day as it would have been recorded then, of those who are made up; everybody else counts as they are now, from the day
    // on which they came. A day that is recorded already gets the new ones added.
    private async Task<int> CoverAsync(PortalDbContext db, Start start, SeedPerson[] people)
    {
        var accountDefault = await db.Accounts.Select(account => account.DefaultPolicy).SingleAsync();
        var now = clock.GetUtcNow();
        var today = DayOf(now);
        var first = today.AddDays(1 - Days);
        var seeded = new int[Statuses.Length, Days];
        foreach (var person in people)
        {
            Note(person);
        }

        var ids = people.Select(person => person.Id).ToHashSet();
        var everybody = await db.Operators.Where(person => person.State != OperatorState.Deactivated)
            .Select(person => new
            {
                person.Id,
                person.CreatedAt,
                person.LoginOptions,
                Own = person.PolicyOverrideUntil <= now ? person.PolicyOverrideAfter : person.PolicyOverride,
                IsSetUp = person.Authenticator != null,
            })
            .ToListAsync();
        var (others, asItIs) = (new int[Statuses.Length, Days], new int[Statuses.Length, Days]);
        foreach (var person in everybody)
        {
            var status = (int)EffectiveTwoFactor.For(accountDefault, person.Own, person.LoginOptions, person.IsSetUp).Status;
            asItIs[status, Days - 1]++;
            if (!ids.Contains(person.Id))
            {
                From(others, status, person.CreatedAt, 1);
            }
        }

        var known = await db.CoverageDays.Where(row => row.Day >= first).ToDictionaryAsync(row => row.Day);
        for (var day = 0; day < Days; day++)
        {
            var isKnown = known.TryGetValue(first.AddDays(day), out var row);
            if (row is null)
            {
                row = new() { AccountId = start.Account.Id, Day = first.AddDays(day) };
                db.CoverageDays.Add(row);
            }

            if (day == Days - 1)
            {
                Set(row, asItIs, day, adds: false);
                continue;
            }

            Set(row, seeded, day, adds: true);
            if (!isKnown)
            {
                Set(row, others, day, adds: true);
            }
        }

        db.Announce(start.Account.Id, null);
        return Days;

        DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, start.Zone).DateTime);

        // From one change to the next the status stays.
        void Note(SeedPerson person)
        {
            TwoFactorStatus? former = null;
            foreach (var at in new[] { person.CreatedAt, person.SetUpAt, person.OverrideAt, person.DeactivatedAt }.OfType<DateTimeOffset>().Order())
            {
                TwoFactorStatus? status = person.DeactivatedAt <= at ? null : EffectiveTwoFactor.For(
                    accountDefault, person.OverrideAt <= at ? person.Override : null, person.LoginOptions, person.SetUpAt <= at).Status;
                if (status != former)
                {
                    Count(former, -1);
                    Count(status, 1);
                    former = status;
                }

                void Count(TwoFactorStatus? which, int by)
                {
                    if (which is { } one)
                    {
                        From(seeded, (int)one, at, by);
                    }
                }
            }
        }

        void From(int[,] numbers, int status, DateTimeOffset at, int by)
        {
            for (var day = Math.Max(0, DayOf(at).DayNumber - first.DayNumber); day < Days; day++)
            {
                numbers[status, day] += by;
            }
        }
    }

    private static void Set(CoverageDay row, int[,] numbers, int day, bool adds)
    {
        int Of(TwoFactorStatus status) => numbers[(int)status, day];
        var keep = adds ? 1 : 0;
        row.Active = (keep * row.Active) + Of(TwoFactorStatus.Active);
        row.SetUpDue = (keep * row.SetUpDue) + Of(TwoFactorStatus.SetUpDue) + Of(TwoFactorStatus.SetUpDueWithPassword);
        row.NotSetUp = (keep * row.NotSetUp) + Of(TwoFactorStatus.NotSetUp);
        row.Paused = (keep * row.Paused) + Of(TwoFactorStatus.Paused);
        row.Disabled = (keep * row.Disabled) + Of(TwoFactorStatus.Disabled);
        row.SingleSignOn = (keep * row.SingleSignOn) + Of(TwoFactorStatus.HandledBySingleSignOn);
    }

    /// <summary>What there was before.</summary>
    private sealed record Start(
        Account Account, bool IsNew, int Former, DateTimeOffset Now, TimeZoneInfo Zone, HashSet<string> Taken, SingleSignOn? Provider, string? PasswordHash);
}

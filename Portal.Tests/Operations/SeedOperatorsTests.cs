using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting.Internal;
using Portal.Data;
using Portal.Domain;
using Portal.Operations;
using Portal.Security;
using Portal.SignIn;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Operations;

/// <summary>Operators by the thousand, made up: stored as the portal itself would have, and seen so by everything that reads them.</summary>
public sealed class SeedOperatorsTests(SeededCompany company) : IClassFixture<SeededCompany>
{
    private const int Count = SeededCompany.Count;
    private const string Name = SeededCompany.Name;

    private readonly PortalServices node = company.Node;
    private readonly Guid accountId = company.AccountId;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_are_as_many_and_as_mixed_as_a_company_is()
    {
        Assert.Equal((Name, true, null), (company.Answer.Account, company.Answer.IsNew, company.Answer.Password));
        Assert.Equal(1, company.Progress[^1]);
        Assert.Equal(company.Progress.Order(), company.Progress);
        await using var db = node.Contexts.For(accountId);
        var people = await db.Operators.AsNoTracking().Include(person => person.Authenticator).ToListAsync(Cancellation);
        Assert.Equal(Count, people.Count);
        Assert.All(
            [
                (0.55, people.Count(person => person.Authenticator is not null)),
                (0.08, people.Count(person => person.PolicyOverride is not null)),
                (0.06, people.Count(person => person.State == OperatorState.Invited)),
                (0.03, people.Count(person => person.State == OperatorState.Deactivated)),
                (0.10, people.Count(person => person.LoginOptions == LoginOptions.SingleSignOn)),
                (0.05, people.Count(person => person.LoginOptions == LoginOptions.Both)),
                (0.01, people.Count(person => person.Role == OperatorRole.Administrator)),
            ],
            ((double Part, int Found) share) => Assert.InRange(share.Found / (double)Count, share.Part * 0.6, share.Part * 1.4));
        Assert.All(Enum.GetValues<TwoFactorPolicy>(), policy => Assert.Contains(people, person => person.PolicyOverride == policy && person.PolicyOverrideUntil is not null && person.PolicyOverrideReason is not null));
        Assert.All(people, person => Assert.True(
            Entry.TryName(person.Name, out var name) && name == person.Name && Entry.TryEmail(person.Email, out var email) && email == person.Email
            && person.SearchKey == SearchKey.Of(person.Name, person.Email) && person.PasswordHash is null && person.LastSignInAt is null == person.LastSignInWith is null,
            person.Name));
        Assert.All([.. "áéöłşαمđ王к"], letter => Assert.Contains(people, person => person.Name.Contains(letter, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(people, person => person.Name.Contains("van der ", StringComparison.Ordinal));

        var now = node.Clock.GetUtcNow();
        Assert.All(people, person => Assert.True(person.CreatedAt > now.AddDays(-731) && person.CreatedAt < now && (person.LastSignInAt is null || (person.LastSignInAt <= now && (person.LastSignInAt > now.AddDays(-366) || person.State == OperatorState.Deactivated)))));
        Assert.Contains(people, person => person is { State: OperatorState.Active, LastSignInAt: null });
        foreach (var last in Enum.GetValues<LastSignInFilter>())
        {
            Assert.True(await db.Matching(new() { LastSignIn = last }, TwoFactorPolicy.Optional, now).AnyAsync(Cancellation), last.ToString());
        }
    }

    [Fact]
    public async Task Each_row_is_stored_in_the_form_that_the_portal_gives_it()
    {
        await using var other = await PortalServices.CreateAsync();
        await using var db = node.Contexts.AcrossAccounts();
        var account = await db.Accounts.AsNoTracking().SingleAsync(Cancellation);
        var people = await db.Operators.AsNoTracking().Where(person => person.PolicyOverrideUntil != null || person.State == OperatorState.Invited || person.LastSignInAt != null)
            .OrderBy(person => person.SecurityStamp).Take(400).ToListAsync(Cancellation);
        var ids = people.ConvertAll(person => person.Id);
        var keys = await db.Authenticators.AsNoTracking().Where(key => ids.Contains(key.OperatorId)).ToListAsync(Cancellation);
        var links = await db.Links.AsNoTracking().Where(link => ids.Contains(link.OperatorId)).ToListAsync(Cancellation);
        var days = await db.CoverageDays.AsNoTracking().ToListAsync(Cancellation);
        var entries = await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).Take(500).ToListAsync(Cancellation);
        await other.Contexts.WriteAcrossAccountsAsync(async written =>
        {
            written.Add(account);
            await written.SaveChangesAsync(Cancellation);
            written.AddRange([.. people, .. keys, .. links, .. days, .. entries]);
            return 0;
        });

        foreach (var (table, key) in new[] { ("Operators", "Id"), ("Authenticators", "Id"), ("Links", "Id"), ("CoverageDays", "Day"), ("AuditEntries", "Id") })
        {
            var (here, there) = (await RawAsync(node, table, key), await RawAsync(other, table, key));
            Assert.NotEmpty(there);
            Assert.All(there, row => Assert.Equal(row.Value, here[row.Key]));
        }
    }

    [Fact]
    public async Task Every_key_can_be_read_every_link_is_one_of_ours_and_pages_count_what_there_is()
    {
        await using var db = node.Contexts.For(accountId);
        var keys = await db.Authenticators.AsNoTracking().ToListAsync(Cancellation);
        Assert.All(keys, key => Assert.True(node.Get<KeyProtection>().TryUnprotect(key, out _)));
        Assert.Equal(keys.Count, keys.Select(key => Convert.ToHexString(key.ProtectedKey)).Distinct().Count());
        foreach (var link in await db.Links.AsNoTracking().ToListAsync(Cancellation))
        {
            Assert.Equal(link.Id, (await node.Get<OneTimeLinks>().FindAsync(db, node.Get<OneTimeLinks>().TokenOf(link.Id))).Link?.Id);
        }

        var account = (await node.Get<Snapshooter>().AccountAsync(accountId))!;
        var here = await db.Operators.CountAsync(person => person.State != OperatorState.Deactivated, Cancellation);
        Assert.Equal((here, here), (account.Counts.Total, account.Statuses.Values.Sum()));
        foreach (var (status, number) in account.Statuses)
        {
            Assert.Equal(number, await db.Matching(new() { Statuses = [status] }, account.Default, node.Clock.GetUtcNow()).CountAsync(Cancellation));
        }
    }

    [Fact]
    public async Task The_record_tells_their_past_in_the_order_of_time_and_that_they_were_made_up()
    {
        await using var db = node.Contexts.For(accountId);
        var entries = await db.AuditEntries.AsNoTracking().OrderBy(entry => entry.Id).ToListAsync(Cancellation);
        var people = await db.Operators.AsNoTracking().ToDictionaryAsync(person => person.Id, Cancellation);

        Assert.Equal([("AccountCreated", Name), ("OperatorsSeeded", Count.ToString(CultureInfo.InvariantCulture))], entries.Take(2).Select(entry => (entry.Action, entry.After!)));
        var past = entries[2..];
        Assert.Equal(past.OrderBy(entry => entry.At).Select(entry => entry.Id), past.Select(entry => entry.Id));
        Assert.All(past, entry => Assert.True(
            entry.At >= people[entry.SubjectId!.Value].CreatedAt && people[entry.SubjectId.Value].Name == entry.SubjectName
            && (entry.ActorId is { } actor ? people[actor].Name == entry.ActorName && people[actor].CreatedAt <= entry.At : entry.ActorName == "command line"),
            entry.Action));
        Assert.Equal(
            ["InvitationAccepted", "OperatorCreated", "OperatorDeactivated", "OperatorInvited", "OverrideChanged", "SignedIn", "TwoFactorSetUp"],
            past.Select(entry => entry.Action).Distinct().Order());
        foreach (var signIns in past.Where(entry => entry.Action == "SignedIn").GroupBy(entry => entry.SubjectId!.Value))
        {
            Assert.Equal((people[signIns.Key].LastSignInAt, people[signIns.Key].LastSignInWith.ToString()), (signIns.Last().At, signIns.Last().After));
        }
    }

    [Fact]
    public async Task Coverage_rises_day_by_day_over_26_weeks_and_ends_at_what_there_is_today()
    {
        var account = (await node.Get<Snapshooter>().AccountAsync(accountId))!;
        await using var db = node.Contexts.For(accountId);
        var days = await db.CoverageDays.AsNoTracking().OrderBy(row => row.Day).ToListAsync(Cancellation);

        Assert.Equal(Enumerable.Range(0, 26 * 7).Select(day => new DateOnly(2026, 11, 24).AddDays(day - (26 * 7) + 1)), days.Select(row => row.Day));
        int Of(TwoFactorStatus status) => account.Statuses.GetValueOrDefault(status);
        var today = days[^1];
        Assert.Equal(
            (Of(TwoFactorStatus.Active), Of(TwoFactorStatus.SetUpDue) + Of(TwoFactorStatus.SetUpDueWithPassword), Of(TwoFactorStatus.NotSetUp), Of(TwoFactorStatus.Paused), Of(TwoFactorStatus.Disabled), Of(TwoFactorStatus.HandledBySingleSignOn)),
            (today.Active, today.SetUpDue, today.NotSetUp, today.Paused, today.Disabled, today.SingleSignOn));
        var parts = days.ConvertAll(row => row.Active / (double)(row.Active + row.SetUpDue + row.NotSetUp + row.Paused + row.Disabled + row.SingleSignOn));
        Assert.InRange(parts[^1] - parts[0], 0.03, 0.3);
        Assert.All(parts.Zip(parts.Skip(1)), pair => Assert.InRange(pair.Second - pair.First, -0.02, 0.02));
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_people_and_running_it_again_adds_others()
    {
        const int First = 400;
        await using var one = await PortalServices.CreateAsync();
        await using var other = await PortalServices.CreateAsync();
        await SeedAsync(one, First, Name);
        await SeedAsync(other, First, Name);
        var (here, there) = (await FactsAsync(one), await FactsAsync(other));
        Assert.Equal(here, there);

        Assert.False((await SeedAsync(one, First, accountName: null))!.IsNew);

        var both = await FactsAsync(one);
        Assert.Equal(2 * First, both.Count);
        Assert.Empty(here.Except(both));
        Assert.True(both.Except(here).Count(fact => here.Any(former => former.Name == fact.Name)) < First / 2);
        await using var db = one.Contexts.AcrossAccounts();
        Assert.Equal(26 * 7, await db.CoverageDays.CountAsync(Cancellation));
        var account = (await one.Get<Snapshooter>().AccountAsync((await db.Accounts.SingleAsync(Cancellation)).Id))!;
        Assert.Equal(account.Statuses[TwoFactorStatus.Active], (await db.CoverageDays.OrderBy(row => row.Day).LastAsync(Cancellation)).Active);
    }

    [Fact]
    public async Task In_Development_they_sign_in_with_the_demo_password()
    {
        await using var other = await PortalServices.CreateAsync();
        var done = (await SeedAsync(other, 300, Name, "Development"))!;

        Assert.Equal(DemoPeople.Password, done.Password);
        await using var db = other.Contexts.AcrossAccounts();
        var hashes = await db.Operators.Where(person => person.State != OperatorState.Invited && person.LoginOptions != LoginOptions.SingleSignOn).Select(person => person.PasswordHash).Distinct().ToListAsync(Cancellation);
        Assert.NotNull(Assert.Single(hashes));
        Assert.False(await db.Operators.AnyAsync(person => (person.State == OperatorState.Invited || person.LoginOptions == LoginOptions.SingleSignOn) && person.PasswordHash != null, Cancellation));
    }

    [Fact]
    public async Task Open_pages_are_told_of_the_account_once_for_each_part_and_without_an_account_nothing_is_made()
    {
        await using var other = await PortalServices.CreateAsync();
        Assert.Null(await SeedAsync(other, 10, accountName: null));
        var account = await other.AddAccountAsync();
        var told = other.Get<AccountChanges>().CountOf(account.Id);

        await SeedAsync(other, 10, accountName: null);

        Assert.Equal(told + 4, other.Get<AccountChanges>().CountOf(account.Id));
    }

    [Fact]
    public void A_terminal_sees_a_bar_and_anybody_else_a_line_for_each_tenth()
    {
        using var terminal = new StringWriter();
        using var file = new StringWriter();
        foreach (var bar in new ProgressBar[] { new(terminal, isTerminal: true), new(file, isTerminal: false) })
        {
            for (var step = 0; step <= 1_000; step++)
            {
                bar.Show(step / 1_000.0);
            }
        }

        Assert.Equal(101, terminal.ToString().Split("\r[").Length - 1);
        Assert.Contains("\r[####################....................]  50 %", terminal.ToString(), StringComparison.Ordinal);
        Assert.EndsWith($"] 100 %{Environment.NewLine}", terminal.ToString(), StringComparison.Ordinal);
        Assert.Equal(["10 %", "20 %", "30 %", "40 %", "50 %", "60 %", "70 %", "80 %", "90 %", "100 %"], file.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Task<Seeded?> SeedAsync(PortalServices where, int count, string? accountName, string environment = "Testing") =>
        SeededCompany.SeedAsync(where, count, accountName, environment);

    private static async Task<List<(string Name, string Email, OperatorRole, OperatorState, LoginOptions, TwoFactorPolicy?, DateTimeOffset?, DateTimeOffset, bool)>> FactsAsync(PortalServices where)
    {
        await using var db = where.Contexts.AcrossAccounts();
        var people = await db.Operators.AsNoTracking().Include(person => person.Authenticator).OrderBy(person => person.SearchKey).ToListAsync(Cancellation);
        return people.ConvertAll(person => (
            person.Name, person.Email!, person.Role, person.State, person.LoginOptions, person.PolicyOverride, person.LastSignInAt, person.CreatedAt, person.Authenticator is not null));
    }

    // Each value with its form, as SQLite has it.
    private static async Task<Dictionary<string, string>> RawAsync(PortalServices where, string table, string key)
    {
        await using var connection = new SqliteConnection(where.Contexts.Engine.ConnectionString);
        await connection.OpenAsync(Cancellation);
        await using var columns = connection.CreateCommand();
        columns.CommandText = $"SELECT group_concat(printf('typeof(\"%w\") || '' '' || quote(\"%w\")', name, name), ' || '', '' || ') FROM pragma_table_info('{table}')";
        await using var rows = connection.CreateCommand();
        rows.CommandText = $"SELECT \"{key}\", {await columns.ExecuteScalarAsync(Cancellation)} FROM \"{table}\"";
        await using var reader = await rows.ExecuteReaderAsync(Cancellation);
        var found = new Dictionary<string, string>();
        while (await reader.ReadAsync(Cancellation))
        {
            found.Add(reader.GetValue(0).ToString()!, reader.GetString(1));
        }

        return found;
    }
}

/// <summary>A company of some thousands, made up once for all tests that only look.</summary>
public sealed class SeededCompany : IAsyncLifetime
{
    internal const int Count = 3_000;
    internal const string Name = "Example Company";

    internal PortalServices Node { get; private set; } = null!;

    internal Seeded Answer { get; private set; } = null!;

    internal Guid AccountId { get; private set; }

    internal List<double> Progress { get; } = [];

    public async ValueTask InitializeAsync()
    {
        Node = await PortalServices.CreateAsync();
        Answer = (await SeedAsync(Node, Count, Name, progress: Progress.Add))!;
        await using var db = Node.Contexts.AcrossAccounts();
        AccountId = (await db.Accounts.SingleAsync()).Id;
    }

    public ValueTask DisposeAsync() => Node.DisposeAsync();

    internal static Task<Seeded?> SeedAsync(PortalServices where, int count, string? accountName, string environment = "Testing", Action<double>? progress = null) => where
        .Create<SeedOperators>(new HostingEnvironment { EnvironmentName = environment, ContentRootPath = where.Directory })
        .SeedAsync(count, seed: 1, accountName, progress);
}

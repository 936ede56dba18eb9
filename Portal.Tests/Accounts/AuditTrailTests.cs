using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Portal.Accounts;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Operators;
using Portal.Tests.Support;

namespace Portal.Tests.Accounts;

/// <summary>Reading the record: page by page, filtered, and no more than one may.</summary>
[OnEachDatabase]
public sealed class AuditTrailTests : ExampleCompany
{
    private AuditTrail Trail => Node.Get<AuditTrail>();

    [Fact]
    public async Task Older_and_newer_lead_through_all_entries_newest_first_also_where_many_are_of_one_instant()
    {
        // Forty at a time in the same millisecond: a page ends among equals.
        for (var round = 0; round < 3; round++)
        {
            await WriteAsync(40, Ada, Anna);
            Node.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var actor = await Node.SignInAsync(Ada);
        var first = await Trail.PageAsync(actor, AuditFilter.None);
        var second = await Trail.PageAsync(actor, AuditFilter.None, before: first.Older);
        var third = await Trail.PageAsync(actor, AuditFilter.None, before: second.Older);

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(id => (long)id), IdsOf(first).Concat(IdsOf(second)).Concat(IdsOf(third)));
        Assert.Equal((null, null), (first.Newer, third.Older));
        Assert.Equal(IdsOf(second), IdsOf(await Trail.PageAsync(actor, AuditFilter.None, after: third.Newer)));
        Assert.Equal(IdsOf(first), IdsOf(await Trail.PageAsync(actor, AuditFilter.None, after: second.Newer)));
        var newest = AuditPosition.Of(first.Entries[0]);
        Assert.Equal(IdsOf(first), IdsOf(await Trail.PageAsync(actor, AuditFilter.None, after: newest)));
        Assert.Equal(0, await Trail.NewerAsync(actor, AuditFilter.None, newest));
        Assert.Equal(51, await Trail.NewerAsync(actor, AuditFilter.None, AuditPosition.Of(third.Entries[^1])));

        // The same for one person, who acted in some and was acted upon in others.
        await WriteAsync(60, Anna, null);
        var annas = new AuditFilter { PersonId = Anna.Id };
        first = await Trail.PageAsync(actor, annas);
        second = await Trail.PageAsync(actor, annas, before: first.Older);
        Assert.Equal(Enumerable.Range(81, 100).Reverse().Select(id => (long)id), IdsOf(first).Concat(IdsOf(second)));
        Assert.Equal(IdsOf(first), IdsOf(await Trail.PageAsync(actor, annas, after: second.Newer)));
    }

    [Theory]
    [InlineData("Élodie", "1,2")]
    [InlineData("elodie", "1,2")]
    [InlineData("LODI", "1,2")]
    [InlineData("100%", "3")]
    [InlineData("_", "")]
    [InlineData("command", "4")]
    [InlineData("COMMAND", "4")]
    [InlineData("nobody", "")]
    public async Task A_search_by_name_finds_who_acted_and_who_was_acted_upon_whatever_the_case_and_the_accents(string name, string expected)
    {
        var elodie = await Node.AddOperatorAsync(Account, "Élodie", email: "el@example.com");
        await WriteAsync(1, elodie, Anna);
        await WriteAsync(1, Ada, elodie);
        await WriteAsync(1, Ada, await Node.AddOperatorAsync(Account, "100% Bram", email: "bram@example.com"));
        await WriteAsync(1, null, Anna);

        var found = await Trail.PageAsync(await Node.SignInAsync(Ada), new() { Name = name });

        Assert.Equal(expected, string.Join(',', IdsOf(found).Order()));
    }

    [Fact]
    public async Task A_day_is_the_whole_day_where_the_account_is_and_an_action_is_that_action()
    {
        // In Amsterdam the 25th of October 2026 has 25 hours: from 22:00 UTC on the day before to 23:00.
        var day = new DateTimeOffset(2026, 10, 24, 22, 0, 0, TimeSpan.Zero);
        foreach (var at in new[] { day.AddMilliseconds(-1), day, day.AddHours(25).AddMilliseconds(-1), day.AddHours(25) })
        {
            await WriteAsync(1, Ada, Anna, AuditAction.OperatorRenamed, at);
        }

        await WriteAsync(1, Ada, Anna, AuditAction.SignedIn, day.AddHours(3));
        var actor = await Node.SignInAsync(Ada);
        var sunday = new DateOnly(2026, 10, 25);

        Assert.Equal([3, 5, 2], IdsOf(await Trail.PageAsync(actor, new() { From = sunday, To = sunday })));
        Assert.Equal([3, 2], IdsOf(await Trail.PageAsync(actor, new() { From = sunday, To = sunday, Action = AuditAction.OperatorRenamed })));
        Assert.Equal([4], IdsOf(await Trail.PageAsync(actor, new() { From = sunday.AddDays(1) })));
        Assert.Equal([1], IdsOf(await Trail.PageAsync(actor, new() { To = sunday.AddDays(-1) })));
        Assert.Empty(IdsOf(await Trail.PageAsync(actor, new() { From = sunday, To = sunday.AddDays(-1) })));
    }

    [Fact]
    public async Task Whoever_is_no_administrator_reads_their_own_entries_and_not_from_where_another_acted()
    {
        await WriteAsync(1, Ada, Carla);
        await WriteAsync(1, Ada, Anna);
        await WriteAsync(1, Anna, Anna);
        var actor = await Node.SignInAsync(Anna);
        var own = new AuditFilter { PersonId = Anna.Id };

        var page = await Trail.PageAsync(actor, own);

        Assert.Equal([3, 2], IdsOf(page));
        Assert.Equal(("192.0.2.7", "", ""), (page.Entries[0].Address, page.Entries[1].Address, page.Entries[1].UserAgent));
        Assert.Null(page.Entries[1].SessionId);
        Assert.Empty((await Trail.PageAsync(actor, AuditFilter.None)).Entries);
        Assert.Empty((await Trail.PageAsync(actor, new() { PersonId = Carla.Id })).Entries);
        Assert.Equal(0, await Trail.NewerAsync(actor, AuditFilter.None, new(0, 0)));

        await Node.ChangeAsync(Anna, who => who.State = OperatorState.Deactivated);
        Assert.Empty((await Trail.PageAsync(actor, own)).Entries);
    }

    [Fact]
    public async Task Another_account_s_entries_are_nobody_s_here()
    {
        var other = await Node.AddAccountAsync(name: "Another Company");
        var xander = await Node.AddOperatorAsync(other, "Xander", OperatorRole.Administrator);
        await WriteAsync(1, Ada, Anna);
        await WriteAsync(1, xander, xander);

        Assert.Equal([1], IdsOf(await Trail.PageAsync(await Node.SignInAsync(Ada), AuditFilter.None)));
        Assert.Empty(IdsOf(await Trail.PageAsync(await Node.SignInAsync(Ada), new() { PersonId = xander.Id })));
        Assert.Equal([2], IdsOf(await Trail.PageAsync(await Node.SignInAsync(xander), AuditFilter.None)));
    }

    [Fact]
    [OnSqliteOnly("Each engine explains in words of its own how it answers, and PostgreSQL by how much there is.")]
    public async Task Every_way_to_ask_is_answered_by_an_index_in_its_order()
    {
        await WriteAsync(3, Ada, Anna);
        var actor = await Node.SignInAsync(Ada);
        var day = new DateOnly(2026, 11, 24);
        var place = new AuditPosition(Node.Clock.GetUtcNow().ToUnixTimeMilliseconds(), 2);
        AuditFilter[] filters =
        [
            AuditFilter.None, new() { Action = AuditAction.SignedIn }, new() { From = day, To = day }, new() { Action = AuditAction.SignedIn, From = day, To = day },
            new() { PersonId = Anna.Id }, new() { PersonId = Anna.Id, From = day, To = day }, new() { Name = "Anna" },
        ];

        foreach (var filter in filters)
        {
            var plans = await PlansOfAsync(async () =>
            {
                await Trail.PageAsync(actor, filter);
                await Trail.PageAsync(actor, filter, before: place);
                await Trail.NewerAsync(actor, filter, place);
            });

            Assert.NotEmpty(plans);
            Assert.All(plans, plan => Assert.Matches("^SEARCH a USING INDEX IX_AuditEntries_", plan));
        }
    }

    private static IEnumerable<long> IdsOf(AuditSheet sheet) => sheet.Entries.Select(entry => entry.Id);

    private Task<int> WriteAsync(int count, Operator? who, Operator? whom, AuditAction action = AuditAction.OperatorRenamed, DateTimeOffset? at = null) =>
        Node.Contexts.WriteAcrossAccountsAsync(db =>
        {
            for (var number = 0; number < count; number++)
            {
                if (who is null)
                {
                    AuditLog.RecordCommand(db, whom!.AccountId, action, at ?? Node.Clock.GetUtcNow(), whom);
                }
                else
                {
                    var actor = new Actor(who.Id, who.AccountId, Guid.CreateVersion7(), "192.0.2.7", "Tests");
                    AuditLog.Record(db, actor, who.Name, action, at ?? Node.Clock.GetUtcNow(), whom);
                }
            }

            return Task.FromResult(count);
        });

    // What the database says of how it answers each question about the record that is really asked.
    private async Task<List<string>> PlansOfAsync(Func<Task> ask)
    {
        using var asked = new Questions(Node.Contexts.Engine.ConnectionString);
        await ask();
        await using var file = new SqliteConnection(Node.Contexts.Engine.ConnectionString);
        await file.OpenAsync(TestContext.Current.CancellationToken);
        var plans = new List<string>();
        foreach (var (text, parameters) in asked.Asked)
        {
            await using var explain = file.CreateCommand();
            explain.CommandText = $"EXPLAIN QUERY PLAN {text}";
            explain.Parameters.AddRange(parameters.Select(parameter => new SqliteParameter(parameter.Name, parameter.Value)));
            await using var reader = await explain.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                plans.Add(reader.GetString(3));
            }
        }

        // The ids of a search by name stand in a list of their own.
        return [.. plans.Where(plan => !plan.Contains("LIST SUBQUERY", StringComparison.Ordinal) && !plan.Contains("json_each", StringComparison.Ordinal)
            && !plan.Contains(" p VIRTUAL", StringComparison.Ordinal))];
    }

    /// <summary>What is asked of the record in one database.</summary>
    private sealed class Questions : IObserver<System.Diagnostics.DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        private readonly string connectionString;
        private readonly List<IDisposable> subscriptions = [];

        public Questions(string connectionString)
        {
            this.connectionString = connectionString;
            subscriptions.Add(System.Diagnostics.DiagnosticListener.AllListeners.Subscribe(this));
        }

        public List<(string Text, List<(string Name, object? Value)> Parameters)> Asked { get; } = [];

        public void OnNext(System.Diagnostics.DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name)
            {
                subscriptions.Add(value.Subscribe(this, name => name == RelationalEventId.CommandExecuted.Name));
            }
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData { Command: var command } && command.Connection?.ConnectionString == connectionString
                && command.CommandText.Contains("FROM \"AuditEntries\"", StringComparison.Ordinal))
            {
                Asked.Add((command.CommandText, [.. command.Parameters.Cast<SqliteParameter>().Select(parameter => (parameter.ParameterName, parameter.Value))]));
            }
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }

        public void Dispose() => subscriptions.ForEach(subscription => subscription.Dispose());
    }
}

using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Portal.Data;
using Portal.Domain;
using Portal.Operations;
using Portal.Operators;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Benchmarks;

/// <summary>The list, the numbers and the click with a thousand operators and with a hundred thousand, each beside the same asked in SQL by hand.</summary>
public static class ThousandsPart
{
    /// <summary>The command that runs it with a million.</summary>
    public const string Million = "--million";

    private const int Few = 1_000;
    private const int Many = 100_000;
    private const int WarmUp = 5;
    private const int Runs = 31;

    private const string Columns =
        """
        o.Id, o.Name, o.Email, o.Role, o.State, o.LoginOptions, CASE WHEN o.PolicyOverrideUntil <= $now THEN o.PolicyOverrideAfter ELSE o.PolicyOverride END,
        a.Id IS NOT NULL, o.LastSignInAt
        FROM Operators o LEFT JOIN Authenticators a ON a.OperatorId = o.Id WHERE o.AccountId = $account AND o.State <> 3
        """;

    // Under the default Optional, which everybody here has: required by an own setting, and nothing set up.
    private const string IsDue = "o.LoginOptions <> 2 AND (CASE WHEN o.PolicyOverrideUntil <= $now THEN o.PolicyOverrideAfter ELSE o.PolicyOverride END) = 1 AND a.Id IS NULL";

    private const string Numbers =
        """
        SELECT o.LoginOptions, CASE WHEN o.PolicyOverrideUntil <= $now THEN o.PolicyOverrideAfter ELSE o.PolicyOverride END AS Own, o.State = 1 AS Invited, a.Id IS NOT NULL AS SetUp, count(*)
        FROM Operators o LEFT JOIN Authenticators a ON a.OperatorId = o.Id WHERE o.AccountId = $account AND o.State <> 3
        GROUP BY o.LoginOptions, Own, Invited, SetUp
        """;

    /// <summary>Measures with a thousand and a hundred thousand.</summary>
    public static Task<IReadOnlyList<Figure>> RunAsync() => RunAsync([Few, Many]);

    /// <summary>Measures with a million besides.</summary>
    public static Task<IReadOnlyList<Figure>> RunWithMillionAsync() => RunAsync([Few, Many, 1_000_000]);

    private static async Task<IReadOnlyList<Figure>> RunAsync(int[] sizes)
    {
        var figures = new List<Figure>();
        Samples? firstClick = null;
        foreach (var size in sizes)
        {
            await using var node = await PortalServices.CreateAsync();
            var begun = Stopwatch.GetTimestamp();
            await node.Create<SeedOperators>().SeedAsync(size, 1, "Example Company");
            var took = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            var n = size.ToString("N0", CultureInfo.InvariantCulture);
            figures.Add(new($"{n} operators: made up with their past", Figure.Of(took, "0.0", "s"), "", "60 s for 100,000", size == Many ? Figure.RatioOf(took, 60) : "–"));
            await using var all = node.Contexts.AcrossAccounts();
            var account = all.Accounts.Single();
            var actor = await node.SignInAsync(all.Operators.First(who => who.Role == OperatorRole.Administrator && who.State == OperatorState.Active));
            await using var hand = new Hand(node, account.Id);

            var first = await SideBySideAsync(List(node, actor, new(OperatorFilter.Everybody)), hand.Ask($"SELECT {Columns} ORDER BY o.SearchKey LIMIT 51", "SELECT count(*) FROM Operators o WHERE o.AccountId = $account AND o.State <> 3", Deactivated));
            figures.Add(Line($"{n} operators: first page by name", first));
            var edge = hand.Scalar("SELECT Id FROM Operators WHERE AccountId = $account AND State <> 3 ORDER BY SearchKey LIMIT 1 OFFSET " + (size * 9 / 10));
            var deep = await SideBySideAsync(List(node, actor, new OperatorListQuery(OperatorFilter.Everybody).From(Guid.Parse(edge))), List(node, actor, new(OperatorFilter.Everybody)));
            figures.Add(Line("  a page nine tenths down, against the first", deep));
            figures.Add(Line("  newest sign-ins first", await SideBySideAsync(
                List(node, actor, new(OperatorFilter.Everybody, OperatorOrder.LastSignIn, Descending: true)),
                hand.Ask($"SELECT {Columns} AND o.LastSignInAt IS NOT NULL ORDER BY o.LastSignInAt DESC, o.SearchKey DESC LIMIT 51", "SELECT count(*) FROM Operators o WHERE o.AccountId = $account AND o.State <> 3", Deactivated))));
            figures.Add(Line("  filtered: set-up due", await SideBySideAsync(
                List(node, actor, new(new() { Statuses = [TwoFactorStatus.SetUpDue, TwoFactorStatus.SetUpDueWithPassword] })),
                hand.Ask($"SELECT {Columns} AND {IsDue} ORDER BY o.SearchKey LIMIT 51", $"SELECT count(*) FROM Operators o LEFT JOIN Authenticators a ON a.OperatorId = o.Id WHERE o.AccountId = $account AND o.State <> 3 AND {IsDue}", Deactivated))));
            figures.Add(Line("  searched: \"van der\"", await SideBySideAsync(
                List(node, actor, new(new() { Search = "van der" })),
                hand.Ask($"SELECT {Columns} AND instr(o.SearchKey, 'VAN DER') > 0 ORDER BY o.SearchKey LIMIT 51", "SELECT count(*) FROM Operators o WHERE o.AccountId = $account AND o.State <> 3 AND instr(o.SearchKey, 'VAN DER') > 0", Deactivated))));
            figures.Add(Line("  sorted by status", await SideBySideAsync(
                List(node, actor, new(OperatorFilter.Everybody, OperatorOrder.Status)),
                hand.Ask(
                    $"SELECT {Columns} ORDER BY CASE WHEN o.LoginOptions = 2 THEN 6 WHEN a.Id IS NOT NULL AND coalesce(CASE WHEN o.PolicyOverrideUntil <= $now THEN o.PolicyOverrideAfter ELSE o.PolicyOverride END, 2) <> 3 THEN 3 WHEN coalesce(CASE WHEN o.PolicyOverrideUntil <= $now THEN o.PolicyOverrideAfter ELSE o.PolicyOverride END, 2) = 1 THEN o.LoginOptions / 2 WHEN coalesce(CASE WHEN o.PolicyOverrideUntil <= $now THEN o.PolicyOverrideAfter ELSE o.PolicyOverride END, 2) = 2 THEN 2 WHEN a.Id IS NOT NULL THEN 4 ELSE 5 END, o.SearchKey LIMIT 51",
                    "SELECT count(*) FROM Operators o WHERE o.AccountId = $account AND o.State <> 3",
                    Deactivated))));
            figures.Add(Line("  the numbers", await SideBySideAsync(
                async () =>
                {
                    await using var db = node.Contexts.For(account.Id);
                    await OperatorNumbers.ReadAsync(db, node.Clock.GetUtcNow());
                },
                hand.Ask(Numbers))));

            var click = await ClickAsync(node, account);
            firstClick ??= click;
            figures.Add(new(
                "  the click: saved", Figure.Of(click.Median, "0.00", "ms"), click.Spread("0.00"), $"{Figure.Of(firstClick.Median, "0.00", "ms")}, with {Few.ToString("N0", CultureInfo.InvariantCulture)}", Figure.RatioOf(click.Median, firstClick.Median)));
        }

        return figures;
    }

    private const string Deactivated = "SELECT count(*) FROM Operators o WHERE o.AccountId = $account AND o.State = 3";

    private static Func<Task> List(PortalServices node, Actor actor, OperatorListQuery query) =>
        () => node.Get<OperatorDirectory>().ReadAsync(actor, TwoFactorPolicy.Optional, query);

    private static Figure Line(string name, (Samples Ours, Samples Theirs) measured) => new(
        name,
        Figure.Of(measured.Ours.Median, "0.00", "ms"),
        measured.Ours.Spread("0.00"),
        Figure.Of(measured.Theirs.Median, "0.00", "ms"),
        Figure.RatioOf(measured.Ours.Median, measured.Theirs.Median));

    // In turn, so that whatever else the machine does falls on both.
    private static async Task<(Samples Ours, Samples Theirs)> SideBySideAsync(Func<Task> ours, Func<Task> theirs)
    {
        var (one, other) = (new List<double>(), new List<double>());
        for (var run = 0; run < WarmUp + Runs; run++)
        {
            var (mine, yours) = (await TimeAsync(ours), await TimeAsync(theirs));
            if (run >= WarmUp)
            {
                one.Add(mine);
                other.Add(yours);
            }
        }

        return (new(one), new(other));
    }

    private static async Task<double> TimeAsync(Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    // The whole of what an administrator waits for: the transaction, and the page's own state anew.
    private static async Task<Samples> ClickAsync(PortalServices node, Account account)
    {
        var actor = await node.SignInAsync(await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator));
        using var state = node.Create<TwoFactorState>();
        await state.LoadAsync(actor);
        var times = new List<double>();
        for (var run = 0; run < WarmUp + Runs; run++)
        {
            // Under Required she would have no way in, with nothing set up and nobody's mail delivered.
            var next = state.Account.Default == TwoFactorPolicy.Disabled ? TwoFactorPolicy.Optional : TwoFactorPolicy.Disabled;
            var took = await TimeAsync(async () => Assert.True((await state.SetDefaultAsync(next)).IsDone));
            if (run >= WarmUp)
            {
                times.Add(took);
            }

            node.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return new(times);
    }

    /// <summary>Statements written by hand, prepared once, their rows read and thrown away.</summary>
    private sealed class Hand : IAsyncDisposable
    {
        private readonly SqliteConnection connection;
        private readonly string account;
        private readonly long now;

        public Hand(PortalServices node, Guid accountId)
        {
            connection = new(node.Contexts.Engine.ConnectionString);
            connection.Open();
            (account, now) = (accountId.ToString().ToUpperInvariant(), node.Clock.GetUtcNow().ToUnixTimeMilliseconds());
        }

        public Func<Task> Ask(params string[] statements)
        {
            var commands = statements.Select(Prepare).ToList();
            return async () =>
            {
                foreach (var command in commands)
                {
                    await using var reader = await command.ExecuteReaderAsync();
                    var row = new object[reader.FieldCount];
                    while (await reader.ReadAsync())
                    {
                        reader.GetValues(row);
                    }
                }
            };
        }

        public string Scalar(string statement)
        {
            using var command = Prepare(statement);
            return (string)command.ExecuteScalar()!;
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();

        private SqliteCommand Prepare(string statement)
        {
            var command = connection.CreateCommand();
            command.CommandText = statement;
            command.Parameters.AddWithValue("$account", account);
            command.Parameters.AddWithValue("$now", now);
            command.Prepare();
            return command;
        }
    }
}

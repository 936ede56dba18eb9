using Portal.Data;

namespace Portal.Tests.Support;

/// <content>Which engine the running test uses.</content>
internal static partial class TestDatabase
{
    /// <summary>Of a run in which every test that does not say otherwise is to use PostgreSQL.</summary>
    private const string Variable = "PORTAL_DATABASE";

    /// <summary>The engine.</summary>
    public static DatabaseProvider Provider =>
        TestContext.Current.TestCase?.Traits.ContainsKey(DatabasesFramework.Trait) == true
        || nameof(DatabaseProvider.Postgres).Equals(Environment.GetEnvironmentVariable(Variable), StringComparison.OrdinalIgnoreCase)
            ? DatabaseProvider.Postgres
            : DatabaseProvider.Sqlite;
}

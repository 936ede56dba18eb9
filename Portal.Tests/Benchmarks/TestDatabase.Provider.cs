using Portal.Data;

namespace Portal.Tests.Support;

/// <content>Which engine is measured.</content>
internal static partial class TestDatabase
{
    /// <summary>The engine of what is begun next.</summary>
    public static DatabaseProvider Provider { get; set; } = DatabaseProvider.Sqlite;
}

using Microsoft.Data.Sqlite;

namespace Portal.Data;

/// <summary>The section <c>Database</c> of the settings, and the connection string that belongs to it.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>The engine: <c>Sqlite</c>.</summary>
    public string Provider { get; init; } = "";

    /// <summary><c>ConnectionStrings:Portal</c>. A relative file of SQLite stands in the data directory.</summary>
    public string ConnectionString { get; set; } = "";
}

/// <summary>Names every fault of the section at once.</summary>
public sealed class DatabaseOptionsValidator : FaultFinder<DatabaseOptions>
{
    /// <inheritdoc />
    protected override IEnumerable<string> Faults(DatabaseOptions options)
    {
        if (!options.Provider.Equals("Sqlite", StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Database:Provider is \"{options.Provider}\"; it must be Sqlite.";
        }
        else if (!IsSqlite(options.ConnectionString))
        {
            yield return "ConnectionStrings:Portal is not a connection string of SQLite; it must look like \"Data Source=portal.db\".";
        }
    }

    private static bool IsSqlite(string connectionString)
    {
        try
        {
            return new SqliteConnectionStringBuilder(connectionString).DataSource.Length > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

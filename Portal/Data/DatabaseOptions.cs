using Microsoft.Data.Sqlite;
using Npgsql;

namespace Portal.Data;

/// <summary>The engines that Portal knows.</summary>
public enum DatabaseProvider
{
    /// <summary>One file, for one machine.</summary>
    Sqlite,

    /// <summary>A server that several nodes share.</summary>
    Postgres,
}

/// <summary>The section <c>Database</c> of the settings, and the connection string that belongs to it.</summary>
public sealed class DatabaseOptions
{
    public const string Section = "Database";

    /// <summary>The engine: <c>Sqlite</c> or <c>Postgres</c>.</summary>
    public string Provider { get; init; } = "";

    /// <summary>The engine that is named; <see langword="null"/> for none that Portal knows.</summary>
    public DatabaseProvider? Known => Enum.GetValues<DatabaseProvider>().Cast<DatabaseProvider?>()
        .FirstOrDefault(each => Provider.Equals(each.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary><c>ConnectionStrings:Portal</c>. A relative file of SQLite stands in the data directory.</summary>
    public string ConnectionString { get; set; } = "";
}

/// <summary>Names every fault of the section at once.</summary>
public sealed class DatabaseOptionsValidator : FaultFinder<DatabaseOptions>
{
    /// <inheritdoc />
    protected override IEnumerable<string> Faults(DatabaseOptions options)
    {
        if (options.Known is not { } known)
        {
            yield return $"Database:Provider is \"{options.Provider}\"; it must be {nameof(DatabaseProvider.Sqlite)} or {nameof(DatabaseProvider.Postgres)}.";
        }
        else if (known == DatabaseProvider.Sqlite && !IsSqlite(options.ConnectionString))
        {
            yield return "ConnectionStrings:Portal is not a connection string of SQLite; it must look like \"Data Source=portal.db\".";
        }
        else if (known == DatabaseProvider.Postgres && !IsPostgres(options.ConnectionString))
        {
            yield return "ConnectionStrings:Portal is not a connection string of PostgreSQL; it must look like \"Host=db.example.com;Database=portal;Username=portal;Password=…\".";
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

    /// <summary>Whether a text is a connection string of PostgreSQL.</summary>
    public static bool IsPostgres(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString) is { Host.Length: > 0, Database.Length: > 0 };
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}

using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Portal.Data;

/// <summary>The one folder that holds what an installation keeps. Only its owner may look inside.</summary>
public sealed class DataDirectory
{
    /// <summary>Creates the folder when it is missing.</summary>
    public DataDirectory(IOptions<PortalOptions> options, IHostEnvironment environment)
    {
        Path = System.IO.Path.GetFullPath(options.Value.DataDirectory, environment.ContentRootPath);
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Path);
        }
        else
        {
            Directory.CreateDirectory(Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>The folder's full path.</summary>
    public string Path { get; }

    /// <summary>A path inside the folder, unless <paramref name="path"/> is absolute.</summary>
    public string Resolve(string path) => System.IO.Path.GetFullPath(path, Path);

    /// <summary>A connection string of SQLite whose file is in the folder, unless its path is absolute.</summary>
    public string ResolveSqlite(string connectionString)
    {
        var builder = new SqliteConnectionStringBuilder(connectionString);
        if (builder.Mode != SqliteOpenMode.Memory && !builder.DataSource.StartsWith(':'))
        {
            builder.DataSource = Resolve(builder.DataSource);
        }

        return builder.ToString();
    }
}

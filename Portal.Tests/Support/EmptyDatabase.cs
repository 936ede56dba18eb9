using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>A database as the migrations leave it. Made once for each run: every test begins with a copy instead of migrating its own.</summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<string>> Made = new(() => Task.Run(MakeAsync));

    /// <summary>Puts the database where a data directory has it.</summary>
    public static async Task CopyToAsync(string directory) => File.Copy(await Made.Value, FileIn(directory));

    private static string FileIn(string directory) => Path.Combine(directory, "portal.db");

    private static async Task<string> MakeAsync()
    {
        await using var node = PortalServices.Create();
        await node.Contexts.MigrateAsync();

        // All of it into the one file that is copied.
        await using var db = node.Contexts.AcrossAccounts();
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return FileIn(node.Directory);
    }
}

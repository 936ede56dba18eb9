using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Data;

namespace Portal.Operations;

/// <summary>What copying came to.</summary>
/// <param name="Rows">How many rows there are in the new database, each the same as in the old one.</param>
/// <param name="Tables">Of how many tables.</param>
/// <param name="Fault">Why the copy is not to be used; <see langword="null"/> when all is there.</param>
public sealed record Copied(long Rows, int Tables, string? Fault);

/// <summary>Copies an installation from one database to another, whichever engines they are, and reads every row again from both.</summary>
internal static class CopyDatabase
{
    private static readonly MethodInfo Copying = typeof(CopyDatabase).GetMethod(nameof(CopyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo Counting = typeof(CopyDatabase).GetMethod(nameof(CountRowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo Comparing = typeof(CopyDatabase).GetMethod(nameof(CompareAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Copies everything but the ring of keys.</summary>
    /// <param name="old">Read from, in a transaction that sees one moment.</param>
    /// <param name="new">Written to, in a transaction that is committed only without a fault.</param>
    /// <param name="progress">Is told how much is done, from 0 to 1.</param>
    public static async Task<Copied> RunAsync(PortalDbContext old, PortalDbContext @new, Action<double>? progress)
    {
        if (await @new.Accounts.AnyAsync() || await @new.AuditEntries.AnyAsync())
        {
            return new(0, 0, "There is an installation in the new database. It has to be an empty one.");
        }

        // What a program that was started there once has found out about its mail.
        await @new.MailDelivery.ExecuteDeleteAsync();

        var tables = TablesOf(old);
        var (rows, steps) = (0L, 0);
        foreach (var table in tables)
        {
            rows += await OfAsync<long>(Copying, table, old, @new);
            progress?.Invoke(++steps / (2.0 * tables.Count));
        }

        foreach (var table in tables)
        {
            if (await OfAsync<string?>(Comparing, table, old, @new) is { } fault)
            {
                return new(0, 0, fault);
            }

            progress?.Invoke(++steps / (2.0 * tables.Count));
        }

        // Numbers go on where they stood, also where the last entries of the old database are gone.
        var missing = await old.AuditGuard.HighestGivenAsync(CancellationToken.None) - await @new.AuditGuard.HighestGivenAsync(CancellationToken.None);
        if (missing > 0)
        {
            await @new.AuditGuard.TakeNumbersAsync((int)missing);
        }

        return new(rows, tables.Count, null);
    }

    // Whatever refers to something comes after it. What other processes have been told is of no use to those of the new database, and the
    // ring of keys is not in every database.
    private static List<IEntityType> TablesOf(PortalDbContext db)
    {
        var left = db.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(ChangeRow) && entity.ClrType != typeof(KeyRingRow)).ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            ordered.AddRange(left.Where(entity => entity.GetForeignKeys().All(key => key.PrincipalEntityType == entity || ordered.Contains(key.PrincipalEntityType))).ToList());
            left = [.. left.Except(ordered)];
        }

        return ordered;
    }

    /// <summary>How many rows copying would copy.</summary>
    public static async Task<long> CountAsync(PortalDbContext db)
    {
        var rows = 0L;
        foreach (var table in TablesOf(db))
        {
            rows += await OfAsync<long>(Counting, table, db, db);
        }

        return rows;
    }

    private static Task<long> CountRowsAsync<T>(PortalDbContext db, PortalDbContext @new)
        where T : class => db.Set<T>().LongCountAsync();

    private static async Task<long> CopyAsync<T>(PortalDbContext old, PortalDbContext @new)
        where T : class
    {
        var rows = 0L;
        using var insert = new MassInsert<T>(@new);
        await foreach (var row in old.Set<T>().AsNoTracking().AsAsyncEnumerable())
        {
            insert.Add(row);
            rows++;
        }

        return rows;
    }

    // Both in the order of their keys, which is the same on each: ids and texts are compared byte by byte.
    private static async Task<string?> CompareAsync<T>(PortalDbContext old, PortalDbContext @new)
        where T : class
    {
        var entity = old.Model.FindEntityType(typeof(T))!;
        await using var expected = InOrder<T>(old, entity).GetAsyncEnumerator();
        await using var found = InOrder<T>(@new, entity).GetAsyncEnumerator();
        while (await expected.MoveNextAsync())
        {
            if (!await found.MoveNextAsync() || entity.GetProperties().Any(property =>
                !property.GetValueComparer().Equals(property.GetGetter().GetClrValue(expected.Current), property.GetGetter().GetClrValue(found.Current))))
            {
                return $"A row of {entity.GetTableName()} is not in the new database as it was in the old one: {KeyOf(entity, expected.Current)}.";
            }
        }

        return await found.MoveNextAsync() ? $"The new database has a row of {entity.GetTableName()} that the old one does not have: {KeyOf(entity, found.Current)}." : null;
    }

    private static IAsyncEnumerable<T> InOrder<T>(PortalDbContext db, IEntityType entity)
        where T : class
    {
        IQueryable<T> rows = db.Set<T>().AsNoTracking();
        foreach (var (property, place) in entity.FindPrimaryKey()!.Properties.Select((property, place) => (property.Name, place)))
        {
            rows = place == 0
                ? rows.OrderBy(row => EF.Property<object>(row, property))
                : ((IOrderedQueryable<T>)rows).ThenBy(row => EF.Property<object>(row, property));
        }

        return rows.AsAsyncEnumerable();
    }

    private static string KeyOf(IEntityType entity, object row) =>
        string.Join(", ", entity.FindPrimaryKey()!.Properties.Select(property => property.GetGetter().GetClrValue(row)));

    private static Task<TResult> OfAsync<TResult>(MethodInfo method, IEntityType entity, PortalDbContext old, PortalDbContext @new) =>
        (Task<TResult>)method.MakeGenericMethod(entity.ClrType).Invoke(null, [old, @new])!;
}

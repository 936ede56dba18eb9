using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.Options;
using Portal.Audit;
using Portal.Data;
using Portal.Security;

namespace Portal.Operations;

/// <summary>What moving came to.</summary>
/// <param name="Rows">How many rows there are in the new database, each the same as in the old one.</param>
/// <param name="Tables">Of how many tables.</param>
/// <param name="Fault">Why nothing was moved; <see langword="null"/> when all was.</param>
public sealed record Moved(long Rows, int Tables, string? Fault);

/// <summary>Moves an installation from SQLite to PostgreSQL: all of it in one transaction, which is committed once every row was read again and is the same.</summary>
/// <remarks>Nobody writes to the old database meanwhile; it stays as it is.</remarks>
public sealed class MoveDatabase(PortalContexts from, DataDirectory directory, Measures measures, TimeProvider clock)
{
    private static readonly MethodInfo Copying = typeof(MoveDatabase).GetMethod(nameof(CopyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo Comparing = typeof(MoveDatabase).GetMethod(nameof(CompareAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Moves everything.</summary>
    /// <param name="connectionString">The new database: empty, or new.</param>
    /// <param name="progress">Is told how much is done, from 0 to 1.</param>
    public async Task<Moved> MoveAsync(string connectionString, Action<double>? progress = null)
    {
        if (from.Engine.IsShared)
        {
            return Refused("The installation is on PostgreSQL already.");
        }

        await using var engine = new PostgresEngine(Options.Create(new DatabaseOptions { Provider = nameof(DatabaseProvider.Postgres), ConnectionString = connectionString }));
        using var to = new PortalContexts(engine, new(), measures, clock);
        await to.MigrateAsync();
        return await from.WriteAcrossAccountsAsync(old => to.WriteAcrossAccountsAsync(@new => MoveAsync(old, @new, progress), keeps: moved => moved.Fault is null), keeps: _ => false);
    }

    private static Moved Refused(string why) => new(0, 0, why);

    // Whatever refers to something comes after it. What other processes have been told is of no use to those of the new database.
    private static List<IEntityType> TablesOf(PortalDbContext db)
    {
        var left = db.Model.GetEntityTypes().Where(entity => entity.ClrType != typeof(ChangeRow)).ToList();
        var ordered = new List<IEntityType>();
        while (left.Count > 0)
        {
            ordered.AddRange(left.Where(entity => entity.GetForeignKeys().All(key => key.PrincipalEntityType == entity || ordered.Contains(key.PrincipalEntityType))).ToList());
            left = [.. left.Except(ordered)];
        }

        return ordered;
    }

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

    private async Task<Moved> MoveAsync(PortalDbContext old, PortalDbContext @new, Action<double>? progress)
    {
        if (await @new.Accounts.AnyAsync() || await @new.AuditEntries.AnyAsync())
        {
            return Refused("There is an installation in the new database. Move to an empty one.");
        }

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
                return Refused(fault);
            }

            progress?.Invoke(++steps / (2.0 * tables.Count));
        }

        // Numbers go on where they stood, also where the last entries of the old database are gone.
        var given = await old.AuditGuard.HighestGivenAsync(CancellationToken.None);
        await @new.AuditGuard.TakeNumbersAsync((int)given);
        await AddKeyRingAsync(@new);
        foreach (var account in await @new.Accounts.ToListAsync())
        {
            AuditLog.RecordCommand(@new, account.Id, AuditAction.DatabaseMoved, clock.GetUtcNow(), after: nameof(DatabaseProvider.Postgres));
        }

        return new(rows, tables.Count, null);
    }

    // On SQLite the ring is files of the data directory.
    private async Task AddKeyRingAsync(PortalDbContext db)
    {
        if (!Directory.Exists(MasterKey.RingPath(directory)))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(MasterKey.RingPath(directory), "*.xml").Order(StringComparer.Ordinal))
        {
            db.KeyRing.Add(new() { Name = Path.GetFileNameWithoutExtension(file), Xml = await File.ReadAllTextAsync(file) });
        }
    }
}

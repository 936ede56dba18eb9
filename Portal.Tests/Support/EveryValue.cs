using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>All that a database keeps, column by column, whatever it is of.</summary>
internal static class EveryValue
{
    /// <summary>The names of every table and its columns.</summary>
    public static IReadOnlyList<(string Table, string Column)> Columns(PortalDbContext db) =>
    [
        .. from entity in db.Model.GetEntityTypes()
           let table = StoreObjectIdentifier.Table(entity.GetTableName()!)
           from property in entity.GetProperties()
           select (table.Name, property.GetColumnName(table)!),
    ];

    /// <summary>Every value of every row.</summary>
    public static async Task<IReadOnlyList<object>> ReadAsync(PortalContexts contexts)
    {
        await using var db = contexts.AcrossAccounts();
        await using var connection = contexts.Engine.Connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var values = new List<object>();
        foreach (var table in Columns(db).Select(column => column.Table).Distinct())
        {
            await using var command = Command(connection, $"SELECT * FROM \"{table}\"");
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                values.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue));
            }
        }

        return values;
    }

    /// <summary>The columns, as <c>Table.Column</c>, that say a text somewhere, in capitals or not.</summary>
    public static async Task<IReadOnlyList<string>> PlacesOfAsync(PortalContexts contexts, string text)
    {
        await using var db = contexts.AcrossAccounts();
        await using var connection = contexts.Engine.Connect();
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        var places = new List<string>();
        foreach (var (table, column) in Columns(db))
        {
            await using var command = Command(connection, $"SELECT 1 FROM \"{table}\" WHERE lower(CAST(\"{column}\" AS TEXT)) LIKE '%{text.ToLowerInvariant()}%' LIMIT 1");
            await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            if (await reader.ReadAsync(TestContext.Current.CancellationToken))
            {
                places.Add($"{table}.{column}");
            }
        }

        return places;
    }

    private static DbCommand Command(DbConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names come from the model itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }
}

using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Portal.Data;

namespace Portal.Operations;

/// <summary>Inserts many rows of one table by a prepared statement, within the transaction of a context that keeps track of none of them.</summary>
/// <remarks>Columns and the form of each value are read from the model, so a row is what the context itself would have written.</remarks>
internal sealed class MassInsert<T> : IDisposable
    where T : class
{
    private readonly DbCommand command;
    private readonly List<(IClrPropertyGetter Getter, Func<object?, object?>? ToStored, DbParameter Parameter)> columns = [];

    /// <param name="db">A context in whose transaction the rows are written.</param>
    public MassInsert(PortalDbContext db)
    {
        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        var entity = db.Model.FindEntityType(typeof(T))!;
        var names = new List<string>();

        foreach (var property in entity.GetProperties())
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{names.Count}";
            command.Parameters.Add(parameter);
            columns.Add((property.GetGetter(), property.GetTypeMapping().Converter?.ConvertToProvider, parameter));
            names.Add($"\"{property.GetColumnName()}\"");
        }

        command.CommandText = $"INSERT INTO \"{entity.GetTableName()}\" ({string.Join(", ", names)}) VALUES ({string.Join(", ", columns.Select(column => column.Parameter.ParameterName))})";
    }

    /// <summary>Inserts a row.</summary>
    public void Add(T row)
    {
        foreach (var (getter, toStored, parameter) in columns)
        {
            var value = getter.GetClrValueUsingContainingEntity(row);
            parameter.Value = (toStored is null || value is null ? value : toStored(value)) ?? DBNull.Value;
        }

        command.ExecuteNonQuery();
    }

    /// <inheritdoc />
    public void Dispose() => command.Dispose();
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Accounts;

/// <summary>The form of an export.</summary>
public enum ExportForm
{
    Csv,
    Json,
}

/// <summary>
/// Hands the record out as a file, as filtered: in batches, so that neither the whole is ever in memory nor a slow receiver holds
/// the database. That it was handed out is written down before the first byte is.
/// </summary>
public sealed class AuditExports(Gestures gestures, AuditTrail trail, TimeProvider clock)
{
    private const int BatchSize = 1_000;
    private const string Number = "id";

    // What a spreadsheet takes for a formula is made text; and so is the same in full width, which some turn into it.
    private static readonly CsvWriterOptions Csv = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape };

    // The names are the same in each form and every language: programs read them.
    private static readonly (string Name, Func<AuditEntry, string?> Value)[] Fields =
    [
        (Number, entry => entry.Id.ToString(CultureInfo.InvariantCulture)),
        ("time", entry => entry.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)),
        ("action", entry => entry.Action),
        ("refused", entry => entry.Refused),
        ("actorId", entry => entry.ActorId?.ToString()),
        ("actorName", entry => entry.ActorName),
        ("subjectId", entry => entry.SubjectId?.ToString()),
        ("subjectName", entry => entry.SubjectName),
        ("before", entry => entry.Before),
        ("after", entry => entry.After),
        ("reason", entry => entry.Reason),
        ("address", entry => entry.Address),
        ("userAgent", entry => entry.UserAgent),
        ("sessionId", entry => entry.SessionId?.ToString()),
    ];

    /// <summary>Answers a request for the file; whoever may not have it gets what an unknown address gets.</summary>
    public async Task AnswerAsync(HttpContext http, ExportForm form, AuditFilter filter)
    {
        if (SessionCookie.ActorOf(http.User) is not { } actor || await BeginAsync(actor, form, filter) is not { IsDone: true, Value: var last })
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var name = form == ExportForm.Csv ? "csv" : "json";
        http.Response.ContentType = form == ExportForm.Csv ? "text/csv; charset=utf-8; header=present" : "application/json; charset=utf-8";
        http.Response.Headers.ContentDisposition = string.Create(CultureInfo.InvariantCulture, $"attachment; filename=\"audit-log-{clock.GetUtcNow():yyyy-MM-dd}.{name}\"");
        try
        {
            var batches = BatchesAsync(actor, filter, last, http.RequestAborted);
            await (form == ExportForm.Csv ? WriteCsvAsync(batches, http.Response.Body, http.RequestAborted) : WriteJsonAsync(batches, http.Response.Body, http.RequestAborted));
        }
        catch (ExportEndedException)
        {
            // A file that merely ends early would pass for the whole.
            http.Abort();
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            // Broken off on the other side: nothing is left behind.
        }
    }

    /// <summary>Writes the export down; answers the number of the entry that says so, beneath which all that is exported stands.</summary>
    private Task<Outcome<long>> BeginAsync(Actor actor, ExportForm form, AuditFilter filter) =>
        gestures.PerformAsync<long>(actor, AuditAction.AuditExported, Grant.Administrators, null, async gesture =>
        {
            var what = string.Join("; ", filter.Parameters().Select(parameter => $"{parameter.Name}={parameter.Value}").Prepend(form == ExportForm.Csv ? "CSV" : "JSON"));
            gesture.Record(AuditAction.AuditExported, onAccount: true, after: what);
            await gesture.Db.SaveChangesAsync();
            return gesture.Db.AuditEntries.Local.Max(entry => entry.Id);
        });

    private async IAsyncEnumerable<IReadOnlyList<AuditEntry>> BatchesAsync(
        Actor actor, AuditFilter filter, long below, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        AuditPosition? before = null;
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var batch = await trail.NextAsync(actor, filter, before, BatchSize) ?? throw new ExportEndedException();
            if (batch.Count == 0)
            {
                yield break;
            }

            yield return [.. batch.Where(entry => entry.Id < below)];
            before = AuditPosition.Of(batch[^1]);
        }
    }

    /// <summary>RFC 4180, with the mark by which spreadsheets know UTF-8.</summary>
    internal static async Task WriteCsvAsync(IAsyncEnumerable<IReadOnlyList<AuditEntry>> batches, Stream to, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(to, Csv, leaveOpen: true);
        await csv.WriteRecordAsync([.. Fields.Select(field => field.Name)], cancellationToken);
        await csv.FlushAsync(cancellationToken);
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            foreach (var entry in batch)
            {
                await csv.WriteRecordAsync([.. Fields.Select(field => SpreadsheetText.Harmless(field.Value(entry)))], cancellationToken);
            }

            await csv.FlushAsync(cancellationToken);
        }
    }

    /// <summary>An array of objects (RFC 8259).</summary>
    internal static async Task WriteJsonAsync(IAsyncEnumerable<IReadOnlyList<AuditEntry>> batches, Stream to, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        await foreach (var batch in batches.WithCancellation(cancellationToken))
        {
            foreach (var entry in batch)
            {
                json.WriteStartObject();
                json.WriteNumber(Number, entry.Id);
                foreach (var (name, value) in Fields[1..])
                {
                    json.WriteString(name, value(entry));
                }

                json.WriteEndObject();
            }

            await json.FlushAsync(cancellationToken);
            await PassOnAsync(buffer, to, cancellationToken);
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
        await PassOnAsync(buffer, to, cancellationToken);
    }

    private static async Task PassOnAsync(MemoryStream buffer, Stream to, CancellationToken cancellationToken)
    {
        await to.WriteAsync(buffer.GetBuffer().AsMemory(0, (int)buffer.Length), cancellationToken);
        await to.FlushAsync(cancellationToken);
        buffer.SetLength(0);
    }

    /// <summary>Whoever receives may no longer have it.</summary>
    private sealed class ExportEndedException : Exception;
}

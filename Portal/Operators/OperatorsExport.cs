using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The list of operators as a file, narrowed and ordered as on the page. Row by row, never the whole of it at once.</summary>
public static partial class OperatorsExport
{
    /// <summary>Where it is; the query is the list's own.</summary>
    public const string Path = "/operators/export.csv";

    private static readonly string[] Fields =
    [
        "id", "name", "email", "role", "state", "status", "setting", "origin", "login_options", "two_factor_set_up_at",
        "override", "override_until", "override_reason", "last_sign_in_at", "created_at",
    ];

    // The mark at the beginning is for spreadsheets, which else take the file for one in a code page of their own; and what would
    // be a formula there (= + - @, tab, CR; OWASP, CSV injection) is made text.
    private static readonly CsvWriterOptions Form = new() { WriteByteOrderMark = true, Injection = CsvInjection.Escape, BufferSize = 16 * 1024 };

    /// <summary>Maps what of the operators is no page.</summary>
    public static WebApplication MapOperators(this WebApplication app)
    {
        app.MapGet(Path, AnswerAsync);
        return app;
    }

    /// <summary>Answers the file to administrators, and to everybody else what an unknown address gets. Written down before the first byte.</summary>
    internal static async Task<IResult> AnswerAsync(HttpContext context, Gestures gestures, PortalContexts contexts)
    {
        if (SessionCookie.ActorOf(context.User) is not { } actor)
        {
            return Results.NotFound();
        }

        // Everybody's address and standing: nothing that a browser or a proxy should keep by itself.
        context.Response.Headers.CacheControl = "no-store";
        var filter = OperatorFilter.Parse(context.Request.QueryString.Value ?? "");
        var outcome = await gestures.PerformAsync<Start>(actor, AuditAction.OperatorsExported, Grant.Administrators, null, async gesture =>
        {
            var rows = await gesture.Db.Matching(filter, gesture.Account.DefaultPolicy, gesture.Now).CountAsync();
            gesture.Record(AuditAction.OperatorsExported, onAccount: true, after: string.Join('&', new[] { $"rows={rows}", filter.ToQuery() }.Where(part => part.Length > 0)));
            return new Start(gesture.Account.DefaultPolicy, gesture.Now, DayEnd.LastDay(gesture.Now, TimeZoneInfo.FindSystemTimeZoneById(gesture.Account.TimeZone)));
        });
        return outcome switch
        {
            { Value: { } start } => Results.Stream(
                stream => WriteAsync(stream, contexts, actor.AccountId, filter, start, context.RequestAborted),
                "text/csv; charset=utf-8",
                string.Create(CultureInfo.InvariantCulture, $"operators-{start.Day:yyyy-MM-dd}.csv")),
            { Refused: Refusal.Failed } => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => Results.NotFound(),
        };
    }

    private static async Task WriteAsync(Stream stream, PortalContexts contexts, Guid accountId, OperatorFilter filter, Start start, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(stream, Form, leaveOpen: true);
        foreach (var field in Fields)
        {
            csv.WriteField(field);
        }

        await csv.EndRecordAsync(cancellationToken);
        await using var db = contexts.For(accountId);
        var rows = db.Matching(filter, start.Default, start.Now).AsNoTracking().OrderBy(person => person.SearchKey).ThenBy(person => person.Id).Select(person => new
        {
            person.Id,
            person.Name,
            person.Email,
            person.Role,
            person.State,
            person.LoginOptions,
            SetUpAt = person.Authenticator == null ? (DateTimeOffset?)null : person.Authenticator.ConfirmedAt,
            person.PolicyOverride,
            person.PolicyOverrideUntil,
            person.PolicyOverrideAfter,
            person.PolicyOverrideReason,
            person.LastSignInAt,
            person.CreatedAt,
        });
        await foreach (var person in rows.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            var hasLapsed = person.PolicyOverrideUntil <= start.Now;
            var own = hasLapsed ? person.PolicyOverrideAfter : person.PolicyOverride;
            var effective = EffectiveTwoFactor.For(start.Default, own, person.LoginOptions, person.SetUpAt is not null);
            foreach (var value in new[]
            {
                person.Id.ToString(),
                person.Name,
                person.Email,
                person.Role.ToString(),
                person.State.ToString(),
                effective.Status.ToString(),
                effective.Setting?.ToString(),
                effective.Origin.ToString(),
                person.LoginOptions.ToString(),
                At(person.SetUpAt),
                own?.ToString(),
                At(hasLapsed ? null : person.PolicyOverrideUntil),
                hasLapsed ? null : person.PolicyOverrideReason,
                At(person.LastSignInAt),
                At(person.CreatedAt),
            })
            {
                csv.WriteField(Harmless(value));
            }

            await csv.EndRecordAsync(cancellationToken);
        }
    }

    /// <summary>
    /// A value that begins no formula in a cell of its own making either: where the list separator is a semicolon, as in much of
    /// Europe, a spreadsheet divides there whatever the file says. And some take the full-width forms for the others.
    /// </summary>
    private static string? Harmless(string? value) => value is null ? null : Formula().Replace(value, "'");

    private static string? At(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [GeneratedRegex("(?<=;)(?=[\\s\"']*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\uFF1D\uFF0B\uFF0D\uFF20])")]
    private static partial Regex Formula();

    /// <summary>What the export is of, as it was when it was written down.</summary>
    private sealed record Start(TwoFactorPolicy Default, DateTimeOffset Now, DateOnly Day);
}

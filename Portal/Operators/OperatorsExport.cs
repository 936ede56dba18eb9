using System.Globalization;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Shell;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The list of operators as a file, narrowed and ordered as on the page. Row by row, never the whole of it at once.</summary>
public static class OperatorsExport
{
    /// <summary>Where it is; the query is the list's own.</summary>
    public const string Path = "/operators/export.csv";

    private const int AtOnce = 1_000;

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
        app.MapGet(Path, AnswerAsync).FromHereOnly();
        return app;
    }

    /// <summary>Answers the file to administrators, and to everybody else what an unknown address gets. Written down before the first byte.</summary>
    internal static async Task<IResult> AnswerAsync(HttpContext context, Gestures gestures, PortalContexts contexts, Sessions sessions)
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
                async stream =>
                {
                    if (!await WriteAsync(stream, contexts, sessions, actor, filter, start, context.RequestAborted))
                    {
                        // Broken off, not ended: whoever reads it must not take it for the whole.
                        context.Abort();
                    }
                },
                "text/csv; charset=utf-8",
                string.Create(CultureInfo.InvariantCulture, $"operators-{start.Day:yyyy-MM-dd}.csv")),
            { Refused: Refusal.Failed or Refusal.Unknown } => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            _ => Results.NotFound(),
        };
    }

    // Some at a time, each with a context of its own: a reader who takes an hour holds nothing back, and whoever is no longer an
    // administrator gets no more of it. Answers whether it is the whole.
    private static async Task<bool> WriteAsync(
        Stream stream, PortalContexts contexts, Sessions sessions, Actor actor, OperatorFilter filter, Start start, CancellationToken cancellationToken)
    {
        await using var csv = CsvWriter.Create(stream, Form, leaveOpen: true);
        foreach (var field in Fields)
        {
            csv.WriteField(field);
        }

        await csv.EndRecordAsync(cancellationToken);
        for (var last = ""; ;)
        {
            await using var db = contexts.For(actor.AccountId);
            if (!await sessions.IsAdministratorAsync(db, actor))
            {
                return false;
            }

            var rows = await db.Matching(filter, start.Default, start.Now).AsNoTracking()
                .Where(person => person.SearchKey.CompareTo(last) > 0).OrderBy(person => person.SearchKey).Take(AtOnce).Select(person => new
                {
                    person.SearchKey,
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
                }).ToListAsync(cancellationToken);
            foreach (var person in rows)
            {
                var hasLapsed = person.PolicyOverrideUntil <= start.Now;
                var own = hasLapsed ? person.PolicyOverrideAfter : person.PolicyOverride;
                var effective = EffectiveTwoFactor.For(start.Default, own, person.LoginOptions, person.SetUpAt is not null);
                string?[] values =
                [
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
                ];
                foreach (var value in values)
                {
                    csv.WriteField(SpreadsheetText.Harmless(value));
                }

                await csv.EndRecordAsync(cancellationToken);
            }

            if (rows.Count < AtOnce)
            {
                return true;
            }

            last = rows[^1].SearchKey;
            await csv.FlushAsync(cancellationToken);
        }
    }

    private static string? At(DateTimeOffset? at) => at?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>What the export is of, as it was when it was written down.</summary>
    private sealed record Start(TwoFactorPolicy Default, DateTimeOffset Now, DateOnly Day);
}

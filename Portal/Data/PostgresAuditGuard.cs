using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>How PostgreSQL keeps the record: by triggers, and by a row that holds the highest number.</summary>
internal sealed class PostgresAuditGuard(PortalDbContext db) : IAuditGuard
{
    /// <summary>The function that gives an entry its number.</summary>
    internal const string NextNumber = "next_audit_entry";

    // As the database describes what the migrations made: triggers, that they are on, what they do, and where numbers come from.
    private static readonly string[] Made =
    [
        "AuditEntries_NoDelete O CREATE TRIGGER \"AuditEntries_NoDelete\" BEFORE DELETE ON public.\"AuditEntries\" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change('entries', 'deleted')",
        "AuditEntries_NoTruncate O CREATE TRIGGER \"AuditEntries_NoTruncate\" BEFORE TRUNCATE ON public.\"AuditEntries\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change('entries', 'deleted')",
        "AuditEntries_NoUpdate O CREATE TRIGGER \"AuditEntries_NoUpdate\" BEFORE UPDATE ON public.\"AuditEntries\" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change('entries', 'changed')",
        "AuditSeals_NoDelete O CREATE TRIGGER \"AuditSeals_NoDelete\" BEFORE DELETE ON public.\"AuditSeals\" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change('seals', 'deleted')",
        "AuditSeals_NoTruncate O CREATE TRIGGER \"AuditSeals_NoTruncate\" BEFORE TRUNCATE ON public.\"AuditSeals\" FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change('seals', 'deleted')",
        "AuditSeals_NoUpdate O CREATE TRIGGER \"AuditSeals_NoUpdate\" BEFORE UPDATE ON public.\"AuditSeals\" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change('seals', 'changed')",
        "next_audit_entry UPDATE \"AuditNumbers\" SET \"Last\" = \"Last\" + 1 RETURNING \"Last\"",
        "refuse_audit_change BEGIN RAISE EXCEPTION 'Audit % are never %.', TG_ARGV[0], TG_ARGV[1]; END",
    ];

    /// <inheritdoc />
    /// <remarks>A rule would be asked before a trigger, so there must be none.</remarks>
    public async Task<bool> RefusesChangesAsync(CancellationToken cancellationToken)
    {
        var found = await db.Database.SqlQuery<string>(
            $"""
            SELECT tgname::text || ' ' || tgenabled::text || ' ' || pg_get_triggerdef(oid) AS "Value" FROM pg_trigger
                WHERE NOT tgisinternal AND tgrelid IN ('"AuditEntries"'::regclass, '"AuditSeals"'::regclass)
            UNION ALL SELECT proname::text || ' ' || trim(prosrc) FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND proname IN ('next_audit_entry', 'refuse_audit_change')
            UNION ALL SELECT 'rule ' || rulename::text FROM pg_rewrite WHERE ev_class IN ('"AuditEntries"'::regclass, '"AuditSeals"'::regclass)
            """).ToListAsync(cancellationToken);
        return found.Order(StringComparer.Ordinal).SequenceEqual(Made);
    }

    /// <inheritdoc />
    public Task<long> HighestGivenAsync(CancellationToken cancellationToken) =>
        db.Database.SqlQuery<long>($"""SELECT "Last" AS "Value" FROM "AuditNumbers" """).SingleAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<long> TakeNumbersAsync(int count)
    {
        await db.Database.ExecuteSqlAsync($"""UPDATE "AuditNumbers" SET "Last" = "Last" + {count}""");
        return await HighestGivenAsync(CancellationToken.None) - count + 1;
    }

    /// <inheritdoc />
    /// <remarks>Columns have types here, and a value of one has one form.</remarks>
    public Task<long?> FirstOddAsync(CancellationToken cancellationToken) => Task.FromResult<long?>(null);
}

using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>How SQLite keeps the record: by triggers, and by a table of the highest numbers it gave.</summary>
internal sealed class SqliteAuditGuard(PortalDbContext db) : IAuditGuard
{
    // Word by word as the migrations made them: one by the same name that does nothing is none.
    private static readonly string[] Triggers =
    [
        """
        CREATE TRIGGER AuditEntries_NoUpdate BEFORE UPDATE ON AuditEntries
        BEGIN SELECT RAISE(ABORT, 'Audit entries are never changed.'); END
        """,
        """
        CREATE TRIGGER AuditEntries_NoDelete BEFORE DELETE ON AuditEntries
        BEGIN SELECT RAISE(ABORT, 'Audit entries are never deleted.'); END
        """,
        """
        CREATE TRIGGER AuditEntries_NoReplace BEFORE INSERT ON AuditEntries
        WHEN EXISTS (SELECT 1 FROM AuditEntries WHERE Id = NEW.Id)
        BEGIN SELECT RAISE(ABORT, 'Audit entries are never replaced.'); END
        """,
        """
        CREATE TRIGGER AuditSeals_NoUpdate BEFORE UPDATE ON AuditSeals
        BEGIN SELECT RAISE(ABORT, 'Audit seals are never changed.'); END
        """,
        """
        CREATE TRIGGER AuditSeals_NoDelete BEFORE DELETE ON AuditSeals
        BEGIN SELECT RAISE(ABORT, 'Audit seals are never deleted.'); END
        """,
        """
        CREATE TRIGGER AuditSeals_NoReplace BEFORE INSERT ON AuditSeals
        WHEN EXISTS (SELECT 1 FROM AuditSeals WHERE Number = NEW.Number)
        BEGIN SELECT RAISE(ABORT, 'Audit seals are never replaced.'); END
        """,
    ];

    /// <inheritdoc />
    public async Task<bool> RefusesChangesAsync(CancellationToken cancellationToken)
    {
        // Every trigger on the two: one that somebody added could make the others void.
        var found = await db.Database.SqlQuery<string>(
            $"SELECT sql AS Value FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) IN ('auditentries', 'auditseals')").ToListAsync(cancellationToken);
        return found.Select(Plain).Order(StringComparer.Ordinal).SequenceEqual(Triggers.Select(Plain).Order(StringComparer.Ordinal));

        // A migration that was built on Windows has the line ends of its source.
        static string Plain(string sql) => sql.ReplaceLineEndings("\n");
    }

    /// <inheritdoc />
    public Task<long> HighestGivenAsync(CancellationToken cancellationToken) => db.Database.SqlQuery<long>(
        $"SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'AuditEntries'), 0) AS Value").SingleAsync(cancellationToken);

    /// <inheritdoc />
    public async Task<long> TakeNumbersAsync(int count)
    {
        var first = await HighestGivenAsync(CancellationToken.None) + 1;
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO sqlite_sequence (name, seq) SELECT 'AuditEntries', 0 WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'AuditEntries');
            UPDATE sqlite_sequence SET seq = seq + {count} WHERE name = 'AuditEntries';
            """);
        return first;
    }

    /// <inheritdoc />
    public Task<long?> FirstOddAsync(CancellationToken cancellationToken) => db.Database.SqlQuery<long?>(
        $"""
        SELECT MIN(Id) AS Value FROM AuditEntries WHERE AccountId IS NOT upper(AccountId) OR ActorId IS NOT upper(ActorId)
        OR SubjectId IS NOT upper(SubjectId) OR SessionId IS NOT upper(SessionId) OR typeof(AccountId) <> 'text' OR typeof(At) <> 'integer'
        OR typeof(Action) <> 'text' OR typeof(ActorName) <> 'text' OR length(AccountId) <> 36
        OR typeof(ActorId) NOT IN ('text', 'null') OR typeof(SubjectId) NOT IN ('text', 'null') OR typeof(SessionId) NOT IN ('text', 'null')
        """).SingleAsync(cancellationToken);
}

using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Operators;

/// <summary>
/// Adds the operators of a bulk job before it begins: in parts, each in a transaction of its own, so that sign-ins come in between
/// however many they are. Until it is ready the job is nowhere to be seen and no worker has it; one that never becomes ready, since
/// its process died or something failed, is taken away again.
/// </summary>
public sealed class BulkPreparation(PortalContexts contexts, TimeProvider clock)
{
    /// <summary>Operators who are added, or taken away, in one transaction.</summary>
    public const int Part = 2_000;

    /// <summary>How long a job may take to become ready: many times what the largest does.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // Rows of one INSERT: quick on both engines, and far from their limit of parameters.
    private const int AtOnce = 500;

    /// <summary>Adds the operators of a job that is not ready, in their order.</summary>
    public async Task AddAsync(BulkJob job, IReadOnlyList<(Guid Id, string Name)> people)
    {
        var position = 0;
        foreach (var part in people.Chunk(Part))
        {
            var first = position + 1;
            await contexts.WriteAsync(job.AccountId, async db =>
            {
                await InsertAsync(db, job, part, first);
                return default(Nothing);
            });
            position += part.Length;
        }
    }

    /// <summary>Makes a job ready within the acting transaction; answers whether it still could be. One conditional update decides.</summary>
    public static async Task<bool> MakeReadyAsync(PortalDbContext db, BulkJob job, int total, DateTimeOffset now)
    {
        (job.Total, job.ReadyAt) = (total, now);
        return await db.BulkJobs.Where(row => row.Id == job.Id && row.ReadyAt == null && row.FinishedAt == null).ExecuteUpdateAsync(set => set
            .SetProperty(row => row.Total, total)
            .SetProperty(row => row.ReadyAt, now)) == 1;
    }

    /// <summary>Takes a job away that did not become ready, with the operators it has by now.</summary>
    public async Task DiscardAsync(BulkJob job)
    {
        // First it is made sure that it cannot become ready any more: another node may be at work on it.
        var now = clock.GetUtcNow();
        var isOver = await contexts.WriteAsync(job.AccountId, async db =>
        {
            var unready = db.BulkJobs.Where(row => row.Id == job.Id && row.ReadyAt == null);
            await unready.Where(row => row.FinishedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.FinishedAt, now));
            return await unready.AnyAsync();
        });
        if (!isOver)
        {
            return;
        }

        bool left;
        do
        {
            left = await contexts.WriteAsync(job.AccountId, db => RemoveSomeAsync(db, job.Id));
        }
        while (left);
    }

    // A context that follows a hundred thousand rows takes its time; nobody needs to follow these.
    private static async Task InsertAsync(PortalDbContext db, BulkJob job, (Guid Id, string Name)[] part, int first)
    {
        var position = first;
        foreach (var some in part.Chunk(AtOnce))
        {
            // {0} to {2} are the same for every row; then two for each.
            var sql = new StringBuilder("""INSERT INTO "BulkItems" ("JobId", "AccountId", "State", "Position", "OperatorId", "Name") VALUES """);
            List<object> values = [job.Id, job.AccountId, (int)BulkItemState.Waiting];
            foreach (var (id, name) in some)
            {
                sql.Append(CultureInfo.InvariantCulture, $"{(values.Count == 3 ? "" : ", ")}({{0}}, {{1}}, {{2}}, {position}, {{{values.Count}}}, {{{values.Count + 1}}})");
                values.Add(id);
                values.Add(name);
                position++;
            }

            await db.Database.ExecuteSqlRawAsync(sql.ToString(), values);
        }
    }

    // Answers whether something is left. The last ones go together with the job.
    private static async Task<bool> RemoveSomeAsync(PortalDbContext db, Guid jobId)
    {
        var items = db.BulkItems.Where(item => item.JobId == jobId);
        var last = await items.MaxAsync(item => (int?)item.Position) ?? 0;
        await items.Where(item => item.Position > last - Part).ExecuteDeleteAsync();
        if (last > Part)
        {
            return true;
        }

        await db.BulkJobs.Where(job => job.Id == jobId).ExecuteDeleteAsync();
        return false;
    }
}

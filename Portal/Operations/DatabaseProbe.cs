using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Texts;

namespace Portal.Operations;

/// <summary>
/// Reads, and writes what means nothing: a database that only answers questions is of no use. Tells, too, of one that another
/// version of the program has changed beneath this node.
/// </summary>
public sealed class DatabaseProbe(PortalContexts contexts) : Probe
{
    // One long write is no fault.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private long written = Stopwatch.GetTimestamp();

    /// <summary>For so long something may write before this node counts as one that can serve nobody; tests wait less.</summary>
    public TimeSpan LongestBusy { get; init; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public override string Id => "database";

    /// <inheritdoc />
    public override string Name => Words.HealthDatabase;

    /// <inheritdoc />
    public override bool KeepsFromServing => true;

    /// <inheritdoc />
    public override async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        var engine = contexts.Engine.Name;
        var began = Stopwatch.GetTimestamp();
        bool isOfThisProgram;
        try
        {
            await using (var db = contexts.AcrossAccounts())
            {
                await db.MailDelivery.AnyAsync(cancellationToken);
                var applied = await db.Database.GetAppliedMigrationsAsync(cancellationToken);
                isOfThisProgram = applied.ToHashSet().SetEquals(db.Database.GetMigrations());
            }

            try
            {
                // On a thread of its own: SQLite's provider waits for its turn without giving the thread back.
                await Task.Run(() => contexts.WriteAcrossAccountsAsync(
                    async db =>
                    {
                        await contexts.Engine.WriteMarkAsync(db);
                        return 0;
                    },
                    cancellationToken: cancellationToken), cancellationToken).WaitAsync(LongestTurn, cancellationToken);
                written = Stopwatch.GetTimestamp();
            }
            catch (TimeoutException)
            {
                var since = (int)Math.Max(LongestTurn.TotalSeconds, Stopwatch.GetElapsedTime(written).TotalSeconds);
                string Says() => Words.HealthDatabaseIsBusy(engine, since);
                string Remedy() => Words.HealthDatabaseIsBusyRemedy;
                return since < LongestBusy.TotalSeconds ? Finding.Attention(Says, Remedy) : Finding.Broken(Says, Remedy);
            }
        }
        catch (Exception fault) when (fault is DbException or DbUpdateException)
        {
            var said = (fault.InnerException as DbException ?? fault).Message;
            return Finding.Broken(() => Words.HealthDatabaseFails(engine, said), () => Words.HealthDatabaseFailsRemedy) with { Fault = fault };
        }

        if (!isOfThisProgram)
        {
            return Finding.Attention(() => Words.HealthDatabaseIsOfAnother(engine), () => Words.HealthDatabaseIsOfAnotherRemedy);
        }

        var took = Stopwatch.GetElapsedTime(began);
        return took < Slow
            ? Finding.Well(() => Words.HealthDatabaseAnswers(engine, (int)Math.Ceiling(took.TotalMilliseconds)))
            : Finding.Attention(() => Words.HealthDatabaseAnswers(engine, (int)took.TotalMilliseconds), () => Words.HealthDatabaseIsSlowRemedy);
    }
}

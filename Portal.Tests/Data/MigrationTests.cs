using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>A database of an older program, with what was in it, brought to the present schema.</summary>
public sealed class MigrationTests : IAsyncLifetime
{
    private const string BeforeNumbers = "20261125235506_SingleSignOn";

    private readonly PortalServices node = PortalServices.Create();

    public async ValueTask InitializeAsync()
    {
        await using var db = node.Contexts.AcrossAccounts();
        await db.Database.GetInfrastructure().GetRequiredService<IMigrator>().MigrateAsync(BeforeNumbers, Cancellation);
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_record_keeps_its_entries_in_their_order_and_stays_append_only()
    {
        await ExecuteAsync(
            """
            INSERT INTO Accounts (Id, Name, Language, TimeZone, DefaultLoginOptions, DefaultPolicy, CreatedAt, Version)
                VALUES ('0198F3A0-0000-7000-8000-000000000001', 'Example Company', 'en', 'UTC', 1, 2, 0, 0);
            INSERT INTO AuditEntries (Id, AccountId, At, Action, ActorName, Address, UserAgent) VALUES
                ('B', '0198F3A0-0000-7000-8000-000000000001', 1, 'AccountCreated', 'first', '', ''),
                ('A', '0198F3A0-0000-7000-8000-000000000001', 2, 'AccountRenamed', 'second', '', '');
            """);

        await node.Contexts.MigrateAsync(Cancellation);

        await using var db = node.Contexts.AcrossAccounts();
        Assert.Equal(["1 first", "2 second"], await db.AuditEntries.OrderBy(entry => entry.Id).Select(entry => $"{entry.Id} {entry.ActorName}").ToListAsync(Cancellation));
        foreach (var attempt in new[] { "UPDATE AuditEntries SET ActorName = 'nobody'", "DELETE FROM AuditEntries" })
        {
            await Assert.ThrowsAsync<SqliteException>(() => ExecuteAsync(attempt));
        }
    }

    [Fact]
    public async Task Operators_get_what_the_list_sorts_and_searches_by()
    {
        await ExecuteAsync(
            """
            INSERT INTO Accounts (Id, Name, Language, TimeZone, DefaultLoginOptions, DefaultPolicy, CreatedAt, Version)
                VALUES ('0198F3A0-0000-7000-8000-000000000001', 'Example Company', 'en', 'UTC', 1, 2, 0, 0);
            INSERT INTO Operators (Id, AccountId, Name, Email, NormalizedEmail, EmailConfirmed, SecurityStamp, Role, State, LoginOptions, KeyGeneration, CreatedAt, Version)
                VALUES ('0198F3A0-0000-7000-8000-000000000002', '0198F3A0-0000-7000-8000-000000000001', 'Éva Kovač', 'eva@example.com', 'EVA@EXAMPLE.COM', 1, 's', 1, 2, 1, 0, 0, 0);
            """);

        await node.Contexts.MigrateAsync(Cancellation);

        await using var db = node.Contexts.AcrossAccounts();
        Assert.Equal("EVA KOVAC\nEVA@EXAMPLE.COM", (await db.Operators.SingleAsync(Cancellation)).SearchKey);
    }

    [Fact]
    public async Task Bulk_jobs_that_were_under_way_go_on()
    {
        await using (var before = node.Contexts.AcrossAccounts())
        {
            await before.Database.GetInfrastructure().GetRequiredService<IMigrator>().MigrateAsync("Numbers", Cancellation);
        }

        await ExecuteAsync(
            """
            INSERT INTO Accounts (Id, Name, Language, TimeZone, DefaultLoginOptions, DefaultPolicy, CreatedAt, Version)
                VALUES ('0198F3A0-0000-7000-8000-000000000001', 'Example Company', 'en', 'UTC', 1, 2, 0, 0);
            INSERT INTO BulkJobs (Id, AccountId, Kind, ById, ByName, ByStamp, SessionId, Address, UserAgent, SendsLink, Total, CreatedAt)
                VALUES ('0198F3A0-0000-7000-8000-000000000002', '0198F3A0-0000-7000-8000-000000000001', 5, '0198F3A0-0000-7000-8000-000000000003', 'Ada', 's',
                    '0198F3A0-0000-7000-8000-000000000004', '', '', 0, 7, 1764148500000);
            """);

        await node.Contexts.MigrateAsync(Cancellation);

        await using var db = node.Contexts.AcrossAccounts();
        var job = await db.BulkJobs.SingleAsync(Cancellation);
        Assert.Equal((7, job.CreatedAt, true), (job.Total, job.ReadyAt, job.IsProven));
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var db = node.Contexts.AcrossAccounts();
        await db.Database.ExecuteSqlRawAsync(sql, Cancellation);
    }
}

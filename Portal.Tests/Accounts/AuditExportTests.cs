using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Portal.Accounts;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.Accounts;

/// <summary>The audit log as a file, from the whole program.</summary>
public sealed class AuditExportTests(AuditExportTests.App app) : IClassFixture<AuditExportTests.App>
{
    // Each begins as something that a spreadsheet would run, or is hard to write down.
    private static readonly string[] Names =
    [
        "=HYPERLINK(\"http://x\")", "+1", "-1", "@cmd", "＝1+1", "x;=cmd|' /C calc'!A0", "Quo\"te, comma", "O'Neill; B", "Zoë 🙂", "עדה", "'quoted'",
    ];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_CSV_it_says_what_was_recorded_and_no_name_runs_in_a_spreadsheet()
    {
        var entries = await app.WriteAsync(Names, AuditAction.OperatorRenamed);
        using var browser = await app.Portal.SignInAsync("admin@example.com");

        var answer = await browser.GetAsync($"{AuditAddresses.Csv}?action=OperatorRenamed");

        Assert.Equal((HttpStatusCode.OK, "text/csv; charset=utf-8; header=present"), (answer.Status, answer.Headers["Content-Type"]));
        Assert.Equal($"attachment; filename=\"audit-log-{app.Portal.Now:yyyy-MM-dd}.csv\"", answer.Headers["Content-Disposition"]);
        Assert.StartsWith("id,time,action,refused,actorId,actorName,subjectId,subjectName,before,after,reason,address,userAgent,sessionId\r\n", answer.Body, StringComparison.Ordinal);
        using var csv = CsvReader.FromText(answer.Body);
        var read = new List<(string Id, string Time, string Name, string Before)>();
        while (csv.Read())
        {
            read.Add((csv.GetString("id"), csv.GetString("time"), csv.GetString("actorName"), csv.GetString("before")));
        }

        Assert.Equal(
            entries.Reverse().Select(entry => (entry.Id.ToString(CultureInfo.InvariantCulture), entry.At.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), Unrun(entry.ActorName), Unrun(entry.Before!))),
            read);
        static string Unrun(string text) => "=+-@＝".Contains(text[0], StringComparison.Ordinal) ? $"'{text}" : text.Replace(";=", ";'=", StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_it_is_an_array_of_objects_by_the_same_names()
    {
        var entries = await app.WriteAsync(Names, AuditAction.OperatorLanguageChanged);
        using var browser = await app.Portal.SignInAsync("admin@example.com");

        var answer = await browser.GetAsync($"{AuditAddresses.Json}?action=OperatorLanguageChanged");

        Assert.Equal((HttpStatusCode.OK, "application/json; charset=utf-8"), (answer.Status, answer.Headers["Content-Type"]));
        using var json = JsonDocument.Parse(answer.Body);
        Assert.Equal(
            entries.Reverse().Select(entry => (entry.Id, entry.ActorName, entry.Before)),
            json.RootElement.EnumerateArray().Select(entry => (entry.GetProperty("id").GetInt64(), entry.GetProperty("actorName").GetString()!, entry.GetProperty("before").GetString())));
        Assert.Equal(JsonValueKind.Null, json.RootElement[0].GetProperty("refused").ValueKind);
    }

    [Fact]
    public async Task It_is_marked_as_UTF_8_and_written_down_before_it_goes_out_and_not_in_it()
    {
        using var browser = await app.Portal.SignInAsync("admin@example.com");
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = browser.Cookies, UseProxy = false }) { BaseAddress = app.Portal.BaseAddress };

        var bytes = await client.GetByteArrayAsync(new Uri($"{AuditAddresses.Csv}?person=Zo%C3%AB&action=AuditExported&from=2026-01-01", UriKind.Relative), Cancelled);

        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        await using var db = app.Portal.Contexts.AcrossAccounts();
        var entry = await db.AuditEntries.OrderByDescending(row => row.Id).FirstAsync(row => row.Action == nameof(AuditAction.AuditExported), Cancelled);
        Assert.Equal(("Ada", "CSV; person=Zoë; action=AuditExported; from=2026-01-01"), (entry.ActorName, entry.After));
        Assert.Single(Encoding.UTF8.GetString(bytes).Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData(AuditAddresses.Csv)]
    [InlineData(AuditAddresses.Json)]
    public async Task Whoever_is_no_administrator_gets_what_an_unknown_address_gets(string address)
    {
        using var annas = await app.Portal.SignInAsync("anna@example.com");
        using var nobody = app.Portal.NewBrowser();

        var answer = await annas.GetAsync(address);
        var unknown = await annas.GetAsync("/audit/export.xlsx");
        var outside = await nobody.GetAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, unknown.Text), (answer.Status, answer.Text));
        Assert.Equal(unknown.Status, answer.Status);
        Assert.False(answer.Headers.ContainsKey("Content-Disposition"));
        Assert.Equal("/sign-in", outside.Location?.AbsolutePath);
        await using var db = app.Portal.Contexts.AcrossAccounts();
        Assert.True(await db.AuditEntries.AnyAsync(row => row.Action == nameof(AuditAction.AuditExported) && row.ActorName == "Anna" && row.Refused == "NotAllowed", Cancelled));
    }

    [Fact]
    public async Task A_download_of_very_much_comes_in_parts_and_one_that_is_broken_off_harms_nothing()
    {
        await app.FillAsync(30_000);
        using var browser = await app.Portal.SignInAsync("admin@example.com");
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = browser.Cookies, UseProxy = false }) { BaseAddress = app.Portal.BaseAddress };

        for (var round = 0; round < 3; round++)
        {
            using var answer = await client.GetAsync(new Uri(AuditAddresses.Csv, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancelled);
            Assert.True(answer.Headers.TransferEncodingChunked);
            await using var body = await answer.Content.ReadAsStreamAsync(Cancelled);
            await body.ReadExactlyAsync(new byte[1000], Cancelled);
        }

        var whole = await client.GetStringAsync(new Uri($"{AuditAddresses.Json}?action=SignedOut", UriKind.Relative), Cancelled);
        using var json = JsonDocument.Parse(whole);
        Assert.Equal(Enumerable.Range(1, 30_000).Reverse(), json.RootElement.EnumerateArray().Select(entry => int.Parse(entry.GetProperty("before").GetString()!, CultureInfo.InvariantCulture)));
        Assert.DoesNotContain(app.Log.Lines, line => line.Contains("Exception", StringComparison.Ordinal));
    }

    /// <summary>One program for all of these.</summary>
    public sealed class App : IAsyncDisposable
    {
        public App() => Portal = new(services: services => services.AddLogging(logging => logging.AddProvider(Log).SetMinimumLevel(LogLevel.Warning)));

        internal RecordedLog Log { get; } = new();

        internal PortalApp Portal { get; }

        public ValueTask DisposeAsync() => Portal.DisposeAsync();

        internal async Task<IReadOnlyList<AuditEntry>> WriteAsync(IEnumerable<string> names, AuditAction action)
        {
            var account = (await Portal.FindAsync("anna@example.com")).AccountId;
            return await Portal.Contexts.WriteAsync(account, async db =>
            {
                foreach (var name in names)
                {
                    AuditLog.Record(db, new Actor(Guid.CreateVersion7(), account, Guid.CreateVersion7(), "192.0.2.7", "Tests"), name, action, Portal.Now, before: name);
                }

                await db.SaveChangesAsync();
                return db.AuditEntries.Local.OrderBy(entry => entry.Id).ToList();
            });
        }

        internal async Task FillAsync(int count)
        {
            var account = (await Portal.FindAsync("anna@example.com")).AccountId;
            var now = Portal.Now.ToUnixTimeMilliseconds();
            await Portal.Contexts.WriteAsync(account, db => db.Database.ExecuteSqlAsync(
                $"""
                WITH RECURSIVE Numbers(N) AS (SELECT 1 UNION ALL SELECT N + 1 FROM Numbers WHERE N < {count})
                INSERT INTO AuditEntries (AccountId, At, Action, ActorName, Before, Address, UserAgent)
                SELECT {account}, {now}, 'SignedOut', 'Somebody with a name', N, '192.0.2.7', 'Tests' FROM Numbers
                """));
        }
    }
}

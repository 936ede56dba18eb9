using System.Globalization;
using System.Net;
using System.Net.Sockets;
using CsvHelper;
using Microsoft.EntityFrameworkCore;
using Portal.Accounts;
using Portal.Audit;
using Portal.Domain;
using Portal.Operators;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>The list of operators as a file: what a spreadsheet reads back, and who gets it.</summary>
public sealed class OperatorsExportTests : IAsyncLifetime
{
    private static readonly string[] Names =
    [
        "=HYPERLINK(\"http://x\";\"y\")", "+1", "-2+3", "@SUM(A1)", "\"=1+1\"", "'quoted'", "Zoë, van \"der\" Berg; & Co", "x;=1+1", "x; \"@SUM(A1)\"", "＝1+1",
        "👩‍👩‍👧 Zoë", "محمد العلي", "עדה", new string('x', 100), "<script>alert(1)</script>",
    ];

    private readonly PortalApp app = new();
    private Guid accountId;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => accountId = (await app.FindAsync("admin@example.com")).AccountId;

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Names_of_every_kind_come_back_whole_and_none_begins_a_formula()
    {
        foreach (var (name, which) in Names.Select((name, which) => (name, which)))
        {
            await app.AddOperatorAsync(name, $"person{which}@example.com", password: null);
        }

        var bytes = await DownloadAsync("admin@example.com");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var rows = Read(bytes);
        Assert.Equal(Names.Length + 8, rows.Count);
        Assert.All(rows.SelectMany(row => row.Values), cell => Assert.True(cell.Length == 0 || !"=+-@\t\r＝＋－＠".Contains(cell[0], StringComparison.Ordinal), cell));
        Assert.All(Names.Index(), name => Assert.Equal(
            name.Item, rows.Single(row => row["email"] == $"person{name.Index}@example.com")["name"] switch
            {
                ['\'', '=' or '+' or '-' or '@' or '＝', ..] escaped => escaped[1..],
                var cell => cell.Replace(";'", ";", StringComparison.Ordinal),
            }));

        // Where a semicolon divides, no piece begins a formula either.
        var pieces = System.Text.Encoding.UTF8.GetString(bytes).Split('\n').SelectMany(line => line.Split(';').Skip(1));
        Assert.DoesNotContain(pieces, piece => piece.TrimStart('"', ' ') is ['=' or '+' or '-' or '@', ..]);
    }

    [Fact]
    public async Task Each_row_says_what_the_list_says_in_its_order_and_narrowed_as_it_is()
    {
        var (setUp, until) = (new DateTimeOffset(2026, 11, 20, 8, 30, 0, TimeSpan.Zero), app.Now.AddDays(20));
        await app.ChangeAsync("dirk@example.com", dirk =>
        {
            (dirk.PolicyOverrideUntil, dirk.PolicyOverrideReason) = (until, "New phone, ordered");
            (dirk.LastSignInAt, dirk.LastSignInWith) = (setUp, SignInMethod.Password);
        });

        var all = Read(await DownloadAsync("admin@example.com"));
        var disabled = Read(await DownloadAsync("admin@example.com", "?status=Disabled&q=dirk&nonsense=1"));

        Assert.Equal(["Ada", "Anna", "Bram", "Carla", "Dirk", "Eva", "Finn", "Gijs"], all.Select(row => row["name"]));
        Assert.Equal(
            ["id", "name", "email", "role", "state", "status", "setting", "origin", "login_options", "two_factor_set_up_at", "override", "override_until", "override_reason", "last_sign_in_at", "created_at"],
            all[0].Keys);
        var dirk = Assert.Single(disabled);
        var who = await app.FindAsync("dirk@example.com");
        Assert.Equal(
            [
                who.Id.ToString(), "Dirk", "dirk@example.com", "Basic", "Active", "Disabled", "Disabled", "Operator", "Password", "", "Disabled",
                until.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture), "New phone, ordered", "2026-11-20T08:30:00Z",
                who.CreatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            ],
            dirk.Values);
        var eva = all.Single(row => row["name"] == "Eva");
        Assert.Equal(("HandledBySingleSignOn", "", "SingleSignOn"), (eva["status"], eva["setting"], eva["origin"]));
        await using var db = app.Contexts.For(accountId);
        Assert.Equal(
            ["rows=8", "rows=1&q=dirk&status=Disabled"],
            await db.AuditEntries.Where(entry => entry.Action == "OperatorsExported").OrderBy(entry => entry.Id).Select(entry => entry.After).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Whoever_may_not_see_the_list_gets_what_an_unknown_page_gets_and_another_account_only_its_own()
    {
        var elsewhere = await app.AddAccountAsync("Elsewhere");
        await app.AddOperatorAsync("Sven", "sven@example.org", OperatorRole.Administrator, accountId: elsewhere.Id);
        using var nobody = app.NewBrowser();
        using var anna = await app.SignInAsync("anna@example.com");
        foreach (var browser in new[] { nobody, anna })
        {
            var (export, unknown) = (await browser.GetAsync(OperatorsExport.Path), await browser.GetAsync("/operators/export.txt"));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (export.Status, unknown.Status));
            Assert.Equal(unknown.Text, export.Text);
            Assert.DoesNotContain("@example.com", export.Body, StringComparison.Ordinal);
        }

        Assert.Equal(["Sven"], Read(await DownloadAsync("sven@example.org")).Select(row => row["name"]));
        await using var db = app.Contexts.For(accountId);
        var entry = await db.AuditEntries.SingleAsync(row => row.Action == "OperatorsExported", Cancellation);
        Assert.Equal(("Anna", "NotAllowed", null), (entry.ActorName, entry.Refused, entry.After));
    }

    [Fact]
    public async Task Whoever_asks_again_and_again_in_vain_is_written_down_once()
    {
        using var anna = await app.SignInAsync("anna@example.com");
        using var dirk = await app.SignInAsync("dirk@example.com");
        for (var time = 0; time < 3; time++)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(OperatorsExport.Path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(AuditAddresses.Csv)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await anna.GetAsync(AuditAddresses.Json)).Status);
        }

        await dirk.GetAsync(OperatorsExport.Path);
        Assert.Equal(["Anna AuditExported", "Anna OperatorsExported", "Dirk OperatorsExported"], await RefusedAsync());
    }

    [Theory]
    [InlineData(OperatorsExport.Path)]
    [InlineData(AuditAddresses.Csv)]
    [InlineData(AuditAddresses.Json)]
    public async Task A_page_of_another_site_gets_nothing_and_writes_nothing(string address)
    {
        foreach (var email in new[] { "admin@example.com", "anna@example.com" })
        {
            using var browser = await app.SignInAsync(email);
            var unknown = await browser.GetAsync("/operators/export.txt");
            browser.Headers.Add("Sec-Fetch-Site", "cross-site");

            var answer = await browser.GetAsync(address);

            Assert.Equal((HttpStatusCode.NotFound, unknown.Text), (answer.Status, answer.Text));
            await using var db = app.Contexts.For(accountId);
            Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Action == "OperatorsExported" || entry.Action == "AuditExported", Cancellation));
        }
    }

    [Theory]
    [InlineData(OperatorsExport.Path)]
    [InlineData($"{AuditAddresses.Csv}?action=SignedOut")]
    [InlineData($"{AuditAddresses.Json}?action=SignedOut")]
    public async Task Whoever_may_no_longer_gets_no_more_of_it_and_it_breaks_off(string address)
    {
        await FillAsync(6_000);
        using var browser = await app.SignInAsync("admin@example.com");
        using var client = new HttpClient(Slow(browser.Cookies));
        using var answer = await client.GetAsync(new Uri(app.BaseAddress, address), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await answer.Content.ReadAsStreamAsync(Cancellation);
        await body.ReadExactlyAsync(new byte[1_000], Cancellation);

        await app.Contexts.WriteAsync(accountId, db => db.Sessions.ExecuteUpdateAsync(set => set.SetProperty(session => session.EndedAt, app.Now)));

        await Assert.ThrowsAnyAsync<IOException>(() => body.CopyToAsync(Stream.Null, Cancellation));
    }

    private static SocketsHttpHandler Slow(CookieContainer cookies) => new()
    {
        CookieContainer = cookies,
        UseProxy = false,
        ConnectCallback = async (context, cancellation) =>
        {
            // What is on its way to whoever does not read on is far less than the file.
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 16 * 1024 };
            await socket.ConnectAsync(context.DnsEndPoint, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        },
    };

    // Each with four thousand characters, and as many entries of the record.
    private Task<int> FillAsync(int many) => app.Contexts.WriteAsync(accountId, async db =>
    {
        var (text, now) = (new string('x', 4_000), app.Now);
        for (var number = 0; number < many; number += 1_000)
        {
            db.ChangeTracker.Clear();
            foreach (var each in Enumerable.Range(number, 1_000))
            {
                var who = NewOperators.Create(accountId, $"Person {each}", $"{each}@example.org", OperatorRole.Basic, now);
                (who.PolicyOverride, who.PolicyOverrideReason) = (TwoFactorPolicy.Required, text);
                db.Operators.Add(who);
                AuditLog.RecordCommand(db, accountId, AuditAction.SignedOut, now, before: text);
            }

            await db.SaveChangesAsync();
        }

        return 0;
    });

    private async Task<List<string>> RefusedAsync()
    {
        await using var db = app.Contexts.For(accountId);
        var refused = await db.AuditEntries.Where(entry => entry.Refused != null).ToListAsync(Cancellation);
        return [.. refused.Select(entry => $"{entry.ActorName} {entry.Action}").Order(StringComparer.Ordinal)];
    }

    private static List<Dictionary<string, string>> Read(byte[] bytes)
    {
        using var csv = CsvReader.Create(bytes);
        var rows = new List<Dictionary<string, string>>();
        while (csv.Read())
        {
            rows.Add(csv.Headers.ToArray().ToDictionary(name => name, csv.GetString));
        }

        return rows;
    }

    private async Task<byte[]> DownloadAsync(string email, string query = "")
    {
        using var browser = await app.SignInAsync(email);
        using var client = new HttpClient(new SocketsHttpHandler { CookieContainer = browser.Cookies, UseProxy = false });
        using var answer = await client.GetAsync(new Uri(app.BaseAddress, OperatorsExport.Path + query), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(("text/csv", null), (answer.Content.Headers.ContentType!.MediaType, answer.Content.Headers.ContentLength));
        Assert.Matches(@"^operators-\d{4}-\d\d-\d\d\.csv$", answer.Content.Headers.ContentDisposition!.FileName!);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        return await answer.Content.ReadAsByteArrayAsync(Cancellation);
    }
}

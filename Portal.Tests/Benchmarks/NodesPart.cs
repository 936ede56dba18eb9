using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Benchmarks;

/// <summary>
/// Two nodes on one PostgreSQL that waits for its disk, while people sign in at both without a pause: a click at one until pages at the
/// other show it, and a reset at neither of them until the page of whom it concerns is closed.
/// </summary>
public static class NodesPart
{
    private const string Page = "/account/settings";
    private const int Pages = 50;
    private const int Clicks = 60;
    private const int Resets = 100;
    private const int Clients = 4;
    private const int People = 100;
    private const double ClosedWithin = 5000;

    // A choice that has just become the chosen one arrives with this class.
    private const string Chosen = "choice on";

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        using var program = await Published.PortalAsync();
        await using var server = await PostgresServer.StartAsync(isDurable: true);
        var database = TestDatabase.Settings(server.ConnectionString(await server.CreateDatabaseAsync()));
        await using var services = PortalServices.Create([("Portal:DataDirectory", PortalApp.NewDataDirectory()), .. database.Select(setting => (setting.Key, setting.Value))]);
        services.Clock.AdjustTime(DateTimeOffset.UtcNow);
        await services.Contexts.MigrateAsync();
        var company = await services.AddAccountAsync();
        var clicking = await AddAsync(services, company, "Clicking", OperatorRole.Administrator);
        var resetting = await AddAsync(services, company, "Resetting", OperatorRole.Administrator);
        var concerned = await AddAsync(services, company, "Concerned", Resets);
        var busy = await services.AddAccountAsync(name: "Busy");
        var people = new List<Person>();
        for (var number = 0; number < People; number++)
        {
            people.Add(new(await services.AddOperatorAsync(busy, $"Busy{number}"), null));
        }

        await HashPasswordsAsync(services);
        await using var one = await StartAsync(program, database);
        await using var other = await StartAsync(program, database);
        await using var clicker = await OpenAsync(one, await SignInAsync(one, clicking), Page);
        var (own, away) = (await OpenManyAsync(one, resetting), await OpenManyAsync(other, resetting));
        var closing = new List<(Operator Who, CircuitClient Page)>();
        foreach (var person in concerned)
        {
            closing.Add((person.Who, await OpenAsync(other, await SignInAsync(other, person), "/me")));
        }

        using var over = new CancellationTokenSource();
        var began = Stopwatch.GetTimestamp();
        var load = Enumerable.Range(0, Clients).Select(client => Task.Run(() => UseAsync([one, other], people, client, over.Token))).ToList();
        var (near, far) = await ClickAsync(clicker, own, away);
        var closed = await ResetAsync(services, resetting.Who, closing);
        await over.CancelAsync();
        var signIns = (await Task.WhenAll(load)).Sum() / Stopwatch.GetElapsedTime(began).TotalSeconds;
        foreach (var page in own.Concat(away).Concat(closing.Select(pair => pair.Page)))
        {
            await page.DisposeAsync();
        }

        return
        [
            new($"two nodes on PostgreSQL, {(2 * Pages) + Resets} pages open, {Clients} people who sign in by password without a pause", Figure.Of(signIns, "0.0", "/s"), "", "–", "–"),
            new($"  a click at one until any of {Pages} pages at the other shows it, p50", Figure.Of(far.Median, "0", "ms"), far.Spread("0"), $"{Figure.Of(near.Median, "0", "ms")}, at its own", Figure.RatioOf(far.Median, near.Median)),
            new("  p99", Figure.Of(far.Percentile(99), "0", "ms"), "", $"{Figure.Of(near.Percentile(99), "0", "ms")}, at its own", Figure.RatioOf(far.Percentile(99), near.Percentile(99))),
            new("  a reset elsewhere until the open page of whom it concerns is closed, p50", Figure.Of(closed.Median, "0", "ms"), closed.Spread("0"), "–", "–"),
            Figure.Within("  p99", closed.Percentile(99), ClosedWithin, value => Figure.Of(value, "0", "ms")),
        ];
    }

    private static Task<Running> StartAsync(Published program, IReadOnlyDictionary<string, string> database) => program.StartAsync(
    [
        .. database.Select(setting => (setting.Key.Replace(":", "__", StringComparison.Ordinal), setting.Value)),
        ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("Portal__PublicUrl", "http://localhost:5080"),
        ("Portal__DataDirectory", PortalApp.NewDataDirectory()),
    ]);

    private static async Task<Person> AddAsync(PortalServices services, Account account, string name, OperatorRole role = OperatorRole.Basic)
    {
        var who = await services.AddOperatorAsync(account, name, role);
        return new(who, PretendPhone.FromKey((await services.AddAuthenticatorAsync(who)).ToBase32()));
    }

    private static async Task<List<Person>> AddAsync(PortalServices services, Account account, string name, int count)
    {
        var people = new List<Person>();
        for (var number = 0; number < count; number++)
        {
            people.Add(await AddAsync(services, account, $"{name}{number}"));
        }

        return people;
    }

    // One hash for all, made as the program makes it: with fewer rounds each first sign-in would make another.
    private static Task<int> HashPasswordsAsync(PortalServices services)
    {
        var hash = new PasswordHasher<Operator>(Options.Create(new PasswordHasherOptions { IterationCount = SecurityServices.PasswordRounds })).HashPassword(new() { Name = "" }, PortalServices.Password);
        return services.Contexts.WriteAcrossAccountsAsync(db => db.Operators.ExecuteUpdateAsync(set => set.SetProperty(who => who.PasswordHash, hash)));
    }

    private static async Task<CookieContainer> SignInAsync(Running node, Person person)
    {
        using var browser = new HttpBrowser(node.Address);
        var answer = await browser.SubmitAsync(
            await browser.GetAsync("/sign-in"), "form[action='/sign-in']", ("email", person.Who.Email!), ("password", PortalServices.Password));
        if (person.Phone is { } phone)
        {
            answer = await browser.SubmitAsync(await browser.FollowAsync(answer), "form[action='/sign-in/code']", ("code", await phone.CodeAsync(DateTimeOffset.UtcNow)));
        }

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        return browser.Cookies;
    }

    private static async Task<CircuitClient> OpenAsync(Running node, CookieContainer cookies, string path)
    {
        var page = new CircuitClient(node.Address, cookies);
        await page.OpenAsync(path);
        return page;
    }

    private static async Task<List<CircuitClient>> OpenManyAsync(Running node, Person administrator)
    {
        // The same browser at both nodes, as the session is: a code is good for one sign-in.
        administrator.Cookies ??= await SignInAsync(node, administrator);
        var pages = new List<CircuitClient>();
        for (var number = 0; number < Pages; number++)
        {
            pages.Add(await OpenAsync(node, administrator.Cookies, Page));
        }

        return pages;
    }

    private static async Task<int> UseAsync(Running[] nodes, List<Person> people, int client, CancellationToken over)
    {
        var done = 0;
        for (var turn = client; !over.IsCancellationRequested; turn += Clients)
        {
            await SignInAsync(nodes[(turn / Clients) % nodes.Length], people[turn % people.Count]);
            done++;
        }

        return done;
    }

    private static async Task<(Samples Near, Samples Far)> ClickAsync(CircuitClient clicker, List<CircuitClient> own, List<CircuitClient> away)
    {
        var (near, far) = (new List<double>(), new List<double>());
        for (var click = 0; click < Clicks; click++)
        {
            var next = IsChosen(clicker, "default-Required") ? "default-Optional" : "default-Required";
            var waiting = own.Concat(away).Select(page => page.NextBatchWithAsync(Chosen)).ToList();
            var began = Stopwatch.GetTimestamp();
            await clicker.ChangeAsync(element => element["id"] == next, "on");
            var took = (await Task.WhenAll(waiting)).Select(batch => Stopwatch.GetElapsedTime(began, batch.ArrivedAt).TotalMilliseconds).ToList();
            near.AddRange(took.Take(own.Count));
            far.AddRange(took.Skip(own.Count));
            await clicker.WaitUntilAsync(() => IsChosen(clicker, next) && clicker.Text.Contains("Undo", StringComparison.Ordinal), "what was saved");
        }

        return (new(near), new(far));
    }

    private static async Task<Samples> ResetAsync(PortalServices services, Operator administrator, List<(Operator Who, CircuitClient Page)> closing)
    {
        var actor = await services.SignInAsync(administrator, SignInMethod.PasswordAndCode);
        var took = new List<double>();
        foreach (var (who, page) in closing)
        {
            var closed = page.WaitUntilAsync(() => page.NavigatedTo is not null, "to be closed");
            var began = Stopwatch.GetTimestamp();
            Assert.True((await services.Get<TwoFactorEnrollments>().ResetAsync(actor, who.Id, "")).IsDone);
            await closed;
            took.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return new(took);
    }

    private static bool IsChosen(CircuitClient page, string id) => page.Elements.Single(element => element["id"] == id).Attributes.ContainsKey("checked");

    private sealed record Person(Operator Who, PretendPhone? Phone)
    {
        public CookieContainer? Cookies { get; set; }
    }
}

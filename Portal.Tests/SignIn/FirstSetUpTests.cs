using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Domain;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>The first administrator outside Development: made once, by whoever has the address that the start printed.</summary>
public sealed class FirstSetUpTests : IAsyncDisposable
{
    private const string Form = "form[action='/setup']";
    private const string Password = "Four words make one";
    private const string Closed = "The installation has been set up, or this link is not the one printed in the server's log.";

    private readonly NewInstallation portal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => portal.DisposeAsync();

    [Fact]
    public async Task The_printed_address_makes_account_and_administrator_once_and_signs_in()
    {
        var link = await portal.LinkAsync();
        var token = link.Query["?token=".Length..];
        using var browser = portal.NewBrowser();

        Assert.Matches("^[A-Za-z0-9_-]{43}$", token);
        Assert.Single(portal.Printed, line => line == link.ToString());
        var opened = await browser.GetAsync(link.PathAndQuery);
        Assert.Equal((HttpStatusCode.SeeOther, "/setup"), (opened.Status, opened.Headers["Location"]));
        Assert.Matches("^__Host-.*; secure; samesite=lax; httponly$", Assert.Single(opened.SetCookies));
        Assert.All(
            [("no-store", "Cache-Control"), ("no-referrer", "Referrer-Policy")],
            header => Assert.Contains(header.Item1, opened.Headers[header.Item2], StringComparison.Ordinal));

        // Looking changes nothing: a scanner may have been here before.
        var page = await browser.FollowAsync(opened);
        Assert.DoesNotContain(token, page.Body, StringComparison.Ordinal);
        Assert.Equal("no-referrer", page.Headers["Referrer-Policy"]);
        Assert.Equal(0, await CountAsync());

        var answer = await browser.SubmitAsync(page, Form, Fields(("time-zone", "Europe/Amsterdam"), ("language", "nl"), ("name", " Noor ")));
        Assert.Equal("/home", answer.Location?.AbsolutePath);
        var landed = await browser.FollowAsync(answer);
        Assert.Equal((HttpStatusCode.OK, "/overview"), (landed.Status, landed.Address.AbsolutePath));
        await using (var db = portal.App.Contexts.AcrossAccounts())
        {
            var account = await db.Accounts.SingleAsync(Cancellation);
            Assert.Equal(("Voorbeeld BV", "Europe/Amsterdam", "nl", TwoFactorPolicy.Optional), (account.Name, account.TimeZone, account.Language, account.DefaultPolicy));
            var noor = await db.Operators.SingleAsync(Cancellation);
            Assert.Equal(("Noor", "noor@example.com", OperatorRole.Administrator, OperatorState.Active), (noor.Name, noor.Email, noor.Role, noor.State));
            var entries = await db.AuditEntries.OrderBy(entry => entry.Id).ToListAsync(Cancellation);
            Assert.Equal(["AccountCreated", "OperatorCreated", "SignedIn"], entries.Select(entry => entry.Action));
            Assert.All(entries, entry => Assert.Equal((account.Id, noor.Id, "Noor", "127.0.0.1"), (entry.AccountId, entry.ActorId, entry.ActorName, entry.Address)));
        }

        using var late = portal.NewBrowser();
        AssertClosed(await late.GetAsync(link.PathAndQuery));
        AssertClosed(await browser.GetAsync("/setup"));
        AssertClosed(await browser.SubmitAsync(page, Form, Fields(("email", "other@example.com"))));
        Assert.Equal(1, await CountAsync());
        Assert.Single(portal.Logged, line => line.Contains(token, StringComparison.Ordinal));
        Assert.DoesNotContain(portal.Logged, line => line.Contains(Password, StringComparison.Ordinal));

        await using var restarted = new NewInstallation(portal.App.DataDirectory);
        using var later = restarted.NewBrowser();
        AssertClosed(await later.GetAsync(link.PathAndQuery));
        Assert.DoesNotContain(restarted.Printed, line => line.Contains("/setup?", StringComparison.Ordinal));
        Assert.DoesNotContain(restarted.Logged, line => line.Contains("/setup?", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_token_but_that_of_this_start_gets_one_answer()
    {
        var former = await portal.LinkAsync();
        using var browser = portal.NewBrowser();
        var page = await browser.VisitAsync(former.PathAndQuery);
        await portal.App.DisposeAsync();
        await using var restarted = new NewInstallation(portal.App.DataDirectory);
        var link = await restarted.LinkAsync();
        Assert.NotEqual(former, link);

        using var stranger = restarted.NewBrowser();
        var token = link.Query["?token=".Length..];
        var answers = new List<string>();
        foreach (var asked in new[]
        {
            "/setup", former.PathAndQuery, "/setup?token=", $"/setup?token={token[..^1]}", $"/setup?token={token}A", $"/setup?token={token}&token={token}",
            $"/setup?token={token.ToUpperInvariant()}", "/setup?token=%00", $"/setup?token={new string('A', 6_000)}",
        })
        {
            var answer = await stranger.GetAsync(asked);
            AssertClosed(answer);
            Assert.DoesNotContain(answer.SetCookies, cookie => cookie.Contains("FirstSetUp", StringComparison.Ordinal));
            answers.Add(string.Join('\n', answer.Headers.Keys.Where(name => name != "Set-Cookie").Order()) + answer.Comparable());
        }

        Assert.Single(answers.Distinct());

        // The page that was open before the restart, in the browser that has the former token.
        using var before = new HttpBrowser(restarted.App.BaseAddress, browser.Cookies) { IsBehindProxy = true };
        AssertClosed(await before.PostAsync("/setup", [.. Fields(), ("__RequestVerificationToken", TokenOf(page))]));
        AssertClosed(await before.GetAsync("/setup"));

        // And once there is an account, whoever made it: the one that was right gets the same answer as the rest.
        var open = await stranger.VisitAsync(link.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, open.Status);
        await restarted.App.AddAccountAsync("Example Company");
        AssertClosed(await stranger.SubmitAsync(open, Form, Fields()));
        var done = await stranger.GetAsync("/setup");
        AssertClosed(done);
        Assert.EndsWith(done.Comparable(), answers[0], StringComparison.Ordinal);
        await using var db = restarted.App.Contexts.AcrossAccounts();
        Assert.Equal((1, 0), (await db.Accounts.CountAsync(Cancellation), await db.Operators.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Of_fifty_at_once_one_makes_the_first_administrator()
    {
        var link = await portal.LinkAsync();
        using var opened = portal.NewBrowser();
        var page = await opened.VisitAsync(link.PathAndQuery);

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () =>
        {
            var cookies = new CookieContainer();
            cookies.Add(opened.Cookies.GetAllCookies());
            using var browser = new HttpBrowser(portal.App.BaseAddress, cookies) { IsBehindProxy = true };
            return await browser.SubmitAsync(page, Form, Fields(("account", $"Account {number}"), ("email", $"number-{number}@example.com")));
        })));

        Assert.Equal("/home", Assert.Single(answers, answer => answer.Status != HttpStatusCode.NotFound).Location?.AbsolutePath);
        await using var db = portal.App.Contexts.AcrossAccounts();
        Assert.Equal((1, 1), (await db.Accounts.CountAsync(Cancellation), await db.Operators.CountAsync(Cancellation)));
        Assert.Equal(3, await db.AuditEntries.CountAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_wrong_stands_under_its_field_and_all_but_the_password_is_kept()
    {
        using var browser = portal.NewBrowser();
        var page = await browser.VisitAsync((await portal.LinkAsync()).PathAndQuery);
        Assert.Equal(("account", "UTC", "en"), (FocusOf(page), ValueOf(page, "time-zone"), ValueOf(page, "language")));
        Assert.Empty(page.Document.QuerySelectorAll(".errline"));

        var name = "Type a name of 1 to 100 characters, without line breaks.";
        foreach (var (field, typed, said) in new[]
        {
            ("account", " ", name),
            ("account", new string('x', 101), name),
            ("account", "a\u202Eb", name),
            ("language", "xx", "Choose one from the list."),
            ("time-zone", "Europe/Atlantis", "Choose one from the list."),
            ("name", "", name),
            ("name", "a\nb", name),
            ("email", "", "Type your e-mail address."),
            ("email", "noor@", "Type one whole address, such as name@example.com."),
            ("password", "", "Choose a password."),
            ("password", "short", "Too short: take at least 12 characters, for example four words."),
            ("password", new string('x', 257), "Too long: take at most 256 characters."),
            ("password", "passwordpassword", "Too easy to guess: many people use it, or it is your own name or address."),
            ("password", "noor@example.com", "Too easy to guess: many people use it, or it is your own name or address."),
            ("again", "Four words make two", "The two are not the same. Type both again."),
        })
        {
            var fields = Fields(("time-zone", "Europe/Amsterdam"), ("language", "nl"), (field, typed), field == "password" ? ("again", typed) : ("name", field == "name" ? typed : "Noor"));
            var answer = await browser.PostAsync("/setup", [.. fields, ("__RequestVerificationToken", TokenOf(page))]);

            Assert.True(answer.Status == HttpStatusCode.BadRequest && answer.Document.QuerySelector(".errline") is not null, $"{field} {typed}: {answer.Status} {answer.Text}");
            var wrong = answer.Document.QuerySelector("[aria-invalid=true]")!;
            var fault = Assert.Single(answer.Document.QuerySelectorAll(".errline"));
            Assert.Equal((field, said), (wrong.GetAttribute("name"), fault.TextContent.Trim()));
            Assert.Contains(fault.Id!, wrong.GetAttribute("aria-describedby")!.Split(' '));
            Assert.Equal(field, FocusOf(answer));
            foreach (var (kept, value) in fields.Where(sent => sent.Name != field))
            {
                Assert.Equal((kept, kept is "password" or "again" ? "" : value), (kept, ValueOf(answer, kept)));
            }

            Assert.DoesNotContain(Password, answer.Body, StringComparison.Ordinal);
        }

        var all = await browser.SubmitAsync(page, Form);
        Assert.Equal(["account", "name", "email", "password"], all.Document.QuerySelectorAll("[aria-invalid=true]").Select(field => field.GetAttribute("name")));
        var dangerous = await browser.SubmitAsync(page, Form, Fields(("account", "<script>alert(1)</script>\"'"), ("email", "\"><img src=x>")));
        Assert.Empty(dangerous.Document.QuerySelectorAll("script, img"));
        Assert.Equal("<script>alert(1)</script>\"'", ValueOf(dangerous, "account"));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_form_of_another_site_does_nothing_and_one_that_was_open_too_long_comes_back()
    {
        using var browser = portal.NewBrowser();
        using var stranger = portal.NewBrowser();
        var page = await browser.VisitAsync((await portal.LinkAsync()).PathAndQuery);
        var theirs = TokenOf(await stranger.GetAsync("/sign-in"));

        AssertClosed(await stranger.PostAsync("/setup", [.. Fields(), ("__RequestVerificationToken", theirs)]));
        foreach (var token in new[] { "", "x", theirs })
        {
            var stale = await browser.PostAsync("/setup", [.. Fields(), ("__RequestVerificationToken", token)]);
            Assert.Equal(HttpStatusCode.BadRequest, stale.Status);
            Assert.Contains("This page was open too long. Try again.", stale.Text, StringComparison.Ordinal);
            Assert.Equal("", ValueOf(stale, "account"));
            page = stale;
        }

        Assert.Equal(0, await CountAsync());
        Assert.Equal("/home", (await browser.SubmitAsync(page, Form, Fields())).Location?.AbsolutePath);
    }

    private static (string Name, string Value)[] Fields(params IEnumerable<(string Name, string Value)> other)
    {
        var fields = new Dictionary<string, string>
        {
            ["account"] = "Voorbeeld BV",
            ["language"] = "en",
            ["time-zone"] = "UTC",
            ["name"] = "Noor",
            ["email"] = "noor@example.com",
            ["password"] = Password,
            ["again"] = Password,
        };
        foreach (var (name, value) in other)
        {
            fields[name] = value;
        }

        return [.. fields.Select(field => (field.Key, field.Value))];
    }

    private static void AssertClosed(HttpAnswer answer)
    {
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Contains(Closed, answer.Text, StringComparison.Ordinal);
        Assert.Contains("create-administrator", answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Document.QuerySelectorAll(Form));
    }

    private static string TokenOf(HttpAnswer page) => page.Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    private static string? FocusOf(HttpAnswer page) => Assert.Single(page.Document.QuerySelectorAll("[autofocus]")).GetAttribute("name");

    private static string ValueOf(HttpAnswer page, string field) => page.Document.QuerySelector($"{Form} [name='{field}']") switch
    {
        AngleSharp.Html.Dom.IHtmlSelectElement select => select.Value ?? "",
        AngleSharp.Html.Dom.IHtmlInputElement input => input.Value,
        _ => throw new InvalidOperationException($"No field {field}: {page.Text}"),
    };

    private async Task<int> CountAsync()
    {
        await using var db = portal.App.Contexts.AcrossAccounts();
        Assert.Equal(await db.Accounts.CountAsync(Cancellation), await db.Operators.CountAsync(Cancellation));
        return await db.Accounts.CountAsync(Cancellation);
    }
}

using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.SignIn;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Operations;

/// <summary>Two nodes behind a real load balancer: people stay at one while it is there, go on at the other when it is not, and notice neither.</summary>
[Trait(DatabasesFramework.Trait, nameof(DatabaseProvider.Postgres))]
public sealed class TwoNodesBehindProxyTests(BrowserFixture browsers, TwoNodesBehindProxy nodes) : IClassFixture<TwoNodesBehindProxy>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_browser_stays_at_one_node_sees_what_is_done_at_the_other_and_moves_there_when_its_own_is_taken_out()
    {
        var start = nodes.Lines.Count;
        var account = await nodes.Services.AddAccountAsync();
        var vera = await nodes.Services.AddOperatorAsync(account, "Vera");
        var ada = await nodes.Services.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        await nodes.Services.AddAuthenticatorAsync(await nodes.Services.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator));
        await using var veras = await browsers.NewContextAsync(anyCertificate: true);
        await using var adas = await browsers.NewContextAsync(anyCertificate: true);
        var page = await SignInAsync(veras, vera, "/me");
        var home = (await nodes.NodeOfAsync(veras))!;
        await nodes.MoveToAsync(adas, TwoNodesBehindProxy.OtherThan(home));
        var settings = await SignInAsync(adas, ada, "/account/settings");

        await settings.GetByRole(AriaRole.Radio, new() { Name = "Required", Exact = true }).CheckAsync();
        await Expect(settings.GetByText("Saved at")).ToBeVisibleAsync();

        var banner = page.GetByText("Two-factor authentication is now required and you have nothing set up.");
        await Expect(banner).ToBeVisibleAsync();
        Assert.Equal(TwoNodesBehindProxy.OtherThan(home), await nodes.NodeOfAsync(adas));

        // A node that is drained keeps who is there.
        await nodes.SetStateAsync(home, "drain");
        await page.ReloadAsync();
        await ReadyAsync(page);
        Assert.Equal(home, await nodes.NodeOfAsync(veras));
        Assert.Equal(0, await page.EvaluateAsync<int>("() => performance.getEntriesByType('resource').filter(asked => asked.name.includes('/_blazor?')).length"));
        await MarkAsync(page);
        var before = nodes.Lines.Count;
        await nodes.SetStateAsync(home, "maint");
        await LoadedAnewAsync(page);
        await Expect(banner).ToBeVisibleAsync();
        Assert.Equal(TwoNodesBehindProxy.OtherThan(home), await nodes.NodeOfAsync(veras));
        await nodes.SetStateAsync(home, "ready");

        // The page was there twice before: by two requests and two sockets, and all of them at the one node.
        Assert.NotNull(await Patience.UntilAsync(() => Task.FromResult(
            nodes.Lines.Skip(start).Count(line => line.Node == home && line.Path == "/_blazor") >= 2 && nodes.Lines.Skip(before).Any(line => line.Path == "/me") ? account : null)));
        Assert.All(nodes.Lines.Take(before).Skip(start).Where(line => line.Path == "/me"), line => Assert.Equal(home, line.Node));
        Assert.All(nodes.Lines.Skip(before).Where(line => line.Path == "/me"), line => Assert.Equal(TwoNodesBehindProxy.OtherThan(home), line.Node));
        Assert.Equal(2, await SessionsOfAsync(account));
    }

    [Fact]
    public async Task Of_fifty_sign_ins_with_one_code_over_both_one_wins()
    {
        var account = await nodes.Services.AddAccountAsync();
        var who = await nodes.Services.AddOperatorAsync(account, "Fifty");
        var phone = PretendPhone.FromKey((await nodes.Services.AddAuthenticatorAsync(who)).ToBase32());
        var waiting = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => WaitForCodeAsync(who)));
        var pages = await Task.WhenAll(waiting.Select(browser => browser.GetAsync("/sign-in/code")));
        Assert.Equal([TwoNodesBehindProxy.One, TwoNodesBehindProxy.Two], waiting.Select(nodes.NodeOf).Distinct().Order());
        var code = await phone.CodeAsync(DateTimeOffset.UtcNow);

        var answers = await Task.WhenAll(waiting.Zip(pages, (browser, page) => browser.SubmitAsync(page, Steps.CodeForm, ("code", code))));

        Assert.Single(answers, answer => answer.Location?.AbsolutePath == "/home");
        Assert.Equal(1, await SessionsOfAsync(account));
        Array.ForEach(waiting, browser => browser.Dispose());
    }

    [Fact]
    public async Task Wrong_codes_and_passwords_are_counted_over_both()
    {
        var account = await nodes.Services.AddAccountAsync();
        var who = await nodes.Services.AddOperatorAsync(account, "Guessed");
        var key = await nodes.Services.AddAuthenticatorAsync(who);

        // One sign-in that goes to and fro: its fifth wrong code is its last, and the right one then comes too late.
        using var browser = await WaitForCodeAsync(who);
        var node = TwoNodesBehindProxy.One;
        var right = await PretendPhone.FromKey(key.ToBase32()).CodeAsync(DateTimeOffset.UtcNow);
        var wrong = nodes.Services.WrongCodeFor(key);
        var page = await browser.GetAsync("/sign-in/code");
        for (var tried = 0; tried < 5; tried++)
        {
            nodes.MoveTo(browser, node = TwoNodesBehindProxy.OtherThan(node));
            var answer = await browser.SubmitAsync(page, Steps.CodeForm, ("code", wrong));
            Assert.True(answer.Status is HttpStatusCode.BadRequest or HttpStatusCode.SeeOther, answer.Text);
        }

        nodes.MoveTo(browser, TwoNodesBehindProxy.OtherThan(node));
        Assert.Equal("/sign-in", (await browser.SubmitAsync(page, Steps.CodeForm, ("code", right))).Location?.AbsolutePath);

        // Twelve passwords at once: from the fifth on each has to wait, and each that was looked at was counted.
        using var one = nodes.NewBrowser(TwoNodesBehindProxy.One);
        using var two = nodes.NewBrowser(TwoNodesBehindProxy.Two);
        var (atOne, atTwo) = (await one.GetAsync("/sign-in"), await two.GetAsync("/sign-in"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(which => (which % 2 == 0 ? one : two).SubmitAsync(
            which % 2 == 0 ? atOne : atTwo, Steps.PasswordForm, ("email", who.Email!), ("password", "not the password"))));

        Assert.Contains(answers, answer => answer.Status == HttpStatusCode.TooManyRequests);
        await using var db = nodes.Services.Contexts.AcrossAccounts();
        Assert.Equal(answers.Count(answer => answer.Status == HttpStatusCode.BadRequest), await db.PasswordTries.MaxAsync(tries => tries.Count, Cancellation));
    }

    [Fact]
    public async Task When_a_node_is_killed_under_load_the_wizard_goes_on_at_the_other_with_the_same_key_and_nothing_is_lost_or_done_twice()
    {
        var account = await nodes.Services.AddAccountAsync();
        var wim = await nodes.Services.AddOperatorAsync(account, "Wim");
        var others = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => nodes.Services.AddOperatorAsync(account, $"Load{number}")));
        await using var context = await browsers.NewContextAsync(anyCertificate: true);
        var page = await SignInAsync(context, wim, "/me");
        await page.GetByRole(AriaRole.Button, new() { Name = "Scan QR code" }).ClickAsync();
        var wizard = page.GetByRole(AriaRole.Dialog, new() { Name = "Set up two-factor authentication" });
        await wizard.GetByText("Can't scan? Enter the key by hand").ClickAsync();
        var groups = wizard.GetByRole(AriaRole.Group, new() { Name = "Key in groups of four" }).Locator("span");
        await groups.First.WaitForAsync();
        var key = string.Concat(await groups.AllTextContentsAsync());
        var home = (await nodes.NodeOfAsync(context))!;
        using var over = new CancellationTokenSource();
        var load = others.Select(who => Task.Run(() => SignInAgainAndAgainAsync(who, over.Token))).ToList();
        Assert.NotNull(await Patience.UntilAsync(async () => await SessionsOfAsync(account) > 8 ? account : null));

        await MarkAsync(page);
        await nodes.KillAsync(home);
        await LoadedAnewAsync(page);

        Assert.Equal(TwoNodesBehindProxy.OtherThan(home), await nodes.NodeOfAsync(context));
        await groups.First.WaitForAsync();
        Assert.Equal(key, string.Concat(await groups.AllTextContentsAsync()));
        await wizard.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        var code = wizard.GetByRole(AriaRole.Textbox, new() { Name = "Code" });
        await code.FillAsync(await PretendPhone.FromKey(key).CodeAsync(DateTimeOffset.UtcNow));
        await code.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog, new() { Name = "Two-factor authentication is active" })).ToBeVisibleAsync();

        await over.CancelAsync();
        var done = await Task.WhenAll(load);
        await using var db = nodes.Services.Contexts.For(account.Id);
        Assert.Equal(wim.Id, (await db.Authenticators.SingleAsync(Cancellation)).OperatorId);
        Assert.Equal(1, await db.AuditEntries.CountAsync(entry => entry.SubjectId == wim.Id && entry.Action == nameof(AuditAction.TwoFactorSetUp), Cancellation));
        Assert.Equal(1, await db.Sessions.CountAsync(session => session.OperatorId == wim.Id, Cancellation));

        // Of what was on its way to the node when it died nobody can say whether it was done; of all else everybody can.
        foreach (var (who, (signedIn, failed)) in others.Zip(done))
        {
            Assert.InRange(failed, 0, 1);
            Assert.InRange(await db.Sessions.CountAsync(session => session.OperatorId == who.Id, Cancellation), signedIn, signedIn + failed);
        }

        await nodes.ReviveAsync(home);
    }

    [Fact]
    public async Task A_link_opened_at_a_node_that_dies_is_finished_at_the_other_and_works_once()
    {
        var account = await nodes.Services.AddAccountAsync(TwoFactorPolicy.Disabled);
        var noor = await nodes.Services.AddOperatorAsync(account, "Noor", state: OperatorState.Invited);
        var links = nodes.Services.Get<OneTimeLinks>();
        var link = await nodes.Services.Contexts.WriteAsync(account.Id, async db =>
        {
            var row = await links.AddAsync(db, await db.Operators.SingleAsync(), LinkPurpose.Invitation, OneTimeLinks.InvitationLife);
            links.HandOver(row);
            return links.AddressOf(row.Id).PathAndQuery;
        });
        using var browser = nodes.NewBrowser();
        var page = await browser.VisitAsync(link);
        var home = nodes.NodeOf(browser)!;

        await nodes.KillAsync(home);
        var answer = await browser.SubmitAsync(page, "form[action='/link/accept']", ("password", "four words are enough"), ("again", "four words are enough"));

        Assert.Equal("/home", answer.Location?.AbsolutePath);
        Assert.Equal(TwoNodesBehindProxy.OtherThan(home), nodes.NodeOf(browser));
        await nodes.ReviveAsync(home);
        using var late = nodes.NewBrowser(home);
        Assert.Equal(HttpStatusCode.Gone, (await late.VisitAsync(link)).Status);
        Assert.Equal(1, await SessionsOfAsync(account));
        Assert.Equal(OperatorState.Active, (await nodes.Services.ReadAsync(account.Id, db => db.Operators.SingleAsync(who => who.Id == noor.Id))).State);

        // The link opens: it stands in no log.
        Assert.DoesNotContain(nodes.Lines, line => link.EndsWith(line.Path, StringComparison.Ordinal));
        Assert.Contains(nodes.Lines, line => line.Path == "/link/-");
    }

    [Fact]
    public async Task A_database_that_is_restarted_cuts_no_page_and_what_is_clicked_then_is_saved()
    {
        var account = await nodes.Services.AddAccountAsync();
        var restarted = await nodes.Services.AddOperatorAsync(account, "Restarted", OperatorRole.Administrator);
        await nodes.Services.AddAuthenticatorAsync(await nodes.Services.AddOperatorAsync(account, "Protected", OperatorRole.Administrator));
        await using var context = await browsers.NewContextAsync(anyCertificate: true);
        var page = await SignInAsync(context, restarted, "/account/settings");
        await MarkAsync(page);
        using var anybody = nodes.NewBrowser();

        for (var restart = 0; restart < 2; restart++)
        {
            await nodes.RestartDatabaseAsync();

            // Until a node has looked again: by then the proxy has heard of it more than once.
            Assert.NotNull(await Patience.UntilAsync(async () => (await anybody.GetAsync("/health/ready")).Status == HttpStatusCode.OK ? "" : null));
            Assert.True(await nodes.AreUpAsync());
        }

        await page.GetByRole(AriaRole.Radio, new() { Name = "Required", Exact = true }).CheckAsync();
        await Expect(page.GetByText("Saved at")).ToBeVisibleAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => window.wasHereBefore === true"));
        Assert.Equal(TwoFactorPolicy.Required, await nodes.Services.ReadAsync(account.Id, async db => (await db.Accounts.SingleAsync()).DefaultPolicy));
    }

    [Fact]
    public async Task The_proxy_has_given_up_the_rights_that_it_began_with()
    {
        var of = (await File.ReadAllLinesAsync($"/proc/{nodes.ProxyId}/status", Cancellation)).Where(line => line.StartsWith("Uid:", StringComparison.Ordinal) || line.StartsWith("Gid:", StringComparison.Ordinal)).ToList();

        Assert.Equal(2, of.Count);
        Assert.All(of, line => Assert.DoesNotContain("0", line.Split('\t')[1..]));
    }

    private Task<int> SessionsOfAsync(Account account) => nodes.Services.ReadAsync(account.Id, db => db.Sessions.CountAsync());

    // Signs in as often as there is time for, at whichever node is there; answers how often that went well, and how often not.
    private async Task<(int SignedIn, int Failed)> SignInAgainAndAgainAsync(Operator who, CancellationToken over)
    {
        var (signedIn, failed) = (0, 0);
        while (!over.IsCancellationRequested)
        {
            using var browser = nodes.NewBrowser();
            try
            {
                var page = await browser.GetAsync("/sign-in");
                var answer = page.Status == HttpStatusCode.OK
                    ? await browser.SubmitAsync(page, Steps.PasswordForm, ("email", who.Email!), ("password", PortalServices.Password))
                    : page;
                var isIn = answer.Location?.AbsolutePath == "/home";
                (signedIn, failed) = isIn ? (signedIn + 1, failed) : (signedIn, failed + 1);
            }
            catch (HttpRequestException)
            {
                failed++;
            }
        }

        return (signedIn, failed);
    }

    // A browser in which the password was right, before the code.
    private async Task<HttpBrowser> WaitForCodeAsync(Operator who)
    {
        var token = await nodes.Services.Contexts.WriteAsync(who.AccountId, async db =>
            nodes.Services.Get<PendingSignIns>().Add(db, await db.Operators.SingleAsync(person => person.Id == who.Id), returnUrl: null));
        var browser = nodes.NewBrowser();
        nodes.Give(browser, $"__Host-{Steps.PendingCookie}", token.Value);
        return browser;
    }

    private async Task<IPage> SignInAsync(IBrowserContext context, Operator who, string path)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(new Uri(nodes.Address, $"/sign-in?returnUrl={Uri.EscapeDataString(path)}").ToString());
        await page.GetByLabel("E-mail").FillAsync(who.Email!);
        await page.GetByLabel("Password").FillAsync(PortalServices.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in", Exact = true }).ClickAsync();
        await ReadyAsync(page);
        return page;
    }

    private static Task ReadyAsync(IPage page) => page.Locator("[data-ready=true]").WaitForAsync();

    // What is on the page and goes with it.
    private static async Task MarkAsync(IPage page) => await page.EvaluateAsync("() => window.wasHereBefore = true");

    private static async Task LoadedAnewAsync(IPage page) => await page.WaitForFunctionAsync("() => !window.wasHereBefore && document.querySelector('[data-ready=true]')");
}

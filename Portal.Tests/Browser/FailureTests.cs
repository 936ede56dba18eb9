using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Something of ours fails under a page that is open: it is said, nothing typed is lost, and trying again helps.</summary>
public sealed class FailureTests(BrowserFixture browsers)
{
    [Fact]
    public async Task What_cannot_be_saved_changes_nothing_keeps_what_was_typed_and_is_logged_once()
    {
        var log = new RecordedLog();
        await using var app = new PortalApp(services: services => services.AddSingleton<ILoggerProvider>(log));
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/account/settings");

        // Without its record nothing is done.
        await ExecuteAsync(app, "ALTER TABLE AuditEntries RENAME TO Elsewhere");
        await ada.Button("Change account name", "").ClickAsync();
        var field = ada.Page.GetByLabel("Account name", new() { Exact = true });
        await field.FillAsync("Another Company");
        await field.PressAsync("Enter");
        await Expect(ada.Page.GetByText("Not saved. Something went wrong here and nothing was changed.")).ToBeVisibleAsync();
        await Expect(field).ToBeFocusedAsync();
        await Expect(field).ToHaveValueAsync("Another Company");
        await ada.LookAsync("failure-not-saved");
        await ada.Radio("Disabled", "").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Something went wrong here and nothing was changed.");
        await Expect(ada.Radio("Optional", "")).ToBeCheckedAsync();
        Assert.Single(log.Lines, line => line.Contains("AccountRenamed", StringComparison.Ordinal));
        Assert.Single(log.Lines, line => line.Contains("AccountDefaultChanged", StringComparison.Ordinal));

        await ExecuteAsync(app, "ALTER TABLE Elsewhere RENAME TO AuditEntries");
        await field.PressAsync("Enter");
        await Expect(ada.Button("Change account name", "")).ToBeVisibleAsync();
        await using var db = app.Contexts.AcrossAccounts();
        Assert.Equal("Another Company", (await db.Accounts.SingleAsync(TestContext.Current.CancellationToken)).Name);
        ada.AssertQuiet();
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_says_so_and_can_be_tried_again()
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/account/settings");

        await ExecuteAsync(app, "ALTER TABLE HelpRequests RENAME TO Elsewhere");
        await ada.Link("Overview", "").ClickAsync();
        await Expect(ada.Heading("Something went wrong here", "")).ToBeFocusedAsync();
        await ada.LookAsync("failure-page");

        // The rest of the portal goes on; so does this page, once it can be read.
        await ada.Link("Operators 8", "").ClickAsync();
        await Expect(ada.Heading("Operators", "")).ToBeVisibleAsync();
        await ada.Link("Overview", "").ClickAsync();
        await Expect(ada.Heading("Something went wrong here", "")).ToBeVisibleAsync();
        await ExecuteAsync(app, "ALTER TABLE Elsewhere RENAME TO HelpRequests");
        await ada.Button("Try again", "").ClickAsync();
        await Expect(ada.Heading("Needs attention", "")).ToBeVisibleAsync();
        ada.AssertQuiet();
    }

    private static Task<int> ExecuteAsync(PortalApp app, string sql) => app.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}

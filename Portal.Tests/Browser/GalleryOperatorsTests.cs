using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Operations;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>The list of operators in each of its states, with some hundreds of them.</summary>
public sealed class GalleryOperatorsTests(BrowserFixture browsers)
{
    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task The_list(string language, bool dark, bool phone)
    {
        await using var app = new PortalApp();
        await ActivatorUtilities.CreateInstance<SeedOperators>(app.Services).SeedAsync(300, seed: 2, accountName: null);
        await using var ada = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await ada.ArriveAsync("admin@example.com");

        await ada.VisitAsync("/operators");
        await ada.SeeAsync("operators-first-page");
        await ada.Link(() => Words.NextPage).ClickAsync();
        await Expect(ada.Link(() => Words.PreviousPage)).ToBeVisibleAsync();
        await ada.Button(() => Words.MoreFilters).ClickAsync();
        await Expect(ada.Page.GetByLabel(ada.Say(() => $"{Words.OriginHead}:"))).ToBeVisibleAsync();
        await ada.SeeAsync("operators-filters");
        await ada.Page.GetByRole(AriaRole.Checkbox, new() { Name = ada.Say(() => Words.ChoosePage) }).CheckAsync();
        await Expect(ada.Text(() => Words.ChosenCount(50))).ToBeVisibleAsync();
        await ada.SeeAsync("operators-chosen");

        await ada.VisitAsync("/operators?impact=Required.NotSetUp&lapsing=soon&authenticator=no&status=SetUpDue&role=Basic&sort=-LastSignIn");
        await Expect(ada.Text(() => Words.NobodyMatches)).ToBeVisibleAsync();
        await ada.SeeAsync("operators-nobody-matches");
        await ada.VisitAsync("/operators?state=Deactivated&sort=Status");
        await ada.SeeAsync("operators-deactivated");
        ada.AssertQuiet();
    }

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task What_takes_long_or_cannot_be_read(string language, bool dark, bool phone)
    {
        await using var app = new PortalApp();
        using var open = new ManualResetEventSlim(initialState: true);
        using var asked = new Statements(app.Contexts.Engine, sql => Assert.True(!sql.Contains("\"Operators\"", StringComparison.Ordinal) || open.Wait(Patience.Long)));
        await using var ada = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators?role=Basic");
        var act = ada.Button(() => Words.ActOnAll(6));
        var what = ada.Field(() => Words.BulkWhat);

        await act.ClickAsync();
        open.Reset();
        await what.SelectOptionAsync([ada.Say(() => Words.Deactivate)]);
        await Expect(ada.Text(() => Words.Loading)).ToBeVisibleAsync();
        await ada.SeeAsync("bulk-dialog-reading");
        open.Set();
        await Expect(ada.Text(() => Words.BulkAreDeactivated(5))).ToBeVisibleAsync();

        await RenameAsync(app, "Links", "Elsewhere");
        await what.SelectOptionAsync([ada.Say(() => Words.SendSetUpLink)]);
        await Expect(ada.Text(() => Words.RefusedFailed)).ToBeVisibleAsync();
        await ada.SeeAsync("bulk-dialog-not-read");
        await ada.Button(() => Words.Cancel).ClickAsync();
        await ada.Link(() => Words.ClearFilters).ClickAsync();
        await Expect(ada.Text(() => Words.ListNotRead)).ToBeVisibleAsync();
        await ada.SeeAsync("operators-not-read");
        await RenameAsync(app, "Elsewhere", "Links");
        await ada.Button(() => Words.TryAgain).ClickAsync();
        await Expect(ada.Text(() => Words.ListNotRead)).ToBeHiddenAsync();

        // Of the others one picture is enough: they fail with the same page.
        foreach (var (table, path) in new[]
        {
            ("HelpRequests", "/overview"), ("BulkJobs", "/operators/jobs"), ("BulkJobs", $"/operators/jobs/{Guid.Empty}"),
            ("AuditEntries", $"/operators/{(await app.FindAsync("anna@example.com")).Id}/activity"), ("AuditEntries", "/audit"),
        })
        {
            // A name of its own for each: a connection that last saw another table called so would find the former name taken.
            await RenameAsync(app, table, $"{table}Elsewhere");
            await ada.Page.EvaluateAsync("path => Blazor.navigateTo(path)", path);
            await Expect(ada.Heading(() => Words.ErrorOurs)).ToBeFocusedAsync();
            await RenameAsync(app, $"{table}Elsewhere", table);
            await ada.Button(() => Words.TryAgain).ClickAsync();
            await Expect(ada.Heading(() => Words.ErrorOurs)).ToBeHiddenAsync();
        }

        ada.AssertQuiet();
    }

    private static Task<int> RenameAsync(PortalApp app, string table, string to) => ExecuteAsync(app, $"ALTER TABLE {table} RENAME TO {to}");

    private static Task<int> ExecuteAsync(PortalApp app, string sql) => app.Contexts.WriteAcrossAccountsAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}

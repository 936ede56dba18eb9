using System.Globalization;
using AngleSharp.Dom;
using Bunit;
using Portal.Accounts;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Operators;
using Portal.Tests.Operators;
using Portal.Tests.Support;
using AuditPage = Portal.Accounts.AuditPage;

namespace Portal.Tests.Accounts;

/// <summary>The audit log, and an operator's own part of it.</summary>
public sealed class AuditPageTests : ExampleCompany
{
    private const string Firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

    [Fact]
    public async Task It_shows_who_did_what_to_whom_newest_first_and_details_in_place()
    {
        await WriteAsync(Ada, AuditAction.OverrideChanged, Anna, before: "Optional", after: "Required");
        await WriteAsync(Anna, AuditAction.SignInRefused, Anna, refused: "Password");
        await Node.Contexts.WriteAsync(Account.Id, db =>
        {
            AuditLog.RecordCommand(db, Account.Id, AuditAction.TwoFactorReset, Node.Clock.GetUtcNow(), Carla, reason: "LostPhone");
            return Task.FromResult(0);
        });
        await using var tab = await OpenAsync(Ada);

        var page = Show(tab);

        Assert.Equal(
            [
                "Today, 10:15 The command line Two-factor authentication reset Whom: Carla",
                "Today, 10:15 Anna Sign-in refused Not done: Wrong password.",
                "Today, 10:15 Ada Override changed from Optional to Required Whom: Anna",
            ],
            RowsOf(page));
        var details = page.FindAll("details").Select(row => string.Join('|', row.QuerySelectorAll("dl > div").Select(fact => fact.TextContent.Normal()))).ToList();
        Assert.Contains("When24 November 2026, 10:15:05|ReasonLost phone|Entry3", details[0], StringComparison.Ordinal);
        Assert.Contains("Network address192.0.2.7|BrowserFirefox on Linux|Session", details[1], StringComparison.Ordinal);
        Assert.Contains("BeforeOptional|NowRequired|", details[2], StringComparison.Ordinal);
        Assert.Equal($"/audit?person={Anna.Id}", page.FindAll("details")[2].QuerySelectorAll("a").Single(link => link.TextContent == "All entries of Anna").GetAttribute("href"));
    }

    [Fact]
    public async Task Filters_stand_in_the_address_and_an_address_brings_them_back()
    {
        await WriteAsync(Ada, AuditAction.OperatorRenamed, Anna);
        await WriteAsync(Carla, AuditAction.SignedIn, Carla);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab);

        await page.OnAsync(() => page.Field("Search by name"), field => field.ChangeAsync("anna"));
        await page.OnAsync(() => page.Field("What"), field => field.ChangeAsync("OperatorRenamed"));
        await page.OnAsync(() => page.Field("From day"), field => field.ChangeAsync("2026-11-24"));
        await page.OnAsync(() => page.Field("To day"), field => field.ChangeAsync("2026-11-24"));

        Assert.EndsWith("/audit?person=anna&action=OperatorRenamed&from=2026-11-24&to=2026-11-24", tab.Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(["Today, 10:15 Ada Name changed Whom: Anna"], RowsOf(page)));
        Assert.Contains($"{AuditAddresses.Csv}?person=anna&action=OperatorRenamed&from=2026-11-24&to=2026-11-24", page.Markup.Replace("&amp;", "&", StringComparison.Ordinal), StringComparison.Ordinal);

        await using var another = await OpenAsync(Gijs);
        var shared = Show(another, new Uri(tab.Navigation.Uri).PathAndQuery);
        Assert.Equal(RowsOf(page), RowsOf(shared));
        Assert.Equal("anna", shared.Field("Search by name").GetAttribute("value"));

        await page.OnAsync(() => page.Field("What"), field => field.ChangeAsync("SignedIn"));
        page.Shows("No entry matches");
        Assert.Equal("/audit", page.FindAll("a").First(link => link.TextContent.Trim() == "Show all").GetAttribute("href"));
    }

    [Fact]
    public async Task What_was_part_of_a_bulk_job_says_why_and_leads_to_the_job()
    {
        var job = Guid.CreateVersion7();
        await Node.Contexts.WriteAsync(Account.Id, db =>
        {
            var actor = new Actor(Ada.Id, Account.Id, Guid.Empty, "", "");
            AuditLog.Record(db, actor, Ada.Name, AuditAction.TwoFactorReset, Node.Clock.GetUtcNow(), Carla, reason: BulkReference.With(job, "LostPhone"));
            AuditLog.Record(db, actor, Ada.Name, AuditAction.SetUpLinkSent, Node.Clock.GetUtcNow(), Carla, reason: BulkReference.With(job));
            return Task.FromResult(0);
        });
        await using var tab = await OpenAsync(Ada);

        var page = Show(tab);

        Assert.Equal(
            [(null, job.ToString()), ("Lost phone", job.ToString())],
            page.FindAll("details").Select(entry => (FactOf(entry, "Reason"), FactOf(entry, "Bulk job"))));
        Assert.Equal([$"/operators/jobs/{job}", $"/operators/jobs/{job}"], page.FindAll("details a").Where(link => link.TextContent == job.ToString()).Select(link => link.GetAttribute("href")));

        // Whoever may not see the job reads its number, on the own record.
        await using var carlas = await OpenAsync(Carla);
        var own = carlas.Render<AuditList>(list => list.Add(each => each.Path, "/security").Add(each => each.Label, "Log").Add(each => each.Of, Carla.Id));
        own.Shows(job.ToString());
        Assert.DoesNotContain(own.FindAll("details a"), link => link.TextContent == job.ToString());
    }

    [Theory]
    [InlineData("/audit?person=%00&action=Nothing&from=yesterday&to=2026-02-31&before=x&after=-1-2")]
    [InlineData("/audit?action=3&from=0001-01-01&to=9999-12-31&before=99999999999999999-1")]
    public async Task What_an_address_cannot_mean_is_left_out(string address)
    {
        await WriteAsync(Ada, AuditAction.OperatorRenamed, Anna);
        await using var tab = await OpenAsync(Ada);

        var page = Show(tab, address);

        Assert.Single(RowsOf(page));
        Assert.DoesNotContain(page.FindAll("a"), link => link.TextContent.Trim() == "Show all");
    }

    [Fact]
    public async Task Somebody_named_by_id_is_shown_by_name_and_pages_keep_the_filter()
    {
        await WriteAsync(Ada, AuditAction.OperatorRenamed, Anna, count: 51);
        await WriteAsync(Ada, AuditAction.OperatorRenamed, Carla);
        await using var tab = await OpenAsync(Ada);

        var page = Show(tab, $"/audit?person={Anna.Id}");

        Assert.Equal("Anna", page.Field("Search by name").GetAttribute("value"));
        Assert.Equal(50, RowsOf(page).Length);
        tab.Navigation.NavigateTo(page.Link("Older").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Single(RowsOf(page)));
        Assert.Contains($"person={Anna.Id}&before=", tab.Navigation.Uri, StringComparison.Ordinal);
        tab.Navigation.NavigateTo(page.Link("Newer").GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal(50, RowsOf(page).Length));
    }

    [Fact]
    public async Task What_is_new_is_said_and_moves_nothing_until_asked_for()
    {
        await WriteAsync(Ada, AuditAction.OperatorRenamed, Anna);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab);

        await WriteAsync(Gijs, AuditAction.OperatorRenamed, Carla, count: 2);
        page.Button("2 new entries");
        Assert.Single(RowsOf(page));
        await page.PressAsync("2 new entries");

        page.WaitForAssertion(() => Assert.Equal(3, RowsOf(page).Length));
        Assert.DoesNotContain(page.FindAll("button"), button => button.TextContent.Contains("new", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_an_entry_it_says_what_will_be_here()
    {
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab);
        page.Shows("Nothing was recorded yet");

        await WriteAsync(Ada, AuditAction.OperatorRenamed, Anna);
        await page.PressAsync("1 new entry");
        page.WaitForAssertion(() => Assert.Single(RowsOf(page)));
    }

    [Fact]
    public async Task It_is_for_administrators_and_closes_at_a_demotion()
    {
        await WriteAsync(Gijs, AuditAction.OperatorRenamed, Carla);
        await using var annas = await OpenAsync(Anna);
        Assert.Contains("This page is for account administrators", Show(annas).Markup, StringComparison.Ordinal);
        await using var tab = await OpenAsync(Ada);
        var page = Show(tab);

        await Node.ChangeAsync(Ada, who => who.Role = OperatorRole.Basic);

        page.WaitForAssertion(() => Assert.Contains("This page is for account administrators", page.Markup, StringComparison.Ordinal));
        Assert.DoesNotContain("Carla", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tab_Activity_shows_one_operator_s_own_entries_to_them_and_to_administrators()
    {
        await WriteAsync(Ada, AuditAction.OperatorRenamed, Anna);
        await WriteAsync(Carla, AuditAction.SignedIn, Carla);
        await using var adas = await OpenAsync(Ada);
        await using var annas = await OpenAsync(Anna);

        var forAda = ShowActivity(adas, Anna.Id);
        var forAnna = ShowActivity(annas, null);

        Assert.Equal(["Today, 10:15 Ada Name changed Whom: Anna"], RowsOf(forAda));
        Assert.Equal(RowsOf(forAda), RowsOf(forAnna));
        Assert.Contains("192.0.2.7", forAda.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("192.0.2.7", forAnna.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(AuditAddresses.Csv, forAnna.Markup, StringComparison.Ordinal);
        Assert.Equal([("General", "/me", null), ("Activity", "/me/activity", "page")], Tabs());
        annas.Navigation.NavigateTo("/me");
        forAnna.WaitForAssertion(() => Assert.Equal([("General", "/me", "page"), ("Activity", "/me/activity", null)], Tabs()));

        await using var others = await OpenAsync(Anna);
        ShowActivity(others, Carla.Id).Shows("There is no such page");
        await using var unknown = await OpenAsync(Ada);
        ShowActivity(unknown, Guid.CreateVersion7()).Shows("There is no such page");

        IEnumerable<(string, string?, string?)> Tabs() => forAnna.FindAll("nav.tabs a").Select(link => (link.TextContent, link.GetAttribute("href"), link.GetAttribute("aria-current")));
    }

    [Fact]
    public async Task In_Dutch_it_is_Dutch()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        await WriteAsync(Ada, AuditAction.AccountDefaultChanged, null, before: "Optional", after: "Disabled");
        await using var tab = await OpenAsync(Ada);

        Assert.Equal(["Vandaag om 10:15 Ada Accountstandaard gewijzigd van Optioneel naar Uitgeschakeld"], RowsOf(Show(tab)));
    }

    private static IRenderedComponent<AuditPage> Show(Tab tab, string address = "/audit")
    {
        tab.Navigation.NavigateTo(address);
        return tab.Render<AuditPage>();
    }

    private static IRenderedComponent<OperatorPage> ShowActivity(Tab tab, Guid? id)
    {
        tab.Navigation.NavigateTo(id is null ? "/me/activity" : $"/operators/{id}/activity");
        return Show(tab, id);
    }

    private static string[] RowsOf<T>(IRenderedComponent<T> page)
        where T : Microsoft.AspNetCore.Components.IComponent => [.. page.FindAll("summary").Select(row => string.Join(' ', row.Children.Select(part => part.TextContent.Normal()).Where(text => text.Length > 0)))];

    private static string? FactOf(IElement entry, string label) =>
        entry.QuerySelectorAll("dl > div").SingleOrDefault(fact => fact.QuerySelector("dt")!.TextContent == label)?.QuerySelector("dd")!.TextContent.Normal();

    private Task<int> WriteAsync(
        Operator who, AuditAction action, Operator? whom, string? before = null, string? after = null, string? refused = null, int count = 1) =>
        Node.Contexts.WriteAsync(Account.Id, db =>
        {
            for (var number = 0; number < count; number++)
            {
                AuditLog.Record(db, new(who.Id, Account.Id, Guid.CreateVersion7(), "192.0.2.7", Firefox), who.Name, action, Node.Clock.GetUtcNow(), whom, before, after, refused: refused);
            }

            db.Announce(Account.Id, null);
            return Task.FromResult(count);
        });
}

using System.Globalization;
using Bunit;
using Portal.Domain;
using Portal.Operators;
using Portal.Tests.Support;

namespace Portal.Tests.Operators;

/// <summary>The list of operators.</summary>
public sealed class OperatorsPageTests : ExampleCompany
{
    [Fact]
    public async Task It_shows_everybody_by_name_with_status_setting_and_origin()
    {
        await Node.AddOperatorAsync(Account, "Bram", own: TwoFactorPolicy.Required);
        await Node.AddOperatorAsync(Account, "Eva", login: LoginOptions.SingleSignOn);
        await Node.AddOperatorAsync(Account, "Aart", state: OperatorState.Deactivated);
        await Node.ChangeAsync(Anna, who => who.LastSignInAt = Node.Clock.GetUtcNow().AddDays(-1));
        await using var tab = await OpenAsync(Ada);

        var page = tab.Render<OperatorsPage>();

        page.WaitForAssertion(() => Assert.Equal(
            [
                "Ada|ada@example.com|Account administrator|Not set up|Optional, account|Never signed in",
                "Anna|anna@example.com|Operator|Not set up|Optional, account|Yesterday, 10:15",
                "Bram|bram@example.com|Operator|Set-up due at next sign-in|Required, own|Never signed in",
                "Carla|carla@example.com|Operator|Active|Optional, account|Never signed in",
                "Eva|eva@example.com|Operator|Handled by single sign-on|not applicable|Never signed in",
                "Gijs|gijs@example.com|Account administrator|Active|Optional, account|Never signed in",
            ],
            RowsOf(page)));
        Assert.Contains("6 operators", page.Markup, StringComparison.Ordinal);
        Assert.Contains("1 deactivated not shown.", page.Markup, StringComparison.Ordinal);
        Assert.Equal($"/operators/{Anna.Id}", page.FindAll("td a").Single(link => link.TextContent == "Anna").GetAttribute("href"));
    }

    [Fact]
    public async Task It_follows_operators_and_the_account_default()
    {
        await using var tab = await OpenAsync(Ada);
        var page = tab.Render<OperatorsPage>();

        await Node.ChangeAsync(Anna, who => who.Name = "Zoë");
        page.WaitForAssertion(() => Assert.StartsWith("Zoë|", RowsOf(page)[^1], StringComparison.Ordinal));

        await tab.Renderer.Dispatcher.InvokeAsync(() => tab.State.SetDefaultAsync(TwoFactorPolicy.Required));
        page.WaitForAssertion(() => Assert.EndsWith("Set-up due at next sign-in|Required, account|Never signed in", RowsOf(page)[^1], StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_for_administrators_and_closes_at_a_demotion()
    {
        await using var annas = await OpenAsync(Anna);
        Assert.Contains("This page is for account administrators", annas.Render<OperatorsPage>().Markup, StringComparison.Ordinal);

        await using var tab = await OpenAsync(Ada);
        var page = tab.Render<OperatorsPage>();
        await Node.ChangeAsync(Ada, who => who.Role = OperatorRole.Basic);

        page.WaitForAssertion(() => Assert.DoesNotContain("carla@example.com", page.Markup, StringComparison.Ordinal));
        Assert.Contains("This page is for account administrators", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_is_made_on_top_of_the_one_before_and_what_is_typed_stays()
    {
        await using var tab = await OpenAsync(Ada);
        tab.Navigation.NavigateTo("/operators");
        var page = tab.Render<OperatorsPage>();

        await page.OnAsync(() => page.FindAll("select")[0], select => select.ChangeAsync(nameof(OperatorRole.Administrator)));
        await page.OnAsync(() => page.FindAll("select")[1], select => select.ChangeAsync(nameof(TwoFactorPolicy.Optional)));
        Assert.EndsWith("/operators?setting=Optional&role=Administrator", tab.Navigation.Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal(2, RowsOf(page).Length));

        var searching = page.Find("#operator-search").InputAsync("gi ");
        Node.Clock.Advance(TimeSpan.FromSeconds(1));
        await searching;
        page.WaitForAssertion(() => Assert.StartsWith("Gijs|", Assert.Single(RowsOf(page)), StringComparison.Ordinal));
        Assert.EndsWith("/operators?q=gi&setting=Optional&role=Administrator", tab.Navigation.Uri, StringComparison.Ordinal);
        Assert.Equal("gi ", page.Find("#operator-search").GetAttribute("value"));
    }

    [Fact]
    public async Task Numbers_of_the_whole_account_do_not_stand_beside_another_filter()
    {
        await using var tab = await OpenAsync(Ada);
        tab.Navigation.NavigateTo("/operators");
        var page = tab.Render<OperatorsPage>();
        Assert.Equal(["All 4", "Set-up due 0", "Not set up 2", "Active 2"], Facets().Take(4));

        tab.Navigation.NavigateTo("/operators?status=Active");
        page.WaitForAssertion(() => Assert.Equal(2, RowsOf(page).Length));
        Assert.Equal(["All 4", "Set-up due 0", "Not set up 2", "Active 2"], Facets().Take(4));

        tab.Navigation.NavigateTo("/operators?role=Administrator");
        page.WaitForAssertion(() => Assert.Equal(["All", "Set-up due", "Not set up", "Active"], Facets().Take(4)));

        IEnumerable<string> Facets() => page.FindAll(".facet").Select(facet => facet.TextContent.Normal());
    }

    [Fact]
    public async Task What_leads_back_to_it_leads_to_where_one_was()
    {
        await using var tab = await OpenAsync(Ada);
        Assert.Equal("/operators", Show(tab, Anna).Find(".crumb a").GetAttribute("href"));
        tab.Navigation.NavigateTo("/operators?role=Basic");
        var page = tab.Render<OperatorsPage>();
        tab.Navigation.NavigateTo("/operators?role=Basic&sort=-Email&page=last");
        page.WaitForAssertion(() => Assert.StartsWith("Carla|", RowsOf(page)[0], StringComparison.Ordinal));

        Assert.Equal("/operators?role=Basic&sort=-Email&page=last", Show(tab, Anna).Find(".crumb a").GetAttribute("href"));
        Assert.Equal("/operators?role=Basic&sort=-Email&page=last", tab.Render<BulkListPage>().Find(".crumb a").GetAttribute("href"));
    }

    [Fact]
    public async Task What_a_link_asks_to_do_is_asked_once()
    {
        await using var tab = await OpenAsync(Ada);
        var dialogs = tab.RenderDialogs();
        tab.Navigation.NavigateTo("/operators?impact=Optional.NotSetUp&act=SendSetUpLink");

        tab.Render<OperatorsPage>();

        dialogs.WaitForAssertion(() => Assert.Equal("Send set-up link", dialogs.Find("h2").TextContent));
        Assert.EndsWith("/operators?impact=Optional.NotSetUp", tab.Navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_Dutch_it_is_Dutch()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("nl-NL");
        await using var tab = await OpenAsync(Ada);

        var page = tab.Render<OperatorsPage>();

        Assert.Equal("Anna|anna@example.com|Operator|Niet ingesteld|Optioneel, account|Nooit ingelogd", RowsOf(page)[1]);
    }

    private static string[] RowsOf(IRenderedComponent<OperatorsPage> page) =>
        [.. page.FindAll("tbody tr").Select(row => string.Join('|', row.QuerySelectorAll("td").Skip(1).Select(cell => cell.TextContent.Normal())))];
}

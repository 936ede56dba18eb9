using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Operations;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>A company of thousands, administered as the demo account of eight is. How quick it is, is measured in Benchmarks.</summary>
public sealed class ThousandsStoryTests(BrowserFixture browsers)
{
    // As many as make pages, numbers and indexes matter; more by the environment, before a release.
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("PORTAL_OPERATORS") ?? "10000", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Thousands_of_operators_are_found_narrowed_sorted_and_shared_by_an_address_and_a_click_names_whom_it_concerns()
    {
        await using var app = new PortalApp();
        await ActivatorUtilities.CreateInstance<SeedOperators>(app.Services).SeedAsync(Count, seed: 1, accountName: null);
        await using var ada = await Person.OpenAsync(browsers, app);
        await using var gijs = await Person.OpenAsync(browsers, app, dutch: true);
        await ada.ArriveAsync("admin@example.com");
        await gijs.ArriveAsync("gijs@example.com", PortalApp.PhoneOf("gijs@example.com"));

        // The first page and the last one, and back.
        await ada.VisitAsync("/operators");
        var all = await NumberAsync(ada.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "operators" }));
        Assert.InRange(all, Count * 9 / 10, Count + 8);
        var first = await NamesAsync(ada);
        Assert.Equal(50, first.Length);
        await ada.Link(() => Words.LastPage).ClickAsync();
        await Expect(ada.Link(() => Words.NextPage)).ToHaveCountAsync(0);
        Assert.NotEqual(first, await NamesAsync(ada));
        await ada.Link(() => Words.PreviousPage).ClickAsync();
        await Expect(ada.Link(() => Words.NextPage)).ToBeVisibleAsync();
        await ada.Page.GoBackAsync();
        await Expect(ada.Link(() => Words.NextPage)).ToHaveCountAsync(0);

        // Anna of the demo account, among the thousands, by a part of her address.
        await ada.VisitAsync("/operators");
        await ada.Page.GetByRole(AriaRole.Searchbox, new() { Name = "Search name or e-mail" }).FillAsync("anna@example.com");
        await Expect(ada.Page.GetByRole(AriaRole.Row, new() { Name = "anna@example.com" })).ToHaveCountAsync(1);
        await Expect(ada.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);

        // Narrowed and sorted; the address says it all.
        await ada.Link(() => Words.ClearFilters).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(51);
        await ada.Page.GetByLabel("Role:").SelectOptionAsync("Basic");
        await ToHaveAddressAsync("?role=Basic");
        await ada.Page.GetByRole(AriaRole.Navigation, new() { Name = "Two-factor status" }).GetByRole(AriaRole.Link, new() { Name = "Set-up due" }).ClickAsync();
        await ToHaveAddressAsync("?status=SetUpDue&status=SetUpDueWithPassword&role=Basic");
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = "Set-up due" })).ToHaveAttributeAsync("aria-current", "true");
        await ada.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Last sign-in" }).GetByRole(AriaRole.Link).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Columnheader, new() { Name = "Last sign-in" })).ToHaveAttributeAsync("aria-sort", "descending");
        await Expect(ada.Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Set-up due");
        await ToHaveAddressAsync("?status=SetUpDue&status=SetUpDueWithPassword&role=Basic&sort=-LastSignIn");
        await gijs.VisitAsync(new Uri(ada.Page.Url).PathAndQuery);
        Assert.Equal(await NamesAsync(ada), await NamesAsync(gijs));
        await ada.LookAsync("thousands-filtered");

        // The click: saved, in numbers, and behind each number the names.
        await ada.VisitAsync("/account/settings");
        var due = await ada.ImpactAsync("Required", "set-up due");
        await ada.Radio("Required", "Vereist").CheckAsync();
        await Expect(ada.Page.GetByText("Saved at")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Link, new() { Name = $"Tell the {due - 1:N0} by mail" })).ToBeVisibleAsync();
        await ada.LookAsync("thousands-required");
        await ada.Page.GetByRole(AriaRole.Link, new() { Name = $"{due:N0} set-up due at next sign-in" }).ClickAsync();
        await Expect(ada.Page.GetByText("Under Required: set-up due")).ToBeVisibleAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = $"{due:N0} operators" })).ToBeVisibleAsync();

        // Gijs's list has followed.
        await Expect(gijs.Page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("Vereist");
        ada.AssertQuiet();
        gijs.AssertQuiet();

        Task ToHaveAddressAsync(string query) => Expect(ada.Page).ToHaveURLAsync(new Uri(app.BaseAddress, $"/operators{query}").ToString());
    }

    private static async Task<int> NumberAsync(ILocator text) =>
        int.Parse((await text.InnerTextAsync()).Split(' ')[0], NumberStyles.AllowThousands, CultureInfo.GetCultureInfo("en-US"));

    private static async Task<string[]> NamesAsync(Person who)
    {
        await Expect(who.Page.GetByRole(AriaRole.Row)).Not.ToHaveCountAsync(1);
        return [.. await who.Page.Locator("td.name").AllInnerTextsAsync()];
    }
}

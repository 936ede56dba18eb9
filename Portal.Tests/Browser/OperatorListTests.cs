using System.Globalization;
using Microsoft.Playwright;
using Portal.Domain;
using Portal.Security;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>The list of operators on a phone, by the keyboard, and gone back to.</summary>
public sealed class OperatorListTests(BrowserFixture browsers)
{
    [Fact]
    public async Task On_a_phone_it_is_sorted_by_last_sign_in_and_what_is_done_for_two_names_those_two()
    {
        await using var app = new PortalApp();
        await app.ChangeAsync("anna@example.com", anna => anna.LastSignInAt = app.Now.AddDays(-2));
        await app.ChangeAsync("dirk@example.com", dirk => dirk.LastSignInAt = app.Now.AddDays(-1));
        await using var ada = await Person.OpenAsync(browsers, app, phone: true);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators");
        var rows = ada.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem);

        await ada.Page.GetByLabel("Sort by:").SelectOptionAsync(["Last sign-in"]);
        await Expect(ada.Page).ToHaveURLAsync(new Uri(app.BaseAddress, "/operators?sort=-LastSignIn").ToString());
        await Expect(rows.Nth(0)).ToContainTextAsync("Ada");
        await Expect(rows.Nth(1)).ToContainTextAsync("Dirk");
        await Expect(rows.Nth(2)).ToContainTextAsync("Anna");
        await ada.Link(() => Words.ReverseOrder).ClickAsync();
        await Expect(ada.Page).ToHaveURLAsync(new Uri(app.BaseAddress, "/operators?sort=LastSignIn").ToString());
        await Expect(rows.Last).ToContainTextAsync("Ada");

        await Box(Words.ChoosePage).CheckAsync();
        await Expect(ada.Text(() => Words.ChosenCount(8))).ToBeVisibleAsync();
        await ada.Button(() => Words.ChooseNone).ClickAsync();
        await Expect(Box(Words.ChoosePage)).Not.ToBeCheckedAsync();
        await Box(Words.ChooseOne("Dirk")).CheckAsync();
        await Box(Words.ChooseOne("Anna")).CheckAsync();
        await Expect(ada.Text(() => Words.ChosenCount(2))).ToBeInViewportAsync();
        await ada.LookAsync("phone-list-chosen");
        await ada.Button(() => Words.ActOnChosen(2)).ClickAsync();
        await ada.Field(() => Words.BulkWhat).SelectOptionAsync([ada.Say(() => Words.Deactivate)]);
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("2 operators can no longer sign in until reactivated");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Anna, Dirk");
        ada.AssertQuiet();

        ILocator Box(string name) => ada.Page.GetByRole(AriaRole.Checkbox, new() { Name = name, Exact = true });
    }

    [Fact]
    public async Task Whoever_goes_to_an_operator_and_back_finds_it_as_it_was_and_what_goes_away_leaves_the_focus_at_the_count()
    {
        await using var app = new PortalApp();
        var accountId = (await app.FindAsync("admin@example.com")).AccountId;
        await app.Contexts.WriteAsync(accountId, db =>
        {
            db.Operators.AddRange(Enumerable.Range(100, 60).Select(number => NewOperators.Create(
                accountId, string.Create(CultureInfo.InvariantCulture, $"Sem {number}"), $"{number}@example.com", OperatorRole.Basic, app.Now)));
            db.Announce(accountId, null);
            return Task.FromResult(0);
        });
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators?role=Basic&sort=Email");
        var count = ada.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "operators" });

        await ada.Link(() => Words.NextPage).PressAsync("Enter");
        await Expect(ada.Page.GetByRole(AriaRole.Row, new() { Name = "Sem 159" })).ToBeVisibleAsync();
        await Expect(count).ToBeFocusedAsync();
        var address = ada.Page.Url;
        Assert.Contains("/operators?role=Basic&sort=Email&after=", address, StringComparison.Ordinal);

        // By a page of an operator, and its tabs.
        await ada.Link("Sem 159", "").ClickAsync();
        await Expect(ada.Heading("Sem 159", "")).ToBeFocusedAsync();
        await ada.Link(() => Words.Activity).ClickAsync();
        await Expect(ada.Link(() => Words.Activity)).ToHaveAttributeAsync("aria-current", "page");
        await ada.Link(() => Words.Operators).ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Row, new() { Name = "Sem 159" })).ToBeVisibleAsync();
        Assert.Equal(address, ada.Page.Url);

        await ada.Link(() => Words.ClearFilters).PressAsync("Enter");
        await Expect(ada.Link(() => Words.ClearFilters)).ToHaveCountAsync(0);
        await Expect(count).ToBeFocusedAsync();
        await ada.Link(() => Words.LastPage).PressAsync("Enter");
        await Expect(ada.Link(() => Words.LastPage)).ToHaveCountAsync(0);
        await Expect(count).ToBeFocusedAsync();
        await ada.VisitAsync("/operators?lapsing=soon");
        await ada.Link(() => Words.WithoutFilter(Words.LapsesSoonFilterName)).PressAsync("Enter");
        await Expect(count).ToHaveTextAsync("68 operators");
        await Expect(count).ToBeFocusedAsync();
        ada.AssertQuiet();
    }
}

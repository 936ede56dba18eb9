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
        if (!phone)
        {
            await ada.Page.GetByRole(AriaRole.Checkbox, new() { Name = ada.Say(() => Words.ChoosePage) }).CheckAsync();
            await Expect(ada.Text(() => Words.ChosenCount(50))).ToBeVisibleAsync();
            await ada.SeeAsync("operators-chosen");
        }

        await ada.VisitAsync("/operators?impact=Required.NotSetUp&lapsing=soon&authenticator=no&status=SetUpDue&role=Basic&sort=-LastSignIn");
        await Expect(ada.Text(() => Words.NobodyMatches)).ToBeVisibleAsync();
        await ada.SeeAsync("operators-nobody-matches");
        await ada.VisitAsync("/operators?state=Deactivated&sort=Status");
        await ada.SeeAsync("operators-deactivated");
        ada.AssertQuiet();
    }
}

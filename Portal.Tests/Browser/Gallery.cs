using Microsoft.Playwright;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>What every screen owes whoever looks at it, in whatever look.</summary>
internal static class Gallery
{
    // The narrowest screen (WCAG 2.2, 1.4.10), and a desk at 200 % (1.4.4).
    private static readonly int[] Narrower = [320, 640];

    /// <summary>
    /// Checks a screen in its present state, and takes its picture where looks were asked for: it has a title and a heading, axe finds nothing, and nothing
    /// is cut off or sticks out, on a narrow screen and at 200 % either.
    /// </summary>
    internal static async Task SeeAsync(this Person person, string state)
    {
        var page = person.Page;
        await Expect(page.GetByRole(AriaRole.Heading).First).ToBeVisibleAsync();
        Assert.EndsWith(" – Portal", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(person.Look.Language, await page.GetAttributeAsync("html", "lang"));
        if (Look.TakesPictures)
        {
            await BrowserFixture.ShotAsync(page, $"gallery/{person.Look}/{state}", whole: true);
        }

        await BrowserFixture.AssertAccessibleAsync(page);
        await BrowserFixture.AssertFitsAsync(page);
        if (page.ViewportSize is { } size && !person.Look.Phone)
        {
            foreach (var width in Narrower)
            {
                await page.SetViewportSizeAsync(width, size.Height);
                await BrowserFixture.AssertFitsAsync(page);
            }

            await page.SetViewportSizeAsync(size.Width, size.Height);
        }
    }
}

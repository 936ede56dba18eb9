using Microsoft.Playwright;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Theme, motion and size, as a browser has them.</summary>
public sealed class LookTests(BrowserFixture browsers)
{
    private const string Ground = "() => getComputedStyle(document.body).backgroundColor";

    [Fact]
    public async Task The_sign_in_page_takes_three_requests_and_one_font()
    {
        // As it is served for real: Development adds a panel with a font of its own.
        await using var app = new PortalApp(environment: "Production", settings: new Dictionary<string, string>
        {
            ["Portal:PublicUrl"] = "https://portal.example.com",
            ["Portal:TrustedProxies"] = "127.0.0.1",
        });
        await using var who = await Person.OpenAsync(browsers, app);
        await who.Context.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-Proto"] = "https" });
        var requests = new List<string>();
        who.Page.Request += (_, request) => requests.Add(request.ResourceType);

        await who.GoAsync("/sign-in");
        await who.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        Assert.Equal(1, requests.Count(type => type == "font"));

        // Page and stylesheet; a browser with a window asks for the icon as well.
        Assert.Equal(["document", "stylesheet"], requests.Where(type => type != "font").Order());
        Assert.Equal(1, await who.Page.Locator("link[rel~=icon]").CountAsync());
    }

    [Fact]
    public async Task A_theme_that_was_chosen_is_there_from_the_first_byte_and_system_follows_the_system()
    {
        await using var app = new PortalApp();
        await using var anna = await Person.OpenAsync(browsers, app);
        await anna.ArriveAsync("anna@example.com");
        var light = await anna.Page.EvaluateAsync<string>(Ground);
        await ChooseAsync(anna, "Dark");
        var dark = await anna.Page.EvaluateAsync<string>(Ground);
        Assert.NotEqual(light, dark);

        // Remembered, and sent with the page itself: there is nothing to correct, so nothing flashes.
        var answer = await anna.GoAsync("/me");
        Assert.Contains("<html lang=\"en\" data-theme=\"dark\">", await answer!.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(dark, await anna.Page.EvaluateAsync<string>(Ground));
        answer = await anna.GoAsync("/sign-out");
        Assert.Contains("data-theme=\"dark\"", await answer!.TextAsync(), StringComparison.Ordinal);

        await anna.VisitAsync("/me");
        await ChooseAsync(anna, "System");
        Assert.Equal(light, await anna.Page.EvaluateAsync<string>(Ground));
        await anna.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Equal(dark, await anna.Page.EvaluateAsync<string>(Ground));
        anna.AssertQuiet();
    }

    [Theory]
    [InlineData(ReducedMotion.Reduce, false)]
    [InlineData(ReducedMotion.NoPreference, true)]
    public async Task Nothing_moves_for_whoever_asks_for_less(ReducedMotion wish, bool moves)
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.Page.EmulateMediaAsync(new() { ReducedMotion = wish });
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/operators");
        await ada.Page.EvaluateAsync(
            """
            () => {
              window.moved = [];
              for (const kind of ['animationstart', 'transitionrun']) {
                document.addEventListener(kind, event => window.moved.push(`${event.target.tagName}.${event.target.className} ${event.animationName ?? event.propertyName}`));
              }
            }
            """);

        await ada.Button("Add operator", "").HoverAsync();
        await ada.Button("Add operator", "").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Dialog).GetByLabel("Name")).ToBeFocusedAsync();
        await ada.Page.Keyboard.PressAsync("Escape");
        await Expect(ada.Page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await ada.Page.Locator("#name-button").ClickAsync();
        await Expect(ada.Page.GetByRole(AriaRole.Menu)).ToBeVisibleAsync();

        var moved = await ada.Page.EvaluateAsync<string[]>("() => window.moved");
        if (moves)
        {
            Assert.NotEmpty(moved);
        }
        else
        {
            Assert.Equal([], moved);
        }
    }

    [Fact]
    public async Task Every_page_fits_from_320_pixels_to_4K()
    {
        await using var app = new PortalApp();
        await using var ada = await Person.OpenAsync(browsers, app);
        await ada.ArriveAsync("admin@example.com");
        foreach (var path in new[] { "/overview", "/operators", "/account/settings", "/me", $"/operators/{(await app.FindAsync("carla@example.com")).Id}" })
        {
            await ada.VisitAsync(path);
            foreach (var width in new[] { 320, 390, 720, 721, 1024, 1280, 1920, 3840 })
            {
                await ada.Page.SetViewportSizeAsync(width, Math.Max(700, width * 9 / 16));
                await BrowserFixture.AssertFitsAsync(ada.Page);

                // Lines of prose stay readable however wide the screen is.
                var longest = await ada.Page.EvaluateAsync<double>("() => Math.max(0, ...[...document.querySelectorAll('main p')].map(line => line.getBoundingClientRect().width))");
                Assert.InRange(longest, 0, 880);
            }

            await BrowserFixture.ShotAsync(ada.Page, $"4k{path[..Math.Min(path.Length, 10)].Replace('/', '-')}");
        }

        ada.AssertQuiet();
    }

    private static async Task ChooseAsync(Person who, string theme)
    {
        await who.Page.Locator("#name-button").ClickAsync();
        var choice = who.Page.GetByRole(AriaRole.Menuitemradio, new() { Name = theme });
        await choice.ClickAsync();
        await Expect(choice).ToHaveAttributeAsync("aria-checked", "true");
        await who.Page.Keyboard.PressAsync("Escape");
    }
}

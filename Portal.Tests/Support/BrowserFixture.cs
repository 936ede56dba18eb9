using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;
using Portal.Tests.Support;

[assembly: AssemblyFixture(typeof(BrowserFixture))]

namespace Portal.Tests.Support;

/// <summary>
/// One Chromium for all tests: a test class takes it in its constructor. It starts when the first context is asked for, so
/// that a run without browser tests starts none.
/// </summary>
public sealed class BrowserFixture : IAsyncLifetime
{
    // Without windows, and what goes with them: less of the machine for the same pages.
    private const string Chromium = "chromium-headless-shell";

    private static readonly string[] Flags =
    [
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private static readonly string[] AccessibilityTags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private readonly SemaphoreSlim _oneStart = new(1);
    private readonly ConcurrentDictionary<IBrowserContext, ConcurrentQueue<string>> _complaints = new();
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where screenshots go: <c>artifacts/screenshots</c> beside the solution.</summary>
    public static string ScreenshotFolder { get; } = Path.Combine(Repository.Root, "artifacts", "screenshots");

    /// <inheritdoc />
    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>A new browser profile: no cookies, one person. Dispose it with <c>await using</c>.</summary>
    /// <param name="locale">The language that the browser asks for.</param>
    /// <param name="dark">Whether the person's system is dark.</param>
    /// <param name="phone">A touch screen of 390×844 instead of a window of 1280×900.</param>
    /// <param name="javaScript">Whether scripts run.</param>
    /// <param name="anyCertificate">Whether the certificate of a server may be anybody's.</param>
    public async Task<IBrowserContext> NewContextAsync(
        string locale = "en-GB", bool dark = false, bool phone = false, bool javaScript = true, bool anyCertificate = false)
    {
        var browser = await StartedAsync();
        var context = await browser.NewContextAsync(new()
        {
            Locale = locale,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = phone ? new() { Width = 390, Height = 844 } : new() { Width = 1280, Height = 900 },
            HasTouch = phone,
            IsMobile = phone,
            JavaScriptEnabled = javaScript,
            IgnoreHTTPSErrors = anyCertificate,
        });

        await ListenAsync(context, javaScript);
        return context;
    }

    /// <summary>What the pages of a context complained of: console errors, uncaught exceptions, violations of the content security policy.</summary>
    public IReadOnlyList<string> ComplaintsOf(IBrowserContext context) => [.. _complaints[context]];

    /// <summary>Fails when a page of the context complained of anything, save complaints that contain one of <paramref name="expected"/>.</summary>
    public void AssertQuiet(IBrowserContext context, params string[] expected)
    {
        var unexpected = ComplaintsOf(context).Where(complaint => !expected.Any(part => complaint.Contains(part, StringComparison.Ordinal)));

        Assert.Equal([], unexpected);
    }

    /// <summary>Writes a picture of what is on screen to <see cref="ScreenshotFolder"/> and returns its bytes.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">The picture's name, with the folders below <see cref="ScreenshotFolder"/>.</param>
    /// <param name="whole">The whole page, and not only what is on screen.</param>
    public static async Task<byte[]> ShotAsync(IPage page, string name, bool whole = false)
    {
        Directory.CreateDirectory(ScreenshotFolder);
        return await page.ScreenshotAsync(new()
        {
            Path = Path.Combine(ScreenshotFolder, $"{name}.png"),
            Animations = ScreenshotAnimations.Disabled,
            Caret = ScreenshotCaret.Hide,
            FullPage = whole,
        });
    }

    /// <summary>
    /// Fails with every finding of axe on the page as it is now (WCAG 2.2, levels A and AA). Needs JavaScript, and a page without
    /// frames: axe's own package for Playwright looks into those, at the price of a second browser window for every look.
    /// </summary>
    public static async Task AssertAccessibleAsync(IPage page)
    {
        Assert.Single(page.Frames);
        if (!await page.EvaluateAsync<bool>("() => 'axe' in window"))
        {
            await page.EvaluateAsync(Axe);
        }

        var findings = await page.EvaluateAsync<string[]>(
            """
            async tags => {
              const { violations } = await axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
              return violations.flatMap(({ id, impact, help, nodes }) => [
                `- ${id} (${impact}): ${help}`,
                ...nodes.flatMap(node => [
                  `    ${node.target}: ${node.html}`,
                  ...[...node.any, ...node.all, ...node.none].map(check => `        ${check.message}`)])]);
            }
            """,
            AccessibilityTags);
        Assert.True(findings.Length == 0, string.Join(Environment.NewLine, findings.Prepend($"Not accessible: {page.Url}")));
    }

    /// <summary>Fails where a page is wider than the screen, or a text is cut off that is not meant to be.</summary>
    public static async Task AssertFitsAsync(IPage page)
    {
        var sticksOut = await page.EvaluateAsync<string[]>(
            """
            () => {
              const width = document.documentElement.clientWidth;
              const describe = (what, element) => `${what} at ${width}: ${element.tagName}.${element.className}: ${element.textContent.trim().slice(0, 60)}`;
              const all = [...document.querySelectorAll('body, body *')].filter(element => element.checkVisibility({ visibilityProperty: true }));
              const wide = document.documentElement.scrollWidth <= width ? [] : all
                .filter(element => element.scrollWidth > element.clientWidth + 1 || element.getBoundingClientRect().right > width + 1)
                .map(element => describe('sticks out', element));

              // Names may be cut off with an ellipsis; words of ours may not. What only a screen reader reads has no width.
              const cut = all
                .filter(element => element.matches('button, a, label, th, dt, h1, h2, h3, p, li, summary, .chip, .fb'))
                .filter(element => element.clientWidth > 1 && !element.closest('.sr, .who, [class*=mud-]'))
                .filter(element => element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline')
                .map(element => describe('is cut off', element));
              return [...wide, ...cut];
            }
            """);
        Assert.True(sticksOut.Length == 0, string.Join("\n", sticksOut));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _oneStart.Dispose();
    }

    private async Task<IBrowser> StartedAsync()
    {
        await _oneStart.WaitAsync();
        try
        {
            if (_browser is null)
            {
                await DebianPackages.EnsureAsync(Chromium, Chromium);
                _playwright = await Playwright.CreateAsync();
                _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Command.Find(Chromium), Args = Flags });
            }

            return _browser;
        }
        finally
        {
            _oneStart.Release();
        }
    }

    private async Task ListenAsync(IBrowserContext context, bool javaScript)
    {
        var complaints = _complaints[context] = new();
        context.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Enqueue($"{message.Text} ({message.Location})");
            }
        };
        context.WebError += (_, error) => complaints.Enqueue($"Uncaught: {error.Error} ({error.Page?.Url})");

        if (javaScript)
        {
            // Chromium reports a violation on the console too, but not one of a policy that only reports.
            await context.AddInitScriptAsync(
                """
                document.addEventListener('securitypolicyviolation', e =>
                    console.error(`Content security policy: ${e.effectiveDirective} blocks ${e.blockedURI} ${e.sample}`));
                """);
        }
    }
}

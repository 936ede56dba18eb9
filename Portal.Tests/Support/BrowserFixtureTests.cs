using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit.Sdk;

namespace Portal.Tests.Support;

/// <summary>The browser must notice what tests rely on it to notice.</summary>
public class BrowserFixtureTests(BrowserFixture browser)
{
    [Fact]
    public async Task An_accessible_page_passes_in_silence()
    {
        await using var site = await ServeAsync("""<main><h1>Fine</h1><button>Press</button></main>""");
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();

        await page.GotoAsync(site.Address.ToString());

        await BrowserFixture.AssertAccessibleAsync(page);
        browser.AssertQuiet(context);
    }

    [Fact]
    public async Task Findings_name_the_rule_and_show_the_element()
    {
        await using var site = await ServeAsync(
            """<main><h1>Poor</h1><input id="nameless"><button style="width:10px;height:10px;padding:0">a</button><button style="width:10px;height:10px;padding:0">b</button></main>""");
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(site.Address.ToString());

        var failure = await Assert.ThrowsAnyAsync<XunitException>(() => BrowserFixture.AssertAccessibleAsync(page));

        Assert.Contains("- label (", failure.Message, StringComparison.Ordinal);
        Assert.Contains("""<input id="nameless">""", failure.Message, StringComparison.Ordinal);
        Assert.Contains("- target-size (", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Errors_exceptions_and_policy_violations_are_complaints()
    {
        await using var site = await ServeAsync(
            """
            <main><h1>Loud</h1></main><img src="/missing.png" alt="">
            <script>console.log('inline')</script>
            <script src="/loud.js"></script>
            """);
        await using var context = await browser.NewContextAsync();
        var page = await context.NewPageAsync();

        await page.GotoAsync(site.Address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });

        var complaints = browser.ComplaintsOf(context);
        Assert.Contains(complaints, complaint => complaint.Contains("said aloud", StringComparison.Ordinal));
        Assert.Contains(complaints, complaint => complaint.Contains("Uncaught: ", StringComparison.Ordinal) && complaint.Contains("thrown", StringComparison.Ordinal));
        Assert.Contains(complaints, complaint => complaint.Contains("Content security policy: script-src-elem blocks inline", StringComparison.Ordinal));
        Assert.Contains(complaints, complaint => complaint.Contains("404", StringComparison.Ordinal));
        Assert.ThrowsAny<XunitException>(() => browser.AssertQuiet(context, "404"));
    }

    [Fact]
    public async Task A_phone_in_the_dark_is_one()
    {
        await using var site = await ServeAsync("""<main><h1>Phone</h1></main>""");
        await using var context = await browser.NewContextAsync("nl-NL", dark: true, phone: true);
        var page = await context.NewPageAsync();

        await page.GotoAsync(site.Address.ToString());

        Assert.Equal("nl-NL 390 true true", await page.EvaluateAsync<string>(
            "`${navigator.language} ${innerWidth} ${matchMedia('(prefers-color-scheme: dark)').matches} ${'ontouchstart' in window}`"));
    }

    [Fact]
    public async Task Without_JavaScript_no_script_runs_and_a_picture_is_kept()
    {
        await using var site = await ServeAsync("""<main><h1>Still</h1></main><script src="/loud.js"></script>""");
        await using var context = await browser.NewContextAsync(javaScript: false);
        var page = await context.NewPageAsync();

        await page.GotoAsync(site.Address.ToString());
        var picture = await BrowserFixture.ShotAsync(page, "support/without-javascript");

        browser.AssertQuiet(context);
        Assert.Equal(picture, await File.ReadAllBytesAsync(Path.Combine(BrowserFixture.ScreenshotFolder, "support", "without-javascript.png"), TestContext.Current.CancellationToken));
    }

    private static Task<TinySite> ServeAsync(string body) => TinySite.StartAsync(app =>
    {
        app.MapGet("/", (HttpContext http) =>
        {
            http.Response.Headers.ContentSecurityPolicy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
            return Results.Content(
                $"""<!DOCTYPE html><html lang="en"><head><title>Tiny</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body>{body}</body></html>""",
                "text/html; charset=utf-8");
        });
        app.MapGet("/loud.js", () => Results.Content("console.error('said aloud'); throw new Error('thrown')", "text/javascript"));
    });
}

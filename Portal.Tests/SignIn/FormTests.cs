using System.IO.Compression;
using System.Net;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Operators;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.SignIn;

/// <summary>What holds for every form and every answer, whatever the page.</summary>
public class FormTests
{
    private static readonly string[] Forms =
    [
        "/sign-in", "/sign-in/code", "/sign-in/set-up", "/link/password", "/link/accept", "/link/not-now", "/link/finish", "/sign-out", "/language",
        "/sign-in/help", "/sign-in/unlock", "/link/unlock", "/link/new-password", "/link/email", "/forgot-password", "/setup",
    ];

    // A circuit checks its origin; health and errors take nothing and change nothing.
    private static readonly string[] TakeNothing = ["/_blazor", "_blazor", "/health/", "/error/", "/_framework/"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_that_can_be_posted_to_asks_for_a_token_of_ours()
    {
        await using var app = new PortalApp();

        var open = Routes.All(app)
            .Where(endpoint => Routes.Takes(endpoint, "POST"))
            .Where(endpoint => endpoint.Metadata.GetMetadata<GuardedForm>() is null && endpoint.Metadata.GetMetadata<IAntiforgeryMetadata>() is not { RequiresValidation: true })
            .Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(path => !TakeNothing.Any(prefix => path.StartsWith(prefix, StringComparison.Ordinal)));

        Assert.Equal([], open);
        Assert.Equal(Forms.Order(), Routes.All(app).Where(endpoint => endpoint.Metadata.GetMetadata<GuardedForm>() is not null).Select(endpoint => endpoint.RoutePattern.RawText!).Order());
    }

    [Fact]
    public async Task A_form_of_another_site_does_nothing()
    {
        await using var app = new PortalApp();
        using var browser = await app.SignInAsync("anna@example.com");
        using var stranger = app.NewBrowser();
        var theirs = (await stranger.GetAsync("/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

        foreach (var token in new[] { "", "x", theirs })
        {
            var signIn = await browser.PostAsync("/sign-in", ("__RequestVerificationToken", token), ("email", "dirk@example.com"), ("password", "Demo-Pass-2026"));
            Assert.Equal(HttpStatusCode.BadRequest, signIn.Status);
            Assert.Contains("This page was open too long. Try again.", signIn.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("value=\"dirk", signIn.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(signIn.SetCookies, cookie => cookie.StartsWith(Steps.SessionCookie, StringComparison.Ordinal));

            var signOut = await browser.PostAsync("/sign-out", ("__RequestVerificationToken", token));
            Assert.Equal(HttpStatusCode.BadRequest, signOut.Status);
            Assert.Single(signOut.Document.QuerySelectorAll("form[action='/sign-out']"));
            Assert.True(await browser.IsSignedInAsync());

            var language = await browser.PostAsync("/language", ("__RequestVerificationToken", token), ("language", "nl"), ("returnUrl", "//evil.example"));
            Assert.Equal("/", language.Headers["Location"]);
            Assert.Empty(language.SetCookies);
        }

        Assert.Null((await app.FindAsync("anna@example.com")).Language);
    }

    [Fact]
    public async Task A_page_that_was_open_too_long_comes_back_with_a_form_that_works()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();

        var stale = await browser.PostAsync("/sign-in", ("email", "anna@example.com"), ("password", "Demo-Pass-2026"));
        Assert.Equal("/home", (await browser.SubmitAsync(stale, Steps.PasswordForm, ("email", "anna@example.com"), ("password", "Demo-Pass-2026"))).Location?.AbsolutePath);

        using var carla = app.NewBrowser();
        await carla.PasswordAsync("carla@example.com");
        var code = await PortalApp.PhoneOf("carla@example.com").CodeAsync(app.Now);
        var staleCode = await carla.PostAsync("/sign-in/code", ("code", code));
        Assert.Contains("This page was open too long. Try again.", staleCode.Text, StringComparison.Ordinal);
        Assert.Equal("/home", (await carla.SubmitAsync(staleCode, Steps.CodeForm, ("code", code))).Location?.AbsolutePath);
    }

    [Fact]
    public async Task Nothing_but_a_form_is_read()
    {
        await using var app = new PortalApp();
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = app.BaseAddress };
        foreach (var path in Forms)
        {
            foreach (var content in new HttpContent[]
            {
                new StringContent("""{"email":"anna@example.com"}""", System.Text.Encoding.UTF8, "application/json"),
                new MultipartFormDataContent { { new StringContent("x"), "email" } },
                new ByteArrayContent([]),
            })
            {
                using var answer = await client.PostAsync(path, content, Cancellation);
                Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.UnsupportedMediaType, HttpStatusCode.SeeOther, HttpStatusCode.Gone, HttpStatusCode.NotFound });
            }

            using var many = await client.PostAsync(path, new StringContent(string.Join('&', Enumerable.Range(0, 2_000).Select(i => $"k{i}=")), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"), Cancellation);
            Assert.Contains(many.StatusCode, new[] { HttpStatusCode.BadRequest, HttpStatusCode.SeeOther, HttpStatusCode.Gone, HttpStatusCode.NotFound });
        }

        await using var db = app.Contexts.AcrossAccounts();
        Assert.False(await db.PasswordTries.AnyAsync(Cancellation));
    }

    [Fact]
    public async Task Every_status_has_the_headers_and_a_page_in_words()
    {
        // Time stands still: five failures make one wait for a second, and the other answers may take longer.
        var isUp = false;
        await using var app = new PortalApp(Steps.Monday(), services: services => services.AddTransient(provider =>
            isUp ? throw new InvalidOperationException("secret-of-ours") : ActivatorUtilities.CreateInstance<OperatorDetails>(provider)));
        isUp = true;
        using var browser = app.NewBrowser();
        var token = (await browser.GetAsync("/sign-in")).Document.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        for (var failure = 1; failure <= 5; failure++)
        {
            await browser.PasswordAsync("nemo@example.com", "wrong");
        }

        var answers = new (int Status, HttpAnswer Answer)[]
        {
            (200, await browser.GetAsync("/sign-in")),
            (200, await browser.GetAsync("/css/base.css")),
            (303, await browser.GetAsync("/sign-in/code")),
            (400, await browser.PostAsync("/sign-in")),
            (404, await browser.GetAsync("/nowhere")),
            (404, await browser.GetAsync("/error/500")),
            (404, await browser.GetAsync("/error")),
            (404, await browser.GetAsync("/css/none.css")),
            (404, await browser.GetAsync("/language")),
            (404, await browser.GetAsync("/setup")),
            (429, await browser.PasswordAsync("nemo@example.com", "wrong")),
            (500, await browser.PostAsync("/language", ("__RequestVerificationToken", token), ("language", "nl"))),
        };

        foreach (var (status, answer) in answers)
        {
            Assert.Equal((answer.Address.PathAndQuery, status), (answer.Address.PathAndQuery, (int)answer.Status));
            Assert.Contains("script-src 'self';", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers["X-Content-Type-Options"]);
            Assert.Equal("no-referrer", answer.Headers["Referrer-Policy"]);
            Assert.DoesNotContain("Server", answer.Headers.Keys);
            Assert.DoesNotContain("secret-of-ours", answer.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", answer.Body, StringComparison.Ordinal);
            if (status != 303 && !answer.Address.AbsolutePath.EndsWith("base.css", StringComparison.Ordinal))
            {
                Assert.Contains("no-store", answer.Headers["Cache-Control"], StringComparison.Ordinal);
                Assert.NotNull(answer.Document.QuerySelector("h1"));
            }
        }
    }

    [Fact]
    public async Task The_sign_in_page_weighs_at_most_15_KB()
    {
        await using var app = new PortalApp(environment: "Production", settings: new Dictionary<string, string> { ["Portal:PublicUrl"] = "https://portal.example.com", ["Portal:TrustedProxies"] = "127.0.0.1" });
        using var client = new HttpClient { BaseAddress = app.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var html = await client.GetByteArrayAsync("/sign-in", Cancellation);
        var css = await client.GetByteArrayAsync("/css/base.css", Cancellation);

        // Files are compressed when the program is published; pages carry secrets and are not.
        using var compressed = new MemoryStream();
        await using (var gzip = new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            await gzip.WriteAsync(css, Cancellation);
        }

        Assert.InRange(html.Length + compressed.Length, 1, 15 * 1024);
    }
}

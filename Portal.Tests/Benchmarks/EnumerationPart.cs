using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Data;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>Whether the time of an answer tells that an address is known: a wrong password, and a password that is forgotten, for addresses that are there and for others, in turn.</summary>
public static class EnumerationPart
{
    private const int Known = 1000;
    private const double Limit = 2;

    private static readonly string[] Kinds = ["known", "unknown"];

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        await using var app = new PortalApp(
            new FakeTimeProvider(TimeProvider.System.GetUtcNow()),
            "Production",
            new Dictionary<string, string> { ["Portal:PublicUrl"] = "https://portal.example.com", ["Portal:TrustedProxies"] = "127.0.0.1" },
            services: services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = SecurityServices.PasswordRounds));
        await app.AddAccountAsync("Example Company");
        for (var number = 0; number < Known; number++)
        {
            await app.AddOperatorAsync($"Person {number}", AddressOf(Kinds[0], number), password: null);
        }

        var hash = app.Services.GetRequiredService<IPasswordHasher<Operator>>().HashPassword(new() { Name = "" }, "Four words make one");
        await app.Contexts.WriteAcrossAccountsAsync(db => db.Operators.ExecuteUpdateAsync(set => set.SetProperty(person => person.PasswordHash, hash)));
        using var proxy = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false };
        using var client = new HttpClient(proxy) { BaseAddress = app.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        return
        [
            await MeasureAsync(client, "wrong password", "/sign-in", HttpStatusCode.BadRequest, ("password", "not the password")),
            await MeasureAsync(client, "password forgotten", "/forgot-password", HttpStatusCode.OK),
        ];
    }

    private static string AddressOf(string kind, int number) => $"{kind}{number:D4}@example.com";

    private static async Task<Figure> MeasureAsync(HttpClient client, string what, string form, HttpStatusCode expected, params (string Name, string Value)[] more)
    {
        var took = Kinds.ToDictionary(kind => kind, _ => new List<double>());
        for (var number = 0; number < Known; number++)
        {
            // In turn, and each first every other time, so that whatever else the machine does falls on both.
            foreach (var kind in number % 2 == 0 ? Kinds : Kinds.Reverse())
            {
                var browser = new FormBrowser(client);
                await browser.GetAsync(form);
                var began = Stopwatch.GetTimestamp();
                await browser.PostAsync(form, [("email", AddressOf(kind, number)), .. more]);
                took[kind].Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                Assert.Equal(expected, browser.Status);
            }
        }

        var (known, unknown) = (new Samples(took[Kinds[0]]), new Samples(took[Kinds[1]]));
        var apart = Math.Abs(known.Median - unknown.Median);
        return Figure.Within(
            $"{what}: known and unknown address apart, medians of {Known:N0} each",
            apart,
            Limit,
            value => Figure.Of(value, "0.00", "ms"),
            $"{known.Median:0.0} and {unknown.Median:0.0} ms");
    }
}

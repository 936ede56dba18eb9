using System.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using OtpNet;
using Portal.Data;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Benchmarks;

/// <summary>Sign-ins with password and code per second, beside the password hashing that they cannot do without.</summary>
/// <remarks>
/// Outside Development, so that the page is the one that people get, and as behind a proxy that speaks TLS. Each operator signs in
/// once in each run; between runs the clock moves one time step, so that nobody's code has been used.
/// </remarks>
public static class SignInPart
{
    private const string Password = "Four words make one";
    private const int Operators = 60;
    private const int Runs = 5;

    /// <summary>Measures.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var app = new PortalApp(
            clock,
            "Production",
            new Dictionary<string, string> { ["Portal:PublicUrl"] = "https://portal.example.com", ["Portal:TrustedProxies"] = "127.0.0.1" },
            services: services => services.Configure<PasswordHasherOptions>(options => options.IterationCount = SecurityServices.PasswordRounds));
        var hasher = app.Services.GetRequiredService<IPasswordHasher<Operator>>();
        var hash = hasher.HashPassword(new() { Name = "" }, Password);
        var people = await AddPeopleAsync(app, hash);
        using var proxy = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, UseProxy = false };
        using var client = new HttpClient(proxy) { BaseAddress = app.BaseAddress };
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var (signIns, hashes, shares) = (new List<double>(), new List<double>(), new List<double>());
        for (var run = 0; run <= Runs; run++)
        {
            // In turn, so that whatever else the machine does falls on both.
            var hashed = await PerSecondAsync(people, _ =>
            {
                Assert.Equal(PasswordVerificationResult.Success, hasher.VerifyHashedPassword(new() { Name = "" }, hash, Password));
                return ValueTask.CompletedTask;
            });
            clock.Advance(TimeSpan.FromSeconds(30));
            var signedIn = await PerSecondAsync(people, person => SignInAsync(client, person, clock.GetUtcNow()));
            if (run > 0)
            {
                hashes.Add(hashed);
                signIns.Add(signedIn);
                shares.Add(signedIn / hashed);
            }
        }

        var (mine, bare, share) = (new Samples(signIns), new Samples(hashes), new Samples(shares));
        return
        [
            new(
                "sign-in with password and code",
                Figure.Of(mine.Median, "0.0", "/s"),
                mine.Spread("0.0"),
                $"{Figure.Of(bare.Median, "0.0", "/s")} ({bare.Spread("0.0")}), the password's hash alone, {RoundsOf(hash):N0} rounds",
                $"{share.Median:0.00} ({share.Spread("0.00")})"),
        ];
    }

    private static async Task<List<Person>> AddPeopleAsync(PortalApp app, string hash)
    {
        await app.AddAccountAsync("Example Company");
        var people = new List<Person>();
        for (var i = 0; i < Operators; i++)
        {
            var key = KeyGeneration.GenerateRandomKey(20);
            var who = await app.AddOperatorAsync($"Person {i}", $"person{i}@example.com", key: Base32Encoding.ToString(key), password: null);
            people.Add(new(who.Email!, new Totp(key)));
        }

        await app.Contexts.WriteAcrossAccountsAsync(db => db.Operators.ExecuteUpdateAsync(set => set.SetProperty(person => person.PasswordHash, hash)));
        return people;
    }

    private static async Task<double> PerSecondAsync(List<Person> people, Func<Person, ValueTask> act)
    {
        var start = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            people,
            new ParallelOptions { MaxDegreeOfParallelism = 2 * Environment.ProcessorCount },
            async (person, _) =>
            {
                await Task.Yield();
                await act(person);
            });
        return people.Count / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static async ValueTask SignInAsync(HttpClient client, Person person, DateTimeOffset now)
    {
        var browser = new FormBrowser(client);
        await browser.GetAsync("/sign-in");
        await browser.PostAsync("/sign-in", ("email", person.Email), ("password", Password));
        await browser.GetAsync("/sign-in/code");
        var landed = await browser.PostAsync("/sign-in/code", ("code", person.Phone.ComputeTotp(now.UtcDateTime)));
        Assert.Equal("/home", landed);
    }

    // Identity writes them after the hash's version and its algorithm.
    private static uint RoundsOf(string hash) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(hash).AsSpan(5));

    private sealed record Person(string Email, Totp Phone);
}

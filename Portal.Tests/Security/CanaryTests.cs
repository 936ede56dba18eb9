using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OtpNet;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.SignIn;
using Portal.Tests.Support;

namespace Portal.Tests.Security;

/// <summary>Secrets are looked for where they must never be: in everything that was logged, and in every file that was kept.</summary>
public sealed class CanaryTests
{
    private static readonly Dictionary<string, string> Everything = new()
    {
        ["Logging:LogLevel:Default"] = "Trace",
        ["Logging:LogLevel:Microsoft.AspNetCore"] = "Trace",
        ["Logging:LogLevel:Microsoft.EntityFrameworkCore"] = "Trace",
    };

    [Fact]
    public async Task Passwords_keys_and_cookies_stand_in_no_log_and_in_no_file()
    {
        using var log = new RecordedLog();
        await using var app = new PortalApp(settings: Everything, services: services => services.AddLogging(logging => logging.AddProvider(log)));
        var carla = await app.SignInAsync("carla@example.com", PortalApp.PhoneOf("carla@example.com"));
        await carla.GetAsync("/me");
        await using (var page = new CircuitClient(app.BaseAddress, carla.Cookies))
        {
            await page.OpenAsync("/me?set-up=open");
        }

        var recovery = await app.AddRecoveryCodesAsync("carla@example.com");
        using var without = app.NewBrowser();
        await without.SubmitAsync(await without.GetAsync("/sign-in"), "form[action='/sign-in']", ("email", "carla@example.com"), ("password", DemoPeople.Password));
        var used = await without.SubmitAsync(await without.GetAsync("/sign-in/code"), "form[action='/sign-in/code']", ("recovery", recovery[0]));
        Assert.Equal("/home", used.Location?.AbsolutePath);

        using var stranger = app.NewBrowser();
        await stranger.SubmitAsync(await stranger.GetAsync("/sign-in"), "form[action='/sign-in']", ("email", "carla@example.com"), ("password", "Canary-Password-77"));

        var key = DemoPeople.All.Single(person => person.Email == "carla@example.com").Key!;
        var secrets = new List<string> { DemoPeople.Password, "Canary-Password-77", key, Convert.ToBase64String(Base32Encoding.ToBytes(key)) };
        secrets.AddRange(recovery);
        secrets.AddRange(recovery.Select(code => code.Replace("-", "", StringComparison.Ordinal)));
        secrets.AddRange(carla.Cookies.GetAllCookies().Where(cookie => cookie.Name != "Portal.Forgery").Select(cookie => cookie.Value));

        Assert.True(log.Lines.Count > 100, "Nothing was listened to.");
        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
            foreach (var file in Directory.EnumerateFiles(app.DataDirectory, "*", SearchOption.AllDirectories))
            {
                Assert.False(await HoldsAsync(file, Encoding.UTF8.GetBytes(secret)), $"{Path.GetFileName(file)} holds a secret.");
            }
        }

        foreach (var file in Directory.EnumerateFiles(app.DataDirectory, "*", SearchOption.AllDirectories))
        {
            Assert.False(await HoldsAsync(file, Base32Encoding.ToBytes(key)), $"{Path.GetFileName(file)} holds a key in the clear.");
        }
    }

    [Fact]
    public async Task The_link_of_a_mail_and_the_password_of_the_mail_server_stand_in_no_log_and_in_no_file()
    {
        using var log = new RecordedLog();
        await using var server = await MailServer.StartAsync();
        await using var app = new PortalApp(
            settings: new Dictionary<string, string>(Everything.Concat(server.Settings)),
            services: services => services.AddSingleton(server.Trusting).AddLogging(logging => logging.AddProvider(log)));
        await app.Contexts.WriteAcrossAccountsAsync(async db =>
        {
            var anna = await db.Operators.SingleAsync(row => row.Email == "anna@example.com");
            var link = await app.Services.GetRequiredService<OneTimeLinks>().AddAsync(db, anna, LinkPurpose.SetUp, OneTimeLinks.SetUpLife);
            app.Services.GetRequiredService<Outbox>().Queue(db, await db.Accounts.SingleAsync(), anna, new SetUpLetter(null, null, app.Now, null, null), link);
            return 0;
        });
        var token = (await server.Mailbox.WaitAsync("anna@example.com")).Link.AbsolutePath["/link/".Length..];
        using var browser = app.NewBrowser();
        Assert.Contains("Set up two-factor authentication", (await browser.GetAsync("/dev/mail")).Text, StringComparison.Ordinal);

        Assert.Equal(43, token.Length);
        Assert.Contains(log.Lines, line => line.Contains("/dev/mail", StringComparison.Ordinal));
        foreach (var secret in new[] { token, MailServer.Password })
        {
            Assert.DoesNotContain(log.Lines, line => line.Contains(secret, StringComparison.Ordinal));
            foreach (var file in Directory.EnumerateFiles(app.DataDirectory, "*", SearchOption.AllDirectories))
            {
                Assert.False(await HoldsAsync(file, Encoding.UTF8.GetBytes(secret)), $"{Path.GetFileName(file)} holds a secret.");
            }
        }
    }

    private static async Task<bool> HoldsAsync(string file, byte[] secret)
    {
        await using var shared = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var content = new MemoryStream();
        await shared.CopyToAsync(content);
        return content.ToArray().AsSpan().IndexOf(secret) >= 0;
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Mail;

/// <summary>The whole program with the folder that is its default.</summary>
public sealed class PickupTests
{
    [Fact]
    public async Task A_mail_is_written_right_after_the_commit_though_time_stands_still_and_for_its_owners_eyes()
    {
        await using var app = new PortalApp(clock: new FakeTimeProvider(new(2026, 11, 24, 9, 15, 5, TimeSpan.Zero)));
        await QueueAsync(app);

        var mail = await Mailbox.Of(app).WaitAsync("anna@example.com", "Set up two-factor authentication");

        Assert.StartsWith("http://localhost:5080/link/", mail.Link.AbsoluteUri, StringComparison.Ordinal);
        Assert.Contains(mail.Link.AbsoluteUri, mail.Html, StringComparison.Ordinal);
        var folder = Path.Combine(app.DataDirectory, "mail");
        var file = Assert.Single(Directory.GetFiles(folder), path => path.Contains(mail.MessageId.Split('@')[0], StringComparison.Ordinal));
        Assert.EndsWith(".eml", file, StringComparison.Ordinal);
        Assert.Equal("600\n700\n", await Command.RunAsync("stat", "--format=%a", file, folder));
    }

    [Fact]
    public async Task Development_shows_the_last_mails_with_their_state_as_text_with_links_and_as_HTML()
    {
        await using var app = new PortalApp();
        using var browser = app.NewBrowser();
        await app.Contexts.WriteAcrossAccountsAsync(db => db.Mails.ExecuteDeleteAsync());
        Assert.Contains("No mail was queued yet.", (await browser.GetAsync("/dev/mail")).Text, StringComparison.Ordinal);
        await QueueAsync(app);
        var link = (await Mailbox.Of(app).WaitAsync("anna@example.com")).Link;
        await app.Contexts.WriteAcrossAccountsAsync(async db =>
        {
            var anna = await db.Operators.SingleAsync(row => row.Email == "anna@example.com");
            app.Services.GetRequiredService<Outbox>().Queue(
                db, await db.Accounts.SingleAsync(), anna, new SecurityNotice(NoticeKind.RoleChanged, app.Now, "<b>Ada</b>"), wait: TimeSpan.FromHours(1));
            return 0;
        });

        var list = await browser.GetAsync("/dev/mail");
        var sent = await browser.GetAsync(list.Document.Links.Single(row => row.TextContent.StartsWith("Set up", StringComparison.Ordinal)).GetAttribute("href")!);
        var html = await browser.GetAsync(sent.Document.Links.Single(row => row.TextContent == "Look at it as HTML").GetAttribute("href")!);

        Assert.Contains("Your role was changed", list.Text, StringComparison.Ordinal);
        Assert.Contains("queued", list.Text, StringComparison.Ordinal);
        Assert.NotNull(await Patience.UntilAsync(async () => (await browser.GetAsync("/dev/mail")).Text.Contains("sent today", StringComparison.Ordinal) ? "sent" : null));
        Assert.Contains(sent.Document.Links, found => found.GetAttribute("href") == link.AbsoluteUri);
        Assert.Contains(html.Document.Links, found => found.GetAttribute("href") == link.AbsoluteUri && found.TextContent == "Set up now");
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync($"/dev/mail/{Guid.NewGuid()}")).Status);
    }

    [Theory]
    [InlineData("/dev/mail")]
    [InlineData("/dev/mail/0197a1b2-0000-7000-8000-000000000000")]
    public async Task Outside_Development_no_mail_is_shown(string path)
    {
        await using var app = new PortalApp(environment: "Production", settings: new Dictionary<string, string> { ["Portal:PublicUrl"] = "https://portal.example.com" });
        using var browser = app.NewBrowser();

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await browser.GetAsync(path)).Status);
    }

    private static Task<int> QueueAsync(PortalApp app) => app.Contexts.WriteAcrossAccountsAsync(async db =>
    {
        var anna = await db.Operators.SingleAsync(row => row.Email == "anna@example.com");
        var link = await app.Services.GetRequiredService<OneTimeLinks>().AddAsync(db, anna, LinkPurpose.SetUp, OneTimeLinks.SetUpLife);
        app.Services.GetRequiredService<Outbox>().Queue(
            db, await db.Accounts.SingleAsync(), anna, new SetUpLetter(app.Now.AddDays(-1), "Ada", app.Now, "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", null), link);
        return 0;
    });
}

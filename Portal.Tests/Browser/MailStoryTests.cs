using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>Mails as people see them, and where Development shows them.</summary>
public sealed class MailStoryTests(BrowserFixture browsers)
{
    [Fact]
    public async Task Mails_are_read_in_Development_as_text_and_as_they_arrive_light_dark_and_on_a_phone_in_Dutch()
    {
        await using var app = new PortalApp();
        await QueueAsync(app, "anna@example.com", "en");
        await QueueAsync(app, "bram@example.com", "nl");
        await Mailbox.Of(app).WaitAsync("bram@example.com");
        await using var developer = await Person.OpenAsync(browsers, app);
        await using var inDutch = await Person.OpenAsync(browsers, app, dutch: true, dark: true, phone: true);

        await developer.GoAsync("/dev/mail");
        await Expect(developer.Page.GetByRole(AriaRole.Row)).ToHaveCountAsync(6);
        await developer.LookAsync("mail-list");
        await developer.Page.GetByRole(AriaRole.Link, new() { Name = "Set up two-factor authentication for Example Company" }).ClickAsync();
        await Expect(developer.Page.GetByRole(AriaRole.Link, new() { Name = "/link/" })).ToBeVisibleAsync();
        await developer.LookAsync("mail-text");
        await developer.Page.GetByRole(AriaRole.Link, new() { Name = "Look at it as HTML" }).ClickAsync();
        await Expect(developer.Page.GetByRole(AriaRole.Link, new() { Name = "Set up now" })).ToBeVisibleAsync();
        await developer.LookAsync("mail-set-up");

        await inDutch.GoAsync("/dev/mail");
        await inDutch.LookAsync("mail-list-phone-dark-nl");
        await inDutch.Page.GetByRole(AriaRole.Link, new() { Name = "Uw tweefactorauthenticatie-instelling is gewijzigd" }).ClickAsync();
        await inDutch.LookAsync("mail-text-phone-dark-nl");
        await inDutch.Page.GetByRole(AriaRole.Link, new() { Name = "Bekijken als HTML" }).ClickAsync();
        await Expect(inDutch.Page.GetByText("Verwachtte u dit niet? Vraag het aan Ada.")).ToBeVisibleAsync();
        await inDutch.LookAsync("mail-notice-phone-dark-nl");

        // A mail names no icon, so the browser looks for one.
        developer.AssertQuiet("favicon.ico");
        inDutch.AssertQuiet("favicon.ico");
    }

    private static Task<int> QueueAsync(PortalApp app, string email, string language) => app.Contexts.WriteAcrossAccountsAsync(async db =>
    {
        const string firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
        var (account, who) = (await db.Accounts.SingleAsync(), await db.Operators.SingleAsync(row => row.Email == email));
        who.Language = language;
        var outbox = app.Services.GetRequiredService<Outbox>();
        var link = await app.Services.GetRequiredService<OneTimeLinks>().AddAsync(db, who, LinkPurpose.SetUp, OneTimeLinks.SetUpLife);
        outbox.Queue(db, account, who, new SetUpLetter(app.Now.AddDays(-1), "Ada", app.Now, firefox, null), link);
        outbox.Queue(db, account, who, new SecurityNotice(
            NoticeKind.OverrideChanged, app.Now, "Ada", "192.0.2.10", firefox, nameof(TwoFactorPolicy.Required), nameof(TwoFactorPolicy.Optional)));
        return 0;
    });
}

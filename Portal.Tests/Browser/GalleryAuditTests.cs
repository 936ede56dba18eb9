using Microsoft.Playwright;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Tests.Support;
using Portal.Texts;
using static Microsoft.Playwright.Assertions;

namespace Portal.Tests.Browser;

/// <summary>The audit log and an operator's own part of it, in each of their states.</summary>
public sealed class GalleryAuditTests(BrowserFixture browsers)
{
    private const string Chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

    [Theory]
    [MemberData(nameof(Look.OfThisRun), MemberType = typeof(Look))]
    public async Task What_was_recorded(string language, bool dark, bool phone)
    {
        var clock = Person.NewClock();
        await using var app = new PortalApp(clock);
        await RecordAsync(app, clock.GetUtcNow());
        await using var ada = await Person.OpenAsync(browsers, app, new Look(language, dark, phone));
        await ada.ArriveAsync("admin@example.com");
        await ada.VisitAsync("/audit");
        var rows = ada.Page.Locator("main").GetByRole(AriaRole.Listitem);
        await Expect(ada.Link(() => Words.Older)).ToBeVisibleAsync();
        await ada.SeeAsync("audit");

        // Opened with the keyboard, in place.
        await rows.Filter(new() { HasText = ada.Say(() => Words.DidOverrideChanged) }).First.Locator("summary").PressAsync("Enter");
        await rows.Filter(new() { HasText = ada.Say(() => Words.DidSignInRefused) }).First.Locator("summary").PressAsync("Enter");
        await Expect(ada.Link(() => Words.AuditAllOf("Bram"))).ToBeVisibleAsync();
        await ada.SeeAsync("audit-details");

        // Somebody else does something: it is said, and what is being read stays where it is.
        var anna = await app.FindAsync("anna@example.com");
        await app.Contexts.WriteAsync(anna.AccountId, db =>
        {
            AuditLog.RecordCommand(db, anna.AccountId, AuditAction.TwoFactorReset, clock.GetUtcNow(), anna);
            db.Announce(anna.AccountId, anna.Id);
            return Task.FromResult(0);
        });
        await Expect(ada.Button(() => Words.NewEntries(1))).ToBeVisibleAsync();
        await ada.SeeAsync("audit-fresh");
        await ada.Button(() => Words.NewEntries(1)).ClickAsync();
        await Expect(rows.First).ToContainTextAsync(ada.Say(() => Words.AuditHelpReset));

        // Filtered, and without a match.
        await ada.Link(() => Words.Older).ClickAsync();
        await Expect(ada.Link(() => Words.Newer)).ToBeVisibleAsync();
        await ada.Field(() => Words.AuditWhat).SelectOptionAsync(nameof(AuditAction.OperatorDeleted));
        await Expect(ada.Text(() => Words.AuditNoMatch)).ToBeVisibleAsync();
        await ada.SeeAsync("audit-no-match");
        await ada.Field(() => Words.AuditWhat).SelectOptionAsync("");
        await ada.Field(() => Words.AuditPerson).FillAsync("bram");
        await ada.Page.Keyboard.PressAsync("Enter");
        await Expect(rows).ToHaveCountAsync(4);
        Assert.EndsWith("/audit?person=bram", ada.Page.Url, StringComparison.Ordinal);
        await ada.SeeAsync("audit-filtered");

        // The file comes by the address of what is shown.
        var download = await ada.Page.RunAndWaitForDownloadAsync(() => ada.Link(() => Words.ExportCsv).ClickAsync());
        Assert.EndsWith(".csv", download.SuggestedFilename, StringComparison.Ordinal);
        Assert.Equal(5, (await File.ReadAllLinesAsync((await download.PathAsync())!, TestContext.Current.CancellationToken)).Length);

        await ada.VisitAsync($"/operators/{anna.Id}/activity");
        await Expect(rows.First).ToContainTextAsync(ada.Say(() => Words.AuditHelpReset));
        await ada.SeeAsync("operator-activity");
        ada.AssertQuiet();
    }

    private static async Task RecordAsync(PortalApp app, DateTimeOffset now)
    {
        var (ada, gijs, anna, bram) = (await app.FindAsync("admin@example.com"), await app.FindAsync("gijs@example.com"), await app.FindAsync("anna@example.com"), await app.FindAsync("bram@example.com"));
        await app.Contexts.WriteAsync(ada.AccountId, db =>
        {
            Write(ada, AuditAction.SignedIn, 60 * 24 * 3, ada, after: nameof(SignInMethod.Password));
            for (var number = 0; number < 45; number++)
            {
                Write(anna, AuditAction.SignedIn, (60 * 24 * 2) - number, anna, after: nameof(SignInMethod.Password));
            }

            Write(ada, AuditAction.OverrideChanged, 190, bram, nameof(TwoFactorPolicy.Optional), $"{TwoFactorPolicy.Disabled} until {now.AddHours(9):O}");
            Write(bram, AuditAction.SignInRefused, 180, bram, refused: "SetUpFirst");
            Write(bram, AuditAction.SetUpLinkSent, 179, bram);
            AuditLog.RecordProgram(db, ada.AccountId, AuditAction.MailSent, now.AddMinutes(-178), anna, after: "notice:TwoFactorReset");
            Write(anna, AuditAction.SignInRefused, 120, anna, refused: "Password");
            Write(gijs, AuditAction.OperatorRenamed, 60, anna, "Ann", "Anna-Maximiliane von Hohenberg-Lindenstein");
            Write(gijs, AuditAction.AccountDefaultChanged, 30, null, nameof(TwoFactorPolicy.Optional), nameof(TwoFactorPolicy.Required));
            Write(gijs, AuditAction.TwoFactorReset, 20, anna, refused: "NotAllowed");
            return Task.FromResult(0);

            void Write(Operator who, AuditAction action, int minutesAgo, Operator? whom, string? before = null, string? after = null, string? refused = null) => AuditLog.Record(
                db, new(who.Id, who.AccountId, Guid.CreateVersion7(), "2001:db8:85a3:8d3:1319:8a2e:370:7348", Chrome), who.Name, action, now.AddMinutes(-minutesAgo), whom, before, after, refused: refused);
        });
    }
}

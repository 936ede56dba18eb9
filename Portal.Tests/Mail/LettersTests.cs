using System.Globalization;
using AngleSharp.Html.Parser;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Mail;

/// <summary>What mails say, in both forms and both languages.</summary>
[OnEachDatabase]
public sealed class LettersTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 38, 0, TimeSpan.Zero);
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    private PortalServices node = null!;
    private Account account = null!;
    private Operator anna = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        anna = await node.AddOperatorAsync(account, "Anna");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    public static TheoryData<NoticeKind, string> Notices =>
        [.. from kind in Enum.GetValues<NoticeKind>() from language in Portal.Texts.Languages.All.Keys select (kind, language)];

    [Theory]
    [MemberData(nameof(Notices))]
    public async Task A_notice_says_the_same_as_HTML_and_as_text(NoticeKind what, string language)
    {
        var notice = new SecurityNotice(what, Monday, "Ada", "192.0.2.10", Firefox, Value(what, 0), Value(what, 1), "Bram <bram@example.com>", "lost");

        var (letter, content) = await WriteAsync(notice, language);

        SaysTheSame(letter, content);
        Assert.Contains("192.0.2.10", letter.Text, StringComparison.Ordinal);
        var (browser, monday) = language switch
        {
            "nl" => ("Firefox op Windows", "maandag 23 november om 10:38"),
            "de" => ("Firefox auf Windows", "Montag, 23. November, 10:38"),
            "fr" => ("Firefox sur Windows", "lundi 23 novembre, 10:38"),
            _ => ("Firefox on Windows", "Monday 23 November, 10:38"),
        };
        Assert.Contains(browser, letter.Text, StringComparison.Ordinal);
        Assert.Contains(monday, letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(nameof(TwoFactorPolicy) + ".", letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_notice_has_a_subject_of_its_own_in_each_language()
    {
        var subjects = new List<string>();
        foreach (var language in Portal.Texts.Languages.All.Keys)
        {
            foreach (var what in Enum.GetValues<NoticeKind>())
            {
                subjects.Add((await WriteAsync(new SecurityNotice(what, Monday), language)).Letter.Subject);
            }
        }

        Assert.Equal(subjects.Count, subjects.Distinct().Count());
    }

    [Fact]
    public async Task A_notice_tells_what_to_do_by_who_did_it()
    {
        var own = await WriteAsync(new SecurityNotice(NoticeKind.PasswordChanged, Monday), "en");
        var byAda = await WriteAsync(new SecurityNotice(NoticeKind.TwoFactorReset, Monday, "Ada"), "en");
        var byCommand = await WriteAsync(new SecurityNotice(NoticeKind.TwoFactorReset, Monday, "command line"), "nl");
        var address = await WriteAsync(new SecurityNotice(NoticeKind.EmailChanged, Monday, Before: "a@example.com", After: "b@example.com"), "en");

        Assert.Contains("Not you? Change your password now, then tell an account administrator.\n", Lines(own.Letter), StringComparison.Ordinal);
        Assert.Contains("\nhttps://portal.example.com/forgot-password\n", Lines(own.Letter), StringComparison.Ordinal);
        Assert.Contains("Did you not expect this? Ask Ada.", byAda.Letter.Text, StringComparison.Ordinal);
        Assert.Contains("Door: de opdrachtregel", byCommand.Letter.Text, StringComparison.Ordinal);
        Assert.Contains("Vraag het aan wie de server beheert.", byCommand.Letter.Text, StringComparison.Ordinal);
        Assert.Contains("Tell an account administrator of Example Company at once.", address.Letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("forgot-password", address.Letter.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stored_values_are_named_as_people_know_them()
    {
        var own = await WriteAsync(new SecurityNotice(NoticeKind.OverrideChanged, Monday, "Ada", Before: null, After: nameof(TwoFactorPolicy.Required)), "nl");
        var role = await WriteAsync(new SecurityNotice(NoticeKind.RoleChanged, Monday, "Ada", Before: nameof(OperatorRole.Basic), After: nameof(OperatorRole.Administrator)), "en");

        Assert.Contains("Voorheen: Accountstandaard\nNu: Vereist\n", Lines(own.Letter), StringComparison.Ordinal);
        Assert.Contains("Before: Operator\nNow: Account administrator\n", Lines(role.Letter), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Required since Monday 23 November, by Ada", "Set up now", "Not you? Someone knows your password: change it here.")]
    [InlineData("nl", "Vereist sinds maandag 23 november, door Ada", "Nu instellen", "Was u dit niet? Iemand kent uw wachtwoord: wijzig het hier.")]
    public async Task The_set_up_mail_names_account_reason_sign_in_and_link_and_what_to_do_if_it_was_somebody_else(string language, string reason, string button, string notYou)
    {
        var (letter, content) = await WriteAsync(new SetUpLetter(Monday, "Ada", Monday.AddMinutes(4), Firefox, null), language, withLink: true);

        SaysTheSame(letter, content);
        Assert.All(["Example Company", reason, "10:42", "Firefox", "10:45"], fact => Assert.Contains(fact, letter.Text, StringComparison.Ordinal));
        Assert.Contains($"\n{button}:\nhttps://portal.example.com/link/", Lines(letter), StringComparison.Ordinal);
        Assert.Contains($"\n{notYou}\nhttps://portal.example.com/forgot-password\n", Lines(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_up_mail_that_an_administrator_sent_says_who_for_how_long_and_that_the_password_is_asked_for()
    {
        var (letter, content) = await WriteAsync(new SetUpLetter(Monday, null, null, null, "Ada"), "en", withLink: true);

        SaysTheSame(letter, content);
        Assert.Contains("Ada sends you this link", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Required since Monday 23 November\r\n", letter.Text, StringComparison.Ordinal);
        Assert.Contains("works for 72 hours and asks for your password first", letter.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Someone knows your password", letter.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("Ada\" onmouseover=\"x")]
    [InlineData("Ada\r\n\r\nSet up now:\r\nhttps://evil.example/link/x")]
    [InlineData("Ada\u2028https://evil.example\u0007")]
    [InlineData("\u202Egnp.exe\u202C עדה")]
    [InlineData("👩‍👩‍👧 Zoë ")]
    public async Task Names_do_no_harm_in_subject_HTML_and_text(string name)
    {
        account = await node.AddAccountAsync(name: name);
        anna = await node.AddOperatorAsync(account, "Bram");
        var (letter, content) = await WriteAsync(new SetUpLetter(Monday, name, Monday, name, null), "en", withLink: true);
        var message = node.Get<Letters>().Build(await QueuedAsync(new SetUpLetter(Monday, name, Monday, name, null), "en", withLink: false), letter);

        SaysTheSame(letter, content);
        Assert.DoesNotContain(letter.Subject, char.IsControl);
        Assert.DoesNotContain(letter.Text, character => character is '\u202E' or '\u2028' or '\0');
        var page = new HtmlParser().ParseDocument(letter.Html);
        Assert.Empty(page.Scripts);
        Assert.DoesNotContain(page.All, element => element.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal)));
        Assert.All(page.Links, link => Assert.StartsWith("https://portal.example.com/", link.GetAttribute("href"), StringComparison.Ordinal));
        Assert.DoesNotContain(Lines(letter).Split('\n'), line => line.StartsWith("https://evil", StringComparison.Ordinal));
        Assert.Equal(letter.Subject, message.Subject);
        Assert.Equal(
            ["Auto-Submitted", "Content-Language", "Date", "From", "Message-Id", "Subject", "To"],
            message.Headers.Select(header => header.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Writing_a_letter_leaves_the_language_of_who_waits_for_it_alone()
    {
        var former = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

        await WriteAsync(new SecurityNotice(NoticeKind.PasswordChanged, Monday), "nl");

        Assert.Equal(former, (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture));
    }

    [Fact]
    public void What_is_kept_of_a_letter_names_its_kinds_and_comes_back_whole()
    {
        Letter notice = new SecurityNotice(NoticeKind.RoleChanged, Monday, "Ada", Before: "Basic", After: "Administrator");

        var kept = System.Text.Json.JsonSerializer.Serialize(notice);

        Assert.Contains("\"RoleChanged\"", kept, StringComparison.Ordinal);
        Assert.Equal(notice, System.Text.Json.JsonSerializer.Deserialize<Letter>(kept));
        Assert.Equal("notice:RoleChanged", notice.Kind);
    }

    // Every fact, sentence and address stands in both, and each address of the text on a line of its own.
    private static void SaysTheSame(WrittenLetter letter, LetterContent content)
    {
        var html = new HtmlParser().ParseDocument(letter.Html);
        var shown = Squeezed(html.Body!.TextContent);
        var text = Squeezed(letter.Text);
        Assert.Equal(content.Subject, letter.Subject);
        string[] said = [content.Subject, content.Lead, .. content.Facts.SelectMany(fact => new[] { fact.Label, fact.Value }), .. content.Closing];
        Assert.All(said, words => Assert.Contains(Squeezed(words), shown, StringComparison.Ordinal));
        Assert.All(said, words => Assert.Contains(Squeezed(words), text, StringComparison.Ordinal));
        foreach (var action in new[] { content.Action, content.SecondAction }.OfType<LetterAction>())
        {
            Assert.Contains(html.Links, link => link.GetAttribute("href") == action.Address.AbsoluteUri && link.TextContent == action.Label);
            Assert.Contains(action.Address.AbsoluteUri, letter.Text.Split("\r\n"));
        }

        Assert.Empty(html.QuerySelectorAll("style, link, img, script"));
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static string Lines(WrittenLetter letter) => letter.Text.ReplaceLineEndings("\n");

    private static string? Value(NoticeKind what, int which) => what switch
    {
        NoticeKind.OverrideChanged or NoticeKind.AccountDefaultWeakened => new[] { nameof(TwoFactorPolicy.Required), nameof(TwoFactorPolicy.Optional) }[which],
        NoticeKind.RoleChanged => new[] { nameof(OperatorRole.Administrator), nameof(OperatorRole.Basic) }[which],
        NoticeKind.EmailChanged => new[] { "a@example.com", "b@example.com" }[which],
        NoticeKind.MailSetAside => new[] { SetUpLetter.Name, null }[which],
        _ => null,
    };

    private async Task<(WrittenLetter Letter, LetterContent Content)> WriteAsync(Letter letter, string language, bool withLink = false)
    {
        var mail = await QueuedAsync(letter, language, withLink);
        var link = await node.ReadAsync(account.Id, db => db.Links.SingleOrDefaultAsync(row => row.Id == mail.LinkId));
        var written = await node.Get<Letters>().WriteAsync(mail, account, link);

        var former = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Portal.Texts.Languages.CultureOf(language);
        var amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");
        DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, amsterdam);
        var content = letter.Write(new(
            anna.Name,
            account.Name,
            new("https://portal.example.com"),
            link is null ? null : node.Get<OneTimeLinks>().AddressOf(link.Id),
            link?.ExpiresAt is { } end ? Local(end) : null,
            Local)).Tidy();
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = former;
        return (written, content);
    }

    private Task<MailMessage> QueuedAsync(Letter letter, string language, bool withLink) => node.Contexts.WriteAsync(account.Id, async db =>
    {
        var who = await db.Operators.SingleAsync(row => row.Id == anna.Id);
        who.Language = language;
        var link = withLink ? await node.Get<OneTimeLinks>().AddAsync(db, who, LinkPurpose.SetUp, OneTimeLinks.SetUpLife) : null;
        if (link is not null)
        {
            node.Get<OneTimeLinks>().HandOver(link);
        }

        return node.Get<Outbox>().Queue(db, await db.Accounts.SingleAsync(), who, letter, link);
    });
}

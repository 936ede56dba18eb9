using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Mail;

/// <summary>Over the wire: a real mail server, and one that misbehaves.</summary>
public sealed class SmtpTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task A_server_that_asks_for_STARTTLS_and_credentials_gets_the_mail_of_the_whole_program()
    {
        await using var server = await MailServer.StartAsync();
        await using var app = new PortalApp(settings: server.Settings, services: services => services.AddSingleton(server.Trusting));
        var anna = await app.FindAsync("anna@example.com");

        await app.Contexts.WriteAsync(anna.AccountId, async db =>
        {
            var who = await db.Operators.SingleAsync(row => row.Id == anna.Id);
            var link = await app.Services.GetRequiredService<OneTimeLinks>().AddAsync(db, who, LinkPurpose.SetUp, OneTimeLinks.SetUpLife);
            app.Services.GetRequiredService<Outbox>().Queue(db, await db.Accounts.SingleAsync(), who, new SetUpLetter(null, null, app.Now, "Firefox/140 Windows", null), link);
            return 0;
        });

        var mail = await server.Mailbox.WaitAsync("anna@example.com", "Set up two-factor authentication");
        Assert.Equal("portal@example.com", mail.Message.From.Mailboxes.Single().Address);
        Assert.Equal("Portal", mail.Message.From.Mailboxes.Single().Name);
        Assert.NotNull(mail.Link);
        Assert.NotNull(await Patience.UntilAsync(async () =>
        {
            await using var db = app.Contexts.For(anna.AccountId);
            return await db.MailDelivery.AnyAsync(row => row.IsDelivered) && await db.Mails.AnyAsync(row => row.SentAt != null) ? "sent" : null;
        }));
    }

    [Fact]
    public async Task Neither_an_unknown_certificate_nor_wrong_credentials_nor_a_server_without_TLS_gets_a_mail()
    {
        await using var server = await MailServer.StartAsync();
        await using var open = new SmtpSink();
        var settings = server.Settings.Select(setting => (setting.Key, setting.Value)).ToList();
        await using var node = await PortalServices.CreateAsync([.. settings]);
        await using var wrong = await PortalServices.CreateAsync([.. settings.Where(setting => setting.Key != "Mail:Smtp:Password"), ("Mail:Smtp:Password", "Canary-Wrong-9")]);
        await using var bare = await PortalServices.CreateAsync([.. open.Settings.Where(setting => setting.Key != "Mail:Smtp:Security"), ("Mail:Smtp:Security", "StartTls")]);

        var untrusted = await node.Create<SmtpTransport>().OpenAsync(None);
        var refused = await wrong.Create<SmtpTransport>(server.Trusting).OpenAsync(None);
        var withoutTls = await bare.Create<SmtpTransport>().OpenAsync(None);
        var right = await node.Create<SmtpTransport>(server.Trusting).OpenAsync(None);

        Assert.Contains("certificate", untrusted, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("535", refused, StringComparison.Ordinal);
        Assert.DoesNotContain("Canary", refused, StringComparison.Ordinal);
        Assert.Contains("STARTTLS", withoutTls, StringComparison.Ordinal);
        Assert.Null(right);
    }

    [Fact]
    public async Task A_receiver_that_is_refused_for_good_is_set_aside_and_the_others_are_sent_on_the_same_connection()
    {
        await using var sink = new SmtpSink { Refusal = line => line.Contains("anna", StringComparison.Ordinal) ? "550 5.1.1 no such mailbox" : null };
        await using var office = await Office.OpenAsync(sink);
        var poison = await office.QueueAsync(office.Anna);
        await office.QueueAsync(office.Ada);

        await office.Worker.SendDueAsync(None);

        Assert.Contains(sink.Taken, mail => mail.To == "ada@example.com" && mail.Subject == "Your password was changed");
        Assert.DoesNotContain(sink.Taken, mail => mail.To == "anna@example.com");
        Assert.Contains("no such mailbox", (await office.RowAsync(poison)).LastFault, StringComparison.Ordinal);
        Assert.NotNull((await office.RowAsync(poison)).SetAsideAt);
    }

    [Fact]
    public async Task A_receiver_that_is_refused_for_now_is_tried_again()
    {
        await using var sink = new SmtpSink { Refusal = _ => "451 4.7.1 greylisted" };
        await using var office = await Office.OpenAsync(sink);
        var mail = await office.QueueAsync(office.Anna);

        await office.Worker.SendDueAsync(None);
        Assert.Equal((1, null), ((await office.RowAsync(mail)).Attempts, (await office.RowAsync(mail)).SetAsideAt));
        sink.Refusal = _ => null;
        office.Node.Clock.Advance(TimeSpan.FromSeconds(10));
        await office.Worker.SendDueAsync(None);

        Assert.Equal(mail.MessageId, Assert.Single(sink.Taken).MessageId);
    }

    [Fact]
    public async Task A_server_that_takes_a_mail_and_dies_before_its_yes_is_given_the_very_same_mail_again_with_the_same_link()
    {
        await using var sink = new SmtpSink { Mood = SinkMood.TakesAndDrops };
        await using var office = await Office.OpenAsync(sink);
        var mail = await office.QueueAsync(office.Anna, withLink: true);

        await office.Worker.SendDueAsync(None);
        sink.Mood = SinkMood.Takes;
        office.Node.Clock.Advance(TimeSpan.FromSeconds(10));
        await office.Worker.SendDueAsync(None);
        office.Node.Clock.Advance(TimeSpan.FromMinutes(10));
        await office.Worker.SendDueAsync(None);

        Assert.Equal([mail.MessageId, mail.MessageId], sink.Taken.Select(taken => taken.MessageId));
        Assert.Equal(sink.Taken[0].Link, sink.Taken[1].Link);
        Assert.Equal(sink.TakenBytes[0], sink.TakenBytes[1]);
    }

    [Fact]
    public async Task A_server_that_hangs_is_given_up_after_a_minute_and_the_mail_is_sent_once_it_answers_again()
    {
        await using var sink = new SmtpSink { Mood = SinkMood.Hangs };
        await using var office = await Office.OpenAsync(sink);
        var mail = await office.QueueAsync(office.Anna);

        var attempt = office.Worker.SendDueAsync(None);
        await Patience.PassAsync(office.Node.Clock, MailWorker.Limit / 4, attempt);

        Assert.Equal((false, "The mail server did not answer in time."), await office.DeliveryAsync());

        sink.Mood = SinkMood.Takes;
        office.Node.Clock.Advance(MailWorker.LongestPause);
        await office.Worker.SendDueAsync(None);

        Assert.Equal(mail.MessageId, Assert.Single(sink.Taken).MessageId);
        Assert.Equal((true, null), await office.DeliveryAsync());
    }

    [Fact]
    public async Task Names_in_any_script_arrive_as_they_are_and_add_no_header()
    {
        await using var sink = new SmtpSink();
        await using var office = await Office.OpenAsync(sink);
        var noor = await office.Node.AddOperatorAsync(office.Account, "نور 😀 Zoë\r\nBcc: everybody@example.com", email: "noor@example.com");
        await office.QueueAsync(noor);

        await office.Worker.SendDueAsync(None);

        var mail = Assert.Single(sink.Taken);
        Assert.Equal("نور 😀 Zoë  Bcc: everybody@example.com", mail.Message.To.Mailboxes.Single().Name);
        Assert.Equal("noor@example.com", mail.To);
        Assert.Empty(mail.Message.Bcc);
        Assert.Equal("auto-generated", mail.Message.Headers["Auto-Submitted"]);
    }

    /// <summary>An account with a worker that sends to a sink.</summary>
    private sealed class Office : IAsyncDisposable
    {
        public required PortalServices Node { get; init; }

        public required Account Account { get; init; }

        public required Operator Ada { get; init; }

        public required Operator Anna { get; init; }

        public required MailWorker Worker { get; init; }

        public static async Task<Office> OpenAsync(SmtpSink sink)
        {
            var node = await PortalServices.CreateAsync(sink.Settings);
            var account = await node.AddAccountAsync();
            return new()
            {
                Node = node,
                Account = account,
                Ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator),
                Anna = await node.AddOperatorAsync(account, "Anna"),
                Worker = node.Create<MailWorker>(),
            };
        }

        public Task<MailMessage> QueueAsync(Operator to, bool withLink = false) => Node.Contexts.WriteAsync(Account.Id, async db =>
        {
            var who = await db.Operators.SingleAsync(row => row.Id == to.Id);
            var link = withLink ? await Node.Get<OneTimeLinks>().AddAsync(db, who, LinkPurpose.SetUp, OneTimeLinks.SetUpLife) : null;
            Letter letter = withLink
                ? new SetUpLetter(null, null, Node.Clock.GetUtcNow(), null, null)
                : new SecurityNotice(NoticeKind.PasswordChanged, Node.Clock.GetUtcNow());
            return Node.Get<Outbox>().Queue(db, await db.Accounts.SingleAsync(), who, letter, link);
        });

        public Task<MailMessage> RowAsync(MailMessage mail) => Node.ReadAsync(Account.Id, db => db.Mails.SingleAsync(row => row.Id == mail.Id));

        public async Task<(bool IsDelivered, string? Fault)> DeliveryAsync()
        {
            var row = await Node.ReadAsync(Account.Id, db => db.MailDelivery.SingleAsync());
            return (row.IsDelivered, row.Fault);
        }

        public ValueTask DisposeAsync() => Node.DisposeAsync();
    }
}

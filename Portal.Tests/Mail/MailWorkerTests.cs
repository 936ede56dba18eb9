using Microsoft.EntityFrameworkCore;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Mail;

/// <summary>From the outbox to the transport, over the real database; time moves when a test moves it.</summary>
[OnEachDatabase]
public sealed class MailWorkerTests : IAsyncLifetime
{
    private readonly PretendTransport transport = new();
    private PortalServices node = null!;
    private Account account = null!;
    private Operator ada = null!;
    private Operator anna = null!;

    public async ValueTask InitializeAsync()
    {
        node = await PortalServices.CreateAsync();
        account = await node.AddAccountAsync();
        ada = await node.AddOperatorAsync(account, "Ada", OperatorRole.Administrator);
        anna = await node.AddOperatorAsync(account, "Anna");
    }

    public ValueTask DisposeAsync() => node.DisposeAsync();

    [Fact]
    public async Task What_is_queued_is_sent_once_and_written_down()
    {
        var mail = await QueueAsync(anna);
        var worker = NewWorker();

        await worker.SendDueAsync(CancellationToken.None);
        await worker.SendDueAsync(CancellationToken.None);

        Assert.Equal([mail.MessageId], transport.TakenIds);
        var state = await node.Get<MailStates>().LastAsync(account.Id, anna.Id, mail.Kind);
        Assert.Equal((MailStanding.Sent, node.Clock.GetUtcNow()), (state!.Standing, state.At));
        var entry = await node.ReadAsync(account.Id, db => db.AuditEntries.SingleAsync());
        Assert.Equal((nameof(AuditAction.MailSent), AuditLog.Program, anna.Id, mail.Kind), (entry.Action, entry.ActorName, entry.SubjectId, entry.After));
    }

    [Fact]
    public async Task What_the_server_took_is_not_sent_again_when_that_could_not_be_written_down_at_first()
    {
        var mail = await QueueAsync(anna);
        var worker = NewWorker();
        await using var db = node.Contexts.AcrossAccounts();
        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "AuditEntries" RENAME TO "Elsewhere" """);
        await Assert.ThrowsAnyAsync<DbUpdateException>(() => worker.SendDueAsync(CancellationToken.None));
        Assert.Equal([mail.MessageId], transport.TakenIds);
        await db.Database.ExecuteSqlRawAsync("""ALTER TABLE "Elsewhere" RENAME TO "AuditEntries" """);

        node.Clock.Advance(MailWorker.Lease);
        await worker.SendDueAsync(CancellationToken.None);
        await worker.SendDueAsync(CancellationToken.None);

        Assert.Equal([mail.MessageId], transport.TakenIds);
        Assert.Equal(MailStanding.Sent, (await node.Get<MailStates>().LastAsync(account.Id, anna.Id, mail.Kind))!.Standing);
        Assert.Equal(nameof(AuditAction.MailSent), (await node.ReadAsync(account.Id, read => read.AuditEntries.SingleAsync())).Action);
    }

    [Fact]
    public async Task Nothing_is_sent_of_a_transaction_that_was_rolled_back()
    {
        await node.Contexts.WriteAsync(
            account.Id,
            async db =>
            {
                node.Get<Outbox>().Queue(db, await db.Accounts.SingleAsync(), await db.Operators.SingleAsync(who => who.Id == anna.Id), Notice());
                await db.SaveChangesAsync();
                return 0;
            },
            keeps: _ => false);

        await NewWorker().SendDueAsync(CancellationToken.None);

        Assert.Empty(transport.Taken);
    }

    [Fact]
    public async Task What_waits_out_its_ten_seconds_is_sent_after_them_unless_it_was_taken_back()
    {
        var kept = await QueueAsync(anna, Notice(NoticeKind.OverrideChanged), wait: TimeSpan.FromSeconds(10));
        await QueueAsync(anna, Notice(NoticeKind.RoleChanged), wait: TimeSpan.FromSeconds(10));
        var worker = NewWorker();
        await worker.SendDueAsync(CancellationToken.None);
        Assert.Empty(transport.Taken);

        await node.Contexts.WriteAsync(account.Id, db => node.Get<Outbox>().CancelAsync(db, anna.Id, SecurityNotice.KindOf(NoticeKind.RoleChanged)));
        node.Clock.Advance(TimeSpan.FromSeconds(10));
        await worker.SendDueAsync(CancellationToken.None);

        Assert.Equal([kept.MessageId], transport.TakenIds);
    }

    [Fact]
    public async Task Two_workers_at_once_send_each_mail_once()
    {
        for (var i = 0; i < 40; i++)
        {
            await QueueAsync(anna);
        }

        var other = new PretendTransport();
        var (first, second) = (NewWorker(), NewWorker(other));

        await Task.WhenAll(
            Task.Run(() => first.SendDueAsync(CancellationToken.None)),
            Task.Run(() => second.SendDueAsync(CancellationToken.None)));

        string[] taken = [.. transport.TakenIds, .. other.TakenIds];
        Assert.Equal(40, taken.Length);
        Assert.Equal(40, taken.Distinct().Count());
    }

    [Fact]
    public async Task After_an_hour_without_the_server_all_500_mails_are_delivered_once_within_ten_minutes_and_their_links_work()
    {
        var worker = NewWorker();
        transport.Unreachable = "Connection refused.";
        var (_, link) = await QueueWithLinkAsync(anna);
        await node.Contexts.WriteAsync(account.Id, async db =>
        {
            var (theirs, to) = (await db.Accounts.SingleAsync(), await db.Operators.SingleAsync(who => who.Id == anna.Id));
            for (var i = 0; i < 499; i++)
            {
                node.Get<Outbox>().Queue(db, theirs, to, Notice());
            }

            return 0;
        });
        await PassAsync(worker, TimeSpan.FromHours(1));
        Assert.InRange(transport.Tries, 12, 30);
        Assert.Empty(transport.Taken);

        transport.Unreachable = null;
        await PassAsync(worker, TimeSpan.FromMinutes(10));

        Assert.Equal(500, transport.Taken.Count);
        Assert.Equal(500, transport.TakenIds.Distinct().Count());
        await using var db = node.Contexts.For(account.Id);
        Assert.Equal(0, await db.Mails.CountAsync(mail => mail.Attempts > 0 || mail.SentAt == null));
        Assert.Equal(LinkStanding.Alive, node.Get<OneTimeLinks>().StandingOf(await db.Links.SingleAsync(row => row.Id == link.Id)));
    }

    [Theory]
    [InlineData(HandOver.RefusedForNow)]
    [InlineData(HandOver.Broken)]
    [InlineData(HandOver.Unusable)]
    public async Task A_server_that_fails_everything_for_an_hour_loses_nothing(HandOver failure)
    {
        var worker = NewWorker();
        transport.Answer = _ => new(failure, "451 out of order");
        for (var i = 0; i < 20; i++)
        {
            await QueueAsync(anna);
        }

        await PassAsync(worker, TimeSpan.FromHours(1));
        transport.Answer = null;
        await PassAsync(worker, TimeSpan.FromMinutes(10));

        Assert.Equal(20, transport.TakenIds.Distinct().Count());
        Assert.Equal(20, transport.Taken.Count);
    }

    [Fact]
    public async Task A_mail_that_is_refused_for_good_is_set_aside_written_down_and_told_to_the_other_administrators_and_blocks_nobody()
    {
        var gijs = await node.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        await node.AddOperatorAsync(account, "Weg", OperatorRole.Administrator, state: OperatorState.Deactivated);
        transport.Answer = message => To(message) == ada.Email ? new(HandOver.RefusedForGood, "550 no such mailbox") : new(HandOver.Taken);
        var (poison, _) = await QueueWithLinkAsync(ada);
        var other = await QueueAsync(anna);
        var worker = NewWorker();

        await worker.SendDueAsync(CancellationToken.None);

        Assert.Contains(other.MessageId, transport.TakenIds);
        var told = Assert.Single(transport.Taken, message => To(message) == gijs.Email);
        Assert.Contains("Ada <ada@example.com>", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("550 no such mailbox", told.TextBody, StringComparison.Ordinal);
        Assert.Equal(2, transport.Taken.Count);
        var state = await node.Get<MailStates>().LastAsync(account.Id, ada.Id, SetUpLetter.Name);
        Assert.Equal((MailStanding.Failed, "550 no such mailbox"), (state!.Standing, state.Fault));
        await using var db = node.Contexts.For(account.Id);
        var entry = await db.AuditEntries.SingleAsync(row => row.Action == nameof(AuditAction.MailSetAside));
        Assert.Equal(("Portal", ada.Id, poison.Kind, "550 no such mailbox"), (entry.ActorName, entry.SubjectId, entry.After, entry.Reason));
    }

    [Fact]
    public async Task Notices_of_mails_that_were_set_aside_make_no_more_notices_when_they_fail_too()
    {
        await node.AddOperatorAsync(account, "Gijs", OperatorRole.Administrator);
        transport.Answer = _ => new(HandOver.RefusedForGood, "550 no such mailbox");
        await QueueAsync(anna);
        var worker = NewWorker();

        await PassAsync(worker, TimeSpan.FromHours(1));

        // Anna's, and one each to Ada and Gijs about it.
        await using var db = node.Contexts.For(account.Id);
        Assert.Equal(3, await db.Mails.CountAsync(mail => mail.SetAsideAt != null));
        Assert.Equal(3, await db.Mails.CountAsync());
    }

    [Theory]
    [InlineData(HandOver.RefusedForNow)]
    [InlineData(HandOver.Broken)]
    public async Task A_mail_that_keeps_failing_while_others_go_through_is_tried_eight_times_and_set_aside(HandOver failure)
    {
        transport.Answer = message => To(message) == anna.Email ? new(failure, "451 later") : new(HandOver.Taken);
        var poison = await QueueAsync(anna);
        var worker = NewWorker();

        var others = 0;
        for (var minute = 0; minute < 60; minute++)
        {
            await QueueAsync(ada);
            others++;
            await PassAsync(worker, TimeSpan.FromMinutes(1));
        }

        await using var db = node.Contexts.For(account.Id);
        var row = await db.Mails.SingleAsync(mail => mail.Id == poison.Id);
        Assert.Equal(MailWorker.MostAttempts, row.Attempts);
        Assert.NotNull(row.SetAsideAt);

        // Each of the others, and the notice of it.
        Assert.Equal(others + 1, transport.Taken.Count);
    }

    [Fact]
    public async Task A_worker_that_dies_between_the_yes_and_writing_it_down_leaves_the_very_same_mail_to_be_sent_again()
    {
        var (mail, _) = await QueueWithLinkAsync(anna);
        transport.DiesAfterTaking = true;
        await Assert.ThrowsAsync<InvalidOperationException>(() => NewWorker().SendDueAsync(CancellationToken.None));
        transport.DiesAfterTaking = false;
        var afterwards = NewWorker();

        await afterwards.SendDueAsync(CancellationToken.None);
        Assert.Single(transport.Taken);
        node.Clock.Advance(MailWorker.Lease);
        await afterwards.SendDueAsync(CancellationToken.None);
        await PassAsync(afterwards, TimeSpan.FromMinutes(20));

        Assert.Equal([mail.MessageId, mail.MessageId], transport.TakenIds);
        Assert.Equal(await BytesAsync(transport.Taken[0]), await BytesAsync(transport.Taken[1]));
    }

    [Fact]
    public async Task The_life_of_a_link_begins_when_it_is_first_handed_over_and_not_while_it_waits()
    {
        var (_, link) = await QueueWithLinkAsync(anna);
        var worker = NewWorker();
        transport.Answer = _ => new(HandOver.RefusedForNow, "451 later");
        await PassAsync(worker, TimeSpan.FromHours(2));
        Assert.Null(await EndOfAsync(link));

        transport.Answer = null;
        await PassAsync(worker, TimeSpan.FromMinutes(6));

        var sentAt = (await node.Get<MailStates>().LastAsync(account.Id, anna.Id, SetUpLetter.Name))!.At;
        Assert.Equal(sentAt + OneTimeLinks.SetUpLife, await EndOfAsync(link));
    }

    [Fact]
    public async Task A_link_that_may_have_arrived_lives_from_then_on_and_a_mail_whose_link_is_over_by_then_is_given_up_for_all_to_see()
    {
        var (mail, link) = await QueueWithLinkAsync(anna);
        var worker = NewWorker();
        var first = node.Clock.GetUtcNow();
        transport.Answer = _ => new(HandOver.Broken, "gone");
        await PassAsync(worker, TimeSpan.FromMinutes(31));
        Assert.Equal(first + OneTimeLinks.SetUpLife, await EndOfAsync(link));

        transport.Answer = null;
        await PassAsync(worker, TimeSpan.FromMinutes(10));

        var row = await RowAsync(mail);
        Assert.DoesNotContain(transport.Taken, taken => taken.MessageId == row.MessageId);
        Assert.NotNull(row.SetAsideAt);
        Assert.Equal(MailStanding.Failed, (await node.Get<MailStates>().LastAsync(account.Id, anna.Id, SetUpLetter.Name))!.Standing);
    }

    [Fact]
    public async Task A_mail_whose_link_was_replaced_or_whose_receiver_was_deactivated_is_not_sent_and_a_notice_still_is()
    {
        var (former, _) = await QueueWithLinkAsync(anna);
        var (newer, _) = await QueueWithLinkAsync(anna);
        var (gone, _) = await QueueWithLinkAsync(ada);
        var notice = await QueueAsync(ada, Notice(NoticeKind.Deactivated));
        await node.ChangeAsync(ada, who => who.State = OperatorState.Deactivated);

        await NewWorker().SendDueAsync(CancellationToken.None);

        Assert.Equal([newer.MessageId, notice.MessageId], transport.TakenIds);
        Assert.NotNull((await RowAsync(former)).CancelledAt);
        Assert.NotNull((await RowAsync(gone)).CancelledAt);
    }

    [Fact]
    public async Task A_mail_that_cannot_be_written_is_set_aside_and_blocks_nobody()
    {
        var broken = await QueueAsync(anna);
        var badAddress = await QueueAsync(anna, toAddress: "anna\r\nBcc: everybody@example.com");
        await node.Contexts.WriteAsync(account.Id, db => db.Mails.Where(mail => mail.Id == broken.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.Letter, "{\"letter\":\"of another time\"}")));
        var good = await QueueAsync(anna);

        await NewWorker().SendDueAsync(CancellationToken.None);

        Assert.Contains(good.MessageId, transport.TakenIds);
        Assert.NotNull((await RowAsync(broken)).SetAsideAt);
        Assert.NotNull((await RowAsync(badAddress)).SetAsideAt);
        Assert.All(transport.Taken, message => Assert.DoesNotContain("everybody", message.Headers[MimeKit.HeaderId.Bcc] ?? "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_over_is_forgotten_after_thirty_days_and_what_waits_is_not()
    {
        var worker = NewWorker();
        var sent = await QueueAsync(anna);
        await worker.SendDueAsync(CancellationToken.None);
        var waiting = await QueueAsync(anna, wait: TimeSpan.FromDays(60));

        node.Clock.Advance(MailWorker.KeepFor + TimeSpan.FromHours(1));
        await worker.SendDueAsync(CancellationToken.None);

        await using var db = node.Contexts.For(account.Id);
        Assert.Equal([waiting.Id], await db.Mails.Select(mail => mail.Id).ToListAsync());
        Assert.NotEqual(sent.Id, waiting.Id);
    }

    [Fact]
    public async Task Whether_mail_is_delivered_follows_what_the_server_does_and_every_account_is_told_when_it_changes()
    {
        var other = await node.AddAccountAsync(name: "Somebody else");
        using var told = node.Get<AccountChanges>().Subscribe(other.Id);
        var worker = NewWorker();

        await worker.SendDueAsync(CancellationToken.None);
        Assert.True(await IsDeliveredAsync());
        Assert.Contains(new AccountChange(other.Id, null), (await told.NextAsync())!);

        transport.Unreachable = "Connection refused.";
        await PassAsync(worker, MailWorker.LongestPause);
        Assert.False(await IsDeliveredAsync());
        Assert.Contains(new AccountChange(other.Id, null), (await told.NextAsync())!);

        transport.Unreachable = null;
        await PassAsync(worker, MailWorker.LongestPause);
        Assert.True(await IsDeliveredAsync());
        Assert.Contains(new AccountChange(other.Id, null), (await told.NextAsync())!);
    }

    [Fact]
    public async Task A_folder_is_no_delivery()
    {
        await QueueAsync(anna);
        await node.Create<MailWorker>().SendDueAsync(CancellationToken.None);

        Assert.False(await IsDeliveredAsync());
        Assert.Single(await new Mailbox(node.Get<DataDirectory>().Resolve("mail")).AllAsync());
    }

    private static SecurityNotice Notice(NoticeKind what = NoticeKind.PasswordChanged) => new(what, new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    private static string To(MimeKit.MimeMessage message) => message.To.Mailboxes.Single().Address;

    private static async Task<byte[]> BytesAsync(MimeKit.MimeMessage message)
    {
        using var bytes = new MemoryStream();
        await message.WriteToAsync(bytes);
        return bytes.ToArray();
    }

    private MailWorker NewWorker(PretendTransport? other = null) => node.Create<MailWorker>(other ?? transport);

    // As the worker's own loop does, looking less often.
    private async Task PassAsync(MailWorker worker, TimeSpan span)
    {
        for (var end = node.Clock.GetUtcNow() + span; node.Clock.GetUtcNow() < end;)
        {
            await worker.SendDueAsync(CancellationToken.None);
            node.Clock.Advance(TimeSpan.FromSeconds(5));
        }

        await worker.SendDueAsync(CancellationToken.None);
    }

    private Task<MailMessage> QueueAsync(Operator to, Letter? letter = null, TimeSpan wait = default, string? toAddress = null) =>
        node.Contexts.WriteAsync(account.Id, async db => node.Get<Outbox>().Queue(
            db, await db.Accounts.SingleAsync(), await db.Operators.SingleAsync(who => who.Id == to.Id), letter ?? Notice(), toAddress: toAddress, wait: wait));

    private Task<(MailMessage Mail, OneTimeLink Link)> QueueWithLinkAsync(Operator to) => node.Contexts.WriteAsync(account.Id, async db =>
    {
        var who = await db.Operators.SingleAsync(row => row.Id == to.Id);
        var link = await node.Get<OneTimeLinks>().AddAsync(db, who, LinkPurpose.SetUp, OneTimeLinks.SetUpLife);
        return (node.Get<Outbox>().Queue(db, await db.Accounts.SingleAsync(), who, new SetUpLetter(null, null, node.Clock.GetUtcNow(), null, null), link), link);
    });

    private Task<DateTimeOffset?> EndOfAsync(OneTimeLink link) =>
        node.ReadAsync(account.Id, db => db.Links.Where(row => row.Id == link.Id).Select(row => row.ExpiresAt).SingleAsync());

    private Task<MailMessage> RowAsync(MailMessage mail) => node.ReadAsync(account.Id, db => db.Mails.SingleAsync(row => row.Id == mail.Id));

    private Task<bool> IsDeliveredAsync() => node.ReadAsync(account.Id, db => db.MailDelivery.AnyAsync(row => row.IsDelivered));

    /// <summary>A mail server as far as the worker sees one.</summary>
    private sealed class PretendTransport : IMailTransport
    {
        public List<MimeKit.MimeMessage> Taken { get; } = [];

        public IEnumerable<string> TakenIds => Taken.Select(message => message.MessageId!);

        public string? Unreachable { get; set; }

        public int Tries { get; private set; }

        public Func<MimeKit.MimeMessage, HandOverAnswer>? Answer { get; set; }

        public bool DiesAfterTaking { get; set; }

        public bool Delivers => true;

        public Task<string?> OpenAsync(CancellationToken cancellationToken)
        {
            Tries++;
            return Task.FromResult(Unreachable);
        }

        public async Task<HandOverAnswer> SendAsync(MimeKit.MimeMessage message, CancellationToken cancellationToken)
        {
            var answer = Answer?.Invoke(message) ?? new(HandOver.Taken);
            if (answer.Result == HandOver.Taken)
            {
                Taken.Add(await MimeKit.MimeMessage.LoadAsync(new MemoryStream(await BytesAsync(message)), CancellationToken.None));
            }

            return DiesAfterTaking ? throw new InvalidOperationException("The process is gone.") : answer;
        }

        public Task CloseAsync() => Task.CompletedTask;
    }
}

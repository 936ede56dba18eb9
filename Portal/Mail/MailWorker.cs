using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using Portal.Audit;
using Portal.Data;
using Portal.Domain;
using Portal.Security;

namespace Portal.Mail;

/// <summary>
/// Sends what waits in the outbox. It looks each second, and at once after a commit of this process that queued a mail. Several
/// nodes may run it: each mail is taken by a conditional update, for as long as one attempt can last.
/// </summary>
/// <remarks>
/// A mail is written down as sent after the receiver's side has taken it. Whoever dies between the two leaves a lease behind;
/// once that is over, the very same mail is sent again.
/// </remarks>
public sealed class MailWorker(
    Outbox outbox,
    PortalContexts contexts,
    Letters letters,
    OneTimeLinks links,
    IMailTransport transport,
    DeliveryRecord delivery,
    TimeProvider clock,
    ILogger<MailWorker> log) : BackgroundService
{
    /// <summary>How long a mail belongs to the worker that took it: longer than an attempt can last.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);

    /// <summary>How long one attempt, or connecting, may last.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>The longest time between two attempts.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    /// <summary>Attempts after which a mail is given up, while others go through.</summary>
    public const int MostAttempts = 8;

    /// <summary>How long a mail is kept once it was sent, taken back or given up.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromDays(30);

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan BetweenPrunes = TimeSpan.FromHours(1);

    // While no other mail goes through either, it is the transport that fails, not the mail; but nothing is tried forever.
    private static readonly TimeSpan OthersGoThrough = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestTrying = TimeSpan.FromDays(1);

    // What is under way when the program ends gets this long to end well.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    // Taken by the server, and not written down yet: the database was away at that moment.
    private TakenMail? owed;

    private bool? works;
    private bool isFailing;
    private bool cannotWrite;
    private int failures;
    private DateTimeOffset restsUntil;
    private DateTimeOffset probeAt;
    private DateTimeOffset pruneAt;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            // Before looking, so that what is queued meanwhile is not slept over.
            var woken = outbox.Woken;
            try
            {
                await SendDueAsync(stoppingToken);
                isFailing = false;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                if (!isFailing)
                {
                    log.LogError(fault, "The outbox could not be worked through; trying again each second");
                }

                isFailing = true;
            }

            await Task.WhenAny(woken, Task.Delay(Period, clock, stoppingToken));
        }
    }

    /// <summary>Looks once: sends all that is due, unless the transport rests after a failure.</summary>
    public async Task SendDueAsync(CancellationToken stoppingToken)
    {
        await WriteDownOwedAsync();
        await PruneAsync();
        var now = clock.GetUtcNow();
        if (now < restsUntil || (now < probeAt && !await IsAnyDueAsync()))
        {
            return;
        }

        // Connected first, and only then is a mail taken: a transport that cannot be reached is no mail's fault, and starts no link's life.
        if (await OpenAsync(stoppingToken) is { } fault)
        {
            await RestAsync(fault);
            return;
        }

        try
        {
            if (failures == 0 || !await IsAnyDueAsync())
            {
                await WorksAsync();
            }

            while (!stoppingToken.IsCancellationRequested && await TakeAsync() is { } taken)
            {
                if (taken.IsCancelled)
                {
                    continue;
                }

                var answer = await HandOverAsync(taken, stoppingToken);
                owed = answer.Result == HandOver.Taken ? taken : null;
                await WriteDownAsync(taken, answer);
                owed = null;
                switch (answer.Result)
                {
                    case HandOver.Taken:
                        await WorksAsync();
                        break;
                    case HandOver.Unusable or HandOver.Broken:
                        await RestAsync(answer.Fault ?? "");
                        return;
                }
            }
        }
        finally
        {
            await transport.CloseAsync();
        }
    }

    private async Task WriteDownOwedAsync()
    {
        if (owed is { } taken)
        {
            await WriteDownAsync(taken, new(HandOver.Taken));
            owed = null;
        }
    }

    private async Task<string?> OpenAsync(CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        var fault = await transport.OpenAsync(either.Token);
        stoppingToken.ThrowIfCancellationRequested();
        return fault;
    }

    private async Task<bool> IsAnyDueAsync()
    {
        await using var db = contexts.AcrossAccounts();
        return await Due(db).AnyAsync();
    }

    private IQueryable<MailMessage> Due(PortalDbContext db)
    {
        var now = clock.GetUtcNow();
        return db.Mails.Where(mail => mail.SentAt == null && mail.SetAsideAt == null && mail.CancelledAt == null
            && mail.NotBefore <= now && (mail.LeasedUntil == null || mail.LeasedUntil <= now));
    }

    /// <summary>Takes the mail that has waited longest; <see langword="null"/> when none is due.</summary>
    private Task<TakenMail?> TakeAsync() => contexts.WriteAcrossAccountsAsync(async db =>
    {
        while (await Due(db).OrderBy(mail => mail.NotBefore).ThenBy(mail => mail.Id).Select(mail => (Guid?)mail.Id).FirstOrDefaultAsync() is { } id)
        {
            var until = clock.GetUtcNow() + Lease;
            if (await Due(db).Where(mail => mail.Id == id).ExecuteUpdateAsync(set => set.SetProperty(mail => mail.LeasedUntil, until)) == 1)
            {
                return await LoadAsync(db, id);
            }
        }

        return null;
    });

    private async Task<TakenMail?> LoadAsync(PortalDbContext db, Guid id)
    {
        var mail = await db.Mails.SingleAsync(row => row.Id == id);
        var account = await db.Accounts.SingleAsync(row => row.Id == mail.AccountId);
        var receiver = await db.Operators.SingleAsync(row => row.Id == mail.OperatorId);
        var link = mail.LinkId is null ? null : await db.Links.SingleOrDefaultAsync(row => row.Id == mail.LinkId);

        // Whoever was deactivated is told so; a link would open nothing.
        var standing = mail.LinkId is null ? LinkStanding.Alive : links.StandingOf(link);
        if (standing == LinkStanding.Expired && receiver.State != OperatorState.Deactivated)
        {
            // An attempt of which nobody knows the end began its life, and then it waited for too long: shown and told, as any that is given up.
            (mail.LastFault, mail.LeasedUntil) = (MailFault.LinkExpired, null);
            await SetAsideAsync(db, mail, clock.GetUtcNow());
            db.Announce(mail.AccountId, mail.OperatorId);
            return new(mail, account, link, BeganLink: false, IsCancelled: true);
        }

        var isVoid = mail.LinkId is not null && (receiver.State == OperatorState.Deactivated || standing != LinkStanding.Alive);
        if (isVoid)
        {
            (mail.CancelledAt, mail.LeasedUntil) = (clock.GetUtcNow(), null);
            db.Announce(mail.AccountId, mail.OperatorId);
            return new(mail, account, link, BeganLink: false, IsCancelled: true);
        }

        var begins = link is { ExpiresAt: null };
        if (link is not null)
        {
            links.HandOver(link);
        }

        return new(mail, account, link, begins, IsCancelled: false);
    }

    private async Task<HandOverAnswer> HandOverAsync(TakenMail taken, CancellationToken stoppingToken)
    {
        MimeMessage message;
        try
        {
            message = letters.Build(taken.Mail, await letters.WriteAsync(taken.Mail, taken.Account, taken.Link));
        }
        catch (Exception fault)
        {
            if (!cannotWrite)
            {
                log.LogError(fault, "A mail of the kind {Kind} could not be written", taken.Mail.Kind);
            }

            // What it is made of will not change; a fault of the program may be mended.
            cannotWrite = true;
            return new(fault is JsonException or ParseException ? HandOver.RefusedForGood : HandOver.RefusedForNow, MailFault.Unwritten);
        }

        cannotWrite = false;
        using (message)
        using (var limit = new CancellationTokenSource(Limit, clock))
        using (stoppingToken.Register(() => limit.CancelAfter(Grace)))
        {
            try
            {
                return await transport.SendAsync(message, limit.Token);
            }
            catch (OperationCanceledException)
            {
                // Nobody knows whether it was taken: when the program ends, the lease decides when it is sent again.
                stoppingToken.ThrowIfCancellationRequested();
                return new(HandOver.Broken, MailFault.Silent);
            }
        }
    }

    private Task<Nothing> WriteDownAsync(TakenMail taken, HandOverAnswer answer) => contexts.WriteAcrossAccountsAsync(async db =>
    {
        var now = clock.GetUtcNow();
        if (await db.Mails.SingleOrDefaultAsync(row => row.Id == taken.Mail.Id && row.SentAt == null) is not { } mail)
        {
            // Gone with its receiver, whose invitation was revoked meanwhile; or written down, and the answer to that was lost.
            return default(Nothing);
        }

        mail.LeasedUntil = null;
        mail.LastFault = answer.Fault;
        if (answer.Result == HandOver.Taken)
        {
            mail.SentAt = now;
            var receiver = await db.Operators.SingleAsync(person => person.Id == mail.OperatorId);
            AuditLog.RecordProgram(db, mail.AccountId, AuditAction.MailSent, now, receiver, after: mail.Kind);
        }
        else if (answer.Result != HandOver.Unusable)
        {
            mail.Attempts++;
            mail.NotBefore = now + PauseAfter(mail.Attempts, TimeSpan.FromSeconds(10));
            if (answer.Result == HandOver.RefusedForGood || await IsHopelessAsync(db, mail, now))
            {
                await SetAsideAsync(db, mail, now);
            }
        }

        if (taken.BeganLink && answer.Result is HandOver.RefusedForNow or HandOver.RefusedForGood or HandOver.Unusable)
        {
            // It did not leave the house after all.
            await db.Links.Where(link => link.Id == mail.LinkId).ExecuteUpdateAsync(set => set.SetProperty(link => link.ExpiresAt, (DateTimeOffset?)null));
        }

        db.Announce(mail.AccountId, mail.OperatorId);
        return default(Nothing);
    });

    private static async Task<bool> IsHopelessAsync(PortalDbContext db, MailMessage mail, DateTimeOffset now)
    {
        var lately = now - OthersGoThrough;
        return mail.Attempts >= MostAttempts
            && (mail.QueuedAt <= now - LongestTrying || await db.Mails.AnyAsync(other => other.Id != mail.Id && other.SentAt > lately));
    }

    private async Task SetAsideAsync(PortalDbContext db, MailMessage mail, DateTimeOffset now)
    {
        mail.SetAsideAt = now;
        var receiver = await db.Operators.SingleAsync(person => person.Id == mail.OperatorId);
        AuditLog.RecordProgram(db, mail.AccountId, AuditAction.MailSetAside, now, receiver, after: mail.Kind, reason: mail.LastFault);
        if (mail.Kind == SecurityNotice.KindOf(NoticeKind.MailSetAside))
        {
            return;
        }

        var account = await db.Accounts.SingleAsync(row => row.Id == mail.AccountId);
        var notice = new SecurityNotice(
            NoticeKind.MailSetAside, now, Before: mail.Kind, About: $"{mail.ToName} <{mail.ToAddress}>", Reason: mail.LastFault);
        var others = await db.Operators
            .Where(person => person.AccountId == mail.AccountId && person.Id != mail.OperatorId)
            .Where(person => person.Role == OperatorRole.Administrator && person.State == OperatorState.Active)
            .ToListAsync();
        foreach (var administrator in others)
        {
            outbox.Queue(db, account, administrator, notice);
        }
    }

    // Each failure in a row waits twice as long as the one before: 1, 2, 4 … seconds, five minutes at most.
    private async Task RestAsync(string fault)
    {
        failures++;
        restsUntil = probeAt = clock.GetUtcNow() + PauseAfter(failures, TimeSpan.FromSeconds(1));
        if (works != false)
        {
            log.LogWarning("Mail cannot be handed over: {Fault} Nothing is lost; trying again", fault);
        }

        works = false;
        await delivery.NoteAsync(false, fault);
    }

    private async Task WorksAsync()
    {
        failures = 0;
        probeAt = clock.GetUtcNow() + LongestPause;
        if (works == false)
        {
            log.LogInformation("Mail can be handed over again");
        }

        works = true;
        await delivery.NoteAsync(transport.Delivers, null);
    }

    private static TimeSpan PauseAfter(int failures, TimeSpan first) =>
        TimeSpan.FromTicks(Math.Min(LongestPause.Ticks, first.Ticks << Math.Min(failures - 1, 12)));

    private async Task PruneAsync()
    {
        var now = clock.GetUtcNow();
        if (now < pruneAt)
        {
            return;
        }

        pruneAt = now + BetweenPrunes;
        var before = now - KeepFor;
        await contexts.WriteAcrossAccountsAsync(db => db.Mails
            .Where(mail => mail.SentAt < before || mail.CancelledAt < before || mail.SetAsideAt < before)
            .ExecuteDeleteAsync());
    }

    /// <summary>A mail with what it takes to write it.</summary>
    /// <param name="Mail">The mail.</param>
    /// <param name="Account">The receiver's account.</param>
    /// <param name="Link">The link that it carries.</param>
    /// <param name="BeganLink">Whether the link's life begins with this attempt.</param>
    /// <param name="IsCancelled">Whether it is not to be sent at all.</param>
    private sealed record TakenMail(MailMessage Mail, Account Account, OneTimeLink? Link, bool BeganLink, bool IsCancelled);
}

using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Texts;

namespace Portal.Mail;

/// <summary>Where mails wait. A mail is queued in the transaction of what it reports: with it, or not at all.</summary>
public sealed class Outbox(IOptions<PortalOptions> portal, TimeProvider clock)
{
    private TaskCompletionSource wake = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done once a mail is committed after this was asked for: so that the worker need not wait for its next look.</summary>
    public Task Woken => Volatile.Read(ref wake).Task;

    /// <summary>Queues a letter to an operator within the acting transaction.</summary>
    /// <param name="db">The acting transaction's context.</param>
    /// <param name="account">The operator's account: its language counts until the operator has chosen one.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="link">The link that it carries.</param>
    /// <param name="toAddress">Another address than the receiver's own: a former or a new one.</param>
    /// <param name="wait">How long it waits first, so that it can be taken back.</param>
    public MailMessage Queue(
        PortalDbContext db, Account account, Operator to, Letter letter, OneTimeLink? link = null, string? toAddress = null, TimeSpan wait = default)
    {
        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7();
        var mail = new MailMessage
        {
            Id = id,
            AccountId = to.AccountId,
            OperatorId = to.Id,
            LinkId = link?.Id,
            Kind = letter.Kind,
            Letter = JsonSerializer.Serialize(letter),
            ToAddress = toAddress ?? to.Email!,
            ToName = to.Name,
            Language = Languages.Knows(to.Language) ? to.Language! : account.Language,
            MessageId = $"{id:N}@{Host(portal.Value.PublicAddress)}",
            QueuedAt = now,
            NotBefore = now + wait,
        };
        db.Mails.Add(mail);
        db.AfterCommit(Wake);
        return mail;
    }

    /// <summary>Takes back what waits and has not been sent, within the acting transaction; answers how many.</summary>
    public Task<int> CancelAsync(PortalDbContext db, Guid operatorId, string kind)
    {
        var now = clock.GetUtcNow();
        return db.Mails
            .Where(mail => mail.OperatorId == operatorId && mail.Kind == kind && mail.SentAt == null && mail.SetAsideAt == null && mail.CancelledAt == null && mail.LeasedUntil == null)
            .ExecuteUpdateAsync(set => set.SetProperty(mail => mail.CancelledAt, now));
    }

    // The right side of a Message-ID is a name; an address of IPv6 would need another form.
    private static string Host(Uri address) => address.HostNameType == UriHostNameType.IPv6 ? "localhost" : address.IdnHost;

    private void Wake() => Interlocked.Exchange(ref wake, new(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}

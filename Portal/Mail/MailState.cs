using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Texts;

namespace Portal.Mail;

/// <summary>Where a mail stands.</summary>
public enum MailStanding
{
    /// <summary>It waits, or is tried again.</summary>
    Queued,

    /// <summary>The receiver's side has taken it.</summary>
    Sent,

    /// <summary>It was given up.</summary>
    Failed,
}

/// <summary>A mail as pages show it.</summary>
/// <param name="Kind">What it is: the stored name of its letter.</param>
/// <param name="Standing">Where it stands.</param>
/// <param name="At">Since when: queued, sent or given up.</param>
/// <param name="ToAddress">Where it goes.</param>
/// <param name="Fault">What the last attempt met, if it failed; as it is stored.</param>
/// <param name="QueuedAt">When it was queued.</param>
public sealed record MailState(string Kind, MailStanding Standing, DateTimeOffset At, string ToAddress, string? Fault, DateTimeOffset QueuedAt)
{
    /// <summary>In words: "queued", "sent today, 10:42", "not delivered: 550 no such mailbox".</summary>
    /// <param name="local">An instant as people of the account see it.</param>
    /// <param name="now">The time.</param>
    /// <param name="toFolder">Whether mail goes to a folder of the server, from where nobody receives it by itself.</param>
    public string InWords(Func<DateTimeOffset, DateTimeOffset> local, DateTimeOffset now, bool toFolder = false) => Standing switch
    {
        MailStanding.Queued => Fault is null ? Words.MailQueued : Words.MailTryingAgain(MailFault.InWords(Fault)),
        MailStanding.Sent when toFolder => Words.MailFiled(When.Moment(local(At), local(now))),
        MailStanding.Sent => Words.MailSent(When.Moment(local(At), local(now))),
        MailStanding.Failed => Words.MailFailed(MailFault.InWords(Fault) ?? ""),
    };

    /// <summary>Where a stored mail stands.</summary>
    public static MailState Of(MailMessage mail) => mail switch
    {
        { SentAt: { } sent } => new(mail.Kind, MailStanding.Sent, sent, mail.ToAddress, null, mail.QueuedAt),
        { SetAsideAt: { } aside } => new(mail.Kind, MailStanding.Failed, aside, mail.ToAddress, mail.LastFault, mail.QueuedAt),
        _ => new(mail.Kind, MailStanding.Queued, mail.QueuedAt, mail.ToAddress, mail.LastFault, mail.QueuedAt),
    };
}

/// <summary>Answers what became of mails.</summary>
public sealed class MailStates(PortalContexts contexts)
{
    /// <summary>The last mail of some kinds to an operator, not counting what was taken back; <see langword="null"/> for none.</summary>
    /// <param name="accountId">The operator's account.</param>
    /// <param name="operatorId">The operator.</param>
    /// <param name="kinds">Stored names of letters, such as <see cref="SetUpLetter.Name"/>.</param>
    public async Task<MailState?> LastAsync(Guid accountId, Guid operatorId, params string[] kinds)
    {
        await using var db = contexts.For(accountId);
        var mail = await db.Mails.AsNoTracking()
            .Where(row => row.OperatorId == operatorId && kinds.Contains(row.Kind) && row.CancelledAt == null)
            .OrderByDescending(row => row.QueuedAt).ThenByDescending(row => row.Id)
            .FirstOrDefaultAsync();
        return mail is null ? null : MailState.Of(mail);
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Mail;
using Portal.Texts;

namespace Portal.Operations;

/// <summary>Connects to the mail server as the worker does, and looks whether mails wait or are refused.</summary>
public sealed class MailProbe(IOptions<MailOptions> mail, NewSmtpClient newClient, PortalContexts contexts, TimeProvider clock) : Probe
{
    /// <summary>No mail waits so long while all is well.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan Lately = TimeSpan.FromHours(1);

    /// <inheritdoc />
    public override string Id => "mail";

    /// <inheritdoc />
    public override string Name => Words.HealthMail;

    /// <inheritdoc />
    public override async Task<Finding> LookAsync(CancellationToken cancellationToken)
    {
        if (mail.Value.Kind == MailTransportKind.PickupDirectory)
        {
            return Finding.Attention(() => Words.HealthMailStaysHere, () => Words.HealthMailStaysHereRemedy);
        }

        var server = $"{mail.Value.Smtp.Host}:{mail.Value.Smtp.Port}";
        using var transport = new SmtpTransport(mail, newClient);
        try
        {
            if (await transport.OpenAsync(cancellationToken) is { } fault)
            {
                return Finding.Attention(() => Words.HealthMailFails(server, MailFault.InWords(fault)), () => Words.HealthMailFailsRemedy);
            }
        }
        finally
        {
            await transport.CloseAsync();
        }

        var now = clock.GetUtcNow();
        await using var db = contexts.AcrossAccounts();
        var lately = now - Lately;
        if (!await db.Mails.AnyAsync(row => row.SentAt > lately, cancellationToken)
            && await db.Mails.Where(row => row.SetAsideAt > lately).OrderByDescending(row => row.SetAsideAt).FirstOrDefaultAsync(cancellationToken) is { LastFault: var refused })
        {
            return Finding.Attention(() => Words.HealthMailIsRefused(server, MailFault.InWords(refused) ?? ""), () => Words.HealthMailWaitsRemedy);
        }

        // One that was refused for now waits for its next turn.
        var waiting = db.Mails.Where(row => row.SentAt == null && row.SetAsideAt == null && row.CancelledAt == null && (row.NotBefore <= now || row.Attempts > 0));
        return await waiting.MinAsync(row => (DateTimeOffset?)row.QueuedAt, cancellationToken) is { } oldest && now - oldest > LongestWait
            ? Finding.Attention(() => Words.HealthMailWaits(server, (int)(now - oldest).TotalMinutes), () => Words.HealthMailWaitsRemedy)
            : Finding.Well(() => Words.HealthMailWorks(server));
    }
}

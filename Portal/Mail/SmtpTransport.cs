using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Portal.Mail;

/// <summary>Makes a client of SMTP; tests trust a certificate of their own by it.</summary>
public delegate SmtpClient NewSmtpClient();

/// <summary>Hands mails over to a mail server, several on one connection.</summary>
public sealed class SmtpTransport(IOptions<MailOptions> options, NewSmtpClient newClient) : IMailTransport, IDisposable
{
    private SmtpClient? client;

    /// <inheritdoc />
    public bool Delivers => true;

    /// <inheritdoc />
    public async Task<string?> OpenAsync(CancellationToken cancellationToken)
    {
        var smtp = options.Value.Smtp;
        client = newClient();
        try
        {
            await client.ConnectAsync(smtp.Host, smtp.PortNumber, OptionsOf(smtp.Protection), cancellationToken);
            if (smtp.UserName.Length > 0)
            {
                await client.AuthenticateAsync(smtp.UserName, smtp.Password, cancellationToken);
            }

            await client.NoOpAsync(cancellationToken);
            return null;
        }
        catch (Exception fault) when (IsOfTheConnection(fault))
        {
            await CloseAsync();
            return MailFault.Shorten(fault is OperationCanceledException ? MailFault.Silent : fault.Message);
        }
    }

    /// <inheritdoc />
    public async Task<HandOverAnswer> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        try
        {
            // Addresses beyond ASCII need a server that takes them (RFC 6531).
            var format = FormatOptions.Default.Clone();
            format.International = client!.Capabilities.HasFlag(SmtpCapabilities.UTF8) && message.To.Mailboxes.Any(mailbox => mailbox.IsInternational);
            await client.SendAsync(format, message, cancellationToken);
            return new(HandOver.Taken);
        }
        catch (SmtpCommandException refused)
        {
            return new(ResultOf(refused), MailFault.Shorten($"{(int)refused.StatusCode} {refused.Message}"));
        }
        catch (NotSupportedException impossible)
        {
            return new(HandOver.RefusedForGood, MailFault.Shorten(impossible.Message));
        }
        catch (Exception fault) when (IsOfTheConnection(fault) && !cancellationToken.IsCancellationRequested)
        {
            return new(HandOver.Broken, MailFault.Shorten(fault.Message));
        }
    }

    /// <inheritdoc />
    public async Task CloseAsync()
    {
        if (client is null)
        {
            return;
        }

        try
        {
            // A server that has stopped answering gets no time to say goodbye.
            using var brief = new CancellationTokenSource(TimeSpan.FromSeconds(1));
            await client.DisconnectAsync(quit: true, brief.Token);
        }
        catch (Exception fault) when (IsOfTheConnection(fault))
        {
            // It is over either way.
        }
        finally
        {
            client.Dispose();
            client = null;
        }
    }

    /// <inheritdoc />
    public void Dispose() => client?.Dispose();

    private static SecureSocketOptions OptionsOf(SmtpSecurity security) => security switch
    {
        SmtpSecurity.StartTls => SecureSocketOptions.StartTls,
        SmtpSecurity.Tls => SecureSocketOptions.SslOnConnect,
        SmtpSecurity.None => SecureSocketOptions.None,
    };

    // Who sends is a setting of the installation, and so are credentials: no mail is at fault for either.
    private static HandOver ResultOf(SmtpCommandException refused) => refused switch
    {
        { ErrorCode: SmtpErrorCode.SenderNotAccepted } => HandOver.Unusable,
        { StatusCode: SmtpStatusCode.AuthenticationRequired } => HandOver.Unusable,
        { StatusCode: >= (SmtpStatusCode)500 } => HandOver.RefusedForGood,
        _ => HandOver.RefusedForNow,
    };

    private static bool IsOfTheConnection(Exception fault) => fault
        is IOException or SocketException or ProtocolException or CommandException or ServiceNotConnectedException or ServiceNotAuthenticatedException
            or System.Security.Authentication.AuthenticationException or MailKit.Security.AuthenticationException or SslHandshakeException
            or NotSupportedException or TimeoutException or OperationCanceledException or ObjectDisposedException;
}

using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using MimeKit;
using Portal.Texts;

namespace Portal.Mail;

/// <summary>What became of a mail that was handed over.</summary>
public enum HandOver
{
    /// <summary>The receiver's side has taken it, and answers for it from now on.</summary>
    Taken,

    /// <summary>Refused, for now (RFC 5321 §4.2.1: 4yz). It has not left the house.</summary>
    RefusedForNow,

    /// <summary>Refused, and would be again (5yz). It has not left the house.</summary>
    RefusedForGood,

    /// <summary>The sender was refused, or the connection was of no use any more: it lies with the transport, not with the mail. It has not left the house.</summary>
    Unusable,

    /// <summary>The connection broke on the way: nobody knows whether it was taken.</summary>
    Broken,
}

/// <summary>An answer to a mail that was handed over.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Fault">What was said, shortened and on one line.</param>
public sealed record HandOverAnswer(HandOver Result, string? Fault = null);

/// <summary>Where mails are handed over. Used by one worker, one mail after the other.</summary>
public interface IMailTransport
{
    /// <summary>Whether a mail that was taken is on its way to a person.</summary>
    bool Delivers { get; }

    /// <summary>Connects, and proves that mail could be handed over; answers what is wrong, or <see langword="null"/>.</summary>
    Task<string?> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Hands one mail over.</summary>
    /// <exception cref="OperationCanceledException">It took too long, or the program ends; nobody knows whether it was taken.</exception>
    Task<HandOverAnswer> SendAsync(MimeMessage message, CancellationToken cancellationToken);

    /// <summary>Ends the connection, as far as there is one. Never fails.</summary>
    Task CloseAsync();
}

/// <summary>What a server said, made fit for a column, a log line and a page.</summary>
public static partial class MailFault
{
    /// <summary>Stored where a server said nothing in time. Never change: it stands in databases.</summary>
    public const string Silent = "The mail server did not answer in time.";

    /// <summary>As <see cref="Silent"/>: the link in it was over before the mail got through.</summary>
    public const string LinkExpired = "The link expired before the mail got through.";

    /// <summary>As <see cref="Silent"/>: the mail could not be written.</summary>
    public const string Unwritten = "it could not be written";

    private const int Longest = 200;

    /// <summary>A stored fault as people read it: in their language where Portal said it, else as the server did.</summary>
    [return: NotNullIfNotNull(nameof(stored))]
    public static string? InWords(string? stored) => stored switch
    {
        Silent => Words.MailServerSilent,
        LinkExpired => Words.MailLinkExpired,
        Unwritten => Words.MailCouldNotBeWritten,
        _ => stored,
    };

    /// <summary>On one line, at most 200 characters, and without any address to open: such an address may be a secret.</summary>
    public static string Shorten(string said)
    {
        var line = Address().Replace(LetterContent.OneLine(said), "…");
        return line.Length <= Longest ? line : $"{line[..Longest]}…";
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}

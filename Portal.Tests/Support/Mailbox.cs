using System.Text.RegularExpressions;
using MimeKit;

namespace Portal.Tests.Support;

/// <summary>What was really sent: reads a folder of <c>.eml</c> files as any mail program does.</summary>
public sealed class Mailbox(string folder)
{
    /// <summary>The mail of a program that writes to its pickup folder, which is the default.</summary>
    public static Mailbox Of(PortalApp app) => new(Path.Combine(app.DataDirectory, "mail"));

    /// <summary>Every mail there is now, the oldest first.</summary>
    public async Task<IReadOnlyList<ReceivedMail>> AllAsync()
    {
        var mails = new List<ReceivedMail>();
        string[] files = Directory.Exists(folder) ? Directory.GetFiles(folder, "*.eml") : [];
        foreach (var file in files.Order(StringComparer.Ordinal))
        {
            mails.Add(new(await MimeMessage.LoadAsync(file)));
        }

        return mails;
    }

    /// <summary>Waits for a mail; the newest when there are several.</summary>
    /// <param name="to">The address that it goes to.</param>
    /// <param name="subject">A part of its subject.</param>
    /// <param name="after">A mail that came before and is not meant.</param>
    public async Task<ReceivedMail> WaitAsync(string to, string subject = "", ReceivedMail? after = null) =>
        await Patience.UntilAsync(async () => (await AllAsync())
            .SkipWhile(mail => after is not null && mail.MessageId != after.MessageId)
            .Skip(after is null ? 0 : 1)
            .LastOrDefault(mail => mail.To == to && mail.Subject.Contains(subject, StringComparison.Ordinal)))
        ?? throw new InvalidOperationException(
            $"No mail to {to} about \"{subject}\" came; there is: {string.Join("; ", (await AllAsync()).Select(mail => $"{mail.To}: {mail.Subject}"))}");
}

/// <summary>A mail as its receiver has it.</summary>
public sealed partial record ReceivedMail(MimeMessage Message)
{
    /// <summary>The receiver's address.</summary>
    public string To => Message.To.Mailboxes.Single().Address;

    public string Subject => Message.Subject ?? "";

    public string MessageId => Message.MessageId!;

    /// <summary>The whole HTML document.</summary>
    public string Html => Message.HtmlBody ?? throw new InvalidOperationException("It has no HTML.");

    /// <summary>The plain text, lines ended by a line feed alone.</summary>
    public string Text => (Message.TextBody ?? throw new InvalidOperationException("It has no text.")).ReplaceLineEndings("\n");

    /// <summary>The addresses in the text that lead to a one-time link.</summary>
    public IReadOnlyList<Uri> Links => [.. AnyAddress().Matches(Text).Select(match => new Uri(match.Value)).Where(address => address.AbsolutePath.StartsWith("/link/", StringComparison.Ordinal))];

    /// <summary>The one link that it carries.</summary>
    public Uri Link => Assert.Single(Links);

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex AnyAddress();
}

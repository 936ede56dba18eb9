using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using Portal.Data;
using Portal.Security;
using Portal.Texts;

namespace Portal.Mail;

/// <summary>A letter in both its forms.</summary>
/// <param name="Subject">The subject.</param>
/// <param name="Html">A whole document.</param>
/// <param name="Text">The same as plain text.</param>
public sealed record WrittenLetter(string Subject, string Html, string Text);

/// <summary>Writes mails from what the outbox keeps. Each time the very same mail comes of it, its link included.</summary>
public sealed class Letters(
    IServiceScopeFactory scopes, ILoggerFactory loggers, OneTimeLinks links, IOptions<PortalOptions> portal, IOptions<MailOptions> options)
{
    /// <summary>A mail in words, in its receiver's language.</summary>
    /// <param name="mail">The mail as it is kept.</param>
    /// <param name="account">The receiver's account.</param>
    /// <param name="link">The link that it carries.</param>
    public async Task<WrittenLetter> WriteAsync(MailMessage mail, Account account, OneTimeLink? link)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(account.TimeZone);
        DateTimeOffset Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone);

        var letter = JsonSerializer.Deserialize<Letter>(mail.Letter) ?? throw new JsonException("There is no letter.");
        var (culture, language) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.CultureOf(mail.Language);
            var content = letter.Write(new(
                mail.ToName,
                account.Name,
                portal.Value.PublicAddress,
                link is null ? null : links.AddressOf(link.Id),
                link?.ExpiresAt is { } end ? Local(end) : null,
                Local)).Tidy();
            var footer = LetterContent.OneLine(Words.MailFooter(portal.Value.Issuer, account.Name));
            return new(content.Subject, await RenderAsync(content, footer), LetterText.Of(content, footer));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, language);
        }
    }

    /// <summary>A written mail as it goes over the wire (RFC 5322, RFC 2046 §5.1.4): byte for byte the same at each attempt.</summary>
    /// <exception cref="ParseException">The receiver's address is none.</exception>
    public MimeMessage Build(MailMessage mail, WrittenLetter letter)
    {
        var message = new MimeMessage
        {
            MessageId = mail.MessageId,
            Date = mail.QueuedAt.ToUniversalTime(),
            Subject = letter.Subject,
            Body = new MultipartAlternative(
                new TextPart(TextFormat.Plain) { Text = letter.Text, ContentTransferEncoding = ContentEncoding.QuotedPrintable },
                new TextPart(TextFormat.Html) { Text = letter.Html, ContentTransferEncoding = ContentEncoding.QuotedPrintable })
            {
                Boundary = $"portal-{mail.Id:N}",
            },
        };
        message.From.Add(new MailboxAddress(Encoding.UTF8, portal.Value.Issuer, options.Value.From));
        message.To.Add(new MailboxAddress(Encoding.UTF8, LetterContent.OneLine(mail.ToName), mail.ToAddress));

        // So that no machine answers (RFC 3834 §5).
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        message.Headers.Add(HeaderId.ContentLanguage, mail.Language);
        return message;
    }

    private async Task<string> RenderAsync(LetterContent content, string footer)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, loggers);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = new Dictionary<string, object?> { [nameof(LetterDocument.Letter)] = content, [nameof(LetterDocument.Footer)] = footer };
            return (await renderer.RenderComponentAsync<LetterDocument>(ParameterView.FromDictionary(parameters))).ToHtmlString();
        });
    }
}

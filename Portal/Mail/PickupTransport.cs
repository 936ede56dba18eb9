using System.Globalization;
using Microsoft.Extensions.Options;
using MimeKit;
using Portal.Data;

namespace Portal.Mail;

/// <summary>Writes each mail to a folder as an <c>.eml</c> file, for its owner's eyes: mails carry links.</summary>
public sealed class PickupTransport(IOptions<MailOptions> options, DataDirectory directory) : IMailTransport
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private string Folder => directory.Resolve(options.Value.PickupDirectory);

    /// <inheritdoc />
    public bool Delivers => false;

    /// <inheritdoc />
    public Task<string?> OpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (OperatingSystem.IsWindows())
            {
                Directory.CreateDirectory(Folder);
            }
            else
            {
                Directory.CreateDirectory(Folder, OwnerOnly | UnixFileMode.UserExecute);
            }

            return Task.FromResult<string?>(null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<string?>(MailFault.Shorten(fault.Message));
        }
    }

    /// <inheritdoc />
    public async Task<HandOverAnswer> SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        // Named after the mail, so that the same mail again is the same file.
        var name = $"{message.Date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss", CultureInfo.InvariantCulture)}-{message.MessageId!.Split('@')[0]}.eml";
        var whole = Path.Combine(Folder, name);
        var begun = Path.Combine(Folder, $".{name}.{Guid.NewGuid():N}");
        var create = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            create.UnixCreateMode = OwnerOnly;
        }

        try
        {
            await using (var file = new FileStream(begun, create))
            {
                await message.WriteToAsync(file, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(begun, whole, overwrite: true);
            return new(HandOver.Taken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new(HandOver.Unusable, MailFault.Shorten(fault.Message));
        }
        finally
        {
            File.Delete(begun);
        }
    }

    /// <inheritdoc />
    public Task CloseAsync() => Task.CompletedTask;
}

using System.Globalization;
using System.Net;
using Portal.Data;
using Portal.Domain;

namespace Portal.Mail;

/// <summary>How mail leaves the house.</summary>
public enum MailTransportKind
{
    /// <summary>A folder of <c>.eml</c> files, for whoever runs the server to look at. Nothing is delivered.</summary>
    PickupDirectory,

    /// <summary>A mail server (RFC 5321).</summary>
    Smtp,
}

/// <summary>How the way to the mail server is protected.</summary>
public enum SmtpSecurity
{
    /// <summary>TLS after a greeting in the clear (RFC 3207); without it nothing is sent.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,

    /// <summary>None: only to a server on this machine.</summary>
    None,
}

/// <summary>The section <c>Mail</c> of the settings. Kept as written, so that every fault can be named at once.</summary>
public sealed record MailOptions
{
    public const string Section = "Mail";

    /// <summary>A name of <see cref="MailTransportKind"/>.</summary>
    public string Transport { get; init; } = nameof(MailTransportKind.PickupDirectory);

    /// <summary>The folder for <c>.eml</c> files; a relative path starts at the data directory.</summary>
    public string PickupDirectory { get; init; } = "mail";

    /// <summary>The sender's address; the sender's name is <c>Portal:Issuer</c>.</summary>
    public string From { get; init; } = "portal@localhost";

    public SmtpOptions Smtp { get; init; } = new();

    /// <summary><see cref="Transport"/> as a value.</summary>
    public MailTransportKind Kind => Enum.Parse<MailTransportKind>(Transport, ignoreCase: true);
}

/// <summary>The mail server. A record whose text never shows the password.</summary>
public sealed record SmtpOptions
{
    public string Host { get; init; } = "";

    public string Port { get; init; } = "587";

    /// <summary>A name of <see cref="SmtpSecurity"/>.</summary>
    public string Security { get; init; } = nameof(SmtpSecurity.StartTls);

    /// <summary>Empty when the server asks for no credentials.</summary>
    public string UserName { get; init; } = "";

    public string Password { get; init; } = "";

    /// <summary><see cref="Port"/> as a number.</summary>
    public int PortNumber => int.Parse(Port, CultureInfo.InvariantCulture);

    /// <summary><see cref="Security"/> as a value.</summary>
    public SmtpSecurity Protection => Enum.Parse<SmtpSecurity>(Security, ignoreCase: true);

    /// <inheritdoc />
    public override string ToString() => $"{Host}:{Port} ({Security})";
}

/// <summary>Names every fault of the section at once.</summary>
public sealed class MailOptionsValidator : FaultFinder<MailOptions>
{
    /// <inheritdoc />
    protected override IEnumerable<string> Faults(MailOptions options)
    {
        var isSmtp = false;
        if (!IsNameOf<MailTransportKind>(options.Transport))
        {
            yield return $"Mail:Transport is \"{options.Transport}\"; it must be PickupDirectory or Smtp.";
        }
        else
        {
            isSmtp = options.Kind == MailTransportKind.Smtp;
        }

        if (string.IsNullOrWhiteSpace(options.PickupDirectory))
        {
            yield return "Mail:PickupDirectory is empty; it must name the folder for .eml files.";
        }

        if (!Entry.TryEmail(options.From, out _))
        {
            yield return $"Mail:From is \"{options.From}\"; it must be one address, such as portal@example.com.";
        }

        foreach (var fault in FaultsOf(options.Smtp, isSmtp))
        {
            yield return fault;
        }
    }

    private static IEnumerable<string> FaultsOf(SmtpOptions smtp, bool isUsed)
    {
        if (isUsed && Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
        {
            yield return $"Mail:Smtp:Host is \"{smtp.Host}\"; it must be the mail server's name or address.";
        }

        if (!int.TryParse(smtp.Port, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > IPEndPoint.MaxPort)
        {
            yield return $"Mail:Smtp:Port is \"{smtp.Port}\"; it must be a number from 1 to 65535.";
        }

        if (!IsNameOf<SmtpSecurity>(smtp.Security))
        {
            yield return $"Mail:Smtp:Security is \"{smtp.Security}\"; it must be StartTls, Tls or None.";
        }
        else if (isUsed && smtp.Protection == SmtpSecurity.None && !IsThisMachine(smtp.Host))
        {
            yield return $"Mail:Smtp:Security is None and Mail:Smtp:Host is \"{smtp.Host}\"; without TLS mail may go to this machine only (localhost).";
        }

        if (smtp.UserName.Length > 0 != smtp.Password.Length > 0)
        {
            yield return "Mail:Smtp:UserName and Mail:Smtp:Password belong together: give both, or neither.";
        }
    }

    // By name only: Enum.TryParse takes numbers too.
    private static bool IsNameOf<T>(string value)
        where T : struct, Enum => Enum.GetNames<T>().Contains(value, StringComparer.OrdinalIgnoreCase);

    private static bool IsThisMachine(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}

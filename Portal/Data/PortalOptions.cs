using System.Net;
using Portal.Domain;

namespace Portal.Data;

/// <summary>The section <c>Portal</c> of the settings.</summary>
public sealed class PortalOptions
{
    public const string Section = "Portal";

    /// <summary>The address under which people reach the portal, without a path. Cookies and links follow it, never a request.</summary>
    public string PublicUrl { get; init; } = "";

    /// <summary>The name that authenticator apps show above the code.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Where database, keys and mails are kept; a relative path starts at the program's content root.</summary>
    public string DataDirectory { get; init; } = "";

    /// <summary>The file with the master key; empty: <c>master.key</c> in the data directory, made at the first start.</summary>
    public string MasterKeyFile { get; init; } = "";

    /// <summary>E-mail addresses of the operators who look after the installation, separated by commas.</summary>
    public string InstallationAdministrators { get; init; } = "";

    /// <summary>Addresses or networks of reverse proxies whose forwarded headers count, separated by commas.</summary>
    public string TrustedProxies { get; init; } = "";

    /// <summary><see cref="PublicUrl"/> as an address.</summary>
    public Uri PublicAddress => new(PublicUrl);

    /// <summary>Whether people reach the portal by TLS; cookies are then <c>Secure</c> and carry the prefix <c>__Host-</c>.</summary>
    public bool IsSecure => PublicAddress.Scheme == Uri.UriSchemeHttps;

    /// <summary>The name of a cookie: with the prefix that pins it to this host where TLS allows it.</summary>
    public string CookieName(string name) => IsSecure ? $"__Host-{name}" : name;

    /// <summary>How a cookie is set that lives shorter than a session: for this host's requests alone, out of reach of scripts.</summary>
    /// <param name="life">How long the browser keeps it; <see langword="null"/> to take it back.</param>
    public CookieOptions ShortCookie(TimeSpan? life = null) => new()
    {
        HttpOnly = true,
        IsEssential = true,
        MaxAge = life,
        Path = "/",
        SameSite = SameSiteMode.Lax,
        Secure = IsSecure,
    };

    /// <summary><see cref="InstallationAdministrators"/> taken apart.</summary>
    public IEnumerable<string> InstallationAddresses() => InstallationAdministrators.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary><see cref="TrustedProxies"/> taken apart; a single address is a network of one.</summary>
    public IEnumerable<IPNetwork> ProxyNetworks() => TrustedProxies
        .Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(entry => IPNetwork.TryParse(entry, out var network) ? network : SingleAddress(IPAddress.Parse(entry)));

    private static IPNetwork SingleAddress(IPAddress address) => new(address, address.GetAddressBytes().Length * 8);
}

/// <summary>Names every fault of the section at once.</summary>
public sealed class PortalOptionsValidator(IHostEnvironment environment) : FaultFinder<PortalOptions>
{
    /// <inheritdoc />
    protected override IEnumerable<string> Faults(PortalOptions options)
    {
        if (!Uri.TryCreate(options.PublicUrl, UriKind.Absolute, out var address)
            || (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps))
        {
            yield return $"Portal:PublicUrl is \"{options.PublicUrl}\"; it must be the address that people type, such as https://portal.example.com.";
        }
        else if (address.PathAndQuery != "/" || address.Fragment.Length > 0 || address.UserInfo.Length > 0)
        {
            yield return $"Portal:PublicUrl is \"{options.PublicUrl}\"; it must be scheme and host alone, without a path.";
        }
        else if (address.Scheme == Uri.UriSchemeHttp && !environment.IsDevelopment())
        {
            yield return $"Portal:PublicUrl is \"{options.PublicUrl}\"; outside Development it must begin with https://.";
        }

        if (string.IsNullOrWhiteSpace(options.Issuer) || options.Issuer.Length > 64 || options.Issuer.Contains(':', StringComparison.Ordinal) || options.Issuer.Any(char.IsControl))
        {
            yield return $"Portal:Issuer is \"{options.Issuer}\"; it must be 1 to 64 characters without a colon.";
        }

        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            yield return "Portal:DataDirectory is empty; it must name the folder for database and keys.";
        }

        foreach (var email in options.InstallationAddresses().Where(each => !Entry.TryEmail(each, out _)))
        {
            yield return $"Portal:InstallationAdministrators contains \"{email}\"; each entry must be the e-mail address of an operator.";
        }

        foreach (var entry in options.TrustedProxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!IPAddress.TryParse(entry, out _) && !IPNetwork.TryParse(entry, out _))
            {
                yield return $"Portal:TrustedProxies contains \"{entry}\"; each entry must be an address (10.0.0.5) or a network (10.0.0.0/24).";
            }
        }
    }
}

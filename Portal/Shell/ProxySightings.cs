using System.Net;

namespace Portal.Shell;

/// <summary>What this node has seen of proxies in front of it since it started.</summary>
public sealed class ProxySightings
{
    /// <summary>The first address that passed on whom it stands for without being named in <c>Portal:TrustedProxies</c>; <see langword="null"/> for none.</summary>
    public IPAddress? Unnamed { get; private set; }

    /// <summary>Whether a request came through a proxy that is named.</summary>
    public bool HasNamed { get; private set; }

    /// <summary>Whether a request of a person came without the word of any proxy.</summary>
    public bool HasDirect { get; private set; }

    /// <summary>Notes a request.</summary>
    /// <param name="from">Who is at the other end of the connection.</param>
    /// <param name="isNamed">Whether the settings name that address.</param>
    /// <param name="isForwarded">Whether the request says whom it stands for.</param>
    /// <returns>Whether it is the first proxy that is not named.</returns>
    public bool Note(IPAddress from, bool isNamed, bool isForwarded)
    {
        HasNamed |= isNamed && isForwarded;
        HasDirect |= !isForwarded;
        if (!isForwarded || isNamed || Unnamed is not null)
        {
            return false;
        }

        Unnamed = from;
        return true;
    }
}

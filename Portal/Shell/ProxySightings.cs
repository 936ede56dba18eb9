using System.Net;

namespace Portal.Shell;

/// <summary>What this node has seen of proxies in front of it since it started.</summary>
public sealed class ProxySightings(TimeProvider clock)
{
    /// <summary>For so long after its last request an address that is not named counts: a proxy is heard of all the time, a stranger is not.</summary>
    public static readonly TimeSpan Lapse = TimeSpan.FromHours(1);

    private Sighting? unnamed;

    /// <summary>The address that has lately passed on whom it stands for without being named in <c>Portal:TrustedProxies</c>; <see langword="null"/> for none.</summary>
    public IPAddress? Unnamed => unnamed is { } seen && clock.GetUtcNow() - seen.At < Lapse ? seen.Address : null;

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
        if (!isForwarded || isNamed)
        {
            return false;
        }

        var first = Unnamed;
        if (first is null || first.Equals(from))
        {
            unnamed = new(from, clock.GetUtcNow());
        }

        return first is null;
    }

    private sealed record Sighting(IPAddress Address, DateTimeOffset At);
}

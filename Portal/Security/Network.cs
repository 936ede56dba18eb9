using System.Net;
using System.Net.Sockets;

namespace Portal.Security;

/// <summary>The network that an address belongs to, for counting tries.</summary>
public static class Network
{
    /// <summary>The address itself; of IPv6 the /64, since one subscriber has all of it.</summary>
    public static string PrefixOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address.ToString();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return $"{new IPAddress(bytes)}/64";
    }
}

using Microsoft.Extensions.Options;
using Portal.Data;
using Portal.Shell;
using Portal.Texts;

namespace Portal.Operations;

/// <summary>Whether this node learns whom a request comes from: what slows guessing down counts by address.</summary>
public sealed class ProxyProbe(ProxySightings sightings, IOptions<PortalOptions> portal) : Probe
{
    /// <inheritdoc />
    public override string Id => "proxy";

    /// <inheritdoc />
    public override string Name => Words.HealthProxy;

    /// <inheritdoc />
    public override Task<Finding> LookAsync(CancellationToken cancellationToken) => Task.FromResult(sightings switch
    {
        { Unnamed: { } address } => Finding.Attention(() => Words.HealthProxyIsNotNamed(address.ToString()), () => Words.HealthProxyIsNotNamedRemedy),
        { HasNamed: true } => Finding.Well(() => Words.HealthProxyIsNamed),
        { HasDirect: true } when portal.Value.IsSecure => Finding.Attention(() => Words.HealthProxyIsSilent, () => Words.HealthProxyIsSilentRemedy),
        { HasDirect: true } => Finding.Well(() => Words.HealthNoProxy),
        _ => Finding.Well(() => Words.HealthNobodyCame),
    });
}

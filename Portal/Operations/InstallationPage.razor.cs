using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Look;
using Portal.Security;
using Portal.Texts;

namespace Portal.Operations;

/// <summary>Health of the installation.</summary>
public partial class InstallationPage
{
    private readonly HashSet<Probe> waiting = [];
    private bool isLooking;

    [Inject]
    private Health Health { get; set; } = null!;

    [Inject]
    private InstallationAdministrators Administrators { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    private IEnumerable<Finding> Found => Health.Probes.Select(FindingOf).OfType<Finding>();

    private string Summary
    {
        get
        {
            if (waiting.Count > 0 || Found.Count() < Health.Probes.Count)
            {
                return Words.HealthChecking;
            }

            var wanting = Found.Count(finding => finding.Status != HealthStatus.Healthy);
            var oldest = Health.Probes.Min(probe => Health.LastOf(probe)!.At);
            var when = Words.HealthCheckedAt(When.Exact(State.Account.Local(oldest)));
            return $"{(wanting == 0 ? Words.HealthAllWell : Words.HealthNeedsAttention(wanting, Health.Probes.Count))} {when}.";
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await LookAsync();
        }
    }

    // Each line shows what it is about as soon as that is known.
    private async Task LookAsync()
    {
        if (isLooking || !await Administrators.IncludeAsync(State.Actor))
        {
            return;
        }

        isLooking = true;
        waiting.UnionWith(Health.Probes);
        StateHasChanged();
        await Task.WhenAll(Health.Probes.Select(async probe =>
        {
            await Health.LookAsync(probe);
            waiting.Remove(probe);
            StateHasChanged();
        }));
        isLooking = false;
        StateHasChanged();
    }

    private Finding? FindingOf(Probe probe) => waiting.Contains(probe) ? null : Health.LastOf(probe)?.Finding;

    private string? ToneOf(Probe probe) => FindingOf(probe)?.Status switch
    {
        HealthStatus.Healthy => "ok",
        HealthStatus.Degraded => "due",
        HealthStatus.Unhealthy => "bad",
        _ => null,
    };

    private IconShape IconOf(Probe probe) => FindingOf(probe)?.Status switch
    {
        HealthStatus.Healthy => Icons.Check,
        HealthStatus.Degraded => Icons.TriangleAlert,
        HealthStatus.Unhealthy => Icons.CircleX,
        _ => Icons.LoaderCircle,
    };

    private string StandingOf(Probe probe) => FindingOf(probe)?.Status switch
    {
        HealthStatus.Healthy => Words.HealthWorks,
        HealthStatus.Degraded => Words.HealthAttention,
        HealthStatus.Unhealthy => Words.HealthBroken,
        _ => Words.HealthChecking,
    };
}

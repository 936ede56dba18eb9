using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Security;

namespace Portal.Operations;

/// <summary>Registers what this folder offers.</summary>
public static class OperationsServices
{
    /// <summary>Command line, demo data, health.</summary>
    public static IServiceCollection AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<DemoData>();
        services.AddSingleton<SeedOperators>();
        services.AddSingleton<MoveDatabase>();
        services.AddSingleton<Backups>();
        services.AddSingleton<Restores>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<Commands>();
        services.AddSingleton(Console.Out);
        services.AddSingleton<Welcome>();
        services.AddSingleton<Probe, DatabaseProbe>();
        services.AddSingleton<Probe, KeyRingProbe>();
        services.AddSingleton<Probe, DiskProbe>();
        services.AddSingleton<Probe, ClockProbe>();
        services.AddSingleton<Probe, PublicAddressProbe>();
        services.AddSingleton<Probe, ProxyProbe>();
        services.AddSingleton<Probe, MailProbe>();
        services.AddSingleton<Health>();
        services.AddHostedService<HealthWatch>();
        services.AddHealthChecks().AddCheck<Readiness>("ready");
        return services;
    }

    /// <summary>
    /// For machines: <c>/health/live</c> answers while the process does, <c>/health/ready</c> while it can serve. A word each, for
    /// anybody; the reasons stand on <see cref="InstallationPage"/>.
    /// </summary>
    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false, ResponseWriter = AnswerAsync });
        app.MapHealthChecks("/health/ready");
        return app;
    }

    private static Task AnswerAsync(HttpContext context, HealthReport report)
    {
        // Whoever asks whether this is the installation it means, such as the installation itself by its public address.
        if (context.RequestServices.GetRequiredService<InstallationProof>().CodeFor(context.Request.Headers[InstallationProof.Header]) is { } code)
        {
            context.Response.Headers[InstallationProof.Header] = code;
        }

        return context.Response.WriteAsync(report.Status.ToString());
    }

    /// <summary>Whether nothing that this node cannot do without is broken.</summary>
    private sealed class Readiness(Health health) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            var examined = await Task.WhenAll(health.Probes.Where(probe => probe.KeepsFromServing).Select(health.LookAsync));
            return new(examined.Min(each => each.Finding.Status));
        }
    }
}

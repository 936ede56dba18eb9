using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Portal.Data;

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
        services.AddSingleton<Commands>();
        services.AddSingleton(Console.Out);
        services.AddSingleton<Welcome>();
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        return services;
    }

    /// <summary>For machines: <c>/health/live</c> answers while the process does, <c>/health/ready</c> while it can serve.</summary>
    public static WebApplication MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready");
        return app;
    }

    /// <summary>Whether the database answers.</summary>
    private sealed class DatabaseHealth(PortalContexts contexts) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
        {
            await using var db = contexts.AcrossAccounts();
            return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
        }
    }
}

using Microsoft.AspNetCore.Components.Web;

namespace Portal.TwoFactor;

/// <summary>Registers what this folder offers.</summary>
public static class TwoFactorServices
{
    /// <summary>Settings, enrollments and the live state of a circuit.</summary>
    public static IServiceCollection AddTwoFactor(this IServiceCollection services)
    {
        services.AddSingleton<OperatorNumbers>();
        services.AddSingleton<Snapshooter>();
        services.AddSingleton<SetUpLinks>();
        services.AddSingleton<CodeUnlocks>();
        services.AddSingleton<TwoFactorSettings>();
        services.AddSingleton<TwoFactorEnrollments>();
        services.AddSingleton<OwnRecoveryCodes>();
        services.AddSingleton<HelpRequests>();
        services.AddSingleton<OverrideLapses>();
        services.AddHostedService(provider => provider.GetRequiredService<OverrideLapses>());
        services.AddSingleton<OverrideReminders>();
        services.AddHostedService(provider => provider.GetRequiredService<OverrideReminders>());
        services.AddScoped<TwoFactorState>();
        services.AddScoped<ReadOnce>();
        services.AddScoped<PageFocus>();
        services.AddScoped<ProofPrompt>();
        return services;
    }

    /// <summary>Hands what the prerendering read over to the circuit.</summary>
    public static IRazorComponentsBuilder HandOverTwoFactorState(this IRazorComponentsBuilder components) =>
        components.RegisterPersistentService<TwoFactorState>(RenderMode.InteractiveServer);
}

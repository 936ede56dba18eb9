namespace Portal.Operators;

/// <summary>Registers what this folder offers.</summary>
public static class OperatorsServices
{
    /// <summary>The operators of an account.</summary>
    public static IServiceCollection AddOperators(this IServiceCollection services) => services
        .AddSingleton<OperatorDetails>()
        .AddSingleton<OperatorDirectory>()
        .AddScoped<OperatorListPlace>()
        .AddSingleton<OpenSessions>()
        .AddSingleton<Attention>()
        .AddSingleton<CoverageRecord>()
        .AddSingleton<CoverageHistory>()
        .AddHostedService(provider => provider.GetRequiredService<CoverageRecord>())
        .AddSingleton<Passwords>()
        .AddSingleton<EmailAddresses>()
        .AddSingleton<Invitations>()
        .AddSingleton<OperatorLogins>()
        .AddSingleton<BulkJobs>()
        .AddSingleton<BulkPreparation>()
        .AddSingleton<BulkWorker>()
        .AddHostedService(provider => provider.GetRequiredService<BulkWorker>());
}

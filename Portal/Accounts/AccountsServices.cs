namespace Portal.Accounts;

/// <summary>Registers what this folder offers.</summary>
public static class AccountsServices
{
    /// <summary>The account's own details, and its single sign-on.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountDetails>();
        services.AddSingleton<SingleSignOnSettings>();
        services.AddSingleton<ProviderHealth>();
        services.AddSingleton<ProviderWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ProviderWatch>());
        return services;
    }
}

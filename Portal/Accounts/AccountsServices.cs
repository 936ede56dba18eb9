namespace Portal.Accounts;

/// <summary>Registers what this folder offers.</summary>
public static class AccountsServices
{
    /// <summary>The account's own details.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services) => services.AddSingleton<AccountDetails>();
}

using Portal.Shell;

namespace Portal.Accounts;

/// <summary>Registers what this folder offers.</summary>
public static class AccountsServices
{
    /// <summary>The account's own details, and its single sign-on.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<AccountDetails>();
        services.AddSingleton<AuditTrail>();
        services.AddSingleton<AuditExports>();
        services.AddSingleton<SingleSignOnSettings>();
        services.AddSingleton<ProviderHealth>();
        services.AddSingleton<ProviderWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<ProviderWatch>());
        return services;
    }

    /// <summary>The files that administrators take along.</summary>
    public static WebApplication MapAccounts(this WebApplication app)
    {
        foreach (var (address, form) in new[] { (AuditAddresses.Csv, ExportForm.Csv), (AuditAddresses.Json, ExportForm.Json) })
        {
            app.MapGet(address, (HttpContext http, AuditExports exports, string? person, string? action, string? from, string? to) =>
                exports.AnswerAsync(http, form, AuditFilter.Of(person, action, from, to))).FromHereOnly().RequireAuthorization();
        }

        return app;
    }
}

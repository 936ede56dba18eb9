using Microsoft.Extensions.Options;
using Portal.Security;

namespace Portal.Mail;

/// <summary>Registers what this folder offers.</summary>
public static class MailServices
{
    /// <summary>Letters, the outbox, and the worker that sends.</summary>
    public static IServiceCollection AddPortalMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailOptions>().Bind(configuration.GetSection(MailOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<Notices>();
        services.AddSingleton<IdentityBound>(provider => provider.GetRequiredService<Notices>().TellBoundAsync);
        services.AddSingleton<RecoveryCodeUsed>(provider => provider.GetRequiredService<Notices>().TellRecoveryCodeAsync);
        services.AddSingleton<Letters>();
        services.AddSingleton<MailStates>();
        services.AddSingleton<DeliveryRecord>();

        // No look-up of revoked certificates: it would ask servers of others, and fail where there is no way out to them.
        services.AddSingleton<NewSmtpClient>(() => new() { CheckCertificateRevocation = false });
        services.AddTransient<IMailTransport>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Kind switch
        {
            MailTransportKind.PickupDirectory => ActivatorUtilities.CreateInstance<PickupTransport>(provider),
            MailTransportKind.Smtp => ActivatorUtilities.CreateInstance<SmtpTransport>(provider),
        });
        services.AddHostedService<MailWorker>();
        return services;
    }
}

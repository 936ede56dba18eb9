namespace Portal.Mail;

/// <summary>Registers what this folder offers.</summary>
public static class MailServices
{
    /// <summary>Letters, the outbox, and the worker that sends.</summary>
    public static IServiceCollection AddPortalMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<Outbox>();
        return services;
    }
}

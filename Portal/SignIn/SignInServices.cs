namespace Portal.SignIn;

/// <summary>Registers what this folder offers.</summary>
public static class SignInServices
{
    /// <summary>What pages without a session look up.</summary>
    public static IServiceCollection AddSignIn(this IServiceCollection services) => services.AddSingleton<SignInProviders>();
}

namespace Portal.SignIn;

/// <summary>Everything that writes a cookie: plain forms that work without JavaScript.</summary>
public static class SignInEndpoints
{
    /// <summary>Maps the pages without a session, and what ends or changes one.</summary>
    public static WebApplication MapSignIn(this WebApplication app) => app;
}

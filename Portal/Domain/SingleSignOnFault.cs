namespace Portal.Domain;

/// <summary>Why nobody came back from the provider of single sign-on as themselves. The numbers are stored: never renumber.</summary>
public enum SingleSignOnFault
{
    /// <summary>The discovery document, or what it names, does not answer.</summary>
    Unreachable = 1,

    /// <summary>Something answers at the issuer's address, and it is no OpenID Connect provider.</summary>
    NotAProvider = 2,

    /// <summary>The provider calls itself by another name than the issuer that is set (OpenID Connect Discovery 1.0 §4.3).</summary>
    IssuerDiffers = 3,

    /// <summary>The clocks of the two servers are too far apart.</summary>
    ClocksApart = 4,

    /// <summary>The provider does not take client id and secret.</summary>
    WrongClient = 5,

    /// <summary>The person, or the provider, said no.</summary>
    Denied = 6,

    /// <summary>The provider names another error.</summary>
    ProviderError = 7,

    /// <summary>What came back was not asked for in this browser, was used already, or came too late.</summary>
    Over = 8,

    /// <summary>The token is not one of this provider for this client.</summary>
    TokenUnfit = 9,

    /// <summary>The provider names no e-mail address.</summary>
    NoEmail = 10,

    /// <summary>The provider says that the address is not verified, or does not say that it is.</summary>
    EmailNotVerified = 11,

    /// <summary>The provider did not ask the person to sign in again.</summary>
    NotAskedAgain = 12,

    /// <summary>The provider does not say when the person signed in, so nothing can be proven there.</summary>
    NoAuthTime = 13,
}

namespace Portal.Mail;

/// <summary>The settings of single sign-on as the record and the mails name them. The names are stored: never rename.</summary>
public static class SsoFields
{
    public const string Name = "name";
    public const string Issuer = "issuer";
    public const string ClientId = "client id";
    public const string Secret = "secret";
    public const string Scopes = "scopes";
    public const string Unmarked = "unmarked addresses";
}

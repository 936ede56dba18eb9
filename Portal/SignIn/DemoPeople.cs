using Portal.Domain;

namespace Portal.SignIn;

/// <summary>Somebody of the demo account. Only ever in Development.</summary>
/// <param name="Name">First name.</param>
/// <param name="Email">E-mail address.</param>
/// <param name="Role">Role.</param>
/// <param name="LoginOptions">Ways to sign in.</param>
/// <param name="Override">Own setting.</param>
/// <param name="Key">The authenticator key in Base32, of those who have set it up.</param>
/// <param name="IsInvited">Whether they have not accepted yet; their link is in the mail.</param>
public sealed record DemoPerson(
    string Name,
    string Email,
    OperatorRole Role = OperatorRole.Basic,
    LoginOptions LoginOptions = LoginOptions.Password,
    TwoFactorPolicy? Override = null,
    string? Key = null,
    bool IsInvited = false)
{
    /// <summary>Whether the demo password lets this person try.</summary>
    public bool HasPassword => !IsInvited && LoginOptions.HasFlag(LoginOptions.Password);
}

/// <summary>The demo account and its people, one for each thing to see.</summary>
public static class DemoPeople
{
    /// <summary>The account's name.</summary>
    public const string Account = "Example Company";

    /// <summary>The password of all who have one.</summary>
    public const string Password = "Demo-Pass-2026";

    /// <summary>Everybody, by name.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("Ada", "admin@example.com", OperatorRole.Administrator),
        new("Anna", "anna@example.com"),
        new("Bram", "bram@example.com", Override: TwoFactorPolicy.Required),
        new("Carla", "carla@example.com", Key: "KRUGKIDROVUWG2ZAMJZG653OEBTG66BA"),
        new("Dirk", "dirk@example.com", Override: TwoFactorPolicy.Disabled),
        new("Eva", "eva@example.com", LoginOptions: LoginOptions.SingleSignOn),
        new("Finn", "finn@example.com", IsInvited: true),
        new("Gijs", "gijs@example.com", OperatorRole.Administrator, Key: "NJ2W24DTEBXXMZLSEB2GQZJANRQXU6JA"),
    ];
}

using Portal.Domain;

namespace Portal.Texts;

/// <summary>Settings, statuses, roles and ways to sign in, by their names.</summary>
public static partial class Words
{
    // The three settings.

    /// <summary>The setting by which everyone needs a code.</summary>
    public static string Required => Say("Required", "Vereist", "Erforderlich", "Requise");

    /// <summary>The setting by which each operator chooses.</summary>
    public static string Optional => Say("Optional", "Optioneel", "Optional", "Facultative");

    /// <summary>The setting by which nobody needs a code; also the status of who has nothing set up under it.</summary>
    public static string Disabled => Say("Disabled", "Uitgeschakeld", "Deaktiviert", "Désactivée");

    // The seven statuses.

    /// <summary>A code is asked for.</summary>
    public static string Active => Say("Active", "Actief", "Aktiv", "Active");

    /// <summary>Set-up comes first at the next sign-in.</summary>
    public static string SetUpDue => Say(
        "Set-up due at next sign-in",
        "Instellen bij de volgende login",
        "Einrichtung bei der nächsten Anmeldung",
        "À configurer à la prochaine connexion");

    /// <summary>Set-up comes first at the next sign-in with a password; single sign-on stays open.</summary>
    public static string SetUpDueWithPassword => Say(
        "Set-up due at next password sign-in",
        "Instellen bij de volgende login met wachtwoord",
        "Einrichtung bei der nächsten Anmeldung mit Passwort",
        "À configurer à la prochaine connexion par mot de passe");

    /// <summary>Nothing is set up and nobody asks for it.</summary>
    public static string NotSetUp => Say("Not set up", "Niet ingesteld", "Nicht eingerichtet", "Non configurée");

    /// <summary>A key is kept and never asked for.</summary>
    public static string Paused => Say("Paused", "Gepauzeerd", "Pausiert", "Suspendue");

    /// <summary>The provider of single sign-on decides.</summary>
    public static string HandledBySingleSignOn => Say(
        "Handled by single sign-on",
        "Via single sign-on",
        "Über Single Sign-on",
        "Via l'authentification unique");

    // Where a setting comes from.

    /// <summary>The account's own setting, which holds where there is no override.</summary>
    public static string AccountDefault => Say("Account default", "Accountstandaard", "Standard des Accounts", "Réglage par défaut du compte");

    // Roles.

    /// <summary>Who administers the account.</summary>
    public static string AccountAdministrator => Say(
        "Account administrator",
        "Accountbeheerder",
        "Account-Administrator",
        "Administrateur du compte");

    /// <summary>Everyone else, and anyone.</summary>
    public static string Operator => Say("Operator", "Operator", "Operator", "Opérateur");

    // Ways to sign in.

    /// <summary>The password, as a field and as a way to sign in.</summary>
    public static string Password => Say("Password", "Wachtwoord", "Passwort", "Mot de passe");

    /// <summary>Signing in at the account's own provider.</summary>
    public static string SingleSignOn => Say("Single sign-on", "Single sign-on", "Single Sign-on", "Authentification unique");

    /// <summary>Both ways.</summary>
    public static string PasswordAndSingleSignOn => Say(
        "Password and single sign-on",
        "Wachtwoord en single sign-on",
        "Passwort und Single Sign-on",
        "Mot de passe et authentification unique");

    /// <summary>The name of a status.</summary>
    public static string Of(TwoFactorStatus status) => status switch
    {
        TwoFactorStatus.Active => Active,
        TwoFactorStatus.SetUpDue => SetUpDue,
        TwoFactorStatus.SetUpDueWithPassword => SetUpDueWithPassword,
        TwoFactorStatus.NotSetUp => NotSetUp,
        TwoFactorStatus.Paused => Paused,
        TwoFactorStatus.Disabled => Disabled,
        TwoFactorStatus.HandledBySingleSignOn => HandledBySingleSignOn,
    };

    /// <summary>The name of a setting.</summary>
    public static string Of(TwoFactorPolicy policy) => policy switch
    {
        TwoFactorPolicy.Required => Required,
        TwoFactorPolicy.Optional => Optional,
        TwoFactorPolicy.Disabled => Disabled,
    };

    /// <summary>Where a setting comes from, as it stands behind it in a list: "Optional, account".</summary>
    public static string Of(TwoFactorOrigin origin) => origin switch
    {
        TwoFactorOrigin.Account => Say("account", "account", "Account", "compte"),
        TwoFactorOrigin.Operator => Say("own", "eigen", "eigene", "réglage propre"),
        TwoFactorOrigin.SingleSignOn => Say("single sign-on", "single sign-on", "Single Sign-on", "authentification unique"),
    };

    /// <summary>The name of a role.</summary>
    public static string Of(OperatorRole role) => role switch
    {
        OperatorRole.Basic => Operator,
        OperatorRole.Administrator => AccountAdministrator,
    };

    /// <summary>The name of a choice of ways to sign in.</summary>
    public static string Of(LoginOptions options) => options switch
    {
        LoginOptions.Password => Password,
        LoginOptions.SingleSignOn => SingleSignOn,
        LoginOptions.Both => PasswordAndSingleSignOn,
    };
}

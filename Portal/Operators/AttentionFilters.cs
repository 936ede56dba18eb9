using Portal.Domain;

namespace Portal.Operators;

/// <summary>Whom the lines of the Overview are about, as filters: whom a line counts, its list names.</summary>
public static class AttentionFilters
{
    /// <summary>Set-up due, whether single sign-on stays open besides or not.</summary>
    public static OperatorFilter SetUpDue { get; } = new() { Statuses = [TwoFactorStatus.SetUpDue, TwoFactorStatus.SetUpDueWithPassword] };

    /// <summary>Administrators.</summary>
    public static OperatorFilter Administrators { get; } = new() { Role = OperatorRole.Administrator };

    /// <summary>
    /// Administrators without an authenticator who have accepted. Whoever is asked for no code anyway, by a decision or by single
    /// sign-on, is not among them.
    /// </summary>
    public static OperatorFilter WithoutAuthenticator { get; } = Administrators with
    {
        IsSetUp = false,
        State = OperatorState.Active,
        Statuses = [TwoFactorStatus.NotSetUp, .. SetUpDue.Statuses],
    };

    /// <summary>Own settings that lapse soon.</summary>
    public static OperatorFilter Lapsing { get; } = new() { LapsesSoon = true };

    /// <summary>Invitations that expire soon.</summary>
    public static OperatorFilter InvitationsEnding { get; } = new() { LastSignIn = LastSignInFilter.InvitationEnding };

    /// <summary>Invitations that have expired, or work no longer for another reason.</summary>
    public static OperatorFilter InvitationsOver { get; } = new() { LastSignIn = LastSignInFilter.InvitationExpired };

    /// <summary>The list of those with one status.</summary>
    public static string ListOf(TwoFactorStatus status) => OperatorListQuery.AddressFor(new() { Statuses = [status] });
}

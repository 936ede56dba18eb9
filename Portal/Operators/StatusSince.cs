using Portal.Domain;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Since when a status holds, as far as what is kept tells. A wrong date would be worse than none.</summary>
public static class StatusSince
{
    /// <summary>The instant; <see langword="null"/> when it is not known.</summary>
    public static DateTimeOffset? Of(OperatorSnapshot who, AccountSnapshot account)
    {
        var effective = who.Under(account.Default);
        if (effective.Status == TwoFactorStatus.Active)
        {
            return who.SetUpAt;
        }

        // Whoever had a key and has none came to this status when it was erased, which is written down in the record only.
        if (who.HadKey && !who.IsSetUp)
        {
            return null;
        }

        var (byAccount, own) = (account.DefaultChanged?.At, who.OverrideChanged?.At);
        return effective.Origin switch
        {
            TwoFactorOrigin.SingleSignOn => null,

            // The own setting may have come into effect only with a later change of the account, from Disabled.
            TwoFactorOrigin.Operator => byAccount > own ? null : own,
            TwoFactorOrigin.Account when account.Default == TwoFactorPolicy.Disabled => byAccount,
            TwoFactorOrigin.Account => byAccount is null || own > byAccount ? own : byAccount,
        };
    }
}

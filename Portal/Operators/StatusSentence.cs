using Portal.Domain;
using Portal.Texts;

namespace Portal.Operators;

/// <summary>One sentence that says which setting holds for an operator, why, and what it means.</summary>
/// <param name="Lead">The setting, shown in bold.</param>
/// <param name="Text">Why it holds and what it means.</param>
public sealed record StatusSentence(string Lead, string Text)
{
    /// <summary>The sentence for one operator.</summary>
    /// <param name="effective">What the rule says.</param>
    /// <param name="accountDefault">The account's setting.</param>
    /// <param name="policyOverride">The operator's own setting.</param>
    /// <param name="loginOptions">The operator's ways to sign in.</param>
    /// <param name="name">The operator's name; <see langword="null"/> to speak to the operator.</param>
    /// <param name="end">Of an own setting that lapses, when, and what holds again then: a sentence.</param>
    /// <param name="isInvited">Whether the operator has not accepted yet.</param>
    public static StatusSentence Of(
        EffectiveTwoFactor effective,
        TwoFactorPolicy accountDefault,
        TwoFactorPolicy? policyOverride,
        LoginOptions loginOptions,
        string? name,
        string? end = null,
        bool isInvited = false)
    {
        var why = effective.Origin switch
        {
            TwoFactorOrigin.SingleSignOn => Words.BySingleSignOnOnly(name),
            TwoFactorOrigin.Operator => Words.WhyOwn(name, accountDefault, same: policyOverride == accountDefault),
            TwoFactorOrigin.Account => accountDefault == TwoFactorPolicy.Disabled ? Words.WhyWholeAccount : Words.WhyAccountDefault,
        };
        var notInEffect = policyOverride is { } own && effective.Origin != TwoFactorOrigin.Operator ? Words.OwnIsNotInEffect(name, own) : null;
        var both = loginOptions.HasFlag(LoginOptions.SingleSignOn);
        var means = effective.Setting is null ? null
            : isInvited && name is not null ? Words.InvitedMeans(name, effective.AfterPassword == AfterPassword.SetUpFirst, effective.Setting == TwoFactorPolicy.Optional)
            : $"{Words.SignsIn(name, both)} {Words.AndMeans(effective.Status, name, both)}";
        return new(
            Words.WithColon(effective.Setting is { } setting ? Words.Of(setting) : Words.NotApplicableLead),
            string.Join(' ', new[] { why, notInEffect, end, means }.OfType<string>()));
    }
}

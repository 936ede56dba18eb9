using System.Linq.Expressions;
using Portal.Domain;

namespace Portal.Data;

/// <summary>The rule, asked of the database: which operators does <see cref="EffectiveTwoFactor.For"/> give a certain answer?</summary>
/// <remarks>
/// The rule is not written a second time. The function itself is asked of every combination, and SQL compares a number that
/// stands for the combination of a row with those for which the answer was yes.
/// </remarks>
public static class TwoFactorRule
{
    private static readonly (TwoFactorPolicy? Own, LoginOptions Login, bool IsSetUp)[] Combinations =
    [
        .. from own in Enum.GetValues<TwoFactorPolicy>().Cast<TwoFactorPolicy?>().Prepend(null)
           from login in Enum.GetValues<LoginOptions>()
           from isSetUp in new[] { false, true }
           select (own, login, isSetUp),
    ];

    /// <summary>The operators of whom the rule says something.</summary>
    /// <param name="accountDefault">The account's setting.</param>
    /// <param name="now">The instant: overrides that have lapsed by then do not count.</param>
    /// <param name="says">What it says.</param>
    public static Expression<Func<Operator, bool>> Where(TwoFactorPolicy accountDefault, DateTimeOffset now, Func<EffectiveTwoFactor, bool> says)
    {
        var number = NumberAt(now);
        return Expression.Lambda<Func<Operator, bool>>(IsOneOf(number.Body, NumbersWhere(accountDefault, says)), number.Parameters);
    }

    /// <summary>A number to sort operators by, from what the rule says of them.</summary>
    /// <param name="accountDefault">The account's setting.</param>
    /// <param name="now">The instant: overrides that have lapsed by then do not count.</param>
    /// <param name="rank">The number that goes with an answer.</param>
    public static Expression<Func<Operator, int>> Rank(TwoFactorPolicy accountDefault, DateTimeOffset now, Func<EffectiveTwoFactor, int> rank)
    {
        var number = NumberAt(now);
        var ranks = Combinations.GroupBy(each => rank(Answer(accountDefault, each)), NumberOf).ToList();
        var body = ranks.Skip(1).Aggregate(
            (Expression)Expression.Constant(ranks[0].Key),
            (others, each) => Expression.Condition(IsOneOf(number.Body, [.. each]), Expression.Constant(each.Key), others));
        return Expression.Lambda<Func<Operator, int>>(body, number.Parameters);
    }

    private static Expression<Func<Operator, int>> NumberAt(DateTimeOffset now) => person =>
        ((int)person.LoginOptions * 100)
        + ((person.PolicyOverrideUntil <= now ? (int?)person.PolicyOverrideAfter ?? 0 : (int?)person.PolicyOverride ?? 0) * 10)
        + (person.Authenticator != null ? 1 : 0);

    private static int NumberOf((TwoFactorPolicy? Own, LoginOptions Login, bool IsSetUp) each) =>
        ((int)each.Login * 100) + ((int)(each.Own ?? 0) * 10) + (each.IsSetUp ? 1 : 0);

    private static int[] NumbersWhere(TwoFactorPolicy accountDefault, Func<EffectiveTwoFactor, bool> says) =>
        [.. Combinations.Where(each => says(Answer(accountDefault, each))).Select(NumberOf)];

    private static EffectiveTwoFactor Answer(TwoFactorPolicy accountDefault, (TwoFactorPolicy? Own, LoginOptions Login, bool IsSetUp) each) =>
        EffectiveTwoFactor.For(accountDefault, each.Own, each.Login, each.IsSetUp);

    // Constants, not parameters: the statement is the same each time, and is prepared once.
    private static Expression IsOneOf(Expression number, int[] numbers) => numbers.Length == 0
        ? Expression.Constant(false)
        : numbers.Select(each => Expression.Equal(number, Expression.Constant(each))).Aggregate(Expression.OrElse);
}

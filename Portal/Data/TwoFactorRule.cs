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
        return Expression.Lambda<Func<Operator, bool>>(
            IsWhere(number.Body, Visit(IsSetUp, number.Parameters[0]), each => says(Answer(accountDefault, each))), number.Parameters);
    }

    /// <summary>A number to sort operators by, from what the rule says of them.</summary>
    /// <param name="accountDefault">The account's setting.</param>
    /// <param name="now">The instant: overrides that have lapsed by then do not count.</param>
    /// <param name="rank">The number that goes with an answer.</param>
    public static Expression<Func<Operator, int>> Rank(TwoFactorPolicy accountDefault, DateTimeOffset now, Func<EffectiveTwoFactor, int> rank)
    {
        var number = NumberAt(now);
        var isSetUp = Visit(IsSetUp, number.Parameters[0]);
        var ranks = Combinations.Select(each => rank(Answer(accountDefault, each))).Distinct().ToList();
        var body = ranks.Skip(1).Aggregate(
            (Expression)Expression.Constant(ranks[0]),
            (others, one) => Expression.Condition(IsWhere(number.Body, isSetUp, each => rank(Answer(accountDefault, each)) == one), Expression.Constant(one), others));
        return Expression.Lambda<Func<Operator, int>>(body, number.Parameters);
    }

    private static Expression<Func<Operator, bool>> IsSetUp => person => person.Authenticator != null;

    private static Expression<Func<Operator, int>> NumberAt(DateTimeOffset now) => person =>
        ((int)person.LoginOptions * 10) + (person.PolicyOverrideUntil <= now ? (int?)person.PolicyOverrideAfter ?? 0 : (int?)person.PolicyOverride ?? 0);

    private static int NumberOf((TwoFactorPolicy? Own, LoginOptions Login, bool IsSetUp) each) => ((int)each.Login * 10) + (int)(each.Own ?? 0);

    private static EffectiveTwoFactor Answer(TwoFactorPolicy accountDefault, (TwoFactorPolicy? Own, LoginOptions Login, bool IsSetUp) each) =>
        EffectiveTwoFactor.For(accountDefault, each.Own, each.Login, each.IsSetUp);

    // Whether there is an authenticator stands in another table: it is asked of those only for whom it makes a difference.
    private static Expression IsWhere(Expression number, Expression isSetUp, Func<(TwoFactorPolicy? Own, LoginOptions Login, bool IsSetUp), bool> isMeant)
    {
        var meant = Combinations.Where(each => isMeant(each)).ToLookup(each => each.IsSetUp, NumberOf);
        var (with, without) = (meant[true].ToHashSet(), meant[false].ToHashSet());
        var either = with.Intersect(without).ToArray();
        var onlyWith = with.Except(either).ToArray();
        var onlyWithout = without.Except(either).ToArray();
        var cases = new List<Expression>();
        if (either.Length > 0)
        {
            cases.Add(IsOneOf(number, either));
        }

        if (onlyWith.Length > 0)
        {
            cases.Add(Expression.AndAlso(IsOneOf(number, onlyWith), isSetUp));
        }

        if (onlyWithout.Length > 0)
        {
            cases.Add(Expression.AndAlso(IsOneOf(number, onlyWithout), Expression.Not(isSetUp)));
        }

        return cases.Count == 0 ? Expression.Constant(false) : cases.Aggregate(Expression.OrElse);
    }

    // Constants, not parameters: the statement is the same each time, and is prepared once.
    private static MethodCallExpression IsOneOf(Expression number, int[] numbers) => Expression.Call(
        typeof(Enumerable), nameof(Enumerable.Contains), [typeof(int)], Expression.NewArrayInit(typeof(int), numbers.Select(each => Expression.Constant(each))), number);

    // The body of an expression, of the same operator as another.
    private static Expression Visit(Expression<Func<Operator, bool>> of, ParameterExpression person) => new Same(of.Parameters[0], person).Visit(of.Body);

    private sealed class Same(ParameterExpression one, ParameterExpression other) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == one ? other : node;
    }
}

using Portal.Data;
using Portal.Domain;

namespace Portal.TwoFactor;

/// <summary>A filter of the list as a question to the database.</summary>
public static class OperatorFiltering
{
    /// <summary>The operators of one account whom a filter leaves.</summary>
    /// <param name="db">A context of the account.</param>
    /// <param name="filter">The filter.</param>
    /// <param name="accountDefault">The account default, which decides statuses and settings.</param>
    /// <param name="now">The instant for which it is asked.</param>
    public static IQueryable<Operator> Matching(this PortalDbContext db, OperatorFilter filter, TwoFactorPolicy accountDefault, DateTimeOffset now)
    {
        var people = filter.State is { } state
            ? db.Operators.Where(person => person.State == state)
            : db.Operators.Where(person => person.State != OperatorState.Deactivated);
        if (filter.Search.Length > 0)
        {
            var folded = SearchKey.Fold(filter.Search);
            people = people.Where(person => person.SearchKey.Contains(folded));
        }

        if (filter.Statuses is { Count: > 0 } statuses)
        {
            people = people.Where(TwoFactorRule.Where(accountDefault, now, effective => statuses.Contains(effective.Status)));
        }

        if (filter.Setting is { } setting)
        {
            people = people.Where(TwoFactorRule.Where(accountDefault, now, effective => effective.Setting == setting));
        }

        if (filter.Origin is { } origin)
        {
            people = people.Where(TwoFactorRule.Where(accountDefault, now, effective => effective.Origin == origin));
        }

        if (filter.Role is { } role)
        {
            people = people.Where(person => person.Role == role);
        }

        if (filter.LoginOptions is { } login)
        {
            people = people.Where(person => person.LoginOptions == login);
        }

        if (filter.IsSetUp is { } isSetUp)
        {
            people = people.Where(person => person.Authenticator != null == isSetUp);
        }

        if (filter.LapsesSoon)
        {
            var soon = now + OperatorFilter.Soon;
            people = people.Where(person => person.PolicyOverrideUntil > now && person.PolicyOverrideUntil <= soon);
        }

        if (filter.LastSignIn is { } last)
        {
            people = WhoSignedIn(db, people, last, now);
        }

        return filter.Impact is { } impact ? CountedBy(people, impact, now) : people;
    }

    private static IQueryable<Operator> WhoSignedIn(PortalDbContext db, IQueryable<Operator> people, LastSignInFilter last, DateTimeOffset now)
    {
        var (week, thirty, ninety, soon) = (now.AddDays(-7), now.AddDays(-30), now.AddDays(-90), now + OperatorFilter.Soon);
        var invited = people.Where(person => person.State == OperatorState.Invited);
        var works = db.Links.Where(link => link.Purpose == LinkPurpose.Invitation && link.VoidedAt == null && (link.ExpiresAt == null || link.ExpiresAt > now));
        return last switch
        {
            LastSignInFilter.Last7Days => people.Where(person => person.LastSignInAt >= week),
            LastSignInFilter.Over30Days => people.Where(person => person.LastSignInAt < thirty),
            LastSignInFilter.Over90Days => people.Where(person => person.LastSignInAt < ninety),
            LastSignInFilter.Never => people.Where(person => person.LastSignInAt == null && person.State != OperatorState.Invited),
            LastSignInFilter.Invited => invited.Where(person => works.Any(link => link.OperatorId == person.Id)),
            LastSignInFilter.InvitationEnding => invited.Where(person => works.Any(link => link.OperatorId == person.Id && link.ExpiresAt <= soon)),
            LastSignInFilter.InvitationExpired => invited.Where(person => !works.Any(link => link.OperatorId == person.Id)),
        };
    }

    // The same cells as the numbers: whom a number counts, its list names.
    private static IQueryable<Operator> CountedBy(IQueryable<Operator> people, ImpactFilter impact, DateTimeOffset now)
    {
        var byPassword = people.Where(person => person.LoginOptions != LoginOptions.SingleSignOn);
        var own = byPassword.Where(person => (person.PolicyOverrideUntil <= now ? person.PolicyOverrideAfter : person.PolicyOverride) != null);

        // Under Disabled no own setting is in effect: those operators count where they then are.
        var (others, ownIn) = impact.Under == TwoFactorPolicy.Disabled
            ? (byPassword, people.Where(_ => false))
            : (byPassword.Where(person => (person.PolicyOverrideUntil <= now ? person.PolicyOverrideAfter : person.PolicyOverride) == null), own);
        return impact.Part switch
        {
            ImpactPart.NotSetUp => others.Where(person => person.State != OperatorState.Invited && person.Authenticator == null),
            ImpactPart.SetUp => others.Where(person => person.State != OperatorState.Invited && person.Authenticator != null),
            ImpactPart.OwnSetting => ownIn,
            ImpactPart.Invited => others.Where(person => person.State == OperatorState.Invited),
            ImpactPart.SingleSignOn => people.Where(person => person.LoginOptions == LoginOptions.SingleSignOn),
        };
    }
}

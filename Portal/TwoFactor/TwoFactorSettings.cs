using Portal.Audit;
using Portal.Domain;
using Portal.Mail;
using Portal.Security;

namespace Portal.TwoFactor;

/// <summary>A saved change, with what it takes to put it back.</summary>
/// <param name="Former">The setting before; <see langword="null"/> is no override.</param>
/// <param name="At">When it was saved. Nobody has changed it since as long as the stored change is of this instant.</param>
public sealed record SavedSetting(TwoFactorPolicy? Former, DateTimeOffset At)
{
    /// <summary>When the former override was to lapse; <see langword="null"/> when it had no end.</summary>
    public DateTimeOffset? FormerUntil { get; init; }

    /// <summary>What was to hold again after it.</summary>
    public TwoFactorPolicy? FormerAfter { get; init; }

    /// <summary>Why there was one.</summary>
    public string? FormerReason { get; init; }

    /// <summary>Of which end was told already.</summary>
    public DateTimeOffset? FormerToldUntil { get; init; }
}

/// <summary>Administering the two-factor authentication setting: the account default, and overrides of it.</summary>
public sealed class TwoFactorSettings(Gestures gestures, Notices notices)
{
    /// <summary>How far ahead an override may end, in years.</summary>
    public const int LongestOverrideYears = 5;

    /// <summary>How long a change can be put back by who made it.</summary>
    public static readonly TimeSpan UndoLife = TimeSpan.FromSeconds(10);

    // The click within the ten seconds that arrives after them still counts.
    private static readonly TimeSpan UndoGrace = TimeSpan.FromSeconds(2);

    /// <summary>Sets the account default.</summary>
    /// <param name="actor">Who clicks.</param>
    /// <param name="policy">What is clicked.</param>
    /// <param name="seen">The last change that the actor's page showed: a change in between is never overwritten unseen.</param>
    public Task<Outcome<SavedSetting>> SetDefaultAsync(Actor actor, TwoFactorPolicy policy, DateTimeOffset? seen) =>
        gestures.PerformAsync<SavedSetting>(actor, AuditAction.AccountDefaultChanged, Grant.Administrators, null, async gesture =>
        {
            var account = gesture.Account;
            if (!Enum.IsDefined(policy))
            {
                return Refusal.Invalid;
            }

            if (account.DefaultPolicyChangedAt != seen)
            {
                return Refusal.ChangedMeanwhile;
            }

            if (account.DefaultPolicy == policy)
            {
                return Refusal.AlreadySo;
            }

            if (Weakens(account.DefaultPolicy, policy) && !gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            return await SaveDefaultAsync(gesture, policy);
        });

    /// <summary>Puts the account default back.</summary>
    public Task<Outcome<SavedSetting>> UndoDefaultAsync(Actor actor, SavedSetting saved) =>
        gestures.PerformAsync<SavedSetting>(actor, AuditAction.AccountDefaultChanged, Grant.Administrators, null, async gesture =>
        {
            var account = gesture.Account;
            if (UndoRefusal(gesture, saved, account.DefaultPolicyChangedAt, account.DefaultPolicyChangedById) is { } refusal)
            {
                return refusal;
            }

            return await SaveDefaultAsync(gesture, saved.Former!.Value);
        });

    /// <summary>Sets or ends (<see langword="null"/>) an operator's override.</summary>
    /// <param name="actor">Who clicks.</param>
    /// <param name="operatorId">Whose override.</param>
    /// <param name="policy">What is clicked; <see langword="null"/> for no override.</param>
    /// <param name="seen">The last change that the actor's page showed.</param>
    public Task<Outcome<SavedSetting>> SetOverrideAsync(Actor actor, Guid operatorId, TwoFactorPolicy? policy, DateTimeOffset? seen) =>
        gestures.PerformAsync<SavedSetting>(actor, AuditAction.OverrideChanged, Grant.Administrators, operatorId, async gesture =>
        {
            var who = gesture.Subject;
            if (policy is { } value && !Enum.IsDefined(value))
            {
                return Refusal.Invalid;
            }

            if (who.PolicyOverrideChangedAt != seen)
            {
                return Refusal.ChangedMeanwhile;
            }

            // One with an end is another setting than the same without.
            if (who.OverrideAt(gesture.Now) == policy && who.LastingOverride == policy)
            {
                return Refusal.AlreadySo;
            }

            if (OverrideWeakens(gesture, policy) && !gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            return await SaveOverrideAsync(gesture, policy);
        });

    /// <summary>
    /// Sets or ends (<see langword="null"/>) an operator's override at their turn in a bulk job: whatever stands there by then, since
    /// nobody looks at each. Whoever has no password route is left alone. What held for good holds again after the end.
    /// </summary>
    /// <param name="actor">Who confirmed the job, with the turn.</param>
    /// <param name="operatorId">Whose override.</param>
    /// <param name="policy">The own setting; <see langword="null"/> for none.</param>
    /// <param name="until">When it lapses; <see langword="null"/> for no end.</param>
    /// <param name="reason">Why; may be empty.</param>
    public Task<Outcome<SavedSetting>> SetOverrideInTurnAsync(Actor actor, Guid operatorId, TwoFactorPolicy? policy, DateTimeOffset? until, string? reason) =>
        gestures.PerformAsync<SavedSetting>(actor, AuditAction.OverrideChanged, Grant.Administrators, operatorId, async gesture =>
        {
            var who = gesture.Subject;
            if ((policy is { } value && !Enum.IsDefined(value)) || until <= gesture.Now || !Entry.TryReason(reason, out var tidyReason))
            {
                return Refusal.Invalid;
            }

            if (policy is not null && who.LoginOptions == LoginOptions.SingleSignOn)
            {
                return Refusal.NotUnderThisSetting;
            }

            if (HoldsAlready(policy, until, who.OverrideAt(gesture.Now), who.LastingOverride, who.PolicyOverrideUntil))
            {
                return Refusal.AlreadySo;
            }

            if (OverrideWeakens(gesture, policy) && !gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            var words = tidyReason.Length == 0 ? null : tidyReason;
            return who.LastingOverride == policy
                ? await SaveOverrideAsync(gesture, policy, reason: words)
                : await SaveOverrideAsync(gesture, policy, until, until is null ? null : who.LastingOverride, words);
        });

    /// <summary>Whether an own setting, with the end that is wanted, holds already.</summary>
    /// <param name="policy">What is wanted; <see langword="null"/> for no override.</param>
    /// <param name="until">When it is to lapse; <see langword="null"/> for no end.</param>
    /// <param name="own">The override that holds.</param>
    /// <param name="lasting">The override that lasts.</param>
    /// <param name="ownUntil">When the one that holds lapses.</param>
    internal static bool HoldsAlready(TwoFactorPolicy? policy, DateTimeOffset? until, TwoFactorPolicy? own, TwoFactorPolicy? lasting, DateTimeOffset? ownUntil) =>
        own == policy && (lasting == policy || (until is not null && ownUntil == until));

    /// <summary>
    /// Sets when an operator's override ends, and why there is one. It lapses when its last day is over where the account is; then
    /// holds again what held before it, as far as that is kept, else the account default.
    /// </summary>
    /// <param name="actor">Who saves.</param>
    /// <param name="operatorId">Whose override.</param>
    /// <param name="lastDay">The last day on which it holds, today at the earliest; <see langword="null"/> for no end.</param>
    /// <param name="reason">Why there is one; may be empty.</param>
    /// <param name="seen">The last change that the actor's page showed.</param>
    public Task<Outcome<SavedSetting>> SetOverrideTermsAsync(Actor actor, Guid operatorId, DateOnly? lastDay, string? reason, DateTimeOffset? seen) =>
        gestures.PerformAsync<SavedSetting>(actor, AuditAction.OverrideChanged, Grant.Administrators, operatorId, async gesture =>
        {
            var who = gesture.Subject;
            if (!Entry.TryReason(reason, out var words))
            {
                return Refusal.Invalid;
            }

            // One that has lapsed meanwhile is gone, although nobody has changed it.
            if (who.PolicyOverrideChangedAt != seen || who.OverrideAt(gesture.Now) is not { } own)
            {
                return Refusal.ChangedMeanwhile;
            }

            var (former, after) = EndOf(who, gesture.Now);
            var zone = TimeZoneInfo.FindSystemTimeZoneById(gesture.Account.TimeZone);

            DateTimeOffset? until = null;
            if (lastDay is { } day)
            {
                // The day that it has already leaves the very end that it has.
                var isKept = former is { } end && DayEnd.LastDay(end, zone) == day;
                if (!isKept && !MayEndOn(day, gesture.Now, zone))
                {
                    return Refusal.Invalid;
                }

                until = isKept ? former : DayEnd.Of(day, zone);
            }

            if (until == former && words == (who.PolicyOverrideReason ?? ""))
            {
                return Refusal.AlreadySo;
            }

            if (TermsWeaken(gesture.Account.DefaultPolicy, own, former, until, after) && !gesture.IsProven)
            {
                return Refusal.ProofNeeded;
            }

            return await SaveOverrideAsync(gesture, own, until, after, words.Length == 0 ? null : words, who.PolicyOverrideToldUntil);
        });

    /// <summary>Puts an operator's override back, with end and reason that it had.</summary>
    public Task<Outcome<SavedSetting>> UndoOverrideAsync(Actor actor, Guid operatorId, SavedSetting saved) =>
        gestures.PerformAsync<SavedSetting>(actor, AuditAction.OverrideChanged, Grant.Administrators, operatorId, async gesture =>
        {
            var who = gesture.Subject;
            if (UndoRefusal(gesture, saved, who.PolicyOverrideChangedAt, who.PolicyOverrideChangedById) is { } refusal)
            {
                return refusal;
            }

            return await SaveOverrideAsync(gesture, saved.Former, saved.FormerUntil, saved.FormerAfter, saved.FormerReason, saved.FormerToldUntil);
        });

    /// <summary>Whether a change of the setting asks for less than before, and therefore for a proof.</summary>
    public static bool Weakens(TwoFactorPolicy before, TwoFactorPolicy after) => after > before;

    // An override that is weaker than Required holds on when the account becomes stricter, so it weakens even where it changes
    // nothing today; ending one weakens where the default asks for less. Of one with an end, what would hold again counts too.
    private static bool OverrideWeakens(Gesture gesture, TwoFactorPolicy? policy)
    {
        var (accountDefault, who) = (gesture.Account.DefaultPolicy, gesture.Subject);
        return IsWeakerThan(who.OverrideAt(gesture.Now)) || IsWeakerThan(who.LastingOverride);

        bool IsWeakerThan(TwoFactorPolicy? former) => policy is { } own
            ? Weakens(former ?? TwoFactorPolicy.Required, own)
            : Weakens(former ?? accountDefault, accountDefault);
    }

    /// <summary>An own setting as the record has it: "Disabled until 2026-11-24T23:00:00.0000000+00:00"; <see langword="null"/> for none.</summary>
    public static string? Described(TwoFactorPolicy? own, DateTimeOffset? until) => own is null || until is null ? own?.ToString() : $"{own} until {until:O}";

    private static bool MayEndOn(DateOnly day, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime);
        return day >= today && day <= today.AddYears(LongestOverrideYears);
    }

    private static (DateTimeOffset? Until, TwoFactorPolicy? After) EndOf(Data.Operator who, DateTimeOffset now) =>
        who.PolicyOverrideUntil is { } until && until > now ? (until, who.PolicyOverrideAfter) : (null, null);

    // Longer: as if it were set anew for the time that is added, see above. Shorter: as if it were ended for the time that is lost.
    private static bool TermsWeaken(TwoFactorPolicy accountDefault, TwoFactorPolicy own, DateTimeOffset? former, DateTimeOffset? until, TwoFactorPolicy? after)
    {
        var isLonger = former is not null && (until is null || until > former);
        var isShorter = until is not null && (former is null || until < former);
        return (isLonger && Weakens(after ?? TwoFactorPolicy.Required, own)) || (isShorter && Weakens(own, after ?? accountDefault));
    }

    // Putting back what one changed ten seconds ago weakens nothing that was strong before, so it asks for no proof.
    private static Refusal? UndoRefusal(Gesture gesture, SavedSetting saved, DateTimeOffset? changedAt, Guid? changedById)
    {
        if (changedAt != saved.At || changedById != gesture.Self.Id)
        {
            return Refusal.ChangedMeanwhile;
        }

        return gesture.Now - saved.At > UndoLife + UndoGrace ? Refusal.TooLate : null;
    }

    private async Task<SavedSetting> SaveDefaultAsync(Gesture gesture, TwoFactorPolicy policy)
    {
        var account = gesture.Account;
        await notices.TellDefaultAsync(gesture, account.DefaultPolicy, policy);
        var saved = new SavedSetting(account.DefaultPolicy, StampAfter(account.DefaultPolicyChangedAt, gesture.Now));
        gesture.Record(AuditAction.AccountDefaultChanged, onAccount: true, before: account.DefaultPolicy.ToString(), after: policy.ToString());
        account.DefaultPolicy = policy;
        account.DefaultPolicyChangedAt = saved.At;
        account.DefaultPolicyChangedById = gesture.Self.Id;
        return saved;
    }

    /// <summary>Saves an override within the acting gesture, with end and reason where it has them, and writes it down.</summary>
    internal async Task<SavedSetting> SaveOverrideAsync(
        Gesture gesture, TwoFactorPolicy? policy, DateTimeOffset? until = null, TwoFactorPolicy? after = null, string? reason = null, DateTimeOffset? toldUntil = null)
    {
        var who = gesture.Subject;
        var (before, formerUntil) = (who.OverrideAt(gesture.Now), EndOf(who, gesture.Now).Until);
        await notices.TellOverrideAsync(gesture, before, policy, until, formerUntil);
        var saved = new SavedSetting(who.PolicyOverride, StampAfter(who.PolicyOverrideChangedAt, gesture.Now))
        {
            FormerUntil = who.PolicyOverrideUntil,
            FormerAfter = who.PolicyOverrideAfter,
            FormerReason = who.PolicyOverrideReason,
            FormerToldUntil = who.PolicyOverrideToldUntil,
        };
        gesture.Record(AuditAction.OverrideChanged, before: Described(before, formerUntil), after: Described(policy, until), reason: reason);
        who.SetOverride(policy, saved.At, gesture.Self.Id, until, after);
        (who.PolicyOverrideReason, who.PolicyOverrideToldUntil) = (policy is null ? null : reason, toldUntil);
        return saved;
    }

    // The instant tells one change from the next, so two within a millisecond, or a clock set back, must not share one.
    private static DateTimeOffset StampAfter(DateTimeOffset? former, DateTimeOffset now)
    {
        var stamp = DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds());
        return former >= stamp ? former.Value.AddMilliseconds(1) : stamp;
    }
}

using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Texts;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>The words for bulk jobs.</summary>
public static class BulkWords
{
    /// <summary>The names of a group that are said before it is opened.</summary>
    public const int FirstNames = 3;

    /// <summary>What is done, as the button that does it says.</summary>
    public static string NameOf(BulkKind kind) => kind switch
    {
        BulkKind.SendSetUpLink => Words.SendSetUpLink,
        BulkKind.SetOverride => Words.BulkOverride,
        BulkKind.EndOverride => Words.BulkEndOverride,
        BulkKind.SetLoginOptions => Words.BulkLoginOptions,
        BulkKind.Reset => Words.ResetTwoFactor,
        BulkKind.Deactivate => Words.Deactivate,
    };

    /// <summary>What would happen to how many.</summary>
    public static string AffectedOf(BulkRequest request, BulkPlan plan, TwoFactorPolicy accountDefault) => (request, plan.Affected.Count) switch
    {
        (_, 0) => plan.Total == 0 ? Words.BulkNobodyAffected : Words.BulkUnaffected(plan.Total),
        ({ Kind: BulkKind.SendSetUpLink }, var count) => Words.BulkGetLink(count),
        ({ Kind: BulkKind.SetOverride, Setting: { } setting }, var count) => Words.BulkGetOverride(count, setting),
        ({ Kind: BulkKind.EndOverride }, var count) => Words.BulkLoseOverride(count, accountDefault),
        ({ Kind: BulkKind.SetLoginOptions, LoginOptions: { } options }, var count) => Words.BulkGetLoginOptions(count, Words.Of(options)),
        ({ Kind: BulkKind.Reset }, var count) => Words.BulkAreReset(count),
        ({ Kind: BulkKind.Deactivate }, var count) => Words.BulkAreDeactivated(count),
        _ => throw new InvalidOperationException($"{request} is not complete."),
    };

    /// <summary>Why nothing would happen, without saying to whom.</summary>
    public static string Of(BulkReason why) => why switch
    {
        BulkReason.IsYou => Words.BulkIsYou,
        BulkReason.Invited => Words.BulkInvited,
        BulkReason.Deactivated => Words.BulkDeactivatedAlready,
        BulkReason.SingleSignOnOnly => Words.BulkSingleSignOnOnly,
        BulkReason.IsSetUp => Words.BulkIsSetUp,
        BulkReason.SettingDisabled => Words.BulkSettingDisabled,
        BulkReason.TooSoon => Words.BulkTooSoon,
        BulkReason.AlreadySo => Words.BulkAlreadySo,
        BulkReason.NoOwnSetting => Words.BulkNoOwnSetting,
        BulkReason.NothingToErase => Words.NothingToErase,
    };

    /// <summary>What became of one operator.</summary>
    public static string Of(BulkItemState state) => state switch
    {
        BulkItemState.Waiting => Words.BulkWaiting,
        BulkItemState.Done => Words.BulkDone,
        BulkItemState.Refused => Words.BulkRefused,
        BulkItemState.Untouched => Words.BulkUntouched,
    };

    /// <summary>What a job was given, for below its title; empty where there is nothing to choose.</summary>
    public static string Given(BulkView job, AccountSnapshot account, DateTimeOffset now) => job switch
    {
        { Setting: { } setting, Until: { } until } => Words.HoldsUntil(setting, When.Moment(account.Local(until.AddMinutes(-1)), account.Local(now))),
        { Setting: { } setting } => Words.Of(setting),
        { LoginOptions: { } options } => Words.Of(options),
        { SendsLink: true } => Words.BulkWithLink,
        _ => "",
    };

    /// <summary>A reason in an administrator's words, or the name of one that was offered.</summary>
    public static string ReasonOf(string kept) => ResetReasons.Read(kept) is ({ } offered, "") ? ResetReasons.NameOf(offered) : kept;

    /// <summary>How far a job has come.</summary>
    public static string Progress(BulkTally tally) => tally.Refused == 0
        ? Words.BulkProgress(tally.Done, tally.Total)
        : Words.BulkProgress(tally.Done, tally.Total, tally.Refused);

    /// <summary>Where a job stands, with when.</summary>
    public static string Standing(BulkView job, AccountSnapshot account, DateTimeOffset now)
    {
        string At(DateTimeOffset at) => When.Moment(account.Local(at), account.Local(now));
        return job switch
        {
            { FinishedAt: null } => Words.BulkRuns,
            { CancelledAt: { } at } => Words.BulkCancelledAt(At(at)),
            { StoppedBecause: not null, FinishedAt: { } at } => Words.BulkStoppedAt(At(at)),
            { FinishedAt: { } at } => Words.BulkFinishedAt(At(at)),
        };
    }

    /// <summary>Why a job was stopped by itself.</summary>
    public static string Stopped(BulkView job) => job.StoppedBecause == Refusal.NotAllowed ? Words.BulkNoLongerAdministrator(job.ByName) : Words.BulkNoLongerTheSame(job.ByName);
}

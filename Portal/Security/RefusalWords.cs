using Portal.Texts;

namespace Portal.Security;

/// <summary>The words for each refusal.</summary>
public static class RefusalWords
{
    /// <summary>A full sentence that says why, and what helps.</summary>
    public static string Of(Refusal why) => why switch
    {
        Refusal.SignedOut => Words.RefusedSignedOut,
        Refusal.NotAllowed => Words.RefusedNotAllowed,
        Refusal.NotFound => Words.RefusedNotFound,
        Refusal.ProofNeeded => Words.ProofLead,
        Refusal.NoWayIn => Words.RefusedNoWayIn,
        Refusal.ChangedMeanwhile => Words.RefusedChangedMeanwhile,
        Refusal.Invalid => Words.RefusedInvalid,
        Refusal.NothingSetUp => Words.RefusedNothingSetUp,
        Refusal.NotUnderThisSetting => Words.RefusedNotUnderThisSetting,
        Refusal.TooLate => Words.RefusedTooLate,
        Refusal.AlreadySo => Words.RefusedAlreadySo,
        Refusal.EmailTaken => Words.RefusedEmailTaken,
        Refusal.TooSoon => Words.RefusedTooSoon,
        Refusal.LinkIsOver => Words.RefusedLinkIsOver,
        Refusal.Failed => Words.RefusedFailed,
        Refusal.SignInNameTaken => Words.RefusedSignInNameTaken,
        Refusal.SingleSignOnNotTested => Words.RefusedNotTested,
        Refusal.SingleSignOnIsOff => Words.RefusedSingleSignOnIsOff,
        Refusal.JobIsOver => Words.RefusedJobIsOver,
        Refusal.Unknown => Words.RefusedUnknown,
    };
}

using Portal.Security;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>What is said of a link that no longer works.</summary>
internal static class LinkWords
{
    /// <summary>Which way it ended.</summary>
    public static string TitleOf(LinkStanding over) => over switch
    {
        LinkStanding.Expired => Words.LinkExpiredTitle,
        LinkStanding.Used => Words.LinkUsedTitle,
        LinkStanding.Replaced => Words.LinkReplacedTitle,
        LinkStanding.Unknown => Words.LinkUnknownTitle,
        LinkStanding.Alive => throw new ArgumentOutOfRangeException(nameof(over)),
    };

    /// <summary>What helps whoever wanted to set two-factor authentication up.</summary>
    public static string WhyOfSetUp(LinkStanding over) => Why(over, Words.SetUpLinkExpiredWhy, Words.SetUpLinkUsedWhy);

    /// <summary>What helps whoever wanted to choose another password.</summary>
    public static string WhyOfPassword(LinkStanding over) => Why(over, Words.PasswordLinkExpiredWhy, Words.PasswordLinkUsedWhy);

    /// <summary>What helps whoever wanted to confirm a new address.</summary>
    public static string WhyOfEmail(LinkStanding over) => Why(over, Words.EmailLinkExpiredWhy, Words.EmailLinkUsedWhy);

    /// <summary>What helps whoever wanted to go on with a code.</summary>
    public static string WhyOfUnlock(LinkStanding over) => Why(over, Words.UnlockLinkExpiredWhy, Words.UnlockLinkUsedWhy);

    private static string Why(LinkStanding over, string expired, string used) => over switch
    {
        LinkStanding.Expired => expired,
        LinkStanding.Used => used,
        LinkStanding.Replaced => Words.LinkReplacedWhy,
        LinkStanding.Unknown => Words.LinkUnknownWhy,
        LinkStanding.Alive => throw new ArgumentOutOfRangeException(nameof(over)),
    };
}

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
    public static string WhyOfSetUp(LinkStanding over) => over switch
    {
        LinkStanding.Expired => Words.SetUpLinkExpiredWhy,
        LinkStanding.Used => Words.SetUpLinkUsedWhy,
        LinkStanding.Replaced => Words.LinkReplacedWhy,
        LinkStanding.Unknown => Words.LinkUnknownWhy,
        LinkStanding.Alive => throw new ArgumentOutOfRangeException(nameof(over)),
    };

    /// <summary>What helps whoever wanted to choose another password.</summary>
    public static string WhyOfPassword(LinkStanding over) => over switch
    {
        LinkStanding.Expired => Words.PasswordLinkExpiredWhy,
        LinkStanding.Used => Words.PasswordLinkUsedWhy,
        LinkStanding.Replaced => Words.LinkReplacedWhy,
        LinkStanding.Unknown => Words.LinkUnknownWhy,
        LinkStanding.Alive => throw new ArgumentOutOfRangeException(nameof(over)),
    };

    /// <summary>What helps whoever wanted to confirm a new address.</summary>
    public static string WhyOfEmail(LinkStanding over) => over switch
    {
        LinkStanding.Expired => Words.EmailLinkExpiredWhy,
        LinkStanding.Used => Words.EmailLinkUsedWhy,
        LinkStanding.Replaced => Words.LinkReplacedWhy,
        LinkStanding.Unknown => Words.LinkUnknownWhy,
        LinkStanding.Alive => throw new ArgumentOutOfRangeException(nameof(over)),
    };

    /// <summary>What helps whoever wanted to go on with a code.</summary>
    public static string WhyOfUnlock(LinkStanding over) => over switch
    {
        LinkStanding.Expired => Words.UnlockLinkExpiredWhy,
        LinkStanding.Used => Words.UnlockLinkUsedWhy,
        LinkStanding.Replaced => Words.LinkReplacedWhy,
        LinkStanding.Unknown => Words.LinkUnknownWhy,
        LinkStanding.Alive => throw new ArgumentOutOfRangeException(nameof(over)),
    };
}

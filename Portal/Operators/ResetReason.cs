using Portal.Texts;

namespace Portal.Operators;

/// <summary>Why somebody is reset. The names are stored: never rename.</summary>
public enum ResetReason
{
    LostPhone,
    NewPhone,
    BrokenPhone,

    /// <summary>In the administrator's own words, where there are any.</summary>
    Other,
}

/// <summary>The words for each reason, and what is kept of it.</summary>
public static class ResetReasons
{
    /// <summary>The name on the button.</summary>
    public static string NameOf(ResetReason reason) => reason switch
    {
        ResetReason.LostPhone => Words.ReasonLostPhone,
        ResetReason.NewPhone => Words.ReasonNewPhone,
        ResetReason.BrokenPhone => Words.ReasonBrokenPhone,
        ResetReason.Other => Words.ReasonOther,
    };

    /// <summary>The reason that was kept, as it was chosen.</summary>
    public static (ResetReason? Reason, string Words) Read(string kept) =>
        Enum.GetNames<ResetReason>().Contains(kept) ? (Enum.Parse<ResetReason>(kept), "") : (ResetReason.Other, kept);

    /// <summary>What the record keeps: the name of the reason, or the words.</summary>
    public static string Kept(ResetReason? reason, string words) => reason switch
    {
        null => "",
        ResetReason.Other when !string.IsNullOrWhiteSpace(words) => words,
        { } offered => offered.ToString(),
    };
}

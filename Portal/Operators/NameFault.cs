using Portal.Domain;
using Portal.Texts;

namespace Portal.Operators;

/// <summary>What is wrong with a name, in words that say what to do.</summary>
public static class NameFault
{
    /// <summary>The words; <see langword="null"/> when the name can be kept.</summary>
    public static string? Of(string? name) => Entry.TryName(name, out _) ? null
        : string.IsNullOrWhiteSpace(name) ? Words.EnterName
        : name.Trim().Length > Entry.LongestName ? Words.NameTooLong(Entry.LongestName)
        : Words.NameUnfit;
}

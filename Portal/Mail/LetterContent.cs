using System.Globalization;
using System.Text;

namespace Portal.Mail;

/// <summary>A letter in words; written as HTML and as text from this one source, so that the two never differ.</summary>
/// <param name="Subject">The subject, which is also the heading.</param>
/// <param name="Lead">What it is about, in a sentence or two.</param>
/// <param name="Facts">Facts with their labels: when, where, who.</param>
/// <param name="Action">The one thing to do.</param>
/// <param name="Closing">What else there is to say, a paragraph each.</param>
/// <param name="SecondAction">What to do if it was not the receiver.</param>
public sealed record LetterContent(
    string Subject,
    string Lead,
    IReadOnlyList<LetterFact> Facts,
    LetterAction? Action,
    IReadOnlyList<string> Closing,
    LetterAction? SecondAction = null)
{
    /// <summary>The same, each text on one line and without characters that turn the direction of what follows.</summary>
    /// <remarks>Names come from people: none may begin a header, a line or a paragraph of its own.</remarks>
    public LetterContent Tidy() => new(
        OneLine(Subject),
        OneLine(Lead),
        [.. Facts.Select(fact => new LetterFact(OneLine(fact.Label), OneLine(fact.Value)))],
        Action is null ? null : Action with { Label = OneLine(Action.Label) },
        [.. Closing.Select(OneLine)],
        SecondAction is null ? null : SecondAction with { Label = OneLine(SecondAction.Label) });

    /// <summary>A text on one line. The two joiners stay: some scripts and emoji cannot be written without them.</summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            line.Append(Rune.GetUnicodeCategory(rune) switch
            {
                UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator => " ",
                UnicodeCategory.Format when rune.Value is not (0x200C or 0x200D) => "",
                _ => rune.ToString(),
            });
        }

        return line.ToString().Trim();
    }
}

/// <summary>A fact with its label.</summary>
public sealed record LetterFact(string Label, string Value);

/// <summary>Something to do, by opening an address.</summary>
public sealed record LetterAction(string Label, Uri Address);

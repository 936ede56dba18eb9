using System.Text;
using Portal.Texts;

namespace Portal.Mail;

/// <summary>A letter as plain text: the same content as its HTML, each address on a line of its own.</summary>
public static class LetterText
{
    /// <summary>The text, with line breaks of mail (RFC 5322 §2.1).</summary>
    public static string Of(LetterContent letter, string footer)
    {
        var text = new StringBuilder();
        Add(text, letter.Subject);
        Add(text, letter.Lead);
        Add(text, [.. letter.Facts.Select(fact => $"{Words.WithColon(fact.Label)} {fact.Value}")]);
        AddAction(text, letter.Action);
        foreach (var paragraph in letter.Closing)
        {
            Add(text, paragraph);
        }

        AddAction(text, letter.SecondAction);
        Add(text, footer);
        return text.ToString().TrimEnd() + "\r\n";
    }

    private static void AddAction(StringBuilder text, LetterAction? action)
    {
        if (action is not null)
        {
            Add(text, action.Label.EndsWith('.') ? action.Label : Words.WithColon(action.Label), action.Address.AbsoluteUri);
        }
    }

    private static void Add(StringBuilder text, params string[] lines)
    {
        if (lines.Length > 0)
        {
            text.AppendJoin("\r\n", lines).Append("\r\n\r\n");
        }
    }
}

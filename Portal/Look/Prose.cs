using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Portal.Look;

/// <summary>A text of more than a few words: terms with a hyphen stay together on a line, and are still found by their plain hyphen.</summary>
public sealed partial class Prose : ComponentBase
{
    /// <summary>The text.</summary>
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    /// <inheritdoc />
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var part in Terms().Split(Text))
        {
            if (Terms().IsMatch(part))
            {
                builder.OpenElement(0, "span");
                builder.AddAttribute(1, "class", "nowrap");
                builder.AddContent(2, part);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(3, part);
            }
        }
    }

    // Of "Zwei-Faktor-Authentifizierung" the last part may go to the next line: the whole is too long for a phone.
    [GeneratedRegex(@"\b(set-up|two-factor|zwei-faktor|qr-codes?|sign-on|sign-in|e-mails?|vous-même)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Terms();
}

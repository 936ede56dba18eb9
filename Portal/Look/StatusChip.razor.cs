using Microsoft.AspNetCore.Components;
using Portal.Domain;

namespace Portal.Look;

/// <summary>A status as glyph and words; once a view, and never a tooltip.</summary>
public partial class StatusChip : ComponentBase
{
    /// <summary>The status to show, as glyph and words.</summary>
    [Parameter, EditorRequired]
    public TwoFactorStatus Status { get; set; }

    /// <summary>Without the box: in tables and lists.</summary>
    [Parameter]
    public bool Plain { get; set; }

    private string Css => Plain ? $"chip bare {Tone}" : $"chip {Tone}";

    // Green and amber speak; the others are grey, and differ by glyph and word.
    private string Tone => Status switch
    {
        TwoFactorStatus.Active => "active",
        TwoFactorStatus.SetUpDue or TwoFactorStatus.SetUpDueWithPassword => "due",
        TwoFactorStatus.NotSetUp or TwoFactorStatus.Paused or TwoFactorStatus.Disabled or TwoFactorStatus.HandledBySingleSignOn => "calm",
    };
}

namespace Portal.Look;

/// <summary>The colours of one theme, as <c>#rrggbb</c>; the two shades that let something through as CSS colours.</summary>
/// <remarks>
/// The same values stand in <c>wwwroot/css/base.css</c>, each under the name of its property in kebab case (<c>--ink-2</c>
/// is <see cref="Ink2"/>), for the pages without MudBlazor and for a theme that switches in the browser. A test compares
/// the two, and another measures the contrast.
/// </remarks>
public sealed record Palette
{
    /// <summary>Menu, and what lies behind the sheet of a sign-in page.</summary>
    public required string Canvas { get; init; }

    /// <summary>Page, fields, cards.</summary>
    public required string Surface { get; init; }

    /// <summary>Hovered row, action rows in a card, disabled button.</summary>
    public required string Subtle { get; init; }

    /// <summary>What floats: menu, dialog, snackbar.</summary>
    public required string Raised { get; init; }

    /// <summary>Step numbers, hovered menu entry.</summary>
    public required string MuteTint { get; init; }

    /// <summary>Hairline. Decoration: no contrast is claimed.</summary>
    public required string Line { get; init; }

    /// <summary>Border of a card. Decoration: no contrast is claimed.</summary>
    public required string Line2 { get; init; }

    /// <summary>Border of fields, radios, checkboxes and outlined buttons.</summary>
    public required string Control { get; init; }

    /// <summary>Text.</summary>
    public required string Ink { get; init; }

    /// <summary>Sentences under a label, menu entries.</summary>
    public required string Ink2 { get; init; }

    /// <summary>Captions, table heads, help, dates.</summary>
    public required string Ink3 { get; init; }

    /// <summary>Filled button, link, what is chosen, focus.</summary>
    public required string Accent { get; init; }

    /// <summary>Filled button under the pointer.</summary>
    public required string AccentHover { get; init; }

    /// <summary>Text on <see cref="Accent"/>.</summary>
    public required string OnAccent { get; init; }

    /// <summary>Chosen card.</summary>
    public required string AccentTint { get; init; }

    /// <summary>Quiet border of something chosen.</summary>
    public required string AccentLine { get; init; }

    /// <summary>Active, Saved.</summary>
    public required string Ok { get; init; }

    /// <summary>Ground of <see cref="Ok"/>.</summary>
    public required string OkTint { get; init; }

    /// <summary>Border of <see cref="OkTint"/>.</summary>
    public required string OkLine { get; init; }

    /// <summary>Words about what needs somebody.</summary>
    public required string Due { get; init; }

    /// <summary>Ground of <see cref="Due"/>: chip, banner, note.</summary>
    public required string DueTint { get; init; }

    /// <summary>Border of <see cref="DueTint"/>.</summary>
    public required string DueLine { get; init; }

    /// <summary>The amber glyph.</summary>
    public required string DueGlyph { get; init; }

    /// <summary>Error, refused.</summary>
    public required string Bad { get; init; }

    /// <summary>Ground of <see cref="Bad"/>.</summary>
    public required string BadTint { get; init; }

    /// <summary>Border of <see cref="BadTint"/>.</summary>
    public required string BadLine { get; init; }

    /// <summary>The button that erases.</summary>
    public required string BadFill { get; init; }

    /// <summary>Text on <see cref="BadFill"/>.</summary>
    public required string OnBad { get; init; }

    /// <summary>What lies over the page behind a dialog, as a CSS colour.</summary>
    public required string Scrim { get; init; }

    /// <summary>The one shadow, of what floats, as a CSS <c>box-shadow</c>.</summary>
    public required string Pop { get; init; }

    /// <summary>Dark on light.</summary>
    public static Palette Light { get; } = new()
    {
        Canvas = "#f2f5f6",
        Surface = "#ffffff",
        Subtle = "#f7f9fa",
        Raised = "#ffffff",
        MuteTint = "#edf1f3",
        Line = "#dae1e4",
        Line2 = "#c3cdd2",
        Control = "#78878e",
        Ink = "#13222a",
        Ink2 = "#42535b",
        Ink3 = "#586870",
        Accent = "#0b5a75",
        AccentHover = "#084860",
        OnAccent = "#ffffff",
        AccentTint = "#e9f3f7",
        AccentLine = "#9fc6d4",
        Ok = "#1d6b3a",
        OkTint = "#e8f4ec",
        OkLine = "#b4d8c0",
        Due = "#7c4a00",
        DueTint = "#fff3dc",
        DueLine = "#ecd09a",
        DueGlyph = "#a86400",
        Bad = "#a4261c",
        BadTint = "#fdeeec",
        BadLine = "#eebdb7",
        BadFill = "#b0291e",
        OnBad = "#ffffff",
        Scrim = "rgb(12 24 30 / .46)",
        Pop = "0 0 0 1px rgb(19 34 42 / .10), 0 6px 16px -4px rgb(19 34 42 / .16), 0 18px 40px -12px rgb(19 34 42 / .22)",
    };

    /// <summary>Light on dark.</summary>
    public static Palette Dark { get; } = new()
    {
        Canvas = "#0d1316",
        Surface = "#141c20",
        Subtle = "#192328",
        Raised = "#1c272c",
        MuteTint = "#202b30",
        Line = "#2a373d",
        Line2 = "#3a4a51",
        Control = "#73858d",
        Ink = "#e6eef1",
        Ink2 = "#b6c4ca",
        Ink3 = "#97a8b0",
        Accent = "#7cc7e0",
        AccentHover = "#9bd6ea",
        OnAccent = "#06212b",
        AccentTint = "#13282f",
        AccentLine = "#2f6578",
        Ok = "#86d09c",
        OkTint = "#142c1e",
        OkLine = "#2d5b3f",
        Due = "#f1c06a",
        DueTint = "#31260f",
        DueLine = "#62501f",
        DueGlyph = "#e5a93c",
        Bad = "#ffa096",
        BadTint = "#381a17",
        BadLine = "#70352f",
        BadFill = "#f08a7e",
        OnBad = "#2b0704",
        Scrim = "rgb(3 7 9 / .66)",
        Pop = "0 0 0 1px rgb(255 255 255 / .10), 0 18px 44px -8px rgb(0 0 0 / .7)",
    };
}

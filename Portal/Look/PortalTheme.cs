using MudBlazor;

namespace Portal.Look;

/// <summary>Portal's look, said to MudBlazor.</summary>
/// <remarks>
/// In the browser <c>portal.css</c> puts the tokens over the colours below, so that light and dark switch without the
/// server. What MudBlazor computes itself, and type, shape and shadow, come from here.
/// </remarks>
public static class PortalTheme
{
    private static readonly string[] Sans = ["Atkinson Hyperlegible Next Variable", "Atkinson Hyperlegible Next", "Segoe UI", "system-ui", "-apple-system", "Roboto", "Helvetica Neue", "Arial", "sans-serif"];

    /// <summary>The theme for <see cref="MudThemeProvider"/>.</summary>
    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = Fill(new PaletteLight(), Palette.Light),
        PaletteDark = Fill(new PaletteDark(), Palette.Dark),

        // Only what floats has a shadow, and that one follows the theme. MudBlazor's elevations run from 0 to 25.
        Shadows = new Shadow
        {
            Elevation = [.. Enumerable.Repeat("none", 8), .. Enumerable.Repeat("var(--pop)", 18)],
        },
        LayoutProperties = new LayoutProperties
        {
            DefaultBorderRadius = "8px",
            DrawerWidthLeft = "236px",
            AppbarHeight = "56px",
        },
        Typography = new Typography
        {
            Default = Style<DefaultTypography>(14, 20, 400),
            H1 = Style<H1Typography>(24, 32, 640, -.012),
            H2 = Style<H2Typography>(16, 24, 640, -.004),
            H3 = Style<H3Typography>(32, 40, 660, -.02),
            H4 = Style<H4Typography>(24, 32, 640, -.012),
            H5 = Style<H5Typography>(16, 24, 640, -.004),
            H6 = Style<H6Typography>(18, 24, 640),
            Subtitle1 = Style<Subtitle1Typography>(14, 20, 640),
            Subtitle2 = Style<Subtitle2Typography>(13, 18, 600),
            Body1 = Style<Body1Typography>(14, 20, 400),
            Body2 = Style<Body2Typography>(13, 18, 400),
            Button = Style<ButtonTypography>(14, 20, 600),
            Caption = Style<CaptionTypography>(12, 16, 400),
            Overline = Style<OverlineTypography>(12, 16, 600),
        },
    };

    /// <summary>One style of type.</summary>
    /// <param name="size">Height of the type in pixels.</param>
    /// <param name="line">Height of the line in pixels.</param>
    /// <param name="weight">100 to 900; the font is variable.</param>
    /// <param name="spacing">Extra space between letters in em.</param>
    private static T Style<T>(int size, int line, int weight, double spacing = 0)
        where T : BaseTypography, new() => new()
        {
            FontFamily = Sans,
            FontSize = FormattableString.Invariant($"{size}px"),
            LineHeight = FormattableString.Invariant($"{line}px"),
            FontWeight = FormattableString.Invariant($"{weight}"),
            LetterSpacing = spacing == 0 ? "normal" : FormattableString.Invariant($"{spacing}em"),
            TextTransform = "none",
        };

    private static T Fill<T>(T theme, Palette ours)
        where T : MudBlazor.Palette
    {
        theme.Black = ours.Ink;
        theme.White = ours.Surface;

        // Secondary and tertiary are the accent too, so that no colour of MudBlazor's own ever appears.
        theme.Primary = theme.Secondary = theme.Tertiary = ours.Accent;
        theme.PrimaryContrastText = theme.SecondaryContrastText = theme.TertiaryContrastText = ours.OnAccent;
        theme.PrimaryDarken = theme.SecondaryDarken = theme.TertiaryDarken = ours.AccentHover;
        theme.PrimaryLighten = theme.SecondaryLighten = theme.TertiaryLighten = ours.AccentLine;

        // There is no blue status: what merely informs is grey.
        theme.Info = ours.Ink2;
        theme.InfoContrastText = ours.Surface;
        theme.Success = ours.Ok;
        theme.SuccessContrastText = ours.Surface;
        theme.Warning = ours.DueGlyph;
        theme.WarningContrastText = ours.Surface;
        theme.Error = ours.BadFill;
        theme.ErrorContrastText = ours.OnBad;
        theme.Dark = ours.Ink;
        theme.DarkContrastText = ours.Surface;

        // What is disabled stays readable, on purpose.
        theme.TextPrimary = ours.Ink;
        theme.TextSecondary = ours.Ink2;
        theme.TextDisabled = theme.ActionDisabled = ours.Ink3;
        theme.ActionDefault = ours.Ink3;
        theme.ActionDisabledBackground = ours.Subtle;

        // MudBlazor draws dialogs and popovers on its surface: that is what floats here, and in dark differs from the page.
        theme.Background = theme.AppbarBackground = ours.Surface;
        theme.Surface = ours.Raised;
        theme.BackgroundGray = ours.Subtle;
        theme.AppbarText = ours.Ink;
        theme.DrawerBackground = ours.Canvas;
        theme.DrawerText = ours.Ink2;
        theme.DrawerIcon = ours.Ink3;

        theme.LinesDefault = theme.TableLines = theme.Divider = theme.DividerLight = theme.Skeleton = ours.Line;
        theme.LinesInputs = ours.Control;
        theme.TableStriped = "#00000000";
        theme.TableHover = ours.Subtle;
        theme.HoverOpacity = .04;
        theme.OverlayDark = theme.OverlayLight = ours.Scrim;

        theme.RippleOpacity = 0;
        theme.RippleOpacitySecondary = 0;
        return theme;
    }
}

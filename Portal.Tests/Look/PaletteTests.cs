using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Portal.Look;

namespace Portal.Tests.Look;

public partial class PaletteTests
{
    private static readonly string Base = Css("base.css");
    private static readonly string Portal = Css("portal.css");

    [Theory]
    [InlineData(":root {", false)]
    [InlineData(":root:not([data-theme=\"light\"]) {", true)]
    [InlineData(":root[data-theme=\"dark\"] {", true)]
    public void The_tokens_of_base_css_are_the_palette(string selector, bool dark)
    {
        var tokens = Declarations(Base, selector).Where(token => token.Key is not ("sans" or "mono"));

        Assert.Equal(Tokens(Of(dark)), tokens.ToDictionary());
    }

    [Theory]
    [InlineData(":root {", false)]
    [InlineData(":root:not([data-theme=\"light\"]) {", true)]
    [InlineData(":root[data-theme=\"dark\"] {", true)]
    public void The_triples_of_portal_css_are_the_palette(string selector, bool dark)
    {
        var tokens = Tokens(Of(dark));
        var triples = Declarations(Portal, selector);

        Assert.NotEmpty(triples);
        Assert.All(triples, triple =>
        {
            var (red, green, blue) = Rgb(tokens[triple.Key[..^"-rgb".Length]]);
            Assert.Equal($"{red}, {green}, {blue}", triple.Value);
        });
    }

    [Fact]
    public void Every_token_in_use_exists()
    {
        var known = Declarations(Base, ":root {").Keys
            .Concat(Declarations(Portal, ":root {").Keys)
            .Append("cut") // The colour behind a glyph, set by what holds the glyph.
            .Append("side").Append("digits") // The room of a number, set where the numbers are known.
            .Append("at") // The columns of the record, set once for its head and its rows.
            .Append("n") // The modules to a side of a QR code, set by the code that is drawn.
            .ToHashSet();
        var used = Use().Matches(Base + Portal).Select(use => use.Groups["name"].Value).Distinct();

        Assert.Empty(used.Except(known));
    }

    /// <summary>WCAG 2.2, 1.4.3: text against its ground.</summary>
    [Theory]
    [InlineData(nameof(Palette.Ink), nameof(Palette.Surface))]
    [InlineData(nameof(Palette.Ink), nameof(Palette.Raised))]
    [InlineData(nameof(Palette.Ink), nameof(Palette.Canvas))]
    [InlineData(nameof(Palette.Ink), nameof(Palette.AccentTint))]
    [InlineData(nameof(Palette.Ink), nameof(Palette.DueTint))]
    [InlineData(nameof(Palette.Ink), nameof(Palette.BadTint))]
    [InlineData(nameof(Palette.Ink2), nameof(Palette.Surface))]
    [InlineData(nameof(Palette.Ink2), nameof(Palette.Raised))]
    [InlineData(nameof(Palette.Ink2), nameof(Palette.Canvas))]
    [InlineData(nameof(Palette.Ink2), nameof(Palette.AccentTint))]
    [InlineData(nameof(Palette.Ink2), nameof(Palette.MuteTint))]
    [InlineData(nameof(Palette.Ink3), nameof(Palette.Surface))]
    [InlineData(nameof(Palette.Ink3), nameof(Palette.Raised))]
    [InlineData(nameof(Palette.Ink3), nameof(Palette.Canvas))]
    [InlineData(nameof(Palette.Ink3), nameof(Palette.Subtle))]
    [InlineData(nameof(Palette.Ink3), nameof(Palette.AccentTint))]
    [InlineData(nameof(Palette.Accent), nameof(Palette.Surface))]
    [InlineData(nameof(Palette.Accent), nameof(Palette.Raised))]
    [InlineData(nameof(Palette.Accent), nameof(Palette.Canvas))]
    [InlineData(nameof(Palette.Accent), nameof(Palette.Subtle))]
    [InlineData(nameof(Palette.Accent), nameof(Palette.MuteTint))]
    [InlineData(nameof(Palette.Accent), nameof(Palette.AccentTint))]
    [InlineData(nameof(Palette.OnAccent), nameof(Palette.Accent))]
    [InlineData(nameof(Palette.OnAccent), nameof(Palette.AccentHover))]
    [InlineData(nameof(Palette.Ok), nameof(Palette.Surface))]
    [InlineData(nameof(Palette.Ok), nameof(Palette.OkTint))]
    [InlineData(nameof(Palette.Due), nameof(Palette.Surface))]
    [InlineData(nameof(Palette.Due), nameof(Palette.DueTint))]
    [InlineData(nameof(Palette.Due), nameof(Palette.AccentTint))]
    [InlineData(nameof(Palette.Bad), nameof(Palette.Surface))]
    [InlineData(nameof(Palette.Bad), nameof(Palette.Raised))]
    [InlineData(nameof(Palette.Bad), nameof(Palette.BadTint))]
    [InlineData(nameof(Palette.OnBad), nameof(Palette.BadFill))]
    public void Text_stands_out(string text, string ground) => AssertContrast(text, ground, 4.5);

    /// <summary>WCAG 2.2, 1.4.11: the outline of a control, a glyph, the ring of focus.</summary>
    [Theory]
    [InlineData(nameof(Palette.Control), nameof(Palette.Surface))]
    [InlineData(nameof(Palette.Control), nameof(Palette.Canvas))]
    [InlineData(nameof(Palette.Control), nameof(Palette.Raised))]
    [InlineData(nameof(Palette.Control), nameof(Palette.AccentTint))]
    [InlineData(nameof(Palette.DueGlyph), nameof(Palette.Surface))]
    [InlineData(nameof(Palette.DueGlyph), nameof(Palette.DueTint))]
    [InlineData(nameof(Palette.DueGlyph), nameof(Palette.AccentTint))]
    [InlineData(nameof(Palette.Accent), nameof(Palette.DueTint))]
    public void A_shape_stands_out(string shape, string ground) => AssertContrast(shape, ground, 3);

    private static void AssertContrast(string front, string ground, double least) =>
        Assert.All([Palette.Light, Palette.Dark], palette =>
        {
            var ratio = Contrast(Value(palette, front), Value(palette, ground));
            Assert.True(ratio >= least, FormattableString.Invariant($"{front} on {ground}: {ratio:0.00}, not {least}"));
        });

    private static Palette Of(bool dark) => dark ? Palette.Dark : Palette.Light;

    private static string Value(Palette palette, string property) =>
        (string)typeof(Palette).GetProperty(property)!.GetValue(palette)!;

    private static Dictionary<string, string> Tokens(Palette palette) => typeof(Palette)
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.PropertyType == typeof(string))
        .ToDictionary(property => Kebab(property.Name), property => Value(palette, property.Name));

    private static string Kebab(string name) => Hump().Replace(name, "-$0").ToLowerInvariant();

    /// <summary>The custom properties of the first rule with exactly this selector.</summary>
    private static Dictionary<string, string> Declarations(string css, string selector)
    {
        var start = css.IndexOf("\n" + selector, StringComparison.Ordinal);
        start = start >= 0 ? start : css.IndexOf("  " + selector, StringComparison.Ordinal);
        Assert.True(start >= 0, $"No rule {selector}");
        var rule = css[start..css.IndexOf('}', start)];

        return Declaration().Matches(rule).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value);
    }

    /// <summary>WCAG 2.2's contrast ratio, from 1 to 21.</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + .05) / (Math.Min(a, b) + .05);
    }

    private static double Luminance(string hex)
    {
        var (red, green, blue) = Rgb(hex);
        return (.2126 * Linear(red)) + (.7152 * Linear(green)) + (.0722 * Linear(blue));

        static double Linear(int channel)
        {
            var share = channel / 255d;
            return share <= .04045 ? share / 12.92 : Math.Pow((share + .055) / 1.055, 2.4);
        }
    }

    private static (int Red, int Green, int Blue) Rgb(string hex)
    {
        var number = int.Parse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return ((number >> 16) & 255, (number >> 8) & 255, number & 255);
    }

    private static string Css(string file, [CallerFilePath] string here = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Portal", "wwwroot", "css", file));

    [GeneratedRegex(@"--(?<name>[a-z0-9-]+):\s*(?<value>[^;]+);")]
    private static partial Regex Declaration();

    [GeneratedRegex(@"var\(--(?<name>[a-z0-9-]+)")]
    private static partial Regex Use();

    [GeneratedRegex(@"(?<!^)[A-Z]|[0-9]")]
    private static partial Regex Hump();
}

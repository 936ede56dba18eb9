using System.Text.RegularExpressions;
using Portal.Tests.Support;

namespace Portal.Tests.Texts;

/// <summary>Every word that a page shows comes from <see cref="Portal.Texts.Words"/>: none stands in its markup.</summary>
public sealed partial class PageTextTests
{
    // Names of products, addresses and commands, the same in every language.
    private static readonly string[] Names = ["Android", "iPhone", "SHA-1", "/dev/mail", "reset-two-factor", "set-up-link", "create-administrator"];

    public static TheoryData<string> Pages => [.. Directory
        .EnumerateFiles(Path.Combine(Repository.Root, "Portal"), "*.razor", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Order()];

    [Theory]
    [MemberData(nameof(Pages))]
    public void No_word_stands_in_a_page(string page)
    {
        var markup = Markup(File.ReadAllText(Path.Combine(Repository.Root, page)));
        var words = Between().Matches(markup).Select(match => match.Groups[1].Value)
            .Concat(Said().Matches(markup).Select(match => match.Groups[1].Value))
            .Where(text => Word().IsMatch(text) && !Names.Contains(text.Trim()));

        Assert.Equal([], words);
    }

    // Without comments, directives, code, and what Razor works out.
    private static string Markup(string source)
    {
        source = Comment().Replace(source, "");
        var code = source.IndexOf("\n@code", StringComparison.Ordinal);
        source = code < 0 ? source : source[..code];
        source = string.Join('\n', source.Split('\n').Where(line => !Statement().IsMatch(line)));
        while (Worked().IsMatch(source))
        {
            source = Worked().Replace(source, "");
        }

        return source;
    }

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*(@(page|layout|inject|inherits|implements|attribute|using|namespace|rendermode|if|foreach|for|switch|typeparam)\b|if\b|else\b|&&|case\b|default:|break;|var\b|\{|\}|<!doctype)")]
    private static partial Regex Statement();

    /// <summary>An expression, the innermost first: <c>@(…)</c>, <c>@Words.Next</c>, <c>@Words.Of(role)</c>.</summary>
    [GeneratedRegex(@"@?\([^()]*\)|@[\w.]+(\[[^\]]*\])?(!?\.\w+)*")]
    private static partial Regex Worked();

    [GeneratedRegex(@">([^<>]*)<")]
    private static partial Regex Between();

    [GeneratedRegex("(?:aria-label|title|alt|placeholder)=\"([^\"@]*)\"")]
    private static partial Regex Said();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();
}

using System.Text.RegularExpressions;

namespace Portal.Domain;

/// <summary>Text for a cell of a spreadsheet, beside what the writer of the file escapes itself (= + - @, tab and CR at the beginning; OWASP, CSV injection).</summary>
public static partial class SpreadsheetText
{
    /// <summary>
    /// A value that begins no formula in a cell of its own making either: where the list separator is a semicolon, as in much of
    /// Europe, a spreadsheet divides there whatever the file says. And some take the full-width forms for the others.
    /// </summary>
    public static string? Harmless(string? value) => value is null ? null : Formula().Replace(value, "'");

    [GeneratedRegex("(?<=;)(?=[\\s\"']*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20])|^(?=[\uFF1D\uFF0B\uFF0D\uFF20])")]
    private static partial Regex Formula();
}

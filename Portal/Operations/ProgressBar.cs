using System.Globalization;

namespace Portal.Operations;

/// <summary>How far a long command is: a bar on a terminal, else a line for each tenth.</summary>
/// <param name="console">Where it is shown.</param>
/// <param name="isTerminal">Whether a line can be drawn over.</param>
public sealed class ProgressBar(TextWriter console, bool isTerminal)
{
    private const int Width = 40;
    private int shown = -1;

    /// <summary>Shows how much is done.</summary>
    /// <param name="part">From 0 to 1.</param>
    public void Show(double part)
    {
        var percent = (int)(Math.Clamp(part, 0, 1) * 100);
        var step = isTerminal ? percent : percent / 10;
        if (step <= shown)
        {
            return;
        }

        shown = step;
        if (isTerminal)
        {
            var full = percent * Width / 100;
            console.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', full)}{new string('.', Width - full)}] {percent,3} %"));
            if (percent == 100)
            {
                console.WriteLine();
            }
        }
        else if (percent >= 10)
        {
            console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{step * 10} %"));
        }
    }
}

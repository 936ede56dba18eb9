using System.Text;

namespace Portal.Operations;

/// <summary>Reads a secret: unseen from a keyboard, or as one line from standard input. Never from an argument, which others can list.</summary>
public static class SecretInput
{
    /// <summary>Asks and reads.</summary>
    public static string Read(string prompt)
    {
        if (Console.IsInputRedirected)
        {
            return Console.ReadLine() ?? "";
        }

        Console.Write(prompt);
        var typed = new StringBuilder();
        while (Console.ReadKey(intercept: true) is var key && key.Key != ConsoleKey.Enter)
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else
            {
                typed.Append(key.KeyChar);
            }
        }

        Console.WriteLine();
        return typed.ToString();
    }
}

using Portal.Texts;

namespace Portal.Security;

/// <summary>What a password must be: long, and not one that everybody tries first (NIST SP 800-63B §3.1.1.2).</summary>
/// <remarks>No rule on kinds of characters: those make passwords worse, not better.</remarks>
public sealed class PasswordRules
{
    /// <summary>Shortest password, in characters.</summary>
    public const int Shortest = 12;

    /// <summary>Longest password, in characters.</summary>
    public const int Longest = 256;

    // Twelve characters and more that head the lists of leaked passwords; shorter ones are refused by length.
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "123456789012", "1234567890123", "12345678901234", "123456789012345", "1234567890123456", "123456123456", "123123123123",
        "111111111111", "000000000000", "password1234", "password12345", "password123456", "passwordpassword", "passw0rd1234",
        "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf", "qwertyuiopasdfghjkl", "qwerty123456", "qwertyqwerty", "1q2w3e4r5t6y",
        "1q2w3e4r5t6y7u8i", "1qaz2wsx3edc", "1qaz2wsx3edc4rfv", "q1w2e3r4t5y6", "zaq12wsxcde3", "abcdefghijkl", "abcdefghijklm",
        "abcd1234abcd", "abc123abc123", "abcdef123456", "iloveyou1234", "iloveyouiloveyou", "administrator", "administrator1",
        "letmeinletmein", "welcome12345", "welcome123456", "welkom123456", "changemechangeme", "trustno1trustno1", "superman1234",
        "football1234", "monkeymonkey", "dragondragon", "sunshinesunshine", "princess1234", "michael12345", "aaaaaaaaaaaa", "asdfghjkl123",
        "asdfasdfasdf", "asdfghjklasdfghjkl", "zxcvbnm12345", "zxcvbnmzxcvbnm", "correcthorsebatterystaple", "wachtwoord12", "wachtwoord123", "wachtwoord1234",
    };

    /// <summary>What is wrong with a password for somebody, in a sentence; <see langword="null"/> when nothing is.</summary>
    public string? FaultOf(string password, string email, string name)
    {
        if (password.Length < Shortest)
        {
            return Words.PasswordTooShort(Shortest);
        }

        if (password.Length > Longest)
        {
            return Words.PasswordTooLong(Longest);
        }

        if (password.Any(char.IsControl))
        {
            return Words.PasswordUnfit;
        }

        var isOwn = password.Equals(email, StringComparison.OrdinalIgnoreCase) || password.Equals(name, StringComparison.OrdinalIgnoreCase);
        return isOwn || Common.Contains(password) || password.Distinct().Count() < 4 ? Words.PasswordTooCommon : null;
    }
}

namespace Portal.Texts;

/// <summary>What is wrong with a password.</summary>
public static partial class Words
{
    public static string PasswordTooShort(int shortest) => Say(
        $"Too short: take at least {shortest} characters, for example four words.",
        $"Te kort: neem minstens {shortest} tekens, bijvoorbeeld vier woorden.");

    public static string PasswordTooLong(int longest) => Say($"Too long: take at most {longest} characters.", $"Te lang: neem hoogstens {longest} tekens.");

    public static string PasswordTooCommon => Say(
        "Too easy to guess: many people use it, or it is your own name or address.",
        "Te makkelijk te raden: veel mensen gebruiken het, of het is uw eigen naam of adres.");
}

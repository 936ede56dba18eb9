using Portal.Data;
using Portal.Security;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>What is wrong with a password that was to be chosen.</summary>
/// <param name="Warning">What is wrong with the form as a whole.</param>
/// <param name="Password">What is wrong with the password.</param>
/// <param name="Again">What is wrong with the second time.</param>
public sealed record ChoiceFaults(string? Warning = null, string? Password = null, string? Again = null)
{
    /// <summary>What is wrong with a password that somebody typed twice; <see langword="null"/> when nothing is.</summary>
    public static ChoiceFaults? Of(PasswordRules rules, Operator who, string password, string again)
    {
        var fault = password.Length == 0 ? Words.ChoosePassword : rules.FaultOf(password, who.Email!, who.Name);
        return (fault, again == password) switch
        {
            ({ } unfit, _) => new(Password: unfit),
            (_, false) => new(Again: Words.PasswordsDiffer),
            _ => null,
        };
    }
}

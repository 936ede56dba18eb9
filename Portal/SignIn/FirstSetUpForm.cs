using Portal.Data;
using Portal.Domain;
using Portal.Security;
using Portal.Texts;

namespace Portal.SignIn;

/// <summary>What the page for the first administrator shows: what was typed, and what is wrong with it. The password is never sent back.</summary>
public sealed record FirstSetUpForm
{
    /// <summary>The name of the account, as typed.</summary>
    public string AccountName { get; init; } = "";

    /// <summary>Its language; at first the page's.</summary>
    public string Language { get; init; } = Languages.Current;

    /// <summary>Its time zone.</summary>
    public string TimeZone { get; init; } = "UTC";

    /// <summary>The administrator's name, as typed.</summary>
    public string Name { get; init; } = "";

    /// <summary>The administrator's address, as typed.</summary>
    public string Email { get; init; } = "";

    /// <summary>What is wrong with the account's name.</summary>
    public string? AccountNameFault { get; init; }

    /// <summary>What is wrong with the language.</summary>
    public string? LanguageFault { get; init; }

    /// <summary>What is wrong with the time zone.</summary>
    public string? TimeZoneFault { get; init; }

    /// <summary>What is wrong with the administrator's name.</summary>
    public string? NameFault { get; init; }

    /// <summary>What is wrong with the address.</summary>
    public string? EmailFault { get; init; }

    /// <summary>What is wrong with the password, or with the form as a whole.</summary>
    public ChoiceFaults Password { get; init; } = new();

    /// <summary>The first field in which something is wrong, where typing goes on; without a fault the first of all.</summary>
    public string BeginsWith => this switch
    {
        { AccountNameFault: not null } => nameof(AccountName),
        { LanguageFault: not null } => nameof(Language),
        { TimeZoneFault: not null } => nameof(TimeZone),
        { NameFault: not null } => nameof(Name),
        { EmailFault: not null } => nameof(Email),
        { Password: { Password: not null } or { Again: not null } } => nameof(Password),
        _ => nameof(AccountName),
    };

    /// <summary>Looks at what was sent.</summary>
    /// <returns>Who is to be made, with the password, when nothing is wrong; and the form as it is shown again when something is.</returns>
    public static (NewAdministrator? Asked, string Password, FirstSetUpForm Form) Read(HttpRequest request, PasswordRules rules)
    {
        var (account, name, email) = (request.Field("account"), request.Field("name"), request.Field("email"));
        var (language, timeZone, password) = (request.Field("language"), request.Field("time-zone"), request.Field("password"));
        var (isAccount, isName, isEmail) = (Entry.TryName(account, out var tidyAccount), Entry.TryName(name, out var tidyName), Entry.TryEmail(email, out var tidyEmail));
        var (isLanguage, isTimeZone) = (Languages.Knows(language), TimeZones.Knows(timeZone));
        var passwordFaults = ChoiceFaults.Of(rules, new Operator { Name = tidyName ?? "", Email = tidyEmail ?? "" }, password, request.Field("again"));
        if (isAccount && isLanguage && isTimeZone && isName && isEmail && passwordFaults is null)
        {
            return (new(tidyAccount!, language, timeZone, tidyName!, tidyEmail!), password, new());
        }

        var form = new FirstSetUpForm
        {
            AccountName = tidyAccount ?? PasswordStep.Shown(account),
            AccountNameFault = isAccount ? null : Words.NameFault(Entry.LongestName),
            LanguageFault = isLanguage ? null : Words.ChooseFromList,
            TimeZoneFault = isTimeZone ? null : Words.ChooseFromList,
            Name = tidyName ?? PasswordStep.Shown(name),
            NameFault = isName ? null : Words.NameFault(Entry.LongestName),
            Email = tidyEmail ?? PasswordStep.Shown(email),
            EmailFault = isEmail ? null : string.IsNullOrWhiteSpace(email) ? Words.EnterEmail : Words.EmailMalformed,
            Password = passwordFaults ?? new(),
        };
        form = isLanguage ? form with { Language = language } : form;
        return (null, "", isTimeZone ? form with { TimeZone = timeZone } : form);
    }
}

using Portal.Domain;

namespace Portal.Tests.Domain;

/// <summary>The rule against the specification, combination by combination.</summary>
public class EffectiveTwoFactorTests
{
    /// <summary>What the specification says of every combination, written out so that no code decides what is right.</summary>
    private const string Table =
        """
        Default   Override  Sign-in   Set up? | Setting   Origin    Status                After the password
        ----------------------------------------------------------------------------------------------------
        Required  none      Password  no      | Required  account   SetUpDue              SetUpFirst
        Required  none      Password  yes     | Required  account   Active                AsksForCode
        Required  none      Both      no      | Required  account   SetUpDueWithPassword  SetUpFirst
        Required  none      Both      yes     | Required  account   Active                AsksForCode
        Required  none      SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Required  none      SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Required  Required  Password  no      | Required  operator  SetUpDue              SetUpFirst
        Required  Required  Password  yes     | Required  operator  Active                AsksForCode
        Required  Required  Both      no      | Required  operator  SetUpDueWithPassword  SetUpFirst
        Required  Required  Both      yes     | Required  operator  Active                AsksForCode
        Required  Required  SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Required  Required  SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Required  Optional  Password  no      | Optional  operator  NotSetUp              SignedIn
        Required  Optional  Password  yes     | Optional  operator  Active                AsksForCode
        Required  Optional  Both      no      | Optional  operator  NotSetUp              SignedIn
        Required  Optional  Both      yes     | Optional  operator  Active                AsksForCode
        Required  Optional  SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Required  Optional  SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Required  Disabled  Password  no      | Disabled  operator  Disabled              SignedIn
        Required  Disabled  Password  yes     | Disabled  operator  Paused                SignedIn
        Required  Disabled  Both      no      | Disabled  operator  Disabled              SignedIn
        Required  Disabled  Both      yes     | Disabled  operator  Paused                SignedIn
        Required  Disabled  SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Required  Disabled  SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Optional  none      Password  no      | Optional  account   NotSetUp              SignedIn
        Optional  none      Password  yes     | Optional  account   Active                AsksForCode
        Optional  none      Both      no      | Optional  account   NotSetUp              SignedIn
        Optional  none      Both      yes     | Optional  account   Active                AsksForCode
        Optional  none      SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Optional  none      SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Optional  Required  Password  no      | Required  operator  SetUpDue              SetUpFirst
        Optional  Required  Password  yes     | Required  operator  Active                AsksForCode
        Optional  Required  Both      no      | Required  operator  SetUpDueWithPassword  SetUpFirst
        Optional  Required  Both      yes     | Required  operator  Active                AsksForCode
        Optional  Required  SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Optional  Required  SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Optional  Optional  Password  no      | Optional  operator  NotSetUp              SignedIn
        Optional  Optional  Password  yes     | Optional  operator  Active                AsksForCode
        Optional  Optional  Both      no      | Optional  operator  NotSetUp              SignedIn
        Optional  Optional  Both      yes     | Optional  operator  Active                AsksForCode
        Optional  Optional  SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Optional  Optional  SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Optional  Disabled  Password  no      | Disabled  operator  Disabled              SignedIn
        Optional  Disabled  Password  yes     | Disabled  operator  Paused                SignedIn
        Optional  Disabled  Both      no      | Disabled  operator  Disabled              SignedIn
        Optional  Disabled  Both      yes     | Disabled  operator  Paused                SignedIn
        Optional  Disabled  SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Optional  Disabled  SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Disabled  none      Password  no      | Disabled  account   Disabled              SignedIn
        Disabled  none      Password  yes     | Disabled  account   Paused                SignedIn
        Disabled  none      Both      no      | Disabled  account   Disabled              SignedIn
        Disabled  none      Both      yes     | Disabled  account   Paused                SignedIn
        Disabled  none      SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Disabled  none      SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Disabled  Required  Password  no      | Disabled  account   Disabled              SignedIn
        Disabled  Required  Password  yes     | Disabled  account   Paused                SignedIn
        Disabled  Required  Both      no      | Disabled  account   Disabled              SignedIn
        Disabled  Required  Both      yes     | Disabled  account   Paused                SignedIn
        Disabled  Required  SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Disabled  Required  SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Disabled  Optional  Password  no      | Disabled  account   Disabled              SignedIn
        Disabled  Optional  Password  yes     | Disabled  account   Paused                SignedIn
        Disabled  Optional  Both      no      | Disabled  account   Disabled              SignedIn
        Disabled  Optional  Both      yes     | Disabled  account   Paused                SignedIn
        Disabled  Optional  SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Disabled  Optional  SSO       yes     | n/a       SSO       HandledBySso          NotOffered

        Disabled  Disabled  Password  no      | Disabled  account   Disabled              SignedIn
        Disabled  Disabled  Password  yes     | Disabled  account   Paused                SignedIn
        Disabled  Disabled  Both      no      | Disabled  account   Disabled              SignedIn
        Disabled  Disabled  Both      yes     | Disabled  account   Paused                SignedIn
        Disabled  Disabled  SSO       no      | n/a       SSO       HandledBySso          NotOffered
        Disabled  Disabled  SSO       yes     | n/a       SSO       HandledBySso          NotOffered
        """;

    private static readonly bool[] NoAndYes = [false, true];

    /// <summary>The rows of the table, blanks squeezed.</summary>
    public static TheoryData<string> Rows => [.. ReadRows()];

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_rule_answers_as_the_table_says(string row)
    {
        var (when, then) = Split(row);

        var answer = EffectiveTwoFactor.For(PolicyOf(when[0])!.Value, PolicyOf(when[1]), LoginOptionsOf(when[2]), IsSetUp(when[3]));

        var expected = new EffectiveTwoFactor(PolicyOf(then[0]), OriginOf(then[1]), StatusOf(then[2]), AfterPasswordOf(then[3]));
        Assert.Equal(expected, answer);
    }

    [Fact]
    public void The_table_has_every_combination_exactly_once()
    {
        var inTable = ReadRows()
            .Select(row => Split(row).When)
            .Select(when => (PolicyOf(when[0])!.Value, PolicyOf(when[1]), LoginOptionsOf(when[2]), IsSetUp(when[3])))
            .ToList();

        var all =
            from accountDefault in Enum.GetValues<TwoFactorPolicy>()
            from policyOverride in Enum.GetValues<TwoFactorPolicy>().Cast<TwoFactorPolicy?>().Append(null)
            from loginOptions in Enum.GetValues<LoginOptions>()
            from isSetUp in NoAndYes
            select (accountDefault, policyOverride, loginOptions, isSetUp);

        Assert.Equal(72, inTable.Count);
        Assert.Equal(all.Order(), inTable.Order());
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void The_wizard_is_open_where_a_code_would_ever_be_asked_for(string row)
    {
        var (when, then) = Split(row);

        var answer = EffectiveTwoFactor.For(PolicyOf(when[0])!.Value, PolicyOf(when[1]), LoginOptionsOf(when[2]), IsSetUp(when[3]));

        Assert.Equal(then[0] is "Required" or "Optional", answer.AllowsSetUp);
    }

    private static IEnumerable<string> ReadRows() => Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Skip(2)
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static (string[] When, string[] Then) Split(string row)
    {
        var sides = row.Split(" | ");
        return (sides[0].Split(' '), sides[1].Split(' '));
    }

    private static TwoFactorPolicy? PolicyOf(string word) => word switch
    {
        "Required" => TwoFactorPolicy.Required,
        "Optional" => TwoFactorPolicy.Optional,
        "Disabled" => TwoFactorPolicy.Disabled,
        "none" or "n/a" => null,
        _ => throw new FormatException($"The table has no setting \"{word}\"."),
    };

    private static LoginOptions LoginOptionsOf(string word) => word switch
    {
        "Password" => LoginOptions.Password,
        "SSO" => LoginOptions.SingleSignOn,
        "Both" => LoginOptions.Both,
        _ => throw new FormatException($"The table has no login options \"{word}\"."),
    };

    private static bool IsSetUp(string word) => word switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new FormatException($"The table has \"{word}\" where yes or no belongs."),
    };

    private static TwoFactorOrigin OriginOf(string word) => word switch
    {
        "account" => TwoFactorOrigin.Account,
        "operator" => TwoFactorOrigin.Operator,
        "SSO" => TwoFactorOrigin.SingleSignOn,
        _ => throw new FormatException($"The table has no origin \"{word}\"."),
    };

    private static TwoFactorStatus StatusOf(string word) => word switch
    {
        "HandledBySso" => TwoFactorStatus.HandledBySingleSignOn,
        _ => Enum.Parse<TwoFactorStatus>(word),
    };

    private static AfterPassword AfterPasswordOf(string word) => Enum.Parse<AfterPassword>(word);
}

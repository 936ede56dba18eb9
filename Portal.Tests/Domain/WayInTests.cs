using Portal.Domain;

namespace Portal.Tests.Domain;

/// <summary>Whether an administrator has a way in, against the specification, combination by combination.</summary>
public class WayInTests
{
    /// <summary>What the specification says (§2, <em>A way in</em>), written out so that no code decides what is right.</summary>
    private const string Table =
        """
        After the    Sign-in   Password?  Delivers   SSO       | A way in?
        password                          mail?      works?    |
        ---------------------------------------------------------------
        SignedIn     Password  no         no         no        | no
        SignedIn     Password  no         no         yes       | no
        SignedIn     Password  no         yes        no        | yes
        SignedIn     Password  no         yes        yes       | yes
        SignedIn     Password  yes        no         no        | yes
        SignedIn     Password  yes        no         yes       | yes
        SignedIn     Password  yes        yes        no        | yes
        SignedIn     Password  yes        yes        yes       | yes

        AsksForCode  Password  no         no         no        | no
        AsksForCode  Password  no         no         yes       | no
        AsksForCode  Password  no         yes        no        | yes
        AsksForCode  Password  no         yes        yes       | yes
        AsksForCode  Password  yes        no         no        | yes
        AsksForCode  Password  yes        no         yes       | yes
        AsksForCode  Password  yes        yes        no        | yes
        AsksForCode  Password  yes        yes        yes       | yes

        SetUpFirst   Password  no         no         no        | no
        SetUpFirst   Password  no         no         yes       | no
        SetUpFirst   Password  no         yes        no        | yes
        SetUpFirst   Password  no         yes        yes       | yes
        SetUpFirst   Password  yes        no         no        | no
        SetUpFirst   Password  yes        no         yes       | no
        SetUpFirst   Password  yes        yes        no        | yes
        SetUpFirst   Password  yes        yes        yes       | yes

        SignedIn     Both      no         no         no        | no
        SignedIn     Both      no         no         yes       | yes
        SignedIn     Both      no         yes        no        | yes
        SignedIn     Both      no         yes        yes       | yes
        SignedIn     Both      yes        no         no        | yes
        SignedIn     Both      yes        no         yes       | yes
        SignedIn     Both      yes        yes        no        | yes
        SignedIn     Both      yes        yes        yes       | yes

        AsksForCode  Both      no         no         no        | no
        AsksForCode  Both      no         no         yes       | yes
        AsksForCode  Both      no         yes        no        | yes
        AsksForCode  Both      no         yes        yes       | yes
        AsksForCode  Both      yes        no         no        | yes
        AsksForCode  Both      yes        no         yes       | yes
        AsksForCode  Both      yes        yes        no        | yes
        AsksForCode  Both      yes        yes        yes       | yes

        SetUpFirst   Both      no         no         no        | no
        SetUpFirst   Both      no         no         yes       | yes
        SetUpFirst   Both      no         yes        no        | yes
        SetUpFirst   Both      no         yes        yes       | yes
        SetUpFirst   Both      yes        no         no        | no
        SetUpFirst   Both      yes        no         yes       | yes
        SetUpFirst   Both      yes        yes        no        | yes
        SetUpFirst   Both      yes        yes        yes       | yes

        NotOffered   SSO       no         no         no        | no
        NotOffered   SSO       no         no         yes       | yes
        NotOffered   SSO       no         yes        no        | no
        NotOffered   SSO       no         yes        yes       | yes
        NotOffered   SSO       yes        no         no        | no
        NotOffered   SSO       yes        no         yes       | yes
        NotOffered   SSO       yes        yes        no        | no
        NotOffered   SSO       yes        yes        yes       | yes
        """;

    private static readonly bool[] NoAndYes = [false, true];

    /// <summary>The rows of the table, blanks squeezed.</summary>
    public static TheoryData<string> Rows => [.. ReadRows()];

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_administrator_has_a_way_in_as_the_table_says(string row)
    {
        var (after, login, hasPassword, mailIsDelivered, singleSignOnWorks, exists) = Read(row);

        Assert.Equal(exists, WayIn.Exists(EffectiveThatLeadsTo(after, login), login, hasPassword, mailIsDelivered, singleSignOnWorks));
    }

    [Fact]
    public void The_table_has_every_combination_that_the_rule_can_lead_to_exactly_once()
    {
        var inTable = ReadRows().Select(Read).Select(row => (row.After, row.Login, row.HasPassword, row.MailIsDelivered, row.SingleSignOnWorks)).ToList();

        var all =
            from accountDefault in Enum.GetValues<TwoFactorPolicy>()
            from login in Enum.GetValues<LoginOptions>()
            from isSetUp in NoAndYes
            from hasPassword in NoAndYes
            from mailIsDelivered in NoAndYes
            from singleSignOnWorks in NoAndYes
            select (EffectiveTwoFactor.For(accountDefault, null, login, isSetUp).AfterPassword, login, hasPassword, mailIsDelivered, singleSignOnWorks);

        Assert.Equal(56, inTable.Count);
        Assert.Equal(all.Distinct().Order(), inTable.Order());
    }

    private static EffectiveTwoFactor EffectiveThatLeadsTo(AfterPassword after, LoginOptions login) =>
    (
        from accountDefault in Enum.GetValues<TwoFactorPolicy>()
        from isSetUp in NoAndYes
        select EffectiveTwoFactor.For(accountDefault, null, login, isSetUp)).First(effective => effective.AfterPassword == after);

    private static IEnumerable<string> ReadRows() => Table
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Skip(3)
        .Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

    private static (AfterPassword After, LoginOptions Login, bool HasPassword, bool MailIsDelivered, bool SingleSignOnWorks, bool Exists) Read(string row)
    {
        var words = row.Replace(" | ", " ", StringComparison.Ordinal).Split(' ');
        return (Enum.Parse<AfterPassword>(words[0]), LoginOptionsOf(words[1]), IsYes(words[2]), IsYes(words[3]), IsYes(words[4]), IsYes(words[5]));
    }

    private static LoginOptions LoginOptionsOf(string word) => word switch
    {
        "Password" => LoginOptions.Password,
        "SSO" => LoginOptions.SingleSignOn,
        "Both" => LoginOptions.Both,
        _ => throw new FormatException($"The table has no login options \"{word}\"."),
    };

    private static bool IsYes(string word) => word switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new FormatException($"The table has \"{word}\" where yes or no belongs."),
    };
}

using System.Globalization;
using Portal.Accounts;
using Portal.Audit;
using Portal.Data;
using Portal.Security;
using Portal.Tests.Operators;
using Portal.Tests.Support;
using Portal.TwoFactor;

namespace Portal.Tests.Accounts;

/// <summary>What the record holds, in words.</summary>
[OnEachDatabase]
public sealed class AuditWordsTests : ExampleCompany
{
    [Fact]
    public void Every_action_stands_in_one_group_of_the_filter()
    {
        var grouped = AuditWords.Groups.SelectMany(group => group.Actions).ToList();

        Assert.Equal(Enum.GetValues<AuditAction>().Order(), grouped.Order());
    }

    [Theory]
    [InlineData("OverrideChanged", null, "Required", "from Account default to Required")]
    [InlineData("OverrideChanged", "Optional", "Disabled until 2026-11-24T23:00:00.0000000+00:00", "from Optional to Disabled until 25 November 2026, 00:00")]
    [InlineData("OverrideChanged", "Whatever", "Disabled until some day", "from Whatever to Disabled until some day")]
    [InlineData("OverrideLapsed", "Disabled", null, "from Disabled to Account default")]
    [InlineData("AccountDefaultChanged", "Optional", "Required", "from Optional to Required")]
    [InlineData("OperatorRoleChanged", "Basic", "Administrator", "from Operator to Account administrator")]
    [InlineData("LoginOptionsChanged", "Password", "Both", "from Password to Password and single sign-on")]
    [InlineData("DefaultLoginOptionsChanged", "3", "Password", "from 3 to Password")]
    [InlineData("SignedIn", null, "PasswordAndCode", "with a password and a code")]
    [InlineData("LinkHandedOver", null, "Invitation", "invitation")]
    [InlineData("HelpAnswered", null, "NoCodeUntilTonight", "No code until tonight")]
    [InlineData("OperatorLanguageChanged", null, "nl", "Nederlands")]
    [InlineData("AccountTimeZoneChanged", "UTC", "America/New_York", "from UTC to America/New York")]
    [InlineData("MailSent", null, "notice:TwoFactorReset", "notice of a change")]
    [InlineData("SingleSignOnChanged", "issuer: ", "issuer: https://login.example.com", "from Issuer: – to Issuer: https://login.example.com")]
    [InlineData("OperatorRenamed", "Ann", "Anna", "from Ann to Anna")]
    [InlineData("SomethingOfLater", "one", "two", "from one to two")]
    public async Task Values_that_are_known_are_said_and_others_shown_as_they_stand(string action, string? before, string? after, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        var account = (await Node.Get<Snapshooter>().AccountAsync(Account.Id))!;

        Assert.Equal(expected, AuditWords.Change(Entry(action) with { Before = before, After = after }, account));
    }

    [Theory]
    [InlineData("Wrong", "It was wrong, or had been used before.")]
    [InlineData("SetUpFirst", "The password was right, but two-factor authentication had to be set up first.")]
    [InlineData("AnotherIdentity", "The operator belongs to another identity at the provider.")]
    [InlineData("OfLater", "OfLater")]
    [InlineData(null, null)]
    public void Why_something_was_not_done_is_said(string? refused, string? expected) =>
        Assert.Equal(expected, AuditWords.WhyNot(Entry("SignInRefused") with { Refused = refused }));

    [Theory]
    [InlineData("TwoFactorReset", "BulkJob 0198f3a0-0000-7000-8000-000000000001: LostPhone", "Lost phone")]
    [InlineData("OverrideChanged", "BulkJob 0198f3a0-0000-7000-8000-000000000001: a: b", "a: b")]
    [InlineData("SetUpLinkSent", "BulkJob 0198f3a0-0000-7000-8000-000000000001", null)]
    [InlineData("BulkFinished", "BulkJob 0198f3a0-0000-7000-8000-000000000001: SignedOut", null)]
    [InlineData("OverrideChanged", "BulkJob for the new phones", "BulkJob for the new phones")]
    [InlineData("OverrideChanged", "BulkJob 0198f3a0-0000-7000-8000-000000000001 and more", "BulkJob 0198f3a0-0000-7000-8000-000000000001 and more")]
    [InlineData("OverrideChanged", "BulkJob ", "BulkJob ")]
    [InlineData("OverrideChanged", null, null)]
    public void The_reason_is_said_without_the_job_that_it_was_part_of(string action, string? stored, string? expected) =>
        Assert.Equal(expected ?? (action == "BulkFinished" ? RefusalWords.Of(Refusal.SignedOut) : null), AuditWords.Reason(Entry(action) with { Reason = stored }));

    [Fact]
    public void Every_refusal_has_its_words()
    {
        var refusals = Enum.GetNames<Refusal>().Concat(Enum.GetNames<IdentityRefusal>());

        Assert.All(refusals, name => Assert.NotEqual(name, AuditWords.WhyNot(Entry("SignInRefused") with { Refused = name })));
    }

    private static Said Entry(string action) => new(action);

    /// <summary>An entry, by the fields that words are made of.</summary>
    private sealed record Said(string Action, string? Before = null, string? After = null, string? Refused = null, string? Reason = null)
    {
        public static implicit operator AuditEntry(Said said) => new()
        {
            Action = said.Action,
            Before = said.Before,
            After = said.After,
            Refused = said.Refused,
            Reason = said.Reason,
            ActorName = "Ada",
            Address = "",
            UserAgent = "",
        };
    }
}

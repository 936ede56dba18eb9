using Portal.Domain;

namespace Portal.Tests.Domain;

/// <summary>A filter of the list, and its form in an address.</summary>
public sealed class OperatorFilterTests
{
    /// <summary>Filters of every kind.</summary>
    public static TheoryData<string> Queries =>
    [
        "", "q=anna%20%26%20co", "status=SetUpDue&status=SetUpDueWithPassword", "setting=Required&origin=Operator", "role=Administrator&authenticator=no",
        "login=Both&last=InvitationExpired&state=Invited", "lapsing=soon", "impact=Disabled.NotSetUp",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void An_address_leads_to_the_same_filter_again(string query) => Assert.Equal(query, OperatorFilter.Parse($"?{query}").ToQuery());

    [Theory]
    [InlineData("?status=Nonsense&setting=7&origin=&role=basic&login=1&last=42&state=Gone&authenticator=maybe&lapsing=later&impact=Required&impact=Required.")]
    [InlineData("?q=%00")]
    [InlineData("?q=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("?=&&&%")]
    public void What_it_does_not_know_is_left_out(string query) => Assert.True(OperatorFilter.Parse(query).IsEverybody);
}

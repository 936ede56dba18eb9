using Microsoft.AspNetCore.Components;
using Portal.Domain;
using Portal.Texts;

namespace Portal.Accounts;

/// <summary>What one value of the account default would mean here and now.</summary>
public partial class ImpactList
{
    [Parameter, EditorRequired]
    public required TwoFactorPolicy Policy { get; set; }

    [Parameter, EditorRequired]
    public required OperatorCounts Counts { get; set; }

    private Impact Impact => Counts.Under(Policy);

    private TwoFactorStatus Lead => Policy switch
    {
        TwoFactorPolicy.Required => TwoFactorStatus.SetUpDue,
        TwoFactorPolicy.Optional => TwoFactorStatus.NotSetUp,
        TwoFactorPolicy.Disabled => TwoFactorStatus.Paused,
    };

    private ImpactPart LeadPart => Policy == TwoFactorPolicy.Disabled ? ImpactPart.SetUp : ImpactPart.NotSetUp;

    private int LeadCount => Policy == TwoFactorPolicy.Disabled ? Impact.SetUp : Impact.NotSetUp;

    private string LeadWords => Policy switch
    {
        TwoFactorPolicy.Required => Words.ImpactDue,
        TwoFactorPolicy.Optional => Words.ImpactFree(LeadCount),
        TwoFactorPolicy.Disabled => Words.ImpactPaused,
    };

    private string ListOf(ImpactPart part) => OperatorAddresses.ListOf(new() { Impact = new(Policy, part) });
}

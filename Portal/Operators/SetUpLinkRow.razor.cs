using Microsoft.AspNetCore.Components;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Sends an operator the link to set two-factor authentication up.</summary>
public partial class SetUpLinkRow
{
    private DateTimeOffset? sentAt;
    private Uri? address;
    private Refusal? refused;
    private bool isBusy;

    /// <summary>The operator who has nothing set up.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [Inject]
    private SetUpLinks Links { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    private Task SendAsync() => RunAsync(async () =>
    {
        var outcome = await State.ThenRefreshAsync(Links.SendAsync(State.Actor, Who.Id));
        (sentAt, refused) = (outcome.Value?.CreatedAt, outcome.Refused);
    });

    private Task HandOverAsync() => RunAsync(async () =>
    {
        var outcome = await Prompt.AroundAsync(() => State.ThenRefreshAsync(Links.HandOverAsync(State.Actor, Who.Id)));
        (address, refused) = (outcome.Value, outcome.Refused == Refusal.ProofNeeded ? null : outcome.Refused);
    });

    // What a click led to stands there until the next one.
    private async Task RunAsync(Func<Task> act)
    {
        (isBusy, sentAt, address, refused) = (true, null, null, null);
        try
        {
            await act();
        }
        finally
        {
            isBusy = false;
        }
    }
}

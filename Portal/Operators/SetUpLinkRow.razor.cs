using Microsoft.AspNetCore.Components;
using Portal.Mail;
using Portal.Security;
using Portal.TwoFactor;

namespace Portal.Operators;

/// <summary>Sends an operator the link to set two-factor authentication up, and says where its mail stands.</summary>
public partial class SetUpLinkRow
{
    private MailState? mail;
    private Uri? address;
    private Refusal? refused;
    private bool isBusy;

    /// <summary>The operator who has nothing set up.</summary>
    [Parameter, EditorRequired]
    public required OperatorSnapshot Who { get; set; }

    [Inject]
    private SetUpLinks Links { get; set; } = null!;

    [Inject]
    private MailStates Mails { get; set; } = null!;

    [Inject]
    private ProofPrompt Prompt { get; set; } = null!;

    [Inject]
    private TimeProvider Clock { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync() => mail = await ReadOnceAsync($"set-up-mail-{Who.Id}", LookForMailAsync);

    /// <inheritdoc />
    protected override void OnChanged() => OnCircuit(async () =>
    {
        mail = await LookForMailAsync();
        StateHasChanged();
    });

    private Task<MailState?> LookForMailAsync() => Mails.LastAsync(State.Account.Id, Who.Id, SetUpLetter.Name);

    private Task SendAsync() => RunAsync(async () => refused = (await State.ThenRefreshAsync(Links.SendAsync(State.Actor, Who.Id))).Refused);

    private Task HandOverAsync() => RunAsync(async () =>
    {
        var outcome = await Prompt.AroundAsync(() => State.ThenRefreshAsync(Links.HandOverAsync(State.Actor, Who.Id)));
        (address, refused) = (outcome.Value, outcome.Refused == Refusal.ProofNeeded ? null : outcome.Refused);
    });

    // What a click led to stands there until the next one.
    private async Task RunAsync(Func<Task> act)
    {
        (isBusy, address, refused) = (true, null, null);
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
